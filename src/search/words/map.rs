//! Maps by short texts that are looked into for every word of a site.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hash, Hasher};

/// Such a map. Its order means nothing, as of any hash map.
pub(in super::super) type TextMap<K, V> = HashMap<K, V, BuildHasherDefault<TextHasher>>;

/// A set of short texts.
pub(in super::super) type TextSet<K> = HashSet<K, BuildHasherDefault<TextHasher>>;

/// Eight bytes at a time: several times as quick as the hasher of the standard library, which guards against keys made
/// up by an enemy. Words of a site are made up by nobody.
#[derive(Default)]
pub(in super::super) struct TextHasher(u64);

impl Hasher for TextHasher {
    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let word = match <[u8; 8]>::try_from(chunk) {
                Ok(word) => u64::from_le_bytes(word),
                Err(_) => chunk.iter().fold(chunk.len() as u64, |word, &byte| word << 8 | u64::from(byte)),
            };
            self.write_u64(word);
        }
    }

    fn write_u64(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0x517c_c1b7_2722_0a95);
    }

    fn finish(&self) -> u64 {
        // The map takes the place from the low bits, which a product mixes least.
        self.0 ^ self.0 >> 32
    }
}

/// Numbers of words. Nearly all words are short, and a short one stands in the table itself: to look it up touches
/// nothing else.
#[derive(Debug, Default)]
pub(in super::super) struct WordMap {
    short: TextMap<Short, u32>,
    long: TextMap<Box<str>, u32>,
}

/// A word of at most 24 bytes: its first eight, its middle and its last ones, which overlap in shorter words. All are
/// taken straight to registers; a copy by way of memory would cost more than all the rest.
#[derive(Debug, Eq)]
struct Short {
    first: u64,
    middle: u64,
    last: u64,
    length: u8,
}

impl Short {
    fn new(word: &str) -> Option<Self> {
        let bytes = word.as_bytes();
        let eight = |bytes: Option<&[u8; 8]>| bytes.map(|bytes| u64::from_le_bytes(*bytes));
        // At most 24, so the cast keeps it.
        let length = Some(bytes.len()).filter(|&length| length <= 24)? as u8;
        let Some(first) = eight(bytes.first_chunk()) else {
            let first = bytes.iter().fold(0, |number, &byte| number << 8 | u64::from(byte));
            return Some(Self { first, middle: 0, last: 0, length });
        };
        let middle = eight(bytes.get(8..).and_then(|rest| rest.first_chunk())).unwrap_or_default();
        let last = eight(bytes.last_chunk()).unwrap_or_default();
        Some(Self { first, middle, last, length })
    }
}

impl PartialEq for Short {
    fn eq(&self, other: &Self) -> bool {
        let differ = (self.first ^ other.first) | (self.middle ^ other.middle) | (self.last ^ other.last);
        differ == 0 && self.length == other.length
    }
}

impl Hash for Short {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u64(self.first);
        state.write_u64(self.middle);
        state.write_u64(self.last);
    }
}

impl WordMap {
    /// Whether it has no word.
    pub(in super::super) fn is_empty(&self) -> bool {
        self.short.is_empty() && self.long.is_empty()
    }

    /// The number of a word.
    pub(in super::super) fn get(&self, word: &str) -> Option<u32> {
        match Short::new(word) {
            Some(short) => self.short.get(&short).copied(),
            None => self.long.get(word).copied(),
        }
    }

    /// Gives a word a number.
    pub(in super::super) fn insert(&mut self, word: &str, number: u32) {
        match Short::new(word) {
            Some(short) => self.short.insert(short, number),
            None => self.long.insert(word.into(), number),
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_any_length_are_told_apart() {
        let mut map = WordMap::default();
        let words: Vec<String> = (0..60).flat_map(|n| ["a", "\0", "ж"].map(|letter| letter.repeat(n + 1))).collect();
        (0..).zip(&words).for_each(|(number, word)| map.insert(word, number));
        for (number, word) in (0..).zip(&words) {
            assert_eq!(map.get(word), Some(number), "{word:?}");
        }
        assert_eq!(map.get("b"), None);
    }
}
