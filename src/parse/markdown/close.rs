//! The ends of blocks and inlines: what a closed frame becomes, and where it goes.

use std::ops::Range;

use crate::base::Span;
use crate::parse::doc::{Block, BlockKind, Definition, Doc, Footnote, Image, Inline, Link, List, ListItem, plain_text};

use super::builder::{Builder, Built};
use super::frames::{Container, Frame, Kind, Wrap};

impl Builder<'_> {
    pub(super) fn end_row(&mut self, head: bool) {
        if let Some(Frame { kind: Kind::Table { table, row }, .. }) = self.frames.last_mut() {
            let row = std::mem::take(row);
            if head {
                table.head = row;
            } else {
                table.rows.push(row);
            }
        }
    }

    /// Closes the innermost frame and hands what it became to the one around it.
    pub(super) fn close(&mut self, range: Range<usize>) {
        if self.frames.len() < 2 {
            return;
        }
        let Some(frame) = self.frames.pop() else { return };
        let range = frame.start..range.end;
        match frame.kind {
            Kind::Blocks(container, blocks) => self.close_container(container, blocks, range),
            Kind::List { start, items, loose } => {
                self.push_block(BlockKind::List(List { start, tight: !loose, items }), range);
            }
            Kind::Definitions(definitions) => self.push_block(BlockKind::Definitions(definitions), range),
            Kind::Table { table, .. } => self.push_block(BlockKind::Table(table), range),
            Kind::Code { language, text } => self.push_block(BlockKind::Code { language, text }, range),
            Kind::Html(html) => self.push_block(BlockKind::Html(html), range),
            Kind::Inlines(wrap, inlines) => self.close_inlines(wrap, inlines, range),
        }
    }

    pub(super) fn close_container(&mut self, container: Container, blocks: Vec<Block>, range: Range<usize>) {
        let span = self.span(&range);
        match (container, self.frames.last_mut().map(|f| &mut f.kind)) {
            (Container::Item { number, task }, Some(Kind::List { items, .. })) => {
                items.push(ListItem { blocks, span, number, task, anchor: None, path: Vec::new(), paragraph: None });
            }
            (Container::Meaning, Some(Kind::Definitions(definitions))) => match definitions.last_mut() {
                Some(definition) => definition.meanings.push(blocks),
                None => definitions.push(Definition { term: Vec::new(), meanings: vec![blocks] }),
            },
            (Container::Footnote(label), _) => self.footnotes.push(Footnote { label, blocks, span }),
            (Container::Quote(alert), _) => self.push_block(BlockKind::Quote { alert, blocks }, range),
            (Container::Root | Container::Item { .. } | Container::Meaning, _) => {
                if let Some(into) = self.blocks() {
                    into.extend(blocks);
                }
            }
        }
    }

    pub(super) fn close_inlines(&mut self, wrap: Wrap, inlines: Vec<Inline>, range: Range<usize>) {
        let inline = match wrap {
            Wrap::Paragraph => {
                // An item with a paragraph of its own makes the list around it loose.
                if let [
                    ..,
                    Frame { kind: Kind::List { loose, .. }, .. },
                    Frame { kind: Kind::Blocks(Container::Item { .. }, _), .. },
                ] = &mut self.frames[..]
                {
                    *loose = true;
                }
                return self.push_block(BlockKind::Paragraph(inlines), range);
            }
            Wrap::Implicit { .. } => return self.push_block(BlockKind::Paragraph(inlines), range),
            Wrap::Heading { level, id } => {
                let anchor = self.anchors.name(id.as_deref(), &plain_text(&inlines));
                self.push_block(BlockKind::Heading { level, inlines }, range);
                if let Some(block) = self.blocks().and_then(|blocks| blocks.last_mut()) {
                    block.anchor = Some(anchor);
                }
                return;
            }
            Wrap::Cell => {
                if let Some(Frame { kind: Kind::Table { row, .. }, .. }) = self.frames.last_mut() {
                    row.push(inlines);
                }
                return;
            }
            Wrap::Term => {
                if let Some(Frame { kind: Kind::Definitions(definitions), .. }) = self.frames.last_mut() {
                    definitions.push(Definition { term: inlines, meanings: Vec::new() });
                } else {
                    self.push_block(BlockKind::Paragraph(inlines), range);
                }
                return;
            }
            Wrap::Emphasis => Inline::Emphasis(inlines),
            Wrap::Strong => Inline::Strong(inlines),
            Wrap::Strike => Inline::Strike(inlines),
            Wrap::Superscript => Inline::Superscript(inlines),
            Wrap::Subscript => Inline::Subscript(inlines),
            Wrap::Link(link) => Inline::Link(Link { children: inlines, ..link }),
            Wrap::Image(image) => Inline::Image(Image { alt: plain_text(&inlines), ..image }),
        };
        self.inline(inline, &range);
    }

    pub(super) fn push_block(&mut self, kind: BlockKind, range: Range<usize>) {
        let span = self.span(&range);
        if let Some(blocks) = self.blocks() {
            blocks.push(Block { kind, span, anchor: None, paragraph: None });
        }
    }

    /// The blocks of the innermost container that has any.
    pub(super) fn blocks(&mut self) -> Option<&mut Vec<Block>> {
        self.frames.iter_mut().rev().find_map(|f| match &mut f.kind {
            Kind::Blocks(_, blocks) => Some(blocks),
            _ => None,
        })
    }

    /// A range without the white space at its end, in file coordinates.
    pub(super) fn span(&self, range: &Range<usize>) -> Span {
        let piece = self.text.get(range.clone()).unwrap_or_default();
        self.edited.span(range.start, range.start + piece.trim_end().len())
    }

    pub(super) fn finish(mut self) -> Built {
        self.close_implicit();
        while self.frames.len() > 1 {
            self.close(0..self.text.len());
        }
        let blocks = match self.frames.pop().map(|f| f.kind) {
            Some(Kind::Blocks(_, blocks)) => blocks,
            _ => Vec::new(),
        };
        Built { doc: Doc { blocks, footnotes: self.footnotes }, lines: self.lines, too_deep: self.too_deep }
    }
}
