//! Абзацы: which line of a clause is its first, second, third, as law cites them, and which item is which.
//!
//! The lead line is the first абзац of a clause; each item, nested ones too, and each further paragraph is one more. In
//! a section the first paragraph under the heading is the first. A term of a definition list with its meaning is one.
//! Quoted text counts; remarks (`> [!NOTE]`), tables, code and pictures do not. Clauses under a clause count for
//! themselves.

use crate::parse::doc::{Block, BlockKind, Inline, ListItem, Part, PartKind};

/// What stands at an абзац.
#[derive(Clone, Copy, Debug)]
pub(crate) enum At<'a> {
    /// The lead line of a clause, or a further paragraph.
    Block(&'a Block),
    /// An item, by its first line.
    Item(&'a ListItem),
}

/// Numbers the items and абзацы of a part and gives them anchors: `p2.4-7`, `p2.4-7-2`, `p2.4-a5`.
pub(super) fn number(part: &mut Part) {
    let lead = part.kind == PartKind::Clause;
    let mut count = Count { anchor: &part.anchor, paragraph: 0, lead };
    let mut items = 0;
    count.blocks(&mut part.blocks, &mut Vec::new(), &mut items);
}

struct Count<'a> {
    anchor: &'a str,
    /// The last абзац that was counted.
    paragraph: u32,
    /// Whether the first абзац is the clause itself and needs no anchor of its own.
    lead: bool,
}

impl Count<'_> {
    /// `path` leads to the item that holds these blocks, `items` counts the items directly under it.
    fn blocks(&mut self, blocks: &mut [Block], path: &mut Vec<u32>, items: &mut u32) {
        for block in blocks {
            match &mut block.kind {
                BlockKind::Paragraph(inlines) if !is_picture(inlines) => self.paragraph(block),
                BlockKind::List(list) => {
                    for item in &mut list.items {
                        *items += 1;
                        path.push(*items);
                        self.item(item, path);
                        path.pop();
                    }
                }
                BlockKind::Quote { alert: None, blocks } => self.blocks(blocks, path, items),
                BlockKind::Definitions(definitions) => {
                    for definition in definitions {
                        let mut first = true;
                        for meaning in &mut definition.meanings {
                            self.blocks(meaning, path, items);
                            first = false;
                        }
                        if first {
                            self.paragraph += 1;
                        }
                    }
                }
                // A heading inside a list or quote has no number, so no place of its own.
                BlockKind::Heading { .. } => block.anchor = None,
                _ => {}
            }
        }
    }

    fn paragraph(&mut self, block: &mut Block) {
        self.paragraph += 1;
        block.paragraph = Some(self.paragraph);
        let is_lead = self.lead && self.paragraph == 1;
        block.anchor = (!is_lead).then(|| format!("{}-a{}", self.anchor, self.paragraph));
    }

    fn item(&mut self, item: &mut ListItem, path: &mut Vec<u32>) {
        self.paragraph += 1;
        item.paragraph = Some(self.paragraph);
        item.path.clone_from(path);
        let steps: String = path.iter().map(|n| format!("-{n}")).collect();
        item.anchor = Some(format!("{}{steps}", self.anchor));
        // The first line of an item is the item itself.
        let first = usize::from(matches!(item.blocks.first(), Some(Block { kind: BlockKind::Paragraph(_), .. })));
        let mut items = 0;
        self.blocks(item.blocks.get_mut(first..).unwrap_or_default(), path, &mut items);
    }
}

fn is_picture(inlines: &[Inline]) -> bool {
    inlines.iter().all(|i| matches!(i, Inline::Image(_) | Inline::SoftBreak | Inline::HardBreak | Inline::Html(_)))
}

/// What stands at an абзац of a part, if it has so many.
pub(crate) fn paragraph(part: &Part, number: u32) -> Option<At<'_>> {
    in_blocks(&part.blocks, &|block, item| match (block, item) {
        (Some(block), _) if block.paragraph == Some(number) => Some(At::Block(block)),
        (_, Some(item)) if item.paragraph == Some(number) => Some(At::Item(item)),
        _ => None,
    })
}

/// The item of a part at a path.
pub(crate) fn item<'a>(part: &'a Part, path: &[u32]) -> Option<&'a ListItem> {
    in_lists(&part.blocks, path, 0)
}

/// The items of a list have numbers in a row, so that of each list one item is looked at, however many it has.
fn in_lists<'a>(blocks: &'a [Block], path: &[u32], depth: usize) -> Option<&'a ListItem> {
    let wanted = path.get(depth)?;
    blocks.iter().find_map(|block| match &block.kind {
        BlockKind::List(list) => {
            let first = list.items.first()?.path.get(depth)?;
            let item = list.items.get(wanted.checked_sub(*first)? as usize)?;
            if path.len() == depth + 1 { Some(item) } else { in_lists(&item.blocks, path, depth + 1) }
        }
        BlockKind::Quote { alert: None, blocks } => in_lists(blocks, path, depth),
        BlockKind::Definitions(definitions) => {
            definitions.iter().flat_map(|d| &d.meanings).find_map(|meaning| in_lists(meaning, path, depth))
        }
        _ => None,
    })
}

type Visit<'v, 'a, T> = &'v dyn Fn(Option<&'a Block>, Option<&'a ListItem>) -> Option<T>;

/// The first answer among the blocks and items of a part, in reading order.
pub(super) fn in_blocks<'a, T>(blocks: &'a [Block], visit: Visit<'_, 'a, T>) -> Option<T> {
    blocks.iter().find_map(|block| {
        visit(Some(block), None).or_else(|| match &block.kind {
            BlockKind::List(list) => {
                list.items.iter().find_map(|item| visit(None, Some(item)).or_else(|| in_blocks(&item.blocks, visit)))
            }
            BlockKind::Quote { blocks, .. } => in_blocks(blocks, visit),
            BlockKind::Definitions(definitions) => {
                definitions.iter().flat_map(|d| &d.meanings).find_map(|meaning| in_blocks(meaning, visit))
            }
            _ => None,
        })
    })
}
