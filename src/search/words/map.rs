//! A map by short texts that is looked into for every word of a site.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

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
            self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0x517c_c1b7_2722_0a95);
        }
    }

    fn finish(&self) -> u64 {
        // The map takes the place from the low bits, which a product mixes least.
        self.0 ^ self.0 >> 32
    }
}
