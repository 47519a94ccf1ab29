//! Style sheets and scripts as they stand inside a page.

/// A style sheet whose files stand in it: `url(…)` of the theme's own files becomes `data:`. `file` gives the address
/// of a file by the path that the style sheet writes.
pub(crate) fn self_contained(css: &str, file: &dyn Fn(&str) -> Option<String>) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(at) = rest.find("url(") {
        let (before, after) = rest.split_at(at + 4);
        out.push_str(before);
        let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''));
        let body = if quote.is_some() { after.get(1..).unwrap_or_default() } else { after };
        let end = body.find(quote.unwrap_or(')')).unwrap_or(body.len());
        let (path, tail) = body.split_at(end);
        let inner = Some(path.trim()).filter(|p| !p.contains(':') && !p.starts_with(['#', '/']));
        match inner.and_then(file) {
            Some(address) => {
                out.push('"');
                out.push_str(&address);
                out.push('"');
                rest = if quote.is_some() { tail.get(1..).unwrap_or_default() } else { tail };
            }
            None => {
                out.push_str(after.get(..after.len() - tail.len()).unwrap_or_default());
                rest = tail;
            }
        }
    }
    out.push_str(rest);
    // The one text that would end the element.
    out.replace("</style", "<\\/style")
}

/// A script whose text cannot end its element. In texts and patterns of a script the sign before `/` says nothing.
pub(crate) fn script_text(script: &str) -> String {
    script.replace("</script", "<\\/script").replace("<!--", "<\\!--")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_a_style_sheet_stand_in_it() {
        let file = |path: &str| (path == "../fonts/a.woff2").then(|| "data:font/woff2;base64,AA==".to_owned());
        let check = |css: &str, expected: &str| assert_eq!(self_contained(css, &file), expected);
        check("a{src:url(../fonts/a.woff2)}", "a{src:url(\"data:font/woff2;base64,AA==\")}");
        check("a{src:url(\"../fonts/a.woff2\") x}", "a{src:url(\"data:font/woff2;base64,AA==\") x}");
        check("a{src:url('no.png')}b{}", "a{src:url('no.png')}b{}");
        check("a{src:url(\"data:image/svg+xml,%3Csvg url(x)\")}", "a{src:url(\"data:image/svg+xml,%3Csvg url(x)\")}");
        check("a::after{content:\"</style>\"}", "a::after{content:\"<\\/style>\"}");
        check("a{src:url(", "a{src:url(");
    }
}
