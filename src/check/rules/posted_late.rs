//! Papers posted after their ten working days.

use super::{kind, place_of};
use crate::check::{Context, Rule};
use crate::diag::{Code, Diagnostic, Diagnostics};

/// # What it does
/// Notes documents whose first publication record is later than the tenth working day after signing. Where the calendar
/// of the year is not filled in nothing is said. What is not posted at all is `document-not-posted`.
///
/// # Why
/// Rules on official sites (№ 1802, item 16) give ten working days. What is done cannot be mended, but who answers for
/// the site should know of it before an inspector tells.
///
/// # Example
/// An order of 15.04.2026 posted on 05.05.2026: the tenth working day was 29.04.2026.
///
/// # How to allow
/// `allow: [posted-late]` in `site.yml`, or `--allow posted-late`.
pub(crate) const RULE: Rule = Rule { code: Code::note("posted-late"), of_absence: false, run };

fn run(cx: &Context<'_>, out: &mut Diagnostics) {
    for clock in cx.clocks.iter().filter(|clock| clock.within_ten_days == Some(false) && clock.work_by.exact) {
        let records = cx.register().publications.iter().filter(|p| p.document == clock.document && p.date <= cx.today);
        let Some(first) = records.min_by_key(|p| p.date) else { continue };
        let mut finding = Diagnostic::new(RULE.code, first.at.key("date"))
            .arg("kind", kind(&clock.document))
            .arg("posted", first.date)
            .arg("signed", clock.signed)
            .arg("work_by", clock.work_by.date);
        if let Some(place) = place_of(cx, &clock.document) {
            finding = finding.related("label-document", place);
        }
        out.push(finding);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::check;

    #[test]
    fn the_eleventh_working_day() {
        let text = |day: &str| {
            format!(
                "
orders: [{{id: a, number: 1, date: 2026-04-15, title: О, signed_by: {{name: Д, position: д}}}}]
publications: [{{document: 'order:a', date: {day}}}]
"
            )
        };
        check(&RULE, &text("2026-04-29"), "2026-06-01", &[]);
        let found =
            "publications/0/date kind=word-document-order posted=2026-04-30 signed=2026-04-15 work_by=2026-04-29";
        check(&RULE, &text("2026-04-30"), "2026-06-01", &[found]);
        check(&RULE, &text("2026-06-02"), "2026-06-01", &[]);
    }
}
