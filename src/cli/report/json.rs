//! An array of findings for programs. Names of severities are English whatever the language of the messages.

use serde::Serialize;

use super::{Report, machine_name};

#[derive(Serialize)]
struct Row<'a> {
    code: &'a str,
    severity: &'a str,
    file: Option<String>,
    line: Option<u32>,
    column: Option<u32>,
    message: String,
    help: Option<String>,
}

pub(super) fn render(report: &Report<'_>) -> String {
    let rows: Vec<Row<'_>> = report
        .findings
        .iter()
        .map(|finding| {
            let spot = finding.spot.as_ref();
            Row {
                code: finding.diagnostic.code.name,
                severity: machine_name(finding.diagnostic.severity),
                file: spot.map(|s| report.path(s)),
                line: spot.and_then(|s| s.at).map(|at| at.line),
                column: spot.and_then(|s| s.at).map(|at| at.column),
                message: report.words.headline(&finding.diagnostic),
                help: report.words.help(&finding.diagnostic),
            }
        })
        .collect();
    // Strings and numbers always serialize; an empty array would be the honest answer if they ever did not.
    serde_json::to_string_pretty(&rows).unwrap_or_else(|_| "[]".to_owned()) + "\n"
}
