//! Numbers that stand after greater ones.

use crate::check::numbering::NumberFaultKind;
use crate::check::{Context, Rule};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};

/// # What it does
/// Finds sections and clauses with a smaller number than one above them.
///
/// # Why
/// Clauses may have changed places while the text was copied; who reads on looks for them elsewhere.
///
/// # Example
/// 2.4 after 2.5.
///
/// # How to allow
/// `allow: [clause-out-of-order]` in `site.yml`, or `--allow clause-out-of-order`.
pub(crate) const RULE: Rule = Rule { code: Code::warning("clause-out-of-order"), of_absence: false, run };

fn run(cx: &Context<'_>, out: &mut Diagnostics) {
    for (edition, faults) in &cx.numbering {
        for fault in faults {
            let NumberFaultKind::Disorder { after } = &fault.kind else { continue };
            out.push(
                Diagnostic::new(RULE.code, Place::span(edition.file, fault.span))
                    .arg("number", fault.number.to_string())
                    .arg("after", after.to_string()),
            );
        }
    }
}
