//! The theme of a site: templates, assets and words, the built-in ones with a school's own laid over them.
//!
//! Reads: the embedded files of `themes/default` and the school's `themes/<name>/`. Writes: [`Theme`] and findings.
//! Touches: nothing. A school's file shadows the built-in one of the same path; a shadowed template is still there
//! under `default/`, so that it can be extended rather than copied.

mod embedded;
mod script;
mod words;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::yaml::{self, NodeKind};
use crate::base::{FileId, Lang, OutPath};
use crate::diag::{Diagnostic, Diagnostics, Place, codes};
use crate::schema::records::Font;
use crate::source::{SourceBody, SourceSet};

pub(crate) use words::{WordArg, Words};

/// Version of the contract between views and templates. It grows when a field that templates can see is renamed or
/// removed; a theme made for another version is reported.
pub(crate) const CONTRACT: u32 = 1;

/// Prefix under which the built-in templates stay reachable when they are shadowed.
pub(crate) const BUILT_IN: &str = "default/";

/// The style sheet of the packaged font; it and its files go to a site that asks for the font, and to no other.
pub(crate) const FONT_STYLE: &str = "css/golos.css";
const FONT_FILES: &str = "fonts/golos-";

/// A complete theme.
pub(crate) struct Theme {
    /// By name: `home.html` for the school's own, `default/home.html` for the built-in.
    pub(crate) templates: Vec<Template>,
    /// Files that go to the site as they are, by path in the theme.
    assets: BTreeMap<String, Cow<'static, [u8]>>,
    /// Words that readers of the site see.
    pub(crate) words: Arc<Words>,
    /// Whether a script is the school's own.
    pub(crate) has_own_scripts: bool,
}

/// The folder of what stands only in the site in one file.
const SINGLE: &str = "single/";

/// The text of a template.
pub(crate) struct Template {
    pub(crate) name: String,
    pub(crate) text: Cow<'static, str>,
    /// The school's file; `None` for a built-in template.
    pub(crate) file: Option<FileId>,
}

/// Brings the theme `name` together in the language of the site.
///
/// Ids of files in `themes` are numbered on after those of the content: file `n` of `themes` is `FileId(first + n)` in
/// findings. `at` is the place where the site names its theme.
pub(crate) fn load(
    name: &str,
    lang: Lang,
    at: Option<Place>,
    themes: &SourceSet,
    first: u32,
    out: &mut Diagnostics,
) -> Theme {
    let words = Arc::new(Words::built_in(lang));
    let mut theme = Theme { templates: Vec::new(), assets: BTreeMap::new(), words, has_own_scripts: false };
    for (path, bytes) in embedded::FILES {
        theme.add_built_in(path, bytes);
    }
    let folder = format!("{name}/");
    let mut found = name == "default";
    let mut own_words = None;
    for (id, file) in themes.iter() {
        let Some(path) = file.path.as_str().strip_prefix(&folder) else { continue };
        found = true;
        let id = FileId(id.0.saturating_add(first));
        match (&file.body, kind(path)) {
            (SourceBody::Unreadable(why), _) => {
                let shown = format!("themes/{}", file.path);
                out.push(
                    Diagnostic::new(codes::UNREADABLE, Place::file(id)).arg("path", shown).arg("reason", why.reason()),
                );
            }
            (SourceBody::Bytes(bytes), Kind::Asset) => {
                // A copy of a built-in file is that file.
                if !embedded::FILES.iter().any(|(own, built_in)| *own == path && *built_in == &bytes[..]) {
                    theme.assets.insert(path.to_owned(), Cow::Owned(bytes.to_vec()));
                    theme.has_own_scripts |= path.ends_with("js");
                }
            }
            (SourceBody::Bytes(bytes), kind) => match (std::str::from_utf8(bytes), kind) {
                (Ok(text), Kind::Template(name)) => theme.add_own(name, text, id),
                (Ok(text), Kind::Words(of)) if of == lang => own_words = Some((text, id)),
                (Ok(text), Kind::Description) => check_contract(text, id, out),
                (Ok(_), Kind::Words(_) | Kind::Ignored | Kind::Asset) => {}
                (Err(_), _) => out.push(Diagnostic::new(codes::NOT_TEXT, Place::file(id))),
            },
            (SourceBody::OnDisk { .. }, Kind::Ignored) => {}
            (SourceBody::OnDisk { .. }, _) => out.push(Diagnostic::new(codes::TOO_LARGE, Place::file(id))),
        }
    }
    if !found {
        let mut known: Vec<String> = vec!["default".to_owned()];
        known.extend(themes.iter().filter_map(|(_, f)| f.path.as_str().split_once('/')).map(|(n, _)| n.to_owned()));
        known.sort();
        known.dedup();
        out.push(
            Diagnostic::new(codes::UNKNOWN_THEME, at).arg("theme", name).arg("known", crate::diag::Arg::List(known)),
        );
    }
    if let Some((text, id)) = own_words {
        theme.words = Arc::new(Words::with_own(lang, text, id, out));
    }
    theme
}

/// What a file of a theme is for.
enum Kind<'p> {
    Template(&'p str),
    Words(Lang),
    Description,
    Asset,
    /// Notes for people, files of editors.
    Ignored,
}

fn kind(path: &str) -> Kind<'_> {
    if let Some(name) = path.strip_prefix("templates/") {
        return if name.ends_with(".html") || name.ends_with(".txt") { Kind::Template(name) } else { Kind::Ignored };
    }
    if let Some(name) = path.strip_prefix("strings/") {
        let lang = name.strip_suffix(".ftl").and_then(|code| Lang::ALL.into_iter().find(|l| l.code() == code));
        return lang.map_or(Kind::Ignored, Kind::Words);
    }
    let name = path.rsplit('/').next().unwrap_or(path);
    match path {
        "theme.yml" => Kind::Description,
        _ if name.starts_with('.') || name.to_ascii_lowercase().ends_with(".md") => Kind::Ignored,
        _ => Kind::Asset,
    }
}

fn check_contract(text: &str, file: FileId, out: &mut Diagnostics) {
    let stated = yaml::read(text).ok().and_then(|node| match node.kind {
        NodeKind::Map(entries) => entries.into_iter().find(|(key, _)| key == "contract").map(|(_, value)| value.kind),
        _ => None,
    });
    let version = match stated {
        Some(NodeKind::Scalar(text)) => text,
        _ => String::new(),
    };
    if version.trim() != CONTRACT.to_string() {
        out.push(
            Diagnostic::new(codes::THEME_CONTRACT, Place::file(file))
                .arg("found", version)
                .arg("expected", CONTRACT.to_string()),
        );
    }
}

impl Theme {
    fn add_built_in(&mut self, path: &'static str, bytes: &'static [u8]) {
        match kind(path) {
            Kind::Template(name) => {
                let text = Cow::Borrowed(std::str::from_utf8(bytes).unwrap_or_default());
                self.templates.push(Template { name: format!("{BUILT_IN}{name}"), text, file: None });
            }
            Kind::Asset => {
                self.assets.insert(path.to_owned(), Cow::Borrowed(script::sent(path).unwrap_or(bytes)));
            }
            Kind::Words(_) | Kind::Description | Kind::Ignored => {}
        }
    }

    /// A template of the school; one that says the same as the built-in one is left to that.
    fn add_own(&mut self, name: &str, text: &str, file: FileId) {
        let built_in = format!("{BUILT_IN}{name}");
        if self.templates.iter().any(|t| t.name == built_in && t.text == text) {
            return;
        }
        self.templates.push(Template { name: name.to_owned(), text: Cow::Owned(text.to_owned()), file: Some(file) });
    }

    /// Paths in the theme of the files that go to the site, sorted; their output paths are below `assets/`. What only
    /// the site in one file needs is no file of the site.
    pub(crate) fn assets(&self, font: Font) -> impl Iterator<Item = &str> {
        let wanted = move |path: &str| font == Font::Golos || path != FONT_STYLE && !path.starts_with(FONT_FILES);
        self.assets.keys().map(String::as_str).filter(move |path| wanted(path) && !path.starts_with(SINGLE))
    }

    /// A file of the theme that is no template, by its path there.
    pub(crate) fn asset(&self, path: &str) -> Option<&[u8]> {
        self.assets.get(path).map(AsRef::as_ref)
    }
}

/// Where a file of the theme goes: `css/svod.css` to `assets/css/svod.css`, so that styles find their fonts.
pub(crate) fn asset_out(path: &str) -> OutPath {
    OutPath::from_steps(&format!("assets/{path}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::SitePath;
    use crate::source::SourceFile;

    fn set(files: &[(&str, &str)]) -> SourceSet {
        let file = |(path, text): &(&str, &str)| SourceFile {
            path: SitePath::new(*path).unwrap(),
            body: SourceBody::Bytes(text.as_bytes().into()),
        };
        SourceSet::new("themes", files.iter().map(file).collect())
    }

    #[track_caller]
    fn check(name: &str, files: &[(&str, &str)], expected: &[&str]) -> Theme {
        let mut out = Diagnostics::default();
        let theme = load(name, Lang::Ru, None, &set(files), 100, &mut out);
        let found: Vec<&str> = out.items().iter().map(|d| d.code.name).collect();
        assert_eq!(found, expected);
        theme
    }

    #[test]
    fn the_built_in_theme_is_complete() {
        let theme = check("default", &[], &[]);
        assert!(theme.templates.iter().all(|t| t.name.starts_with(BUILT_IN)));
        assert!(theme.asset("css/svod.css").is_some() && theme.asset("theme.yml").is_none());
    }

    #[test]
    fn a_schools_files_shadow_by_path() {
        let files = [
            ("kvartal/templates/page.html", "своё"),
            ("kvartal/css/svod.css", "p{}"),
            ("kvartal/fonts/a.woff2", "х"),
            ("kvartal/README.md", "для людей"),
            ("other/css/x.css", "чужое"),
        ];
        let theme = check("kvartal", &files, &[]);
        assert!(theme.templates.iter().any(|t| t.name == "page.html" && t.file == Some(FileId(103))));
        assert!(theme.templates.iter().any(|t| t.name == "default/page.html" && t.file.is_none()));
        assert_eq!(theme.asset("css/svod.css"), Some(&b"p{}"[..]));
        assert!(theme.asset("fonts/a.woff2").is_some());
        assert!(theme.asset("README.md").is_none() && theme.asset("css/x.css").is_none());
    }

    #[test]
    fn faults_of_a_theme_are_found() {
        check("kvartal", &[("other/css/x.css", "")], &["unknown-theme"]);
        check("kvartal", &[("kvartal/theme.yml", "contract: 0")], &["theme-contract"]);
        check("kvartal", &[("kvartal/theme.yml", "contract: 1")], &[]);
        check("kvartal", &[("kvartal/strings/ru.ftl", "net-takogo = а")], &["theme-words"]);
    }
}
