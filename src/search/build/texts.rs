//! Shards of result texts: what is shown of a unit, by the slot of its sheet.

use serde_json::{Value, json};

use super::super::unit::{Kind, Sheet, Unit};
use super::super::weigh::Weighed;
use super::bytes::halve;

/// Most letters of a page's unit that are kept to show; units of rules and instructions are kept whole.
const SHOWN: usize = 220;

/// About so many bytes of texts stand together under one head.
const PIECE: usize = 1500;

/// Some texts of one kind of one sheet: number of the first unit, page, title, regulation, edition, audience, units.
fn piece(first: u64, sheet: &Sheet, units: &[Value]) -> String {
    let page = sheet.page.as_ref().map_or("", |p| p.as_str());
    let edition = sheet.edition.map(|d| d.to_string());
    json!([first, page, sheet.title, sheet.regulation, edition, sheet.audience, units]).to_string()
}

/// The number of a unit in the browser.
fn number(slot: u32, kind: Kind, place: usize) -> u64 {
    u64::from(slot << 4 | kind as u32) << 16 | place as u64
}

/// Anchor, text, path; address and абзац where there are any.
fn shown(unit: &Unit) -> Value {
    let mut text: String = unit.text.clone();
    if unit.kind == Kind::Page && text.chars().count() > SHOWN {
        let cut: String = text.chars().take(SHOWN).collect();
        let end = cut.rfind(' ').unwrap_or(cut.len());
        text = format!("{}…", cut.get(..end).unwrap_or(&cut));
    }
    let mut value = vec![json!(unit.anchor.as_deref().unwrap_or("")), json!(text), json!(unit.path)];
    if let Some(address) = &unit.address {
        value.push(json!(address));
        value.extend(unit.paragraph.map(|p| json!(p)));
    }
    Value::Array(value)
}

/// The shards with the first unit of each.
pub(super) fn texts(sheets: &[&Weighed], slots: &[u32], slot_bits: u32) -> Vec<(u64, String)> {
    let mut pieces: Vec<(u64, String)> = Vec::new();
    for (weighed, &slot) in sheets.iter().zip(slots) {
        let sheet = &weighed.sheet;
        let mut kinds: Vec<Kind> = sheet.units.iter().map(|u| u.kind).collect();
        kinds.sort_unstable();
        kinds.dedup();
        for kind in kinds {
            let (mut units, mut first, mut weight) = (Vec::new(), 0, 0);
            for (place, unit) in sheet.units.iter().filter(|u| u.kind == kind).enumerate() {
                if weight > PIECE {
                    pieces.push((number(slot, kind, first), piece(number(slot, kind, first), sheet, &units)));
                    (units, first, weight) = (Vec::new(), place, 0);
                }
                weight += unit.text.len().min(3 * SHOWN);
                units.push(shown(unit));
            }
            pieces.push((number(slot, kind, first), piece(number(slot, kind, first), sheet, &units)));
        }
    }
    pieces.sort_unstable();
    let total: usize = pieces.iter().map(|(_, t)| t.len()).sum();
    let limit = (total / 2000).clamp(2800, 14000);
    halve(&pieces, &|g| g.0, &|g| g.1.len(), slot_bits + 20, limit)
        .into_iter()
        .map(|(_, from, to)| {
            // The shard is known by its first piece, not by its range: a piece may reach into the next range.
            let low = pieces.get(from).map_or(0, |p| p.0);
            let parts: Vec<&str> = pieces.get(from..to).unwrap_or_default().iter().map(|(_, t)| t.as_str()).collect();
            (low, format!("[{}]", parts.join(",")))
        })
        .collect()
}
