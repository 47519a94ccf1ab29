//! Years of the working calendar that a date needs and that are not filled in.

use std::collections::BTreeMap;

use crate::base::Date;
use crate::check::{Context, Rule};
use crate::diag::{At, Code, Diagnostic, Diagnostics, NodePart, Place, Seg, Severity};

/// # What it does
/// Finds years that `calendar.yml` lacks and that were needed to count a day not yet past: the last working day before
/// a deadline with something missing, or the ten working days of a document not yet posted. Until 1 November of the
/// year before it is a note: the Government may not have set the days off yet.
///
/// # Why
/// Without the year only ordinary weekends are counted, and the site has to say «дата ориентировочная».
///
/// # Example
/// The next deadline is 1 May 2028, and `calendar.yml` ends with 2027.
///
/// # How to allow
/// `allow: [unfilled-calendar-year]` in `site.yml`, or `--allow unfilled-calendar-year`.
pub(crate) const RULE: Rule = Rule { code: Code::warning("unfilled-calendar-year"), of_absence: false, run };

fn run(cx: &Context<'_>, out: &mut Diagnostics) {
    let calendar = &cx.register().calendar;
    // The earliest date of each year that is only approximate.
    let mut years: BTreeMap<i16, Date> = BTreeMap::new();
    let mut need = |first: Date, last: Date, date: Date| {
        for year in calendar.unfilled(first, last) {
            let known = years.entry(year).or_insert(date);
            *known = date.min(*known);
        }
    };
    for (_, row) in cx.open_rows().filter(|(_, row)| row.work_by.is_some() && row.days >= 0) {
        need(row.last_working_day.date, row.due, row.last_working_day.date);
    }
    for clock in cx.clocks.iter().filter(|clock| clock.within_ten_days.is_none()) {
        need(clock.signed.plus_days(1), clock.work_by.date, clock.work_by.date);
    }
    // Where the years are listed; a calendar without a single one has no place.
    let listed = |file| Place { file, at: At::Node(vec![Seg::Key("years".into())], NodePart::Key) };
    let place = calendar.years.values().next().map(|year| listed(year.at.file));
    for (year, date) in years {
        let mut finding = Diagnostic::new(RULE.code, place.clone()).arg("year", year.to_string()).arg("date", date);
        if Date::new(year - 1, 11, 1).is_ok_and(|set| cx.today < set) {
            finding.severity = Severity::Note;
        }
        out.push(finding);
    }
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
    fn only_what_was_needed() {
        check(&RULE, TEXT, "2026-05-01", &[]);
        check(&RULE, TEXT, "2027-05-01", &[]);
        // From 2 May 2027 the row of 2027/2028 is there, and something is missing in it.
        check(&RULE, TEXT, "2027-05-02", &["note calendar/years year=2028 date=2028-05-01"]);
        check(&RULE, TEXT, "2027-11-01", &["calendar/years year=2028 date=2028-05-01"]);
        let posted = "publications: [{document: 'decision:first', date: 02.04.2026}, {document: 'order:appointment', date: 16.04.2026}]";
        check(&RULE, &format!("{TEXT}{posted}"), "2027-11-01", &[]);
    }

    #[test]
    fn the_ten_days_of_a_document() {
        let text = "
calendar: {years: {2026: {}}}
orders: [{id: a, number: 1, date: 2026-12-25, title: О, signed_by: {name: Д, position: д}}]
";
        check(&RULE, text, "2026-12-24", &[]);
        check(&RULE, text, "2026-12-25", &["calendar/years year=2027 date=2027-01-08"]);
        check(&RULE, text, "2027-01-09", &[]);
        let none = text.replace("calendar: {years: {2026: {}}}", "calendar: {}");
        let both = ["nowhere year=2026 date=2027-01-08", "nowhere year=2027 date=2027-01-08"];
        check(&RULE, &none, "2026-12-25", &both);
    }
}
