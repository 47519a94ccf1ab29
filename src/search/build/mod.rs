//! Weighed sheets to the files of the index.
//!
//! One root script with a fixed name says everything that is needed to find the rest: hashed shards of the dictionary
//! (what a query word means here), of postings (where words stand), of words as texts (for slips) and of result texts.
//! All are classic scripts that call one function, so they load from a disk as from a server.

mod dictionary;
mod layer;
mod lexicon;
mod pack;
mod texts;

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::base::OutPath;

use super::thesaurus::{Group, stop_words};
use super::weigh::Weighed;

pub(super) use layer::OTHERS;
pub(super) use lexicon::{class, stems};
pub(super) use pack::{OTHER, SIGNS};
pub(super) use texts::{BY_HEADING, STEP};

/// The fixed name of the root script.
pub(crate) const ROOT: &str = "assets/search-index.js";

/// The version of the form of the files; the browser's script refuses another.
const FORM: u32 = 2;

/// The index as files.
#[derive(Debug, Default)]
pub(crate) struct Index {
    /// By path.
    pub(super) files: BTreeMap<String, String>,
    /// What the root script says.
    pub(super) root: Value,
}

/// Makes the index: of the texts in force, and apart from it of superseded ones.
pub(super) fn build(weighed: &[Weighed], groups: &[Group], words: &[(String, String)]) -> Index {
    let mut index = Index::default();
    let (old, current): (Vec<&Weighed>, Vec<&Weighed>) = weighed.iter().partition(|w| w.sheet.superseded);
    let mut layers = vec![index.layer(&current, groups, true)];
    if !old.is_empty() {
        layers.push(index.layer(&old, groups, false));
    }
    let words: serde_json::Map<String, Value> = words.iter().map(|(k, v)| (k.clone(), json!(v))).collect();
    index.root = json!({
        "form": FORM,
        "stop": stop_words().join(" "),
        "words": words,
        "layers": layers,
    });
    let root = format!("svodSearch(\"\",{});\n", index.root);
    index.files.insert(ROOT.to_owned(), root);
    index
}

impl Index {
    fn layer(&mut self, sheets: &[&Weighed], groups: &[Group], near: bool) -> Value {
        let layer = layer::Layer::new(sheets);
        let dictionary = dictionary::dictionary(&layer, groups, near);
        let dict: String = dictionary.shards.iter().map(|s| self.bytes(s)).collect();
        let mut post = Ranges::default();
        for (low, shard) in layer.postings() {
            post.push(pack::base36(low - post.last), low, self.bytes(&shard));
        }
        let mut lex = Ranges::default();
        for (head, text) in lexicon::lexicon(&layer) {
            lex.push(head.to_string(), 0, self.shard(&pack::deflated(&text)));
        }
        let mut text = Ranges::default();
        for (low, shard) in texts::texts(sheets, &layer) {
            text.push(texts::step(text.last, low, layer.place_bits), low, self.shard(&pack::deflated(&shard)));
        }
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
            "post": post.written(),
            "lex": lex.written(),
            "text": text.written(),
        })
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
            let other = self.files.entry(format!("search/{name}.js")).or_insert_with(|| file.clone());
            if *other == file {
                break;
            }
        }
        name
    }

    /// The files with their paths.
    pub(crate) fn into_files(self) -> Vec<(OutPath, Vec<u8>)> {
        self.files.into_iter().map(|(path, text)| (OutPath::from_steps(&path), text.into_bytes())).collect()
    }
}

/// Shards with what each begins at: the steps from one to the next in one text, the names, all of one length, in
/// another.
#[derive(Default)]
struct Ranges {
    last: u64,
    steps: Vec<String>,
    names: String,
}

impl Ranges {
    fn push(&mut self, step: String, low: u64, name: String) {
        self.steps.push(step);
        self.names.push_str(&name);
        self.last = low;
    }

    fn written(&self) -> Value {
        json!([self.steps.join(" "), self.names])
    }
}
