//! Search: an index of units, the smallest pieces of text with an address, and the ranks of a question in it.
//!
//! Reads: the site, and the text of ordinary pages. Writes: the files of the index; findings on questions of the
//! school that do not find their clause. Touches: nothing.
//!
//! 1. [`sources`] says what there is; [`read`] makes units of one source and weighs their words. It is pure, so sources
//!    may be read side by side and remembered.
//! 2. [`index`] brings the weighed sheets together into files: one root script and hashed shards.
//! 3. The browser's script answers from these files. `find` is its twin in Rust: the same steps in whole numbers over
//!    the same bytes, so both give the same ranks exactly. The twin was chosen over running the script itself in an
//!    embedded engine: an engine weighs more than all the rest of the program, and the twin also proves that the
//!    files can be read by a second reader.

mod build;
mod exercise;
mod find;
mod gather;
mod questions;
mod related;
mod thesaurus;
mod unit;
mod weigh;
mod words;

use crate::base::FileId;
use crate::diag::Diagnostics;
use crate::model::Site;

pub(crate) use build::{Index, ROOT};
pub(crate) use exercise::exercise;
pub(crate) use find::Finder;
pub(crate) use gather::{Source, sources};
pub(crate) use weigh::{Memory, Weighed};

/// What reading one source needs to know of the rest of the site.
pub(crate) struct Context {
    linked: gather::Linked,
}

/// Prepares reading.
pub(crate) fn context(site: &Site) -> Context {
    Context { linked: gather::Linked::new(site) }
}

/// Makes units of one source and weighs their words; `text` gives the decoded text of a page's file. The memory only
/// saves work: what is read does not depend on it.
pub(crate) fn read(
    site: &Site,
    context: &Context,
    memory: &mut Memory,
    source: Source,
    text: &dyn Fn(FileId) -> Option<String>,
) -> Weighed {
    weigh::weigh(gather::sheet(site, &context.linked, source, text), memory)
}

/// Brings what was read together. `words` are the site's words that the script shows, by key.
pub(crate) fn index(site: &Site, weighed: &[Weighed], words: &[(String, String)]) -> Index {
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
    build::build(weighed, &groups, &thesaurus::Marked::new(&stemmers), words)
}

/// Asks the questions of the school and reports those that do not find what they name.
pub(crate) fn questions(site: &Site, index: &Index) -> Diagnostics {
    if site.register.questions.is_empty() {
        return Diagnostics::default();
    }
    questions::questions(site, &Finder::new(index))
}
