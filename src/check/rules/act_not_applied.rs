//! Acts that no longer apply, cited as if they did.

use std::collections::BTreeMap;

use super::phrase_in;
use crate::base::{Date, FileId, Span};
use crate::check::texts::{each_leaf, prose};
use crate::check::{Context, Rule};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::model::Register;
use crate::parse::doc::{Block, Inline};
use crate::schema::records::LegalAct;

/// # What it does
/// Finds acts of `acts.yml` whose last day has passed, or whose replacement already applies, in editions in force, in
/// instructions, answers to questions and the meanings of terms. Where the new act is named beside the old one, the
/// text knows. Each act is told once a file.
///
/// # Why
/// A text that binds people refers them to rules that bind nobody any more.
///
/// # Example
/// «СП 2.4.3648-20» after 31.08.2026, when СП 2.4.2.4283-26 took its place.
///
/// # How to allow
/// `allow: [act-not-applied]` in `site.yml`, or `--allow act-not-applied`.
pub(crate) const RULE: Rule = Rule { code: Code::warning("act-not-applied"), of_absence: false, run };

fn run(cx: &Context<'_>, out: &mut Diagnostics) {
    let register = cx.register();
    let ended: BTreeMap<&str, Ended<'_>> =
        register.acts.iter().filter_map(|act| Some((act.id.as_str(), ended(register, act, cx.today)?))).collect();
    if ended.is_empty() {
        return;
    }
    for edition in register.regulations.iter().filter_map(|r| r.in_force(cx.today)) {
        let mut runs: Vec<&[Block]> = vec![&edition.text.preamble];
        edition.text.walk(&mut |part| runs.push(&part.blocks));
        cited(edition.file, &runs, &ended, true, out);
    }
    for instruction in &cx.site.instructions {
        cited(instruction.file, &[&instruction.doc.blocks], &ended, false, out);
    }
    let answers = register.questions.iter().filter_map(|q| Some((q.text.as_deref()?, q.at.key("text"))));
    let meanings = register.terms.iter().map(|t| (t.means.as_str(), t.at.key("means")));
    for (text, place) in answers.chain(meanings) {
        for found in ended.values() {
            if found.is_in(text) && !found.knows(text) {
                out.push(found.finding(place.clone(), false));
            }
        }
    }
}

/// An act that does not apply.
struct Ended<'a> {
    act: &'a LegalAct,
    /// Its last day.
    last: Date,
    by: Option<&'a LegalAct>,
}

fn ended<'a>(register: &'a Register, act: &'a LegalAct, today: Date) -> Option<Ended<'a>> {
    let by = match &act.replaced_by {
        // A code that nobody has is another fault.
        Some(id) => Some(register.acts.get(id.as_str())?),
        None => None,
    };
    let replaced = by.and_then(|by| by.from).map(|from| from.plus_days(-1));
    let last = act.until.or(replaced).filter(|last| *last < today)?;
    Some(Ended { act, last, by })
}

impl Ended<'_> {
    fn finding(&self, place: Place, signed: bool) -> Diagnostic {
        Diagnostic::new(RULE.code, place)
            .arg("act", name(self.act))
            .arg("last", self.last)
            .arg("by", self.by.map(name).unwrap_or_default())
            .arg("signed", super::yes_no(signed))
            .related("label-act", self.act.at.key("id"))
    }

    fn is_in(&self, text: &str) -> bool {
        mentions(text, self.act)
    }

    /// Whether a text names the replacement.
    fn knows(&self, text: &str) -> bool {
        self.by.is_some_and(|by| mentions(text, by))
    }
}

/// A bare number («28») tells nothing by itself.
fn mentions(text: &str, act: &LegalAct) -> bool {
    let telling = act.number.contains(|c: char| !c.is_ascii_digit());
    (telling && phrase_in(text, &act.number)) || act.short.as_deref().is_some_and(|short| phrase_in(text, short))
}

/// What people call an act: by its short name, if that has figures, with its number otherwise.
fn name(act: &LegalAct) -> String {
    match &act.short {
        Some(short) => short.clone(),
        None => format!("{} № {}", act.kind, act.number),
    }
}

/// Citations in a text, each act once.
fn cited(file: FileId, runs: &[&[Block]], ended: &BTreeMap<&str, Ended<'_>>, signed: bool, out: &mut Diagnostics) {
    let mut first: BTreeMap<&str, (Span, String)> = BTreeMap::new();
    for run in runs {
        each_leaf(run, &mut |inlines, span| {
            acts(inlines, &mut |id, text| {
                if let Some((id, found)) = ended.get_key_value(id)
                    && !found.knows(&prose(inlines))
                {
                    first.entry(id).or_insert_with(|| (span, text.to_owned()));
                }
            });
        });
    }
    for (id, (span, text)) in first {
        if let Some(found) = ended.get(id) {
            out.push(found.finding(Place::words(file, span, text, 0), signed));
        }
    }
}

fn acts<'a>(inlines: &'a [Inline], visit: &mut dyn FnMut(&'a str, &'a str)) {
    for inline in inlines {
        match inline {
            Inline::Act { id, text } => visit(id, text),
            Inline::Emphasis(inner)
            | Inline::Strong(inner)
            | Inline::Strike(inner)
            | Inline::Superscript(inner)
            | Inline::Subscript(inner) => acts(inner, visit),
            Inline::Link(link) => acts(&link.children, visit),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::check;

    #[test]
    fn answers_that_name_old_acts() {
        let text = "
acts:
  - {id: old, kind: СП, issuer: врач, date: 2020-09-28, number: 28, title: Т, short: СП 2.4.3648-20, until: 2026-08-31, replaced_by: new}
  - {id: new, kind: СП, issuer: врач, date: 2026-06-02, number: 19, title: Т, short: СП 2.4.2.4283-26, from: 2026-09-01}
questions:
  - {question: А, text: Смотрите СП 2.4.3648-20.}
  - {question: Б, text: Вместо СП 2.4.3648-20 применяются СП 2.4.2.4283-26.}
  - {question: В, text: Смотрите СП 2.4.3648-201.}
";
        check(&RULE, text, "2026-08-31", &[]);
        let found = "questions/0/text act=СП 2.4.3648-20 last=2026-08-31 by=СП 2.4.2.4283-26 signed=no";
        check(&RULE, text, "2026-09-01", &[found]);
    }
}
