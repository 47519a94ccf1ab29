//! The deadline panel in words, by status and by how much the school wants to say.
//!
//! Wordings carry legal weight: they say what is true and no more. Counts of days appear only with
//! `deadline_panel: full`.

#[cfg(test)]
mod tests;

use serde::Serialize;

use crate::base::{Date, Weekday};
use crate::model::{DeadlineRow, Job, PostingClock, RequiredDocument, RowStatus, WorkDay};
use crate::schema::Requirement;
use crate::schema::records::{Deadline, PanelMode};

use crate::view::context::{Cx, capitalized};
use crate::view::documents::{document_name, requirement_name};
use crate::view::frame::LinkView;
use crate::view::people::clause_link;

/// A panel of one deadline in one school year.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Panel {
    /// «Размещение по пункту 2.1 Положения, 2026/2027 учебный год. Сведения на 22.11.2026».
    pub(crate) heading: String,
    /// `upcoming`, `due-today`, `met`, `met-late`, `overdue`; also a class.
    pub(crate) status: &'static str,
    /// Whether some but not all documents are posted.
    pub(crate) partial: bool,
    /// Signed documents that are not posted yet, each a sentence; they lead.
    pub(crate) lead: Vec<String>,
    /// Where the deadline stands.
    pub(crate) text: String,
    /// «Осталось 160 дней.», only with `full` and while the day has not come.
    pub(crate) left: Option<String>,
    /// More counts, each a sentence; only with `full`.
    pub(crate) counts: Vec<String>,
    /// What the script needs; absent once nothing is open.
    pub(crate) open: Option<OpenPanel>,
    /// The clause that sets the deadline.
    pub(crate) clause: LinkView,
    /// The row on the page of deadlines, if there is that page.
    pub(crate) href: Option<String>,
}

/// What the script refreshes while a deadline is open.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct OpenPanel {
    /// Due day, `2027-05-01`.
    pub(crate) due: String,
    /// «Срок наступил 1 мая 2027 года. Сведения — на 22 ноября 2026 года.», shown once the day has passed.
    pub(crate) passed: String,
    /// «Остался {n} день.»: the sentence of days left in its plural forms, with `{n}` for the number.
    pub(crate) one: String,
    /// See above.
    pub(crate) few: String,
    /// See above.
    pub(crate) many: String,
}

/// Anchor of a row on the page of deadlines.
pub(crate) fn row_anchor(row: &DeadlineRow) -> String {
    format!("d-{}-{}", row.deadline, row.school_year.start)
}

/// Name of a status: a class, and the tail of a key.
pub(crate) fn status_name(status: RowStatus) -> &'static str {
    match status {
        RowStatus::Upcoming => "upcoming",
        RowStatus::DueToday => "due-today",
        RowStatus::Met => "met",
        RowStatus::MetLate => "met-late",
        RowStatus::Overdue => "overdue",
    }
}

/// Panels for the school year of today, one a deadline; the newest row where that year has none.
pub(crate) fn panels(cx: Cx<'_>) -> Vec<Panel> {
    let (register, today) = (&cx.site.register, cx.site.today);
    let clocks = register.clocks(today);
    let mut panels: Vec<Panel> = Vec::new();
    for deadline in register.deadlines.iter() {
        let rows = register.rows(deadline, today);
        let this_year = crate::base::SchoolYear::of(today);
        let row = rows.iter().rev().find(|r| r.school_year == this_year).or(rows.last());
        // What is signed and not posted is said once, in the first panel.
        let clocks = if panels.is_empty() { &clocks[..] } else { &[] };
        panels.extend(row.map(|row| panel(cx, deadline, row, clocks)));
    }
    panels
}

/// The panel of one row.
pub(crate) fn panel(cx: Cx<'_>, deadline: &Deadline, row: &DeadlineRow, clocks: &[PostingClock]) -> Panel {
    let clause = clause_link(cx, &deadline.clause, None);
    let full = cx.site.settings.deadline_panel == PanelMode::Full;
    let pending = matches!(row.status, RowStatus::Upcoming | RowStatus::DueToday);
    let values = [
        ("clause", (&clause.title).into()),
        ("year", row.school_year.to_string().into()),
        ("today", cx.site.today.dotted().into()),
    ];
    let left = |count: i64, shown: &str| cx.say("panel-left", &[("count", count.into()), ("shown", shown.into())]);
    let open = pending.then(|| OpenPanel {
        due: row.due.to_string(),
        passed: cx.say("panel-passed", &[("due", cx.long(row.due).into()), ("today", cx.long(cx.site.today).into())]),
        one: left(1, "{n}"),
        few: left(2, "{n}"),
        many: left(5, "{n}"),
    });
    Panel {
        heading: cx.say("panel-heading", &values),
        status: status_name(row.status),
        partial: row.partial,
        lead: lead(cx, clocks),
        text: text(cx, row),
        left: (full && row.status == RowStatus::Upcoming).then(|| left(row.days.into(), &row.days.to_string())),
        counts: if full { counts(cx, row) } else { Vec::new() },
        open,
        href: cx.job_anchor(&Job::Deadlines, Some(&row_anchor(row))),
        clause,
    }
}

/// Signed documents that do not stand posted, soonest first.
fn lead(cx: Cx<'_>, clocks: &[PostingClock]) -> Vec<String> {
    let mut waiting: Vec<&PostingClock> = clocks.iter().filter(|c| c.published.is_none()).collect();
    waiting.sort_by_key(|c| c.work_by.date);
    waiting
        .into_iter()
        .map(|clock| {
            let document = capitalized(&document_name(cx, &clock.document));
            let key = if clock.work_by.date < cx.site.today { "panel-lead-passed" } else { "panel-lead" };
            let date = exact(cx, clock.work_by, clock.work_by.date.dotted());
            cx.say(key, &[("document", (&document).into()), ("date", (&date).into())])
        })
        .collect()
}

/// A date, marked where the calendar of its year is not filled in.
pub(crate) fn exact(cx: Cx<'_>, day: WorkDay, text: String) -> String {
    if day.exact { text } else { format!("{text} ({})", cx.word("date-estimated")) }
}

/// Where a row stands, in a sentence or two.
pub(crate) fn text(cx: Cx<'_>, row: &DeadlineRow) -> String {
    let (missing, count) = missing(cx, row);
    let posted = posted(cx, row);
    let (due, today) = (cx.long(row.due), cx.long(cx.site.today));
    let last_posted = last_posted(row).map(|date| cx.long(date)).unwrap_or_default();
    let large = capitalized(&posted);
    let key = match (row.status, row.partial) {
        (RowStatus::Upcoming, false) => "panel-upcoming",
        (RowStatus::DueToday, false) => "panel-due-today",
        (RowStatus::DueToday, true) => "panel-due-today-partial",
        (RowStatus::Upcoming | RowStatus::Overdue, true) => "panel-partial",
        (RowStatus::Overdue, false) => "panel-overdue",
        (RowStatus::Met, _) if row.carried => "panel-carried",
        (RowStatus::Met, _) => "panel-met",
        (RowStatus::MetLate, _) => "panel-met-late",
    };
    let values = [
        ("due", (&due).into()),
        ("today", (&today).into()),
        ("missing", (&missing).into()),
        ("count", count.into()),
        // After a full stop the list begins with a large letter.
        ("posted", if key == "panel-met" { (&large).into() } else { (&posted).into() }),
        ("last", (&last_posted).into()),
    ];
    cx.say(key, &values)
}

/// Sentences that count days.
fn counts(cx: Cx<'_>, row: &DeadlineRow) -> Vec<String> {
    let days = |from: Date, to: Date| i64::from(from.days_until(to));
    let counted = |key: &str, count: i64| cx.say(key, &[("count", count.into())]);
    match row.status {
        RowStatus::Upcoming => {
            let day = row.last_working_day;
            let date = exact(cx, day, cx.long(day.date));
            let weekday = weekday(cx, day.date);
            vec![cx.say("panel-last-working", &[("weekday", (&weekday).into()), ("date", (&date).into())])]
        }
        RowStatus::Met if !row.carried => match last_posted(row).map(|last| days(last, row.due)) {
            Some(count) if count > 0 => vec![counted("panel-early", count)],
            _ => Vec::new(),
        },
        RowStatus::MetLate => {
            last_posted(row).map(|last| counted("panel-late", days(row.due, last))).into_iter().collect()
        }
        RowStatus::Overdue => vec![counted("panel-expired", days(row.due, cx.site.today))],
        RowStatus::DueToday | RowStatus::Met => Vec::new(),
    }
}

fn last_posted(row: &DeadlineRow) -> Option<Date> {
    row.requires.iter().filter_map(|r| r.published).max()
}

/// What is missing, named once each, and how many names there are.
fn missing(cx: Cx<'_>, row: &DeadlineRow) -> (String, i64) {
    let lacking: Vec<&RequiredDocument> = row.requires.iter().filter(|r| r.published.is_none()).collect();
    let all_orders = row.requires.iter().filter(|r| matches!(r.requirement, Requirement::Order(_)));
    // Orders need telling apart only when one is posted and another is not.
    let alone = all_orders.clone().all(|r| r.published.is_none()) || all_orders.count() == 1;
    let mut names: Vec<String> = Vec::new();
    for document in lacking {
        let name = requirement_name(cx, &document.requirement, alone);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    (names.join(", "), i64::try_from(names.len()).unwrap_or(i64::MAX))
}

/// «информация о решении — 2 апреля 2026 года, приказ — 16 апреля 2026 года».
fn posted(cx: Cx<'_>, row: &DeadlineRow) -> String {
    let orders = row.requires.iter().filter(|r| matches!(r.requirement, Requirement::Order(_))).count();
    let mut parts: Vec<String> = Vec::new();
    for required in &row.requires {
        let Some(date) = required.published else { continue };
        let name = match (&required.requirement, &required.document) {
            // The only order is simply «приказ»; of several each is told by its number.
            (Requirement::Order(_), _) if orders == 1 => cx.word("order-name"),
            (Requirement::Order(_), Some(document)) => document_name(cx, document),
            (requirement, _) => requirement_name(cx, requirement, true),
        };
        let part = cx.say("panel-posted", &[("document", (&name).into()), ("date", cx.long(date).into())]);
        if !parts.contains(&part) {
            parts.push(part);
        }
    }
    parts.join(", ")
}

fn weekday(cx: Cx<'_>, date: Date) -> String {
    cx.word(match date.weekday() {
        Weekday::Monday => "weekday-monday",
        Weekday::Tuesday => "weekday-tuesday",
        Weekday::Wednesday => "weekday-wednesday",
        Weekday::Thursday => "weekday-thursday",
        Weekday::Friday => "weekday-friday",
        Weekday::Saturday => "weekday-saturday",
        Weekday::Sunday => "weekday-sunday",
    })
}
