//! What other programs read: facts of the site in formats of machines.
//!
//! Reads: the model. Writes: text. Touches: nothing.

pub(crate) mod status;
