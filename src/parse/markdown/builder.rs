//! Events of the parser to a tree, with a stack of open blocks and inlines.

use std::ops::Range;

use pulldown_cmark::{Alignment as Align, BlockQuoteKind, CodeBlockKind, Event, LinkType, Options, Parser, Tag};

use crate::base::Span;
use crate::parse::doc::{
    Alert, Alignment, Block, BlockKind, Definition, Doc, Footnote, Image, Inline, Link, List, ListItem, Table,
    plain_text,
};
use crate::parse::edits::Edited;

use super::MAX_DEPTH;
use super::anchors::Anchors;

const EXTENSIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_HEADING_ATTRIBUTES)
    .union(Options::ENABLE_DEFINITION_LIST)
    .union(Options::ENABLE_GFM)
    .union(Options::ENABLE_WIKILINKS);

/// Where a line of running text begins, in coordinates of the text that was parsed.
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

pub(super) struct Built {
    pub(super) doc: Doc,
    pub(super) lines: Vec<LineStart>,
    /// Place of the first container that was too deep to keep.
    pub(super) too_deep: Option<Span>,
}

/// Builds the tree of a text.
pub(super) fn build(edited: &Edited<'_>, lines: bool) -> Built {
    let mut builder = Builder {
        edited,
        text: &edited.text,
        frames: vec![Frame { start: 0, kind: Kind::Blocks(Container::Root, Vec::new()) }],
        footnotes: Vec::new(),
        anchors: Anchors::default(),
        blocks_open: 0,
        blocks_skipped: 0,
        inlines_open: 0,
        inlines_skipped: 0,
        too_deep: None,
        want_lines: lines,
        lines: Vec::new(),
    };
    for (event, range) in Parser::new_ext(&edited.text, EXTENSIONS).into_offset_iter() {
        builder.event(event, range);
    }
    builder.finish()
}

/// An open block or inline.
struct Frame {
    start: usize,
    kind: Kind,
}

enum Kind {
    Blocks(Container, Vec<Block>),
    List { start: Option<u64>, items: Vec<ListItem>, loose: bool },
    Definitions(Vec<Definition>),
    Table { table: Table, row: Vec<Vec<Inline>> },
    Code { language: String, text: String },
    Html(String),
    Inlines(Wrap, Vec<Inline>),
}

enum Container {
    Root,
    Quote(Option<Alert>),
    Item { number: Option<u64>, task: Option<bool> },
    Footnote(String),
    Meaning,
}

enum Wrap {
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

struct Builder<'e> {
    edited: &'e Edited<'e>,
    text: &'e str,
    frames: Vec<Frame>,
    footnotes: Vec<Footnote>,
    anchors: Anchors,
    blocks_open: usize,
    /// Open containers that are deeper than the tree goes; they are the innermost ones.
    blocks_skipped: usize,
    inlines_open: usize,
    inlines_skipped: usize,
    too_deep: Option<Span>,
    want_lines: bool,
    lines: Vec<LineStart>,
}

impl Builder<'_> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::Text(text) => match self.frames.last_mut().map(|f| &mut f.kind) {
                Some(Kind::Code { text: code, .. }) => code.push_str(&text),
                Some(Kind::Html(html)) => html.push_str(&text),
                _ => self.text(&text, &range),
            },
            Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.inline(Inline::Code(text.into_string()), &range);
            }
            Event::Html(text) => match self.frames.last_mut().map(|f| &mut f.kind) {
                Some(Kind::Html(html)) => html.push_str(&text),
                _ => {
                    self.close_implicit();
                    self.push_block(BlockKind::Html(text.into_string()), range);
                }
            },
            Event::InlineHtml(text) => self.inline(Inline::Html(text.into_string()), &range),
            Event::FootnoteReference(label) => self.inline(Inline::FootnoteReference(label.into_string()), &range),
            Event::SoftBreak => self.broken(Inline::SoftBreak, &range),
            Event::HardBreak => self.broken(Inline::HardBreak, &range),
            Event::Rule => {
                self.close_implicit();
                self.push_block(BlockKind::Rule, range);
            }
            Event::TaskListMarker(ticked) => {
                let item = self.frames.iter_mut().rev().find_map(|f| match &mut f.kind {
                    Kind::Blocks(Container::Item { task, .. }, _) => Some(task),
                    _ => None,
                });
                if let Some(task) = item.filter(|_| self.blocks_skipped == 0) {
                    *task = Some(ticked);
                }
            }
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        let at = range.start;
        match tag {
            Tag::Paragraph => {
                self.close_implicit();
                self.paragraph_line(at);
                self.open_leaf(Wrap::Paragraph, at);
            }
            Tag::Heading { level, id, .. } => {
                self.close_implicit();
                if self.blocks_open == 0 {
                    self.line(at, LinePlace::Heading);
                }
                let id = id.map(pulldown_cmark::CowStr::into_string);
                self.open_leaf(Wrap::Heading { level: level as u8, id }, at);
            }
            Tag::BlockQuote(alert) => {
                let alert = alert.map(|kind| match kind {
                    BlockQuoteKind::Note => Alert::Note,
                    BlockQuoteKind::Tip => Alert::Tip,
                    BlockQuoteKind::Important => Alert::Important,
                    BlockQuoteKind::Warning => Alert::Warning,
                    BlockQuoteKind::Caution => Alert::Caution,
                });
                self.open(1, range, Kind::Blocks(Container::Quote(alert), Vec::new()));
            }
            Tag::List(start) => self.open(2, range, Kind::List { start, items: Vec::new(), loose: false }),
            Tag::Item => {
                let number = self.item_line(at);
                self.open(0, range, Kind::Blocks(Container::Item { number, task: None }, Vec::new()));
            }
            Tag::FootnoteDefinition(label) => {
                self.open(1, range, Kind::Blocks(Container::Footnote(label.into_string()), Vec::new()));
            }
            Tag::DefinitionList => self.open(2, range, Kind::Definitions(Vec::new())),
            Tag::DefinitionListTitle => {
                self.close_implicit();
                self.open_leaf(Wrap::Term, at);
            }
            Tag::DefinitionListDefinition => self.open(0, range, Kind::Blocks(Container::Meaning, Vec::new())),
            Tag::CodeBlock(kind) => {
                self.close_implicit();
                let language = match &kind {
                    CodeBlockKind::Indented => "",
                    CodeBlockKind::Fenced(info) => info.split([' ', ',', '\t', '{']).next().unwrap_or_default(),
                };
                let language = language.to_owned();
                self.frames.push(Frame { start: at, kind: Kind::Code { language, text: String::new() } });
            }
            Tag::HtmlBlock => {
                self.close_implicit();
                self.frames.push(Frame { start: at, kind: Kind::Html(String::new()) });
            }
            Tag::Table(alignments) => {
                self.close_implicit();
                let alignments = alignments.into_iter().map(alignment).collect();
                let table = Table { alignments, head: Vec::new(), rows: Vec::new() };
                self.frames.push(Frame { start: at, kind: Kind::Table { table, row: Vec::new() } });
            }
            Tag::TableHead | Tag::TableRow => {}
            Tag::TableCell => self.open_leaf(Wrap::Cell, at),
            Tag::Emphasis => self.open_inline(Wrap::Emphasis, range),
            Tag::Strong => self.open_inline(Wrap::Strong, range),
            Tag::Strikethrough => self.open_inline(Wrap::Strike, range),
            Tag::Superscript => self.open_inline(Wrap::Superscript, range),
            Tag::Subscript => self.open_inline(Wrap::Subscript, range),
            Tag::Link { link_type, dest_url, title, .. } => {
                let wiki = matches!(link_type, LinkType::WikiLink { .. });
                let to = match link_type {
                    LinkType::Email => format!("mailto:{dest_url}"),
                    _ => dest_url.into_string(),
                };
                let span = self.span(&range);
                let link = Link { to, title: title.into_string(), children: Vec::new(), span, wiki };
                self.open_inline(Wrap::Link(link), range);
            }
            Tag::Image { dest_url, title, .. } => {
                let span = self.span(&range);
                let (to, title) = (dest_url.into_string(), title.into_string());
                self.open_inline(Wrap::Image(Image { to, title, alt: String::new(), span }), range);
            }
            // Front matter is taken off before; this extension is not enabled.
            Tag::MetadataBlock(_) => self.frames.push(Frame { start: at, kind: Kind::Html(String::new()) }),
        }
    }

    fn end(&mut self, tag: pulldown_cmark::TagEnd, range: Range<usize>) {
        use pulldown_cmark::TagEnd as End;
        match tag {
            End::BlockQuote(_)
            | End::List(_)
            | End::Item
            | End::FootnoteDefinition
            | End::DefinitionList
            | End::DefinitionListDefinition => {
                self.close_implicit();
                if self.blocks_skipped > 0 {
                    self.blocks_skipped -= 1;
                } else {
                    self.blocks_open = self.blocks_open.saturating_sub(1);
                    self.close(range);
                }
            }
            End::Emphasis
            | End::Strong
            | End::Strikethrough
            | End::Superscript
            | End::Subscript
            | End::Link
            | End::Image => {
                if self.inlines_skipped > 0 {
                    self.inlines_skipped -= 1;
                } else {
                    self.inlines_open = self.inlines_open.saturating_sub(1);
                    self.close(range);
                }
            }
            End::TableHead => self.end_row(true),
            End::TableRow => self.end_row(false),
            End::Paragraph
            | End::Heading(_)
            | End::CodeBlock
            | End::HtmlBlock
            | End::DefinitionListTitle
            | End::Table
            | End::TableCell
            | End::MetadataBlock(_) => self.close(range),
        }
    }

    /// Opens a container of blocks. `levels` is how deep the tree grows by it and by what must stand in it; 0 for what
    /// stands in a list that has counted it.
    fn open(&mut self, levels: usize, range: Range<usize>, kind: Kind) {
        self.close_implicit();
        if self.blocks_skipped > 0 || (levels > 0 && self.blocks_open + levels > MAX_DEPTH) {
            self.blocks_skipped += 1;
            self.note_depth(&range);
        } else {
            self.blocks_open += 1;
            self.frames.push(Frame { start: range.start, kind });
        }
    }

    fn open_leaf(&mut self, wrap: Wrap, start: usize) {
        self.frames.push(Frame { start, kind: Kind::Inlines(wrap, Vec::new()) });
    }

    fn open_inline(&mut self, wrap: Wrap, range: Range<usize>) {
        if self.inlines_skipped > 0 || self.inlines_open >= MAX_DEPTH {
            self.inlines_skipped += 1;
            self.note_depth(&range);
            return;
        }
        self.inlines(&range);
        self.inlines_open += 1;
        self.frames.push(Frame { start: range.start, kind: Kind::Inlines(wrap, Vec::new()) });
    }

    fn note_depth(&mut self, range: &Range<usize>) {
        if self.too_deep.is_none() {
            let line = self.text[range.clone()].split(['\n', '\r']).next().unwrap_or_default();
            let shown = line.char_indices().nth(40).map_or(line.len(), |(i, _)| i);
            self.too_deep = Some(self.span(&(range.start..range.start + shown)));
        }
    }

    /// The list of inlines that text goes to now; in an item it begins a paragraph of its own.
    fn inlines(&mut self, range: &Range<usize>) -> Option<&mut Vec<Inline>> {
        let begins = !matches!(self.frames.last(), Some(Frame { kind: Kind::Inlines(..), .. }));
        if begins {
            self.open_leaf(Wrap::Implicit { end: range.end }, range.start);
        }
        let Some(Frame { kind: Kind::Inlines(wrap, inlines), .. }) = self.frames.last_mut() else { return None };
        if let Wrap::Implicit { end } = wrap {
            *end = range.end;
        }
        Some(inlines)
    }

    fn inline(&mut self, inline: Inline, range: &Range<usize>) {
        if let Some(inlines) = self.inlines(range) {
            inlines.push(inline);
        }
    }

    fn text(&mut self, text: &str, range: &Range<usize>) {
        let Some(inlines) = self.inlines(range) else { return };
        if let Some(Inline::Text(last)) = inlines.last_mut() {
            last.push_str(text);
        } else {
            inlines.push(Inline::Text(text.to_owned()));
        }
    }

    fn broken(&mut self, inline: Inline, range: &Range<usize>) {
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
    fn only_items(&self) -> bool {
        self.blocks_skipped == 0
            && self.frames.iter().all(|f| match &f.kind {
                Kind::Blocks(container, _) => matches!(container, Container::Root | Container::Item { .. }),
                Kind::List { .. } | Kind::Inlines(..) => true,
                _ => false,
            })
    }

    fn line(&mut self, at: usize, place: LinePlace) {
        if self.want_lines {
            self.lines.push(LineStart { at, place });
        }
    }

    fn paragraph_line(&mut self, at: usize) {
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
    fn item_line(&mut self, at: usize) -> Option<u64> {
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

    fn close_implicit(&mut self) {
        if let Some(Frame { kind: Kind::Inlines(Wrap::Implicit { end }, _), start }) = self.frames.last() {
            let range = *start..*end;
            self.close(range);
        }
    }

    fn end_row(&mut self, head: bool) {
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
    fn close(&mut self, range: Range<usize>) {
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

    fn close_container(&mut self, container: Container, blocks: Vec<Block>, range: Range<usize>) {
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

    fn close_inlines(&mut self, wrap: Wrap, inlines: Vec<Inline>, range: Range<usize>) {
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

    fn push_block(&mut self, kind: BlockKind, range: Range<usize>) {
        let span = self.span(&range);
        if let Some(blocks) = self.blocks() {
            blocks.push(Block { kind, span, anchor: None, paragraph: None });
        }
    }

    /// The blocks of the innermost container that has any.
    fn blocks(&mut self) -> Option<&mut Vec<Block>> {
        self.frames.iter_mut().rev().find_map(|f| match &mut f.kind {
            Kind::Blocks(_, blocks) => Some(blocks),
            _ => None,
        })
    }

    /// A range without the white space at its end, in file coordinates.
    fn span(&self, range: &Range<usize>) -> Span {
        let piece = self.text.get(range.clone()).unwrap_or_default();
        self.edited.span(range.start, range.start + piece.trim_end().len())
    }

    fn finish(mut self) -> Built {
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

fn alignment(align: Align) -> Alignment {
    match align {
        Align::None => Alignment::None,
        Align::Left => Alignment::Left,
        Align::Center => Alignment::Center,
        Align::Right => Alignment::Right,
    }
}
