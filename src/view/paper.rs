//! Papers printed apart from the site: what their templates are given.
//!
//! They have no frame of the site and no links, since they lie anywhere.

use serde::Serialize;

use crate::model::{Paper, PaperForm};

use super::context::Cx;
use super::{draft, draft_record, inspector};

/// Everything a template of a paper sees.
#[derive(Serialize)]
pub(crate) struct PaperView<'a> {
    /// Language of the paper.
    pub(crate) lang: &'static str,
    /// What the paper is, for programs: `draft`, `sheet`.
    pub(crate) kind: &'static str,
    /// Title of the window.
    pub(crate) title: String,
    /// What the paper shows.
    pub(crate) page: PaperPage<'a>,
}

/// What a paper shows, by kind.
#[derive(Serialize)]
#[serde(untagged)]
pub(crate) enum PaperPage<'a> {
    /// An order of appointment to be signed.
    Draft(draft::DraftPage<'a>),
    /// What an inspector asks for.
    Sheet(inspector::Inspector<'a>),
}

/// The record of a drafted order; `None` for another paper or a draft that cannot be.
pub(crate) fn record(cx: Cx<'_>, paper: &Paper) -> Option<String> {
    let Paper::Draft(request) = paper else { return None };
    let draft = cx.site.draft(request).ok()?;
    let page = draft::page(cx, request, &draft);
    Some(draft_record::record(cx, request, &draft, &page))
}

/// The template of a paper with its data; `None` for a draft that cannot be.
pub(crate) fn paper<'a>(cx: Cx<'a>, paper: &Paper, form: PaperForm) -> Option<(&'static str, PaperView<'a>)> {
    let lang = cx.words.lang().code();
    match paper {
        Paper::Draft(request) => {
            let draft = cx.site.draft(request).ok()?;
            let page = draft::page(cx, request, &draft);
            let template = match form {
                PaperForm::Html => "draft.html",
                PaperForm::Text => "draft.txt",
            };
            let title = page.title.clone();
            Some((template, PaperView { lang, kind: "draft", title, page: PaperPage::Draft(page) }))
        }
        Paper::Sheet => {
            let template = match form {
                PaperForm::Html => "sheet.html",
                PaperForm::Text => "sheet.txt",
            };
            let page = PaperPage::Sheet(inspector::paper(cx));
            Some((template, PaperView { lang, kind: "sheet", title: cx.word("page-inspector"), page }))
        }
    }
}
