//! Typesetting of a finished page: the one door through which every visible Russian text passes, wherever it came
//! from: texts, data, words of the theme, the template itself.
//!
//! Reads: HTML made by us (well formed; raw HTML of a site was sanitised before). Writes: the same HTML with other
//! spaces and signs in its text. Touches: nothing. Tags with all their attributes, code, and what scripts read pass byte
//! by byte, so no link, id or compared value can change.

use super::typeset::{Edit, OBJECT, With, edits};

/// What an element is to the text around it.
enum Kind {
    /// Stands inside a line: the text before and after is one text.
    Inline,
    /// The same, but its content is shown letter by letter.
    Opaque,
    /// Stands on its own, and its content is not ours to touch.
    Closed,
    /// Stands on its own; text begins anew.
    Block,
}

fn kind(name: &str) -> Kind {
    match name {
        "a" | "abbr" | "b" | "bdi" | "bdo" | "big" | "cite" | "data" | "del" | "dfn" | "em" | "font" | "i" | "img"
        | "ins" | "mark" | "q" | "s" | "small" | "span" | "strike" | "strong" | "sub" | "sup" | "time" | "u"
        | "wbr" => Kind::Inline,
        "code" | "kbd" | "math" | "samp" | "svg" | "tt" | "var" => Kind::Opaque,
        "pre" | "script" | "style" | "template" | "textarea" => Kind::Closed,
        _ => Kind::Block,
    }
}

/// The page, typeset.
pub(crate) fn typeset(html: &str) -> String {
    let mut page = Page { out: String::with_capacity(html.len() + html.len() / 16), ..Page::default() };
    let mut at = 0;
    while at < html.len() {
        let rest = html.get(at..).unwrap_or_default();
        let Some(tag) = Tag::at(rest) else {
            // A text, or a lone `<` that opens nothing.
            let from = usize::from(rest.starts_with('<'));
            let len = rest.get(from..).and_then(|r| r.find('<')).map_or(rest.len(), |found| found + from);
            page.text(rest.get(..len).unwrap_or_default());
            at += len;
            continue;
        };
        let kind = kind(tag.name);
        let skipped = !tag.closing && matches!(kind, Kind::Opaque | Kind::Closed);
        let piece = rest.get(..if skipped { whole(rest, &tag) } else { tag.len }).unwrap_or(rest);
        match kind {
            Kind::Opaque if skipped => page.opaque(piece),
            Kind::Inline | Kind::Opaque => page.tag(piece),
            Kind::Block | Kind::Closed => {
                page.end_of_text();
                page.out.push_str(piece);
                // The title of the window holds no elements, so nothing in it can be kept together by one.
                page.only_signs = !tag.closing && tag.name == "title";
            }
        }
        at += piece.len().max(1);
    }
    page.end_of_text();
    page.out
}

/// A tag, comment or declaration at the start of a text.
struct Tag<'t> {
    name: &'t str,
    closing: bool,
    len: usize,
}

impl<'t> Tag<'t> {
    fn at(rest: &'t str) -> Option<Self> {
        let inner = rest.strip_prefix('<')?;
        if inner.starts_with("!--") {
            let len = rest.find("-->").map_or(rest.len(), |end| end + 3);
            return Some(Self { name: "!--", closing: false, len });
        }
        let closing = inner.starts_with('/');
        let inner = inner.strip_prefix('/').unwrap_or(inner);
        if !inner.starts_with(|c: char| c.is_ascii_alphabetic() || c == '!') {
            return None;
        }
        let name = inner.split(|c: char| !(c.is_ascii_alphanumeric() || c == '!')).next().unwrap_or_default();
        let mut quote = None;
        for (at, b) in rest.bytes().enumerate() {
            match (b, quote) {
                (b'"' | b'\'', None) => quote = Some(b),
                (b, Some(q)) if b == q => quote = None,
                (b'>', None) => return Some(Self { name, closing, len: at + 1 }),
                _ => {}
            }
        }
        Some(Self { name, closing, len: rest.len() })
    }
}

/// Length of an element from its opening tag to the end of its closing one.
fn whole(rest: &str, tag: &Tag<'_>) -> usize {
    let body = rest.get(tag.len..).unwrap_or_default();
    let close = format!("</{}", tag.name);
    let end = body.find(&close).and_then(|at| Some(at + body.get(at..)?.find('>')? + 1));
    end.map_or(rest.len(), |end| tag.len + end)
}

/// A page as it is written: finished bytes, and the text that is being gathered.
#[derive(Default)]
struct Page<'h> {
    out: String,
    /// Text of the block so far, tags taken out and quotation marks as such.
    text: String,
    /// What stands in it that is no text: bytes of `text` that it takes the place of, and its HTML.
    marks: Vec<(usize, usize, &'h str)>,
    edits: Vec<Edit>,
    only_signs: bool,
}

impl<'h> Page<'h> {
    fn text(&mut self, piece: &str) {
        // Most texts have no entity at all.
        if !piece.contains('&') {
            self.text.push_str(piece);
            return;
        }
        // Written as an entity everywhere; it is the one whose meaning matters here.
        let mut parts = piece.split("&quot;");
        self.text.push_str(parts.next().unwrap_or_default());
        for part in parts {
            self.text.push('"');
            self.text.push_str(part);
        }
    }

    fn tag(&mut self, html: &'h str) {
        self.marks.push((self.text.len(), self.text.len(), html));
    }

    fn opaque(&mut self, html: &'h str) {
        let from = self.text.len();
        self.text.push(OBJECT);
        self.marks.push((from, self.text.len(), html));
    }

    /// Writes the text that has been gathered.
    fn end_of_text(&mut self) {
        // Between most tags is nothing but the end of a line.
        if self.marks.is_empty() && self.text.bytes().all(|b| b.is_ascii_whitespace()) {
            self.out.push_str(&self.text);
            self.text.clear();
            return;
        }
        let (text, marks) = (std::mem::take(&mut self.text), std::mem::take(&mut self.marks));
        let mut found = std::mem::take(&mut self.edits);
        edits(&text, &mut found);
        let mut left = found.iter().copied().peekable();
        let mut at = 0;
        for &(start, end, html) in &marks {
            self.piece(&text, at..start, &mut left);
            self.out.push_str(html);
            at = end;
        }
        self.piece(&text, at..text.len(), &mut left);
        // Kept for the next text: a page has thousands.
        self.text = text;
        self.text.clear();
        self.marks = marks;
        self.marks.clear();
        self.edits = found;
    }

    /// Writes text between two marks with the edits that lie in it. White space alone between two elements may part
    /// boxes rather than words, so it stays as it is.
    fn piece(
        &mut self,
        text: &str,
        bytes: std::ops::Range<usize>,
        left: &mut std::iter::Peekable<impl Iterator<Item = Edit>>,
    ) {
        let blank = text.get(bytes.clone()).is_none_or(|t| t.trim().is_empty());
        let mut at = bytes.start;
        while let Some(edit) = left.next_if(|edit| edit.start < bytes.end) {
            // An edit that a tag stands in the middle of is left out.
            if blank || edit.start < at || edit.end > bytes.end {
                continue;
            }
            self.push(text.get(at..edit.start).unwrap_or_default());
            match edit.with {
                With::Sign(sign) => self.out.push_str(sign),
                With::Unbroken => {
                    let number = text.get(edit.start..edit.end).unwrap_or_default();
                    if self.only_signs {
                        self.push(number);
                    } else {
                        self.out.push_str("<span class=\"nb\">");
                        self.push(number);
                        self.out.push_str("</span>");
                    }
                }
            }
            at = edit.end;
        }
        self.push(text.get(at..bytes.end).unwrap_or_default());
    }

    fn push(&mut self, text: &str) {
        let mut parts = text.split('"');
        self.out.push_str(parts.next().unwrap_or_default());
        for part in parts {
            self.out.push_str("&quot;");
            self.out.push_str(part);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `_` stands for a no-break space in what is expected.
    #[track_caller]
    fn check(html: &str, expected: &str) {
        assert_eq!(typeset(html).replace('\u{a0}', "_"), expected);
    }

    #[test]
    fn text_is_set_across_tags_inside_a_line() {
        check(
            "<p>по <a href=\"a b.html\">п. 2.4</a> и в <em>школе</em></p>",
            "<p>по_<a href=\"a b.html\">п._2.4</a> и_в_<em>школе</em></p>",
        );
        check("<p>&quot;О <b>чате</b>&quot; - всё</p>", "<p>«О_<b>чате</b>»_— всё</p>");
        check("<p>«ИКОП «<a href=\"x\">Сферум</a>»»</p>", "<p>«ИКОП „<a href=\"x\">Сферум</a>“»</p>");
        check(
            "<p>о <code>x - y</code> и &quot;<code>a</code>&quot;</p>",
            "<p>о_<code>x - y</code> и_«<code>a</code>»</p>",
        );
    }

    #[test]
    fn blocks_are_apart() {
        check("<ul><li>&quot;один</li><li>два\"</li></ul>", "<ul><li>«один</li><li>два&quot;</li></ul>");
        check("<td>в</td> <td>школе</td>", "<td>в</td> <td>школе</td>");
        check("<p>первая<br>- вторая</p>", "<p>первая<br>- вторая</p>");
    }

    #[test]
    fn numbers_are_kept_in_one_line() {
        check("<p>№ 01-07/132</p>", "<p>№_<span class=\"nb\">01-07/132</span></p>");
        check("<a href=\"x\">149-ФЗ</a>", "<a href=\"x\"><span class=\"nb\">149-ФЗ</span></a>");
        check("<p>01-<b>07</b>/1</p>", "<p>01-<b>07</b>/1</p>");
        check("<title>О \"чате\" № 01-07</title>", "<title>О_«чате» №_01-07</title>");
    }

    #[test]
    fn what_is_no_visible_text_stays() {
        for html in [
            "<a title=\"в школе - &quot;x&quot;\" data-x='по п. 1' href=\"?q=в школе\">х</a>",
            "<script>var a = \"в школе - x\";</script>",
            "<style>a::after { content: \" - \"; }</style>",
            "<pre tabindex=\"0\"><code>в школе - \"x\"</code></pre>",
            "<!-- в школе - \"x\" --><!doctype html>",
            "<textarea>в школе</textarea>",
            "<p>1 &lt; 2 &amp;quot; &#39;</p>",
            "<p class=\"signature\"><span>Директор</span> <span>Иванова</span></p>",
            "<p class=\"signature\"><span>о</span> <span>чате</span></p>",
        ] {
            check(html, html);
        }
    }

    #[test]
    fn broken_html_loses_nothing() {
        for html in
            ["<", "a < b", "<p", "<a href=\"", "<code>в школе", "<!-- в школе", "</", "<p>экран 15&quot;</p>", "x<я"]
        {
            check(html, html);
        }
    }

    /// Tags, code and comments of a page, in order, byte by byte; and its text with spaces and signs made alike.
    fn parts(html: &str) -> (Vec<String>, String) {
        let (mut tags, mut text, mut at) = (Vec::new(), String::new(), 0);
        while at < html.len() {
            let rest = &html[at..];
            let len = match Tag::at(rest) {
                Some(tag) => {
                    let closed = !tag.closing && matches!(kind(tag.name), Kind::Opaque | Kind::Closed);
                    let len = if closed { whole(rest, &tag) } else { tag.len };
                    tags.push(rest[..len].to_owned());
                    len
                }
                None => {
                    let c = rest.chars().next().unwrap();
                    text.push(c);
                    c.len_utf8()
                }
            };
            at += len;
        }
        let text = text.replace("&quot;", "\"").replace("...", "…");
        let alike = text.chars().map(|c| match c {
            '\u{a0}' | '\n' => ' ',
            '«' | '»' | '„' | '“' => '"',
            '—' | '–' => '-',
            c => c,
        });
        (tags, alike.collect())
    }

    #[test]
    fn only_spaces_and_signs_of_text_change() {
        let pieces = [
            "в ",
            "школе",
            " - ",
            "&quot;",
            "№ ",
            "01-07/132",
            "...",
            "«",
            "»",
            "<em>",
            "</em>",
            "<p>",
            "</p>",
            "&amp;",
            "<a href=\"в школе - &quot;1-2&quot;\">",
            "</a>",
            "<code>в - \"1-2\"</code>",
            "<br>",
            "<",
            " ",
            "\n",
            "„",
            "<pre>№ 1 - 2</pre>",
            "<!-- в - -->",
            "<td id='п. 1-1'>",
            "<title>",
            "</title>",
            "<script>\"в - а\"</script>",
        ];
        let mut state = 11_u64;
        for _ in 0..40_000 {
            let mut html = String::new();
            for _ in 0..14 {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                html.push_str(pieces[(state >> 33) as usize % pieces.len()]);
            }
            let set = typeset(&html).replace("<span class=\"nb\">", "").replace("</span>", "");
            assert_eq!(parts(&set), parts(&html), "{html:?}");
        }
    }
}
