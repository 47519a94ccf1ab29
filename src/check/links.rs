//! Links, references and addresses that lead nowhere, file by file, so that files can be judged in parallel.
//!
//! Reads: one text and the link index of the site. Writes: findings. Touches: nothing.

use crate::base::{Address, Date, FileId, Number, SitePath, Span};
use crate::diag::{Arg, Code, Diagnostic, Diagnostics, Place, Severity, codes};
use crate::model::{Edition, Fault, Instruction, OrderText, Page, Resolved, Site};
use crate::parse::doc::{ActText, Block, BlockKind, Doc, Footnote, Inline};
use crate::parse::outline::is_markup;

/// A link to a page that is not there.
pub(crate) const MISSING_PAGE: Code = Code::error("missing-page");
/// A link to a file that is not there.
pub(crate) const MISSING_ATTACHMENT: Code = Code::error("missing-attachment");
/// A link to a part of a page that is not there.
pub(crate) const MISSING_ANCHOR: Code = Code::error("missing-anchor");
/// A link or reference to a clause that the edition does not have.
pub(crate) const MISSING_CLAUSE: Code = Code::error("missing-clause");
/// A link or reference to an item that the clause does not have.
pub(crate) const MISSING_ITEM: Code = Code::error("missing-item");
/// A link from the root of a host, not of this tree.
pub(crate) const LINK_OUTSIDE: Code = Code::warning("link-outside");
/// A wiki link that several pages answer to.
pub(crate) const AMBIGUOUS_WIKI_LINK: Code = Code::warning("ambiguous-wiki-link");

/// Every code of this file.
pub(crate) const CODES: [Code; 7] =
    [MISSING_PAGE, MISSING_ATTACHMENT, MISSING_ANCHOR, MISSING_CLAUSE, MISSING_ITEM, LINK_OUTSIDE, AMBIGUOUS_WIKI_LINK];

/// Links of an ordinary page.
pub(crate) fn of_page(site: &Site, page: &Page) -> Diagnostics {
    let mut judge = Judge::new(site, page.file, &page.path);
    for link in &page.outline.links {
        judge.link(&link.to, link.wiki, Place::span(page.file, link.span));
    }
    if let Some(span) = page.outline.html {
        judge.html(span);
    }
    judge.out
}

/// Links, references and `implements` of an instruction.
pub(crate) fn of_instruction(site: &Site, instruction: &Instruction) -> Diagnostics {
    let mut judge = Judge::new(site, instruction.file, &instruction.path);
    judge.doc(&instruction.doc);
    let at = &instruction.front.at;
    for (i, address) in instruction.implements.iter().enumerate() {
        judge.address(address, None, at.key("implements").index(i));
    }
    judge.out
}

/// Links and references of an order's own text.
pub(crate) fn of_order_text(site: &Site, text: &OrderText) -> Diagnostics {
    let mut judge = Judge::new(site, text.file, &text.path);
    judge.doc(&text.doc);
    judge.out
}

/// Links and references of an edition.
pub(crate) fn of_edition(site: &Site, edition: &Edition) -> Diagnostics {
    let mut judge = Judge::new(site, edition.file, &edition.path);
    judge.home = Some((&edition.slug, edition.date));
    let text = &edition.text;
    judge.blocks(&text.preamble);
    text.walk(&mut |part| {
        judge.inlines(&part.title);
        judge.blocks(&part.blocks);
    });
    judge.footnotes(&text.footnotes);
    judge.out
}

/// Addresses in the data files.
pub(crate) fn of_register(site: &Site) -> Diagnostics {
    let register = &site.register;
    let root = SitePath::new("index.md");
    let mut out = Diagnostics::default();
    let mut judge_address = |address: &Address, place: Place| {
        let Ok(root) = &root else { return };
        let mut judge = Judge::new(site, place.file, root);
        judge.address(address, None, place);
        out.extend(judge.out);
    };
    for role in register.roles.iter() {
        for (i, address) in role.clauses.iter().enumerate() {
            judge_address(address, role.at.key("clauses").index(i));
        }
    }
    for deadline in register.deadlines.iter() {
        judge_address(&deadline.clause, deadline.at.key("clause"));
    }
    let Ok(root) = root else { return out };
    for question in &register.questions {
        for (i, see) in question.see.iter().enumerate() {
            let place = question.at.key("see").index(i);
            let mut judge = Judge::new(site, place.file, &root);
            match Address::parse(see) {
                Ok(address) if address.number.is_some() => judge.address(&address, None, place),
                _ => judge.link(see, false, place),
            }
            out.extend(judge.out);
        }
    }
    out
}

/// Judges the links of one file.
struct Judge<'a> {
    site: &'a Site,
    file: FileId,
    path: &'a SitePath,
    /// The edition that the text belongs to.
    home: Option<(&'a str, Date)>,
    /// Whether raw HTML was reported for this file.
    html_said: bool,
    out: Diagnostics,
}

impl<'a> Judge<'a> {
    fn new(site: &'a Site, file: FileId, path: &'a SitePath) -> Self {
        Self { site, file, path, home: None, html_said: false, out: Diagnostics::default() }
    }

    /// Raw HTML where the site shows it as text; said once for a file.
    fn html(&mut self, span: Span) {
        if self.site.settings.raw_html || std::mem::replace(&mut self.html_said, true) {
            return;
        }
        let mut diagnostic = Diagnostic::new(codes::RAW_HTML, Place::span(self.file, span));
        if !self.site.managed {
            diagnostic.severity = Severity::Note;
        }
        self.out.push(diagnostic);
    }

    fn doc(&mut self, doc: &Doc) {
        self.blocks(&doc.blocks);
        self.footnotes(&doc.footnotes);
    }

    fn footnotes(&mut self, footnotes: &[Footnote]) {
        for footnote in footnotes {
            self.blocks(&footnote.blocks);
        }
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match &block.kind {
                BlockKind::Heading { inlines, .. } | BlockKind::Paragraph(inlines) => self.inlines(inlines),
                BlockKind::List(list) => list.items.iter().for_each(|item| self.blocks(&item.blocks)),
                BlockKind::Quote { blocks, .. } => self.blocks(blocks),
                BlockKind::Table(table) => {
                    table.head.iter().chain(table.rows.iter().flatten()).for_each(|cell| self.inlines(cell));
                }
                BlockKind::Definitions(definitions) => {
                    for definition in definitions {
                        self.inlines(&definition.term);
                        definition.meanings.iter().for_each(|meaning| self.blocks(meaning));
                    }
                }
                BlockKind::Html(html) if is_markup(html) => self.html(block.span),
                BlockKind::Code { .. } | BlockKind::Html(_) | BlockKind::Rule => {}
            }
        }
    }

    fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            match inline {
                Inline::Emphasis(c)
                | Inline::Strong(c)
                | Inline::Strike(c)
                | Inline::Superscript(c)
                | Inline::Subscript(c) => self.inlines(c),
                Inline::Link(link) => {
                    self.link(&link.to, link.wiki, Place::span(self.file, link.span));
                    self.inlines(&link.children);
                }
                Inline::Image(image) => self.link(&image.to, false, Place::span(self.file, image.span)),
                Inline::Reference(r) => self.address(&r.address, r.paragraph, Place::span(self.file, r.span)),
                Inline::Text(_)
                | Inline::Code(_)
                | Inline::FootnoteReference(_)
                | Inline::SoftBreak
                | Inline::HardBreak
                | Inline::Html(_)
                | Inline::Term { .. }
                | Inline::Act { .. } => {}
            }
        }
    }

    fn link(&mut self, to: &str, wiki: bool, place: Place) {
        if let Resolved::Fault(fault) = self.site.links.resolve(self.path, to, wiki) {
            self.fault(&fault, (to, wiki), place);
        }
    }

    fn address(&mut self, address: &Address, paragraph: Option<u32>, place: Place) {
        let register = &self.site.register;
        let only = register.only_regulation().map(|r| r.slug.as_str());
        let slug = address.regulation.as_deref().or(self.home.map(|(s, _)| s)).or(only);
        // An unknown regulation or edition is reported by the rule on unknown codes.
        let Some(regulation) = slug.and_then(|s| register.regulation(s)) else { return };
        let mut address = address.clone();
        address.regulation = Some(regulation.slug.clone());
        let resolved = self.site.links.address(&address, paragraph, self.home);
        let Resolved::Fault(Fault::Anchor { nearest, .. }) = resolved else { return };
        let date = address
            .edition
            .or(self.home.filter(|(s, _)| *s == regulation.slug).map(|(_, d)| d))
            .or(self.site.links.shown(&regulation.slug));
        let edition = date.and_then(|d| regulation.editions.iter().find(|e| e.date == d));
        let Some(edition) = edition else { return };
        self.out.push(clause_fault(&address, paragraph, edition, nearest.as_deref(), place));
    }

    fn fault(&mut self, fault: &Fault, (to, wiki): (&str, bool), place: Place) {
        let mut diagnostic = match fault {
            Fault::Missing { attachment } => {
                let code = if *attachment { MISSING_ATTACHMENT } else { MISSING_PAGE };
                let nearest = self.site.links.nearest(self.path, to, wiki);
                Diagnostic::new(code, place).arg("link", to).arg("nearest", nearest.unwrap_or_default())
            }
            Fault::Anchor { out, anchor, nearest } => match (self.edition_of(out), clause_of(anchor)) {
                (Some(edition), Some(address)) => clause_fault(&address, None, edition, nearest.as_deref(), place),
                _ => Diagnostic::new(MISSING_ANCHOR, place)
                    .arg("link", to)
                    .arg("anchor", anchor.as_str())
                    .arg("nearest", nearest.clone().unwrap_or_default()),
            },
            Fault::Outside => Diagnostic::new(LINK_OUTSIDE, place).arg("link", to),
            Fault::Scheme(scheme) => {
                Diagnostic::new(codes::LINK_SCHEME, place).arg("link", to).arg("scheme", scheme.as_str())
            }
            Fault::Ambiguous(pages) => {
                Diagnostic::new(AMBIGUOUS_WIKI_LINK, place).arg("link", to).arg("pages", Arg::List(pages.clone()))
            }
        };
        // In somebody's plain documentation a dead link is worth knowing; it does not stop the site.
        if !self.site.managed && diagnostic.code.name != codes::LINK_SCHEME.name {
            diagnostic.severity = Severity::Warning;
        }
        self.out.push(diagnostic);
    }

    fn edition_of(&self, out: &crate::base::OutPath) -> Option<&'a Edition> {
        let register = &self.site.register;
        register.regulations.iter().find_map(|regulation| {
            let shown = self.site.links.shown(&regulation.slug);
            regulation.editions.iter().find(|e| {
                *out == crate::model::edition_out(&e.slug, e.date)
                    || (shown == Some(e.date) && *out == crate::model::regulation_out(&e.slug))
            })
        })
    }
}

/// The address that an anchor such as `p2.4-7` stands for.
fn clause_of(anchor: &str) -> Option<Address> {
    let mut parts = anchor.strip_prefix('p')?.split('-');
    let mut address = Address::clause(Number::parse(parts.next()?)?);
    for part in parts {
        match part.strip_prefix('a') {
            Some(n) => address.paragraph = Some(n.parse().ok()?),
            None => address.items.push(part.parse().ok()?),
        }
    }
    Some(address)
}

/// The finding for a clause, item or абзац that an edition does not have.
fn clause_fault(
    address: &Address,
    paragraph: Option<u32>,
    edition: &Edition,
    nearest: Option<&str>,
    place: Place,
) -> Diagnostic {
    let number = address.number.as_ref();
    let clause_there = number.is_some_and(|n| edition.text.part(n).is_some());
    let nearest = nearest.and_then(clause_of).map(|a| a.local()).unwrap_or_default();
    if clause_there {
        let lines = paragraph.or(address.paragraph);
        // The first step that does not exist, and how many neighbours it has: of 2.4/7/2 the second item of 2.4/7.
        let part = number.and_then(|n| edition.text.part(n));
        let mut stem = number.map(Number::to_string).unwrap_or_default();
        let (mut item, mut count) = (0, 0);
        for (depth, &step) in address.items.iter().enumerate() {
            let above = address.items.get(..depth).unwrap_or_default();
            (item, count) = (step, part.map_or(0, |part| count_items(&part.blocks, above)));
            if step as usize > count {
                break;
            }
            stem.push_str(&format!("/{step}"));
        }
        return Diagnostic::new(MISSING_ITEM, place)
            .arg("clause", stem)
            .arg("item", item as usize)
            .arg("paragraph", lines.map_or(0, |n| n as usize))
            .arg("count", count)
            .arg("edition", edition.date);
    }
    let section = number.and_then(|n| n.parts().first().copied()).map(Number::whole);
    let last = section.as_ref().and_then(|s| last_clause(&edition.text, s));
    Diagnostic::new(MISSING_CLAUSE, place)
        .arg("address", address.local())
        .arg("edition", edition.date)
        .arg("section", section.map(|s| s.to_string()).unwrap_or_default())
        .arg("last", last.map(|n| n.to_string()).unwrap_or_default())
        .arg("nearest", nearest)
}

/// The greatest clause number under a section.
fn last_clause(text: &ActText, section: &Number) -> Option<Number> {
    let mut last: Option<Number> = None;
    text.walk(&mut |part| {
        if let Some(number) = &part.number
            && number.is_under(section)
            && number.depth() == 2
            && last.as_ref().is_none_or(|l| l < number)
        {
            last = Some(number.clone());
        }
    });
    last
}

/// How many items stand directly under an item of a clause; under the clause itself for an empty path.
fn count_items(blocks: &[Block], above: &[u32]) -> usize {
    let mut count = 0;
    for block in blocks {
        if let BlockKind::List(list) = &block.kind {
            for item in &list.items {
                let direct = item.path.len() == above.len() + 1 && item.path.starts_with(above);
                count += usize::from(direct) + count_items(&item.blocks, above);
            }
        }
    }
    count
}
