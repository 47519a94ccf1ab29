//! The ranks of a question.
/// x
pub(crate) struct Answer;
/// x
pub(crate) struct Hit;
/// x
pub(crate) struct Options;
