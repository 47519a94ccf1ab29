//! A page as the preview serves it: the bytes of the build and one line of ours, which looks after reloading.

use sha2::{Digest, Sha256};

use crate::base::OutPath;

/// What the line of ours begins with; nothing else is added to a page.
pub(super) const SCRIPT: &str = "<script src=\"/.svod/preview.js\"";

/// What a reader can tell apart: if `text` is another, the page must be loaded again; if only `styles` is, putting
/// the new styles in will do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Look {
    /// Hash of the page without the addresses of its styles, and of its scripts and pictures.
    pub(super) text: String,
    /// Hash of its scripts and pictures alone: while they are the same, new text can be put into the open page.
    pub(super) assets: String,
    /// Hash of the styles and of their addresses.
    pub(super) styles: String,
    /// Address and hash of each style sheet, in order.
    pub(super) sheets: Vec<(String, String)>,
}

/// A short name for bytes: equal names, equal bytes.
pub(super) fn tag(parts: &[&[u8]]) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        // Lengths keep parts apart: `ab` and `c` are not `a` and `bc`.
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part);
    }
    hash.finalize().iter().take(12).map(|byte| format!("{byte:02x}")).collect()
}

/// How a page looks; `version` names the bytes of another file of the site.
pub(super) fn look(html: &str, at: &OutPath, version: &dyn Fn(&OutPath) -> Option<String>) -> Look {
    let mut text = String::with_capacity(html.len());
    let (mut sheets, mut assets) = (Vec::new(), String::new());
    let mut rest = html;
    while let Some(open) = rest.find('<') {
        let (before, tag_on) = rest.split_at(open);
        let end = tag_on.find('>').map_or(tag_on.len(), |end| end + 1);
        let (element, after) = tag_on.split_at(end);
        text.push_str(before);
        match asset(element) {
            Some((Kind::Sheet, address)) => {
                let sheet = local(address, at).and_then(|path| version(&path)).unwrap_or_default();
                text.push_str(&element.replacen(address, "", 1));
                sheets.push((address.to_owned(), sheet));
            }
            Some((Kind::Other, address)) => {
                text.push_str(element);
                assets.push_str(&format!(
                    "{address} {}\n",
                    local(address, at).and_then(|p| version(&p)).unwrap_or_default()
                ));
            }
            None => text.push_str(element),
        }
        rest = after;
    }
    text.push_str(rest);
    let listed: Vec<u8> =
        sheets.iter().flat_map(|(address, sheet)| format!("{address} {sheet}\n").into_bytes()).collect();
    let assets = assets.as_bytes();
    Look { text: tag(&[text.as_bytes(), assets]), assets: tag(&[assets]), styles: tag(&[&listed]), sheets }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Sheet,
    Other,
}

/// The file that an element loads, if it loads one.
fn asset(element: &str) -> Option<(Kind, &str)> {
    let name = element.strip_prefix('<')?.split(|c: char| !c.is_ascii_alphanumeric()).next()?;
    match name {
        "link" if attribute(element, "rel")?.split(' ').any(|r| r == "stylesheet") => {
            attribute(element, "href").map(|address| (Kind::Sheet, address))
        }
        "link" if attribute(element, "rel")?.contains("icon") => {
            attribute(element, "href").map(|address| (Kind::Other, address))
        }
        "script" | "img" | "source" | "video" | "audio" | "iframe" | "embed" => {
            attribute(element, "src").map(|address| (Kind::Other, address))
        }
        "object" => attribute(element, "data").map(|address| (Kind::Other, address)),
        _ => None,
    }
}

/// The value of an attribute in quotes, as written.
fn attribute<'e>(element: &'e str, name: &str) -> Option<&'e str> {
    let mut rest = element;
    loop {
        let at = rest.find(name)?;
        let (before, found) = rest.split_at(at);
        let value = found.get(name.len()..)?;
        if before.ends_with(|c: char| c.is_ascii_whitespace())
            && let Some(value) = value.strip_prefix('=')
        {
            let quote = value.chars().next().filter(|q| matches!(q, '"' | '\''))?;
            return value.get(1..)?.split(quote).next();
        }
        rest = value;
    }
}

/// The file of the site that an address on the page `at` means.
fn local(address: &str, at: &OutPath) -> Option<OutPath> {
    let address = address.split(['?', '#']).next()?;
    if address.is_empty() || address.contains(':') || address.starts_with("//") {
        return None;
    }
    let mut steps: Vec<&str> = match address.strip_prefix('/') {
        Some(_) => Vec::new(),
        None => at.folder().split('/').filter(|s| !s.is_empty()).collect(),
    };
    for step in address.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop()?;
            }
            step => steps.push(step),
        }
    }
    OutPath::new(steps.join("/")).ok()
}

/// The page with our line, before the end of its body if it has one.
pub(super) fn with_script(html: &[u8], look: &Look) -> Vec<u8> {
    let Look { text, assets, styles, .. } = look;
    let line =
        format!("{SCRIPT} data-text=\"{text}\" data-assets=\"{assets}\" data-styles=\"{styles}\" defer></script>\n");
    let end = b"</body>";
    let at = html.windows(end.len()).rposition(|w| w == end).unwrap_or(html.len());
    let (before, after) = html.split_at(at);
    [before, line.as_bytes(), after].concat()
}

/// The page without our line: the bytes of the build.
#[cfg(test)]
pub(super) fn without_script(served: &[u8]) -> Vec<u8> {
    let Some(at) = served.windows(SCRIPT.len()).rposition(|w| w == SCRIPT.as_bytes()) else { return served.to_vec() };
    let (before, from) = served.split_at(at);
    let line = from.iter().position(|b| *b == b'\n').map_or(from.len(), |end| end + 1);
    [before, &from[line..]].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(html: &str, versions: &[(&str, &str)]) -> Look {
        let at = OutPath::new("guide/a.html").unwrap();
        look(html, &at, &|path| {
            versions.iter().find(|(p, _)| *p == path.as_str()).map(|(_, version)| (*version).to_owned())
        })
    }

    const HTML: &str = "<html><head><link rel=\"stylesheet\" href=\"../css/main.1.css\"><script src='../js/a.js'></script>\
        </head><body><p>Text &lt;img src=\"x\"&gt;</p><img alt=\"\" src=\"pic.png\"></body></html>\n";

    #[test]
    fn what_changes_the_text_and_what_only_the_styles() {
        let versions = [("css/main.1.css", "1"), ("css/main.2.css", "2"), ("js/a.js", "1"), ("guide/pic.png", "1")];
        let old = page(HTML, &versions);
        assert_eq!(old.sheets, [("../css/main.1.css".to_owned(), "1".to_owned())]);
        let renamed = page(&HTML.replace("main.1", "main.2"), &versions);
        assert_eq!(renamed.text, old.text);
        assert_ne!(renamed.styles, old.styles);
        let restyled = page(HTML, &[("css/main.1.css", "9"), versions[2], versions[3]]);
        assert_eq!((restyled.text == old.text, restyled.styles == old.styles), (true, false));
        for change in [("js/a.js", "2"), ("guide/pic.png", "2")] {
            let mut versions = versions.to_vec();
            versions.retain(|(path, _)| *path != change.0);
            versions.push(change);
            let new = page(HTML, &versions);
            assert!(new.text != old.text && new.assets != old.assets, "{change:?}");
        }
        let reworded = page(&HTML.replace("Text", "Test"), &versions);
        assert_eq!((reworded.text == old.text, reworded.assets == old.assets), (false, true));
    }

    #[test]
    fn the_script_goes_in_and_out() {
        for html in [HTML, "no body", "", "</body></body>", "<p></body>text"] {
            let served = with_script(html.as_bytes(), &Look::default());
            assert!(String::from_utf8_lossy(&served).contains("/.svod/preview.js"));
            assert_eq!(without_script(&served), html.as_bytes(), "{html}");
        }
    }

    #[test]
    fn addresses() {
        let at = OutPath::new("a/b/c.html").unwrap();
        let check = |address: &str, expected: Option<&str>| {
            assert_eq!(local(address, &at).map(|p| p.as_str().to_owned()).as_deref(), expected, "{address}");
        };
        check("x.css", Some("a/b/x.css"));
        check("../x.css?v=1", Some("a/x.css"));
        check("/x.css", Some("x.css"));
        check("../../../x.css", None);
        check("https://example.org/x.css", None);
        check("//example.org/x.css", None);
        check("data:image/png;base64,AAAA", None);
        check("", None);
    }

    #[test]
    fn odd_markup_is_passed_over() {
        for html in
            ["<", "<link", "<link rel=stylesheet href=x>", "<script src>", "<img src=\"", "<!-- <img> -->", "<é"]
        {
            let _ = page(html, &[]);
        }
    }
}
