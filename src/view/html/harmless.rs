//! What must hold of every page that we make, whatever it was made of: nothing in it runs but our own script files, and
//! showing it asks no other host for anything. Called by the fuzz targets and by tests of hostile content.

/// Attributes whose value is an address that a browser follows or fetches.
const ADDRESSES: &[&str] =
    &["href", "src", "action", "formaction", "poster", "data", "cite", "srcset", "background", "ping", "manifest"];
/// Of these a browser fetches by itself.
const FETCHED: &[&str] = &["src", "poster", "data", "srcset", "background", "manifest"];
/// Elements that no page of ours has.
const NEVER: &[&str] = &[
    "iframe",
    "frame",
    "frameset",
    "object",
    "embed",
    "applet",
    "base",
    "style",
    "svg",
    "math",
    "template",
    "noscript",
    "textarea",
    "xmp",
    "plaintext",
    "noembed",
    "noframes",
    "portal",
    "marquee",
];

/// Looks through a page or a fragment.
///
/// # Errors
/// What could run or fetch, in a few words.
pub(crate) fn harmless(html: &str) -> Result<(), String> {
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = rest.get(at + 1..).unwrap_or_default();
        let first = rest.chars().next().unwrap_or(' ');
        if first == '!' {
            let comment = rest.starts_with("!--");
            let Some(end) = rest.find(if comment { "-->" } else { ">" }) else {
                return Err("a comment or declaration that does not end".to_owned());
            };
            rest = rest.get(end..).unwrap_or_default();
            continue;
        }
        let closing = first == '/';
        let inner = if closing { rest.get(1..).unwrap_or_default() } else { rest };
        if !inner.starts_with(|c: char| c.is_ascii_alphabetic()) {
            return Err(format!("a lone < before {:?}", start_of(rest)));
        }
        rest = tag(inner, closing)?;
    }
    Ok(())
}

/// Judges the tag that begins with its name and gives what comes after.
fn tag(text: &str, closing: bool) -> Result<&str, String> {
    let end = text.find(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>')).unwrap_or(text.len());
    let (name, mut rest) = text.split_at(end);
    let name = name.to_ascii_lowercase();
    if NEVER.contains(&name.as_str()) {
        return Err(format!("the element {name}"));
    }
    let (mut script, mut data) = (None, false);
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        if let Some(after) = rest.strip_prefix('>') {
            if name == "script" && !closing {
                return if data && script.is_none() { facts_end(after) } else { script_ends(script, after) };
            }
            return Ok(after);
        }
        let (attribute, value, after) = attribute(rest).ok_or_else(|| format!("{name} does not end"))?;
        judge(&name, &attribute, value)?;
        if name == "script" && attribute == "src" {
            script = Some(value);
        }
        data |= name == "script" && attribute == "type" && value == "application/ld+json";
        rest = after;
    }
}

/// Name and value of the attribute at the start of a text, and what comes after.
fn attribute(text: &str) -> Option<(String, &str, &str)> {
    let end = text.find(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>' | '='))?;
    let (name, rest) = text.split_at(end);
    let name = name.to_ascii_lowercase();
    let Some(rest) = rest.trim_start().strip_prefix('=') else { return Some((name, "", text.get(end..)?)) };
    let rest = rest.trim_start();
    for quote in ['"', '\''] {
        if let Some(inner) = rest.strip_prefix(quote) {
            let (value, rest) = inner.split_once(quote)?;
            return Some((name, value, rest));
        }
    }
    let end = rest.find(|c: char| c.is_ascii_whitespace() || c == '>')?;
    let (value, rest) = rest.split_at(end);
    Some((name, value, rest))
}

fn judge(element: &str, attribute: &str, value: &str) -> Result<(), String> {
    let named = |why: &str| Err(format!("{element} {attribute}={:?}: {why}", start_of(value)));
    if attribute.starts_with("on") || matches!(attribute, "style" | "srcdoc") {
        return named("an attribute that runs or styles");
    }
    if attribute.contains(['<', '"', '\'']) {
        return named("an attribute that is torn");
    }
    if attribute == "http-equiv" && !value.eq_ignore_ascii_case("content-security-policy") {
        return named("a header in the page");
    }
    if !ADDRESSES.contains(&attribute) {
        return Ok(());
    }
    // A browser passes over control characters and white space while it reads a scheme.
    let plain: String = value.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
    let plain = plain.replace("&colon;", ":").to_ascii_lowercase();
    let is_scheme = |head: &str| {
        let written_out = ["&#", "&tab;", "&newline;"].iter().any(|entity| head.contains(entity));
        written_out || head.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'.' | b'-'))
    };
    let head = plain.split(['/', '?']).next().and_then(|head| head.split_once(':')).map(|(head, _)| head);
    let scheme = head.filter(|head| is_scheme(head));
    let fetched = FETCHED.contains(&attribute) || (element == "link" && !value.starts_with("http"));
    match scheme {
        None if fetched && (plain.starts_with("//") || plain.starts_with("\\\\")) => named("another host"),
        None => Ok(()),
        Some("http" | "https" | "mailto" | "tel") if !fetched => Ok(()),
        Some("data") if element == "img" && plain.starts_with("data:image/") => Ok(()),
        Some(_) => named("a scheme that runs, or another host"),
    }
}

/// Only a script of our own from a file, with nothing inside.
fn script_ends<'t>(source: Option<&str>, after: &'t str) -> Result<&'t str, String> {
    let Some(source) = source.filter(|s| s.ends_with(".js")) else { return Err("a script in the page".to_owned()) };
    let rest = after.strip_prefix("</script>").ok_or_else(|| format!("a script with words in it: {source}"))?;
    Ok(rest)
}

/// Facts for machines: no browser runs them, if they are JSON and nothing in them looks like a tag.
fn facts_end(after: &str) -> Result<&str, String> {
    let torn = || format!("facts that are torn: {:?}", start_of(after));
    let (text, rest) = after.split_once("</script>").ok_or_else(torn)?;
    let is_json = serde_json::from_str::<serde_json::Value>(text).is_ok();
    if is_json && !text.contains(['<', '>', '&']) { Ok(rest) } else { Err(torn()) }
}

fn start_of(text: &str) -> String {
    text.chars().take(40).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_of_ours() {
        for html in [
            "<!doctype html><p class=\"a\">а &lt; б <a href=\"../a.html#p2\">в</a><br></p>",
            "<script src=\"assets/js/svod.js\" defer></script><a href='mailto:a@b.ru'>a</a>",
            "<img src=\"a.png\" alt=\"javascript:\"><a href=\"https://b.ru/?x=javascript:1\">б</a><!-- <x> -->",
            "<script type=\"application/ld+json\">{\"name\":\"\\u003c/b\\u003e\"}</script>",
            "<input type=\"search\" hidden><a href=\"?q=a:b\">г</a>",
        ] {
            assert_eq!(harmless(html), Ok(()), "{html}");
        }
    }

    #[test]
    fn what_runs_or_fetches() {
        for html in [
            "<script>x()</script>",
            "<script type=\"application/ld+json\">x()</script>",
            "<script type=\"application/ld+json\">{\"a\":\"<b>\"}</script>",
            "<script type=\"application/ld+json\" src=\"//b.ru/a\"></script>",
            "<script src=\"a.js\">x()</script>",
            "<script src=\"//b.ru/a.js\"></script>",
            "<p onclick=\"x()\">",
            "<p title=\"a\" ONCLICK = x()>",
            "<a href=\"javascript:x()\">",
            "<a href=\" java\nscript:x()\">",
            "<a href=javascript&colon;x()>",
            "<a href=\"data:text/html,x\">",
            "<img src=\"https://b.ru/a.png\">",
            "<img src=//b.ru/a.png>",
            "<img src=\"x\"onerror=\"x()\">",
            "<p style=\"color:red\">",
            "<iframe src=\"a.html\">",
            "<SVG>",
            "<base href=\"x\">",
            "<meta http-equiv=\"refresh\" content=\"0\">",
            "<p title=\"a",
            "а < б",
            "<!-- а",
        ] {
            assert!(harmless(html).is_err(), "{html}");
        }
    }
}
