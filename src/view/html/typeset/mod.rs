//! The rules of Russian typesetting: no-break spaces, dashes, «ёлочки» and „лапки“, numbers kept in one line.
//!
//! Reads: the text of one block (a paragraph, a heading, a cell), tags taken out. Writes: the places where another sign
//! or space stands. Touches: nothing. Only spaces and signs change; the words and their order never do. The tree,
//! search and hashes never see it: `page.rs` applies it to finished pages.

mod signs;
mod spaces;
#[cfg(test)]
mod tests;

use signs::{has_signs, signs};
use spaces::words;

/// A place of a text that is shown otherwise than it was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Edit {
    /// Bytes of the text.
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) with: With,
}

/// What stands there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum With {
    /// Another sign.
    Sign(&'static str),
    /// The same letters, never broken over two lines: «01-07/132», «149-ФЗ». Not done with other characters, because
    /// numbers are copied and looked for.
    Unbroken,
}

pub(super) const NBSP: &str = "\u{a0}";
/// Stands for something that is not to be looked into, such as code.
pub(super) const OBJECT: char = '\u{fffc}';

/// Every place of a text to change, in order and apart.
pub(super) fn edits(text: &str, into: &mut Vec<Edit>) {
    into.clear();
    if has_signs(text) {
        signs(text, into);
    }
    let of_signs = into.len();
    words(text, into);
    if of_signs > 0 {
        into.sort_unstable_by_key(|edit| edit.start);
    }
}

/// A text without markup, its signs set right and its spaces as they are.
pub(crate) fn with_signs(text: &str) -> String {
    let mut found = Vec::new();
    if has_signs(text) {
        signs(text, &mut found);
    }
    let mut set = String::with_capacity(text.len() + 8);
    let mut at = 0;
    for edit in found {
        let With::Sign(sign) = edit.with else { continue };
        set.push_str(text.get(at..edit.start).unwrap_or_default());
        set.push_str(sign);
        at = edit.end;
    }
    set + text.get(at..).unwrap_or_default()
}
