//! Workflow commands that GitHub shows beside the lines of a change.

use super::Report;
use crate::diag::Severity;

pub(super) fn render(report: &Report<'_>) -> String {
    let mut out = String::new();
    for finding in report.findings {
        let diagnostic = &finding.diagnostic;
        let level = match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "notice",
        };
        let mut properties = Vec::new();
        if let Some(spot) = &finding.spot {
            properties.push(format!("file={}", property(&report.path(spot))));
            if let Some(at) = spot.at {
                properties.push(format!("line={},col={}", at.line, at.column));
            }
        }
        properties.push(format!("title={}", property(diagnostic.code.name)));
        let mut message = report.words.headline(diagnostic);
        if let Some(help) = report.words.help(diagnostic) {
            message.push('\n');
            message.push_str(&help);
        }
        out.push_str(&format!("::{level} {}::{}\n", properties.join(","), data(&message)));
    }
    out
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_seen_from_the_repository() {
        assert_eq!(super::super::path_from("./content/", "data/orders.yml"), "content/data/orders.yml");
        assert_eq!(super::super::path_from("school\\content", "index.md"), "school/content/index.md");
        assert_eq!(super::super::path_from("school/content", "themes/my/page.html"), "school/themes/my/page.html");
        assert_eq!(super::super::path_from(".", "index.md"), "index.md");
    }

    #[test]
    fn separators_are_escaped() {
        assert_eq!(property("a,b:100%\n"), "a%2Cb%3A100%25%0A");
        assert_eq!(data("а: б, 5 %\r\n"), "а: б, 5 %25%0D%0A");
    }
}
