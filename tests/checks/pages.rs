//! What every page of the model site has, whatever its kind.

use std::collections::BTreeMap;

use crate::harness::{files_below, root};

/// Pages of a site by path.
fn pages(content: &svod::Tree) -> BTreeMap<String, String> {
    let site = svod::plan(content, &svod::Tree::default(), "2026-11-22", &svod::Options::default()).unwrap();
    let (files, _) = site.produce_all();
    let pages = files.into_iter().filter(|(path, _)| path.ends_with(".html"));
    pages.map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap().replace('\u{a0}', " "))).collect()
}

fn model() -> BTreeMap<String, String> {
    let mut tree = svod::Tree::new("content");
    for (path, from) in files_below(&root().join("content")) {
        tree.add(&path, std::fs::read(from).unwrap()).unwrap();
    }
    pages(&tree)
}

/// What stands between two texts.
fn between<'h>(html: &'h str, from: &str, to: &str) -> &'h str {
    html.split_once(from).and_then(|(_, rest)| rest.split_once(to)).map_or("", |(inner, _)| inner)
}

#[test]
fn every_page_has_what_a_reader_and_the_law_ask_for() {
    const SCHOOL: &str = "МАОУ «Образцовая школа № 0» г. Примерска";
    let mut faults = Vec::new();
    for (path, html) in model() {
        let main = between(&html, "<main", "</main>");
        let footer = between(&html, "<footer", "</footer>");
        let lost = path == "404.html";
        let home = path == "index.html";
        let headings = main.matches("<h2").count();
        let title = between(&html, "<title>", "</title>");
        let heading = between(main, "<h1", "</h1>").rsplit('>').next().unwrap_or_default().to_owned();
        let mut hold = |what: &str, holds: bool| {
            if !holds {
                faults.push(format!("{path}: {what}"));
            }
        };
        hold("the title tells the topic and the school", title.contains(&heading) && title.contains(SCHOOL));
        hold("one heading of the first level", html.matches("<h1").count() == 1);
        hold("a way past the navigation", html.contains("<a class=\"skip\" href=\"#svod.main\">"));
        for landmark in ["<header", "<main id=\"svod.main\"", "<footer"] {
            hold(landmark, html.matches(landmark).count() == 1);
        }
        hold("breadcrumbs", home || lost || main.contains("class=\"breadcrumbs\""));
        hold("navigation of the section", lost || html.contains("id=\"svod.nav\""));
        hold("contents of a long page", headings < 2 || home || html.contains("<nav class=\"toc\"") || is_list(&path));
        hold(
            "the edition in force and its order",
            footer.contains("действует редакция от 15.10.2026 (приказ от 15.10.2026 № "),
        );
        hold(
            "the history of editions",
            footer.contains("regulations/sferum.html#svod.history")
                || footer.contains("href=\"#svod.history\"")
                || footer.contains("sferum.html#svod.history"),
        );
        hold(
            "the organisation with its contacts",
            [SCHOOL, "mailto:info@shkola0.example", "tel:+70000000000", "ул. Образцовая"]
                .iter()
                .all(|part| footer.contains(part) || *part == SCHOOL),
        );
        hold("the way back to the school's site", html.matches("href=\"https://shkola0.example/\"").count() >= 2);
        hold("the way to its documents", footer.contains("href=\"https://shkola0.example/sveden/document/\""));
        hold(
            "the version for those who see badly",
            html.matches("itemprop=").count() == 1 && html.contains("itemprop=\"copy\""),
        );
        hold("a policy", html.contains("Content-Security-Policy") && !html.contains("unsafe-inline"));
        let told = main.contains("class=\"panel") || main.contains("class=\"caption-date");
        hold("the day of what is computed", !told || main.contains("class=\"as-of\""));
        if !lost {
            let address = between(&html, "<link rel=\"canonical\" href=\"", "\"");
            hold("its full address", address.starts_with("https://shkola0.example/sferum/"));
            for property in ["og:title", "og:type", "og:url", "og:site_name", "og:locale"] {
                hold(property, html.contains(&format!("<meta property=\"{property}\"")));
            }
            facts(&html, address, &mut hold);
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// Lists whose headings are links to pages: they are contents themselves.
fn is_list(path: &str) -> bool {
    ["contents.html", "search.html", "regulations/index.html", "instructions/index.html", "questions.html"]
        .contains(&path)
}

/// The facts for machines are JSON, about this page and this school.
fn facts(html: &str, address: &str, hold: &mut dyn FnMut(&str, bool)) {
    let text = between(html, "<script type=\"application/ld+json\">", "</script>");
    let Ok(facts) = serde_json::from_str::<serde_json::Value>(text) else {
        hold("facts that are JSON", false);
        return;
    };
    let empty = Vec::new();
    let graph = facts["@graph"].as_array().unwrap_or(&empty);
    let of = |kind: &str| graph.iter().find(|object| object["@type"] == kind);
    hold("facts about this page", graph.first().is_some_and(|page| page["url"] == address));
    hold("facts about the school", of("EducationalOrganization").is_some_and(|o| o["email"] == "info@shkola0.example"));
    let last = of("BreadcrumbList").and_then(|list| list["itemListElement"].as_array()?.last().cloned());
    hold("the way as facts", address.ends_with("/sferum/") || last.is_some_and(|step| step["item"] == address));
}

#[test]
fn acts_say_what_they_are_to_machines() {
    let pages = model();
    let act = |path: &str| -> serde_json::Value {
        let text = between(&pages[path], "<script type=\"application/ld+json\">", "</script>");
        let facts: serde_json::Value = serde_json::from_str(text).unwrap();
        facts["@graph"].as_array().unwrap().iter().find(|o| o["@type"] == "Legislation").cloned().unwrap_or_default()
    };
    let current = act("regulations/sferum.html");
    assert_eq!(current["legislationLegalForce"], "https://schema.org/InForce");
    assert_eq!(current["legislationDateVersion"], "2026-10-15");
    assert_eq!(current["legislationIdentifier"], "01-07/286");
    assert_eq!(act("regulations/sferum/2024-04-15.html")["legislationLegalForce"], "https://schema.org/NotInForce");
    assert_eq!(act("orders/prikaz-2026-286.html")["legislationType"], "приказ");
    assert_eq!(act("guide/index.html"), serde_json::Value::Null);
}

#[test]
fn facts_cannot_end_their_element() {
    let mut tree = svod::Tree::new("content");
    tree.add("index.md", "---\ntitle: \"</script><script>alert(1)</script>\"\n---\n\nТекст.\n").unwrap();
    let pages = pages(&tree);
    let html = &pages["index.html"];
    assert!(!html.contains("<script>alert"), "{html}");
    let text = between(html, "<script type=\"application/ld+json\">", "</script>");
    let facts: serde_json::Value = serde_json::from_str(text).unwrap();
    assert_eq!(facts["@graph"][0]["name"], "</script><script>alert(1)</script>");
    assert_eq!(facts["@graph"].as_array().unwrap().len(), 1, "what is not known is not said: {facts}");
}

#[test]
fn navigation_stays_small_on_a_large_site() {
    let mut tree = svod::Tree::new("content");
    tree.add("index.md", "# Дом\n").unwrap();
    for folder in 0..25 {
        for page in 0..40 {
            tree.add(&format!("f{folder:02}/p{page:02}.md"), format!("# Страница {folder} {page}\n\nТекст.\n"))
                .unwrap();
        }
    }
    let pages = pages(&tree);
    assert!(pages.len() > 1000);
    let most = pages
        .iter()
        .map(|(path, html)| (between(html, "id=\"svod.nav\"", "</nav>").matches("<a ").count(), path))
        .max();
    // The folders, and the neighbours in one of them.
    assert!(most.is_some_and(|(links, _)| links <= 25 + 40 + 1), "{most:?}");
}
