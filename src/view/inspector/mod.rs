//! «Справка об исполнении»: the seven lines that an inspector asks for, each with its proof.
//!
//! The same lines stand on a page of the site (`inspector_page: public`) and on a paper printed by the program. The
//! paper says more of people: on the site former staff and contacts that are not shown stay out.

mod documents;
mod people;

use serde::Serialize;

use crate::model::Appointment;
use crate::schema::DocumentRef;

use super::context::{Cx, capitalized};
use super::draft::signed;
use super::frame::Frame;
use super::html::Html;
use super::{Docs, Page, View};

/// `inspector.html`, and `sheet.html` and `sheet.txt` apart from the site.
#[derive(Serialize)]
pub(crate) struct Inspector<'a> {
    /// Text from `inspector.md`; empty on a paper.
    pub(crate) body: Html,
    /// Who is asked about.
    pub(crate) organization: Option<&'a str>,
    /// Titles of the regulations in force.
    pub(crate) regulations: Vec<&'a str>,
    /// «Сведения на 22.11.2026».
    pub(crate) as_of: String,
    /// The lines in their order.
    pub(crate) lines: Vec<InspectorLine>,
    /// «Директор».
    pub(crate) signatory_position: String,
    /// «Е. В. Громова».
    pub(crate) signatory_name: Option<String>,
}

/// What is asked for, and the answers.
#[derive(Serialize)]
pub(crate) struct InspectorLine {
    /// From 1.
    pub(crate) number: usize,
    /// What is asked for.
    pub(crate) title: String,
    /// Answers; a line without any has one that says so.
    pub(crate) answers: Vec<Answer>,
}

/// An answer with its proof.
#[derive(Default, Serialize)]
pub(crate) struct Answer {
    /// The fact.
    pub(crate) text: String,
    /// What proves it.
    pub(crate) proof: Vec<Proof>,
    /// Whether something is missing.
    pub(crate) missing: bool,
}

/// What proves an answer: a document, a file, a record.
#[derive(Default, Serialize)]
pub(crate) struct Proof {
    /// Its name.
    pub(crate) text: String,
    /// Where it is read, from a page of the site.
    pub(crate) href: Option<String>,
}

/// For whom the lines are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Reader {
    /// Everybody.
    Public,
    /// Whoever the school hands the paper to.
    Inspector,
}

/// The page of the site.
pub(crate) fn view<'a>(cx: Cx<'a>, docs: &Docs<'_>) -> View<'a> {
    let body = cx.body(docs);
    let title = body.title.clone().unwrap_or_else(|| cx.word("page-inspector"));
    let page = Inspector { body: body.html.clone(), ..sheet(cx, Reader::Public) };
    View { frame: Frame::new(cx, title).with_body(&body).computed(cx), page: Page::Inspector(page) }
}

/// The paper.
pub(crate) fn paper(cx: Cx<'_>) -> Inspector<'_> {
    sheet(cx, Reader::Inspector)
}

fn sheet(cx: Cx<'_>, reader: Reader) -> Inspector<'_> {
    let settings = &cx.site.settings;
    let director = settings.organization.as_ref().and_then(|o| o.director.as_ref());
    let director = director.and_then(|id| cx.site.register.people.get(id.as_str()));
    let position = director.and_then(|d| d.positions_on(cx.site.today).next());
    let in_force = cx.site.register.regulations.iter().filter_map(|r| r.in_force(cx.site.today));
    let answers = [
        ("inspector-orders", documents::orders(cx)),
        ("inspector-posted", documents::posted(cx)),
        ("inspector-posters", people::posters(cx, reader)),
        ("inspector-protocols", documents::protocols(cx)),
        ("inspector-eligible", people::eligible(cx)),
        ("inspector-editions", documents::editions(cx)),
        ("inspector-contacts", people::contacts(cx, reader)),
    ];
    let lines = answers.into_iter().enumerate().map(|(at, (key, mut answers))| {
        if answers.is_empty() {
            answers.push(Answer { text: cx.word("inspector-nothing"), ..Answer::default() });
        }
        InspectorLine { number: at + 1, title: cx.word(key), answers }
    });
    Inspector {
        body: Html::default(),
        organization: settings.organization.as_ref().map(|o| o.name.as_str()),
        regulations: in_force.map(|e| e.front.title.as_str()).collect(),
        as_of: cx.say("as-of", &[("date", cx.site.today.dotted().into())]),
        lines: lines.collect(),
        signatory_position: position.map_or_else(|| cx.word("draft-director"), |p| capitalized(&p.title)),
        signatory_name: director.map(|d| signed(&d.name)),
    }
}

/// Everyone who holds a role today, holders before substitutes, in the order of the roles.
fn held(cx: Cx<'_>) -> impl Iterator<Item = &Appointment> {
    let register = &cx.site.register;
    register.roles.iter().flat_map(move |role| register.holders(role.id.as_str(), cx.site.today))
}

/// Documents that must stand posted today: what the deadlines ask for, the orders by which somebody holds a role, the
/// editions in force; by day of signing.
fn current(cx: Cx<'_>) -> Vec<DocumentRef> {
    let (register, today) = (&cx.site.register, cx.site.today);
    let rows = register.deadlines.iter().filter_map(|d| register.rows(d, today).pop());
    let asked = rows.flat_map(|row| row.requires).filter_map(|r| r.document);
    let orders = held(cx).map(|a| DocumentRef::Order(a.order.clone()));
    let in_force = register.regulations.iter().filter_map(|r| r.in_force(today));
    let editions = in_force.flat_map(|e| {
        let order = e.front.order.as_ref().map(|id| DocumentRef::Order(id.as_str().to_owned()));
        order.into_iter().chain([DocumentRef::Edition(e.slug.clone(), e.date)])
    });
    let wanted: Vec<DocumentRef> = asked.chain(orders).chain(editions).collect();
    let clocks = register.clocks(today).into_iter().map(|c| c.document);
    clocks.filter(|d| wanted.contains(d)).collect()
}
