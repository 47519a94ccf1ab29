//! Terms that no text has.

use std::collections::BTreeMap;

use crate::check::texts::{of_blocks, words};
use crate::check::{Context, Rule};
use crate::diag::{Code, Diagnostic, Diagnostics};

/// # What it does
/// Notes records of `terms.yml` whose term and abbreviation stand, in any case, in no edition, instruction, order,
/// decision, question, act or other term.
///
/// # Why
/// Perhaps the text calls the thing by another name, and the page of terms explains a word that nobody meets.
///
/// # Example
/// `term: электронный журнал` while all texts say «дневник».
///
/// # How to allow
/// `allow: [term-never-used]` in `site.yml`, or `--allow term-never-used`.
pub(crate) const RULE: Rule = Rule { code: Code::note("term-never-used"), of_absence: true, run };

fn run(cx: &Context<'_>, out: &mut Diagnostics) {
    let register = cx.register();
    // A site without a text of its own is being begun.
    if register.terms.is_empty() || register.editions().next().is_none() {
        return;
    }
    let terms = || register.terms.iter().enumerate();
    let meanings = terms().map(|(at, term)| (Some(at), keys(&term.means)));
    let words = Words::new(texts(cx).iter().map(|text| (None, keys(text))).chain(meanings).collect());
    for (at, term) in terms() {
        let names = [Some(&term.term), term.abbreviation.as_ref()];
        // What a term means does not speak of the term.
        if !names.into_iter().flatten().any(|name| words.hold(&keys(name), Some(at))) {
            out.push(Diagnostic::new(RULE.code, term.at.key("term")).arg("term", term.term.as_str()));
        }
    }
}

/// Every word of the site with its places: each term asks for its first word and looks on from there, so that many
/// terms in many texts are no more work than both together.
struct Words {
    /// Texts as keys, and of which term each is the meaning, if of any.
    texts: Vec<(Option<usize>, Vec<String>)>,
    /// By key: text, and place in the text.
    places: BTreeMap<String, Vec<(usize, usize)>>,
}

impl Words {
    fn new(texts: Vec<(Option<usize>, Vec<String>)>) -> Self {
        let mut places: BTreeMap<String, Vec<(usize, usize)>> = BTreeMap::new();
        for (text, (_, words)) in texts.iter().enumerate() {
            for (at, word) in words.iter().enumerate() {
                places.entry(word.clone()).or_default().push((text, at));
            }
        }
        Self { texts, places }
    }

    /// Whether these words stand one after the other in some text that is not the meaning of the term `own`.
    fn hold(&self, words: &[String], own: Option<usize>) -> bool {
        let Some((first, rest)) = words.split_first() else { return false };
        self.like(first).flatten().any(|&(text, at)| {
            let Some((of, text)) = self.texts.get(text) else { return false };
            let follow = text.get(at + 1..=at + rest.len());
            (own.is_none() || *of != own) && follow.is_some_and(|text| text.iter().zip(rest).all(|(a, b)| fits(a, b)))
        })
    }

    /// The places of every word that [`fits`] this one: it begins with it, or is the beginning of it.
    fn like<'a>(&'a self, word: &'a str) -> impl Iterator<Item = &'a Vec<(usize, usize)>> {
        let long = word.chars().count() >= SHORT;
        let longer = self
            .places
            .range(word.to_owned()..)
            .take_while(move |(key, _)| if long { key.starts_with(word) } else { *key == word });
        let ends = word.char_indices().map(|(at, _)| at).skip(SHORT);
        let beginnings = ends.filter_map(|end| self.places.get(word.get(..end)?));
        longer.map(|(_, places)| places).chain(beginnings)
    }
}

/// Every text of the site that is at hand; ordinary pages are not.
fn texts(cx: &Context<'_>) -> Vec<String> {
    let register = cx.register();
    let mut texts = Vec::new();
    let mut read =
        |blocks| texts.extend(of_blocks(crate::base::FileId(0), blocks).into_iter().map(|p| p.text.into_owned()));
    for edition in register.editions() {
        read(&edition.text.preamble);
        edition.text.walk(&mut |part| read(&part.blocks));
    }
    cx.site.instructions.iter().for_each(|i| read(&i.doc.blocks));
    cx.site.order_texts.iter().for_each(|t| read(&t.doc.blocks));
    for edition in register.editions() {
        texts.push(edition.front.title.clone());
        edition.text.walk(&mut |part| texts.push(crate::check::texts::prose(&part.title)));
    }
    for order in register.orders.iter() {
        texts.push(order.title.clone());
        texts.extend(order.preamble.iter().chain(&order.points).cloned());
    }
    texts.extend(register.decisions.iter().map(|d| d.text.clone()));
    texts.extend(register.roles.iter().map(|r| r.title.clone()));
    texts.extend(register.acts.iter().map(|a| a.title.clone()));
    for question in &register.questions {
        texts.push(question.question.clone());
        texts.extend(question.text.clone());
    }
    texts
}

/// Words without their endings, so that all cases of a word are one.
fn keys(text: &str) -> Vec<String> {
    let key = |word: &str| {
        let letters: Vec<char> = words::folded(word).collect();
        let keep = match letters.len() {
            0..=3 => letters.len(),
            4 => 3,
            5..=7 => letters.len() - 2,
            n => n - 3,
        };
        letters.into_iter().take(keep).collect::<String>()
    };
    words::words(text).into_iter().filter_map(|range| text.get(range)).map(key).collect()
}

/// Fewer letters than this are a word of their own and no beginning of another.
const SHORT: usize = 3;

fn fits(a: &str, b: &str) -> bool {
    let begins = |long: &str, short: &str| short.chars().count() >= SHORT && long.starts_with(short);
    a == b || begins(a, b) || begins(b, a)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_in_any_case() {
        let check = |text: &str, term: &str, expected: bool| {
            assert_eq!(Words::new(vec![(None, keys(text))]).hold(&keys(term), None), expected, "{term}");
        };
        check("в учебном профиле", "учебный профиль", true);
        check("чаты и каналы", "чат", true);
        check("ссылку-приглашение", "ссылка-приглашение", true);
        check("в своей пользовательской роли", "пользовательская роль", true);
        check("учебный год", "учебный профиль", false);
        check("участникам образовательных отношений", "участники образовательных отношений", true);
    }

    #[test]
    fn looking_up_finds_what_reading_on_finds() {
        let texts = [
            "учебный профиль ученика",
            "профиль учебный",
            "уч",
            "учеба и учебники",
            "чаты чат чатов",
            "а б в",
            "б в г",
        ];
        let keyed: Vec<Vec<String>> = texts.iter().map(|text| keys(text)).collect();
        let words = Words::new(keyed.iter().map(|text| (None, text.clone())).collect());
        for term in [
            "учебный",
            "учебный профиль",
            "профиль ученика",
            "уче",
            "уч",
            "учеб",
            "чат",
            "б в",
            "а в",
            "в г",
            "",
            "год",
        ] {
            let term = keys(term);
            let read =
                |text: &Vec<String>| text.windows(term.len()).any(|w| w.iter().zip(&term).all(|(a, b)| fits(a, b)));
            assert_eq!(words.hold(&term, None), !term.is_empty() && keyed.iter().any(read), "{term:?}");
        }
    }

    #[test]
    fn a_meaning_does_not_speak_of_its_own_term() {
        let words = Words::new(vec![(Some(0), keys("чат класса")), (Some(1), keys("канал чата"))]);
        assert!(words.hold(&keys("чат"), Some(0)) && !words.hold(&keys("класс"), Some(0)));
        assert!(words.hold(&keys("класс"), Some(1)) && !words.hold(&keys("канал"), Some(1)));
    }
}
