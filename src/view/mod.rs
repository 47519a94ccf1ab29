//! What templates are given: one struct for each kind of page, and the frame that all pages share.
//!
//! Reads: [`Site`](crate::model::Site), the words of the theme and the path that is wanted. Writes: [`View`], borrowed
//! and serializable. Touches: nothing. This is the contract with themes: a template sees `frame` and `page`, whose
//! fields are documented here and nowhere else. A field that is renamed or removed raises
//! [`theme::CONTRACT`](crate::theme::CONTRACT).
//!
//! All links are relative to the page. Fields of type [`Html`](html::Html) are finished fragments, to be marked `safe`;
//! everything else is text and is escaped.

mod acts;
mod approval;
pub(crate) mod bound;
mod citation;
mod clauses;
mod contents;
mod context;
mod deadlines;
mod decision;
mod declension;
mod documents;
mod draft;
mod draft_record;
mod edition;
mod facts;
mod frame;
mod home;
pub(crate) mod html;
mod inspector;
mod instruction;
mod nav;
mod norms;
mod order;
mod ordinary;
mod panel;
mod paper;
mod people;
mod questions;
mod regulations;
mod responsible;
mod search;
mod terms;
#[cfg(test)]
mod testing;

use serde::Serialize;

use crate::model::{Job, Page as SourcePage};
use crate::parse::doc::Doc;

pub(crate) use context::{Cx, Lookup};
pub(crate) use facts::facts;
pub(crate) use frame::{Frame, LinkView, public};
pub(crate) use nav::{NAV_WINDOW, nav};
pub(crate) use paper::{paper, record};

/// Everything a template sees.
#[derive(Serialize)]
pub(crate) struct View<'a> {
    /// What all pages share.
    pub(crate) frame: Frame<'a>,
    /// What this kind of page shows.
    pub(crate) page: Page<'a>,
}

/// What a page shows, by kind.
#[derive(Serialize)]
#[serde(untagged)]
#[allow(missing_docs)]
pub(crate) enum Page<'a> {
    Home(home::Home<'a>),
    RegulationIndex(regulations::RegulationIndex<'a>),
    Edition(Box<edition::EditionPage<'a>>),
    InstructionIndex(instruction::InstructionIndex<'a>),
    Instruction(Box<instruction::InstructionPage<'a>>),
    Responsible(responsible::Responsible<'a>),
    OrderIndex(order::OrderIndex<'a>),
    Order(Box<order::OrderPage<'a>>),
    Decision(decision::DecisionPage<'a>),
    Deadlines(deadlines::Deadlines<'a>),
    Inspector(inspector::Inspector<'a>),
    Acts(acts::Acts<'a>),
    Terms(terms::Terms<'a>),
    Questions(questions::Questions<'a>),
    Contents(contents::Contents),
    Search(search::Search),
    NotFound(contents::NotFound),
    Ordinary(ordinary::Ordinary),
    Folder(ordinary::FolderPage),
}

impl Page<'_> {
    /// The template that shows this kind of page.
    pub(crate) fn template(&self) -> &'static str {
        match self {
            Self::Home(_) => "home.html",
            Self::RegulationIndex(_) => "regulations.html",
            Self::Edition(_) => "edition.html",
            Self::InstructionIndex(_) => "instructions.html",
            Self::Instruction(_) => "instruction.html",
            Self::Responsible(_) => "responsible.html",
            Self::OrderIndex(_) => "orders.html",
            Self::Order(_) => "order.html",
            Self::Decision(_) => "decision.html",
            Self::Deadlines(_) => "deadlines.html",
            Self::Inspector(_) => "inspector.html",
            Self::Acts(_) => "acts.html",
            Self::Terms(_) => "terms.html",
            Self::Questions(_) => "questions.html",
            Self::Contents(_) => "contents.html",
            Self::Search(_) => "search.html",
            Self::NotFound(_) => "404.html",
            Self::Ordinary(_) => "page.html",
            Self::Folder(_) => "folder.html",
        }
    }
}

/// The block tree of an ordinary page, made again from its text.
pub(crate) type Docs<'a> = dyn Fn(&SourcePage) -> Doc + 'a;

pub(crate) use search::search_words;

/// What the template of a page is given; `None` if the job makes no page, or what it names is not there.
pub(crate) fn view<'a>(cx: Cx<'a>, job: &Job, docs: &Docs<'_>) -> Option<View<'a>> {
    Some(match job {
        Job::Home => home::view(cx, docs),
        Job::RegulationIndex => regulations::view(cx, docs),
        Job::Regulation(slug) => edition::current(cx, slug)?,
        Job::Edition(slug, date) => edition::dated(cx, slug, *date)?,
        Job::InstructionIndex => instruction::index(cx, docs),
        Job::Instruction(slug) => instruction::view(cx, slug)?,
        Job::Responsible => responsible::view(cx, docs),
        Job::OrderIndex => order::index(cx, docs),
        Job::Order(id) => order::view(cx, id)?,
        Job::Decision(id) => decision::view(cx, id)?,
        Job::Deadlines => deadlines::view(cx, docs),
        Job::Inspector => inspector::view(cx, docs),
        Job::Acts => acts::view(cx, docs),
        Job::Terms => terms::view(cx, docs),
        Job::Questions => questions::view(cx, docs),
        Job::Contents => contents::view(cx),
        Job::Search => search::view(cx, docs),
        Job::NotFound => contents::not_found(cx),
        Job::Page(at) => ordinary::page(cx, *at, docs)?,
        Job::Folder(at) => ordinary::folder(cx, *at)?,
        Job::Sitemap | Job::Attachment(_) | Job::Asset(_) => return None,
    })
}
