//! Terms and abbreviations.

use serde::Serialize;

use super::context::Cx;
use super::frame::Frame;
use super::html::Html;
use super::{Docs, Page, View};

/// `terms.html`.
#[derive(Serialize)]
pub(crate) struct Terms<'a> {
    /// Text from `terms.md`.
    pub(crate) body: Html,
    /// Terms by the alphabet.
    pub(crate) terms: Vec<TermView<'a>>,
}

/// A term.
#[derive(Serialize)]
pub(crate) struct TermView<'a> {
    /// Anchor: `t-ID`.
    pub(crate) anchor: String,
    /// The term.
    pub(crate) term: &'a str,
    /// Its abbreviation.
    pub(crate) abbreviation: Option<&'a str>,
    /// What it means.
    pub(crate) means: &'a str,
    /// «Говорят также: …»; empty if there are none.
    pub(crate) synonyms: String,
}

pub(crate) fn view<'a>(cx: Cx<'a>, docs: &Docs<'_>) -> View<'a> {
    let body = cx.body(docs);
    let title = body.title.clone().unwrap_or_else(|| cx.word("page-terms"));
    let mut terms: Vec<TermView<'a>> = cx
        .site
        .register
        .terms
        .iter()
        .map(|t| TermView {
            anchor: format!("t-{}", t.id.as_str()),
            term: &t.term,
            abbreviation: t.abbreviation.as_deref(),
            means: &t.means,
            synonyms: t.synonyms.join(", "),
        })
        .collect();
    // ё stands with е, as in dictionaries.
    terms.sort_by_cached_key(|t| t.term.to_lowercase().replace('ё', "е"));
    let frame = Frame::new(cx, title).with_body(&body);
    View { frame, page: Page::Terms(Terms { body: body.html, terms }) }
}
