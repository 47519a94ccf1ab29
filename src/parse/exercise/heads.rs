//! What must hold of front matter and data, whatever the bytes: no panic, findings inside the text, the halves of a page
//! put together are the page, and a node that is looked up has a place.

use crate::base::FileId;
use crate::base::yaml::{self, Node, NodeKind, NodePart, Seg};
use crate::diag::Diagnostics;
use crate::schema::records::{
    CalendarFile, Deadline, Decision, EditionFront, InstructionFront, LegalAct, Order, PageFront, Person, Publication,
    Question, Role, SiteSettings, Term,
};
use crate::schema::{Decoder, Field};

use super::super::{data, front_matter, text};
use super::places;

/// Reads bytes as the head of every kind of page.
///
/// # Errors
/// What does not hold, in a few words.
pub(crate) fn front_matter(bytes: &[u8]) -> Result<(), String> {
    let file = FileId(0);
    let mut out = Diagnostics::default();
    let Some(decoded) = text::read(file, bytes, &mut out) else { return Ok(()) };
    let text = decoded.text.as_str();
    let split = front_matter::split_reporting(file, text, &mut out);
    let Some(body) = text.get(split.body..) else { return Err("the text begins inside a letter".to_owned()) };
    if let Some(yaml) = &split.yaml {
        let head = text.get(yaml.clone()).ok_or("the front matter is no part of the text")?;
        if yaml.end > split.body || head.len() + body.len() > text.len() {
            return Err("front matter and text overlap".to_owned());
        }
    }
    let yaml = split.yaml.clone().unwrap_or(0..0);
    front_matter::decode::<EditionFront>(file, text, yaml.clone(), &mut out);
    front_matter::decode::<InstructionFront>(file, text, yaml.clone(), &mut out);
    front_matter::decode::<PageFront>(file, text, yaml, &mut out);
    places(&out, text)
}

/// Reads bytes as every kind of data file.
///
/// # Errors
/// What does not hold, in a few words.
pub(crate) fn data(bytes: &[u8]) -> Result<(), String> {
    let file = FileId(0);
    let mut out = Diagnostics::default();
    let Some(decoded) = text::read(file, bytes, &mut out) else { return Ok(()) };
    let text = decoded.text.as_str();
    match yaml::read(text) {
        Ok(node) => {
            in_node(&node, text, 0)?;
            out.extend(all_kinds(&node));
        }
        // Record by record, as far as each can be read.
        Err(_) => {
            let found = data::records::<Order>(file, text, &mut out).len();
            if found > data::count(text) {
                return Err(format!("{found} records of {}", data::count(text)));
            }
            data::one::<SiteSettings>(file, text, &mut out);
        }
    }
    places(&out, text)
}

fn all_kinds(node: &Node) -> Diagnostics {
    let mut out = Diagnostics::default();
    macro_rules! all {
        ($($kind:ty),*) => {$( <$kind>::decode(node, &mut Decoder::new(FileId(0), &mut out)); )*};
    }
    all!(Vec<Person>, Vec<Role>, Vec<Decision>, Vec<Order>, Vec<Deadline>, Vec<Publication>, Vec<LegalAct>);
    all!(Vec<Term>, Vec<Question>, CalendarFile, SiteSettings);
    out
}

/// Nothing is deeper than the reader promises, and the first way down has a place in the text.
fn in_node(node: &Node, text: &str, depth: usize) -> Result<(), String> {
    if depth > 130 {
        return Err("nodes too deep".to_owned());
    }
    if depth == 0 {
        let path = first_way(node);
        let at = yaml::locate(text, &path, NodePart::Value, &str::to_owned);
        // Line ends within a quoted text are counted as the reader counts them.
        if at.line == 0 || at.line as usize > text.lines().count() + 1 {
            return Err(format!("{path:?} is at line {}", at.line));
        }
    }
    match &node.kind {
        NodeKind::Null | NodeKind::Scalar(_) => Ok(()),
        NodeKind::List(nodes) => nodes.iter().try_for_each(|node| in_node(node, text, depth + 1)),
        NodeKind::Map(pairs) => pairs.iter().try_for_each(|(_, node)| in_node(node, text, depth + 1)),
    }
}

fn first_way(mut node: &Node) -> Vec<Seg> {
    let mut path = Vec::new();
    loop {
        match &node.kind {
            NodeKind::List(nodes) if !nodes.is_empty() => {
                path.push(Seg::Index(0));
                node = &nodes[0];
            }
            NodeKind::Map(pairs) if !pairs.is_empty() => {
                path.push(Seg::Key(pairs[0].0.clone()));
                node = &pairs[0].1;
            }
            _ => return path,
        }
    }
}
