//! Orders, decisions, terms, acts, roles and questions.

use std::sync::Arc;

use crate::base::{Date, OutPath};
use crate::model::Site;
use crate::parse::doc::BlockKind;

use super::super::unit::{Field, Kind, Sheet, Unit};
use super::text::{item_words, words_of};

fn sheet(name: &str, page: &str) -> Sheet {
    Sheet { key: name.to_owned(), page: Some(OutPath::from_steps(page)), ..Sheet::default() }
}

fn day(date: Date) -> String {
    format!("{:02}.{:02}.{}", date.day(), date.month(), date.year())
}

/// Orders with their points. Who is appointed is not told here: names of former holders are the school's to show, and
/// today's stand with the roles.
pub(super) fn orders(site: &Site) -> Sheet {
    let mut sheet = sheet("orders", "orders/index.html");
    for order in site.register.orders.iter() {
        let page = format!("orders/{}.html", order.id.as_str());
        let name = format!("Приказ от {} № {} «{}»", day(order.date), order.number, order.title);
        let from = sheet.units.len();
        sheet.units.push(Unit::new(Kind::Order, Some(page.clone()), name));
        let mut points: Vec<(Option<String>, String)> = Vec::new();
        match site.order_texts.iter().find(|t| t.order == order.id.as_str()) {
            Some(own) => {
                for block in &own.doc.blocks {
                    match &block.kind {
                        BlockKind::List(list) => {
                            points.extend(list.items.iter().map(|i| (i.anchor.clone(), item_words(i))));
                        }
                        _ => points.push((block.anchor.clone(), words_of(block))),
                    }
                }
            }
            None => {
                let roles = order.appoints.iter().map(|a| {
                    site.register.roles.get(a.role.as_str()).map_or_else(String::new, |role| role.title.clone())
                });
                points.extend(
                    roles
                        .chain(order.points.iter().cloned())
                        .enumerate()
                        .map(|(i, t)| (Some(format!("n{}", i + 1)), t)),
                );
            }
        }
        for (anchor, text) in points.into_iter().filter(|(_, t)| !t.is_empty()) {
            let place = anchor.map_or_else(|| page.clone(), |a| format!("{page}#{a}"));
            let mut unit = Unit::new(Kind::Order, Some(place), text);
            unit.path = vec![format!("Приказ № {}", order.number).into(), order.title.as_str().into()];
            sheet.units.push(unit);
        }
        sheet.share(Field::Heading, &order.title.clone(), from + 1);
    }
    sheet
}

/// Decisions to use the platform.
pub(super) fn decisions(site: &Site) -> Sheet {
    let mut sheet = sheet("decisions", "orders/index.html");
    for decision in site.register.decisions.iter() {
        let page = format!("decisions/{}.html", decision.id.as_str());
        let name = format!("Решение от {}, {}", day(decision.date), decision.body);
        let name: Arc<str> = name.into();
        let mut unit = Unit::new(Kind::Order, Some(page), decision.text.clone());
        unit = unit.with(Field::Meaning, Arc::clone(&name));
        unit.path = vec![name];
        sheet.units.push(unit);
    }
    sheet
}

/// Terms with their meaning and synonyms.
pub(super) fn terms(site: &Site) -> Sheet {
    let mut sheet = sheet("terms", "terms.html");
    for term in site.register.terms.iter() {
        let name = match &term.abbreviation {
            Some(short) if !term.term.contains(short.as_str()) => format!("{} ({short})", term.term),
            _ => term.term.clone(),
        };
        let text = format!("{name} — {}", term.means);
        let mut unit = Unit::new(Kind::Term, Some(format!("t-{}", term.id.as_str())), name).showing(text);
        unit = unit.with(Field::Meaning, term.means.as_str());
        for synonym in &term.synonyms {
            unit = unit.with(Field::Wording, synonym.as_str());
        }
        sheet.units.push(unit);
    }
    sheet
}

/// Legal acts.
pub(super) fn acts(site: &Site) -> Sheet {
    let mut sheet = sheet("acts", "acts.html");
    for act in site.register.acts.iter() {
        let name = format!("{} ({}) от {} № {} «{}»", act.kind, act.issuer, day(act.date), act.number, act.title);
        let mut unit = Unit::new(Kind::Act, Some(format!("a-{}", act.id.as_str())), name);
        if let Some(short) = &act.short {
            unit = unit.with(Field::Meaning, short.as_str());
        }
        sheet.units.push(unit);
    }
    sheet
}

/// Roles with those who hold them today.
pub(super) fn roles(site: &Site) -> Sheet {
    let mut sheet = sheet("roles", "responsible.html");
    for role in site.register.roles.iter() {
        let mut unit = Unit::new(Kind::Role, Some(format!("r-{}", role.id.as_str())), role.title.clone());
        for appointment in site.register.holders(role.id.as_str(), site.today) {
            let Some(person) = site.register.people.get(&appointment.person) else { continue };
            let position = site.register.position_on(&appointment.person, site.today);
            let holder = match position {
                Some(position) => format!("{}, {}", person.name, position.title),
                None => person.name.clone(),
            };
            let text = format!("{} — {holder}", unit.text);
            unit = unit.showing(text).with(Field::Meaning, holder);
        }
        sheet.units.push(unit);
    }
    sheet
}

/// Questions of parents; those without an address are what the texts are silent about.
pub(super) fn questions(site: &Site) -> Sheet {
    let mut sheet = sheet("questions", "questions.html");
    for (i, question) in site.register.questions.iter().enumerate() {
        let kind = if question.see.is_empty() { Kind::Silent } else { Kind::Question };
        let mut unit = Unit::new(kind, Some(format!("q{}", i + 1)), question.question.clone());
        for wording in &question.also_asked {
            unit = unit.with(Field::Wording, wording.as_str());
        }
        if let Some(text) = &question.text {
            let text = format!("{} {text}", unit.text);
            unit = unit.showing(text);
        }
        sheet.units.push(unit);
    }
    sheet
}
