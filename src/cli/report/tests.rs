//! What people and programs read, exactly.

use super::*;
use crate::base::{Lang, LineIndex, Span};
use crate::diag::{Code, Diagnostic, Spot, codes};

const ORDERS: &str = "- номер: 01-07/132\r\n\tдата: 31.04.2026 # из приказа\r\n- номер: \"133\"\r\n";

fn spot(text: &str, path: &str, part: &str) -> Spot {
    let start = text.find(part).unwrap();
    let at = Some(LineIndex::new(text).locate(text, start));
    Spot { file: FileId(0), path: path.to_owned(), span: Some(Span::new(start, start + part.len())), at }
}

fn no_such_day() -> Finding {
    let diagnostic = Diagnostic::new(codes::NO_SUCH_DAY, None)
        .arg("value", "31.04.2026")
        .arg("month", Arg::Word("word-month-4".into()))
        .arg("days", 30)
        .arg("last", "30.04.2026");
    Finding { diagnostic, spot: Some(spot(ORDERS, "data/orders.yml", "31.04.2026")), related: Vec::new() }
}

fn with(diagnostic: Diagnostic, spot: Option<Spot>) -> Finding {
    Finding { diagnostic, spot, related: Vec::new() }
}

fn rendered(format: Format, lang: Lang, text: &str, findings: &[Finding], color: bool) -> String {
    let words = Words::new(lang);
    render(format, &Report { findings, text: &|_| Some(text), words: &words, color, root: "content" })
}

#[track_caller]
fn check(format: Format, text: &str, findings: &[Finding], expected: &str) {
    assert_eq!(rendered(format, Lang::Ru, text, findings, false), expected);
}

#[test]
fn cyrillic_after_a_tab_with_windows_line_ends() {
    check(
        Format::Human,
        ORDERS,
        &[no_such_day()],
        "\
ошибка[no-such-day]: в апреле 30 дней, даты 31.04.2026 нет
 --> content/data/orders.yml:2:8
  |
2 |     дата: 31.04.2026 # из приказа
  |           ^^^^^^^^^^
  |
  = что сделать: возьмите дату из подписанного документа; можно писать 30.04.2026

Найдено: 1 ошибка.
",
    );
}

#[test]
fn related_places_and_whole_files() {
    let text = "- id: ivanova\n- id: petrova\n- id: ivanova # снова\n";
    let second = text.rfind("ivanova").unwrap();
    let mut repeated = with(Diagnostic::new(codes::REPEATED_ID, None).arg("id", "ivanova"), None);
    repeated.spot = Some(Spot {
        span: Some(Span::new(second, second + 7)),
        at: Some(LineIndex::new(text).locate(text, second)),
        ..spot(text, "data/staff.yml", "ivanova")
    });
    repeated.related.push(("label-first", spot(text, "data/staff.yml", "ivanova")));
    let whole = Spot { file: FileId(1), path: "guide/старое.md".to_owned(), span: None, at: None };
    let encoding = with(Diagnostic::new(codes::OTHER_ENCODING, None).arg("encoding", "Windows-1251"), Some(whole));
    check(
        Format::Human,
        text,
        &[repeated, encoding],
        "\
ошибка[repeated-id]: код «ivanova» уже занят
 --> content/data/staff.yml:3:7
  |
3 | - id: ivanova # снова
  |       ^^^^^^^
  |
 ::: content/data/staff.yml:1:7
  |
1 | - id: ivanova
  |       ------- впервые — здесь
  |
  = что сделать: дайте этой записи другой код; если это та же запись, оставьте одну

замечание[other-encoding]: файл прочитан в кодировке Windows-1251
--> content/guide/старое.md
 = что сделать: если буквы на сайте верны, делать ничего не нужно; надёжнее сохранить файл в UTF-8

Найдено: 1 ошибка, 1 замечание.
",
    );
}

#[test]
fn words_of_a_library_follow_ours() {
    let broken = Diagnostic::new(codes::YAML_SYNTAX, None).detail("mapping values are not allowed\nin this context");
    let text =
        rendered(Format::Human, Lang::Ru, "a: b: c", &[with(broken, Some(spot("a: b: c", "site.yml", ": c")))], false);
    let detail =
        "  = подробнее, по-английски: mapping values are not allowed\n                             in this context\n";
    assert!(text.contains(detail), "{text}");
}

#[test]
fn places_at_the_end_and_spans_over_many_lines_are_drawn_on_their_first_line() {
    for (part, underline) in [("начало\nпродолжение", "  | ^^^^^^\n"), ("", "  | ^\n")] {
        let text = "начало\nпродолжение\n";
        let found = rendered(
            Format::Human,
            Lang::Ru,
            text,
            &[with(no_such_day().diagnostic, Some(spot(text, "a.md", part)))],
            false,
        );
        assert!(found.contains(&format!("1 | начало\n{underline}")), "{found}");
    }
    let end = Spot { span: Some(Span::new(900, 900)), ..spot("конец", "a.md", "конец") };
    let found = rendered(Format::Human, Lang::Ru, "конец", &[with(no_such_day().diagnostic, Some(end))], false);
    assert!(found.contains("1 | конец\n  |      ^\n"), "{found}");
}

#[test]
fn a_line_without_end_is_named_and_not_drawn() {
    let text = "ё".repeat(100_000) + "хвост";
    let found = rendered(
        Format::Human,
        Lang::Ru,
        &text,
        &[with(no_such_day().diagnostic, Some(spot(&text, "a.md", "хвост")))],
        false,
    );
    assert!(found.contains("--> content/a.md:1:100001\n") && found.len() < 1000, "{} bytes", found.len());
}

#[test]
fn colours_only_when_asked() {
    assert!(!rendered(Format::Human, Lang::Ru, ORDERS, &[no_such_day()], false).contains('\u{1b}'));
    assert!(rendered(Format::Human, Lang::Ru, ORDERS, &[no_such_day()], true).contains("\u{1b}["));
    assert!(!rendered(Format::Short, Lang::Ru, ORDERS, &[no_such_day()], true).contains('\u{1b}'));
}

#[test]
fn short_lines() {
    let whole = Spot { file: FileId(1), path: "a.md".to_owned(), span: None, at: None };
    let nowhere = with(Diagnostic::new(codes::BAD_DATE, None).arg("value", "вчера\nутром"), None);
    let in_file = with(Diagnostic::new(codes::NOT_TEXT, None), Some(whole));
    check(
        Format::Short,
        ORDERS,
        &[no_such_day(), in_file, nowhere],
        "\
content/data/orders.yml:2:8: ошибка[no-such-day]: в апреле 30 дней, даты 31.04.2026 нет
content/a.md: ошибка[not-text]: в файле не текст
ошибка[bad-date]: «вчера утром» — не дата
",
    );
}

#[test]
fn json_is_valid_when_empty_and_keeps_all_fields() {
    check(Format::Json, "", &[], "[]\n");
    let nowhere = with(Diagnostic::new(Code::warning("no-such-code"), None), None);
    let text = rendered(Format::Json, Lang::En, ORDERS, &[no_such_day(), nowhere], false);
    let found: serde_json::Value = serde_json::from_str(&text).unwrap();
    let expected = serde_json::json!([
        {
            "code": "no-such-day", "severity": "error", "file": "content/data/orders.yml", "line": 2, "column": 8,
            "message": "April has 30 days, there is no 31.04.2026",
            "help": "take the date from the signed document; 30.04.2026 would be possible",
        },
        {
            "code": "no-such-code", "severity": "warning", "file": null, "line": null, "column": null,
            "message": "no-such-code", "help": null,
        },
    ]);
    assert_eq!(found, expected);
}

#[test]
fn annotations() {
    check(
        Format::Github,
        ORDERS,
        &[no_such_day()],
        "::error file=content/data/orders.yml,line=2,col=8,title=no-such-day::в апреле 30 дней, даты 31.04.2026 нет\
         %0Aвозьмите дату из подписанного документа; можно писать 30.04.2026\n",
    );
}

#[test]
fn counts() {
    let many: Vec<Finding> = (0..22)
        .map(|i| {
            let code = if i < 21 { Code::error("x") } else { Code::warning("y") };
            with(Diagnostic::new(code, None), None)
        })
        .collect();
    assert_eq!(summary(&many, &Words::new(Lang::Ru)), "Найдено: 21 ошибка, 1 предупреждение.");
    assert_eq!(summary(&[], &Words::new(Lang::Ru)), "Ошибок и замечаний нет.");
}
