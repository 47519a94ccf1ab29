//! What becomes of each file of the output folder, decided without touching it.
//!
//! Reads: the record of what an earlier build wrote ([`Manifest`]), what stands on disk now, the new list. Writes:
//! the [`Fate`] of each file. Touches: nothing; `host` carries it out. A file that the program did not write is never
//! replaced or deleted unless the user says that the folder may be taken over.

mod fate;
mod manifest;

pub(crate) use fate::{Fate, Foreign, Standing, blocks, of_unwanted, of_wanted};
pub(crate) use manifest::{Digest, MANIFEST, Manifest};
