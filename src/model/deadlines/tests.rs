//! Worked cases of the 1 May deadline and of the ten-day clock.

mod documents;

use super::*;
use crate::model::fixture::{date, day, register};

/// A school that adopted its regulation in spring 2026 and posted everything in time; its administrator was replaced
/// in June, and the regulation amended in autumn.
const SCHOOL: &str = "
staff:
  - {id: ivanova, name: Иванова, positions: [{title: учитель, category: teaching}]}
  - {id: petrova, name: Петрова, positions: [{title: учитель, category: teaching}]}
  - {id: sidorova, name: Сидорова, positions: [{title: учитель, category: teaching}]}
roles:
  - {id: administrator, title: Администратор}
  - {id: helper, title: Помощник, holders: many}
regulations:
  sferum:
    2026-04-15: {title: Положение, order: approval}
    2026-10-15: {title: Положение, order: amendment}
decisions:
  - {id: first, regulation: sferum, school_year: 2025/2026, date: 27.03.2026, body: педсовет, text: Решили}
orders:
  - {id: approval, number: 1, date: 15.04.2026, title: О, signed_by: {name: Д, position: д}}
  - {id: appointment, number: 2, date: 15.04.2026, title: О, signed_by: {name: Д, position: д}, appoints: [{person: ivanova, role: administrator, until: 15.06.2026}]}
  - {id: replacement, number: 3, date: 16.06.2026, title: О, signed_by: {name: Д, position: д}, appoints: [{person: petrova, role: administrator}]}
  - {id: amendment, number: 4, date: 15.10.2026, title: О, signed_by: {name: Д, position: д}}
deadlines:
  - {id: may, title: Разместить, clause: 2.1, due: 1 мая, requires: [decision, 'order:administrator']}
publications:
  - {document: 'decision:first', date: 02.04.2026}
  - {document: 'order:appointment', date: 16.04.2026}
  - {document: 'order:replacement', date: 17.06.2026}
";

/// The text with each `from` replaced by `to`; every `from` must be there.
#[track_caller]
fn edited(text: &str, edits: &[(&str, &str)]) -> String {
    edits.iter().fold(text.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "nothing to edit: {from}");
        text.replace(from, to)
    })
}

/// The text without the lines that contain one of the words.
#[track_caller]
fn without(text: &str, words: &[&str]) -> String {
    for word in words {
        assert!(text.contains(word), "nothing to remove: {word}");
    }
    let stays = |line: &&str| !words.iter().any(|w| line.contains(w));
    text.lines().filter(stays).map(|l| l.to_owned() + "\n").collect()
}

fn rows(text: &str, today: &str) -> Vec<DeadlineRow> {
    let register = register(text);
    let deadline = register.deadlines.iter().next().unwrap();
    register.rows(deadline, date(today))
}

fn status(row: &DeadlineRow) -> String {
    let name = match row.status {
        RowStatus::Upcoming => "upcoming",
        RowStatus::DueToday => "due-today",
        RowStatus::Met => "met",
        RowStatus::MetLate => "met-late",
        RowStatus::Overdue => "overdue",
    };
    let flag = |on: bool, name: &str| if on { format!(" {name}") } else { String::new() };
    format!("{} {name}{}{}", row.school_year, flag(row.partial, "partial"), flag(row.carried, "carried"))
}

/// School year, status and flags of every row.
#[track_caller]
fn check(text: &str, today: &str, expected: &[&str]) {
    let found: Vec<String> = rows(text, today).iter().map(status).collect();
    assert_eq!(found, expected, "on {today}");
}

/// Documents of the row of a school year: which, when signed, by when to post, when posted.
#[track_caller]
fn check_documents(text: &str, today: &str, year: &str, expected: &[&str]) {
    let rows = rows(text, today);
    let row = rows.iter().find(|r| r.school_year.to_string() == year).unwrap();
    let dash = || "-".to_owned();
    let found: Vec<String> = row
        .requires
        .iter()
        .map(|r| {
            let day = |d: Option<Date>| d.map_or_else(dash, Date::dotted);
            let document = r.document.as_ref().map_or_else(dash, ToString::to_string);
            let ten = r.within_ten_days.map_or("open", |within| if within { "within" } else { "beyond" });
            format!("{document} {} {} {} {ten}", day(r.signed), r.work_by.date.dotted(), day(r.published))
        })
        .collect();
    assert_eq!(found, expected, "{year} on {today}");
}

#[test]
fn rows_of_the_model_school() {
    check(SCHOOL, "27.03.2026", &["2025/2026 upcoming"]);
    check(SCHOOL, "02.04.2026", &["2025/2026 upcoming partial"]);
    check(SCHOOL, "16.04.2026", &["2025/2026 met"]);
    check(SCHOOL, "30.04.2026", &["2025/2026 met"]);
    check(SCHOOL, "01.05.2026", &["2025/2026 met"]);
    // Before the replacement was signed, nobody was known to hold the role on 1 May 2027.
    check(SCHOOL, "02.05.2026", &["2025/2026 met", "2026/2027 upcoming partial"]);
    check(SCHOOL, "16.06.2026", &["2025/2026 met", "2026/2027 upcoming partial"]);
    check(SCHOOL, "17.06.2026", &["2025/2026 met", "2026/2027 met carried"]);
    check(SCHOOL, "31.08.2026", &["2025/2026 met", "2026/2027 met carried"]);
    check(SCHOOL, "01.09.2026", &["2025/2026 met", "2026/2027 met carried"]);
    check(SCHOOL, "02.05.2027", &["2025/2026 met", "2026/2027 met carried", "2027/2028 met carried"]);
}

#[test]
fn a_year_with_nothing_posted() {
    let text = without(SCHOOL, &["document: "]);
    let text = text.replace("publications:", "");
    check(&text, "30.04.2026", &["2025/2026 upcoming"]);
    check(&text, "01.05.2026", &["2025/2026 due-today"]);
    check(&text, "02.05.2026", &["2025/2026 overdue", "2026/2027 upcoming"]);
    check(&text, "31.08.2026", &["2025/2026 overdue", "2026/2027 upcoming"]);
    check(&text, "01.09.2026", &["2025/2026 overdue", "2026/2027 upcoming"]);
    let days: Vec<i32> = rows(&text, "02.05.2026").iter().map(|r| r.days).collect();
    assert_eq!(days, [-1, 364]);
    let days: Vec<i32> = rows(&text, "01.05.2026").iter().map(|r| r.days).collect();
    assert_eq!(days, [0]);
}

#[test]
fn posted_after_the_day() {
    let text = edited(SCHOOL, &[("16.04.2026}", "07.05.2026}")]);
    check(&text, "01.05.2026", &["2025/2026 due-today partial"]);
    check(&text, "06.05.2026", &["2025/2026 overdue partial", "2026/2027 upcoming partial"]);
    check(&text, "07.05.2026", &["2025/2026 met-late", "2026/2027 upcoming partial"]);
    check_documents(
        &text,
        "07.05.2026",
        "2025/2026",
        &[
            "decision:first 27.03.2026 10.04.2026 02.04.2026 within",
            "order:appointment 15.04.2026 29.04.2026 07.05.2026 beyond",
        ],
    );
}

#[test]
fn the_sooner_of_the_two_days_binds() {
    let text = without(SCHOOL, &["document: "]).replace("publications:", "");
    check_documents(
        &text,
        "16.04.2026",
        "2025/2026",
        &["decision:first 27.03.2026 10.04.2026 - beyond", "order:appointment 15.04.2026 29.04.2026 - open"],
    );
    assert_eq!(rows(&text, "16.04.2026")[0].work_by, Some(day("10.04.2026")));
    // Ten working days from 22 April end on 7 May, so the last working day by the due day binds.
    let later = edited(
        &text,
        &[("id: appointment, number: 2, date: 15.04.2026", "id: appointment, number: 2, date: 22.04.2026")],
    );
    check_documents(
        &later,
        "23.04.2026",
        "2025/2026",
        &["decision:first 27.03.2026 10.04.2026 - beyond", "order:appointment 22.04.2026 30.04.2026 - open"],
    );
    assert_eq!(rows(SCHOOL, "16.04.2026")[0].work_by, None, "nothing is missing");
}

#[test]
fn the_last_working_day_of_a_row() {
    let row = |today: &str| rows(SCHOOL, today).pop().unwrap();
    assert_eq!(row("01.05.2026").last_working_day, day("30.04.2026"));
    assert_eq!(row("02.05.2026").due, date("01.05.2027"));
    assert_eq!(row("02.05.2026").last_working_day, day("30.04.2027"));
    assert!(!row("02.05.2027").last_working_day.exact, "2028 is not filled in");
}

#[test]
fn a_replaced_holder_leaves_the_past_row_alone() {
    let text = without(SCHOOL, &["order:replacement"]);
    check(&text, "30.06.2026", &["2025/2026 met", "2026/2027 upcoming partial"]);
    check_documents(
        &text,
        "30.06.2026",
        "2026/2027",
        &["decision:first 27.03.2026 10.04.2026 02.04.2026 within", "order:replacement 16.06.2026 30.06.2026 - open"],
    );
    check_documents(
        &text,
        "01.07.2026",
        "2026/2027",
        &["decision:first 27.03.2026 10.04.2026 02.04.2026 within", "order:replacement 16.06.2026 30.06.2026 - beyond"],
    );
}

#[test]
fn without_the_publication_record_only_its_document_is_missing() {
    let text = without(SCHOOL, &["decision:first"]);
    check(&text, "01.09.2026", &["2025/2026 overdue partial", "2026/2027 upcoming partial"]);
    check_documents(
        &text,
        "01.09.2026",
        "2025/2026",
        &["decision:first 27.03.2026 10.04.2026 - beyond", "order:appointment 15.04.2026 29.04.2026 16.04.2026 within"],
    );
}

#[test]
fn without_the_order_no_document_counts() {
    let text = without(SCHOOL, &["id: appointment", "id: replacement", "order:appointment", "order:replacement"]);
    check(&text, "01.09.2026", &["2025/2026 overdue partial", "2026/2027 upcoming partial"]);
    check_documents(
        &text,
        "01.09.2026",
        "2026/2027",
        &["decision:first 27.03.2026 10.04.2026 02.04.2026 within", "- - 30.04.2027 - open"],
    );
}

#[test]
fn without_the_appointment_the_order_alone_does_not_count() {
    let text =
        edited(SCHOOL, &[("appoints: [{person: ivanova, role: administrator, until: 15.06.2026}]", "points: [О]")]);
    // The replacement of June is the first order that appoints at all: it makes the row good, late.
    check(&text, "01.06.2026", &["2025/2026 overdue partial", "2026/2027 upcoming partial"]);
    check(&text, "17.06.2026", &["2025/2026 met-late", "2026/2027 met carried"]);
    check_documents(
        &text,
        "17.06.2026",
        "2025/2026",
        &[
            "decision:first 27.03.2026 10.04.2026 02.04.2026 within",
            "order:replacement 16.06.2026 30.04.2026 17.06.2026 within",
        ],
    );
}

#[test]
fn taken_down_by_the_day_or_after_it() {
    let by = edited(SCHOOL, &[("date: 16.04.2026}", "date: 16.04.2026, removed: 01.05.2026}")]);
    check(&by, "30.04.2026", &["2025/2026 met"]);
    check(&by, "01.05.2026", &["2025/2026 due-today partial"]);
    check(&by, "01.06.2026", &["2025/2026 overdue partial", "2026/2027 upcoming partial"]);
    let after = edited(SCHOOL, &[("date: 16.04.2026}", "date: 16.04.2026, removed: 02.05.2026}")]);
    check(&after, "01.06.2026", &["2025/2026 met", "2026/2027 upcoming partial"]);
    let again =
        edited(&by, &[("publications:", "publications:\n  - {document: 'order:appointment', date: 05.05.2026}")]);
    check(&again, "05.05.2026", &["2025/2026 met-late", "2026/2027 upcoming partial"]);
}

#[test]
fn a_row_is_closed_on_the_due_day_of_the_next() {
    // Posted late, then taken down years later when it was long replaced: the old row does not open again.
    let text = edited(SCHOOL, &[("date: 16.04.2026}", "date: 07.05.2026, removed: 01.09.2027}")]);
    check(&text, "01.10.2027", &["2025/2026 met-late", "2026/2027 met carried", "2027/2028 met carried"]);
    // Posted only after the next due day: the old row stays what it was.
    let text = edited(SCHOOL, &[("date: 16.04.2026}", "date: 01.09.2027}")]);
    check(&text, "01.10.2027", &["2025/2026 overdue partial", "2026/2027 met carried", "2027/2028 met carried"]);
}

#[test]
fn an_act_signed_after_the_day_belongs_to_the_next_row() {
    let decision = "  - {id: second, regulation: sferum, school_year: 2026/2027, date: 05.05.2026, body: п, text: т}\n";
    let text = edited(SCHOOL, &[("decisions:\n", &format!("decisions:\n{decision}"))]);
    check(&text, "20.06.2026", &["2025/2026 met", "2026/2027 upcoming partial"]);
    check_documents(
        &text,
        "20.06.2026",
        "2026/2027",
        &[
            "decision:second 05.05.2026 20.05.2026 - beyond",
            "order:replacement 16.06.2026 30.06.2026 17.06.2026 within",
        ],
    );
}

#[test]
fn the_first_decision_taken_after_the_day_makes_the_row_good() {
    let text = edited(SCHOOL, &[("date: 27.03.2026", "date: 12.05.2026"), ("date: 02.04.2026", "date: 13.05.2026")]);
    check(&text, "11.05.2026", &["2025/2026 overdue partial", "2026/2027 upcoming"]);
    check(&text, "12.05.2026", &["2025/2026 overdue partial", "2026/2027 upcoming"]);
    check(&text, "13.05.2026", &["2025/2026 met-late", "2026/2027 upcoming partial"]);
}

#[test]
fn clocks_of_every_signed_document() {
    let register = register(SCHOOL);
    let clocks = |today: &str| -> Vec<String> {
        let describe = |c: PostingClock| {
            let ten = c.within_ten_days.map_or("open", |within| if within { "within" } else { "beyond" });
            format!("{} {} {ten}", c.document, c.work_by.date.dotted())
        };
        register.clocks(date(today)).into_iter().map(describe).collect()
    };
    assert!(clocks("26.03.2026").is_empty());
    assert_eq!(
        clocks("15.04.2026"),
        [
            "decision:first 10.04.2026 within",
            "order:appointment 29.04.2026 open",
            "order:approval 29.04.2026 open",
            "edition:sferum@2026-04-15 29.04.2026 open",
        ]
    );
    assert_eq!(
        clocks("29.10.2026")[3..],
        [
            "edition:sferum@2026-04-15 29.04.2026 beyond",
            "order:replacement 30.06.2026 within",
            "order:amendment 29.10.2026 open",
            "edition:sferum@2026-10-15 29.10.2026 open",
        ]
    );
    assert_eq!(clocks("30.10.2026")[5], "order:amendment 29.10.2026 beyond");
}

/// Whatever day it is, taking one record away changes nothing but what depends on it.
#[test]
fn taking_a_posting_away_changes_only_its_own_document() {
    for record in ["decision:first", "order:appointment", "order:replacement"] {
        let text = without(SCHOOL, &[record]);
        let (whole, less) = (register(SCHOOL), register(&text));
        let deadline = whole.deadlines.iter().next().unwrap();
        for offset in 0..500 {
            let today = date("25.03.2026").plus_days(offset);
            let (before, after) = (whole.rows(deadline, today), less.rows(deadline, today));
            assert_eq!(before.len(), after.len());
            for (before, after) in before.iter().zip(&after) {
                let others = |row: &DeadlineRow| -> Vec<RequiredDocument> {
                    let other = |r: &&RequiredDocument| r.document.as_ref().is_none_or(|d| d.to_string() != record);
                    row.requires.iter().filter(other).cloned().collect()
                };
                assert_eq!(others(before), others(after), "{record} on {today}");
                let own = after.requires.iter().find(|r| r.document.as_ref().is_some_and(|d| d.to_string() == record));
                match own {
                    Some(own) => assert!(own.published.is_none() && !matches!(after.status, RowStatus::Met)),
                    None => assert_eq!(before, after, "{record} on {today}"),
                }
            }
        }
    }
}

/// A row that was met by its due day is met on every later day.
#[test]
fn what_was_met_stays_met() {
    let register = register(SCHOOL);
    let deadline = register.deadlines.iter().next().unwrap();
    for offset in 0..1500 {
        let today = date("01.05.2026").plus_days(offset);
        assert_eq!(register.rows(deadline, today)[0].status, RowStatus::Met, "{today}");
    }
}
