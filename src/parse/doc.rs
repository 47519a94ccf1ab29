//! The tree of one text: blocks and inlines, owned, with the span of each block and of what can be faulty.
//!
//! Typesetting never happens here; text is what the author wrote, with entities and escapes resolved.

use std::collections::BTreeMap;

use crate::base::{Address, ItemPath, Number, Span};

/// A block with the place it came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Block {
    pub(crate) kind: BlockKind,
    /// In file coordinates.
    pub(crate) span: Span,
    /// Anchor minted for it (`p2.4-a5`, `p2.4-7`, a heading's name), without `#`.
    pub(crate) anchor: Option<String>,
    /// Which абзац of its clause it is (the lead line is 1); only in clauses, for paragraphs.
    pub(crate) paragraph: Option<u32>,
}

/// What a block is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum BlockKind {
    /// Level 1 to 6.
    Heading {
        level: u8,
        inlines: Vec<Inline>,
    },
    Paragraph(Vec<Inline>),
    List(List),
    Quote {
        alert: Option<Alert>,
        blocks: Vec<Block>,
    },
    Code {
        language: String,
        text: String,
    },
    Table(Table),
    Definitions(Vec<Definition>),
    /// Raw HTML, as typed.
    Html(String),
    Rule,
}

/// GitHub's alert quotes: `> [!NOTE]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Alert {
    Note,
    Tip,
    Important,
    Warning,
    Caution,
}

/// A list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct List {
    /// First printed number; `None` for bullets.
    pub(crate) start: Option<u64>,
    /// Whether items stand without blank lines between.
    pub(crate) tight: bool,
    pub(crate) items: Vec<ListItem>,
}

/// An item of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ListItem {
    pub(crate) blocks: Vec<Block>,
    pub(crate) span: Span,
    /// The printed number in an ordered list, which need not be one more than the number before.
    pub(crate) number: Option<u64>,
    /// A task list's box: ticked or not.
    pub(crate) task: Option<bool>,
    /// `p2.4-7`, `s2-4`.
    pub(crate) anchor: Option<String>,
    /// Position in its clause, numbered on through all lists of the clause; empty outside clauses.
    pub(crate) path: ItemPath,
    /// Which абзац of its clause its first line is.
    pub(crate) paragraph: Option<u32>,
}

/// A table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Table {
    pub(crate) alignments: Vec<Alignment>,
    pub(crate) head: Vec<Vec<Inline>>,
    pub(crate) rows: Vec<Vec<Vec<Inline>>>,
}

/// How a column stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Alignment {
    None,
    Left,
    Center,
    Right,
}

/// A term of a definition list and what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Definition {
    pub(crate) term: Vec<Inline>,
    pub(crate) meanings: Vec<Vec<Block>>,
}

/// A footnote and its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Footnote {
    pub(crate) label: String,
    pub(crate) blocks: Vec<Block>,
    pub(crate) span: Span,
}

/// Text inside a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Inline {
    Text(String),
    Code(String),
    Emphasis(Vec<Inline>),
    Strong(Vec<Inline>),
    Strike(Vec<Inline>),
    Superscript(Vec<Inline>),
    Subscript(Vec<Inline>),
    /// A link as the author wrote it; resolved when the page is made.
    Link(Link),
    Image(Image),
    FootnoteReference(String),
    SoftBreak,
    HardBreak,
    /// Raw inline HTML, as typed.
    Html(String),
    /// A reference in plain text that became a link («пункт 2.4»).
    Reference(Reference),
    /// A word of `terms.yml`.
    Term {
        id: String,
        text: String,
    },
    /// An act of `acts.yml`.
    Act {
        id: String,
        text: String,
    },
}

/// A link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Link {
    /// Destination as typed.
    pub(crate) to: String,
    pub(crate) title: String,
    pub(crate) children: Vec<Inline>,
    pub(crate) span: Span,
    /// `[[Page]]` of wikis: the destination is a page title, not a path.
    pub(crate) wiki: bool,
}

/// An image.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Image {
    pub(crate) to: String,
    pub(crate) title: String,
    /// Text alternative.
    pub(crate) alt: String,
    pub(crate) span: Span,
}

/// A reference to a clause or section, recognised in plain text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Reference {
    /// What it points at; the regulation is filled in.
    pub(crate) address: Address,
    /// Which абзац was named, if any («абзац второй пункта 2.3»).
    pub(crate) paragraph: Option<u32>,
    /// The words as written.
    pub(crate) text: String,
    /// Place of the block that holds it.
    pub(crate) span: Span,
}

/// A whole text: blocks and the footnotes they call.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Doc {
    pub(crate) blocks: Vec<Block>,
    pub(crate) footnotes: Vec<Footnote>,
}

/// The text of a regulation, as parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ActText {
    /// What stands before the first section or clause.
    pub(crate) preamble: Vec<Block>,
    /// Sections and, where there are no headings, clauses.
    pub(crate) parts: Vec<Part>,
    pub(crate) footnotes: Vec<Footnote>,
    /// Where the first part of each number is: the steps down to it. References ask for one number after another, and
    /// a text of five thousand clauses must not be walked for each.
    pub(super) by_number: BTreeMap<Number, Vec<u32>>,
}

/// What a part is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PartKind {
    /// Under a heading.
    Section,
    /// A paragraph with a printed number.
    Clause,
}

/// A section or a clause with what stands under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Part {
    pub(crate) kind: PartKind,
    /// As printed; `None` for a heading without a number.
    pub(crate) number: Option<Number>,
    /// `p2`, `p2.4`; a heading without a number gets `h1`, `h2` by its order. A repeated number gets `p2.4_2`.
    pub(crate) anchor: String,
    /// From its first to its last byte.
    pub(crate) span: Span,
    /// The printed number, or the heading.
    pub(crate) number_span: Span,
    /// Text of the heading without its number; empty for a clause.
    pub(crate) title: Vec<Inline>,
    /// Level of the heading (1 to 6); 0 for a clause.
    pub(crate) level: u8,
    /// Its own blocks. The first paragraph of a clause is its lead line, without the number.
    pub(crate) blocks: Vec<Block>,
    /// Clauses of the section, sub-clauses of the clause, deeper sections.
    pub(crate) children: Vec<Part>,
}

impl Part {
    /// This part and everything under it, in reading order.
    pub(crate) fn walk<'a>(&'a self, visit: &mut dyn FnMut(&'a Part)) {
        visit(self);
        for child in &self.children {
            child.walk(visit);
        }
    }
}

impl ActText {
    /// Every part in reading order.
    pub(crate) fn walk<'a>(&'a self, visit: &mut dyn FnMut(&'a Part)) {
        for part in &self.parts {
            part.walk(visit);
        }
    }

    /// The part with that number; the first if it stands twice.
    pub(crate) fn part(&self, number: &Number) -> Option<&Part> {
        let (first, deeper) = self.by_number.get(number)?.split_first()?;
        let part = self.parts.get(*first as usize)?;
        deeper.iter().try_fold(part, |part, step| part.children.get(*step as usize))
    }

    /// The text with its numbers noted, once all its parts are there.
    pub(crate) fn numbered(mut self) -> Self {
        note_numbers(&self.parts, &mut Vec::new(), &mut self.by_number);
        self
    }
}

fn note_numbers(parts: &[Part], steps: &mut Vec<u32>, by_number: &mut BTreeMap<Number, Vec<u32>>) {
    for (step, part) in (0..).zip(parts) {
        steps.push(step);
        if let Some(number) = &part.number {
            by_number.entry(number.clone()).or_insert_with(|| steps.clone());
        }
        note_numbers(&part.children, steps, by_number);
        steps.pop();
    }
}

/// Text of inlines without markup, soft breaks as spaces.
pub(crate) fn plain_text(inlines: &[Inline]) -> String {
    let mut text = String::new();
    push_plain(inlines, &mut text);
    text
}

/// The same at the end of a text that is there already.
pub(crate) fn push_plain(inlines: &[Inline], text: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(t) | Inline::Code(t) | Inline::Term { text: t, .. } | Inline::Act { text: t, .. } => {
                text.push_str(t)
            }
            Inline::Reference(r) => text.push_str(&r.text),
            Inline::Emphasis(c)
            | Inline::Strong(c)
            | Inline::Strike(c)
            | Inline::Superscript(c)
            | Inline::Subscript(c) => {
                push_plain(c, text);
            }
            Inline::Link(link) => push_plain(&link.children, text),
            Inline::Image(image) => text.push_str(&image.alt),
            Inline::SoftBreak | Inline::HardBreak => text.push(' '),
            Inline::FootnoteReference(_) | Inline::Html(_) => {}
        }
    }
}
