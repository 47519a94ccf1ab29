//! Deadlines that passed with nothing posted.

use super::tell_rows;
use crate::check::{Context, Rule};
use crate::diag::{Code, Diagnostics};
use crate::model::RowStatus;

/// # What it does
/// Finds rows whose due day has passed without a single document posted. A row is spoken of until the due day of the
/// next school year: after that nothing can mend it.
///
/// # Why
/// Clause 2.1: information on the decision and the order of appointment stand on the official site no later than
/// 1 May of the school year.
///
/// # Example
/// 2 May has come, `publications.yml` has no record for the school year.
///
/// # How to allow
/// `allow: [deadline-missed]` in `site.yml`, or `--allow deadline-missed`.
pub(crate) const RULE: Rule = Rule { code: Code::warning("deadline-missed"), of_absence: true, run };

fn run(cx: &Context<'_>, out: &mut Diagnostics) {
    tell_rows(cx, RULE.code, out, |row| row.status == RowStatus::Overdue && !row.partial);
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
";

    #[test]
    fn from_the_day_after_to_the_next_due_day() {
        let line = |days: u32, year: &str, due: &str| {
            format!(
                "deadlines/0/due title=Разместить решение и приказ clause=2.1 school_year={year} due={due} days={days} \
                work_by=2026-04-10 exact=yes passed=yes missing=word-required-decision,word-required-order posted="
            )
        };
        check(&RULE, TEXT, "2026-05-01", &[]);
        check(&RULE, TEXT, "2026-05-02", &[&line(1, "2025/2026", "2026-05-01")]);
        check(&RULE, TEXT, "2027-05-01", &[&line(365, "2025/2026", "2026-05-01")]);
        check(&RULE, TEXT, "2027-05-02", &[&line(1, "2026/2027", "2027-05-01")]);
    }
}
