//! The table of the contract is complete, and what is made from it stands as committed.
#![allow(clippy::disallowed_methods, reason = "tests hold committed files against what is made")]

use std::collections::{BTreeMap, BTreeSet};

use super::files::FILES;
use super::records::Person;
use super::{Decoder, Field, RecordSchema, ScalarShape, Shape, json, keys, reference};
use crate::base::{FileId, Lang};
use crate::diag::{Arg, Diagnostic, Diagnostics};

/// Every record of the contract.
fn records() -> BTreeMap<&'static str, &'static RecordSchema> {
    fn gather(record: &'static RecordSchema, all: &mut BTreeMap<&'static str, &'static RecordSchema>) {
        if all.insert(record.name, record).is_none() {
            for field in record.fields {
                let mut shape = &field.shape;
                while let Shape::List(inner) | Shape::ByYear(inner) = shape {
                    shape = inner;
                }
                if let Shape::Record(inner) = shape {
                    gather(inner, all);
                }
            }
        }
    }
    let mut all = BTreeMap::new();
    FILES.iter().for_each(|file| gather(file.record, &mut all));
    all
}

/// Every kind of scalar that some key takes.
pub(crate) fn scalars() -> Vec<&'static ScalarShape> {
    let mut found = Vec::new();
    for field in records().values().flat_map(|r| r.fields) {
        let mut shape = &field.shape;
        while let Shape::List(inner) | Shape::ByYear(inner) = shape {
            shape = inner;
        }
        if let Shape::Scalar(scalar) = shape {
            found.push(*scalar);
        }
    }
    found
}

/// A spelling as decoding compares it.
fn plain(spelling: &str) -> String {
    spelling.to_lowercase().replace('_', " ").replace('ё', "е")
}

#[test]
fn every_key_has_a_russian_name_that_leads_back_to_it() {
    for (name, record) in records() {
        for field in record.fields {
            assert!(!keys::spellings(field.key).is_empty(), "`{}` of {name} has no Russian name", field.key);
            for spelling in keys::spellings(field.key) {
                assert_eq!(keys::english(spelling), field.key, "«{spelling}» means another key");
                assert_eq!(keys::english(&spelling.to_uppercase().replace(' ', "_")), field.key, "{spelling}");
            }
        }
    }
}

#[test]
fn no_two_keys_of_a_record_share_a_spelling() {
    for (name, record) in records() {
        let mut seen = BTreeSet::new();
        for field in record.fields {
            let russian: BTreeSet<String> = keys::spellings(field.key).iter().map(|s| plain(s)).collect();
            for spelling in russian.into_iter().chain([field.key.to_owned()]) {
                assert!(seen.insert(spelling.clone()), "«{spelling}» stands for two keys of {name}");
            }
        }
    }
}

#[test]
fn every_key_and_record_is_explained_in_both_languages() {
    for (name, record) in records() {
        assert!(!record.doc_ru.trim().is_empty() && !record.doc_en.trim().is_empty(), "{name}");
        for field in record.fields {
            assert!(field.doc_ru.ends_with('.'), "`{}` of {name}: {}", field.key, field.doc_ru);
            assert!(field.doc_en.trim_end().ends_with('.'), "`{}` of {name}: {}", field.key, field.doc_en);
        }
    }
}

#[test]
fn the_page_of_keys_names_every_kind_of_file_key_and_value() {
    for scalar in scalars().iter().filter(|s| s.choices.is_empty()) {
        assert!(reference::knows(scalar.kind), "`{}` has no line under «Как писать значения»", scalar.kind);
    }
    for lang in Lang::ALL {
        let page = reference::reference(lang);
        for file in FILES {
            assert!(page.contains(&format!("\n## {}\n\n`{}`", file.title(lang), file.path)), "{}", file.name);
        }
        for field in records().values().flat_map(|r| r.fields) {
            assert!(page.contains(&format!("\n| `{}` | ", field.key)), "{}", field.key);
        }
    }
}

#[test]
fn the_page_of_keys_stands_as_it_is_made() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/content/guide/keys.md");
    let made = reference::reference(Lang::Ru);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(path, &made).unwrap();
    }
    let committed = std::fs::read_to_string(path).unwrap_or_default();
    assert!(committed == made, "content/guide/keys.md is stale: run `UPDATE=1 cargo test --lib schema`");
}

/// Calls `visit` with every value of a JSON text.
fn walk<'v>(value: &'v serde_json::Value, visit: &mut dyn FnMut(&'v serde_json::Value)) {
    visit(value);
    match value {
        serde_json::Value::Array(items) => items.iter().for_each(|v| walk(v, visit)),
        serde_json::Value::Object(entries) => entries.values().for_each(|v| walk(v, visit)),
        _ => {}
    }
}

#[test]
fn references_inside_json_schemas_resolve() {
    for lang in Lang::ALL {
        let schemas = json::schemas(lang);
        assert_eq!(schemas.len(), FILES.len());
        for (name, text) in schemas {
            let schema: serde_json::Value = serde_json::from_str(&text).unwrap();
            let mut references = 0;
            walk(&schema, &mut |value| {
                if let Some(target) = value.get("$ref").and_then(serde_json::Value::as_str) {
                    references += 1;
                    assert!(schema.pointer(target.trim_start_matches('#')).is_some(), "{name}: {target}");
                }
            });
            assert!(references > 0, "{name}");
        }
    }
}

#[test]
fn json_schemas_know_each_key_under_all_its_names() {
    for (name, text) in json::schemas(Lang::Ru) {
        let schema: serde_json::Value = serde_json::from_str(&text).unwrap();
        for (record, definition) in schema["$defs"].as_object().unwrap() {
            let record = records()[record.as_str()];
            for field in record.fields {
                let properties = &definition["properties"];
                assert_eq!(properties[field.key]["description"], field.doc_ru, "{name}: {}", field.key);
                for spelling in keys::spellings(field.key) {
                    assert!(properties[*spelling].is_object(), "{name}: {spelling}");
                }
            }
            assert_eq!(definition.get("additionalProperties").is_none(), record.open, "{name}");
        }
    }
}

/// What decoding a data file of records of the kind `T` finds: code, key and path of each finding.
fn faults<T: Field>(text: &str) -> Vec<String> {
    let mut out = Diagnostics::default();
    let node = crate::base::yaml::read(text).unwrap();
    let _ = Vec::<T>::decode(&node, &mut Decoder::new(FileId(0), &mut out));
    let arg = |d: &Diagnostic, name: &str| d.args.iter().find(|(n, _)| *n == name).map(|(_, a)| a.clone());
    out.items()
        .iter()
        .map(|d| match (arg(d, "key"), arg(d, "russian")) {
            (Some(Arg::Text(key)), Some(Arg::Text(russian))) => format!("{} {key} {russian}", d.code.name),
            (Some(Arg::Text(key)), _) => format!("{} {key}", d.code.name),
            _ => d.code.name.to_owned(),
        })
        .collect()
}

#[test]
fn keys_are_named_as_they_were_typed() {
    let text = "- код: p\n  фио: [Иванова]\n  name_accusative: {a: b}\n  должности: учитель\n";
    assert_eq!(faults::<Person>(text), ["wrong-type фио", "wrong-type name_accusative", "wrong-type должности"]);
}

#[test]
fn an_empty_list_is_a_missing_key() {
    assert_eq!(faults::<Person>("- {id: p, name: И, должности: []}"), ["missing-key positions должности"]);
    assert_eq!(faults::<Person>("- {id: p, name: И}"), ["missing-key positions должности"]);
}
