//! What the place that a question names says of itself: its own words and those around it, without the wordings of
//! questions that lead to it.

use crate::base::Address;
use crate::model::Site;
use crate::parse::act;
use crate::parse::doc::{Part, plain_text};

use super::super::unit::Field;
use super::Linked;
use super::text::{all_words, words_of};

/// The words of an item with the lead line above it, or of a clause or section with all that stands under it; with the
/// headings above, and with what instructions and roles say of it. Nothing for what is no place of a shown edition.
pub(in super::super) fn told(site: &Site, linked: &Linked, address: &Address) -> Option<String> {
    let slug = site.register.regulation_meant(address)?;
    let edition = site.register.regulation(slug)?.shown(site.today)?.edition;
    if address.edition.is_some_and(|day| day != edition.date) {
        return None;
    }
    let part = edition.text.part(address.number.as_ref()?)?;
    let mut text = String::new();
    for above in &edition.text.parts {
        headings(above, part, &mut text);
    }
    let anchor = match act::item(part, &address.items) {
        Some(item) => {
            part.blocks.iter().for_each(|block| say(&words_of(block), &mut text));
            say(&all_words(&item.blocks), &mut text);
            item.anchor.as_ref()
        }
        None => {
            part.walk(&mut |part| {
                say(&plain_text(&part.title), &mut text);
                say(&all_words(&part.blocks), &mut text);
            });
            Some(&part.anchor)
        }
    };
    for (field, words) in anchor.into_iter().flat_map(|anchor| linked.of(slug, anchor)) {
        if *field != Field::Asked {
            say(words, &mut text);
        }
    }
    Some(text)
}

fn say(words: &str, text: &mut String) {
    text.push_str(words);
    text.push('\n');
}

/// Whether a part is this one or holds it; adds the headings on the way.
fn headings(above: &Part, part: &Part, text: &mut String) -> bool {
    let holds = std::ptr::eq(above, part) || above.children.iter().any(|child| headings(child, part, text));
    if holds {
        say(&plain_text(&above.title), text);
    }
    holds
}
