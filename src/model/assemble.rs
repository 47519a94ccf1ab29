//! Parsed files made into the records and pages of the model.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::{Address, FileId, OutPath, SitePath};
use crate::diag::Diagnostics;
use crate::parse::doc::Doc;
use crate::schema::records::{
    CalendarFile, Deadline, Decision, InstructionFront, LegalAct, Order, PageFront, Person, Publication, Question,
    Role, Term,
};

use super::{Calendar, Catalog, Edition, Instruction, Outline, Page, Register, Regulation, appointments};

/// The records of the data files, as read.
#[derive(Clone, Debug, Default)]
pub(crate) struct RegisterParts {
    pub(crate) people: Vec<Person>,
    pub(crate) roles: Vec<Role>,
    pub(crate) decisions: Vec<Decision>,
    pub(crate) orders: Vec<Order>,
    pub(crate) deadlines: Vec<Deadline>,
    pub(crate) publications: Vec<Publication>,
    pub(crate) acts: Vec<LegalAct>,
    pub(crate) terms: Vec<Term>,
    pub(crate) questions: Vec<Question>,
    pub(crate) calendar: Option<CalendarFile>,
    /// In any order.
    pub(crate) editions: Vec<Edition>,
}

impl RegisterParts {
    /// Adds the records of another file.
    pub(crate) fn absorb(&mut self, other: Self) {
        self.people.extend(other.people);
        self.roles.extend(other.roles);
        self.decisions.extend(other.decisions);
        self.orders.extend(other.orders);
        self.deadlines.extend(other.deadlines);
        self.publications.extend(other.publications);
        self.acts.extend(other.acts);
        self.terms.extend(other.terms);
        self.questions.extend(other.questions);
        self.calendar = other.calendar.or(self.calendar.take());
        self.editions.extend(other.editions);
    }

    /// Makes the register; drafts of editions are set apart unless the preview asks for them.
    pub(super) fn into_register(self, preview: bool, out: &mut Diagnostics) -> Register {
        let mut by_slug: BTreeMap<String, Vec<Edition>> = BTreeMap::new();
        let mut drafts = Vec::new();
        for edition in self.editions {
            if preview || !edition.is_draft() {
                by_slug.entry(edition.slug.clone()).or_default().push(edition);
            } else {
                drafts.push(edition);
            }
        }
        let regulations = by_slug
            .into_iter()
            .map(|(slug, mut editions)| {
                editions.sort_by_key(|e| e.date);
                Regulation { slug, editions }
            })
            .collect();
        let orders = Catalog::new(self.orders, out);
        Register {
            people: Catalog::new(self.people, out),
            roles: Catalog::new(self.roles, out),
            decisions: Catalog::new(self.decisions, out),
            deadlines: Catalog::new(self.deadlines, out),
            publications: self.publications,
            acts: Catalog::new(self.acts, out),
            terms: Catalog::new(self.terms, out),
            questions: self.questions,
            calendar: Calendar::new(self.calendar, out),
            appointments: appointments(&orders),
            orders,
            regulations,
            drafts,
        }
    }
}

/// Instructions by weight, then file name, bound to their regulation: the named one, else the only one.
pub(super) fn instructions(
    parsed: Vec<(FileId, SitePath, InstructionFront, Doc)>,
    only: Option<&str>,
    preview: bool,
) -> Vec<Instruction> {
    let mut instructions: Vec<Instruction> = parsed
        .into_iter()
        .filter(|(_, _, front, _)| preview || front.draft != Some(true))
        .map(|(file, path, front, doc)| {
            let regulation = front.regulation.as_ref().map(|id| id.as_str().to_owned()).or(only.map(str::to_owned));
            let implements = front.implements.iter().map(|address| bound(address, regulation.as_deref())).collect();
            Instruction { slug: path.stem().to_owned(), file, path, front, regulation, implements, doc }
        })
        .collect();
    instructions.sort_by(|a, b| {
        let weight = |i: &Instruction| i.front.weight.map_or((1, 0), |w| (0, w));
        weight(a).cmp(&weight(b)).then_with(|| a.slug.cmp(&b.slug))
    });
    instructions
}

/// An address with its regulation filled in.
pub(crate) fn bound(address: &Address, regulation: Option<&str>) -> Address {
    let mut address = address.clone();
    if address.regulation.is_none() {
        address.regulation = regulation.map(str::to_owned);
    }
    address
}

/// Ordinary pages with their output paths and titles. A folder's page is its `index.md`, else its `README.md`.
pub(super) fn pages(parsed: Vec<(FileId, SitePath, PageFront, Arc<Outline>)>, preview: bool) -> Vec<Page> {
    let has_index: Vec<String> = parsed
        .iter()
        .filter(|(_, path, ..)| path.stem().eq_ignore_ascii_case("index"))
        .map(|(_, path, ..)| path.folder().to_owned())
        .collect();
    parsed
        .into_iter()
        .filter(|(_, _, front, _)| preview || front.draft != Some(true))
        .map(|(file, path, front, outline)| {
            let stem = path.stem();
            let is_index = stem.eq_ignore_ascii_case("index")
                || (stem.eq_ignore_ascii_case("readme")
                    && has_index.binary_search_by(|f| f.as_str().cmp(path.folder())).is_err());
            let name = if is_index { "index" } else { stem };
            let out = match path.folder() {
                "" => OutPath::from_steps(&format!("{name}.html")),
                folder => OutPath::from_steps(&format!("{folder}/{name}.html")),
            };
            let named = || if is_index { path.folder().rsplit('/').next().unwrap_or(stem) } else { stem };
            let title = front.title.clone().or_else(|| outline.title.clone()).unwrap_or_else(|| named().to_owned());
            Page { file, path, out, front, outline, title, is_index }
        })
        .collect()
}
