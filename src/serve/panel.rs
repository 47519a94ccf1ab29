//! Findings for the panel in the page, put into words.

use serde_json::{Map, Value, json};

use super::world::Day;
use crate::base::{Date, Span};
use crate::diag::{Arg, Diagnostic, Finding, Severity};
use crate::messages::Words;

/// Contacts of people stand in this file with or without a right to show them; a page is no place for its lines.
const PEOPLE: &str = "data/staff.yml";
/// More than this many nobody reads in a panel.
const MOST: usize = 100;
/// Longest source line shown, in characters before the marked place and after its beginning.
const BEFORE: usize = 80;
const AFTER: usize = 160;

/// The panel of a day: findings, gravest first, and all words that the script needs.
pub(super) fn panel(words: &Words, day: &Day, today: Date, is_old: bool) -> Value {
    let findings = day.findings();
    let text = |key: &str| words.text(key, &[]);
    let count = |severity| findings.iter().filter(|f| f.diagnostic.severity == severity).count();
    let (errors, warnings, notes) = (count(Severity::Error), count(Severity::Warning), count(Severity::Note));
    let counted = counts(words, [errors, warnings, notes]);
    let shown: Vec<Value> = findings.iter().take(MOST).map(|f| finding(words, day, f)).collect();
    let mut explanations = Map::new();
    for code in findings.iter().take(MOST).map(|f| f.diagnostic.code.name) {
        if let Some(text) = words.explain(code) {
            explanations.insert(code.to_owned(), text.into());
        }
    }
    let more = findings.len().saturating_sub(MOST);
    json!({
        "lang": words.lang().code(),
        "errors": errors,
        "warnings": warnings,
        "short": counted.clone().unwrap_or_else(|| text("serve-clean")),
        "title": counted.unwrap_or_default(),
        "old": (errors > 0).then(|| text(if is_old { "serve-old" } else { "serve-not-published" })),
        "findings": shown,
        "more": (more > 0).then(|| words.text("serve-more", &[("count", more.into())])),
        "explanations": explanations,
        "today": today.to_string(),
        "day": (day.date != today).then(|| day.date.to_string()),
        "words": {
            "panel": text("serve-panel"),
            "bar": text("serve-bar"),
            "help": text("serve-help"),
            "explain": text("serve-explain"),
            "day": text("serve-day"),
            "today": text("serve-today"),
        },
    })
}

/// `2 errors, 1 note`; `None` if nothing was found.
fn counts(words: &Words, [errors, warnings, notes]: [usize; 3]) -> Option<String> {
    let parts: Vec<String> = [("report-errors", errors), ("report-warnings", warnings), ("report-notes", notes)]
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(key, count)| words.text(key, &[("count", count.into())]))
        .collect();
    (!parts.is_empty()).then(|| words.text("serve-counts", &[("parts", Arg::List(parts))]))
}

fn finding(words: &Words, day: &Day, finding: &Finding) -> Value {
    let diagnostic = &finding.diagnostic;
    let spot = finding.spot.as_ref();
    let place = spot.map(|spot| match spot.at {
        Some(at) => format!("{}:{}:{}", spot.path, at.line, at.column),
        None => spot.path.clone(),
    });
    let people = spot.is_some_and(|spot| spot.path == PEOPLE);
    let hidden = people.then(|| without_values(diagnostic));
    let diagnostic = hidden.as_ref().unwrap_or(diagnostic);
    let line = spot.filter(|_| !people).and_then(|spot| {
        let text = day.plan.text(spot.file)?;
        let (before, marked, after) = line_of(&text, spot.span?)?;
        Some(json!({ "number": spot.at?.line, "before": before, "marked": marked, "after": after }))
    });
    json!({
        "severity": match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        },
        "label": words.severity(diagnostic.severity),
        "code": diagnostic.code.name,
        "place": place,
        "headline": words.headline(diagnostic),
        "help": words.help(diagnostic),
        "detail": diagnostic.detail,
        "line": line,
    })
}

/// A finding about people without what was typed: where the fault is, is told; what stands there may be a telephone.
fn without_values(diagnostic: &Diagnostic) -> Diagnostic {
    let mut plain = diagnostic.clone();
    for (name, value) in &mut plain.args {
        if matches!(*name, "value" | "text" | "contact") {
            *value = Arg::Text("…".to_owned());
        }
    }
    plain.detail = None;
    plain
}

/// The line in which a span begins: what stands before it, in it and after it on that line, cut to what can be shown.
fn line_of(text: &str, span: Span) -> Option<(String, String, String)> {
    let (start, end) = (span.start as usize, span.end as usize);
    let ends_line = |c: char| matches!(c, '\n' | '\r');
    let before = text.get(..start)?.rsplit(ends_line).next()?;
    let rest = text.get(start..)?.split(ends_line).next()?;
    let marked = rest.get(..end.saturating_sub(start).min(rest.len())).unwrap_or(rest);
    let after = rest.get(marked.len()..)?;
    let skipped = before.chars().count().saturating_sub(BEFORE);
    let mut shown_before: String = before.chars().skip(skipped).collect();
    if skipped > 0 {
        shown_before.insert(0, '…');
    }
    let cut = |text: &str, most: usize| {
        let shown: String = text.chars().take(most).collect();
        if shown.len() < text.len() { shown + "…" } else { shown }
    };
    let shown_marked = cut(marked, AFTER);
    let shown_after = cut(after, AFTER.saturating_sub(marked.chars().count()));
    Some((shown_before, shown_marked, shown_after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, start: usize, end: usize, expected: (&str, &str, &str)) {
        let (before, marked, after) = line_of(text, Span::new(start, end)).unwrap();
        assert_eq!((before.as_str(), marked.as_str(), after.as_str()), expected);
    }

    #[test]
    fn the_line_of_a_finding() {
        check("one\ntwo three\nfour", 8, 13, ("two ", "three", ""));
        check("дата: 31.04\r\nx", "дата: ".len(), "дата: 31.04".len(), ("дата: ", "31.04", ""));
        // A record of several lines is marked to the end of its first.
        check("- id: a\n  b: c\n", 2, 15, ("- ", "id: a", ""));
        check("end", 3, 3, ("end", "", ""));
        let long = "а".repeat(1000);
        let (before, marked, after) = line_of(&long, Span::new(1000, 1002)).unwrap();
        assert_eq!((before.chars().count(), marked.as_str()), (81, "а"));
        assert!(after.ends_with('…'));
        assert_eq!(line_of("a", Span::new(5, 6)), None);
        assert_eq!(line_of("ё", Span::new(1, 2)), None);
    }
}
