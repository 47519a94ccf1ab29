//! How questions begin or end that ask for a certain kind of thing: «что такое …» asks for a term, «сколько …» for a
//! number.

use super::unit::Kind;
use super::words::wording;

/// Phrases by kind, in the order in which they are tried.
const FRAMES: &str = include_str!("data/frames.txt");

/// The names of kinds as results have them; only those that a question can ask for.
const NAMES: [(&str, Kind); 4] =
    [("term", Kind::Term), ("order", Kind::Order), ("role", Kind::Role), ("act", Kind::Act)];

/// The lines of the file: a name and its phrases.
fn lines() -> impl Iterator<Item = (&'static str, Vec<&'static str>)> {
    FRAMES.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let (name, phrases) = line.split_once(':')?;
        Some((name, phrases.split(',').map(str::trim).collect()))
    })
}

fn named(name: &str) -> Vec<&'static str> {
    lines().find(|(known, _)| *known == name).map(|(_, phrases)| phrases).unwrap_or_default()
}

/// Kinds with their phrases. A phrase that ends in `$` stands at the end of a question, others at its beginning.
fn kinds() -> impl Iterator<Item = (Kind, Vec<&'static str>)> {
    lines().filter_map(|(name, phrases)| Some((NAMES.iter().find(|(known, _)| *known == name)?.1, phrases)))
}

/// As the root script says them: the number of a kind and its phrases; what asks for a number, what tells one, what is
/// asked in doubt, and what asks for a person.
pub(super) fn written() -> (Vec<(u64, String)>, [String; 4]) {
    let kinds = kinds().map(|(kind, phrases)| (kind as u64, phrases.join("|"))).collect();
    (kinds, ["number", "numerals", "doubt", "who"].map(|name| named(name).join("|")))
}

/// The words of a folded text with a space on each side of each.
fn spaced(text: &str) -> String {
    format!(" {} ", wording(text).trim_start_matches('='))
}

fn fits(question: &str, phrases: &[&str]) -> bool {
    phrases.iter().any(|phrase| match phrase.strip_suffix('$') {
        Some(end) => question.ends_with(&format!(" {end} ")),
        None => question.starts_with(&format!(" {phrase} ")),
    })
}

/// Whether one of the words stands anywhere in a text.
fn has(text: &str, name: &str) -> bool {
    let words = spaced(text);
    named(name).iter().any(|word| words.contains(&format!(" {word} ")))
}

/// The number of the kind that a question asks for; its text is folded.
pub(super) fn asked_kind(question: &str) -> Option<u64> {
    let words = spaced(question);
    kinds().find(|(_, phrases)| fits(&words, phrases)).map(|(kind, _)| kind as u64)
}

/// Whether a folded question asks how many.
pub(super) fn asks_number(question: &str) -> bool {
    fits(&spaced(question), &named("number"))
}

/// Whether a folded text tells a number.
pub(super) fn tells_number(text: &str) -> bool {
    text.chars().any(char::is_numeric) || has(text, "numerals")
}

/// Whether a folded question asks for what rules often do not tell.
pub(super) fn doubts(question: &str) -> bool {
    has(question, "doubt") && !has(question, "who")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_asks_for_a_kind_by_its_first_or_last_words() {
        for (question, kind) in [
            ("что такое учебный профиль?", Some(Kind::Term)),
            ("узкие специалисты — это кто", Some(Kind::Term)),
            ("что такого в чате", None),
            ("приказ о дополнительных администраторах", Some(Kind::Order)),
            ("где приказ", None),
            ("как зовут администратора", Some(Kind::Role)),
            ("", None),
        ] {
            assert_eq!(asked_kind(question), kind.map(|kind| kind as u64), "{question}");
        }
    }

    #[test]
    fn who_asks_how_many_wants_a_number() {
        assert!(asks_number("сколько хранятся записи") && asks_number("во сколько урок"));
        assert!(!asks_number("отчет, сколько человек вошло"));
        assert!(tells_number("до 1 мая") && tells_number("в течение десяти рабочих дней"));
        assert!(!tells_number("одинаковые двери"));
    }

    #[test]
    fn who_asks_whether_is_in_doubt_and_who_asks_who_is_not() {
        assert!(doubts("выдадут ли ноутбук") && doubts("как перевестись в другой класс?"));
        assert!(!doubts("кто знает, как удалить чат") && !doubts("удалить аккаунт") && !doubts("лист и листва"));
    }

    #[test]
    fn every_line_of_the_file_is_of_use_and_its_phrases_are_folded() {
        assert_eq!(lines().count(), FRAMES.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).count());
        assert_eq!(lines().count(), kinds().count() + 4);
        for phrase in lines().flat_map(|(_, phrases)| phrases) {
            assert_eq!(phrase, super::super::words::folded(phrase));
        }
    }
}
