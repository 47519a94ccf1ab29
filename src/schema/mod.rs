//! The content contract: every key of every kind of file, in one table, with its meaning in both languages.
//!
//! Reads: the [`Node`] tree of a YAML text. Writes: typed records and findings (unknown, missing, repeated keys, wrong
//! types and bad values, all at once). Touches: nothing. From the same table come decoding, JSON Schemas
//! ([`json`]), the reference page (`reference`) and the Russian names of keys ([`keys`]).

mod decode;
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

use crate::base::yaml::{Node, NodeKind};
use crate::diag::{Diagnostic, Seg, codes};

pub(crate) use decode::Decoder;
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
