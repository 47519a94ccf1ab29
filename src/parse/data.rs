//! Data files to typed records. One broken record never costs its neighbours.

use std::ops::Range;

use crate::base::FileId;
use crate::base::yaml::{self, Node, NodeKind};
use crate::diag::{Diagnostics, Seg};
use crate::schema::{Decoder, Field};

use super::front_matter::syntax_error;

/// Reads a file that is a list of records. Where the YAML itself is broken, each record that can be read alone still
/// is, with its true place in the list.
pub(crate) fn records<T: Field>(file: FileId, text: &str, out: &mut Diagnostics) -> Vec<T> {
    match yaml::read(text) {
        Ok(node) => decode(file, &node, out),
        Err(error) => {
            let parts: Vec<_> = split(text).collect();
            // A text that breaks in one piece breaks as a whole.
            if parts.len() < 2 {
                out.push(syntax_error(file, text, 0..text.len(), &error));
                return Vec::new();
            }
            let mut broken = false;
            let mut found = Vec::new();
            for (index, part) in parts.into_iter().enumerate() {
                match yaml::read(&text[part.clone()]) {
                    Ok(Node { kind: NodeKind::List(nodes) }) => {
                        let mut cx = Decoder::new(file, out);
                        found.extend(nodes.iter().filter_map(|n| cx.inside(Seg::Index(index), |cx| T::decode(n, cx))));
                    }
                    Ok(_) => {}
                    Err(error) => {
                        broken = true;
                        out.push(syntax_error(file, text, part, &error));
                    }
                }
            }
            if !broken {
                out.push(syntax_error(file, text, 0..text.len(), &error));
            }
            found
        }
    }
}

/// How many records a list has, readable or not.
pub(crate) fn count(text: &str) -> usize {
    match yaml::read(text) {
        Ok(Node { kind: NodeKind::List(nodes) }) => nodes.len(),
        Ok(_) => 0,
        Err(_) => split(text).count(),
    }
}

/// Reads a file that is one record (`site.yml`, `calendar.yml`).
pub(crate) fn one<T: Field>(file: FileId, text: &str, out: &mut Diagnostics) -> Option<T> {
    match yaml::read(text) {
        Ok(node) => T::decode(&node, &mut Decoder::new(file, out)),
        Err(error) => {
            out.push(syntax_error(file, text, 0..text.len(), &error));
            None
        }
    }
}

fn decode<T: Field>(file: FileId, node: &Node, out: &mut Diagnostics) -> Vec<T> {
    Vec::<T>::decode(node, &mut Decoder::new(file, out)).unwrap_or_default()
}

/// The records of a list as the lines tell them: each begins with a hyphen at the left edge. What stands before the
/// first record belongs to none.
pub(super) fn split(text: &str) -> impl Iterator<Item = Range<usize>> {
    let begins =
        |line: &str| line.strip_prefix('-').is_some_and(|r| r.is_empty() || r.starts_with([' ', '\t', '\r', '\n']));
    let mut at = 0;
    let mut starts = text
        .split_inclusive('\n')
        .map(move |line| {
            let start = at;
            at += line.len();
            (start, line)
        })
        .filter(move |(_, line)| begins(line))
        .map(|(start, _)| start);
    let mut next = starts.next();
    std::iter::from_fn(move || {
        let start = next?;
        next = starts.next();
        Some(start..next.unwrap_or(text.len()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Span;
    use crate::diag::{At, codes};
    use crate::parse::places::Places;
    use crate::schema::records::{CalendarFile, Role};

    /// The text that each finding points at.
    fn shown<'t>(text: &'t str, out: &Diagnostics) -> Vec<(&'static str, &'t str)> {
        let span = |at: &At| match at {
            At::Span(span) | At::Words(span, ..) => *span,
            At::Node(path, part) => Places::new(text, false).span(path, *part),
            At::File => Span::default(),
        };
        out.items().iter().map(|d| (d.code.name, &text[span(&d.place.as_ref().unwrap().at).range()])).collect()
    }

    #[track_caller]
    fn check(text: &str, ids: &[&str], found: &[(&str, &str)]) {
        let mut out = Diagnostics::default();
        let records: Vec<Role> = records(FileId(0), text, &mut out);
        assert_eq!(records.iter().map(|r| r.id.as_str()).collect::<Vec<_>>(), ids);
        assert_eq!(shown(text, &out), found);
    }

    #[test]
    fn records_of_a_sound_file() {
        check("- код: a\n  название: Один\n- id: b\n  title: Два\n", &["a", "b"], &[]);
        check("# пусто\n", &[], &[]);
    }

    #[test]
    fn a_faulty_record_does_not_cost_its_neighbours() {
        let text = "- id: a\n  title: Один\n- id: b\n- id: В\n  title: Три\n- id: d\n  title: Четыре\n";
        check(text, &["a", "d"], &[("missing-key", "id: b"), ("bad-id", "В")]);
    }

    #[test]
    fn broken_yaml_costs_one_record() {
        let text = "- id: a\n  title: Один\n- id: b\n  title: 'Два\n- id: c\n  title: [Три\n- id: Д\n  title: Четыре\n- id: e\n  title: Пять\n";
        let found = [("yaml-syntax", "'Два"), ("yaml-syntax", "title: [Три"), ("bad-id", "Д")];
        check(text, &["a", "e"], &found);
        check("id: [a", &[], &[("yaml-syntax", "id: [a")]);
    }

    #[test]
    fn one_record() {
        let mut out = Diagnostics::default();
        let calendar: CalendarFile = one(FileId(0), "неделя: 6\n", &mut out).unwrap();
        assert_eq!((calendar.week, out.items().len()), (Some(6), 0));
        assert!(one::<CalendarFile>(FileId(0), "- неделя: 6\n", &mut out).is_none());
        assert_eq!(out.items()[0].code, codes::WRONG_TYPE);
    }
}
