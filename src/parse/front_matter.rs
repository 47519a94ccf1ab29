//! Front matter of a page: where it lies, what it says, and where in the file a node of it stands.

use std::ops::Range;

use crate::base::yaml::{self, YamlError};
use crate::base::{FileId, LineIndex, Span};
use crate::diag::{Diagnostic, Diagnostics, Place, codes};
use crate::schema::{Decoder, Field};

use super::places::rest_of_line;

/// The two halves of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Split {
    /// The YAML between the fences.
    pub(crate) yaml: Option<Range<usize>>,
    /// First byte of the text itself.
    pub(crate) body: usize,
    /// The opening fence, if no other closes it; the text then begins after the first empty line.
    pub(crate) unclosed: Option<Span>,
}

/// Finds the front matter: a first line `---`, up to a line `---` or `...`. Three hyphens with nothing like a key
/// after them are a rule of markdown.
pub(crate) fn split(text: &str) -> Split {
    let none = Split { yaml: None, body: 0, unclosed: None };
    let fence = |line: &str, sign: &str| line.strip_prefix(sign).is_some_and(|rest| rest.trim_end().is_empty());
    let mut lines = lines(text);
    let Some((_, first)) = lines.next().filter(|(_, line)| fence(line, "---")) else { return none };
    let start = first.len();
    let head = lines.clone().map(|(_, line)| line.trim()).find(|line| !line.is_empty() && !line.starts_with('#'));
    let keyed = head.is_some_and(|line| line.split_once(':').is_some_and(|(_, v)| v.is_empty() || v.starts_with(' ')));
    let blank = text[start..].lines().next().is_none_or(|line| line.trim().is_empty());
    if blank && !keyed {
        return none;
    }
    for (at, line) in lines.clone() {
        if fence(line, "---") || fence(line, "...") {
            return Split { yaml: Some(start..at), body: at + line.len(), unclosed: None };
        }
    }
    if !keyed {
        return none;
    }
    let body = lines.find(|(_, line)| line.trim().is_empty()).map_or(text.len(), |(at, line)| at + line.len());
    Split { yaml: None, body, unclosed: Some(Span::new(0, 3)) }
}

/// [`split`], with a finding for a fence that is never closed.
pub(crate) fn split_reporting(file: FileId, text: &str, out: &mut Diagnostics) -> Split {
    let split = split(text);
    if let Some(span) = split.unclosed {
        out.push(Diagnostic::new(codes::FRONT_MATTER_OPEN, Place::span(file, span)));
    }
    split
}

/// Reads front matter as a record; `None` after at least one finding. A page without front matter is read as one with
/// an empty record: an empty `range` at the start of the text.
pub(crate) fn decode<T: Field>(file: FileId, text: &str, range: Range<usize>, out: &mut Diagnostics) -> Option<T> {
    match yaml::read(text.get(range.clone()).unwrap_or_default()) {
        Ok(node) => T::decode(&node, &mut Decoder::new(file, out)),
        Err(error) => {
            out.push(syntax_error(file, text, range, &error));
            None
        }
    }
}

/// The finding for a text in `range` of the file that is not YAML.
pub(super) fn syntax_error(file: FileId, text: &str, range: Range<usize>, error: &YamlError) -> Diagnostic {
    let slice = &text[range.clone()];
    let told = error.at.map_or(0, |at| LineIndex::new(slice).offset(slice, at));
    let start = told;
    // An error at the very end says little there: the last line with words is shown.
    let start = if slice[start..].trim().is_empty() {
        let line = slice.trim_end().rfind('\n').map_or(0, |i| i + 1);
        line + (slice[line..].len() - slice[line..].trim_start().len()) * usize::from(!slice.trim().is_empty())
    } else {
        start
    };
    // A quote that is not closed is noticed far below, where it means nothing to the writer.
    let quote = open_quote(slice).filter(|at| *at <= told);
    let span = rest_of_line(slice, quote.unwrap_or(start)).shifted(range.start);
    // The reader counts lines from the start of its own text; our place says it better.
    let words = error.message.split(" at line ").next().unwrap_or_default();
    let finding = Diagnostic::new(codes::YAML_SYNTAX, Place::span(file, span)).detail(words);
    if quote.is_some() { finding.arg("quote", "open") } else { finding }
}

/// Where a value begins with a quote that is not closed, or is closed in the midst of other words.
fn open_quote(yaml: &str) -> Option<usize> {
    let mut done = 0;
    for (at, line) in lines(yaml) {
        let value = value_of(line);
        let from = at + line.len() - value.len();
        let Some(sign @ ('"' | '\'')) = value.chars().next() else { continue };
        if from < done {
            continue;
        }
        let Some(end) = end_of_quoted(yaml.get(from..).unwrap_or_default(), sign).map(|end| from + end) else {
            return Some(from);
        };
        let rest = yaml.get(end..).unwrap_or_default().lines().next().unwrap_or_default().trim_start();
        if !(rest.is_empty() || rest.starts_with(['#', ':', ',', ']', '}'])) {
            return Some(from);
        }
        done = end;
    }
    None
}

/// What stands behind the key or the hyphen of a line.
fn value_of(line: &str) -> &str {
    let mut rest = line.trim_start();
    while let Some(inner) = rest.strip_prefix("- ") {
        rest = inner.trim_start();
    }
    match rest.split_once(": ") {
        Some((key, value)) if !key.starts_with(['#', '"', '\'']) => value.trim_start(),
        _ => rest,
    }
}

/// The length of a quoted text, its quotes counted.
fn end_of_quoted(text: &str, sign: char) -> Option<usize> {
    let mut signs = text.char_indices().skip(1).peekable();
    while let Some((at, c)) = signs.next() {
        match c {
            '\\' if sign == '"' => drop(signs.next()),
            c if c == sign && sign == '\'' && signs.peek().is_some_and(|(_, next)| *next == sign) => drop(signs.next()),
            c if c == sign => return Some(at + 1),
            _ => {}
        }
    }
    None
}

/// Lines with their line ends, and where they begin. A lone CR ends no line here, as in YAML fences of other programs.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> + Clone {
    let mut at = 0;
    text.split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len();
        (start, line)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::At;
    use crate::schema::records::{EditionFront, PageFront};

    #[track_caller]
    fn check(text: &str, yaml: Option<&str>, body: &str) {
        let split = split(text);
        assert_eq!(split.yaml.map(|r| &text[r]), yaml);
        assert_eq!(&text[split.body..], body);
    }

    #[test]
    fn fences() {
        check("---\ntitle: а\n---\nтекст", Some("title: а\n"), "текст");
        check("---\r\ntitle: а\r\n...\r\nтекст", Some("title: а\r\n"), "текст");
        check("--- \n---\n", Some(""), "");
        check("---\n\ntitle: а\n---", Some("\ntitle: а\n"), "");
        check("текст\n---\n", None, "текст\n---\n");
        check(" ---\ntitle: а\n---\n", None, " ---\ntitle: а\n---\n");
        check("----\n", None, "----\n");
        check("", None, "");
    }

    #[test]
    fn a_rule_at_the_head_is_not_front_matter() {
        check("---\n\nтекст\n\n---\n", None, "---\n\nтекст\n\n---\n");
        check("---\nпросто строка", None, "---\nпросто строка");
        check("---", None, "---");
    }

    #[test]
    fn an_open_fence_is_found() {
        let text = "---\ntitle: а\n\nтекст";
        let mut out = Diagnostics::default();
        let split = split_reporting(FileId(0), text, &mut out);
        assert_eq!((split.yaml, &text[split.body..]), (None, "текст"));
        assert_eq!(out.items()[0].code, codes::FRONT_MATTER_OPEN);
    }

    #[track_caller]
    fn check_syntax(text: &str, shown: &str) {
        let mut out = Diagnostics::default();
        let range = split(text).yaml.unwrap();
        assert!(decode::<EditionFront>(FileId(0), text, range, &mut out).is_none());
        let [diagnostic] = out.items() else { panic!("{:?}", out.items()) };
        assert_eq!(diagnostic.code, codes::YAML_SYNTAX);
        assert!(!diagnostic.detail.as_deref().unwrap_or_default().contains("line"), "{:?}", diagnostic.detail);
        let Some(Place { at: At::Span(span), .. }) = diagnostic.place else { panic!("no span") };
        assert_eq!(&text[span.range()], shown);
    }

    #[test]
    fn broken_yaml_has_its_place_in_the_file() {
        check_syntax("---\ntitle: а: б\n---\n", ": б");
        check_syntax("---\r\ntitle: \"а\r\nb: 1\r\n---\r\n", "\"а");
        check_syntax("---\na: 'б ''в''\nc: 1\n---\n", "'б ''в''");
        check_syntax("---\na: \"б \\\" в\"\nb: 'г' д\nc: 1\n---\n", "'г' д");
        check_syntax("---\ntitle: [а\n---\n", "title: [а");
    }

    #[test]
    fn pages_without_front_matter_are_empty_records() {
        let mut out = Diagnostics::default();
        let front: PageFront = decode(FileId(0), "текст", 0..0, &mut out).unwrap();
        assert_eq!((front.title, out.items().len()), (None, 0));
    }
}
