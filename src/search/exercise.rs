//! What must hold of the analyser of questions, whatever is asked: it ends, gives no more than it was asked for, the best
//! first, each with an address and once, and the same answer to the same question.

use std::collections::BTreeSet;

use super::find::Finder;
use super::words::{folded, indexed, runs};

/// Asks whatever the bytes are.
///
/// # Errors
/// What does not hold, in a few words.
pub(crate) fn exercise(finder: &Finder, bytes: &[u8]) -> Result<(), String> {
    let question = String::from_utf8_lossy(bytes);
    let answer = finder.answer(&question, 10);
    if answer.hits.len() > 10 {
        return Err(format!("{} hits of 10", answer.hits.len()));
    }
    if answer.hits.windows(2).any(|pair| matches!(pair, [a, b] if a.score < b.score)) {
        return Err("the best does not stand first".to_owned());
    }
    let units: BTreeSet<u64> = answer.hits.iter().map(|hit| hit.unit).collect();
    if units.len() < answer.hits.len() || answer.hits.iter().any(|hit| hit.url.is_empty()) {
        return Err("a hit stands twice or has no address".to_owned());
    }
    if answer != finder.answer(&question, 10) {
        return Err("another answer to the same question".to_owned());
    }
    let text = folded(&question);
    if folded(&text) != text {
        return Err(format!("folded twice it is another text: {text:?}"));
    }
    for run in runs(&text) {
        if run.parts.iter().any(|part| part.is_empty() || !part.chars().all(char::is_alphanumeric)) {
            return Err(format!("a word with something else in it: {run:?}"));
        }
    }
    if indexed(&question).iter().any(String::is_empty) { Err("an empty word".to_owned()) } else { Ok(()) }
}
