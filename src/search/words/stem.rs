//! Snowball stems of Russian and English words.

use snowball_stemmers_rs::{Algorithm, Stemmer};

/// The two stemmers. Made once for a file or a query: making them costs nothing, they hold no state.
pub(crate) struct Stemmers {
    russian: Stemmer,
    english: Stemmer,
}

impl Default for Stemmers {
    fn default() -> Self {
        Self { russian: Stemmer::create(Algorithm::Russian), english: Stemmer::create(Algorithm::English) }
    }
}

impl Stemmers {
    /// The stem of a folded word; words with figures, with letters of other scripts and of one letter stay as they are.
    pub(crate) fn stem(&self, word: &str) -> String {
        let mut russian = true;
        let mut english = true;
        let mut letters = 0;
        for c in word.chars() {
            letters += 1;
            russian &= matches!(c, 'а'..='я');
            english &= c.is_ascii_lowercase();
        }
        match (letters > 1, russian, english) {
            (true, true, _) => self.russian.stem(word).into_owned(),
            (true, _, true) => self.english.stem(word).into_owned(),
            _ => word.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(word: &str, expected: &str) {
        assert_eq!(Stemmers::default().stem(word), expected);
    }

    #[test]
    fn by_script() {
        check("удалить", "удал");
        check("положения", "положен");
        check("settings", "set");
        check("156фз", "156фз");
        check("я", "я");
    }
}
