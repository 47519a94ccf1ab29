//! The preview's own files: its script, and what a page asks: "I look like this; what is new?"

use serde_json::json;

use super::address::{self, Asked};
use super::answer::{Content, Payload};
use super::page;
use super::panel;
use super::shelf::{Shelf, missing_look};
use super::world::Piece;
use crate::base::Date;
use crate::messages::Words;

/// One file for the browser: the second part calls the first.
const SCRIPT: [&str; 2] = [include_str!("assets/in-place.js"), include_str!("assets/preview.js")];

/// A file below the preview's own folder.
pub(super) fn file(shelf: &Shelf, name: &str, target: &str, day: Option<Date>) -> Option<Content> {
    match name {
        "preview.js" => Some(text(script(), "text/javascript; charset=utf-8")),
        "state" => Some(text(state(shelf, target, day)?, "application/json")),
        _ => None,
    }
}

fn script() -> String {
    format!("(() => {{\n\"use strict\";\n{}}})();\n", SCRIPT.concat())
}

fn text(text: String, content_type: &str) -> Content {
    let tag = page::tag(&[text.as_bytes()]);
    Content { payload: Payload::Bytes(text.into_bytes().into()), content_type: content_type.to_owned(), tag }
}

/// What a page is to do, and the findings if they are not those it shows already.
fn state(shelf: &Shelf, target: &str, day: Option<Date>) -> Option<String> {
    let said = |key: &str| address::query(target, key).unwrap_or_default();
    let path = match address::asked(&percent(&said("path"))) {
        Asked::File(path) | Asked::Folder(path) => Some(path),
        Asked::Own(_) | Asked::Nothing => None,
    };
    let shown = path.and_then(|path| shelf.show(&path, day));
    let is_old = shown.as_ref().is_some_and(|shown| shown.is_old);
    let look = match shown.map(|shown| shown.piece) {
        Some(Piece::Made(made)) => made.look.clone(),
        Some(Piece::Copied(..)) | None => None,
    };
    let look = look.unwrap_or_else(missing_look);
    let what = if said("text") != look.text {
        "reload"
    } else if said("styles") != look.styles {
        "styles"
    } else {
        "stay"
    };
    let (world, newest) = shelf.newest(day)?;
    // A page that is old is put right first, and then asks again.
    let is_old_page = what == "reload" && !said("text").is_empty();
    let panel = (!is_old_page).then(|| panel::panel(&shelf.words, &newest, world.today, is_old));
    let panel = panel.and_then(|mut panel| {
        let tag = page::tag(&[panel.to_string().as_bytes()]);
        let is_new = said("panel") != tag;
        panel.as_object_mut()?.insert("tag".to_owned(), tag.into());
        is_new.then_some(panel)
    });
    let state = json!({
        "do": what,
        "assets": look.assets,
        // A script of the school's own may have read what it found when the page was loaded.
        "in_place": !newest.plan.has_own_scripts(),
        "styles": look.styles,
        "sheets": look.sheets,
        "panel": panel,
    });
    Some(state.to_string())
}

/// A decoded path as a target again; only what would end it is encoded.
fn percent(path: &str) -> String {
    path.replace('%', "%25").replace('?', "%3F").replace('#', "%23")
}

/// The page for an address at which there is nothing, of a site that has no page for that either.
pub(super) fn blank_page(words: &Words) -> String {
    let title = escaped(&words.text("serve-no-page", &[]));
    let lead = escaped(&words.text("serve-no-page-help", &[]));
    let home = escaped(&words.text("serve-home", &[]));
    let lang = words.lang().code();
    format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <style>body {{ font: 1.1rem/1.5 system-ui, sans-serif; max-width: 36em; margin: 3em auto; padding: 0 1em; \
         color-scheme: light dark }}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n<p>{lead}</p>\n<p><a href=\"/\">{home}</a></p>\n</main>\n</body>\n</html>\n"
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
