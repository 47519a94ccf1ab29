//! Duties that a lost or doubled «не» has turned into their opposite.

use crate::check::texts::{Passage, Reading, TextRule, What, of_blocks, words};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::parse::doc::{Block, BlockKind, ListItem};

/// # What it does
/// Finds, in what people are obliged to do, a verb that can only be forbidden («нарушать», «разглашать») or an act with
/// something unlawful («осуществлять незаконный …»), and «не» at the head of what is forbidden.
///
/// # Why
/// Read as it stands, the text obliges people to break the law. A lost «не» is the usual reason.
///
/// # Example
/// «Участники обязаны: осуществлять незаконный сбор персональных данных»
///
/// # How to allow
/// `allow: [duty-reversed]` in `site.yml`, or `--allow duty-reversed`.
pub(crate) const RULE: TextRule = TextRule { code: Code::warning("duty-reversed"), of_form: false, run };

/// What nobody is obliged to do.
const BAD: &[&str] = &[
    "нарушать",
    "нарушить",
    "оскорблять",
    "оскорбить",
    "разглашать",
    "разгласить",
    "унижать",
    "унизить",
    "уклоняться",
    "злоупотреблять",
    "сквернословить",
    "искажать",
    "исказить",
    "фальсифицировать",
    "портить",
    "угрожать",
    "опаздывать",
    "прогуливать",
    "травить",
    "клеветать",
];
/// What people do with things good and bad.
const DO: &[&str] = &[
    "осуществлять",
    "осуществить",
    "совершать",
    "совершить",
    "производить",
    "вести",
    "выполнять",
    "собирать",
    "обрабатывать",
    "распространять",
    "размещать",
    "разместить",
    "использовать",
    "предоставлять",
    "предоставить",
    "передавать",
    "передать",
    "публиковать",
    "допускать",
    "допустить",
    "сообщать",
    "сообщить",
    "указывать",
    "указать",
    "употреблять",
    "применять",
    "создавать",
    "пересылать",
    "хранить",
    "выкладывать",
];
/// What makes it bad.
const UNLAWFUL: &[&str] = &[
    "незаконн*",
    "неправомерн*",
    "противоправн*",
    "противозаконн*",
    "запрещенн*",
    "ложн*",
    "недостоверн*",
    "нецензурн*",
    "ненормативн*",
    "оскорбительн*",
    "экстремистск*",
    "клеветническ*",
    "заведомо",
    "чужой",
    "чужие",
    "чужую",
    "нарушени*",
    "оскорблени*",
    "разглашени*",
    "утечк*",
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mood {
    Duty,
    Ban,
}

fn run(text: &Reading<'_>, out: &mut Diagnostics) {
    if !matches!(text.what, What::Edition | What::Instruction { .. } | What::OrderText | What::Page) {
        return;
    }
    // Most texts oblige nobody, and then there is nothing to turn round.
    let obliges = |passage: &Passage<'_>| (0..passage.words.len()).any(|index| mood_of(passage, index).is_some());
    if text.passages.iter().any(obliges) {
        text.runs().into_iter().for_each(|run| blocks(text, run, out));
    }
}

fn blocks(text: &Reading<'_>, run: &[Block], out: &mut Diagnostics) {
    let mut mood = None;
    for block in run {
        match &block.kind {
            BlockKind::Heading { .. } => mood = None,
            BlockKind::Paragraph(_) => {
                mood = None;
                for passage in of_blocks(text.file, std::slice::from_ref(block)) {
                    within(&passage, out);
                    if passage.text.trim_end().ends_with(':') {
                        mood = last_mood(&passage);
                    }
                }
            }
            BlockKind::List(list) => list.items.iter().for_each(|i| item(text, i, mood, out)),
            BlockKind::Quote { blocks: inner, .. } => blocks(text, inner, out),
            _ => {}
        }
    }
}

fn item(text: &Reading<'_>, item: &ListItem, mood: Option<Mood>, out: &mut Diagnostics) {
    if let (Some(mood), Some(first)) = (mood, item.blocks.first())
        && let Some(passage) = of_blocks(text.file, std::slice::from_ref(first)).first()
    {
        reversed(passage, 0, mood, out);
    }
    blocks(text, &item.blocks, out);
}

/// «обязаны нарушать …» within one sentence.
fn within(passage: &Passage<'_>, out: &mut Diagnostics) {
    for index in 0..passage.words.len() {
        let close = passage.gap(index).is_some_and(|gap| gap.trim().is_empty());
        // «Не вправе не …» may be meant: «не» twice within a sentence makes a duty of it.
        let twice = words::is(passage.word(index), "вправе");
        if close
            && !twice
            && let Some(mood) = mood_of(passage, index)
        {
            reversed(passage, index + 1, mood, out);
        }
    }
}

/// What the last of such words of a lead line says.
fn last_mood(passage: &Passage<'_>) -> Option<Mood> {
    (0..passage.words.len()).rev().find_map(|index| mood_of(passage, index))
}

fn mood_of(passage: &Passage<'_>, index: usize) -> Option<Mood> {
    let word = passage.word(index);
    let any = |list: &[&str]| list.iter().any(|w| words::is(word, w));
    let denied = || index.checked_sub(1).is_some_and(|before| words::is(passage.word(before), "не"));
    if any(&["обязан", "обязана", "обязано", "обязаны", "должен", "должна", "должны"])
    {
        (!denied()).then_some(Mood::Duty)
    } else if any(&["запрещается", "запрещено", "запрещены"])
        || (any(&["вправе", "допускается", "разрешается"]) && denied())
    {
        Some(Mood::Ban)
    } else {
        None
    }
}

/// Looks at what follows such a word, from the verb on.
fn reversed(passage: &Passage<'_>, index: usize, mood: Mood, out: &mut Diagnostics) {
    let any = |at: usize, list: &[&str]| list.iter().any(|w| words::fits(passage.word(at), w));
    let last = match mood {
        Mood::Duty if any(index, BAD) => index,
        Mood::Duty if any(index, DO) && any(index + 1, UNLAWFUL) => index + 1,
        Mood::Ban if words::is(passage.word(index), "не") && infinitive(passage.word(index + 1)) => index + 1,
        Mood::Duty | Mood::Ban => return,
    };
    let range = passage.between(index, last);
    let words = passage.slice(range.clone()).split_whitespace().collect::<Vec<_>>().join(" ");
    let duty = if mood == Mood::Duty { "yes" } else { "no" };
    out.push(Diagnostic::new(RULE.code, passage.place(range)).arg("words", words).arg("duty", duty));
}

fn infinitive(word: &str) -> bool {
    let word: String = words::folded(word).collect();
    ["ть", "ться", "ти", "тись", "чь", "чься"].iter().any(|ending| word.ends_with(ending))
}
