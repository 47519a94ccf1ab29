//! Any bytes give a site and findings, never a panic; and every finding points into the file that it names.
//!
//! Inputs are made from fragments that mean something to some reader, mixed and spoilt by a fixed row of numbers, so
//! that a failure repeats. `FUZZ=20000` runs more rounds than the usual few.

use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::harness::dice::{Dice, KEYS, MARKS, spoil};
use crate::harness::{files_below, root};

const PLACES: &[&str] = &[
    "regulations/a/2026-01-01.md",
    "instructions/a.md",
    "orders/a.md",
    "index.md",
    "guide/a.md",
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
];

/// A text of fragments, or a file of the model site with spoilt places.
fn text(dice: &mut Dice, place: &str, models: &[(String, Vec<u8>)]) -> Vec<u8> {
    let like = |path: &str| path.split('/').next() == place.split('/').next();
    let model: Vec<&Vec<u8>> = models.iter().filter(|(path, _)| like(path)).map(|(_, bytes)| bytes).collect();
    let mut bytes = if !model.is_empty() && dice.below(2) == 0 {
        model[dice.below(model.len())].clone()
    } else {
        let fragments = if place.ends_with(".yml") { KEYS } else { MARKS };
        let count = 1 + dice.below(60);
        (0..count).map(|_| dice.pick(fragments)).collect::<String>().into_bytes()
    };
    spoil(dice, &mut bytes, 5);
    bytes
}

/// Builds a tree in full; tells what is wrong with how it was built.
fn fault_of(files: &[(&str, Vec<u8>)]) -> Option<String> {
    let built = catch_unwind(AssertUnwindSafe(|| svod::fuzzing::site_of(files)));
    built.unwrap_or_else(|_| Err("panicked".to_owned())).err()
}

#[test]
fn no_bytes_make_it_panic_or_point_astray() {
    let rounds = std::env::var("FUZZ").ok().and_then(|n| n.parse().ok()).unwrap_or(150);
    let models: Vec<(String, Vec<u8>)> = files_below(&root().join("content"))
        .into_iter()
        .filter(|(path, _)| path.ends_with(".md") || path.ends_with(".yml"))
        .map(|(path, from)| (path, std::fs::read(from).unwrap()))
        .collect();
    let mut faults = Vec::new();
    for round in 0..rounds {
        let mut dice = Dice(round);
        let mut files: Vec<(&str, Vec<u8>)> = Vec::new();
        for _ in 0..1 + dice.below(5) {
            let place = dice.pick(PLACES);
            if !files.iter().any(|(p, _)| *p == place) {
                let bytes = text(&mut dice, place, &models);
                files.push((place, bytes));
            }
        }
        if let Some(fault) = fault_of(&files) {
            let shown: Vec<_> = files.iter().map(|(p, b)| format!("{p}: {:?}", String::from_utf8_lossy(b))).collect();
            faults.push(format!("round {round}: {fault}\n{}", shown.join("\n")));
        }
    }
    assert!(faults.is_empty(), "{} of {rounds} rounds\n{}", faults.len(), faults[..faults.len().min(3)].join("\n\n"));
}

#[test]
fn deep_and_long_texts_end() {
    let deep = |mark: &str, times: usize| mark.repeat(times).into_bytes();
    let texts: &[(&str, Vec<u8>)] = &[
        ("guide/a.md", deep("> ", 20_000)),
        ("guide/a.md", deep("[", 50_000)),
        ("guide/a.md", deep("![](", 20_000)),
        ("guide/a.md", deep("*_", 20_000)),
        ("guide/a.md", deep("`", 50_001)),
        ("guide/a.md", deep("<b>", 20_000)),
        ("guide/a.md", (0..2_000).map(|n| " ".repeat(n) + "- x\n").collect::<String>().into_bytes()),
        ("regulations/a/2026-01-01.md", deep("1.1.", 20_000)),
        (
            "regulations/a/2026-01-01.md",
            (0..3_000).map(|n| format!("1.{n}. п. 1.{n}\n")).collect::<String>().into_bytes(),
        ),
        ("regulations/a/2026-01-01.md", deep("п. 1.1, 1.2 и ", 5_000)),
        ("data/staff.yml", deep("[", 20_000)),
        ("data/staff.yml", deep("- ", 20_000)),
        ("data/staff.yml", deep("{a: ", 20_000)),
        ("data/staff.yml", deep("? ", 20_000)),
    ];
    for (path, bytes) in texts {
        let start: String = String::from_utf8_lossy(bytes).chars().take(20).collect();
        if let Some(fault) = fault_of(&[(path, bytes.clone())]) {
            panic!("{path} {start:?}: {fault}");
        }
    }
}
