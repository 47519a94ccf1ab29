//! Names of headings: the explicit one, else a name made from the words, each name once.

use std::collections::HashMap;

use crate::base::ascii_slug;

/// The names given so far, each with how often it was asked for.
#[derive(Default)]
pub(super) struct Anchors {
    used: HashMap<String, usize>,
}

impl Anchors {
    /// A name for a heading that no other of this text has.
    pub(super) fn name(&mut self, explicit: Option<&str>, words: &str) -> String {
        let base = explicit.map(str::to_owned).filter(|id| !id.is_empty()).unwrap_or_else(|| {
            let slug = ascii_slug(words);
            if slug.is_empty() { "section".to_owned() } else { slug }
        });
        let mut number = self.used.get(&base).copied().unwrap_or(0);
        let name = loop {
            number += 1;
            let name = if number == 1 { base.clone() } else { format!("{base}-{number}") };
            if number == 1 || !self.used.contains_key(&name) {
                break name;
            }
        };
        if name != base {
            self.used.insert(name.clone(), 1);
        }
        self.used.insert(base, number);
        name
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_name_once() {
        let mut anchors = Anchors::default();
        let names: Vec<_> =
            ["Приказы", "Приказы", "приказы 2", "Приказы", "***"].iter().map(|w| anchors.name(None, w)).collect();
        assert_eq!(names, ["prikazy", "prikazy-2", "prikazy-2-2", "prikazy-3", "section"]);
        assert_eq!(anchors.name(Some("Свой"), ""), "Свой");
        assert_eq!(anchors.name(Some("Свой"), ""), "Свой-2");
    }
}
