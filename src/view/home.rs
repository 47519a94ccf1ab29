//! The home page: at a glance, which edition is in force, where the deadline stands, who answers, what to read.

use serde::Serialize;

use crate::schema::records::Audience;

use super::context::Cx;
use super::frame::{Frame, LinkView};
use super::html::Html;
use super::instruction::{InstructionLine, line};
use super::panel::{Panel, panels};
use super::people::{RoleView, role_view};
use super::regulations::{RegulationView, regulation};
use super::{Docs, Page, View};

/// `index.html` of a regulation site.
#[derive(Serialize)]
pub(crate) struct Home<'a> {
    /// Text from `index.md`.
    pub(crate) body: Html,
    /// Regulations with the edition in force.
    pub(crate) regulations: Vec<RegulationView<'a>>,
    /// Where the deadlines of this school year stand.
    pub(crate) panels: Vec<Panel>,
    /// Required roles with those who hold them today.
    pub(crate) roles: Vec<RoleView>,
    /// What to read, for whom.
    pub(crate) reading: Vec<ReadingGroup<'a>>,
    /// Pages that all readers may need: questions, terms, acts, orders.
    pub(crate) links: Vec<LinkView>,
}

/// What one audience reads.
#[derive(Serialize)]
pub(crate) struct ReadingGroup<'a> {
    /// `teacher`, `parent`…; also a class.
    pub(crate) audience: &'static str,
    /// «Педагогам».
    pub(crate) title: String,
    /// Instructions for it.
    pub(crate) instructions: Vec<InstructionLine<'a>>,
}

/// Audiences in the order in which they are shown.
const AUDIENCES: [Audience; 6] = [
    Audience::Parent,
    Audience::Pupil,
    Audience::Teacher,
    Audience::Administrator,
    Audience::Management,
    Audience::Staff,
];

pub(crate) fn view<'a>(cx: Cx<'a>, docs: &Docs<'_>) -> View<'a> {
    let body = cx.body(docs);
    let reading = AUDIENCES.into_iter().map(|audience| ReadingGroup {
        audience: audience.name(),
        title: cx.word(&format!("reading-{}", audience.name())),
        instructions: cx
            .site
            .instructions
            .iter()
            .filter(|i| i.front.audience.contains(&audience))
            .filter_map(|i| line(cx, i))
            .collect(),
    });
    let page = Home {
        body: body.html.clone(),
        regulations: cx.site.register.regulations.iter().filter_map(|r| regulation(cx, r)).collect(),
        panels: panels(cx),
        roles: required_roles(cx),
        reading: reading.filter(|g| !g.instructions.is_empty()).collect(),
        links: links(cx),
    };
    let mut frame = Frame::new(cx, cx.site.settings.title.as_str()).with_body(&body);
    // What the page says of people and deadlines is true of one day.
    if !page.roles.is_empty() || !page.panels.is_empty() {
        frame = frame.computed(cx);
    }
    View { frame, page: Page::Home(page) }
}

/// Required roles with their holders; all roles where none is required.
pub(crate) fn required_roles(cx: Cx<'_>) -> Vec<RoleView> {
    let roles = &cx.site.register.roles;
    let any = roles.iter().any(|r| r.required == Some(true));
    roles.iter().filter(|r| !any || r.required == Some(true)).map(|r| role_view(cx, r, None)).collect()
}

fn links(cx: Cx<'_>) -> Vec<LinkView> {
    use crate::model::Job;
    let register = &cx.site.register;
    let pages = [
        (Job::Questions, "page-questions", !register.questions.is_empty()),
        (Job::OrderIndex, "page-orders", !register.orders.is_empty()),
        (Job::Terms, "page-terms", !register.terms.is_empty()),
        (Job::Acts, "page-acts", !register.acts.is_empty()),
    ];
    let there = pages.into_iter().filter(|(_, _, any)| *any);
    there.filter_map(|(job, key, _)| Some(LinkView { href: cx.job(&job)?, title: cx.word(key) })).collect()
}
