//! A look at a PDF before it is read: whether something packed in it would unpack beyond all measure.
//!
//! The reader of PDF unpacks a stream as a whole. A stream of a megabyte can be made to unpack to a gigabyte, so every
//! stream is unpacked here once without keeping what comes out, and a file with one over the limit is not read.

use std::io::{self, Read};

use flate2::read::ZlibDecoder;

/// Most bytes that one stream may unpack to. A page scanned in colour at 300 dots an inch has 26 MB.
const MAX_STREAM: u64 = 128 << 20;
/// Most bytes that all streams but pictures may unpack to.
const MAX_WORDS: u64 = 256 << 20;
/// How often something packed may be packed once more.
const LAYERS: usize = 3;

/// Whether every stream of a PDF unpacks to a bearable length.
pub(super) fn is_bearable(pdf: &[u8]) -> bool {
    let mut words = 0;
    let mut at = 0;
    // Filters that unpack to a thousandfold but are not looked into here are found in old files alone, one a stream.
    if ["/RunLengthDecode", "/LZWDecode"].iter().any(|name| twice_in_a_row(pdf, name.as_bytes())) {
        return false;
    }
    while let Some(found) = find(pdf, b"stream", at) {
        at = found + b"stream".len();
        let head = pdf.get(found.saturating_sub(600)..found).unwrap_or_default();
        let Some(data) = body(pdf, at).filter(|_| !head.ends_with(b"end")) else { continue };
        let len = unpacked(data);
        if len > MAX_STREAM {
            return false;
        }
        let picture = find(head, b"/Image", 0).is_some();
        words += if picture { 0 } else { len };
        if words > MAX_WORDS {
            return false;
        }
    }
    true
}

/// What follows the word `stream` and its line end.
fn body(pdf: &[u8], at: usize) -> Option<&[u8]> {
    let rest = pdf.get(at..)?;
    rest.strip_prefix(b"\r\n").or_else(|| rest.strip_prefix(b"\n")).or_else(|| rest.strip_prefix(b"\r"))
}

/// How many bytes come out of a packed stream in all its layers; 0 of one that is not packed in this way.
fn unpacked(data: &[u8]) -> u64 {
    let mut most = 0;
    for layers in 1..=LAYERS {
        let mut source: Box<dyn Read + '_> = Box::new(data);
        for _ in 0..layers {
            source = Box::new(ZlibDecoder::new(source));
        }
        match measure(source) {
            0 => break,
            len => most = most.max(len),
        }
        if most > MAX_STREAM {
            break;
        }
    }
    most
}

/// How many bytes can be read before the end, a fault or the limit.
fn measure(source: impl Read) -> u64 {
    let mut counted = Counted(0);
    let _ = io::copy(&mut source.take(MAX_STREAM + 1), &mut counted);
    counted.0
}

struct Counted(u64);

impl io::Write for Counted {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Whether a name stands twice with nothing but blanks between, as it does in a list of filters.
fn twice_in_a_row(bytes: &[u8], name: &[u8]) -> bool {
    let mut at = 0;
    while let Some(found) = find(bytes, name, at) {
        at = found + name.len();
        let rest = bytes.get(at..).unwrap_or_default().trim_ascii_start();
        if rest.starts_with(name) {
            return true;
        }
    }
    false
}

/// Where bytes stand at or after a place.
fn find(bytes: &[u8], wanted: &[u8], from: usize) -> Option<usize> {
    let rest = bytes.get(from..)?;
    let first = *wanted.first()?;
    let mut at = 0;
    while let Some(step) = rest.get(at..)?.iter().position(|&b| b == first) {
        at += step;
        if rest.get(at..)?.starts_with(wanted) {
            return Some(from + at);
        }
        at += 1;
    }
    None
}
