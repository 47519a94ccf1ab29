//! What comes into the program from others: licences that are allowed, one source, no package twice, each with its reason,
//! and everything pinned with a checksum. Lists are those of `deny.toml`.

use std::collections::BTreeMap;
use std::process::Command;

use serde_json::Value;

use crate::harness::root;

/// More than these in all (with those for other systems) would no longer be few.
const MOST: usize = 200;

fn read(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|e| panic!("{path}: {e}"))
}

/// The texts of a list of `deny.toml`.
fn listed(key: &str) -> Vec<String> {
    let text = read("deny.toml");
    let list = text.split(&format!("\n{key} = [")).nth(1).and_then(|t| t.split("\n]").next()).expect("the list");
    let lines = list.lines().filter(|line| !line.trim_start().starts_with('#'));
    lines.filter_map(|line| line.split('"').nth(1)).map(str::to_owned).collect()
}

/// Every package that any build of any system may use.
fn packages() -> Vec<Value> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked"])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let all: Value = serde_json::from_slice(&output.stdout).unwrap();
    all["packages"].as_array().unwrap().clone()
}

/// Whether a licence expression (`A OR B`, `(A OR B) AND C`, formerly `A/B`) can be kept with what is allowed.
fn is_allowed(expression: &str, allowed: &[String]) -> bool {
    let expression = expression.replace('/', " OR ");
    // No expression has a bracket within a bracket, and AND binds closer than OR.
    let mut parts: Vec<(String, &str)> = Vec::new();
    let mut rest = expression.as_str();
    while let Some((before, after)) = rest.split_once('(') {
        let (inner, after) = after.split_once(')').expect("a closing bracket");
        parts.push((before.to_owned(), inner));
        rest = after;
    }
    let any =
        |text: &str| text.split(" OR ").any(|one| one.split(" AND ").all(|id| allowed.iter().any(|a| a == id.trim())));
    if parts.is_empty() {
        return any(rest);
    }
    let outside: String = parts.iter().map(|(before, _)| before.as_str()).chain([rest]).collect();
    assert!(!outside.contains(" OR "), "not understood: {expression}");
    let outer = outside.split(" AND ").map(str::trim).filter(|id| !id.is_empty() && *id != "AND");
    let outer: Vec<&str> = outer.map(|id| id.trim_start_matches("AND ").trim_end_matches(" AND")).collect();
    parts.iter().all(|(_, inner)| any(inner)) && outer.iter().all(|id| allowed.iter().any(|a| a == id))
}

#[test]
fn licence_expressions_are_understood() {
    let allowed: Vec<String> = ["MIT", "Apache-2.0", "Unicode-3.0", "A WITH B"].map(str::to_owned).to_vec();
    for expression in
        ["MIT", "GPL-2.0-only OR MIT", "MIT/X", "(MIT OR X) AND Unicode-3.0", "Unicode-3.0 AND (X OR MIT)", "A WITH B"]
    {
        assert!(is_allowed(expression, &allowed), "{expression}");
    }
    for expression in
        ["", "GPL-2.0-only", "MIT AND GPL-2.0-only", "(MIT OR X) AND GPL-2.0-only", "(X OR Y) AND MIT", "A"]
    {
        assert!(!is_allowed(expression, &allowed), "{expression}");
    }
}

#[test]
fn every_package_has_an_allowed_licence_and_one_source() {
    let (allowed, doubles) = (listed("allow"), listed("skip"));
    let packages = packages();
    assert!(packages.len() <= MOST, "{} packages", packages.len());
    let mut versions: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut faults = Vec::new();
    for package in &packages {
        let (name, version) = (package["name"].as_str().unwrap(), package["version"].as_str().unwrap());
        versions.entry(name.to_owned()).or_default().push(version.to_owned());
        let licence = package["license"].as_str().unwrap_or_default();
        if !is_allowed(licence, &allowed) {
            faults.push(format!("{name} {version}: the licence {licence:?} is not in deny.toml"));
        }
        match package["source"].as_str() {
            None if name == "svod" => {}
            Some(source) if source.starts_with("registry+") && source.contains("crates.io") => {}
            other => faults.push(format!("{name} {version} comes from {other:?}")),
        }
    }
    for (name, versions) in versions.iter().filter(|(_, versions)| versions.len() > 1) {
        if !doubles.contains(name) {
            faults.push(format!("{name} is there as {}", versions.join(" and ")));
        }
    }
    for name in doubles {
        if versions.get(&name).is_none_or(|v| v.len() < 2) {
            faults.push(format!("{name} is no longer there twice; take it off the list of deny.toml"));
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn every_package_is_pinned_and_every_own_one_has_its_reason() {
    let lock = read("Cargo.lock");
    for package in lock.split("[[package]]").skip(1) {
        let own = package.contains("name = \"svod\"");
        assert!(own || package.contains("\nchecksum = \""), "without a checksum:{package}");
    }
    let manifest = read("Cargo.toml");
    let mut section = "";
    let mut before = "";
    for line in manifest.lines() {
        if line.starts_with('[') {
            section = line;
        } else if section.contains("dependencies") && line.contains(" = ") {
            assert!(before.starts_with('#'), "`{line}` has no reason in the line above it");
            assert!(!line.contains('*') && !line.contains("git ="), "{line}");
        }
        before = line;
    }
    assert!(manifest.contains("\nunsafe_code = \"forbid\"\n"), "`unsafe` is forbidden in our code");
    let tracked = Command::new("git").args(["ls-files", "Cargo.lock"]).current_dir(root()).output();
    if let Some(tracked) = tracked.ok().filter(|o| o.status.success()) {
        assert_eq!(tracked.stdout, b"Cargo.lock\n");
    }
}
