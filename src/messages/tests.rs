//! The catalogues hold together: same entries and placeholders in both languages, a page for every code, no dead keys.
#![allow(clippy::disallowed_methods, reason = "tests hold committed files against what is made")]

use std::collections::{BTreeMap, BTreeSet};

use super::*;
use crate::check::links;
use crate::diag::{Code, codes};

/// Entries of a catalogue (`key` or `key.attribute`) with the values they ask for.
fn entries(lang: Lang) -> BTreeMap<String, BTreeSet<String>> {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let (mut message, mut entry) = (String::new(), String::new());
    for line in catalogue(lang).lines().filter(|l| !l.starts_with('#')) {
        let name = |text: &str| text.split_once(" =").map(|(name, _)| name.to_owned());
        if line.starts_with(|c: char| c.is_ascii_lowercase()) {
            message = name(line).unwrap();
            entry.clone_from(&message);
            assert!(found.insert(entry.clone(), BTreeSet::new()).is_none(), "`{entry}` stands twice in {lang:?}");
        } else if let Some(attribute) = line.trim_start().strip_prefix('.') {
            entry = format!("{message}.{}", name(attribute).unwrap());
            assert!(found.insert(entry.clone(), BTreeSet::new()).is_none(), "`{entry}` stands twice in {lang:?}");
        }
        let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
        for part in line.split('$').skip(1) {
            let placeholder = part.split(|c| !is_name(c)).next().unwrap_or_default();
            found.get_mut(&entry).unwrap().insert(placeholder.to_owned());
        }
    }
    found
}

/// Codes whose words stand ready before the stages that report them.
const EXPECTED: &[&str] = &["repeated-anchor"];

/// Every code that a stage reports.
fn all_codes() -> impl Iterator<Item = Code> {
    codes::ALL.iter().copied().chain(crate::check::codes())
}

/// Text of every source file outside this room.
fn sources() -> String {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/src");
    walkdir::WalkDir::new(root)
        .into_iter()
        .filter_map(Result::ok)
        .filter(|f| f.path().extension().is_some_and(|e| e == "rs") && !f.path().ends_with("messages/tests.rs"))
        .map(|f| std::fs::read_to_string(f.path()).unwrap())
        .collect()
}

fn shown(lang: Lang, diagnostic: &Diagnostic) -> (String, Option<String>) {
    let words = Words::new(lang);
    (words.headline(diagnostic), words.help(diagnostic))
}

#[track_caller]
fn check(diagnostic: &Diagnostic, headline: &str, help: &str) {
    assert_eq!(shown(Lang::Ru, diagnostic), (headline.to_owned(), Some(help.to_owned())));
    let (headline, help) = shown(Lang::En, diagnostic);
    assert!(!headline.contains('$') && !help.unwrap_or_default().contains('$'), "{headline}");
}

#[test]
fn catalogues_are_well_formed() {
    for lang in Lang::ALL {
        if let Err((_, faults)) = FluentResource::try_new(catalogue(lang).to_owned()) {
            panic!("{lang:?}: {faults:?}");
        }
    }
}

#[test]
fn both_languages_have_the_same_entries_and_placeholders() {
    let (ru, en) = (entries(Lang::Ru), entries(Lang::En));
    for (entry, placeholders) in &ru {
        assert_eq!(en.get(entry), Some(placeholders), "`{entry}` in en.ftl");
    }
    for entry in en.keys() {
        assert!(ru.contains_key(entry), "`{entry}` is not in ru.ftl");
    }
}

#[test]
fn every_code_has_headline_help_and_explanation() {
    for lang in Lang::ALL {
        let entries = entries(lang);
        for code in all_codes() {
            for entry in ["", ".help", ".explain"].map(|tail| format!("{}{tail}", code.name)) {
                assert!(entries.contains_key(&entry), "`{entry}` is not in the catalogue of {lang:?}");
            }
        }
        let words = Words::new(lang);
        for entry in entries.keys().filter_map(|e| e.strip_suffix(".explain")) {
            let text = words.explain(entry).unwrap();
            let mut lines = text.lines();
            let title = lines.next().unwrap_or_default();
            assert!((1..=80).contains(&title.chars().count()) && !title.ends_with('.'), "title of {entry}: {title}");
            assert_eq!(lines.next(), Some(""), "an empty line after the title of {entry}");
            assert!(!text.contains('$'), "{entry}: an explanation has no values to show");
        }
    }
}

#[test]
fn headlines_and_remedies_are_terse() {
    let check_style = |entry: &str, text: &str| {
        assert!(!text.ends_with('.'), "`{entry}` ends in a full stop: {text}");
        let first = text.chars().next().unwrap_or(' ');
        assert!(!first.is_uppercase() || text.starts_with("HTML"), "`{entry}` begins with a capital: {text}");
    };
    for lang in Lang::ALL {
        let words = Words::new(lang);
        for code in all_codes() {
            let diagnostic = Diagnostic::new(code, None);
            check_style(code.name, &words.headline(&diagnostic));
            check_style(code.name, &words.help(&diagnostic).unwrap_or_default());
        }
    }
}

#[test]
fn no_entry_is_unused() {
    let sources = sources();
    for entry in entries(Lang::Ru).keys().filter(|e| !e.contains('.')) {
        // Some words are put together from a prefix and a name of the code: `word-kind-` and `date`.
        let prefixes = ["word-kind-", "word-unreadable-", "word-category-", "word-contact-"];
        let built =
            prefixes.iter().filter_map(|p| entry.strip_prefix(p)).any(|rest| sources.contains(&format!("\"{rest}\"")))
                || entry.starts_with("word-month-");
        let expected = EXPECTED.contains(&entry.as_str());
        assert!(built || expected || sources.contains(&format!("\"{entry}\"")), "nobody uses `{entry}`");
    }
}

/// Names that follow `.arg(` in a source text.
fn args(text: &str) -> BTreeSet<&str> {
    text.split(".arg(").skip(1).filter_map(|part| part.trim_start().strip_prefix('"')?.split('"').next()).collect()
}

#[test]
fn every_value_that_the_words_of_a_code_show_is_given() {
    let (ru, sources) = (entries(Lang::Ru), sources());
    let everywhere = args(&sources);
    let rules = concat!(env!("CARGO_MANIFEST_DIR"), "/src/check/rules");
    let shared = std::fs::read_to_string(format!("{rules}/mod.rs")).unwrap();
    for code in all_codes() {
        let own = std::fs::read_to_string(format!("{rules}/{}.rs", code.name.replace('-', "_")));
        let given = match &own {
            // What links report as well is judged by the names that all of the program gives.
            Ok(text) if !links::CODES.contains(&code) => args(text).union(&args(&shared)).copied().collect(),
            _ => everywhere.clone(),
        };
        for entry in [code.name.to_owned(), format!("{}.help", code.name)] {
            for placeholder in ru.get(&entry).into_iter().flatten() {
                let name = placeholder.strip_suffix("-key").unwrap_or(placeholder);
                assert!(given.contains(name) || name == "value", "`{entry}` shows `{placeholder}`, which nobody gives");
            }
        }
    }
}

#[test]
fn every_word_that_code_names_is_there() {
    let entries = entries(Lang::Ru);
    let mut missing = BTreeSet::new();
    for text in sources().split('"').filter(|t| t.starts_with("word-") || t.starts_with("label-")) {
        let whole =
            !text.ends_with('-') && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if whole && !entries.contains_key(text) {
            missing.insert(text.to_owned());
        }
    }
    assert!(missing.is_empty(), "{missing:?}");
    for scalar in crate::schema::tests::scalars() {
        assert!(entries.contains_key(&format!("word-kind-{}", scalar.kind)), "{}", scalar.kind);
    }
    for month in 1..=12 {
        assert!(entries.contains_key(&format!("word-month-{month}")));
    }
}

#[test]
fn a_date_that_is_not_there() {
    let diagnostic = Diagnostic::new(codes::NO_SUCH_DAY, None)
        .arg("value", "31.04.2026")
        .arg("month", Arg::Word("word-month-4".into()))
        .arg("days", 30)
        .arg("last", "30.04.2026");
    check(
        &diagnostic,
        "в апреле 30 дней, даты 31.04.2026 нет",
        "возьмите дату из подписанного документа; можно писать 30.04.2026",
    );
    let no_month =
        Diagnostic::new(codes::NO_SUCH_DAY, None).arg("value", "01.13.2026").arg("month", "").arg("last", "");
    check(
        &no_month,
        "месяцев двенадцать, даты 01.13.2026 нет",
        "возьмите дату из подписанного документа; порядок такой: день.месяц.год",
    );
}

#[test]
fn empty_values_choose_another_wording() {
    let known = Arg::List(vec!["номер".into(), "дата".into()]);
    let near = Diagnostic::new(codes::UNKNOWN_KEY, None)
        .arg("key", "датта")
        .arg("nearest", "дата")
        .arg("known", known.clone());
    check(&near, "ключ «датта» здесь не известен", "возможно, имелся в виду «дата»");
    let far = Diagnostic::new(codes::UNKNOWN_KEY, None).arg("key", "xyz").arg("nearest", "").arg("known", known);
    check(&far, "ключ «xyz» здесь не известен", "здесь можно писать: номер, дата");
}

#[test]
fn words_choose_the_remedy() {
    let word = |w: &str| Arg::Word(format!("word-kind-{w}"));
    let diagnostic = Diagnostic::new(codes::WRONG_TYPE, None)
        .arg("key", "пункты приказа")
        .arg("expected", word("list"))
        .arg("found", word("map"));
    check(
        &diagnostic,
        "в «пункты приказа» ожидается список, а стоит группа ключей",
        "напишите каждый элемент на своей строке, с отступом и чертой: «- …»",
    );
}

#[test]
fn clauses_and_items() {
    let edition = Date::new(2026, 4, 15).unwrap();
    let clause = Diagnostic::new(links::MISSING_CLAUSE, None)
        .arg("address", "2.6")
        .arg("edition", edition)
        .arg("section", "2")
        .arg("last", "2.5")
        .arg("nearest", "2");
    check(
        &clause,
        "ссылка на пункт 2.6, а в редакции, действующей с 15.04.2026, раздел 2 кончается пунктом 2.5",
        "проверьте номер",
    );
    let item = |item: usize, paragraph: usize, count: usize| {
        Diagnostic::new(links::MISSING_ITEM, None)
            .arg("clause", "2.4")
            .arg("item", item)
            .arg("paragraph", paragraph)
            .arg("count", count)
            .arg("edition", edition)
    };
    let help =
        "проверьте номер; абзац первый — это вводная фраза, поэтому строка перечня 7 и абзац 8 — одно и то же место";
    let of = |part: &str, tail: &str| format!("ссылка на {part} 2.4, а в редакции, действующей с 15.04.2026, {tail}");
    check(&item(15, 0, 13), &of("строку 15 перечня в пункте", "в нём 13 строк"), help);
    check(&item(2, 0, 0), &of("строку 2 перечня в пункте", "перечня в нём нет"), help);
    check(&item(0, 16, 13), &of("абзац 16 пункта", "такого абзаца нет"), help);
}

#[test]
fn what_is_missing_is_shown_and_never_panics() {
    let words = Words::new(Lang::Ru);
    let unknown = Diagnostic::new(Code::note("no-such-code"), None);
    assert_eq!((words.headline(&unknown), words.help(&unknown)), ("no-such-code".to_owned(), None));
    assert_eq!(words.text("no-such-text", &[]), "no-such-text");
    let without = Diagnostic::new(codes::BAD_DATE, None);
    assert_eq!(words.headline(&without), "«{$value}» — не дата");
}

#[test]
fn plural_forms() {
    let words = Words::new(Lang::Ru);
    let count = |n: i64| words.text("report-errors", &[("count", Arg::Count(n))]);
    assert_eq!(
        [1, 2, 5, 11, 21, 104].map(count).join(", "),
        "1 ошибка, 2 ошибки, 5 ошибок, 11 ошибок, 21 ошибка, 104 ошибки"
    );
}
