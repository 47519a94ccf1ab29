//! `svod status` on the model site: taking one fact away changes exactly what it should.

use serde_json::Value;

use crate::harness::command::Project;

const TODAY: &str = "2026-09-01";

fn status(project: &Project) -> Value {
    project.svod(&["status", "--format", "json", "--today", TODAY]).exits(0).json()
}

/// Where two states differ, `path: before -> after`; rows are named by their school year.
fn differences(before: &Value, after: &Value) -> Vec<String> {
    let mut found = Vec::new();
    compare(before, after, String::new(), &mut found);
    found
}

fn compare(before: &Value, after: &Value, at: String, found: &mut Vec<String>) {
    match (before, after) {
        (Value::Object(a), Value::Object(b)) => {
            for key in a.keys().chain(b.keys().filter(|k| !a.contains_key(*k))) {
                let none = Value::Null;
                compare(a.get(key).unwrap_or(&none), b.get(key).unwrap_or(&none), format!("{at}.{key}"), found);
            }
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            for (i, (a, b)) in a.iter().zip(b).enumerate() {
                let name = a.get("school_year").and_then(Value::as_str).map_or_else(|| i.to_string(), str::to_owned);
                compare(a, b, format!("{at}[{name}]"), found);
            }
        }
        _ if before == after => {}
        _ => found.push(format!("{}: {before} -> {after}", at.trim_start_matches('.'))),
    }
}

#[track_caller]
fn check(changed: Project, expected: &[&str]) {
    let found = differences(&status(&Project::sample()), &status(&changed));
    assert_eq!(found, expected);
}

const POSTED: &str = "- document: order:prikaz-2026-132\n  date: 2026-04-16\n";

#[test]
fn without_the_record_of_posting_the_order_was_never_posted() {
    let project = Project::sample();
    let text = project.read("content/data/publications.yml");
    let start = text.find(POSTED).unwrap();
    let end = start + text[start..].find("\n\n").unwrap();
    let project = project.file("content/data/publications.yml", format!("{}{}", &text[..start], &text[end..]));
    check(
        project,
        &[
            "deadlines[2025/2026].work_by: null -> \"2026-04-29\"",
            "deadlines[2025/2026].status: \"met\" -> \"overdue\"",
            "deadlines[2025/2026].partial: false -> true",
            "deadlines[2025/2026].requires[1].published: \"2026-04-16\" -> null",
            "deadlines[2025/2026].requires[1].within_ten_days: true -> false",
        ],
    );
}

#[test]
fn a_later_record_makes_the_row_late_and_nothing_else() {
    let late = POSTED.replace("2026-04-16", "2026-05-07");
    check(
        Project::sample().change("content/data/publications.yml", POSTED, &late),
        &[
            "deadlines[2025/2026].status: \"met\" -> \"met-late\"",
            "deadlines[2025/2026].requires[1].published: \"2026-04-16\" -> \"2026-05-07\"",
            "deadlines[2025/2026].requires[1].within_ten_days: true -> false",
        ],
    );
}

#[test]
fn without_the_appointment_the_role_is_vacant() {
    // The order of June appoints the administrator of today.
    let project = Project::sample();
    let text = project.read("content/data/orders.yml");
    let start = text.find("- id: prikaz-2026-187").unwrap();
    let appoints = start + text[start..].find("  appoints:").unwrap();
    let end = appoints + text[appoints..].find("  points:").unwrap();
    let project = project.file("content/data/orders.yml", format!("{}{}", &text[..appoints], &text[end..]));
    let before = status(&Project::sample());
    let after = status(&project);
    assert_eq!(before["vacancies"], serde_json::json!([]));
    assert_eq!(after["vacancies"], serde_json::json!(["administrator"]));
    let holders = |status: &Value| status["appointments"].as_array().unwrap().clone();
    let gone: Vec<Value> = holders(&before).into_iter().filter(|a| !holders(&after).contains(a)).collect();
    assert_eq!(gone.len(), 1, "{gone:?}");
    assert_eq!((&gone[0]["role"], &gone[0]["order"]), (&"administrator".into(), &"prikaz-2026-187".into()));
    assert_eq!(holders(&after).len() + 1, holders(&before).len());
}

#[test]
fn the_table_for_people_says_the_same() {
    let project = Project::sample();
    let told = project.svod(&["status", "--today", TODAY]).exits(0).stdout;
    for row in status(&project)["deadlines"].as_array().unwrap() {
        let year = row["school_year"].as_str().unwrap();
        assert!(told.contains(year), "{year} is not in\n{told}");
    }
    assert!(!told.contains('\u{1b}'), "no colour in a pipe");
    let english = project.svod(&["status", "--today", TODAY, "--lang", "en"]).exits(0).stdout;
    assert_ne!(english, told);
}
