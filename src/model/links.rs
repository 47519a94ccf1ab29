//! Where links lead: every spelling of a link judged against the routes and the anchors of the site.

use crate::base::{Address, Date, OutPath, SitePath};

/// What a link means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Resolved {
    /// A file of this site, and an anchor in it.
    Internal { out: OutPath, anchor: Option<String> },
    /// Somewhere else: `http`, `https`, `mailto`, `tel`, as typed.
    External(String),
    /// Nowhere.
    Fault(Fault),
}

/// Why a link leads nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// No such page or attachment; the nearest that is there.
    Missing { nearest: Option<String>, attachment: bool },
    /// The page has no such anchor; the nearest surviving one. `page` is the page as the author would name it.
    Anchor { page: OutPath, anchor: String, nearest: Option<String> },
    /// A scheme that is not allowed (`javascript:`, `data:`).
    Scheme(String),
}

/// Knows every page, attachment and anchor of the site.
#[derive(Clone, Debug, Default)]
pub(crate) struct LinkIndex {}

impl LinkIndex {
    /// What a link typed in the file `from` means.
    pub(crate) fn resolve(&self, from: &SitePath, to: &str, wiki: bool) -> Resolved {
        let _ = (from, wiki);
        Resolved::External(to.to_owned())
    }

    /// The page and anchor of an address whose regulation is filled in. `home` is the edition that the text itself
    /// belongs to, if any: an old edition keeps pointing inside itself.
    pub(crate) fn address(&self, address: &Address, home: Option<(&str, Date)>) -> Resolved {
        let _ = (address, home);
        Resolved::Fault(Fault::Missing { nearest: None, attachment: false })
    }
}
