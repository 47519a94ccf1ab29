//! Weighed sheets to the files of the index.
//!
//! One root script with a fixed name says everything that is needed to find the rest: hashed shards of the dictionary
//! (what a query word means here), of related words (for those that the dictionary does not have), of postings (where
//! words stand), of words as texts (for slips) and of result texts.
//! All are classic scripts that call one function, so they load from a disk as from a server.

mod dictionary;
mod groups;
mod layer;
mod lexicon;
mod near;
mod pack;
mod stems;
mod texts;

use std::collections::btree_map::{BTreeMap, Entry};

use serde_json::{Value, json};

use crate::base::OutPath;

use super::frames;
use super::memory::Memory;
use super::thesaurus::{Group, Marked, stop_words};
use super::weigh::{Gathered, Weighed};

pub(super) use layer::OTHERS;
pub(super) use lexicon::{class, stems};
pub(super) use pack::OTHER;
pub(super) use texts::{BY_HEADING, STEP};

/// The fixed name of the root script.
pub(crate) const ROOT: &str = "assets/search-index.js";

/// The version of the form of the files; the browser's script refuses another.
const FORM: u32 = 4;

/// The root script names so many shards of postings, and of texts, by itself, those of some 200,000 units; more stand in
/// directories. Each file that a question asks for costs more than its bytes: work for the browser, and a journey to the
/// server before the next file is known.
const MANY_SHARDS: usize = 8192;
/// A directory has at most such a part of them.
const DIRECTORIES: usize = 16;

/// The index as files.
#[derive(Debug, Default)]
pub(crate) struct Index {
    /// By path.
    pub(super) files: BTreeMap<String, String>,
    /// What the root script says.
    pub(super) root: Value,
    /// The words that mean the same, by which it was made.
    pub(super) groups: Vec<Group>,
    /// So many shards of a kind at most are named by the root script itself.
    most: usize,
}

/// Makes the index: of the texts in force, and apart from it of superseded ones.
pub(super) fn build(gathered: &Gathered, groups: Vec<Group>, marked: &Marked, words: &[(String, String)]) -> Index {
    let index = build_in(MANY_SHARDS, gathered, &groups, marked, words);
    Index { groups, ..index }
}

/// The same, where the root script names at most so many shards of a kind.
fn build_in(most: usize, gathered: &Gathered, groups: &[Group], marked: &Marked, words: &[(String, String)]) -> Index {
    let mut index = Index { most, ..Index::default() };
    let (old, current): (Vec<&Weighed>, Vec<&Weighed>) = gathered.sheets.iter().partition(|w| w.sheet.superseded);
    let mut layers = vec![index.layer(&current, &gathered.memories, groups, marked, true)];
    if !old.is_empty() {
        layers.push(index.layer(&old, &gathered.memories, groups, marked, false));
    }
    let words: serde_json::Map<String, Value> = words.iter().map(|(k, v)| (k.clone(), json!(v))).collect();
    let frames = frames::written();
    index.root = json!({
        "form": FORM,
        "stop": stop_words().join(" "),
        "frames": frames.0,
        "number": frames.1,
        "words": words,
        "layers": layers,
    });
    let root = format!("svodSearch(\"\",{});\n", index.root);
    index.files.insert(ROOT.to_owned(), root);
    index
}

impl Index {
    fn layer(
        &mut self,
        sheets: &[&Weighed],
        memories: &[Memory],
        groups: &[Group],
        marked: &Marked,
        near: bool,
    ) -> Value {
        let mut layer = layer::Layer::new(sheets, memories);
        let same = groups::groups(&layer, groups);
        let dictionary = dictionary::dictionary(&layer, &same.references, marked);
        let dict: String = dictionary.shards.iter().map(|s| self.bytes(s)).collect();
        let near = if near { near::near(&layer, &same.references) } else { near::Near::default() };
        let near_names: String = near.shards.iter().map(|s| self.bytes(s)).collect();
        let post: Vec<(u64, String)> = layer.postings().iter().map(|(low, s)| (*low, self.bytes(s))).collect();
        layer.forget_postings();
        let post = self.ranges(&post, layer::KEY_BITS, &|from, to| pack::base36(to - from));
        let same: Vec<(u64, String)> = same.shards.iter().map(|(low, s)| (*low, self.bytes(s))).collect();
        let same = self.ranges(&same, groups::GROUP_BITS, &|from, to| pack::base36(to - from));
        let mut deflater = pack::Deflater::default();
        let lex: Vec<(char, String)> = lexicon::lexicon(&layer, groups)
            .iter()
            .map(|(head, text)| (*head, self.shard(&pack::deflated(text, &mut deflater))))
            .collect();
        let (heads, lex): (Vec<String>, String) = lex.into_iter().map(|(head, name)| (head.to_string(), name)).unzip();
        let mut text: Vec<(u64, String)> = Vec::new();
        texts::texts(sheets, &layer, |low, s| text.push((low, self.shard(&pack::deflated(s, &mut deflater)))));
        let step = |from, to| texts::step(from, to, layer.place_bits);
        let text = self.ranges(&text, layer.number_bits(), &step);
        let audiences: Vec<Value> =
            layer::audiences(sheets, &layer.slots).into_iter().map(|(slot, bits)| json!([slot, bits])).collect();
        json!({
            "units": layer.units,
            "kinds": layer.kinds,
            "slots": layer.slot_bits,
            "places": layer.place_bits,
            "coarse": layer.coarse,
            "audiences": audiences,
            "bits": dictionary.bits,
            "dict": dict,
            "nearBits": near.bits,
            "near": near_names,
            "silent": layer.silent(),
            "same": same,
            "post": post,
            "lex": [heads.join(" "), lex],
            "text": text,
        })
    }

    /// Shards with what each begins at: the steps from one to the next in one text, the names, all of one length, in
    /// another. Where there are many, they are those of directories, shards that say the same of some shards each.
    fn ranges(&mut self, shards: &[(u64, String)], bits: u32, step: &dyn Fn(u64, u64) -> String) -> Value {
        let written = |shards: &[(u64, String)], mut last: u64| -> (String, String) {
            let mut steps = Vec::new();
            for (low, _) in shards {
                steps.push(step(last, *low));
                last = *low;
            }
            (steps.join(" "), shards.iter().map(|(_, name)| name.as_str()).collect())
        };
        if shards.len() <= self.most {
            let (steps, names) = written(shards, 0);
            return json!([steps, names]);
        }
        let mut directories = Vec::new();
        for (_, from, to) in pack::halve(shards, &|s| s.0, &|_| 1, bits, self.most / DIRECTORIES) {
            let shards = shards.get(from..to).unwrap_or_default();
            // It is known by its first shard, since a shard may reach into the next range.
            let low = shards.first().map_or(0, |s| s.0);
            let (steps, names) = written(shards, low);
            directories.push((low, self.shard(&format!("{steps},{names}"))));
        }
        let (steps, names) = written(&directories, 0);
        json!([steps, names, 1])
    }

    /// A shard of bytes; an empty one needs no file.
    fn bytes(&mut self, shard: &[u8]) -> String {
        if shard.is_empty() {
            return "-----".to_owned();
        }
        self.shard(&pack::letters(shard))
    }

    /// A shard that is letters already.
    fn shard(&mut self, letters: &str) -> String {
        let mut name = String::new();
        // Two contents with one hash are as rare as can be, and still must not become one.
        for salt in 0..=u8::MAX {
            name = pack::name(letters.as_bytes(), salt);
            let file = format!("svodSearch(\"{name}\",\"{letters}\");\n");
            match self.files.entry(format!("search/{name}.js")) {
                Entry::Vacant(place) => {
                    place.insert(file);
                    break;
                }
                Entry::Occupied(other) if *other.get() == file => break,
                Entry::Occupied(_) => {}
            }
        }
        name
    }

    /// All files as one text of JSON, contents by name, for a page that holds its index in itself. Nothing in it can
    /// end the element in which it stands.
    pub(crate) fn held(&self) -> String {
        let entries = self.files.values().filter_map(|file| {
            let (name, contents) = file.strip_prefix("svodSearch(")?.strip_suffix(");\n")?.split_once(',')?;
            Some(format!("{name}:{contents}"))
        });
        format!("{{{}}}", entries.collect::<Vec<_>>().join(",")).replace('<', "\\u003c")
    }

    /// The files with their paths.
    pub(crate) fn into_files(self) -> Vec<(OutPath, Vec<u8>)> {
        self.files.into_iter().map(|(path, text)| (OutPath::from_steps(&path), text.into_bytes())).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::find::Finder;
    use super::super::thesaurus::{Marked, school};
    use super::super::unit::{Kind, Sheet, Unit};
    use super::super::weigh::weigh;
    use super::super::words::Stemmers;
    use super::*;

    /// Pages of made words, some of which are on many pages.
    fn pages() -> Gathered {
        let mut memory = Memory::new(0);
        let word = |n: u32| -> String {
            (0..4).map(|i| ["ба", "ду", "ки", "ро"][(n >> (2 * i) & 3) as usize]).collect()
        };
        let sheet = |page: u32| {
            let text = |unit: u32| (0..40).map(|i| word(page * 37 + unit * 5 + i * i)).collect::<Vec<_>>().join(" ");
            let units = (0..4).map(|unit| Unit::new(Kind::Page, Some(format!("u{unit}")), text(unit))).collect();
            let page = format!("p{page}.html");
            Sheet { key: page.clone(), page: OutPath::new(&page).ok(), units, ..Sheet::default() }
        };
        let sheets = (0..200).map(|page| weigh(sheet(page), &mut memory)).collect();
        Gathered { sheets, memories: vec![memory] }
    }

    #[test]
    fn shards_are_found_through_directories() {
        let (stop, stemmers) = (stop_words(), Stemmers::default());
        let (pages, groups) = (pages(), school(&stop, &stemmers));
        let marked = Marked::new(&stemmers);
        let named = build_in(10_000, &pages, &groups, &marked, &[]);
        let through = build_in(48, &pages, &groups, &marked, &[]);
        let has_directories = |index: &Index, key: &str| index.root["layers"][0][key].get(2).is_some();
        for key in ["post", "text"] {
            assert!(!has_directories(&named, key) && has_directories(&through, key), "{key}");
        }
        assert!(through.files[ROOT].len() < named.files[ROOT].len());
        let (named, through) = (Finder::new(&named), Finder::new(&through));
        for question in ["бабабаба", "дудукиро ророкиба", "кикикики бадудуба", "ророрадуба"]
        {
            let answer = named.answer(question, 20);
            assert!(!answer.hits.is_empty(), "{question}");
            assert_eq!(answer, through.answer(question, 20), "{question}");
        }
    }
}
