//! Each code has a case in which it fires and one that comes near to it in which it stays silent.

use std::collections::BTreeSet;

use super::cases::{all, outcomes};

/// Codes without a case, each with the reason.
const WITHOUT: &[(&str, &str)] = &[("internal", "says that the program contradicts itself")];

#[test]
fn every_code_fires_and_stays_silent_somewhere() {
    let cases = all();
    let fired: BTreeSet<&str> = outcomes(&cases).iter().flat_map(|o| o.fired.clone()).collect();
    let silent: BTreeSet<&str> = cases.iter().flat_map(|(_, c)| c.silent.iter().map(String::as_str)).collect();
    let known: BTreeSet<&str> = svod::codes().into_iter().map(|(name, _)| name).collect();
    let mut faults = Vec::new();
    for code in &known {
        let excused = WITHOUT.iter().any(|(c, _)| c == code);
        if !excused && !fired.contains(code) {
            faults.push(format!("`{code}` fires in no case"));
        }
        if !excused && !silent.contains(code) {
            faults.push(format!("`{code}` is named by no `silent:` line: write the case that comes near to it"));
        }
    }
    faults.extend(silent.difference(&known).map(|code| format!("`silent: {code}` names no code")));
    faults.extend(WITHOUT.iter().filter(|(c, _)| !known.contains(c)).map(|(c, _)| format!("{c} is no code any more")));
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}
