//! Places of an act by their address, and the nearest place that is left when one is gone.

use std::cell::Cell;

use crate::base::{Address, Number};
use crate::parse::doc::{ActText, Block, ListItem, Part};

use super::paragraphs::{At, in_blocks, item, paragraph};

/// A place of an act.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Found<'a> {
    /// The section or clause.
    pub(crate) part: &'a Part,
    /// The item, if one was asked for.
    pub(crate) item: Option<&'a ListItem>,
    /// The further paragraph, if one was asked for and it is not an item.
    pub(crate) block: Option<&'a Block>,
}

impl<'a> Found<'a> {
    fn part(part: &'a Part) -> Self {
        Self { part, item: None, block: None }
    }

    /// Its anchor on the page.
    pub(crate) fn anchor(&self) -> &'a str {
        let inner =
            self.item.and_then(|i| i.anchor.as_deref()).or_else(|| self.block.and_then(|b| b.anchor.as_deref()));
        inner.unwrap_or(&self.part.anchor)
    }

    /// Its address without the regulation.
    pub(crate) fn address(&self) -> Address {
        Address {
            regulation: None,
            edition: None,
            number: self.part.number.clone(),
            items: self.item.map_or_else(Vec::new, |i| i.path.clone()),
            paragraph: self.block.and_then(|b| b.paragraph).filter(|_| self.anchor() != self.part.anchor),
        }
    }
}

/// The place of an address; its regulation and edition are not looked at. An address by абзац leads to the lead line,
/// an item or a further paragraph, whatever stands there.
pub(crate) fn find<'a>(act: &'a ActText, address: &Address) -> Option<Found<'a>> {
    let part = act.part(address.number.as_ref()?)?;
    let item = if address.items.is_empty() { None } else { Some(item(part, &address.items)?) };
    match (item, address.paragraph) {
        (_, None) => Some(Found { part, item, block: None }),
        (_, Some(number)) => match paragraph(part, number)? {
            At::Item(item) => Some(Found { part, item: Some(item), block: None }),
            At::Block(block) => Some(Found { part, item: None, block: Some(block) }),
        },
    }
}

/// The place nearest to an address that leads nowhere: a neighbouring item, the clause itself, the clause before, the
/// section. `None` only for an act without numbers.
pub(crate) fn nearest<'a>(act: &'a ActText, address: &Address) -> Option<Found<'a>> {
    let number = address.number.as_ref()?;
    if let Some(part) = act.part(number) {
        // The item itself, or the last one before it; if none is left there, the item around it.
        let mut path = address.items.as_slice();
        while let [around @ .., last] = path {
            if let Some(item) = last_item(part, around, *last) {
                return Some(Found { part, item: Some(item), block: None });
            }
            path = around;
        }
        return Some(Found::part(part));
    }
    let mut wanted = number.clone();
    loop {
        if let Some(part) = neighbour(act, &wanted) {
            return Some(Found::part(part));
        }
        wanted = wanted.parent()?;
        if let Some(part) = act.part(&wanted) {
            return Some(Found::part(part));
        }
    }
}

/// The last item under `around` whose number is at most `last`.
fn last_item<'a>(part: &'a Part, around: &[u32], last: u32) -> Option<&'a ListItem> {
    let best: Cell<Option<&ListItem>> = Cell::new(None);
    in_blocks::<()>(&part.blocks, &|_, item| {
        if let Some(item) = item
            && let [inner @ .., number] = item.path.as_slice()
            && inner == around
            && *number <= last
        {
            best.set(Some(item));
        }
        None
    });
    best.get()
}

/// The part beside a number, on its level and under the same parent: the one before it, else the first one after.
fn neighbour<'a>(act: &'a ActText, number: &Number) -> Option<&'a Part> {
    let mut before: Option<(&Number, &Part)> = None;
    let mut after: Option<(&Number, &Part)> = None;
    act.walk(&mut |part| {
        let Some(n) = part.number.as_ref().filter(|n| n.depth() == number.depth() && n.parent() == number.parent())
        else {
            return;
        };
        if n < number && before.is_none_or(|(b, _)| n > b) {
            before = Some((n, part));
        } else if n > number && after.is_none_or(|(a, _)| n < a) {
            after = Some((n, part));
        }
    });
    before.or(after).map(|(_, part)| part)
}
