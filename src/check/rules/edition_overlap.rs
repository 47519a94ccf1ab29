//! Days on which two editions claim to be in force.

use crate::check::{Context, Rule};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};

/// # What it does
/// Finds editions whose own `in_force_until` lies on or after the day on which the next edition comes into force.
///
/// # Why
/// By date exactly one edition is in force. The site takes the later one; the date says otherwise.
///
/// # Example
/// `in_force_until: 2026-12-31` while the next edition begins on 15.10.2026.
///
/// # How to allow
/// `allow: [edition-overlap]` in `site.yml`, or `--allow edition-overlap`.
pub(crate) const RULE: Rule = Rule { code: Code::warning("edition-overlap"), of_absence: false, run };

fn run(cx: &Context<'_>, out: &mut Diagnostics) {
    for regulation in &cx.register().regulations {
        for edition in regulation.adopted() {
            let (Some(until), Some(next)) = (edition.front.in_force_until, regulation.next(edition)) else { continue };
            if until >= next.date {
                out.push(
                    Diagnostic::new(RULE.code, edition.front.at.key("in_force_until"))
                        .arg("regulation", edition.slug.as_str())
                        .arg("until", until)
                        .arg("next", next.date)
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
    fn days_with_two_editions() {
        until("2026-10-14", &[]);
        until("2026-10-15", &["file/in_force_until regulation=sferum until=2026-10-15 next=2026-10-15"]);
    }
}
