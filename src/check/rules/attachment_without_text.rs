//! Scans whose words cannot be searched or read aloud.

use crate::check::{Context, Rule};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::source::paper::{PAGE_END, Paper};

/// # What it does
/// Finds PDF of a regulation site whose pages are pictures, or whose words come out as signs of no alphabet when they
/// are copied. Signed files of orders are let go: the page of the order is their text.
///
/// # Why
/// Order № 1493 of Rosobrnadzor (items 23 and 24) asks for text that can be searched and copied; those who do not see
/// hear nothing of a picture.
///
/// # Example
/// `files/polozhenie.pdf`, twelve scanned sheets
///
/// # How to allow
/// `allow: [attachment-without-text]` in `site.yml`, or `--allow attachment-without-text`.
pub(crate) const RULE: Rule = Rule { code: Code::note("attachment-without-text"), of_absence: false, run };

/// A page with fewer letters and figures has none but those of a stamp.
const SIGNS_OF_A_PAGE: usize = 10;

fn run(cx: &Context<'_>, out: &mut Diagnostics) {
    let signed = |path: &str| cx.register().orders.iter().any(|order| order.file.as_deref() == Some(path));
    for attachment in &cx.site.attachments {
        let wordless = attachment.paper.as_deref().is_some_and(is_wordless);
        if wordless && attachment.path.extension().eq_ignore_ascii_case("pdf") && !signed(attachment.path.as_str()) {
            out.push(Diagnostic::new(RULE.code, Place::file(attachment.file)).arg("path", attachment.path.as_str()));
        }
    }
}

fn is_wordless(paper: &Paper) -> bool {
    let Some(text) = &paper.text else { return false };
    let pages = text.split(PAGE_END).count();
    let signs = text.chars().filter(|c| c.is_alphanumeric()).count();
    let unknown = text.chars().filter(|&c| c == '\u{fffd}' || ('\u{e000}'..='\u{f8ff}').contains(&c)).count();
    // A stamp on each of many sheets is no text either; a page of words among pictures is.
    signs < SIGNS_OF_A_PAGE * pages.min(20) || unknown > signs
}
