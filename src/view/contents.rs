//! Everything on one page of links, and the page for addresses that are not there.

use serde::Serialize;

use crate::model::{Entry, Folder};
use crate::parse::doc::{PartKind, plain_text};

use super::context::Cx;
use super::frame::{Frame, LinkView};
use super::{Page, View};

/// `contents.html`: everything can be reached from here without a script.
#[derive(Serialize)]
pub(crate) struct Contents {
    /// What is at the top of the site.
    pub(crate) items: Vec<ContentsItem>,
}

/// A page or folder with what is in it.
#[derive(Serialize)]
pub(crate) struct ContentsItem {
    /// Relative to the page.
    pub(crate) href: String,
    /// Title.
    pub(crate) title: String,
    /// Pages of a folder, sections of a regulation.
    pub(crate) children: Vec<ContentsItem>,
}

/// `404.html`.
#[derive(Serialize)]
pub(crate) struct NotFound {
    /// Where to go on: home and contents, by full addresses; empty if the site does not know its own.
    pub(crate) links: Vec<LinkView>,
}

pub(crate) fn view(cx: Cx<'_>) -> View<'_> {
    let items = cx.site.tree.folders.first().map(|root| entries(cx, root, 0)).unwrap_or_default();
    View { frame: Frame::new(cx, cx.word("contents")), page: Page::Contents(Contents { items }) }
}

fn entries(cx: Cx<'_>, folder: &Folder, depth: usize) -> Vec<ContentsItem> {
    // Deeper than any path can be: the tree is in a loop.
    if depth > 200 {
        return Vec::new();
    }
    folder.entries.iter().map(|entry| item(cx, entry, depth)).collect()
}

fn item(cx: Cx<'_>, entry: &Entry, depth: usize) -> ContentsItem {
    let inner = entry.folder.and_then(|at| cx.site.tree.folders.get(at));
    let mut children = inner.map(|f| entries(cx, f, depth + 1)).unwrap_or_default();
    if let Some(crate::model::Job::Regulation(slug)) = cx.site.routes.get(&entry.out) {
        children.extend(sections(cx, slug, &entry.out));
    }
    ContentsItem { href: cx.href(&entry.out), title: cx.title(&entry.title), children }
}

/// Sections of the edition that a regulation's address shows.
fn sections(cx: Cx<'_>, slug: &str, out: &crate::base::OutPath) -> Vec<ContentsItem> {
    let shown = cx.site.register.regulation(slug).and_then(|r| r.shown(cx.site.today));
    let parts = shown.map(|s| &s.edition.text.parts[..]).unwrap_or_default();
    let sections = parts.iter().filter(|p| p.kind == PartKind::Section);
    sections
        .map(|part| {
            let number = part.number.as_ref().map(|n| format!("{n}. ")).unwrap_or_default();
            let href = super::html::href(out, Some(&part.anchor), cx.out);
            ContentsItem { href, title: format!("{number}{}", plain_text(&part.title)), children: Vec::new() }
        })
        .collect()
}

/// The page may be shown at any depth, so relative links would lead astray: full addresses or none.
pub(crate) fn not_found(cx: Cx<'_>) -> View<'_> {
    let mut frame = Frame::new(cx, cx.word("not-found"));
    let base = cx.site.settings.base_url.as_deref();
    let full = |link: Option<String>| link.and_then(|l| Some(format!("{}{l}", base?)));
    frame.style = full(frame.style.take());
    frame.font_style = full(frame.font_style.take());
    frame.script = full(frame.script.take());
    frame.assets = full(frame.assets.take());
    frame.search_style = full(frame.search_style.take());
    frame.search_script = full(frame.search_script.take());
    frame.contents = full(frame.contents.take());
    frame.search = full(frame.search.take());
    frame.home = base.unwrap_or_default().to_owned();
    frame.breadcrumbs.clear();
    frame.editions.retain(|_| base.is_some());
    for line in &mut frame.editions {
        for link in [&mut line.href, &mut line.history] {
            *link = full(Some(std::mem::take(link))).unwrap_or_default();
        }
    }
    frame.citation = None;
    frame.canonical = None;
    frame.paper_address = None;
    let mut links = Vec::new();
    if let Some(base) = base {
        links.push(LinkView { href: base.to_owned(), title: cx.word("home") });
    }
    links.extend(frame.contents.clone().map(|href| LinkView { href, title: cx.word("contents") }));
    View { frame, page: Page::NotFound(NotFound { links }) }
}
