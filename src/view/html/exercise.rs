//! What must hold of raw HTML, escaping and typesetting, whatever the bytes: a cleaned fragment runs nothing and asks
//! nobody, cleaning it once more changes nothing, an escaped text opens no tag, and typesetting changes spaces and signs
//! alone.

use super::{harmless, push_escaped, sanitize, typeset};

/// Takes bytes as raw HTML of a page and as its text.
///
/// # Errors
/// What does not hold, in a few words.
pub(crate) fn exercise(bytes: &[u8]) -> Result<(), String> {
    let text = String::from_utf8_lossy(bytes);
    let cleaned = sanitize::clean(&text);
    harmless(&cleaned)?;
    harmless(&typeset(&cleaned))?;
    let mut escaped = String::new();
    push_escaped(&mut escaped, &text);
    if escaped.contains(['<', '>', '"', '\'']) {
        return Err("an escaped text has a sign that opens something".to_owned());
    }
    let page = format!("<p>{escaped}</p>");
    let set = typeset(&page);
    harmless(&set)?;
    if letters(&set) != letters(&page) {
        return Err(format!("typesetting changed the words: {set:?}"));
    }
    Ok(())
}

/// A page without the signs that typesetting may change, and without the elements that it puts in.
fn letters(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(before);
        rest = after.split_once('>').map_or("", |(_, after)| after);
    }
    text.push_str(rest);
    let text = text.replace("&quot;", "").replace("&#39;", "");
    text.chars().filter(|c| !c.is_whitespace() && !"«»„“”\"-—–….'".contains(*c)).collect()
}
