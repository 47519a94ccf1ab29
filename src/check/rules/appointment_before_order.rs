//! Appointments that begin before their order.

use crate::check::{Context, Rule};
use crate::diag::{Code, Diagnostic, Diagnostics};

/// # What it does
/// Finds appointments whose `from` is before the date of the order.
///
/// # Why
/// An order has no effect before it is signed: until then the role was vacant, or somebody else held it.
///
/// # Example
/// `from: 2026-09-01` in an order of 10.09.2026.
///
/// # How to allow
/// `allow: [appointment-before-order]` in `site.yml`, or `--allow appointment-before-order`.
pub(crate) const RULE: Rule = Rule { code: Code::warning("appointment-before-order"), of_absence: false, run };

fn run(cx: &Context<'_>, out: &mut Diagnostics) {
    let register = cx.register();
    for appointment in register.appointments.iter().filter(|a| a.period.from < a.signed) {
        let Some(order) = register.orders.get(&appointment.order) else { continue };
        let person = register.people.get(&appointment.person).map_or(appointment.person.as_str(), |p| p.name.as_str());
        out.push(
            Diagnostic::new(RULE.code, appointment.at.key("from"))
                .arg("person", person)
                .arg("from", appointment.period.from)
                .arg("number", order.number.as_str())
                .arg("signed", order.date)
                .related("label-order", order.at.key("date")),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{appointing, check};

    #[test]
    fn a_first_day_before_the_order() {
        let text = appointing(
            "{id: r, title: Куратор}",
            &[(
                "2026-09-10",
                "{person: ivanova, role: r, from: 2026-09-01}, {person: petrova, role: r, from: 2026-09-10}",
            )],
        );
        let found = "orders/0/appoints/0/from person=Иванова А. П. from=2026-09-01 number=1 signed=2026-09-10";
        check(&RULE, &text, "2026-10-01", &[found]);
    }
}
