//! One layer of the index, the texts in force or the superseded ones: numbers for units and words, then shards.

use std::collections::BTreeMap;
use std::ops::Range;

use super::super::memory::Memory;
use super::super::related::TABLE;
use super::super::unit::Kind;
use super::super::weigh::{COUNTED, Weighed};
use super::super::words::{family, hash};
use super::pack::{Bits, halve};
use super::stems::{Stems, head};

/// Numbers of words begin with those of the table; words that it does not have come after.
pub(in super::super) const OTHERS: u32 = 1 << 16;
/// Bits of the numbers of other words.
const OTHER_BITS: u32 = 20;
/// Bits of a word's number.
pub(super) const KEY_BITS: u32 = 21;
/// Steps between numbers of words are cheapest around 2 to this power.
const STEP: u32 = 6;
/// From so many units on a layer is large: weights are kept in 16 levels, texts and related words are cut shorter.
const MANY: usize = 3000;

/// A posting: a word in a unit or in a row of units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Posting {
    /// Place of the kind, then slot of the sheet.
    group: u32,
    first: u32,
    /// How many units in a row; a longer row is several.
    count: u16,
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
    /// Which of the layer's postings are its own.
    postings: Range<usize>,
}

/// Everything of one layer before it is cut into shards.
#[derive(Debug, Default)]
pub(super) struct Layer {
    /// Number of units.
    pub(super) units: u32,
    /// The kinds of units that there are, as bits.
    pub(super) kinds: u32,
    /// Bits of a slot.
    pub(super) slot_bits: u32,
    /// Bits of the place of a unit among those of its kind and sheet.
    pub(super) place_bits: u32,
    /// Bits of a weight that are left out.
    pub(super) coarse: u32,
    /// By place in the sheets given: its slot.
    pub(super) slots: Vec<u32>,
    /// By stem.
    pub(super) terms: Vec<Term>,
    /// Those of one word after those of the word before.
    postings: Vec<Posting>,
}

impl Layer {
    /// Brings weighed sheets together. The order of sheets does not matter: slots come from their keys.
    pub(super) fn new(sheets: &[&Weighed], memories: &[Memory]) -> Self {
        let units = || sheets.iter().flat_map(|w| &w.sheet.units);
        let slot_bits = (sheets.len().max(1) * 2).next_power_of_two().trailing_zeros();
        let most = sheets.iter().map(|w| w.sheet.units.len()).max().unwrap_or_default();
        let mut layer = Self {
            units: u32::try_from(units().count()).unwrap_or(u32::MAX),
            kinds: units().fold(0, |bits, unit| bits | 1 << (unit.kind as u32)),
            slot_bits,
            place_bits: most.max(2).next_power_of_two().trailing_zeros(),
            coarse: if units().count() > MANY { 2 } else { 0 },
            slots: slots(sheets, slot_bits),
            terms: Vec::new(),
            postings: Vec::new(),
        };
        let stems = Stems::new(sheets, memories);
        layer.bring_together(sheets, &stems);
        let mut from = 0;
        for (stem, to) in stems.ends() {
            let own = layer.postings.get_mut(from..to).unwrap_or_default();
            // On sites of plain pages they are.
            if !own.is_sorted() {
                own.sort_unstable();
            }
            let units = own.iter().filter(|p| p.weight >= COUNTED).map(|p| u32::from(p.count)).sum();
            layer.terms.push(Term { stem: stem.to_owned(), family: family(stem), key: 0, units, postings: from..to });
            from = to;
        }
        layer.number_terms();
        layer
    }

    /// All postings by their stems. Sheets are gone through by their slots, so that little is left to sort.
    fn bring_together(&mut self, sheets: &[&Weighed], stems: &Stems<'_>) {
        let mut order: Vec<(u32, &Weighed)> = self.slots.iter().copied().zip(sheets.iter().copied()).collect();
        order.sort_unstable_by_key(|(slot, _)| *slot);
        let mut next: Vec<usize> = std::iter::once(0).chain(stems.ends().map(|(_, end)| end)).collect();
        let mut postings = vec![Posting::default(); next.last().copied().unwrap_or_default()];
        for (slot, weighed) in order {
            for (word, weights) in weighed.words() {
                let Some(next) = next.get_mut(stems.number(weighed.memory(), word)) else { continue };
                let own = postings.get_mut(*next..*next + weights.len()).unwrap_or_default();
                for (posting, w) in own.iter_mut().zip(weights) {
                    let group = self.group(slot, w.kind);
                    *posting = Posting { group, first: w.first, count: w.count, weight: w.weight };
                }
                *next += weights.len();
            }
        }
        self.postings = postings;
    }

    /// Where a word stands.
    fn postings_of(&self, term: &Term) -> &[Posting] {
        self.postings.get(term.postings.clone()).unwrap_or_default()
    }

    /// Lets go of where words stand, once it is written.
    pub(super) fn forget_postings(&mut self) {
        self.postings = Vec::new();
    }

    /// Whether there are so many units that room matters more than detail.
    pub(super) fn is_large(&self) -> bool {
        self.coarse > 0
    }

    /// Units of one sheet and kind: the kinds that there are, by their order, then the slots.
    fn group(&self, slot: u32, kind: Kind) -> u32 {
        let before = self.kinds & ((1 << (kind as u32)) - 1);
        before.count_ones() << self.slot_bits | slot
    }

    /// The number of a unit in the browser.
    pub(super) fn number(&self, slot: u32, kind: Kind, place: usize) -> u64 {
        u64::from(self.group(slot, kind)) << self.place_bits | place as u64
    }

    /// Bits of a unit's number.
    pub(super) fn number_bits(&self) -> u32 {
        self.slot_bits + self.place_bits + 4
    }

    /// Words of the table keep its numbers, so that related words lie together; others are numbered by their hash.
    fn number_terms(&mut self) {
        let mut taken = std::collections::HashSet::new();
        let mut find = TABLE.in_order();
        for term in &mut self.terms {
            term.key = match find(&term.stem) {
                // The table has fewer stems than 65,536.
                Some(id) => id as u32,
                None => {
                    let mut key = by_hash(&term.stem);
                    while !taken.insert(key) {
                        key = OTHERS + ((key - OTHERS + 1) & ((1 << OTHER_BITS) - 1));
                    }
                    key
                }
            };
        }
    }

    /// The words by their families, those of one family by their stems.
    pub(super) fn by_family(&self) -> Vec<&Term> {
        let mut terms: Vec<(u128, &Term)> = self.terms.iter().map(|term| (head(&term.family), term)).collect();
        terms.sort_unstable_by(|(a, x), (b, y)| (a, &x.family, &x.stem).cmp(&(b, &y.family, &y.stem)));
        terms.into_iter().map(|(_, term)| term).collect()
    }

    /// Hashes of the questions to which the texts are silent: who asks in these very words is told so. They stand in the
    /// root script, so that any other question need not be looked up as a whole.
    pub(super) fn silent(&self) -> Vec<u32> {
        self.terms.iter().filter(|t| t.stem.starts_with('=')).map(|t| hash(&t.stem)).collect()
    }

    /// A word by its stem.
    pub(super) fn term(&self, stem: &str) -> Option<&Term> {
        let place = self.terms.binary_search_by(|t| t.stem.as_str().cmp(stem)).ok()?;
        self.terms.get(place)
    }

    /// Where all words of a phrase stand, with the least of their weights; each unit once.
    pub(super) fn together(&self, phrase: &[String]) -> Vec<Posting> {
        let mut common: Option<BTreeMap<(u32, u32), u8>> = None;
        for stem in phrase {
            let mut own: BTreeMap<(u32, u32), u8> = BTreeMap::new();
            for posting in self.term(stem).map(|t| self.postings_of(t)).unwrap_or_default() {
                for unit in posting.first..posting.first + u32::from(posting.count) {
                    let best = own.entry((posting.group, unit)).or_default();
                    *best = posting.weight.max(*best);
                }
            }
            common = Some(match common {
                None => own,
                Some(before) => before.into_iter().filter_map(|(u, w)| Some((u, w.min(*own.get(&u)?)))).collect(),
            });
        }
        let mut rows: Vec<Posting> = Vec::new();
        for ((group, unit), weight) in common.unwrap_or_default() {
            match rows.last_mut() {
                Some(row)
                    if (row.group, row.first + u32::from(row.count), row.weight) == (group, unit, weight)
                        && row.count < u16::MAX =>
                {
                    row.count += 1;
                }
                _ => rows.push(Posting { group, first: unit, count: 1, weight }),
            }
        }
        rows
    }

    /// Shards of postings with the first number of each.
    pub(super) fn postings(&self) -> Vec<(u64, Vec<u8>)> {
        let mut terms: Vec<(u32, Bits)> = self.terms.iter().map(|t| (t.key, self.list(self.postings_of(t)))).collect();
        terms.sort_unstable_by_key(|t| t.0);
        let total: usize = terms.iter().map(|t| t.1.bytes() + 1).sum();
        let limit = (total / 64).clamp(400, (total / 400).clamp(1500, 3000));
        halve(&terms, &|t| u64::from(t.0), &|t| t.1.bytes() + 1, KEY_BITS, limit)
            .into_iter()
            .map(|(low, from, to)| {
                let terms = terms.get(from..to).unwrap_or_default();
                let mut bits = Bits::default();
                bits.number(terms.len() as u64, STEP);
                let mut last = low;
                for (key, list) in terms {
                    bits.number(u64::from(*key) - last, STEP);
                    last = u64::from(*key);
                    bits.append(list);
                }
                (low, bits.into_bytes())
            })
            .collect()
    }

    /// Postings as bits: the number of groups; for each the step from the group before and the number of entries; for
    /// each the step from the first unit of the entry before, and the weight. Weight nought says that a row of units
    /// follows: its length, then the weight.
    pub(super) fn list(&self, postings: &[Posting]) -> Bits {
        let mut bits = Bits::default();
        let groups = postings.chunk_by(|a, b| a.group == b.group);
        let count = groups.clone().count().max(1) as u64;
        bits.number(count - 1, 0);
        let step = self.slot_bits.saturating_sub(count.ilog2() + 1);
        let mut next = 0;
        for entries in groups {
            let Some(group) = entries.first().map(|p| p.group) else { continue };
            bits.number(u64::from(group - next), step);
            next = group + 1;
            bits.number(entries.len() as u64 - 1, 0);
            let mut first = 0;
            for entry in entries {
                bits.number(u64::from(entry.first - first), 1);
                first = entry.first;
                let width = 6 - self.coarse;
                if entry.count > 1 {
                    bits.put(0, width);
                    bits.number(u64::from(entry.count) - 2, 0);
                }
                let weight = (u64::from(entry.weight) + ((1 << self.coarse) >> 1)) >> self.coarse;
                bits.put(weight.clamp(1, (1 << width) - 1), width);
            }
        }
        bits
    }
}

/// The number of a word that the table does not have, unless another has it.
pub(super) fn by_hash(stem: &str) -> u32 {
    OTHERS + (hash(stem) >> (32 - OTHER_BITS))
}

/// A slot for each sheet. Pages of one folder get slots from one range, since they speak of the same; the range comes
/// from the hash of the folder, the slot from the hash of the key. Who comes second to a slot takes the next free one.
fn slots(sheets: &[&Weighed], bits: u32) -> Vec<u32> {
    let size = 1usize << bits;
    let folder = |i: usize| sheets.get(i).and_then(|w| w.sheet.page.as_ref()).map_or("", |p| p.folder());
    let key = |i: usize| sheets.get(i).map_or("", |w| w.sheet.key.as_str());
    let mut order: Vec<usize> = (0..sheets.len()).collect();
    order.sort_unstable_by(|&a, &b| (folder(a), key(a)).cmp(&(folder(b), key(b))));
    let mut taken = vec![false; size];
    let mut slots = vec![0; sheets.len()];
    for together in order.chunk_by(|&a, &b| folder(a) == folder(b)) {
        let range = (together.len() * 2).next_power_of_two().min(size);
        let from = together.first().map_or(0, |&i| hash(folder(i)) as usize & (size - 1) & !(range - 1));
        for &i in together {
            let mut slot = from + (hash(key(i)) as usize & (range - 1));
            while taken.get(slot).copied().unwrap_or(false) {
                slot = (slot + 1) & (size - 1);
            }
            if let (Some(taken), Some(own)) = (taken.get_mut(slot), slots.get_mut(i)) {
                *taken = true;
                *own = u32::try_from(slot).unwrap_or_default();
            }
        }
    }
    slots
}

/// Slots whose sheet is for some readers only.
pub(super) fn audiences(sheets: &[&Weighed], slots: &[u32]) -> BTreeMap<u32, u8> {
    let pairs = sheets.iter().zip(slots).map(|(w, &slot)| (slot, w.sheet.audience));
    pairs.filter(|&(_, bits)| bits != 0).collect()
}
