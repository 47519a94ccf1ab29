//! From a sheet to weighed words: which word counts how much for which unit. Pure and per sheet, so sheets can be
//! weighed side by side.

use std::collections::BTreeMap;

use super::unit::{Field, Kind, Sheet, Unit};
use super::words::{Stemmers, folded, indexed, wording};

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
    /// How many units in a row.
    pub(super) count: u32,
    /// 1 to [`FULL`].
    pub(super) weight: u8,
}

/// A sheet with its words weighed.
#[derive(Clone, Debug, Default)]
pub(crate) struct Weighed {
    pub(super) sheet: Sheet,
    /// By stem.
    pub(super) words: Vec<(String, Vec<Weight>)>,
}

/// How much one occurrence counts in a text of middling length.
fn strength(field: Field) -> f64 {
    match field {
        Field::Own => 1.0,
        Field::Meaning => 0.5,
        Field::Lead => 0.22,
        Field::Heading => 0.3,
        Field::Title => 0.05,
        Field::Wording => 0.9,
        Field::Asked => 0.7,
        Field::Explained => 0.5,
        Field::Step => 0.18,
    }
}

/// Length in words at which a text is neither short nor long.
const MIDDLING: f64 = 14.0;

/// Remembers stems: most words of a sheet come again.
struct Memory<'s> {
    stop: &'s [&'static str],
    stemmers: Stemmers,
    stems: BTreeMap<String, Option<String>>,
}

impl Memory<'_> {
    /// The stems of a text with how often each occurs, and how many words there are.
    fn count(&mut self, text: &str) -> (BTreeMap<String, u32>, usize) {
        let mut counts = BTreeMap::new();
        let mut length = 0;
        for word in indexed(text) {
            if !self.stems.contains_key(&word) {
                let stem = self.stop.binary_search(&word.as_str()).is_err().then(|| self.stemmers.stem(&word));
                self.stems.insert(word.clone(), stem);
            }
            if let Some(Some(stem)) = self.stems.get(&word) {
                length += 1;
                match counts.get_mut(stem) {
                    Some(n) => *n += 1,
                    None => {
                        counts.insert(stem.clone(), 1);
                    }
                }
            }
        }
        (counts, length)
    }
}

/// BM25's saturation with k1 = 1, in whole numbers up to [`FULL`].
fn saturated(frequency: f64) -> u8 {
    let value = (2.0 * frequency / (1.0 + frequency) * f64::from(FULL) / 2.0).round();
    // At most FULL by construction, so the cast keeps it.
    (value as u8).min(FULL)
}

/// Weighs the words of a sheet.
pub(super) fn weigh(sheet: Sheet, stop: &[&'static str]) -> Weighed {
    let mut memory = Memory { stop, stemmers: Stemmers::default(), stems: BTreeMap::new() };
    let mut words: BTreeMap<String, Vec<Weight>> = BTreeMap::new();
    let places = places(&sheet.units);
    for (unit, &(kind, first)) in sheet.units.iter().zip(&places) {
        let mut frequencies: BTreeMap<String, f64> = BTreeMap::new();
        for (field, text) in &unit.fields {
            let (counts, length) = memory.count(text);
            let norm = 0.6 + 0.4 * length as f64 / MIDDLING;
            for (stem, count) in counts {
                *frequencies.entry(stem).or_default() += strength(*field) * f64::from(count) / norm;
            }
        }
        for (stem, frequency) in frequencies {
            let weight = saturated(frequency);
            if weight > 0 {
                words.entry(stem).or_default().push(Weight { kind, first, count: 1, weight });
            }
        }
        if unit.kind == Kind::Silent {
            // Who asks in the very words of a question without an answer is told so, whatever else is near.
            for (_, text) in unit.fields.iter().filter(|(f, _)| matches!(f, Field::Own | Field::Wording)) {
                let weight = Weight { kind, first, count: 1, weight: FULL };
                words.entry(wording(&folded(text))).or_default().push(weight);
            }
        }
        if let Some(address) = &unit.address {
            words.entry(format!("#{address}")).or_default().push(Weight { kind, first, count: 1, weight: FULL });
            if let (Some(clause), Some(paragraph)) = (address.split('/').next(), unit.paragraph) {
                let weight = Weight { kind, first, count: 1, weight: FULL };
                words.entry(format!("#{clause}¶{paragraph}")).or_default().push(weight);
            }
        }
    }
    for shared in &sheet.shared {
        let (counts, length) = memory.count(&shared.text);
        let norm = 0.6 + 0.4 * length as f64 / MIDDLING;
        let spans = spans(&places, shared.first, shared.count);
        for (stem, count) in counts {
            let weight = saturated(strength(shared.field) * f64::from(count) / norm);
            if weight > 0 {
                let list = words.entry(stem).or_default();
                list.extend(spans.iter().map(|&(kind, first, count)| Weight { kind, first, count, weight }));
            }
        }
    }
    let mut words: Vec<_> = words.into_iter().collect();
    for (_, list) in &mut words {
        list.sort_unstable_by_key(|w| (w.kind, w.first, w.count, w.weight));
    }
    Weighed { sheet, words }
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

/// The units of a stretch as a run for each kind.
fn spans(places: &[(Kind, u32)], first: usize, count: usize) -> Vec<(Kind, u32, u32)> {
    let mut spans: BTreeMap<Kind, (u32, u32)> = BTreeMap::new();
    for &(kind, place) in places.iter().skip(first).take(count) {
        spans.entry(kind).or_insert((place, 0)).1 += 1;
    }
    spans.into_iter().map(|(kind, (first, count))| (kind, first, count)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::thesaurus::stop_words;
    use super::*;

    fn weights(sheet: Sheet) -> BTreeMap<String, Vec<(u32, u32, u8)>> {
        let weighed = weigh(sheet, &stop_words());
        weighed.words.into_iter().map(|(s, l)| (s, l.iter().map(|w| (w.first, w.count, w.weight)).collect())).collect()
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
}
