//! Running words with the way back to their places in the source.

use std::borrow::Cow;
use std::ops::Range;

use crate::base::{FileId, Span};
use crate::diag::Place;
use crate::parse::doc::{Block, Inline};

use super::words::words;
use super::{Body, each_leaf, front_range, notes};

/// Stands in running words for what is no word: code.
const OBJECT: char = '\u{fffc}';

/// Words that belong together: a paragraph, a heading, a cell; of YAML the whole text without comments.
pub(crate) struct Passage<'a> {
    file: FileId,
    /// The words; lines end as in the source.
    pub(crate) text: Cow<'a, str>,
    /// Places of its words.
    pub(crate) words: Vec<Range<usize>>,
    span: Span,
    source: Source<'a>,
}

/// Where the words of a passage come from.
#[derive(Clone, Copy)]
enum Source<'a> {
    /// The file has them letter for letter from here on.
    At(usize),
    /// This is what the file has in the passage's span; the words may stand in it letter for letter.
    Text(&'a str),
    /// Not at hand.
    Unknown,
}

impl<'a> Passage<'a> {
    fn new(file: FileId, text: Cow<'a, str>, span: Span, source: Source<'a>) -> Self {
        let words = words(&text);
        Self { file, text, words, span, source }
    }

    /// The passage of one run of inlines whose source is not at hand.
    pub(crate) fn of_inlines(file: FileId, inlines: &[Inline], span: Span) -> Passage<'static> {
        Passage::new(file, Cow::Owned(prose(inlines)), span, Source::Unknown)
    }

    /// A passage that has no place in its file.
    pub(crate) fn of_text(file: FileId, text: &'a str) -> Self {
        Self::new(file, Cow::Borrowed(text), Span::new(0, 0), Source::Unknown)
    }

    /// The word of this number; empty past the end.
    pub(crate) fn word(&self, index: usize) -> &str {
        self.words.get(index).map_or("", |range| self.slice(range.clone()))
    }

    /// A piece of the text.
    pub(crate) fn slice(&self, range: Range<usize>) -> &str {
        self.text.get(range).unwrap_or_default()
    }

    /// What stands between a word and the next one; `None` after the last.
    pub(crate) fn gap(&self, index: usize) -> Option<&str> {
        let (a, b) = (self.words.get(index)?, self.words.get(index + 1)?);
        Some(self.slice(a.end..b.start))
    }

    /// Whether a word goes on after a hyphen that divides it at the end of a line of some book: «учрежде-ний».
    pub(crate) fn divided(&self, index: usize) -> bool {
        self.gap(index).is_some_and(|gap| matches!(gap, "-" | "¬" | "- " | "-\n"))
            && self.word(index + 1).starts_with(char::is_lowercase)
    }

    /// Words from one to another, with what stands between.
    pub(crate) fn between(&self, first: usize, last: usize) -> Range<usize> {
        let start = self.words.get(first).map_or(0, |w| w.start);
        start..self.words.get(last).map_or(start, |w| w.end)
    }

    /// The place of a piece of the text.
    pub(crate) fn place(&self, range: Range<usize>) -> Place {
        // Looked up here and not beforehand: few passages have anything to tell of.
        let exact = match self.source {
            Source::At(start) => Some(start),
            Source::Text(source) => source.find(&*self.text).map(|at| self.span.start as usize + at),
            Source::Unknown => None,
        };
        if let Some(start) = exact {
            return Place::span(self.file, Span::new(start + range.start, start + range.end));
        }
        let words = self.slice(range.clone());
        let before = self.slice(0..range.start).matches(words).count();
        Place::words(self.file, self.span, words, u32::try_from(before).unwrap_or(u32::MAX))
    }

    /// Whether a word is a part of an address, a file name or the like.
    pub(crate) fn in_address(&self, index: usize) -> bool {
        let range = self.between(index, index);
        let before = self.slice(0..range.start);
        let after = self.slice(range.end..self.text.len());
        let ascii = |c: char| c.is_ascii_alphanumeric();
        let dotted = after.strip_prefix('.').is_some_and(|rest| rest.starts_with(ascii))
            || before.strip_suffix('.').is_some_and(|head| head.ends_with(ascii));
        let hyphened = after.strip_prefix('-').is_some_and(|rest| rest.starts_with(ascii))
            || before.strip_suffix('-').is_some_and(|head| head.ends_with(ascii));
        (self.word(index).is_ascii() && (dotted || hyphened))
            || before.ends_with(['@', '/', '\\', '='])
            || after.starts_with(['@', '/', '\\', '='])
    }

    /// The line that a place of the text is in.
    pub(crate) fn line(&self, at: usize) -> &str {
        let start = self.slice(0..at).rfind('\n').map_or(0, |i| i + 1);
        let rest = self.slice(start..self.text.len());
        rest.split('\n').next().unwrap_or_default()
    }

    /// Whether a piece stands in quotation marks: it is spoken of, not said.
    pub(crate) fn quoted(&self, range: &Range<usize>) -> bool {
        let before = self.slice(0..range.start);
        let open = before.rfind(['«', '„']);
        let closed = before.rfind(['»', '“']);
        open.is_some() && open > closed && self.slice(range.end..self.text.len()).contains(['»', '“'])
    }
}

/// The passages of a file.
pub(super) fn of_file<'a>(file: FileId, text: &'a str, body: Body<'_>) -> Vec<Passage<'a>> {
    let mut found = Vec::new();
    let yaml = if matches!(body, Body::Data) { 0..text.len() } else { front_range(text) };
    if !yaml.is_empty() {
        let span = Span::new(yaml.start, yaml.end);
        let words = without_comments(text.get(yaml.clone()).unwrap_or_default());
        found.push(Passage::new(file, words, span, Source::At(yaml.start)));
    }
    let mut leaf = |inlines: &[Inline], span: Span| {
        let words = prose(inlines);
        if words.trim().is_empty() {
            return;
        }
        let source = Source::Text(text.get(span.range()).unwrap_or_default());
        found.push(Passage::new(file, Cow::Owned(words), span, source));
    };
    match body {
        Body::Data => {}
        Body::Doc(doc) => {
            each_leaf(&doc.blocks, &mut leaf);
            notes(&doc.footnotes).for_each(|run| each_leaf(run, &mut leaf));
        }
        Body::Act(act) => {
            each_leaf(&act.preamble, &mut leaf);
            act.walk(&mut |part| {
                leaf(&part.title, part.number_span);
                each_leaf(&part.blocks, &mut leaf);
            });
            notes(&act.footnotes).for_each(|run| each_leaf(run, &mut leaf));
        }
    }
    found
}

/// The passages of blocks whose source is not at hand.
pub(crate) fn of_blocks(file: FileId, blocks: &[Block]) -> Vec<Passage<'static>> {
    let mut found = Vec::new();
    each_leaf(blocks, &mut |inlines, span| {
        found.push(Passage::new(file, Cow::Owned(prose(inlines)), span, Source::Unknown));
    });
    found
}

/// Inlines as words: code as one sign, breaks as line ends, no HTML.
pub(crate) fn prose(inlines: &[Inline]) -> String {
    let mut text = String::new();
    push(inlines, &mut text);
    text
}

fn push(inlines: &[Inline], text: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(t) | Inline::Term { text: t, .. } | Inline::Act { text: t, .. } => text.push_str(t),
            Inline::Reference(r) => text.push_str(&r.text),
            Inline::Code(_) => text.push(OBJECT),
            Inline::Emphasis(c)
            | Inline::Strong(c)
            | Inline::Strike(c)
            | Inline::Superscript(c)
            | Inline::Subscript(c) => push(c, text),
            Inline::Link(link) => push(&link.children, text),
            Inline::Image(image) => text.push_str(&image.alt),
            Inline::SoftBreak | Inline::HardBreak => text.push('\n'),
            // Words on both sides of a tag are not one word: «компоненте<sup>API</sup>».
            Inline::Html(_) => text.push(OBJECT),
            Inline::FootnoteReference(_) => {}
        }
    }
}

/// YAML with its comments blanked, every other byte in its place.
fn without_comments(yaml: &str) -> Cow<'_, str> {
    if !yaml.contains('#') {
        return yaml.into();
    }
    let mut text = String::with_capacity(yaml.len());
    for line in yaml.split_inclusive('\n') {
        let mut before = ' ';
        let mut quote: Option<char> = None;
        let comment = line.char_indices().find(|&(_, c)| {
            let opens = matches!(c, '"' | '\'') && quote.is_none() && matches!(before, ' ' | '[' | ',' | '{');
            let begins = c == '#' && quote.is_none() && before == ' ';
            if opens {
                quote = Some(c);
            } else if quote == Some(c) {
                quote = None;
            }
            before = c;
            begins
        });
        let (kept, dropped) = line.split_at(comment.map_or(line.len(), |(at, _)| at));
        text.push_str(kept);
        text.extend(dropped.bytes().map(|b| if matches!(b, b'\n' | b'\r') { char::from(b) } else { ' ' }));
    }
    text.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_of_yaml_are_blanked_in_their_places() {
        let yaml = "# образец\na: \"№ 1 # не примечание\" # да\nb: c#d\n";
        let blanked = without_comments(yaml);
        assert_eq!(blanked.len(), yaml.len());
        assert_eq!(blanked.split_whitespace().collect::<Vec<_>>().join(" "), "a: \"№ 1 # не примечание\" b: c#d");
        assert_eq!(blanked.find("b:"), yaml.find("b:"));
    }
}
