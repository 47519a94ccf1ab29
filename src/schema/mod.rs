//! The content contract: every key of every kind of file, in one table, with its meaning in both languages.
//!
//! Reads: the [`Node`] tree of a YAML text. Writes: typed records and findings (unknown, missing, repeated keys, wrong
//! types and bad values, all at once). Touches: nothing. From the same table come decoding, JSON Schemas
//! ([`json`]), the reference page (`reference`) and the Russian names of keys ([`keys`]).

pub(crate) mod files;
pub(crate) mod json;
pub(crate) mod keys;
mod patterns;
pub(crate) mod records;
#[cfg(test)]
mod reference;
#[cfg(test)]
pub(crate) mod tests;
pub(crate) mod values;

use crate::base::FileId;
use crate::base::yaml::{Node, NodeKind};
use crate::diag::{At, Diagnostic, Diagnostics, NodePart, Place, Seg, codes};

pub(crate) use values::{Choice, DocumentRef, Due, Id, Requirement, Scalar, ScalarFault, Text, Until};

/// What a value may be.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Shape {
    /// One scalar; the name of its kind is a key of the catalogues (`word-kind-date`).
    Scalar(&'static ScalarShape),
    /// A record with known keys.
    Record(&'static RecordSchema),
    /// A list; one scalar alone is taken as a list of one.
    List(&'static Shape),
    /// A map from calendar years to values.
    ByYear(&'static Shape),
}

/// A kind of scalar: its name, a pattern for JSON Schema if it has one, and the fixed values if it is a choice.
#[derive(Debug)]
pub(crate) struct ScalarShape {
    pub(crate) kind: &'static str,
    /// A regular expression (ECMA 262, with the `u` flag) that every valid text matches.
    pub(crate) pattern: Option<&'static str>,
    /// English and Russian spelling of each allowed value.
    pub(crate) choices: &'static [Choice],
}

/// A kind of record.
#[derive(Debug)]
pub(crate) struct RecordSchema {
    pub(crate) name: &'static str,
    pub(crate) doc_en: &'static str,
    pub(crate) doc_ru: &'static str,
    pub(crate) fields: &'static [FieldSchema],
    /// Whether keys of other programs are left alone (front matter of ordinary pages).
    pub(crate) open: bool,
}

/// A key of a record.
#[derive(Debug)]
pub(crate) struct FieldSchema {
    pub(crate) key: &'static str,
    pub(crate) required: bool,
    pub(crate) shape: Shape,
    pub(crate) doc_en: &'static str,
    pub(crate) doc_ru: &'static str,
}

/// A value that can stand under a key.
pub(crate) trait Field: Sized {
    const SHAPE: Shape;
    const REQUIRED: bool;
    /// Reads the value; findings go to `cx`, `None` after at least one.
    fn decode(node: &Node, cx: &mut Decoder<'_>) -> Option<Self>;
    /// The value of an absent key; `None` if the key is required.
    fn absent() -> Option<Self>;
}

impl<T: Field> Field for Option<T> {
    const SHAPE: Shape = T::SHAPE;
    const REQUIRED: bool = false;
    fn decode(node: &Node, cx: &mut Decoder<'_>) -> Option<Self> {
        if matches!(node.kind, NodeKind::Null) { Some(None) } else { T::decode(node, cx).map(Some) }
    }
    fn absent() -> Option<Self> {
        Some(None)
    }
}

impl<T: Field> Field for Vec<T> {
    const SHAPE: Shape = Shape::List(&T::SHAPE);
    const REQUIRED: bool = false;
    fn decode(node: &Node, cx: &mut Decoder<'_>) -> Option<Self> {
        match &node.kind {
            NodeKind::Null => Some(Vec::new()),
            NodeKind::List(nodes) => {
                // A broken element is reported and left out; its neighbours still count.
                Some(
                    nodes
                        .iter()
                        .enumerate()
                        .filter_map(|(i, n)| cx.inside(Seg::Index(i), |cx| T::decode(n, cx)))
                        .collect(),
                )
            }
            NodeKind::Scalar(_) if matches!(T::SHAPE, Shape::Scalar(_)) => {
                Some(T::decode(node, cx).into_iter().collect())
            }
            _ => {
                cx.wrong_type(node, "list");
                None
            }
        }
    }
    fn absent() -> Option<Self> {
        Some(Vec::new())
    }
}

/// A list that must be there and have at least one element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Several<T>(pub(crate) Vec<T>);

impl<T: Field> Field for Several<T> {
    const SHAPE: Shape = Shape::List(&T::SHAPE);
    const REQUIRED: bool = true;
    fn decode(node: &Node, cx: &mut Decoder<'_>) -> Option<Self> {
        let before = cx.found();
        let items = Vec::<T>::decode(node, cx)?;
        if items.is_empty() {
            if cx.found() == before {
                cx.missing_here();
            }
            return None;
        }
        Some(Self(items))
    }
    fn absent() -> Option<Self> {
        None
    }
}

/// Values by calendar year, in the order of years.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ByYear<T>(pub(crate) Vec<(i16, T)>);

impl<T: Field> Field for ByYear<T> {
    const SHAPE: Shape = Shape::ByYear(&T::SHAPE);
    const REQUIRED: bool = false;
    fn decode(node: &Node, cx: &mut Decoder<'_>) -> Option<Self> {
        let NodeKind::Map(entries) = &node.kind else {
            if matches!(node.kind, NodeKind::Null) {
                return Self::absent();
            }
            cx.wrong_type(node, "map");
            return None;
        };
        let mut years = Vec::new();
        for (key, value) in entries {
            cx.inside(Seg::Key(key.clone()), |cx| match key.parse::<i16>() {
                Ok(year) if (1900..=2200).contains(&year) => {
                    if years.iter().any(|(y, _)| *y == year) {
                        cx.report_at_key(Diagnostic::new(codes::REPEATED_KEY, None).arg("key", key.as_str()));
                    } else if let Some(value) = T::decode(value, cx) {
                        years.push((year, value));
                    }
                }
                _ => cx.report_at_key(
                    Diagnostic::new(codes::UNKNOWN_VALUE, None)
                        .arg("value", key.as_str())
                        .arg("known", crate::diag::Arg::List(vec!["2026".into(), "2027".into()]))
                        .arg("nearest", ""),
                ),
            });
        }
        years.sort_by_key(|(year, _)| *year);
        Some(Self(years))
    }
    fn absent() -> Option<Self> {
        Some(Self(Vec::new()))
    }
}

/// Walks a tree of nodes with the schema in hand; knows where it stands and gathers findings.
pub(crate) struct Decoder<'a> {
    file: FileId,
    path: Vec<Seg>,
    /// The keys of the path as they were typed: findings name them so.
    typed: Vec<Option<String>>,
    out: &'a mut Diagnostics,
}

impl<'a> Decoder<'a> {
    pub(crate) fn new(file: FileId, out: &'a mut Diagnostics) -> Self {
        Self { file, path: Vec::new(), typed: Vec::new(), out }
    }

    /// The node the decoder stands at.
    pub(crate) fn place(&self) -> Place {
        Place::node(self.file, self.path.clone())
    }

    pub(crate) fn inside<T>(&mut self, seg: Seg, work: impl FnOnce(&mut Self) -> T) -> T {
        self.inside_typed(seg, None, work)
    }

    fn inside_typed<T>(&mut self, seg: Seg, typed: Option<String>, work: impl FnOnce(&mut Self) -> T) -> T {
        self.path.push(seg);
        self.typed.push(typed);
        let result = work(self);
        self.path.pop();
        self.typed.pop();
        result
    }

    pub(crate) fn report(&mut self, diagnostic: Diagnostic) {
        self.out.push(diagnostic);
    }

    fn report_at_key(&mut self, mut diagnostic: Diagnostic) {
        diagnostic.place = Some(Place { file: self.file, at: At::Node(self.path.clone(), NodePart::Key) });
        self.out.push(diagnostic);
    }

    fn found(&self) -> usize {
        self.out.items().len()
    }

    fn last_key(&self) -> String {
        let mut steps = self.path.iter().zip(&self.typed).rev();
        let key = steps.find_map(|(step, typed)| match step {
            Seg::Key(key) => Some(typed.as_ref().unwrap_or(key)),
            Seg::Index(_) => None,
        });
        key.cloned().unwrap_or_default()
    }

    /// Reports that a node has another shape than `expected` (a `word-kind-…` of the catalogues).
    pub(crate) fn wrong_type(&mut self, node: &Node, expected: &str) {
        let word = |kind: &str| crate::diag::Arg::Word(format!("word-kind-{kind}"));
        let place = self.place();
        let found = match node.kind {
            NodeKind::Null => "empty",
            NodeKind::Scalar(_) => "text",
            NodeKind::List(_) => "list",
            NodeKind::Map(_) => "map",
        };
        let key = self.last_key();
        self.report(
            Diagnostic::new(codes::WRONG_TYPE, place)
                .arg("key", key)
                .arg("expected", word(expected))
                .arg("found", word(found)),
        );
    }

    /// Opens a record: checks that the node is a map, reports unknown and repeated keys.
    pub(crate) fn record<'n>(&mut self, node: &'n Node, schema: &'static RecordSchema) -> Option<RecordNode<'n>> {
        let entries: &[(String, Node)] = match &node.kind {
            NodeKind::Map(entries) => entries,
            // An empty file or empty front matter is a record without keys.
            NodeKind::Null => &[],
            _ => {
                self.wrong_type(node, "map");
                return None;
            }
        };
        let mut known: Vec<(&'static str, &'n str, &'n Node)> = Vec::with_capacity(entries.len());
        let mut mistyped = Vec::new();
        for (typed, value) in entries {
            let english = keys::english(typed);
            match schema.fields.iter().find(|f| f.key == english) {
                Some(field) if known.iter().any(|(k, ..)| *k == field.key) => {
                    self.inside(Seg::Key(field.key.to_owned()), |cx| {
                        cx.report_at_key(Diagnostic::new(codes::REPEATED_KEY, None).arg("key", typed.as_str()));
                    });
                }
                Some(field) => known.push((field.key, typed, value)),
                None => {
                    mistyped.extend(self.unknown_key(typed, schema).map(|field| (field.key, typed.as_str(), value)))
                }
            }
        }
        // A mistyped key was reported; its value still counts, so that what refers to the record is not reported too.
        for (key, typed, value) in mistyped {
            if !schema.open && !known.iter().any(|(k, ..)| *k == key) {
                known.push((key, typed, value));
            }
        }
        Some(RecordNode { known })
    }

    /// Reports a key that the record does not have; gives the key that was probably meant.
    fn unknown_key(&mut self, typed: &str, schema: &'static RecordSchema) -> Option<&'static FieldSchema> {
        let nearest = keys::nearest(typed, schema);
        if schema.open && nearest.is_none() {
            return None;
        }
        let list: Vec<String> = schema.fields.iter().map(|f| keys::in_script_of(f.key, typed).to_owned()).collect();
        let mut diagnostic = Diagnostic::new(codes::UNKNOWN_KEY, None)
            .arg("key", typed)
            .arg("nearest", nearest.unwrap_or_default())
            .arg("known", crate::diag::Arg::List(list));
        if schema.open {
            diagnostic.severity = crate::diag::Severity::Warning;
        }
        self.inside(Seg::Key(typed.to_owned()), |cx| cx.report_at_key(diagnostic));
        schema.fields.iter().find(|f| Some(keys::in_script_of(f.key, typed)) == nearest)
    }

    /// Reads one key of an opened record.
    pub(crate) fn field<T: Field>(&mut self, record: &RecordNode<'_>, key: &'static str) -> Option<T> {
        match record.known.iter().find(|(k, ..)| *k == key) {
            Some((_, _, node)) if T::REQUIRED && matches!(node.kind, NodeKind::Null) => {
                self.missing(key);
                None
            }
            // A faulty value of an optional key is reported and then counts as left out: the record lives on, and
            // what refers to it is not reported as well.
            Some((_, typed, node)) => {
                let typed = (*typed != key).then(|| (*typed).to_owned());
                self.inside_typed(Seg::Key(key.to_owned()), typed, |cx| T::decode(node, cx)).or_else(T::absent)
            }
            None => {
                let value = T::absent();
                if value.is_none() {
                    self.missing(key);
                }
                value
            }
        }
    }

    fn missing(&mut self, key: &'static str) {
        let place = self.place();
        self.report(Diagnostic::new(codes::MISSING_KEY, place).arg("key", key).arg("russian", keys::russian(key)));
    }

    /// The key that the decoder stands at has an empty list where at least one element is required.
    fn missing_here(&mut self) {
        let key = self.path.iter().rev().find_map(|s| if let Seg::Key(k) = s { Some(k.clone()) } else { None });
        let key = key.unwrap_or_default();
        let russian = keys::spellings(&key).first().copied().unwrap_or_default();
        let diagnostic = Diagnostic::new(codes::MISSING_KEY, self.place()).arg("russian", russian).arg("key", key);
        self.report(diagnostic);
    }
}

/// A record whose keys are known by their English names.
pub(crate) struct RecordNode<'n> {
    /// English name, name as typed, value.
    known: Vec<(&'static str, &'n str, &'n Node)>,
}

/// Declares records: the struct, its schema with the doc comments as English meaning, and its decoding. Every record
/// has its place (`at`) besides its keys.
macro_rules! record {
    ($($(#[doc = $doc:literal])* $(@$open:ident)? $name:ident, $ru:literal { $($(#[doc = $fdoc:literal])* $field:ident: $ty:ty, $fru:literal;)* })*) => {$(
        $(#[doc = $doc])*
        #[derive(Clone, Debug)]
        #[allow(dead_code, reason = "a key stands in the contract for whoever reads the file, and not every record is told of")]
        pub(crate) struct $name {
            $($(#[doc = $fdoc])* pub(crate) $field: $ty,)*
            /// Where the record stands.
            pub(crate) at: crate::diag::Place,
        }

        impl $name {
            /// Its keys, their shapes and meaning.
            pub(crate) const SCHEMA: &'static crate::schema::RecordSchema = &crate::schema::RecordSchema {
                name: stringify!($name),
                doc_en: concat!($($doc, "\n"),*),
                doc_ru: $ru,
                fields: &[$(crate::schema::FieldSchema {
                    key: stringify!($field),
                    required: <$ty as crate::schema::Field>::REQUIRED,
                    shape: <$ty as crate::schema::Field>::SHAPE,
                    doc_en: concat!($($fdoc, "\n"),*),
                    doc_ru: $fru,
                }),*],
                open: false $(|| record!(@$open))?,
            };
        }

        impl crate::schema::Field for $name {
            const SHAPE: crate::schema::Shape = crate::schema::Shape::Record($name::SCHEMA);
            const REQUIRED: bool = true;
            fn decode(node: &crate::base::yaml::Node, cx: &mut crate::schema::Decoder<'_>) -> Option<Self> {
                let record = cx.record(node, Self::SCHEMA)?;
                let at = cx.place();
                // All keys are read before the first missing one ends the record, so that every fault is reported.
                $(let $field = cx.field::<$ty>(&record, stringify!($field));)*
                Some(Self { $($field: $field?,)* at })
            }
            fn absent() -> Option<Self> {
                None
            }
        }
    )*};
    (@open) => { true };
}
pub(crate) use record;
