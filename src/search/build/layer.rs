//! One layer of the index, the texts in force or the superseded ones: numbers for units and words, then shards.

use std::collections::{BTreeMap, HashMap};

use super::super::weigh::{COUNTED, Weighed};
use super::super::words::hash;
use super::super::{related::TABLE, words::family};
use super::bytes::{halve, put};

/// Numbers of words begin with those of the table; words that it does not have come after.
const OTHERS: u32 = 1 << 16;
/// Bits of the numbers of other words.
const OTHER_BITS: u32 = 20;
/// Bits of a word's number.
pub(super) const KEY_BITS: u32 = 21;

/// A posting: a word in a unit or in a row of units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Posting {
    /// Slot of the sheet and kind.
    group: u32,
    first: u32,
    count: u32,
    weight: u8,
}

/// A word of the site.
#[derive(Debug)]
pub(super) struct Term {
    pub(super) stem: String,
    pub(super) family: String,
    pub(super) key: u32,
    /// In how many units it weighs enough to count.
    pub(super) units: u32,
    postings: Vec<Posting>,
}

/// Everything of one layer before it is cut into shards.
#[derive(Debug, Default)]
pub(super) struct Layer {
    /// Number of units.
    pub(super) units: u32,
    /// Bits of a slot.
    pub(super) slot_bits: u32,
    /// By place in the sheets given: its slot.
    pub(super) slots: Vec<u32>,
    /// By stem.
    pub(super) terms: Vec<Term>,
}

impl Layer {
    /// Brings weighed sheets together. The order of sheets does not matter: slots come from their keys.
    pub(super) fn new(sheets: &[&Weighed]) -> Self {
        let slot_bits = (sheets.len().max(1) * 2).next_power_of_two().trailing_zeros();
        let mut layer = Self { slot_bits, slots: slots(sheets, slot_bits), ..Self::default() };
        let mut places: HashMap<&str, usize> = HashMap::new();
        let mut stems: Vec<&str> = Vec::new();
        let mut lists: Vec<Vec<Posting>> = Vec::new();
        for (weighed, &slot) in sheets.iter().zip(&layer.slots) {
            layer.units += u32::try_from(weighed.sheet.units.len()).unwrap_or(u32::MAX);
            for (stem, weights) in &weighed.words {
                let place = *places.entry(stem).or_insert_with(|| {
                    stems.push(stem);
                    lists.push(Vec::new());
                    lists.len() - 1
                });
                if let Some(list) = lists.get_mut(place) {
                    list.extend(weights.iter().map(|w| Posting {
                        group: slot << 4 | w.kind as u32,
                        first: w.first,
                        count: w.count,
                        weight: w.weight,
                    }));
                }
            }
        }
        layer.terms = stems
            .into_iter()
            .zip(lists)
            .map(|(stem, mut postings)| {
                postings.sort_unstable();
                let units = postings.iter().filter(|p| p.weight >= COUNTED).map(|p| p.count).sum();
                Term { stem: stem.to_owned(), family: family(stem), key: 0, units, postings }
            })
            .collect();
        layer.terms.sort_unstable_by(|a, b| a.stem.cmp(&b.stem));
        layer.number_terms();
        layer
    }

    /// Words of the table keep its numbers, so that related words lie together; others are numbered by their hash.
    fn number_terms(&mut self) {
        let mut taken = std::collections::BTreeSet::new();
        for term in &mut self.terms {
            term.key = match TABLE.find(&term.stem) {
                // The table has fewer stems than 65,536.
                Some(id) => id as u32,
                None => {
                    let mut key = hash(&term.stem) >> (32 - OTHER_BITS);
                    while !taken.insert(key) {
                        key = (key + 1) & ((1 << OTHER_BITS) - 1);
                    }
                    OTHERS + key
                }
            };
        }
    }

    /// The words by their families.
    pub(super) fn families(&self) -> BTreeMap<&str, Vec<&Term>> {
        let mut families: BTreeMap<&str, Vec<&Term>> = BTreeMap::new();
        for term in &self.terms {
            families.entry(&term.family).or_default().push(term);
        }
        families
    }

    /// A word by its stem.
    pub(super) fn term(&self, stem: &str) -> Option<&Term> {
        let place = self.terms.binary_search_by(|t| t.stem.as_str().cmp(stem)).ok()?;
        self.terms.get(place)
    }

    /// Shards of postings with the first number of each.
    pub(super) fn postings(&self) -> Vec<(u64, Vec<u8>)> {
        let mut terms: Vec<(u32, Vec<u8>)> = self.terms.iter().map(|t| (t.key, encoded(&t.postings))).collect();
        terms.sort_unstable();
        let total: usize = terms.iter().map(|(_, b)| b.len()).sum();
        let limit = (total / 512).clamp(700, 9000);
        halve(&terms, &|t| u64::from(t.0), &|t| t.1.len() + 3, KEY_BITS, limit)
            .into_iter()
            .map(|(low, from, to)| {
                let mut bytes = Vec::new();
                let mut last = low;
                for (key, list) in terms.get(from..to).unwrap_or_default() {
                    put(&mut bytes, u64::from(*key) - last);
                    last = u64::from(*key);
                    put(&mut bytes, list.len() as u64);
                    bytes.extend_from_slice(list);
                }
                (low, bytes)
            })
            .collect()
    }
}

/// A slot for each sheet, from the hash of its key; who comes second to a slot takes the next free one.
fn slots(sheets: &[&Weighed], bits: u32) -> Vec<u32> {
    let mut order: Vec<usize> = (0..sheets.len()).collect();
    let key = |i: usize| sheets.get(i).map_or("", |w| w.sheet.key.as_str());
    order.sort_unstable_by(|&a, &b| key(a).cmp(key(b)));
    let mut taken = vec![false; 1 << bits];
    let mut slots = vec![0; sheets.len()];
    for i in order {
        let mut slot = hash(key(i)) as usize & ((1 << bits) - 1);
        while taken.get(slot).copied().unwrap_or(false) {
            slot = (slot + 1) & ((1 << bits) - 1);
        }
        if let (Some(taken), Some(own)) = (taken.get_mut(slot), slots.get_mut(i)) {
            *taken = true;
            *own = u32::try_from(slot).unwrap_or_default();
        }
    }
    slots
}

/// Postings as bytes: for each group the step from the group before with the number of entries in its two low bits
/// (3 means that the number less 3 follows), then for each entry the step from the first unit of the entry before,
/// the weight (with bit 64 set when a row of units follows) and the length of the row.
fn encoded(postings: &[Posting]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut last = 0;
    for entries in postings.chunk_by(|a, b| a.group == b.group) {
        let Some(group) = entries.first().map(|p| p.group) else { continue };
        let several = (entries.len() as u64 - 1).min(3);
        put(&mut out, u64::from(group - last) << 2 | several);
        last = group;
        if several == 3 {
            put(&mut out, entries.len() as u64 - 4);
        }
        let mut first = 0;
        for entry in entries {
            put(&mut out, u64::from(entry.first - first));
            first = entry.first;
            out.push(entry.weight | if entry.count > 1 { 64 } else { 0 });
            if entry.count > 1 {
                put(&mut out, u64::from(entry.count));
            }
        }
    }
    out
}

/// The kinds that a layer has, as bits.
pub(super) fn kinds(sheets: &[&Weighed]) -> u32 {
    sheets.iter().flat_map(|w| &w.sheet.units).fold(0, |bits, unit| bits | 1 << (unit.kind as u32))
}

/// Slots whose sheet is for some readers only.
pub(super) fn audiences(sheets: &[&Weighed], slots: &[u32]) -> BTreeMap<u32, u8> {
    let pairs = sheets.iter().zip(slots).map(|(w, &slot)| (slot, w.sheet.audience));
    pairs.filter(|&(_, bits)| bits != 0).collect()
}
