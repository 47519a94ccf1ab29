//! Where lines of running text begin, for readers that look at lines (the clause grammar).

use std::ops::Range;

use crate::parse::doc::Inline;

use super::builder::Builder;
use super::frames::{Container, Frame, Kind, Wrap};

/// Where a line of running text begins, in bytes of the text that was parsed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::parse) struct LineStart {
    pub(in crate::parse) at: usize,
    pub(in crate::parse) place: LinePlace,
}

/// What kind of a line it is. Lines inside quotes, tables, footnotes, definitions, code, links and emphasis are not
/// told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::parse) enum LinePlace {
    /// A heading outside lists and quotes.
    Heading,
    /// The first line of a paragraph outside lists and quotes.
    Paragraph,
    /// The first line of a further paragraph of a list item.
    ItemParagraph,
    /// An item of an ordered list outside lists and quotes; whether it is the first of its list.
    OrderedItem { first: bool },
    /// A line inside a paragraph, of a list item or not.
    Broken { in_item: bool },
}

impl Builder<'_> {
    pub(super) fn broken(&mut self, inline: Inline, range: &Range<usize>) {
        self.inline(inline, range);
        if self.want_lines
            && let Some(Frame { kind: Kind::Inlines(Wrap::Paragraph | Wrap::Implicit { .. }, _), .. }) =
                self.frames.last()
            && self.only_items()
        {
            self.line(range.end, LinePlace::Broken { in_item: self.blocks_open > 0 });
        }
    }

    /// Whether nothing but lists is open.
    pub(super) fn only_items(&self) -> bool {
        self.blocks_skipped == 0
            && self.frames.iter().all(|f| match &f.kind {
                Kind::Blocks(container, _) => matches!(container, Container::Root | Container::Item { .. }),
                Kind::List { .. } | Kind::Inlines(..) => true,
                _ => false,
            })
    }

    pub(super) fn line(&mut self, at: usize, place: LinePlace) {
        if self.want_lines {
            self.lines.push(LineStart { at, place });
        }
    }

    pub(super) fn paragraph_line(&mut self, at: usize) {
        if !self.want_lines || !self.only_items() {
            return;
        }
        match self.frames.last().map(|f| &f.kind) {
            Some(Kind::Blocks(Container::Root, _)) => self.line(at, LinePlace::Paragraph),
            Some(Kind::Blocks(Container::Item { .. }, blocks)) if !blocks.is_empty() => {
                self.line(at, LinePlace::ItemParagraph);
            }
            _ => {}
        }
    }

    /// The printed number of the item that begins at `at`.
    pub(super) fn item_line(&mut self, at: usize) -> Option<u64> {
        let Some(Frame { kind: Kind::List { start: Some(_), items, .. }, .. }) = self.frames.last() else {
            return None;
        };
        let first = items.is_empty();
        if self.blocks_open == 1 {
            self.line(at, LinePlace::OrderedItem { first });
        }
        let head = self.text[at..].trim_start();
        head[..head.bytes().take_while(u8::is_ascii_digit).count()].parse().ok()
    }
}
