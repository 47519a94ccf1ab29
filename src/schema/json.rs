//! JSON Schemas of every kind of file, for editors that complete and check YAML, made from the table of the contract.
//!
//! Reads: [`FILES`]. Writes: the text of one schema for each. Touches: nothing. They let through whatever decoding
//! does: both names of a key, numbers where text is meant, one value alone where a list of values is meant.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::files::{FILES, FileSchema};
use super::{FieldSchema, RecordSchema, ScalarShape, Shape, keys};
use crate::base::Lang;

/// File name and text of each schema, in the order of the guide. Descriptions are in the language asked for.
pub(crate) fn schemas(lang: Lang) -> Vec<(String, String)> {
    FILES.iter().map(|file| (format!("{}.schema.json", file.name), text(&schema(file, lang)))).collect()
}

fn text(schema: &Value) -> String {
    format!("{schema:#}\n")
}

fn schema(file: &FileSchema, lang: Lang) -> Value {
    let mut records = BTreeMap::new();
    gather(file.record, &mut records);
    let definitions: Map<String, Value> =
        records.into_iter().map(|(name, schema)| (name.to_owned(), record(schema, lang))).collect();
    let one = reference(file.record);
    let mut whole = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": format!("{} ({})", file.title(lang), file.path),
        "description": doc(file.record.doc_en, file.record.doc_ru, lang),
    });
    let root = if file.list {
        // A file of comments alone is an empty list.
        json!({ "type": ["array", "null"], "items": one })
    } else {
        one
    };
    merge(&mut whole, root);
    merge(&mut whole, json!({ "$defs": definitions }));
    whole
}

fn merge(whole: &mut Value, part: Value) {
    if let (Value::Object(whole), Value::Object(part)) = (whole, part) {
        whole.extend(part);
    }
}

/// Every record that a record holds, itself too.
fn gather(schema: &'static RecordSchema, records: &mut BTreeMap<&'static str, &'static RecordSchema>) {
    fn inside(shape: &Shape) -> Option<&'static RecordSchema> {
        match shape {
            Shape::Record(schema) => Some(schema),
            Shape::List(shape) | Shape::ByYear(shape) => inside(shape),
            Shape::Scalar(_) => None,
        }
    }
    if records.insert(schema.name, schema).is_none() {
        for inner in schema.fields.iter().filter_map(|f| inside(&f.shape)) {
            gather(inner, records);
        }
    }
}

/// A record by its name; nothing at all is a record without keys, if none is required.
fn reference(schema: &RecordSchema) -> Value {
    let named = json!({ "$ref": format!("#/$defs/{}", schema.name) });
    if may_be_empty(schema) { or_null(named) } else { named }
}

fn may_be_empty(schema: &RecordSchema) -> bool {
    !schema.fields.iter().any(|f| f.required)
}

fn or_null(value: Value) -> Value {
    json!({ "anyOf": [value, { "type": "null" }] })
}

fn doc(en: &str, ru: &str, lang: Lang) -> String {
    match lang {
        Lang::Ru => ru.to_owned(),
        Lang::En => en.split_whitespace().collect::<Vec<_>>().join(" "),
    }
}

fn record(schema: &RecordSchema, lang: Lang) -> Value {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for field in schema.fields {
        let names: Vec<String> = std::iter::once(field.key.to_owned()).chain(russian_names(field.key)).collect();
        let mut value = value(field);
        merge(&mut value, json!({ "description": doc(field.doc_en, field.doc_ru, lang) }));
        properties.insert(field.key.to_owned(), value);
        for name in names.iter().skip(1) {
            let same = json!({ "$ref": format!("#/$defs/{}/properties/{}", schema.name, field.key) });
            properties.insert(name.clone(), same);
        }
        if field.required {
            let any: Vec<Value> = names.iter().map(|name| json!({ "required": [name] })).collect();
            required.push(json!({ "anyOf": any }));
        }
    }
    let mut object = json!({
        "type": "object",
        "description": doc(schema.doc_en, schema.doc_ru, lang),
        "properties": properties,
    });
    if !required.is_empty() {
        merge(&mut object, json!({ "allOf": required }));
    }
    if !schema.open {
        merge(&mut object, json!({ "additionalProperties": false }));
    }
    object
}

/// Russian spellings of a key, with those that write е for ё.
fn russian_names(key: &str) -> impl Iterator<Item = String> {
    let mut names: Vec<String> = Vec::new();
    for spelling in keys::spellings(key) {
        for name in [(*spelling).to_owned(), spelling.replace('ё', "е")] {
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    names.into_iter()
}

/// What may stand under a key: a key that may be left out may also stand without a value.
fn value(field: &FieldSchema) -> Value {
    match &field.shape {
        Shape::Scalar(shape) => scalar(shape, !field.required),
        Shape::Record(schema) if field.required || may_be_empty(schema) => reference(schema),
        Shape::Record(schema) => or_null(reference(schema)),
        Shape::List(inner) => {
            let mut list = json!({ "type": "array", "items": element(inner) });
            if field.required {
                merge(&mut list, json!({ "minItems": 1 }));
            }
            match inner {
                Shape::Scalar(shape) => json!({ "anyOf": [list, scalar(shape, !field.required)] }),
                _ if field.required => list,
                _ => or_null(list),
            }
        }
        Shape::ByYear(inner) => json!({
            "type": ["object", "null"],
            "patternProperties": { "^(19[0-9]{2}|2[01][0-9]{2}|2200)$": element(inner) },
            "additionalProperties": false,
        }),
    }
}

/// What may stand in a list or under a year.
fn element(shape: &Shape) -> Value {
    match shape {
        Shape::Scalar(shape) => scalar(shape, false),
        Shape::Record(schema) => reference(schema),
        Shape::List(inner) | Shape::ByYear(inner) => json!({ "type": "array", "items": element(inner) }),
    }
}

/// A scalar as YAML readers see it: `2.10` is a number to some and text to others, `да` a text, `true` a boolean.
fn scalar(shape: &ScalarShape, nullable: bool) -> Value {
    let null = nullable.then_some(Value::Null);
    if !shape.choices.is_empty() {
        let mut values: Vec<Value> =
            shape.choices.iter().flat_map(|(en, ru)| [*en, *ru]).map(|name| json!(name)).collect();
        if shape.kind == "bool" {
            values.extend([json!(true), json!(false), json!("yes"), json!("no")]);
        }
        values.extend(null);
        return json!({ "enum": values });
    }
    let types = match shape.kind {
        "text" => vec!["string", "number", "boolean"],
        "integer" => vec!["integer", "string"],
        "id" | "address" | "due" | "offset" => vec!["string", "number"],
        _ => vec!["string"],
    };
    let types: Vec<&str> = types.into_iter().chain(nullable.then_some("null")).collect();
    let mut value = if let [one] = types[..] { json!({ "type": one }) } else { json!({ "type": types }) };
    if let Some(pattern) = shape.pattern {
        merge(&mut value, json!({ "pattern": pattern }));
    }
    value
}
