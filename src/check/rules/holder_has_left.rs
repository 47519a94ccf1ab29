//! Appointments that run on after their holder has left.

use crate::check::{Context, Rule};
use crate::diag::{Code, Diagnostic, Diagnostics};

/// # What it does
/// Finds appointments whose last day is after the last day of work (`left`) or is not given, once that day has passed,
/// and appointments that begin after it.
///
/// # Why
/// Nobody answers for anything after leaving. The program ends such an appointment with the last day of work; by the
/// papers it runs on, and the order that ends it may be missing.
///
/// # Example
/// `left: 2026-08-31` in `staff.yml` and an appointment without `until`.
///
/// # How to allow
/// `allow: [holder-has-left]` in `site.yml`, or `--allow holder-has-left`.
pub(crate) const RULE: Rule = Rule { code: Code::warning("holder-has-left"), of_absence: false, run };

fn run(cx: &Context<'_>, out: &mut Diagnostics) {
    let register = cx.register();
    for appointment in &register.appointments {
        let Some(person) = register.people.get(&appointment.person) else { continue };
        let Some(left) = person.left else { continue };
        let after = appointment.starts() > left;
        let runs_on = appointment.period.until.is_none_or(|until| until > left) && left < cx.today;
        if !after && !runs_on {
            continue;
        }
        let key = if after || appointment.period.until.is_none() { "person" } else { "until" };
        let role = register.roles.get(&appointment.role).map_or(appointment.role.as_str(), |r| r.title.as_str());
        out.push(
            Diagnostic::new(RULE.code, appointment.at.key(key))
                .arg("person", person.name.as_str())
                .arg("role", role)
                .arg("left", left)
                .arg("after", super::yes_no(after))
                .related("label-person", person.at.key("left")),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::check;

    #[test]
    fn appointments_after_the_last_day() {
        let text = "
staff:
  - {id: ivanova, name: Иванова А. П., positions: [{title: учитель, category: teaching}], left: 2026-08-31}
roles: [{id: r, title: Администратор}]
orders:
  - id: o
    number: 1
    date: 2026-04-15
    title: О
    signed_by: {name: Д, position: д}
    appoints:
      - {person: ivanova, role: r, until: 2026-08-31}
      - {person: ivanova, role: r}
      - {person: ivanova, role: r, until: 2026-09-01}
      - {person: ivanova, role: r, from: 2026-09-01, until: 2026-09-02}
";
        let tail = "person=Иванова А. П. role=Администратор left=2026-08-31 after=";
        let later = format!("orders/0/appoints/3/person {tail}yes");
        check(&RULE, text, "2026-08-31", &[&later]);
        let all =
            [format!("orders/0/appoints/1/person {tail}no"), format!("orders/0/appoints/2/until {tail}no"), later];
        check(&RULE, text, "2026-09-01", &all.each_ref().map(String::as_str));
    }
}
