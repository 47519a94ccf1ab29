//! The wording of references: what words announce a clause, which numbers follow, and whose clause it is.

use super::super::words::{Word, words};
use crate::base::Number;

/// A recognised reference: bytes of the text and what they mean.
pub(super) struct Found {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) number: Number,
    pub(super) paragraph: Option<u32>,
}

/// Every reference in a text. `whole_clauses` says that clauses have whole numbers, so that «пункт 3» alone is one.
pub(super) fn find(text: &str, whole_clauses: bool) -> Vec<Found> {
    let words = words(text);
    let mut found = Vec::new();
    let mut i = 0;
    while i < words.len() {
        match at(&words, i, whole_clauses) {
            Some((references, next)) if next > i => {
                found.extend(references);
                i = next;
            }
            _ => i += 1,
        }
    }
    found
}

/// The references whose first word is the one at `i`, and the word after them.
fn at(words: &[Word<'_>], i: usize, whole_clauses: bool) -> Option<(Vec<Found>, usize)> {
    let first = words.get(i)?;
    let mut at = i;
    let mut paragraph = None;
    if is_paragraph_word(first.text) {
        let (n, next) = ordinal(words, i + 1)?;
        paragraph = Some(n);
        at = next;
    }
    let kind = kind_of(words.get(at)?.text)?;
    if paragraph.is_some() && kind == Kind::Section || belongs_to_article(words, i) {
        return None;
    }
    let numbers = numbers(words, at + 1);
    let (last, next) = numbers.last().map(|n| (n.word, n.word + 1))?;
    let tail = tail_of(words, last);
    if tail == Tail::Foreign {
        return None;
    }
    let bare_whole = numbers.iter().any(|n| n.number.depth() == 1) && kind == Kind::Clause;
    if bare_whole && !whole_clauses && tail != Tail::Regulation {
        return None;
    }
    if kind == Kind::Section && numbers.iter().any(|n| n.number.depth() > 1) {
        return None;
    }
    let found = numbers
        .into_iter()
        .enumerate()
        .filter_map(|(k, n)| {
            let word = words.get(n.word)?;
            // The first number carries the words before it; of a list the others stand alone.
            let start = if k == 0 { first.start } else { word.start };
            Some(Found { start, end: word.start + n.len, number: n.number, paragraph: paragraph.filter(|_| k == 0) })
        })
        .collect();
    Some((found, next))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Clause,
    Section,
}

/// What kind of part a word announces, in any case form.
fn kind_of(word: &str) -> Option<Kind> {
    let lower = word.to_lowercase();
    let stem = lower.trim_end_matches('.');
    let ending = |stem: &str, base: &str| {
        stem.strip_prefix(base)
            .is_some_and(|e| matches!(e, "" | "а" | "у" | "ом" | "е" | "ы" | "ов" | "ам" | "ами" | "ах"))
    };
    if ending(stem, "пункт") || ending(stem, "подпункт") || matches!(stem, "п" | "пп" | "clause" | "clauses")
    {
        let dotted = !matches!(stem, "п" | "пп") || lower.ends_with('.');
        return dotted.then_some(Kind::Clause);
    }
    if ending(stem, "раздел") || matches!(lower.as_str(), "разд." | "section" | "sections") {
        return Some(Kind::Section);
    }
    None
}

fn is_paragraph_word(word: &str) -> bool {
    let lower = word.to_lowercase();
    lower == "абз."
        || lower
            .strip_prefix("абзац")
            .is_some_and(|e| matches!(e, "" | "а" | "у" | "ем" | "е" | "ы" | "ев" | "ам" | "ами" | "ах"))
}

/// Ordinal numerals by their stems; longer stems first where one begins another.
const ORDINALS: &[(&str, u32)] = &[
    ("одиннадцат", 11),
    ("двенадцат", 12),
    ("тринадцат", 13),
    ("четырнадцат", 14),
    ("пятнадцат", 15),
    ("шестнадцат", 16),
    ("семнадцат", 17),
    ("восемнадцат", 18),
    ("девятнадцат", 19),
    ("двадцат", 20),
    ("тридцат", 30),
    ("перв", 1),
    ("втор", 2),
    ("трет", 3),
    ("четверт", 4),
    ("пят", 5),
    ("шест", 6),
    ("седьм", 7),
    ("восьм", 8),
    ("девят", 9),
    ("десят", 10),
];

/// An ordinal in words or figures at `i`; of a list («второй и третий») the first. Gives the word after all of them.
fn ordinal(words: &[Word<'_>], i: usize) -> Option<(u32, usize)> {
    let one = |i: usize| -> Option<(u32, usize)> {
        let word = words.get(i)?.text.trim_end_matches(',').to_lowercase().replace('ё', "е");
        if let Ok(n) = word.parse() {
            return Some((n, i + 1));
        }
        let value = |word: &str| ORDINALS.iter().find(|(stem, _)| word.starts_with(stem)).map(|(_, n)| *n);
        if matches!(word.as_str(), "двадцать" | "тридцать") {
            let next = words.get(i + 1)?.text.to_lowercase().replace('ё', "е");
            return Some((value(&word)? + value(&next).filter(|n| *n < 10)?, i + 2));
        }
        Some((value(&word)?, i + 1))
    };
    let (first, mut next) = one(i)?;
    loop {
        let joint = usize::from(words.get(next).is_some_and(|w| matches!(w.text, "и" | "или" | "–" | "-" | "—")));
        match one(next + joint) {
            Some((_, after)) => next = after,
            None => return Some((first, next)),
        }
    }
}

struct ListedNumber {
    number: Number,
    /// The word that holds it.
    word: usize,
    /// Bytes of the number in the word, without a comma or full stop after it.
    len: usize,
}

/// The numbers of a list: «2.3», «2.3 и 2.4», «2.3, 2.4», «2.3–2.5» (both ends).
fn numbers(words: &[Word<'_>], from: usize) -> Vec<ListedNumber> {
    let mut numbers: Vec<ListedNumber> = Vec::new();
    let mut i = from;
    while let Some(word) = words.get(i) {
        let Some((number, len)) = clause_number(word.text) else { break };
        numbers.push(ListedNumber { number, word: i, len });
        let rest = word.text.get(len..).unwrap_or_default();
        let next_is_number = |i: usize| words.get(i).is_some_and(|w| clause_number(w.text).is_some());
        let joint = words.get(i + 1).is_some_and(|w| matches!(w.text, "и" | "или" | "–" | "-" | "—" | "and" | "or"));
        i = match rest {
            "" if joint && next_is_number(i + 2) => i + 2,
            "," if next_is_number(i + 1) => i + 1,
            _ => break,
        };
    }
    numbers
}

/// A clause number at the start of a word, and its length. «2.4.3648-20» and «2.4а» are other things.
fn clause_number(word: &str) -> Option<(Number, usize)> {
    let len = word.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(word.len());
    let digits = word.get(..len)?.trim_end_matches('.');
    let rest = word.get(digits.len()..)?;
    let clean = rest.trim_start_matches(['.', ',', ';', ':', ')', '»', '!', '?', ']']);
    // A range written without spaces: the first end is enough of a link.
    let range = clean.strip_prefix(['–', '—', '-']).is_some_and(|to| {
        Number::parse(to.trim_end_matches(['.', ',', ';', ':', ')', '»'])).is_some_and(|n| n.depth() > 1)
    });
    let number = Number::parse(digits).filter(|_| clean.is_empty() || range)?;
    // Numbers of sanitary rules look like clauses of a third level: 2.4.3648.
    number.parts().iter().all(|&p| p < 1000).then_some((number, digits.len()))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Tail {
    /// Nothing that names an act.
    None,
    /// «(настоящего) Положения».
    Regulation,
    /// Another act.
    Foreign,
}

/// First letters of what other acts are called, in the genitive that follows a clause.
const OTHER_ACTS: &[&str] = &[
    "правил",
    "закон",
    "постановлен",
    "приказ",
    "указ",
    "кодекс",
    "устав",
    "договор",
    "соглашен",
    "порядк",
    "письм",
    "распоряжен",
    "протокол",
    "решен",
    "требован",
    "рекомендац",
    "инструкц",
    "санпин",
    "конституц",
    "стандарт",
    "фгос",
    "фз",
    "стать",
    "ст.",
    "част",
    "ч.",
    "глав",
    "приложен",
    "перечн",
    "программ",
    "плана",
    "методическ",
];

/// Whose clause it is, by the words after its number.
fn tail_of(words: &[Word<'_>], last: usize) -> Tail {
    let ends = |i: usize| words.get(i).is_none_or(|w| w.text.ends_with(['.', ';', ':', ',', ')', '!', '?']));
    if ends(last) && !words.get(last).is_some_and(|w| w.text.ends_with(')')) || words.get(last + 1).is_none() {
        return Tail::None;
    }
    for word in words.iter().skip(last + 1).take(4) {
        let lower = word.text.trim_matches(['«', '(', '"']).to_lowercase();
        if lower.starts_with("положени") {
            return Tail::Regulation;
        }
        if lower == "№" || lower.starts_with('№') || OTHER_ACTS.iter().any(|act| lower.starts_with(act)) {
            return Tail::Foreign;
        }
        let bare = lower.trim_end_matches([',', '.', ';', ':', ')', '»']);
        // «Федерального закона», «этого приказа», «указанных правил»: adjectives may stand between.
        let adjective = ["ого", "его", "ых", "их", "ой", "ей", "сп"].iter().any(|e| bare.ends_with(e));
        if !adjective || bare.len() != lower.len() {
            return if bare == "сп" { Tail::Foreign } else { Tail::None };
        }
    }
    Tail::None
}

/// Whether the words before say that the clause is of an article: «статьи 29 пункт 2», «ч. 3 п. 2».
fn belongs_to_article(words: &[Word<'_>], i: usize) -> bool {
    let Some(before) = i.checked_sub(2).and_then(|j| Some((words.get(j)?, words.get(j + 1)?))) else { return false };
    let lower = before.0.text.to_lowercase();
    let names = matches!(lower.as_str(), "ст." | "ч.") || lower.starts_with("стать") || lower.starts_with("част");
    names && before.1.text.starts_with(|c: char| c.is_ascii_digit())
}
