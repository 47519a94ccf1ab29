//! From a sheet to weighed words: which word counts how much for which unit. Pure and per sheet, so sheets can be
//! weighed side by side.

use std::collections::BTreeMap;

use super::memory::{Memory, Tallies, Tally};
use super::unit::{Field, Kind, Sheet, Unit};
use super::words::{folded, wording};

/// Weights run up to here.
pub(super) const FULL: u8 = 63;
/// A word counts towards how common it is only where it weighs so much.
pub(super) const COUNTED: u8 = 8;

/// A word in a unit, or in several units in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Weight {
    pub(super) kind: Kind,
    /// Place among the units of its kind in the sheet.
    pub(super) first: u32,
    /// How many units in a row; a longer row is several.
    pub(super) count: u16,
    /// 1 to [`FULL`].
    pub(super) weight: u8,
}

impl Weight {
    fn order(&self) -> (Kind, u32, u16, u8) {
        (self.kind, self.first, self.count, self.weight)
    }
}

/// A sheet with its words weighed. Of its texts only what is shown is kept.
#[derive(Clone, Debug, Default)]
pub(crate) struct Weighed {
    pub(super) sheet: Sheet,
    /// The memory whose stems the words are, by its number.
    memory: u32,
    /// Words by the places of their stems; their order means nothing.
    words: Vec<u32>,
    /// The end of the weights of each word.
    ends: Vec<u32>,
    weights: Vec<Weight>,
}

/// All sheets that were weighed for an index, with what they were weighed with: each memory at the place of its number.
#[derive(Default)]
pub(crate) struct Gathered {
    pub(crate) sheets: Vec<Weighed>,
    pub(crate) memories: Vec<Memory>,
}

impl Weighed {
    /// The memory that knows the words, by its number.
    pub(super) fn memory(&self) -> usize {
        self.memory as usize
    }

    /// The words, by the places of their stems in the memory, with their weights.
    pub(super) fn words(&self) -> impl Iterator<Item = (u32, &[Weight])> {
        let mut from = 0;
        self.words.iter().zip(&self.ends).map(move |(word, end)| {
            let to = *end as usize;
            let weights = self.weights.get(from..to).unwrap_or_default();
            from = to;
            (*word, weights)
        })
    }
}

/// How much one occurrence counts in a text of middling length.
fn strength(field: Field) -> f64 {
    match field {
        Field::Own => 1.0,
        Field::Meaning => 0.5,
        Field::Lead => 0.22,
        Field::Heading => 0.45,
        Field::Title => 0.05,
        Field::Wording => 0.9,
        Field::Asked => 0.5,
        Field::Explained => 0.55,
        Field::Step => 0.12,
    }
}

/// Length in words at which a text is neither short nor long.
const MIDDLING: f64 = 14.0;

/// By how much an occurrence counts less in a text of so many words.
fn norm(length: usize) -> f64 {
    0.65 + 0.35 * length as f64 / MIDDLING
}

/// BM25's saturation with k1 = 1, in whole numbers up to [`FULL`]; nothing for what rounds to nought.
fn saturated(frequency: f64) -> Option<u8> {
    let value = (2.0 * frequency / (1.0 + frequency) * f64::from(FULL) / 2.0).round();
    // At most FULL by construction, so the cast keeps it.
    Some((value as u8).min(FULL)).filter(|&weight| weight > 0)
}

/// Weighs the words of a sheet.
pub(super) fn weigh(mut sheet: Sheet, memory: &mut Memory) -> Weighed {
    let mut weights: Vec<(u32, Weight)> = Vec::new();
    let places = places(&sheet.units);
    for (unit, &(kind, first)) in sheet.units.iter().zip(&places) {
        for (field, text) in unit.searched() {
            let norm = norm(memory.count(text));
            let Tallies { counts, sums } = &mut memory.tallies;
            counts.drain(|place, count| sums.add(place, strength(field) * f64::from(count) / norm));
        }
        let of_unit = |weight| Weight { kind, first, count: 1, weight };
        memory.tallies.sums.drain(|place, sum| weights.extend(saturated(sum).map(|weight| (place, of_unit(weight)))));
        if unit.kind == Kind::Silent {
            // Who asks in the very words of a question without an answer is told so, whatever else is near.
            for (_, text) in unit.searched().filter(|(f, _)| matches!(f, Field::Own | Field::Wording)) {
                weights.push((memory.named(&wording(&folded(text))), of_unit(FULL)));
            }
        }
        // What is named begins with a sign that no stem has, so each name stands for itself.
        if let Some(address) = &unit.address {
            weights.push((memory.named(&format!("#{address}")), of_unit(FULL)));
            if let (Some(clause), Some(paragraph)) = (address.split('/').next(), unit.paragraph) {
                weights.push((memory.named(&format!("#{clause}¶{paragraph}")), of_unit(FULL)));
            }
        }
    }
    for shared in &sheet.shared {
        let norm = norm(memory.count(&shared.text));
        let spans = spans(&places, shared.first, shared.count);
        memory.tallies.counts.drain(|place, count| {
            if let Some(weight) = saturated(strength(shared.field) * f64::from(count) / norm) {
                let runs = spans.iter().map(|&(kind, first, count)| Weight { kind, first, count, weight });
                weights.extend(runs.map(|run| (place, run)));
            }
        });
    }
    sheet.forget_words();
    let (words, ends, weights) = by_word(&weights, &mut memory.tallies.counts);
    Weighed { sheet, memory: memory.number(), words, ends, weights }
}

/// Weights put together by their words: the words, the end of the weights of each, all weights.
fn by_word(weights: &[(u32, Weight)], numbers: &mut Tally<u32>) -> (Vec<u32>, Vec<u32>, Vec<Weight>) {
    let numbered: Vec<usize> = weights.iter().map(|(word, _)| numbers.number(*word)).collect();
    let words = numbers.take_met();
    let mut ends = vec![0; words.len()];
    for &number in &numbered {
        if let Some(count) = ends.get_mut(number) {
            *count += 1;
        }
    }
    // From counts to where the next weight of each word goes, which is the end when all are there.
    let mut start = 0;
    for end in &mut ends {
        let count = std::mem::replace(end, start);
        start += count;
    }
    let mut together = vec![Weight { kind: Kind::Section, first: 0, count: 0, weight: 0 }; weights.len()];
    for (number, (_, weight)) in numbered.into_iter().zip(weights) {
        if let Some(end) = ends.get_mut(number) {
            if let Some(place) = together.get_mut(*end as usize) {
                *place = *weight;
            }
            *end += 1;
        }
    }
    let mut from = 0;
    for &end in &ends {
        if let Some(own) = together.get_mut(from..end as usize) {
            own.sort_unstable_by_key(Weight::order);
        }
        from = end as usize;
    }
    (words, ends, together)
}

/// Kind of each unit and its place among the units of that kind.
pub(super) fn places(units: &[Unit]) -> Vec<(Kind, u32)> {
    let mut next: BTreeMap<Kind, u32> = BTreeMap::new();
    units
        .iter()
        .map(|unit| {
            let place = next.entry(unit.kind).or_default();
            let own = *place;
            *place += 1;
            (unit.kind, own)
        })
        .collect()
}

/// The units of a stretch as runs of each kind.
fn spans(places: &[(Kind, u32)], first: usize, count: usize) -> Vec<(Kind, u32, u16)> {
    let mut spans: BTreeMap<Kind, (u32, u32)> = BTreeMap::new();
    for &(kind, place) in places.iter().skip(first).take(count) {
        spans.entry(kind).or_insert((place, 0)).1 += 1;
    }
    let runs = spans.into_iter().flat_map(|(kind, (first, count))| {
        let starts = (0..count).step_by(usize::from(u16::MAX));
        starts.map(move |at| (kind, first + at, u16::try_from(count - at).unwrap_or(u16::MAX)))
    });
    runs.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weights(sheet: Sheet) -> BTreeMap<String, Vec<(u32, u32, u8)>> {
        let mut memory = Memory::new(0);
        let weighed = weigh(sheet, &mut memory);
        weighed
            .words()
            .map(|(word, weights)| {
                let weights = weights.iter().map(|w| (w.first, u32::from(w.count), w.weight)).collect();
                (memory.stem(word).to_owned(), weights)
            })
            .collect()
    }

    #[test]
    fn own_words_outweigh_shared_ones() {
        let mut sheet = Sheet::default();
        sheet.units.push(Unit::new(Kind::Item, None, "удалить аккаунт".to_owned()));
        sheet.units.push(Unit::new(Kind::Item, None, "создать чат".to_owned()));
        sheet.share(Field::Lead, "участники вправе удалить", 0);
        let weights = weights(sheet);
        assert_eq!(weights["участник"].len(), 1);
        assert_eq!(weights["участник"][0].1, 2, "one run for both");
        assert!(weights["удал"][0].2 > weights["участник"][0].2);
    }

    #[test]
    fn addresses_are_words_of_their_own() {
        let mut unit = Unit::new(Kind::Item, None, "x".to_owned());
        unit.address = Some("2.4/7".to_owned());
        unit.paragraph = Some(8);
        let weights = weights(Sheet { units: vec![unit], ..Sheet::default() });
        assert!(weights.contains_key("#2.4/7") && weights.contains_key("#2.4¶8"));
    }

    #[test]
    fn a_long_row_is_several() {
        let places: Vec<(Kind, u32)> = (0..150_000).map(|n| (Kind::Item, n)).collect();
        let row = spans(&places, 5, 140_000);
        assert_eq!(row, [(Kind::Item, 5, 65_535), (Kind::Item, 65_540, 65_535), (Kind::Item, 131_075, 8_930)]);
        assert_eq!(spans(&places, 0, 0), []);
    }
}
