//! The model site built on a fixed day: the same bytes on any machine, with any number of threads.

use std::collections::BTreeMap;
use std::path::PathBuf;

use sha2::{Digest as _, Sha256};

use crate::harness::command::Project;
use crate::harness::{files_below, root, updating};

const TODAY: &str = "2026-11-22";
/// Files kept whole, to be read in a change: the rest is known by its hash.
const WHOLE: &[&str] = &[
    "index.html",
    "404.html",
    "contents.html",
    "deadlines.html",
    "responsible.html",
    "acts.html",
    "regulations/index.html",
    "regulations/sferum.html",
    "orders/index.html",
    "instructions/index.html",
    "sitemap.xml",
];

type Files = BTreeMap<String, Vec<u8>>;

fn build(project: &Project, environment: &[(&str, &str)]) -> Files {
    let run = project.svod(&["build", "--today", TODAY]);
    environment.iter().fold(run, |run, (name, value)| run.env(name, value)).exits(0);
    project.tree("public").into_iter().filter(|(path, _)| !path.starts_with(".svod")).collect()
}

fn golden(path: &str) -> PathBuf {
    root().join("tests/golden").join(path)
}

/// Each file with its hash. Of the search index, which any change of a text changes in many places, only the size is
/// told: what it must find is held by other tests.
fn list(files: &Files) -> String {
    let is_index = |path: &str| path.starts_with("search/") || path == "assets/search-index.js";
    let (index, others): (Vec<_>, Vec<_>) = files.iter().partition(|(path, _)| is_index(path));
    let text = others.into_iter().fold(String::new(), |mut text, (path, bytes)| {
        let digest = Sha256::digest(bytes);
        digest.iter().for_each(|byte| text.push_str(&format!("{byte:02x}")));
        text + "  " + path + "\n"
    });
    let class = |n: usize| (n + 1).next_power_of_two();
    let kib = index.iter().map(|(_, bytes)| bytes.len()).sum::<usize>() / 1024;
    text + &format!("search index: fewer than {} files, less than {} KiB\n", class(index.len()), class(kib))
}

#[test]
fn the_model_site_is_what_it_was() {
    let files = build(&Project::sample(), &[]);
    if updating() {
        drop(std::fs::remove_dir_all(golden("site")));
        std::fs::create_dir_all(golden("site")).unwrap();
        std::fs::write(golden("files.txt"), list(&files)).unwrap();
        for path in WHOLE {
            let to = golden("site").join(path);
            std::fs::create_dir_all(to.parent().unwrap()).unwrap();
            std::fs::write(to, &files[*path]).unwrap();
        }
        return;
    }
    let told = "look at the change, then take it with UPDATE=1 cargo test --test suite golden";
    for path in WHOLE {
        let kept = std::fs::read_to_string(golden("site").join(path)).unwrap_or_default();
        let found = String::from_utf8_lossy(files.get(*path).map_or(&[][..], Vec::as_slice)).into_owned();
        let line = kept.lines().zip(found.lines()).position(|(a, b)| a != b);
        let line = line.unwrap_or_else(|| kept.lines().count().min(found.lines().count()));
        let at = |text: &str| text.lines().nth(line).unwrap_or("(the end)").to_owned();
        assert!(kept == found, "{path}:{}: {told}\n- {}\n+ {}", line + 1, at(&kept), at(&found));
    }
    let stray: Vec<String> =
        files_below(&golden("site")).into_iter().map(|(p, _)| p).filter(|p| !WHOLE.contains(&p.as_str())).collect();
    assert!(stray.is_empty(), "kept and compared with nothing: {stray:?}");
    let kept = std::fs::read_to_string(golden("files.txt")).unwrap_or_default();
    let found = list(&files);
    let only =
        |a: &str, b: &str| a.lines().filter(|l| !b.lines().any(|m| m == *l)).map(str::to_owned).collect::<Vec<_>>();
    assert!(kept == found, "{told}\nwas: {:#?}\nis: {:#?}", only(&kept, &found), only(&found, &kept));
}

#[test]
fn threads_zone_locale_and_folder_change_nothing() {
    let project = Project::sample();
    let plain = build(&project, &[]);
    assert!(plain.len() > 20, "{}", plain.len());
    let weathers: [&[(&str, &str)]; 4] = [
        &[("RAYON_NUM_THREADS", "1")],
        &[("RAYON_NUM_THREADS", "16")],
        &[("TZ", "Asia/Kamchatka"), ("LANG", "C"), ("LC_ALL", "C")],
        &[("TZ", "America/Los_Angeles"), ("LANG", "tr_TR.UTF-8"), ("HOME", "/nonexistent")],
    ];
    for environment in weathers {
        let other = Project::sample();
        assert!(build(&other, environment) == plain, "{environment:?}");
    }
}

#[test]
fn the_order_in_which_files_were_made_changes_nothing() {
    let plain = build(&Project::sample(), &[]);
    let mut files = files_below(&root().join("content"));
    // Any order that is not the sorted one: by the letters of the path from the end.
    files.sort_by_key(|(path, _)| path.chars().rev().collect::<String>());
    files.reverse();
    let shuffled = files.into_iter().fold(Project::new(), |project, (path, from)| {
        project.file(&format!("content/{path}"), std::fs::read(from).unwrap())
    });
    assert!(build(&shuffled, &[]) == plain);
}

#[test]
fn a_build_over_an_old_site_equals_a_fresh_one() {
    let project = Project::sample().file("content/guide/lishnee.md", "Лишняя страница.\n");
    build(&project, &[]);
    let project = project.remove("content/guide/lishnee.md");
    assert!(build(&project, &[]) == build(&Project::sample(), &[]));
}
