//! Clauses under a section of another number.

use crate::check::numbering::NumberFaultKind;
use crate::check::{Context, Rule};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};

/// # What it does
/// Finds clauses whose number does not begin with the number of the section or clause they stand under.
///
/// # Why
/// Usually a slip of one figure, or a heading that was lost.
///
/// # Example
/// `3.2.` under the heading `## 2. Организация работы`.
///
/// # How to allow
/// `allow: [clause-in-wrong-section]` in `site.yml`, or `--allow clause-in-wrong-section`.
pub(crate) const RULE: Rule = Rule { code: Code::warning("clause-in-wrong-section"), of_absence: false, run };

fn run(cx: &Context<'_>, out: &mut Diagnostics) {
    for (edition, faults) in &cx.numbering {
        for fault in faults {
            let NumberFaultKind::WrongSection { section } = &fault.kind else { continue };
            out.push(
                Diagnostic::new(RULE.code, Place::span(edition.file, fault.span))
                    .arg("number", fault.number.to_string())
                    .arg("section", section.to_string()),
            );
        }
    }
}
