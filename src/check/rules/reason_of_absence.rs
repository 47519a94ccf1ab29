//! Why somebody is away or has left, said in public.

use std::ops::Range;

use crate::check::texts::{Passage, Reading, TextRule, What, words};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::source::DataKind;

/// # What it does
/// Finds words such as «в связи с болезнью», «отпуск по уходу», «в декрете», «уволена» in what the site shows. A
/// regulation speaks of nobody in particular and is not looked at; nor are sentences with «если», «когда», «в случае»
/// before these words, nor words in quotation marks.
///
/// # Why
/// Illness and family are private (152-FZ, article 10), and nobody needs the reason to know whom to ask.
///
/// # Example
/// «На время отпуска по уходу за ребёнком назначить …»; better: «на период временного отсутствия».
///
/// # How to allow
/// `allow: [reason-of-absence]` in `site.yml`, or `--allow reason-of-absence`.
pub(crate) const RULE: TextRule = TextRule { code: Code::warning("reason-of-absence"), of_form: false, run };

/// Words that stand one after another; a star stands for any ending.
const REASONS: &[&[&str]] = &[
    &["по", "болезни"],
    &["из", "за", "болезни"],
    &["в", "связи", "с", "болезн*"],
    &["в", "связи", "с", "заболевани*"],
    &["в", "связи", "с", "временн*", "нетрудоспособност*"],
    &["на", "время", "болезни"],
    &["на", "период", "болезни"],
    &["по", "причине", "болезни"],
    &["на", "больничном"],
    &["больничн*", "лист*"],
    &["лист*", "нетрудоспособност*"],
    &["период", "нетрудоспособност*"],
    &["по", "состоянию", "здоровья"],
    &["отпуск*", "по", "уходу"],
    &["отпуск*", "по", "беременност*"],
    &["декретн*"],
    &["в", "декрет"],
    &["в", "декрете"],
    &["из", "декрета"],
    &["на", "время", "декрета"],
    &["на", "время", "отпуск*"],
    &["на", "период", "отпуск*"],
    &["на", "время", "ежегодн*"],
    &["на", "период", "ежегодн*"],
    &["в", "связи", "с", "отпуск*"],
    &["в", "связи", "с", "уходом", "в", "отпуск"],
    &["находи*", "в", "отпуске"],
    &["находясь", "в", "отпуске"],
    &["в", "очередн*", "отпуск*"],
    &["в", "учебн*", "отпуск*"],
    &["на", "время", "командировки"],
    &["на", "период", "командировки"],
    &["в", "связи", "с", "командировк*"],
    &["уволен"],
    &["уволена"],
    &["уволены"],
    &["уволился"],
    &["уволилась"],
    &["в", "связи", "с", "увольнени*"],
    &["ввиду", "увольнени*"],
    &["по", "причине", "увольнени*"],
    &["после", "увольнения"],
    &["выход*", "на", "пенсию"],
    &["уход*", "на", "пенсию"],
    &["ушел", "на", "пенсию"],
    &["ушла", "на", "пенсию"],
    &["вышла", "на", "пенсию"],
    &["вышел", "на", "пенсию"],
    &["в", "связи", "со", "смертью"],
    &["по", "семейным", "обстоятельствам"],
    &["в", "связи", "с", "рождением", "*"],
    &["в", "связи", "с", "мобилизаци*"],
    &["призван", "на", "военную"],
    &["в", "связи", "с", "переездом"],
    &["отстранен*", "от", "работы"],
];

fn run(text: &Reading<'_>, out: &mut Diagnostics) {
    let public = match text.what {
        What::Instruction { .. } | What::OrderText | What::Page => true,
        What::Data(kind) => matches!(
            kind,
            DataKind::Orders | DataKind::Decisions | DataKind::Staff | DataKind::Roles | DataKind::Questions
        ),
        What::Edition | What::Settings => false,
    };
    if !public {
        return;
    }
    for passage in &text.passages {
        let mut done = 0;
        for index in 0..passage.words.len() {
            if index < done {
                continue;
            }
            if let Some((range, after)) = reason(passage, index)
                && !passage.quoted(&range)
                && !conditional(passage, index)
            {
                done = after;
                let words = passage.slice(range.clone()).split_whitespace().collect::<Vec<_>>().join(" ");
                out.push(Diagnostic::new(RULE.code, passage.place(range)).arg("words", words));
            }
        }
    }
}

/// The longest reason that begins with a word, and the number of the word after it.
fn reason(passage: &Passage<'_>, index: usize) -> Option<(Range<usize>, usize)> {
    let begins_here = |pattern: &&&[&str]| {
        pattern.iter().enumerate().all(|(i, part)| {
            let joined = i == 0
                || passage.gap(index + i - 1).is_some_and(|gap| gap.chars().all(|c| c.is_whitespace() || c == '-'));
            joined && words::fits(passage.word(index + i), part) && !passage.word(index + i).is_empty()
        })
    };
    let longest = REASONS.iter().filter(begins_here).map(|pattern| pattern.len()).max()?;
    Some((passage.between(index, index + longest - 1), index + longest))
}

/// Whether the sentence speaks of what may happen: «если», «когда», «в случае», «при» stand before in it.
fn conditional(passage: &Passage<'_>, index: usize) -> bool {
    let mut at = index;
    while at > 0 {
        at -= 1;
        let gap = passage.gap(at).unwrap_or_default();
        if gap.contains(['.', '!', '?', ';', '\u{2022}']) || gap.contains("\n\n") || gap.contains(": ") {
            return false;
        }
        if ["если", "когда", "случае", "случаях", "при", "ли"].iter().any(|w| words::is(passage.word(at), w))
        {
            return true;
        }
    }
    false
}
