//! Expected JSON as a part of what there is.

use serde_json::Value;

/// Where `found` lacks what `wanted` says; empty if it holds all. Objects may have more keys. Of a list each wanted
/// element must be there, in the same order; with `exact`, and for an empty list, there may be no others.
pub fn lacks(wanted: &Value, found: &Value, exact: bool) -> Vec<String> {
    let mut faults = Vec::new();
    compare(wanted, found, exact, "$", &mut faults);
    faults
}

fn compare(wanted: &Value, found: &Value, exact: bool, at: &str, faults: &mut Vec<String>) {
    match (wanted, found) {
        (Value::Object(wanted), Value::Object(found)) => {
            for (key, value) in wanted {
                match found.get(key) {
                    Some(there) => compare(value, there, exact, &format!("{at}.{key}"), faults),
                    None => faults.push(format!("{at}.{key} is not there")),
                }
            }
        }
        (Value::Array(wanted), Value::Array(found)) => {
            if (exact || wanted.is_empty()) && wanted.len() != found.len() {
                faults.push(format!("{at} has {} elements instead of {}", found.len(), wanted.len()));
            }
            let mut next = 0;
            for (i, value) in wanted.iter().enumerate() {
                let hit = found.iter().skip(next).position(|there| lacks(value, there, exact).is_empty());
                match hit {
                    Some(step) => next += step + 1,
                    // The element that was probably meant: the first left whose keys are told apart by an id.
                    None => match found.iter().skip(next).find(|there| same_subject(value, there)) {
                        Some(there) => compare(value, there, exact, &format!("{at}[{i}]"), faults),
                        None => faults.push(format!("{at}[{i}] is not there: {value}")),
                    },
                }
            }
        }
        _ if wanted == found => {}
        _ => faults.push(format!("{at} is {found} instead of {wanted}")),
    }
}

fn same_subject(a: &Value, b: &Value) -> bool {
    let mut named = 0;
    let equal = ["id", "school_year", "role", "person", "document"].iter().all(|key| match (a.get(key), b.get(key)) {
        (Some(a), Some(b)) => {
            named += 1;
            a == b
        }
        (Some(_), None) => false,
        (None, _) => true,
    });
    named > 0 && equal
}

#[test]
fn parts_are_found_and_lacks_told() {
    let json = |text: &str| -> Value { serde_json::from_str(text).unwrap() };
    let found = json(r#"{"rows": [{"id": "a", "n": 1}, {"id": "b", "n": 2}], "none": []}"#);
    let check = |wanted: &str, exact: bool, faults: &[&str]| assert_eq!(lacks(&json(wanted), &found, exact), faults);
    check(r#"{"rows": [{"id": "b"}]}"#, false, &[]);
    check(r#"{"rows": [{"id": "b"}]}"#, true, &["$.rows has 2 elements instead of 1"]);
    check(r#"{"rows": [{"id": "b"}, {"id": "a"}]}"#, false, &[r#"$.rows[1] is not there: {"id":"a"}"#]);
    check(r#"{"rows": [{"id": "a", "n": 3}]}"#, false, &["$.rows[0].n is 1 instead of 3"]);
    check(r#"{"rows": [], "none": []}"#, false, &["$.rows has 2 elements instead of 0"]);
    check(r#"{"more": 1}"#, false, &["$.more is not there"]);
}
