//! The search page: all clauses, items, steps, questions and terms on one page, for the browser's own search.

use serde::Serialize;

use crate::base::{Address, OutPath};
use crate::model::{Instruction, Job, Regulation};
use crate::parse::doc::{Block, BlockKind, ListItem, Part, plain_text};

use super::clauses::first_line;
use super::context::Cx;
use super::frame::Frame;
use super::html::{Html, href};
use super::questions::{questions, silent};
use super::{Docs, Page, View};

/// `search.html`.
#[derive(Serialize)]
pub(crate) struct Search {
    /// Text from `search.md`.
    pub(crate) body: Html,
    /// Everything that can be looked for, by where it comes from.
    pub(crate) groups: Vec<SearchGroup>,
}

/// What comes from one text.
#[derive(Serialize)]
pub(crate) struct SearchGroup {
    /// Title of the text.
    pub(crate) title: String,
    /// Its address.
    pub(crate) href: String,
    /// Its units in reading order.
    pub(crate) units: Vec<SearchUnit>,
}

/// A clause, item, step, question or term.
#[derive(Serialize)]
pub(crate) struct SearchUnit {
    /// Where it stands.
    pub(crate) href: String,
    /// «2.4», «шаг 3»; empty where there is no number.
    pub(crate) label: String,
    /// Its words without markup.
    pub(crate) text: String,
}

pub(crate) fn view<'a>(cx: Cx<'a>, docs: &Docs<'_>) -> View<'a> {
    let body = cx.body(docs);
    let title = body.title.clone().unwrap_or_else(|| cx.word("search"));
    let mut groups: Vec<SearchGroup> = cx.site.register.regulations.iter().filter_map(|r| regulation(cx, r)).collect();
    groups.extend(cx.site.instructions.iter().filter_map(|i| instruction(cx, i)));
    groups.extend(asked(cx));
    groups.extend(terms(cx));
    groups.retain(|g| !g.units.is_empty());
    View { frame: Frame::new(cx, title), page: Page::Search(Search { body: body.html, groups }) }
}

/// Words that the script of the search shows; each stands in the catalogue under `search-` and this name.
const WORDS: [&str; 42] = [
    "label",
    "hint",
    "kind",
    "all",
    "audience",
    "everyone",
    "old",
    "section",
    "clause",
    "paragraph",
    "edition",
    "superseded",
    "similar",
    "count-one",
    "count-few",
    "count-many",
    "first",
    "more",
    "filtered",
    "unfilter",
    "vague",
    "missing",
    "near-one",
    "near-few",
    "near-many",
    "kind-section",
    "kind-clause",
    "kind-item",
    "kind-instruction",
    "kind-order",
    "kind-term",
    "kind-act",
    "kind-role",
    "kind-question",
    "kind-page",
    "for-management",
    "for-administrator",
    "for-teacher",
    "for-parent",
    "for-pupil",
    "for-staff",
    "none",
];

/// The words for the script of the search, by name. Where nothing is found it says what the page of questions says.
pub(crate) fn search_words(cx: Cx<'_>) -> Vec<(String, String)> {
    let word = |name: &&str| match *name {
        "none" => ("none".to_owned(), silent(cx)),
        name => (name.to_owned(), cx.word(&format!("search-{name}"))),
    };
    WORDS.iter().map(word).collect()
}

fn page_of(cx: Cx<'_>, job: &Job) -> Option<OutPath> {
    cx.site.routes.iter().find(|(_, j)| *j == job).map(|(out, _)| out.clone())
}

fn regulation(cx: Cx<'_>, regulation: &Regulation) -> Option<SearchGroup> {
    let shown = regulation.shown(cx.site.today)?;
    let out = page_of(cx, &Job::Regulation(regulation.slug.clone()))?;
    let mut units = Vec::new();
    shown.edition.text.walk(&mut |part| part_units(cx, &out, &regulation.slug, part, &mut units));
    Some(SearchGroup { title: shown.edition.front.title.clone(), href: cx.href(&out), units })
}

fn part_units(cx: Cx<'_>, out: &OutPath, slug: &str, part: &Part, units: &mut Vec<SearchUnit>) {
    let label = part.number.as_ref().map(ToString::to_string).unwrap_or_default();
    let title = plain_text(&part.title);
    let blocks = text(&part.blocks);
    let text = [title, blocks].into_iter().filter(|t| !t.is_empty()).collect::<Vec<_>>().join(" ");
    units.push(SearchUnit { href: href(out, Some(&part.anchor), cx.out), label, text });
    each_item(&part.blocks, &mut |item| {
        let Some(anchor) = &item.anchor else { return };
        let label = part.number.clone().map(|number| {
            let mut address = Address::clause(number);
            address.regulation = Some(slug.to_owned());
            address.items.clone_from(&item.path);
            // The item knows which абзац it is; nobody need look for it again.
            address.paragraph = item.paragraph;
            super::people::clause_label(cx, &address)
        });
        let (label, text) = (label.unwrap_or_default(), text_of_item(item));
        units.push(SearchUnit { href: href(out, Some(anchor), cx.out), label, text });
    });
}

fn instruction(cx: Cx<'_>, instruction: &Instruction) -> Option<SearchGroup> {
    let out = page_of(cx, &Job::Instruction(instruction.slug.clone()))?;
    let mut units = Vec::new();
    let mut anchor: Option<String> = None;
    for block in &instruction.doc.blocks {
        if block.anchor.is_some() {
            anchor.clone_from(&block.anchor);
        }
        let words = text(std::slice::from_ref(block));
        if !words.is_empty() {
            let href = href(&out, anchor.as_deref(), cx.out);
            units.push(SearchUnit { href, label: String::new(), text: words });
        }
        each_item(std::slice::from_ref(block), &mut |item| {
            let href = href(&out, item.anchor.as_deref().or(anchor.as_deref()), cx.out);
            units.push(SearchUnit { href, label: String::new(), text: text_of_item(item) });
        });
    }
    Some(SearchGroup { title: instruction.front.title.clone(), href: cx.href(&out), units })
}

fn asked(cx: Cx<'_>) -> Option<SearchGroup> {
    let out = page_of(cx, &Job::Questions)?;
    let units = questions(cx).into_iter().map(|q| SearchUnit {
        href: href(&out, Some(&q.anchor), cx.out),
        label: String::new(),
        text: [Some(q.question), q.text].into_iter().flatten().collect::<Vec<_>>().join(" "),
    });
    Some(SearchGroup { title: cx.word("page-questions"), href: cx.href(&out), units: units.collect() })
}

fn terms(cx: Cx<'_>) -> Option<SearchGroup> {
    let out = page_of(cx, &Job::Terms)?;
    let units = cx.site.register.terms.iter().map(|t| {
        let also = t.abbreviation.iter().chain(&t.synonyms).map(String::as_str).collect::<Vec<_>>().join(", ");
        let also = if also.is_empty() { also } else { format!(" ({also})") };
        SearchUnit {
            href: href(&out, Some(&format!("t-{}", t.id.as_str())), cx.out),
            label: String::new(),
            text: format!("{}{also} — {}", t.term, t.means),
        }
    });
    Some(SearchGroup { title: cx.word("page-terms"), href: cx.href(&out), units: units.collect() })
}

/// Words of blocks outside lists, whose items are units of their own.
fn text(blocks: &[Block]) -> String {
    let mut parts: Vec<String> = Vec::new();
    for block in blocks {
        match &block.kind {
            BlockKind::Heading { inlines, .. } | BlockKind::Paragraph(inlines) => parts.push(plain_text(inlines)),
            BlockKind::Quote { blocks, .. } => parts.push(text(blocks)),
            BlockKind::Code { text, .. } => parts.push(text.clone()),
            BlockKind::Table(table) => {
                let cells = table.head.iter().chain(table.rows.iter().flatten());
                parts.push(cells.map(|c| plain_text(c)).collect::<Vec<_>>().join(" "));
            }
            BlockKind::Definitions(definitions) => {
                for definition in definitions {
                    let meanings = definition.meanings.iter().map(|m| text(m)).collect::<Vec<_>>().join(" ");
                    parts.push(format!("{} {meanings}", plain_text(&definition.term)));
                }
            }
            BlockKind::List(_) | BlockKind::Html(_) | BlockKind::Rule => {}
        }
    }
    parts.retain(|p| !p.trim().is_empty());
    parts.join(" ")
}

fn text_of_item(item: &ListItem) -> String {
    let words = text(&item.blocks);
    if words.is_empty() { first_line(&item.blocks) } else { words }
}

fn each_item(blocks: &[Block], visit: &mut dyn FnMut(&ListItem)) {
    for block in blocks {
        match &block.kind {
            BlockKind::List(list) => {
                for item in &list.items {
                    visit(item);
                    each_item(&item.blocks, visit);
                }
            }
            BlockKind::Quote { blocks, .. } => each_item(blocks, visit),
            _ => {}
        }
    }
}
