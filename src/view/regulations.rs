//! The list of regulations.

use serde::Serialize;

use crate::model::{Job, Regulation};

use super::context::Cx;
use super::edition::{EditionView, editions, status_name};
use super::frame::Frame;
use super::html::Html;
use super::{Docs, Page, View};

/// `regulations/index.html`.
#[derive(Serialize)]
pub(crate) struct RegulationIndex<'a> {
    /// Text from `regulations/index.md`.
    pub(crate) body: Html,
    /// Regulations by folder name.
    pub(crate) regulations: Vec<RegulationView<'a>>,
}

/// A regulation in a list.
#[derive(Serialize)]
pub(crate) struct RegulationView<'a> {
    /// Its own address.
    pub(crate) href: String,
    /// Full title.
    pub(crate) title: &'a str,
    /// `in-force`, `not-yet`, `lost`, `draft`.
    pub(crate) status: &'static str,
    /// «Действует редакция с 15.04.2026: приказ от 15.04.2026 № 01-07/132».
    pub(crate) line: String,
    /// Editions, newest first.
    pub(crate) editions: Vec<EditionView<'a>>,
}

pub(crate) fn view<'a>(cx: Cx<'a>, docs: &Docs<'_>) -> View<'a> {
    let body = cx.body(docs);
    let title = body.title.clone().unwrap_or_else(|| cx.word("page-regulations"));
    let regulations = cx.site.register.regulations.iter().filter_map(|r| regulation(cx, r)).collect();
    let frame = Frame::new(cx, title).with_body(&body).computed(cx);
    View { frame, page: Page::RegulationIndex(RegulationIndex { body: body.html, regulations }) }
}

/// A regulation with the edition that its address shows.
pub(crate) fn regulation<'a>(cx: Cx<'a>, regulation: &'a Regulation) -> Option<RegulationView<'a>> {
    let shown = regulation.shown(cx.site.today)?;
    let front = &shown.edition.front;
    let status = status_name(shown.status);
    let order = cx.site.register.order_named(front.order.as_ref());
    let order = order.map(|o| super::documents::order_label(cx, o)).unwrap_or_default();
    let until = regulation.period(shown.edition).until.map(|u| u.plus_days(1).dotted()).unwrap_or_default();
    let key = format!("regulation-line-{status}");
    let values = [("date", shown.edition.date.dotted().into()), ("order", (&order).into()), ("until", (&until).into())];
    Some(RegulationView {
        href: cx.job(&Job::Regulation(regulation.slug.clone()))?,
        title: &front.title,
        status,
        line: cx.say(&key, &values),
        editions: editions(cx, regulation),
    })
}
