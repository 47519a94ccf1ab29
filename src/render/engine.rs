//! Templates to pages. The only file that names Tera.
//!
//! Templates get data from views alone; the functions here are pure formatters: `t(key="…", …)` for words. Escaping is
//! always on; finished fragments are marked `safe` in the templates, in plain sight.

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::sync::Arc;

use serde::Serialize;
use tera::{Context, Error, ErrorKind, Kwargs, ReportError, State, Tera, TeraResult, Value};

use crate::base::{FileId, LineColumn, LineIndex, Span};
use crate::diag::{Diagnostic, Diagnostics, Place, codes};
use crate::theme::{BUILT_IN, Template, Theme, WordArg, Words};
use crate::view::html::push_escaped;

/// All templates of a theme, ready.
pub(crate) struct Engine {
    tera: Tera,
    /// The school's own templates, to turn a fault into a place in its file.
    own: Vec<Own>,
}

struct Own {
    name: String,
    text: String,
    file: FileId,
}

impl Engine {
    /// Makes the templates of a theme ready. A template of the school with a fault is reported and left out; the
    /// built-in one stands in for it.
    pub(crate) fn new(theme: &Theme, out: &mut Diagnostics) -> Self {
        let own: Vec<Own> = theme
            .templates
            .iter()
            .filter_map(|t| Some(Own { name: t.name.clone(), text: t.text.to_string(), file: t.file? }))
            .collect();
        let mut left_out: BTreeSet<&str> = BTreeSet::new();
        // Each turn leaves out at least one template; the last has the built-in ones alone.
        let tera = loop {
            let kept: Vec<&Template> =
                theme.templates.iter().filter(|t| t.file.is_none() || !left_out.contains(t.name.as_str())).collect();
            let mut tera = prepared(&theme.words);
            match tera.add_raw_templates(kept.iter().map(|t| (t.name.as_str(), t.text.as_ref()))) {
                Ok(()) => break tera,
                Err(error) => {
                    let faults = faults(&error);
                    let named: Vec<&str> = kept
                        .iter()
                        .filter(|t| t.file.is_some() && faults.iter().any(|f| f.template == t.name))
                        .map(|t| t.name.as_str())
                        .collect();
                    let any_own = kept.iter().any(|t| t.file.is_some());
                    for fault in &faults {
                        out.push(fault.diagnostic(&own, any_own));
                    }
                    if named.is_empty() {
                        if !any_own {
                            break tera;
                        }
                        // The fault shows in a built-in template that one of the school's broke; which, is not said.
                        left_out.extend(kept.iter().filter(|t| t.file.is_some()).map(|t| t.name.as_str()));
                    } else {
                        left_out.extend(named);
                    }
                }
            }
        };
        Self { tera, own }
    }

    /// Whether the school has templates of its own: ours have no faults to find.
    pub(crate) fn has_own(&self) -> bool {
        !self.own.is_empty()
    }

    /// Renders a template with `page` as its data.
    ///
    /// # Errors
    /// A fault of the template as a finding; `place` is the source of the page, if it has one.
    pub(crate) fn render(
        &self,
        template: &str,
        page: &impl Serialize,
        place: Option<&Place>,
    ) -> Result<String, Box<Diagnostic>> {
        let rendered = Context::from_serialize(page).and_then(|context| self.tera.render(template, &context));
        rendered.map_err(|error| {
            let fault = faults(&error).into_iter().next().unwrap_or_default();
            let diagnostic = fault.diagnostic(&self.own, !self.own.is_empty());
            Box::new(match place {
                Some(place) => diagnostic.related("label-page", place.clone()),
                None => diagnostic,
            })
        })
    }
}

fn prepared(words: &Arc<Words>) -> Tera {
    let mut tera = Tera::new();
    tera.autoescape_on(vec![".html"]);
    tera.set_escape_fn(escape);
    let words = Arc::clone(words);
    tera.register_function("t", move |kwargs: Kwargs, _: &State<'_>| translate(&words, &kwargs));
    // Fails only once templates are there.
    let _ = tera.set_fallback_prefixes([BUILT_IN]);
    tera
}

/// Every value that a template prints, unless it is marked `safe`.
fn escape(text: &str, out: &mut dyn Write) -> io::Result<()> {
    let mut escaped = String::with_capacity(text.len() + 16);
    push_escaped(&mut escaped, text);
    out.write_all(escaped.as_bytes())
}

/// `t(key="…", name=value, …)`: an entry of the catalogue with its values.
fn translate(words: &Words, kwargs: &Kwargs) -> TeraResult<String> {
    let key: &str = kwargs.must_get("key")?;
    if !words.has(key) {
        return Err(Error::message(format!("No entry `{key}` in the catalogue of words (strings/*.ftl)")));
    }
    let texts: Vec<(String, &Value, String)> = kwargs
        .iter()
        .filter_map(|(name, value)| name.as_str().map(|n| (n.to_owned(), value, value.to_string())))
        .filter(|(name, _, _)| name != "key")
        .collect();
    let values: Vec<(&str, WordArg<'_>)> = texts
        .iter()
        .map(|(name, value, text)| {
            let count = value.as_i64().map(WordArg::Count);
            (name.as_str(), count.unwrap_or_else(|| value.as_str().unwrap_or(text).into()))
        })
        .collect();
    Ok(words.with(key, &values))
}

/// A fault of a template with its place, as far as Tera tells it.
#[derive(Debug, Default, PartialEq, Eq)]
struct Fault {
    template: String,
    /// Bytes of the template.
    span: Option<Span>,
    /// Line and column, where bytes are not told.
    at: Option<LineColumn>,
    detail: String,
}

impl Fault {
    /// `own_theme`: whether there are templates of the school at all; without them a fault is ours.
    fn diagnostic(&self, own: &[Own], own_theme: bool) -> Diagnostic {
        let Some(found) = own.iter().find(|o| o.name == self.template) else {
            let code = if own_theme { codes::TEMPLATE } else { codes::INTERNAL };
            return Diagnostic::new(code, None).arg("template", self.template.as_str()).detail(self.detail.as_str());
        };
        let span = self.span.or_else(|| {
            let at = LineIndex::new(&found.text).offset(&found.text, self.at?);
            Some(Span::new(at, at))
        });
        let place = span.map_or_else(|| Place::file(found.file), |span| Place::span(found.file, span));
        Diagnostic::new(codes::TEMPLATE, place).arg("template", self.template.as_str()).detail(self.detail.as_str())
    }
}

/// The faults that an error of Tera tells of; at least one.
fn faults(error: &Error) -> Vec<Fault> {
    let placed = |report: &ReportError| Fault {
        template: report.filename().to_owned(),
        span: Some(Span::new(report.span().range.start, report.span().range.end)),
        at: None,
        detail: report.message().to_owned(),
    };
    let named = |template: &str, detail: String| Fault { template: template.to_owned(), detail, ..Fault::default() };
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => vec![placed(report)],
        ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => {
            vec![named(tpl, error.to_string())]
        }
        ErrorKind::MissingParent { current, .. } => vec![named(current, error.to_string())],
        ErrorKind::TemplateNotFound(name) => vec![named(name, error.to_string())],
        _ => reported(&error.to_string()),
    }
}

/// Faults found when templates are joined come as one text of reports, each with a line `--> template:line:column`.
fn reported(text: &str) -> Vec<Fault> {
    let faults: Vec<Fault> = text
        .split("\n\n")
        .filter_map(|report| {
            let (message, rest) = report.split_once('\n')?;
            let (_, place) = rest.lines().next()?.split_once("--> ")?;
            let mut parts = place.rsplitn(3, ':');
            let (column, line) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
            Some(Fault {
                template: parts.next()?.to_owned(),
                span: None,
                at: Some(LineColumn { line, column }),
                detail: message.trim_start_matches("error: ").to_owned(),
            })
        })
        .collect();
    if faults.is_empty() { vec![Fault { detail: text.to_owned(), ..Fault::default() }] } else { faults }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Lang, SitePath};
    use crate::diag::{At, Severity};
    use crate::source::{SourceBody, SourceFile, SourceSet};

    #[derive(Serialize)]
    struct Data {
        name: &'static str,
        count: i64,
    }
    const DATA: Data = Data { name: "<b>", count: 2 };

    fn engine(files: &[(&str, &str)]) -> (Engine, Diagnostics) {
        let file = |(path, text): &(&str, &str)| SourceFile {
            path: SitePath::new(format!("own/{path}")).unwrap(),
            body: SourceBody::Bytes(text.as_bytes().into()),
        };
        let mut out = Diagnostics::default();
        let set = SourceSet::new("themes", files.iter().map(file).collect());
        let theme = crate::theme::load("own", Lang::Ru, None, &set, 0, &mut out);
        (Engine::new(&theme, &mut out), out)
    }

    #[track_caller]
    fn check(template: &str, expected: &str) {
        let (engine, out) = engine(&[("templates/x.html", template)]);
        assert!(out.items().is_empty(), "{:?}", out.items());
        assert_eq!(engine.render("x.html", &DATA, None), Ok(expected.to_owned()));
    }

    #[track_caller]
    fn check_fault(files: &[(&str, &str)], file: u32, start: u32) {
        let (_, out) = engine(files);
        let [found] = out.items() else { panic!("{:?}", out.items()) };
        let Some(Place { file: FileId(f), at: At::Span(span) }) = &found.place else { panic!("{found:?}") };
        assert_eq!((found.code, *f, span.start), (codes::TEMPLATE, file, start), "{found:?}");
        assert!(found.detail.is_some());
    }

    #[test]
    fn values_are_escaped() {
        check("{{ name }}", "&lt;b&gt;");
        check("{{ name | safe }}", "<b>");
    }

    #[test]
    fn words_take_values() {
        check("{{ t(key=\"panel-left\", count=count, shown=\"2\") }}", "Осталось 2 дня.");
    }

    #[test]
    fn the_built_in_theme_has_no_faults() {
        let mut out = Diagnostics::default();
        let theme = crate::theme::load("default", Lang::Ru, None, &SourceSet::default(), 0, &mut out);
        let _ = Engine::new(&theme, &mut out);
        assert!(out.items().is_empty(), "{:?}", out.items());
    }

    #[test]
    fn faults_have_a_place() {
        check_fault(&[("templates/x.html", "а\n{% if %}")], 0, 9);
        check_fault(&[("templates/x.html", "а\n{{ name | upside_down }}")], 0, 13);
        check_fault(&[("css/a.css", ""), ("templates/x.html", "{{ nowhere() }}")], 1, 3);
    }

    #[test]
    fn a_broken_template_leaves_the_others_and_the_built_in_one() {
        let (engine, out) = engine(&[("templates/404.html", "{% if %}"), ("templates/x.html", "ok")]);
        assert_eq!(out.items().len(), 1);
        assert_eq!(engine.render("x.html", &DATA, None), Ok("ok".to_owned()));
        assert!(engine.tera.contains_template("404.html"));
    }

    #[test]
    fn faults_while_rendering_name_template_and_page() {
        let (engine, _) = engine(&[("templates/x.html", "{{ t(key=\"no-such-word\") }}")]);
        let page = Place::file(FileId(3));
        let found = engine.render("x.html", &DATA, Some(&page)).unwrap_err();
        assert_eq!((found.code, found.severity), (codes::TEMPLATE, Severity::Error));
        assert!(matches!(found.place, Some(Place { file: FileId(0), at: At::Span(_) })), "{found:?}");
        assert_eq!(found.related, [("label-page", page)]);
    }

    #[test]
    fn a_shadowed_template_extends_the_original() {
        let own = "{% extends \"default/parts/nav-item.html\" %}";
        let (_, out) = engine(&[("templates/parts/nav-item.html", own)]);
        // There is no such built-in template: the fault is found and placed.
        assert_eq!(out.items().len(), 1, "{:?}", out.items());
    }
}
