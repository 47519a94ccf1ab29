//! A response: conditional requests and ranges settled, then written by `tiny_http`.

use std::fs::File;
use std::io::{self, Cursor, Read, Seek, SeekFrom};
use std::sync::Arc;

use tiny_http::{Header, Request, Response, StatusCode};

/// Bytes to be sent.
#[derive(Debug)]
pub(super) enum Payload {
    /// In memory, perhaps shared with other requests.
    Bytes(Arc<[u8]>),
    /// An open file and its length.
    File(File, u64),
}

/// What lies at an address.
#[derive(Debug)]
pub(super) struct Content {
    /// Its bytes.
    pub(super) payload: Payload,
    /// Value of `Content-Type`.
    pub(super) content_type: String,
    /// Names these bytes: equal tags, equal bytes. Without quotes.
    pub(super) tag: String,
}

/// A response before it is written.
#[derive(Debug)]
pub(super) struct Answer {
    status: u16,
    headers: Vec<(&'static str, String)>,
    /// The bytes, where to begin and how many.
    body: Option<(Payload, u64, u64)>,
}

/// What a request says beside its address.
pub(super) struct Conditions<'a> {
    pub(super) if_none_match: Option<&'a str>,
    pub(super) if_range: Option<&'a str>,
    pub(super) range: Option<&'a str>,
}

impl Answer {
    /// A status with nothing to read.
    pub(super) fn empty(status: u16) -> Self {
        Self { status, headers: Vec::new(), body: None }
    }

    /// Sends the browser elsewhere. Never remembered: the next save may put a page at this address.
    pub(super) fn redirect(location: &str) -> Self {
        Self::empty(302).with("Location", location.to_owned()).with("Cache-Control", "no-store".to_owned())
    }

    /// The same with one more header.
    pub(super) fn with(mut self, name: &'static str, value: String) -> Self {
        self.headers.push((name, value));
        self
    }

    /// Content with the status given and no conditions: an error page.
    pub(super) fn whole(status: u16, content: Content) -> Self {
        let len = content.payload.len();
        Self::of(status, &content).with_body(content.payload, 0, len)
    }

    /// Content as the conditions ask for it: all, a part, or the word that it has not changed.
    pub(super) fn to(content: Content, ask: &Conditions<'_>) -> Self {
        if ask.if_none_match.is_some_and(|list| names(list, &content.tag)) {
            return Self::of(304, &content);
        }
        let len = content.payload.len();
        let whole = ask.if_range.is_some_and(|tag| tag.trim() != format!("\"{}\"", content.tag));
        match ask.range.filter(|_| !whole).and_then(|text| parts(text, len)) {
            None => Self::of(200, &content).with_body(content.payload, 0, len),
            Some(Some((start, end))) => Self::of(206, &content)
                .with("Content-Range", format!("bytes {start}-{end}/{len}"))
                .with_body(content.payload, start, end - start + 1),
            Some(None) => Self::empty(416).with("Content-Range", format!("bytes */{len}")),
        }
    }

    fn of(status: u16, content: &Content) -> Self {
        Self::empty(status)
            .with("Content-Type", content.content_type.clone())
            .with("ETag", format!("\"{}\"", content.tag))
            .with("Accept-Ranges", "bytes".to_owned())
            // Kept, but asked about each time: what was saved a moment ago is what must be seen.
            .with("Cache-Control", "no-cache".to_owned())
    }

    fn with_body(mut self, payload: Payload, start: u64, len: u64) -> Self {
        self.body = Some((payload, start, len));
        self
    }

    /// Writes the response.
    ///
    /// # Errors
    /// What the socket or the file says.
    pub(super) fn send(self, request: Request) -> io::Result<()> {
        let fixed = [("X-Content-Type-Options", "nosniff".to_owned())];
        let headers = self.headers.iter().chain(&fixed);
        let headers = headers.filter_map(|(name, value)| Header::from_bytes(*name, value.as_str()).ok()).collect();
        let (body, len) = match self.body {
            None => (Body::Memory(Cursor::new(Arc::from([]))), 0),
            Some((Payload::Bytes(bytes), start, len)) => {
                let mut cursor = Cursor::new(bytes);
                cursor.set_position(start);
                (Body::Memory(cursor), len)
            }
            Some((Payload::File(mut file, _), start, len)) => {
                file.seek(SeekFrom::Start(start))?;
                (Body::File(file), len)
            }
        };
        let size = usize::try_from(len).map_err(io::Error::other)?;
        // The length is always told: in pieces the end of a broken response would look like its end. A file that
        // grew meanwhile is cut at the length told.
        let response = Response::new(StatusCode(self.status), headers, body.take(len), Some(size), None);
        request.respond(response.with_chunked_threshold(usize::MAX))
    }
}

impl Payload {
    fn len(&self) -> u64 {
        match self {
            Self::Bytes(bytes) => bytes.len() as u64,
            Self::File(_, len) => *len,
        }
    }
}

enum Body {
    Memory(Cursor<Arc<[u8]>>),
    File(File),
}

impl Read for Body {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self {
            Self::Memory(bytes) => bytes.read(buffer),
            Self::File(file) => file.read(buffer),
        }
    }
}

/// Whether a list of `If-None-Match` names the tag.
fn names(list: &str, tag: &str) -> bool {
    list.trim() == "*"
        || list.split(',').any(|item| {
            let item = item.trim();
            item.strip_prefix("W/").unwrap_or(item).strip_prefix('"').and_then(|i| i.strip_suffix('"')) == Some(tag)
        })
}

/// First and last byte of a range of `len` bytes. `None` if the header is to be passed over (another unit, several
/// ranges, nonsense), `Some(None)` if no such bytes exist.
pub(super) fn parts(text: &str, len: u64) -> Option<Option<(u64, u64)>> {
    let (first, last) = text.trim().strip_prefix("bytes=")?.trim().split_once('-')?;
    let number = |digits: &str| -> Option<u64> {
        let digits = digits.trim();
        digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse().unwrap_or(u64::MAX))
    };
    let range = if first.trim().is_empty() {
        let count = number(last).filter(|_| !last.trim().is_empty())?;
        (count > 0 && len > 0).then(|| (len.saturating_sub(count), len - 1))
    } else {
        let start = number(first)?;
        let end = if last.trim().is_empty() { u64::MAX } else { number(last)? };
        if end < start {
            return None;
        }
        (start < len).then(|| (start, end.min(len - 1)))
    };
    Some(range)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges() {
        let check = |text: &str, expected| assert_eq!(parts(text, 10), expected, "{text}");
        check("bytes=0-3", Some(Some((0, 3))));
        check("bytes=7-", Some(Some((7, 9))));
        check("bytes=-4", Some(Some((6, 9))));
        check("bytes=-99", Some(Some((0, 9))));
        check("bytes=5-99", Some(Some((5, 9))));
        check("bytes=0-99999999999999999999999999", Some(Some((0, 9))));
        check("bytes=10-", Some(None));
        check("bytes=99999999999999999999999999-", Some(None));
        check("bytes=-0", Some(None));
        for text in ["bytes=3-1", "bytes=a-b", "bytes=-", "bytes=0-1,3-4", "items=0-1", "", "bytes=+1-2"] {
            check(text, None);
        }
        assert_eq!(parts("bytes=0-", 0), Some(None));
        assert_eq!(parts("bytes=-1", 0), Some(None));
    }

    #[test]
    fn tags() {
        assert!(names("\"a\"", "a"));
        assert!(names("\"x\", W/\"a\"", "a"));
        assert!(names("*", "a"));
        for list in ["", "a", "\"b\"", "\"a", "W/a"] {
            assert!(!names(list, "a"), "{list}");
        }
    }
}
