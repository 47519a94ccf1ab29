//! Instructions: their list, and one with the clauses it tells how to follow and whom to ask.

use serde::Serialize;

use crate::model::{Instruction, Job};
use crate::schema::records::{Audience, Force};

use super::citation::{Day, page_name, whole_act};
use super::clauses::QuoteView;
use super::context::{Cx, body};
use super::documents::{FileView, order_files, order_link};
use super::frame::{Frame, LinkView};
use super::html::{Html, TocEntry, Writer};
use super::norms::{Norms, dates, in_force, norms, whom_to_ask};
use super::panel::Panel;
use super::people::RoleView;
use super::{Docs, Page, View};

/// `instructions/index.html`.
#[derive(Serialize)]
pub(crate) struct InstructionIndex<'a> {
    /// Text from `instructions/index.md`.
    pub(crate) body: Html,
    /// Instructions in their order.
    pub(crate) instructions: Vec<InstructionLine<'a>>,
}

/// An instruction in a list.
#[derive(Serialize)]
pub(crate) struct InstructionLine<'a> {
    /// Its page.
    pub(crate) href: String,
    /// Title.
    pub(crate) title: &'a str,
    /// A line about it.
    pub(crate) description: Option<&'a str>,
    /// «для педагогов, родителей»; empty if it is not said.
    pub(crate) audience: String,
    /// «Разъяснение. …» or «Утверждена приказом …».
    pub(crate) force: String,
}

/// An instruction.
#[derive(Serialize)]
pub(crate) struct InstructionPage<'a> {
    /// «Разъяснение. Не является локальным нормативным актом» or «Утверждена приказом от … № …».
    pub(crate) force: String,
    /// The order that approved it.
    pub(crate) order: Option<LinkView>,
    /// The signed order and its signature.
    pub(crate) files: Vec<FileView>,
    /// «для педагогов»; empty if it is not said.
    pub(crate) audience: String,
    /// «Сверена с Положением 01.09.2026».
    pub(crate) reviewed: Option<String>,
    /// A line about it.
    pub(crate) description: Option<&'a str>,
    /// Rights and duties of its readers, quoted from the clauses; they open the page.
    pub(crate) norms: Norms,
    /// Since when the rules bind, as a link to them; absent while none are in force.
    pub(crate) in_force: Option<LinkView>,
    /// The days that bind its readers.
    pub(crate) dates: Vec<Panel>,
    /// The other clauses it tells how to follow, quoted.
    pub(crate) clauses: Vec<QuoteView>,
    /// The text, its steps with anchors.
    pub(crate) body: Html,
    /// Whom to ask: roles that carry those clauses, and who supports all.
    pub(crate) roles: Vec<RoleView>,
}

pub(crate) fn index<'a>(cx: Cx<'a>, docs: &Docs<'_>) -> View<'a> {
    let body = cx.body(docs);
    let title = body.title.clone().unwrap_or_else(|| cx.word("page-instructions"));
    let instructions = cx.site.instructions.iter().filter_map(|i| line(cx, i)).collect();
    let frame = Frame::new(cx, title).with_body(&body).with_editions(cx, None);
    View { frame, page: Page::InstructionIndex(InstructionIndex { body: body.html, instructions }) }
}

/// An instruction as lists show it.
pub(crate) fn line<'a>(cx: Cx<'a>, instruction: &'a Instruction) -> Option<InstructionLine<'a>> {
    Some(InstructionLine {
        href: cx.job(&Job::Instruction(instruction.slug.clone()))?,
        title: &instruction.front.title,
        description: instruction.front.description.as_deref(),
        audience: audience(cx, &instruction.front.audience),
        force: force(cx, instruction),
    })
}

pub(crate) fn view<'a>(cx: Cx<'a>, slug: &str) -> Option<View<'a>> {
    let instruction = cx.site.instructions.iter().find(|i| i.slug == slug)?;
    let front = &instruction.front;
    let writer = Writer::new(cx.scope(&instruction.path, cx.out, None));
    let text = body(&instruction.doc, Some(&front.title), writer);
    let order = front.order.as_ref().filter(|_| front.force == Some(Force::Approved));
    let record = order.and_then(|id| cx.site.register.orders.get(id.as_str()));
    let mut norms = norms(cx, instruction);
    let others = std::mem::take(&mut norms.others);
    let (roles, dates) = (whom_to_ask(cx, instruction), dates(cx, instruction));
    let mut frame =
        Frame::new(cx, front.title.as_str()).with_body(&text).with_editions(cx, instruction.regulation.as_deref());
    frame.description.clone_from(&front.description);
    frame.draft = front.draft == Some(true);
    frame.toc.splice(0..0, opening(cx, &norms, !roles.is_empty()));
    // Where a deadline stands and whom to ask is true of one day.
    if !dates.is_empty() || !roles.is_empty() {
        frame = frame.computed(cx);
    }
    frame.citation = Some(match record {
        Some(order) => whole_act(cx, &front.title, Some(order)),
        None => page_name(cx, &front.title, front.reviewed.map_or(Day::None, Day::Of)),
    });
    let page = InstructionPage {
        force: force(cx, instruction),
        order: order.and_then(|id| order_link(cx, id.as_str())),
        files: record.map(|o| order_files(cx, o)).unwrap_or_default(),
        audience: audience(cx, &front.audience),
        reviewed: front.reviewed.map(|date| cx.say("reviewed", &[("date", date.dotted().into())])),
        description: front.description.as_deref(),
        in_force: in_force(cx, instruction),
        dates,
        clauses: others,
        norms,
        body: text.html,
        roles,
    };
    Some(View { frame, page: Page::Instruction(Box::new(page)) })
}

/// Lines of the contents for what opens the page.
fn opening(cx: Cx<'_>, norms: &Norms, asks: bool) -> Vec<TocEntry> {
    let parts = [
        ("svod.duties", "norms-duties", !norms.duties.is_empty() || !norms.common_duties.is_empty()),
        ("svod.rights", "norms-rights", !norms.rights.is_empty() || !norms.common_rights.is_empty()),
        ("svod.ask", "instruction-ask", asks),
    ];
    let there = parts.into_iter().filter(|(_, _, there)| *there);
    there.map(|(anchor, key, _)| TocEntry { anchor: anchor.to_owned(), text: cx.word(key), depth: 1 }).collect()
}

/// The legal force of an instruction, in the words that carry it.
fn force(cx: Cx<'_>, instruction: &Instruction) -> String {
    let front = &instruction.front;
    let order = cx.site.register.order_named(front.order.as_ref());
    match (front.force, order) {
        (Some(Force::Approved), Some(order)) => {
            let values = [("date", order.date.dotted().into()), ("number", (&order.number).into())];
            cx.say("force-approved", &values)
        }
        // What no order approves is an explanation, whatever it calls itself.
        _ => cx.word("force-explanation"),
    }
}

/// «для педагогов, родителей».
pub(crate) fn audience(cx: Cx<'_>, audience: &[Audience]) -> String {
    if audience.is_empty() {
        return String::new();
    }
    let names: Vec<String> = audience.iter().map(|a| cx.word(&format!("audience-{}", a.name()))).collect();
    cx.say("for-audience", &[("audience", names.join(", ").into())])
}
