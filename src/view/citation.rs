//! How law cites a place: «абзац восьмой пункта 2.4 Положения …, утверждённого приказом от … № …».
//!
//! Reads: the text of an edition and the order that approved it. Writes: citations by anchor, and the name of the act
//! in the case that follows them. Touches: nothing.

use std::collections::BTreeMap;

use crate::base::Lang;
use crate::model::Edition;
use crate::parse::doc::{Block, BlockKind, ListItem, Part, PartKind};

use super::context::Cx;

/// Citations of the places of an edition by their anchors, without the name of the act: «абзац восьмой пункта 2.4».
pub(crate) fn citations(cx: Cx<'_>, edition: &Edition) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    edition.text.walk(&mut |part| {
        let Some(number) = part.number.as_ref().map(ToString::to_string) else { return };
        let section = part.kind == PartKind::Section;
        let (own, of) = if section { ("cite-section", "cite-of-section") } else { ("cite-clause", "cite-of-clause") };
        found.insert(part.anchor.clone(), cx.say(own, &[("number", (&number).into())]));
        let place = cx.say(of, &[("number", (&number).into())]);
        for (anchor, paragraph) in paragraphs(part) {
            let ordinal = ordinal(paragraph, cx.words.lang());
            let values = [("ordinal", (&ordinal).into()), ("place", (&place).into())];
            found.insert(anchor, cx.say("cite-paragraph", &values));
        }
    });
    found
}

/// The act as a citation names it: «Положения об использовании …, утверждённого приказом от 15.10.2026 № 01-07/286».
/// An act without an order is named alone.
pub(crate) fn act_name(cx: Cx<'_>, edition: &Edition) -> String {
    let (title, approved) = match cx.words.lang() {
        Lang::Ru => genitive(&edition.front.title),
        Lang::En => (edition.front.title.clone(), ""),
    };
    let order = cx.site.register.order_named(edition.front.order.as_ref());
    let Some(order) = order else { return title };
    let date = order.date.dotted();
    let values = [
        ("title", (&title).into()),
        ("approved", approved.into()),
        ("date", (&date).into()),
        ("number", (&order.number).into()),
    ];
    cx.say("cite-act", &values)
}

/// Anchors of a part's own items and paragraphs with the абзац that each is.
fn paragraphs(part: &Part) -> Vec<(String, u32)> {
    let mut found = Vec::new();
    in_blocks(&part.blocks, &mut found);
    found
}

fn in_blocks(blocks: &[Block], found: &mut Vec<(String, u32)>) {
    for block in blocks {
        found.extend(block.anchor.clone().zip(block.paragraph));
        match &block.kind {
            BlockKind::List(list) => list.items.iter().for_each(|item| in_item(item, found)),
            BlockKind::Quote { blocks, .. } => in_blocks(blocks, found),
            _ => {}
        }
    }
}

fn in_item(item: &ListItem, found: &mut Vec<(String, u32)>) {
    found.extend(item.anchor.clone().zip(item.paragraph));
    in_blocks(&item.blocks, found);
}

/// First words of titles of acts, as named, in the genitive, and «утверждённый» in agreement with that.
const ACTS: [(&str, &str, &str); 11] = [
    ("Положение", "Положения", "утверждённого"),
    ("Порядок", "Порядка", "утверждённого"),
    ("Регламент", "Регламента", "утверждённого"),
    ("Кодекс", "Кодекса", "утверждённого"),
    ("Устав", "Устава", "утверждённого"),
    ("План", "Плана", "утверждённого"),
    ("Правила", "Правил", "утверждённых"),
    ("Требования", "Требований", "утверждённых"),
    ("Инструкция", "Инструкции", "утверждённой"),
    ("Политика", "Политики", "утверждённой"),
    ("Программа", "Программы", "утверждённой"),
];

/// A title in the genitive. One of an unknown kind stands in quotation marks after a word of known kind.
fn genitive(title: &str) -> (String, &'static str) {
    let title = title.trim();
    let first = title.split_whitespace().next().unwrap_or_default();
    match ACTS.iter().find(|(name, _, _)| *name == first) {
        Some((_, genitive, approved)) => {
            (format!("{genitive}{}", title.strip_prefix(first).unwrap_or_default()), approved)
        }
        None => (format!("локального нормативного акта «{}»", super::context::inner_quotes(title)), "утверждённого"),
    }
}

const UNITS: [&str; 20] = [
    "",
    "первый",
    "второй",
    "третий",
    "четвёртый",
    "пятый",
    "шестой",
    "седьмой",
    "восьмой",
    "девятый",
    "десятый",
    "одиннадцатый",
    "двенадцатый",
    "тринадцатый",
    "четырнадцатый",
    "пятнадцатый",
    "шестнадцатый",
    "семнадцатый",
    "восемнадцатый",
    "девятнадцатый",
];

/// Tens alone and before a unit.
const TENS: [(&str, &str); 10] = [
    ("", ""),
    ("десятый", ""),
    ("двадцатый", "двадцать"),
    ("тридцатый", "тридцать"),
    ("сороковой", "сорок"),
    ("пятидесятый", "пятьдесят"),
    ("шестидесятый", "шестьдесят"),
    ("семидесятый", "семьдесят"),
    ("восьмидесятый", "восемьдесят"),
    ("девяностый", "девяносто"),
];

/// «восьмой», «двадцать первый»; beyond what is ever said in words, «120-й».
fn ordinal(number: u32, lang: Lang) -> String {
    if lang != Lang::Ru {
        return number.to_string();
    }
    let at = |list: &[(&'static str, &'static str)], i: u32| list.get(i as usize).copied().unwrap_or_default();
    let unit = |i: u32| UNITS.get(i as usize).copied().unwrap_or_default();
    match (number / 10, number % 10) {
        (0, 0) | (10.., _) => format!("{number}-й"),
        (0 | 1, _) => unit(number).to_owned(),
        (ten, 0) => at(&TENS, ten).0.to_owned(),
        (ten, one) => format!("{} {}", at(&TENS, ten).1, unit(one)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_ordinal(number: u32, expected: &str) {
        assert_eq!(ordinal(number, Lang::Ru), expected);
    }

    #[track_caller]
    fn check_genitive(title: &str, expected: &str, approved: &str) {
        assert_eq!(genitive(title), (expected.to_owned(), approved));
    }

    #[test]
    fn ordinals_in_words() {
        check_ordinal(1, "первый");
        check_ordinal(8, "восьмой");
        check_ordinal(10, "десятый");
        check_ordinal(14, "четырнадцатый");
        check_ordinal(20, "двадцатый");
        check_ordinal(21, "двадцать первый");
        check_ordinal(43, "сорок третий");
        check_ordinal(99, "девяносто девятый");
        check_ordinal(100, "100-й");
        assert_eq!(ordinal(8, Lang::En), "8");
    }

    #[test]
    fn acts_in_the_genitive() {
        check_genitive("Положение об ИКОП «Сферум»", "Положения об ИКОП «Сферум»", "утверждённого");
        check_genitive("Правила приёма", "Правил приёма", "утверждённых");
        check_genitive("Инструкция", "Инструкции", "утверждённой");
        check_genitive("О чатах «5 А»", "локального нормативного акта «О чатах „5 А“»", "утверждённого");
    }
}
