//! The text of a regulation: markdown to sections, clauses and items, each with its anchor.
//!
//! Reads: decoded text of one file and where its body begins. Writes: [`ActText`]; notes on lines that were taken as
//! clauses or items although markdown alone would not. Touches: nothing.
//!
//! Works in two steps. First [`lines`] looks where pasted text hides clauses and items inside paragraphs and says what
//! to put before them so that markdown sees them too; then [`assemble`] makes parts of the tree. Numbers are read and
//! never changed; whether they follow each other is for the rules of `check`.

mod assemble;
mod find;
mod hash;
mod lines;
mod numbers;
mod paragraphs;
#[cfg(test)]
mod tests;

use crate::base::FileId;
use crate::diag::Diagnostics;

use super::doc::ActText;
use super::markdown;

pub(crate) use find::find;
pub(crate) use hash::{TEXT_HASH, text_hash};
pub(crate) use paragraphs::{At, item, paragraph};

/// Reads the text of a file from byte `body` on as a regulation.
pub(crate) fn parse(file: FileId, text: &str, body: usize, out: &mut Diagnostics) -> ActText {
    let mut found = Diagnostics::default();
    let first = markdown::read(file, text, body, &[], true, &mut found);
    let edits = lines::edits(file, text, body, &first.lines, out);
    let doc = if edits.is_empty() {
        out.extend(found);
        first.doc
    } else {
        markdown::read(file, text, body, &edits, false, out).doc
    };
    assemble::assemble(text, doc)
}
