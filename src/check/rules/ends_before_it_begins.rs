//! Periods whose last day stands before their first.

use crate::base::Date;
use crate::check::{Context, Rule};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};

/// # What it does
/// Finds an end before its beginning: of appointments, positions, editions, postings, consents and legal acts.
///
/// # Why
/// Such a record never has effect: nobody holds the role, the paper never stood posted, the edition was never in force.
///
/// # Example
/// `date: 2026-04-16` and `removed: 2025-04-20`, a slip in the year.
///
/// # How to allow
/// `allow: [ends-before-it-begins]` in `site.yml`, or `--allow ends-before-it-begins`.
pub(crate) const RULE: Rule = Rule { code: Code::warning("ends-before-it-begins"), of_absence: false, run };

fn run(cx: &Context<'_>, out: &mut Diagnostics) {
    let register = cx.register();
    let mut judge = |from: Option<Date>, until: Option<Date>, place: Place| {
        if let (Some(from), Some(until)) = (from, until)
            && until < from
        {
            out.push(Diagnostic::new(RULE.code, place).arg("from", from).arg("until", until));
        }
    };
    for appointment in &register.appointments {
        judge(Some(appointment.period.from), appointment.period.until, appointment.at.key("until"));
    }
    for person in register.people.iter() {
        for position in &person.positions.0 {
            judge(position.from, position.until, position.at.key("until"));
        }
        for consent in person.contacts.iter().filter_map(|c| c.consent.as_ref()) {
            judge(Some(consent.date), consent.withdrawn, consent.at.key("withdrawn"));
        }
    }
    for edition in register.editions() {
        judge(Some(edition.date), edition.front.in_force_until, edition.front.at.key("in_force_until"));
    }
    for record in &register.publications {
        judge(Some(record.date), record.removed, record.at.key("removed"));
    }
    for act in register.acts.iter() {
        judge(act.from, act.until, act.at.key("until"));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::check;

    #[test]
    fn periods_the_wrong_way_round() {
        let text = "
staff: [{id: p, name: П, positions: [{title: у, category: teaching, from: 2026-09-01, until: 2025-08-31}, {title: у, category: teaching, from: 2026-09-01, until: 2026-09-01}]}]
orders: [{id: a, number: 1, date: 2026-04-15, title: О, signed_by: {name: Д, position: д}, appoints: [{person: p, role: r, until: 2026-04-14}]}]
regulations: {sferum: {2026-04-15: {title: П, order: a, in_force_until: 2026-01-01}}}
publications: [{document: 'order:a', date: 2026-04-16, removed: 2025-04-20}, {document: 'order:a', date: 2026-04-16, removed: 2026-04-16}]
";
        let expected = [
            "orders/0/appoints/0/until from=2026-04-15 until=2026-04-14",
            "staff/0/positions/0/until from=2026-09-01 until=2025-08-31",
            "file/in_force_until from=2026-04-15 until=2026-01-01",
            "publications/0/removed from=2026-04-16 until=2025-04-20",
        ];
        check(&RULE, text, "2026-05-01", &expected);
    }
}
