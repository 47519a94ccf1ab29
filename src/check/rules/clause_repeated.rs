//! Numbers that stand twice in one edition.

use crate::check::numbering::NumberFaultKind;
use crate::check::{Context, Rule};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};

/// # What it does
/// Finds sections and clauses with a number that stands above already.
///
/// # Why
/// Nobody can cite the clause, and a link to it leads to the first of the two.
///
/// # Example
/// Two paragraphs that begin with `2.4.`; usually the second is 2.5.
///
/// # How to allow
/// `allow: [clause-repeated]`, if the signed act is so: the second place then has the anchor `p2.4_2`.
pub(crate) const RULE: Rule = Rule { code: Code::error("clause-repeated"), of_absence: false, run };

fn run(cx: &Context<'_>, out: &mut Diagnostics) {
    for (edition, faults) in &cx.numbering {
        for fault in faults {
            let NumberFaultKind::Repeated { first } = &fault.kind else { continue };
            out.push(
                Diagnostic::new(RULE.code, Place::span(edition.file, fault.span))
                    .arg("number", fault.number.to_string())
                    .related("label-first", Place::span(edition.file, *first)),
            );
        }
    }
}
