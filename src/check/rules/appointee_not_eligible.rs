//! People appointed to a role that their position does not admit.

use crate::check::{Context, Rule};
use crate::diag::{Arg, Code, Diagnostic, Diagnostics, Severity};

/// # What it does
/// Finds appointments of people who held no position of an eligible category on the first day, or who hold none today
/// although they still hold the role. Of appointments that have ended it is a note.
///
/// # Why
/// By clause 2.3 the administrator is one of the teaching staff; an order that appoints somebody else breaks the
/// regulation. A deputy head who also teaches is eligible: both positions belong in `staff.yml`.
///
/// # Example
/// A system administrator (`support`) appointed to a role with `eligible: [teaching]`.
///
/// # How to allow
/// `allow: [appointee-not-eligible]` in `site.yml`, or `--allow appointee-not-eligible`.
pub(crate) const RULE: Rule = Rule { code: Code::warning("appointee-not-eligible"), of_absence: false, run };

fn run(cx: &Context<'_>, out: &mut Diagnostics) {
    let register = cx.register();
    for appointment in &register.appointments {
        let person = register.people.get(&appointment.person);
        let (Some(person), Some(role)) = (person, register.roles.get(&appointment.role)) else { continue };
        let starts = appointment.starts();
        // Who had left before is another fault.
        let day = if !person.works_on(starts) {
            continue;
        } else if !role.admits(person, starts) {
            starts
        } else if register.holds(appointment, cx.today) && !role.admits(person, cx.today) {
            cx.today
        } else {
            continue;
        };
        let position = person.positions_on(day).next().map_or("", |p| p.title.as_str());
        let words = role.eligible.iter().map(|c| format!("word-category-{}", c.name())).collect();
        let mut finding = Diagnostic::new(RULE.code, appointment.at.key("person"))
            .arg("person", person.name.as_str())
            .arg("position", position)
            .arg("role", role.title.as_str())
            .arg("eligible", Arg::Words(words))
            .arg("date", day)
            .related("label-person", person.at.key("id"));
        if register.effect(appointment).until.is_some_and(|until| until < cx.today) {
            finding.severity = Severity::Note;
        }
        out.push(finding);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{appointing, check};

    fn appointed(appoints: &str) -> String {
        let administrator = "{id: administrator, title: Администратор, eligible: [teaching]}";
        appointing(&format!("{administrator}, {{id: editor, title: Редактор}}"), &[("2026-04-15", appoints)])
    }

    #[test]
    fn no_eligible_position_on_the_first_day() {
        let text = appointed("{person: sidorov, role: administrator}, {person: sidorov, role: editor}");
        let expected = "orders/0/appoints/0/person person=Сидоров И. П. position=системный администратор \
            role=Администратор eligible=word-category-teaching date=2026-04-15";
        check(&RULE, &text, "2026-05-01", &[expected]);
        let ended = appointed("{person: sidorov, role: administrator, until: 2026-04-30}");
        check(&RULE, &ended, "2026-05-01", &[&format!("note {expected}")]);
    }

    #[test]
    fn a_deputy_head_who_teaches_until_autumn() {
        let text = appointed("{person: petrova, role: administrator}, {person: ivanova, role: administrator}");
        check(&RULE, &text, "2026-08-31", &[]);
        let expected = "orders/0/appoints/0/person person=Петрова М. С. position=завуч role=Администратор \
            eligible=word-category-teaching date=2026-09-01";
        check(&RULE, &text, "2026-09-01", &[expected]);
    }
}
