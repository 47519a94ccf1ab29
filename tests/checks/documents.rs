//! The documents at the root say what is so.

use std::process::Command;

use crate::harness::root;

fn read(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|e| panic!("{path}: {e}"))
}

/// Fenced blocks of a document.
fn blocks(text: &str) -> Vec<String> {
    text.split("```").skip(1).step_by(2).map(|b| b.split_once('\n').map_or("", |(_, body)| body).to_owned()).collect()
}

#[test]
fn the_readme_is_short_and_begins_for_the_people_it_serves() {
    let text = read("README.md");
    assert!(text.lines().count() < 120, "{} lines", text.lines().count());
    let russian = |line: &str| line.chars().any(|c| matches!(c, 'а'..='я'));
    let first: Vec<&str> = text.lines().filter(|l| !l.is_empty() && !l.starts_with('#')).take(3).collect();
    assert!(first.iter().all(|l| russian(l)), "the first three lines are for the school's people: {first:?}");
    let picture = text.split("![").nth(1).and_then(|p| p.split('(').nth(1)).and_then(|p| p.split(')').next());
    let picture = root().join(picture.expect("the README shows a picture"));
    let size = std::fs::metadata(&picture).unwrap_or_else(|e| panic!("{}: {e}", picture.display())).len();
    assert!(size < 150_000, "the picture has {size} bytes");
}

#[test]
fn the_commands_of_the_readme_exist() {
    let text = read("README.md");
    let commands: Vec<String> =
        blocks(&text).iter().flat_map(|b| b.lines().map(str::to_owned).collect::<Vec<_>>()).collect();
    assert!(commands.iter().any(|c| c == "cargo run --release -- build"), "{commands:?}");
    assert!(commands.iter().any(|c| c == "tests/run"), "{commands:?}");
    for script in ["tests/run", ".ci/run"] {
        assert!(read(script).starts_with("#!/usr/bin/env bash\n"), "{script}");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let mode = std::fs::metadata(root().join(script)).unwrap().permissions().mode();
            assert!(mode & 0o111 != 0, "{script} cannot be run");
        }
    }
    // Links to files of the repository lead somewhere.
    for target in text.split("](").skip(1).filter_map(|t| t.split(')').next()) {
        if !target.contains("://") && !target.starts_with('#') {
            assert!(root().join(target).exists(), "README.md links to {target}, which is not there");
        }
    }
}

#[test]
fn the_readme_shows_the_help_that_there_is() {
    let output = Command::new(env!("CARGO_BIN_EXE_svod"))
        .args(["--help", "--lang", "en"])
        .env_remove("COLUMNS")
        .output()
        .unwrap();
    let help = String::from_utf8(output.stdout).unwrap();
    let tidy = |text: &str| text.trim().lines().map(str::trim_end).collect::<Vec<_>>().join("\n");
    let readme = read("README.md");
    let shown = blocks(&readme).into_iter().find(|b| b.contains("Usage:")).expect("a block with the help");
    assert_eq!(tidy(&shown), tidy(&help), "copy the output of `svod --help --lang en` into README.md");
}

#[test]
fn the_changelog_has_a_place_for_the_next_line() {
    let text = read("CHANGELOG.md");
    let first = text.lines().find(|l| l.starts_with("## ")).expect("a section");
    assert_eq!(first, "## [Unreleased]");
    for line in text.lines().filter(|l| l.starts_with("### ")) {
        let known = ["Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"];
        assert!(known.contains(&&line[4..]), "{line}");
    }
}

#[test]
fn tracked_files_name_no_machine() {
    let output = Command::new("git").args(["ls-files", "-z"]).current_dir(root()).output();
    let Some(output) = output.ok().filter(|o| o.status.success()) else {
        println!("not a git checkout: nothing is tracked");
        return;
    };
    let homes = [["/ro", "ot/"], ["/ho", "me/"], ["/wo", "rk/"]].map(|parts| parts.concat());
    let mut faults = Vec::new();
    for name in output.stdout.split(|&b| b == 0).filter(|n| !n.is_empty()) {
        let name = String::from_utf8_lossy(name);
        let Ok(bytes) = std::fs::read(root().join(&*name)) else { continue };
        let text = String::from_utf8_lossy(&bytes);
        for (number, line) in text.lines().enumerate() {
            // A path begins where no path step ends: `a/home/b` is a folder of a site.
            let names = homes.iter().any(|home| {
                line.match_indices(home.as_str()).any(|(at, _)| {
                    !line[..at]
                        .ends_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '}' | '$' | '*'))
                })
            });
            if names {
                faults.push(format!("{name}:{}: {}", number + 1, line.trim()));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}
