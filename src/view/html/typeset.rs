//! Russian typesetting of visible text: no-break spaces, dashes, «ёлочки». A pure pass at output.
//!
//! Reads: text of one block, piece by piece. Writes: the same text with other spaces and signs, and nothing else
//! changed. The tree, search and hashes never see it. Code, addresses and attributes that are compared are not passed
//! through it.

use std::borrow::Cow;

const NBSP: char = '\u{a0}';

/// Words that must not be left at the end of a line: prepositions, conjunctions, particles.
const SHORT: &[&str] = &[
    "а", "без", "в", "во", "вы", "где", "да", "до", "для", "ее", "её", "за", "и", "из", "или", "им", "их", "к", "как",
    "ко", "кто", "мы", "на", "над", "не", "ни", "но", "о", "об", "обо", "он", "от", "ото", "по", "под", "при", "про",
    "с", "со", "та", "те", "то", "ту", "ты", "у", "что", "я",
];

/// Particles that must not begin a line.
const ENCLITICS: &[&str] = &["б", "бы", "ж", "же", "ли", "ль"];

/// Shortenings that stay with the number or name after them.
const BEFORE_NUMBER: &[&str] = &[
    "п.",
    "пп.",
    "пункт",
    "пункта",
    "пункте",
    "пункту",
    "пунктом",
    "ст.",
    "ч.",
    "абз.",
    "разд.",
    "гл.",
    "стр.",
    "с.",
    "рис.",
    "табл.",
    "прил.",
    "г.",
    "ул.",
    "д.",
    "кв.",
    "каб.",
    "тел.",
    "им.",
    "ред.",
    "№",
    "№№",
    "§",
];

const MONTHS: &[&str] = &[
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
];

/// Words that stay with the number before them.
const AFTER_NUMBER: &[&str] = &[
    "г.",
    "гг.",
    "год",
    "года",
    "году",
    "годом",
    "класс",
    "класса",
    "классы",
    "мин",
    "мин.",
    "ч",
    "ч.",
    "руб.",
    "тыс.",
    "млн",
    "кг",
    "см",
    "мм",
    "мб",
    "кб",
    "дней",
    "дня",
    "день",
];

/// Sets the text of one block. Pieces (the texts between tags) come in order; quotes and the last word are remembered
/// from piece to piece.
#[derive(Debug, Default)]
pub(crate) struct Typesetter {
    /// How many quotation marks are open.
    depth: usize,
    /// Last character given out.
    last: Option<char>,
}

impl Typesetter {
    /// One piece of text.
    pub(crate) fn set<'t>(&mut self, text: &'t str) -> Cow<'t, str> {
        if !needs_work(text) {
            self.last = text.chars().next_back().or(self.last);
            return Cow::Borrowed(text);
        }
        let signs = self.signs(text);
        Cow::Owned(spaces(&signs))
    }

    /// Straight quotes to «ёлочки» (inner ones to „лапки“), hyphens between spaces to dashes, three dots to one sign.
    fn signs(&mut self, text: &str) -> String {
        let mut set = String::with_capacity(text.len() + 8);
        let mut depth = self.depth;
        // The last character given out, so that a straight quote that was turned counts as what it became.
        let mut last = self.last;
        let mut chars = text.char_indices().peekable();
        while let Some((i, c)) = chars.next() {
            let next = chars.peek().map(|&(_, n)| n);
            match c {
                '"' if opens(last) => {
                    set.push(if depth == 0 { '«' } else { '„' });
                    depth += 1;
                }
                '"' => {
                    depth = depth.saturating_sub(1);
                    set.push(if depth == 0 { '»' } else { '“' });
                }
                '«' | '„' => {
                    depth += 1;
                    set.push(c);
                }
                '»' | '“' => {
                    depth = depth.saturating_sub(1);
                    set.push(c);
                }
                '-' | '–' if last.is_none_or(char::is_whitespace) && next.is_none_or(char::is_whitespace) => {
                    // A lone hyphen that opens a piece after nothing is a list mark, not a dash.
                    set.push(if last.is_none() { c } else { '—' });
                }
                '.' if text[i..].starts_with("...") && !text[i..].starts_with("....") && last != Some('.') => {
                    chars.next();
                    chars.next();
                    set.push('…');
                }
                c => set.push(c),
            }
            last = set.chars().next_back();
        }
        self.depth = depth;
        self.last = last;
        set
    }
}

/// Spaces that must not break become no-break spaces.
fn spaces(text: &str) -> String {
    let mut set = String::with_capacity(text.len() + 16);
    let mut rest = text;
    // The word before the current space; words of the piece before are not joined across tags.
    let mut word = "";
    while let Some(at) = rest.find(' ') {
        let (head, tail) = rest.split_at(at);
        if !head.is_empty() {
            word = head.rsplit(|c: char| c.is_whitespace()).next().unwrap_or("");
        }
        set.push_str(head);
        let after = &tail[1..];
        let next = after.split(|c: char| c.is_whitespace()).next().unwrap_or("");
        let joined = !word.is_empty() && !after.starts_with(' ') && !next.is_empty() && holds(word, next);
        set.push(if joined { NBSP } else { ' ' });
        if at == 0 {
            word = "";
        }
        rest = after;
    }
    set.push_str(rest);
    set
}

fn needs_work(text: &str) -> bool {
    text.bytes().any(|b| matches!(b, b' ' | b'"' | b'.')) || text.contains(['«', '»', '„', '“'])
}

/// Whether a quotation mark after this character opens.
fn opens(before: Option<char>) -> bool {
    before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '«' | '„' | '—' | '–' | '/'))
}

/// Whether the space between two words must not break.
fn holds(word: &str, next: &str) -> bool {
    let bare = word.trim_start_matches(['(', '«', '„', '[']);
    let lower = bare.to_lowercase();
    let next_bare = next.trim_end_matches([',', '.', ';', ':', '!', '?', ')', '»', '“']);
    let begins_with_digit = next.starts_with(|c: char| c.is_ascii_digit());
    let is_dash = |w: &str| matches!(w, "—" | "–");
    if is_dash(next) {
        return true;
    }
    if BEFORE_NUMBER.contains(&lower.as_str()) {
        // «г. Пермь» and «№ 5», but not «2026 г. в школе».
        return begins_with_digit
            || (lower.ends_with('.') && next.starts_with(char::is_uppercase))
            || lower.starts_with('№');
    }
    if bare.ends_with(|c: char| c.is_ascii_digit()) {
        let unit = next.to_lowercase();
        let unit_bare = next_bare.to_lowercase();
        let known = |w: &str| MONTHS.contains(&w) || AFTER_NUMBER.contains(&w);
        return known(&unit) || known(&unit_bare) || known(unit.trim_end_matches([',', ';', ':', ')', '»']));
    }
    if SHORT.contains(&lower.as_str()) || ENCLITICS.contains(&next_bare.to_lowercase().as_str()) {
        return true;
    }
    // Initials with each other and with the surname: «И. П. Сидоров», «Сидоров И. П.».
    is_initial(bare) && next.starts_with(char::is_uppercase)
        || (is_initial(next) && bare.starts_with(char::is_uppercase))
}

/// One capital letter with a full stop.
fn is_initial(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_uppercase)
        && chars.next() == Some('.')
        && matches!(chars.next(), None | Some(','))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `_` stands for a no-break space in what is expected.
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let set = Typesetter::default().set(text).into_owned();
        assert_eq!(set.replace(NBSP, "_"), expected);
    }

    #[test]
    fn short_words_stay_with_the_next() {
        check("приказ о назначении и в школе", "приказ о_назначении и_в_школе");
        check("если бы он не был", "если_бы он_не_был");
    }

    #[test]
    fn numbers_stay_with_their_words() {
        check("протокол от 27.03.2026 № 5", "протокол от_27.03.2026 №_5");
        check("не позднее 1 мая 2027 г. в п. 2.4", "не_позднее 1_мая 2027_г. в_п._2.4");
        check("г. Примерск, абзац второй пункта 2.3", "г._Примерск, абзац второй пункта_2.3");
        check("Сидоров И. П., учитель", "Сидоров_И._П., учитель");
    }

    #[test]
    fn dashes_and_quotes() {
        check("платформа - это \"Сферум\"", "платформа_— это «Сферум»");
        check("МАОУ \"Школа \"Радуга\"\"", "МАОУ «Школа „Радуга“»");
        check("и так далее...", "и_так далее…");
        check("«Сферум» — ИКОП", "«Сферум»_— ИКОП");
    }

    #[test]
    fn quotes_are_remembered_between_pieces() {
        let mut setter = Typesetter::default();
        let pieces: String =
            ["см. \"Положение ", "о чатах", "\" и далее"].iter().map(|p| setter.set(p).into_owned()).collect();
        assert_eq!(pieces.replace(NBSP, " "), "см. «Положение о чатах» и далее");
    }

    #[test]
    fn only_spaces_and_signs_change() {
        let plain = |text: &str| -> String {
            text.replace("...", "…")
                .chars()
                .map(|c| match c {
                    NBSP => ' ',
                    '«' | '»' | '„' | '“' => '"',
                    '—' | '–' => '-',
                    c => c,
                })
                .collect()
        };
        // A small generator: every text of a few pieces in every order.
        let pieces = [
            "в",
            " ",
            "-",
            "\"",
            "№",
            "5",
            "г.",
            "...",
            "«",
            "»",
            "И.",
            "п.",
            "\u{a0}",
            "мая",
            "—",
            "\n",
            "слово",
            ".",
            "(",
        ];
        let mut state = 7_u64;
        for _ in 0..20_000 {
            let mut text = String::new();
            for _ in 0..12 {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                text.push_str(pieces[(state >> 33) as usize % pieces.len()]);
            }
            let set = Typesetter::default().set(&text).into_owned();
            assert_eq!(plain(&set), plain(&text), "{text:?}");
        }
    }
}
