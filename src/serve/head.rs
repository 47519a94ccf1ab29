//! The head of a request: bytes to a request that is plain enough to be passed on, or the status of a refusal.
//!
//! Strict on purpose. The only client meant is a browser on the same machine, so whatever a browser does not send is
//! refused: bodies, other methods, folded lines, repeated `Host`, bytes outside printable ASCII in the first line.

/// Longest head, the empty line included.
pub(super) const MAX_HEAD: usize = 16 * 1024;

/// Most header lines.
const MAX_LINES: usize = 100;

/// Methods that the preview answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Method {
    Get,
    Head,
}

/// What the server behind the gate needs of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Head {
    /// GET or HEAD.
    pub(super) method: Method,
    /// Path and query, beginning with `/`.
    pub(super) target: String,
    /// `Host`; of an absolute target its authority.
    pub(super) host: String,
    /// The other headers that are passed on, names in lower case.
    pub(super) headers: Vec<(&'static str, String)>,
}

/// Why a request is refused, as an HTTP status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Refusal(pub(super) u16);

const BAD_REQUEST: Refusal = Refusal(400);
const METHOD_NOT_ALLOWED: Refusal = Refusal(405);
const BODY_NOT_ALLOWED: Refusal = Refusal(413);
const EXPECTATION_FAILED: Refusal = Refusal(417);
/// Too many header lines, or a head longer than [`MAX_HEAD`].
pub(super) const HEAD_TOO_LARGE: Refusal = Refusal(431);
const VERSION_NOT_SUPPORTED: Refusal = Refusal(505);

/// Headers that matter to a preview; all others are dropped here, so that they cannot steer what stands behind.
const PASSED_ON: [&str; 4] = ["if-none-match", "if-range", "range", "cookie"];

/// Length of the head if its end has arrived, the empty line included.
pub(super) fn end_of_head(bytes: &[u8]) -> Option<usize> {
    bytes.windows(4).position(|w| w == b"\r\n\r\n").map(|at| at + 4)
}

/// Reads a complete head.
///
/// # Errors
/// The status to refuse with.
pub(super) fn parse(bytes: &[u8]) -> Result<Head, Refusal> {
    // Everything that we pass on is ASCII; a browser percent-encodes the rest.
    let text = std::str::from_utf8(bytes).map_err(|_| BAD_REQUEST)?;
    let text = text.strip_suffix("\r\n\r\n").ok_or(BAD_REQUEST)?;
    let mut lines = text.split("\r\n");
    let (method, target) = request_line(lines.next().unwrap_or(""))?;
    let mut host: Option<String> = None;
    let mut headers: Vec<(&'static str, String)> = Vec::new();
    for (count, line) in lines.enumerate() {
        if count >= MAX_LINES {
            return Err(HEAD_TOO_LARGE);
        }
        let (name, value) = header_line(line)?;
        match name.as_str() {
            "host" if host.is_some() => return Err(BAD_REQUEST),
            "host" => host = Some(value.to_owned()),
            "content-length" if value == "0" => {}
            "content-length" | "transfer-encoding" => return Err(BODY_NOT_ALLOWED),
            "expect" => return Err(EXPECTATION_FAILED),
            _ => {
                let known = PASSED_ON.into_iter().find(|known| *known == name);
                headers.extend(known.map(|known| (known, value.to_owned())));
            }
        }
    }
    let (authority, target) = origin_form(target)?;
    // Which of two different hosts is meant nobody can say; an absolute target wins by the standard.
    let host = authority.map(str::to_owned).or(host).ok_or(BAD_REQUEST)?;
    Ok(Head { method, target: target.to_owned(), host, headers })
}

fn request_line(line: &str) -> Result<(Method, &str), Refusal> {
    let mut words = line.split(' ');
    let (Some(method), Some(target), Some(version), None) = (words.next(), words.next(), words.next(), words.next())
    else {
        return Err(BAD_REQUEST);
    };
    let is_token = !method.is_empty() && method.bytes().all(|b| b.is_ascii_graphic());
    if !is_token || !target.bytes().all(|b| b.is_ascii_graphic()) {
        return Err(BAD_REQUEST);
    }
    match version {
        "HTTP/1.1" | "HTTP/1.0" => {}
        _ if version.starts_with("HTTP/") => return Err(VERSION_NOT_SUPPORTED),
        _ => return Err(BAD_REQUEST),
    }
    match method {
        "GET" => Ok((Method::Get, target)),
        "HEAD" => Ok((Method::Head, target)),
        _ => Err(METHOD_NOT_ALLOWED),
    }
}

fn header_line(line: &str) -> Result<(String, &str), Refusal> {
    let (name, value) = line.split_once(':').ok_or(BAD_REQUEST)?;
    let is_token = |b: u8| b.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&b);
    let value = value.trim_matches([' ', '\t']);
    let is_plain = value.chars().all(|c| c == '\t' || !c.is_control());
    if name.is_empty() || !name.bytes().all(is_token) || !is_plain {
        return Err(BAD_REQUEST);
    }
    Ok((name.to_ascii_lowercase(), value))
}

/// Splits `http://host/path` into host and path; a target that begins with `/` has no host.
fn origin_form(target: &str) -> Result<(Option<&str>, &str), Refusal> {
    if target.starts_with('/') {
        return Ok((None, target));
    }
    let rest = target.strip_prefix("http://").ok_or(BAD_REQUEST)?;
    let slash = rest.find('/').ok_or(BAD_REQUEST)?;
    let (authority, path) = rest.split_at(slash);
    Ok((Some(authority), path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(head: &str, expected: Result<(&str, &str), u16>) {
        let found = parse(head.replace('\n', "\r\n").as_bytes());
        let found = found.map(|h| (h.target, h.host)).map_err(|r| r.0);
        assert_eq!(found, expected.map(|(t, h)| (t.to_owned(), h.to_owned())), "{head:?}");
    }

    #[test]
    fn what_a_browser_sends() {
        check("GET /a.html?x=1 HTTP/1.1\nHost: localhost:8017\n\n", Ok(("/a.html?x=1", "localhost:8017")));
        check("HEAD / HTTP/1.0\nhost:\t127.0.0.1 \nContent-Length: 0\n\n", Ok(("/", "127.0.0.1")));
        check("GET http://127.0.0.1/a HTTP/1.1\nHost: other\n\n", Ok(("/a", "127.0.0.1")));
    }

    #[test]
    fn only_known_headers_pass() {
        let head = b"GET / HTTP/1.1\r\nHost: a\r\nTE: chunked\r\nRange: bytes=0-1\r\nConnection: upgrade\r\nCookie: a=b\r\n\r\n";
        let expected = vec![("range", "bytes=0-1".to_owned()), ("cookie", "a=b".to_owned())];
        assert_eq!(parse(head).map(|h| h.headers), Ok(expected));
    }

    #[test]
    fn everything_else_is_refused() {
        let host = "Host: localhost";
        for (line, status) in [
            ("POST / HTTP/1.1", 405),
            ("CONNECT a:1 HTTP/1.1", 405),
            ("get / HTTP/1.1", 405),
            ("PRI * HTTP/2.0", 505),
            ("GET / HTTP/9.9", 505),
            ("GET /", 400),
            ("GET / HTTP/1.1 x", 400),
            ("GET  / HTTP/1.1", 400),
            ("GET * HTTP/1.1", 400),
            ("GET ftp://a/ HTTP/1.1", 400),
            ("GET http://localhost HTTP/1.1", 400),
            ("GET /п HTTP/1.1", 400),
            ("GET /\0 HTTP/1.1", 400),
            ("", 400),
        ] {
            check(&format!("{line}\n{host}\n\n"), Err(status));
        }
        for (header, status) in [
            ("Content-Length: 1", 413),
            ("Content-Length: 99999999999999999999999", 413),
            ("Transfer-Encoding: chunked", 413),
            ("Expect: 100-continue", 417),
            ("Host: twice", 400),
            ("no colon", 400),
            (": no name", 400),
            ("na me: x", 400),
            ("X: a\0b", 400),
            (" folded", 400),
        ] {
            check(&format!("GET / HTTP/1.1\n{host}\n{header}\n\n"), Err(status));
        }
        check("GET / HTTP/1.1\n\n", Err(400));
        check(&format!("GET / HTTP/1.1\n{host}\n{}\n", "a: b\n".repeat(101)), Err(431));
        assert_eq!(parse(b"\xff\r\n\r\n"), Err(BAD_REQUEST));
        assert_eq!(parse(b"GET / HTTP/1.1\r\nHost: a\r\nX: a\nb: c\r\n\r\n"), Err(BAD_REQUEST));
        assert_eq!(parse(b""), Err(BAD_REQUEST));
    }

    #[test]
    fn the_end_of_the_head() {
        assert_eq!(end_of_head(b"GET / HTTP/1.1\r\n\r\nrest"), Some(18));
        assert_eq!(end_of_head(b"GET / HTTP/1.1\r\n\r"), None);
    }
}
