//! Printed numbers of sections and clauses: `2`, `2.4`, `2.10`, kept as typed and never renumbered.

use std::fmt;

/// A printed number of a section or clause. `2.10` stays `2.10`: it is text that happens to be made of whole numbers.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Number {
    parts: Vec<u32>,
}

/// More levels than any regulation has; what is longer is an act number or a version, not a clause.
const MAX_DEPTH: usize = 6;

impl Number {
    /// Reads `2`, `2.4` or `2.4.` (one trailing dot allowed). Leading zeros, empty parts, parts over four digits
    /// and more than six levels are not clause numbers.
    #[must_use]
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let text = text.strip_suffix('.').unwrap_or(text);
        let parts: Option<Vec<u32>> = text
            .split('.')
            .map(|p| {
                let fits = (1..=4).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_digit()) && !p.starts_with('0');
                if fits { p.parse().ok() } else { None }
            })
            .collect();
        parts.filter(|p| p.len() <= MAX_DEPTH).map(|parts| Self { parts })
    }

    /// A section number.
    #[must_use]
    pub(crate) fn whole(n: u32) -> Self {
        Self { parts: vec![n] }
    }

    /// The whole numbers between the dots.
    #[must_use]
    pub(crate) fn parts(&self) -> &[u32] {
        &self.parts
    }

    /// How many levels: 1 for a section, 2 for `2.4`, 3 for `2.4.1`.
    #[must_use]
    pub(crate) fn depth(&self) -> usize {
        self.parts.len()
    }

    /// `2.4` for `2.4.1`; `None` for `2`.
    #[must_use]
    pub(crate) fn parent(&self) -> Option<Self> {
        (self.parts.len() > 1).then(|| Self { parts: self.parts[..self.parts.len() - 1].to_vec() })
    }

    /// Whether `self` lies under `other` at any depth (`2.4.1` under `2` and `2.4`).
    #[must_use]
    pub(crate) fn is_under(&self, other: &Self) -> bool {
        self.parts.len() > other.parts.len() && self.parts.starts_with(&other.parts)
    }

    /// The number that should follow on the same level: `2.5` after `2.4`.
    #[must_use]
    pub(crate) fn next(&self) -> Self {
        let mut parts = self.parts.clone();
        if let Some(last) = parts.last_mut() {
            *last = last.saturating_add(1);
        }
        Self { parts }
    }

    /// The first number one level down: `2.4.1` under `2.4`.
    #[must_use]
    pub(crate) fn first_child(&self) -> Self {
        let mut parts = self.parts.clone();
        parts.push(1);
        Self { parts }
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, part) in self.parts.iter().enumerate() {
            if i > 0 {
                f.write_str(".")?;
            }
            write!(f, "{part}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_is_not_one() {
        let ten = Number::parse("2.10").unwrap();
        assert_eq!(ten.to_string(), "2.10");
        assert!(ten > Number::parse("2.9").unwrap());
    }

    #[test]
    fn not_clause_numbers() {
        for text in ["", ".", "2..4", "02.4", "2.4а", "1.2.3685-21", "20244", "2.4..", "1.1.1.1.1.1.1"] {
            assert_eq!(Number::parse(text), None, "{text}");
        }
    }

    #[test]
    fn family() {
        let n = Number::parse("2.4.1.").unwrap();
        assert_eq!(n.parent(), Number::parse("2.4"));
        assert!(n.is_under(&Number::parse("2").unwrap()));
        assert_eq!(n.next(), Number::parse("2.4.2").unwrap());
    }
}
