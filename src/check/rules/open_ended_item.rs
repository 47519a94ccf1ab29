//! Items that name nothing: «и др.».

use crate::check::texts::{prose, words};
use crate::check::{Context, Rule};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::parse::doc::{Block, BlockKind};

/// # What it does
/// Notes items of editions in force, to come or drafted that consist of «и др.», «и т. д.», «и прочее» alone.
///
/// # Why
/// Whoever has the duty cannot tell what else it holds, and nobody can refer to it. Either the list is whole without it,
/// or the item has to say what it is about: «решает иные вопросы …».
///
/// # Example
/// `- и др.`
///
/// # How to allow
/// `allow: [open-ended-item]` in `site.yml`, or `--allow open-ended-item`.
pub(crate) const RULE: Rule = Rule { code: Code::note("open-ended-item"), of_absence: false, run };

const NOTHING: &[&str] = &[
    "и др",
    "и другие",
    "и другое",
    "и т д",
    "и т п",
    "и прочее",
    "и прочие",
    "и пр",
    "и так далее",
    "и тому подобное",
];

fn run(cx: &Context<'_>, out: &mut Diagnostics) {
    for edition in super::current_editions(cx) {
        edition.text.walk(&mut |part| {
            for block in &part.blocks {
                let BlockKind::List(list) = &block.kind else { continue };
                for item in &list.items {
                    let Some(Block { kind: BlockKind::Paragraph(inlines), span, .. }) = item.blocks.first() else {
                        continue;
                    };
                    let text = prose(inlines);
                    let plain: Vec<String> = words::words(&text)
                        .into_iter()
                        .filter_map(|r| text.get(r))
                        .map(|w| words::folded(w).collect())
                        .collect();
                    if NOTHING.contains(&plain.join(" ").as_str()) {
                        let place = Place::span(edition.file, *span);
                        let clause = part.number.as_ref().map(ToString::to_string).unwrap_or_default();
                        out.push(Diagnostic::new(RULE.code, place).arg("text", text.trim()).arg("clause", clause));
                    }
                }
            }
        });
    }
}
