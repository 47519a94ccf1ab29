//! Escaping for text and for quoted attributes alike.

/// Appends `text` with `& < > " '` escaped. Characters that HTML forbids (control characters, non-characters) become
/// U+FFFD, so that no input makes an invalid document.
pub(crate) fn push_escaped(out: &mut String, text: &str) {
    let mut from = 0;
    for (at, c) in text.char_indices() {
        let replacement = match c {
            '&' => "&amp;",
            '<' => "&lt;",
            '>' => "&gt;",
            '"' => "&quot;",
            '\'' => "&#39;",
            '\t' | '\n' | ' '..='~' => continue,
            '\r' => "",
            c if is_forbidden(c) => "\u{fffd}",
            _ => continue,
        };
        out.push_str(text.get(from..at).unwrap_or_default());
        out.push_str(replacement);
        from = at + c.len_utf8();
    }
    out.push_str(text.get(from..).unwrap_or_default());
}

fn is_forbidden(c: char) -> bool {
    c.is_control() || matches!(c, '\u{fdd0}'..='\u{fdef}') || matches!(u32::from(c) & 0xffff, 0xfffe | 0xffff)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let mut out = String::new();
        push_escaped(&mut out, text);
        assert_eq!(out, expected);
    }

    #[test]
    fn nothing_can_open_a_tag_or_leave_an_attribute() {
        check("<script>\"'&amp;</script>", "&lt;script&gt;&quot;&#39;&amp;amp;&lt;/script&gt;");
    }

    #[test]
    fn forbidden_characters_are_replaced_and_others_kept() {
        check("а\u{0}\u{1b}\u{85}\u{fffe}б\r\n", "а\u{fffd}\u{fffd}\u{fffd}\u{fffd}б\n");
        check("«пункт\u{a0}2.4» — ё", "«пункт\u{a0}2.4» — ё");
    }
}
