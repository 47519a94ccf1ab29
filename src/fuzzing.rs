//! Every reader of what comes from outside, as one table: a name, and a function that takes any bytes and says which
//! promise does not hold. The fuzz program (`tests/fuzz`) and the tests call it; it is no part of the library's promise.
//!
//! Reads: bytes. Writes: the promise that is broken, if any. Touches: nothing.

use std::sync::OnceLock;

use crate::library::{Finding, Options, Tree, plan};
use crate::search::Finder;
use crate::{parse, pipeline, search, serve, source, view};

/// What takes bytes and tells the promise that they break.
pub type Target = fn(&[u8]) -> Result<(), String>;

/// Every target by name.
pub const TARGETS: &[(&str, Target)] = &[
    ("front_matter", parse::exercise::front_matter),
    ("markdown_to_clauses", parse::exercise::exercise),
    ("references", parse::exercise::references),
    ("data_files", parse::exercise::data),
    ("questions", questions),
    ("requests", serve::exercise),
    ("pdf", source::paper::exercise_pdf),
    ("office", source::paper::exercise_office),
    ("raw_html", view::html::exercise),
    ("whole_site", whole_site),
];

/// Looks for what could run in a page or ask another host.
///
/// # Errors
/// What it found.
pub fn harmless(html: &str) -> Result<(), String> {
    view::html::harmless(html)
}

/// Where the files of a made-up site stand.
pub const PLACES: &[&str] = &[
    "regulations/a/2026-01-01.md",
    "regulations/a/2026-06-01.md",
    "regulations/b/2025-09-01.md",
    "instructions/a.md",
    "instructions/b.md",
    "orders/a.md",
    "index.md",
    "guide/a.md",
    "guide/index.md",
    "data/staff.yml",
    "data/roles.yml",
    "data/orders.yml",
    "data/decisions.yml",
    "data/deadlines.yml",
    "data/publications.yml",
    "data/calendar.yml",
    "data/terms.yml",
    "data/acts.yml",
    "data/questions.yml",
    "site.yml",
    "files/a.pdf",
];

/// What stands between two files in the bytes of a made-up site; a byte that names the place comes first in each.
pub const BETWEEN: u8 = 0x1c;

/// Files of a made-up site: parted by [`BETWEEN`], each begins with the byte of its place.
fn whole_site(bytes: &[u8]) -> Result<(), String> {
    let mut files: Vec<(&str, Vec<u8>)> = Vec::new();
    for part in bytes.split(|byte| *byte == BETWEEN).take(8) {
        let Some((place, text)) = part.split_first() else { continue };
        let Some(path) = PLACES.get(usize::from(*place) % PLACES.len()) else { continue };
        if files.iter().all(|(p, _)| p != path) {
            files.push((path, text.to_vec()));
        }
    }
    site_of(&files)
}

/// Builds a tree in full: every page is harmless UTF-8, every finding points into the file that it names, and nothing
/// went wrong within.
///
/// # Errors
/// What does not hold, in a few words.
pub fn site_of(files: &[(&str, Vec<u8>)]) -> Result<(), String> {
    let mut tree = Tree::new("content");
    for (path, bytes) in files {
        tree.add(path, bytes.clone())?;
    }
    let site = plan(&tree, &Tree::new("themes"), "2026-11-22", &Options::default())?;
    let (pages, more) = site.produce_all();
    let own = pages.get("index.html").and_then(|home| own_address(home));
    for (path, bytes) in &pages {
        if path.ends_with(".html") {
            let html = std::str::from_utf8(bytes).map_err(|_| format!("{path} is not UTF-8"))?;
            // A page for any wrong address can only name its files by the site's own address.
            let relative = own.as_ref().filter(|_| path == "404.html").map(|own| html.replace(own, "src=\""));
            harmless(relative.as_deref().unwrap_or(html)).map_err(|what| format!("{path}: {what}"))?;
        }
    }
    site.findings().iter().chain(&more).try_for_each(|finding| stands(finding, files))
}

/// How a script is named by the address of the site, where the home page tells that address.
fn own_address(home: &[u8]) -> Option<String> {
    let (_, rest) = std::str::from_utf8(home).ok()?.split_once("<link rel=\"canonical\" href=\"")?;
    let (address, _) = rest.split_once('"')?;
    address
        .starts_with("http")
        .then(|| format!("src=\"{}/", address.trim_end_matches("index.html").trim_end_matches('/')))
}

/// Whether a finding points into its file.
fn stands(finding: &Finding, files: &[(&str, Vec<u8>)]) -> Result<(), String> {
    if matches!(finding.code, "internal" | "template-fault") {
        return Err(format!("{finding:?}"));
    }
    let (Some(path), Some((line, column))) = (&finding.path, finding.at) else { return Ok(()) };
    let Some((_, bytes)) = files.iter().find(|(p, _)| p == path) else {
        return Err(format!("a finding in a file that is not there: {finding:?}"));
    };
    // Only texts that are read as they stand can be counted here.
    let Ok(text) = std::str::from_utf8(bytes) else { return Ok(()) };
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n").replace('\r', "\n");
    let wanted = text.split('\n').nth((line as usize).saturating_sub(1));
    match wanted {
        Some(found) if column as usize <= found.chars().count() + 1 => Ok(()),
        _ => Err(format!("a finding outside its file: {finding:?}")),
    }
}

/// Bytes as a question to a small site.
fn questions(bytes: &[u8]) -> Result<(), String> {
    static FINDER: OnceLock<Option<Finder>> = OnceLock::new();
    let finder = FINDER.get_or_init(finder).as_ref().ok_or("the small site has no day")?;
    search::exercise(finder, bytes)
}

fn finder() -> Option<Finder> {
    let files = [
        ("regulations/a/2026-01-01.md", include_str!("fuzzing/regulation.md")),
        ("data/terms.yml", include_str!("fuzzing/terms.yml")),
    ];
    let file = |(path, text): (&str, &str)| {
        let body = source::SourceBody::Bytes(text.as_bytes().into());
        crate::base::SitePath::new(path).ok().map(|path| source::SourceFile { path, body })
    };
    let sources = source::SourceSet::new("content", files.into_iter().filter_map(file).collect());
    let plan = pipeline::plan(pipeline::Inputs {
        sources,
        themes: source::SourceSet::default(),
        today: crate::base::Date::parse("2026-11-22").ok()?,
        preview: false,
        allow: Vec::new(),
        deny: Vec::new(),
    });
    Some(Finder::new(&plan.search_index()))
}
