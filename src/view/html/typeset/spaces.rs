//! Spaces and numbers: what stays together in one line.

use crate::base::MONTHS_RU;

use super::{Edit, NBSP, With};

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

/// Spaces that must not break, and numbers that must not.
pub(super) fn words(text: &str, into: &mut Vec<Edit>) {
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
        let known = |w: &str| is_one_of(&MONTHS_RU, w) || is_one_of(AFTER_NUMBER, w);
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
