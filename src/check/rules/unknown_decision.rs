//! Decisions named in publication records that are not in `decisions.yml`.

use crate::check::{Context, Rule, nearest};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::schema::DocumentRef;

/// # What it does
/// Finds `decision:ID` in `publications.yml` with an id that `decisions.yml` does not have.
///
/// # Why
/// A record of posting proves nothing unless it is known what was posted.
///
/// # Example
/// `document: decision:2026` while `decisions.yml` has `reshenie-2026`.
///
/// # How to allow
/// An unknown code cannot be allowed: the page that needs it would be wrong. Write the right code or add the record.
pub(crate) const RULE: Rule = Rule { code: Code::error("unknown-decision"), of_absence: true, run };

fn run(cx: &Context<'_>, out: &mut Diagnostics) {
    let decisions = &cx.register().decisions;
    for record in &cx.register().publications {
        let DocumentRef::Decision(id) = &record.document else { continue };
        if decisions.get(id).is_none() {
            let place = record.at.key("document");
            let nearest = nearest(id, decisions.ids());
            out.push(Diagnostic::new(RULE.code, place).arg("id", id.as_str()).arg("nearest", nearest));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::check;

    #[test]
    fn codes_without_a_record() {
        let text = "
decisions: [{id: reshenie-2026, regulation: sferum, school_year: 2025/2026, date: 2026-03-27, body: п, text: т}]
publications:
  - {document: 'decision:reshenie-2026', date: 2026-05-01}
  - {document: 'decision:reshenie-2027', date: 2026-05-01}
";
        let expected = ["publications/1/document id=reshenie-2027 nearest=reshenie-2026"];
        check(&RULE, text, "2026-05-01", &expected);
    }
}
