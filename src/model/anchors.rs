//! The anchors that a text has, gathered from its tree where they were minted.

use std::collections::BTreeMap;

use crate::parse::doc::{ActText, Block, BlockKind, Doc, Footnote, ListItem, Part, PartKind};

/// What a walk over blocks meets.
enum Node<'a> {
    Block(&'a Block),
    Item(&'a ListItem),
}

/// Visits blocks and list items in reading order. Nesting is bounded by the parser.
fn walk<'a>(blocks: &'a [Block], visit: &mut dyn FnMut(Node<'a>)) {
    for block in blocks {
        visit(Node::Block(block));
        match &block.kind {
            BlockKind::List(list) => {
                for item in &list.items {
                    visit(Node::Item(item));
                    walk(&item.blocks, visit);
                }
            }
            BlockKind::Quote { blocks, .. } => walk(blocks, visit),
            BlockKind::Definitions(definitions) => {
                for meaning in definitions.iter().flat_map(|d| &d.meanings) {
                    walk(meaning, visit);
                }
            }
            BlockKind::Heading { .. }
            | BlockKind::Paragraph(_)
            | BlockKind::Code { .. }
            | BlockKind::Table(_)
            | BlockKind::Html(_)
            | BlockKind::Rule => {}
        }
    }
}

fn block_anchors(blocks: &[Block], anchors: &mut Vec<String>) {
    walk(blocks, &mut |node| {
        let anchor = match node {
            Node::Block(block) => &block.anchor,
            Node::Item(item) => &item.anchor,
        };
        anchors.extend(anchor.clone());
    });
}

fn footnote_anchors(footnotes: &[Footnote], anchors: &mut Vec<String>) {
    for footnote in footnotes {
        block_anchors(&footnote.blocks, anchors);
    }
}

/// Every anchor of a text.
pub(super) fn doc_anchors(doc: &Doc) -> Vec<String> {
    let mut anchors = Vec::new();
    block_anchors(&doc.blocks, &mut anchors);
    footnote_anchors(&doc.footnotes, &mut anchors);
    anchors
}

/// Every anchor of a regulation's text.
pub(super) fn act_anchors(text: &ActText) -> Vec<String> {
    let mut anchors = Vec::new();
    block_anchors(&text.preamble, &mut anchors);
    text.walk(&mut |part| {
        anchors.push(part.anchor.clone());
        block_anchors(&part.blocks, &mut anchors);
    });
    footnote_anchors(&text.footnotes, &mut anchors);
    anchors
}

/// The anchor of each абзац by clause: of clause `p2.4` the first is `p2.4` itself, the second `p2.4-1`.
pub(super) fn clause_lines(text: &ActText) -> BTreeMap<String, Vec<String>> {
    let mut lines = BTreeMap::new();
    text.walk(&mut |part: &Part| {
        if part.kind != PartKind::Clause {
            return;
        }
        let mut own: BTreeMap<u32, String> = BTreeMap::new();
        walk(&part.blocks, &mut |node| {
            let (paragraph, anchor) = match node {
                Node::Block(block) => (block.paragraph, block.anchor.as_ref()),
                Node::Item(item) => (item.paragraph, item.anchor.as_ref()),
            };
            if let Some(n) = paragraph {
                let anchor = if n == 1 { Some(&part.anchor) } else { anchor };
                own.entry(n).or_insert_with(|| anchor.unwrap_or(&part.anchor).clone());
            }
        });
        lines.insert(part.anchor.clone(), own.into_values().collect());
    });
    lines
}
