//! Markdown to a [`Doc`]: an owned tree with spans in file coordinates. Only this folder names `pulldown-cmark`.
//!
//! Reads: decoded text of one file and where its body begins. Writes: the tree; findings on nesting. Touches: nothing.
//!
//! The parser itself neither recurses nor takes quadratic time, with one exception, met in [`deep`]. The tree is cut
//! off at [`MAX_DEPTH`] levels, so whoever walks, clones or drops it may recurse.

mod anchors;
mod builder;
mod close;
mod deep;
mod frames;
mod lines;
#[cfg(test)]
mod tests;

use crate::base::FileId;
use crate::diag::{Diagnostic, Diagnostics, Place, codes};

use super::doc::Doc;
use super::edits::{Edit, Edited};

pub(super) use lines::{LinePlace, LineStart};

/// Lists, quotes and the like lie at most so deep; what is deeper joins the last level. Emphasis and links have as
/// many levels of their own.
pub(crate) const MAX_DEPTH: usize = 64;

/// Reads the text of a file from byte `body` on.
pub(crate) fn parse(file: FileId, text: &str, body: usize, out: &mut Diagnostics) -> Doc {
    read(file, text, body, &[], false, out).doc
}

/// A tree, and where its lines begin (in coordinates of the body) if that was asked for.
pub(super) struct Lined {
    pub(super) doc: Doc,
    pub(super) lines: Vec<LineStart>,
}

/// Reads the text from byte `body` on as if `edits` (in coordinates of the body) were made in it.
pub(super) fn read(file: FileId, text: &str, body: usize, edits: &[Edit], lines: bool, out: &mut Diagnostics) -> Lined {
    let cuts = deep::cuts(text.get(body..).unwrap_or_default());
    let edited = Edited::new(text, body, &merged(cuts, edits));
    let built = builder::build(&edited, lines);
    if let Some(span) = built.too_deep {
        out.push(Diagnostic::new(codes::TOO_DEEP, Place::span(file, span)).arg("limit", MAX_DEPTH));
    }
    let own = |line: LineStart| LineStart { at: edited.offset(line.at) - body, ..line };
    Lined { doc: built.doc, lines: built.lines.into_iter().map(own).collect() }
}

/// Cuts and edits in the order of the text; where they meet, the cut stays.
fn merged(cuts: Vec<Edit>, edits: &[Edit]) -> Vec<Edit> {
    if cuts.is_empty() {
        return edits.to_vec();
    }
    let apart = |edit: &&Edit| {
        let after = cuts.partition_point(|cut| cut.end < edit.start);
        cuts.get(after).is_none_or(|cut| edit.end < cut.start)
    };
    let mut all: Vec<Edit> = edits.iter().filter(apart).cloned().collect();
    all.extend(cuts.iter().cloned());
    all.sort_by_key(|edit| edit.start);
    all
}
