//! Why somebody is away or has left, said in public.

use std::ops::Range;

use crate::check::texts::words::{self, ByLetter};
use crate::check::texts::{Passage, Reading, TextRule, What};
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
type Pattern = &'static [&'static str];

/// What says of somebody why he is away or gone.
const REASONS: &[Pattern] = &[
    &["в", "связи", "с", "болезн*"],
    &["в", "связи", "с", "заболевани*"],
    &["в", "связи", "с", "временной", "нетрудоспособност*"],
    &["из", "за", "болезни"],
    &["на", "время", "болезни"],
    &["на", "период", "болезни"],
    &["по", "причине", "болезни"],
    &["отсутству*", "по", "болезни"],
    &["не", "работает", "по", "болезни"],
    &["на", "больничном"],
    &["в", "отпуск*", "по", "уходу"],
    &["из", "отпуска", "по", "уходу"],
    &["в", "отпуск*", "по", "беременности"],
    &["в", "декретн*"],
    &["из", "декретн*"],
    &["период", "декретн*"],
    &["время", "декретн*"],
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
    &["в", "очередном", "отпуске"],
    &["в", "учебном", "отпуске"],
    &["на", "время", "командировки"],
    &["на", "период", "командировки"],
    &["в", "связи", "с", "командировк*"],
    &["уволен"],
    &["уволена"],
    &["уволены"],
    &["уволился"],
    &["уволилась"],
    &["в", "связи", "с", "увольнени*"],
    &["ввиду", "увольнения"],
    &["по", "причине", "увольнения"],
    &["выходом", "на", "пенсию"],
    &["уходом", "на", "пенсию"],
    &["ушел", "на", "пенсию"],
    &["ушла", "на", "пенсию"],
    &["вышла", "на", "пенсию"],
    &["вышел", "на", "пенсию"],
    &["в", "связи", "со", "смертью"],
    &["по", "семейным", "обстоятельствам"],
    &["в", "связи", "с", "рождением"],
    &["в", "связи", "с", "мобилизаци*"],
    &["призван", "на", "военную"],
    &["в", "связи", "с", "переездом"],
    &["отстранен", "от", "работы"],
    &["отстранена", "от", "работы"],
];

/// What says so in papers on people; in other texts it may well speak of rights that everybody has.
const IN_PAPERS: &[Pattern] = &[
    &["по", "болезни"],
    &["больничн*", "лист*"],
    &["лист*", "нетрудоспособност*"],
    &["период", "нетрудоспособност*"],
    &["отпуск*", "по", "уходу"],
    &["отпуск*", "по", "беременности"],
    &["декретн*"],
    &["по", "состоянию", "здоровья"],
    &["после", "увольнения"],
    &["уволенн*"],
];

fn run(text: &Reading<'_>, out: &mut Diagnostics) {
    let more = match text.what {
        What::OrderText | What::Data(DataKind::Orders | DataKind::Decisions | DataKind::Staff | DataKind::Roles) => {
            IN_PAPERS
        }
        What::Instruction { .. } | What::Page | What::Data(DataKind::Questions) => &[],
        What::Data(_) | What::Edition | What::Settings => return,
    };
    let patterns = ByLetter::new(REASONS.iter().chain(more).filter_map(|p| Some((*p.first()?, *p))));
    for passage in &text.passages {
        let mut done = 0;
        for index in 0..passage.words.len() {
            if index < done {
                continue;
            }
            if let Some((range, after)) = reason(passage, index, &patterns)
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
fn reason(passage: &Passage<'_>, index: usize, patterns: &ByLetter<Pattern>) -> Option<(Range<usize>, usize)> {
    let begins_here = |pattern: &&Pattern| {
        pattern.iter().enumerate().all(|(i, part)| {
            let joined = || {
                i == 0
                    || passage.gap(index + i - 1).is_some_and(|gap| gap.chars().all(|c| c.is_whitespace() || c == '-'))
            };
            words::fits(passage.word(index + i), part) && joined() && !passage.word(index + i).is_empty()
        })
    };
    let near = patterns.of(passage.word(index)).iter();
    let longest = near.filter(begins_here).map(|pattern| pattern.len()).max()?;
    let last = index + longest - 1;
    // «Декрет СНК» is a law; «может быть уволен» is one too, and «уволен-ным» goes on.
    let decree = words::begins(passage.word(last), "декрет") && passage.word(last).starts_with(char::is_uppercase);
    let may_be = index.checked_sub(1).is_some_and(|before| words::is(passage.word(before), "быть"));
    (!decree && !may_be && !passage.divided(last)).then(|| (passage.between(index, last), index + longest))
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
