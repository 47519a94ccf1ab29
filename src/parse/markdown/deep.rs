//! Lines with absurdly many list and quote marks, cut down before the parser sees them.
//!
//! A text of `n` lines below a list or quote of depth `d` costs the parser `n × d` steps when those lines continue it
//! lazily. Depth is gained by marks at the head of one line, or by ever deeper indentation; both are bounded here, far
//! above anything a person writes.

use crate::parse::edits::Edit;

/// Marks that one line may open with.
const MAX_MARKS: usize = 100;
/// Columns that a mark may be indented by.
const MAX_INDENT: usize = 400;

/// What to take out of the text.
pub(super) fn cuts(text: &str) -> Vec<Edit> {
    let mut cuts = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if line.len() > MAX_MARKS {
            cut(line, at, &mut cuts);
        }
        at += line.len();
    }
    cuts
}

fn cut(line: &str, at: usize, cuts: &mut Vec<Edit>) {
    let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
    let mut end = indent;
    let mut marks = 0;
    let mut kept = indent;
    while let Some(len) = mark_len(&line[end..]) {
        end += len;
        marks += 1;
        if marks <= MAX_MARKS {
            kept = end;
        }
    }
    if marks > 0 && indent > MAX_INDENT {
        cuts.push(Edit { start: at + MAX_INDENT, end: at + indent, put: "" });
    }
    if marks > MAX_MARKS {
        cuts.push(Edit { start: at + kept, end: at + end, put: "" });
    }
}

/// Length of a quote or list mark with the white space after it.
fn mark_len(rest: &str) -> Option<usize> {
    let bytes = rest.as_bytes();
    let digits = bytes.iter().take(9).take_while(|b| b.is_ascii_digit()).count();
    let sign = match (digits, bytes.get(digits)?) {
        (0, b'>') => 1,
        (0, b'-' | b'+' | b'*') | (1.., b'.' | b')') if matches!(bytes.get(digits + 1), Some(b' ' | b'\t')) => {
            digits + 1
        }
        _ => return None,
    };
    let space = bytes[sign..].iter().take_while(|b| matches!(b, b' ' | b'\t')).count();
    Some(sign + space)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let mut left = text.to_owned();
        for cut in cuts(text).iter().rev() {
            left.replace_range(cut.start..cut.end, cut.put);
        }
        assert_eq!(left, expected);
    }

    #[test]
    fn only_absurd_lines_are_cut() {
        let plain = format!("> - 1. {}\n{}\n", "слово ".repeat(50), "x".repeat(500));
        check(&plain, &plain);
        check(&format!("а\n{}б\nв", "> ".repeat(5000)), &format!("а\n{}б\nв", "> ".repeat(100)));
        check(&format!("{}б", "1) ".repeat(101)), &format!("{}б", "1) ".repeat(100)));
        check(&format!("{}- б", " ".repeat(900)), &format!("{}- б", " ".repeat(400)));
        let code = format!("{}let x;", " ".repeat(900));
        check(&code, &code);
    }
}
