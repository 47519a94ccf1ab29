//! The site in one file and as fragments, by the real program: what is in them, where links lead, what is kept.

use std::collections::BTreeSet;

use crate::harness::command::Project;

const DAY: [&str; 3] = ["build", "--today", "2026-11-22"];

#[track_caller]
fn build(project: &Project, arguments: &[&str], code: i32) -> String {
    let arguments: Vec<&str> = DAY.iter().chain(arguments).copied().collect();
    project.svod(&arguments).exits(code).stderr
}

/// Values of an attribute.
fn values<'h>(html: &'h str, attribute: &str) -> Vec<&'h str> {
    let start = format!(" {attribute}=\"");
    html.split(&start).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// Every link inside the file leads to a place in it, and no place is there twice.
#[track_caller]
fn sound(html: &str) {
    // Scripts and styles hold texts that look like attributes.
    let body = html.split("<script").map(|part| part.split_once("</script>").map_or(part, |(_, rest)| rest));
    let body: String = body.collect();
    let ids = values(&body, "id");
    let unique: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), unique.len(), "an id stands twice");
    for href in values(&body, "href") {
        if let Some(anchor) = href.strip_prefix('#') {
            assert!(unique.contains(anchor), "#{anchor} leads nowhere");
        } else {
            assert!(href.contains(':'), "{href} leads out of the file");
        }
    }
}

#[test]
fn one_file_holds_all_that_a_reader_needs() {
    let project = Project::sample();
    let told = build(&project, &["--single", "out/svod.html"], 0);
    assert!(told.contains("24 документа в одном файле"), "{told}");
    assert!(!project.exists("public"), "no site beside it");
    let html = project.read("out/svod.html");
    sound(&html);
    for part in [
        "id=\"p2.4-7\"",
        "id=\"instructions-teacher\"",
        "href=\"#p2.5\"",
        "href=\"#terms~t-pedsovet\"",
        "href=\"https://shkola0.example/sferum/files/prikaz-2026-286.pdf\"",
        "href=\"https://shkola0.example/sferum/regulations/sferum/2024-04-15.html\"",
        "<script type=\"application/json\" id=\"svod.index\">{",
    ] {
        assert!(html.contains(part), "{part}");
    }
    let policy = html.split("Content-Security-Policy\" content=\"").nth(1).and_then(|p| p.split('"').next()).unwrap();
    assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe"), "{policy}");
    assert_eq!(policy.matches("'sha256-").count(), 10, "two styles and eight scripts: {policy}");
    assert!(!html.contains(" src=\"") && !html.contains("rel=\"stylesheet\""), "nothing is loaded");
    assert_eq!(html.matches("<h1").count(), 1);
    // The same inputs, the same bytes; the file is ours, so it may be written again.
    build(&project, &["--single", "out/svod.html"], 0);
    assert_eq!(project.read("out/svod.html"), html);
}

#[test]
fn what_cannot_be_linked_is_said_in_words() {
    let project = Project::sample().change("content/site.yml", "base_url: https://shkola0.example/sferum/\n", "");
    let told = build(&project, &["--single", "one.html", "--fragment", "texts"], 0);
    assert!(told.contains("ссылок на файлы стали словами") && told.contains("base_url"), "{told}");
    for name in ["one.html", "texts/all.html"] {
        let html = project.read(name).replace('\u{a0}', " ");
        sound(&html);
        assert!(html.contains("Подписанный приказ (файл prikaz-2026-286.pdf)"), "{name}");
        assert!(html.contains("Редакция от 15.04.2024"), "the old edition is named and not linked");
    }
}

#[test]
fn fragments_need_no_style_and_no_script() {
    let project = Project::sample();
    let told = build(&project, &["--fragment", "texts"], 0);
    assert!(told.contains("--links-to"), "{told}");
    let files = project.tree("texts");
    let texts: Vec<(String, String)> = files
        .into_iter()
        .filter(|(name, _)| name.ends_with(".html"))
        .map(|(name, bytes)| (name, String::from_utf8(bytes).unwrap()))
        .collect();
    assert!(texts.iter().any(|(name, _)| name == "index.html") && texts.len() == 25, "{}", texts.len());
    for (name, html) in &texts {
        for banned in ["<script", "<style", " class=\"", " data-", "<dialog", "<form", "<html", "<h1>", " style=\""] {
            assert!(!html.contains(banned), "{name}: {banned}");
        }
        for href in values(html, "href").into_iter().filter(|href| !href.contains(':')) {
            let (page, anchor) = href.split_once('#').unwrap_or((href, ""));
            let page = if page.is_empty() { name } else { page };
            let (_, target) = texts.iter().find(|(n, _)| n == page).unwrap_or_else(|| panic!("{name}: {href}"));
            assert!(anchor.is_empty() || values(target, "id").contains(&anchor), "{name}: {href}");
        }
    }
    let act = &texts.iter().find(|(name, _)| name == "regulations-sferum.html").unwrap().1;
    assert!(act.contains("<p>2.4. "), "numbers are text");
    assert!(act.contains("<h3>2. Организация работы на"));
    assert!(act.trim_end().ends_with("<p><a href=\"index.html\">К\u{a0}списку документов</a></p>"));
}

#[test]
fn links_between_fragments_lead_where_the_pages_will_be() {
    let project = Project::sample();
    let told = build(&project, &["--fragment", "a", "--links-to", "https://shkola0.example/sferum/{page}/"], 0);
    assert!(!told.contains("--links-to"), "{told}");
    let teacher = project.read("a/instructions-teacher.html");
    assert!(teacher.contains("href=\"https://shkola0.example/sferum/regulations-sferum/#p2.5\""), "{teacher}");
    build(&project, &["--fragment", "b", "--links-to", "/sferum/"], 0);
    let teacher = project.read("b/instructions-teacher.html");
    assert!(teacher.contains("href=\"/sferum/regulations-sferum.html#p2.5\""), "{teacher}");
    assert!(teacher.contains("href=\"/sferum/\""), "the list of all");
    for bad in ["sferum", "javascript:alert(1)"] {
        build(&project, &["--fragment", "c", "--links-to", bad], 2);
    }
    build(&project, &["--links-to", "/sferum/"], 2);
    assert!(!project.exists("c"));
}

#[test]
fn files_of_others_stay() {
    let project = Project::new()
        .file("content/index.md", "# Дом\n")
        .file("content/two.md", "# Вторая\n")
        .file("notes/svod.html", "<p>заметки</p>")
        .file("mine/a.txt", "моё");
    assert!(build(&project, &["--single", "notes/svod.html"], 2).contains("уже есть"));
    assert!(build(&project, &["--fragment", "mine"], 2).contains("не пуста"));
    for (place, said) in [("content/one.html", "выходит на сайт"), ("public/one.html", "выходит на сайт")]
    {
        assert!(build(&project, &["--single", place], 2).contains(said), "{place}");
        assert!(build(&project, &["--fragment", place], 2).contains(said), "{place}");
    }
    build(&project, &["--fragment", "."], 2);
    // A site is not replaced by fragments.
    build(&project, &["--out", "site"], 0);
    assert!(build(&project, &["--fragment", "site"], 2).contains("лежит сайт"));
    assert!(project.exists("site/assets/css/svod.css"));
    assert_eq!(
        (project.read("notes/svod.html").as_str(), project.read("mine/a.txt").as_str()),
        ("<p>заметки</p>", "моё")
    );
    // What others put beside the fragments stays; what is no longer made goes.
    build(&project, &["--fragment", "texts"], 0);
    let project = project.file("texts/zametki.txt", "моё").remove("content/two.md");
    build(&project, &["--fragment", "texts"], 0);
    assert!(project.exists("texts/zametki.txt") && !project.exists("texts/two.html"));
}

#[test]
fn with_errors_nothing_is_written() {
    let project = Project::new().file("content/site.yml", "title: Свод\n").file("content/index.md", "[x](net.md)\n");
    let told = build(&project, &["--single", "one.html", "--fragment", "texts"], 1);
    assert!(told.contains("Ничего не записано") && told.contains("net.md"), "{told}");
    assert!(!project.exists("one.html") && !project.exists("texts"));
}

#[test]
fn documentation_is_bound_whole_with_its_pictures() {
    let big = "x".repeat(80_000);
    let project = Project::new()
        .file("content/index.md", "# Дом\n\n[Б](b/two.md#tut), [файл](a.txt) и ![схема](s.svg) и ![план](big.png)\n")
        .file("content/b/two.md", "# Вторая\n\n## Тут {#tut}\n\n[дом](../index.md)\n")
        .file("content/a.txt", "а")
        .file("content/s.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
        .file("content/big.png", &big);
    build(&project, &["--single", "one.html", "--root", "content"], 0);
    let html = project.read("one.html");
    sound(&html);
    assert!(html.contains("src=\"data:image/svg+xml;base64,") && html.contains("src=\"data:image/png;base64,"));
    assert!(html.contains("файл (файл a.txt)"), "what cannot be taken along is named");
    assert!(html.contains("<h2>Вторая</h2>") || html.contains(">Вторая"), "headings go one down");
}
