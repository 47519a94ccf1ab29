//! Events of the parser to a tree, with a stack of open blocks and inlines.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Options, Parser, Tag};

use crate::base::Span;
use crate::parse::doc::{BlockKind, Doc, Footnote, Image, Inline, Link, Table};
use crate::parse::edits::Edited;

use super::MAX_DEPTH;
use super::anchors::Anchors;
use super::frames::{Container, Frame, Kind, Wrap, alert as alert_kind, alignment};
use super::lines::{LinePlace, LineStart};

const EXTENSIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_HEADING_ATTRIBUTES)
    .union(Options::ENABLE_DEFINITION_LIST)
    .union(Options::ENABLE_GFM)
    .union(Options::ENABLE_WIKILINKS);

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

pub(super) struct Builder<'e> {
    pub(super) edited: &'e Edited<'e>,
    pub(super) text: &'e str,
    pub(super) frames: Vec<Frame>,
    pub(super) footnotes: Vec<Footnote>,
    pub(super) anchors: Anchors,
    pub(super) blocks_open: usize,
    /// Open containers that are deeper than the tree goes; they are the innermost ones.
    pub(super) blocks_skipped: usize,
    pub(super) inlines_open: usize,
    pub(super) inlines_skipped: usize,
    pub(super) too_deep: Option<Span>,
    pub(super) want_lines: bool,
    pub(super) lines: Vec<LineStart>,
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
                let alert = alert.map(alert_kind);
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

    pub(super) fn open_leaf(&mut self, wrap: Wrap, start: usize) {
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
    pub(super) fn inlines(&mut self, range: &Range<usize>) -> Option<&mut Vec<Inline>> {
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

    pub(super) fn inline(&mut self, inline: Inline, range: &Range<usize>) {
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

    pub(super) fn close_implicit(&mut self) {
        if let Some(Frame { kind: Kind::Inlines(Wrap::Implicit { end }, _), start }) = self.frames.last() {
            let range = *start..*end;
            self.close(range);
        }
    }
}
