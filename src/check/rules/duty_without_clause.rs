//! Duties that an explanation makes up.

use crate::check::texts::{Reading, TextRule, What, of_blocks, words};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::parse::doc::{Block, BlockKind, Inline};

/// # What it does
/// Finds «обязан», «обязана», «обязаны» in a step or paragraph of an explanation that names no clause, law or order
/// beside it. «Не обязан» and questions are left alone.
///
/// # Why
/// An explanation is no local act: it cannot oblige anybody. A duty needs the clause that lays it down.
///
/// # Example
/// «Вы обязаны отвечать в чате до 20 часов.»
///
/// # How to allow
/// `allow: [duty-without-clause]` in `site.yml`, or `--allow duty-without-clause`.
pub(crate) const RULE: TextRule = TextRule { code: Code::warning("duty-without-clause"), of_form: false, run };

fn run(text: &Reading<'_>, out: &mut Diagnostics) {
    if text.what == (What::Instruction { explains: true }) {
        text.runs().into_iter().for_each(|run| blocks(text, run, out));
    }
}

/// Blocks that stand alone; the blocks of a step stand together.
fn blocks(text: &Reading<'_>, run: &[Block], out: &mut Diagnostics) {
    for block in run {
        match &block.kind {
            BlockKind::List(list) => list.items.iter().for_each(|item| unit(text, &item.blocks, out)),
            BlockKind::Quote { blocks: inner, .. } => unit(text, inner, out),
            BlockKind::Paragraph(_) | BlockKind::Table(_) => unit(text, std::slice::from_ref(block), out),
            _ => {}
        }
    }
}

fn unit(text: &Reading<'_>, unit: &[Block], out: &mut Diagnostics) {
    let mut founded = false;
    crate::check::texts::each_leaf(unit, &mut |inlines, _| founded |= refers(inlines));
    let passages = of_blocks(text.file, unit);
    let law = ["закон*", "статья", "статье", "статьей", "статьи", "приказ*", "постановлен*"];
    for passage in &passages {
        for index in 0..passage.words.len() {
            let word = passage.word(index);
            founded |= law.iter().any(|l| words::fits(word, l));
        }
    }
    if founded {
        return;
    }
    for passage in &passages {
        for index in 0..passage.words.len() {
            let word = passage.word(index);
            let duty = ["обязан", "обязана", "обязано", "обязаны"].iter().any(|d| words::is(word, d));
            let denied =
                index.checked_sub(1).is_some_and(|b| ["не", "ли"].iter().any(|w| words::is(passage.word(b), w)));
            let range = passage.between(index, index);
            let asked = words::is(passage.word(index + 1), "ли") || passage.text.trim_end().ends_with('?');
            if duty && !denied && !asked && !passage.quoted(&range) {
                out.push(Diagnostic::new(RULE.code, passage.place(range)).arg("word", word));
            }
        }
    }
}

/// Whether inlines name a clause, or lead to one.
fn refers(inlines: &[Inline]) -> bool {
    inlines.iter().any(|inline| match inline {
        Inline::Reference(_) | Inline::Act { .. } => true,
        Inline::Link(link) => link.to.contains("#p") || refers(&link.children),
        Inline::Emphasis(inner)
        | Inline::Strong(inner)
        | Inline::Strike(inner)
        | Inline::Superscript(inner)
        | Inline::Subscript(inner) => refers(inner),
        _ => false,
    })
}
