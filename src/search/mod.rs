//! Search: an index of units, the smallest pieces of text with an address, and the ranks of a question in it.
//!
//! Reads: the site, and the trees of ordinary pages. Writes: the files of the index; findings on questions of the
//! school that do not find their clause. Touches: nothing.
//!
//! 1. [`sources`] says what there is; [`read`] makes units of one source and weighs their words. It is pure, so sources
//!    may be read side by side and remembered.
//! 2. [`index`] brings the weighed sheets together into files: one root script and hashed shards.
//! 3. The browser's script answers from these files. `find` is its twin in Rust: the same steps in whole numbers over
//!    the same bytes, so both give the same ranks exactly. The twin was chosen over running the script itself in an
//!    embedded engine: an engine weighs more than all the rest of the program, and the twin also proves that the
//!    files can be read by a second reader.

mod alike;
mod build;
mod exercise;
mod find;
mod frames;
mod gather;
mod memory;
mod questions;
mod related;
mod thesaurus;
mod unit;
mod weigh;
mod words;

use crate::base::OutPath;
use crate::diag::Diagnostics;
use crate::model::{Page, Site, regulation_out};
use crate::parse::doc::Doc;

pub(crate) use build::{Index, ROOT};
pub(crate) use exercise::exercise;
pub(crate) use find::Finder;
pub(crate) use gather::{Source, sources};
pub(crate) use memory::Memory;
pub(crate) use weigh::{Gathered, Weighed};

/// What reading one source needs to know of the rest of the site.
pub(crate) struct Context {
    linked: gather::Linked,
}

/// Prepares reading.
pub(crate) fn context(site: &Site) -> Context {
    Context { linked: gather::Linked::new(site) }
}

/// Makes units of one source and weighs their words; `doc` gives the tree of a page. What is read does not depend on
/// what the memory knows already, only how it is written down.
pub(crate) fn read(
    site: &Site,
    context: &Context,
    memory: &mut Memory,
    source: Source,
    doc: &dyn Fn(&Page) -> Doc,
) -> Weighed {
    weigh::weigh(gather::sheet(site, &context.linked, source, doc), memory)
}

/// The same of a page whose tree is at hand.
pub(crate) fn read_page(page: &Page, doc: &Doc, memory: &mut Memory) -> Weighed {
    weigh::weigh(gather::page(page, doc), memory)
}

/// Whether a source stands on one of these pages. Of editions only the one that its regulation shows does: the others
/// are other texts.
pub(crate) fn stands_on(site: &Site, source: Source, has: &dyn Fn(&OutPath) -> bool) -> bool {
    match source {
        Source::Edition(r, e) => {
            let Some(regulation) = site.register.regulations.get(r) else { return false };
            let shown = regulation.shown(site.today).map(|s| s.edition.date);
            regulation.editions.get(e).is_some_and(|edition| shown == Some(edition.date))
                && has(&regulation_out(&regulation.slug))
        }
        Source::Page(at) => site.pages.get(at).is_some_and(|page| has(&page.out)),
        _ => true,
    }
}

/// Moves the units of a source to other places: `place` gives the id in the one file where all now stand.
pub(crate) fn moved(weighed: &mut Weighed, place: &dyn Fn(&OutPath, Option<&str>) -> Option<String>) {
    let sheet = &mut weighed.sheet;
    let own = sheet.page.take();
    for unit in &mut sheet.units {
        let anchor = unit.anchor.take();
        // A unit of another page than its sheet names that page before the anchor.
        let (path, anchor) = match anchor.as_deref().map(|a| a.split_once('#').map_or((a, None), |(p, a)| (p, Some(a))))
        {
            Some((page, anchor)) if page.ends_with(".html") => (OutPath::new(page).ok(), anchor),
            other => (own.clone(), other.map(|(anchor, _)| anchor)),
        };
        unit.anchor = path.and_then(|path| place(&path, anchor));
    }
}

/// Brings what was read together. `words` are the site's words that the script shows, by key.
pub(crate) fn index(site: &Site, gathered: &Gathered, words: &[(String, String)]) -> Index {
    build::build(gathered, groups(site), &thesaurus::Marked::new(&words::Stemmers::default()), words)
}

/// Words that mean the same: those that every site has, and its own terms.
fn groups(site: &Site) -> Vec<thesaurus::Group> {
    let stop = thesaurus::stop_words();
    let stemmers = words::Stemmers::default();
    let mut groups = thesaurus::school(&stop, &stemmers);
    for term in site.register.terms.iter() {
        let mut group = thesaurus::Group::default();
        for text in [Some(&term.term), term.abbreviation.as_ref()].into_iter().flatten().chain(&term.synonyms) {
            group.push(thesaurus::phrase(text, &stop, &stemmers), true);
        }
        groups.push(group);
    }
    groups
}

/// Asks the questions of the school and reports those that do not find what they name.
pub(crate) fn questions(site: &Site, index: &Index) -> Diagnostics {
    if site.register.questions.is_empty() {
        return Diagnostics::default();
    }
    questions::questions(site, &Finder::new(index), &index.groups)
}
