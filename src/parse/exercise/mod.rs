//! What must hold for any bytes whatever: places lie inside the text, anchors name one place each, paragraphs count up, and
//! every place that has an address is found by it. Called by the fuzz targets and by the robustness test.

mod heads;
mod wording;

use std::collections::BTreeSet;

use crate::base::{Address, FileId, Span};
use crate::diag::{At as Spot, Diagnostics};

pub(crate) use heads::{data, front_matter};
pub(crate) use wording::references;

use super::act::{self, At};
use super::doc::{ActText, Block, BlockKind, Doc, Inline, Part};
use super::places::Places;
use super::{markdown, outline, steps, text};

/// Reads bytes in every way a content file can be read.
///
/// # Errors
/// What does not hold, in a few words.
pub(crate) fn exercise(bytes: &[u8]) -> Result<(), String> {
    let file = FileId(0);
    let mut out = Diagnostics::default();
    let Some(decoded) = text::read(file, bytes, &mut out) else { return places(&out, "") };
    let text = decoded.text.as_str();
    let split = super::front_matter::split_reporting(file, text, &mut out);
    super::front_matter::decode::<crate::schema::records::EditionFront>(
        file,
        text,
        split.yaml.clone().unwrap_or(0..0),
        &mut out,
    );
    super::data::records::<crate::schema::records::Order>(file, text, &mut out);

    let mut doc = markdown::parse(file, text, split.body, &mut out);
    in_doc(&doc, text)?;
    outline::outline(&doc);
    super::references::link_doc(&mut doc, text);
    steps::instruction(&mut doc);
    in_doc(&doc, text)?;

    let mut act = act::parse(file, text, split.body, &mut out);
    in_act(&act, text)?;
    let hash = act::text_hash(&act);
    super::references::link_act(&mut act, "act", text);
    in_act(&act, text)?;
    if act::text_hash(&act) != hash {
        return Err("recognising references changed the words".to_owned());
    }
    places(&out, text)
}

/// Every finding points into the text.
fn places(out: &Diagnostics, text: &str) -> Result<(), String> {
    let nodes = [Places::new(text, true), Places::new(text, false)];
    for diagnostic in out.items() {
        match diagnostic.place.as_ref().map(|p| &p.at) {
            Some(Spot::Span(span) | Spot::Words(span, ..)) => inside(*span, text, diagnostic.code.name)?,
            Some(Spot::Node(path, part)) => {
                for node in &nodes {
                    inside(node.span(path, *part), text, diagnostic.code.name)?;
                }
            }
            Some(Spot::File) | None => {}
        }
    }
    Ok(())
}

fn inside(span: Span, text: &str, what: &str) -> Result<(), String> {
    if text.get(span.range()).is_some() { Ok(()) } else { Err(format!("{what}: {span:?} is no place in the text")) }
}

fn in_doc(doc: &Doc, text: &str) -> Result<(), String> {
    let mut anchors = BTreeSet::new();
    in_blocks(&doc.blocks, text, 0, &mut anchors)?;
    for footnote in &doc.footnotes {
        inside(footnote.span, text, "footnote")?;
        in_blocks(&footnote.blocks, text, 0, &mut anchors)?;
    }
    Ok(())
}

fn once(anchor: Option<&str>, anchors: &mut BTreeSet<String>) -> Result<(), String> {
    match anchor {
        Some("") => Err("an empty anchor".to_owned()),
        Some(anchor) if !anchors.insert(anchor.to_owned()) => Err(format!("anchor {anchor} twice")),
        _ => Ok(()),
    }
}

fn in_blocks(blocks: &[Block], text: &str, depth: usize, anchors: &mut BTreeSet<String>) -> Result<(), String> {
    if depth > markdown::MAX_DEPTH {
        return Err("blocks too deep".to_owned());
    }
    for block in blocks {
        inside(block.span, text, "block")?;
        once(block.anchor.as_deref(), anchors)?;
        match &block.kind {
            BlockKind::Heading { inlines, .. } | BlockKind::Paragraph(inlines) => in_inlines(inlines, text, 0)?,
            BlockKind::List(list) => {
                for item in &list.items {
                    inside(item.span, text, "item")?;
                    once(item.anchor.as_deref(), anchors)?;
                    in_blocks(&item.blocks, text, depth + 1, anchors)?;
                }
            }
            BlockKind::Quote { blocks, .. } => in_blocks(blocks, text, depth + 1, anchors)?,
            BlockKind::Table(table) => {
                for cell in table.head.iter().chain(table.rows.iter().flatten()) {
                    in_inlines(cell, text, 0)?;
                }
            }
            BlockKind::Definitions(definitions) => {
                for definition in definitions {
                    in_inlines(&definition.term, text, 0)?;
                    for meaning in &definition.meanings {
                        in_blocks(meaning, text, depth + 1, anchors)?;
                    }
                }
            }
            BlockKind::Code { .. } | BlockKind::Html(_) | BlockKind::Rule => {}
        }
    }
    Ok(())
}

fn in_inlines(inlines: &[Inline], text: &str, depth: usize) -> Result<(), String> {
    if depth > markdown::MAX_DEPTH {
        return Err("inlines too deep".to_owned());
    }
    for inline in inlines {
        match inline {
            Inline::Emphasis(inner)
            | Inline::Strong(inner)
            | Inline::Strike(inner)
            | Inline::Superscript(inner)
            | Inline::Subscript(inner) => in_inlines(inner, text, depth + 1)?,
            Inline::Link(link) => {
                inside(link.span, text, "link")?;
                in_inlines(&link.children, text, depth + 1)?;
            }
            Inline::Image(image) => inside(image.span, text, "image")?,
            Inline::Reference(reference) => inside(reference.span, text, "reference")?,
            _ => {}
        }
    }
    Ok(())
}

fn in_act(act: &ActText, text: &str) -> Result<(), String> {
    let mut anchors = BTreeSet::new();
    in_blocks(&act.preamble, text, 0, &mut anchors)?;
    for part in &act.parts {
        in_part(part, act, text, &mut anchors)?;
    }
    Ok(())
}

fn in_part(part: &Part, act: &ActText, text: &str, anchors: &mut BTreeSet<String>) -> Result<(), String> {
    inside(part.span, text, "part")?;
    inside(part.number_span, text, "number")?;
    once(Some(&part.anchor), anchors)?;
    in_blocks(&part.blocks, text, 0, anchors)?;
    in_inlines(&part.title, text, 0)?;
    let mut numbers = Vec::new();
    paragraphs(&part.blocks, &mut numbers);
    if !numbers.iter().copied().eq(1..=u32::try_from(numbers.len()).unwrap_or(u32::MAX)) {
        return Err(format!("paragraphs of {} do not count up: {numbers:?}", part.anchor));
    }
    let found = |address: &Address| act::find(act, address).map(|f| f.anchor().to_owned());
    if let Some(number) = part.number.clone().filter(|n| part.anchor == format!("p{n}")) {
        let address = Address::clause(number);
        if found(&address).as_ref() != Some(&part.anchor) {
            return Err(format!("{address} is not found by its number"));
        }
        // The first and the last tell enough; all of them would take quadratic time.
        for n in [numbers.first(), numbers.last()].into_iter().flatten().copied() {
            let address = Address { paragraph: Some(n), ..address.clone() };
            let anchor = match act::paragraph(part, n) {
                Some(At::Item(item)) => item.anchor.clone(),
                Some(At::Block(block)) => block.anchor.clone().or_else(|| Some(part.anchor.clone())),
                None => None,
            };
            if anchor.is_none() || found(&address) != anchor {
                return Err(format!("paragraph {n} of {address} is not found"));
            }
        }
    }
    for child in &part.children {
        in_part(child, act, text, anchors)?;
    }
    Ok(())
}

/// The numbers of paragraphs in reading order.
fn paragraphs(blocks: &[Block], numbers: &mut Vec<u32>) {
    for block in blocks {
        numbers.extend(block.paragraph);
        match &block.kind {
            BlockKind::List(list) => {
                for item in &list.items {
                    numbers.extend(item.paragraph);
                    paragraphs(&item.blocks, numbers);
                }
            }
            BlockKind::Quote { blocks, .. } => paragraphs(blocks, numbers),
            BlockKind::Definitions(definitions) => {
                definitions.iter().flat_map(|d| &d.meanings).for_each(|meaning| paragraphs(meaning, numbers));
            }
            _ => {}
        }
    }
}
