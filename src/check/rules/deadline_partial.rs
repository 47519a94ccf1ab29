//! Deadlines that passed with only some of the documents posted.

use super::tell_rows;
use crate::check::{Context, Rule};
use crate::diag::{Code, Diagnostics};
use crate::model::RowStatus;

/// # What it does
/// Finds rows whose due day has passed while some documents stand posted and others do not. A row is spoken of until
/// the due day of the next school year.
///
/// # Why
/// Two things are due by clause 2.1, the information on the decision and the order; one alone is done in part only.
///
/// # Example
/// The decision was posted in April, the order of appointment was not; it is 2 May.
///
/// # How to allow
/// `allow: [deadline-partial]` in `site.yml`, or `--allow deadline-partial`.
pub(crate) const RULE: Rule = Rule { code: Code::warning("deadline-partial"), of_absence: true, run };

fn run(cx: &Context<'_>, out: &mut Diagnostics) {
    tell_rows(cx, RULE.code, out, |row| row.status == RowStatus::Overdue && row.partial);
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
    fn one_of_two() {
        let expected = "deadlines/0/due title=Разместить решение и приказ clause=2.1 school_year=2025/2026 due=2026-05-01 days=6 \
            work_by=2026-04-29 exact=yes passed=yes missing=word-required-order posted=word-required-decision";
        check(&RULE, TEXT, "2026-05-01", &[]);
        check(&RULE, TEXT, "2026-05-07", &[expected]);
    }
}
