//! The codes that a user may name: in `explain`, `--allow` and `--deny`.

use crate::check::{RULES, links};
use crate::diag::{Code, codes};

use super::failure::Failure;

/// Every code that a finding can have: those of reading, of the rules, of links.
pub(super) fn known() -> impl Iterator<Item = Code> {
    let rules = RULES.iter().map(|r| r.code).filter(|code| !links::CODES.contains(code));
    codes::ALL.iter().copied().chain(rules).chain(links::CODES)
}

/// The failure for a code that nobody knows, with the nearest that is known if any is near.
pub(super) fn unknown(typed: &str) -> Failure {
    let likeness = |code: Code| (strsim::normalized_damerau_levenshtein(typed, code.name), code.name);
    let best = known().map(likeness).max_by(|a, b| a.0.total_cmp(&b.0)).filter(|(likeness, _)| *likeness > 0.5);
    Failure::UnknownCode(typed.to_owned(), best.map(|(_, name)| name.to_owned()))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn each_code_is_there_once() {
        let names: Vec<&str> = known().map(|c| c.name).collect();
        let set: BTreeSet<&str> = names.iter().copied().collect();
        assert_eq!(names.len(), set.len());
        assert!(set.contains("missing-page") && set.contains("yaml-syntax") && set.contains("vacant-role"));
    }

    #[test]
    fn the_nearest_code_is_offered() {
        let near = |typed: &str| match unknown(typed) {
            Failure::UnknownCode(_, near) => near,
            _ => None,
        };
        assert_eq!(near("unknwn-key").as_deref(), Some("unknown-key"));
        assert_eq!(near("missing_page").as_deref(), Some("missing-page"));
        assert_eq!(near("xyz"), None);
    }
}
