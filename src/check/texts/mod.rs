//! Texts as rules read them, file by file and while the file is read, so that ten thousand pages are judged in parallel
//! and only once: running words with their places, without code, HTML and the destinations of links.
//!
//! Reads: the decoded text and the tree of one file. Writes: findings. Touches: nothing. What depends on other files
//! (the school's own telephone) is let go later, by [`stands`].

mod passages;
pub(super) mod words;

pub(crate) use passages::{Passage, of_blocks, prose};

use crate::base::FileId;
use crate::diag::{Code, Diagnostic, Diagnostics, Severity};
use crate::model::Site;
use crate::parse::doc::{ActText, Block, BlockKind, Doc, Footnote, Image, Inline, Link};
use crate::parse::front_matter;
use crate::source::DataKind;

use super::rules;

/// A rule over one text.
pub(crate) struct TextRule {
    /// Its code; the severity is that of an ordinary case.
    pub(crate) code: Code,
    /// Whether it speaks of form alone, and so in plain documentation too, there as a note.
    pub(crate) of_form: bool,
    /// Finds the faults of a text.
    pub(crate) run: fn(&Reading<'_>, &mut Diagnostics),
}

/// Every rule over texts.
pub(crate) const TEXT_RULES: &[TextRule] = &[
    rules::heading_level_skipped::RULE,
    rules::image_without_text::RULE,
    rules::link_says_nothing::RULE,
    rules::word_residue::RULE,
    rules::mixed_alphabets::RULE,
    rules::ocr_residue::RULE,
    rules::personal_contact::RULE,
    rules::reason_of_absence::RULE,
    rules::email_as_site::RULE,
    rules::duty_reversed::RULE,
    rules::duty_without_clause::RULE,
    rules::misspelt_phrase::RULE,
    rules::words_disagree::RULE,
];

/// What a text is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum What {
    /// An edition of a regulation: it speaks of everybody and of nobody in particular.
    Edition,
    /// An instruction; whether it is an explanation, that is, not approved by an order.
    Instruction { explains: bool },
    /// The own text of an order.
    OrderText,
    /// An ordinary page, or the body of a generated one.
    Page,
    /// A data file.
    Data(DataKind),
    /// `site.yml`.
    Settings,
}

/// The tree of a text.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Body<'a> {
    Act(&'a ActText),
    Doc(&'a Doc),
    /// Data has no tree.
    Data,
}

/// One text as rules read it.
pub(crate) struct Reading<'a> {
    pub(crate) file: FileId,
    pub(crate) what: What,
    pub(crate) body: Body<'a>,
    /// Its running words, front matter first.
    pub(crate) passages: Vec<Passage<'a>>,
}

/// Judges one text, `text` being the decoded file. `plain` says that the tree is plain documentation: then form alone
/// is judged, and each fault told once a file.
pub(crate) fn judge(file: FileId, text: &str, what: What, body: Body<'_>, plain: bool, out: &mut Diagnostics) {
    let reading = Reading { file, what, body, passages: passages::of_file(file, text, body) };
    for rule in TEXT_RULES.iter().filter(|rule| rule.of_form || !plain) {
        let mut found = Diagnostics::default();
        (rule.run)(&reading, &mut found);
        if plain {
            if let Some(mut first) = found.into_items().into_iter().next() {
                first.severity = Severity::Note;
                out.push(first);
            }
        } else {
            out.extend(found);
        }
    }
}

/// Whether a finding on one text is a fault in view of the whole site.
pub(crate) fn stands(site: &Site, finding: &Diagnostic) -> bool {
    let of_contacts = [rules::personal_contact::RULE.code, rules::attachment_contact::RULE.code];
    !of_contacts.contains(&finding.code) || rules::personal_contact::stands(site, finding)
}

impl<'a> Reading<'a> {
    /// Every heading with its level and block, in reading order.
    pub(crate) fn headings(&self) -> Vec<(u8, crate::base::Span)> {
        let mut found = Vec::new();
        match self.body {
            Body::Data => {}
            Body::Doc(doc) => {
                for block in &doc.blocks {
                    if let BlockKind::Heading { level, .. } = block.kind {
                        found.push((level, block.span));
                    }
                }
            }
            Body::Act(act) => act.walk(&mut |part| {
                if part.level > 0 {
                    found.push((part.level, part.number_span));
                }
            }),
        }
        found
    }

    /// Every run of blocks of the text: of a page one, of an act one for each part.
    pub(crate) fn runs(&self) -> Vec<&'a [Block]> {
        match self.body {
            Body::Data => Vec::new(),
            Body::Doc(doc) => std::iter::once(&doc.blocks[..]).chain(notes(&doc.footnotes)).collect(),
            Body::Act(act) => {
                let mut runs = vec![&act.preamble[..]];
                act.walk(&mut |part| runs.push(&part.blocks));
                runs.extend(notes(&act.footnotes));
                runs
            }
        }
    }

    /// Every link and image of the text.
    pub(crate) fn links(&self, link: &mut dyn FnMut(&'a Link), image: &mut dyn FnMut(&'a Image)) {
        let mut visit = |inline: &'a Inline| match inline {
            Inline::Link(found) => link(found),
            Inline::Image(found) => image(found),
            _ => {}
        };
        if let Body::Act(act) = self.body {
            act.walk(&mut |part| each_inline(&part.title, &mut visit));
        }
        for run in self.runs() {
            each_leaf(run, &mut |leaf, _| each_inline(leaf, &mut visit));
        }
    }
}

fn notes(footnotes: &[Footnote]) -> impl Iterator<Item = &[Block]> {
    footnotes.iter().map(|note| &note.blocks[..])
}

/// Every inline, the outer before the inner.
fn each_inline<'a>(inlines: &'a [Inline], visit: &mut dyn FnMut(&'a Inline)) {
    for inline in inlines {
        visit(inline);
        match inline {
            Inline::Emphasis(inner)
            | Inline::Strong(inner)
            | Inline::Strike(inner)
            | Inline::Superscript(inner)
            | Inline::Subscript(inner) => each_inline(inner, visit),
            Inline::Link(link) => each_inline(&link.children, visit),
            _ => {}
        }
    }
}

/// Every leaf of blocks: the inlines of headings, paragraphs, cells and terms, with the span of their block.
pub(crate) fn each_leaf<'a>(blocks: &'a [Block], visit: &mut dyn FnMut(&'a [Inline], crate::base::Span)) {
    for block in blocks {
        match &block.kind {
            BlockKind::Heading { inlines, .. } | BlockKind::Paragraph(inlines) => visit(inlines, block.span),
            BlockKind::List(list) => list.items.iter().for_each(|item| each_leaf(&item.blocks, visit)),
            BlockKind::Quote { blocks, .. } => each_leaf(blocks, visit),
            BlockKind::Table(table) => {
                table.head.iter().chain(table.rows.iter().flatten()).for_each(|cell| visit(cell, block.span));
            }
            BlockKind::Definitions(definitions) => {
                for definition in definitions {
                    visit(&definition.term, block.span);
                    definition.meanings.iter().for_each(|meaning| each_leaf(meaning, visit));
                }
            }
            BlockKind::Code { .. } | BlockKind::Html(_) | BlockKind::Rule => {}
        }
    }
}

/// The bytes of the front matter of a page.
fn front_range(text: &str) -> std::ops::Range<usize> {
    front_matter::split(text).yaml.unwrap_or(0..0)
}
