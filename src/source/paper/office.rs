//! Files of word processors and tables (Office Open XML, OpenDocument): an archive of XML.

use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::Event;
use zip::ZipArchive;
use zip::result::ZipError;

use super::{MAX_TEXT, PAGE_END, Paper, Trouble, cut, decoded};

/// Most bytes that one part of the archive may unpack to.
const MAX_PART: u64 = 64 << 20;
/// Most parts that are read.
const MAX_PARTS: usize = 500;
/// Where the properties stand.
const PROPERTIES: [&str; 2] = ["docProps/core.xml", "meta.xml"];

/// Reads a file of an office program.
pub(super) fn read(bytes: &[u8]) -> Paper {
    let mut archive = match ZipArchive::new(Cursor::new(bytes)) {
        Ok(archive) => archive,
        // A file of Word with a password is no archive but the old container of Microsoft.
        Err(_) if bytes.starts_with(b"\xd0\xcf\x11\xe0") => return Paper::with(Trouble::Locked),
        Err(_) => return Paper::with(Trouble::Broken),
    };
    let mut paper = Paper::default();
    let mut text = String::new();
    let mut parts: Vec<String> =
        archive.file_names().flatten().map(|name| name.into_owned()).filter(|name| has_words(name)).collect();
    if parts.is_empty() {
        return Paper::with(Trouble::Broken);
    }
    parts.sort_by_key(|name| (name.len(), name.clone()));
    for name in parts.into_iter().take(MAX_PARTS) {
        match part(&mut archive, &name) {
            Ok(xml) => words(&xml, &mut text),
            Err(trouble) => {
                paper.trouble = Some(trouble);
                return paper;
            }
        }
        if text.len() > MAX_TEXT {
            break;
        }
    }
    paper.text = Some(cut(text));
    for name in PROPERTIES {
        if let Ok(xml) = part(&mut archive, name) {
            for (tag, value) in leaves(&xml) {
                if matches!(tag.as_str(), "creator" | "lastModifiedBy" | "initial-creator") {
                    paper.add_author(&value);
                }
            }
        }
    }
    paper
}

/// Whether a part of the archive holds words that a reader sees.
fn has_words(name: &str) -> bool {
    let word = |rest: &str| {
        ["document", "header", "footer", "footnotes", "endnotes", "comments"].iter().any(|n| rest.starts_with(n))
    };
    name.ends_with(".xml")
        && (name.strip_prefix("word/").is_some_and(|rest| !rest.contains('/') && word(rest))
            || name == "xl/sharedStrings.xml"
            || name.starts_with("xl/worksheets/sheet")
            || name.starts_with("ppt/slides/slide")
            || name == "content.xml"
            || name == "styles.xml")
}

fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<String, Trouble> {
    let file = match archive.by_name(name) {
        Ok(file) => file,
        Err(ZipError::UnsupportedArchive(_)) => return Err(Trouble::Unknown),
        Err(_) => return Err(Trouble::Broken),
    };
    let mut bytes = Vec::new();
    file.take(MAX_PART + 1).read_to_end(&mut bytes).map_err(|_| Trouble::Broken)?;
    if bytes.len() as u64 > MAX_PART { Err(Trouble::TooDense) } else { Ok(decoded(&bytes)) }
}

/// The words of a part, a line for each paragraph.
fn words(xml: &str, text: &mut String) {
    let mut reader = Reader::from_str(xml);
    // Values of cells that are numbers count: a telephone may be typed as one.
    loop {
        match reader.read_event() {
            Ok(Event::Text(piece)) => text.push_str(&piece),
            Ok(Event::GeneralRef(entity)) => text.extend(sign(&entity)),
            Ok(Event::End(tag)) => match tag.local_name().as_ref() {
                "p" | "h" | "row" | "table-row" | "si" => text.push('\n'),
                "c" | "tc" | "table-cell" | "v" => text.push(' '),
                "sld" => text.push(PAGE_END),
                _ => {}
            },
            Ok(Event::Empty(tag)) => match tag.local_name().as_ref() {
                "br" | "cr" | "line-break" => text.push('\n'),
                "tab" | "s" => text.push(' '),
                "noBreakHyphen" => text.push('-'),
                _ => {}
            },
            Ok(Event::Eof) | Err(_) => return,
            Ok(_) => {}
        }
        if text.len() > MAX_TEXT {
            return;
        }
    }
}

/// Elements that hold nothing but words: the local name and the words.
pub(super) fn leaves(xml: &str) -> Vec<(String, String)> {
    let mut reader = Reader::from_str(xml);
    let (mut found, mut open, mut value) = (Vec::new(), Vec::new(), String::new());
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) if open.len() < 64 => {
                open.push(tag.local_name().as_ref().to_owned());
                value.clear();
            }
            Ok(Event::Text(piece)) => value.push_str(&piece),
            Ok(Event::GeneralRef(entity)) => value.extend(sign(&entity)),
            Ok(Event::End(_)) => {
                let own = open.pop().unwrap_or_default();
                if !value.trim().is_empty() {
                    // A list of authors in XMP stands inside `creator`.
                    let list = ["Seq", "Bag", "Alt", "li"];
                    let name = if list.contains(&own.as_str()) {
                        open.iter().rev().find(|tag| !list.contains(&tag.as_str())).cloned().unwrap_or(own)
                    } else {
                        own
                    };
                    found.push((name, std::mem::take(&mut value)));
                }
            }
            Ok(Event::Eof) | Err(_) => return found,
            Ok(_) => {}
        }
        if found.len() > 1000 || value.len() > MAX_TEXT {
            return found;
        }
    }
}

/// The sign that an entity stands for.
fn sign(entity: &quick_xml::events::BytesRef<'_>) -> Option<char> {
    if let Ok(Some(sign)) = entity.resolve_char_ref() {
        return Some(sign);
    }
    match &**entity {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => None,
    }
}
