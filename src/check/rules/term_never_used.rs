//! Terms that no text has.

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
    let texts = texts(cx);
    let texts: Vec<Vec<String>> = texts.iter().map(|text| keys(text)).collect();
    for term in register.terms.iter() {
        let used = |name: &String| texts.iter().any(|text| holds(text, &keys(name)));
        let meanings = register.terms.iter().filter(|t| t.id != term.id).map(|t| keys(&t.means)).collect::<Vec<_>>();
        let explained = |name: &String| meanings.iter().any(|text| holds(text, &keys(name)));
        if ![Some(&term.term), term.abbreviation.as_ref()].into_iter().flatten().any(|n| used(n) || explained(n)) {
            out.push(Diagnostic::new(RULE.code, term.at.key("term")).arg("term", term.term.as_str()));
        }
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

fn holds(text: &[String], words: &[String]) -> bool {
    let fits = |a: &String, b: &String| {
        a == b
            || (b.chars().count() >= 3 && a.starts_with(b.as_str()))
            || (a.chars().count() >= 3 && b.starts_with(a.as_str()))
    };
    !words.is_empty() && text.windows(words.len()).any(|window| window.iter().zip(words).all(|(a, b)| fits(a, b)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_in_any_case() {
        let check =
            |text: &str, term: &str, expected: bool| assert_eq!(holds(&keys(text), &keys(term)), expected, "{term}");
        check("в учебном профиле", "учебный профиль", true);
        check("чаты и каналы", "чат", true);
        check("ссылку-приглашение", "ссылка-приглашение", true);
        check("в своей пользовательской роли", "пользовательская роль", true);
        check("учебный год", "учебный профиль", false);
        check("участникам образовательных отношений", "участники образовательных отношений", true);
    }
}
