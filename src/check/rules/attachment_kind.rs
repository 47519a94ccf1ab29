//! Attachments that a browser cannot open.

use std::collections::BTreeSet;

use crate::check::{Context, Rule};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};

/// # What it does
/// Finds files of word processors, archives and programs on a regulation site, unless a PDF or a page of the same name
/// stands beside them. Signature files (`.sig`, `.p7s`) belong to their documents and are left alone.
///
/// # Why
/// Order № 1493 of Rosobrnadzor (items 23 and 25) asks that the text can be read in a browser without further programs;
/// on a telephone such a file does not open at all. A file to fill in is welcome, beside one to read.
///
/// # Example
/// `files/prikaz.docx` without `files/prikaz.pdf`
///
/// # How to allow
/// `allow: [attachment-kind]` in `site.yml`, or `--allow attachment-kind`.
pub(crate) const RULE: Rule = Rule { code: Code::warning("attachment-kind"), of_absence: false, run };

const CLOSED: &[&str] = &[
    "doc", "docx", "docm", "dot", "dotx", "rtf", "odt", "ott", "pages", "wps", "xls", "xlsx", "xlsm", "xlsb", "ods",
    "numbers", "ppt", "pptx", "pps", "ppsx", "odp", "key", "pub", "vsd", "vsdx", "djvu", "djv", "tif", "tiff", "bmp",
    "psd", "ai", "cdr", "heic", "heif", "zip", "rar", "7z", "gz", "tgz", "tar", "bz2", "xz", "exe", "msi", "bat",
    "cmd", "dmg", "apk", "iso", "wmv", "avi", "flv", "mkv", "wma", "xps", "oxps", "mht", "eml", "msg", "one", "mdb",
    "accdb",
];

fn run(cx: &Context<'_>, out: &mut Diagnostics) {
    if !cx.site.managed {
        return;
    }
    let stem = |path: &str| path.rsplit_once('.').map_or(path, |(stem, _)| stem).to_lowercase();
    let attachments = cx.site.attachments.iter().map(|a| (a.path.as_str(), a.path.extension()));
    let pages = cx.site.pages.iter().map(|p| (p.path.as_str(), "md"));
    let readable: BTreeSet<String> = attachments
        .chain(pages)
        .filter(|(_, kind)| {
            ["pdf", "md", "html", "htm", "txt", "png", "jpg", "jpeg", "mp4"]
                .iter()
                .any(|k| kind.eq_ignore_ascii_case(k))
        })
        .map(|(path, _)| stem(path))
        .collect();
    for attachment in &cx.site.attachments {
        let kind = attachment.path.extension().to_lowercase();
        if CLOSED.contains(&kind.as_str()) && !readable.contains(&stem(attachment.path.as_str())) {
            out.push(
                Diagnostic::new(RULE.code, Place::file(attachment.file))
                    .arg("path", attachment.path.as_str())
                    .arg("kind", kind),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::check;

    #[test]
    fn kinds_of_files() {
        let text = "attachments: [files/a.docx, files/b.docx, files/B.pdf, files/b.pdf.sig, files/c.RAR, files/d.png]";
        let expected = ["file path=files/a.docx kind=docx", "file path=files/c.RAR kind=rar"];
        check(&RULE, text, "2026-05-01", &expected);
    }
}
