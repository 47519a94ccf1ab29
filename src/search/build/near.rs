//! The words near in meaning: for each stem of the table that the site has in no form, those nearest to it that the site
//! has. They stand in shards of their own, since a question needs them only for a word that the dictionary cannot tell.

use super::super::related::TABLE;
use super::super::words::{TextSet, family_into, hash};
use super::groups::Reference;
use super::layer::Layer;
use super::pack::{Bits, zigzag};

/// At most so many related words of a word.
const RELATED: usize = 8;
/// Related words are at least of this level; on a large site, which has more words of its own, of a higher one.
const NEAREST: u8 = 1;
const NEAREST_OF_MANY: u8 = 4;
/// A shard has about so many bytes.
const SHARD: usize = 2400;
/// Bits of the mark by which a word is known within its shard.
const MARK_BITS: u32 = 19;
/// Steps between numbers of words are cheapest around 2 to this power.
const STEP: u32 = 8;

/// Bits of a shard's number and the shards.
#[derive(Default)]
pub(super) struct Near {
    pub(super) bits: u32,
    pub(super) shards: Vec<Vec<u8>>,
}

/// A word of the table with the place of its neighbours in one list of all.
struct Entry {
    hash: u32,
    from: usize,
    to: usize,
}

/// For each stem of the table the nearest words of the site. A word that the site has itself, in any form, and one for
/// which the thesaurus knows what it stands for need none: guesses would only blur what is known.
pub(super) fn near(layer: &Layer, references: &[(&str, Reference)]) -> Near {
    let mut here = vec![false; TABLE.len()];
    for term in &layer.terms {
        if let Some(place) = here.get_mut(term.key as usize) {
            *place = true;
        }
    }
    let known: TextSet<&str> = layer.terms.iter().map(|t| t.family.as_str()).collect();
    let told: TextSet<&str> = references.iter().filter(|(_, r)| r.rest.is_empty()).map(|(stem, _)| *stem).collect();
    let least = if layer.is_large() { NEAREST_OF_MANY } else { NEAREST };
    let mut lists: Vec<(u16, u8)> = Vec::new();
    let mut entries: Vec<Entry> = Vec::new();
    let mut own_family = String::new();
    for id in 0..TABLE.len() {
        if here.get(id).copied().unwrap_or(false) {
            continue;
        }
        let from = lists.len();
        for (other, level) in TABLE.near(id).take_while(|(_, level)| *level >= least) {
            if here.get(other).copied().unwrap_or(false) {
                // The table has fewer stems than 65,536.
                lists.push((other as u16, level));
                if lists.len() - from == RELATED {
                    break;
                }
            }
        }
        if lists.len() == from {
            continue;
        }
        let stem = TABLE.stem(id);
        family_into(stem, &mut own_family);
        if known.contains(own_family.as_str()) || told.contains(stem) {
            lists.truncate(from);
            continue;
        }
        entries.push(Entry { hash: hash(stem), from, to: lists.len() });
    }
    encode(entries, &lists)
}

fn encode(mut entries: Vec<Entry>, lists: &[(u16, u8)]) -> Near {
    // An entry takes some four bytes and two for each neighbour.
    let total = 4 * entries.len() + 2 * lists.len();
    let bits = (total / SHARD).max(1).next_power_of_two().trailing_zeros().min(7);
    let shard = |h: u32| if bits == 0 { 0 } else { (h >> (32 - bits)) as usize };
    let mark = |h: u32| h & ((1 << MARK_BITS) - 1);
    entries.sort_unstable_by_key(|e| (shard(e.hash), mark(e.hash)));
    // Two words with one mark in one shard: the first stays, which is rarer than a misprint.
    entries.dedup_by_key(|e| (shard(e.hash), mark(e.hash)));
    let mut shards = vec![Vec::new(); 1 << bits];
    for together in entries.chunk_by(|a, b| shard(a.hash) == shard(b.hash)) {
        let Some(shard) = together.first().and_then(|t| shards.get_mut(shard(t.hash))) else { continue };
        let count = together.len() as u64;
        let mut out = Bits::default();
        out.number(count, 5);
        let mut last = 0;
        for entry in together {
            out.number(u64::from(mark(entry.hash) - last), MARK_BITS - count.ilog2());
            last = mark(entry.hash);
            neighbours(lists.get(entry.from..entry.to).unwrap_or_default(), &mut out);
        }
        *shard = out.into_bytes();
    }
    Near { bits, shards }
}

/// How many there are, the number of the first, and the steps to the others; with each by how much its level is lower.
fn neighbours(list: &[(u16, u8)], out: &mut Bits) {
    out.number(list.len() as u64 - 1, 0);
    let (mut last, mut before) = (None, 15);
    for &(number, level) in list {
        match last {
            None => out.put(u64::from(number), 16),
            Some(last) => out.number(zigzag(i64::from(number) - last), STEP),
        }
        out.number(u64::from(before - level), 1);
        (last, before) = (Some(i64::from(number)), level);
    }
}
