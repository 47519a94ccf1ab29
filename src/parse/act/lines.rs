//! Clauses and items that pasted text hides inside paragraphs, and what makes markdown see them.

use crate::base::{FileId, Number, Span};
use crate::diag::{Diagnostic, Diagnostics, Place, codes};
use crate::parse::edits::Edit;
use crate::parse::markdown::{LinePlace, LineStart};

use super::numbers::{Before, Course, before, leading, of_heading};

/// What to change in the body of the file (in coordinates of the body) so that every clause begins a paragraph and
/// every item a list item; a note for each change.
pub(super) fn edits(file: FileId, text: &str, base: usize, lines: &[LineStart], out: &mut Diagnostics) -> Vec<Edit> {
    let body = text.get(base..).unwrap_or_default();
    let mut scan = Scan { file, body, base, course: Course::default(), edits: Vec::new(), run: None };
    for line in lines {
        scan.line(*line, out);
    }
    scan.end_run(out);
    scan.edits
}

struct Scan<'t> {
    file: FileId,
    body: &'t str,
    base: usize,
    course: Course,
    edits: Vec<Edit>,
    run: Option<Run>,
}

/// Items with the same sign in one clause, told in one note.
struct Run {
    sign: char,
    count: usize,
    first: Span,
}

impl Scan<'_> {
    fn line(&mut self, line: LineStart, out: &mut Diagnostics) {
        let tail = &self.body[line.at..];
        let words = tail.trim_start_matches([' ', '\t', '\r', '\n']);
        let at = line.at + (tail.len() - words.len());
        let words = words.split(['\n', '\r']).next().unwrap_or_default();
        let plain = unmarked(words);
        let before = before(self.body, at);
        match line.place {
            LinePlace::Heading => {
                self.end_run(out);
                let title = words.trim_start_matches('#').trim();
                if let Some((number, _)) = of_heading(&unmarked(title)) {
                    self.course.pass(&number);
                }
            }
            LinePlace::OrderedItem { first } => self.ordered_item(first, at, words, before, out),
            LinePlace::Paragraph => {
                if let Some(found) = leading(&plain).filter(|l| self.course.begins(l, &before, false)) {
                    self.end_run(out);
                    self.course.pass(&found.number);
                } else {
                    self.bullet(line.place, at, words, before, out);
                }
            }
            LinePlace::ItemParagraph | LinePlace::Broken { .. } => {
                if let Some(found) = leading(&plain).filter(|l| self.course.joins(l, &before)) {
                    self.end_run(out);
                    self.join(at, words, &found.number, out);
                    self.course.pass(&found.number);
                } else {
                    self.bullet(line.place, at, words, before, out);
                }
            }
        }
    }

    fn ordered_item(&mut self, first: bool, at: usize, words: &str, before: Before, out: &mut Diagnostics) {
        let Some(found) = leading(words) else { return };
        let dotted = self.course.inside_dotted();
        let (start, _) = self.line_start(at);
        let head = self.body[..start].trim_end_matches(['\r', '\n']);
        let follows_text = first && self.body[head.len()..start].matches('\n').count() == 1;
        if follows_text && dotted && self.course.joins(&found, &before) {
            // «3. Права» right below the last line of clause 2.5.
            self.join(at, words, &found.number, out);
            self.course.pass(&found.number);
            return;
        }
        if follows_text && !self.edits.is_empty() {
            // What stands before may have become a paragraph, which no list but one from 1 can end.
            self.edit(Edit { start, end: start, put: "\n" });
        }
        // Items of a clause are numbered too; only a list that goes on from a section counts.
        if self.course.expects(&found.number) && (!dotted || (first && found.number.parts() != [1])) {
            self.course.pass(&found.number);
        }
    }

    /// Puts an empty line before a clause.
    fn join(&mut self, at: usize, words: &str, number: &Number, out: &mut Diagnostics) {
        let start = self.line_start(at);
        self.edit(Edit { start: start.0, end: at, put: if start.1 { "\n\n" } else { "\n" } });
        let digits = words.find(|c: char| c.is_ascii_digit()).unwrap_or(0);
        let len = number_len(&words[digits..]);
        if number.depth() == 1 {
            // `2. Название` would be a list; with its dot escaped it is a paragraph.
            let dot = at + digits + len;
            self.edit(Edit { start: dot, end: dot, put: "\\" });
        }
        let span = Span::new(at + digits, at + digits + len).shifted(self.base);
        out.push(Diagnostic::new(codes::CLAUSE_JOINED, Place::span(self.file, span)).arg("number", number.to_string()));
    }

    /// Makes a list item of a line that begins with a bullet sign.
    fn bullet(&mut self, place: LinePlace, at: usize, words: &str, before: Before, out: &mut Diagnostics) {
        let Some((sign, len)) = sign(words) else { return };
        let broken = matches!(place, LinePlace::Broken { .. });
        if is_dash(sign) && broken {
            // A dash may merely have wrapped to the new line.
            let last = self.body[..at].trim_end().chars().next_back();
            let in_run = self.run.as_ref().is_some_and(|run| run.sign == sign);
            let spaced = words[sign.len_utf8()..].starts_with(char::is_whitespace);
            let fits = match last {
                Some(':' | ';') => true,
                Some('.') => spaced || in_run,
                Some(',') => in_run,
                _ => false,
            };
            if !fits || before.leads_to_number {
                return;
            }
        } else if is_dash(sign) && !words[sign.len_utf8()..].starts_with(char::is_whitespace) {
            return;
        }
        let (start, hard) = self.line_start(at);
        let nested = matches!(place, LinePlace::ItemParagraph | LinePlace::Broken { in_item: true }) && at - start >= 2;
        let start = if nested && !hard { at } else { start };
        self.edit(Edit { start, end: at + len, put: if hard { "\n- " } else { "- " } });
        let first = Span::new(at, at + sign.len_utf8()).shifted(self.base);
        match &mut self.run {
            Some(run) if run.sign == sign => run.count += 1,
            _ => {
                self.end_run(out);
                self.run = Some(Run { sign, count: 1, first });
            }
        }
    }

    fn end_run(&mut self, out: &mut Diagnostics) {
        let Some(run) = self.run.take() else { return };
        let sign = if run.sign.is_control() || is_private(run.sign) {
            format!("U+{:04X}", u32::from(run.sign))
        } else {
            run.sign.to_string()
        };
        out.push(
            Diagnostic::new(codes::WORD_BULLET, Place::span(self.file, run.first))
                .arg("sign", sign)
                .arg("count", run.count),
        );
    }

    /// Where the white space before `at` begins, and whether a hard line break by backslash stands there and must go.
    fn line_start(&self, at: usize) -> (usize, bool) {
        let head = self.body[..at].trim_end_matches([' ', '\t']);
        let before_break = head.strip_suffix('\n').map(|h| h.strip_suffix('\r').unwrap_or(h));
        match before_break {
            Some(h) if h.ends_with('\\') && !h.ends_with("\\\\") => (h.len() - 1, true),
            _ => (head.len(), false),
        }
    }

    fn edit(&mut self, edit: Edit) {
        if self.edits.last().is_none_or(|last| last.end <= edit.start) {
            self.edits.push(edit);
        }
    }
}

/// A line without the marks of emphasis and the backslashes that may stand round a number at its head.
fn unmarked(words: &str) -> std::borrow::Cow<'_, str> {
    let head = words.trim_start_matches(['*', '_']);
    let number = head.len()
        - head.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '\\' | '*' | '_' | ')')).len();
    if number == 0 || (head.len() == words.len() && !head[..number].contains(['\\', '*', '_'])) {
        return words.into();
    }
    let mut plain: String = head[..number].chars().filter(|c| !matches!(c, '\\' | '*' | '_')).collect();
    plain.push_str(&head[number..]);
    plain.into()
}

fn number_len(text: &str) -> usize {
    let token = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '\\')).len();
    text[..token].trim_end_matches(['.', '\\']).len()
}

/// A bullet sign at the head of a line, and how many bytes lead to the words after it.
fn sign(words: &str) -> Option<(char, usize)> {
    let sign = words.chars().next()?;
    let rest = &words[sign.len_utf8()..];
    let text = rest.trim_start();
    let apart = text.len() < rest.len();
    let word_follows =
        text.chars().next()?.is_alphanumeric() || text.starts_with(['«', '"', '(', '„', '“', '[', '*', '_']);
    let fits = match sign {
        '•' | '▪' | '●' | '○' | '◦' | '■' | '□' | '▫' | '‣' | '⁃' | '∙' | '◾' | '◆' | '♦' | '❖' | '➢' | '➤' | '✓'
        | '✔' => true,
        c if is_private(c) => true,
        '·' => apart,
        c if is_dash(c) => apart || text.starts_with(char::is_alphabetic),
        // The round bullet of Word's second level is a letter with a tab after it.
        'o' => rest.starts_with('\t'),
        _ => false,
    };
    (fits && word_follows).then(|| (sign, words.len() - text.len()))
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '−' | '‑')
}

fn is_private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}')
}
