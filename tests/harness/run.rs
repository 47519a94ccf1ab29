//! Runs a case in memory and tells where it differs from what it expects.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::case::{Body, Case};
use super::expect::{Expected, Page, Sight, SightKind, show};
use super::{collapse, html, json};

/// A site of one day, produced in full.
struct Day {
    site: svod::Site,
    findings: Vec<svod::Finding>,
    files: BTreeMap<String, Vec<u8>>,
}

/// A new body for a block that told something else.
#[derive(Debug)]
pub struct Rewrite {
    pub lines: std::ops::Range<usize>,
    pub body: String,
}

/// What running a case brought.
#[derive(Debug, Default)]
pub struct Outcome {
    /// Every difference; empty if the case holds.
    pub faults: Vec<String>,
    /// Blocks that `UPDATE=1` rewrites; each has its fault too.
    pub rewrites: Vec<Rewrite>,
    /// Codes that were found on any day.
    pub fired: Vec<&'static str>,
}

/// What only says that a small site is not a whole one. A case that does not name such a code is not about it.
const OF_WHOLE_SITES: &[&str] =
    &["approval-missing", "order-without-file", "attachment-unreadable", "attachment-without-text"];

/// Runs a case.
pub fn run(case: &Case) -> Outcome {
    let mut outcome = Outcome::default();
    let mut days: BTreeMap<String, Day> = BTreeMap::new();
    let own = case.sights.iter().filter_map(|s| s.today.clone());
    for day in std::iter::once(case.today.clone()).chain(own) {
        if let std::collections::btree_map::Entry::Vacant(entry) = days.entry(day.clone()) {
            match build(case, &day) {
                Ok(built) => drop(entry.insert(built)),
                Err(why) => return Outcome { faults: vec![why], ..Outcome::default() },
            }
        }
    }
    for day in days.values() {
        outcome.fired.extend(day.findings.iter().map(|f| f.code));
    }
    if std::env::var_os("DUMP").is_some() {
        days.iter().for_each(|(name, day)| dump(case, name, day));
    }
    findings(case, &days, &mut outcome);
    for code in &case.silent {
        if outcome.fired.contains(&code.as_str()) {
            outcome.faults.push(format!("`{code}` was to be silent here and fired"));
        }
    }
    for sight in &case.sights {
        let day = &days[sight.today.as_ref().unwrap_or(&case.today)];
        look(case, sight, day, &mut outcome);
    }
    outcome
}

/// Lays what a case produced in `target/tmp/cases`, to be looked at.
fn dump(case: &Case, name: &str, day: &Day) {
    let folder: String = case.name.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
    let root = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("cases").join(folder).join(name);
    for (path, bytes) in &day.files {
        let to = root.join(path);
        std::fs::create_dir_all(to.parent().unwrap()).unwrap();
        std::fs::write(to, bytes).unwrap();
    }
}

fn build(case: &Case, day: &str) -> Result<Day, String> {
    let mut content = svod::Tree::new("content");
    let mut themes = svod::Tree::new("themes");
    for (path, file) in &case.files {
        let (tree, path) = match path.strip_prefix("themes/") {
            Some(inner) => (&mut themes, inner),
            None => (&mut content, path.as_str()),
        };
        match &file.body {
            Body::Bytes(bytes) => tree.add(path, bytes.clone())?,
            Body::Unreadable => tree.add_unreadable(path, "permission denied")?,
        }
    }
    let expected =
        case.sights.iter().filter_map(|s| if let SightKind::Findings(list) = &s.kind { Some(list) } else { None });
    let named = |code: &str| {
        case.silent.iter().any(|c| c == code)
            || case.findings.iter().chain(expected.clone().flatten()).any(|finding| finding.code == code)
    };
    let unnamed = OF_WHOLE_SITES.iter().filter(|code| !named(code)).map(|code| (*code).to_owned());
    let allow = case.allow.iter().cloned().chain(unnamed).collect();
    let options = svod::Options { preview: case.preview, allow, deny: case.deny.clone() };
    let site = svod::plan(&content, &themes, day, &options)?;
    let mut findings = site.findings();
    let (files, more) = site.produce_all();
    findings.extend(more);
    let paths = site.paths();
    if !paths.iter().eq(files.keys()) {
        return Err(format!("the plan names other paths than were produced: {paths:?} and {:?}", files.keys()));
    }
    Ok(Day { site, findings, files })
}

/// Every finding must be expected, and every expected one found: on the day of the case, and on days with an `expect`
/// block of their own.
fn findings(case: &Case, days: &BTreeMap<String, Day>, outcome: &mut Outcome) {
    for (name, day) in days {
        let blocks: Vec<&[Expected]> = case
            .sights
            .iter()
            .filter(|s| s.today.as_ref().unwrap_or(&case.today) == name)
            .filter_map(|s| if let SightKind::Findings(list) = &s.kind { Some(&list[..]) } else { None })
            .collect();
        if blocks.is_empty() && *name != case.today {
            continue;
        }
        let mut missing: Vec<&Expected> = case.findings.iter().chain(blocks.into_iter().flatten()).collect();
        for found in &day.findings {
            match missing.iter().position(|e| e.fits(found)) {
                Some(i) => drop(missing.remove(i)),
                None => outcome.faults.push(format!("{name}: unexpected {}", show(found))),
            }
        }
        outcome.faults.extend(missing.iter().map(|e| format!("{name}: missing    {e}")));
    }
}

fn look(case: &Case, sight: &Sight, day: &Day, outcome: &mut Outcome) {
    let at = format!("line {}", sight.fence.line);
    let body = &sight.fence.body;
    let lines = || body.lines().map(str::trim).filter(|l| !l.is_empty());
    let mut fault = |text: String| outcome.faults.push(format!("{at}: {text}"));
    match &sight.kind {
        SightKind::Findings(_) => {}
        SightKind::Status { wanted, exact } => match serde_json::from_str(&day.site.status()) {
            Ok(found) => json::lacks(wanted, &found, *exact).into_iter().for_each(&mut fault),
            Err(e) => fault(format!("status is not JSON: {e}")),
        },
        SightKind::Text { page, wanted } | SightKind::Output { page, wanted } => {
            let as_text = matches!(sight.kind, SightKind::Text { .. });
            let found = match part(day, page) {
                Ok(found) if as_text => html::text(&found),
                Ok(found) => found,
                Err(why) => return fault(why),
            };
            if sight.fence.has("whole") {
                if collapse(&found) != collapse(body) {
                    fault(format!("`{}` is\n{}", page.path, found.trim_end()));
                    let body = found.trim_end().to_owned();
                    outcome.rewrites.push(Rewrite { lines: sight.fence.lines.clone(), body });
                }
            } else if as_text {
                // Each line of a text block is a fragment of its own.
                let found = collapse(&found);
                for line in lines().map(collapse) {
                    if found.contains(&line) != *wanted {
                        let verb = if *wanted { "does not say" } else { "says" };
                        fault(format!("`{}` {verb} «{line}»{}", page.path, near(&found, &line, *wanted)));
                    }
                }
            } else if collapse(&found).contains(&collapse(body)) != *wanted {
                let verb = if *wanted { "does not hold" } else { "holds" };
                fault(format!("`{}` {verb}\n{body}", page.path));
            }
        }
        SightKind::Links { page, wanted } => {
            let links = match part(day, page) {
                Ok(found) => html::links(&found),
                Err(why) => return fault(why),
            };
            for line in lines() {
                let (text, to) = line.split_once(" -> ").map_or((line, None), |(text, to)| (text, Some(to)));
                let hit = |(t, d): &(String, String)| *t == collapse(text) && to.is_none_or(|to| d == to);
                if links.iter().any(hit) != *wanted {
                    let verb = if *wanted { "has no link" } else { "has the link" };
                    let mut all = String::new();
                    links.iter().for_each(|(t, d)| write!(all, "\n  {t} -> {d}").unwrap());
                    fault(format!("`{}` {verb} {line}; all of them:{all}", page.path));
                }
            }
        }
        SightKind::Paths { wanted } => {
            for line in lines() {
                let there = match line.strip_suffix('/') {
                    Some(_) => day.files.keys().any(|p| p.starts_with(line)),
                    None => day.files.contains_key(line),
                };
                if there != *wanted {
                    let all = day.files.keys().cloned().collect::<Vec<_>>().join(" ");
                    fault(format!("{line} {} in the output: {all}", if *wanted { "is not" } else { "is" }));
                }
            }
        }
        SightKind::Nowhere => {
            for canary in lines() {
                let holds = |bytes: &[u8]| bytes.windows(canary.len()).any(|w| w == canary.as_bytes());
                if !case.files.values().any(|f| matches!(&f.body, Body::Bytes(b) if holds(b))) {
                    fault(format!("«{canary}» stands in no source file, so its absence proves nothing"));
                }
                for (path, bytes) in &day.files {
                    if path.contains(canary) || holds(bytes) {
                        fault(format!("«{canary}» came out in {path}"));
                    }
                }
            }
        }
    }
}

/// A page as text, or one element of it.
fn part(day: &Day, page: &Page) -> Result<String, String> {
    let bytes = day
        .files
        .get(&page.path)
        .ok_or_else(|| format!("no `{}`; there are {:?}", page.path, day.files.keys().collect::<Vec<_>>()))?;
    let text = String::from_utf8(bytes.clone()).map_err(|_| format!("`{}` is not UTF-8", page.path))?;
    match &page.id {
        None => Ok(text),
        Some(id) => html::element(&text, id)
            .map(str::to_owned)
            .ok_or_else(|| format!("`{}` has no element with the id `{id}`", page.path)),
    }
}

/// What stands where a wanted text probably should: from its first three words on.
fn near(found: &str, line: &str, wanted: bool) -> String {
    let head = line.split(' ').take(3).collect::<Vec<_>>().join(" ");
    match found.find(&head).filter(|_| wanted) {
        Some(at) => format!("; near: «{}…»", found[at..].chars().take(line.chars().count() + 60).collect::<String>()),
        None => String::new(),
    }
}
