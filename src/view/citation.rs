//! How law cites a place: «абзац восьмой пункта 2.4 Положения …, утверждённого приказом от … № …»; and a whole page.
//!
//! Reads: the text of an edition, orders. Writes: citations by anchor, and names of acts and pages, alone and in the
//! case that follows a place. Touches: nothing.

use std::collections::BTreeMap;

use crate::base::{Date, Lang};
use crate::model::Edition;
use crate::parse::doc::{Block, BlockKind, ListItem, Part, PartKind};
use crate::schema::records::Order;

use super::context::{Cx, inner_quotes};
use super::documents::order_label;

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

/// The act as the citation of its places names it: «Положения об использовании …, утверждённого приказом от 15.10.2026
/// № 01-07/286». An act without an order is named alone.
pub(crate) fn act_name(cx: Cx<'_>, edition: &Edition) -> String {
    let front = &edition.front;
    let named = match cx.words.lang() {
        Lang::Ru => genitive(&front.title),
        Lang::En => (front.title.clone(), ""),
    };
    approved(cx, "cite-act", named, cx.site.register.order_named(front.order.as_ref()))
}

/// A whole act: «Положение об использовании …, утверждённое приказом от 15.10.2026 № 01-07/286».
pub(crate) fn whole_act(cx: Cx<'_>, title: &str, order: Option<&Order>) -> String {
    let named = match cx.words.lang() {
        Lang::Ru => nominative(title),
        Lang::En => (title.to_owned(), ""),
    };
    approved(cx, "cite-act-whole", named, order)
}

fn approved(cx: Cx<'_>, key: &str, (title, approved): (String, &str), order: Option<&Order>) -> String {
    let Some(order) = order else { return title };
    let date = order.date.dotted();
    let values = [
        ("title", (&title).into()),
        ("approved", approved.into()),
        ("date", (&date).into()),
        ("number", (&order.number).into()),
    ];
    cx.say(key, &values)
}

/// «приказ от 15.04.2026 № 01-07/132 «О назначении…»».
pub(crate) fn order_name(cx: Cx<'_>, order: &Order) -> String {
    let (label, title) = (order_label(cx, order), inner_quotes(&order.title));
    cx.say("cite-order", &[("order", (&label).into()), ("title", (&title).into())])
}

/// The same as the citation of its points names it: «приказа от 15.04.2026 № 01-07/132 «О назначении…»».
pub(crate) fn of_order(cx: Cx<'_>, order: &Order) -> String {
    let (date, title) = (order.date.dotted(), inner_quotes(&order.title));
    cx.say("cite-of-order", &[("date", (&date).into()), ("number", (&order.number).into()), ("title", (&title).into())])
}

/// A page that is no act: its title, the school and the day that its content is true for.
pub(crate) fn page_name(cx: Cx<'_>, title: &str, day: Day) -> String {
    let school = cx.site.settings.organization.as_ref().map(|o| o.short_name.as_deref().unwrap_or(&o.name));
    let (key, date) = match (day, school.is_some()) {
        (Day::None, true) => ("cite-page", None),
        (Day::None, false) => return title.to_owned(),
        (Day::Of(date), true) => ("cite-page-dated", Some(date)),
        (Day::Of(date), false) => ("cite-title-dated", Some(date)),
        (Day::Today, true) => ("cite-page-computed", Some(cx.site.today)),
        (Day::Today, false) => ("cite-title-computed", Some(cx.site.today)),
    };
    let (school, date) = (school.unwrap_or_default(), date.map(|d| d.dotted()).unwrap_or_default());
    cx.say(key, &[("title", title.into()), ("school", school.into()), ("date", (&date).into())])
}

/// Of which day a page speaks.
#[derive(Clone, Copy)]
pub(crate) enum Day {
    /// Of none.
    None,
    /// Of the one on which it was written or looked through.
    Of(Date),
    /// Of the one for which it is computed.
    Today,
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

/// First words of titles of acts, as named, in the genitive, and «утверждённый» in agreement with both.
const ACTS: [(&str, &str, &str, &str); 13] = [
    ("Положение", "Положения", "утверждённое", "утверждённого"),
    ("Порядок", "Порядка", "утверждённый", "утверждённого"),
    ("Регламент", "Регламента", "утверждённый", "утверждённого"),
    ("Кодекс", "Кодекса", "утверждённый", "утверждённого"),
    ("Устав", "Устава", "утверждённый", "утверждённого"),
    ("План", "Плана", "утверждённый", "утверждённого"),
    ("Правила", "Правил", "утверждённые", "утверждённых"),
    ("Требования", "Требований", "утверждённые", "утверждённых"),
    ("Инструкция", "Инструкции", "утверждённая", "утверждённой"),
    ("Политика", "Политики", "утверждённая", "утверждённой"),
    ("Программа", "Программы", "утверждённая", "утверждённой"),
    ("Памятка", "Памятки", "утверждённая", "утверждённой"),
    ("Рекомендации", "Рекомендаций", "утверждённые", "утверждённых"),
];

/// A title in the genitive. One of an unknown kind stands in quotation marks after a word of known kind.
fn genitive(title: &str) -> (String, &'static str) {
    let title = title.trim();
    match kind(title) {
        Some((name, genitive, _, approved)) => {
            (format!("{genitive}{}", title.strip_prefix(name).unwrap_or_default()), approved)
        }
        None => (format!("локального нормативного акта «{}»", inner_quotes(title)), "утверждённого"),
    }
}

/// The same as it is named.
fn nominative(title: &str) -> (String, &'static str) {
    let title = title.trim();
    match kind(title) {
        Some((_, _, approved, _)) => (title.to_owned(), approved),
        None => (format!("локальный нормативный акт «{}»", inner_quotes(title)), "утверждённый"),
    }
}

fn kind(title: &str) -> Option<&'static (&'static str, &'static str, &'static str, &'static str)> {
    let first = title.split_whitespace().next()?;
    ACTS.iter().find(|(name, ..)| *name == first)
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

    #[track_caller]
    fn check_nominative(title: &str, expected: &str, approved: &str) {
        assert_eq!(nominative(title), (expected.to_owned(), approved));
    }

    #[test]
    fn acts_as_they_are_named() {
        check_nominative(" Положение об ИКОП «Сферум»", "Положение об ИКОП «Сферум»", "утверждённое");
        check_nominative("Правила приёма", "Правила приёма", "утверждённые");
        check_nominative("Памятка родителям", "Памятка родителям", "утверждённая");
        check_nominative("О чатах «5 А»", "локальный нормативный акт «О чатах „5 А“»", "утверждённый");
    }

    #[test]
    fn acts_in_the_genitive() {
        check_genitive("Положение об ИКОП «Сферум»", "Положения об ИКОП «Сферум»", "утверждённого");
        check_genitive("Правила приёма", "Правил приёма", "утверждённых");
        check_genitive("Инструкция", "Инструкции", "утверждённой");
        check_genitive("О чатах «5 А»", "локального нормативного акта «О чатах „5 А“»", "утверждённого");
    }
}
