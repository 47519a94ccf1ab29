//! Findings put into words, one file for each form of output.
//!
//! Reads: [`Report`]. Writes: text. Touches: nothing: whoever calls prints it.

mod github;
mod human;
mod json;
mod short;
#[cfg(test)]
mod tests;

use crate::base::FileId;
use crate::diag::{Arg, Finding, Severity, Spot};
use crate::messages::Words;

/// A form of output.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Format {
    /// With the source line, for people.
    #[default]
    Human,
    /// One line each, for editors and `grep`.
    Short,
    /// An array, for programs.
    Json,
    /// Annotations of GitHub Actions.
    Github,
}

impl Format {
    /// Every form with the name it has on the command line.
    pub(crate) const ALL: [(&'static str, Self); 4] =
        [("human", Self::Human), ("short", Self::Short), ("json", Self::Json), ("github", Self::Github)];
}

/// What a report is made from.
pub(crate) struct Report<'a> {
    /// In the order to be shown.
    pub(crate) findings: &'a [Finding],
    /// Decoded text of a source file, the one that spans count in.
    pub(crate) text: &'a dyn Fn(FileId) -> Option<&'a str>,
    pub(crate) words: &'a Words,
    /// Whether the terminal shows colours; only the human form has any.
    pub(crate) color: bool,
    /// The content folder as seen from the current folder, so that terminals, editors and scripts find the files.
    pub(crate) root: &'a str,
}

impl Report<'_> {
    /// The path of a place from the current folder.
    fn path(&self, spot: &Spot) -> String {
        path_from(self.root, &spot.path)
    }
}

/// A path of the content tree from the folder that `root` starts from. Themes lie beside the content, not in it.
fn path_from(root: &str, path: &str) -> String {
    let root = root.replace('\\', "/");
    let root = root.trim_start_matches("./").trim_end_matches('/');
    let base = if path.starts_with("themes/") { root.rsplit_once('/').map_or("", |(above, _)| above) } else { root };
    if base.is_empty() || base == "." { path.to_owned() } else { format!("{base}/{path}") }
}

/// The whole report. The human form ends with a line of counts; all others hold nothing but findings.
#[must_use]
pub(crate) fn render(format: Format, report: &Report<'_>) -> String {
    match format {
        Format::Human => human::render(report),
        Format::Short => short::render(report),
        Format::Json => json::render(report),
        Format::Github => github::render(report),
    }
}

/// How much was found, in one sentence.
#[must_use]
pub(crate) fn summary(findings: &[Finding], words: &Words) -> String {
    let parts: Vec<String> =
        [(Severity::Error, "report-errors"), (Severity::Warning, "report-warnings"), (Severity::Note, "report-notes")]
            .into_iter()
            .filter_map(|(severity, key)| {
                let count = findings.iter().filter(|f| f.diagnostic.severity == severity).count();
                (count > 0).then(|| words.text(key, &[("count", count.into())]))
            })
            .collect();
    if parts.is_empty() {
        return words.text("report-clean", &[]);
    }
    words.text("report-summary", &[("parts", Arg::List(parts))])
}

/// What `build` says last when it found errors and wrote nothing.
#[must_use]
pub(crate) fn unchanged(words: &Words) -> String {
    words.text("report-unchanged", &[])
}

/// The name of a severity for machines.
fn machine_name(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

/// A text on one line: values typed by people may hold line ends and invisible characters.
fn one_line(text: &str) -> String {
    text.split(|c: char| c.is_control()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Breaks a text at spaces into lines of at most `width` characters.
fn wrapped(text: &str, width: usize) -> String {
    let mut out = String::new();
    let mut column = 0;
    for word in text.split(' ') {
        let length = word.chars().count();
        if column > 0 && column + 1 + length > width {
            out.push('\n');
            column = 0;
        } else if column > 0 {
            out.push(' ');
            column += 1;
        }
        out.push_str(word);
        column += length;
    }
    out
}
