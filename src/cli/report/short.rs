//! One line for each finding: `path:line:column: severity[code]: headline`.

use super::{Report, one_line};

pub(super) fn render(report: &Report<'_>) -> String {
    let mut out = String::new();
    for finding in report.findings {
        if let Some(spot) = &finding.spot {
            out.push_str(&report.path(spot));
            if let Some(at) = spot.at {
                out.push_str(&format!(":{}:{}", at.line, at.column));
            }
            out.push_str(": ");
        }
        let severity = report.words.severity(finding.diagnostic.severity);
        let headline = one_line(&report.words.headline(&finding.diagnostic));
        out.push_str(&format!("{severity}[{}]: {headline}\n", finding.diagnostic.code.name));
    }
    out
}
