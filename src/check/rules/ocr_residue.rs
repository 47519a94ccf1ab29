//! Russian words that a scanner read as Latin letters.

use crate::check::texts::{Reading, TextRule};
use crate::diag::{Code, Diagnostic, Diagnostics};

/// # What it does
/// Finds words of Latin letters among Russian ones that no language has: capitals that all look Russian, with four
/// consonants in a row, a doubled `H` or `I`, or eight of them, and `fl` or `Il` where a scanner saw «П».
///
/// # Why
/// Such a word is the trace of a bad scan: nobody can search or copy it, and orders № 1493 (items 23 and 24) ask that
/// the text of a document can be searched and copied.
///
/// # Example
/// `HPHHIITO` for «ПРИНЯТО», `flpororo n` for «Протокол».
///
/// # How to allow
/// `allow: [ocr-residue]` in `site.yml`, or `--allow ocr-residue`.
pub(crate) const RULE: TextRule = TextRule { code: Code::warning("ocr-residue"), of_form: false, run };

fn run(text: &Reading<'_>, out: &mut Diagnostics) {
    for passage in &text.passages {
        for index in 0..passage.words.len() {
            let word = passage.word(index);
            if word.len() >= 5 && word.is_ascii() && garbled(word) && !passage.in_address(index) {
                let place = passage.place(passage.between(index, index));
                out.push(Diagnostic::new(RULE.code, place).arg("word", word));
            }
        }
    }
}

fn garbled(word: &str) -> bool {
    shouted(word) || scanned(word)
}

/// Capitals that all look Russian, together as no other language has them.
fn shouted(word: &str) -> bool {
    let look_russian = word.bytes().all(|b| b"ABCEHIKMOPTXYJlb3".contains(&b));
    let capitals = word.bytes().filter(u8::is_ascii_uppercase).count();
    let roman = word.bytes().all(|b| b"IVXLCM".contains(&b));
    if !look_russian || roman || capitals < 5 {
        return false;
    }
    let vowel = |b: u8| b"AEIOY".contains(&b);
    let crowded = word.as_bytes().windows(4).any(|four| !four.iter().any(|&b| vowel(b)));
    // Five capitals may well be the name of a program: PHPKB.
    (crowded && capitals > 5) || word.contains("HH") || word.contains("II") || capitals >= 8
}

/// «П» read as `fl` or `Il`, before a consonant.
fn scanned(word: &str) -> bool {
    let heads = ["fl", "Il", "fI"];
    let tail = heads.iter().find_map(|head| word.strip_prefix(head));
    tail.is_some_and(|rest| rest.starts_with(['p', 'P', 'H', 'c', 'E']) && rest.len() >= 3)
}
