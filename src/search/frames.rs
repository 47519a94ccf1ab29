//! How questions begin or end that ask for a certain kind of thing: «что такое …» asks for a term.

use super::unit::Kind;
use super::words::wording;

/// Phrases by kind, in the order in which they are tried.
const FRAMES: &str = include_str!("data/frames.txt");

/// The names of kinds as results have them; only those that a question can ask for.
const NAMES: [(&str, Kind); 4] =
    [("term", Kind::Term), ("order", Kind::Order), ("role", Kind::Role), ("act", Kind::Act)];

/// Kinds with their phrases. A phrase that ends in `$` stands at the end of a question, others at its beginning.
fn frames() -> impl Iterator<Item = (Kind, Vec<&'static str>)> {
    FRAMES.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let (name, phrases) = line.split_once(':')?;
        let (_, kind) = NAMES.iter().find(|(known, _)| *known == name)?;
        Some((*kind, phrases.split(',').map(str::trim).collect()))
    })
}

/// As the root script says them: the number of a kind and its phrases.
pub(super) fn written() -> Vec<(u64, String)> {
    frames().map(|(kind, phrases)| (kind as u64, phrases.join("|"))).collect()
}

/// The number of the kind that a question asks for; its text is folded.
pub(super) fn asked_kind(question: &str) -> Option<u64> {
    let words = wording(question);
    let words = format!(" {} ", words.trim_start_matches('='));
    let fits = |phrase: &&str| match phrase.strip_suffix('$') {
        Some(end) => words.ends_with(&format!(" {end} ")),
        None => words.starts_with(&format!(" {phrase} ")),
    };
    frames().find(|(_, phrases)| phrases.iter().any(fits)).map(|(kind, _)| kind as u64)
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
    fn every_line_of_the_file_names_a_kind_and_its_phrases_are_folded() {
        let lines = FRAMES.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).count();
        assert_eq!(frames().count(), lines);
        for phrase in frames().flat_map(|(_, phrases)| phrases) {
            assert_eq!(phrase, super::super::words::folded(phrase));
        }
    }
}
