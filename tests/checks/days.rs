//! The day enters once: where it comes from, and what it may change.

use std::collections::BTreeMap;

use crate::harness::command::Project;

/// The day that the program takes for today.
fn today(project: &Project, arguments: &[&str], environment: &[(&str, &str)]) -> String {
    let all: Vec<&str> = ["status", "--format", "json"].iter().chain(arguments).copied().collect();
    let run = environment.iter().fold(project.svod(&all), |run, (name, value)| run.env(name, value));
    run.exits(0).json()["today"].as_str().unwrap().to_owned()
}

fn at_offset(offset: &str) -> Project {
    Project::new().file("content/site.yml", format!("title: Свод\nutc_offset: \"{offset}\"\n"))
}

#[test]
fn the_option_comes_before_the_environment() {
    let project = at_offset("+05:00");
    let epoch = [("SOURCE_DATE_EPOCH", "0")];
    assert_eq!(today(&project, &["--today", "2026-05-01"], &epoch), "2026-05-01");
    assert_eq!(today(&project, &["--today", "1 мая 2026 г."], &epoch), "2026-05-01");
    assert_eq!(today(&project, &[], &epoch), "1970-01-01");
}

#[test]
fn the_day_turns_at_midnight_of_the_school() {
    // 30 April 2026, 11:59:59 to 12:00:00 UTC and so on: the second before and the second of midnight at each offset.
    const MAY: i64 = 1_777_593_600; // 1 May 2026, 00:00 UTC
    for hours in 2..=12 {
        let project = at_offset(&format!("+{hours:02}:00"));
        let midnight = MAY - hours * 3_600;
        let day = |second: i64| today(&project, &[], &[("SOURCE_DATE_EPOCH", &second.to_string())]);
        assert_eq!(day(midnight - 1), "2026-04-30", "+{hours}");
        assert_eq!(day(midnight), "2026-05-01", "+{hours}");
    }
}

#[test]
fn the_zone_of_the_machine_does_not_matter() {
    let project = at_offset("+05:00");
    let day = |zone: &str| today(&project, &[], &[("SOURCE_DATE_EPOCH", "1777575600"), ("TZ", zone)]);
    for zone in ["UTC", "Asia/Kamchatka", "America/Los_Angeles", "UTC+12"] {
        assert_eq!(day(zone), "2026-05-01", "{zone}");
    }
}

#[test]
fn without_a_word_the_clock_is_asked() {
    let project = at_offset("+00:00");
    let seconds = || {
        let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap();
        now.as_secs().to_string()
    };
    // Midnight may pass between the two.
    let (before, found) = (seconds(), today(&project, &[], &[]));
    let by_epoch = |epoch: &str| today(&project, &[], &[("SOURCE_DATE_EPOCH", epoch)]);
    assert!(found == by_epoch(&before) || found == by_epoch(&seconds()), "{found}");
}

fn built(project: &Project, day: &str) -> BTreeMap<String, Vec<u8>> {
    project.svod(&["build", "--today", day]).exits(0);
    project.tree("public").into_iter().collect()
}

#[test]
fn ordinary_trees_do_not_know_the_day() {
    let project = Project::new().file("content/index.md", "# Дом\n").file("content/guide/a.md", "Текст.\n");
    assert_eq!(built(&project, "2026-05-01"), built(&project, "2031-09-01"));
}

#[test]
fn on_the_model_site_only_pages_with_a_computed_state_know_the_day() {
    let project = Project::sample();
    // Two days between which nothing happens.
    let (one, two) = (built(&project, "2026-11-19"), built(&project, "2026-11-20"));
    assert!(one.keys().eq(two.keys()));
    let changed: Vec<&String> =
        one.iter().filter(|(path, bytes)| two[*path] != **bytes).map(|(path, _)| path).collect();
    // Each of them names the day.
    let computed = [
        "index.html",
        "deadlines.html",
        "responsible.html",
        "acts.html",
        "questions.html",
        "instructions/",
        "regulations/index.html",
        "regulations/sferum.html",
        "regulations/sferum/2026-10-15.html",
        ".svod",
    ];
    for path in &changed {
        assert!(computed.iter().any(|c| path.starts_with(c)), "{path} changed with the day; all: {changed:?}");
    }
    for path in changed.iter().filter(|path| path.ends_with(".html")) {
        let page = String::from_utf8_lossy(&one[*path]).replace('\u{a0}', " ");
        assert!(page.contains("Сведения на 19.11.2026"), "{path} changes with the day and does not say so");
    }
    assert!(changed.iter().any(|p| *p == "deadlines.html"), "the panel says as of when it holds");
}
