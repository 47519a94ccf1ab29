//! Attachments that no program opens.

use crate::check::papers::PaperRule;
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::model::Attachment;
use crate::source::paper::{Paper, Trouble};

/// # What it does
/// Finds PDF, files of word processors and pictures on a regulation site that are broken, are not what their name says,
/// or open with a password only.
///
/// # Why
/// The page offers a paper that nobody can read; a download that broke off and a page of an error saved under the name
/// of a PDF look like a file from outside.
///
/// # Example
/// `files/prikaz.pdf` that is in truth an HTML page «404»
///
/// # How to allow
/// `allow: [attachment-unreadable]` in `site.yml`, or `--allow attachment-unreadable`.
pub(crate) const RULE: PaperRule = PaperRule { code: Code::warning("attachment-unreadable"), run };

fn run(attachment: &Attachment, paper: &Paper, out: &mut Diagnostics) {
    let fault = match paper.trouble {
        Some(Trouble::Broken) => "broken",
        Some(Trouble::Locked) => "locked",
        Some(Trouble::TooLong | Trouble::TooDense | Trouble::Unknown) | None => return,
    };
    out.push(
        Diagnostic::new(RULE.code, Place::file(attachment.file))
            .arg("path", attachment.path.as_str())
            .arg("kind", attachment.path.extension().to_lowercase())
            .arg("fault", fault),
    );
}
