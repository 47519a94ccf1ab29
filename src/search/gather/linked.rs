//! What the rest of the site says about a clause: questions it answers, sections of instructions and roles that name
//! it as their ground. People ask in the words of these, so the clause is found by them too.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::Address;
use crate::model::{Resolved, Site};
use crate::parse::doc::{BlockKind, Inline, plain_text};

use super::super::unit::Field;
use super::text::item_words;

/// A text about a clause.
type Said = (Field, Arc<str>);

/// Texts about clauses, by regulation and anchor.
#[derive(Debug, Default)]
pub(crate) struct Linked {
    by_anchor: BTreeMap<(String, String), Vec<Said>>,
}

impl Linked {
    /// Gathers them.
    pub(crate) fn new(site: &Site) -> Self {
        let mut linked = Self::default();
        for question in &site.register.questions {
            for see in &question.see {
                let Ok(address) = Address::parse(see) else { continue };
                linked.add(site, &address, Field::Asked, &question.question);
                for wording in &question.also_asked {
                    linked.add(site, &address, Field::Asked, wording);
                }
            }
        }
        for role in site.register.roles.iter() {
            for address in &role.clauses {
                linked.add(site, address, Field::Explained, &role.title);
            }
        }
        for instruction in &site.instructions {
            linked.instruction(site, &instruction.doc.blocks);
        }
        linked
    }

    /// The first reference under a heading, before any list, names the clause that the section explains.
    fn instruction(&mut self, site: &Site, blocks: &[crate::parse::doc::Block]) {
        let mut heading = String::new();
        let mut ground: Option<(String, String)> = None;
        let mut open = false;
        for block in blocks {
            match &block.kind {
                BlockKind::Heading { inlines, .. } => {
                    heading = plain_text(inlines);
                    ground = None;
                    open = true;
                }
                BlockKind::Paragraph(inlines) if open && ground.is_none() => {
                    let reference = inlines.iter().find_map(|i| match i {
                        Inline::Reference(reference) => Some(reference),
                        _ => None,
                    });
                    ground = reference.and_then(|r| place(site, &r.address, r.paragraph));
                    if let Some(ground) = &ground {
                        self.push(ground, Field::Explained, &heading);
                    }
                }
                BlockKind::List(list) => {
                    open = false;
                    if let Some(ground) = &ground {
                        for item in &list.items {
                            self.push(ground, Field::Step, &item_words(item));
                        }
                    }
                }
                _ => {}
            }
        }
    }

    fn add(&mut self, site: &Site, address: &Address, field: Field, text: &str) {
        if let Some(place) = place(site, address, None) {
            self.push(&place, field, text);
        }
    }

    fn push(&mut self, place: &(String, String), field: Field, text: &str) {
        self.by_anchor.entry(place.clone()).or_default().push((field, text.into()));
    }

    /// What is said about an anchor of a regulation.
    pub(super) fn of(&self, slug: &str, anchor: &str) -> impl Iterator<Item = &Said> {
        self.by_anchor.get(&(slug.to_owned(), anchor.to_owned())).into_iter().flatten()
    }
}

/// Regulation and anchor of an address in the edition that is shown.
fn place(site: &Site, address: &Address, paragraph: Option<u32>) -> Option<(String, String)> {
    if address.edition.is_some() {
        return None;
    }
    let slug = site.register.regulation_meant(address)?;
    let mut address = address.clone();
    address.regulation = Some(slug.to_owned());
    let anchor = match site.links.address(&address, paragraph, None) {
        Resolved::Internal { anchor, .. } | Resolved::Here { anchor } => anchor?,
        Resolved::External(_) | Resolved::Fault(_) => return None,
    };
    Some((slug.to_owned(), anchor))
}
