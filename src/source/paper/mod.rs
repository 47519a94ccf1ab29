//! What is in an attachment: whether it opens, its words, who is named as its author; told from its bytes alone.
//!
//! Reads: the bytes of one file and its name. Writes: [`Paper`]. Touches: nothing.
//!
//! Attachments come from elsewhere, by mail and from scanners, so nothing in them is trusted: a file over
//! [`MAX_LENGTH`] is not looked into, what is packed is unpacked within limits, words beyond [`MAX_TEXT`] are left out,
//! and each of these is said in the [`Trouble`] of the paper.

mod exercise;
mod guard;
mod office;
mod pdf;
mod pdf_fonts;
#[cfg(test)]
mod tests;

use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::base::SitePath;

pub(crate) use exercise::{office as exercise_office, pdf as exercise_pdf};

/// Longest file that is looked into.
pub(crate) const MAX_LENGTH: u64 = 32 << 20;
/// Most bytes of words kept of one file.
const MAX_TEXT: usize = 2 << 20;
/// So many bytes tell what kind of picture a file is.
const HEAD: usize = 16;
/// Stands between the pages of a text.
pub(crate) const PAGE_END: char = '\u{c}';

/// What was found in an attachment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Paper {
    /// Why it was not read, or not as a whole.
    pub(crate) trouble: Option<Trouble>,
    /// Its words, pages parted by [`PAGE_END`]; `None` of a kind that has no words, and where there was trouble.
    pub(crate) text: Option<String>,
    /// Who its properties name as authors, each once.
    pub(crate) authors: Vec<String>,
}

/// Why an attachment was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Trouble {
    /// It is not what its name says, or it is broken.
    Broken,
    /// It opens with a password only.
    Locked,
    /// It is longer than [`MAX_LENGTH`].
    TooLong,
    /// Unpacked it would be far larger than such papers are; only its beginning was read, or nothing.
    TooDense,
    /// It is protected in a way that is not known here.
    Unknown,
}

/// How much of a file must be read before [`look`] can say something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reach {
    Nothing,
    /// So many bytes from its beginning.
    Head(usize),
    Whole,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Pdf,
    Office,
    Text,
    Html,
    Picture,
}

impl Kind {
    fn of(path: &SitePath) -> Option<Self> {
        Some(match path.extension().to_ascii_lowercase().as_str() {
            "pdf" => Self::Pdf,
            "docx" | "docm" | "dotx" | "xlsx" | "xlsm" | "pptx" | "odt" | "ods" | "odp" => Self::Office,
            "txt" | "csv" => Self::Text,
            "html" | "htm" => Self::Html,
            "png" | "jpg" | "jpeg" | "gif" | "webp" => Self::Picture,
            _ => return None,
        })
    }
}

/// How much of the file of this name must be read.
pub(crate) fn reach(path: &SitePath) -> Reach {
    match Kind::of(path) {
        None => Reach::Nothing,
        Some(Kind::Picture) => Reach::Head(HEAD),
        Some(_) => Reach::Whole,
    }
}

/// A paper that is too long to be read.
pub(crate) fn too_long() -> Paper {
    Paper::with(Trouble::TooLong)
}

/// Looks into a file; `None` if there is nothing to look for in files of its kind, or nothing in the file.
pub(crate) fn look(path: &SitePath, bytes: &[u8]) -> Option<Paper> {
    let kind = Kind::of(path)?;
    if bytes.is_empty() {
        return None;
    }
    if bytes.len() as u64 > MAX_LENGTH {
        return (kind != Kind::Picture).then(too_long);
    }
    // The readers of others promise not to panic. Should one do so all the same, one file stays unread and the site
    // is built.
    let read = AssertUnwindSafe(|| match kind {
        Kind::Pdf => pdf::read(bytes),
        Kind::Office => office::read(bytes),
        Kind::Text => Paper { text: Some(cut(decoded(bytes))), ..Paper::default() },
        Kind::Html => Paper { text: Some(cut(without_tags(&decoded(bytes)))), ..Paper::default() },
        Kind::Picture => picture(path, bytes),
    });
    Some(catch_unwind(read).unwrap_or_else(|_| Paper::with(Trouble::Broken)))
}

impl Paper {
    fn with(trouble: Trouble) -> Self {
        Self { trouble: Some(trouble), ..Self::default() }
    }

    fn add_author(&mut self, name: &str) {
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let printable = name.chars().take(100).filter(|c| !c.is_control()).collect::<String>();
        if !printable.is_empty() && !self.authors.contains(&printable) {
            self.authors.push(printable);
        }
    }
}

/// The first bytes of pictures, by kind. Browsers go by them and not by the name, so any of them will do.
fn picture(path: &SitePath, bytes: &[u8]) -> Paper {
    let known: [&[u8]; 4] = [b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"RIFF"];
    let fits = known.iter().any(|head| bytes.starts_with(head)) || path.extension().is_empty();
    Paper { trouble: (!fits).then_some(Trouble::Broken), ..Paper::default() }
}

/// Bytes as words: Unicode if they say so or are so, else Windows-1251.
fn decoded(bytes: &[u8]) -> String {
    if let Some((encoding, mark)) = encoding_rs::Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(bytes.get(mark..).unwrap_or_default()).0.into_owned();
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => encoding_rs::WINDOWS_1251.decode_without_bom_handling(bytes).0.into_owned(),
    }
}

/// Words of HTML, roughly: what stands between tags.
fn without_tags(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut inside = false;
    for c in html.chars() {
        match c {
            '<' => inside = true,
            '>' if inside => {
                inside = false;
                text.push(' ');
            }
            _ if inside => {}
            _ => text.push(c),
        }
    }
    text
}

/// A text of bearable length.
fn cut(mut text: String) -> String {
    if text.len() > MAX_TEXT {
        let end = (0..=MAX_TEXT).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
        text.truncate(end);
    }
    text
}
