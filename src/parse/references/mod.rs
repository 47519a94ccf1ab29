//! References in plain text («пункт 2.4», «абзац второй пункта 2.3», «раздел 3») recognised and made into inlines.
//!
//! Only the wording is judged here. A number that belongs to another act («п. 2 ст. 29 Закона», «пункт 16 Правил»)
//! or to a name («1.2.3685-21») is left alone; whether the clause exists is for the checks to say.

mod grammar;

use crate::base::{Address, Span};

use super::doc::{ActText, Block, BlockKind, Doc, Inline, Part, PartKind, Reference};

/// Recognises references in the text of a regulation; `source` is the text of its file.
pub(crate) fn link_act(act: &mut ActText, slug: &str, source: &str) {
    let mut whole_clauses = false;
    act.walk(&mut |part| {
        whole_clauses |= part.kind == PartKind::Clause && part.number.as_ref().is_some_and(|n| n.depth() == 1);
    });
    let linker = Linker { regulation: Some(slug), whole_clauses, source };
    linker.blocks(&mut act.preamble);
    act.parts.iter_mut().for_each(|part| linker.part(part));
    act.footnotes.iter_mut().for_each(|footnote| linker.blocks(&mut footnote.blocks));
}

/// Recognises references in another text; the regulation they mean is filled in by [`bind`].
pub(crate) fn link_doc(doc: &mut Doc, source: &str) {
    let linker = Linker { regulation: None, whole_clauses: false, source };
    linker.blocks(&mut doc.blocks);
    doc.footnotes.iter_mut().for_each(|footnote| linker.blocks(&mut footnote.blocks));
}

/// Fills in the regulation of references that were recognised without one; without a regulation they are text again.
pub(crate) fn bind(doc: &mut Doc, slug: Option<&str>) {
    let set = |inlines: &mut Vec<Inline>| {
        for inline in inlines {
            if let Inline::Reference(reference) = inline {
                match slug {
                    Some(slug) => reference.address.regulation = Some(slug.to_owned()),
                    None => *inline = Inline::Text(std::mem::take(&mut reference.text)),
                }
            }
        }
    };
    each_run(&mut doc.blocks, &mut |inlines, _| set(inlines));
    doc.footnotes.iter_mut().for_each(|footnote| each_run(&mut footnote.blocks, &mut |inlines, _| set(inlines)));
}

/// Visits every run of inlines that is neither in a link nor in code, with the span of its block.
pub(super) fn each_run(blocks: &mut [Block], visit: &mut dyn FnMut(&mut Vec<Inline>, Span)) {
    for block in blocks {
        let span = block.span;
        match &mut block.kind {
            BlockKind::Paragraph(inlines) => run(inlines, span, visit),
            BlockKind::List(list) => list.items.iter_mut().for_each(|item| each_run(&mut item.blocks, visit)),
            BlockKind::Quote { blocks, .. } => each_run(blocks, visit),
            BlockKind::Table(table) => {
                table.head.iter_mut().chain(table.rows.iter_mut().flatten()).for_each(|cell| run(cell, span, visit));
            }
            BlockKind::Definitions(definitions) => {
                definitions.iter_mut().flat_map(|d| &mut d.meanings).for_each(|meaning| each_run(meaning, visit));
            }
            BlockKind::Heading { .. } | BlockKind::Code { .. } | BlockKind::Html(_) | BlockKind::Rule => {}
        }
    }
}

fn run(inlines: &mut Vec<Inline>, span: Span, visit: &mut dyn FnMut(&mut Vec<Inline>, Span)) {
    for inline in inlines.iter_mut() {
        if let Inline::Emphasis(c)
        | Inline::Strong(c)
        | Inline::Strike(c)
        | Inline::Superscript(c)
        | Inline::Subscript(c) = inline
        {
            run(c, span, visit);
        }
    }
    visit(inlines, span);
}

/// Texts and soft breaks that follow each other, as one text with a line feed for each break; the rest as it was.
pub(super) fn split_runs(inlines: Vec<Inline>, mut on_text: impl FnMut(String, &mut Vec<Inline>)) -> Vec<Inline> {
    let mut result = Vec::with_capacity(inlines.len());
    let mut text = String::new();
    for inline in inlines {
        match inline {
            Inline::Text(t) => text.push_str(&t),
            Inline::SoftBreak => text.push('\n'),
            other => {
                if !text.is_empty() {
                    on_text(std::mem::take(&mut text), &mut result);
                }
                result.push(other);
            }
        }
    }
    if !text.is_empty() {
        on_text(text, &mut result);
    }
    result
}

/// Gives back a text as inlines, its line feeds as soft breaks.
pub(super) fn push_text(text: &str, out: &mut Vec<Inline>) {
    for (i, line) in text.split('\n').enumerate() {
        if i > 0 {
            out.push(Inline::SoftBreak);
        }
        if !line.is_empty() {
            out.push(Inline::Text(line.to_owned()));
        }
    }
}

struct Linker<'a> {
    regulation: Option<&'a str>,
    /// Whether clauses of this act have whole numbers, so that «пункт 3» alone is a reference.
    whole_clauses: bool,
    source: &'a str,
}

impl Linker<'_> {
    fn part(&self, part: &mut Part) {
        self.blocks(&mut part.blocks);
        part.children.iter_mut().for_each(|child| self.part(child));
    }

    fn blocks(&self, blocks: &mut [Block]) {
        each_run(blocks, &mut |inlines, span| {
            // Where in the source the last reference of this block ended, so that equal ones get their own places.
            let mut from = span.start as usize;
            *inlines = split_runs(std::mem::take(inlines), |text, out| {
                let mut done = 0;
                for found in grammar::find(&text, self.whole_clauses) {
                    let (Some(before), Some(words)) = (text.get(done..found.start), text.get(found.start..found.end))
                    else {
                        continue;
                    };
                    push_text(before, out);
                    let place = place_of(self.source, from, span, words);
                    from = place.map_or(from, |p| p.end as usize);
                    let mut address = Address::clause(found.number);
                    address.regulation = self.regulation.map(str::to_owned);
                    out.push(Inline::Reference(Reference {
                        address,
                        paragraph: found.paragraph,
                        text: words.replace('\n', " "),
                        span: place.unwrap_or(span),
                    }));
                    done = found.end;
                }
                push_text(text.get(done..).unwrap_or_default(), out);
            });
        });
    }
}

/// Where the words stand in the source of a block, whatever white space or quote marks its lines have.
fn place_of(source: &str, from: usize, block: Span, words: &str) -> Option<Span> {
    let from = from.max(block.start as usize);
    let haystack = source.get(from..(block.end as usize).min(source.len()))?;
    let wanted: Vec<char> = words.chars().filter(|c| !c.is_whitespace()).collect();
    let first = *wanted.first()?;
    haystack.match_indices(first).find_map(|(start, _)| {
        let mut left = wanted.iter().peekable();
        for (offset, c) in haystack.get(start..)?.char_indices() {
            match left.peek() {
                Some(&&w) if w == c => {
                    left.next();
                    if left.peek().is_none() {
                        let end = start + offset + c.len_utf8();
                        return Some(Span::new(from + start, from + end));
                    }
                }
                Some(_) if c.is_whitespace() || matches!(c, '>' | '*' | '_' | '\\') => {}
                _ => return None,
            }
        }
        None
    })
}

#[cfg(test)]
mod tests {
    use super::super::markdown;
    use super::*;
    use crate::base::FileId;
    use crate::diag::Diagnostics;

    /// The text with each reference as `[words|address]`, абзац after `:`.
    fn shown(text: &str) -> String {
        let mut doc = markdown::parse(FileId(0), text, 0, &mut Diagnostics::default());
        link_doc(&mut doc, text);
        let mut shown = String::new();
        each_run(&mut doc.blocks, &mut |inlines, _| {
            for inline in inlines.iter() {
                match inline {
                    Inline::Reference(r) => {
                        let paragraph = r.paragraph.map_or(String::new(), |n| format!(":{n}"));
                        assert!(text[r.span.range()].starts_with(r.text.chars().next().unwrap()), "place of {r:?}");
                        shown.push_str(&format!("[{}|{}{paragraph}]", r.text, r.address));
                    }
                    Inline::Text(t) => shown.push_str(t),
                    Inline::SoftBreak => shown.push(' '),
                    _ => {}
                }
            }
        });
        shown
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(shown(text), expected);
    }

    #[test]
    fn clauses_in_every_form() {
        check("см. п. 2.4.", "см. [п. 2.4|2.4].");
        check("по пункту 2.3 Положения", "по [пункту 2.3|2.3] Положения");
        check("пунктами 2.3 и 2.4 и далее", "[пунктами 2.3|2.3] и [2.4|2.4] и далее");
        check("пп. 2.3, 2.4 и 3.1;", "[пп. 2.3|2.3], [2.4|2.4] и [3.1|3.1];");
        check("(пункт\n2.10)", "([пункт 2.10|2.10])");
        check("пункты 2.3–2.5 и подпункт 2.4.1", "[пункты 2.3|2.3]–2.5 и [подпункт 2.4.1|2.4.1]");
        check("see clause 2.4, section 3", "see [clause 2.4|2.4], [section 3|3]");
        check("раздел 3, в разделе 2 Положения", "[раздел 3|3], в [разделе 2|2] Положения");
    }

    #[test]
    fn paragraphs_of_clauses() {
        check("абзац второй пункта 2.3", "[абзац второй пункта 2.3|2.3:2]");
        check("в абзаце восьмом пункта 2.4, и", "в [абзаце восьмом пункта 2.4|2.4:8], и");
        check("Основание: абзац двадцать первый пункта 2.4.", "Основание: [абзац двадцать первый пункта 2.4|2.4:21].");
        check("абз. 2 п. 2.3", "[абз. 2 п. 2.3|2.3:2]");
        check("абзацы второй и третий пункта 2.3", "[абзацы второй и третий пункта 2.3|2.3:2]");
    }

    #[test]
    fn never_falsely() {
        for text in [
            "СанПиН 1.2.3685-21",
            "СП 2.4.3648-20, п. 2.4.3648-20",
            "п. 2 ст. 29 Закона",
            "пункт 16 Правил, утверждённых постановлением",
            "пункта 2.1 настоящего приказа",
            "пункт 2.1 Федерального закона",
            "статьи 29 пункт 2.1",
            "пункт 3",
            "п.2",
            "на 2.4 больше",
            "пункт выдачи 2.4",
            "`пункт 2.4`",
            "раздел 2.4",
            "пункт 2.4а",
        ] {
            assert!(!shown(text).contains('['), "{text}: {}", shown(text));
        }
    }

    #[test]
    fn a_text_without_regulation_stays_text() {
        let mut doc = markdown::parse(FileId(0), "по пункту 2.3", 0, &mut Diagnostics::default());
        link_doc(&mut doc, "по пункту 2.3");
        bind(&mut doc, None);
        each_run(&mut doc.blocks, &mut |inlines, _| assert!(inlines.iter().all(|i| matches!(i, Inline::Text(_)))));
    }
}
