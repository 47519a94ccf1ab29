//! The wordings of the panel for each status, as the school's site says them.

use super::*;
use crate::base::{Lang, OutPath};
use crate::model::fixture::{date, site};
use crate::theme::Words;
use crate::view::Lookup;

/// A school that must post a decision and an order by 1 May.
const SCHOOL: &str = "
settings: {title: Раздел, deadline_panel: MODE}
staff:
  - {id: ivanova, name: Иванова Анна Петровна, positions: [{title: учитель, category: teaching}]}
roles:
  - {id: administrator, title: Администратор}
regulations:
  sferum:
    2026-04-15: {title: Положение, order: approval}
decisions:
  - {id: first, regulation: sferum, school_year: 2025/2026, date: 27.03.2026, body: педсовет, text: Решили}
orders:
  - {id: approval, number: 01-07/132, date: 15.04.2026, title: О, signed_by: {name: Д, position: д}, appoints: [{person: ivanova, role: administrator}]}
deadlines:
  - {id: may, title: Разместить, clause: 2.1, due: 1 мая, since: 2025/2026, requires: [decision, 'order:administrator']}
publications: [{document: 'edition:sferum@2026-04-15', date: 16.04.2026}, POSTED]
";

const DECISION: &str = "{document: 'decision:first', date: 02.04.2026}";
const ORDER: &str = "{document: 'order:approval', date: 16.04.2026}";

fn panel_on(mode: &str, posted: &str, today: &str, year: &str) -> Panel {
    let site = site(&SCHOOL.replace("MODE", mode).replace("POSTED", posted), today);
    let words = Words::built_in(Lang::Ru);
    let lookup = Lookup::new(&site, &words);
    let out = OutPath::new("index.html").unwrap();
    let cx = Cx { site: &site, words: &words, lookup: &lookup, out: &out };
    let deadline = site.register.deadlines.iter().next().unwrap();
    let rows = site.register.rows(deadline, date(today));
    let row = rows.iter().find(|r| r.school_year.to_string() == year).unwrap();
    panel(cx, deadline, row, &site.register.clocks(site.today))
}

/// Everything that the panel says below its heading, in both modes: what stands in brackets only in the full one.
#[track_caller]
fn check(posted: &str, today: &str, year: &str, expected: &[&str]) {
    let said = |mode: &str| -> Vec<String> {
        let panel = panel_on(mode, posted, today, year);
        panel.lead.into_iter().chain([panel.text]).chain(panel.left).chain(panel.counts).collect()
    };
    let full: Vec<String> = expected.iter().map(|s| s.trim_matches(['[', ']']).to_owned()).collect();
    let dates: Vec<String> = expected.iter().filter(|s| !s.starts_with('[')).map(|s| (*s).to_owned()).collect();
    assert_eq!(said("full"), full, "full, {today}");
    assert_eq!(said("dates"), dates, "dates, {today}");
}

#[test]
fn heading() {
    let panel = panel_on("dates", DECISION, "2026-11-22", "2026/2027");
    assert_eq!(panel.heading, "Размещение по пункту 2.1 Положения, 2026/2027 учебный год. Сведения на 22.11.2026");
}

#[test]
fn upcoming() {
    check(
        "",
        "2026-03-30",
        "2025/2026",
        &[
            "Информация о решении от 27.03.2026 — разместить не позднее 10.04.2026 (10 рабочих дней).",
            "Разместить не позднее 1 мая 2026 года. Не размещено: информация о решении, приказ о назначении ответственных лиц.",
            "[Осталось 32 дня.]",
            "[Последний рабочий день до срока — четверг, 30 апреля 2026 года.]",
        ],
    );
}

#[test]
fn what_is_signed_and_not_posted_leads() {
    check(
        DECISION,
        "2026-04-20",
        "2025/2026",
        &[
            "Приказ от 15.04.2026 № 01-07/132 — разместить не позднее 29.04.2026 (10 рабочих дней).",
            "Размещено частично: информация о решении — 2 апреля 2026 года. Не размещено: приказ о назначении ответственных лиц; срок — не позднее 1 мая 2026 года.",
            "[Осталось 11 дней.]",
            "[Последний рабочий день до срока — четверг, 30 апреля 2026 года.]",
        ],
    );
}

#[test]
fn due_today() {
    check(
        DECISION,
        "2026-05-01",
        "2025/2026",
        &[
            "Приказ от 15.04.2026 № 01-07/132: на сайте не размещено, срок — не позднее 29.04.2026 (10 рабочих дней).",
            "Сегодня, 1 мая 2026 года, — последний день срока. Размещено частично: информация о решении — 2 апреля 2026 года. Не размещено: приказ о назначении ответственных лиц.",
        ],
    );
}

#[test]
fn met() {
    check(
        &format!("{DECISION}, {ORDER}"),
        "2026-05-02",
        "2025/2026",
        &[
            "Размещено в срок. Информация о решении — 2 апреля 2026 года, приказ — 16 апреля 2026 года; срок — не позднее 1 мая 2026 года.",
            "[За 15 дней до срока.]",
        ],
    );
}

#[test]
fn carried() {
    check(
        &format!("{DECISION}, {ORDER}"),
        "2026-11-22",
        "2026/2027",
        &[
            "Действуют документы, размещённые ранее: информация о решении — 2 апреля 2026 года, приказ — 16 апреля 2026 года; срок — не позднее 1 мая 2027 года.",
        ],
    );
}

#[test]
fn met_late() {
    check(
        &format!("{DECISION}, {{document: 'order:approval', date: 07.05.2026}}"),
        "2026-05-20",
        "2025/2026",
        &["Размещено 7 мая 2026 года; срок — не позднее 1 мая 2026 года.", "[На 6 дней позже срока.]"],
    );
}

#[test]
fn overdue_in_part() {
    check(
        DECISION,
        "2026-05-07",
        "2025/2026",
        &[
            "Приказ от 15.04.2026 № 01-07/132: на сайте не размещено, срок — не позднее 29.04.2026 (10 рабочих дней).",
            "Размещено частично: информация о решении — 2 апреля 2026 года. Не размещено: приказ о назначении ответственных лиц; срок — не позднее 1 мая 2026 года.",
            "[Срок истёк 6 дней назад.]",
        ],
    );
}

#[test]
fn overdue() {
    let panel = panel_on("full", "", "2026-05-07", "2025/2026");
    assert_eq!(
        panel.text,
        "На 7 мая 2026 года не размещены: информация о решении, приказ о назначении ответственных лиц; срок — не позднее 1 мая 2026 года."
    );
    assert_eq!(panel.counts, ["Срок истёк 6 дней назад."]);
    assert!(panel.open.is_none(), "nothing is left for the script");
}

#[test]
fn the_script_gets_its_sentences() {
    let open = panel_on("dates", "", "2026-03-20", "2025/2026").open.unwrap();
    assert_eq!(open.due, "2026-05-01");
    assert_eq!(open.passed, "Срок наступил 1 мая 2026 года. Сведения — на 20 марта 2026 года.");
    assert_eq!([open.one, open.few, open.many], ["Остался {n} день.", "Осталось {n} дня.", "Осталось {n} дней."]);
}

#[test]
fn an_unfilled_calendar_is_said() {
    let school = SCHOOL.replace("MODE", "full").replace("POSTED", "") + "calendar: {week: 5}\n";
    let site = site(&school, "2026-03-30");
    let words = Words::built_in(Lang::Ru);
    let lookup = Lookup::new(&site, &words);
    let out = OutPath::new("index.html").unwrap();
    let cx = Cx { site: &site, words: &words, lookup: &lookup, out: &out };
    let deadline = site.register.deadlines.iter().next().unwrap();
    let rows = site.register.rows(deadline, site.today);
    let panel = panel(cx, deadline, rows.last().unwrap(), &[]);
    assert_eq!(panel.counts, ["Последний рабочий день до срока — пятница, 1 мая 2026 года (дата ориентировочная)."]);
}
