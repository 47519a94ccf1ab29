//! An electronic mail address given as a site.

use crate::check::texts::{Passage, Reading, TextRule, words};
use crate::diag::{Code, Diagnostic, Diagnostics};

/// # What it does
/// Finds an address with `@` in the list of addresses that follows the word «сайт».
///
/// # Why
/// Nobody can open a mail address as a site: either the wrong address stands here, or it is for letters and the text
/// has to say so.
///
/// # Example
/// «на сайте prof-sferum.ru, info@sferum.ru»
///
/// # How to allow
/// `allow: [email-as-site]` in `site.yml`, or `--allow email-as-site`.
pub(crate) const RULE: TextRule = TextRule { code: Code::warning("email-as-site"), of_form: false, run };

/// Forms of «сайт» that name the place an address follows.
const SITE: &[&str] = &["сайт", "сайта", "сайте", "сайту", "сайтом", "сайты", "сайтах", "сайтов", "сайтам", "вебсайт"];

fn run(text: &Reading<'_>, out: &mut Diagnostics) {
    for passage in text.passages.iter().filter(|p| p.text.contains('@')) {
        for index in 0..passage.words.len() {
            if SITE.iter().any(|form| words::is(passage.word(index), form))
                && let Some((address, range)) = mail_after(passage, index)
            {
                out.push(Diagnostic::new(RULE.code, passage.place(range)).arg("address", address));
            }
        }
    }
}

/// The first mail address among the addresses that follow a word, nothing but commas and «и» between them.
fn mail_after(passage: &Passage<'_>, index: usize) -> Option<(String, std::ops::Range<usize>)> {
    let start = passage.words.get(index)?.end;
    let mut at = start;
    let rest = passage.slice(start..passage.text.len());
    for token in rest.split_inclusive([' ', '\n', '\u{a0}', ',', ';']) {
        let bare = token.trim_matches(|c: char| {
            c.is_whitespace() || matches!(c, ',' | ';' | ':' | '«' | '»' | '"' | '<' | '>' | '—' | '–')
        });
        let word = bare.trim_end_matches(['.', ')']);
        let from = at + token.find(word).unwrap_or_default();
        at += token.len();
        if word.contains('@') {
            return Some((word.to_owned(), from..from + word.len()));
        }
        let address = !word.is_empty() && word.is_ascii() && word.len() > 1;
        if !(word.is_empty() || address || words::is(word, "и")) || bare.ends_with(['.', ')']) {
            return None;
        }
    }
    None
}
