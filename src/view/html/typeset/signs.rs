//! Signs: quotation marks, dashes and three dots.

use super::{Edit, With};

/// Whether any sign could change. Most texts have none of these bytes: quotation marks, the lead bytes of «», dashes
/// and „“, a hyphen that begins a word, two dots.
pub(super) fn has_signs(text: &str) -> bool {
    let mut before = b' ';
    text.bytes().any(|b| {
        let found =
            matches!(b, b'"' | 0xc2 | 0xe2) || matches!((before, b), (b' ' | b'\n' | b'\t', b'-') | (b'.', b'.'));
        before = b;
        found
    })
}

/// Straight quotes to «ёлочки» and inner ones to „лапки“, hyphens between spaces to dashes, three dots to one sign.
pub(super) fn signs(text: &str, into: &mut Vec<Edit>) {
    // «Школа «Радуга» with one mark closing two is left as its author has it.
    let balanced = text.matches('«').count() == text.matches('»').count();
    let mut depth = 0_usize;
    // The last character as shown, so that a quote that was turned counts as what it became.
    let mut last: Option<char> = None;
    let mut passed = 0;
    for (at, c) in text.char_indices() {
        if at < passed {
            continue;
        }
        let rest = text.get(at + c.len_utf8()..).unwrap_or_default();
        let next = rest.chars().next();
        let mut shown = c;
        match c {
            '"' if opens(last) => {
                shown = if depth == 0 { '«' } else { '„' };
                depth += 1;
            }
            '"' if depth > 0 => {
                depth -= 1;
                shown = if depth == 0 { '»' } else { '“' };
            }
            '«' => {
                shown = if depth > 0 && balanced { '„' } else { '«' };
                depth += 1;
            }
            '»' => {
                shown = if depth > 1 && balanced { '“' } else { '»' };
                depth = depth.saturating_sub(1);
            }
            '„' => depth += 1,
            '“' => depth = depth.saturating_sub(1),
            // A lone hyphen after nothing is a list mark, not a dash.
            '-' | '–' if last.is_some_and(char::is_whitespace) && next.is_none_or(char::is_whitespace) => {
                shown = if between_numbers(text, at, rest) { '–' } else { '—' };
            }
            '.' if rest.starts_with("..") && !rest.starts_with("...") && last != Some('.') => {
                into.push(Edit { start: at, end: at + 3, with: With::Sign("…") });
                passed = at + 3;
                last = Some('…');
                continue;
            }
            _ => {}
        }
        if shown != c {
            into.push(Edit { start: at, end: at + c.len_utf8(), with: With::Sign(sign(shown)) });
        }
        last = Some(shown);
    }
}

fn sign(c: char) -> &'static str {
    match c {
        '«' => "«",
        '»' => "»",
        '„' => "„",
        '“' => "“",
        '–' => "–",
        _ => "—",
    }
}

/// Whether a quotation mark after this character opens.
fn opens(before: Option<char>) -> bool {
    before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '«' | '„' | '—' | '–' | '/'))
}

/// «10 – 12»: a range, not a dash.
fn between_numbers(text: &str, at: usize, rest: &str) -> bool {
    let before = text.get(..at).unwrap_or_default().trim_end().chars().next_back();
    let after = rest.trim_start().chars().next();
    before.is_some_and(|c| c.is_ascii_digit()) && after.is_some_and(|c| c.is_ascii_digit())
}
