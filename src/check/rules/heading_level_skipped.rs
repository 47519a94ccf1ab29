//! Headings that skip a level.

use crate::check::texts::{Reading, TextRule};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};

/// # What it does
/// Finds headings more than one level below the heading before them; the title of a page is level 1.
///
/// # Why
/// Who reads by ear goes from heading to heading: a missing level sounds like a lost part of the text. The page itself
/// is mended, but then its parts hang together otherwise than the author meant.
///
/// # Example
/// `#### Порядок` right after `## Общие положения`.
///
/// # How to allow
/// `allow: [heading-level-skipped]` in `site.yml`, or `--allow heading-level-skipped`.
pub(crate) const RULE: TextRule = TextRule { code: Code::warning("heading-level-skipped"), of_form: true, run };

fn run(text: &Reading<'_>, out: &mut Diagnostics) {
    let mut before: u8 = 1;
    for (level, span) in text.headings() {
        if level > before + 1 {
            out.push(
                Diagnostic::new(RULE.code, Place::span(text.file, span))
                    .arg("level", usize::from(level))
                    .arg("before", usize::from(before)),
            );
        }
        before = level;
    }
}
