//! Enough of an HTML reader for pages that we write ourselves: text, elements by id, links. Validity is judged by
//! others (`tests/external/html`).

use super::collapse;

/// A piece of a page with its bytes.
#[derive(Debug, PartialEq, Eq)]
enum Token<'a> {
    Text(&'a str),
    Open { name: &'a str, attributes: &'a str },
    Close(&'a str),
}

/// Elements that have no end tag.
const VOID: &[&str] =
    &["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];
/// Elements that do not part words.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s", "samp",
    "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
];

/// Tokens with the byte at which each begins.
fn tokens(html: &str) -> Vec<(usize, Token<'_>)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < html.len() {
        let rest = &html[at..];
        let length = if let Some(comment) = rest.strip_prefix("<!--") {
            comment.find("-->").map_or(rest.len(), |end| end + 7)
        } else if rest.starts_with('<') && rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || "/!".contains(c))
        {
            let end = tag_end(rest);
            let inner = rest[1..end].trim_end_matches(['>', '/']);
            if let Some(name) = inner.strip_prefix('/') {
                found.push((at, Token::Close(name.trim())));
            } else if !inner.starts_with('!') {
                let (name, attributes) = inner.split_once(char::is_whitespace).unwrap_or((inner, ""));
                found.push((at, Token::Open { name, attributes }));
                if matches!(name, "script" | "style") {
                    let close = rest[end..].find(&format!("</{name}")).map_or(rest.len(), |i| end + i);
                    found.push((at + end, Token::Text(&rest[end..close])));
                    at += close;
                    continue;
                }
            }
            end
        } else {
            let first = rest.chars().next().map_or(1, char::len_utf8);
            let end = rest[first..].find('<').map_or(rest.len(), |i| i + first);
            found.push((at, Token::Text(&rest[..end])));
            end
        };
        at += length;
    }
    found
}

/// Length of the tag at the start of `rest`; `>` inside quotes does not end it.
fn tag_end(rest: &str) -> usize {
    let mut quote = None;
    for (i, c) in rest.char_indices() {
        match (c, quote) {
            ('"' | '\'', None) => quote = Some(c),
            (c, Some(q)) if c == q => quote = None,
            ('>', None) => return i + 1,
            _ => {}
        }
    }
    rest.len()
}

/// An attribute's value, its entities resolved.
fn attribute(attributes: &str, wanted: &str) -> Option<String> {
    let mut rest = attributes.trim_start();
    while !rest.is_empty() {
        let end = rest.find(|c: char| c == '=' || c.is_whitespace()).unwrap_or(rest.len());
        let name = &rest[..end];
        rest = rest[end..].trim_start();
        let mut value = "";
        if let Some(tail) = rest.strip_prefix('=') {
            let tail = tail.trim_start();
            let (v, t) = match tail.chars().next().filter(|c| matches!(c, '"' | '\'')) {
                Some(q) => tail[1..].split_once(q).unwrap_or((&tail[1..], "")),
                None => tail.split_once(char::is_whitespace).unwrap_or((tail, "")),
            };
            value = v;
            rest = t.trim_start();
        }
        if name.eq_ignore_ascii_case(wanted) {
            return Some(entities(value));
        }
    }
    None
}

/// Text with the entities that HTML writers use resolved.
fn entities(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let known = after.split_once(';').filter(|(name, _)| name.len() <= 8).and_then(|(name, tail)| {
            let c = match name {
                "amp" => '&',
                "lt" => '<',
                "gt" => '>',
                "quot" => '"',
                "apos" => '\'',
                "nbsp" => '\u{a0}',
                "shy" => '\u{ad}',
                _ => {
                    let number = name.strip_prefix('#')?;
                    let code = match number.strip_prefix(['x', 'X']) {
                        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                        None => number.parse().ok()?,
                    };
                    char::from_u32(code)?
                }
            };
            Some((c, tail))
        });
        match known {
            Some((c, tail)) => {
                out.push(c);
                rest = tail;
            }
            None => {
                out.push('&');
                rest = after;
            }
        }
    }
    out + rest
}

/// Text of a page or fragment as it is read: tags gone, blocks parted by a space, scripts and styles left out.
pub fn text(html: &str) -> String {
    let mut out = String::new();
    let mut skipped = false;
    for (_, token) in tokens(html) {
        match token {
            Token::Text(text) if !skipped => out.push_str(&entities(text)),
            Token::Text(_) => {}
            Token::Open { name, .. } | Token::Close(name) => {
                skipped = matches!(token, Token::Open { name: "script" | "style", .. });
                if !INLINE.contains(&name) {
                    out.push(' ');
                }
            }
        }
    }
    collapse(&out)
}

/// The element with an id, its tags included.
pub fn element<'h>(html: &'h str, id: &str) -> Option<&'h str> {
    let tokens = tokens(html);
    let first = tokens.iter().position(|(_, token)| {
        matches!(token, Token::Open { attributes, .. } if attribute(attributes, "id").as_deref() == Some(id))
    })?;
    let (start, Token::Open { name, .. }) = &tokens[first] else { return None };
    let after = |i: usize| tokens.get(i).map_or(html.len(), |(at, _)| *at);
    if VOID.contains(name) {
        return Some(&html[*start..after(first + 1)]);
    }
    let mut depth = 0;
    for (i, (_, token)) in tokens.iter().enumerate().skip(first) {
        match token {
            Token::Open { name: n, .. } if n == name => depth += 1,
            Token::Close(n) if n == name => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(&html[*start..after(i + 1)]);
        }
    }
    None
}

/// Every link with its text and destination.
pub fn links(html: &str) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    let mut open: Option<(usize, String)> = None;
    for (at, token) in tokens(html) {
        match token {
            Token::Open { name: "a", attributes } => open = attribute(attributes, "href").map(|to| (at, to)),
            Token::Close("a") => {
                if let Some((start, to)) = open.take() {
                    found.push((text(&html[start..at]), to));
                }
            }
            _ => {}
        }
    }
    found
}

#[test]
fn text_is_what_a_reader_sees() {
    assert_eq!(
        text("<p>1.<b>2</b></p><!-- <p>no --><p>a&nbsp;&lt;&#1105;&amp;x;</p><style>p{}</style>"),
        "1.2 a <ё&x;"
    );
    assert_eq!(text("<a title='1 > 2'>x</a><script>if (a<b) {}</script> y"), "x y");
    assert_eq!(text("a < b"), "a < b");
}

#[test]
fn elements_end_where_they_end() {
    let html = "<div><div id=\"a\">1<div>2</div></div>3<img id=b alt=''>4</div>";
    assert_eq!(element(html, "a"), Some("<div id=\"a\">1<div>2</div></div>"));
    assert_eq!(element(html, "b"), Some("<img id=b alt=''>"));
    assert_eq!(element(html, "c"), None);
}

#[test]
fn links_have_text_and_destination() {
    let html = "<a href=\"a.html?x=1&amp;y\">один <em>два</em></a><a id=\"z\">no</a>";
    assert_eq!(links(html), [("один два".to_owned(), "a.html?x=1&y".to_owned())]);
}
