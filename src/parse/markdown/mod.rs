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

/// A tree, and where its lines begin if that was asked for.
pub(super) struct Lined {
    pub(super) doc: Doc,
    pub(super) lines: Vec<LineStart>,
}

/// Reads the text from byte `body` on as if `edits` (in coordinates of the body) were made in it.
pub(super) fn read(file: FileId, text: &str, body: usize, edits: &[Edit], lines: bool, out: &mut Diagnostics) -> Lined {
    let deep = deep::cuts(text.get(body..).unwrap_or_default());
    let edited = if edits.is_empty() {
        Edited::new(text, body, &deep)
    } else {
        // A text this deep is not worth a second repair.
        Edited::new(text, body, edits)
    };
    let built = builder::build(&edited, lines);
    if let Some(span) = built.too_deep {
        out.push(Diagnostic::new(codes::TOO_DEEP, Place::span(file, span)).arg("limit", MAX_DEPTH));
    }
    Lined { doc: built.doc, lines: built.lines }
}
