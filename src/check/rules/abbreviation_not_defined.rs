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
const KNOWN: &[&str] = &[
    "РФ",
    "СССР",
    "РСФСР",
    "США",
    "ООН",
    "СНГ",
    "ФИО",
    "СМИ",
    "ФЗ",
    "ФКЗ",
    "ГК",
    "ТК",
    "УК",
    "СК",
    "КоАП",
    "ГОСТ",
    "ОСТ",
    "ТУ",
    "СП",
    "СНИП",
    "МР",
    "МУ",
    "ГН",
    "СН",
    "ФГОС",
    "ФОП",
    "ФАОП",
    "ООП",
    "АООП",
    "НОО",
    "ООО",
    "СОО",
    "ДО",
    "ОВЗ",
    "ЕГЭ",
    "ОГЭ",
    "ГИА",
    "ВПР",
    "ГВЭ",
    "МАОУ",
    "МБОУ",
    "МКОУ",
    "МОУ",
    "МАДОУ",
    "МБДОУ",
    "МКДОУ",
    "МДОУ",
    "ГБОУ",
    "ГКОУ",
    "ГАОУ",
    "ГОУ",
    "ДОУ",
    "ОУ",
    "ОО",
    "СОШ",
    "ООШ",
    "НОШ",
    "ЦО",
    "ГО",
    "ЧС",
    "МЧС",
    "МВД",
    "ФСБ",
    "ГИБДД",
    "ПДД",
    "ИНН",
    "КПП",
    "ОГРН",
    "БИК",
    "СНИЛС",
    "ОМС",
    "ЭВМ",
    "ПК",
    "ТВ",
    "ИТ",
    "ОКПО",
    "ОКВЭД",
    "НКО",
    "ИП",
    "ООО",
    "АО",
    "ПАО",
    "ЗАО",
    "ОАО",
    "ФГБУ",
    "ФГБОУ",
    "ВО",
    "СПО",
    "ГИС",
    "ФГИС",
    "АИС",
    "ЕСИА",
    "МФЦ",
    "ЖКХ",
    "НДС",
    "МРОТ",
    "ВУЗ",
    "ГТО",
    "ЗОЖ",
    "ОБЖ",
    "ОБЗР",
    "ИЗО",
    "США",
    "РАН",
    "МГУ",
    "ИСО",
    "МЭК",
    "ЕАЭС",
    "НПА",
    "ЛНА",
    "ТБ",
    "ПБ",
    "КИМ",
    "КТП",
    "ВК",
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

/// A word in capitals among ordinary ones; not a part of a number, not a line or heading in capitals.
fn is_abbreviation(passage: &Passage<'_>, index: usize) -> bool {
    if !is_capitals(passage.word(index)) {
        return false;
    }
    let shouted = |i: Option<usize>| {
        i.map(|i| passage.word(i))
            .is_some_and(|w| w.chars().count() > 6 && w.chars().all(|c| words::cyrillic(c) && c.is_uppercase()))
    };
    let range = passage.between(index, index);
    let line = passage.line(range.start);
    let (upper, lower) = line
        .chars()
        .filter(|c| words::cyrillic(*c))
        .fold((0, 0), |(upper, lower), c| if c.is_uppercase() { (upper + 1, lower) } else { (upper, lower + 1) });
    // «149-ФЗ», «01-07/ОД»
    let before = passage.slice(0..range.start);
    let numbered =
        before.strip_suffix(['-', '/', '–']).is_some_and(|head| head.ends_with(|c: char| c.is_ascii_digit()));
    !numbered
        && !shouted(index.checked_sub(1))
        && !shouted(Some(index + 1))
        && (upper <= lower || line.chars().count() < 12 && lower > 0)
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
