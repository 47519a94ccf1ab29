//! Texts as HTML fragments: the block tree in, escaped and valid HTML5 out.
//!
//! Reads: blocks and inlines of one text, and the link index. Writes: [`Html`]. Touches: nothing. Faults of links are
//! found by `check`; here a faulty link is its text. Typesetting comes later, over finished pages (`page.rs`). A [`Writer`] serves one page: it never gives the same `id` twice,
//! keeps heading levels without gaps and numbers the footnotes of the whole page.

mod block;
mod escape;
mod exercise;
mod footnote;
mod harmless;
mod inline;
mod page;
mod sanitize;
#[cfg(test)]
mod tests;
mod typeset;

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::base::{Date, OutPath, SitePath};
use crate::model::LinkIndex;
use crate::parse::doc::{Block, Inline};
use crate::source::picture::Size;

pub(crate) use escape::push_escaped;
pub(crate) use exercise::exercise;
pub(crate) use harmless::harmless;
pub(crate) use inline::{href, scheme_allowed};
pub(crate) use page::typeset;
pub(crate) use typeset::with_signs;

/// A finished fragment of HTML. The only text that templates may mark `safe`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub(crate) struct Html(pub(crate) String);

/// Words that fragments need, taken once from the catalogue of the theme.
#[derive(Clone, Debug, Default)]
pub(crate) struct Labels {
    /// «Примечание», «Совет», «Важно», «Внимание», «Осторожно», in the order of [`crate::parse::doc::Alert`].
    pub(crate) alerts: [String; 5],
    /// Name of a table for those who do not see it.
    pub(crate) table: String,
    /// «Сноски».
    pub(crate) footnotes: String,
    /// «Сноска», before its number.
    pub(crate) footnote: String,
    /// «Назад к тексту».
    pub(crate) back: String,
    /// A ticked and an open box of a task list.
    pub(crate) done: String,
    /// See above.
    pub(crate) open: String,
}

/// Where a text stands and how its links are to be read.
#[derive(Clone, Copy)]
pub(crate) struct Scope<'a> {
    /// The page on which the fragment is shown; links are relative to it.
    pub(crate) page: &'a OutPath,
    /// The page on which the text itself stands: the same, unless the text is quoted.
    pub(crate) own: &'a OutPath,
    /// The file in which the text was written; its own links are relative to that.
    pub(crate) from: &'a SitePath,
    /// The edition that the text belongs to, if any: its references stay inside it.
    pub(crate) home: Option<(&'a str, Date)>,
    /// Every page and anchor.
    pub(crate) links: &'a LinkIndex,
    /// Whether raw HTML is let through, sanitised.
    pub(crate) raw_html: bool,
    /// Words.
    pub(crate) labels: &'a Labels,
    /// What terms mean, by id.
    pub(crate) terms: &'a BTreeMap<String, String>,
    /// Files that links and pictures lead to.
    pub(crate) files: &'a BTreeMap<OutPath, FileNote>,
}

/// What is said of a file where it is linked or shown.
#[derive(Clone, Debug)]
pub(crate) struct FileNote {
    /// Its kind, its size, since when it is on the site.
    pub(crate) about: String,
    /// How large the picture is, if it is one that tells.
    pub(crate) size: Option<Size>,
}

/// A line of the page's own contents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct TocEntry {
    /// Anchor without `#`.
    pub(crate) anchor: String,
    /// Number and text of the heading, without markup.
    pub(crate) text: String,
    /// 1 for the highest headings of the text, 2 below.
    pub(crate) depth: u8,
}

/// Turns texts of one page into HTML.
pub(crate) struct Writer<'a> {
    scope: Scope<'a>,
    out: String,
    ids: BTreeSet<String>,
    /// How law cites places, by anchor.
    citations: BTreeMap<String, String>,
    /// Terms whose meaning stands on the page already.
    explained: BTreeSet<String>,
    /// Labels of the footnotes called so far, in order.
    notes: Vec<String>,
    /// Their numbers, by label.
    note_numbers: BTreeMap<String, usize>,
    /// Source levels of the headings that are open, outermost first.
    levels: Vec<u8>,
    toc: Vec<TocEntry>,
    in_link: bool,
    /// Quoted text carries no anchors and no footnotes: they stand where it is quoted from.
    quoting: bool,
    raw: bool,
    /// Whether a picture stands on the page already.
    pictured: bool,
}

impl<'a> Writer<'a> {
    pub(crate) fn new(scope: Scope<'a>) -> Self {
        Self {
            scope,
            out: String::new(),
            ids: BTreeSet::new(),
            citations: BTreeMap::new(),
            explained: BTreeSet::new(),
            notes: Vec::new(),
            note_numbers: BTreeMap::new(),
            levels: Vec::new(),
            toc: Vec::new(),
            in_link: false,
            quoting: false,
            raw: false,
            pictured: false,
        }
    }

    /// A writer of quotations: no anchors, no footnotes.
    pub(crate) fn quoting(scope: Scope<'a>) -> Self {
        Self { quoting: true, ..Self::new(scope) }
    }

    /// Marks an anchor that the template itself writes, so that no fragment repeats it; `false` if it is taken.
    pub(crate) fn reserve(&mut self, anchor: &str) -> bool {
        self.ids.insert(anchor.to_owned())
    }

    /// From now on places carry the words by which law cites them.
    pub(crate) fn cite(&mut self, citations: BTreeMap<String, String>) {
        self.citations = citations;
    }

    /// How law cites a place.
    pub(crate) fn cited(&self, anchor: &str) -> Option<String> {
        self.citations.get(anchor).cloned()
    }

    /// Blocks as HTML.
    pub(crate) fn blocks(&mut self, blocks: &[Block]) -> Html {
        for block in blocks {
            self.block(block);
        }
        self.finish()
    }

    /// Inlines as HTML, for a place that has its own element.
    pub(crate) fn inlines(&mut self, inlines: &[Inline]) -> Html {
        self.push_inlines(inlines);
        self.finish()
    }

    /// Adds a line to the contents of the page for a heading that the template itself writes.
    pub(crate) fn contents_line(&mut self, entry: TocEntry) {
        self.toc.push(entry);
    }

    /// The contents of the page so far.
    pub(crate) fn take_toc(&mut self) -> Vec<TocEntry> {
        std::mem::take(&mut self.toc)
    }

    fn finish(&mut self) -> Html {
        let text = std::mem::take(&mut self.out);
        Html(if std::mem::take(&mut self.raw) { sanitize::clean(&text) } else { text })
    }

    /// ` id="…"` if there is an anchor that the page does not have yet.
    fn push_id(&mut self, anchor: Option<&str>) {
        let Some(anchor) = anchor.filter(|a| !a.is_empty() && !self.quoting) else { return };
        if self.ids.insert(anchor.to_owned()) {
            self.push_attribute("id", anchor);
            if let Some(cite) = self.cited(anchor) {
                self.push_attribute("data-cite", &cite);
            }
        }
    }

    fn push_attribute(&mut self, name: &str, value: &str) {
        self.out.push(' ');
        self.out.push_str(name);
        self.out.push_str("=\"");
        push_escaped(&mut self.out, value);
        self.out.push('"');
    }

    fn push_text(&mut self, text: &str) {
        push_escaped(&mut self.out, text);
    }
}
