//! Required roles that will be vacant on a known day.

use crate::base::{Date, Period};
use crate::check::{Context, Rule};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::model::Appointment;

/// # What it does
/// Finds roles with `required: true` whose last known appointment ends without a successor.
///
/// # Why
/// An order takes time to write and to post; the day on which nobody answers any more is known beforehand.
///
/// # Example
/// The appointment ends on 31 August, and no order appoints anybody from 1 September.
///
/// # How to allow
/// `allow: [vacancy-ahead]` in `site.yml`, or `--allow vacancy-ahead`.
pub(crate) const RULE: Rule = Rule { code: Code::warning("vacancy-ahead"), of_absence: true, run };

fn run(cx: &Context<'_>, out: &mut Diagnostics) {
    let register = cx.register();
    for role in register.roles.iter().filter(|role| role.required == Some(true)) {
        // Who stands in for a holder cannot stay longer than there is a holder.
        let known: Vec<(&Appointment, Period)> = register
            .appointed(role.id.as_str())
            .filter(|a| !a.is_substitute())
            .map(|a| (a, register.effect(a)))
            .collect();
        if let Some((last, vacant)) = first_vacancy(&known, cx.today) {
            let name = register.people.get(&last.person).map_or(last.person.as_str(), |p| p.name.as_str());
            out.push(
                Diagnostic::new(RULE.code, last.at.key("person"))
                    .arg("role", role.title.as_str())
                    .arg("person", name)
                    .arg("date", vacant)
                    .related("label-role", role.at.key("id")),
            );
        }
    }
}

/// The first day on which nobody holds the role, with the appointment that ends before it; `None` if it is held
/// without a known end, or by nobody today.
fn first_vacancy<'a>(known: &[(&'a Appointment, Period)], today: Date) -> Option<(&'a Appointment, Date)> {
    let mut day = today;
    let mut last = None;
    loop {
        let holding = known.iter().filter(|(_, period)| period.contains(day));
        // An open period is the longest; the end of any other leads on to the day after it.
        let Some((appointment, period)) = holding.max_by_key(|(_, p)| (p.until.is_none(), p.until)) else {
            return last.map(|appointment| (appointment, day));
        };
        let next = period.until?.plus_days(1);
        if next <= day {
            return None;
        }
        (last, day) = (Some(*appointment), next);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{appointing, check};

    fn text(orders: &[(&str, &str)]) -> String {
        appointing("{id: administrator, title: Администратор, required: да}", orders)
    }

    const FIRST: (&str, &str) = ("2026-04-15", "{person: ivanova, role: administrator, until: 2026-08-31}");
    const FOUND: [&str; 1] = ["orders/0/appoints/0/person role=Администратор person=Иванова А. П. date=2026-09-01"];

    #[test]
    fn a_known_end_without_a_successor() {
        let text = text(&[FIRST]);
        check(&RULE, &text, "2026-04-15", &FOUND);
        check(&RULE, &text, "2026-08-31", &FOUND);
        check(&RULE, &text, "2026-09-01", &[]);
        check(&RULE, &text, "2026-04-14", &[]);
    }

    #[test]
    fn a_successor_from_the_next_day() {
        let next = |appoints: &str| text(&[FIRST, ("2026-06-01", appoints)]);
        check(&RULE, &next("{person: petrova, role: administrator, from: 2026-09-01}"), "2026-06-15", &[]);
        check(&RULE, &next("{person: petrova, role: administrator, from: 2026-09-02}"), "2026-06-15", &FOUND);
        let substitute = "{person: petrova, role: administrator, until: return, instead_of: ivanova}";
        check(&RULE, &next(substitute), "2026-06-15", &FOUND);
    }
}
