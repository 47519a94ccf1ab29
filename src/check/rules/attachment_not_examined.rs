//! Attachments that were not looked into.

use crate::check::papers::PaperRule;
use crate::diag::{Arg, Code, Diagnostic, Diagnostics, Place};
use crate::model::Attachment;
use crate::source::paper::{MAX_LENGTH, Paper, Trouble};

/// # What it does
/// Names attachments of a regulation site in which contacts and authors were not looked for, or not to the end: they are
/// too large, would unpack beyond measure, or are protected in a way that is not known here.
///
/// # Why
/// Silence about a file must mean that nothing was found in it.
///
/// # Example
/// `files/skan.pdf`, 90 MB
///
/// # How to allow
/// `allow: [attachment-not-examined]` in `site.yml`, or `--allow attachment-not-examined`.
pub(crate) const RULE: PaperRule = PaperRule { code: Code::note("attachment-not-examined"), run };

fn run(attachment: &Attachment, paper: &Paper, out: &mut Diagnostics) {
    let reason = match paper.trouble {
        Some(Trouble::TooLong) => "long",
        Some(Trouble::TooDense) => "dense",
        Some(Trouble::Unknown) => "protected",
        Some(Trouble::Broken | Trouble::Locked) | None => return,
    };
    let megabytes = |bytes: u64| Arg::Count(i64::try_from(bytes >> 20).unwrap_or(i64::MAX));
    out.push(
        Diagnostic::new(RULE.code, Place::file(attachment.file))
            .arg("path", attachment.path.as_str())
            .arg("reason", reason)
            .arg("size", megabytes(attachment.len))
            .arg("limit", megabytes(MAX_LENGTH)),
    );
}
