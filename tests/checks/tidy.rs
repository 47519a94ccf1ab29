//! Rules of the house that no compiler knows: who may name whom, what is touched where, how long a file is.

use crate::harness::{files_below, root};

/// Rooms (folders or files directly under `src`) with the rooms that each may name, left to right. A new arrow here is
/// a decision of its own: see the three kinds of change in `CONTRIBUTING.md`.
const ARROWS: &[(&str, &[&str])] = &[
    ("base", &[]),
    ("bind", &["base"]),
    ("diag", &["base"]),
    ("schema", &["base", "diag"]),
    ("source", &["base", "diag", "schema"]),
    ("parse", &["base", "diag", "schema", "source"]),
    ("model", &["base", "diag", "schema", "source", "parse"]),
    ("check", &["base", "diag", "schema", "source", "parse", "model"]),
    ("theme", &["base", "diag", "schema", "source"]),
    ("view", &["base", "diag", "schema", "source", "parse", "model", "theme"]),
    ("render", &["base", "bind", "diag", "schema", "source", "parse", "model", "theme", "view"]),
    ("search", &["base", "diag", "schema", "source", "parse", "model"]),
    ("export", &["base", "diag", "schema", "source", "parse", "model"]),
    (
        "pipeline",
        &[
            "base", "bind", "diag", "schema", "source", "parse", "model", "check", "theme", "view", "render", "search",
            "export",
        ],
    ),
    ("library", &["base", "diag", "source", "model", "check", "export", "pipeline"]),
    ("messages", &["base", "diag", "schema", "check"]),
    ("write", &["base", "diag", "source", "pipeline"]),
    ("host", &["base", "diag", "source", "pipeline", "write"]),
    ("starter", &["base"]),
    ("serve", &["base", "diag", "source", "model", "pipeline", "write", "host", "messages"]),
    (
        "cli",
        &[
            "base", "diag", "schema", "source", "parse", "model", "check", "export", "pipeline", "messages", "write",
            "host", "starter", "serve",
        ],
    ),
    ("fuzzing", &["base", "source", "parse", "view", "search", "pipeline", "library", "serve"]),
];

/// What only some places may name, with those places (path prefixes under `src`).
const ONLY: &[(&str, &[&str])] = &[
    ("std::fs", &["host/", "cli/", "serve/"]),
    ("std::env", &["host/", "cli/", "main.rs"]),
    ("std::net", &["serve/", "cli/serve.rs"]),
    ("std::process", &["host/", "cli/", "main.rs"]),
    ("std::thread", &["host/", "cli/", "serve/"]),
    ("SystemTime", &["host/"]),
    ("Instant", &["host/", "cli/", "serve/"]),
    ("process::exit", &["host/", "cli/"]),
    ("println!", &["host/", "cli/"]),
    ("eprintln!", &["host/", "cli/"]),
    ("print!", &["host/", "cli/"]),
    ("eprint!", &["host/", "cli/"]),
    ("dbg!", &[]),
    ("todo!", &[]),
    ("unimplemented!", &[]),
    ("serde_yaml", &["base/yaml.rs"]),
    ("tera", &["render/engine.rs"]),
    ("rayon", &["pipeline/", "host/"]),
    ("pulldown_cmark", &["parse/"]),
    ("jiff", &["base/date.rs", "host/"]),
    ("clap", &["cli/"]),
    ("annotate_snippets", &["cli/"]),
    ("walkdir", &["host/"]),
    ("rustix", &["host/"]),
    ("notify", &["serve/"]),
    ("tiny_http", &["serve/"]),
    ("hayro_syntax", &["source/paper/"]),
    ("hayro_cmap", &["source/paper/"]),
    ("quick_xml", &["source/paper/"]),
    ("flate2", &["source/paper/"]),
];

/// Files over the ceiling, each with the reason why it is one subject.
const LONG: &[(&str, &str)] =
    &[("schema/records.rs", "the contract itself: one table of every key with its meaning in two languages")];
/// Lines of a file above its tests.
const CEILING: usize = 400;

/// A file of `src`.
struct Source {
    path: String,
    text: String,
    /// The text with comments and the insides of strings blanked, line by line the same.
    code: String,
}

fn sources() -> Vec<Source> {
    let files = files_below(&root().join("src"));
    let rust = files.into_iter().filter(|(path, _)| path.ends_with(".rs"));
    rust.map(|(path, from)| {
        let text = std::fs::read_to_string(from).unwrap();
        let code = code_of(&text);
        Source { path, text, code }
    })
    .collect()
}

/// The room of a path under `src`: its first folder, or the file itself.
fn room(path: &str) -> &str {
    path.split('/').next().unwrap().trim_end_matches(".rs")
}

fn report(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn rooms_name_only_rooms_to_their_left() {
    let mut faults = Vec::new();
    for source in sources() {
        let here = room(&source.path);
        if matches!(here, "lib" | "main") {
            continue;
        }
        let Some((_, allowed)) = ARROWS.iter().find(|(r, _)| *r == here) else {
            faults.push(format!("src/{}: the room `{here}` is not in the table of arrows", source.path));
            continue;
        };
        for (line, named) in named_rooms(&source) {
            let known = ARROWS.iter().any(|(r, _)| *r == named);
            if named != here && known && !allowed.contains(&named.as_str()) {
                faults.push(format!("src/{}:{line}: `{here}` must not name `{named}`", source.path));
            }
        }
    }
    report(&faults);
}

/// Rooms that a file names by `crate::room`, `crate::{room, …}` or by climbing with `super`.
fn named_rooms(source: &Source) -> Vec<(usize, String)> {
    let steps = source.path.split('/').count();
    let depth = if source.path.ends_with("/mod.rs") { steps - 1 } else { steps };
    let climb = "super::".repeat(depth);
    let mut found = Vec::new();
    for lead in ["crate::", climb.as_str()] {
        for (at, _) in source.code.match_indices(lead) {
            let before = source.code[..at].chars().next_back().unwrap_or(' ');
            if before.is_alphanumeric() || matches!(before, '_' | ':') {
                continue;
            }
            let line = source.code[..at].matches('\n').count() + 1;
            let rest = &source.code[at + lead.len()..];
            // A `super` more than expected stays inside an inline module, such as the tests of a file.
            if lead != "crate::" && rest.starts_with("super") {
                continue;
            }
            found.extend(heads(rest).into_iter().map(|name| (line, name)));
        }
    }
    found
}

/// First names of a path or of each path in a group: `a::b` gives `a`, `{a::{b, c}, d}` gives `a` and `d`.
fn heads(rest: &str) -> Vec<String> {
    let name =
        |text: &str| -> String { text.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect() };
    let Some(group) = rest.strip_prefix('{') else { return vec![name(rest)] };
    let mut depth = 0;
    let mut parts = vec![String::new()];
    for c in group.chars() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(String::new());
                continue;
            }
            _ => {}
        }
        parts.last_mut().unwrap().push(c);
    }
    parts.iter().map(|p| name(p)).filter(|n| !n.is_empty()).collect()
}

#[test]
fn siblings_and_neighbours_on_the_right_stay_apart() {
    // The table itself is held to the rules that it stands for.
    for (room, allowed) in ARROWS {
        let at = |name: &str| ARROWS.iter().position(|(r, _)| *r == name);
        for other in *allowed {
            assert!(at(other) < at(room), "`{other}` stands right of `{room}`");
        }
        let siblings = ["check", "render", "search", "export"];
        if siblings.contains(room) {
            assert!(!allowed.iter().any(|o| siblings.contains(o)), "`{room}` names a sibling");
        }
        if !matches!(*room, "cli" | "serve") {
            assert!(!allowed.contains(&"messages"), "only `cli` and `serve` put findings into words, not `{room}`");
        }
    }
}

#[test]
fn the_outside_and_the_libraries_are_named_in_their_places() {
    let mut faults = Vec::new();
    for source in sources().iter().filter(|s| !s.path.ends_with("/tests.rs")) {
        for (name, places) in ONLY {
            if places.iter().any(|place| source.path.starts_with(place)) {
                continue;
            }
            // Tests beside a leaf may look at the repository.
            let code = source.code.split("\n#[cfg(test)]").next().unwrap();
            for (at, _) in code.match_indices(name) {
                let before = code[..at].chars().next_back().unwrap_or(' ');
                let after = code[at + name.len()..].chars().next().unwrap_or(' ');
                let whole = |c: char| !(c.is_alphanumeric() || c == '_');
                let path_head = name.contains("::") || name.ends_with('!') || name.starts_with(char::is_uppercase);
                let used = if path_head { true } else { after == ':' && before != '.' };
                if whole(before) && (whole(after) || name.ends_with('!')) && used {
                    let line = code[..at].matches('\n').count() + 1;
                    faults.push(format!("src/{}:{line}: `{name}` belongs in {}", source.path, places.join(", ")));
                }
            }
        }
    }
    report(&faults);
}

#[test]
fn every_file_opens_with_what_it_is() {
    let without: Vec<String> = sources()
        .iter()
        .filter(|s| !s.text.starts_with("//! ") && s.path != "main.rs")
        .map(|s| format!("src/{}: opens without a module doc (`//!`)", s.path))
        .collect();
    report(&without);
}

#[test]
fn a_file_has_one_subject() {
    let mut faults = Vec::new();
    for source in sources() {
        // Tests beside a leaf are read apart from it.
        let code = source.text.lines().take_while(|line| *line != "#[cfg(test)]").count();
        let lines = if source.path.ends_with("/tests.rs") { 0 } else { code };
        let excused = LONG.iter().any(|(path, _)| *path == source.path);
        if lines > CEILING && !excused {
            faults.push(format!("src/{}: {lines} lines; split it, or give the reason in the list", source.path));
        } else if lines <= CEILING && excused {
            faults.push(format!("src/{}: short enough now; take it off the list", source.path));
        }
    }
    report(&faults);
}

#[test]
fn nothing_is_left_to_do_in_code() {
    // Put together here, so that this file does not hold the words itself.
    let words = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("XX", "X")];
    let mut faults = Vec::new();
    for folder in ["src", "tests", "themes"] {
        for (path, from) in files_below(&root().join(folder)) {
            // Checksums of packages are nobody's words.
            if path.contains("node_modules") || path.ends_with("package-lock.json") {
                continue;
            }
            let text = String::from_utf8_lossy(&std::fs::read(from).unwrap()).into_owned();
            for (number, line) in text.lines().enumerate() {
                if words.iter().any(|w| line.contains(w)) {
                    faults.push(format!("{folder}/{path}:{}: {}", number + 1, line.trim()));
                }
            }
        }
    }
    report(&faults);
}

/// Blanks comments and what stands in strings and characters, so that only code is searched.
fn code_of(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    let blank = |from: usize, to: usize, out: &mut String| {
        out.extend(chars[from..to].iter().map(|&c| if c == '\n' { '\n' } else { ' ' }));
    };
    while at < chars.len() {
        let rest = &chars[at..];
        let end = match rest {
            ['/', '/', ..] => at + rest.iter().position(|&c| c == '\n').unwrap_or(rest.len()),
            ['/', '*', ..] => {
                let close = rest.windows(2).skip(2).position(|w| w == ['*', '/']).map_or(rest.len(), |i| i + 4);
                at + close
            }
            ['"', ..] => at + string_end(rest),
            ['r', '"', ..] | ['r', '#', ..] if !before_is_word(&out) => match raw_end(rest) {
                Some(end) => at + end,
                None => at,
            },
            ['\'', '\\', ..] => at + rest.iter().skip(3).position(|&c| c == '\'').map_or(rest.len(), |i| i + 4),
            ['\'', _, '\'', ..] => at + 3,
            _ => at,
        };
        if end > at {
            blank(at, end, &mut out);
            at = end;
        } else {
            out.push(chars[at]);
            at += 1;
        }
    }
    out
}

fn before_is_word(out: &str) -> bool {
    out.chars().next_back().is_some_and(|c| c.is_alphanumeric() || c == '_')
}

fn string_end(rest: &[char]) -> usize {
    let mut at = 1;
    while at < rest.len() {
        match rest[at] {
            '\\' => at += 2,
            '"' => return at + 1,
            _ => at += 1,
        }
    }
    rest.len()
}

fn raw_end(rest: &[char]) -> Option<usize> {
    let hashes = rest[1..].iter().take_while(|&&c| c == '#').count();
    if rest.get(1 + hashes) != Some(&'"') {
        return None;
    }
    let close: Vec<char> = std::iter::once('"').chain(std::iter::repeat_n('#', hashes)).collect();
    let body = 2 + hashes;
    let end = rest[body..].windows(close.len()).position(|w| w == close)?;
    Some(body + end + close.len())
}

#[test]
fn only_code_is_searched() {
    let text = "a(\"std::fs\", '\"', r#\"x \" y\"#); // std::env\n/* tera:: */ b('\\'', 'c') \"z\\\"\" d";
    let code = code_of(text);
    assert_eq!(code.split_whitespace().collect::<Vec<_>>().join(" "), "a( , , ); b( , ) d");
    assert_eq!(code.matches('\n').count(), 1);
}

#[test]
fn arrows_are_read_from_every_spelling() {
    let source = |path: &str, text: &str| Source { path: path.into(), text: text.into(), code: code_of(text) };
    let names = |path: &str, text: &str| -> Vec<String> {
        named_rooms(&source(path, text)).into_iter().map(|(_, name)| name).collect()
    };
    assert_eq!(names("model/a.rs", "use crate::{parse::{doc, x}, base::Date};"), ["parse", "base"]);
    assert_eq!(names("model/mod.rs", "use super::render::Engine; fn f(x: crate::cli::X)"), ["cli", "render"]);
    assert_eq!(names("model/a.rs", "use super::Site; mod tests { use super::super::check; }"), ["check"]);
    assert!(names("model/a/b.rs", "use super::super::Site;").is_empty());
}
