//! Places of an act by their address.

use crate::base::Address;
use crate::parse::doc::{ActText, Block, ListItem, Part};

use super::paragraphs::{At, item, paragraph};

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
    /// Its anchor on the page.
    pub(crate) fn anchor(&self) -> &'a str {
        let inner =
            self.item.and_then(|i| i.anchor.as_deref()).or_else(|| self.block.and_then(|b| b.anchor.as_deref()));
        inner.unwrap_or(&self.part.anchor)
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
