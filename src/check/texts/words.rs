//! Words of running text and how rules compare them: letters without case, ё as е.

use std::ops::Range;

/// Hides inside words, and does not divide them.
const SOFT_HYPHEN: char = '\u{ad}';

/// Places of words: letters and figures that stand together. A hyphen, a dot and an apostrophe end a word.
pub(crate) fn words(text: &str) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut start = None;
    for (i, c) in text.char_indices() {
        match (c.is_alphanumeric() || matches!(c, '_' | SOFT_HYPHEN), start) {
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

/// Letters as they are compared.
pub(crate) fn folded(text: &str) -> impl Iterator<Item = char> + '_ {
    let letters = text.chars().filter(|c| *c != SOFT_HYPHEN).flat_map(char::to_lowercase);
    letters.map(|c| if c == 'ё' { 'е' } else { c })
}

/// Whether a word begins with a stem given in lower case and without ё.
pub(crate) fn begins(word: &str, stem: &str) -> bool {
    let mut letters = folded(word);
    stem.chars().all(|s| letters.next() == Some(s))
}

/// Whether a word is this one, given in lower case and without ё.
pub(crate) fn is(word: &str, other: &str) -> bool {
    folded(word).eq(other.chars())
}

/// Whether a word fits a pattern: `болезн*` fits any word that begins so, `по` that word alone.
pub(crate) fn fits(word: &str, pattern: &str) -> bool {
    match pattern.strip_suffix('*') {
        Some(stem) => begins(word, stem),
        None => is(word, pattern),
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
}
