//! Navigation of a section: what is at the top, the way down to the folder of the page, and what is in it.
//!
//! All pages of a folder share one navigation, so it is rendered once a folder and the page marked in it afterwards. A
//! folder with very many pages gives each page the part around it.

use serde::Serialize;

use crate::model::{Entry, Tree};

use super::context::Cx;

/// A folder with more entries than this is shown in part.
pub(crate) const NAV_WINDOW: usize = 40;

/// What `parts/nav.html` is given.
#[derive(Serialize)]
pub(crate) struct NavView {
    /// What is at the top of the site, opened down to the folder of the page.
    pub(crate) items: Vec<NavItem>,
}

/// A line of the navigation.
#[derive(Serialize)]
pub(crate) struct NavItem {
    /// Relative to the page.
    pub(crate) href: String,
    /// Words of the link.
    pub(crate) title: String,
    /// Whether the page lies in this folder.
    pub(crate) open: bool,
    /// Whether this line stands for neighbours that are not shown.
    pub(crate) more: bool,
    /// What is in the folder, if it is open.
    pub(crate) children: Vec<NavItem>,
}

/// The navigation around the page of `cx`.
pub(crate) fn nav(cx: Cx<'_>) -> NavView {
    let tree = &cx.site.tree;
    let folder = cx.lookup.folder_of(cx.out);
    let chain = if tree.folders.is_empty() { Vec::new() } else { tree.ancestors(folder) };
    NavView { items: items(cx, tree, &chain) }
}

/// Entries of the first folder of `chain`; the one that leads to the rest is open.
fn items(cx: Cx<'_>, tree: &Tree, chain: &[usize]) -> Vec<NavItem> {
    let Some((&at, below)) = chain.split_first() else { return Vec::new() };
    let Some(folder) = tree.folders.get(at) else { return Vec::new() };
    let next = below.first().copied();
    let leads_on = |entry: &Entry| match next {
        Some(next) => entry.folder == Some(next),
        None => entry.out == *cx.out,
    };
    let here = folder.entries.iter().position(leads_on).unwrap_or(0);
    let top = folder.parent.is_none();
    let mut items: Vec<NavItem> = Vec::new();
    // Between the top and the neighbourhood of the page only the way down is shown.
    let near = top || below.len() <= 1;
    let count = if near { folder.entries.len() } else { 1 };
    let first = if !near {
        here
    } else if count > NAV_WINDOW {
        here.saturating_sub(NAV_WINDOW / 2).min(count - NAV_WINDOW)
    } else {
        0
    };
    for entry in folder.entries.iter().skip(first).take(count.min(NAV_WINDOW)) {
        let open = next.is_some() && entry.folder == next;
        let children = if open { self::items(cx, tree, below) } else { Vec::new() };
        let (href, title) = (cx.href(&entry.out), cx.title(&entry.title));
        items.push(NavItem { href, title, open, more: false, children });
    }
    if count > NAV_WINDOW {
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        let title = cx.say("nav-all", &[("count", count.into())]);
        items.push(NavItem { href: cx.href(&folder.out), title, open: false, more: true, children: Vec::new() });
    }
    items
}
