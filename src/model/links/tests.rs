//! Every spelling of a link, and where it leads.

use super::*;

fn site_path(path: &str) -> SitePath {
    SitePath::new(path).unwrap()
}

fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn index() -> LinkIndex {
    let mut index = LinkIndex::default();
    let anchors = |names: &[&str]| Some(names.iter().map(|n| (*n).to_owned()).collect());
    let mut page = |source: &str, out: &str, names: &[&str]| {
        index.add(OutPath::new(out).unwrap(), Some(&site_path(source)), anchors(names));
    };
    page("index.md", "index.html", &[]);
    page("guide/README.md", "guide/index.html", &["nachalo"]);
    page("guide/Как есть.md", "guide/kak-est.html", &["итог"]);
    page("regulations/sferum/2024-04-15.md", "regulations/sferum/2024-04-15.html", &["p2", "p2.4", "p2.4-1"]);
    page("regulations/sferum/2026-10-15.md", "regulations/sferum/2026-10-15.html", &["p2", "p2.4"]);
    index.add(regulation_out("sferum"), None, anchors(&["p2", "p2.4"]));
    index.add(OutPath::new("deadlines.html").unwrap(), None, anchors(&["d-1-maya"]));
    index.add(OutPath::new("files/prikaz.pdf").unwrap(), Some(&site_path("files/Приказ.pdf")), None);
    for (day, shown, items) in [("2024-04-15", false, 1), ("2026-10-15", true, 0)] {
        let mut lines = vec!["p2.4".to_owned()];
        lines.extend((1..=items).map(|n| format!("p2.4-{n}")));
        index.add_edition("sferum", date(day), shown, BTreeMap::from([("p2.4".to_owned(), lines)]));
    }
    index.add_title("Как есть", &OutPath::new("guide/kak-est.html").unwrap());
    index
}

#[track_caller]
fn check(from: &str, to: &str, expected: &str) {
    let shown = match index().resolve(&site_path(from), to, false) {
        Resolved::Here { anchor } => format!("#{}", anchor.unwrap_or_default()),
        Resolved::Internal { out, anchor } => format!("{out}#{}", anchor.unwrap_or_default()),
        Resolved::External(url) => url,
        Resolved::Fault(fault) => format!("{fault:?}"),
    };
    assert!(shown.starts_with(expected), "{to} gives {shown}, not {expected}");
}

#[test]
fn every_spelling_of_a_page() {
    check("index.md", "guide/", "guide/index.html#");
    check("index.md", "guide", "guide/index.html#");
    check("index.md", "./guide/README.md#nachalo", "guide/index.html#nachalo");
    check("guide/README.md", "../index.md", "index.html#");
    check("guide/README.md", "/index.md", "index.html#");
    check(
        "index.md",
        "guide/%D0%9A%D0%B0%D0%BA%20%D0%B5%D1%81%D1%82%D1%8C.md#%D0%B8%D1%82%D0%BE%D0%B3",
        "guide/kak-est.html#итог",
    );
    check("guide/README.md", "Как есть.html", "guide/kak-est.html#");
    check("guide/README.md", "../deadlines.html#d-1-maya", "deadlines.html#d-1-maya");
    check("guide/README.md", "../deadlines.md", "deadlines.html#");
    check("guide/README.md", "#nachalo", "#nachalo");
    check("index.md", "files/Приказ.pdf#page=2", "files/prikaz.pdf#page=2");
    check("index.md", "../regulations/", "Missing");
}

#[test]
fn regulations_by_folder_mean_the_edition_in_force() {
    check("guide/README.md", "../regulations/sferum/#p2.4", "regulations/sferum.html#p2.4");
    check("guide/README.md", "../regulations/sferum/2024-04-15.md#p2.4-1", "regulations/sferum/2024-04-15.html#p2.4-1");
    check("guide/README.md", "../regulations/sferum/#p2.4-1", "Anchor");
    check(
        "guide/README.md",
        "../regulations/sferum.html#p2.6",
        "Anchor { out: OutPath(\"regulations/sferum.html\"), anchor: \"p2.6\", nearest: Some(\"p2\")",
    );
}

#[test]
fn only_safe_schemes() {
    check("index.md", "https://example.org/a b", "https://");
    check("index.md", "mailto:info@example.org", "mailto:");
    check("index.md", "JavaScript:alert(1)", "Scheme(\"javascript\")");
    check("index.md", "data:text/html,x", "Scheme");
    check("index.md", "C:\\a.txt", "Scheme");
    check("index.md", "//example.org/x", "Scheme");
}

#[test]
fn old_editions_point_inside_themselves() {
    let address = |text: &str| Address::parse(text).unwrap();
    let old = Some(("sferum", date("2024-04-15")));
    let index = index();
    assert_eq!(index.address(&address("2.4/1"), None, old), Resolved::Here { anchor: Some("p2.4-1".into()) });
    assert_eq!(index.address(&address("2.4"), Some(2), old), Resolved::Here { anchor: Some("p2.4-1".into()) });
    let internal = |out: &str| Resolved::Internal { out: OutPath::new(out).unwrap(), anchor: Some("p2.4".into()) };
    assert_eq!(index.address(&address("sferum#2.4"), None, None), internal("regulations/sferum.html"));
    let fixed = index.address(&address("sferum@2026-10-15#2.4"), None, old);
    assert_eq!(fixed, internal("regulations/sferum/2026-10-15.html"));
    assert!(matches!(index.address(&address("sferum#2.4/1"), None, None), Resolved::Fault(Fault::Anchor { .. })));
}

#[test]
fn wiki_links_go_by_title() {
    let index = index();
    let out = OutPath::new("guide/kak-est.html").unwrap();
    let hit = index.resolve(&site_path("index.md"), "как-ЕСТЬ", true);
    assert_eq!(hit, Resolved::Internal { out, anchor: None });
    assert!(matches!(index.resolve(&site_path("index.md"), "нет", true), Resolved::Fault(Fault::Missing { .. })));
}

#[test]
fn among_very_many_names_those_around_are_looked_at() {
    let mut index = LinkIndex::default();
    for n in 0..3_000 {
        let name = format!("d/p{n:04}-глава.md");
        let out = OutPath::new(format!("d/p{n:04}.html")).unwrap();
        let anchors = (0..3_000).map(|a| format!("g{a:04}-итог")).collect();
        index.add(out.clone(), Some(&site_path(&name)), (n == 0).then_some(anchors));
        index.add_title(&format!("Глава {n:04}"), &out);
    }
    index.add(OutPath::new("d/e/x.html").unwrap(), Some(&site_path("d/e/p2345-глава2.md")), None);
    let nearest = |to: &str, wiki| index.nearest(&site_path("d/a.md"), to, wiki);
    assert_eq!(nearest("p2345-главы.md", false).as_deref(), Some("d/p2345-глава.md"));
    assert_eq!(nearest("глава 23456", true).as_deref(), Some("глава2345"));
    let missing = index.resolve(&site_path("d/a.md"), "p0000-глава.md#g2345-итоги", false);
    assert!(
        matches!(&missing, Resolved::Fault(Fault::Anchor { nearest, .. }) if nearest.as_deref() == Some("g2345-итог"))
    );
}
