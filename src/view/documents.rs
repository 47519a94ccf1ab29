//! Names of documents as sentences use them, and their signed files.

use serde::Serialize;

use crate::model::{Attachment, Job, Site};
use crate::schema::records::{Order, Role};
use crate::schema::{DocumentRef, Requirement};

use crate::theme::Words;

use super::context::{Cx, capitalized, inner_quotes};
use super::frame::LinkView;

/// A file to take away, with what it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct FileView {
    /// Relative to the page.
    pub(crate) href: String,
    /// «Подписанный приказ», «Отсоединённая подпись».
    pub(crate) title: String,
    /// «PDF, 245 КБ».
    pub(crate) kind: String,
    /// «на сайте с 16.04.2026», if a record says so.
    pub(crate) posted: Option<String>,
    /// sha256 of the file, lower-case hexadecimal.
    pub(crate) sha256: Option<String>,
    /// Whether it is a detached signature.
    pub(crate) signature: bool,
}

/// «приказ от 15.04.2026 № 01-07/132».
pub(crate) fn order_label(cx: Cx<'_>, order: &Order) -> String {
    cx.say("order-label", &[("date", order.date.dotted().into()), ("number", (&order.number).into())])
}

/// The same with a large letter, as a link to the order's page.
pub(crate) fn order_link(cx: Cx<'_>, id: &str) -> Option<LinkView> {
    let order = cx.site.register.orders.get(id)?;
    let href = cx.job(&Job::Order(id.to_owned()))?;
    Some(LinkView { href, title: capitalized(&order_label(cx, order)) })
}

/// A document as a sentence names it: «приказ от 15.04.2026 № 01-07/132», «информация о решении».
pub(crate) fn document_name(cx: Cx<'_>, document: &DocumentRef) -> String {
    let register = &cx.site.register;
    match document {
        DocumentRef::Order(id) => register.orders.get(id).map_or_else(|| id.clone(), |o| order_label(cx, o)),
        DocumentRef::Decision(id) => match register.decisions.get(id) {
            Some(decision) => cx.say("decision-label", &[("date", decision.date.dotted().into())]),
            None => cx.word("decision-name"),
        },
        DocumentRef::Edition(_, date) => cx.say("edition-label", &[("date", date.dotted().into())]),
        DocumentRef::File(path) => cx.say("file-label", &[("path", path.into())]),
    }
}

/// Where a document is read on this site.
pub(crate) fn document_href(cx: Cx<'_>, document: &DocumentRef) -> Option<String> {
    match document {
        DocumentRef::Order(id) => cx.job(&Job::Order(id.clone())),
        DocumentRef::Decision(id) => cx.job(&Job::Decision(id.clone())),
        DocumentRef::Edition(slug, date) => cx.job(&Job::Edition(slug.clone(), *date)),
        DocumentRef::File(path) => attachment(cx, path).map(|a| cx.href(&a.out)),
    }
}

/// What a deadline asks for, as a sentence names it. `alone`: whether only one order is asked for, so that it needs no
/// role to be told from others.
pub(crate) fn requirement_name(cx: Cx<'_>, requirement: &Requirement, alone: bool) -> String {
    match requirement {
        Requirement::Decision => cx.word("decision-name"),
        Requirement::Edition => cx.word("edition-name"),
        Requirement::Order(_) if alone => cx.word("appointment-order-name"),
        Requirement::Order(role) => {
            let title = cx.site.register.roles.get(role).map_or(role.as_str(), |r: &Role| r.title.as_str());
            cx.say("appointment-order-name-of", &[("role", inner_quotes(title).into())])
        }
    }
}

/// A file of the content tree, named by its path with or without `files/` before it.
pub(crate) fn attachment<'a>(cx: Cx<'a>, path: &str) -> Option<&'a Attachment> {
    let path = path.trim_start_matches("./");
    let with_folder = format!("files/{path}");
    cx.site.attachments.iter().find(|a| a.path.as_str() == path || a.path.as_str() == with_folder)
}

/// A file with its kind and size, if it is there.
pub(crate) fn file(cx: Cx<'_>, path: &str, title_key: &str) -> Option<FileView> {
    let found = attachment(cx, path)?;
    let (href, title, sha256) = (cx.href(&found.out), cx.word(title_key), found.sha256.clone());
    let kind = kind(cx.words, found);
    Some(FileView { href, title, kind, posted: None, sha256, signature: title_key == "signature-file" })
}

/// The signed file of an order and its detached signature, those that are there. Each has its day: since when it is on
/// the site, or that of the order.
pub(crate) fn order_files(cx: Cx<'_>, order: &Order) -> Vec<FileView> {
    let signed = order.file.as_deref().and_then(|path| file(cx, path, "signed-file"));
    let signature = order.signature.as_deref().and_then(|path| file(cx, path, "signature-file"));
    let posted = match posted(cx.site, &DocumentRef::Order(order.id.as_str().to_owned())) {
        Some(date) => cx.say("file-posted", &[("date", date.dotted().into())]),
        None => cx.say("file-dated", &[("date", order.date.dotted().into())]),
    };
    signed.into_iter().chain(signature).map(|file| FileView { posted: Some(posted.clone()), ..file }).collect()
}

/// What stands behind a link to a file in a text: «PDF, 245 КБ; на сайте с 16.04.2026».
pub(crate) fn about_file(site: &Site, words: &Words, file: &Attachment) -> String {
    let kind = kind(words, file);
    let path = file.path.as_str();
    let names = [path, path.strip_prefix("files/").unwrap_or(path)];
    match names.iter().find_map(|name| posted(site, &DocumentRef::File((*name).to_owned()))) {
        Some(date) => format!("{kind}; {}", words.with("file-posted", &[("date", date.dotted().into())])),
        None => kind,
    }
}

/// «PDF, 245 КБ».
fn kind(words: &Words, file: &Attachment) -> String {
    let kind = file.path.extension().to_uppercase();
    let size = size(words, file.len);
    if kind.is_empty() { size } else { format!("{kind}, {size}") }
}

/// «245 КБ», «1,2 МБ»: rounded up, never 0.
fn size(words: &Words, bytes: u64) -> String {
    let kilobytes = bytes.div_ceil(1024).max(1);
    if kilobytes < 1000 {
        return words.with("size-kb", &[("count", kilobytes.to_string().into())]);
    }
    let tenths = bytes.saturating_mul(10).div_ceil(1024 * 1024);
    let number = match tenths % 10 {
        0 => (tenths / 10).to_string(),
        rest => format!("{}{}{rest}", tenths / 10, words.get("decimal-sign")),
    };
    words.with("size-mb", &[("count", (&number).into())])
}

/// The date on which a document stands posted, if it does.
pub(crate) fn posted(site: &Site, document: &DocumentRef) -> Option<crate::base::Date> {
    let today = site.today;
    let records = site.register.publications.iter().filter(|p| p.document == *document && p.date <= today);
    records.filter(|p| p.removed.is_none_or(|removed| removed > today)).map(|p| p.date).min()
}
