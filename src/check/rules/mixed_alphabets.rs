//! Words in which letters of two alphabets pass for one another.

use std::collections::BTreeSet;

use crate::check::texts::{Passage, Reading, TextRule, words};
use crate::diag::{Code, Diagnostic, Diagnostics};

/// # What it does
/// Finds Russian words with Latin letters that look Russian, and the other way round; also a Latin `c` or `o` that
/// stands for a Russian preposition. A Latin name with a Russian ending (`MAXе`) is left alone. Each word is told once
/// a file.
///
/// # Why
/// The eye does not see it, and no search finds the word.
///
/// # Example
/// `Прикaз` with a Latin `a`.
///
/// # How to allow
/// `allow: [mixed-alphabets]` in `site.yml`, or `--allow mixed-alphabets`.
pub(crate) const RULE: TextRule = TextRule { code: Code::warning("mixed-alphabets"), of_form: true, run };

const LATIN: &str = "AaBCcEeHIiKkMOoPpTXxYy";
const CYRILLIC: &str = "АаВСсЕеНКкМОоРрТХхУуІі";

fn run(text: &Reading<'_>, out: &mut Diagnostics) {
    let mut told: BTreeSet<String> = BTreeSet::new();
    for passage in &text.passages {
        for index in 0..passage.words.len() {
            let word = passage.word(index);
            let foreign = if word.len() == 1 { preposition(passage, index) } else { foreign(word) };
            if let Some(foreign) = foreign
                && told.insert(word.to_owned())
            {
                out.push(
                    Diagnostic::new(RULE.code, passage.place(passage.between(index, index)))
                        .arg("word", word)
                        .arg("letters", foreign.letters)
                        .arg("alphabet", crate::diag::Arg::Word(foreign.alphabet.to_owned())),
                );
            }
        }
    }
}

/// Letters that do not belong to their word.
struct Foreign {
    letters: String,
    alphabet: &'static str,
}

fn foreign(word: &str) -> Option<Foreign> {
    // Nearly every word is of one alphabet; one with letters of both goes on.
    if word.is_ascii() || !word.bytes().any(|b| b.is_ascii_alphabetic()) {
        return None;
    }
    let latin: Vec<char> = word.chars().filter(char::is_ascii_alphabetic).collect();
    let cyrillic: Vec<char> = word.chars().filter(|&c| words::cyrillic(c)).collect();
    if latin.is_empty() || cyrillic.is_empty() || ending(word) {
        return None;
    }
    // The fewer letters are the strangers; of as many, the Latin ones.
    let (strangers, table, alphabet) = if latin.len() <= cyrillic.len() {
        (latin, LATIN, "word-alphabet-latin")
    } else {
        (cyrillic, CYRILLIC, "word-alphabet-cyrillic")
    };
    let mut letters: Vec<String> = strangers.iter().map(char::to_string).collect();
    letters.sort();
    letters.dedup();
    strangers.iter().all(|c| table.contains(*c)).then(|| Foreign { letters: letters.join(", "), alphabet })
}

/// Whether a word is a Latin name or a Roman numeral with a Russian ending, or a figure with one.
fn ending(word: &str) -> bool {
    let tail = word.trim_start_matches(|c: char| c.is_ascii_alphanumeric());
    let head = word.len() - tail.len();
    head >= 2 && tail.chars().count() <= 3 && tail.chars().all(|c| words::cyrillic(c) && c.is_lowercase())
}

/// A Latin letter standing alone where Russian has a preposition: between Russian words of a sentence.
fn preposition(passage: &Passage<'_>, index: usize) -> Option<Foreign> {
    let letter = passage.word(index);
    if !matches!(letter, "c" | "o") {
        return None;
    }
    let russian = |word: &str| word.chars().count() > 1 && words::is_cyrillic(word);
    let space =
        |gap: Option<&str>| gap.is_some_and(|g| !g.is_empty() && g.chars().all(|c| matches!(c, ' ' | '\u{a0}')));
    let before = index.checked_sub(1)?;
    let next = passage.word(index + 1);
    let fits = russian(passage.word(before))
        && (russian(next) || next.starts_with(|c: char| c.is_ascii_digit()))
        && space(passage.gap(before))
        && space(passage.gap(index));
    fits.then(|| Foreign { letters: letter.to_owned(), alphabet: "word-alphabet-latin" })
}
