//! Shards of result texts: what is shown of a unit, by its number.
//!
//! A shard is deflated text. An empty line parts its pieces, which are units of one kind and sheet in a row. The first
//! line of a piece has the step of its first unit from the piece before, the page, title, regulation, edition and
//! audience; the others a unit each: anchor, text, path, address, абзац. Tabs part the fields, and those that are empty
//! at the end of a line are left out.

use super::super::unit::{Kind, SHOWN, Sheet, Unit};
use super::super::weigh::Weighed;
use super::layer::Layer;
use super::pack::{base36, halve};
use crate::base::ascii_slug;

/// Most letters of a page's unit that are shown on a large site.
const SHOWN_OF_MANY: usize = 90;

/// About so many bytes of texts stand together under one head.
const PIECE: usize = 1500;

/// Parts the steps of a path.
pub(in super::super) const STEP: char = '\r';
/// An anchor that is the name of the last heading, with the number after it when it is not the first of that name.
pub(in super::super) const BY_HEADING: char = '~';

struct Piece {
    number: u64,
    /// All after the number of the first unit.
    text: String,
}

/// A line of fields.
fn line(fields: &[&str]) -> String {
    let mut line = String::with_capacity(fields.iter().map(|field| field.len() + 1).sum());
    for (i, field) in fields.iter().enumerate() {
        if i > 0 {
            line.push('\t');
        }
        for (i, part) in field.split(['\t', '\n']).enumerate() {
            if i > 0 {
                line.push(' ');
            }
            line.push_str(part);
        }
    }
    // A line of a unit has one tab at least, so that it is never taken for the end of the piece.
    let end = line.trim_end_matches('\t').len();
    line.truncate(end.max(line.find('\t').map_or(0, |at| at + 1)));
    line
}

/// The anchor of a unit, in short when its heading tells it.
fn anchor(unit: &Unit) -> String {
    let anchor = unit.anchor.as_deref().unwrap_or("");
    // The browser knows the names of common letters alone.
    let plain = |c: char| c.is_ascii() || matches!(c, 'А'..='я' | 'ё' | 'Ё') || !c.is_alphanumeric();
    let Some(heading) = unit.path.last().filter(|h| h.chars().all(plain)) else { return anchor.to_owned() };
    let slug = ascii_slug(heading);
    let end = anchor.strip_prefix(slug.as_str()).filter(|_| !slug.is_empty());
    match end.map(|end| end.strip_prefix('-').unwrap_or(end)) {
        Some("") if anchor == slug => BY_HEADING.to_string(),
        Some(n) if anchor.len() == slug.len() + 1 + n.len() && n.bytes().all(|b| b.is_ascii_digit()) => {
            format!("{BY_HEADING}{n}")
        }
        _ => anchor.to_owned(),
    }
}

fn shown(unit: &Unit, large: bool) -> String {
    let most = if large { SHOWN_OF_MANY } else { SHOWN };
    let mut text = std::borrow::Cow::Borrowed(unit.text.as_str());
    if unit.kind == Kind::Page && text.chars().nth(SHOWN).is_some() {
        let cut: String = text.chars().take(most).collect();
        let end = cut.rfind(' ').unwrap_or(cut.len());
        text = format!("{}…", cut.get(..end).unwrap_or(&cut)).into();
    }
    // The nearest heading says enough on a large site.
    let skip = if large && unit.kind == Kind::Page { unit.path.len().saturating_sub(1) } else { 0 };
    let path: Vec<&str> = unit.path.iter().skip(skip).map(|step| &**step).collect();
    let paragraph = unit.paragraph.map(|p| p.to_string()).unwrap_or_default();
    let address = unit.address.as_deref().unwrap_or("");
    line(&[&anchor(unit), &text, &path.join(&STEP.to_string()), address, &paragraph])
}

fn head(sheet: &Sheet) -> String {
    let page = sheet.page.as_ref().map_or("", |p| p.as_str());
    let edition = sheet.edition.map(|d| d.to_string()).unwrap_or_default();
    let audience = if sheet.audience == 0 { String::new() } else { sheet.audience.to_string() };
    line(&[page, &sheet.title, sheet.regulation.as_deref().unwrap_or(""), &edition, &audience])
}

/// A number of a unit: its group, and its place in it unless that is the first.
pub(super) fn step(from: u64, to: u64, place_bits: u32) -> String {
    let (group, place) = ((to >> place_bits) - (from >> place_bits), to & ((1 << place_bits) - 1));
    let place = if place > 0 { format!(":{}", base36(place)) } else { String::new() };
    format!("{}{place}", base36(group))
}

/// Calls for each shard with its first unit and its text, not deflated yet.
pub(super) fn texts(sheets: &[&Weighed], layer: &Layer, mut take: impl FnMut(u64, &str)) {
    let large = layer.is_large();
    let mut pieces: Vec<Piece> = Vec::new();
    for (weighed, &slot) in sheets.iter().zip(&layer.slots) {
        let sheet = &weighed.sheet;
        let head = head(sheet);
        let mut kinds: Vec<Kind> = sheet.units.iter().map(|u| u.kind).collect();
        kinds.sort_unstable();
        kinds.dedup();
        for kind in kinds {
            let mut weight = usize::MAX;
            for (place, unit) in sheet.units.iter().filter(|u| u.kind == kind).enumerate() {
                if weight > PIECE {
                    pieces.push(Piece { number: layer.number(slot, kind, place), text: head.clone() });
                    weight = 0;
                }
                weight += unit.text.len().min(3 * SHOWN);
                if let Some(piece) = pieces.last_mut() {
                    piece.text.push('\n');
                    piece.text.push_str(&shown(unit, large));
                }
            }
        }
    }
    pieces.sort_unstable_by_key(|p| p.number);
    let total: usize = pieces.iter().map(|p| p.text.len()).sum();
    let limit = (total / 480).clamp(3600, 14000);
    let mut shard = String::new();
    for (_, from, to) in halve(&pieces, &|p| p.number, &|p| p.text.len(), layer.number_bits(), limit) {
        // The shard is known by its first piece, not by its range: a piece may reach into the next range.
        let low = pieces.get(from).map_or(0, |p| p.number);
        let mut last = low;
        shard.clear();
        for piece in pieces.get(from..to).unwrap_or_default() {
            if !shard.is_empty() {
                shard.push_str("\n\n");
            }
            shard.push_str(&step(last, piece.number, layer.place_bits));
            shard.push('\t');
            shard.push_str(&piece.text);
            last = piece.number;
        }
        take(low, &shard);
    }
}
