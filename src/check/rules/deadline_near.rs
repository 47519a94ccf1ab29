//! Deadlines within thirty days with something missing.

use super::tell_rows;
use crate::check::{Context, Rule};
use crate::diag::{Code, Diagnostics};
use crate::model::RowStatus;

/// # What it does
/// Finds rows whose due day is today or within thirty days while a document is not posted.
///
/// # Why
/// There is still time: the last working day before 1 May may be days before it, and each document has its own ten
/// working days.
///
/// # Example
/// It is 15 April, the order of appointment is not posted.
///
/// # How to allow
/// `allow: [deadline-near]` in `site.yml`, or `--allow deadline-near`.
pub(crate) const RULE: Rule = Rule { code: Code::warning("deadline-near"), of_absence: true, run };

/// Days before the due day from which a missing document is told.
const NEAR: i32 = 30;

fn run(cx: &Context<'_>, out: &mut Diagnostics) {
    tell_rows(cx, RULE.code, out, |row| {
        matches!(row.status, RowStatus::Upcoming | RowStatus::DueToday) && row.days <= NEAR
    });
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::check;

    const TEXT: &str = "
regulations: {sferum: {2026-04-15: {title: Положение, order: approval}}}
roles: [{id: administrator, title: Администратор}]
decisions:
  - {id: first, regulation: sferum, school_year: 2025/2026, date: 27.03.2026, body: педсовет, text: Решили}
orders:
  - {id: approval, number: 1, date: 15.04.2026, title: О, signed_by: {name: Д, position: д}}
  - {id: appointment, number: 2, date: 15.04.2026, title: О, signed_by: {name: Д, position: д}, appoints: [{person: ivanova, role: administrator}]}
deadlines:
  - {id: may, title: Разместить решение и приказ, clause: 2.1, due: 1 мая, requires: [decision, 'order:administrator']}
publications: [{document: 'decision:first', date: 02.04.2026}]";

    #[test]
    fn thirty_days_before() {
        let line = |days: u32, missing: &str, work_by: &str, passed: &str| {
            format!(
                "deadlines/0/due title=Разместить решение и приказ clause=2.1 school_year=2025/2026 due=2026-05-01 days={days} \
                work_by={work_by} exact=yes passed={passed} missing={missing}"
            )
        };
        check(&RULE, TEXT, "2026-03-31", &[]);
        let both = "word-required-decision,word-required-order posted=";
        check(&RULE, TEXT, "2026-04-01", &[&line(30, both, "2026-04-10", "no")]);
        let order = "word-required-order posted=word-required-decision";
        check(&RULE, TEXT, "2026-05-01", &[&line(0, order, "2026-04-29", "yes")]);
        check(&RULE, TEXT, "2026-05-02", &[]);
    }
}
