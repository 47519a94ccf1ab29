//! Who posted a document and is neither a person nor a role.

use crate::check::{Context, Rule, nearest};
use crate::diag::{Code, Diagnostic, Diagnostics};

/// # What it does
/// Finds values of `by` in `publications.yml` that are neither a code of `staff.yml` nor one of `roles.yml`.
///
/// # Why
/// The inspector's sheet says who posted; a code that means nobody proves nothing.
///
/// # Example
/// `by: site-edtor` while `roles.yml` has `site-editor`.
///
/// # How to allow
/// An unknown code cannot be allowed: the page that needs it would be wrong. Write the right code or add the record.
pub(crate) const RULE: Rule = Rule { code: Code::error("unknown-poster"), of_absence: true, run };

fn run(cx: &Context<'_>, out: &mut Diagnostics) {
    let register = cx.register();
    for record in &register.publications {
        let Some(by) = record.by.as_ref().map(|id| id.as_str()) else { continue };
        if register.people.get(by).is_none() && register.roles.get(by).is_none() {
            let known = register.roles.ids().chain(register.people.ids());
            let place = record.at.key("by");
            out.push(Diagnostic::new(RULE.code, place).arg("id", by).arg("nearest", nearest(by, known)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::check;

    #[test]
    fn a_person_or_a_role() {
        let text = "
staff: [{id: ivanova, name: Иванова, positions: [{title: учитель, category: teaching}]}]
roles: [{id: site-editor, title: Размещение}]
publications:
  - {document: 'file:files/a.pdf', date: 2026-05-01, by: ivanova}
  - {document: 'file:files/a.pdf', date: 2026-05-01, by: site-editor}
  - {document: 'file:files/a.pdf', date: 2026-05-01, by: site-edtor}
  - {document: 'file:files/a.pdf', date: 2026-05-01}
";
        check(&RULE, text, "2026-05-01", &["publications/2/by id=site-edtor nearest=site-editor"]);
    }
}
