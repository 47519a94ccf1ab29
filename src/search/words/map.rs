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

/// A word with its length in the last byte.
#[derive(Debug, PartialEq, Eq)]
struct Short([u64; 3]);

impl Short {
    fn new(word: &str) -> Option<Self> {
        let mut bytes = [0; 24];
        let (letters, length) = bytes.split_at_mut(23);
        letters.get_mut(..word.len())?.copy_from_slice(word.as_bytes());
        // At most 23, so the cast keeps it.
        length.fill(word.len() as u8);
        let mut words = [0; 3];
        for (word, bytes) in words.iter_mut().zip(bytes.as_chunks().0) {
            *word = u64::from_le_bytes(*bytes);
        }
        Some(Self(words))
    }
}

impl Hash for Short {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.iter().for_each(|word| state.write_u64(*word));
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
        let words: Vec<String> = (0..60).flat_map(|n| ["a".repeat(n), format!("{}\0", "a".repeat(n))]).collect();
        (0..).zip(&words).for_each(|(number, word)| map.insert(word, number));
        for (number, word) in (0..).zip(&words) {
            assert_eq!(map.get(word), Some(number), "{word:?}");
        }
        assert_eq!(map.get("b"), None);
    }
}
