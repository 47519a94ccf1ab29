//! Any bytes give a site and findings, never a panic; and every finding points into the file that it names.
//!
//! Inputs are made from fragments that mean something to some reader, mixed and spoilt by a fixed row of numbers, so
//! that a failure repeats. `FUZZ=20000` runs more rounds than the usual few.

use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::harness::{files_below, root};

/// Numbers that look random and are the same everywhere (SplitMix64).
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((z ^ (z >> 31)) % u64::try_from(end.max(1)).unwrap()).unwrap()
    }

    fn pick<'a, T: ?Sized>(&mut self, from: &[&'a T]) -> &'a T {
        from[self.below(from.len())]
    }
}

/// What readers of markdown, clauses and references look for.
const MARKS: &[&str] = &[
    "\n",
    "\n\n",
    "## 2. Организация\n\n",
    "# ",
    "2.4. ",
    "2.4.1. ",
    "2.10 ",
    "99999. ",
    "1.2.3.4.5.6.7 ",
    "- ",
    "  - ",
    "\n    ",
    "1) ",
    "• ",
    "\u{f02d} ",
    "\u{f0b7}",
    "п. 2.4",
    "пункт 2.4/7",
    "абзац второй пункта 2.3",
    "пп. 2.1, 2.2 и 2.3",
    "раздел 3",
    "[текст](#p2.4)",
    "[текст](../net.md \"x\")",
    "[[Вики|x]]",
    "![",
    "](",
    "[^1]",
    "[^1]: ",
    "> ",
    "> [!NOTE]\n",
    "```",
    "~~~\n",
    "| а | б |\n|---|---|\n",
    "***",
    "**",
    "_",
    "`",
    "<b>",
    "<!--",
    "-->",
    "&#x110000;",
    "&nbsp;",
    "\\",
    "\t",
    "\u{feff}",
    "\u{ad}",
    "\u{301}",
    "\u{202e}",
    "ё",
    "№ ",
    "«",
    "»",
    "—",
    "\r\n",
    "\r",
    "\0",
    "---\n",
    "title: x\n",
    ": ",
    "термин\n: значение\n",
    "http://x",
    "javascript:",
    "{{",
    "{%",
    "%}",
    "'",
    "\"",
    "😀",
    "𝟚.𝟜. ",
    "٢.٤. ",
];

/// What readers of YAML and of our records look for.
const KEYS: &[&str] = &[
    "- id: a\n",
    "  name: А\n",
    "  date: 31.04.2026\n",
    "  positions: [{title: т, category: teaching}]\n",
    "  number: 2.10\n",
    "  appoints:\n    - {person: a, role: a, until: return, instead_of: a}\n",
    "years:\n  2026: {days_off: [01.05.2026]}\n",
    "title: x\n",
    "  requires: [decision, 'order:a']\n",
    "  due: 05-01\n",
    "  clause: '2.4'\n",
    "&a ",
    "*a",
    "!!binary ",
    "[",
    "]",
    "{",
    "}",
    "- ",
    ": ",
    "|\n",
    ">\n",
    "'",
    "\"",
    "#",
    "\n",
    "  ",
    "\t",
    "~",
    "? ",
    "---\n",
    "...\n",
    "\u{feff}",
    "  номер: 1\n",
    "  id: a\n",
    "0x7fffffffffffffff",
    "1e999",
    "9999-12-31",
    "0001-01-01",
    "  school_year: 9998/9999\n",
    "  document: edition:a@2026-01-01\n",
    "  text: x\n",
    "  from: 9999-12-31\n",
    "  signed_by: {name: x, position: y}\n",
];

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
    for _ in 0..dice.below(6) {
        let at = dice.below(bytes.len() + 1);
        let end = (at + dice.below(40)).min(bytes.len());
        match dice.below(5) {
            0 => drop(bytes.drain(at..end)),
            1 => drop(bytes.splice(at..at, dice.pick(MARKS).bytes())),
            2 => drop(bytes.splice(at..at, dice.pick(KEYS).bytes())),
            3 => {
                let part = bytes[at..end].to_vec();
                let to = dice.below(bytes.len() + 1);
                drop(bytes.splice(to..to, part));
            }
            _ => bytes.insert(at, u8::try_from(dice.below(256)).unwrap()),
        }
    }
    bytes
}

/// Builds a tree in full; tells what is wrong with how it was built.
fn fault_of(files: &[(&str, Vec<u8>)]) -> Option<String> {
    let mut tree = svod::Tree::new("content");
    for (path, bytes) in files {
        tree.add(path, bytes.clone()).unwrap();
    }
    let built = catch_unwind(AssertUnwindSafe(|| {
        let site = svod::plan(&tree, &svod::Tree::new("themes"), "2026-11-22", &svod::Options::default()).unwrap();
        let (pages, more) = site.produce_all();
        (site.findings(), pages, more)
    }));
    let Ok((mut findings, pages, more)) = built else { return Some("panicked".to_owned()) };
    findings.extend(more);
    for (path, bytes) in &pages {
        if path.ends_with(".html") && std::str::from_utf8(bytes).is_err() {
            return Some(format!("{path} is not UTF-8"));
        }
    }
    findings.iter().find_map(|finding| {
        if matches!(finding.code, "internal" | "template-fault") {
            return Some(format!("{finding:?}"));
        }
        let (path, (line, column)) = (finding.path.as_ref()?, finding.at?);
        let Some((_, bytes)) = files.iter().find(|(p, _)| p == path) else {
            return Some(format!("a finding in a file that is not there: {finding:?}"));
        };
        // Only texts that are read as they stand can be counted here.
        let text = std::str::from_utf8(bytes).ok()?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n").replace('\r', "\n");
        let wanted = text.split('\n').nth(usize::try_from(line).unwrap() - 1);
        match wanted {
            Some(found) if usize::try_from(column).unwrap() <= found.chars().count() + 1 => None,
            _ => Some(format!("a finding outside its file: {finding:?}")),
        }
    })
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
    let texts: [(&str, Vec<u8>); 12] = [
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
    ];
    for (path, bytes) in texts {
        let start: String = String::from_utf8_lossy(&bytes).chars().take(20).collect();
        if let Some(fault) = fault_of(&[(path, bytes)]) {
            panic!("{path} {start:?}: {fault}");
        }
    }
}
