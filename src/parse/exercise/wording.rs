//! What must hold of references in plain text, whatever the words: recognising them changes no letter, every reference
//! shows the words that its place covers, and an address that is written out reads back as itself.

use crate::base::{Address, FileId};
use crate::diag::Diagnostics;

use super::super::doc::{Block, BlockKind, Inline};
use super::super::{markdown, references, text};
use super::inside;

/// Reads bytes as words of a text and recognises references in them.
///
/// # Errors
/// What does not hold, in a few words.
pub(crate) fn references(bytes: &[u8]) -> Result<(), String> {
    let Some(decoded) = text::decode(bytes).ok() else { return Ok(()) };
    let text = decoded.text.as_str();
    if let Ok(address) = Address::parse(text.trim()) {
        let written = address.to_string();
        if Address::parse(&written).as_ref() != Ok(&address) {
            return Err(format!("{written} does not read back as itself"));
        }
    }
    let mut doc = markdown::parse(FileId(0), text, 0, &mut Diagnostics::default());
    let before = shown(&doc.blocks);
    references::link_doc(&mut doc, text);
    if shown(&doc.blocks) != before {
        return Err("recognising references changed the words".to_owned());
    }
    references::bind(&mut doc, Some("a"));
    each_reference(&doc.blocks, &mut |inline| {
        let Inline::Reference(reference) = inline else { return Ok(()) };
        inside(reference.span, text, "reference")?;
        if reference.text.trim().is_empty() { Err("a reference without words".to_owned()) } else { Ok(()) }
    })?;
    references::bind(&mut doc, None);
    if shown(&doc.blocks) == before { Ok(()) } else { Err("a reference that was undone lost its words".to_owned()) }
}

/// The words of every paragraph and cell, one after another.
fn shown(blocks: &[Block]) -> String {
    let mut text = String::new();
    let _ = each_reference(blocks, &mut |inline| {
        match inline {
            Inline::Text(t) | Inline::Code(t) | Inline::Html(t) => text.push_str(t),
            Inline::Reference(reference) => text.push_str(&reference.text),
            Inline::Term { text: t, .. } | Inline::Act { text: t, .. } => text.push_str(t),
            Inline::SoftBreak | Inline::HardBreak => text.push('\n'),
            _ => {}
        }
        Ok(())
    });
    text
}

type Visit<'a> = dyn FnMut(&Inline) -> Result<(), String> + 'a;

fn each_reference(blocks: &[Block], visit: &mut Visit<'_>) -> Result<(), String> {
    for block in blocks {
        match &block.kind {
            BlockKind::Heading { inlines, .. } | BlockKind::Paragraph(inlines) => each_inline(inlines, visit)?,
            BlockKind::List(list) => {
                list.items.iter().try_for_each(|item| each_reference(&item.blocks, visit))?;
            }
            BlockKind::Quote { blocks, .. } => each_reference(blocks, visit)?,
            BlockKind::Table(table) => {
                let mut cells = table.head.iter().chain(table.rows.iter().flatten());
                cells.try_for_each(|cell| each_inline(cell, visit))?;
            }
            BlockKind::Definitions(definitions) => {
                let mut meanings = definitions.iter().flat_map(|d| &d.meanings);
                meanings.try_for_each(|meaning| each_reference(meaning, visit))?;
            }
            BlockKind::Code { .. } | BlockKind::Html(_) | BlockKind::Rule => {}
        }
    }
    Ok(())
}

fn each_inline(inlines: &[Inline], visit: &mut Visit<'_>) -> Result<(), String> {
    for inline in inlines {
        visit(inline)?;
        match inline {
            Inline::Emphasis(inner)
            | Inline::Strong(inner)
            | Inline::Strike(inner)
            | Inline::Superscript(inner)
            | Inline::Subscript(inner) => each_inline(inner, visit)?,
            Inline::Link(link) => each_inline(&link.children, visit)?,
            _ => {}
        }
    }
    Ok(())
}
