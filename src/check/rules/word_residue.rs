//! What Word, PDF and their kin leave in pasted text.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::check::texts::{Passage, Reading, TextRule};
use crate::diag::{Arg, Code, Diagnostic, Diagnostics, Place};

/// # What it does
/// Finds glyphs of symbol fonts, soft hyphens, invisible and lost characters, words that stay cut where the source cut
/// its line, dashes in the place of hyphens, and addresses left over from the links of a PDF. Of each kind the first in a file is shown, with the
/// number of all. Bullets that are read as list items are told by `word-bullet` instead.
///
/// # Why
/// A glyph shows as an empty box on other machines; a word with a soft hyphen inside is found by no search; a lost
/// character is a lost letter.
///
/// # Example
/// `обра­зовательный` with an invisible hyphen, `VK-` at the end of a line and `мессенджера` on the next.
///
/// # How to allow
/// `allow: [word-residue]` in `site.yml`, or `--allow word-residue`.
pub(crate) const RULE: TextRule = TextRule { code: Code::warning("word-residue"), of_form: true, run };

/// Of one kind: the first place, its sign and how many there are.
type Seen = BTreeMap<&'static str, (Place, String, usize)>;

fn run(text: &Reading<'_>, out: &mut Diagnostics) {
    let mut seen = Seen::new();
    for passage in &text.passages {
        if passage.text.bytes().any(may_be_residue) {
            for (at, c) in passage.text.char_indices().filter(|(_, c)| !c.is_ascii_graphic()) {
                if let Some(kind) = kind(c) {
                    note(passage, at..at + c.len_utf8(), kind, format!("U+{:04X}", u32::from(c)), &mut seen);
                }
            }
        }
        for (at, _) in passage.text.match_indices("-\n").chain(passage.text.match_indices("-\r\n")) {
            let before = passage.slice(0..at).rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
            let rest = passage.slice(at + 1..passage.text.len());
            let next = rest.trim_start_matches(['\r', '\n', ' ', '\t']);
            let after = next.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
            let word = |w: &str| w.chars().next().is_some_and(char::is_alphabetic);
            if word(before) && word(after) && !after.starts_with(char::is_uppercase) {
                let start = at - before.len();
                let end = passage.text.len() - next.len() + after.len();
                note(passage, start..end, "word-residue-cut", format!("{before}-{after}"), &mut seen);
            }
        }
        for index in 0..passage.words.len() {
            if compound(passage, index) {
                let range = passage.between(index, index + 1);
                let sign = passage.slice(range.clone()).to_owned();
                note(passage, range, "word-residue-dash", sign, &mut seen);
            }
        }
        let lines = passage.text.contains("mailto:").then(|| passage.text.lines().map(str::trim));
        for line in lines.into_iter().flatten() {
            if line.strip_prefix("mailto:").is_some_and(|to| to.contains('@') && !to.contains(char::is_whitespace)) {
                let at = passage.text.find(line).unwrap_or_default();
                note(passage, at..at + line.len(), "word-residue-link", line.to_owned(), &mut seen);
            }
        }
    }
    for (kind, (place, sign, count)) in seen {
        out.push(
            Diagnostic::new(RULE.code, place)
                .arg("what", Arg::Word(kind.to_owned()))
                .arg("sign", sign)
                .arg("count", count),
        );
    }
}

fn note(passage: &Passage<'_>, range: Range<usize>, kind: &'static str, sign: String, seen: &mut Seen) {
    match seen.get_mut(kind) {
        Some((_, _, count)) => *count += 1,
        None => {
            seen.insert(kind, (passage.place(range), sign, 1));
        }
    }
}

/// Whether a dash with gaps stands for the hyphen of a compound adjective, as Word makes of it: «организационно –
/// распорядительные».
fn compound(passage: &Passage<'_>, index: usize) -> bool {
    // Between most words is a space alone.
    let wide = passage.gap(index).filter(|gap| gap.len() > 1);
    // The long dash is no work of Word: who sets it means a dash, «Неактивно — суммарное количество».
    let dash = wide.is_some_and(|gap| matches!(gap.trim(), "–" | "-" | "−") && gap.trim() != gap);
    let (first, second) = (passage.word(index), passage.word(index + 1));
    let heads = ["ционно", "тивно", "ально", "ебно", "итарно", "урно", "учно", "ческо", "озно", "ельно"];
    let ends = [
        "ый", "ий", "ого", "его", "ому", "ему", "ым", "им", "ом", "ем", "ая", "яя", "ой", "ей", "ую", "ое", "ые", "ие",
        "ых", "их", "ыми", "ими",
    ];
    dash && first.chars().count() >= 6
        && heads.iter().any(|head| first.ends_with(head))
        && second.chars().count() >= 7
        && second.chars().next().is_some_and(char::is_lowercase)
        && ends.iter().any(|end| second.ends_with(end))
}

/// Whether a byte may begin a character of some [`kind`]; letters of Russian and of ASCII never do.
fn may_be_residue(byte: u8) -> bool {
    byte >= 0xe2 || matches!(byte, 0xc2 | 0x0b | 0x1e | 0x1f)
}

fn kind(c: char) -> Option<&'static str> {
    match c {
        '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10fffd}' => Some("word-residue-glyph"),
        '\u{ad}' => Some("word-residue-soft-hyphen"),
        '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{0b}' | '\u{1e}' | '\u{1f}' => Some("word-residue-invisible"),
        '\u{fffd}' => Some("word-residue-lost"),
        _ => None,
    }
}
