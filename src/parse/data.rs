//! Data files to typed records. One broken record never costs its neighbours.

use crate::base::yaml::{self, Node, NodeKind};
use crate::base::{FileId, LineIndex};
use crate::diag::{Diagnostics, Seg};
use crate::schema::{Decoder, Field};

use super::front_matter::syntax_error;

/// Reads a file that is a list of records. Where the YAML itself is broken, each record that can be read alone still
/// is, with its true place in the list.
pub(crate) fn records<T: Field>(file: FileId, text: &str, out: &mut Diagnostics) -> Vec<T> {
    match yaml::read(text) {
        Ok(node) => decode(file, &node, out),
        Err(error) => {
            let parts = split(text);
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
        Err(_) => split(text).len(),
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
pub(super) fn split(text: &str) -> Vec<std::ops::Range<usize>> {
    let mut starts = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let line_start = at;
        at += line.len();
        if line.strip_prefix('-').is_some_and(|rest| rest.starts_with([' ', '\t', '\r', '\n']) || rest.is_empty()) {
            starts.push(line_start);
        }
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect()
}

/// Line and column of a node that can be found only in its own record, because the file as a whole cannot be read.
pub(super) fn part_of(text: &str, path: &[Seg]) -> Option<(std::ops::Range<usize>, Vec<Seg>)> {
    let (Seg::Index(index), rest) = path.split_first()? else { return None };
    let part = split(text).get(*index)?.clone();
    Some((part, [&[Seg::Index(0)], rest].concat()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::{At, codes};
    use crate::schema::records::{CalendarFile, Role};

    #[track_caller]
    fn check(text: &str, ids: &[&str], found: &[(&str, &str)]) {
        let mut out = Diagnostics::default();
        let records: Vec<Role> = records(FileId(0), text, &mut out);
        assert_eq!(records.iter().map(|r| r.id.as_str()).collect::<Vec<_>>(), ids);
        let seen: Vec<_> = out
            .items()
            .iter()
            .map(|d| {
                let place = match &d.place.as_ref().unwrap().at {
                    At::Span(span) => text[span.range()].to_owned(),
                    At::Node(path, part) => {
                        let span = super::super::front_matter::locate_span(text, false, path, *part);
                        text[span.range()].to_owned()
                    }
                    At::File => String::new(),
                };
                (d.code.name, place)
            })
            .collect();
        let seen: Vec<_> = seen.iter().map(|(c, p)| (*c, p.as_str())).collect();
        assert_eq!(seen, found);
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
        let text = "- id: a\n  title: Один\n- id: b\n  title: 'Два\n- id: c\n  title: [Три\n- id: d\n  tytle: Четыре\n";
        let codes: &[(&str, &str)] = &[("yaml-syntax", "'Два"), ("yaml-syntax", "- id: d"), ("unknown-key", "tytle")];
        let mut out = Diagnostics::default();
        let found: Vec<Role> = records(FileId(0), text, &mut out);
        assert_eq!(found.iter().map(|r| r.id.as_str()).collect::<Vec<_>>(), ["a", "d"]);
        assert_eq!(
            out.items().iter().map(|d| d.code.name).collect::<Vec<_>>(),
            codes.iter().map(|c| c.0).collect::<Vec<_>>()
        );
        let place = out.items().iter().find(|d| d.code == codes::UNKNOWN_KEY).and_then(|d| d.place.clone()).unwrap();
        let At::Node(path, part) = place.at else { panic!("not a node") };
        let span = super::super::front_matter::locate_span(text, false, &path, part);
        assert_eq!(&text[span.range()], "tytle");
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
