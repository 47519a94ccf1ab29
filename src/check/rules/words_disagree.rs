//! An adjective and a noun that cannot belong together.

use crate::check::texts::{Passage, Reading, TextRule, What, words};
use crate::diag::{Code, Diagnostic, Diagnostics};

/// # What it does
/// Finds an adjective in one case right before a noun in another, in the one pair that Russian endings tell for
/// certain: «информационными ресурсам».
///
/// # Why
/// A sentence that was changed and not read again. In an act that binds people it makes the reader guess.
///
/// # Example
/// «знакомиться с информационными ресурсам»
///
/// # How to allow
/// `allow: [words-disagree]` in `site.yml`, or `--allow words-disagree`.
pub(crate) const RULE: TextRule = TextRule { code: Code::warning("words-disagree"), of_form: false, run };

/// Ends of adjectives that are neither nouns nor participles («направленных школам» is in order), before their endings.
const ADJECTIVES: &[&str] = &["ческ", "ционн", "сионн", "льн", "ебн", "ивн", "овск"];
fn run(text: &Reading<'_>, out: &mut Diagnostics) {
    if !matches!(text.what, What::Edition | What::Instruction { .. } | What::OrderText | What::Page) {
        return;
    }
    for passage in &text.passages {
        for index in 0..passage.words.len() {
            if disagrees(passage, index) {
                let range = passage.between(index, index + 1);
                let words = passage.slice(range.clone()).split_whitespace().collect::<Vec<_>>().join(" ");
                out.push(Diagnostic::new(RULE.code, passage.place(range)).arg("words", words));
            }
        }
    }
}

fn disagrees(passage: &Passage<'_>, index: usize) -> bool {
    let adjective = passage.word(index);
    let Some(stem) = ["ых", "их", "ыми", "ими"].iter().find_map(|ending| adjective.strip_suffix(ending))
    else {
        return false;
    };
    let close = passage.gap(index).is_some_and(|gap| gap.chars().all(char::is_whitespace));
    let noun = passage.word(index + 1);
    let dative = (noun.ends_with("ам") || noun.ends_with("ям")) && noun.chars().count() >= 5;
    close && dative && words::is_cyrillic(noun) && ADJECTIVES.iter().any(|end| stem.ends_with(end))
}
