//! Sections, clauses and items of an edition.

use std::sync::Arc;

use crate::model::{Edition, edition_out, regulation_out};
use crate::parse::doc::{Block, BlockKind, ListItem, Part, PartKind, plain_text};

use super::super::unit::{Field, Kind, Sheet, Unit};
use super::Linked;
use super::text::{item_words, words_of};

/// The units of an edition; `current` when the regulation's own address shows it.
pub(super) fn sheet(linked: &Linked, edition: &Edition, current: bool) -> Sheet {
    let front = &edition.front;
    let mut sheet = Sheet {
        key: format!("regulation {} {}", edition.slug, edition.date),
        page: Some(if current { regulation_out(&edition.slug) } else { edition_out(&edition.slug, edition.date) }),
        title: front.short_title.clone().unwrap_or_else(|| front.title.clone()),
        regulation: Some(edition.slug.clone()),
        edition: Some(edition.date),
        superseded: !current,
        ..Sheet::default()
    };
    let mut walker = Walker { linked, current, slug: &edition.slug, path: Vec::new(), sheet: &mut sheet };
    for part in &edition.text.parts {
        walker.part(part);
    }
    let title = sheet.title.clone();
    sheet.share(Field::Title, &title, 0);
    sheet
}

struct Walker<'a> {
    linked: &'a Linked,
    current: bool,
    slug: &'a str,
    path: Vec<Arc<str>>,
    sheet: &'a mut Sheet,
}

impl Walker<'_> {
    fn part(&mut self, part: &Part) {
        let title = plain_text(&part.title);
        let number = part.number.as_ref().map(ToString::to_string);
        let first = self.sheet.units.len();
        // What stands under a heading before its first clause belongs to the heading.
        let own: Vec<String> = part
            .blocks
            .iter()
            .filter(|b| !matches!(b.kind, BlockKind::List(_) | BlockKind::Quote { .. }))
            .map(words_of)
            .collect();
        let lead = own.join(" ");
        let (kind, shown) = match part.kind {
            PartKind::Section => (Kind::Section, [title.clone(), lead.clone()].join(" ").trim().to_owned()),
            PartKind::Clause => (Kind::Clause, lead.clone()),
        };
        let mut unit = Unit::new(kind, Some(part.anchor.clone()), shown);
        unit.address = number.clone();
        self.push(unit);
        let after_own = self.sheet.units.len();
        if part.kind == PartKind::Section {
            self.path.push(match &number {
                Some(number) => format!("{number}. {title}").into(),
                None => title.as_str().into(),
            });
        }
        for block in &part.blocks {
            self.items(block, number.as_deref(), &lead);
        }
        for child in &part.children {
            self.part(child);
        }
        match part.kind {
            PartKind::Section => {
                self.path.pop();
                self.sheet.share(Field::Heading, &title, after_own);
            }
            PartKind::Clause => {}
        }
        if !lead.is_empty() && self.sheet.units.len() > first + 1 {
            self.sheet.share(Field::Lead, &lead, after_own);
        }
    }

    fn items(&mut self, block: &Block, number: Option<&str>, lead: &str) {
        if let BlockKind::List(list) = &block.kind {
            for item in &list.items {
                self.item(item, number, lead);
            }
        }
    }

    fn item(&mut self, item: &ListItem, number: Option<&str>, lead: &str) {
        let mut unit = Unit::new(Kind::Item, item.anchor.clone(), item_words(item));
        if let (Some(number), false) = (number, item.path.is_empty()) {
            let steps: Vec<String> = item.path.iter().map(u32::to_string).collect();
            unit.address = Some(format!("{number}/{}", steps.join("/")));
        }
        unit.paragraph = item.paragraph;
        self.push(unit);
        for block in &item.blocks {
            self.items(block, number, lead);
        }
    }

    fn push(&mut self, mut unit: Unit) {
        unit.path.clone_from(&self.path);
        // What is said elsewhere about a clause speaks of the text that is in force.
        if let (true, Some(anchor)) = (self.current, &unit.anchor) {
            unit.fields.extend(self.linked.of(self.slug, anchor).cloned());
        }
        self.sheet.units.push(unit);
    }
}
