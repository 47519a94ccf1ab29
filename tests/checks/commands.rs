//! The real program: exit codes, streams, languages, and what writing promises.

use std::collections::BTreeMap;
use std::process::Stdio;

use crate::harness::command::Project;

/// A page and a link that leads nowhere.
const BROKEN: &str = "Смотрите [страницу](net.md).\n";

fn page(text: &str) -> Project {
    Project::new().file("content/site.yml", "title: Свод\n").file("content/index.md", text)
}

/// A site with one warning and no error.
fn warned() -> Project {
    Project::new()
        .file("content/data/staff.yml", "- id: a\n  name: А\n  positions: [{title: учитель, category: teaching}]\n")
        .file("content/data/roles.yml", "- id: r\n  title: роль\n  required: true\n")
}

#[test]
fn a_clean_build_writes_the_site_and_exits_with_0() {
    let project = page("# Дом\n\nТекст.\n");
    project.svod(&["build", "--today", "2026-11-22"]).exits(0);
    assert!(project.read("public/index.html").contains("Текст."));
}

#[test]
fn an_error_stops_the_build_and_leaves_the_old_site_untouched() {
    let project = page("Старый текст.\n");
    project.svod(&["build", "--today", "2026-11-22"]).exits(0);
    let before = project.tree("public");
    let project = project.file("content/index.md", BROKEN);
    let ran = project.svod(&["build", "--today", "2026-11-22"]).exits(1);
    let said = ran.stdout + &ran.stderr;
    assert!(said.contains("index.md") && said.contains("прежняя версия"), "{said}");
    assert_eq!(project.tree("public"), before);
}

#[test]
fn the_first_build_with_an_error_writes_nothing() {
    let project = page(BROKEN);
    project.svod(&["build"]).exits(1);
    assert!(!project.exists("public"));
}

#[test]
fn check_exits_with_1_on_warnings_too_and_writes_nothing() {
    let project = warned();
    project.svod(&["build", "--today", "2026-11-22", "--out", "site"]).exits(0);
    let ran = project.svod(&["check", "--today", "2026-11-22", "--format", "short"]).exits(1);
    assert!(ran.stdout.contains("role-vacant"), "{}", ran.stdout);
    assert!(!project.exists("public"));
    page("Текст.\n").svod(&["check"]).exits(0);
}

#[test]
fn codes_can_be_allowed_and_denied() {
    let project = warned();
    project.svod(&["check", "--today", "2026-11-22", "--allow", "role-vacant"]).exits(0);
    project.svod(&["build", "--today", "2026-11-22", "--deny", "role-vacant"]).exits(1);
    assert!(!project.exists("public"));
    let project = project.file("content/site.yml", "title: Свод\nallow: [role-vacant]\n");
    project.svod(&["check", "--today", "2026-11-22"]).exits(0);
    project.svod(&["build", "--allow", "no-such-code"]).exits(2);
}

#[test]
fn what_cannot_run_exits_with_2() {
    let project = page("Текст.\n");
    project.svod(&["no-such-command"]).exits(2);
    project.svod(&["build", "--no-such-option"]).exits(2);
    project.svod(&["build", "--today", "31.04.2026"]).exits(2);
    project.svod(&["build", "--root", "nowhere"]).exits(2);
    project.svod(&["build", "--lang", "fr"]).exits(2);
    project.svod(&["explain", "no-such-code"]).exits(2);
    project.svod(&["build"]).env("SOURCE_DATE_EPOCH", "вчера").exits(2);
}

#[test]
fn the_output_folder_is_never_the_content_nor_a_stranger() {
    let project = page("Текст.\n").file("mine/letter.txt", "важное");
    for out in ["content", "content/public", ".", "mine"] {
        project.svod(&["build", "--out", out]).exits(2);
    }
    assert_eq!(project.read("mine/letter.txt"), "важное");
    assert_eq!(project.tree("content").len(), 2);
    // An empty folder is nobody's.
    std::fs::create_dir(project.path("empty")).unwrap();
    project.svod(&["build", "--out", "empty"]).exits(0);
    assert!(project.exists("empty/index.html"));
}

#[test]
fn foreign_files_stay_and_own_ones_go_when_their_source_goes() {
    let project = page("Дом.\n").file("content/a.md", "А.\n").file("content/b.md", "Б.\n");
    project.svod(&["build"]).exits(0);
    let project =
        project.file("public/robots.txt", "User-agent: *\n").file("public/old/photo.jpg", "jpg").remove("content/b.md");
    project.svod(&["build"]).exits(0);
    assert!(project.exists("public/a.html") && !project.exists("public/b.html"));
    assert_eq!(project.read("public/robots.txt"), "User-agent: *\n");
    assert_eq!(project.read("public/old/photo.jpg"), "jpg");
}

#[test]
fn unchanged_files_keep_their_times() {
    let project = page("Дом.\n").file("content/guide/a.md", "А.\n").file("content/files/x.pdf", "%PDF");
    project.svod(&["build", "--today", "2026-11-22"]).exits(0);
    let old = std::time::SystemTime::now() - std::time::Duration::from_secs(86_400);
    let times = |project: &Project| -> BTreeMap<String, std::time::SystemTime> {
        let files = crate::harness::files_below(&project.path("public"));
        files.into_iter().map(|(name, path)| (name, path.metadata().unwrap().modified().unwrap())).collect()
    };
    for (_, path) in crate::harness::files_below(&project.path("public")) {
        std::fs::File::options().append(true).open(path).unwrap().set_modified(old).unwrap();
    }
    let project = project.file("content/guide/a.md", "Иначе.\n");
    project.svod(&["build", "--today", "2026-11-22"]).exits(0);
    let after = times(&project);
    assert!(after["guide/a.html"] > old, "the changed page is new");
    assert_eq!(after["files/x.pdf"], old);
    assert_eq!(after["404.html"], old);
}

#[test]
fn nothing_is_left_beside_the_site() {
    let project = page("Дом.\n");
    project.svod(&["build"]).exits(0);
    project.svod(&["build"]).exits(0);
    let mut names: Vec<String> = std::fs::read_dir(project.path("."))
        .unwrap()
        .map(|e| e.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    assert_eq!(names, ["content", "public"]);
}

#[test]
fn findings_speak_the_language_that_is_asked_for() {
    let project = page(BROKEN);
    let russian = project.svod(&["check", "--format", "short"]).exits(1).stdout;
    assert!(russian.contains("страниц"), "{russian}");
    let english = project.svod(&["check", "--format", "short", "--lang", "en"]).exits(1).stdout;
    assert!(english.contains("page") && !english.contains("страница «"), "{english}");
    let by_environment = project.svod(&["check", "--format", "short"]).env("LANG", "en_US.UTF-8").exits(1).stdout;
    assert_eq!(by_environment, english);
}

#[test]
fn findings_as_json_have_the_keys_that_scripts_rely_on() {
    let found = page(BROKEN).svod(&["check", "--format", "json", "--lang", "en"]).exits(1).json();
    let list = found.as_array().unwrap();
    assert_eq!(list.len(), 1, "{found}");
    let keys: Vec<&String> = list[0].as_object().unwrap().keys().collect();
    assert_eq!(keys, ["code", "severity", "file", "line", "column", "message", "help"]);
    assert_eq!(list[0]["code"], "missing-page");
    assert_eq!(list[0]["severity"], "error");
    assert_eq!(list[0]["file"], "content/index.md");
    assert_eq!((&list[0]["line"], &list[0]["column"]), (&1.into(), &10.into()));
    let clean = page("Текст.\n").svod(&["check", "--format", "json"]).exits(0).json();
    assert_eq!(clean, serde_json::json!([]));
}

#[test]
fn findings_for_github_are_commands_of_its_log() {
    let ran = page(BROKEN).svod(&["check", "--format", "github"]).exits(1);
    let line = ran.stdout.lines().find(|l| l.starts_with("::error ")).unwrap_or_else(|| panic!("{}", ran.stdout));
    assert!(line.contains("file=content/index.md") && line.contains("line=1"), "{line}");
}

#[test]
fn a_finding_shows_the_line_it_is_about() {
    let ran = page(BROKEN).svod(&["check", "--format", "human"]).exits(1);
    let said = ran.stdout + &ran.stderr;
    assert!(said.contains("Смотрите [страницу](net.md)."), "{said}");
    assert!(said.contains("index.md:1:10"), "{said}");
    assert!(said.contains("missing-page"), "{said}");
}

#[test]
fn colour_is_for_terminals_or_by_request() {
    let project = page(BROKEN);
    let escape = '\u{1b}';
    let plain = project.svod(&["check"]).exits(1);
    assert!(!(plain.stdout + &plain.stderr).contains(escape));
    let bright = project.svod(&["check", "--color", "always"]).exits(1);
    assert!((bright.stdout + &bright.stderr).contains(escape));
}

#[test]
fn results_go_to_standard_output_and_nothing_else_does() {
    let ran = page("Текст.\n").svod(&["status", "--format", "json", "--today", "2026-11-22"]).exits(0);
    assert_eq!(ran.json()["today"], "2026-11-22");
    assert_eq!(ran.stderr, "");
}

#[test]
fn a_reader_that_goes_away_is_no_fault() {
    // Enough findings to fill a pipe that nobody reads.
    let text = (0..5_000).fold(String::new(), |acc, n| acc + &format!("[страница {n}](net-{n}.md)\n\n"));
    let project = page(&text);
    let mut command = project.svod(&["check", "--format", "short"]).command();
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(!said.contains("panicked") && !said.contains("Broken pipe"), "{said}");
    assert!(matches!(output.status.code(), Some(0 | 1)), "{:?}", output.status);
}

#[test]
fn every_code_is_explained_in_both_languages() {
    let project = Project::new();
    let mut texts = BTreeMap::new();
    for (code, severity) in svod::codes() {
        for lang in ["ru", "en"] {
            let text = project.svod(&["explain", code, "--lang", lang]).exits(0).stdout;
            assert!(text.contains(code), "{code} {lang}: {text}");
            assert!(text.chars().count() > code.len() + 60, "{code} {lang} says little: {text}");
            let cyrillic = text.chars().filter(|c| ('а'..='я').contains(&c.to_ascii_lowercase())).count();
            assert_eq!(cyrillic > text.chars().count() / 4, lang == "ru", "{code} {lang} ({severity}): {text}");
            if let Some(other) = texts.insert(text.clone(), (code, lang)) {
                panic!("{code} and {other:?} are explained by the same words");
            }
        }
    }
    // Without a code: the list of all.
    let list = project.svod(&["explain"]).exits(0).stdout;
    for (code, _) in svod::codes() {
        assert!(list.contains(code), "{code} is not in the list");
    }
}

#[test]
fn schemas_are_written_where_they_are_asked_for() {
    let project = Project::new();
    project.svod(&["schema", "schemas"]).exits(0);
    for (name, bytes) in project.tree("schemas") {
        let schema: serde_json::Value = serde_json::from_slice(&bytes).unwrap_or_else(|e| panic!("{name}: {e}"));
        assert!(schema["$schema"].as_str().is_some_and(|s| s.contains("json-schema.org")), "{name}");
    }
    assert!(project.tree("schemas").len() >= 14, "{:?}", project.tree("schemas").len());
}

#[test]
fn help_is_there_in_both_languages() {
    let project = Project::new();
    for command in ["build", "check", "status", "explain", "schema"] {
        let russian = project.svod(&[command, "--help"]).exits(0).stdout;
        let english = project.svod(&[command, "--help", "--lang", "en"]).exits(0).stdout;
        assert!(russian.chars().any(|c| ('а'..='я').contains(&c)), "{russian}");
        assert!(!english.chars().any(|c| ('а'..='я').contains(&c)), "{english}");
    }
    project.svod(&["--version"]).exits(0).out(env!("CARGO_PKG_VERSION"));
}
