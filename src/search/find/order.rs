//! Whether a unit has the words of a question beside each other and in their order.

use super::super::words::{Stemmers, family, folded, runs};
use super::question::Word;

/// So many of the best units are looked at: their texts are read anyway, and what stands further down is not moved up.
pub(super) const LOOKED_AT: usize = 5;
/// A pair that stands as it is asked; it counts less with a word between, and least the other way round.
const BESIDE: u64 = 4;
const PARTED: u64 = 3;
const TURNED: u64 = 2;
/// What the closest order adds to a score: a quarter of it.
const SHARE: u64 = 4;

/// The score of a unit with its text looked at.
pub(super) fn closer(score: u64, words: &[Word], text: &str, stop: &[&str], stemmers: &Stemmers) -> u64 {
    let Some(pairs) = words.len().checked_sub(1).filter(|&n| n > 0) else { return score };
    let runs = runs(&folded(text));
    let parts = runs.iter().flat_map(|run| &run.parts).filter(|p| stop.binary_search(&p.as_str()).is_err());
    let told: Vec<String> = parts.map(|part| family(&stemmers.stem(part))).collect();
    let nearness = |pair: &[Word]| {
        let [first, second] = pair else { return 0 };
        let is = |at: Option<usize>| at.and_then(|at| told.get(at)).is_some_and(|other| *other == second.family);
        let beside = |at: usize| match () {
            () if is(Some(at + 1)) => BESIDE,
            () if is(Some(at + 2)) => PARTED,
            () if is(at.checked_sub(1)) => TURNED,
            () => 0,
        };
        told.iter().enumerate().filter(|(_, word)| **word == first.family).map(|(at, _)| beside(at)).max().unwrap_or(0)
    };
    let near: u64 = words.windows(2).map(nearness).sum();
    score + score * near / (SHARE * BESIDE * pairs as u64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::thesaurus::stop_words;

    #[test]
    fn words_count_more_beside_each_other_in_the_order_asked() {
        let stemmers = Stemmers::default();
        let words: Vec<Word> =
            ["учебный", "профиль"].map(|w| stemmers.stem(w)).map(|stem| Word { family: family(&stem), stem }).into();
        let score = |text: &str| closer(100, &words, text, &stop_words(), &stemmers);
        assert_eq!(score("в учебном профиле"), 125);
        assert_eq!(score("учебный и свой профиль"), 125, "words without weight do not part others");
        assert_eq!(score("учебный школьный профиль"), 118);
        assert_eq!(score("профиль учебный"), 112);
        assert_eq!(score("учебный год, где нет ни слова про профиль"), 100);
        assert_eq!(score(""), 100);
        assert_eq!(closer(100, &words[..1], "учебный профиль", &[], &stemmers), 100);
    }
}
