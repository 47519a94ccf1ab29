//! The words of the site as texts, for slips and unfinished words: needed only when a query word is not found.

use super::super::thesaurus::Group;
use super::layer::Layer;

/// A shard has about so many bytes.
const SHARD: usize = 5_000;
/// At most so many letters are taken from the stem before.
const MOST: usize = 25;
/// A word of the thesaurus of no more letters is too short to be known by its likeness.
const LEAST: usize = 3;

/// Letters that are mistaken for each other at the head of a word are one class.
pub(in super::super) fn class(letter: char) -> char {
    match letter {
        'о' | 'а' => 'а',
        'е' | 'э' | 'и' | 'я' | 'ы' => 'е',
        'б' | 'п' => 'б',
        'в' | 'ф' => 'в',
        'г' | 'к' | 'х' => 'г',
        'д' | 'т' => 'д',
        'з' | 'с' | 'ц' => 'з',
        'ж' | 'ш' | 'щ' | 'ч' => 'ж',
        'у' | 'ю' => 'у',
        other => other,
    }
}

/// Shards of stems with the class at the head of each. Stems of one class are never parted. Each stem is written as the
/// number of letters that it has in common with the one before, as a letter from `A` on, and the rest. Beside the words
/// of the site stand those of the thesaurus that lead to them: they are misspelt as well.
pub(super) fn lexicon(layer: &Layer, groups: &[Group]) -> Vec<(char, String)> {
    let here = |phrase: &[String]| phrase.iter().all(|stem| layer.term(stem).is_some());
    let led = groups.iter().filter(|g| g.entries.iter().any(|(phrase, found)| *found && here(phrase)));
    let led = led.flat_map(|g| &g.entries).filter_map(|(phrase, _)| match phrase.as_slice() {
        [stem] => Some(stem.as_str()).filter(|s| s.chars().count() > LEAST),
        _ => None,
    });
    let mut stems: Vec<(char, &str)> = layer
        .terms
        .iter()
        .map(|t| t.stem.as_str())
        .chain(led)
        .filter(|stem| stem.chars().count() > 2 && stem.chars().all(char::is_alphabetic))
        .filter_map(|stem| Some((class(stem.chars().next()?), stem)))
        .collect();
    stems.sort_unstable();
    stems.dedup();
    let mut shards: Vec<(char, String)> = Vec::new();
    let mut last = "";
    for same in stems.chunk_by(|a, b| a.0 == b.0) {
        let Some(&(head, _)) = same.first() else { continue };
        if shards.last().is_none_or(|(_, text)| text.len() > SHARD) {
            shards.push((head, String::new()));
            last = "";
        }
        if let Some((_, text)) = shards.last_mut() {
            for (_, stem) in same {
                let common = stem.chars().zip(last.chars()).take_while(|(a, b)| a == b).count().min(MOST);
                text.push(char::from(b'A' + common as u8));
                text.extend(stem.chars().skip(common));
                last = stem;
            }
        }
    }
    shards
}

/// The stems of a shard.
pub(in super::super) fn stems(text: &str) -> Vec<String> {
    let mut stems: Vec<String> = Vec::new();
    for c in text.chars() {
        match c {
            'A'..='Z' => {
                let common = (c as u8 - b'A').into();
                stems.push(stems.last().map_or_else(String::new, |last| last.chars().take(common).collect()));
            }
            _ => stems.last_mut().into_iter().for_each(|stem| stem.push(c)),
        }
    }
    stems
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stems_are_read_back() {
        assert_eq!(stems("AаккаунтCцизDент"), ["аккаунт", "акциз", "акцент"]);
    }
}
