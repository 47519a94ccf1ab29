//! Shards of result texts: what is shown of a unit, by the slot of its sheet.

use serde_json::{Value, json};

use super::super::unit::{Kind, Sheet, Unit};
use super::super::weigh::{Weighed, places};
use super::bytes::halve;

/// Most letters of a page's unit that are kept to show; units of rules and instructions are kept whole.
const SHOWN: usize = 220;

/// The texts of one kind of one sheet: group, address of the page, title, regulation, edition, audience, units.
fn group(slot: u32, kind: Kind, sheet: &Sheet, units: &[&Unit]) -> Value {
    let page = sheet.page.as_ref().map_or("", |p| p.as_str());
    let units: Vec<Value> = units.iter().map(|unit| shown(unit)).collect();
    json!([
        slot << 4 | kind as u32,
        page,
        sheet.title,
        sheet.regulation,
        sheet.edition.map(|d| d.to_string()),
        sheet.audience,
        units
    ])
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

/// The shards with the first slot of each.
pub(super) fn texts(sheets: &[&Weighed], slots: &[u32], slot_bits: u32) -> Vec<(u64, String)> {
    let mut groups: Vec<(u32, String)> = Vec::new();
    for (weighed, &slot) in sheets.iter().zip(slots) {
        let sheet = &weighed.sheet;
        let mut kinds: Vec<Kind> = sheet.units.iter().map(|u| u.kind).collect();
        kinds.sort_unstable();
        kinds.dedup();
        for kind in kinds {
            let units: Vec<&Unit> = sheet.units.iter().filter(|u| u.kind == kind).collect();
            debug_assert!(places(&sheet.units).len() == sheet.units.len());
            groups.push((slot << 4 | kind as u32, group(slot, kind, sheet, &units).to_string()));
        }
    }
    groups.sort_unstable();
    let total: usize = groups.iter().map(|(_, t)| t.len()).sum();
    let limit = (total / 2000).clamp(7000, 14000);
    halve(&groups, &|g| u64::from(g.0), &|g| g.1.len(), slot_bits + 4, limit)
        .into_iter()
        .map(|(low, from, to)| {
            let parts: Vec<&str> = groups.get(from..to).unwrap_or_default().iter().map(|(_, t)| t.as_str()).collect();
            (low, format!("[{}]", parts.join(",")))
        })
        .collect()
}
