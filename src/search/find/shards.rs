//! The files of an index read back, as the browser reads them.

use serde_json::Value;

use super::super::build::{Index, class, family_key};
use super::super::thesaurus::stop_words;
use super::super::words::{Stemmers, hash};

/// A layer of an index, ready to be read.
pub(super) struct Shards {
    pub(super) units: u64,
    bits: u32,
    dict: Vec<Vec<u8>>,
    post: Vec<(u64, Vec<u8>)>,
    lex: Vec<(char, Vec<String>)>,
    /// First unit, page, and the units as they are written, by piece.
    text: Vec<(u64, Value)>,
    pub(super) stop: Vec<&'static str>,
    pub(super) stemmers: Stemmers,
}

/// What the dictionary says of a stem or family.
#[derive(Clone, Debug, Default)]
pub(super) struct Entry {
    pub(super) own: Option<u64>,
    pub(super) units: u64,
    pub(super) members: Vec<u64>,
    /// Word and weight.
    pub(super) near: Vec<(u64, u64)>,
    pub(super) same: Vec<Synonym>,
    /// It says little in a question.
    pub(super) light: bool,
    /// It is a topic of its own.
    pub(super) topic: bool,
}

/// What a phrase leads to.
#[derive(Clone, Debug)]
pub(super) struct Synonym {
    pub(super) rest: Vec<u32>,
    pub(super) weight: u64,
    pub(super) targets: Vec<u64>,
}

/// Reads bytes one after the other; past the end come zeros.
struct Reader<'a> {
    data: &'a [u8],
    at: usize,
}

impl Reader<'_> {
    fn byte(&mut self) -> u8 {
        let byte = self.data.get(self.at).copied().unwrap_or(0);
        self.at += 1;
        byte
    }

    fn number(&mut self) -> u64 {
        let mut n = 0;
        for shift in (0..63).step_by(7) {
            let byte = self.byte();
            n |= u64::from(byte & 127) << shift;
            if byte < 128 {
                break;
            }
        }
        n
    }

    fn more(&self) -> bool {
        self.at < self.data.len()
    }
}

impl Shards {
    pub(super) fn new(index: &Index) -> Self {
        let layer = index.root.get("layers").and_then(|l| l.get(0)).cloned().unwrap_or_default();
        let body = |name: &str| -> Option<&str> {
            let file = index.files.get(&format!("search/{name}.js"))?;
            file.split_once(',')?.1.strip_suffix(");\n")
        };
        let bytes = |name: &str| body(name).and_then(|b| Some(decoded(b.strip_prefix('"')?.strip_suffix('"')?)));
        let list = |key: &str| -> Vec<(Value, String)> {
            let pairs = layer.get(key).and_then(Value::as_array).cloned().unwrap_or_default();
            let pair = |p: &Value| Some((p.get(0)?.clone(), p.get(1)?.as_str()?.to_owned()));
            pairs.iter().filter_map(pair).collect()
        };
        let number = |v: &Value| v.as_u64().unwrap_or_default();
        let ranges = |key: &str| -> Vec<(u64, String)> {
            let text = layer.get(key).and_then(Value::as_str).unwrap_or_default();
            let mut low = 0;
            let mut parts = text.split(' ');
            let mut out = Vec::new();
            while let (Some(step), Some(name)) = (parts.next(), parts.next()) {
                low += u64::from_str_radix(step, 36).unwrap_or_default();
                out.push((low, name.to_owned()));
            }
            out
        };
        let dict = layer.get("dict").and_then(Value::as_str).unwrap_or_default();
        let mut text = Vec::new();
        for (_, name) in ranges("text") {
            let pieces: Value = body(&name).and_then(|b| serde_json::from_str(b).ok()).unwrap_or_default();
            for piece in pieces.as_array().into_iter().flatten() {
                text.push((piece.get(0).map(number).unwrap_or_default(), piece.clone()));
            }
        }
        Self {
            units: layer.get("units").map(number).unwrap_or_default(),
            bits: layer.get("bits").map(number).and_then(|b| u32::try_from(b).ok()).unwrap_or_default(),
            dict: dict.split(' ').map(|name| bytes(name).unwrap_or_default()).collect(),
            post: ranges("post").iter().map(|(low, name)| (*low, bytes(name).unwrap_or_default())).collect(),
            lex: list("lex")
                .iter()
                .map(|(head, name)| {
                    let text: String = body(name).and_then(|b| serde_json::from_str(b).ok()).unwrap_or_default();
                    let head = head.as_str().and_then(|h| h.chars().next()).unwrap_or_default();
                    (head, text.split(' ').map(str::to_owned).collect())
                })
                .collect(),
            text,
            stop: stop_words(),
            stemmers: Stemmers::default(),
        }
    }

    /// The entries of a stem and of its family.
    pub(super) fn look_up(&self, stem: &str, family: &str) -> (Option<Entry>, Option<Entry>) {
        let place = if self.bits == 0 { 0 } else { (hash(family) >> (32 - self.bits)) as usize };
        let data = self.dict.get(place).map(Vec::as_slice).unwrap_or_default();
        let mark = |text: &str| u64::from(hash(text) & 0x1f_ffff);
        let (stem, family) = (mark(stem), mark(&family_key(family)));
        let mut reader = Reader { data, at: 0 };
        let mut found = (None, None);
        let mut last = 0;
        while reader.more() {
            last += reader.number();
            let entry = entry(&mut reader);
            if last == stem {
                found.0 = Some(entry.clone());
            }
            if last == family {
                found.1 = Some(entry);
            }
        }
        found
    }

    /// Where a word stands: units and weights, rows of units written out.
    pub(super) fn postings(&self, key: u64) -> Vec<(u64, u64)> {
        let Some((low, data)) = self.post.iter().rev().find(|(low, _)| *low <= key) else { return Vec::new() };
        let mut reader = Reader { data, at: 0 };
        let mut at = *low;
        while reader.more() {
            at += reader.number();
            let length = usize::try_from(reader.number()).unwrap_or(usize::MAX);
            let end = reader.at.saturating_add(length);
            if at == key {
                return postings(&mut reader, end);
            }
            reader.at = end;
        }
        Vec::new()
    }

    /// The stems of the site whose first letter is of the same class.
    pub(super) fn alike(&self, letter: char) -> &[String] {
        let class = class(letter);
        self.lex.iter().rev().find(|(head, _)| *head <= class).map(|(_, l)| l.as_slice()).unwrap_or_default()
    }

    /// Address and place (`page.html#anchor`) of a unit.
    pub(super) fn shown(&self, unit: u64) -> Option<(Option<String>, String)> {
        let (first, piece) = self.text.iter().rev().find(|(first, _)| *first <= unit)?;
        let own = piece.get(6)?.get(usize::try_from(unit - first).ok()?)?;
        let page = piece.get(1)?.as_str()?;
        let anchor = own.get(0)?.as_str()?;
        let url = if anchor.contains(".html") {
            anchor.to_owned()
        } else if anchor.is_empty() {
            page.to_owned()
        } else {
            format!("{page}#{anchor}")
        };
        Some((own.get(3).and_then(Value::as_str).map(str::to_owned), url))
    }
}

fn entry(reader: &mut Reader<'_>) -> Entry {
    let mut entry = Entry::default();
    let flags = reader.byte();
    entry.light = flags & 16 != 0;
    entry.topic = flags & 32 != 0;
    if flags & 1 != 0 {
        entry.own = Some(reader.number());
    }
    if flags & 2 != 0 {
        entry.units = reader.number();
        let mut last = 0;
        for _ in 0..reader.number() {
            last += reader.number();
            entry.members.push(last);
        }
    }
    if flags & 4 != 0 {
        let mut last: i64 = 0;
        for _ in 0..reader.number() {
            let code = reader.number();
            let step = (code / 16).cast_signed();
            last += (step >> 1) ^ -(step & 1);
            entry.near.push((last.cast_unsigned(), 15 + 7 * (code % 16) / 3));
        }
    }
    if flags & 8 != 0 {
        for _ in 0..reader.number() {
            let rest = (0..reader.number())
                .map(|_| u32::from_le_bytes([reader.byte(), reader.byte(), reader.byte(), reader.byte()]))
                .collect();
            let weight = u64::from(reader.byte());
            let targets = (0..reader.number()).map(|_| reader.number()).collect();
            entry.same.push(Synonym { rest, weight, targets });
        }
    }
    entry
}

fn postings(reader: &mut Reader<'_>, end: usize) -> Vec<(u64, u64)> {
    let mut out = Vec::new();
    let mut group = 0;
    while reader.at < end {
        let code = reader.number();
        group += code / 4;
        let mut n = code % 4 + 1;
        if n == 4 {
            n += reader.number();
        }
        let mut first = 0;
        for _ in 0..n {
            first += reader.number();
            let weight = reader.byte();
            let count = if weight & 64 != 0 { reader.number() } else { 1 };
            out.extend((0..count).map(|i| (group * 65536 + first + i, u64::from(weight & 63))));
        }
    }
    out
}

fn decoded(text: &str) -> Vec<u8> {
    let value = |b: u8| match b {
        b'A'..=b'Z' => u32::from(b - b'A'),
        b'a'..=b'z' => u32::from(b - b'a') + 26,
        b'0'..=b'9' => u32::from(b - b'0') + 52,
        b'+' => 62,
        _ => 63,
    };
    let mut out = Vec::new();
    for chunk in text.trim_end_matches('=').as_bytes().chunks(4) {
        let n = chunk.iter().fold(0, |n, &b| n << 6 | value(b)) << (6 * (4 - chunk.len()));
        let [_, a, b, c] = n.to_be_bytes();
        out.extend([a, b, c].iter().take(chunk.len() - 1));
    }
    out
}
