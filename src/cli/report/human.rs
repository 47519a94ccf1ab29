//! Findings drawn with their source lines, as compilers draw them, and a line of counts.

use annotate_snippets::{
    Annotation, AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet, normalize_untrusted_str,
};

use super::{Report, one_line, summary, wrapped};
use crate::base::Span;
use crate::diag::{Finding, Severity, Spot};

/// Lines longer than this are not drawn: somebody's generated text, of which no window would tell anything.
const LONGEST_LINE: usize = 8192;

/// Width to which remedies are wrapped, in characters.
const WIDTH: usize = 96;

pub(super) fn render(report: &Report<'_>) -> String {
    let renderer = if report.color { Renderer::styled() } else { Renderer::plain() };
    let mut out = String::new();
    for finding in report.findings {
        let groups = [group(finding, report)];
        out.push_str(&renderer.render(&groups));
        out.push_str("\n\n");
    }
    out.push_str(&summary(report.findings, report.words));
    out.push('\n');
    out
}

fn group<'a>(finding: &'a Finding, report: &Report<'a>) -> Group<'a> {
    let diagnostic = &finding.diagnostic;
    let words = report.words;
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let title =
        level.with_name(words.severity(diagnostic.severity)).primary_title(one_line(&words.headline(diagnostic)));
    let mut group = Group::with_title(title.id(diagnostic.code.name));
    if let Some(spot) = &finding.spot {
        group = group.element(place(spot, AnnotationKind::Primary, None, report));
    }
    for (label, spot) in &finding.related {
        group = group.element(place(spot, AnnotationKind::Context, Some(words.text(label, &[])), report));
    }
    if let Some(help) = words.help(diagnostic) {
        let text = wrapped(&normalize_untrusted_str(&help), WIDTH);
        group = group.element(Level::HELP.with_name(words.text("report-help", &[])).message(text));
    }
    if let Some(detail) = &diagnostic.detail {
        let text = detail.lines().map(normalize_untrusted_str).collect::<Vec<_>>().join("\n");
        group = group.element(Level::NOTE.with_name(words.text("report-detail", &[])).message(text));
    }
    group
}

/// The line of a spot with its underline; the path alone where there is no line to show.
fn place<'a>(spot: &'a Spot, kind: AnnotationKind, label: Option<String>, report: &Report<'a>) -> Element<'a> {
    let lookup = report.text;
    let line = spot.span.and_then(|span| Some((lookup(spot.file)?, span)));
    let drawn = line.and_then(|(text, span)| line_of(text, span)).zip(spot.at);
    match (drawn, spot.at) {
        (Some(((line, range), at)), _) => {
            let mut annotation: Annotation<'a> = kind.span(range);
            if let Some(label) = label {
                annotation = annotation.label(label);
            }
            Snippet::source(line).line_start(at.line as usize).path(report.path(spot)).annotation(annotation).into()
        }
        (None, Some(at)) => {
            Origin::path(report.path(spot)).line(at.line as usize).char_column(at.column as usize).into()
        }
        (None, None) => Origin::path(report.path(spot)).into(),
    }
}

/// The line in which a span begins, and the bytes of the span in it. A span that goes on is cut at the end of the
/// line: the place is what matters, and a record of forty lines would hide it.
fn line_of(text: &str, span: Span) -> Option<(&str, std::ops::Range<usize>)> {
    let boundary = |mut offset: usize| {
        offset = offset.min(text.len());
        while !text.is_char_boundary(offset) {
            offset -= 1;
        }
        offset
    };
    let (start, end) = (boundary(span.start as usize), boundary(span.end as usize));
    let ends_line = |c: char| matches!(c, '\n' | '\r');
    let first = text.get(..start)?.rfind(ends_line).map_or(0, |i| i + 1);
    let last = text.get(start..)?.find(ends_line).map_or(text.len(), |i| start + i);
    let line = text.get(first..last).filter(|line| line.len() <= LONGEST_LINE)?;
    // An underline needs a character to stand under, at the end of a line the place after it.
    let end = if end > start {
        end.min(last)
    } else {
        text.get(start..last)?.chars().next().map_or(last, |c| start + c.len_utf8())
    };
    Some((line, start - first..end - first))
}
