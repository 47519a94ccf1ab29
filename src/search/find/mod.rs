//! The ranks of a question: the twin of `themes/default/js/search-find.js`, step for step and in whole numbers.
//!
//! Reads: a question and the files of an index. Writes: the best units with their scores, and whether they answer.
//! It lacks only what a page alone needs: unfinished words, filters, superseded editions.

mod address;
mod order;
mod question;
mod rank;
mod shards;
mod slips;
mod unpack;

use super::build::Index;

pub(crate) use rank::Answer;

/// Opens an index for questions.
pub(crate) struct Finder {
    shards: shards::Shards,
}

impl Finder {
    /// Reads what the root script says.
    pub(crate) fn new(index: &Index) -> Self {
        Self { shards: shards::Shards::new(index) }
    }

    /// The answer to a question with its `limit` best units.
    pub(crate) fn answer(&self, question: &str, limit: usize) -> Answer {
        rank::answer(&self.shards, question, limit)
    }
}
