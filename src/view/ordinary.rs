//! Ordinary pages of documentation, and folders without a page of their own.

use serde::Serialize;

use crate::base::OutPath;
use crate::model::{Entry, Title};

use super::context::{Cx, body, neighbours};
use super::frame::{Frame, LinkView};
use super::html::{Html, Writer};
use super::instruction::audience;
use super::{Docs, Page, View};

/// A page of documentation.
#[derive(Serialize)]
pub(crate) struct Ordinary {
    /// The text.
    pub(crate) body: Html,
    /// «для педагогов»; empty if it is not said.
    pub(crate) audience: String,
    /// What is in the folder, where this is the page of a folder.
    pub(crate) entries: Vec<LinkView>,
}

/// A folder without a page of its own.
#[derive(Serialize)]
pub(crate) struct FolderPage {
    /// What is in it.
    pub(crate) entries: Vec<EntryView>,
}

/// Something in a folder.
#[derive(Serialize)]
pub(crate) struct EntryView {
    /// Relative to the page.
    pub(crate) href: String,
    /// Title.
    pub(crate) title: String,
    /// Whether it is a folder.
    pub(crate) is_folder: bool,
}

pub(crate) fn page<'a>(cx: Cx<'a>, at: usize, docs: &Docs<'_>) -> Option<View<'a>> {
    let source = cx.site.pages.get(at)?;
    let doc = docs(source);
    let text = body(&doc, Some(&source.title), Writer::new(cx.scope(&source.path, cx.out, None)));
    let mut frame = Frame::new(cx, source.title.as_str()).with_body(&text);
    frame.description.clone_from(&source.front.description);
    frame.draft = source.front.draft == Some(true);
    let frame = with_neighbours(cx, frame);
    // A folder's page that says something links to what it wants; an empty one lists what is in the folder.
    let spot = cx.lookup.spot(cx.out).filter(|s| s.is_folder && text.html.0.trim().is_empty());
    let folder = spot.and_then(|s| cx.site.tree.folders.get(s.folder));
    let entries = folder.map(|f| &f.entries[..]).unwrap_or_default();
    let page = Ordinary {
        body: text.html,
        audience: audience(cx, &source.front.audience),
        entries: entries.iter().map(|e| LinkView { href: cx.href(&e.out), title: cx.title(&e.title) }).collect(),
    };
    Some(View { frame, page: Page::Ordinary(page) })
}

pub(crate) fn folder<'a>(cx: Cx<'a>, at: usize) -> Option<View<'a>> {
    let folder = cx.site.tree.folders.get(at)?;
    let entry =
        |e: &'a Entry| EntryView { href: cx.href(&e.out), title: cx.title(&e.title), is_folder: e.folder.is_some() };
    let page = FolderPage { entries: folder.entries.iter().map(entry).collect() };
    let frame = with_neighbours(cx, Frame::new(cx, cx.title(&folder.title)));
    Some(View { frame, page: Page::Folder(page) })
}

fn with_neighbours<'a>(cx: Cx<'a>, mut frame: Frame<'a>) -> Frame<'a> {
    let [previous, next] = neighbours(cx);
    let link = |(out, title): (&OutPath, &Title)| LinkView { href: cx.href(out), title: cx.title(title) };
    frame.previous = previous.map(link);
    frame.next = next.map(link);
    frame
}
