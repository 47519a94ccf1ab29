//! Addresses of requests: path and query to what is asked for.
//!
//! Whatever comes out is a key of the table of routes ([`OutPath`]), never a path on disk: there is nothing that dots,
//! encodings, backslashes or device names could lead to.

use crate::base::OutPath;

/// Folder of the preview's own addresses; no output file can lie there, for a source name with a dot is passed over.
pub(super) const OWN: &str = "/.svod/";

/// What a path asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// A file.
    File(OutPath),
    /// A folder, by its address with the slash at the end; the file is its index.
    Folder(OutPath),
    /// A page of the preview itself, by its name below [`OWN`].
    Own(String),
    /// Something that can be no output file.
    Nothing,
}

/// Reads the path of a target; the query is left to [`query`].
pub(super) fn asked(target: &str) -> Asked {
    let path = target.split(['?', '#']).next().unwrap_or("");
    let Some(path) = decoded(path) else { return Asked::Nothing };
    if let Some(own) = path.strip_prefix(OWN) {
        return Asked::Own(own.to_owned());
    }
    let Some(relative) = path.strip_prefix('/') else { return Asked::Nothing };
    if relative.is_empty() || relative.ends_with('/') {
        return OutPath::new(format!("{relative}index.html")).map_or(Asked::Nothing, Asked::Folder);
    }
    OutPath::new(relative).map_or(Asked::Nothing, Asked::File)
}

/// The value of a key of the query, decoded.
pub(super) fn query(target: &str, key: &str) -> Option<String> {
    let query = target.split('#').next()?.split_once('?')?.1;
    let value = query.split('&').find_map(|pair| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        (name == key).then_some(value)
    })?;
    decoded(&value.replace('+', " "))
}

/// The target without one key of its query.
pub(super) fn without_key(target: &str, key: &str) -> String {
    let Some((path, query)) = target.split_once('?') else { return target.to_owned() };
    let kept: Vec<&str> = query.split('&').filter(|pair| pair.split('=').next() != Some(key)).collect();
    if kept.is_empty() { path.to_owned() } else { format!("{path}?{}", kept.join("&")) }
}

/// Percent-decoding, once; `None` for a broken escape or bytes that are not UTF-8.
fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let mut digit = || rest.next().and_then(|b| char::from(b).to_digit(16));
        let (high, low) = (digit()?, digit()?);
        bytes.push(u8::try_from(high * 16 + low).ok()?);
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_and_folders() {
        let out = |path: &str| OutPath::new(path).unwrap();
        assert_eq!(asked("/a/b.html?x=/../#y"), Asked::File(out("a/b.html")));
        assert_eq!(asked("/%61.html"), Asked::File(out("a.html")));
        assert_eq!(asked("/a%2Fb.html"), Asked::File(out("a/b.html")));
        assert_eq!(asked("/"), Asked::Folder(out("index.html")));
        assert_eq!(asked("/a/"), Asked::Folder(out("a/index.html")));
        assert_eq!(asked("/.svod/state?path=/"), Asked::Own("state".to_owned()));
    }

    #[test]
    fn no_way_out() {
        for target in [
            "",
            "a.html",
            "//evil.example/",
            "//evil.example",
            "/a//b.html",
            "/../etc/passwd",
            "/a/../../etc/passwd",
            "/./a.html",
            "/a/..",
            "/%2e%2e/etc/passwd",
            "/%2E%2E%2Fetc/passwd",
            "/..%5c..%5cwindows",
            "/a\\b",
            "/a%5Cb",
            "/a%00.html",
            "/C:/Windows/win.ini",
            "/c%3A/windows",
            "/A.html",
            "/%D0%BF.html",
            "/a.html::$data",
            "/a%",
            "/a%2",
            "/a%zz",
            "/%ff",
            "/%c0%ae%c0%ae/",
        ] {
            assert_eq!(asked(target), Asked::Nothing, "{target}");
        }
        // Decoded once: what is left of a double encoding is a name that no file has.
        assert_eq!(asked("/%252e%252e/etc/passwd"), Asked::Nothing);
    }

    #[test]
    fn queries() {
        assert_eq!(query("/s?path=%2Fa.html&seen=12", "path").as_deref(), Some("/a.html"));
        assert_eq!(query("/s?a+b=1&q=%D0%B0+%D0%B1", "q").as_deref(), Some("а б"));
        assert_eq!(query("/s?day", "day").as_deref(), Some(""));
        assert_eq!(query("/s", "day"), None);
        assert_eq!(without_key("/a?x=1&day=2&y=3", "day"), "/a?x=1&y=3");
        assert_eq!(without_key("/a?day=2", "day"), "/a");
        assert_eq!(without_key("/a", "day"), "/a");
    }
}
