//! Walks the nodes of a YAML text with the schema in hand: records and values out, every fault as a finding.

use super::{Field, FieldSchema, RecordSchema, keys};
use crate::base::FileId;
use crate::base::yaml::{Node, NodeKind};
use crate::diag::{At, Diagnostic, Diagnostics, NodePart, Place, Seg, codes};

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

    pub(super) fn report_at_key(&mut self, mut diagnostic: Diagnostic) {
        diagnostic.place = Some(Place { file: self.file, at: At::Node(self.path.clone(), NodePart::Key) });
        self.out.push(diagnostic);
    }

    pub(super) fn found(&self) -> usize {
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
    pub(super) fn missing_here(&mut self) {
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
