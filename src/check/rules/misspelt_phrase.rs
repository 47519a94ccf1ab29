//! Slips in set phrases of school papers.

use snowball_stemmers_rs::{Algorithm, Stemmer};
use strsim::osa_distance;

use crate::check::texts::words::{self, ByLetter};
use crate::check::texts::{Passage, Reading, TextRule, What};
use crate::diag::{Code, Diagnostic, Diagnostics};

/// # What it does
/// Finds phrases that are one or two letters away from a set phrase of such papers: «образовательной длительности»,
/// «технической поддежи», «персональных даных».
///
/// # Why
/// A spelling checker passes «длительность», and a signed act keeps its slips for years. In a set phrase the slip is
/// certain.
///
/// # Example
/// «при осуществлении образовательной длительности»
///
/// # How to allow
/// `allow: [misspelt-phrase]` in `site.yml`, or `--allow misspelt-phrase`.
pub(crate) const RULE: TextRule = TextRule { code: Code::warning("misspelt-phrase"), of_form: false, run };

/// Beginnings of a first word, and the second word with the stem that all its forms have.
const PHRASES: &[(&str, &str)] = &[
    ("образовательн", "деятельность"),
    ("образовательн", "отношения"),
    ("образовательн", "организация"),
    ("образовательн", "учреждение"),
    ("образовательн", "программа"),
    ("образовательн", "платформа"),
    ("образовательн", "процесс"),
    ("педагогическ", "работник"),
    ("педагогическ", "деятельность"),
    ("законн", "представитель"),
    ("техническ", "поддержка"),
    ("методическ", "рекомендации"),
    ("электронн", "подпись"),
    ("персональн", "данные"),
    ("локальн", "нормативный"),
    ("нормативн", "правовой"),
    ("личн", "кабинет"),
    ("учебн", "профиль"),
    ("пользовательск", "соглашение"),
    ("дистанционн", "технологии"),
    ("дистанционн", "мероприятие"),
    ("заключительн", "положения"),
    ("общ", "положения"),
    ("действующ", "законодательство"),
    ("российск", "законодательство"),
    ("информационн", "безопасность"),
    ("информационн", "система"),
    ("административн", "управленческий"),
    ("ответственн", "лицо"),
];

fn run(text: &Reading<'_>, out: &mut Diagnostics) {
    if text.what == What::Settings {
        return;
    }
    let phrases = ByLetter::new(PHRASES.iter().map(|phrase| (phrase.0, phrase)));
    let stemmer = Stemmer::create(Algorithm::Russian);
    let stem = |word: &str| stemmer.stem(&words::folded(word).collect::<String>()).into_owned();
    for passage in &text.passages {
        for index in 0..passage.words.len() {
            let Some(second) = slip(passage, index, &phrases, &stem) else { continue };
            let range = passage.between(index + 1, index + 1);
            let phrase = passage.slice(passage.between(index, index + 1));
            let phrase = phrase.split_whitespace().collect::<Vec<_>>().join(" ");
            out.push(Diagnostic::new(RULE.code, passage.place(range)).arg("phrase", phrase).arg("word", second));
        }
    }
}

/// The word that was meant after the word at `index`, if what stands there is nearly that.
fn slip(
    passage: &Passage<'_>,
    index: usize,
    phrases: &ByLetter<&'static (&'static str, &'static str)>,
    stem: &dyn Fn(&str) -> String,
) -> Option<&'static str> {
    let first = passage.word(index);
    let near = phrases.of(first);
    if near.is_empty() {
        return None;
    }
    // An adjective has up to three letters after its stem: «общ-его», not «общеевропейское».
    let letters = first.chars().count();
    let heads = |head: &str| words::begins(first, head) && letters <= head.chars().count() + 3;
    let mut candidates = near.iter().filter(|(head, _)| heads(head)).peekable();
    candidates.peek()?;
    let second = passage.word(index + 1);
    let close = passage.gap(index)?.chars().all(char::is_whitespace);
    if !close || passage.divided(index + 1) || second.chars().count() < 5 || !words::is_cyrillic(second) {
        return None;
    }
    let found = stem(second);
    let candidates: Vec<(&str, String)> = candidates.map(|(_, word)| (*word, stem(word))).collect();
    if candidates.iter().any(|(_, expected)| *expected == found) {
        return None;
    }
    let near = |expected: &str| {
        let letters = expected.chars().count();
        let limit = if letters >= 8 { 2 } else { 1 };
        letters >= 4 && osa_distance(&found, expected) <= limit && found.chars().next() == expected.chars().next()
    };
    candidates.iter().find(|(_, expected)| near(expected)).map(|(word, _)| *word)
}
