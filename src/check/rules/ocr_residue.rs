//! Russian words that a scanner read as Latin letters.

use crate::check::texts::{Reading, TextRule};
use crate::diag::{Code, Diagnostic, Diagnostics};

/// # What it does
/// Finds words of Latin letters among Russian ones that no language has: capitals that all look Russian, with four
/// consonants in a row or a doubled `H` or `I`, and `fl` or `Il` where a scanner saw «П».
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
            if word.len() >= 5 && word.is_ascii() && !passage.in_address(index) && garbled(word) {
                let place = passage.place(passage.between(index, index));
                out.push(Diagnostic::new(RULE.code, place).arg("word", word));
            }
        }
    }
}

fn garbled(word: &str) -> bool {
    let look_russian = word.bytes().all(|b| b"ABCEHIKMOPTXYl3".contains(&b));
    let consonants = word.bytes().map(|b| !b"AEIOYaeioyu".contains(&b));
    let mut longest = 0;
    let mut run = 0;
    for consonant in consonants {
        run = if consonant { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    let capitals = look_russian && (longest >= 4 || word.contains("HH") || word.contains("II")) && !roman(word);
    let scanned = ["fl", "Il", "fI"].iter().any(|head| {
        word.strip_prefix(head).is_some_and(|rest| rest.starts_with(['p', 'P', 'H', 'c', 'E']) && rest.len() >= 3)
    });
    capitals || scanned
}

fn roman(word: &str) -> bool {
    word.bytes().all(|b| b"IVXLCM".contains(&b))
}
