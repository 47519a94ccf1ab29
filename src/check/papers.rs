//! Attachments as rules read them, file by file and while the file is read, so that the preview judges an attachment
//! once and not at every save.
//!
//! Reads: what was found in one file. Writes: findings. Touches: nothing. What depends on other files is let go later,
//! by [`super::texts::stands`].

use crate::diag::{Code, Diagnostics};
use crate::model::Attachment;
use crate::source::paper::Paper;

use super::rules;

/// A rule over one attachment.
pub(crate) struct PaperRule {
    /// Its code; the severity is that of an ordinary case.
    pub(crate) code: Code,
    /// Finds the faults of an attachment that was looked into.
    pub(crate) run: fn(&Attachment, &Paper, &mut Diagnostics),
}

/// Every rule over attachments.
pub(crate) const PAPER_RULES: &[PaperRule] =
    &[rules::attachment_unreadable::RULE, rules::attachment_not_examined::RULE, rules::attachment_contact::RULE];

/// Judges one attachment.
pub(crate) fn judge(attachment: &Attachment, out: &mut Diagnostics) {
    if let Some(paper) = &attachment.paper {
        PAPER_RULES.iter().for_each(|rule| (rule.run)(attachment, paper, out));
    }
}
