//! Bytes to text: UTF-8 with or without a byte order mark, UTF-16, Windows-1251.
//!
//! CRLF stays as it is. A lone CR, which ends a line for editors but not for every reader of markdown or YAML, becomes
//! LF: a byte for a byte, so places hold.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1251};

use crate::base::FileId;
use crate::diag::{Diagnostic, Diagnostics, Place, codes};

/// The largest file read as a page or as data, in bytes.
pub(crate) const MAX_LEN: usize = 16 << 20;

/// Text of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Decoded {
    /// Without a byte order mark.
    pub(crate) text: String,
    /// Name of the encoding when it is not UTF-8.
    pub(crate) encoding: Option<&'static str>,
}

/// The bytes are not text in any encoding that we read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NotText;

/// Reads a file; `None` after a finding when it is too large or not text.
pub(crate) fn read(file: FileId, bytes: &[u8], out: &mut Diagnostics) -> Option<Decoded> {
    if bytes.len() > MAX_LEN {
        out.push(too_large(file, bytes.len() as u64));
        return None;
    }
    let Ok(decoded) = decode(bytes) else {
        out.push(Diagnostic::new(codes::NOT_TEXT, Place::file(file)));
        return None;
    };
    if let Some(encoding) = decoded.encoding {
        out.push(Diagnostic::new(codes::OTHER_ENCODING, Place::file(file)).arg("encoding", encoding));
    }
    Some(decoded)
}

/// The finding for a page or data file over [`MAX_LEN`].
pub(crate) fn too_large(file: FileId, len: u64) -> Diagnostic {
    let mebibytes = |n: u64| usize::try_from(n.div_ceil(1 << 20)).unwrap_or(usize::MAX);
    Diagnostic::new(codes::TOO_LARGE, Place::file(file))
        .arg("size", mebibytes(len))
        .arg("limit", mebibytes(MAX_LEN as u64))
}

/// Turns bytes into text.
///
/// # Errors
/// [`NotText`].
pub(crate) fn decode(bytes: &[u8]) -> Result<Decoded, NotText> {
    if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        return utf8(rest).ok_or(NotText);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFF\xFE") {
        return other(UTF_16LE, rest).ok_or(NotText);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFE\xFF") {
        return other(UTF_16BE, rest).ok_or(NotText);
    }
    // Russian UTF-16 has no byte over 0x7F, so it passes for UTF-8: its zero bytes are looked at first.
    if let Some(encoding) = zero_pattern(bytes)
        && let Some(decoded) = other(encoding, bytes)
    {
        return Ok(decoded);
    }
    if let Some(decoded) = utf8(bytes) {
        return Ok(decoded);
    }
    if looks_cyrillic(bytes) { other(WINDOWS_1251, bytes).ok_or(NotText) } else { Err(NotText) }
}

fn utf8(bytes: &[u8]) -> Option<Decoded> {
    let text = std::str::from_utf8(bytes).ok()?;
    few_controls(text).then(|| Decoded { text: whole_lines(text.to_owned()), encoding: None })
}

fn whole_lines(text: String) -> String {
    let lone = |i: usize| text.as_bytes().get(i + 1) != Some(&b'\n');
    if !text.match_indices('\r').any(|(i, _)| lone(i)) {
        return text;
    }
    text.char_indices().map(|(i, c)| if c == '\r' && lone(i) { '\n' } else { c }).collect()
}

fn other(encoding: &'static Encoding, bytes: &[u8]) -> Option<Decoded> {
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
    few_controls(&text).then(|| Decoded {
        text: whole_lines(text.into_owned()),
        encoding: Some(if encoding == WINDOWS_1251 { "Windows-1251" } else { encoding.name() }),
    })
}

/// Programs and pictures are full of control characters; a text has at most a stray one.
fn few_controls(text: &str) -> bool {
    let strays = text.bytes().filter(|&b| b < 0x20 && !matches!(b, b'\t' | b'\n' | b'\r' | 0x0C)).count();
    strays * 100 <= text.len().max(100)
}

/// Which half of each pair of bytes holds the zeros, if only one does.
fn zero_pattern(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(4096)];
    if !bytes.len().is_multiple_of(2) || !head.contains(&0) {
        return None;
    }
    let zeros = |parity: usize| head.iter().skip(parity).step_by(2).filter(|&&b| b == 0).count();
    match (zeros(0), zeros(1)) {
        (0, odd) if odd * 40 >= head.len() => Some(UTF_16LE),
        (even, 0) if even * 40 >= head.len() => Some(UTF_16BE),
        _ => None,
    }
}

/// Whether the high bytes stand as Cyrillic letters of Windows-1251 do: together in words, mostly small. Latin
/// letters with accents stand alone among ASCII letters; KOI8-R and OEM-866 come out as words of capitals or signs.
fn looks_cyrillic(bytes: &[u8]) -> bool {
    let small = |b: u8| b >= 0xE0 || b == 0xB8;
    let capital = |b: u8| (0xC0..0xE0).contains(&b) || b == 0xA8;
    // Quotes, dashes, №, no-break space, soft hyphen, §, ©, ellipsis, bullet.
    let sign = |b: u8| {
        matches!(
            b,
            0x82 | 0x84 | 0x85 | 0x8B | 0x91
                ..=0x97 | 0x9B | 0xA0 | 0xA7 | 0xA9 | 0xAB | 0xAD | 0xB0 | 0xB7 | 0xB9 | 0xBB
        )
    };
    let (mut smalls, mut capitals, mut foreign, mut inner_capitals, mut mixed) = (0_usize, 0_usize, 0, 0_usize, 0);
    let mut before = b' ';
    for &b in bytes {
        let letter = small(b) || capital(b);
        match b {
            _ if small(b) => smalls += 1,
            _ if capital(b) => {
                capitals += 1;
                inner_capitals += usize::from(small(before));
            }
            0x80.. if !sign(b) => foreign += 1,
            _ => {}
        }
        let ascii_letter = |b: u8| b.is_ascii_alphabetic();
        mixed +=
            usize::from((letter && ascii_letter(before)) || (ascii_letter(b) && (small(before) || capital(before))));
        before = b;
    }
    let letters = smalls + capitals;
    letters >= 3 && foreign * 10 <= letters && inner_capitals * 10 <= letters && mixed * 5 <= letters && {
        letters < 40 || smalls >= capitals
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Приказ № 1 от 27.03.2026\r\n«О назначении» — и др.\n";

    #[track_caller]
    fn check(bytes: &[u8], text: &str, encoding: Option<&str>) {
        let decoded = decode(bytes).unwrap();
        assert_eq!((decoded.text.as_str(), decoded.encoding), (text, encoding));
    }

    fn utf16(text: &str, to: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(to).collect()
    }

    #[test]
    fn encodings() {
        check(TEXT.as_bytes(), TEXT, None);
        check(&[b"\xEF\xBB\xBF", TEXT.as_bytes()].concat(), TEXT, None);
        check(&WINDOWS_1251.encode(TEXT).0, TEXT, Some("Windows-1251"));
        check(&utf16(TEXT, u16::to_le_bytes), TEXT, Some("UTF-16LE"));
        check(&utf16(TEXT, u16::to_be_bytes), TEXT, Some("UTF-16BE"));
        check(&[b"\xFF\xFE".to_vec(), utf16(TEXT, u16::to_le_bytes)].concat(), TEXT, Some("UTF-16LE"));
        check(&[b"\xFE\xFF".to_vec(), utf16(TEXT, u16::to_be_bytes)].concat(), TEXT, Some("UTF-16BE"));
        check(b"", "", None);
        check(b"a\rb\r\nc\r", "a\nb\r\nc\n", None);
    }

    #[test]
    fn what_is_not_text_is_refused() {
        let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0\0\0\x01\0\x08\x06\0\0\0\\r\xa8f";
        let koi8 = encoding_rs::KOI8_R.encode("назначить ответственным за поддержку применяемых технологий").0;
        let latin = b"Stra\xDFe, \xE9cole, na\xEFve, fa\xE7ade";
        for bytes in [&png[..], &koi8, latin, b"\xFF\xFE\x00\xD8\x41\x00", b"\xEF\xBB\xBF\xFF", b"\xC0\x80"] {
            assert_eq!(decode(bytes), Err(NotText), "{bytes:?}");
        }
    }

    #[test]
    fn a_large_file_is_refused() {
        let mut out = Diagnostics::default();
        assert_eq!(read(FileId(0), &vec![b'a'; MAX_LEN + 1], &mut out), None);
        assert_eq!(out.items()[0].code, codes::TOO_LARGE);
    }
}
