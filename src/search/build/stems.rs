//! The stems of a layer: each memory has its own places for them, here each has one number.

use super::super::memory::Memory;
use super::super::weigh::Weighed;

/// No number.
const NONE: u32 = u32::MAX;

/// Every stem that a sheet has, by the order of its letters.
pub(super) struct Stems<'m> {
    /// By memory and place in it.
    numbers: Vec<Vec<u32>>,
    /// With the end of its weights, when those of one stem stand after those of the stem before.
    stems: Vec<(&'m str, usize)>,
}

/// A stem as one memory has it.
struct Known<'m> {
    /// See [`head`].
    head: u128,
    stem: &'m str,
    memory: usize,
    place: usize,
    weights: u32,
}

impl<'m> Stems<'m> {
    /// The stems of sheets that were weighed with these memories.
    pub(super) fn new(sheets: &[&Weighed], memories: &'m [Memory]) -> Self {
        let mut numbers: Vec<Vec<u32>> = memories.iter().map(|memory| vec![0; memory.len()]).collect();
        for weighed in sheets {
            let Some(counts) = numbers.get_mut(weighed.memory()) else { continue };
            for (word, weights) in weighed.words() {
                if let Some(count) = counts.get_mut(word as usize) {
                    *count += u32::try_from(weights.len()).unwrap_or_default();
                }
            }
        }
        let mut known: Vec<Known<'m>> = Vec::new();
        for (number, (memory, counts)) in memories.iter().zip(&mut numbers).enumerate() {
            for (place, count) in (0..).zip(counts) {
                let weights = std::mem::replace(count, NONE);
                if weights > 0 {
                    let stem = memory.stem(place);
                    known.push(Known { head: head(stem), stem, memory: number, place: place as usize, weights });
                }
            }
        }
        known.sort_unstable_by(|a, b| (a.head, a.stem).cmp(&(b.head, b.stem)));
        let mut stems: Vec<(&str, usize)> = Vec::new();
        let mut end = 0;
        for same in known.chunk_by(|a, b| a.stem == b.stem) {
            for known in same {
                end += known.weights as usize;
                if let Some(number) = numbers.get_mut(known.memory).and_then(|m| m.get_mut(known.place)) {
                    *number = u32::try_from(stems.len()).unwrap_or(NONE);
                }
            }
            stems.extend(same.first().map(|known| (known.stem, end)));
        }
        Self { numbers, stems }
    }

    /// The stems with the end of the weights of each.
    pub(super) fn ends(&self) -> impl Iterator<Item = (&'m str, usize)> {
        self.stems.iter().copied()
    }

    /// The number of a stem by its place in a memory.
    pub(super) fn number(&self, memory: usize, place: u32) -> usize {
        self.numbers.get(memory).and_then(|numbers| numbers.get(place as usize)).map_or(NONE, |number| *number) as usize
    }
}

/// The first bytes of a word as a number. It puts words in the order of their letters, and nearly all are told apart by
/// it; a sort that asks for it first has little to read.
pub(super) fn head(stem: &str) -> u128 {
    let mut head = [0; 16];
    for (to, from) in head.iter_mut().zip(stem.bytes()) {
        *to = from;
    }
    u128::from_be_bytes(head)
}
