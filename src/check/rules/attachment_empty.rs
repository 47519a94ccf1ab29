//! Attachments with nothing in them.

use crate::check::{Context, Rule};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};

/// # What it does
/// Finds attachments of a regulation site that have no bytes.
///
/// # Why
/// A copy was broken off, and the page offers a paper that nobody can open.
///
/// # Example
/// `files/prikaz.pdf`, 0 bytes
///
/// # How to allow
/// `allow: [attachment-empty]` in `site.yml`, or `--allow attachment-empty`.
pub(crate) const RULE: Rule = Rule { code: Code::warning("attachment-empty"), of_absence: false, run };

fn run(cx: &Context<'_>, out: &mut Diagnostics) {
    for attachment in cx.site.attachments.iter().filter(|a| cx.site.managed && a.len == 0) {
        out.push(Diagnostic::new(RULE.code, Place::file(attachment.file)).arg("path", attachment.path.as_str()));
    }
}
