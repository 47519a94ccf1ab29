//! One file at a time, total: any bytes give a result and findings.
//!
//! Reads: the bytes of one file. Writes: decoded text, typed records, block trees, the parts of an act, an outline;
//! findings on what is wrong in that file alone. Touches: nothing. Whether a clause, page or person that a text names
//! exists is for `model` and `check` to say: nothing here looks beyond its file.

pub(crate) mod act;
pub(crate) mod data;
pub(crate) mod doc;
mod edits;
pub(crate) mod exercise;
pub(crate) mod front_matter;
pub(crate) mod markdown;
pub(crate) mod outline;
pub(crate) mod places;
pub(crate) mod references;
#[cfg(test)]
mod robust;
#[cfg(test)]
mod sketch;
pub(crate) mod steps;
pub(crate) mod terms;
pub(crate) mod text;
mod words;
