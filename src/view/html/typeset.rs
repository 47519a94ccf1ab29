//! The rules of Russian typesetting: no-break spaces, dashes, «ёлочки» and „лапки“, numbers kept in one line.
//!
//! Reads: the text of one block (a paragraph, a heading, a cell), tags taken out. Writes: the places where another sign
//! or space stands. Touches: nothing. Only spaces and signs change; the words and their order never do. The tree,
//! search and hashes never see it: `page.rs` applies it to finished pages.

/// A place of a text that is shown otherwise than it was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Edit {
    /// Bytes of the text.
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) with: With,
}

/// What stands there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum With {
    /// Another sign.
    Sign(&'static str),
    /// The same letters, never broken over two lines: «01-07/132», «149-ФЗ». Not done with other characters, because
    /// numbers are copied and looked for.
    Unbroken,
}

pub(super) const NBSP: &str = "\u{a0}";
/// Stands for something that is not to be looked into, such as code.
pub(super) const OBJECT: char = '\u{fffc}';

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
    "доб.",
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
    "рабочих",
    "календарных",
    "ФЗ",
    "%",
];
/// Beginnings of «и т. д.», «т. е.»: the letters that follow «т.» and «и».
const ET_CETERA: &[&str] = &["д.", "п.", "е.", "к.", "н.", "о."];
/// Signs that may stand before a word.
const OPENING: [char; 5] = ['(', '«', '„', '"', '['];
/// Signs that may stand after one.
const CLOSING: [char; 10] = [',', '.', ';', ':', '!', '?', ')', '»', '“', '"'];
/// The longest number that is kept in one line; a longer one may be an address, and must not run out of a narrow page.
const LONGEST: usize = 24;

/// Every place of a text to change, in order and apart.
pub(super) fn edits(text: &str, into: &mut Vec<Edit>) {
    into.clear();
    if has_signs(text) {
        signs(text, into);
    }
    let of_signs = into.len();
    words(text, into);
    if of_signs > 0 {
        into.sort_unstable_by_key(|edit| edit.start);
    }
}

/// A text without markup, its signs set right and its spaces as they are.
pub(crate) fn with_signs(text: &str) -> String {
    let mut found = Vec::new();
    if has_signs(text) {
        signs(text, &mut found);
    }
    let mut set = String::with_capacity(text.len() + 8);
    let mut at = 0;
    for edit in found {
        let With::Sign(sign) = edit.with else { continue };
        set.push_str(text.get(at..edit.start).unwrap_or_default());
        set.push_str(sign);
        at = edit.end;
    }
    set + text.get(at..).unwrap_or_default()
}

/// Whether any sign could change. Most texts have none of these bytes: quotation marks, the lead bytes of «», dashes
/// and „“, a hyphen that begins a word, two dots.
fn has_signs(text: &str) -> bool {
    let mut before = b' ';
    text.bytes().any(|b| {
        let found =
            matches!(b, b'"' | 0xc2 | 0xe2) || matches!((before, b), (b' ' | b'\n' | b'\t', b'-') | (b'.', b'.'));
        before = b;
        found
    })
}

/// Straight quotes to «ёлочки» and inner ones to „лапки“, hyphens between spaces to dashes, three dots to one sign.
fn signs(text: &str, into: &mut Vec<Edit>) {
    // «Школа «Радуга» with one mark closing two is left as its author has it.
    let balanced = text.matches('«').count() == text.matches('»').count();
    let mut depth = 0_usize;
    // The last character as shown, so that a quote that was turned counts as what it became.
    let mut last: Option<char> = None;
    let mut passed = 0;
    for (at, c) in text.char_indices() {
        if at < passed {
            continue;
        }
        let rest = text.get(at + c.len_utf8()..).unwrap_or_default();
        let next = rest.chars().next();
        let mut shown = c;
        match c {
            '"' if opens(last) => {
                shown = if depth == 0 { '«' } else { '„' };
                depth += 1;
            }
            '"' if depth > 0 => {
                depth -= 1;
                shown = if depth == 0 { '»' } else { '“' };
            }
            '«' => {
                shown = if depth > 0 && balanced { '„' } else { '«' };
                depth += 1;
            }
            '»' => {
                shown = if depth > 1 && balanced { '“' } else { '»' };
                depth = depth.saturating_sub(1);
            }
            '„' => depth += 1,
            '“' => depth = depth.saturating_sub(1),
            // A lone hyphen after nothing is a list mark, not a dash.
            '-' | '–' if last.is_some_and(char::is_whitespace) && next.is_none_or(char::is_whitespace) => {
                shown = if between_numbers(text, at, rest) { '–' } else { '—' };
            }
            '.' if rest.starts_with("..") && !rest.starts_with("...") && last != Some('.') => {
                into.push(Edit { start: at, end: at + 3, with: With::Sign("…") });
                passed = at + 3;
                last = Some('…');
                continue;
            }
            _ => {}
        }
        if shown != c {
            into.push(Edit { start: at, end: at + c.len_utf8(), with: With::Sign(sign(shown)) });
        }
        last = Some(shown);
    }
}

fn sign(c: char) -> &'static str {
    match c {
        '«' => "«",
        '»' => "»",
        '„' => "„",
        '“' => "“",
        '–' => "–",
        _ => "—",
    }
}

/// Whether a quotation mark after this character opens.
fn opens(before: Option<char>) -> bool {
    before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '«' | '„' | '—' | '–' | '/'))
}

/// «10 – 12»: a range, not a dash.
fn between_numbers(text: &str, at: usize, rest: &str) -> bool {
    let before = text.get(..at).unwrap_or_default().trim_end().chars().next_back();
    let after = rest.trim_start().chars().next();
    before.is_some_and(|c| c.is_ascii_digit()) && after.is_some_and(|c| c.is_ascii_digit())
}

/// Spaces that must not break, and numbers that must not.
fn words(text: &str, into: &mut Vec<Edit>) {
    let bytes = text.as_bytes();
    let mut word = "";
    let (mut start, mut hyphen) = (0, false);
    for at in 0..=bytes.len() {
        // Letters and most signs lie behind the hyphen; of what does, only the lead byte of a no-break space matters.
        if bytes.get(at).is_some_and(|&b| b > b'-' && b != 0xc2) {
            continue;
        }
        // The end of a word: white space, a no-break space, the end of the text.
        let width = match (bytes.get(at), bytes.get(at + 1)) {
            (None, _) | (Some(b' ' | b'\n' | b'\t' | b'\r'), _) => 1,
            (Some(0xc2), Some(0xa0)) => 2,
            (Some(b'-'), _) => {
                hyphen = true;
                continue;
            }
            _ => continue,
        };
        let next = text.get(start..at).unwrap_or_default();
        if let Some(before) = start.checked_sub(1)
            && !word.is_empty()
            && !next.is_empty()
            && matches!(bytes.get(before), Some(b' ' | b'\n'))
            && holds(word, next)
        {
            into.push(Edit { start: before, end: start, with: With::Sign(NBSP) });
        }
        if hyphen && let Some((from, to)) = unbroken(next) {
            into.push(Edit { start: start + from, end: start + to, with: With::Unbroken });
        }
        // Two spaces side by side leave no word before the second.
        (word, start, hyphen) = (next, at + width, false);
    }
}

/// The part of a word that is a number with hyphens, if it is one: «01-07/132», «1.2.3685-21», «149-ФЗ».
fn unbroken(word: &str) -> Option<(usize, usize)> {
    if !word.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    let inner = |c: char| c.is_alphanumeric();
    let from = word.find(inner)?;
    let to = word.rfind(inner)? + word.chars().rfind(|c| inner(*c)).map_or(0, char::len_utf8);
    let number = word.get(from..to)?;
    let latin = number.bytes().filter(u8::is_ascii_alphabetic).count();
    let short = number.chars().count() <= LONGEST && latin <= 3;
    let whole = number.contains('-') && !number.contains("..");
    let plain = number.chars().all(|c| inner(c) || matches!(c, '-' | '/' | '.'));
    (short && whole && plain).then_some((from, to))
}

/// Whether the space between two words must not break. Asked for every pair of words, so cheap questions come first.
fn holds(word: &str, next: &str) -> bool {
    if matches!(next, "—" | "–" | "-") {
        return true;
    }
    let bare = word.trim_start_matches(OPENING);
    if bare.len() <= 6 && is_one_of(SHORT, bare) {
        return true;
    }
    if next.len() <= 8 && is_one_of(ENCLITICS, next.trim_end_matches(CLOSING)) {
        return true;
    }
    let number_follows = next.as_bytes().first().is_some_and(u8::is_ascii_digit);
    if bare.ends_with(|c: char| c.is_ascii_digit()) {
        let unit = next.trim_end_matches(CLOSING);
        let known = |w: &str| is_one_of(MONTHS, w) || is_one_of(AFTER_NUMBER, w);
        let shortened = next.get(..unit.len() + 1).filter(|w| w.ends_with('.'));
        return known(unit) || shortened.is_some_and(known) || (is_group(bare, 1) && is_group(unit, 3));
    }
    if bare.starts_with('№') || (number_follows && is_one_of(BEFORE_NUMBER, bare)) {
        return true;
    }
    if !bare.ends_with('.') {
        // «Сидоров И. П.»
        return is_initial(next) && bare.starts_with(char::is_uppercase);
    }
    let name_follows = next.starts_with(char::is_uppercase);
    // «г. Пермь» but not «2026 г. в школе»; initials with each other and with the surname.
    name_follows && (is_initial(bare) || is_one_of(BEFORE_NUMBER, bare))
        || (bare == "т." && ET_CETERA.iter().any(|e| next.starts_with(e)))
}

/// Whether a word, in whatever letters, is one of a list. Words longer than any entry are none.
fn is_one_of(list: &[&str], word: &str) -> bool {
    let mut buffer = [0_u8; 24];
    let mut len = 0;
    for c in word.chars() {
        let small = match c {
            'А'..='Я' => char::from_u32(u32::from(c) + 32).unwrap_or(c),
            'Ё' => 'ё',
            c => c.to_ascii_lowercase(),
        };
        let Some(room) = buffer.get_mut(len..len + 4) else { return false };
        len += small.encode_utf8(room).len();
    }
    let small = buffer.get(..len).unwrap_or_default();
    list.iter().any(|known| known.as_bytes() == small)
}

/// A group of digits of «12 500»: three, or in front one to three.
fn is_group(word: &str, least: usize) -> bool {
    (least..=3).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit())
}

/// One capital letter with a full stop.
fn is_initial(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_uppercase)
        && chars.next() == Some('.')
        && matches!(chars.next(), None | Some(',' | ')' | ';' | '.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text as shown; `_` stands for a no-break space, `‹…›` for a part that is not broken.
    fn shown(text: &str) -> String {
        let mut found = Vec::new();
        edits(text, &mut found);
        let mut set = String::new();
        let mut at = 0;
        for edit in &found {
            set.push_str(&text[at..edit.start]);
            match edit.with {
                With::Sign(NBSP) => set.push('_'),
                With::Sign(sign) => set.push_str(sign),
                With::Unbroken => set.push_str(&format!("‹{}›", &text[edit.start..edit.end])),
            }
            at = edit.end;
        }
        set + &text[at..]
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(shown(text), expected);
    }

    #[test]
    fn short_words_stay_with_the_next() {
        check("приказ о назначении и в школе", "приказ о_назначении и_в_школе");
        check("если бы он не был", "если_бы он_не_был");
        check("По пункту\n2.3 и\nдалее", "По_пункту_2.3 и_далее");
        check("чат  в  школе", "чат  в  школе");
    }

    #[test]
    fn numbers_stay_with_their_words() {
        check("протокол от 27.03.2026 № 5", "протокол от_27.03.2026 №_5");
        check("не позднее 1 мая 2027 г. в п. 2.4", "не_позднее 1_мая 2027_г. в_п._2.4");
        check("г. Примерск, абзац второй пункта 2.3", "г._Примерск, абзац второй пункта_2.3");
        check("Сидоров И. П., учитель", "Сидоров_И._П., учитель");
        check("(Е. В. Громова)", "(Е._В._Громова)");
        check("12 500 руб. за 10 рабочих дней", "12_500_руб. за_10_рабочих дней");
        check("чаты, звонки и т. д.", "чаты, звонки и_т._д.");
    }

    #[test]
    fn numbers_are_not_broken() {
        check("приказ № 01-07/132.", "приказ №_‹01-07/132›.");
        check("СанПиН (1.2.3685-21), 149-ФЗ", "СанПиН (‹1.2.3685-21›), ‹149-ФЗ›");
        check("№ АЗ-1828/04 и 730-п", "№_‹АЗ-1828/04› и_‹730-п›");
        // Words, addresses and long chains may break.
        check("учебно-воспитательной работе", "учебно-воспитательной работе");
        check("files/prikaz-2026-132.pdf", "files/prikaz-2026-132.pdf");
        check("https://a.example/1-2", "https://a.example/1-2");
        check("1-2-3-4-5-6-7-8-9-10-11-12", "1-2-3-4-5-6-7-8-9-10-11-12");
        check("+7-342-000-00-00", "+‹7-342-000-00-00›");
    }

    #[test]
    fn dashes_and_quotes() {
        check("платформа - это \"Сферум\"", "платформа_— это «Сферум»");
        check("МАОУ \"Школа \"Радуга\"\"", "МАОУ «Школа „Радуга“»");
        check("и так далее...", "и_так далее…");
        check("«Сферум» — ИКОП", "«Сферум»_— ИКОП");
        check("- пункт списка", "- пункт списка");
        check("с 10 - 12 лет", "с_10_– 12 лет");
        check("экран 15\"", "экран 15\"");
    }

    #[test]
    fn quotes_within_quotes_are_inner_ones() {
        check("(«Администратор ИКОП «Сферум»»)", "(«Администратор ИКОП „Сферум“»)");
        check("«МАОУ „Школа“ и «Сферум»»", "«МАОУ „Школа“ и_„Сферум“»");
        check("«Сферум \"MAX\"»", "«Сферум „MAX“»");
        check("\"ИКОП «Сферум»\"", "«ИКОП „Сферум“»");
        // One mark that closes two: as its author has it.
        check("МАОУ «Школа «Радуга»", "МАОУ «Школа «Радуга»");
        check("“Quoted” and left", "“Quoted” and left");
    }

    #[test]
    fn signs_alone() {
        let check = |text: &str, expected: &str| assert_eq!(with_signs(text), expected);
        check("О чате \"Сферум\" - и в школе № 5...", "О чате «Сферум» — и в школе № 5…");
        check("«ИКОП «Сферум»»", "«ИКОП „Сферум“»");
        check("без изменений", "без изменений");
    }

    #[test]
    fn only_spaces_and_signs_change() {
        let plain = |text: &str| -> String {
            text.replace("...", "…")
                .chars()
                .filter(|c| !matches!(c, '‹' | '›'))
                .map(|c| match c {
                    '_' | '\n' => ' ',
                    '«' | '»' | '„' | '“' => '"',
                    '—' | '–' => '-',
                    c => c,
                })
                .collect()
        };
        // A small generator: texts of a few pieces in many orders.
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
            "01-07/132",
            "„",
            "“",
            "т.",
            "\u{fffc}",
            "–",
            "149-ФЗ",
        ];
        let mut state = 7_u64;
        for _ in 0..40_000 {
            let mut text = String::new();
            for _ in 0..12 {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                text.push_str(pieces[(state >> 33) as usize % pieces.len()]);
            }
            assert_eq!(plain(&shown(&text)), plain(&text), "{text:?}");
            let mut found = Vec::new();
            edits(&text, &mut found);
            assert!(found.windows(2).all(|w| w[0].end <= w[1].start), "{text:?}: {found:?}");
            assert_eq!(plain(&with_signs(&text)), plain(&text), "{text:?}");
        }
    }
}
