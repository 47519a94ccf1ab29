//! What the builder keeps open: blocks and inlines that have begun and not ended.

use pulldown_cmark::{Alignment as Align, BlockQuoteKind};

use crate::parse::doc::{Alert, Alignment, Block, Definition, Image, Inline, Link, ListItem, Table};

/// An open block or inline.
pub(super) struct Frame {
    pub(super) start: usize,
    pub(super) kind: Kind,
}

pub(super) enum Kind {
    Blocks(Container, Vec<Block>),
    List { start: Option<u64>, items: Vec<ListItem>, loose: bool },
    Definitions(Vec<Definition>),
    Table { table: Table, row: Vec<Vec<Inline>> },
    Code { language: String, text: String },
    Html(String),
    Inlines(Wrap, Vec<Inline>),
}

pub(super) enum Container {
    Root,
    Quote(Option<Alert>),
    Item { number: Option<u64>, task: Option<bool> },
    Footnote(String),
    Meaning,
}

pub(super) enum Wrap {
    Paragraph,
    /// Text that stands in an item without a paragraph of its own; ends where the next block begins.
    Implicit {
        end: usize,
    },
    Heading {
        level: u8,
        id: Option<String>,
    },
    Cell,
    Term,
    Emphasis,
    Strong,
    Strike,
    Superscript,
    Subscript,
    Link(Link),
    Image(Image),
}

pub(super) fn alignment(align: Align) -> Alignment {
    match align {
        Align::None => Alignment::None,
        Align::Left => Alignment::Left,
        Align::Center => Alignment::Center,
        Align::Right => Alignment::Right,
    }
}

pub(super) fn alert(kind: BlockQuoteKind) -> Alert {
    match kind {
        BlockQuoteKind::Note => Alert::Note,
        BlockQuoteKind::Tip => Alert::Tip,
        BlockQuoteKind::Important => Alert::Important,
        BlockQuoteKind::Warning => Alert::Warning,
        BlockQuoteKind::Caution => Alert::Caution,
    }
}
