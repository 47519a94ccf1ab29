//! Instructions and ordinary pages, and the words of a block.

use std::sync::Arc;

use crate::model::{Instruction, Page};
use crate::parse::doc::{Block, BlockKind, Doc, Inline, ListItem, plain_text, push_plain};

use super::super::unit::{Field, Kind, Sheet, Unit};
use super::audience_bits;

/// Longest text of a page's unit, in letters; what is longer is cut between blocks.
const LONG: usize = 1500;

/// The text of a heading and its name.
type Heading = (Arc<str>, Option<String>);

/// The words of a block without the items of its lists.
pub(super) fn words_of(block: &Block) -> String {
    let mut text = String::new();
    push_block(block, false, &mut text);
    trimmed(text)
}

/// The words of blocks with all that stands in them.
pub(super) fn all_words(blocks: &[Block]) -> String {
    let mut text = String::new();
    blocks.iter().for_each(|block| push_block(block, true, &mut text));
    text
}

/// The words of an item without the items of the lists in it.
pub(super) fn item_words(item: &ListItem) -> String {
    let mut text = String::new();
    for block in item.blocks.iter().filter(|b| !matches!(b.kind, BlockKind::List(_))) {
        push_block(block, false, &mut text);
    }
    trimmed(text)
}

fn push_block(block: &Block, lists: bool, text: &mut String) {
    let say = |inlines: &[Inline], text: &mut String| {
        let from = text.len();
        push_plain(inlines, text);
        end_words(text, from);
    };
    match &block.kind {
        BlockKind::Heading { inlines, .. } | BlockKind::Paragraph(inlines) => say(inlines, text),
        BlockKind::Code { text: code, .. } => {
            let from = text.len();
            text.push_str(code);
            end_words(text, from);
        }
        BlockKind::Table(table) => {
            for cell in table.head.iter().chain(table.rows.iter().flatten()) {
                say(cell, text);
            }
        }
        BlockKind::List(list) if lists => {
            list.items.iter().flat_map(|i| &i.blocks).for_each(|b| push_block(b, lists, text));
        }
        BlockKind::Quote { blocks, .. } => blocks.iter().for_each(|b| push_block(b, true, text)),
        BlockKind::Definitions(definitions) => {
            for definition in definitions {
                text.push_str(plain_text(&definition.term).trim());
                text.push(' ');
                definition.meanings.iter().flatten().for_each(|b| push_block(b, true, text));
            }
        }
        BlockKind::List(_) | BlockKind::Html(_) | BlockKind::Rule => {}
    }
}

/// Takes the white space around what a text has from a place on away, and parts it from what will follow.
fn end_words(text: &mut String, from: usize) {
    let said = text.get(from..).unwrap_or_default();
    let (end, start) = (from + said.trim_end().len(), said.len() - said.trim_start().len());
    text.truncate(end.max(from));
    if end > from {
        text.replace_range(from..from + start, "");
        text.push(' ');
    }
}

/// A text without the white space around it.
fn trimmed(mut text: String) -> String {
    let end = text.trim_end().len();
    text.truncate(end);
    if text.starts_with(char::is_whitespace) { text.trim_start().to_owned() } else { text }
}

/// Whether a paragraph only names the clause that a section of an instruction explains.
pub(super) fn is_ground(inlines: &[Inline]) -> bool {
    let text = plain_text(inlines);
    inlines.iter().any(|i| matches!(i, Inline::Reference(_))) && text.split_whitespace().count() <= 8
}

/// Headings, paragraphs and steps of an instruction.
pub(super) fn instruction(instruction: &Instruction) -> Sheet {
    let front = &instruction.front;
    let mut sheet = Sheet {
        key: format!("instruction {}", instruction.slug),
        page: Some(instruction.out()),
        title: front.title.clone(),
        regulation: instruction.regulation.clone(),
        audience: audience_bits(&front.audience),
        ..Sheet::default()
    };
    let about = front.description.clone().unwrap_or_default();
    let mut first = Unit::new(Kind::Instruction, None, front.title.clone());
    if !about.is_empty() {
        first = first.showing(about.clone()).with(Field::Meaning, about);
    }
    sheet.units.push(first);
    let mut heading: Option<Heading> = None;
    let mut from = sheet.units.len();
    for block in &instruction.doc.blocks {
        match &block.kind {
            BlockKind::Heading { inlines, .. } => {
                if let Some((title, _)) = &heading {
                    sheet.share(Field::Heading, title, from);
                }
                let title = plain_text(inlines);
                heading = Some((title.as_str().into(), block.anchor.clone()));
                sheet.units.push(Unit::new(Kind::Instruction, block.anchor.clone(), title));
                from = sheet.units.len();
            }
            BlockKind::List(list) => {
                for item in &list.items {
                    steps(item, heading.as_ref(), &mut sheet);
                }
            }
            BlockKind::Paragraph(inlines) if is_ground(inlines) => {}
            _ => {
                let anchor = block.anchor.clone().or_else(|| heading.as_ref().and_then(|(_, a)| a.clone()));
                push(&mut sheet, anchor, words_of(block), heading.as_ref());
            }
        }
    }
    if let Some((title, _)) = &heading {
        sheet.share(Field::Heading, title, from);
    }
    let title = sheet.title.clone();
    sheet.share(Field::Title, &title, 0);
    sheet
}

fn steps(item: &ListItem, heading: Option<&Heading>, sheet: &mut Sheet) {
    let anchor = item.anchor.clone().or_else(|| heading.and_then(|(_, a)| a.clone()));
    push(sheet, anchor, item_words(item), heading);
    for block in &item.blocks {
        if let BlockKind::List(list) = &block.kind {
            list.items.iter().for_each(|i| steps(i, heading, sheet));
        }
    }
}

fn push(sheet: &mut Sheet, anchor: Option<String>, text: String, heading: Option<&Heading>) {
    if !text.is_empty() {
        let mut unit = Unit::new(Kind::Instruction, anchor, text);
        unit.path = heading.iter().map(|(title, _)| Arc::clone(title)).collect();
        sheet.units.push(unit);
    }
}

/// Headings of a page with the text under them.
pub(in super::super) fn page(page: &Page, doc: &Doc) -> Sheet {
    let mut sheet = Sheet {
        key: format!("page {}", page.path.as_str()),
        page: Some(page.out.clone()),
        title: page.title.clone(),
        audience: audience_bits(&page.front.audience),
        ..Sheet::default()
    };
    cut(doc, page, &mut sheet);
    let title = sheet.title.clone();
    sheet.share(Field::Title, &title, 0);
    sheet
}

fn cut(doc: &Doc, page: &Page, sheet: &mut Sheet) {
    let mut path: Vec<(u8, Arc<str>)> = Vec::new();
    let mut anchor: Option<String> = None;
    let mut text = page.front.description.clone().unwrap_or_default();
    let flush = |text: &mut String, anchor: &Option<String>, path: &[(u8, Arc<str>)], sheet: &mut Sheet| {
        let words = std::mem::take(text);
        let heading = path.last().map(|(_, title)| Arc::clone(title));
        if words.is_empty() && heading.is_none() {
            return;
        }
        let mut unit = Unit::new(Kind::Page, anchor.clone(), trimmed(words));
        unit.path = path.iter().map(|(_, title)| Arc::clone(title)).collect();
        unit.fields.extend(heading.map(|heading| (Field::Own, heading)));
        sheet.units.push(unit);
    };
    for block in &doc.blocks {
        if let BlockKind::Heading { level, inlines } = &block.kind {
            let title = plain_text(inlines);
            if title == page.title && sheet.units.is_empty() && text.is_empty() {
                continue;
            }
            if !text.is_empty() || !path.is_empty() {
                flush(&mut text, &anchor, &path, sheet);
            }
            path.retain(|(l, _)| l < level);
            path.push((*level, title.into()));
            anchor.clone_from(&block.anchor);
            continue;
        }
        let before = text.len();
        push_block(block, true, &mut text);
        if before > 0 && text.len() > LONG && text.chars().count() > LONG {
            let rest = text.split_off(before);
            flush(&mut text, &anchor, &path, sheet);
            text = rest;
        }
    }
    if !text.is_empty() || !path.is_empty() || sheet.units.is_empty() {
        if text.is_empty() && path.is_empty() {
            text.clone_from(&page.title);
        }
        flush(&mut text, &anchor, &path, sheet);
    }
}
