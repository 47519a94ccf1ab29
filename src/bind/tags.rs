//! A reader of finished pages, tag by tag.

/// Elements without a closing tag.
pub(super) const VOID: &[&str] =
    &["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

/// A piece of a page with its bytes as they stand.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece<'h> {
    /// Text, a comment, a declaration, or all that stands inside a script or style sheet.
    Text(&'h str),
    Open(Tag<'h>),
    Close {
        name: &'h str,
        whole: &'h str,
    },
}

/// An opening tag.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Tag<'h> {
    pub(super) name: &'h str,
    /// Names with values as they are written, entities and all.
    pub(super) attributes: Vec<(&'h str, &'h str)>,
}

impl<'h> Tag<'h> {
    /// The value of an attribute, as it is written.
    pub(super) fn get(&self, name: &str) -> Option<&'h str> {
        self.attributes.iter().find(|(n, _)| *n == name).map(|(_, value)| *value)
    }

    /// Whether one of its classes is this.
    pub(super) fn has_class(&self, class: &str) -> bool {
        self.get("class").is_some_and(|list| list.split_whitespace().any(|one| one == class))
    }
}

/// The pieces of a page in their order.
pub(super) struct Pieces<'h> {
    rest: &'h str,
    /// The element whose content is no markup, if one has just been opened.
    raw: Option<&'h str>,
}

/// Reads a page.
pub(super) fn pieces(html: &str) -> Pieces<'_> {
    Pieces { rest: html, raw: None }
}

/// An element that is left out with all that is in it.
pub(super) struct Skipped<'h> {
    name: &'h str,
    /// How many elements of its name are open.
    depth: usize,
}

impl<'h> Skipped<'h> {
    /// From its opening tag on.
    pub(super) fn from(tag: &Tag<'h>) -> Option<Self> {
        (!VOID.contains(&tag.name)).then_some(Self { name: tag.name, depth: 1 })
    }

    /// Takes the next piece in; what is left of the element after it.
    pub(super) fn after(mut self, piece: &Piece<'h>) -> Option<Self> {
        match piece {
            Piece::Open(tag) if tag.name == self.name => self.depth += 1,
            Piece::Close { name, .. } if *name == self.name => self.depth -= 1,
            _ => {}
        }
        (self.depth > 0).then_some(self)
    }
}

impl<'h> Pieces<'h> {
    fn take(&mut self, len: usize) -> &'h str {
        let (piece, rest) = self.rest.split_at_checked(len).unwrap_or((self.rest, ""));
        self.rest = rest;
        piece
    }
}

impl<'h> Iterator for Pieces<'h> {
    type Item = Piece<'h>;

    fn next(&mut self) -> Option<Piece<'h>> {
        if let Some(name) = self.raw.take() {
            let end = self.rest.find(&format!("</{name}")).unwrap_or(self.rest.len());
            if end > 0 {
                return Some(Piece::Text(self.take(end)));
            }
        }
        if self.rest.is_empty() {
            return None;
        }
        if self.rest.starts_with("<!--") {
            let end = self.rest.find("-->").map_or(self.rest.len(), |end| end + 3);
            return Some(Piece::Text(self.take(end)));
        }
        let opens = |c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!');
        if !self.rest.strip_prefix('<').is_some_and(|inner| inner.starts_with(opens)) {
            let from = usize::from(self.rest.starts_with('<'));
            let len = self.rest.get(from..).and_then(|r| r.find('<')).map_or(self.rest.len(), |at| at + from);
            return Some(Piece::Text(self.take(len)));
        }
        let whole = self.take(tag_len(self.rest));
        let inner = whole.trim_start_matches('<').trim_end_matches('>').trim_end_matches('/');
        if inner.starts_with('!') {
            return Some(Piece::Text(whole));
        }
        if let Some(name) = inner.strip_prefix('/') {
            return Some(Piece::Close { name: name.trim(), whole });
        }
        let (name, rest) = inner.split_at(inner.find(char::is_whitespace).unwrap_or(inner.len()));
        if matches!(name, "script" | "style" | "textarea" | "title") {
            self.raw = Some(name);
        }
        Some(Piece::Open(Tag { name, attributes: attributes(rest) }))
    }
}

/// Length of the tag at the start; a `>` in quotes does not end it.
fn tag_len(rest: &str) -> usize {
    let mut quote = None;
    for (at, b) in rest.bytes().enumerate() {
        match (b, quote) {
            (b'"' | b'\'', None) => quote = Some(b),
            (b, Some(q)) if b == q => quote = None,
            (b'>', None) => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

fn attributes(mut rest: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    loop {
        rest = rest.trim_start();
        let end = rest.find(|c: char| c == '=' || c.is_whitespace()).unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        if name.is_empty() && after.is_empty() {
            return found;
        }
        let mut value = "";
        rest = after;
        if let Some(after) = after.trim_start().strip_prefix('=') {
            let after = after.trim_start();
            let quoted = after.chars().next().filter(|c| matches!(c, '"' | '\''));
            (value, rest) = match quoted.and_then(|q| after.get(1..)?.split_once(q)) {
                Some(split) => split,
                None => after.split_at(after.find(char::is_whitespace).unwrap_or(after.len())),
            };
        }
        if !name.is_empty() {
            found.push((name, value));
        }
    }
}

/// A value without entities.
pub(super) fn decoded(value: &str) -> String {
    let mut text = value.to_owned();
    for (entity, sign) in [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#x27;", "'"),
        ("&#x2F;", "/"),
        ("&amp;", "&"),
    ] {
        if text.contains(entity) {
            text = text.replace(entity, sign);
        }
    }
    text
}

/// A value as it is written between quotation marks.
pub(super) fn encoded(value: &str) -> String {
    value.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Writes an opening tag.
pub(super) fn push_tag(out: &mut String, name: &str, attributes: &[(&str, impl AsRef<str>)]) {
    out.push('<');
    out.push_str(name);
    for (name, value) in attributes {
        out.push(' ');
        out.push_str(name);
        if !value.as_ref().is_empty() || matches!(*name, "alt" | "href" | "value") {
            out.push_str("=\"");
            out.push_str(value.as_ref());
            out.push('"');
        }
    }
    out.push('>');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_read_piece_by_piece() {
        let html = "<p id=\"a\" hidden class='b c'>1 < 2 <br/>x</p><!-- <i> --><script>if (a < b) {}</script><";
        let mut names = Vec::new();
        for piece in pieces(html) {
            names.push(match piece {
                Piece::Text(text) => text.to_owned(),
                Piece::Open(tag) => format!("{}{:?}", tag.name, tag.attributes),
                Piece::Close { name, .. } => format!("/{name}"),
            });
        }
        let expected = [
            "p[(\"id\", \"a\"), (\"hidden\", \"\"), (\"class\", \"b c\")]",
            "1 ",
            "< 2 ",
            "br[]",
            "x",
            "/p",
            "<!-- <i> -->",
            "script[]",
            "if (a < b) {}",
            "/script",
            "<",
        ];
        assert_eq!(names, expected);
    }

    #[test]
    fn values_keep_their_signs() {
        let mut out = String::new();
        push_tag(&mut out, "a", &[("href", encoded("a?b=1&c=\"2\"")), ("hidden", String::new())]);
        assert_eq!(out, "<a href=\"a?b=1&amp;c=&quot;2&quot;\" hidden>");
        assert_eq!(decoded("a?b=1&amp;c=&quot;2&quot;"), "a?b=1&c=\"2\"");
    }
}
