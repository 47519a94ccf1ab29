//! Numbers left out.

use crate::check::numbering::{NumberFaultKind, range};
use crate::check::{Context, Rule};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};

/// # What it does
/// Finds sections and clauses before which numbers are missing.
///
/// # Why
/// A clause may have been lost while the text was copied. If the signed act has the gap, it stays: numbers are never
/// changed.
///
/// # Example
/// 2.5 right after 2.3.
///
/// # How to allow
/// `allow: [clause-skipped]` in `site.yml`, or `--allow clause-skipped`.
pub(crate) const RULE: Rule = Rule { code: Code::warning("clause-skipped"), of_absence: false, run };

fn run(cx: &Context<'_>, out: &mut Diagnostics) {
    for (edition, faults) in &cx.numbering {
        for fault in faults {
            let NumberFaultKind::Skipped { missing } = &fault.kind else { continue };
            out.push(
                Diagnostic::new(RULE.code, Place::span(edition.file, fault.span))
                    .arg("number", fault.number.to_string())
                    .arg("missing", range(missing)),
            );
        }
    }
}
