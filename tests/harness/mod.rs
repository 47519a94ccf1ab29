//! What tests are written with: case files, a reader of our own HTML, expected JSON, and a builder for commands.

pub mod case;
pub mod command;
pub mod dice;
pub mod expect;
pub mod fence;
pub mod html;
pub mod json;
pub mod run;

use std::path::{Path, PathBuf};

/// The repository.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Whether expected outputs are to be rewritten (`UPDATE=1`); findings never are.
pub fn updating() -> bool {
    std::env::var_os("UPDATE").is_some_and(|v| v == "1")
}

/// Every file below a folder with a path relative to it, `/` between steps, sorted.
pub fn files_below(folder: &Path) -> Vec<(String, PathBuf)> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(dir) = open.pop() {
        let entries = std::fs::read_dir(&dir).unwrap_or_else(|e| panic!("{}: {e}", dir.display()));
        for entry in entries {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                let steps: Vec<_> =
                    path.strip_prefix(folder).unwrap().iter().map(|s| s.to_string_lossy().into_owned()).collect();
                found.push((steps.join("/"), path));
            }
        }
    }
    found.sort();
    found
}

/// Runs of white space (no-break spaces too) as one space, ends trimmed.
pub fn collapse(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
