//! One name for two things.

use std::collections::BTreeMap;
use std::ops::Range;

use super::{current_editions, passages};
use crate::check::texts::{Passage, words};
use crate::check::{Context, Rule};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::model::Edition;

/// # What it does
/// Finds terms and abbreviations of `terms.yml` that another record has too, and names that an edition defines twice by
/// «(далее — …)».
///
/// # Why
/// A name that means two things decides nothing.
///
/// # Example
/// Two records with `abbreviation: ЭД`; «(далее — платформа)» in 1.1 and once more in 2.1.
///
/// # How to allow
/// `allow: [term-defined-twice]` in `site.yml`, or `--allow term-defined-twice`.
pub(crate) const RULE: Rule = Rule { code: Code::warning("term-defined-twice"), of_absence: false, run };

fn run(cx: &Context<'_>, out: &mut Diagnostics) {
    let mut first: BTreeMap<String, (String, Place)> = BTreeMap::new();
    for term in cx.register().terms.iter() {
        let names = [(Some(&term.term), "term"), (term.abbreviation.as_ref(), "abbreviation")];
        for (name, key) in names.into_iter().filter_map(|(name, key)| Some((name?, key))) {
            let place = term.at.key(key);
            match first.get(&plain(name)) {
                Some((id, earlier)) if id != term.id.as_str() => {
                    out.push(
                        Diagnostic::new(RULE.code, place)
                            .arg("term", name.as_str())
                            .related("label-first", earlier.clone()),
                    );
                }
                Some(_) => {}
                None => drop(first.insert(plain(name), (term.id.as_str().to_owned(), place))),
            }
        }
    }
    for edition in current_editions(cx) {
        let mut first: BTreeMap<String, Place> = BTreeMap::new();
        for (name, place) in definitions(edition) {
            match first.get(&plain(&name)) {
                Some(earlier) => {
                    out.push(
                        Diagnostic::new(RULE.code, place).arg("term", name).related("label-first", earlier.clone()),
                    );
                }
                None => drop(first.insert(plain(&name), place)),
            }
        }
    }
}

/// A name as it is compared.
fn plain(name: &str) -> String {
    let letters: String = words::folded(name).filter(|c| !matches!(c, '«' | '»' | '„' | '“' | '"')).collect();
    letters.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Names that an edition defines by «(далее — …)», in reading order.
pub(super) fn definitions(edition: &Edition) -> Vec<(String, Place)> {
    let of_passage = |passage: &Passage<'_>| -> Vec<(String, Place)> {
        defined(&passage.text).into_iter().map(|r| (passage.slice(r.clone()).to_owned(), passage.place(r))).collect()
    };
    passages(edition).iter().flat_map(of_passage).collect()
}

/// Names defined in a text: what stands in brackets after «далее» and a dash, cut at commas.
fn defined(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for (open, _) in text.match_indices('(') {
        let inner = &text[open + 1..];
        let inner = &inner[..inner.find(')').unwrap_or(inner.len())];
        let head = inner.trim_start();
        let Some(after) = ["далее", "Далее"].iter().find_map(|word| head.strip_prefix(word)) else {
            continue;
        };
        let after = after.trim_start();
        let after = after.strip_prefix("по тексту").unwrap_or(after).trim_start();
        let Some(names) = after.strip_prefix(['–', '—', '-', ':', '−']) else { continue };
        let mut at = open + 1 + (inner.len() - names.len());
        // «военнослужащие, проходящие военную службу по призыву» is one name.
        let whole = names.split(',').skip(1).any(|piece| piece.split_whitespace().count() > 3);
        for piece in names.split(|c| c == ',' && !whole) {
            let name = piece.trim();
            let start = at + (piece.len() - piece.trim_start().len());
            if !name.is_empty() {
                found.push(start..start + name.len());
            }
            at += piece.len() + 1;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::check;

    #[test]
    fn names_of_two_records() {
        let text = "
terms:
  - {id: a, term: электронный дневник, means: М, abbreviation: ЭД}
  - {id: b, term: «Электронный  дневник», means: М}
  - {id: c, term: эксперт, means: М, abbreviation: ЭД}
  - {id: d, term: MAX, means: М, abbreviation: MAX}
";
        let expected = ["terms/1/term term=«Электронный  дневник»", "terms/2/abbreviation term=ЭД"];
        check(&RULE, text, "2026-05-01", &expected);
    }

    #[test]
    fn names_in_brackets() {
        let names = |text: &'static str| defined(text).into_iter().map(|r| &text[r]).collect::<Vec<_>>();
        assert_eq!(names("школа (далее — школа, Школа № 0)"), ["школа", "Школа № 0"]);
        assert_eq!(names("платформа (далее – ИКОП\n«Сферум») и (см. далее – пункт 2)"), ["ИКОП\n«Сферум»"]);
        assert_eq!(names("(далее — дети, не достигшие шести лет)"), ["дети, не достигшие шести лет"]);
        assert_eq!(names("(далее так)"), Vec::<&str>::new());
    }
}
