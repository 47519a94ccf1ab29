//! What weighing remembers from sheet to sheet: stems by word, since most words of a site come again and again.
//!
//! A memory is for one worker at a time. What is weighed with it speaks of words by their places in it.

use std::ops::AddAssign;

use super::thesaurus::stop_words;
use super::words::{Stemmers, WordMap, each_word, fold_into};

/// The place of words without weight.
const WEIGHTLESS: u32 = u32::MAX;

/// Stems by word.
pub(crate) struct Memory {
    number: u32,
    stemmers: Stemmers,
    /// By word: the place of its stem.
    words: WordMap,
    places: WordMap,
    stems: Vec<Box<str>>,
    folded: String,
    pub(super) tallies: Tallies,
}

/// Room for counting.
#[derive(Default)]
pub(super) struct Tallies {
    /// How often each word of a text occurs.
    pub(super) counts: Tally<u32>,
    /// What the words of a unit sum up to.
    pub(super) sums: Tally<f64>,
}

impl Memory {
    /// A memory of nothing. Of the memories with which the sheets of one index are weighed each has its own number,
    /// counted from nought.
    pub(crate) fn new(number: u32) -> Self {
        Self {
            number,
            stemmers: Stemmers::default(),
            words: WordMap::default(),
            places: WordMap::default(),
            stems: Vec::new(),
            folded: String::new(),
            tallies: Tallies::default(),
        }
    }

    /// Its number.
    pub(crate) fn number(&self) -> u32 {
        self.number
    }

    /// Lets go of what only saves time; the stems stay.
    pub(crate) fn rest(&mut self) {
        self.words = WordMap::default();
        self.places = WordMap::default();
        self.folded = String::new();
        self.tallies = Tallies::default();
        self.stems.shrink_to_fit();
    }

    /// How many stems it knows.
    pub(super) fn len(&self) -> usize {
        self.stems.len()
    }

    /// A stem by its place.
    pub(super) fn stem(&self, place: u32) -> &str {
        self.stems.get(place as usize).map_or("", |stem| stem)
    }

    /// Makes ready, at first or after a rest.
    fn wake(&mut self) {
        if !self.words.is_empty() {
            return;
        }
        stop_words().iter().for_each(|word| self.words.insert(word, WEIGHTLESS));
        (0..).zip(&self.stems).for_each(|(place, stem)| self.places.insert(stem, place));
    }

    /// The place of a stem, or of a name that begins with a sign which no stem has.
    pub(super) fn named(&mut self, stem: &str) -> u32 {
        self.wake();
        if let Some(place) = self.places.get(stem) {
            return place;
        }
        let place = u32::try_from(self.stems.len()).unwrap_or(WEIGHTLESS);
        self.places.insert(stem, place);
        self.stems.push(stem.into());
        place
    }

    /// The place of a word's stem.
    fn place(&mut self, word: &str) -> u32 {
        if let Some(known) = self.words.get(word) {
            return known;
        }
        let stem = self.stemmers.stem(word);
        let place = self.named(&stem);
        self.words.insert(word, place);
        place
    }

    /// Counts the words of a text that have weight; gives how many there are.
    pub(super) fn count(&mut self, text: &str) -> usize {
        self.wake();
        let mut folded = std::mem::take(&mut self.folded);
        fold_into(text, &mut folded);
        let mut length = 0;
        each_word(&folded, |word| {
            let place = self.place(word);
            if place != WEIGHTLESS {
                self.tallies.counts.add(place, 1);
                length += 1;
            }
        });
        self.folded = folded;
        length
    }
}

/// A number for each place, quick to change and to empty: only the places that were met are gone through.
#[derive(Default)]
pub(super) struct Tally<T> {
    values: Vec<T>,
    met: Vec<u32>,
}

impl<T: Copy + Default + PartialEq + AddAssign> Tally<T> {
    /// The value of a place.
    fn at(&mut self, place: u32) -> Option<&mut T> {
        let at = place as usize;
        if at >= self.values.len() {
            self.values.resize(at + 1, T::default());
        }
        let value = self.values.get_mut(at)?;
        if *value == T::default() {
            self.met.push(place);
        }
        Some(value)
    }

    /// Adds what is more than nothing to a place.
    pub(super) fn add(&mut self, place: u32, value: T) {
        if let Some(sum) = self.at(place) {
            *sum += value;
        }
    }

    /// Hands the places over in the order in which they were met, and is empty again.
    pub(super) fn drain(&mut self, mut take: impl FnMut(u32, T)) {
        for place in self.met.drain(..) {
            if let Some(value) = self.values.get_mut(place as usize) {
                take(place, std::mem::take(value));
            }
        }
    }
}

impl Tally<u32> {
    /// The number of a place: how many others were met before it.
    pub(super) fn number(&mut self, place: u32) -> usize {
        let next = u32::try_from(self.met.len() + 1).unwrap_or(u32::MAX);
        let Some(value) = self.at(place) else { return 0 };
        if *value == 0 {
            *value = next;
        }
        *value as usize - 1
    }

    /// The places in the order in which they were met; it is empty again.
    pub(super) fn take_met(&mut self) -> Vec<u32> {
        let met = self.met.clone();
        self.drain(|_, _| ());
        met
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_memory_knows_its_stems_after_a_rest() {
        let mut memory = Memory::new(0);
        let counted = |memory: &mut Memory, text: &str| {
            let length = memory.count(text);
            let mut counts = Vec::new();
            memory.tallies.counts.drain(|place, count| counts.push((place, count)));
            (length, counts)
        };
        let first = counted(&mut memory, "Удалить аккаунт и снова удалить");
        assert_eq!(first, (3, vec![(0, 2), (1, 1)]), "words without weight do not count");
        memory.rest();
        assert_eq!(counted(&mut memory, "новый аккаунт удалят"), (3, vec![(2, 1), (1, 1), (0, 1)]));
        assert_eq!([0, 1, 2].map(|place| memory.stem(place)), ["удал", "аккаунт", "нов"]);
    }
}
