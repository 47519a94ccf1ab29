//! Every case of `tests/cases` holds. `CASE=words` runs those whose name has the words; `UPDATE=1` rewrites expected
//! outputs, never findings.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::harness::case::{Case, cases};
use crate::harness::run::{Outcome, Rewrite, run};
use crate::harness::{files_below, root, updating};

/// Every case with the file it stands in.
pub fn all() -> Vec<(String, Case)> {
    let mut found = Vec::new();
    let mut faults = Vec::new();
    for (name, path) in files_below(&root().join("tests/cases")) {
        if !name.ends_with(".md") || name == "README.md" {
            continue;
        }
        match cases(&name, &std::fs::read_to_string(path).unwrap()) {
            Ok(list) => found.extend(list.into_iter().map(|case| (name.clone(), case))),
            Err(why) => faults.push(format!("tests/cases/{name}: {why}")),
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
    found
}

/// Runs cases on all cores, in order of the result.
pub fn outcomes(cases: &[(String, Case)]) -> Vec<Outcome> {
    let next = AtomicUsize::new(0);
    let done = Mutex::new(BTreeMap::new());
    let threads = std::thread::available_parallelism().map_or(2, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some((_, case)) = cases.get(at) else { break };
                    let outcome = catch_unwind(AssertUnwindSafe(|| run(case))).unwrap_or_else(|panic| {
                        let words = panic.downcast_ref::<String>().map(String::as_str);
                        let words = words.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("no words");
                        Outcome { faults: vec![format!("panicked: {words}")], ..Outcome::default() }
                    });
                    done.lock().unwrap().insert(at, outcome);
                }
            });
        }
    });
    done.into_inner().unwrap().into_values().collect()
}

#[test]
fn every_case_holds() {
    let filter = std::env::var("CASE").unwrap_or_default();
    let cases: Vec<_> = all().into_iter().filter(|(_, case)| case.name.contains(&filter)).collect();
    assert!(!cases.is_empty(), "no case has `{filter}` in its name");
    let outcomes = outcomes(&cases);
    let mut report = String::new();
    let mut failed = 0;
    let mut rewrites: BTreeMap<&str, Vec<&Rewrite>> = BTreeMap::new();
    for ((file, case), outcome) in cases.iter().zip(&outcomes) {
        if !outcome.faults.is_empty() {
            failed += 1;
            report.push_str(&format!("\n{}\n  {}\n", case.name, outcome.faults.join("\n  ")));
        }
        rewrites.entry(file).or_default().extend(&outcome.rewrites);
    }
    if updating() {
        rewrites.iter().for_each(|(file, list)| rewrite(file, list));
    }
    println!("{} cases", cases.len());
    assert!(failed == 0, "{failed} of {} cases fail\n{report}", cases.len());
}

fn rewrite(file: &str, rewrites: &[&Rewrite]) {
    let path = root().join("tests/cases").join(file);
    let text = std::fs::read_to_string(&path).unwrap();
    let mut lines: Vec<&str> = text.lines().collect();
    let mut rewrites = rewrites.to_vec();
    rewrites.sort_by_key(|r| std::cmp::Reverse(r.lines.start));
    for rewrite in rewrites {
        lines.splice(rewrite.lines.clone(), rewrite.body.lines());
    }
    std::fs::write(path, lines.join("\n") + "\n").unwrap();
}

#[test]
fn the_runner_tells_what_is_unexpected_and_what_is_missing() {
    let text = "## one\n```yaml data/roles.yml\n- id: a\n  title: A\n  # error: unknown-key 3\n  nonsense: 1\n```\n";
    let case = cases("f.md", text).unwrap().remove(0);
    let faults = run(&case).faults.join("\n");
    assert!(faults.contains("missing    data/roles.yml:2:3 error[unknown-key]"), "{faults}");
    assert!(faults.contains("unexpected data/roles.yml:3:3 error[unknown-key]"), "{faults}");
}

#[test]
fn the_runner_tells_what_the_output_lacks() {
    let text = "## one\n```md index.md\n# Дом\n```\n```text index.html\nДом\nне дом\n```\n```not-text index.html\nДом\n```\n\
                ```paths\nnowhere.html\n```\n```nowhere\nканарейка\n```\n";
    let case = cases("f.md", text).unwrap().remove(0);
    let faults = run(&case).faults;
    for part in ["does not say «не дом»", "says «Дом»", "nowhere.html is not", "proves nothing"] {
        assert!(faults.iter().any(|f| f.contains(part)), "{part}: {faults:?}");
    }
    assert!(!faults.iter().any(|f| f.contains("does not say «Дом»")), "{faults:?}");
}
