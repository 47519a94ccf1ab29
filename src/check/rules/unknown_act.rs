//! Legal acts named as replacements that are not in `acts.yml`.

use crate::check::{Context, Rule, nearest};
use crate::diag::{Code, Diagnostic, Diagnostics};

/// # What it does
/// Finds `replaced_by` with a code that `acts.yml` does not have.
///
/// # Why
/// The list of acts would send the reader from an act that no longer applies to nowhere.
///
/// # Example
/// `replaced_by: sp-2-4-2-4283` while the new act has no record yet.
///
/// # How to allow
/// An unknown code cannot be allowed: the page that needs it would be wrong. Write the right code or add the record.
pub(crate) const RULE: Rule = Rule { code: Code::error("unknown-act"), of_absence: true, run };

fn run(cx: &Context<'_>, out: &mut Diagnostics) {
    let acts = &cx.register().acts;
    for act in acts.iter() {
        let Some(id) = act.replaced_by.as_ref().map(|id| id.as_str()) else { continue };
        if acts.get(id).is_none() {
            let place = act.at.key("replaced_by");
            out.push(Diagnostic::new(RULE.code, place).arg("id", id).arg("nearest", nearest(id, acts.ids())));
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
acts:
  - {id: old, kind: СП, issuer: врач, date: 2020-09-28, number: 28, title: Т, replaced_by: new-sp-1}
  - {id: new-sp-2, kind: СП, issuer: врач, date: 2026-06-02, number: 19, title: Т}
  - {id: older, kind: СП, issuer: врач, date: 2010-06-02, number: 1, title: Т, replaced_by: old}
";
        check(&RULE, text, "2026-05-01", &["acts/0/replaced_by id=new-sp-1 nearest=new-sp-2"]);
    }
}
