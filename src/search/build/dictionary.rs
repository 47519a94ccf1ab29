//! The dictionary: what a query word means on this site. For each stem that a query may have: the word itself, its
//! family, words that mean the same.

use std::collections::btree_map::{self, BTreeMap};
use std::iter::Peekable;

use super::super::thesaurus::Marked;
use super::super::words::{family, hash};
use super::groups::Reference;
use super::layer::{Layer, OTHERS, by_hash};
use super::pack::Bits;

/// A shard has at most about so many bytes, and so many on a small site: more shards make the root script longer, larger
/// ones each question.
const SHARD: usize = 600;
const LEAST: usize = 300;
/// Bits of the mark by which a word is known within its shard.
const MARK_BITS: u32 = 21;

/// What is known of a stem, of the family of that name, or of both.
struct Entry<'a> {
    own: Option<u32>,
    /// In how many units it stands, and its words.
    family: Option<(u32, &'a [u32])>,
    told: &'a Told,
}

/// What the thesaurus tells of a stem.
#[derive(Debug, Default)]
struct Told {
    same: Vec<Reference>,
    light: bool,
    topic: bool,
}

/// Nothing.
static UNTOLD: Told = Told { same: Vec::new(), light: false, topic: false };

/// Bits of a shard's number and the shards.
pub(super) struct Dictionary {
    pub(super) bits: u32,
    pub(super) shards: Vec<Vec<u8>>,
}

/// Makes the dictionary of a layer.
pub(super) fn dictionary(layer: &Layer, references: &[(&str, Reference)], marked: &Marked) -> Dictionary {
    // By family first, since that chooses the shard.
    let mut told: BTreeMap<(String, &str), Told> = BTreeMap::new();
    for (first, reference) in references {
        told.entry((family(first), first)).or_default().same.push(reference.clone());
    }
    for stem in &marked.light {
        told.entry((family(stem), stem)).or_default().light = true;
    }
    for stem in &marked.topics {
        told.entry((family(stem), stem)).or_default().topic = true;
    }
    let mut entries = Entries { told: told.iter().peekable(), encoded: Vec::with_capacity(2 * layer.terms.len()) };
    let mut members: Vec<u32> = Vec::new();
    for terms in layer.by_family().chunk_by(|a, b| a.family == b.family) {
        let Some(family) = terms.first().map(|term| term.family.as_str()) else { continue };
        let units = terms.iter().map(|t| t.units).sum::<u32>().clamp(1, layer.units.max(1));
        members.clear();
        members.extend(terms.iter().map(|t| t.key));
        members.sort_unstable();
        // The family has an entry by its name, which is that of one of its words as often as not.
        let mut whole = Some((units, &members[..]));
        for term in terms {
            if whole.is_some() && family < term.stem.as_str() {
                entries.push(family, family, None, whole.take());
            }
            let of_family = if family == term.stem { whole.take() } else { None };
            entries.push(family, &term.stem, Some(term.key), of_family);
        }
        if whole.is_some() {
            entries.push(family, family, None, whole);
        }
    }
    shards(entries.finish())
}

/// Entries as bits, each with the hash that chooses its shard and its mark there.
struct Entries<'t> {
    /// What is told of words that are still to come.
    told: Peekable<btree_map::Iter<'t, (String, &'t str), Told>>,
    encoded: Vec<(u32, u32, Bits)>,
}

impl Entries<'_> {
    /// Adds an entry; those come in the order of families and words.
    fn push(&mut self, family: &str, word: &str, own: Option<u32>, of_family: Option<(u32, &[u32])>) {
        let order = |((f, w), _): &(&(String, &str), &Told)| (f.as_str(), *w).cmp(&(family, word));
        while let Some(((family, word), told)) = self.told.next_if(|t| order(t).is_lt()) {
            self.encode(family, word, &Entry { own: None, family: None, told });
        }
        let told = self.told.next_if(|t| order(t).is_eq()).map_or(&UNTOLD, |(_, told)| told);
        self.encode(family, word, &Entry { own, family: of_family, told });
    }

    fn encode(&mut self, family: &str, word: &str, entry: &Entry<'_>) {
        self.encoded.push((hash(family), hash(word) & ((1 << MARK_BITS) - 1), bits_of(word, entry)));
    }

    fn finish(mut self) -> Vec<(u32, u32, Bits)> {
        while let Some(((family, word), told)) = self.told.next() {
            self.encode(family, word, &Entry { own: None, family: None, told });
        }
        self.encoded
    }
}

fn shards(mut encoded: Vec<(u32, u32, Bits)>) -> Dictionary {
    let total: usize = encoded.iter().map(|(_, _, b)| b.bytes() + 2).sum();
    let bits = (total / (total / 256).clamp(LEAST, SHARD)).max(1).next_power_of_two().trailing_zeros().min(9);
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
fn bits_of(key: &str, entry: &Entry<'_>) -> Bits {
    let mut out = Bits::default();
    let Told { same, light, topic } = entry.told;
    out.flag(entry.own.is_some());
    out.flag(entry.family.is_some());
    let more = !same.is_empty() || *light || *topic;
    out.flag(more);
    if more {
        out.flag(!same.is_empty());
        out.flag(*light);
        out.flag(*topic);
    }
    if let Some(own) = entry.own {
        word(own, Some(by_hash(key)), &mut out);
    }
    if let Some((units, members)) = entry.family {
        out.number(u64::from(units) - 1, 2);
        // Most families have one word, and most of these go by its name.
        let alone = entry.own.is_some_and(|own| *members == [own]);
        out.flag(alone);
        if !alone {
            out.number(members.len() as u64 - 1, 0);
            members.iter().for_each(|&member| word(member, None, &mut out));
        }
    }
    if !same.is_empty() {
        out.number(same.len() as u64 - 1, 0);
        for synonym in same {
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
