//! Contacts of staff that the law does not let stand on the site.

use crate::check::{Context, Rule};
use crate::diag::{Arg, Code, Diagnostic, Diagnostics};
use crate::schema::records::{Contact, ContactBasis, Person};

/// # What it does
/// Finds contacts in `staff.yml` without `basis`, with `basis: consent` and no record of the consent, and with
/// `basis: "1802-10"` of somebody who holds no position of the management: the site shows none of them. Contacts of people who have left, and withdrawn consents, are in order.
///
/// # Why
/// Rules on official sites (№ 1802, item 10) name the contacts of the head and the deputies alone; for anybody else's it
/// takes consent to distribution (152-FZ, article 10.1).
///
/// # Example
/// A teacher's mail with `basis: "1802-10"`.
///
/// # How to allow
/// `allow: [contact-without-basis]` in `site.yml`, or `--allow contact-without-basis`.
pub(crate) const RULE: Rule = Rule { code: Code::warning("contact-without-basis"), of_absence: false, run };

fn run(cx: &Context<'_>, out: &mut Diagnostics) {
    for person in cx.register().people.iter().filter(|p| p.works_on(cx.today)) {
        for contact in &person.contacts {
            let Some(fault) = fault(cx, person, contact) else { continue };
            let key = if contact.basis.is_some() { "basis" } else { "value" };
            let finding = Diagnostic::new(RULE.code, contact.at.key(key))
                .arg("person", person.name.as_str())
                .arg("what", Arg::Word(format!("word-contact-{}", contact.kind.name())))
                .arg("fault", fault);
            out.push(finding);
        }
    }
}

fn fault(cx: &Context<'_>, person: &Person, contact: &Contact) -> Option<&'static str> {
    match (&contact.basis, &contact.consent) {
        (None, _) => Some("none"),
        (Some(ContactBasis::Consent), None) => Some("consent"),
        (Some(ContactBasis::Consent), Some(_)) => None,
        (Some(ContactBasis::Rules1802), _) => (!person.manages_on(cx.today)).then_some("category"),
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::check;

    #[test]
    fn contacts_and_their_basis() {
        let text = "
staff:
  - id: a
    name: А
    positions: [{title: директор, category: management}]
    contacts: [{kind: phone, value: 1, basis: '1802-10'}, {kind: email, value: 2}]
  - id: b
    name: Б
    positions: [{title: учитель, category: teaching}]
    contacts:
      - {kind: phone, value: 3, basis: '1802-10'}
      - {kind: phone, value: 4, basis: consent}
      - {kind: phone, value: 5, basis: consent, consent: {date: 2026-01-01, withdrawn: 2026-02-01}}
  - {id: c, name: В, positions: [{title: учитель, category: teaching}], left: 2026-04-30, contacts: [{kind: phone, value: 6}]}
";
        let expected = [
            "staff/0/contacts/1/value person=А what=word-contact-email fault=none",
            "staff/1/contacts/0/basis person=Б what=word-contact-phone fault=category",
            "staff/1/contacts/1/basis person=Б what=word-contact-phone fault=consent",
        ];
        check(&RULE, text, "2026-05-01", &expected);
    }
}
