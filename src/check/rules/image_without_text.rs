//! Images that say nothing to who cannot see them.

use crate::check::texts::{Reading, TextRule};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};

/// # What it does
/// Finds images without words in their square brackets, and with nothing there but the name of the file.
///
/// # Why
/// Who does not see the image, or has images switched off, gets nothing in its place. The Government's resolution
/// № 102 of 07.02.2026 (item 2, «г») and Rosobrnadzor's order № 1493 (item 25, «б») ask for words.
///
/// # Example
/// `![](files/vhod.png)`
///
/// # How to allow
/// `allow: [image-without-text]` in `site.yml`, or `--allow image-without-text`.
pub(crate) const RULE: TextRule = TextRule { code: Code::warning("image-without-text"), of_form: true, run };

fn run(text: &Reading<'_>, out: &mut Diagnostics) {
    text.links(&mut |_| (), &mut |image| {
        let alt = image.alt.trim();
        let name = image.to.rsplit('/').next().unwrap_or_default();
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        if alt.is_empty() || alt == name || alt == stem {
            out.push(
                Diagnostic::new(RULE.code, Place::span(text.file, image.span))
                    .arg("image", image.to.as_str())
                    .arg("alt", alt),
            );
        }
    });
}
