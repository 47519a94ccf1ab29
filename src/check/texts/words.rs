//! Words of running text and how rules compare them: letters without case, ё as е.

use std::collections::BTreeMap;
use std::ops::Range;

/// Hides inside words, and does not divide them.
const SOFT_HYPHEN: char = '\u{ad}';

/// Places of words: letters and figures that stand together. A hyphen, a dot and an apostrophe end a word.
pub(crate) fn words(text: &str) -> Vec<Range<usize>> {
    // A word with what divides it from the next is seldom shorter than eight bytes.
    let mut words = Vec::with_capacity(text.len() / 8);
    let mut start = None;
    for (i, c) in text.char_indices() {
        match (belongs(c), start) {
            (true, None) if c != SOFT_HYPHEN => start = Some(i),
            (true, None) => {}
            (false, Some(from)) => {
                words.push(from..i);
                start = None;
            }
            _ => {}
        }
    }
    words.extend(start.map(|from| from..text.len()));
    words
}

/// Whether a character is part of a word. Russian and ASCII, nearly all that is ever asked about, need no table.
fn belongs(c: char) -> bool {
    match c {
        'а'..='я' | 'А'..='Я' | 'a'..='z' | 'A'..='Z' | '0'..='9' | '_' | 'ё' | 'Ё' | SOFT_HYPHEN => true,
        '\0'..='\x7f' => false,
        _ => c.is_alphanumeric(),
    }
}

/// Letters as they are compared.
pub(crate) fn folded(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().filter(|c| *c != SOFT_HYPHEN).map(fold)
}

/// A letter in lower case and without the dots of ё. The capitals of our alphabets stand at one distance before the
/// small letters. The one capital that Unicode makes two small letters of (the Turkish `İ`) gives the first of them.
fn fold(c: char) -> char {
    match c {
        'а'..='я' | 'a'..='z' | '0'..='9' => c,
        'ё' | 'Ё' => 'е',
        'А'..='Я' | 'A'..='Z' => char::from_u32(u32::from(c) + 32).unwrap_or(c),
        _ => c.to_lowercase().next().unwrap_or(c),
    }
}

/// Whether a word begins with a stem given in lower case and without ё.
pub(crate) fn begins(word: &str, stem: &str) -> bool {
    let mut letters = folded(word);
    stem.chars().all(|s| letters.next() == Some(s))
}

/// Whether a word is this one, given in lower case and without ё.
pub(crate) fn is(word: &str, other: &str) -> bool {
    // Letters that are the same but for their case are equally long in our alphabets, so that a shorter word is never
    // a longer one; soft hyphens make a word longer alone.
    word.len() >= other.len() && folded(word).eq(other.chars())
}

/// Whether a word fits a pattern: `болезн*` fits any word that begins so, `по` that word alone.
pub(crate) fn fits(word: &str, pattern: &str) -> bool {
    match pattern.strip_suffix('*') {
        Some(stem) => begins(word, stem),
        None => is(word, pattern),
    }
}

/// Things by the letter that a word begins with, so that a word of a text is held only against what begins as it does.
pub(crate) struct ByLetter<T>(BTreeMap<char, Vec<T>>);

impl<T> ByLetter<T> {
    /// Each with its word, given in lower case and without ё.
    pub(crate) fn new<'w>(things: impl IntoIterator<Item = (&'w str, T)>) -> Self {
        let mut letters: BTreeMap<char, Vec<T>> = BTreeMap::new();
        for (word, thing) in things {
            if let Some(letter) = word.chars().next() {
                letters.entry(letter).or_default().push(thing);
            }
        }
        Self(letters)
    }

    /// Those whose word begins as this one does, in their order.
    pub(crate) fn of(&self, word: &str) -> &[T] {
        folded(word).next().and_then(|letter| self.0.get(&letter)).map_or(&[], Vec::as_slice)
    }
}

/// Whether a word has Cyrillic letters only.
pub(crate) fn is_cyrillic(word: &str) -> bool {
    word.chars().all(|c| cyrillic(c) || c == SOFT_HYPHEN)
}

/// Whether a letter is Cyrillic.
pub(crate) fn cyrillic(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{52f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_their_patterns() {
        let text = "ВК-Мессенджер, п. 2.4: «Ещё»";
        let found: Vec<&str> = words(text).into_iter().map(|w| &text[w]).collect();
        assert_eq!(found, ["ВК", "Мессенджер", "п", "2", "4", "Ещё"]);
        assert!(is("уче\u{ad}ник", "ученик") && words("уче\u{ad}ник").len() == 1);
        assert!(fits("Ещё", "еще") && fits("Болезнью", "болезн*") && !fits("боль", "болезн*") && !fits("еще", "ещ"));
        assert!(is_cyrillic("Ёж") && !is_cyrillic("Cфера"));
    }

    /// The quick ways agree with Unicode, a letter at a time.
    #[test]
    fn quick_ways_are_right() {
        for c in '\0'..='\u{2fff}' {
            assert_eq!(belongs(c), c.is_alphanumeric() || matches!(c, '_' | SOFT_HYPHEN), "{c:?}");
            let small = c.to_lowercase().next().unwrap();
            assert_eq!(fold(c), if small == 'ё' { 'е' } else { small }, "{c:?}");
        }
    }
}
