//! Printed numbers of sections and clauses, as they follow each other: what repeats, is left out, stands before its
//! turn or under a section that is not its own.
//!
//! Numbers are never changed: an act is published as it was adopted. So each fault is told by its place and left to
//! people.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::{Number, Span};
use crate::parse::doc::{ActText, Part};

/// A fault of one printed number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NumberFault {
    pub(crate) number: Number,
    /// Where the number is printed.
    pub(crate) span: Span,
    pub(crate) kind: NumberFaultKind,
}

/// What is wrong with a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum NumberFaultKind {
    /// It stands above as well.
    Repeated { first: Span },
    /// Numbers that should stand before it are nowhere in the text, in order.
    Skipped { missing: Vec<Number> },
    /// A greater number stands above.
    Disorder { after: Number },
    /// It stands under a section or clause of another number.
    WrongSection { section: Number },
}

/// Of a longer gap only the ends are told: a number far off is a slip, and its neighbours are legion.
const LONGEST_GAP: u32 = 100;

/// Every fault of the numbers of a text, in reading order.
pub(crate) fn faults(text: &ActText) -> Vec<NumberFault> {
    let mut parts = Vec::new();
    text.parts.iter().for_each(|part| gather(part, None, &mut parts));
    let known: BTreeSet<&Number> = parts.iter().map(|(number, ..)| *number).collect();
    let mut seen: BTreeMap<&Number, Span> = BTreeMap::new();
    let mut last: Option<&Number> = None;
    let mut found = Vec::new();
    for (number, span, section) in parts {
        let mut push = |kind| found.push(NumberFault { number: number.clone(), span, kind });
        if let Some(first) = seen.get(number) {
            push(NumberFaultKind::Repeated { first: *first });
            continue;
        }
        seen.insert(number, span);
        if let Some(section) = section.filter(|s| !number.is_under(s)) {
            push(NumberFaultKind::WrongSection { section: section.clone() });
            continue;
        }
        match last {
            Some(after) if number < after => push(NumberFaultKind::Disorder { after: after.clone() }),
            _ => {
                let missing = missing(last, number, &known);
                if !missing.is_empty() {
                    push(NumberFaultKind::Skipped { missing });
                }
                last = Some(number);
            }
        }
    }
    found
}

/// Numbered parts in reading order, each with the nearest number above it in the tree.
fn gather<'a>(part: &'a Part, section: Option<&'a Number>, parts: &mut Vec<(&'a Number, Span, Option<&'a Number>)>) {
    if let Some(number) = &part.number {
        parts.push((number, part.number_span, section));
    }
    let inner = part.number.as_ref().or(section);
    part.children.iter().for_each(|child| gather(child, inner, parts));
}

/// The numbers that belong between two that follow each other and are nowhere in the text.
fn missing(before: Option<&Number>, number: &Number, known: &BTreeSet<&Number>) -> Vec<Number> {
    let before = before.map_or(&[][..], Number::parts);
    let parts = number.parts();
    let common = before.iter().zip(parts).take_while(|(a, b)| a == b).count();
    // Where section headings bear no numbers, only clauses are expected to be there.
    let sections = known.iter().any(|n| n.depth() == 1);
    let mut missing = Vec::new();
    let mut expect = |parts: &[u32]| {
        let text: Vec<String> = parts.iter().map(u32::to_string).collect();
        missing.extend(Number::parse(&text.join(".")).filter(|n| !known.contains(n)));
    };
    for depth in common..parts.len() {
        let (above, at) = (&parts[..depth], parts[depth]);
        let from = if depth == common { before.get(depth).copied().unwrap_or(0) } else { 0 };
        let ends_only = at.saturating_sub(from) > LONGEST_GAP;
        for k in from + 1..at {
            if !ends_only || k == from + 1 || k + 1 == at {
                expect(&[above, &[k]].concat());
            }
        }
        if depth + 1 < parts.len() && (depth > 0 || sections) {
            expect(&parts[..=depth]);
        }
    }
    missing
}

/// `2.3` or `2.3–2.5`: missing numbers as people name them.
pub(crate) fn range(missing: &[Number]) -> String {
    match missing {
        [] => String::new(),
        [one] => one.to_string(),
        [first, .., last] => format!("{first}–{last}"),
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::parse::doc::PartKind;

    /// A text from its numbers, one a line: two spaces of indent a level, `-` for a heading without a number. The
    /// span of a number is that of its line.
    pub(crate) fn outline(text: &str) -> ActText {
        let mut act = ActText::default();
        for (i, line) in text.lines().filter(|l| !l.trim().is_empty()).enumerate() {
            let level = (line.len() - line.trim_start().len()) / 2;
            let number = Number::parse(line.trim());
            let span = Span::new(i + 1, i + 2);
            let part = Part {
                kind: if level == 0 { PartKind::Section } else { PartKind::Clause },
                anchor: String::new(),
                span,
                number_span: span,
                title: Vec::new(),
                level: 0,
                blocks: Vec::new(),
                children: Vec::new(),
                number,
            };
            let mut siblings = &mut act.parts;
            for _ in 0..level {
                siblings = &mut siblings.last_mut().unwrap().children;
            }
            siblings.push(part);
        }
        act.numbered()
    }

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let describe = |fault: NumberFault| {
            let what = match fault.kind {
                NumberFaultKind::Repeated { first } => format!("repeats line {}", first.start),
                NumberFaultKind::Skipped { missing } => format!("without {}", range(&missing)),
                NumberFaultKind::Disorder { after } => format!("after {after}"),
                NumberFaultKind::WrongSection { section } => format!("under {section}"),
            };
            format!("{} {what}", fault.number)
        };
        let found: Vec<String> = faults(&outline(text)).into_iter().map(describe).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn good_texts() {
        check("1\n  1.1\n2\n  2.1\n  2.2\n    2.2.1\n    2.2.2\n  2.3\n3\n  3.1", &[]);
        check("-\n  1.1\n  1.2\n-\n  2.1\n-\n  3.1", &[]);
        check("1\n2\n3", &[]);
        check("-\n-", &[]);
        check("1\n-\n  1.1\n  1.2", &[]);
        check("1\n  1.1\n  1.2\n  1.3\n  1.4\n  1.5\n  1.6\n  1.7\n  1.8\n  1.9\n  1.10", &[]);
    }

    #[test]
    fn gaps() {
        check("1\n  1.1\n  1.3", &["1.3 without 1.2"]);
        check("1\n  1.2\n  1.6", &["1.2 without 1.1", "1.6 without 1.3–1.5"]);
        check("1\n  1.1\n3\n  3.1", &["3 without 2"]);
        check("2\n  2.1", &["2 without 1"]);
        check("1\n  1.1\n    1.1.2", &["1.1.2 without 1.1.1"]);
        check("-\n  1.1\n-\n  3.1", &["3.1 without 2"]);
        check("1\n  1.1\n  1.2.1", &["1.2.1 without 1.2"]);
    }

    #[test]
    fn repeats() {
        check("1\n  1.1\n  1.1\n  1.2", &["1.1 repeats line 2"]);
        check("1\n  1.1\n1\n  1.2", &["1 repeats line 1"]);
    }

    #[test]
    fn disorder() {
        check("1\n  1.1\n  1.3\n  1.2\n  1.4", &["1.2 after 1.3"]);
        check("2\n1\n3", &["1 after 2"]);
    }

    #[test]
    fn wrong_sections() {
        check("1\n  1.1\n2\n  2.1\n  3.2\n  2.2\n3\n  3.1", &["3.2 under 2"]);
        check("1\n  1.1\n    1.2.1", &["1.2.1 under 1.1"]);
        check("1\n  1.1\n  2", &["2 under 1"]);
    }

    #[test]
    fn a_number_far_off_is_not_a_thousand_missing_ones() {
        check("1\n  1.1\n  1.9999", &["1.9999 without 1.2–1.9998"]);
        let faults = faults(&outline("1\n  1.1\n  1.9999"));
        let NumberFaultKind::Skipped { missing } = &faults[0].kind else { panic!("{faults:?}") };
        assert_eq!(missing.len(), 2);
    }

    /// A text in order as lines: indent, number.
    fn in_order(below: &mut dyn FnMut(usize) -> usize) -> Vec<(usize, String)> {
        let mut lines = Vec::new();
        for section in 1..=2 + below(3) {
            lines.push((0, section.to_string()));
            for clause in 1..=2 + below(4) {
                lines.push((1, format!("{section}.{clause}")));
                (1..=below(4)).for_each(|sub| lines.push((2, format!("{section}.{clause}.{sub}"))));
            }
        }
        lines
    }

    fn told(lines: &[(usize, String)]) -> Vec<(String, NumberFaultKind)> {
        let text: Vec<String> =
            lines.iter().map(|(level, number)| format!("{}{number}", "  ".repeat(*level))).collect();
        faults(&outline(&text.join("\n"))).into_iter().map(|f| (f.number.to_string(), f.kind)).collect()
    }

    /// Whatever the text: in order it has no fault, and of one disturbance exactly that is told.
    #[test]
    fn one_disturbance_is_one_fault() {
        let mut state = 7_u64;
        let mut below = |end: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            usize::try_from(state >> 33).unwrap() % end
        };
        let number = |text: &str| Number::parse(text).unwrap();
        for _ in 0..300 {
            let lines = in_order(&mut below);
            assert_eq!(told(&lines), [], "{lines:?}");
            // A clause with nothing under it, and the one that follows it under the same head, if any does.
            let at = 1 + below(lines.len() - 1);
            let (level, own) = lines[at].clone();
            let next = lines.get(at + 1).filter(|(l, _)| *l == level).map(|(_, n)| n.clone());
            if level == 0 || lines.get(at + 1).is_some_and(|(l, _)| *l > level) {
                continue;
            }
            let without = [&lines[..at], &lines[at + 1..]].concat();
            let gap = next.clone().map(|n| (n, NumberFaultKind::Skipped { missing: vec![number(&own)] }));
            assert_eq!(told(&without), gap.into_iter().collect::<Vec<_>>(), "{own} gone from {lines:?}");

            let twice = [&lines[..=at], &lines[at..]].concat();
            let first = NumberFaultKind::Repeated { first: Span::new(at + 1, at + 2) };
            assert_eq!(told(&twice), [(own.clone(), first)], "{own} twice in {lines:?}");

            if let Some(next) = next.filter(|_| lines.get(at + 2).is_none_or(|(l, _)| *l <= level)) {
                let mut swapped = lines.clone();
                swapped.swap(at, at + 1);
                let after = NumberFaultKind::Disorder { after: number(&next) };
                assert_eq!(told(&swapped), [(own.clone(), after)], "{own} behind {next} in {lines:?}");
            }
            let last = lines.iter().rev().find(|(l, _)| *l == 0).unwrap().1.clone();
            if level == 1 && !own.starts_with(&format!("{last}.")) {
                let moved = [&without[..], &[(1, own.clone())]].concat();
                let section = NumberFaultKind::WrongSection { section: number(&last) };
                assert_eq!(told(&moved), [(own.clone(), section)], "{own} under {last} in {lines:?}");
            }
        }
    }
}
