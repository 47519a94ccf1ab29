//! The dictionary: what a query word means on this site. For each stem that a query may have: the word itself, its
//! family, words that mean the same, words near in meaning.

use std::collections::{BTreeMap, BTreeSet};

use super::super::related::TABLE;
use super::super::thesaurus::{Group, Marked, Phrase};
use super::super::words::{family, hash};
use super::layer::{Layer, OTHERS, by_hash};
use super::pack::{Bits, zigzag};

/// At most so many related words of a query word.
const RELATED: usize = 8;
/// Related words are at least of this level; on a large site, which has more words of its own, of a higher one.
const NEAREST: u8 = 1;
const NEAREST_OF_MANY: u8 = 4;
/// Weight of a word or phrase of the same meaning, of 64, and of one that only belongs together with it.
const SYNONYM: u8 = 58;
const LOOSE: u8 = 36;
/// A shard has about so many bytes.
const SHARD: usize = 700;
/// Bits of the mark by which a word is known within its shard.
const MARK_BITS: u32 = 21;
/// Steps between numbers of related words are cheapest around 2 to this power.
const NEAR_STEP: u32 = 8;

/// What a phrase leads to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Synonym {
    /// Hashes of the stems that must follow the first one in the query.
    rest: Vec<u32>,
    weight: u8,
    /// Numbers of the words that must all stand in the unit.
    targets: Vec<u32>,
}

/// What is known of a stem, of the family of that name, or of both.
#[derive(Debug, Default)]
struct Entry {
    own: Option<u32>,
    family: Option<(u32, Vec<u32>)>,
    /// Number in the table of related words, and the nearest words.
    near: Option<(u32, Vec<(u32, u8)>)>,
    same: Vec<Synonym>,
    light: bool,
    topic: bool,
}

/// Bits of a shard's number and the shards.
pub(super) struct Dictionary {
    pub(super) bits: u32,
    pub(super) shards: Vec<Vec<u8>>,
}

/// Makes the dictionary of a layer; related words only where `with_near` asks for them.
pub(super) fn dictionary(layer: &Layer, groups: &[Group], marked: &Marked, with_near: bool) -> Dictionary {
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
    same(layer, groups, &mut entries);
    if with_near {
        near(layer, &mut entries);
    }
    for stem in &marked.light {
        entries.entry((family(stem), stem.clone())).or_default().light = true;
    }
    for stem in &marked.topics {
        entries.entry((family(stem), stem.clone())).or_default().topic = true;
    }
    encode(&entries)
}

/// For each stem of the table the nearest words of the site. A word that the site has itself, in any form, and one for
/// which the thesaurus knows what it stands for need none: guesses would only blur what is known.
fn near(layer: &Layer, entries: &mut BTreeMap<(String, String), Entry>) {
    let mut here = vec![false; TABLE.len()];
    for term in &layer.terms {
        if let Some(place) = here.get_mut(term.key as usize) {
            *place = true;
        }
    }
    let known: BTreeSet<&str> = layer.terms.iter().map(|t| t.family.as_str()).collect();
    let least = if layer.is_large() { NEAREST_OF_MANY } else { NEAREST };
    for id in 0..TABLE.len() {
        let mut found: Vec<(u32, u8)> = Vec::new();
        for (other, level) in TABLE.near(id) {
            if here.get(other).copied().unwrap_or(false) && level >= least {
                found.push((other as u32, level));
                if found.len() == RELATED {
                    break;
                }
            }
        }
        if found.is_empty() {
            continue;
        }
        let own_family = family(TABLE.stem(id));
        if known.contains(own_family.as_str()) {
            continue;
        }
        let entry = entries.entry((own_family, TABLE.stem(id).to_owned())).or_default();
        if entry.same.iter().all(|s| !s.rest.is_empty()) {
            entry.near = Some((id as u32, found));
        }
    }
}

/// Synonyms whose words the site has.
fn same(layer: &Layer, groups: &[Group], entries: &mut BTreeMap<(String, String), Entry>) {
    let keys = |phrase: &Phrase| -> Option<Vec<u32>> { phrase.iter().map(|s| layer.term(s).map(|t| t.key)).collect() };
    for group in groups {
        for (phrase, _) in &group.entries {
            let Some(first) = phrase.first() else { continue };
            let targets = group.entries.iter().filter(|(other, found)| *found && other != phrase);
            for target in targets.filter_map(|(other, _)| keys(other)) {
                let weight = if group.loose { LOOSE } else { SYNONYM };
                let rest = phrase.iter().skip(1).map(|s| hash(s)).collect();
                let entry = entries.entry((family(first), first.clone())).or_default();
                let synonym = Synonym { rest, weight, targets: target };
                if !entry.same.contains(&synonym) {
                    entry.same.push(synonym);
                }
            }
        }
    }
    for entry in entries.values_mut() {
        entry.same.sort_unstable();
    }
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

/// An entry as bits. Three say what it has: a word of its own, a family, more; then four for "more": related words,
/// words of the same meaning, whether it says little, whether it is a topic.
fn bits_of(key: &str, entry: &Entry) -> Bits {
    let mut out = Bits::default();
    out.flag(entry.own.is_some());
    out.flag(entry.family.is_some());
    let more = entry.near.is_some() || !entry.same.is_empty() || entry.light || entry.topic;
    out.flag(more);
    if more {
        out.flag(entry.near.is_some());
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
    if let Some((id, near)) = &entry.near {
        if entry.own.is_none() {
            out.put(u64::from(*id), 16);
        }
        out.number(near.len() as u64 - 1, 0);
        let (mut last, mut before) = (i64::from(*id), 15);
        for &(other, level) in near {
            out.number(zigzag(i64::from(other) - last), NEAR_STEP);
            out.number(u64::from(before - level), 1);
            (last, before) = (i64::from(other), level);
        }
    }
    if !entry.same.is_empty() {
        out.number(entry.same.len() as u64 - 1, 0);
        for synonym in &entry.same {
            out.number(synonym.rest.len() as u64, 0);
            for h in &synonym.rest {
                out.put(u64::from(*h), 32);
            }
            out.put(u64::from(synonym.weight), 6);
            out.number(synonym.targets.len() as u64 - 1, 0);
            synonym.targets.iter().for_each(|&target| word(target, None, &mut out));
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
