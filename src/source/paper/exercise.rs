//! What must hold of any bytes as an attachment: there is an answer, and it is of bearable length. Called by the fuzz
//! targets.
//!
//! Spoilt archives seldom get past their own checksums, and spoilt papers seldom past their tables; so bytes that are no
//! such file by their beginning become a part of a sound one.

use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::{MAX_TEXT, PAGE_END, Paper, office, pdf};

/// Parts of a file of an office program, and what chooses among them.
const PARTS: [&str; 6] = [
    "word/document.xml",
    "docProps/core.xml",
    "content.xml",
    "meta.xml",
    "xl/sharedStrings.xml",
    "ppt/slides/slide1.xml",
];

/// Reads bytes as a PDF, or as a part of one: the words of its page, the codes of its font, its properties.
///
/// # Errors
/// What does not hold, in a few words.
pub(crate) fn pdf(bytes: &[u8]) -> Result<(), String> {
    let Some((first, rest)) = bytes.split_first().filter(|(first, _)| **first != b'%') else {
        return judged(&pdf::read(bytes));
    };
    let words: &[u8] = b"BT /F 10 Tf (ab) Tj <00410042> Tj ET";
    let empty: &[u8] = b"";
    let (words, codes, about) = match first % 3 {
        0 => (rest, empty, empty),
        1 => (words, rest, empty),
        _ => (words, empty, rest),
    };
    judged(&pdf::read(&sheet(words, codes, about)))
}

/// Reads bytes as a file of an office program, or as one part of it.
///
/// # Errors
/// What does not hold, in a few words.
pub(crate) fn office(bytes: &[u8]) -> Result<(), String> {
    let Some((first, rest)) = bytes.split_first().filter(|(first, _)| **first != b'P') else {
        return judged(&office::read(bytes));
    };
    let name = PARTS.get(usize::from(*first) % PARTS.len()).copied().unwrap_or_default();
    judged(&office::read(&archive(name, rest).map_err(|error| error.to_string())?))
}

fn judged(paper: &Paper) -> Result<(), String> {
    let text = paper.text.as_deref().unwrap_or_default();
    // The last page may end behind the limit.
    if text.len() > MAX_TEXT + PAGE_END.len_utf8() {
        return Err(format!("{} bytes of words", text.len()));
    }
    match paper.authors.iter().find(|name| name.chars().count() > 100 || name.chars().any(char::is_control)) {
        Some(name) => Err(format!("an author by the name of {name:?}")),
        None => Ok(()),
    }
}

/// A PDF of one page; its tables are left to be searched for, as readers do with broken ones.
fn sheet(words: &[u8], codes: &[u8], about: &[u8]) -> Vec<u8> {
    let mut file = b"%PDF-1.4\n1 0 obj <</Type/Catalog /Pages 2 0 R /Metadata 7 0 R>> endobj\n\
        2 0 obj <</Type/Pages /Kids [3 0 R] /Count 1>> endobj\n\
        3 0 obj <</Type/Page /Parent 2 0 R /Resources <</Font <</F 5 0 R>>>> /Contents 4 0 R>> endobj\n\
        5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica /ToUnicode 6 0 R /FirstChar 97 /Widths [500]>> endobj\n"
        .to_vec();
    for (number, stream, kind) in [(4, words, ""), (6, codes, ""), (7, about, "/Type/Metadata/Subtype/XML ")] {
        file.extend(format!("{number} 0 obj <<{kind}/Length {}>> stream\n", stream.len()).bytes());
        file.extend(stream);
        file.extend(b"\nendstream endobj\n");
    }
    file.extend(b"trailer <</Root 1 0 R>>");
    file
}

/// An archive of one part, and of a document that has words in any case.
fn archive(name: &str, xml: &[u8]) -> zip::result::ZipResult<Vec<u8>> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, xml) in [(name, xml), ("word/header1.xml", b"<w:p><w:t>x</w:t></w:p>")] {
        writer.start_file(name, stored)?;
        writer.write_all(xml)?;
    }
    Ok(writer.finish()?.into_inner())
}
