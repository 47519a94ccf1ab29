//! Defined terms, abbreviations and cited acts recognised in text and made into inlines.
//!
//! A term is found in any of its forms (by stems, word after word), an abbreviation and an act by their very letters.
//! Only the first occurrence in a clause or section is marked: one mark helps, twenty disturb.

use std::collections::{BTreeMap, BTreeSet};

use snowball_stemmers_rs::{Algorithm, Stemmer};

use super::doc::{ActText, BlockKind, Doc, Inline, Part};
use super::references::{each_run, push_text, split_runs};

/// Everything that can be recognised, compiled once for a site.
pub(crate) struct Matcher {
    russian: Stemmer,
    english: Stemmer,
    /// By the key of their first word, the longest first.
    phrases: BTreeMap<String, Vec<Phrase>>,
}

/// Words to be found one after the other.
struct Phrase {
    /// Keys of the words: stems for terms, the words themselves for abbreviations and acts.
    words: Vec<String>,
    /// Whether letters count as they are.
    exact: bool,
    what: What,
}

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum What {
    Term(String),
    Act(String),
}

/// A word of a text with its place.
struct Token<'t> {
    text: &'t str,
    start: usize,
    end: usize,
}

impl Matcher {
    /// From terms (code, term, abbreviation) and acts (code, number, short name).
    pub(crate) fn new<'a>(
        terms: impl Iterator<Item = (&'a str, &'a str, Option<&'a str>)>,
        acts: impl Iterator<Item = (&'a str, &'a str, Option<&'a str>)>,
    ) -> Self {
        let mut matcher = Self {
            russian: Stemmer::create(Algorithm::Russian),
            english: Stemmer::create(Algorithm::English),
            phrases: BTreeMap::new(),
        };
        for (id, term, abbreviation) in terms {
            matcher.add(term, false, &What::Term(id.to_owned()));
            if let Some(short) = abbreviation {
                matcher.add(short, true, &What::Term(id.to_owned()));
            }
        }
        for (id, number, short) in acts {
            let what = What::Act(id.to_owned());
            // A bare number is distinctive only after «№».
            let bare = number.bytes().all(|b| b.is_ascii_digit());
            matcher.add(&if bare { format!("№ {number}") } else { number.to_owned() }, true, &what);
            if let Some(short) = short {
                matcher.add(short, true, &what);
            }
        }
        for phrases in matcher.phrases.values_mut() {
            phrases.sort_by(|a, b| b.words.len().cmp(&a.words.len()).then_with(|| a.what.cmp(&b.what)));
        }
        matcher
    }

    fn add(&mut self, text: &str, exact: bool, what: &What) {
        let words: Vec<String> = tokens(text).iter().map(|t| self.key(t.text, exact)).collect();
        // A single letter or figure is nobody's term.
        if words.is_empty() || (words.len() == 1 && text.chars().count() < 2) {
            return;
        }
        if let Some(first) = words.first().cloned() {
            self.phrases.entry(first).or_default().push(Phrase { words, exact, what: what.clone() });
        }
    }

    /// What a word is compared by.
    fn key(&self, word: &str, exact: bool) -> String {
        if exact {
            return word.to_owned();
        }
        let lower = word.to_lowercase().replace('ё', "е");
        let cyrillic = lower.chars().any(|c| matches!(c, 'а'..='я'));
        let stemmer = if cyrillic { &self.russian } else { &self.english };
        stemmer.stem(&lower).into_owned()
    }

    /// Marks a regulation, anew in each section and clause.
    pub(crate) fn mark_act(&self, act: &mut ActText) {
        if self.phrases.is_empty() {
            return;
        }
        let mut seen = BTreeSet::new();
        each_run(&mut act.preamble, &mut |inlines, _| self.mark(inlines, &mut seen));
        act.parts.iter_mut().for_each(|part| self.mark_part(part));
    }

    fn mark_part(&self, part: &mut Part) {
        let mut seen = BTreeSet::new();
        each_run(&mut part.blocks, &mut |inlines, _| self.mark(inlines, &mut seen));
        part.children.iter_mut().for_each(|child| self.mark_part(child));
    }

    /// Marks another text, anew after each heading.
    pub(crate) fn mark_doc(&self, doc: &mut Doc) {
        if self.phrases.is_empty() {
            return;
        }
        let mut seen = BTreeSet::new();
        for block in &mut doc.blocks {
            if matches!(block.kind, BlockKind::Heading { .. }) {
                seen.clear();
            }
            each_run(std::slice::from_mut(block), &mut |inlines, _| self.mark(inlines, &mut seen));
        }
    }

    fn mark(&self, inlines: &mut Vec<Inline>, seen: &mut BTreeSet<What>) {
        *inlines = split_runs(std::mem::take(inlines), |text, out| {
            let tokens = tokens(&text);
            let (mut done, mut i) = (0, 0);
            while i < tokens.len() {
                let Some((phrase, count)) = self.at(&text, &tokens, i) else {
                    i += 1;
                    continue;
                };
                let span = tokens.get(i).map(|t| t.start).zip(tokens.get(i + count - 1).map(|t| t.end));
                if let Some((start, end)) = span.map(|(start, end)| (start, closed(&text, start, end)))
                    && seen.insert(phrase.what.clone())
                    && let (Some(before), Some(words)) = (text.get(done..start), text.get(start..end))
                {
                    push_text(before, out);
                    let words = words.replace('\n', " ");
                    out.push(match &phrase.what {
                        What::Term(id) => Inline::Term { id: id.clone(), text: words },
                        What::Act(id) => Inline::Act { id: id.clone(), text: words },
                    });
                    done = end;
                }
                i += count;
            }
            push_text(text.get(done..).unwrap_or_default(), out);
        });
    }

    /// The longest phrase that begins with the token at `i`, and its number of tokens.
    fn at(&self, text: &str, tokens: &[Token<'_>], i: usize) -> Option<(&Phrase, usize)> {
        let first = tokens.get(i)?;
        let exact = self.phrases.get(first.text);
        let stem = self.phrases.get(&self.key(first.text, false));
        exact
            .into_iter()
            .flatten()
            .filter(|p| p.exact)
            .chain(stem.into_iter().flatten().filter(|p| !p.exact))
            .filter(|phrase| {
                let count = phrase.words.len();
                let Some(window) = tokens.get(i..i + count) else { return false };
                let joined = window.windows(2).all(|pair| match pair {
                    [a, b] => text.get(a.end..b.start).is_some_and(only_space),
                    _ => true,
                });
                joined && window.iter().zip(&phrase.words).all(|(t, word)| self.key(t.text, phrase.exact) == *word)
            })
            .max_by_key(|phrase| phrase.words.len())
            .map(|phrase| (phrase, phrase.words.len()))
    }
}

/// The end of a phrase, moved behind the quotation mark that closes one inside it.
fn closed(text: &str, start: usize, end: usize) -> usize {
    let inside = text.get(start..end).unwrap_or_default();
    let open = inside.contains('«') && !inside.contains('»');
    let after = text.get(end..).unwrap_or_default();
    if open && after.starts_with('»') { end + '»'.len_utf8() } else { end }
}

/// Whether words with this between them belong together: white space and quotation marks.
fn only_space(between: &str) -> bool {
    between.chars().all(|c| c.is_whitespace() || matches!(c, '«' | '»' | '„' | '“' | '"'))
}

/// Words of letters, figures and the signs that act numbers and compound words have inside.
fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut start = None;
    for (i, c) in text.char_indices().chain([(text.len(), ' ')]) {
        let inside = c.is_alphanumeric() || matches!(c, '-' | '.' | '/' | '№' | '_' | '@');
        match start {
            None if inside => start = Some(i),
            Some(from) if !inside => {
                let word = text.get(from..i).unwrap_or_default();
                let trimmed = word.trim_matches(['-', '.', '/']);
                if !trimmed.is_empty() {
                    let from = from + word.len() - word.trim_start_matches(['-', '.', '/']).len();
                    tokens.push(Token { text: trimmed, start: from, end: from + trimmed.len() });
                }
                start = None;
            }
            _ => {}
        }
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::super::markdown;
    use super::*;
    use crate::base::FileId;
    use crate::diag::Diagnostics;

    fn shown(text: &str) -> String {
        let terms = [
            ("ikop", "информационно-коммуникационная платформа «Сферум»", Some("ИКОП «Сферум»")),
            ("profile", "учебный профиль", None),
            ("sferum", "Сферум", None),
        ];
        let acts = [
            ("sanpin", "1.2.3685-21", Some("СанПиН 1.2.3685-21")),
            ("letter", "04-423", None),
            ("requirements", "1493", None),
        ];
        let matcher = Matcher::new(terms.into_iter(), acts.into_iter());
        let mut doc = markdown::parse(FileId(0), text, 0, &mut Diagnostics::default());
        matcher.mark_doc(&mut doc);
        let mut shown = String::new();
        each_run(&mut doc.blocks, &mut |inlines, _| {
            for inline in inlines.iter() {
                match inline {
                    Inline::Term { id, text } | Inline::Act { id, text } => shown.push_str(&format!("[{text}|{id}]")),
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
    fn terms_in_any_form() {
        check("в учебном\nпрофиле школы", "в [учебном профиле|profile] школы");
        check("учебный год и профиль", "учебный год и профиль");
        check("вход в ИКОП «Сферум» открыт", "вход в [ИКОП «Сферум»|ikop] открыт");
        check("Сферум", "[Сферум|sferum]");
    }

    #[test]
    fn the_first_in_each_section_only() {
        check("учебный профиль и учебный профиль", "[учебный профиль|profile] и учебный профиль");
        check("учебный профиль\n\n## Ещё\n\nучебный профиль", "[учебный профиль|profile][учебный профиль|profile]");
    }

    #[test]
    fn acts_by_their_numbers() {
        check("по СанПиН 1.2.3685-21.", "по [СанПиН 1.2.3685-21|sanpin].");
        check("письмо № 04-423, требования № 1493", "письмо № [04-423|letter], требования [№ 1493|requirements]");
        check("в 1493 году", "в 1493 году");
    }
}
