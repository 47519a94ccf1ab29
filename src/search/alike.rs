//! Whether two texts speak of the same thing: a word in common, or two that mean the same or nearly so. Words that
//! every text of a school has do not count.

use std::collections::{BTreeMap, BTreeSet};

use super::related::TABLE;
use super::thesaurus::{Group, Marked, stop_words};
use super::words::{Stemmers, family, indexed};

/// What words have in common.
pub(super) struct Alike<'a> {
    groups: &'a [Group],
    /// The groups that have a stem in one of their phrases.
    by_stem: BTreeMap<&'a str, Vec<usize>>,
    light: BTreeSet<String>,
    stop: Vec<&'static str>,
    stemmers: Stemmers,
}

/// The words of a text as stems.
#[derive(Clone, Debug, Default)]
pub(super) struct Speech {
    all: BTreeSet<String>,
    /// Those that say something.
    heavy: BTreeSet<String>,
    families: BTreeSet<String>,
}

impl Speech {
    /// Whether there is nothing to judge by.
    pub(super) fn says_nothing(&self) -> bool {
        self.heavy.is_empty()
    }

    /// Whether there are several words to judge by: one alone may be a turn of phrase.
    pub(super) fn says_enough(&self) -> bool {
        self.heavy.len() > 1
    }

    fn has(&self, stem: &str) -> bool {
        self.families.contains(&family(stem))
    }
}

impl<'a> Alike<'a> {
    pub(super) fn new(groups: &'a [Group]) -> Self {
        let stemmers = Stemmers::default();
        let mut by_stem: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (i, group) in groups.iter().enumerate() {
            for stem in group.entries.iter().flat_map(|(phrase, _)| phrase) {
                by_stem.entry(stem).or_default().push(i);
            }
        }
        Self { groups, by_stem, light: Marked::new(&stemmers).light, stop: stop_words(), stemmers }
    }

    /// The words of a text.
    pub(super) fn speech(&self, text: &str) -> Speech {
        let mut speech = Speech::default();
        for word in indexed(text) {
            if self.stop.binary_search(&word.as_str()).is_err() {
                let stem = self.stemmers.stem(&word);
                if !self.light.contains(&stem) {
                    speech.families.insert(family(&stem));
                    speech.heavy.insert(stem.clone());
                }
                speech.all.insert(stem);
            }
        }
        speech
    }

    /// Whether a question and a text speak of the same thing.
    pub(super) fn speak_alike(&self, question: &Speech, text: &Speech) -> bool {
        question.heavy.iter().any(|stem| text.has(stem) || self.means(question, stem, text) || is_near(stem, text))
    }

    /// Whether a phrase of the question with this word has another in the text that means the same.
    fn means(&self, question: &Speech, stem: &str, text: &Speech) -> bool {
        let stands = |phrase: &[String], speech: &Speech| phrase.iter().all(|stem| speech.all.contains(stem));
        let says = |phrase: &[String]| phrase.iter().any(|stem| text.heavy.contains(stem));
        let groups = self.by_stem.get(stem).into_iter().flatten().filter_map(|&i| self.groups.get(i));
        groups.into_iter().any(|group| {
            let mut phrases = group.entries.iter().map(|(phrase, _)| phrase.as_slice());
            let asked = phrases.clone().any(|p| p.iter().any(|s| s == stem) && stands(p, question));
            asked && phrases.any(|p| says(p) && stands(p, text))
        })
    }
}

/// Whether the text has a word that is near in meaning.
fn is_near(stem: &str, text: &Speech) -> bool {
    let id = TABLE.in_order()(stem);
    id.is_some_and(|id| TABLE.near(id).any(|(near, _)| text.has(TABLE.stem(near))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::thesaurus::school;

    #[track_caller]
    fn check(question: &str, text: &str, expected: bool) {
        let groups = school(&stop_words(), &Stemmers::default());
        let alike = Alike::new(&groups);
        assert_eq!(alike.speak_alike(&alike.speech(question), &alike.speech(text)), expected, "{question}: {text}");
    }

    #[test]
    fn a_word_in_common_or_one_that_means_the_same() {
        check("Как удалить аккаунт?", "удаление аккаунта через службу поддержки", true);
        check("стереть страничку", "удалить свой аккаунт", true);
        check("сколько стоит сферум", "пользоваться платформой бесплатно", true);
        check("рецепт борща со сметаной", "удалить свой аккаунт", false);
        // Every text of a school speaks of the platform.
        check("«Сферум» платный?", "платформа «Сферум» помогает вести уроки", false);
    }
}
