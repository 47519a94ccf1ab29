//! Where a node of YAML stands in its file: the path of a record turned into bytes, for a finding to show.

use std::cell::Cell;
use std::ops::Range;

use crate::base::yaml::{self, Node, NodeKind};
use crate::base::{LineColumn, LineIndex, Span};
use crate::diag::{NodePart, Seg};
use crate::schema::keys;

use super::{data, front_matter};

/// Where nodes of a data file, or of the front matter of a page, stand in the text of their file. A span lies in one
/// line: a scalar without its comment, a key without its colon.
pub(crate) struct Places<'t> {
    text: &'t str,
    yaml: Range<usize>,
    /// The records of a data file, as its lines tell them.
    records: Vec<Range<usize>>,
    /// Bytes that may still be read again: a file of a million faults in one record gets the places of the first.
    left: Cell<usize>,
}

/// Bytes that looking places up in one file may read: a second's work.
const BUDGET: usize = 16 << 20;

impl<'t> Places<'t> {
    /// Makes ready to look nodes up in the text of a file.
    pub(crate) fn new(text: &'t str, is_markdown: bool) -> Self {
        if is_markdown {
            let yaml = front_matter::split(text).yaml.unwrap_or(0..0);
            Self { text, yaml, records: Vec::new(), left: Cell::new(BUDGET) }
        } else {
            let records = data::split(text).collect();
            Self { text, yaml: 0..text.len(), records, left: Cell::new(BUDGET) }
        }
    }

    /// Where the node stands.
    pub(crate) fn span(&self, path: &[Seg], part: NodePart) -> Span {
        // Only the record itself is read again: many faults in one file cost no more than the file is long, and a
        // record beside one that is not YAML has its place too.
        if let Some((Seg::Index(index), rest)) = path.split_first()
            && let Some(record) = self.records.get(*index)
            && let slice = &self.text[record.clone()]
            && matches!(yaml::read(slice), Ok(Node { kind: NodeKind::List(nodes) }) if nodes.len() == 1)
        {
            let path = [&[Seg::Index(0)], rest].concat();
            return locate(slice, &path, part).shifted(record.start);
        }
        let yaml = &self.text[self.yaml.clone()];
        if self.left.get() == 0 {
            return rest_of_line(yaml, 0).shifted(self.yaml.start);
        }
        self.left.set(self.left.get().saturating_sub(yaml.len()));
        locate(yaml, path, part).shifted(self.yaml.start)
    }
}

fn locate(yaml: &str, path: &[Seg], part: NodePart) -> Span {
    let at: LineColumn = yaml::locate(yaml, path, part, &keys::english);
    let start = LineIndex::new(yaml).offset(yaml, at);
    let line = rest_of_line(yaml, start);
    let rest = &yaml[line.range()];
    let len = match part {
        NodePart::Key => key_len(rest),
        NodePart::Value => value_len(rest, in_flow(yaml, start)),
    };
    Span::new(start, start + rest[..len].trim_end().len())
}

/// The line from `start` on, without white space at its end; the line before the end of the text if there is none.
pub(super) fn rest_of_line(text: &str, start: usize) -> Span {
    let rest = text.get(start..).unwrap_or_default();
    let line = rest.split(['\n', '\r']).next().unwrap_or_default();
    Span::new(start, start + line.trim_end().len())
}

fn key_len(rest: &str) -> usize {
    if let Some(len) = quoted_len(rest) {
        return len;
    }
    let ends = |i: usize| rest[i + 1..].is_empty() || rest[i + 1..].starts_with([' ', '\t']);
    rest.match_indices(':').map(|(i, _)| i).find(|&i| ends(i)).unwrap_or(rest.len())
}

fn value_len(rest: &str, flow: bool) -> usize {
    if let Some(len) = quoted_len(rest) {
        return len;
    }
    if rest.starts_with(['{', '[']) {
        return bracket_len(rest).unwrap_or(rest.len());
    }
    let comment = rest.find(" #").unwrap_or(rest.len());
    let flow_end = if flow { rest.find([',', ']', '}']).unwrap_or(rest.len()) } else { rest.len() };
    comment.min(flow_end)
}

fn quoted_len(rest: &str) -> Option<usize> {
    let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let mut chars = rest.char_indices().skip(1);
    while let Some((i, c)) = chars.next() {
        if c == '\\' && quote == '"' {
            chars.next();
        } else if c == quote {
            // Two single quotes are one letter of the text.
            if quote == '\'' && rest[i + 1..].starts_with('\'') {
                chars.next();
            } else {
                return Some(i + 1);
            }
        }
    }
    Some(rest.len())
}

fn bracket_len(rest: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (i, c) in rest.char_indices() {
        match c {
            '{' | '[' => depth += 1,
            '}' | ']' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return Some(i + 1);
                }
            }
            _ => {}
        }
    }
    None
}

/// Whether a bracket is open in the line before `start`.
fn in_flow(text: &str, start: usize) -> bool {
    let head = text[..start].rsplit('\n').next().unwrap_or_default();
    let count = |signs: [char; 2]| head.matches(signs).count();
    count(['{', '[']) > count(['}', ']'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_place(text: &str, steps: &[&str], part: NodePart, shown: &str) {
        let path: Vec<Seg> =
            steps.iter().map(|s| s.parse().map_or_else(|_| Seg::Key((*s).to_owned()), Seg::Index)).collect();
        let span = Places::new(text, text.starts_with("---")).span(&path, part);
        assert_eq!(&text[span.range()], shown);
    }

    #[test]
    fn places_of_values_and_keys() {
        let page = "---\r\nназвание: 'Положение, «а''б»' # пояснение\r\norder: prikaz-1   # 1\r\nsummary: |\r\n  а\r\n---\r\nтекст: 1\r\n";
        check_place(page, &["title"], NodePart::Value, "'Положение, «а''б»'");
        check_place(page, &["title"], NodePart::Key, "название");
        check_place(page, &["order"], NodePart::Value, "prikaz-1");
        let data = "- id: a\n  appoints: [{person: b, role: 'в, г'}] # д\n  \"date\" : 1\n";
        check_place(data, &["0", "appoints", "0", "person"], NodePart::Value, "b");
        check_place(data, &["0", "appoints", "0", "role"], NodePart::Value, "'в, г'");
        check_place(data, &["0", "appoints", "0"], NodePart::Value, "{person: b, role: 'в, г'}");
        check_place(data, &["0", "date"], NodePart::Key, "\"date\"");
        check_place(data, &["0"], NodePart::Value, "id: a");
        check_place("", &["title"], NodePart::Value, "");
    }
}
