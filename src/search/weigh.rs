//! From a sheet to weighed words: which word counts how much for which unit. Pure and per sheet, so sheets can be
//! weighed side by side.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::thesaurus::stop_words;
use super::unit::{Field, Kind, Sheet, Unit};
use super::words::{Stemmers, TextMap, each_word, folded, wording};

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

/// A word as a memory knows it: one small pointer in each of a million places.
type Stem = Arc<Box<str>>;

/// A sheet with its words weighed. Of its texts only what is shown is kept.
#[derive(Clone, Debug, Default)]
pub(crate) struct Weighed {
    pub(super) sheet: Sheet,
    /// Their order is that in which a memory met them and means nothing.
    words: Vec<Stem>,
    /// The end of the weights of each word.
    ends: Vec<u32>,
    weights: Vec<Weight>,
}

impl Weighed {
    /// The words with their weights.
    pub(super) fn words(&self) -> impl Iterator<Item = (&str, &[Weight])> {
        let mut from = 0;
        self.words.iter().zip(&self.ends).map(move |(stem, end)| {
            let to = *end as usize;
            let weights = self.weights.get(from..to).unwrap_or_default();
            from = to;
            (&***stem, weights)
        })
    }

    fn push(&mut self, stem: Stem, weights: impl Iterator<Item = Weight>) {
        self.weights.extend(weights);
        self.words.push(stem);
        self.ends.push(u32::try_from(self.weights.len()).unwrap_or(u32::MAX));
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

/// Remembers stems: most words of a site come again and again. Whoever reads many sheets hands it on.
pub(crate) struct Memory {
    stop: Vec<&'static str>,
    stemmers: Stemmers,
    /// By word: the place of its stem, nothing for words without weight.
    words: TextMap<Box<str>, Option<usize>>,
    places: TextMap<Stem, usize>,
    stems: Vec<Stem>,
}

impl Memory {
    /// A memory of nothing.
    pub(crate) fn new() -> Self {
        Self {
            stop: stop_words(),
            stemmers: Stemmers::default(),
            words: TextMap::default(),
            places: TextMap::default(),
            stems: Vec::new(),
        }
    }

    /// The place of a word's stem; nothing for words without weight.
    fn place(&mut self, word: &str) -> Option<usize> {
        if let Some(known) = self.words.get(word) {
            return *known;
        }
        let heavy = self.stop.binary_search(&word).is_err();
        let place = heavy.then(|| {
            let stem: Stem = Arc::new(self.stemmers.stem(word).into());
            *self.places.entry(stem).or_insert_with_key(|stem| {
                self.stems.push(Arc::clone(stem));
                self.stems.len() - 1
            })
        });
        self.words.insert(word.into(), place);
        place
    }

    /// The stems of a text by their places, each with how often it occurs, and how many words there are.
    fn count(&mut self, text: &str) -> (Vec<(usize, u32)>, usize) {
        let mut places: Vec<usize> = Vec::new();
        each_word(&folded(text), |word| places.extend(self.place(word)));
        places.sort_unstable();
        let length = places.len();
        let counts = places
            .chunk_by(|a, b| a == b)
            .filter_map(|same| Some((*same.first()?, u32::try_from(same.len()).unwrap_or(u32::MAX))));
        (counts.collect(), length)
    }
}

/// BM25's saturation with k1 = 1, in whole numbers up to [`FULL`].
fn saturated(frequency: f64) -> u8 {
    let value = (2.0 * frequency / (1.0 + frequency) * f64::from(FULL) / 2.0).round();
    // At most FULL by construction, so the cast keeps it.
    (value as u8).min(FULL)
}

/// Weighs the words of a sheet.
pub(super) fn weigh(mut sheet: Sheet, memory: &mut Memory) -> Weighed {
    let mut weights: Vec<(usize, Weight)> = Vec::new();
    let mut named: Vec<(String, Weight)> = Vec::new();
    let places = places(&sheet.units);
    for (unit, &(kind, first)) in sheet.units.iter().zip(&places) {
        let mut frequencies: Vec<(usize, f64)> = Vec::new();
        for (field, text) in &unit.fields {
            let (counts, length) = memory.count(text);
            let norm = 0.65 + 0.35 * length as f64 / MIDDLING;
            frequencies.extend(counts.into_iter().map(|(p, n)| (p, strength(*field) * f64::from(n) / norm)));
        }
        // A stable sort keeps the order of fields, so sums come out the same every time.
        frequencies.sort_by_key(|(place, _)| *place);
        for same in frequencies.chunk_by(|a, b| a.0 == b.0) {
            let weight = saturated(same.iter().map(|(_, f)| f).sum());
            if let (Some((place, _)), true) = (same.first(), weight > 0) {
                weights.push((*place, Weight { kind, first, count: 1, weight }));
            }
        }
        let whole = Weight { kind, first, count: 1, weight: FULL };
        if unit.kind == Kind::Silent {
            // Who asks in the very words of a question without an answer is told so, whatever else is near.
            for (_, text) in unit.fields.iter().filter(|(f, _)| matches!(f, Field::Own | Field::Wording)) {
                named.push((wording(&folded(text)), whole));
            }
        }
        if let Some(address) = &unit.address {
            named.push((format!("#{address}"), whole));
            if let (Some(clause), Some(paragraph)) = (address.split('/').next(), unit.paragraph) {
                named.push((format!("#{clause}¶{paragraph}"), whole));
            }
        }
    }
    for shared in &sheet.shared {
        let (counts, length) = memory.count(&shared.text);
        let norm = 0.65 + 0.35 * length as f64 / MIDDLING;
        let spans = spans(&places, shared.first, shared.count);
        for (place, count) in counts {
            let weight = saturated(strength(shared.field) * f64::from(count) / norm);
            if weight > 0 {
                let runs = spans.iter().map(|&(kind, first, count)| Weight { kind, first, count, weight });
                weights.extend(runs.map(|run| (place, run)));
            }
        }
    }
    weights.sort_unstable_by_key(|(place, w)| (*place, w.order()));
    named.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| a.1.order().cmp(&b.1.order())));
    let mut weighed = Weighed::default();
    // What is named begins with a sign that no stem has, so each name stands for itself.
    for same in named.chunk_by(|a, b| a.0 == b.0) {
        if let Some((name, _)) = same.first() {
            weighed.push(Arc::new(name.as_str().into()), same.iter().map(|(_, w)| *w));
        }
    }
    for same in weights.chunk_by(|a, b| a.0 == b.0) {
        if let Some(stem) = same.first().and_then(|(place, _)| memory.stems.get(*place)) {
            weighed.push(Arc::clone(stem), same.iter().map(|(_, w)| *w));
        }
    }
    weighed.words.shrink_to_fit();
    weighed.ends.shrink_to_fit();
    weighed.weights.shrink_to_fit();
    sheet.forget_words();
    weighed.sheet = sheet;
    weighed
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
        let weighed = weigh(sheet, &mut Memory::new());
        weighed
            .words()
            .map(|(s, l)| (s.to_owned(), l.iter().map(|w| (w.first, u32::from(w.count), w.weight)).collect()))
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
