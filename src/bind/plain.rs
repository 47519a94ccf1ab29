//! A text that reads well with neither styles nor scripts, for editors that let through little but words and structure.

use super::tags::{Piece, Skipped, Tag, VOID, pieces, push_tag};

/// Attributes that a fragment keeps: what carries meaning without a style.
const KEPT: [&str; 22] = [
    "id", "href", "lang", "dir", "src", "alt", "title", "start", "value", "reversed", "type", "colspan", "rowspan",
    "scope", "headers", "datetime", "cite", "rel", "width", "height", "hreflang", "abbr",
];

/// Elements whose tags are left out and whose content stays: they mean nothing, or nothing without a script.
const UNWRAPPED: [&str; 5] = ["div", "span", "details", "fieldset", "label"];

/// Elements that are left out with all that is in them.
const LEFT_OUT: [&str; 10] =
    ["script", "style", "dialog", "form", "button", "select", "input", "textarea", "template", "svg"];

/// What is to be written when an element ends.
enum End {
    /// Its own tag.
    Own,
    /// Nothing.
    Nothing,
    /// This.
    With(&'static str),
}

/// The text without classes, without what is only for scripts or the eye, and with a blank line's worth of structure:
/// numbers are text already, paragraphs, lists and headings carry the rest.
pub(crate) fn plain(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut open: Vec<(&str, End)> = Vec::new();
    let mut skipped: Option<Skipped<'_>> = None;
    for piece in pieces(html) {
        if let Some(element) = skipped.take() {
            skipped = element.after(&piece);
            continue;
        }
        match piece {
            Piece::Text(text) if text.starts_with("<!") => {}
            Piece::Text(text) => out.push_str(text),
            Piece::Open(tag) if is_left_out(&tag) => skipped = Skipped::from(&tag),
            Piece::Open(tag) => {
                let end = begin(&mut out, &tag);
                if !VOID.contains(&tag.name) {
                    open.push((tag.name, end));
                }
            }
            Piece::Close { name, whole } => {
                // A closing tag that nothing opened is none.
                let Some(at) = open.iter().rposition(|(n, _)| *n == name) else { continue };
                match open.remove(at).1 {
                    End::Own => out.push_str(whole),
                    End::With(text) => out.push_str(text),
                    End::Nothing => {}
                }
            }
        }
    }
    tidy(&out)
}

/// Signs of permalinks, and what is hidden until a script shows it.
fn is_left_out(tag: &Tag<'_>) -> bool {
    LEFT_OUT.contains(&tag.name) || tag.get("hidden").is_some() || tag.get("aria-hidden") == Some("true")
}

fn begin(out: &mut String, tag: &Tag<'_>) -> End {
    // The number of a clause leads to itself: its text is all that is wanted.
    if tag.name == "a" && tag.has_class("number") {
        return End::Nothing;
    }
    if tag.name == "summary" {
        out.push_str("<p><strong>");
        return End::With("</strong></p>\n");
    }
    if tag.name == "span" && tag.has_class("line") {
        out.push_str("<br>");
    }
    let kept: Vec<(&str, &str)> = tag.attributes.iter().filter(|(name, _)| KEPT.contains(name)).copied().collect();
    if UNWRAPPED.contains(&tag.name) && kept.is_empty() {
        return End::Nothing;
    }
    // A place that something leads to stays, as an element that every editor knows.
    let name = match tag.name {
        "details" | "fieldset" | "label" => "div",
        name => name,
    };
    push_tag(out, name, &kept);
    if name == tag.name { End::Own } else { End::With("</div>") }
}

/// Without empty lines and empty paragraphs.
fn tidy(html: &str) -> String {
    let lines = html.lines().map(str::trim_end).filter(|line| !line.trim().is_empty());
    let text = lines.collect::<Vec<_>>().join("\n");
    text.replace("<p></p>\n", "").replace(" </li>", "</li>").replace(" </h", "</h") + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(html: &str, expected: &str) {
        assert_eq!(plain(html).trim_end(), expected);
    }

    #[test]
    fn words_and_structure_stay() {
        check(
            "<div class=\"clause\" id=\"p2.4\" data-cite=\"пункт 2.4\"><div class=\"words\">\n\n<p class=\"lead-line\"><a class=\"number\" href=\"#p2.4\">2.4.</a> Он <a class=\"term\" data-means=\"x\" href=\"#t\">готовит</a></p></div></div>",
            "<div id=\"p2.4\">\n<p>2.4. Он <a href=\"#t\">готовит</a></p></div>",
        );
        check(
            "<li id=\"a\">текст; <a class=\"self\" href=\"#a\" aria-hidden=\"true\">#</a></li>",
            "<li id=\"a\">текст;</li>",
        );
        check(
            "<li><a href=\"b\">Б</a>\n<span class=\"line\">о ней</span></li>",
            "<li><a href=\"b\">Б</a>\n<br>о ней</li>",
        );
        check(
            "<details class=\"x\"><summary>Сумма</summary>\n<code>af</code>\n</details>",
            "<p><strong>Сумма</strong></p>\n<code>af</code>",
        );
        check(
            "<table class=\"a\"><tr><th scope=\"col\" style=\"x\">а</th></tr></table>",
            "<table><tr><th scope=\"col\">а</th></tr></table>",
        );
        check("<ol start=\"3\"><li>в</li></ol>", "<ol start=\"3\"><li>в</li></ol>");
        check("<img class=\"a\" src=\"data:x\" alt=\"\"><br>", "<img src=\"data:x\" alt=\"\"><br>");
    }

    #[test]
    fn what_only_scripts_need_is_left_out() {
        check("а<form><form>x</form><input></form>б<button>в</button><p hidden>г</p><!-- д -->", "аб");
        check("а<input value=\"x\">б<svg><path></svg></p>", "аб");
    }
}
