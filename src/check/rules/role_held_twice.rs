//! Roles of one holder that two people hold at once.

use crate::base::Period;
use crate::check::{Context, Rule};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::model::Appointment;
use crate::schema::records::Holders;

/// # What it does
/// Finds two appointments to a role with `holders: one` whose periods overlap. A substitute (`instead_of`) beside the
/// holder is no second holder.
///
/// # Why
/// A later order does not end an earlier appointment by itself: it is not known who answers. The earlier record needs
/// its last day.
///
/// # Example
/// Ivanova is appointed from 15.04.2026 without an end, Petrova from 16.06.2026; `until: 2026-06-15` is missing in the
/// first record.
///
/// # How to allow
/// `allow: [role-held-twice]` in `site.yml`, or `--allow role-held-twice`.
pub(crate) const RULE: Rule = Rule { code: Code::warning("role-held-twice"), of_absence: false, run };

fn run(cx: &Context<'_>, out: &mut Diagnostics) {
    let register = cx.register();
    for role in register.roles.iter().filter(|role| role.holders != Some(Holders::Many)) {
        let mut known: Vec<(&Appointment, Period)> = register
            .appointed(role.id.as_str())
            .map(|a| (a, register.effect(a)))
            .filter(|(_, period)| period.until.is_none_or(|until| period.from <= until))
            .collect();
        known.sort_by_key(|(_, period)| period.from);
        for (i, (later, period)) in known.iter().enumerate() {
            let before = known.iter().take(i);
            let overlap = before
                .filter(|(a, _)| a.is_substitute() == later.is_substitute())
                .find(|(_, earlier)| earlier.overlaps(period));
            if let Some((earlier, _)) = overlap {
                let name =
                    |a: &Appointment| register.people.get(&a.person).map_or(a.person.clone(), |p| p.name.clone());
                out.push(
                    Diagnostic::new(RULE.code, later.at.key("person"))
                        .arg("role", role.title.as_str())
                        .arg("person", name(later))
                        .arg("other", name(earlier))
                        .arg("date", period.from)
                        .arg("last", period.from.plus_days(-1))
                        .related("label-earlier-appointment", earlier.at.key("person")),
                );
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{appointing, check};

    fn text(holders: &str, orders: &[(&str, &str)]) -> String {
        appointing(&format!("{{id: administrator, title: Администратор, holders: {holders}}}"), orders)
    }

    const FIRST: (&str, &str) = ("2026-04-15", "{person: ivanova, role: administrator}");
    const SECOND: (&str, &str) = ("2026-06-16", "{person: petrova, role: administrator}");
    const FOUND: [&str; 1] =
        ["orders/1/appoints/0/person role=Администратор person=Петрова М. С. other=Иванова А. П. \
        date=2026-06-16 last=2026-06-15"];

    #[test]
    fn an_open_appointment_and_a_later_one() {
        check(&RULE, &text("one", &[FIRST, SECOND]), "2026-07-01", &FOUND);
        check(&RULE, &text("many", &[FIRST, SECOND]), "2026-07-01", &[]);
    }

    #[test]
    fn closed_the_day_before() {
        let until = |day: &str| {
            let first = format!("{{person: ivanova, role: administrator, until: {day}}}");
            text("one", &[("2026-04-15", &first), SECOND])
        };
        check(&RULE, &until("2026-06-15"), "2026-07-01", &[]);
        check(&RULE, &until("2026-06-16"), "2026-07-01", &FOUND);
    }

    #[test]
    fn a_substitute_is_no_second_holder_but_two_substitutes_are_one_too_many() {
        let substitute = ("2026-06-16", "{person: petrova, role: administrator, until: return, instead_of: ivanova}");
        let another = ("2026-06-20", "{person: sidorov, role: administrator, until: 2026-07-01, instead_of: ivanova}");
        check(&RULE, &text("one", &[FIRST, substitute]), "2026-07-01", &[]);
        let expected = ["orders/2/appoints/0/person role=Администратор person=Сидоров И. П. other=Петрова М. С. \
            date=2026-06-20 last=2026-06-19"];
        check(&RULE, &text("one", &[FIRST, substitute, another]), "2026-07-01", &expected);
    }
}
