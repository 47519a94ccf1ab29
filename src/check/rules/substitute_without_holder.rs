//! Substitutes for somebody who does not hold the role.

use crate::base::Period;
use crate::check::{Context, Rule};
use crate::diag::{Code, Diagnostic, Diagnostics};

/// # What it does
/// Finds appointments with `instead_of` whose holder does not hold the role on the first day, or ceases to hold it
/// before the substitute's last day (of a substitute until return: has ceased).
///
/// # Why
/// A substitute stands in for a holder. Without one there is nobody to stand in for: it takes an appointment of its own.
///
/// # Example
/// Petrova is appointed `instead_of: ivanova` until 05.12.2026, but Ivanova's own appointment ended on 01.11.2026.
///
/// # How to allow
/// `allow: [substitute-without-holder]` in `site.yml`, or `--allow substitute-without-holder`.
pub(crate) const RULE: Rule = Rule { code: Code::warning("substitute-without-holder"), of_absence: true, run };

fn run(cx: &Context<'_>, out: &mut Diagnostics) {
    let register = cx.register();
    for substitute in &register.appointments {
        // Codes that nobody has are another fault.
        let known = substitute.instead_of.as_ref().filter(|id| register.people.get(id).is_some());
        let Some(holder) = known else { continue };
        let starts = substitute.starts();
        let name = |id: &str| register.people.get(id).map_or(id.to_owned(), |p| p.name.clone());
        let held = register
            .appointed(&substitute.role)
            .filter(|a| a.person == *holder && !a.is_substitute())
            .map(|a| register.effect(a))
            .filter(|period| period.contains(starts))
            .max_by_key(|period| (period.until.is_none(), period.until));
        let since = match held {
            None => Some(starts),
            Some(Period { until: None, .. }) => None,
            Some(Period { until: Some(last), .. }) => {
                // Until return is until today at least.
                let needed = register.effect(substitute).until.unwrap_or(cx.today);
                (last < needed).then(|| last.plus_days(1))
            }
        };
        if let Some(since) = since {
            let role = register.roles.get(&substitute.role).map_or(substitute.role.as_str(), |r| r.title.as_str());
            out.push(
                Diagnostic::new(RULE.code, substitute.at.key("instead_of"))
                    .arg("role", role)
                    .arg("person", name(&substitute.person))
                    .arg("holder", name(holder))
                    .arg("date", since),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{appointing, check};

    /// Ivanova's and her substitute's appointments, each with the rest of its keys.
    fn text(holder: &str, substitute: &str) -> String {
        let holder = format!("{{person: ivanova, role: administrator{holder}}}");
        let substitute = format!("{{person: petrova, role: administrator, instead_of: ivanova{substitute}}}");
        let role = "{id: administrator, title: Администратор}";
        appointing(role, &[("2026-04-15", &holder), ("2026-10-01", &substitute)])
    }

    #[track_caller]
    fn since(holder: &str, substitute: &str, today: &str, expected: Option<&str>) {
        let line = |day: &str| {
            format!(
                "orders/1/appoints/0/instead_of role=Администратор person=Петрова М. С. holder=Иванова А. П. date={day}"
            )
        };
        let expected: Vec<String> = expected.map(line).into_iter().collect();
        let expected: Vec<&str> = expected.iter().map(String::as_str).collect();
        check(&RULE, &text(holder, substitute), today, &expected);
    }

    #[test]
    fn inside_the_period_of_the_holder() {
        since("", ", until: 2026-12-05", "2027-01-01", None);
        since("", ", until: return", "2027-01-01", None);
        since(", until: 2026-12-05", ", until: 2026-12-05", "2026-10-01", None);
    }

    #[test]
    fn the_holder_ceased() {
        since(", until: 2026-09-30", ", until: 2026-12-05", "2026-10-01", Some("2026-10-01"));
        since(", until: 2026-11-01", ", until: 2026-12-05", "2026-10-01", Some("2026-11-02"));
        since(", until: 2026-11-01", ", until: return", "2026-11-01", None);
        since(", until: 2026-11-01", ", until: return", "2026-11-02", Some("2026-11-02"));
    }
}
