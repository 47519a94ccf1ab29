//! Deadlines by school year, with the proof of each document, and the ten-day clocks.

use serde::Serialize;

use crate::model::{DeadlineRow, PostingClock, RequiredDocument};
use crate::schema::records::{Deadline, PanelMode};

use super::context::{Cx, capitalized};
use super::documents::{document_href, document_name, requirement_name};
use super::frame::{Frame, LinkView};
use super::html::{Html, TocEntry};
use super::panel::{Panel, exact, panels, row_anchor, status_name, text};
use super::people::clause_link;
use super::{Docs, Page, View};

/// `deadlines.html`.
#[derive(Serialize)]
pub(crate) struct Deadlines<'a> {
    /// Text from `deadlines.md`.
    pub(crate) body: Html,
    /// Panels of this school year.
    pub(crate) panels: Vec<Panel>,
    /// Deadlines in the order of their file.
    pub(crate) deadlines: Vec<DeadlineView<'a>>,
    /// Ten-day clocks of signed documents, newest first.
    pub(crate) clocks: Vec<ClockView>,
    /// Whether it is said that a document was posted within ten working days or not (`deadline_panel: full`);
    /// otherwise dates stand side by side.
    pub(crate) verdicts: bool,
}

/// A deadline with its rows.
#[derive(Serialize)]
pub(crate) struct DeadlineView<'a> {
    /// Anchor: `d-ID`.
    pub(crate) anchor: String,
    /// What must be done.
    pub(crate) title: &'a str,
    /// The clause that sets it.
    pub(crate) clause: LinkView,
    /// Newest first.
    pub(crate) rows: Vec<RowView>,
}

/// A deadline in one school year.
#[derive(Serialize)]
pub(crate) struct RowView {
    /// Anchor: `d-ID-2026`.
    pub(crate) anchor: String,
    /// «2026/2027».
    pub(crate) school_year: String,
    /// «1 мая 2027 года».
    pub(crate) due: String,
    /// `upcoming`, `due-today`, `met`, `met-late`, `overdue`; also a class.
    pub(crate) status: &'static str,
    /// Whether some but not all documents are posted.
    pub(crate) partial: bool,
    /// Where it stands, in words.
    pub(crate) text: String,
    /// What is asked for.
    pub(crate) documents: Vec<DocumentView>,
}

/// A document that a row asks for.
#[derive(Serialize)]
pub(crate) struct DocumentView {
    /// Its name.
    pub(crate) title: String,
    /// Where it is read; absent if it is not there.
    pub(crate) href: Option<String>,
    /// «15.04.2026»; absent if nothing was signed.
    pub(crate) signed: Option<String>,
    /// «29.04.2026», marked where the calendar is not filled in.
    pub(crate) work_by: String,
    /// «16.04.2026»; absent while it is not posted.
    pub(crate) posted: Option<String>,
    /// `yes`, `no` or `open`: whether it was posted within ten working days.
    pub(crate) within_ten_days: &'static str,
    /// Made in an earlier school year.
    pub(crate) carried: bool,
}

/// The ten-day clock of a signed document.
#[derive(Serialize)]
pub(crate) struct ClockView {
    /// Its name.
    pub(crate) title: String,
    /// Where it is read.
    pub(crate) href: Option<String>,
    /// «15.04.2026».
    pub(crate) signed: String,
    /// «29.04.2026».
    pub(crate) work_by: String,
    /// «16.04.2026»; absent while it is not posted.
    pub(crate) posted: Option<String>,
    /// As in [`DocumentView::within_ten_days`].
    pub(crate) within_ten_days: &'static str,
}

pub(crate) fn view<'a>(cx: Cx<'a>, docs: &Docs<'_>) -> View<'a> {
    let body = cx.body(docs);
    let title = body.title.clone().unwrap_or_else(|| cx.word("page-deadlines"));
    let (register, today) = (&cx.site.register, cx.site.today);
    let mut clocks: Vec<ClockView> = register.clocks(today).iter().map(|c| clock(cx, c)).collect();
    clocks.reverse();
    let page = Deadlines {
        body: body.html.clone(),
        panels: panels(cx),
        deadlines: register.deadlines.iter().map(|d| deadline(cx, d)).collect(),
        clocks,
        verdicts: cx.site.settings.deadline_panel == PanelMode::Full,
    };
    let mut frame = Frame::new(cx, title).with_body(&body).computed(cx).with_part(
        cx,
        "svod.panels",
        "home-deadlines",
        !page.panels.is_empty(),
    );
    frame.toc.extend(page.deadlines.iter().map(|deadline| TocEntry {
        anchor: deadline.anchor.clone(),
        text: deadline.title.to_owned(),
        depth: 1,
    }));
    let frame = frame.with_part(cx, "svod.clocks", "clocks-title", !page.clocks.is_empty());
    View { frame, page: Page::Deadlines(page) }
}

fn deadline<'a>(cx: Cx<'a>, deadline: &'a Deadline) -> DeadlineView<'a> {
    let rows = cx.site.register.rows(deadline, cx.site.today);
    DeadlineView {
        anchor: format!("d-{}", deadline.id.as_str()),
        title: &deadline.title,
        clause: clause_link(cx, &deadline.clause, None),
        rows: rows.iter().rev().map(|r| row(cx, r)).collect(),
    }
}

fn row(cx: Cx<'_>, row: &DeadlineRow) -> RowView {
    RowView {
        anchor: row_anchor(row),
        school_year: row.school_year.to_string(),
        due: cx.long(row.due),
        status: status_name(row.status),
        partial: row.partial,
        text: text(cx, row),
        documents: row.requires.iter().map(|r| document(cx, r)).collect(),
    }
}

fn document(cx: Cx<'_>, required: &RequiredDocument) -> DocumentView {
    let name = match &required.document {
        Some(document) => document_name(cx, document),
        None => requirement_name(cx, &required.requirement, false),
    };
    DocumentView {
        title: capitalized(&name),
        href: required.document.as_ref().and_then(|d| document_href(cx, d)),
        signed: required.signed.map(|d| d.dotted()),
        work_by: exact(cx, required.work_by, required.work_by.date.dotted()),
        posted: required.published.map(|d| d.dotted()),
        within_ten_days: verdict(required.within_ten_days),
        carried: required.carried,
    }
}

fn clock(cx: Cx<'_>, clock: &PostingClock) -> ClockView {
    ClockView {
        title: capitalized(&document_name(cx, &clock.document)),
        href: document_href(cx, &clock.document),
        signed: clock.signed.dotted(),
        work_by: exact(cx, clock.work_by, clock.work_by.date.dotted()),
        posted: clock.published.map(|d| d.dotted()),
        within_ten_days: verdict(clock.within_ten_days),
    }
}

fn verdict(within: Option<bool>) -> &'static str {
    match within {
        Some(true) => "yes",
        Some(false) => "no",
        None => "open",
    }
}
