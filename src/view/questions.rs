//! Questions that people ask, with the places that answer; honest where the texts are silent.

use serde::Serialize;

use crate::base::{Address, SitePath};
use crate::parse::doc::PartKind;

use super::clauses::{located, part_at};
use super::context::Cx;
use super::frame::{Frame, LinkView};
use super::html::Html;
use super::people::RoleView;
use super::{Docs, Page, View};

/// `questions.html`.
#[derive(Serialize)]
pub(crate) struct Questions<'a> {
    /// Text from `questions.md`.
    pub(crate) body: Html,
    /// Questions in the order of their file.
    pub(crate) questions: Vec<QuestionView<'a>>,
    /// Whom to ask where the texts are silent: required roles with their holders.
    pub(crate) roles: Vec<RoleView>,
}

/// A question.
#[derive(Serialize)]
pub(crate) struct QuestionView<'a> {
    /// Anchor: `q1`, by the order of the file.
    pub(crate) anchor: String,
    /// The question.
    pub(crate) question: &'a str,
    /// A short answer.
    pub(crate) text: Option<&'a str>,
    /// Places that answer.
    pub(crate) see: Vec<LinkView>,
    /// What to say where the texts hold no answer; absent where they do.
    pub(crate) silent: Option<String>,
}

pub(crate) fn view<'a>(cx: Cx<'a>, docs: &Docs<'_>) -> View<'a> {
    let body = cx.body(docs);
    let title = body.title.clone().unwrap_or_else(|| cx.word("page-questions"));
    let page = Questions { body: body.html.clone(), questions: questions(cx), roles: super::home::required_roles(cx) };
    let mut frame = Frame::new(cx, title).with_body(&body).with_editions(cx, None);
    frame.toc.clear();
    if !page.roles.is_empty() {
        frame = frame.computed(cx);
    }
    View { frame, page: Page::Questions(page) }
}

/// All questions with links relative to the page of `cx`.
pub(crate) fn questions<'a>(cx: Cx<'a>) -> Vec<QuestionView<'a>> {
    let all = cx.site.register.questions.iter().enumerate();
    all.map(|(i, q)| QuestionView {
        anchor: format!("q{}", i + 1),
        question: &q.question,
        text: q.text.as_deref(),
        see: q.see.iter().filter_map(|to| see(cx, to)).collect(),
        // An answer of its own says by itself what the texts do not.
        silent: (q.see.is_empty() && q.text.is_none()).then(|| silent(cx)),
    })
    .collect()
}

/// A clause by its address, else a page by its path from the root of the content.
fn see(cx: Cx<'_>, to: &str) -> Option<LinkView> {
    if let Ok(address) = Address::parse(to)
        && let Some(clause) = located(cx, &address)
    {
        let in_section = part_at(cx, &address).is_some_and(|part| part.kind == PartKind::Section);
        let title =
            cx.say(if in_section { "see-section" } else { "see-clause" }, &[("clause", (&clause.title).into())]);
        return Some(LinkView { href: clause.href, title });
    }
    let root = SitePath::new("index.md").ok()?;
    let resolved = cx.site.links.resolve(&root, to, false);
    let title = match &resolved {
        crate::model::Resolved::Internal { out, .. } => page_title(cx, out),
        _ => None,
    };
    Some(LinkView { href: cx.internal(resolved)?, title: title.unwrap_or_else(|| to.to_owned()) })
}

fn page_title(cx: Cx<'_>, out: &crate::base::OutPath) -> Option<String> {
    let spot = cx.lookup.spot(out)?;
    let folder = cx.site.tree.folders.get(spot.folder)?;
    if spot.is_folder {
        return Some(cx.title(&folder.title));
    }
    folder.entries.iter().find(|e| e.out == *out).map(|e| cx.title(&e.title))
}

/// «… ответа на этот вопрос нет. Это не значит, что запрещено или разрешено. Спросите …».
pub(super) fn silent(cx: Cx<'_>) -> String {
    let organization = cx.site.settings.organization.as_ref();
    let contacts: Vec<&str> = organization
        .map(|o| [o.phone.as_deref(), o.email.as_deref()].into_iter().flatten().collect())
        .unwrap_or_default();
    if contacts.is_empty() {
        return cx.word("silent");
    }
    cx.say("silent-with-contacts", &[("contacts", contacts.join(", ").into())])
}
