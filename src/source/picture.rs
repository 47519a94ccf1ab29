//! How large a picture is, told from the head of its file, so that a page keeps its place while the picture comes.
//!
//! Reads: the name and the first bytes of one file. Writes: [`Size`]. Touches: nothing. Pictures come from elsewhere, so
//! nothing in them is trusted: what does not add up has no size, and the page shows it without one.

use crate::base::SitePath;

/// Width and height in pixels, as a browser shows the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Size {
    pub(crate) width: u32,
    pub(crate) height: u32,
}

/// Cameras put previews and colour profiles before the size of a photograph.
const HEAD: usize = 256 << 10;
/// No screen and no paper is larger.
const MOST: u32 = 50_000;
/// Signs of a tag that are looked at.
const TAG: usize = 16 << 10;

/// Whether files of this name are pictures whose size is told.
fn is_picture(path: &SitePath) -> bool {
    let kinds = ["png", "jpg", "jpeg", "gif", "webp", "svg"];
    kinds.contains(&path.extension().to_ascii_lowercase().as_str())
}

/// How many bytes from the beginning of a file of this name [`size`] wants; none of what is no picture.
pub(crate) fn reach(path: &SitePath) -> usize {
    if is_picture(path) { HEAD } else { 0 }
}

/// The size of a picture. The bytes tell its kind and not the name, as they do in browsers.
pub(crate) fn size(path: &SitePath, bytes: &[u8]) -> Option<Size> {
    if !is_picture(path) {
        return None;
    }
    let bytes = bytes.get(..HEAD).unwrap_or(bytes);
    let (width, height) = match bytes {
        [0x89, b'P', b'N', b'G', ..] => (big(bytes, 16, 4)?, big(bytes, 20, 4)?),
        [b'G', b'I', b'F', b'8', ..] => (little(bytes, 6, 2)?, little(bytes, 8, 2)?),
        [0xff, 0xd8, ..] => jpeg(bytes)?,
        [b'R', b'I', b'F', b'F', ..] => webp(bytes)?,
        _ => svg(bytes)?,
    };
    let fits = |n: u32| (1..=MOST).contains(&n);
    (fits(width) && fits(height)).then_some(Size { width, height })
}

/// A number whose highest byte comes first.
fn big(bytes: &[u8], at: usize, count: usize) -> Option<u32> {
    let bytes = bytes.get(at..at.checked_add(count)?)?;
    Some(bytes.iter().fold(0, |n, &byte| n << 8 | u32::from(byte)))
}

/// A number whose lowest byte comes first.
fn little(bytes: &[u8], at: usize, count: usize) -> Option<u32> {
    let bytes = bytes.get(at..at.checked_add(count)?)?;
    Some(bytes.iter().rev().fold(0, |n, &byte| n << 8 | u32::from(byte)))
}

/// Goes from segment to segment until the one that tells the size. A photograph may be said to lie on its side.
fn jpeg(bytes: &[u8]) -> Option<(u32, u32)> {
    let (mut at, mut turned) = (2, false);
    loop {
        if *bytes.get(at)? != 0xff {
            return None;
        }
        match *bytes.get(at + 1)? {
            0xff => at += 1,
            0x01 | 0xd0..=0xd8 => at += 2,
            // Frames of all kinds; the codes between them are tables.
            0xc0..=0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf => {
                let (height, width) = (big(bytes, at + 5, 2)?, big(bytes, at + 7, 2)?);
                return Some(if turned { (height, width) } else { (width, height) });
            }
            code => {
                let length = big(bytes, at + 2, 2)? as usize;
                if code == 0xe1 {
                    turned |= bytes.get(at + 4..at + 2 + length).and_then(orientation).is_some_and(|o| o >= 5);
                }
                // A length counts itself.
                at += 2 + length.max(2);
            }
        }
    }
}

/// How the camera was held: 1 upright, from 5 on lying on its side.
fn orientation(exif: &[u8]) -> Option<u32> {
    const ORIENTATION: u32 = 0x0112;
    let tiff = exif.strip_prefix(b"Exif\0\0")?;
    let number = if tiff.starts_with(b"MM") { big } else { little };
    let first = number(tiff, 4, 4)? as usize;
    let count = number(tiff, first, 2)? as usize;
    let entry = |n: usize| first.checked_add(2 + 12 * n);
    let entries = (0..count).map_while(entry);
    entries
        .map_while(|at| Some((number(tiff, at, 2)?, number(tiff, at.checked_add(8)?, 2)?)))
        .find_map(|(tag, value)| (tag == ORIENTATION).then_some(value))
}

fn webp(bytes: &[u8]) -> Option<(u32, u32)> {
    match bytes.get(12..16)? {
        b"VP8X" => Some((little(bytes, 24, 3)? + 1, little(bytes, 27, 3)? + 1)),
        // Fourteen bits each; above them stands a scale.
        b"VP8 " => Some((little(bytes, 26, 2)? & 0x3fff, little(bytes, 28, 2)? & 0x3fff)),
        b"VP8L" => {
            let bits = little(bytes, 21, 4)?;
            Some(((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1))
        }
        _ => None,
    }
}

/// What the outermost element says of itself; else the size of its drawing.
fn svg(bytes: &[u8]) -> Option<(u32, u32)> {
    let text = String::from_utf8_lossy(bytes);
    let from = text.match_indices("<svg").map(|(at, found)| at + found.len());
    // A name that goes on is another.
    let tag = from.filter_map(|at| text.get(at..)).find(|rest| rest.starts_with(|c: char| c.is_ascii_whitespace()))?;
    let tag: String = tag.chars().take(TAG).take_while(|&c| c != '>').collect();
    let length = |name| attribute(&tag, name).and_then(pixels);
    let drawing = attribute(&tag, "viewBox").and_then(|value| {
        let numbers = value.split([' ', ',', '\t', '\n', '\r']).filter(|part| !part.is_empty());
        let numbers: Vec<f64> = numbers.map_while(|n| n.parse().ok()).collect();
        Some((*numbers.get(2)?, *numbers.get(3)?)).filter(|(w, h)| *w > 0.0 && *h > 0.0)
    });
    let (width, height) = match (length("width"), length("height"), drawing) {
        (Some(width), Some(height), _) => (width, height),
        (Some(width), None, Some((w, h))) => (width, width * h / w),
        (None, Some(height), Some((w, h))) => (height * w / h, height),
        (None, None, Some(drawing)) => drawing,
        _ => return None,
    };
    Some((whole(width)?, whole(height)?))
}

fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let mut rest = tag;
    loop {
        let (before, after) = rest.split_once('=')?;
        let value = after.trim_start();
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        let (value, next) = value.get(1..)?.split_once(quote)?;
        if before.trim() == name {
            return Some(value);
        }
        rest = next;
    }
}

/// A length in pixels of style sheets; a share of something unknown is none.
fn pixels(length: &str) -> Option<f64> {
    let length = length.trim();
    let digits = length.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '%');
    let unit = match length.get(digits.len()..)?.to_ascii_lowercase().as_str() {
        "" | "px" => 1.0,
        "pt" => 96.0 / 72.0,
        "pc" => 16.0,
        "mm" => 96.0 / 25.4,
        "cm" => 96.0 / 2.54,
        "in" => 96.0,
        _ => return None,
    };
    Some(digits.trim().parse::<f64>().ok()? * unit)
}

/// The nearest whole number, if it is one that a picture may have.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the range is looked at before")]
fn whole(length: f64) -> Option<u32> {
    let rounded = length.round();
    (rounded >= 1.0 && rounded <= f64::from(MOST)).then_some(rounded as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, bytes: &[u8], expected: Option<(u32, u32)>) {
        let path = SitePath::new(name).unwrap();
        assert_eq!(size(&path, bytes).map(|s| (s.width, s.height)), expected);
        // Whatever is cut off, nothing breaks.
        for end in 0..bytes.len() {
            let _ = size(&path, &bytes[..end]);
        }
    }

    /// Segments of a photograph: what comes before the frame, then the frame.
    fn photograph(before: &[u8]) -> Vec<u8> {
        [b"\xff\xd8".as_slice(), before, b"\xff\xc2\x00\x11\x08\x01\x2c\x02\x58\x03"].concat()
    }

    #[test]
    fn drawings_of_points() {
        check("a.png", b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\x02\x80\0\0\x01\xe0\x08", Some((640, 480)));
        check("a.gif", b"GIF89a\x0a\x00\x14\x01\xf7", Some((10, 276)));
        check("a.webp", b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\x7f\x02\0\xdf\x01\0", Some((640, 480)));
        check("a.webp", b"RIFF\0\0\0\0WEBPVP8 \0\0\0\0\x30\x01\0\x9d\x01\x2a\x80\x42\xe0\x01", Some((640, 480)));
        check("a.webp", b"RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f\x7f\xc2\x77\x00", Some((640, 480)));
        // The bytes tell the kind.
        check("a.JPG", b"GIF89a\x0a\x00\x14\x01\xf7", Some((10, 276)));
        check("a.pdf", b"GIF89a\x0a\x00\x14\x01\xf7", None);
        check("a.png", b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\0\0\0\x01\xe0\x08", None);
        check("a.png", b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\xff\xff\xff\xff\0\0\x01\xe0\x08", None);
    }

    #[test]
    fn photographs() {
        check("a.jpg", &photograph(b"\xff\xe0\x00\x04ab\xff\xff\xdb\x00\x03x"), Some((600, 300)));
        let held = |order: &[u8], value: &[u8]| {
            let exif = [b"\xff\xe1\x00\x22Exif\0\0".as_slice(), order, value].concat();
            photograph(&exif)
        };
        let mm = held(b"MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01", b"\0\x06\0\0\0\0\0\0");
        check("a.jpeg", &mm, Some((300, 600)));
        let ii = held(b"II\x2a\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0", b"\x03\0\0\0\0\0\0\0");
        check("a.jpeg", &ii, Some((600, 300)));
        check("a.jpg", b"\xff\xd8\xff\xe0\x00\x00\xff\xe0\x00\x00", None);
        check("a.jpg", b"\xff\xd8nonsense", None);
    }

    #[test]
    fn drawings_of_lines() {
        let check = |tag: &str, expected| {
            check("a.svg", format!("<?xml version=\"1.0\"?>{tag}<g/></svg>").as_bytes(), expected)
        };
        check("<svg width=\"640\" height='480px' viewBox=\"0 0 1 1\">", Some((640, 480)));
        check("<svg xmlns=\"x\" viewBox=\"0 0 24 12.4\">", Some((24, 12)));
        check("<svg\n viewBox = \"0,0,200,100\" width=\"100%\" height=\"50\">", Some((100, 50)));
        check("<svg width=\"50\" viewBox=\"0 0 200 100\">", Some((50, 25)));
        check("<svg width=\"1in\" height=\"25.4mm\">", Some((96, 96)));
        check("<svg width=\"2em\" height=\"1em\">", None);
        check("<svg width=\"1e9\" height=\"1\">", None);
        check("<svg width=\"NaN\" height=\"1\">", None);
        check("<svg viewBox=\"0 0 0 0\">", None);
        check("<svg stroke-width=\"1\" data-height=\"2\">", None);
        check("<svgs width=\"1\" height=\"1\">", None);
    }
}
