//! What other pages need to know of a text: its title, headings, links and anchors.

use crate::base::Span;

use super::doc::{Block, BlockKind, Doc, Inline, plain_text};

/// What other pages need to know of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Outline {
    /// Text of the first level-1 heading, if the text begins with one.
    pub(crate) title: Option<String>,
    pub(crate) headings: Vec<Heading>,
    pub(crate) links: Vec<OutlineLink>,
    /// Every anchor of the text, headings' and others', sorted.
    pub(crate) anchors: Vec<String>,
    /// The first block that holds raw HTML other than comments.
    pub(crate) html: Option<Span>,
}

/// Whether raw HTML says something; a comment does not.
pub(crate) fn is_markup(html: &str) -> bool {
    let html = html.trim();
    let comment = html.starts_with("<!--") && html.ends_with("-->");
    !html.is_empty() && !comment
}

/// A heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Heading {
    pub(crate) level: u8,
    pub(crate) anchor: String,
    pub(crate) text: String,
}

/// A link or image of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct OutlineLink {
    /// Destination as typed.
    pub(crate) to: String,
    pub(crate) span: Span,
    pub(crate) image: bool,
    pub(crate) wiki: bool,
}

/// Gathers the outline of a text.
pub(crate) fn outline(doc: &Doc) -> Outline {
    let mut outline = Outline::default();
    if let Some(Block { kind: BlockKind::Heading { level: 1, inlines }, .. }) =
        doc.blocks.iter().find(|b| !matches!(b.kind, BlockKind::Html(_)))
    {
        outline.title = Some(plain_text(inlines));
    }
    outline.blocks(&doc.blocks);
    for footnote in &doc.footnotes {
        outline.blocks(&footnote.blocks);
    }
    outline.anchors.sort_unstable();
    outline.anchors.dedup();
    outline
}

impl Outline {
    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.anchors.extend(block.anchor.clone());
            self.html_in(block);
            match &block.kind {
                BlockKind::Heading { level, inlines } => {
                    let anchor = block.anchor.clone().unwrap_or_default();
                    self.headings.push(Heading { level: *level, anchor, text: plain_text(inlines) });
                    self.inlines(inlines);
                }
                BlockKind::Paragraph(inlines) => self.inlines(inlines),
                BlockKind::List(list) => {
                    for item in &list.items {
                        self.anchors.extend(item.anchor.clone());
                        self.blocks(&item.blocks);
                    }
                }
                BlockKind::Quote { blocks, .. } => self.blocks(blocks),
                BlockKind::Table(table) => {
                    for cell in table.head.iter().chain(table.rows.iter().flatten()) {
                        self.inlines(cell);
                    }
                }
                BlockKind::Definitions(definitions) => {
                    for definition in definitions {
                        self.inlines(&definition.term);
                        for meaning in &definition.meanings {
                            self.blocks(meaning);
                        }
                    }
                }
                BlockKind::Code { .. } | BlockKind::Html(_) | BlockKind::Rule => {}
            }
        }
    }

    /// Takes note of raw HTML directly in a block.
    fn html_in(&mut self, block: &Block) {
        let found = match &block.kind {
            BlockKind::Html(html) => is_markup(html),
            BlockKind::Paragraph(inlines) => inlines.iter().any(|i| matches!(i, Inline::Html(h) if is_markup(h))),
            _ => false,
        };
        if found && self.html.is_none() {
            self.html = Some(block.span);
        }
    }

    fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            match inline {
                Inline::Link(link) => {
                    self.links.push(OutlineLink {
                        to: link.to.clone(),
                        span: link.span,
                        image: false,
                        wiki: link.wiki,
                    });
                    self.inlines(&link.children);
                }
                Inline::Image(image) => {
                    self.links.push(OutlineLink { to: image.to.clone(), span: image.span, image: true, wiki: false });
                }
                Inline::Emphasis(children)
                | Inline::Strong(children)
                | Inline::Strike(children)
                | Inline::Superscript(children)
                | Inline::Subscript(children) => self.inlines(children),
                Inline::Text(_)
                | Inline::Code(_)
                | Inline::FootnoteReference(_)
                | Inline::SoftBreak
                | Inline::HardBreak
                | Inline::Html(_)
                | Inline::Reference(_)
                | Inline::Term { .. }
                | Inline::Act { .. } => {}
            }
        }
    }
}
