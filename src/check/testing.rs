//! Findings of one rule on a small site, as lines of text.

use super::{Context, Rule};
use crate::diag::{Arg, At, Diagnostic, Diagnostics, Place, Seg, Severity};
use crate::model::fixture::{part_of, site};

/// Runs a rule on a site of a day and compares its findings: place, then arguments as `name=value`; a severity other
/// than that of the code leads.
#[track_caller]
pub(super) fn check(rule: &Rule, text: &str, today: &str, expected: &[&str]) {
    let site = site(text, today);
    let mut out = Diagnostics::default();
    (rule.run)(&Context::new(&site), &mut out);
    for finding in out.items() {
        assert_eq!(finding.code, rule.code, "a rule has one code");
    }
    let found: Vec<String> = out.items().iter().map(line).collect();
    assert_eq!(found, expected);
}

/// A teacher, a deputy head who taught until autumn 2026 and a system administrator; the roles as given; an order for
/// each date with the appointments it makes.
pub(super) fn appointing(roles: &str, orders: &[(&str, &str)]) -> String {
    let mut text = format!(
        "
staff:
  - {{id: ivanova, name: Иванова А. П., positions: [{{title: учитель химии, category: teaching}}]}}
  - id: petrova
    name: Петрова М. С.
    positions: [{{title: завуч, category: management}}, {{title: учитель, category: teaching, until: 2026-08-31}}]
  - {{id: sidorov, name: Сидоров И. П., positions: [{{title: системный администратор, category: support}}]}}
roles: [{roles}]
orders:
"
    );
    for (i, (date, appoints)) in orders.iter().enumerate() {
        text += &format!(
            "  - {{id: o{i}, number: 1, date: {date}, title: О, signed_by: {{name: Д, position: д}}, appoints: [{appoints}]}}\n"
        );
    }
    text
}

fn line(finding: &Diagnostic) -> String {
    let severity = match finding.severity {
        severity if severity == finding.code.severity => "",
        Severity::Error => "error ",
        Severity::Warning => "warning ",
        Severity::Note => "note ",
    };
    let place = finding.place.as_ref().map_or_else(|| "nowhere".to_owned(), place);
    let args: Vec<String> = finding.args.iter().map(|(name, arg)| format!(" {name}={}", value(arg))).collect();
    format!("{severity}{place}{}", args.concat())
}

fn place(place: &Place) -> String {
    let mut text = part_of(place.file).to_owned();
    match &place.at {
        At::File => {}
        At::Span(span) => text += &format!(":{}-{}", span.start, span.end),
        At::Words(_, words, number) => text += &format!("«{words}»{number}"),
        At::Node(path, _) => {
            for step in path {
                text.push('/');
                match step {
                    Seg::Key(key) => text += key,
                    Seg::Index(index) => text += &index.to_string(),
                }
            }
        }
    }
    text
}

fn value(arg: &Arg) -> String {
    match arg {
        Arg::Text(text) | Arg::Word(text) => text.clone(),
        Arg::Count(count) => count.to_string(),
        Arg::Date(date) => date.to_string(),
        Arg::List(items) | Arg::Words(items) => items.join(","),
    }
}
