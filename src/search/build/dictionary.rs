//! The dictionary: what a query word means on this site. For each stem that a query may have: the word itself, its
//! family, words that mean the same.

use std::collections::BTreeMap;

use super::super::thesaurus::Marked;
use super::super::words::{family, hash};
use super::groups::Reference;
use super::layer::{Layer, OTHERS, by_hash};
use super::pack::Bits;

/// A shard has about so many bytes.
const SHARD: usize = 600;
/// Bits of the mark by which a word is known within its shard.
const MARK_BITS: u32 = 21;

/// What is known of a stem, of the family of that name, or of both.
#[derive(Debug, Default)]
struct Entry {
    own: Option<u32>,
    family: Option<(u32, Vec<u32>)>,
    same: Vec<Reference>,
    light: bool,
    topic: bool,
}

/// Bits of a shard's number and the shards.
pub(super) struct Dictionary {
    pub(super) bits: u32,
    pub(super) shards: Vec<Vec<u8>>,
}

/// Makes the dictionary of a layer.
pub(super) fn dictionary(layer: &Layer, references: &[(&str, Reference)], marked: &Marked) -> Dictionary {
    // By family first, since that chooses the shard.
    let mut entries: BTreeMap<(String, String), Entry> = BTreeMap::new();
    for (family, terms) in layer.families() {
        let key = (family.to_owned(), family.to_owned());
        let units = terms.iter().map(|t| t.units).sum::<u32>().min(layer.units);
        let mut members: Vec<u32> = terms.iter().map(|t| t.key).collect();
        members.sort_unstable();
        entries.entry(key).or_default().family = Some((units.max(1), members));
        for term in terms {
            entries.entry((family.to_owned(), term.stem.clone())).or_default().own = Some(term.key);
        }
    }
    for (first, reference) in references {
        entries.entry((family(first), (*first).to_owned())).or_default().same.push(reference.clone());
    }
    for stem in &marked.light {
        entries.entry((family(stem), stem.clone())).or_default().light = true;
    }
    for stem in &marked.topics {
        entries.entry((family(stem), stem.clone())).or_default().topic = true;
    }
    encode(&entries)
}

fn encode(entries: &BTreeMap<(String, String), Entry>) -> Dictionary {
    let mut encoded: Vec<(u32, u32, Bits)> = entries
        .iter()
        .map(|((family, key), entry)| (hash(family), hash(key) & ((1 << MARK_BITS) - 1), bits_of(key, entry)))
        .collect();
    let total: usize = encoded.iter().map(|(_, _, b)| b.bytes() + 2).sum();
    let bits = (total / SHARD).max(1).next_power_of_two().trailing_zeros().min(9);
    let shard = |h: u32| if bits == 0 { 0 } else { (h >> (32 - bits)) as usize };
    encoded.sort_unstable_by_key(|(h, mark, _)| (shard(*h), *mark));
    // Two words with one mark in one shard: the first stays, which is rarer than a misprint.
    encoded.dedup_by_key(|(h, mark, _)| (shard(*h), *mark));
    let mut shards = vec![Vec::new(); 1 << bits];
    for together in encoded.chunk_by(|a, b| shard(a.0) == shard(b.0)) {
        let Some(shard) = together.first().and_then(|t| shards.get_mut(shard(t.0))) else { continue };
        let count = together.len() as u64;
        let mut out = Bits::default();
        out.number(count, 5);
        let mut last = 0;
        for (_, mark, entry) in together {
            out.number(u64::from(mark - last), MARK_BITS - count.ilog2());
            last = *mark;
            out.append(entry);
        }
        *shard = out.into_bytes();
    }
    Dictionary { bits, shards }
}

/// An entry as bits. Three say what it has: a word of its own, a family, more; then three for "more": words of the same
/// meaning, whether it says little, whether it is a topic.
fn bits_of(key: &str, entry: &Entry) -> Bits {
    let mut out = Bits::default();
    out.flag(entry.own.is_some());
    out.flag(entry.family.is_some());
    let more = !entry.same.is_empty() || entry.light || entry.topic;
    out.flag(more);
    if more {
        out.flag(!entry.same.is_empty());
        out.flag(entry.light);
        out.flag(entry.topic);
    }
    if let Some(own) = entry.own {
        word(own, Some(by_hash(key)), &mut out);
    }
    if let Some((units, members)) = &entry.family {
        out.number(u64::from(*units) - 1, 2);
        // Most families have one word, and most of these go by its name.
        let alone = entry.own.is_some_and(|own| members[..] == [own]);
        out.flag(alone);
        if !alone {
            out.number(members.len() as u64 - 1, 0);
            members.iter().for_each(|&member| word(member, None, &mut out));
        }
    }
    if !entry.same.is_empty() {
        out.number(entry.same.len() as u64 - 1, 0);
        for synonym in &entry.same {
            out.number(synonym.rest.len() as u64, 0);
            for h in &synonym.rest {
                out.put(u64::from(*h), 32);
            }
            out.number(u64::from(synonym.group), 7);
            out.number(u64::from(synonym.own), 2);
        }
    }
    out
}

/// The number of a word: in the table, or as its hash says when the hash is known to the reader, or written out.
fn word(number: u32, by_hash: Option<u32>, out: &mut Bits) {
    out.flag(number < OTHERS);
    if number < OTHERS {
        out.put(u64::from(number), 16);
        return;
    }
    if let Some(expected) = by_hash {
        out.flag(number == expected);
        if number == expected {
            return;
        }
    }
    out.put(u64::from(number - OTHERS), 20);
}
