//! Cleaning of fragments with raw HTML, on sites that allow it. The only file that names `ammonia`.

use std::borrow::Cow;

/// Leaves harmless elements and attributes; what could run, fetch from elsewhere or break the page is dropped.
/// Our own markup of the fragment passes unchanged, so raw elements may wrap markdown.
pub(super) fn clean(fragment: &str) -> String {
    let mut builder = ammonia::Builder::default();
    builder
        .add_tags(["figure", "figcaption", "section"])
        // The page has one `h1`, its title.
        .rm_tags(["h1"])
        .add_generic_attributes(["id", "class", "role", "tabindex", "aria-label", "aria-hidden"])
        .add_tag_attributes("th", ["scope", "colspan", "rowspan"])
        .add_tag_attributes("td", ["colspan", "rowspan"])
        .add_tag_attributes("ol", ["start"])
        .add_tag_attributes("img", ["loading"])
        .add_tag_attributes("details", ["open"])
        .url_schemes(["http", "https", "mailto", "tel"].into())
        .url_relative(ammonia::UrlRelative::PassThrough)
        .link_rel(None)
        .attribute_filter(|tag, name, value| {
            let elsewhere = value.contains(':') || value.trim_start().starts_with("//");
            (!(tag == "img" && name == "src" && elsewhere)).then_some(Cow::Borrowed(value))
        });
    builder.clean(fragment).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(fragment: &str, expected: &str) {
        assert_eq!(clean(fragment), expected);
    }

    #[test]
    fn what_runs_or_fetches_is_dropped() {
        check("<script>x()</script><p onclick=\"x()\" style=\"color:red\">а</p>", "<p>а</p>");
        check("<a href=\"javascript:x()\">а</a>", "<a>а</a>");
        check("<img src=\"https://example.org/a.png\" alt=\"б\">", "<img alt=\"б\">");
        check("<iframe src=\"//example.org\"></iframe><h1>т</h1>", "т");
    }

    #[test]
    fn our_own_markup_passes() {
        let ours = "<p id=\"p2.4-a5\"><a class=\"reference\" href=\"../a.html#p2\">пункт 2</a></p>\n<ul class=\"tasks\">\n<li><span class=\"task\" role=\"img\" aria-label=\"да\">☑</span> а</li>\n</ul>\n<table><thead><tr><th scope=\"col\" class=\"right\">а</th></tr></thead></table>";
        check(ours, ours);
    }

    #[test]
    fn what_is_left_open_is_closed() {
        check("<details><summary>а</summary><p>б</p>", "<details><summary>а</summary><p>б</p></details>");
    }
}
