//! Links whose words do not tell where they lead.

use crate::check::texts::{Reading, TextRule, prose, words};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};

/// # What it does
/// Finds links with no words, and with words that would fit any link: «здесь», «скачать», «тут», «подробнее».
///
/// # Why
/// Who reads by ear hears the links of a page one after another: ten times «скачать» is no list. The Government's
/// resolution № 102 of 07.02.2026 (item 2, «ж») asks that the purpose of a link be clear.
///
/// # Example
/// `Приказ можно скачать [здесь](files/prikaz.pdf)`; better: `[Приказ от 15.04.2026 № 132](files/prikaz.pdf)`.
///
/// # How to allow
/// `allow: [link-says-nothing]` in `site.yml`, or `--allow link-says-nothing`.
pub(crate) const RULE: TextRule = TextRule { code: Code::warning("link-says-nothing"), of_form: true, run };

/// Words that fit any link; one word or several of them are still nothing.
const NOTHING: &[&str] = &[
    "здесь",
    "тут",
    "сюда",
    "там",
    "туда",
    "скачать",
    "скачайте",
    "загрузить",
    "открыть",
    "подробнее",
    "подробности",
    "подробней",
    "далее",
    "дальше",
    "читать",
    "читайте",
    "смотреть",
    "смотрите",
    "посмотреть",
    "см",
    "перейти",
    "перейдите",
    "нажать",
    "нажмите",
    "кликните",
    "ссылка",
    "ссылке",
    "ссылку",
    "файл",
    "документ",
    "по",
    "этой",
    "эта",
    "этот",
    "на",
    "просмотр",
    "просмотреть",
    "ознакомиться",
    "узнать",
    "больше",
    "here",
    "click",
    "this",
    "link",
    "download",
    "more",
    "read",
    "details",
    "learn",
    "see",
    "page",
];

fn run(text: &Reading<'_>, out: &mut Diagnostics) {
    text.links(
        &mut |link| {
            let shown = prose(&link.children);
            let mut words = words::words(&shown).into_iter().filter_map(|range| shown.get(range)).peekable();
            // Code and signs are words of their own kind.
            let silent = words.peek().is_none() && shown.chars().all(|c| !c.is_alphanumeric() && c != '\u{fffc}');
            let nothing = words.peek().is_some() && words.all(|word| NOTHING.iter().any(|n| words::is(word, n)));
            if !link.wiki && (silent || nothing) {
                out.push(
                    Diagnostic::new(RULE.code, Place::span(text.file, link.span))
                        .arg("text", shown.trim())
                        .arg("link", link.to.as_str()),
                );
            }
        },
        &mut |_| (),
    );
}
