//! Words that mean the same: the hand-made thesaurus of school Russian and the synonyms of a site's terms.

use std::collections::BTreeSet;

use super::words::{Stemmers, folded, indexed, runs};

/// The thesaurus that every site has.
const SCHOOL: &str = include_str!("data/thesaurus.txt");
/// Words without weight.
const STOP: &str = include_str!("data/stop.txt");
/// Words of little weight.
const LIGHT: &str = include_str!("data/light.txt");
/// Words that are a topic of their own.
const TOPICS: &str = include_str!("data/topics.txt");

/// A word or phrase as stems.
pub(super) type Phrase = Vec<String>;

/// Entries that lead to each other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Group {
    /// What is asked and what is found, and whether the texts' own words are found by the others.
    pub(super) entries: Vec<(Phrase, bool)>,
    /// They belong together and do not mean the same.
    pub(super) loose: bool,
}

/// Stems with a mark in the dictionary of every site.
pub(super) struct Marked {
    /// They say little in a question.
    pub(super) light: BTreeSet<String>,
    /// A question that has one is answered only by a text that has it too.
    pub(super) topics: BTreeSet<String>,
}

impl Marked {
    pub(super) fn new(stemmers: &Stemmers) -> Self {
        let stems = |text: &str| {
            let words = text.lines().filter(|l| !l.starts_with('#')).flat_map(indexed);
            words.map(|word| stemmers.stem(&word)).collect()
        };
        Self { light: stems(LIGHT), topics: stems(TOPICS) }
    }
}

/// The words without weight, sorted.
pub(super) fn stop_words() -> Vec<&'static str> {
    let mut words: Vec<&str> = STOP.lines().filter(|l| !l.starts_with('#')).flat_map(str::split_whitespace).collect();
    words.sort_unstable();
    words.dedup();
    words
}

/// The stems of a phrase in order, stop words left out.
pub(super) fn phrase(text: &str, stop: &[&str], stemmers: &Stemmers) -> Phrase {
    let mut stems = Vec::new();
    for run in runs(&folded(text)) {
        match run.whole() {
            Some(whole) => stems.push(stemmers.stem(&whole)),
            None => stems.extend(
                run.parts.iter().filter(|p| stop.binary_search(&p.as_str()).is_err()).map(|p| stemmers.stem(p)),
            ),
        }
    }
    stems
}

/// The groups of the thesaurus file.
pub(super) fn school(stop: &[&str], stemmers: &Stemmers) -> Vec<Group> {
    let mut groups = Vec::new();
    for line in SCHOOL.lines().filter(|l| !l.starts_with('#') && !l.trim().is_empty()) {
        let (line, loose) = match line.strip_prefix('~') {
            Some(line) => (line, true),
            None => (line, false),
        };
        let mut group = Group { loose, ..Group::default() };
        for entry in line.split(',') {
            let entry = entry.trim();
            let (text, found) = match entry.strip_prefix('>') {
                Some(text) => (text, false),
                None => (entry, true),
            };
            group.push(phrase(text, stop, stemmers), found);
        }
        groups.push(group);
    }
    groups
}

impl Group {
    /// Adds an entry unless it is empty or there already.
    pub(super) fn push(&mut self, phrase: Phrase, found: bool) {
        if !phrase.is_empty() && self.entries.iter().all(|(p, _)| *p != phrase) {
            self.entries.push((phrase, found));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marked_words_are_stems() {
        let marked = Marked::new(&Stemmers::default());
        assert!(marked.light.contains("сдела") && marked.topics.contains("каникул"));
        assert!(marked.light.is_disjoint(&marked.topics));
    }

    #[test]
    fn groups_have_two_entries_and_something_to_find() {
        let stop = stop_words();
        for (group, line) in school(&stop, &Stemmers::default())
            .iter()
            .zip(SCHOOL.lines().filter(|l| !l.starts_with('#') && !l.trim().is_empty()))
        {
            assert!(group.entries.iter().any(|(_, found)| *found), "{line}");
            if group.entries.len() < 2 {
                println!("single: {line}");
            }
        }
    }
}
