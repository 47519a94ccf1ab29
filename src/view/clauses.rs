//! The text of a regulation, clause by clause, with what stands beside each clause; and quotations of clauses.

use serde::Serialize;

use crate::base::{Address, Number};
use crate::model::{Edition, EditionStatus, Instruction, Job, edition_out, regulation_out};
use crate::parse::act;
use crate::parse::doc::{Block, BlockKind, Inline, ListItem, Part, PartKind, plain_text};

use super::context::Cx;
use super::frame::LinkView;
use super::html::{Html, TocEntry, Writer};
use super::people::{RoleView, clause_label, role_view};

/// A section or a clause with what stands under it.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct PartView {
    /// `section` or `clause`.
    pub(crate) kind: &'static str,
    /// Anchor: `p2`, `p2.4`.
    pub(crate) anchor: String,
    /// Printed number without the last dot; absent for a heading without a number.
    pub(crate) number: Option<String>,
    /// How law cites it, without the name of the act: «пункт 2.4»; absent where there is no number.
    pub(crate) cite: Option<String>,
    /// How deep it lies: 1 for sections and for clauses without a section, 2 for `2.4`, 3 for `2.4.1`.
    pub(crate) depth: usize,
    /// Level of the heading of a section, 2 to 6.
    pub(crate) level: usize,
    /// Text of the heading, or the lead line of the clause.
    pub(crate) lead: Html,
    /// What follows: items, paragraphs, tables.
    pub(crate) rest: Html,
    /// Instructions that tell how to follow it.
    pub(crate) instructions: Vec<LinkView>,
    /// Who answers for it today.
    pub(crate) roles: Vec<RoleView>,
    /// Clauses of the section, sub-clauses of the clause, deeper sections.
    pub(crate) children: Vec<PartView>,
}

/// The parts of an edition; contents lines go to `writer`. What stands beside clauses is given for the
/// edition in force alone: of another text nobody answers today.
pub(crate) fn parts(cx: Cx<'_>, edition: &Edition, status: EditionStatus, writer: &mut Writer<'_>) -> Vec<PartView> {
    let beside = status == EditionStatus::InForce;
    edition.text.parts.iter().map(|part| part_view(cx, edition, beside, part, 1, writer)).collect()
}

fn part_view(
    cx: Cx<'_>,
    edition: &Edition,
    beside: bool,
    part: &Part,
    depth: usize,
    writer: &mut Writer<'_>,
) -> PartView {
    let section = part.kind == PartKind::Section;
    writer.reserve(&part.anchor);
    let number = part.number.as_ref().map(Number::to_string);
    let (lead, rest) = if section {
        let text = plain_text(&part.title);
        let line = number.as_ref().map_or_else(|| text.clone(), |n| format!("{n}. {text}"));
        let anchor = part.anchor.clone();
        let depth = if depth > 1 { 2 } else { 1 };
        writer.contents_line(TocEntry { anchor, text: line, depth });
        (writer.inlines(&part.title), writer.blocks(&part.blocks))
    } else {
        match part.blocks.split_first() {
            Some((Block { kind: BlockKind::Paragraph(inlines), .. }, rest)) => {
                (writer.inlines(inlines), writer.blocks(rest))
            }
            _ => (Html::default(), writer.blocks(&part.blocks)),
        }
    };
    let number_of = part.number.as_ref().filter(|_| beside);
    PartView {
        kind: if section { "section" } else { "clause" },
        anchor: part.anchor.clone(),
        number,
        cite: writer.cited(&part.anchor),
        depth,
        level: (depth + 1).min(6),
        lead,
        rest,
        instructions: number_of.map(|n| instructions(cx, &edition.slug, n)).unwrap_or_default(),
        roles: number_of.map(|n| roles(cx, edition, n)).unwrap_or_default(),
        children: part.children.iter().map(|p| part_view(cx, edition, beside, p, depth + 1, writer)).collect(),
    }
}

fn same_regulation(cx: Cx<'_>, address: &Address, slug: &str) -> bool {
    cx.regulation_of(address).is_some_and(|r| r.slug == slug)
}

/// Instructions that implement a clause or an item of it.
fn instructions(cx: Cx<'_>, slug: &str, number: &Number) -> Vec<LinkView> {
    let implements = |i: &&Instruction| {
        i.implements.iter().any(|a| a.number.as_ref() == Some(number) && same_regulation(cx, a, slug))
    };
    let found = cx.site.instructions.iter().filter(implements);
    found
        .filter_map(|i| {
            let href = cx.job(&Job::Instruction(i.slug.clone()))?;
            Some(LinkView { href, title: i.front.title.clone() })
        })
        .collect()
}

/// Roles that carry a clause or an item of it.
fn roles(cx: Cx<'_>, edition: &Edition, number: &Number) -> Vec<RoleView> {
    let carried = |a: &Address| a.number.as_ref() == Some(number) && same_regulation(cx, a, &edition.slug);
    let roles = cx.site.register.roles.iter().filter(|r| r.clauses.iter().any(carried));
    roles.map(|r| role_view(cx, r, None)).collect()
}

/// A clause quoted on another page, whole or by some of its items.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct QuoteView {
    /// «2.4».
    pub(crate) label: String,
    /// Where it stands.
    pub(crate) href: String,
    /// Its words; its lead line alone, where only items are quoted.
    pub(crate) text: Html,
    /// The items that are quoted; empty where the whole clause is.
    pub(crate) items: Vec<ItemQuoteView>,
}

/// An item of a quoted clause.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct ItemQuoteView {
    /// «2.4, абзац 8».
    pub(crate) label: String,
    /// Where it stands.
    pub(crate) href: String,
    /// Its words.
    pub(crate) text: Html,
}

/// An address with its regulation, and the part that it means in the edition it means.
struct Found<'a> {
    address: Address,
    edition: &'a Edition,
    part: &'a Part,
}

fn find<'a>(cx: Cx<'a>, address: &Address) -> Option<Found<'a>> {
    let regulation = cx.regulation_of(address)?;
    let edition = match address.edition {
        Some(date) => regulation.editions.iter().find(|e| e.date == date)?,
        None => regulation.shown(cx.site.today)?.edition,
    };
    let part = edition.text.part(address.number.as_ref()?)?;
    let mut address = address.clone();
    address.regulation = Some(regulation.slug.clone());
    Some(Found { address, edition, part })
}

/// A clause or item that is there, as a link: «2.4, абзац 8».
pub(crate) fn located(cx: Cx<'_>, address: &Address) -> Option<LinkView> {
    let found = find(cx, address)?;
    Some(LinkView { href: cx.clause(&found.address, None)?, title: clause_label(cx, &found.address) })
}

/// The part of a text that an address means today.
pub(crate) fn part_at<'a>(cx: Cx<'a>, address: &Address) -> Option<&'a Part> {
    find(cx, address).map(|found| found.part)
}

/// Quotes clauses and items, each from the edition that its regulation shows today; items of one clause stand together.
pub(crate) fn quotes(cx: Cx<'_>, addresses: &[Address]) -> Vec<QuoteView> {
    let found: Vec<Found<'_>> = addresses.iter().filter_map(|a| find(cx, a)).collect();
    let same = |a: &Found<'_>, b: &Found<'_>| std::ptr::eq(a.part, b.part);
    let mut quotes = Vec::new();
    for (i, first) in found.iter().enumerate() {
        if found.iter().take(i).any(|before| same(before, first)) {
            continue;
        }
        let of_clause: Vec<&Found<'_>> = found.iter().filter(|other| same(other, first)).collect();
        quotes.extend(quote(cx, first, &of_clause));
    }
    quotes
}

fn quote(cx: Cx<'_>, first: &Found<'_>, of_clause: &[&Found<'_>]) -> Option<QuoteView> {
    let (edition, part) = (first.edition, first.part);
    let shown = cx.site.links.shown(&edition.slug) == Some(edition.date);
    let own = if shown { regulation_out(&edition.slug) } else { edition_out(&edition.slug, edition.date) };
    let mut writer = Writer::quoting(cx.scope(&edition.path, &own, Some((&edition.slug, edition.date))));
    let whole = of_clause.iter().any(|f| f.address.items.is_empty());
    let mut items = Vec::new();
    for found in of_clause.iter().filter(|_| !whole) {
        let Some(item) = act::item(part, &found.address.items) else { continue };
        items.push(ItemQuoteView {
            label: clause_label(cx, &found.address),
            href: cx.clause(&found.address, None)?,
            text: writer.blocks(&item.blocks),
        });
    }
    let text = if whole { quoted_part(part, &mut writer) } else { writer.blocks(part.blocks.get(..1).unwrap_or(&[])) };
    let address = Address { items: Vec::new(), paragraph: None, ..first.address.clone() };
    let label = address.number.as_ref().map(Number::to_string).unwrap_or_default();
    Some(QuoteView { label, href: cx.clause(&address, None)?, text, items })
}

/// A part with what lies under it; headings become paragraphs, for a quotation has no headings of its own.
fn quoted_part(part: &Part, writer: &mut Writer<'_>) -> Html {
    let mut html = String::new();
    part.walk(&mut |part| {
        if part.kind == PartKind::Section {
            html.push_str(&format!("<p><strong>{}</strong></p>\n", writer.inlines(&part.title).0));
        }
        html.push_str(&writer.blocks(&part.blocks).0);
    });
    Html(html)
}

/// The items of a clause, those nested in others left out.
pub(crate) fn items(blocks: &[Block]) -> impl Iterator<Item = &ListItem> {
    blocks.iter().flat_map(|b| match &b.kind {
        BlockKind::List(list) => &list.items[..],
        _ => &[],
    })
}

/// The first line of blocks without markup.
pub(crate) fn first_line(blocks: &[Block]) -> String {
    let inlines: &[Inline] = blocks
        .iter()
        .find_map(|b| match &b.kind {
            BlockKind::Paragraph(inlines) | BlockKind::Heading { inlines, .. } => Some(&inlines[..]),
            _ => None,
        })
        .unwrap_or_default();
    plain_text(inlines).trim().to_owned()
}
