//! A page as it stands in the bound file: other ids, links that lead to them, pictures taken in, headings one deeper.

use crate::base::OutPath;

use super::tags::{Piece, Skipped, Tag, decoded, encoded, pieces, push_tag};

/// Attributes that name other elements by their ids.
const ID_LISTS: [&str; 6] = ["for", "headers", "aria-labelledby", "aria-describedby", "aria-controls", "aria-details"];

/// What becomes of a link that leads to no bound page.
pub(crate) enum Away {
    /// Leads there.
    To(String),
    /// Its words alone, and what is said of it behind them.
    Words(Option<String>),
}

/// Where links and pictures of one page lead.
pub(crate) struct Places<'a> {
    /// The page.
    pub(crate) page: &'a OutPath,
    /// The id that an id of the page has become.
    pub(crate) id: &'a dyn Fn(&str) -> Option<String>,
    /// A link to a file of the site: path, anchor, words of the link are kept.
    pub(crate) link: &'a dyn Fn(&OutPath, Option<&str>) -> Away,
    /// A picture of the site; `None` if it cannot be shown.
    pub(crate) picture: &'a dyn Fn(&OutPath) -> Option<String>,
    /// By how many levels headings go down.
    pub(crate) deeper: u8,
}

/// The text of a page, rewritten.
pub(crate) fn rewritten(html: &str, places: &Places<'_>) -> String {
    let mut out = String::with_capacity(html.len() + html.len() / 8);
    let mut skipped: Option<Skipped<'_>> = None;
    // The link whose tags are left out, with what is said after it.
    let mut unlinked: Option<Option<String>> = None;
    for piece in pieces(html) {
        if let Some(element) = skipped.take() {
            skipped = element.after(&piece);
            continue;
        }
        match piece {
            Piece::Text(text) => out.push_str(text),
            // The windows of scripts are made once for the whole file.
            Piece::Open(tag) if matches!(tag.name, "dialog" | "script") => skipped = Skipped::from(&tag),
            Piece::Open(tag) if tag.name == "a" => match link(&tag, places) {
                Some(Away::To(href)) => open(&mut out, &tag, Some(("href", &encoded(&href))), places),
                None => open(&mut out, &tag, None, places),
                Some(Away::Words(said)) => {
                    // An anchor stays one.
                    if let Some(id) = tag.get("id").and_then(|id| (places.id)(&decoded(id))) {
                        push_tag(&mut out, "span", &[("id", encoded(&id))]);
                        out.push_str("</span>");
                    }
                    unlinked = Some(said);
                }
            },
            Piece::Close { name: "a", whole } => match unlinked.take() {
                Some(said) => out.extend(said.map(|s| format!(" ({})", encoded(&s)))),
                None => out.push_str(whole),
            },
            Piece::Open(tag) if tag.name == "img" => picture(&mut out, &tag, places),
            Piece::Open(tag) => match level(tag.name) {
                Some(at) => {
                    let name = format!("h{}", (at + places.deeper).min(6));
                    open(&mut out, &Tag { name: &name, attributes: tag.attributes.clone() }, None, places);
                }
                None => open(&mut out, &tag, None, places),
            },
            Piece::Close { name, whole } => match level(name) {
                Some(at) => out.push_str(&format!("</h{}>", (at + places.deeper).min(6))),
                None => out.push_str(whole),
            },
        }
    }
    out
}

/// The level of a heading.
fn level(name: &str) -> Option<u8> {
    let level: u8 = name.strip_prefix('h')?.parse().ok()?;
    (1..=6).contains(&level).then_some(level)
}

/// What becomes of a link; `None` where it stays as it is.
fn link(tag: &Tag<'_>, places: &Places<'_>) -> Option<Away> {
    let href = decoded(tag.get("href")?);
    let (path, anchor) = match href.split_once('#') {
        Some((path, anchor)) => (path, Some(anchor).filter(|a| !a.is_empty())),
        None => (href.as_str(), None),
    };
    if is_elsewhere(path) {
        return None;
    }
    let path = path.split('?').next().unwrap_or_default();
    let to = if path.is_empty() { places.page.clone() } else { joined(places.page, path)? };
    Some((places.link)(&to, anchor))
}

/// Whether a destination has a scheme or a host.
fn is_elsewhere(path: &str) -> bool {
    let scheme = path.split_once(':').is_some_and(|(scheme, _)| !scheme.contains(['/', '?']));
    scheme || path.starts_with('/')
}

/// The file that a relative link of a page means.
fn joined(page: &OutPath, link: &str) -> Option<OutPath> {
    let path = crate::base::joined(page.folder(), link)?;
    let folder = if path.is_empty() { String::new() } else { format!("{path}/") };
    OutPath::new(if link.ends_with('/') || path.is_empty() { format!("{folder}index.html") } else { path }).ok()
}

fn picture(out: &mut String, tag: &Tag<'_>, places: &Places<'_>) {
    let src = decoded(tag.get("src").unwrap_or_default());
    if src.starts_with("data:") {
        open(out, tag, None, places);
        return;
    }
    match joined(places.page, &src).filter(|_| !is_elsewhere(&src)).and_then(|to| (places.picture)(&to)) {
        Some(src) => open(out, tag, Some(("src", &encoded(&src))), places),
        // The words that stand for the picture stand in its place.
        None => out.push_str(tag.get("alt").unwrap_or_default()),
    }
}

/// Writes a tag with its ids changed and one attribute set anew.
fn open(out: &mut String, tag: &Tag<'_>, set: Option<(&str, &str)>, places: &Places<'_>) {
    let renamed = |id: &str| (places.id)(&decoded(id)).map(|id| encoded(&id));
    let mut attributes: Vec<(&str, String)> = Vec::with_capacity(tag.attributes.len());
    for &(name, value) in &tag.attributes {
        let value = match set {
            Some((own, new)) if own == name => Some(new.to_owned()),
            _ if name == "id" => renamed(value),
            _ if ID_LISTS.contains(&name) => {
                let ids: Vec<String> = value.split_whitespace().filter_map(renamed).collect();
                (!ids.is_empty()).then(|| ids.join(" "))
            }
            _ => Some(value.to_owned()),
        };
        attributes.extend(value.map(|v| (name, v)));
    }
    push_tag(out, tag.name, &attributes);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(html: &str, expected: &str) {
        let page = OutPath::new("instructions/teacher.html").unwrap();
        let places = Places {
            page: &page,
            id: &|id| Some(format!("t~{id}")),
            link: &|to, anchor| match to.as_str() {
                "files/a.pdf" => Away::Words(Some("PDF".to_owned())),
                "guide/x.html" => Away::Words(None),
                "old.html" => Away::To("https://example.org/old.html?a&b".to_owned()),
                path => Away::To(format!("#{path}~{}", anchor.unwrap_or_default())),
            },
            picture: &|to| (to.as_str() == "files/a.png").then(|| "data:image/png;base64,AA==".to_owned()),
            deeper: 1,
        };
        assert_eq!(rewritten(html, &places), expected);
    }

    #[test]
    fn links_lead_to_what_is_bound() {
        check(
            "<a class=\"x\" href=\"../regulations/a.html#p2\">п. 2</a>",
            "<a class=\"x\" href=\"#regulations/a.html~p2\">п. 2</a>",
        );
        check("<a href=\"#s1\">1</a>", "<a href=\"#instructions/teacher.html~s1\">1</a>");
        check("<a href=\"?q=1\">1</a>", "<a href=\"#instructions/teacher.html~\">1</a>");
        check("<a href=\"../old.html\">1</a>", "<a href=\"https://example.org/old.html?a&amp;b\">1</a>");
        check("<a href=\"../files/a.pdf\"><b>Приказ</b></a>, да", "<b>Приказ</b> (PDF), да");
        check("<a id=\"n\" href=\"../guide/x.html\">сюда</a>", "<span id=\"t~n\"></span>сюда");
        for stays in ["https://example.org/a", "mailto:a@example.org", "tel:+7", "//example.org/a"] {
            check(&format!("<a href=\"{stays}\">1</a>"), &format!("<a href=\"{stays}\">1</a>"));
        }
        check("<a>1</a>", "<a>1</a>");
    }

    #[test]
    fn ids_headings_and_pictures() {
        check(
            "<h1 id=\"a\">А</h1><h6>Б</h6><p aria-labelledby=\"a b\" for=\"c\">",
            "<h2 id=\"t~a\">А</h2><h6>Б</h6><p aria-labelledby=\"t~a t~b\" for=\"t~c\">",
        );
        check("<img src=\"../files/a.png\" alt=\"\">", "<img src=\"data:image/png;base64,AA==\" alt=\"\">");
        check("<img src=\"../files/b.png\" alt=\"Схема\">", "Схема");
        check("<p>а<dialog><p><dialog>x</dialog></dialog>б<script>y</script>", "<p>аб");
    }
}
