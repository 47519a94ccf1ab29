//! Days between two editions on which none is in force.

use crate::check::{Context, Rule};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};

/// # What it does
/// Finds editions whose own `in_force_until` leaves days before the next edition comes into force.
///
/// # Why
/// On those days the school has no regulation, and its decisions and orders no ground. Usually the date is a slip: an
/// edition ends by itself when the next one begins.
///
/// # Example
/// `in_force_until: 2026-08-31` while the next edition begins on 15.10.2026.
///
/// # How to allow
/// `allow: [edition-gap]` in `site.yml`, or `--allow edition-gap`.
pub(crate) const RULE: Rule = Rule { code: Code::warning("edition-gap"), of_absence: false, run };

fn run(cx: &Context<'_>, out: &mut Diagnostics) {
    for regulation in &cx.register().regulations {
        for edition in regulation.adopted() {
            let (Some(until), Some(next)) = (edition.front.in_force_until, regulation.next(edition)) else { continue };
            let first = until.plus_days(1);
            if first < next.date {
                out.push(
                    Diagnostic::new(RULE.code, edition.front.at.key("in_force_until"))
                        .arg("regulation", edition.slug.as_str())
                        .arg("from", first)
                        .arg("until", next.date.plus_days(-1))
                        .related("label-next-edition", Place::file(next.file)),
                );
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::check;

    #[track_caller]
    fn until(day: &str, expected: &[&str]) {
        let text = format!(
            "regulations: {{sferum: {{2024-04-15: {{title: П, order: a, in_force_until: {day}}}, 2026-10-15: {{title: П, order: b}}}}}}"
        );
        check(&RULE, &text, "2026-05-01", expected);
    }

    #[test]
    fn days_without_an_edition() {
        until("2026-08-31", &["file/in_force_until regulation=sferum from=2026-09-01 until=2026-10-14"]);
        until("2026-10-13", &["file/in_force_until regulation=sferum from=2026-10-14 until=2026-10-14"]);
        until("2026-10-14", &[]);
        until("2026-12-31", &[]);
    }
}
