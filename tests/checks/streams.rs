//! What the program says, where, and in which words: the texts of the command line exactly.

use crate::harness::command::{Project, Ran};

/// A page and attachments, so that there is something to write before any page is drawn.
fn site() -> Project {
    Project::new().file("content/index.md", "# Дом\n").file("content/files/order.pdf", "%PDF")
}

/// A data file with one error, and no attachment: on a regulation site those are looked into.
fn faulty() -> Project {
    site().remove("content/files/order.pdf").file(
        "content/data/staff.yml",
        "- id: a\n  name: А\n  positions: [{title: учитель, category: teaching}]\n  imya: А\n",
    )
}

#[track_caller]
fn says(ran: Ran, expected: &str) {
    assert_eq!((ran.stdout.as_str(), ran.stderr.as_str()), ("", expected));
}

#[test]
fn build_speaks_on_standard_error_alone() {
    let project = site();
    let ran = project.svod(&["build"]).exits(0);
    assert_eq!(ran.stdout, "");
    assert!(ran.stderr.starts_with("Готово: ") && ran.stderr.ends_with(", без изменений 0.\n"), "{}", ran.stderr);
    let ran = project.svod(&["build", "--lang", "en"]).exits(0);
    assert!(ran.stderr.starts_with("Done: ") && ran.stderr.contains("; 0 written, "), "{}", ran.stderr);
}

/// Every part of the work by its name, the whole below; a build and a check alike, beside their results.
#[test]
fn timings_are_told_when_asked_for() {
    let project = site();
    let ran = project.svod(&["build", "--timings"]).exits(0);
    let rows: Vec<&str> = ran.stderr.lines().skip(1).collect();
    let parts = [
        "Читаю файлы",
        "Разбираю тексты",
        "Связываю страницы",
        "Проверяю",
        "Собираю страницы и поиск",
        "Записываю",
        "Всего",
    ];
    assert_eq!(rows.len(), parts.len(), "{}", ran.stderr);
    for (row, part) in rows.iter().zip(parts) {
        assert!(row.trim_start().starts_with(part) && row.ends_with(" с") && row.contains(','), "{row}");
    }
    let ran = project.svod(&["check", "--timings", "--lang", "en"]).exits(0);
    assert_eq!((ran.stdout.lines().count(), ran.stderr.lines().count()), (1, 6), "{}", ran.stderr);
    assert!(ran.stderr.contains("  All in all") && ran.stderr.ends_with(" s\n"), "{}", ran.stderr);
}

#[test]
fn a_build_with_errors_says_that_the_site_is_unchanged() {
    let project = faulty();
    for (lang, last) in [
        ("ru", "Сайт не изменён: прежняя версия осталась на месте.\n"),
        ("en", "The site is unchanged: the previous version stays in place.\n"),
    ] {
        let ran = project.svod(&["build", "--lang", lang]).exits(1);
        assert_eq!(ran.stdout, "");
        assert!(ran.stderr.contains("unknown-key") && ran.stderr.ends_with(last), "{}", ran.stderr);
    }
}

#[test]
fn findings_of_check_are_its_results() {
    let ran = faulty().svod(&["check"]).exits(1);
    assert_eq!(ran.stderr, "");
    assert!(ran.stdout.contains("unknown-key") && ran.stdout.ends_with("Найдено: 1 ошибка.\n"), "{}", ran.stdout);
    let ran = site().svod(&["check"]).exits(0);
    assert_eq!((ran.stdout.as_str(), ran.stderr.as_str()), ("Ошибок и замечаний нет.\n", ""));
}

#[test]
fn slips_on_the_command_line_are_met_with_advice() {
    let project = site();
    let check = |arguments: &[&str], expected: &str| says(project.svod(arguments).exits(2), expected);
    check(&["bild"], "ошибка: команды «bild» нет\n  что сделать: возможно, имелось в виду «build»\n");
    check(
        &["build", "--formt", "json"],
        "ошибка: параметр «--formt» здесь не известен\n  что сделать: возможно, имелось в виду «--format»\n",
    );
    check(
        &["check", "--format", "xml"],
        "ошибка: значение «xml» для --format не подходит\n  что сделать: можно указать: human, short, json, github\n",
    );
    check(
        &["check", "--format", "xml", "--lang", "en"],
        "error: value `xml` does not suit --format\n  help: it may be: human, short, json, github\n",
    );
    check(
        &["check", "--root"],
        "ошибка: после --root нужно значение\n  что сделать: все команды и параметры показывает «svod help»\n",
    );
    check(
        &["check", "--today", "31.04.2026"],
        "ошибка: --today: в апреле 30 дней, даты 31.04.2026 нет\n  что сделать: укажите день так: --today 2026-04-30 или --today 30.04.2026\n",
    );
    check(
        &["check", "--root", "нет такой"],
        "ошибка: папки «нет такой» нет\n  что сделать: перейдите в папку проекта или укажите её: --root ПАПКА\n",
    );
}

#[test]
fn a_folder_of_others_is_taken_over_only_when_told() {
    let project = site().file("public/files/order.pdf", "своё").file("public/own.txt", "своё");
    let ran = project.svod(&["build"]).exits(2);
    assert!(ran.stderr.contains("не пуста, и сайт записывал в неё не svod"), "{}", ran.stderr);
    assert_eq!(project.read("public/files/order.pdf"), "своё");
    project.svod(&["build", "--take-over"]).exits(0);
    assert_eq!(project.read("public/files/order.pdf"), "%PDF");
    assert_eq!(project.read("public/own.txt"), "своё");
    project.svod(&["build"]).exits(0);
}

#[test]
fn a_file_of_others_in_the_way_is_named() {
    let project = site();
    project.svod(&["build"]).exits(0);
    let project = project.file("public/files/new.pdf", "своё").file("content/files/new.pdf", "%PDF");
    let ran = project.svod(&["build"]).exits(2);
    assert!(ran.stderr.starts_with("ошибка: на месте файлов сайта стоят чужие: files/new.pdf\n"), "{}", ran.stderr);
    assert_eq!(project.read("public/files/new.pdf"), "своё");
}

#[test]
fn what_was_changed_by_hand_and_is_not_needed_is_left_and_named() {
    let project = site();
    project.svod(&["build"]).exits(0);
    let project = project.file("public/files/order.pdf", "исправлено руками").remove("content/files/order.pdf");
    let ran = project.svod(&["build"]).exits(0);
    assert!(ran.stderr.contains("изменены не программой и потому оставлены: files/order.pdf."), "{}", ran.stderr);
    assert_eq!(project.read("public/files/order.pdf"), "исправлено руками");
}

#[test]
fn schemas_never_replace_files_of_others() {
    let project = Project::new().file("schemas/staff.schema.json", "{\"title\": \"моя\"}");
    let ran = project.svod(&["schema", "schemas"]).exits(2);
    assert!(ran.stderr.contains("staff.schema.json"), "{}", ran.stderr);
    assert_eq!(project.read("schemas/staff.schema.json"), "{\"title\": \"моя\"}");
    // Those of ours are replaced, whatever language they are in.
    let project = project.remove("schemas/staff.schema.json");
    project.svod(&["schema", "schemas"]).exits(0);
    let russian = project.read("schemas/roles.schema.json");
    project.svod(&["schema", "schemas", "--lang", "en"]).exits(0);
    assert_ne!(project.read("schemas/roles.schema.json"), russian);
}

#[test]
fn help_is_the_same_by_option_and_by_command() {
    let project = Project::new();
    for name in ["build", "check", "status", "explain", "schema"] {
        let option = project.svod(&[name, "--help"]).exits(0);
        let command = project.svod(&["help", name]).exits(0);
        assert_eq!(option.stdout, command.stdout, "{name}");
        assert!(option.stdout.contains(&format!("svod {name} [ПАРАМЕТРЫ]")), "{}", option.stdout);
    }
    let whole = project.svod(&["--help"]).exits(0).stdout;
    assert_eq!(whole, project.svod(&["help"]).exits(0).stdout);
    // Without a command the same goes to standard error, and the run has failed.
    says(project.svod(&[]).exits(2), &whole);
    let english = project.svod(&["--help", "--lang", "en"]).exits(0).stdout;
    assert!(!english.chars().any(|c| ('а'..='я').contains(&c)), "{english}");
}

#[test]
fn a_tree_of_plain_markdown_is_built_where_it_lies() {
    let project = Project::new().file("docs/README.md", "# Дом\n").file("docs/guide/a.md", "А\n");
    project.svod(&["build", "--root", "docs"]).exits(0);
    assert!(project.exists("docs/public/index.html") && project.exists("docs/public/guide/a.html"));
    // Its own output is not taken for content.
    project.svod(&["build", "--root", "docs"]).exits(0);
    assert!(!project.exists("docs/public/public"));
}

#[test]
fn a_leftover_of_a_killed_build_is_put_in_order_even_by_a_build_with_errors() {
    let project = faulty().file(".public.svod/svod-workshop", "").file(".public.svod/next/half.html", "");
    project.svod(&["build"]).exits(1);
    assert!(!project.exists(".public.svod"));
}
