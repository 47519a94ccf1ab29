//! An edition of a regulation: approval, status, text, what stands beside its clauses.

use serde::Serialize;

use crate::base::Date;
use crate::model::{Edition, EditionStatus, Job, Regulation};

use super::approval::{StampView, stamps};
use super::citation::{act_name, citations, whole_act};
use super::clauses::{PartView, parts};
use super::context::Cx;
use super::documents::{FileView, order_files, order_link};
use super::frame::{Frame, LinkView, full_address};
use super::html::{Html, Writer};
use super::{Page, View};

/// The page of an edition, at the regulation's own address or at its permanent one.
#[derive(Serialize)]
pub(crate) struct EditionPage<'a> {
    /// Stamps of adoption and approval.
    pub(crate) stamps: Vec<StampView>,
    /// «Действует с 15.04.2026».
    pub(crate) period: String,
    /// `draft`, `not-yet`, `in-force`, `superseded`, `lost`; also a class.
    pub(crate) status: &'static str,
    /// A sentence that marks any text that is not in force; absent for the one that is.
    pub(crate) mark: Option<String>,
    /// The edition in force, where this is another.
    pub(crate) current: Option<LinkView>,
    /// The permanent address of this edition.
    pub(crate) permanent: Option<String>,
    /// What changed against the edition before.
    pub(crate) summary: Option<&'a str>,
    /// The order that puts the edition in force.
    pub(crate) order: Option<LinkView>,
    /// The signed order and its signature.
    pub(crate) files: Vec<FileView>,
    /// Text before the first section.
    pub(crate) preamble: Html,
    /// Sections and clauses, each with what stands under it.
    pub(crate) parts: Vec<PartView>,
    /// Footnotes of the text.
    pub(crate) footnotes: Html,
    /// The act as a citation names it: «Положения …, утверждённого приказом от … № …».
    pub(crate) cited_as: String,
    /// All editions, newest first.
    pub(crate) editions: Vec<EditionView<'a>>,
}

/// A line of the list of editions.
#[derive(Serialize)]
pub(crate) struct EditionView<'a> {
    /// Permanent address; absent for the edition whose page this is.
    pub(crate) href: Option<String>,
    /// «Редакция, действующая с 15.04.2026».
    pub(crate) title: String,
    /// As in [`EditionPage::status`].
    pub(crate) status: &'static str,
    /// «действует», «вступит в силу 01.09.2027», «не действует с …».
    pub(crate) status_text: String,
    /// The order that puts it in force.
    pub(crate) order: Option<LinkView>,
    /// What changed.
    pub(crate) summary: Option<&'a str>,
}

/// Name of a status: a class, and the tail of a key.
pub(crate) fn status_name(status: EditionStatus) -> &'static str {
    match status {
        EditionStatus::Draft => "draft",
        EditionStatus::NotYet => "not-yet",
        EditionStatus::InForce => "in-force",
        EditionStatus::Superseded => "superseded",
        EditionStatus::Lost => "lost",
    }
}

/// The edition that the regulation's own address shows.
pub(crate) fn current<'a>(cx: Cx<'a>, slug: &str) -> Option<View<'a>> {
    let regulation = cx.site.register.regulation(slug)?;
    let shown = regulation.shown(cx.site.today)?;
    Some(view(cx, regulation, shown.edition, shown.status, true))
}

/// An edition at its permanent address.
pub(crate) fn dated<'a>(cx: Cx<'a>, slug: &str, date: Date) -> Option<View<'a>> {
    let regulation = cx.site.register.regulation(slug)?;
    let edition = regulation.editions.iter().find(|e| e.date == date)?;
    Some(view(cx, regulation, edition, regulation.status(edition, cx.site.today), false))
}

fn view<'a>(
    cx: Cx<'a>,
    regulation: &'a Regulation,
    edition: &'a Edition,
    status: EditionStatus,
    own_address: bool,
) -> View<'a> {
    let front = &edition.front;
    let home = Some((edition.slug.as_str(), edition.date));
    let mut writer = Writer::new(cx.scope(&edition.path, cx.out, home));
    writer.cite(citations(cx, edition));
    let preamble = writer.blocks(&edition.text.preamble);
    let parts = parts(cx, edition, status, &mut writer);
    let footnotes = writer.footnotes(&edition.text.footnotes);
    let order = cx.site.register.order_named(front.order.as_ref());
    let in_force = regulation.in_force(cx.site.today).filter(|e| e.date != edition.date);
    let mut frame = Frame::new(cx, title(cx, edition, own_address)).with_editions(cx, Some(&regulation.slug));
    frame.toc = writer.take_toc();
    frame.description = front.description.clone().or_else(|| front.summary.clone());
    // Whether it is in force, and who answers for its clauses, is true of one day; that it has lost force, of all.
    if matches!(status, EditionStatus::InForce | EditionStatus::NotYet) {
        frame = frame.computed(cx);
    }
    frame.citation = Some(whole_act(cx, &front.title, order));
    frame.draft = status == EditionStatus::Draft;
    // Paper outlives the day when another edition stands at the regulation's own address.
    let dated = Job::Edition(edition.slug.clone(), edition.date);
    frame.paper_address = cx.out_of(&dated).and_then(|out| full_address(cx, out)).or(frame.paper_address);
    let own = Job::Regulation(regulation.slug.clone());
    let current = in_force.and_then(|e| {
        let title = cx.say("edition-current", &[("date", e.date.dotted().into())]);
        Some(LinkView { href: cx.job(&own)?, title })
    });
    let page = EditionPage {
        stamps: stamps(cx, edition),
        period: period(cx, regulation, edition),
        status: status_name(status),
        mark: (status != EditionStatus::InForce).then(|| mark(cx, regulation, edition, status)),
        current,
        permanent: own_address.then(|| cx.job(&dated)).flatten(),
        summary: front.summary.as_deref(),
        order: front.order.as_ref().and_then(|id| order_link(cx, id.as_str())),
        files: order.map(|o| order_files(cx, o)).unwrap_or_default(),
        preamble,
        parts,
        footnotes,
        cited_as: act_name(cx, edition),
        editions: editions(cx, regulation),
    };
    View { frame, page: Page::Edition(Box::new(page)) }
}

fn title(cx: Cx<'_>, edition: &Edition, own_address: bool) -> String {
    let title = edition.front.title.as_str();
    if own_address {
        return title.to_owned();
    }
    // Two pages of one site never have one title: the dated one says which edition it is.
    cx.say("edition-title", &[("title", title.into()), ("date", edition.date.dotted().into())])
}

/// «Действует с 15.04.2026», «Действовало с 15.04.2026 по 31.08.2027».
fn period(cx: Cx<'_>, regulation: &Regulation, edition: &Edition) -> String {
    let period = regulation.period(edition);
    let from = period.from.dotted();
    let key = match (regulation.status(edition, cx.site.today), period.until) {
        (EditionStatus::Draft, _) => "edition-period-draft",
        (EditionStatus::NotYet, _) => "edition-period-not-yet",
        (EditionStatus::InForce, None) => "edition-period-open",
        (EditionStatus::InForce, Some(_)) => "edition-period",
        (EditionStatus::Superseded | EditionStatus::Lost, _) => "edition-period-past",
    };
    let until = period.until.map(|u| u.dotted()).unwrap_or_default();
    cx.say(key, &[("from", (&from).into()), ("until", (&until).into())])
}

fn mark(cx: Cx<'_>, regulation: &Regulation, edition: &Edition, status: EditionStatus) -> String {
    let until = regulation.period(edition).until.map(|u| u.plus_days(1).dotted()).unwrap_or_default();
    let key = format!("edition-mark-{}", status_name(status));
    cx.say(&key, &[("from", edition.date.dotted().into()), ("until", (&until).into())])
}

/// All editions of a regulation, newest first; drafts are among them only in the preview.
pub(crate) fn editions<'a>(cx: Cx<'a>, regulation: &'a Regulation) -> Vec<EditionView<'a>> {
    let lines = regulation.editions.iter().rev().map(|edition| {
        let status = regulation.status(edition, cx.site.today);
        let until = regulation.period(edition).until.map(|u| u.plus_days(1).dotted()).unwrap_or_default();
        let key = format!("edition-status-{}", status_name(status));
        let date = edition.date.dotted();
        let job = Job::Edition(regulation.slug.clone(), edition.date);
        let here = cx.site.routes.get(cx.out) == Some(&job);
        EditionView {
            href: cx.job(&job).filter(|_| !here),
            title: cx.say("edition-name-of", &[("date", (&date).into())]),
            status: status_name(status),
            status_text: cx.say(&key, &[("from", (&date).into()), ("until", (&until).into())]),
            order: edition.front.order.as_ref().and_then(|id| order_link(cx, id.as_str())),
            summary: edition.front.summary.as_deref(),
        }
    });
    lines.collect()
}
