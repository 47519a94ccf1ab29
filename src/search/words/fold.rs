//! Letters as both sides compare them.

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// The sign of stress that stands over the letter before: «спра́вки».
const STRESS: char = '\u{301}';

/// The text as both sides compare it: NFC, lower case, ё as е, no soft hyphens, no signs of stress.
pub(in super::super) fn folded(text: &str) -> String {
    let mut folded = String::new();
    fold_into(text, &mut folded);
    folded
}

/// The same into a text that is there already.
pub(in super::super) fn fold_into(text: &str, out: &mut String) {
    out.clear();
    // Nearly all texts are NFC as they are, and nearly all letters are of two alphabets.
    if fold_plainly(text, out).is_some() {
        return;
    }
    out.clear();
    let nfc: String = match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => text.to_owned(),
        _ => text.nfc().collect(),
    };
    let lower = nfc.chars().filter(|&c| c != '\u{ad}' && c != STRESS).flat_map(char::to_lowercase);
    out.extend(lower.map(|c| if c == 'ё' { 'е' } else { c }));
}

/// The same for a text of signs that need no look into tables; nothing when there are others.
fn fold_plainly(text: &str, out: &mut String) -> Option<()> {
    out.reserve(text.len());
    let mut rest = text;
    loop {
        let (same, after) = rest.split_at_checked(as_it_is(rest))?;
        out.push_str(same);
        let mut after = after.chars();
        match after.next() {
            None => return Some(()),
            Some(c @ 'A'..='Z') => out.push(c.to_ascii_lowercase()),
            Some(c @ 'А'..='Я') => out.push(char::from_u32(u32::from(c) + 32).unwrap_or(c)),
            Some('ё' | 'Ё') => out.push('е'),
            Some('\u{ad}') => {}
            Some(c @ ('«' | '»' | '—' | '–' | '…' | '№' | '\u{a0}')) => out.push(c),
            Some(_) => return None,
        }
        rest = after.as_str();
    }
}

/// Length of the stretch at the head of a text that folding leaves as it is; at least of what is small letters of two
/// alphabets, figures and common signs.
fn as_it_is(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut at = 0;
    loop {
        match bytes.get(at..) {
            Some([b'A'..=b'Z', ..]) => return at,
            Some([0..=0x7f, ..]) => at += 1,
            // From а to п, from р to я.
            Some([0xd0, 0xb0..=0xbf, ..] | [0xd1, 0x80..=0x8f, ..]) => at += 2,
            _ => return at,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(folded(text), expected);
    }

    #[test]
    fn letters_are_folded() {
        check("Ещё ЁЖ и\u{306}од сло\u{ad}во", "еще еж йод слово");
        check("АПРЯ апря ПАРолЬ «Ёж» №\u{a0}5 ЙйZz~", "апря апря пароль «еж» №\u{a0}5 ййzz~");
        check("Свет ÄÖ ЂѢ", "свет äö ђѣ");
        check("Спра\u{301}вки о\u{301} cafe\u{301}", "справки о café");
        check("", "");
    }
}
