//! Weighed sheets to the files of the index.
//!
//! One root script with a fixed name says everything that is needed to find the rest: hashed shards of the dictionary
//! (what a query word means here), of postings (where words stand), of words as texts (for slips) and of result texts.
//! All are classic scripts that call one function, so they load from a disk as from a server.

mod bytes;
mod dictionary;
mod layer;
mod lexicon;
mod texts;

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::base::{OutPath, base64};

use super::thesaurus::{Group, stop_words};
use super::weigh::Weighed;

pub(super) use dictionary::family_key;
pub(super) use lexicon::class;

/// The fixed name of the root script.
pub(crate) const ROOT: &str = "assets/search-index.js";

/// The version of the form of the files; the browser's script refuses another.
const FORM: u32 = 1;

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
        let dict: Vec<String> = dictionary.shards.iter().map(|s| self.bytes(s)).collect();
        let post: Vec<(u64, String)> = layer.postings().iter().map(|(low, shard)| (*low, self.bytes(shard))).collect();
        let lex: Vec<Value> = lexicon::lexicon(&layer)
            .into_iter()
            .map(|(head, text)| json!([head, self.text(&json!(text).to_string())]))
            .collect();
        let text: Vec<(u64, String)> = texts::texts(sheets, &layer.slots, layer.slot_bits)
            .iter()
            .map(|(low, shard)| (*low, self.text(shard)))
            .collect();
        let audiences: Vec<Value> =
            layer::audiences(sheets, &layer.slots).into_iter().map(|(slot, bits)| json!([slot, bits])).collect();
        json!({
            "units": layer.units,
            "kinds": layer::kinds(sheets),
            "audiences": audiences,
            "bits": dictionary.bits,
            "dict": dict.join(" "),
            "post": compact(&post),
            "lex": lex,
            "text": compact(&text),
        })
    }

    /// A shard of bytes; an empty one needs no file.
    fn bytes(&mut self, shard: &[u8]) -> String {
        if shard.is_empty() {
            return "-".to_owned();
        }
        self.text(&json!(base64(shard)).to_string())
    }

    /// A shard that is a value as it stands.
    fn text(&mut self, value: &str) -> String {
        let mut name = bytes::name(value.as_bytes());
        loop {
            let path = format!("search/{name}.js");
            let file = format!("svodSearch(\"{name}\",{value});\n");
            match self.files.get(&path) {
                // Two contents with one hash are as rare as can be, and still must not become one.
                Some(other) if *other != file => name.push('x'),
                _ => {
                    self.files.insert(path, file);
                    return name;
                }
            }
        }
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

/// Shards with their first numbers as one text: for each the step from the one before, in figures and letters, and the
/// name.
fn compact(shards: &[(u64, String)]) -> String {
    let mut last = 0;
    let mut parts = Vec::new();
    for (low, name) in shards {
        parts.push(format!("{} {name}", bytes::base36(low - last)));
        last = *low;
    }
    parts.join(" ")
}
