//! Text to words to search by: the same rules as in the browser's script (`themes/default/js/search.js`), which a test
//! holds equal.
//!
//! Letters and figures by Unicode, lower case, ё as е. What is joined by hyphens, dots, `@` or slashes is found whole
//! and in parts; words joined by hyphens alone are also found written together, of three or more every two neighbours as
//! well. A word with figures or of one letter stays as it is, others are reduced to Snowball stems.

mod family;
mod fold;
mod map;
mod stem;

pub(super) use family::{family, family_into};
pub(super) use fold::{fold_into, folded};
pub(super) use map::{TextSet, WordMap};
pub(super) use stem::Stemmers;

/// A run of letters and figures with what joins them: `1.2.3685-21`, `видео-конференц-связь`, `info@sferum.ru`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Run {
    /// The parts between joints.
    pub(super) parts: Vec<String>,
    /// The joints between them, dashes as `-`.
    joints: Vec<char>,
}

impl Run {
    /// The run as one word, if it has several parts: written together when only hyphens join letters, else as it is.
    pub(super) fn whole(&self) -> Option<String> {
        if self.joints.is_empty() {
            return None;
        }
        if is_hyphened(self.parts.iter().map(String::as_str), &self.joints) {
            return Some(self.parts.concat());
        }
        let mut text = String::new();
        for (i, part) in self.parts.iter().enumerate() {
            text.push_str(part);
            text.extend(self.joints.get(i));
        }
        Some(text)
    }
}

/// Whether a word has a figure in it.
pub(super) fn has_figure(word: &str) -> bool {
    word.chars().any(char::is_numeric)
}

/// Whether a sign is a letter or a figure.
fn is_alphanumeric(c: char) -> bool {
    match c {
        'а'..='я' | 'a'..='z' | '0'..='9' => true,
        '\0'..='\u{7f}' => c.is_ascii_uppercase(),
        _ => c.is_alphanumeric(),
    }
}

/// The joint that a character is, if it may join.
fn joint(c: char) -> Option<char> {
    match c {
        '-' | '\u{2010}' | '\u{2011}' | '\u{2012}' | '\u{2013}' => Some('-'),
        '.' | '@' | '/' | '_' => Some(c),
        _ => None,
    }
}

/// The runs of a folded text.
pub(super) fn runs(folded: &str) -> Vec<Run> {
    let mut runs = Vec::new();
    each_run(folded, |parts, joints| {
        let parts = parts.iter().map(|part| (*part).to_owned()).collect();
        runs.push(Run { parts, joints: joints.to_vec() });
    });
    runs
}

/// Calls for each run of a folded text with its parts and the joints between them.
fn each_run<'a>(folded: &'a str, mut take: impl FnMut(&[&'a str], &[char])) {
    let (mut parts, mut joints): (Vec<&str>, Vec<char>) = (Vec::new(), Vec::new());
    let mut rest = folded;
    while let Some(start) = rest.find(is_alphanumeric) {
        rest = rest.get(start..).unwrap_or_default();
        loop {
            let (part, after) = rest.split_at(part_length(rest));
            parts.push(part);
            rest = after;
            // A joint counts only between two letters or figures.
            let mut ahead = after.chars();
            match (ahead.next().and_then(joint), ahead.clone().next()) {
                (Some(joint), Some(next)) if is_alphanumeric(next) => {
                    joints.push(joint);
                    rest = ahead.as_str();
                }
                _ => break,
            }
        }
        take(&parts, &joints);
        parts.clear();
        joints.clear();
    }
}

/// Length of the letters and figures at the head of a folded text.
fn part_length(folded: &str) -> usize {
    let bytes = folded.as_bytes();
    let mut at = 0;
    loop {
        match bytes.get(at..) {
            Some([b'a'..=b'z' | b'0'..=b'9', ..]) => at += 1,
            // From а to п, from р to я.
            Some([0xd0, 0xb0..=0xbf, ..] | [0xd1, 0x80..=0x8f, ..]) => at += 2,
            _ => match folded.get(at..).and_then(|rest| rest.chars().next()) {
                Some(c) if is_alphanumeric(c) => at += c.len_utf8(),
                _ => return at,
            },
        }
    }
}

/// Calls for every word of a folded text, as it is indexed before stemming: the parts of runs and the runs as wholes,
/// «конференцсвязь» beside «видеоконференцсвязь».
/// Single figures of a longer run say nothing and are left out.
pub(super) fn each_word(folded: &str, mut take: impl FnMut(&str)) {
    let mut whole = String::new();
    each_run(folded, |parts, joints| {
        if joints.is_empty() {
            parts.iter().for_each(|part| take(part));
            return;
        }
        let hyphened = is_hyphened(parts.iter().copied(), joints);
        whole.clear();
        for (i, part) in parts.iter().enumerate() {
            whole.push_str(part);
            whole.extend(joints.get(i).filter(|_| !hyphened));
        }
        take(&whole);
        if hyphened && parts.len() > 2 {
            parts.windows(2).for_each(|pair| take(&pair.concat()));
        }
        parts.iter().filter(|part| part.chars().nth(1).is_some()).for_each(|part| take(part));
    });
}

/// Every word of a text, as it is indexed before stemming.
pub(super) fn indexed(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    each_word(&folded(text), |word| words.push(word.to_owned()));
    words
}

/// Whether hyphens alone join letters alone.
fn is_hyphened<'a>(mut parts: impl Iterator<Item = &'a str>, joints: &[char]) -> bool {
    joints.iter().all(|&j| j == '-') && parts.all(|p| !has_figure(p))
}

/// A text as one word: what is asked in exactly these words.
pub(super) fn wording(folded: &str) -> String {
    let words: Vec<String> = runs(folded).into_iter().flat_map(|run| run.parts).collect();
    format!("={}", words.join(" "))
}

/// A hash that the browser makes too: FNV-1a over UTF-16 units, mixed so that the high bits are good.
pub(super) fn hash(text: &str) -> u32 {
    let mut h: u32 = 0x811c_9dc5;
    for unit in text.encode_utf16() {
        h = (h ^ u32::from(unit)).wrapping_mul(0x0100_0193);
    }
    h ^= h >> 16;
    h = h.wrapping_mul(0x85eb_ca6b);
    h ^= h >> 13;
    h = h.wrapping_mul(0xc2b2_ae35);
    h ^ (h >> 16)
}

#[cfg(test)]
#[allow(clippy::disallowed_methods, reason = "the twin of the browser is compared over files")]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        assert_eq!(indexed(text), expected);
    }

    #[test]
    fn joined_words_are_found_whole_and_in_part() {
        check(
            "видео-конференц-связь",
            &["видеоконференцсвязь", "видеоконференц", "конференцсвязь", "видео", "конференц", "связь"],
        );
        check("ссылка–приглашение!", &["ссылкаприглашение", "ссылка", "приглашение"]);
        check("СанПиН 1.2.3685-21.", &["санпин", "1.2.3685-21", "3685", "21"]);
        check("№ 04-423, 156-ФЗ", &["04-423", "04", "423", "156-фз", "156", "фз"]);
        check("info@sferum.ru", &["info@sferum.ru", "info", "sferum", "ru"]);
        check("и/или", &["и/или", "или"]);
    }
}

#[cfg(test)]
#[allow(clippy::disallowed_methods, reason = "the twin of the browser is compared over files")]
mod twin {
    use super::*;

    /// Writes stem, family and hash of each word of the file named by SVOD_WORDS to the file named by SVOD_STEMS;
    /// `tests/search/words.cjs` holds the browser's script to them.
    #[test]
    #[ignore = "needs node; run by tests/search/run"]
    fn words() {
        let words = std::fs::read_to_string(std::env::var("SVOD_WORDS").expect("SVOD_WORDS names a file")).unwrap();
        let stemmers = Stemmers::default();
        let mut out = String::new();
        for line in words.lines() {
            for word in indexed(line) {
                let stem = stemmers.stem(&word);
                out.push_str(&format!("{line}\t{word}\t{stem}\t{}\t{}\n", family(&stem), hash(&stem)));
            }
        }
        std::fs::write(std::env::var("SVOD_STEMS").unwrap(), out).unwrap();
    }
}
