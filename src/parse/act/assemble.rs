//! Blocks to parts: headings open sections, numbered paragraphs open clauses, numbers say what lies under what.

use std::collections::BTreeMap;

use crate::base::{Number, Span};
use crate::parse::doc::{ActText, Block, BlockKind, Doc, Inline, List, Part, PartKind, plain_text};

use super::numbers::{Course, before, leading, of_heading};
use super::paragraphs;

/// Makes the parts of an act. `text` is the whole text of the file.
pub(super) fn assemble(text: &str, doc: Doc) -> ActText {
    let survey = Survey::new(text, &doc.blocks);
    let mut assembler = Assembler {
        text,
        act: ActText { footnotes: doc.footnotes, ..ActText::default() },
        open: Vec::new(),
        course: Course::default(),
        used: BTreeMap::new(),
        unnumbered: 0,
        whole: survey.whole,
        headed: survey.headed,
    };
    for ((index, block), next) in doc.blocks.into_iter().enumerate().zip(survey.next) {
        if survey.title == Some(index) {
            assembler.act.preamble.push(block);
        } else {
            assembler.block(block, next.as_ref());
        }
    }
    assembler.finish()
}

/// What must be known of the whole text before its parts can be told.
struct Survey {
    /// The heading that is the title of the act, not a section.
    title: Option<usize>,
    /// Whether any section has a heading.
    headed: bool,
    /// Whether ordered lists with whole numbers (`1.`, `2.`) under sections are clauses: the sections have no numbers of
    /// their own, or the numbers run on from section to section.
    whole: bool,
    /// For each block: the number of the next paragraph that has one, up to the next heading.
    next: Vec<Option<Number>>,
}

impl Survey {
    fn new(text: &str, blocks: &[Block]) -> Self {
        let heading = |b: &Block| match &b.kind {
            BlockKind::Heading { level, inlines } => Some((*level, of_heading(&plain_text(inlines)).map(|h| h.0))),
            _ => None,
        };
        let headings: Vec<_> =
            blocks.iter().enumerate().filter_map(|(i, b)| heading(b).map(|(level, n)| (i, level, n))).collect();
        let tops = headings.iter().filter(|h| h.1 == 1).count();
        let title = headings.first().filter(|h| h.1 == 1 && h.2.is_none() && tops == 1).map(|h| h.0);
        let mut next = vec![None; blocks.len()];
        let mut coming: Option<Number> = None;
        for (block, slot) in blocks.iter().zip(&mut next).rev() {
            slot.clone_from(&coming);
            match &block.kind {
                BlockKind::Heading { .. } => coming = None,
                BlockKind::Paragraph(inlines) => {
                    let found = first_text(inlines).and_then(leading).map(|l| l.number).filter(|n| n.depth() > 1);
                    if let Some(number) = found {
                        coming = (!before(text, block.span.start as usize).leads_to_number).then_some(number);
                    }
                }
                _ => {}
            }
        }
        let numbered = headings.iter().any(|h| h.2.is_some());
        let headed = headings.iter().any(|h| Some(h.0) != title);
        Self { title, headed, whole: !numbered || runs_on(blocks), next }
    }
}

/// Whether the numbers of ordered lists go on from one section to the next.
fn runs_on(blocks: &[Block]) -> bool {
    let mut last = None;
    let mut crossed = false;
    let mut new_section = false;
    for block in blocks {
        new_section |= matches!(block.kind, BlockKind::Heading { .. });
        let BlockKind::List(List { start: Some(start), items, .. }) = &block.kind else { continue };
        if let Some(last) = last {
            if *start != last + 1 {
                return false;
            }
            crossed |= new_section;
        }
        new_section = false;
        last = items.last().and_then(|i| i.number);
    }
    crossed
}

struct Assembler<'t> {
    text: &'t str,
    act: ActText,
    /// Parts that are not closed yet, outermost first.
    open: Vec<Part>,
    course: Course,
    /// Anchors given, each with how often its number stood.
    used: BTreeMap<String, u32>,
    unnumbered: u32,
    whole: bool,
    headed: bool,
}

impl Assembler<'_> {
    fn block(&mut self, mut block: Block, next: Option<&Number>) {
        match &mut block.kind {
            BlockKind::Heading { level, inlines } => {
                let level = *level;
                let title = std::mem::take(inlines);
                self.section(level, title, block.span);
            }
            BlockKind::Paragraph(inlines) => {
                let alone = inlines.len() == 1;
                let found = first_text(inlines)
                    .and_then(leading)
                    .filter(|l| self.course.begins(l, &before(self.text, block.span.start as usize), alone));
                let Some(found) = found else { return self.push(block) };
                cut(inlines, found.len);
                let number_span = number_span(self.text, block.span, &found.number);
                self.clause(found.number, number_span, block.span.end);
                self.push(block);
            }
            BlockKind::List(list) if self.is_clauses(list, next) => {
                for item in std::mem::take(&mut list.items) {
                    let number = item.number.and_then(|n| Number::parse(&n.to_string()));
                    let Some(number) = number else { continue };
                    let span = number_span(self.text, item.span, &number);
                    self.clause(number, span, item.span.end);
                    for (index, block) in item.blocks.into_iter().enumerate() {
                        if index == 0 { self.push(block) } else { self.block(block, None) }
                    }
                }
            }
            _ => self.push(block),
        }
    }

    /// Whether the items of an ordered list outside lists and quotes are clauses themselves.
    fn is_clauses(&self, list: &List, next: Option<&Number>) -> bool {
        let number = |n: Option<u64>| n.and_then(|n| Number::parse(&n.to_string())).filter(|n| n.parts() < &[1000]);
        let Some(first) = number(list.start) else { return false };
        if list.items.iter().any(|i| number(i.number).is_none()) {
            return false;
        }
        // «2. Название» in a line of its own, then 2.1: a section without heading marks.
        let last = list.items.last().and_then(|i| number(i.number));
        if last.is_some_and(|n| next == Some(&n.first_child()))
            && (list.items.len() == 1 || !self.course.inside_dotted())
        {
            return true;
        }
        match self.open.iter().rev().find(|p| p.kind == PartKind::Clause) {
            Some(_) => {
                // Inside a clause a list is its items, unless it goes on from a clause with a whole number.
                let whole = self.open.iter().find(|p| p.kind == PartKind::Clause && p.level == 0);
                whole.and_then(|p| p.number.as_ref()).is_some_and(|n| n.depth() == 1 && n.next() == first)
            }
            None if self.open.is_empty() => self.whole && !self.headed,
            None => self.whole,
        }
    }

    fn push(&mut self, block: Block) {
        match self.open.last_mut() {
            Some(part) => {
                part.span.end = part.span.end.max(block.span.end);
                part.blocks.push(block);
            }
            None => self.act.preamble.push(block),
        }
    }

    fn section(&mut self, level: u8, mut title: Vec<Inline>, span: Span) {
        while self.open.last().is_some_and(|p| p.kind == PartKind::Clause || p.level >= level) {
            self.close();
        }
        let found = of_heading(&plain_text(&title));
        let (number, number_span, anchor) = match found {
            Some((number, len)) => {
                cut(&mut title, len);
                self.course.pass(&number);
                let anchor = self.anchor(&number);
                let place = number_span(self.text, span, &number);
                (Some(number), place, anchor)
            }
            None => {
                self.unnumbered += 1;
                (None, span, format!("h{}", self.unnumbered))
            }
        };
        self.open.push(Part {
            kind: PartKind::Section,
            number,
            anchor,
            span,
            number_span,
            title,
            level,
            blocks: Vec::new(),
            children: Vec::new(),
        });
    }

    fn clause(&mut self, number: Number, number_span: Span, end: u32) {
        let under = |p: &Part| p.number.as_ref().is_some_and(|n| number.is_under(n));
        while let Some(last) = self.open.last() {
            let stays = match last.kind {
                PartKind::Clause => under(last),
                // A clause of the section around this one (`2.5` after the section `2.4`).
                PartKind::Section => {
                    last.number.is_none()
                        || under(last)
                        || !self.open.iter().any(|p| p.kind == PartKind::Section && under(p))
                }
            };
            if stays {
                break;
            }
            self.close();
        }
        self.course.pass(&number);
        let anchor = self.anchor(&number);
        self.open.push(Part {
            kind: PartKind::Clause,
            number: Some(number),
            anchor,
            span: Span { start: number_span.start, end },
            number_span,
            title: Vec::new(),
            level: 0,
            blocks: Vec::new(),
            children: Vec::new(),
        });
    }

    /// `p2.4`, and `p2.4_2` where the number stands a second time.
    fn anchor(&mut self, number: &Number) -> String {
        let anchor = format!("p{number}");
        let count = self.used.entry(anchor.clone()).or_insert(0);
        *count += 1;
        if *count == 1 { anchor } else { format!("{anchor}_{count}") }
    }

    /// Closes the innermost part: it goes to the one around it.
    fn close(&mut self) {
        let Some(mut part) = self.open.pop() else { return };
        paragraphs::number(&mut part);
        match self.open.last_mut() {
            Some(around) => {
                around.span.end = around.span.end.max(part.span.end);
                around.children.push(part);
            }
            None => self.act.parts.push(part),
        }
    }

    fn finish(mut self) -> ActText {
        while !self.open.is_empty() {
            self.close();
        }
        // Anchors of headings belong to ordinary pages; here places have numbers.
        for block in &mut self.act.preamble {
            block.anchor = None;
        }
        self.act.numbered()
    }
}

/// The text that inlines begin with, through emphasis.
fn first_text(inlines: &[Inline]) -> Option<&str> {
    match inlines.first()? {
        Inline::Text(text) => Some(text),
        Inline::Strong(inner) | Inline::Emphasis(inner) => first_text(inner),
        _ => None,
    }
}

/// Takes `len` bytes of text off the head, and what is empty after that.
fn cut(inlines: &mut Vec<Inline>, len: usize) {
    let mut left = len;
    while left > 0 && !inlines.is_empty() {
        match &mut inlines[0] {
            Inline::Text(text) => {
                let take = left.min(text.len());
                text.replace_range(..take, "");
                left -= take;
                if text.is_empty() {
                    inlines.remove(0);
                }
            }
            Inline::Strong(inner) | Inline::Emphasis(inner) => {
                let before = plain_text(inner).len();
                cut(inner, left);
                left -= (before - plain_text(inner).len()).min(left);
                if !inner.is_empty() {
                    break;
                }
                inlines.remove(0);
            }
            _ => break,
        }
    }
    // The white space between the number and the words.
    while let Some(Inline::SoftBreak | Inline::HardBreak) = inlines.first() {
        inlines.remove(0);
    }
    if let Some(Inline::Text(text)) = inlines.first_mut() {
        let blank = text.len() - text.trim_start().len();
        text.replace_range(..blank, "");
        if text.is_empty() {
            inlines.remove(0);
        }
    }
}

/// Where a number stands in the source of a block, its dots escaped or not; the whole first line if it cannot be found.
fn number_span(text: &str, block: Span, number: &Number) -> Span {
    let source = text.get(block.range()).unwrap_or_default();
    let line = source.split(['\n', '\r']).next().unwrap_or_default();
    let digits = number.to_string();
    for (start, _) in line.match_indices(|c: char| c.is_ascii_digit()) {
        let mut wanted = digits.bytes().peekable();
        let mut end = start;
        for byte in line[start..].bytes() {
            match wanted.peek() {
                Some(w) if *w == byte => {
                    wanted.next();
                }
                Some(b'.') if byte == b'\\' => {}
                _ => break,
            }
            end += 1;
        }
        if wanted.peek().is_none() {
            return Span::new(start, end).shifted(block.start as usize);
        }
    }
    Span::new(0, line.trim_end().len()).shifted(block.start as usize)
}
