//! The files of an index read back, as the browser reads them.

use serde_json::Value;

use super::super::build::{BY_HEADING, Index, OTHERS, STEP, class, stems};
use super::super::thesaurus::stop_words;
use super::super::words::{Stemmers, hash};
use super::unpack::{Bits, bytes, text};
use crate::base::ascii_slug;

/// Bits of the mark by which a word is known within its shard, and what steps are cheapest.
const MARK_BITS: u32 = 21;
const STEP_OF_KEYS: u32 = 6;
/// The same for related words.
const NEAR_MARK_BITS: u32 = 19;
const STEP_OF_NEAR: u32 = 8;

/// A layer of an index, ready to be read.
pub(super) struct Shards {
    pub(super) units: u64,
    bits: u32,
    slot_bits: u32,
    place_bits: u32,
    coarse: u32,
    /// The kinds of units that there are.
    kinds: Vec<u64>,
    dict: Vec<Vec<u8>>,
    near_bits: u32,
    near: Vec<Vec<u8>>,
    /// Hashes of the questions to which the texts are silent.
    silent: Vec<u64>,
    same: Vec<(u64, Vec<u8>)>,
    post: Vec<(u64, Vec<u8>)>,
    lex: Vec<(char, Vec<String>)>,
    text: Vec<Piece>,
    pub(super) stop: Vec<&'static str>,
    pub(super) stemmers: Stemmers,
}

/// Units of one kind and sheet in a row.
struct Piece {
    first: u64,
    page: String,
    /// A line for each.
    units: Vec<String>,
}

/// What is shown of a unit.
pub(super) struct Shown<'a> {
    /// `2.4/7`, for clauses, items and sections.
    pub(super) address: Option<String>,
    /// Page and anchor.
    pub(super) url: String,
    pub(super) text: &'a str,
}

/// What the dictionary says of a stem or family.
#[derive(Clone, Debug, Default)]
pub(super) struct Entry {
    pub(super) own: Option<u64>,
    pub(super) units: u64,
    pub(super) members: Vec<u64>,
    pub(super) same: Vec<Synonym>,
    /// It says little in a question.
    pub(super) light: bool,
    /// It is a topic of its own.
    pub(super) topic: bool,
}

/// What a phrase leads to: a group of the thesaurus.
#[derive(Clone, Debug)]
pub(super) struct Synonym {
    pub(super) rest: Vec<u32>,
    pub(super) group: u64,
    /// Its own place in the group, from one on, or nought.
    pub(super) own: usize,
}

/// Units and weights, each unit once but in the list of a single word.
pub(super) type List = Vec<(u64, u64)>;

impl Shards {
    pub(super) fn new(index: &Index) -> Self {
        let layer = index.root.get("layers").and_then(|l| l.get(0)).cloned().unwrap_or_default();
        let letters = |name: &str| -> &str {
            let file = index.files.get(&format!("search/{name}.js")).map_or("", String::as_str);
            file.split('"').nth(3).unwrap_or_default()
        };
        let number = |key: &str| layer.get(key).and_then(Value::as_u64).unwrap_or_default();
        let small = |key: &str| u32::try_from(number(key)).unwrap_or_default();
        let place_bits = small("places");
        let part = |key: &str, i: usize| layer.get(key).and_then(|r| r.get(i)).and_then(Value::as_str);
        let written = |key: &str| (part(key, 0).unwrap_or_default(), part(key, 1).unwrap_or_default());
        let ranges = |key: &str, step: &dyn Fn(u64, &str) -> u64| -> Vec<(u64, String)> {
            let (steps, names) = written(key);
            let shards = shards_of(0, steps, names, step);
            if layer.get(key).and_then(|r| r.get(2)).is_none() {
                return shards;
            }
            let inner = |(low, name): &(u64, String)| {
                let (steps, names) = letters(name).split_once(',').unwrap_or_default();
                shards_of(*low, steps, names, step)
            };
            shards.iter().flat_map(inner).collect()
        };
        let mut text_shards = Vec::new();
        for (low, name) in ranges("text", &|from, step| stepped(from, step, place_bits)) {
            pieces(low, &text(letters(&name)), place_bits, &mut text_shards);
        }
        let numbered = |key: &str| -> Vec<(u64, Vec<u8>)> {
            let shards = ranges(key, &|from, step| from + u64::from_str_radix(step, 36).unwrap_or_default());
            shards.into_iter().map(|(low, name)| (low, bytes(letters(&name)))).collect()
        };
        let (heads, lex) = written("lex");
        let head = |text: &str| text.chars().next().unwrap_or_default();
        let lex = heads.split(' ').zip(names(lex)).map(|(h, name)| (head(h), stems(&text(letters(&name)))));
        let all = |key: &str| -> Vec<Vec<u8>> {
            names(layer.get(key).and_then(Value::as_str).unwrap_or_default())
                .map(|name| bytes(letters(&name)))
                .collect()
        };
        let kinds = number("kinds");
        Self {
            units: number("units"),
            bits: small("bits"),
            slot_bits: small("slots"),
            place_bits,
            coarse: small("coarse"),
            kinds: (0..64).filter(|k| kinds >> k & 1 == 1).collect(),
            dict: all("dict"),
            near_bits: small("nearBits"),
            near: all("near"),
            silent: layer
                .get("silent")
                .and_then(Value::as_array)
                .into_iter()
                .flatten()
                .filter_map(Value::as_u64)
                .collect(),
            same: numbered("same"),
            post: numbered("post"),
            lex: lex.collect(),
            text: text_shards,
            stop: stop_words(),
            stemmers: Stemmers::default(),
        }
    }

    /// The kind of a unit is part of its number.
    pub(super) fn kind(&self, unit: u64) -> u64 {
        let place = unit >> (self.place_bits + self.slot_bits);
        usize::try_from(place).ok().and_then(|p| self.kinds.get(p)).copied().unwrap_or_default()
    }

    /// What the dictionary says of a stem, and of the family that it belongs to.
    pub(super) fn look_up(&self, stem: &str, family: &str) -> (Option<Entry>, Option<Entry>) {
        let place = if self.bits == 0 { 0 } else { (hash(family) >> (32 - self.bits)) as usize };
        let data = self.dict.get(place).map(Vec::as_slice).unwrap_or_default();
        let mark = |text: &str| u64::from(hash(text) & ((1 << MARK_BITS) - 1));
        let (own, kin) = (mark(stem), mark(family));
        let mut found = (None, None);
        let mut bits = Bits::new(data);
        let count = bits.number(5);
        let step = MARK_BITS - count.checked_ilog2().unwrap_or(0);
        let mut last = 0;
        for _ in 0..count {
            last += bits.number(step);
            // A number that the hash tells is told by that of the name of the entry.
            let (entry, has) = entry(&mut bits, if last == kin { family } else { stem });
            if last == own && has.word {
                found.0 = Some(entry.clone());
            }
            if last == kin && has.family {
                found.1 = Some(entry);
            }
        }
        found
    }

    /// The words nearest in meaning to one that the dictionary cannot tell, with weights.
    pub(super) fn near(&self, stem: &str) -> Vec<(u64, u64)> {
        let hash = hash(stem);
        let place = if self.near_bits == 0 { 0 } else { (hash >> (32 - self.near_bits)) as usize };
        let mut bits = Bits::new(self.near.get(place).map(Vec::as_slice).unwrap_or_default());
        let count = bits.number(5);
        let step = NEAR_MARK_BITS - count.checked_ilog2().unwrap_or(0);
        let (own, mut mark) = (u64::from(hash & ((1 << NEAR_MARK_BITS) - 1)), 0);
        for _ in 0..count {
            mark += bits.number(step);
            let mut found = Vec::new();
            let (mut last, mut level) = (0, 15);
            for i in 0..=bits.number(0) {
                last = if i == 0 { bits.take(16).cast_signed() } else { last + bits.signed(STEP_OF_NEAR) };
                level -= bits.number(1).min(level);
                found.push((last.cast_unsigned(), 15 + 7 * level / 3));
            }
            if mark == own {
                return found;
            }
        }
        Vec::new()
    }

    /// Whether the texts are silent to a question in these very words.
    pub(super) fn is_silent(&self, wording: &str) -> bool {
        self.silent.contains(&u64::from(hash(wording)))
    }

    /// Where a word stands: units and weights, rows of units written out.
    pub(super) fn postings(&self, key: u64) -> Vec<(u64, u64)> {
        let mut out = Vec::new();
        let at = self.post.partition_point(|(low, _)| *low <= key);
        let Some((low, data)) = at.checked_sub(1).and_then(|at| self.post.get(at)) else { return out };
        let mut bits = Bits::new(data);
        let mut other = *low;
        for _ in 0..bits.number(STEP_OF_KEYS) {
            other += bits.number(STEP_OF_KEYS);
            out.clear();
            self.list(&mut bits, &mut out);
            if other == key {
                return out;
            }
        }
        Vec::new()
    }

    /// The weight of a group of the thesaurus, and where each of its phrases stands.
    pub(super) fn group(&self, number: u64) -> (u64, Vec<List>) {
        let at = self.same.partition_point(|(low, _)| *low <= number);
        let Some((low, data)) = at.checked_sub(1).and_then(|at| self.same.get(at)) else { return (0, Vec::new()) };
        let mut bits = Bits::new(data);
        let mut other = *low;
        for _ in 0..bits.number(3) {
            other += bits.number(1);
            let weight = bits.take(6);
            let mut lists = Vec::new();
            for _ in 0..=bits.number(2) {
                let mut list = List::new();
                if bits.flag() {
                    self.list(&mut bits, &mut list);
                }
                lists.push(list);
            }
            if other == number {
                return (weight, lists);
            }
        }
        (0, Vec::new())
    }

    fn list(&self, bits: &mut Bits<'_>, out: &mut Vec<(u64, u64)>) {
        let count = bits.number(0) + 1;
        let step = self.slot_bits.saturating_sub(count.ilog2() + 1);
        let width = 6 - self.coarse;
        let mut next = 0;
        for _ in 0..count {
            let group = next + bits.number(step);
            next = group + 1;
            let mut first = 0;
            for _ in 0..=bits.number(0) {
                first += bits.number(1);
                let (mut weight, mut row) = (bits.take(width), 1);
                if weight == 0 {
                    row = bits.number(0) + 2;
                    weight = bits.take(width);
                }
                let from = (group << self.place_bits) + first;
                out.extend((from..from + row).map(|unit| (unit, weight << self.coarse)));
            }
        }
    }

    /// The stems of the site whose first letter is of the same class.
    pub(super) fn alike(&self, letter: char) -> &[String] {
        let class = class(letter);
        self.lex.iter().rev().find(|(head, _)| *head <= class).map(|(_, l)| l.as_slice()).unwrap_or_default()
    }

    /// Address and place (`page.html#anchor`) of a unit.
    pub(super) fn shown(&self, unit: u64) -> Option<Shown<'_>> {
        let at = self.text.partition_point(|piece| piece.first <= unit).checked_sub(1)?;
        let Piece { first, page, units } = self.text.get(at)?;
        let mut fields = units.get(usize::try_from(unit - first).ok()?)?.split('\t');
        let mut anchor = fields.next()?.to_owned();
        let text = fields.next().unwrap_or_default();
        let path = fields.next().unwrap_or_default();
        if let Some(number) = anchor.strip_prefix(BY_HEADING) {
            let end = if number.is_empty() { String::new() } else { format!("-{number}") };
            anchor = ascii_slug(path.rsplit(STEP).next().unwrap_or_default()) + &end;
        }
        let url = if anchor.contains(".html") {
            anchor
        } else if anchor.is_empty() {
            page.clone()
        } else {
            format!("{page}#{anchor}")
        };
        Some(Shown { address: fields.next().filter(|a| !a.is_empty()).map(str::to_owned), url, text })
    }
}

/// Shards with what each begins at.
fn shards_of(mut low: u64, steps: &str, shards: &str, step: &dyn Fn(u64, &str) -> u64) -> Vec<(u64, String)> {
    let shard = |(written, name)| {
        low = step(low, written);
        (low, name)
    };
    steps.split(' ').zip(names(shards)).map(shard).collect()
}

/// Names of five letters each.
fn names(text: &str) -> impl Iterator<Item = String> {
    text.as_bytes().chunks(5).map(|name| String::from_utf8_lossy(name).into_owned())
}

/// The number of a unit after a step: of its group, then of the place in it.
fn stepped(from: u64, step: &str, place_bits: u32) -> u64 {
    let (group, place) = step.split_once(':').unwrap_or((step, "0"));
    let read = |n: &str| u64::from_str_radix(n, 36).unwrap_or_default();
    (((from >> place_bits) + read(group)) << place_bits) + read(place)
}

fn pieces(low: u64, text: &str, place_bits: u32, out: &mut Vec<Piece>) {
    let mut first = low;
    for piece in text.split("\n\n") {
        let mut lines = piece.split('\n');
        let mut head = lines.next().unwrap_or_default().split('\t');
        first = stepped(first, head.next().unwrap_or_default(), place_bits);
        let page = head.next().unwrap_or_default().to_owned();
        out.push(Piece { first, page, units: lines.map(str::to_owned).collect() });
    }
}

/// What an entry speaks of.
struct Has {
    word: bool,
    family: bool,
}

/// The number of a word; nothing when its hash tells it.
fn word(bits: &mut Bits<'_>, by_hash: bool) -> Option<u64> {
    if bits.flag() {
        return Some(bits.take(16));
    }
    if by_hash && bits.flag() {
        return None;
    }
    Some(bits.take(20) + u64::from(OTHERS))
}

/// An entry, read as that of a name.
fn entry(bits: &mut Bits<'_>, name: &str) -> (Entry, Has) {
    let mut entry = Entry::default();
    let (own, family, more) = (bits.flag(), bits.flag(), bits.flag());
    let same = more && bits.flag();
    if more {
        (entry.light, entry.topic) = (bits.flag(), bits.flag());
    }
    if own {
        entry.own = word(bits, true).or_else(|| Some(u64::from(OTHERS + (hash(name) >> 12))));
    }
    if family {
        entry.units = bits.number(2) + 1;
        if bits.flag() {
            entry.members.extend(entry.own);
        } else {
            entry.members = (0..=bits.number(0)).filter_map(|_| word(bits, false)).collect();
        }
    }
    if same {
        for _ in 0..=bits.number(0) {
            let rest = (0..bits.number(0)).filter_map(|_| u32::try_from(bits.take(32)).ok()).collect();
            let (group, own) = (bits.number(7), bits.number(2));
            entry.same.push(Synonym { rest, group, own: usize::try_from(own).unwrap_or_default() });
        }
    }
    (entry, Has { word: own || more, family })
}
