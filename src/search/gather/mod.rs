//! From the site to sheets of units, one source at a time.
//!
//! Contacts are never looked at: a person enters with name and position alone.

mod act;
mod data;
mod linked;
mod text;
mod told;

use crate::model::{EditionStatus, Page, Site};
use crate::parse::doc::Doc;
use crate::schema::records::Audience;

use super::unit::Sheet;

pub(super) use linked::Linked;
pub(super) use text::page;
pub(super) use told::told;

/// What one sheet is made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    /// An edition: places of its regulation and of itself.
    Edition(usize, usize),
    /// By its place among the instructions.
    Instruction(usize),
    Orders,
    Decisions,
    Terms,
    Acts,
    Roles,
    Questions,
    /// By its place among the pages.
    Page(usize),
}

/// Everything of the site that is searched, in a fixed order.
pub(crate) fn sources(site: &Site) -> Vec<Source> {
    let mut sources = Vec::new();
    for (r, regulation) in site.register.regulations.iter().enumerate() {
        sources.extend((0..regulation.editions.len()).map(|e| Source::Edition(r, e)));
    }
    sources.extend((0..site.instructions.len()).map(Source::Instruction));
    if site.managed {
        use Source::{Acts, Decisions, Orders, Questions, Roles, Terms};
        sources.extend([Orders, Decisions, Terms, Acts, Roles, Questions]);
    }
    sources.extend((0..site.pages.len()).map(Source::Page));
    sources
}

/// The units of a source; `doc` gives the tree of a page.
pub(super) fn sheet(site: &Site, linked: &Linked, source: Source, doc: &dyn Fn(&Page) -> Doc) -> Sheet {
    match source {
        Source::Edition(r, e) => {
            let Some(regulation) = site.register.regulations.get(r) else { return Sheet::default() };
            let Some(edition) = regulation.editions.get(e) else { return Sheet::default() };
            let shown = regulation.shown(site.today).is_some_and(|s| s.edition.date == edition.date);
            let status = regulation.status(edition, site.today);
            let current = shown || matches!(status, EditionStatus::InForce);
            act::sheet(linked, edition, current)
        }
        Source::Instruction(i) => site.instructions.get(i).map(text::instruction).unwrap_or_default(),
        Source::Page(i) => site.pages.get(i).map(|page| text::page(page, &doc(page))).unwrap_or_default(),
        Source::Orders => data::orders(site),
        Source::Decisions => data::decisions(site),
        Source::Terms => data::terms(site),
        Source::Acts => data::acts(site),
        Source::Roles => data::roles(site),
        Source::Questions => data::questions(site),
    }
}

/// The audiences as bits.
fn audience_bits(audience: &[Audience]) -> u8 {
    audience.iter().fold(0, |bits, a| {
        bits | match a {
            Audience::Management => 1,
            Audience::Administrator => 2,
            Audience::Teacher => 4,
            Audience::Parent => 8,
            Audience::Pupil => 16,
            Audience::Staff => 32,
        }
    })
}
