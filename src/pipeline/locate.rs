//! Places of findings turned into lines and columns, and the stable order of findings.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::base::{FileId, LineIndex, Span};
use crate::diag::{At, Diagnostic, Finding, Place, Spot, codes};
use crate::parse::places::Places;

use super::Plan;
use super::before::{Before, Located};

/// A file made ready for looking places up; each file with findings is read once.
struct Open<'t> {
    text: &'t str,
    lines: LineIndex,
    places: Places<'t>,
}

impl Plan {
    /// Findings with their places in lines and columns; those of the plan before are not looked up again.
    pub(super) fn located(&self, diagnostics: Vec<Diagnostic>, before: Option<&Before>) -> Vec<Finding> {
        let located = before.map(|before| Located::new(before, &self.sources));
        let known = |diagnostic: &Diagnostic| located.as_ref().and_then(|located| located.find(diagnostic));
        let diagnostics: Vec<_> = diagnostics.into_iter().map(|diagnostic| (known(&diagnostic), diagnostic)).collect();
        let new = diagnostics.iter().filter(|(known, _)| known.is_none()).map(|(_, diagnostic)| diagnostic);
        let places = new.flat_map(|d| d.place.iter().chain(d.related.iter().map(|(_, place)| place)));
        let files: BTreeSet<FileId> = places.filter(|p| p.at != At::File).map(|p| p.file).collect();
        let texts: BTreeMap<FileId, String> = files.into_par_iter().filter_map(|f| Some((f, self.text(f)?))).collect();
        let open: BTreeMap<FileId, Open<'_>> = texts
            .par_iter()
            .map(|(&file, text)| {
                let markdown = self.sources.get(file).is_some_and(|f| f.path.is_markdown());
                (file, Open { text, lines: LineIndex::new(text), places: Places::new(text, markdown) })
            })
            .collect();
        let spot = |place: &Place| self.spot(place, open.get(&place.file));
        let locate = |diagnostic: Diagnostic| Finding {
            spot: diagnostic.place.as_ref().map(spot),
            related: diagnostic.related.iter().map(|(label, place)| (*label, spot(place))).collect(),
            diagnostic,
        };
        diagnostics.into_iter().map(|(known, diagnostic)| known.unwrap_or_else(|| locate(diagnostic))).collect()
    }

    fn spot(&self, place: &Place, file: Option<&Open<'_>>) -> Spot {
        let whole = Spot { file: place.file, path: self.path(place.file), span: None, at: None };
        let Some(file) = file else { return whole };
        let span = match &place.at {
            At::File => return whole,
            At::Span(span) => *span,
            At::Words(span, words, number) => words_in(file.text, *span, words, *number),
            At::Node(path, part) => file.places.span(path, *part),
        };
        let span = on_boundaries(file.text, span);
        Spot { span: Some(span), at: Some(file.lines.locate(file.text, span.start as usize)), ..whole }
    }

    fn path(&self, file: FileId) -> String {
        let own = self.sources.iter().len();
        match (file.0 as usize).checked_sub(own) {
            None => self.sources.get(file).map(|f| f.path.as_str().to_owned()),
            Some(index) => {
                u32::try_from(index).ok().and_then(|i| self.themes.get(FileId(i))).map(|f| format!("themes/{}", f.path))
            }
        }
        .unwrap_or_default()
    }
}

/// Where words stand in a span of a text, or the span itself. White space is one wherever it is, and signs of markup
/// between words do not count.
fn words_in(text: &str, span: Span, words: &str, number: u32) -> Span {
    let span = on_boundaries(text, span);
    let within = text.get(span.range()).unwrap_or_default();
    let starts = within.char_indices().filter_map(|(at, _)| Some((at, match_len(&within[at..], words)?)));
    let found = starts.take(number as usize + 1).last();
    found.map_or(span, |(at, len)| Span::new(at, at + len).shifted(span.start as usize))
}

/// How many bytes at the head of a text stand for these words.
fn match_len(text: &str, words: &str) -> Option<usize> {
    let gap = |c: char| c.is_whitespace() || matches!(c, '*' | '_' | '>' | '\\');
    let mut rest = text;
    let mut pieces = words.split_whitespace();
    rest = rest.strip_prefix(pieces.next()?)?;
    for piece in pieces {
        let next = rest.trim_start_matches(gap);
        rest = next.strip_prefix(piece).filter(|_| next.len() < rest.len())?;
    }
    Some(text.len() - rest.len())
}

/// A span cut to the text and widened to whole characters.
fn on_boundaries(text: &str, span: Span) -> Span {
    let mut start = (span.start as usize).min(text.len());
    let mut end = (span.end as usize).clamp(start, text.len());
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    while !text.is_char_boundary(end) {
        end += 1;
    }
    Span::new(start, end)
}

/// By file, then place, then code, whatever the threads did.
pub(super) fn sort(findings: &mut [Finding]) {
    fn key(f: &Finding) -> impl Ord + '_ {
        (f.spot.as_ref().map(|s| (s.path.as_str(), s.span)), f.diagnostic.code.name, &f.diagnostic.args)
    }
    findings.sort_by(|a, b| key(a).cmp(&key(b)));
}

/// Sorted findings, a fault of a template told once and not for each page that it spoils; the first page stays named.
pub(super) fn once_for_all_pages(findings: &mut Vec<Finding>) {
    findings.dedup_by(|next, kept| {
        let (a, b) = (&next.diagnostic, &kept.diagnostic);
        a.code == codes::TEMPLATE
            && (a.code, &a.args, &a.detail) == (b.code, &b.args, &b.detail)
            && next.spot.is_some()
            && next.spot == kept.spot
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, words: &str, number: u32, expected: &str, at: usize) {
        let span = words_in(text, Span::new(2, text.len()), words, number);
        assert_eq!((&text[span.range()], span.start as usize), (expected, at));
    }

    #[test]
    fn words_inside_a_span() {
        check("- раз и раз", "раз", 1, "раз", 2 + "раз и ".len());
        check("- по\n> **болезни** же", "по болезни", 0, "по\n> **болезни", 2);
        check("- раз", "два", 0, "раз", 2);
        check("- раз", "", 0, "раз", 2);
    }
}
