//! The only file that names `serde_yaml`: text to a lossless tree of nodes, and the place of a node found on demand.
//!
//! Reads: text. Writes: [`Node`], or a [`YamlError`] with line and column. Touches: nothing.
//!
//! A scalar keeps its text as typed (`2.10`, `012`), which typed reading of YAML would lose. So the text is read
//! twice: once for the shape of the tree, once more for the words, each scalar as a string. Places are not kept:
//! they are found only when a finding needs one, by reading again with a reader that fails on purpose at the node in
//! question and takes the place from the error.

use std::fmt;

use serde::de::{self, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::LineColumn;

/// A step down a tree.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Seg {
    /// Value under a key.
    Key(String),
    /// Element of a list, from 0.
    Index(usize),
}

/// Which part of the node that a path leads to is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum NodePart {
    /// The key that the last step names (its last occurrence).
    Key,
    /// The value.
    Value,
}

/// A value of YAML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Node {
    /// What it is.
    pub(crate) kind: NodeKind,
}

/// What a node is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum NodeKind {
    /// Nothing, `~` or `null`.
    Null,
    /// Text as typed, quotes removed.
    Scalar(String),
    /// A list.
    List(Vec<Node>),
    /// A map in the order of the text; repeated keys stay.
    Map(Vec<(String, Node)>),
}

/// What the YAML reader says, in English, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct YamlError {
    /// The reader's own words.
    pub(crate) message: String,
    /// Line and column in the text that was read.
    pub(crate) at: Option<LineColumn>,
}

/// Reads one YAML document.
///
/// # Errors
/// Syntax errors, several documents, tags of other programs, keys that are not scalars, nesting over 128 levels and
/// aliases that multiply without end.
pub(crate) fn read(text: &str) -> Result<Node, YamlError> {
    let fail = |e: &serde_yaml::Error| YamlError { message: e.to_string(), at: location(e) };
    // The reader takes a stream without a document for an error; for a person it is an empty file.
    let says_nothing = |line: &str| matches!(line.trim(), "" | "---" | "...") || line.trim_start().starts_with('#');
    if text.lines().all(says_nothing) {
        return Ok(Node { kind: NodeKind::Null });
    }
    if let Some(at) = too_nested(text) {
        return Err(YamlError { message: "recursion limit exceeded".to_owned(), at: Some(at) });
    }
    let kind = KindSeed.deserialize(serde_yaml::Deserializer::from_str(text)).map_err(|e| fail(&e))?;
    NodeSeed { kind: &kind }.deserialize(serde_yaml::Deserializer::from_str(text)).map_err(|e| fail(&e))
}

/// Where more brackets are open than any person writes. The reader looks at all of them again at each word, so that a
/// hundred thousand would take it hours. Quotes are not heeded: no sound text comes near to the limit.
fn too_nested(text: &str) -> Option<LineColumn> {
    let mut open = 0_usize;
    let at = text.bytes().position(|b| {
        match b {
            b'[' | b'{' => open += 1,
            b']' | b'}' => open = open.saturating_sub(1),
            _ => {}
        }
        open > 1000
    })?;
    let before = text.get(..at)?;
    let column = before.rsplit('\n').next().map_or(0, |line| line.chars().count());
    let clamp = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Some(LineColumn { line: clamp(before.matches('\n').count() + 1), column: clamp(column + 1) })
}

/// Line and column of a node; if the path does not exist, of its nearest ancestor that does. `name` turns a key as
/// typed into the spelling that the path uses.
pub(crate) fn locate(text: &str, path: &[Seg], part: NodePart, name: &dyn Fn(&str) -> String) -> LineColumn {
    let find = |path: &[Seg], part: NodePart, nth: usize| -> Option<LineColumn> {
        let hit = std::cell::Cell::new(false);
        let skip = std::cell::Cell::new(nth);
        let seed = Finder { path, part, name, hit: &hit, skip: &skip };
        let result = seed.deserialize(serde_yaml::Deserializer::from_str(text));
        result.err().filter(|_| hit.get()).and_then(|e| location(&e))
    };
    for end in (0..=path.len()).rev() {
        let part = if end == path.len() { part } else { NodePart::Value };
        if end > 0 && part == NodePart::Key {
            // The last of several equal keys: the one that should not be there. Of very many the hundredth will do.
            let last = (0..100).map_while(|nth| find(&path[..end], part, nth)).last();
            if let Some(at) = last {
                return at;
            }
        }
        if let Some(at) = find(&path[..end], NodePart::Value, 0) {
            return at;
        }
    }
    LineColumn { line: 1, column: 1 }
}

fn location(error: &serde_yaml::Error) -> Option<LineColumn> {
    let clamp = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    error.location().map(|l| LineColumn { line: clamp(l.line()), column: clamp(l.column()) })
}

/// The shape of a tree without its words.
enum Kind {
    Null,
    Scalar,
    List(Vec<Kind>),
    Map(Vec<Kind>),
}

struct KindSeed;

impl<'de> DeserializeSeed<'de> for KindSeed {
    type Value = Kind;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Kind, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for KindSeed {
    type Value = Kind;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value without a tag")
    }
    fn visit_bool<E>(self, _: bool) -> Result<Kind, E> {
        Ok(Kind::Scalar)
    }
    fn visit_i64<E>(self, _: i64) -> Result<Kind, E> {
        Ok(Kind::Scalar)
    }
    fn visit_u64<E>(self, _: u64) -> Result<Kind, E> {
        Ok(Kind::Scalar)
    }
    fn visit_i128<E>(self, _: i128) -> Result<Kind, E> {
        Ok(Kind::Scalar)
    }
    fn visit_u128<E>(self, _: u128) -> Result<Kind, E> {
        Ok(Kind::Scalar)
    }
    fn visit_f64<E>(self, _: f64) -> Result<Kind, E> {
        Ok(Kind::Scalar)
    }
    fn visit_str<E>(self, _: &str) -> Result<Kind, E> {
        Ok(Kind::Scalar)
    }
    fn visit_unit<E>(self) -> Result<Kind, E> {
        Ok(Kind::Null)
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Kind, A::Error> {
        let mut kinds = Vec::new();
        while let Some(kind) = seq.next_element_seed(Self)? {
            kinds.push(kind);
        }
        Ok(Kind::List(kinds))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Kind, A::Error> {
        let mut kinds = Vec::new();
        while map.next_key_seed(KeySeed)?.is_some() {
            kinds.push(map.next_value_seed(Self)?);
        }
        Ok(Kind::Map(kinds))
    }
}

/// Reads a scalar as typed.
struct KeySeed;

impl<'de> DeserializeSeed<'de> for KeySeed {
    type Value = String;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<String, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for KeySeed {
    type Value = String;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a scalar")
    }
    fn visit_str<E>(self, text: &str) -> Result<String, E> {
        Ok(text.to_owned())
    }
}

/// Reads the words of a tree whose shape is known.
struct NodeSeed<'k> {
    kind: &'k Kind,
}

impl<'de> DeserializeSeed<'de> for NodeSeed<'_> {
    type Value = Node;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        match self.kind {
            Kind::Null => deserializer.deserialize_ignored_any(IgnoredAny).map(|_| Node { kind: NodeKind::Null }),
            Kind::Scalar => KeySeed.deserialize(deserializer).map(|text| Node { kind: NodeKind::Scalar(text) }),
            Kind::List(_) => deserializer.deserialize_seq(self),
            Kind::Map(_) => deserializer.deserialize_map(self),
        }
    }
}

impl<'de> Visitor<'de> for NodeSeed<'_> {
    type Value = Node;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the same tree as before")
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Node, A::Error> {
        let Kind::List(kinds) = self.kind else { return Err(de::Error::custom("unexpected list")) };
        let mut nodes = Vec::with_capacity(kinds.len());
        for kind in kinds {
            nodes.extend(seq.next_element_seed(NodeSeed { kind })?);
        }
        // Reads the end of the list.
        seq.next_element::<IgnoredAny>()?;
        Ok(Node { kind: NodeKind::List(nodes) })
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Node, A::Error> {
        let Kind::Map(kinds) = self.kind else { return Err(de::Error::custom("unexpected map")) };
        let mut entries = Vec::with_capacity(kinds.len());
        for kind in kinds {
            if let Some(key) = map.next_key_seed(KeySeed)? {
                entries.push((key, map.next_value_seed(NodeSeed { kind })?));
            }
        }
        map.next_key::<IgnoredAny>()?;
        Ok(Node { kind: NodeKind::Map(entries) })
    }
}

/// Follows a path and fails where it ends.
#[derive(Clone, Copy)]
struct Finder<'p> {
    path: &'p [Seg],
    part: NodePart,
    name: &'p dyn Fn(&str) -> String,
    hit: &'p std::cell::Cell<bool>,
    /// How many equal keys to pass over first.
    skip: &'p std::cell::Cell<usize>,
}

impl Finder<'_> {
    fn found<E: de::Error>(&self) -> E {
        self.hit.set(true);
        E::custom("here")
    }
    fn scalar<E: de::Error>(&self) -> Result<(), E> {
        if self.path.is_empty() { Err(self.found()) } else { Ok(()) }
    }
}

impl<'de> DeserializeSeed<'de> for Finder<'_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Finder<'_> {
    type Value = ();
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }
    fn visit_bool<E: de::Error>(self, _: bool) -> Result<(), E> {
        self.scalar()
    }
    fn visit_i64<E: de::Error>(self, _: i64) -> Result<(), E> {
        self.scalar()
    }
    fn visit_u64<E: de::Error>(self, _: u64) -> Result<(), E> {
        self.scalar()
    }
    fn visit_i128<E: de::Error>(self, _: i128) -> Result<(), E> {
        self.scalar()
    }
    fn visit_u128<E: de::Error>(self, _: u128) -> Result<(), E> {
        self.scalar()
    }
    fn visit_f64<E: de::Error>(self, _: f64) -> Result<(), E> {
        self.scalar()
    }
    fn visit_str<E: de::Error>(self, _: &str) -> Result<(), E> {
        self.scalar()
    }
    fn visit_unit<E: de::Error>(self) -> Result<(), E> {
        self.scalar()
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        let Some((first, rest)) = self.path.split_first() else { return Err(self.found()) };
        for index in 0.. {
            let more = if *first == Seg::Index(index) {
                seq.next_element_seed(Finder { path: rest, ..self })?.is_some()
            } else {
                seq.next_element::<IgnoredAny>()?.is_some()
            };
            if !more {
                break;
            }
        }
        Ok(())
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let Some((Seg::Key(wanted), rest)) = self.path.split_first() else {
            if self.path.is_empty() {
                return Err(self.found());
            }
            while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
            return Ok(());
        };
        let fail_here = rest.is_empty() && self.part == NodePart::Key;
        while let Some(matches) = map.next_key_seed(KeyFinder { finder: self, wanted, fail_here })? {
            if matches && !fail_here {
                map.next_value_seed(Finder { path: rest, ..self })?;
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
    }
}

/// Compares a key with the wanted one; fails on it when the key itself is looked for.
struct KeyFinder<'p> {
    finder: Finder<'p>,
    wanted: &'p str,
    fail_here: bool,
}

impl<'de> DeserializeSeed<'de> for KeyFinder<'_> {
    type Value = bool;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for KeyFinder<'_> {
    type Value = bool;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }
    fn visit_str<E: de::Error>(self, text: &str) -> Result<bool, E> {
        let matches = text == self.wanted || (self.finder.name)(text) == self.wanted;
        if matches && self.fail_here {
            let left = self.finder.skip.get();
            if left == 0 {
                return Err(self.finder.found());
            }
            self.finder.skip.set(left - 1);
        }
        Ok(matches)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scalar(text: &str) -> Node {
        Node { kind: NodeKind::Scalar(text.to_owned()) }
    }

    fn path(steps: &[&str]) -> Vec<Seg> {
        steps.iter().map(|s| s.parse().map_or_else(|_| Seg::Key((*s).to_owned()), Seg::Index)).collect()
    }

    #[track_caller]
    fn check(text: &str, steps: &[&str], part: NodePart, line: u32, column: u32) {
        let at = locate(text, &path(steps), part, &|k| k.to_owned());
        assert_eq!(at, LineColumn { line, column }, "{steps:?}");
    }

    #[test]
    fn numbers_stay_as_typed() {
        let node = read("a: 2.10\nb: 012\nc: '2.4'\nd: 1e3\ne: true\nf: 0x1F\ng: ~\nh:\ni: 2026-03-27").unwrap();
        let NodeKind::Map(entries) = node.kind else { panic!("not a map") };
        let texts: Vec<_> = entries.iter().map(|(_, n)| n.clone()).collect();
        let null = Node { kind: NodeKind::Null };
        let expected = [
            scalar("2.10"),
            scalar("012"),
            scalar("2.4"),
            scalar("1e3"),
            scalar("true"),
            scalar("0x1F"),
            null.clone(),
            null,
            scalar("2026-03-27"),
        ];
        assert_eq!(texts, expected);
    }

    #[test]
    fn empty_texts_and_comments_are_null() {
        for text in ["", "\n", "# только пояснение\n", "---\n"] {
            assert_eq!(read(text).unwrap().kind, NodeKind::Null, "{text:?}");
        }
    }

    #[test]
    fn repeated_keys_stay() {
        let NodeKind::Map(entries) = read("a: 1\na: 2").unwrap().kind else { panic!("not a map") };
        assert_eq!(entries.len(), 2);
    }

    #[test]
    fn places() {
        let text = "# приказы\n- номер: 01-07/132\n  назначает:\n    - {person: ivanova, role: админ}\n- number: 2\n  number: 3\n";
        check(text, &["0", "номер"], NodePart::Value, 2, 10);
        check(text, &["0", "назначает", "0", "role"], NodePart::Value, 4, 31);
        check(text, &["0", "назначает", "0", "role"], NodePart::Key, 4, 25);
        check(text, &["1", "number"], NodePart::Key, 6, 3);
        check(text, &["1", "нет такого", "0"], NodePart::Value, 5, 3);
    }

    #[test]
    fn hostile_texts_are_refused() {
        let deep = "[".repeat(100_000);
        let bomb = format!(
            "a: &a [x,x,x,x,x,x,x,x,x,x]\n{}",
            ('b'..='j').fold(String::new(), |acc, c| {
                let before = (c as u8 - 1) as char;
                acc + &format!("{c}: &{c} [*{before},*{before},*{before},*{before},*{before},*{before},*{before},*{before},*{before}]\n")
            })
        );
        for text in ["a: [", "a: b: c", "? {a: b}\n: c", "--- a\n--- b", "a: !tag b", "a: *x", &deep, &bomb] {
            assert!(read(text).is_err(), "{}", &text[..text.len().min(40)]);
        }
    }
}
