//! The dictionary: what a query word means on this site. For each stem that a query may have: the word itself, its
//! family, words that mean the same, words near in meaning.

use std::collections::{BTreeMap, BTreeSet};

use super::super::related::TABLE;
use super::super::thesaurus::{Group, Marked, Phrase};
use super::super::words::{family, hash};
use super::bytes::{put, zigzag};
use super::layer::Layer;

/// At most so many related words of a query word.
const RELATED: usize = 8;
/// Related words are at least of this level.
const NEAREST: u8 = 1;
/// Weight of a word or phrase of the same meaning, of 64, and of one that only belongs together with it.
const SYNONYM: u8 = 58;
const LOOSE: u8 = 36;
/// A shard has about so many bytes.
const SHARD: usize = 1300;

/// Bits of what an entry has.
const OWN: u8 = 1;
const FAMILY: u8 = 2;
const NEAR: u8 = 4;
const SAME: u8 = 8;
const LIGHT: u8 = 16;
const TOPIC: u8 = 32;

/// What a phrase leads to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Synonym {
    /// Hashes of the stems that must follow the first one in the query.
    rest: Vec<u32>,
    weight: u8,
    /// Numbers of the words that must all stand in the unit.
    targets: Vec<u32>,
}

#[derive(Debug, Default)]
struct Entry {
    own: Option<u32>,
    family: Option<(u32, Vec<u32>)>,
    near: Vec<(u32, u8)>,
    same: Vec<Synonym>,
    light: bool,
    topic: bool,
}

/// Bits of a shard's number and the shards.
pub(super) struct Dictionary {
    pub(super) bits: u32,
    pub(super) shards: Vec<Vec<u8>>,
}

/// The name under which a family is looked up.
pub(in super::super) fn family_key(family: &str) -> String {
    format!("~{family}")
}

/// Makes the dictionary of a layer; related words only where `with_near` asks for them.
pub(super) fn dictionary(layer: &Layer, groups: &[Group], marked: &Marked, with_near: bool) -> Dictionary {
    // By family first, since that chooses the shard.
    let mut entries: BTreeMap<(String, String), Entry> = BTreeMap::new();
    for (family, terms) in layer.families() {
        let key = (family.to_owned(), family_key(family));
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
    for id in 0..TABLE.len() {
        let mut found: Vec<(u32, u8)> = Vec::new();
        for (other, level) in TABLE.near(id) {
            if here.get(other).copied().unwrap_or(false) && level >= NEAREST {
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
            entry.near = found;
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
    let mut encoded: Vec<(u32, u32, Vec<u8>)> =
        entries.iter().map(|((family, key), entry)| (hash(family), hash(key) & 0x1f_ffff, bytes(entry))).collect();
    let total: usize = encoded.iter().map(|(_, _, b)| b.len() + 2).sum();
    let bits = (total / SHARD).max(1).next_power_of_two().trailing_zeros().min(9);
    let shard = |h: u32| if bits == 0 { 0 } else { (h >> (32 - bits)) as usize };
    encoded.sort_unstable_by_key(|(h, mark, _)| (shard(*h), *mark));
    let mut shards = vec![Vec::new(); 1 << bits];
    let mut last: Option<(usize, u32)> = None;
    for (h, mark, bytes) in &encoded {
        let Some(out) = shards.get_mut(shard(*h)) else { continue };
        let before = match last {
            Some((s, m)) if s == shard(*h) => m,
            _ => 0,
        };
        // Two words with one mark in one shard: the first stays, which is rarer than a misprint.
        if before == *mark && last.is_some_and(|(s, _)| s == shard(*h)) {
            continue;
        }
        put(out, u64::from(mark - before));
        out.extend_from_slice(bytes);
        last = Some((shard(*h), *mark));
    }
    Dictionary { bits, shards }
}

fn bytes(entry: &Entry) -> Vec<u8> {
    let mut flags = 0;
    flags |= if entry.own.is_some() { OWN } else { 0 };
    flags |= if entry.family.is_some() { FAMILY } else { 0 };
    flags |= if entry.near.is_empty() { 0 } else { NEAR };
    flags |= if entry.same.is_empty() { 0 } else { SAME };
    flags |= if entry.light { LIGHT } else { 0 };
    flags |= if entry.topic { TOPIC } else { 0 };
    let mut out = vec![flags];
    if let Some(key) = entry.own {
        put(&mut out, u64::from(key));
    }
    if let Some((units, members)) = &entry.family {
        put(&mut out, u64::from(*units));
        put(&mut out, members.len() as u64);
        let mut last = 0;
        for key in members {
            put(&mut out, u64::from(key - last));
            last = *key;
        }
    }
    if !entry.near.is_empty() {
        put(&mut out, entry.near.len() as u64);
        let mut last = 0i64;
        for &(key, level) in &entry.near {
            put(&mut out, zigzag(i64::from(key) - last) << 4 | u64::from(level));
            last = i64::from(key);
        }
    }
    if !entry.same.is_empty() {
        put(&mut out, entry.same.len() as u64);
        for synonym in &entry.same {
            put(&mut out, synonym.rest.len() as u64);
            for h in &synonym.rest {
                out.extend_from_slice(&h.to_le_bytes());
            }
            out.push(synonym.weight);
            put(&mut out, synonym.targets.len() as u64);
            for key in &synonym.targets {
                put(&mut out, u64::from(*key));
            }
        }
    }
    out
}
