//! What must hold of the head of a request, whatever the bytes: what passes is plain, no address leaves the tree of
//! outputs, and no redirect leads to another site or puts a line of its own into the response.

use super::address::{self, Asked};
use super::answer;
use super::head;
use super::hosts::{self, Reach};
use super::http::{self, DAY};
use crate::base::OutPath;

/// Takes bytes as what a client sends first.
///
/// # Errors
/// What does not hold, in a few words.
pub(crate) fn exercise(bytes: &[u8]) -> Result<(), String> {
    let end = head::end_of_head(bytes);
    if end.is_some_and(|end| end > bytes.len()) {
        return Err("the head ends behind what was sent".to_owned());
    }
    // Bytes that are no request are tried as a target all the same.
    let text = String::from_utf8_lossy(bytes);
    targets(&text)?;
    let whole = [bytes, b"\r\n\r\n"].concat();
    for bytes in [bytes.get(..end.unwrap_or(0)).unwrap_or_default(), whole.as_slice()] {
        let Ok(head) = head::parse(bytes) else { continue };
        if !head.target.starts_with('/') || !head.target.bytes().all(|b| b.is_ascii_graphic()) {
            return Err(format!("a target that is not plain passed: {:?}", head.target));
        }
        if head.headers.iter().any(|(_, value)| value.contains(['\r', '\n', '\0'])) {
            return Err("a header with more than one line passed".to_owned());
        }
        targets(&head.target)?;
        let ours = hosts::is_ours(&head.host, Reach::Loopback);
        if ours && head.host.contains("evil") {
            return Err(format!("{} is none of our names", head.host));
        }
        for (_, value) in &head.headers {
            ranges(value)?;
            http::day_of_cookie(value);
        }
    }
    ranges(&text)
}

fn targets(target: &str) -> Result<(), String> {
    let inside = |path: &OutPath| {
        path.as_str().split('/').all(|step| !matches!(step, "" | "." | ".."))
            && path.as_str().bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'.' | b'_' | b'-' | b'/'))
    };
    match address::asked(target) {
        Asked::File(path) | Asked::Folder(path) if !inside(&path) => return Err(format!("{path} leaves the tree")),
        Asked::File(_) | Asked::Folder(_) | Asked::Own(_) | Asked::Nothing => {}
    }
    address::query(target, DAY);
    let location = http::location_without_day(target);
    let plain = target.starts_with('/') && target.bytes().all(|b| b.is_ascii_graphic());
    if plain && (!location.starts_with('/') || location.starts_with("//") || location.starts_with("/\\")) {
        return Err(format!("a redirect leads away: {location}"));
    }
    Ok(())
}

fn ranges(value: &str) -> Result<(), String> {
    for len in [0, 1, 10, u64::MAX] {
        if let Some(Some((first, last))) = answer::parts(value, len)
            && (first > last || last >= len)
        {
            return Err(format!("bytes {first} to {last} of {len}"));
        }
    }
    Ok(())
}
