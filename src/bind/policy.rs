//! The policy of a page that holds its scripts and styles in itself: exactly these, named by their hashes.

use sha2::{Digest, Sha256};

use crate::base::base64;

use super::tags::{Piece, Tag, encoded, pieces, push_tag};

/// The page with a policy that allows what stands in it and nothing else.
pub(crate) fn with_policy(html: &str) -> String {
    let policy = policy(html);
    let mut out = String::with_capacity(html.len() + policy.len());
    for piece in pieces(html) {
        match piece {
            Piece::Text(text) => out.push_str(text),
            Piece::Close { whole, .. } => out.push_str(whole),
            Piece::Open(tag) if is_policy(&tag) => {}
            Piece::Open(tag) => {
                push_tag(&mut out, tag.name, &tag.attributes);
                // Before anything that it is to govern, behind the word on letters, which must come early.
                if tag.name == "meta" && tag.get("charset").is_some() {
                    out.push('\n');
                    let value = encoded(&policy);
                    push_tag(
                        &mut out,
                        "meta",
                        &[("http-equiv", "Content-Security-Policy"), ("content", value.as_str())],
                    );
                }
            }
        }
    }
    out
}

fn is_policy(tag: &Tag<'_>) -> bool {
    tag.name == "meta" && tag.get("http-equiv").is_some_and(|v| v.eq_ignore_ascii_case("content-security-policy"))
}

fn policy(html: &str) -> String {
    let (mut scripts, mut styles) = (Vec::new(), Vec::new());
    let mut within: Option<&str> = None;
    for piece in pieces(html) {
        match piece {
            Piece::Open(tag) => within = Some(tag.name).filter(|_| runs(&tag)),
            Piece::Text(text) => match within.take() {
                Some("script") => scripts.push(hash(text)),
                Some("style") => styles.push(hash(text)),
                _ => {}
            },
            Piece::Close { .. } => within = None,
        }
    }
    let list = |hashes: &mut Vec<String>| {
        hashes.sort();
        hashes.dedup();
        if hashes.is_empty() { "'none'".to_owned() } else { hashes.join(" ") }
    };
    format!(
        "default-src 'none'; style-src {}; script-src {}; img-src data:; font-src data:; base-uri 'none'; form-action 'self'",
        list(&mut styles),
        list(&mut scripts)
    )
}

/// Whether the content of an element is a style sheet or a script; data in a `script` are neither.
fn runs(tag: &Tag<'_>) -> bool {
    tag.name == "style" || (tag.name == "script" && tag.get("type").is_none_or(|t| t.ends_with("javascript")))
}

/// The browser hashes the text as it reads it, and reads every line end as one sign.
fn hash(text: &str) -> String {
    let digest = Sha256::digest(text.replace("\r\n", "\n").replace('\r', "\n").as_bytes());
    format!("'sha256-{}'", base64(&digest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_the_page_is_allowed_and_nothing_else() {
        let html = "<head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'self'\">\
                    <style>p{}</style><script>a()</script><script type=\"application/json\">{}</script></head>";
        let out = with_policy(html);
        // By `printf 'a()' | openssl dgst -sha256 -binary | base64`.
        assert!(out.contains("script-src 'sha256-qVpDBgj7bpq5hMAcGp3AOc79J3Y1Z4HvySTwKrWDoy4='; img-src"), "{out}");
        assert!(out.contains("style-src 'sha256-gG2yISYereRMiG2lMXrbiUgi0Ubw9p7QCeWcroOvy9Y='; script"), "{out}");
        assert!(!out.contains("script-src 'self'") && out.ends_with(&html[html.find("<style>").unwrap()..]), "{out}");
    }
}
