//! The information on a decision to use the platform in a school year.

use serde::Serialize;

use crate::model::Job;
use crate::schema::DocumentRef;
use crate::schema::records::Decision;

use super::context::Cx;
use super::documents::posted;
use super::frame::{Frame, LinkView};
use super::{Page, View};

/// `decisions/<id>.html`.
#[derive(Serialize)]
pub(crate) struct DecisionPage<'a> {
    /// «2026/2027».
    pub(crate) school_year: String,
    /// «27 марта 2026 года».
    pub(crate) date: String,
    /// Who took it.
    pub(crate) body: &'a str,
    /// «протокол от 27.03.2026 № 5».
    pub(crate) protocol: String,
    /// The information as posted, by paragraphs.
    pub(crate) paragraphs: Vec<&'a str>,
    /// The regulation it belongs to.
    pub(crate) regulation: Option<LinkView>,
    /// «Размещено 2 апреля 2026 года»; absent while it is not posted.
    pub(crate) posted: Option<String>,
}

/// «Информация о решении от 27.03.2026 (2026/2027 учебный год)».
pub(crate) fn title(cx: Cx<'_>, decision: &Decision) -> String {
    let values = [("date", decision.date.dotted().into()), ("year", decision.school_year.to_string().into())];
    cx.say("decision-title", &values)
}

pub(crate) fn view<'a>(cx: Cx<'a>, id: &str) -> Option<View<'a>> {
    let decision = cx.site.register.decisions.get(id)?;
    let slug = decision.regulation.as_str();
    let shown = cx.site.register.regulation(slug).and_then(|r| r.shown(cx.site.today));
    let regulation = shown.and_then(|shown| {
        let href = cx.job(&Job::Regulation(slug.to_owned()))?;
        Some(LinkView { href, title: shown.edition.front.title.clone() })
    });
    let date = decision.date.dotted();
    let protocol = match &decision.protocol {
        Some(number) => cx.say("protocol", &[("date", (&date).into()), ("number", number.into())]),
        None => cx.say("protocol-without-number", &[("date", (&date).into())]),
    };
    let posted = posted(cx.site, &DocumentRef::Decision(id.to_owned()));
    let year = decision.school_year.to_string();
    let values = [("date", (&date).into()), ("protocol", (&protocol).into()), ("year", (&year).into())];
    let citation = cx.say("cite-decision", &values);
    let page = DecisionPage {
        school_year: decision.school_year.to_string(),
        date: cx.long(decision.date),
        body: &decision.body,
        protocol,
        paragraphs: decision.text.split("\n\n").map(str::trim).filter(|p| !p.is_empty()).collect(),
        regulation,
        posted: posted.map(|date| cx.say("decision-posted", &[("date", cx.long(date).into())])),
    };
    let mut frame = Frame::new(cx, title(cx, decision)).with_editions(cx, Some(slug));
    frame.citation = Some(citation);
    Some(View { frame, page: Page::Decision(page) })
}
