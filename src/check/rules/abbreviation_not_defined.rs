//! Abbreviations that nothing explains.

use std::collections::BTreeSet;

use super::term_defined_twice::definitions;
use super::{current_editions, passages};
use crate::check::texts::{Passage, words};
use crate::check::{Context, Rule};
use crate::diag::{Code, Diagnostic, Diagnostics};

/// # What it does
/// Finds abbreviations of two to six Russian capitals in editions in force, to come or drafted, which neither
/// `terms.yml` has nor «(далее — …)» nor brackets after or before their full words, and which not everybody knows.
/// Words in capitals throughout a line are no abbreviations. Each is told once an edition.
///
/// # Why
/// What the office knows by heart a parent has to guess.
///
/// # Example
/// «АУП» without «(далее — АУП)»
///
/// # How to allow
/// `allow: [abbreviation-not-defined]` in `site.yml`, or `--allow abbreviation-not-defined`.
pub(crate) const RULE: Rule = Rule { code: Code::warning("abbreviation-not-defined"), of_absence: true, run };

/// What every reader of school papers knows; parts of act numbers and names of organisations among them.
#[rustfmt::skip]
const KNOWN: &[&str] = &[
    "АИС", "АО", "АООП", "АПК", "АЭС", "БИК", "БК", "ВАК", "ВВП", "ВИЧ", "ВК", "ВО", "ВОЗ", "ВПР", "ВС", "ВУЗ", "ВЦИК",
    "ГАОУ", "ГБОУ", "ГВЭ", "ГД", "ГДР", "ГИА", "ГИБДД", "ГИС", "ГК", "ГКОУ", "ГН", "ГО", "ГОСТ", "ГОУ", "ГПК", "ГТО",
    "ДО", "ДОУ", "ДПО", "ЕАЭС", "ЕГЭ", "ЕС", "ЕСИА", "ЕТКС", "ЕТС", "ЖК", "ЖКХ", "ЗАО", "ЗК", "ЗОЖ", "ИЗО", "ИКТ",
    "ИНН", "ИП", "ИСО", "ИТ", "КАС", "КИМ", "КоАП", "КПП", "КТП", "ЛНА", "МАДОУ", "МАОУ", "МБДОУ", "МБОУ", "МВД", "МГУ",
    "МДОУ", "МИД", "МКДОУ", "МКОУ", "МОТ", "МОУ", "МР", "МРОТ", "МУ", "МФЦ", "МЧС", "МЭК", "НДС", "НИИ", "НК", "НКО",
    "НОО", "НОШ", "НПА", "ОАО", "ОБЖ", "ОБЗР", "ОВЗ", "ОГРН", "ОГЭ", "ОК", "ОКВЭД", "ОКПО", "ОКТМО", "ОМС", "ОО", "ООН",
    "ООО", "ООП", "ООШ", "ОСТ", "ОУ", "ПАО", "ПБ", "ПДД", "ПДн", "ПК", "ПО", "ПФР", "РАН", "РАО", "РЖД", "РСФСР", "РФ",
    "СЗ", "СК", "СМИ", "СН", "СНГ", "СНД", "СНИЛС", "СНИП", "СНК", "СОО", "СОШ", "СП", "СПО", "СПС", "ССР", "СССР",
    "СФ", "СФР", "США", "ТБ", "ТВ", "ТК", "ТУ", "УК", "УПК", "ФАОП", "ФАС", "ФГБОУ", "ФГБУ", "ФГИС", "ФГОС", "ФЗ",
    "ФИО", "ФИС", "ФКЗ", "ФНС", "ФОМС", "ФОП", "ФРГ", "ФРДО", "ФСБ", "ФСО", "ФССП", "ЦБ", "ЦК", "ЦО", "ЧС", "ЭВМ",
    "ЮНЕСКО",
];

/// Short words that are sometimes shouted.
#[rustfmt::skip]
const SHOUTED: &[&str] = &[
    "АКТ", "АКТА", "АКТОМ", "АКТЫ", "БЕЗ", "ВАЖНО", "ВНОСИТ", "ВО", "ВСЕ", "ВСЕГО", "ВСЕМ", "ВСЕХ", "ГЛАВА", "ГРИФ",
    "ДА", "ДЕТЕЙ", "ДЕТИ", "ДИПЛОМ", "ДЛЯ", "ДО", "ЕСЛИ", "ЗА", "ЗАДАЧИ", "ЗАКОН", "ЗАКОНА", "ИЗ", "ИЛИ", "ИТОГО",
    "КЛАСС", "КО", "ЛИ", "ЛИСТ", "ЛИЦ", "ЛИЦА", "МЕРЫ", "МОЖНО", "НА", "НАД", "НАДО", "НЕ", "НЕЛЬЗЯ", "НЕТ", "ОБ",
    "ОБЩИЕ", "ОСНОВЫ", "ОТ", "ПЛАН", "ПЛАНА", "ПО", "ПОД", "ПРАВА", "ПРАВО", "ПРИ", "ПРИКАЗ", "ПРОЕКТ", "ПУНКТ",
    "ПУНКТА", "РАЗДЕЛ", "СО", "СОВЕТ", "СОВЕТА", "СРОК", "СРОКИ", "СТАТЬИ", "СТОП", "ТАКЖЕ", "ТЕКСТ", "ТОЛЬКО",
    "УСТАВ", "УСТАВА", "ФОРМА", "ЦЕЛИ", "ЧАСТИ", "ШКОЛА", "ШКОЛЫ", "ЭТО", "ЭТОТ",
];

fn run(cx: &Context<'_>, out: &mut Diagnostics) {
    let explained = of_terms(cx);
    for edition in current_editions(cx) {
        let mut defined: BTreeSet<String> = explained.clone();
        definitions(edition).iter().for_each(|(name, _)| defined.extend(capitals(name)));
        let passages = passages(edition);
        passages.iter().for_each(|passage| defined.extend(in_brackets(passage)));
        for passage in &passages {
            for index in 0..passage.words.len() {
                let word = passage.word(index);
                if is_abbreviation(passage, index) && !KNOWN.contains(&word) && defined.insert(word.to_owned()) {
                    let place = passage.place(passage.between(index, index));
                    out.push(Diagnostic::new(RULE.code, place).arg("word", word));
                }
            }
        }
    }
}

/// Capitals in terms, their meanings and synonyms, the short names of acts and the names of the school.
fn of_terms(cx: &Context<'_>) -> BTreeSet<String> {
    let register = cx.register();
    let mut known = BTreeSet::new();
    for term in register.terms.iter() {
        let texts = [Some(&term.term), term.abbreviation.as_ref(), Some(&term.means)];
        known.extend(texts.into_iter().flatten().chain(&term.synonyms).flat_map(|text| capitals(text)));
    }
    for act in register.acts.iter() {
        let texts = [Some(&act.title), act.short.as_ref(), Some(&act.number), Some(&act.kind)];
        known.extend(texts.into_iter().flatten().flat_map(|text| capitals(text)));
    }
    if let Some(school) = &cx.site.settings.organization {
        let texts = [Some(&school.name), school.short_name.as_ref(), school.founder.as_ref()];
        known.extend(texts.into_iter().flatten().flat_map(|text| capitals(text)));
    }
    known
}

fn capitals(text: &str) -> Vec<String> {
    let whole = |word: &&str| is_capitals(word);
    words::words(text).into_iter().filter_map(|r| text.get(r)).filter(whole).map(str::to_owned).collect()
}

fn is_capitals(word: &str) -> bool {
    (2..=6).contains(&word.chars().count()) && word.chars().all(|c| words::cyrillic(c) && c.is_uppercase())
}

/// A word in capitals among ordinary ones: no part of a number, and not shouted.
fn is_abbreviation(passage: &Passage<'_>, index: usize) -> bool {
    is_capitals(passage.word(index)) && !is_numbered(passage, index) && !is_shouted(passage, index)
}

/// «149-ФЗ», «01-07/ОД», «№ ТС-842/04», «ИН/КК»
fn is_numbered(passage: &Passage<'_>, index: usize) -> bool {
    let range = passage.between(index, index);
    let before = passage.slice(0..range.start);
    let after = passage.slice(range.end..passage.text.len());
    let digit = |c: char| c.is_ascii_digit();
    before.ends_with('/')
        || after.starts_with('/')
        || before.trim_end().ends_with(['№', 'N'])
        || before.strip_suffix(['-', '–']).is_some_and(|head| head.ends_with(digit))
        || after.strip_prefix('-').is_some_and(|tail| tail.starts_with(digit))
}

/// A word said aloud, beside others in capitals or in a line of them.
fn is_shouted(passage: &Passage<'_>, index: usize) -> bool {
    let word = passage.word(index);
    // No abbreviation ends so.
    let spoken = word.contains(['Ы', 'Ь', 'Ъ']) || (word.chars().count() >= 4 && word.ends_with(['Я', 'Й', 'Ю']));
    if spoken || SHOUTED.contains(&word) {
        return true;
    }
    let long = |w: &str| w.chars().count() > 6 && w.chars().all(|c| words::cyrillic(c) && c.is_uppercase());
    if index.checked_sub(1).is_some_and(|before| long(passage.word(before))) || long(passage.word(index + 1)) {
        return true;
    }
    let line = passage.line(passage.between(index, index).start);
    let letters = line.chars().filter(|c| words::cyrillic(*c)).count();
    let capitals = line.chars().filter(|c| words::cyrillic(*c) && c.is_uppercase()).count();
    capitals * 2 > letters && (letters >= 10 || capitals == letters)
}

/// «ученический совет (УС)» and «УС (ученический совет)»: abbreviations that brackets explain.
fn in_brackets(passage: &Passage<'_>) -> Vec<String> {
    let mut found = Vec::new();
    for index in 0..passage.words.len() {
        let word = passage.word(index);
        if !is_capitals(word) {
            continue;
        }
        let range = passage.between(index, index);
        let alone = passage.slice(0..range.start).ends_with(['(', '«'])
            && passage.slice(range.end..passage.text.len()).starts_with([')', '»']);
        let letters: Vec<char> = words::folded(word).collect();
        let spelt = |first: Option<usize>| {
            first.is_some_and(|first| {
                letters.iter().enumerate().all(|(i, c)| words::folded(passage.word(first + i)).next() == Some(*c))
            })
        };
        let after = passage.gap(index).is_some_and(|gap| gap.trim_start().starts_with('('));
        if (alone && spelt(index.checked_sub(letters.len()))) || (after && spelt(Some(index + 1))) {
            found.push(word.to_owned());
        }
    }
    found
}
