//! Printed numbers at the head of a line: which are numbers of clauses, and which merely wrapped to a new line.

use crate::base::Number;

/// A number at the head of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Leading {
    pub(super) number: Number,
    /// Bytes up to the text itself: white space, number, dot, white space.
    pub(super) len: usize,
    /// Whether a dot (or bracket) closes the number.
    pub(super) closed: bool,
    pub(super) next: Next,
}

/// What the text after a number begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Next {
    Nothing,
    /// A capital letter or an opening quote or bracket.
    Capital,
    Small,
    Other,
}

/// Numbers of clauses are small; 2024 is a year.
const MAX_PART: u32 = 999;

/// Reads a number at the head of a text; `None` for dates, numbers of other acts, amounts.
pub(super) fn leading(text: &str) -> Option<Leading> {
    let start = text.len() - text.trim_start().len();
    let rest = &text[start..];
    let token = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.').len();
    let (token, rest) = rest.split_at(token);
    let number = Number::parse(token)?;
    if number.parts().iter().any(|&p| p > MAX_PART) {
        return None;
    }
    let bracket = !token.ends_with('.') && rest.starts_with(')');
    let rest = if bracket { &rest[1..] } else { rest };
    let closed = bracket || token.ends_with('.');
    let body = rest.trim_start();
    let next = match body.chars().next() {
        None => Next::Nothing,
        Some(c) if c.is_uppercase() || matches!(c, '«' | '"' | '“' | '„' | '(' | '[') => Next::Capital,
        Some(c) if c.is_alphabetic() => Next::Small,
        Some(_) => Next::Other,
    };
    let apart = body.len() < rest.len() || body.is_empty() || (closed && next == Next::Capital);
    // «28.12.21 № 2», «01.09.25 г.», «2.5 %».
    let measure =
        ["№", "%", "°", "г.", "гг.", "год", "руб", "час", "минут", "балл"].iter().any(|m| body.starts_with(m));
    (apart && !measure).then(|| Leading { number, len: text.len() - body.len(), closed, next })
}

/// The words that head a numbered section besides a bare number.
const SECTION_WORDS: [&str; 10] =
    ["раздел", "глава", "статья", "часть", "пункт", "section", "chapter", "article", "clause", "§"];

/// The number of a heading and how many bytes of it are the number: `2. Название`, `2 Название`, `Раздел 2. Название`.
pub(super) fn of_heading(text: &str) -> Option<(Number, usize)> {
    let trimmed = text.trim_start();
    let lower = trimmed.to_lowercase();
    // Lower case may differ in length only for letters that none of these words has.
    let word = SECTION_WORDS.iter().find(|w| lower.starts_with(**w)).map_or(0, |w| w.len());
    let after = trimmed.get(word..).unwrap_or_default();
    if word > 0 && (after.starts_with(char::is_whitespace) || lower.starts_with('§')) {
        let body = after.trim_start();
        let token = body.len() - body.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.').len();
        let number = Number::parse(&body[..token])?;
        let rest = &body[token..];
        let ends = rest.is_empty() || rest.starts_with([' ', '\u{a0}', ':', ')', '—', '–']);
        let title = rest.trim_start_matches([':', ')', '—', '–', ' ', '\u{a0}']);
        return ends.then(|| (number, text.len() - title.len()));
    }
    let found = leading(text)?;
    let bare = found.number.depth() == 1 && !found.closed;
    let fits = !bare || matches!(found.next, Next::Capital | Next::Nothing);
    fits.then_some((found.number, found.len))
}

/// Where the numbering stands: the last number that was read.
#[derive(Clone, Debug, Default)]
pub(super) struct Course {
    current: Option<Number>,
}

impl Course {
    pub(super) fn pass(&mut self, number: &Number) {
        self.current = Some(number.clone());
    }

    /// Whether a clause below a section is open.
    pub(super) fn inside_dotted(&self) -> bool {
        self.current.as_ref().is_some_and(|n| n.depth() > 1)
    }

    /// Whether a number may follow: the next on its level, the first below, the next of a level above, with or without
    /// the section's own line.
    pub(super) fn expects(&self, number: &Number) -> bool {
        let Some(current) = &self.current else { return number.parts().iter().all(|&p| p == 1) && number.depth() <= 2 };
        if *number == current.next() || *number == current.first_child() {
            return true;
        }
        let mut above = current.parent();
        while let Some(ancestor) = above {
            let next = ancestor.next();
            if *number == next || *number == next.first_child() {
                return true;
            }
            above = ancestor.parent();
        }
        false
    }

    /// Whether a number of two levels leaves some out, in this section or in the next.
    fn skips_to(&self, number: &Number) -> bool {
        let Some(current) = &self.current else { return false };
        let section = |n: &Number| n.parts().first().copied().unwrap_or(0);
        number.depth() == 2 && number > current && (0..=1).contains(&(section(number) - section(current)))
    }

    /// Whether a number at the head of a paragraph begins a clause.
    pub(super) fn begins(&self, found: &Leading, before: &Before, alone: bool) -> bool {
        if before.leads_to_number {
            return false;
        }
        match (found.number.depth(), found.closed) {
            (1, true) => self.expects(&found.number),
            (1, false) => false,
            (_, true) => true,
            (_, false) => {
                found.next == Next::Capital || self.expects(&found.number) || (found.next == Next::Nothing && !alone)
            }
        }
    }

    /// Whether a number at the head of a line inside a paragraph begins a clause.
    pub(super) fn joins(&self, found: &Leading, before: &Before) -> bool {
        if before.leads_to_number {
            return false;
        }
        let capital = found.next == Next::Capital;
        let expected = self.expects(&found.number);
        match (found.number.depth(), found.closed) {
            (1, closed) => expected && closed && capital && before.ends,
            (_, true) if expected => capital || before.ends,
            (_, true) => self.skips_to(&found.number) && capital && before.ends,
            (_, false) => expected && capital && before.ends,
        }
    }
}

/// What stands before a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Before {
    /// The words end there: a full stop, semicolon, colon, closing quote or bracket, or nothing.
    pub(super) ends: bool,
    /// The last word asks for a number: «пункта», «№», «от».
    pub(super) leads_to_number: bool,
}

/// Words after which a number is no heading of a clause. A word ending in `*` stands for all its forms.
const NUMBER_WORDS: [&str; 41] = [
    "пункт*",
    "подпункт*",
    "п.",
    "п",
    "пп.",
    "пп",
    "подп.",
    "абзац*",
    "абз.",
    "раздел*",
    "разд.",
    "стать*",
    "ст.",
    "част*",
    "ч.",
    "глав*",
    "гл.",
    "приложени*",
    "прил.",
    "№",
    "n",
    "no.",
    "от",
    "до",
    "с",
    "по",
    "и",
    "или",
    "в",
    "на",
    "к",
    "сп",
    "санпин*",
    "мр",
    "гост",
    "clause*",
    "section*",
    "sections",
    "article*",
    "iso",
    "версии",
];

/// Looks at the text before byte `at`.
pub(super) fn before(text: &str, at: usize) -> Before {
    // A backslash at the end is a hard line break.
    let head = text.get(..at).unwrap_or_default().trim_end().trim_end_matches('\\').trim_end();
    let Some(last) = head.chars().next_back() else { return Before { ends: true, leads_to_number: false } };
    let line = head.rsplit('\n').next().unwrap_or_default();
    if line.trim_start().starts_with('#') {
        return Before { ends: true, leads_to_number: false };
    }
    let word = line.rsplit(char::is_whitespace).next().unwrap_or_default();
    let word = word.trim_start_matches(['(', '«', '"', '*', '_']).to_lowercase();
    let leads_to_number = NUMBER_WORDS.iter().any(|w| match w.strip_suffix('*') {
        Some(stem) => {
            word.strip_prefix(stem).is_some_and(|end| end.chars().count() <= 3 && end.chars().all(char::is_alphabetic))
        }
        None => word == *w,
    });
    // «пунктами 2.3, 2.4» in two lines.
    let leads_to_number = leads_to_number || word.strip_suffix(',').is_some_and(|w| Number::parse(w).is_some());
    let ends = matches!(last, '.' | ';' | ':' | '!' | '?' | '…' | ')' | '»' | '"' | '”' | '|' | '*' | '_' | '`');
    Before { ends: ends && !leads_to_number, leads_to_number }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<(&str, &str)>) {
        let found = leading(text).map(|l| (l.number.to_string(), text[l.len..].to_owned()));
        assert_eq!(found.as_ref().map(|(n, t)| (n.as_str(), t.as_str())), expected);
    }

    #[test]
    fn numbers_at_the_head() {
        check("2.4. Администратор", Some(("2.4", "Администратор")));
        check(" 2.10.\u{a0}администратор", Some(("2.10", "администратор")));
        check("2.4 Администратор", Some(("2.4", "Администратор")));
        check("2.4.Администратор", Some(("2.4", "Администратор")));
        check("2.4) «Сферум»", Some(("2.4", "«Сферум»")));
        check("2.4.1.", Some(("2.4.1", "")));
    }

    #[test]
    fn numbers_of_other_things() {
        for text in [
            "2.4.3648-20 «Санитарно»",
            "1.2.3685-21",
            "28.09.2020 № 28",
            "28.12.2021 № 2",
            "28.12.21 № 2",
            "01.05.26 г.",
            "2.5 % ставки",
            "2.4а",
            "2.4/7",
            "2024. Итоги",
            "1мая",
            "2.4.администратор",
            "",
            "№ 5",
            "0.5 ставки",
        ] {
            check(text, None);
        }
    }

    #[track_caller]
    fn check_heading(text: &str, expected: Option<(&str, &str)>) {
        let found = of_heading(text).map(|(n, len)| (n.to_string(), text[len..].to_owned()));
        assert_eq!(found.as_ref().map(|(n, t)| (n.as_str(), t.as_str())), expected);
    }

    #[test]
    fn headings() {
        check_heading("2. Права", Some(("2", "Права")));
        check_heading("2 Права", Some(("2", "Права")));
        check_heading("2", Some(("2", "")));
        check_heading("Раздел 2. Права", Some(("2", "Права")));
        check_heading("ГЛАВА 3 — Права", Some(("3", "Права")));
        check_heading("§ 4. Права", Some(("4", "Права")));
        check_heading("Section 5", Some(("5", "")));
        check_heading("2.1. Права", Some(("2.1", "Права")));
        for text in ["Права", "1 мая", "2026 год", "Разделы 2 и 3", "Раздел II", "I. Общие", "5-й раздел"]
        {
            check_heading(text, None);
        }
    }

    #[track_caller]
    fn check_joins(current: &str, before_line: &str, line: &str, expected: bool) {
        let mut course = Course::default();
        if let Some(number) = Number::parse(current) {
            course.pass(&number);
        }
        let joins = leading(line).is_some_and(|l| course.joins(&l, &before(before_line, before_line.len())));
        assert_eq!(joins, expected, "{current}: {before_line}⏎{line}");
    }

    #[test]
    fn a_line_that_begins_a_clause() {
        check_joins("2.3", "и др.\n", "2.4. Администратор", true);
        check_joins("2.3", "и др\n", "2.4. Администратор", true);
        check_joins("2.3", "и др.\n", "2.4 Администратор", true);
        check_joins("2.3", "и др.;\n", "2.3.1. создаёт", true);
        check_joins("2.5", "и др.\n", "3. Права", true);
        check_joins("2.5", "и др.\n", "3.1. Участники", true);
        check_joins("2.3", "и др.\n", "2.6. Администратор", true);
        check_joins("", "Положение\n", "1.1. Общие", true);
    }

    #[test]
    fn a_number_that_wrapped() {
        check_joins("2.3", "в силу пункта\n", "2.4. Настоящего", false);
        check_joins("2.3", "пунктов 2.3 и\n", "2.4. Положения", false);
        check_joins("2.3", "с учётом\n", "2.4 настоящего", false);
        check_joins("2.3", "пунктов 2.3,\n", "2.4. Положения", false);
        check_joins("2.3", "согласно СП\n", "2.4. Гигиена", false);
        check_joins("2.3", "не позднее\n", "3. Мая", false);
        check_joins("2.3", "не позднее\n", "1 мая", false);
        check_joins("2.3", "и др.\n", "2.1. Раньше", false);
        check_joins("2.3", "и др.\n", "7.1. Далеко", false);
        check_joins("", "утверждены.\n", "2.4. Гигиена детей", false);
    }
}
