//! Addresses of clauses and items: `sferum@2026-03-27#2.4/7`, `sferum#2.4`, `2.4/7`, and the anchors that stand for them.

use std::fmt;

use super::{Date, Number};

/// Position of an item inside a clause: `[7]` is the seventh item, `[7, 2]` the second of the list nested in it.
pub(crate) type ItemPath = Vec<u32>;

/// Where a rule stands. The regulation may be left out where the context fixes it; without a date the edition in
/// force today is meant.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Address {
    /// Folder name of the regulation, if given.
    pub regulation: Option<String>,
    /// Date of a fixed edition, if given.
    pub edition: Option<Date>,
    /// Section or clause number; `None` for the whole regulation (`sferum`).
    pub number: Option<Number>,
    /// Item inside the clause; empty for the clause itself.
    pub items: ItemPath,
    /// A further paragraph by its абзац (`2.4-a5`), not an item.
    pub paragraph: Option<u32>,
}

/// What is wrong with the text of an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum AddressError {
    /// Not of the form `regulation@date#2.4/7`.
    Form,
    /// The date of the edition cannot be read.
    Date,
    /// What should be a clause number is not one.
    Number,
}

impl Address {
    /// An address of a clause or section alone.
    #[must_use]
    pub(crate) fn clause(number: Number) -> Self {
        Self { regulation: None, edition: None, number: Some(number), items: Vec::new(), paragraph: None }
    }

    /// Reads `sferum@2026-03-27#2.4/7`, `sferum#2.4`, `sferum`, `2.4`, `2.4/7`, `2.4/7/2` or `#2.4`.
    ///
    /// # Errors
    /// See [`AddressError`].
    pub(crate) fn parse(text: &str) -> Result<Self, AddressError> {
        let text = text.trim();
        let (head, tail) = match text.split_once('#') {
            Some((head, tail)) => (head, Some(tail)),
            None if text.starts_with(|c: char| c.is_ascii_digit()) && !text.contains('@') => ("", Some(text)),
            None => (text, None),
        };
        let (slug, edition) = match head.split_once('@') {
            Some((slug, date)) => (slug, Some(Date::parse(date).map_err(|_| AddressError::Date)?)),
            None => (head, None),
        };
        let slug_fits = slug.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_'));
        if !slug_fits || (slug.is_empty() && (edition.is_some() || tail.is_none_or(str::is_empty))) {
            return Err(AddressError::Form);
        }
        let mut address = Self {
            regulation: (!slug.is_empty()).then(|| slug.to_owned()),
            edition,
            number: None,
            items: Vec::new(),
            paragraph: None,
        };
        if let Some(tail) = tail.filter(|t| !t.is_empty()) {
            let mut parts = tail.split('/');
            address.number = Some(parts.next().and_then(Number::parse).ok_or(AddressError::Number)?);
            for part in parts {
                let fits = !part.is_empty() && part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit());
                match part.parse() {
                    Ok(n) if fits && n > 0 => address.items.push(n),
                    _ => return Err(AddressError::Form),
                }
            }
        }
        Ok(address)
    }

    /// The anchor on the page of the edition: `p2.4`, `p2.4-7`, `p2.4-a5`; `None` for a whole regulation.
    #[must_use]
    pub(crate) fn anchor(&self) -> Option<String> {
        let number = self.number.as_ref()?;
        let mut anchor = format!("p{number}");
        for item in &self.items {
            anchor.push_str(&format!("-{item}"));
        }
        if let Some(paragraph) = self.paragraph {
            anchor.push_str(&format!("-a{paragraph}"));
        }
        Some(anchor)
    }

    /// `2.4/7` without regulation and edition.
    #[must_use]
    pub(crate) fn local(&self) -> String {
        let mut text = self.number.as_ref().map_or_else(String::new, Number::to_string);
        for item in &self.items {
            text.push_str(&format!("/{item}"));
        }
        text
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(slug) = &self.regulation {
            f.write_str(slug)?;
        }
        if let Some(date) = &self.edition {
            write!(f, "@{date}")?;
        }
        if self.number.is_some() && self.regulation.is_some() {
            f.write_str("#")?;
        }
        f.write_str(&self.local())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, anchor: Option<&str>) {
        let address = Address::parse(text).unwrap();
        assert_eq!(address.anchor().as_deref(), anchor);
        assert_eq!(Address::parse(&address.to_string()).unwrap(), address, "round trip");
    }

    #[test]
    fn forms() {
        check("sferum@2026-03-27#2.4/7", Some("p2.4-7"));
        check("sferum#2.10", Some("p2.10"));
        check("2.4/7/2", Some("p2.4-7-2"));
        check("2", Some("p2"));
        check("sferum", None);
    }

    #[test]
    fn faults() {
        assert_eq!(Address::parse(""), Err(AddressError::Form));
        assert_eq!(Address::parse("Сферум#2.4"), Err(AddressError::Form));
        assert_eq!(Address::parse("sferum@2026-02-30#2"), Err(AddressError::Date));
        assert_eq!(Address::parse("sferum#два"), Err(AddressError::Number));
        assert_eq!(Address::parse("2.4/0"), Err(AddressError::Form));
        assert_eq!(Address::parse("2.4/"), Err(AddressError::Form));
    }
}
