//! The suite of planted faults: how much of what is planted each rule finds, and how much of what it finds was planted.
//!
//! `cargo test --test suite faults -- --nocapture` prints the table. The data is told of in
//! `tests/suite-of-faults/README.md`.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::harness::case::{Body, Case, File, cases_over};
use crate::harness::expect::{SightKind, show};
use crate::harness::{files_below, root};

/// Rules that do not find everything that is planted for them, or find more: code, recall and precision in per cent that
/// they reach at least. All others reach 100. What they miss is in the data, so that whoever betters a rule sees it.
const FLOORS: &[(&str, usize, usize)] = &[];

/// What one rule did.
#[derive(Clone, Copy, Debug, Default)]
struct Score {
    planted: usize,
    found: usize,
    alarms: usize,
}

/// Cases of a folder over the tree that they change.
fn cases(folder: &str, base: &str) -> Vec<Case> {
    let tree: BTreeMap<String, File> = files_below(&root().join(base))
        .into_iter()
        .map(|(path, from)| (path, File::bytes(std::fs::read(from).unwrap())))
        .collect();
    let mut found = Vec::new();
    for (name, path) in files_below(&root().join("tests/suite-of-faults").join(folder)) {
        let text = std::fs::read_to_string(path).unwrap();
        let file = format!("{folder}/{name}");
        found.extend(cases_over(&file, &text, tree.clone()).unwrap_or_else(|why| panic!("{file}: {why}")));
    }
    found
}

/// The tree itself, in which nothing is planted.
fn whole(base: &str) -> Case {
    let text = "## nothing is planted\n";
    let tree = files_below(&root().join(base))
        .into_iter()
        .map(|(path, from)| (path, File::bytes(std::fs::read(from).unwrap())))
        .collect();
    cases_over(base, text, tree).unwrap().remove(0)
}

fn findings(case: &Case) -> Vec<svod::Finding> {
    let mut content = svod::Tree::new("content");
    for (path, file) in &case.files {
        match &file.body {
            Body::Bytes(bytes) => content.add(path, bytes.clone()).unwrap(),
            Body::Unreadable => content.add_unreadable(path, "permission denied").unwrap(),
        }
    }
    let options = svod::Options { preview: case.preview, allow: case.allow.clone(), deny: case.deny.clone() };
    svod::plan(&content, &svod::Tree::new("themes"), &case.today, &options).unwrap().findings()
}

/// Adds a case to the scores; what was missed and what was found besides goes into the report.
fn judge(case: &Case, scores: &Mutex<BTreeMap<String, Score>>, report: &Mutex<BTreeMap<String, String>>) {
    let blocks =
        case.sights.iter().filter_map(|s| if let SightKind::Findings(list) = &s.kind { Some(list) } else { None });
    let mut missing: Vec<_> = case.findings.iter().chain(blocks.flatten()).collect();
    let found = findings(case);
    let mut scores = scores.lock().unwrap();
    let mut score = |code: &str, change: fn(&mut Score)| change(scores.entry(code.to_owned()).or_default());
    missing.iter().for_each(|e| score(&e.code, |s| s.planted += 1));
    let mut lines = String::new();
    for found in found {
        match missing.iter().position(|expected| expected.fits(&found)) {
            Some(at) => {
                missing.remove(at);
                score(found.code, |s| s.found += 1);
            }
            None => {
                score(found.code, |s| s.alarms += 1);
                writeln!(lines, "  false alarm {}", show(&found)).unwrap();
            }
        }
    }
    for expected in missing {
        writeln!(lines, "  missed      {expected}").unwrap();
    }
    if !lines.is_empty() {
        report.lock().unwrap().insert(case.name.clone(), lines);
    }
}

fn table(scores: &BTreeMap<String, Score>) -> String {
    let mut text =
        format!("{:<28}{:>8}{:>8}{:>8}{:>8}{:>11}\n", "rule", "planted", "found", "alarms", "recall", "precision");
    for (code, s) in scores {
        let (recall, precision) = (recall(s), precision(s));
        writeln!(text, "{code:<28}{:>8}{:>8}{:>8}{recall:>7}%{precision:>10}%", s.planted, s.found, s.alarms).unwrap();
    }
    let all = scores.values().fold(Score::default(), |a, s| Score {
        planted: a.planted + s.planted,
        found: a.found + s.found,
        alarms: a.alarms + s.alarms,
    });
    writeln!(
        text,
        "{:<28}{:>8}{:>8}{:>8}{:>7}%{:>10}%",
        "all",
        all.planted,
        all.found,
        all.alarms,
        recall(&all),
        precision(&all)
    )
    .unwrap();
    text
}

/// Per cent of what was planted that was found.
fn recall(score: &Score) -> usize {
    (score.found * 100).checked_div(score.planted).unwrap_or(100)
}

/// Per cent of what was found that was planted.
fn precision(score: &Score) -> usize {
    (score.found * 100).checked_div(score.found + score.alarms).unwrap_or(100)
}

#[test]
fn planted_faults_are_found_and_nothing_else() {
    let mut all = cases("model", "content");
    all.push(whole("content"));
    all.extend(cases("small", "tests/suite-of-faults/base"));
    all.extend(cases("clean", "tests/suite-of-faults/base"));
    let (scores, report) = (Mutex::default(), Mutex::default());
    let next = AtomicUsize::new(0);
    let threads = std::thread::available_parallelism().map_or(2, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some(case) = all.get(next.fetch_add(1, Ordering::Relaxed)) {
                    judge(case, &scores, &report);
                }
            });
        }
    });
    let (scores, report) = (scores.into_inner().unwrap(), report.into_inner().unwrap());
    println!("{} cases\n{}", all.len(), table(&scores));
    let report: String = report.into_iter().map(|(name, lines)| format!("{name}\n{lines}")).collect();
    println!("{report}");
    let mut faults = Vec::new();
    for (code, score) in &scores {
        let (_, r, p) = FLOORS.iter().find(|(c, ..)| c == code).unwrap_or(&("", 100, 100));
        if recall(score) < *r || precision(score) < *p {
            faults.push(format!("`{code}`: recall {}%, precision {}%", recall(score), precision(score)));
        }
    }
    assert!(faults.is_empty(), "\n{}\n{report}", faults.join("\n"));
}

#[test]
fn every_rule_is_planted() {
    let planted: std::collections::BTreeSet<String> = cases("model", "content")
        .into_iter()
        .chain(cases("small", "tests/suite-of-faults/base"))
        .flat_map(|case| {
            let blocks = case
                .sights
                .iter()
                .filter_map(|s| if let SightKind::Findings(l) = &s.kind { Some(l.clone()) } else { None });
            case.findings.iter().cloned().chain(blocks.flatten()).map(|e| e.code).collect::<Vec<_>>()
        })
        .collect();
    let rules = root().join("src/check/rules");
    for (file, _) in files_below(&rules) {
        let code = file.trim_end_matches(".rs").replace('_', "-");
        assert!(code == "mod" || planted.contains(&code), "`{code}` is planted nowhere in tests/suite-of-faults");
    }
}
