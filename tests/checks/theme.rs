//! The built-in theme: its table of files, and words that are used and used words that exist.

use std::fs;
use std::path::Path;

use walkdir::WalkDir;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Files below a folder, by path, with their texts; bytes that are not text are left out.
fn texts(folder: &str) -> Vec<(String, String)> {
    let folder = root().join(folder);
    let files = WalkDir::new(&folder).sort_by_file_name().into_iter().map(Result::unwrap);
    files
        .filter(|e| e.file_type().is_file())
        .map(|e| {
            let path = e.path().strip_prefix(&folder).unwrap().to_str().unwrap().replace('\\', "/");
            (path, String::from_utf8_lossy(&fs::read(e.path()).unwrap()).into_owned())
        })
        .collect()
}

#[test]
fn the_table_of_the_built_in_theme_equals_the_folder() {
    let mut found: Vec<String> = texts("themes/default").into_iter().map(|(path, _)| path).collect();
    found.sort();
    let table = fs::read_to_string(root().join("src/theme/embedded.rs")).unwrap();
    let rows = table.lines().filter_map(|l| l.strip_prefix("    \"")?.strip_suffix("\","));
    assert_eq!(rows.collect::<Vec<_>>(), found);
}

/// Names of the entries of the site's words.
fn keys() -> Vec<String> {
    let words = fs::read_to_string(root().join("themes/default/strings/ru.ftl")).unwrap();
    let name = |line: &str| {
        let (name, _) = line.split_once(" =")?;
        name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-').then(|| name.to_owned())
    };
    words.lines().filter_map(name).collect()
}

/// Everything that may ask for a word.
fn askers() -> String {
    let folders = ["src/view", "src/render", "src/model", "src/pipeline", "themes/default/templates"];
    folders.iter().flat_map(|f| texts(f)).map(|(_, text)| text).collect::<Vec<_>>().join("\n")
}

#[test]
fn every_word_of_the_site_is_used() {
    let all = askers();
    // A key with a variable tail is asked for by its head: `"weekday-{}"`, `"weekday-" ~ day`.
    let by_head = |key: &str| {
        key.match_indices('-')
            .map(|(at, _)| &key[..=at])
            .any(|head| all.contains(&format!("\"{head}\"")) || all.contains(&format!("\"{head}{{")))
    };
    let unused: Vec<String> =
        keys().into_iter().filter(|key| !all.contains(&format!("\"{key}\"")) && !by_head(key)).collect();
    assert!(unused.is_empty(), "{unused:?}");
}

#[test]
fn every_word_that_is_asked_for_exists() {
    let (all, known) = (askers(), keys());
    let mut asked = 0;
    for call in ["t(key=\"", ".word(\"", ".words.get(\"", ".say(\"", "Title::Word(\""] {
        for rest in all.split(call).skip(1) {
            let key = rest.split('"').next().unwrap_or_default();
            // The head of a key with a variable tail, an example in a comment, a key made up by a test.
            if key.ends_with('-') || key == "…" || key == "no-such-word" {
                continue;
            }
            assert!(known.iter().any(|k| k == key), "no word {key}");
            asked += 1;
        }
    }
    assert!(asked > 50, "{asked} words asked for");
}
