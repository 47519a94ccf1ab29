//! Records with permanent codes, found by code, in the order of their file.

use std::collections::BTreeMap;

use crate::diag::{Diagnostic, Diagnostics, Place, codes};
use crate::schema::records::{Deadline, Decision, LegalAct, Order, Person, Role, Term};

/// A record with a permanent code.
pub(crate) trait Keyed {
    /// The code.
    fn id(&self) -> &str;
    /// Where the record stands.
    fn at(&self) -> &Place;
}

macro_rules! keyed {
    ($($ty:ty),*) => {$(
        impl Keyed for $ty {
            fn id(&self) -> &str {
                self.id.as_str()
            }
            fn at(&self) -> &Place {
                &self.at
            }
        }
    )*};
}
keyed!(Deadline, Decision, LegalAct, Order, Person, Role, Term);

/// Records of one kind.
#[derive(Clone, Debug)]
pub(crate) struct Catalog<T> {
    items: Vec<T>,
    by_id: BTreeMap<String, usize>,
}

impl<T> Default for Catalog<T> {
    fn default() -> Self {
        Self { items: Vec::new(), by_id: BTreeMap::new() }
    }
}

impl<T: Keyed> Catalog<T> {
    /// Takes records in the order of their file; of two with one code the first counts and the second is reported.
    pub(crate) fn new(records: Vec<T>, out: &mut Diagnostics) -> Self {
        let mut catalog = Self::default();
        for record in records {
            if let Some(first) = catalog.get(record.id()) {
                let place = record.at().key("id");
                out.push(
                    Diagnostic::new(codes::REPEATED_ID, place)
                        .arg("id", record.id())
                        .related("label-first", first.at().key("id")),
                );
            } else {
                catalog.by_id.insert(record.id().to_owned(), catalog.items.len());
                catalog.items.push(record);
            }
        }
        catalog
    }

    /// By code.
    pub(crate) fn get(&self, id: &str) -> Option<&T> {
        self.by_id.get(id).and_then(|&i| self.items.get(i))
    }

    /// All, in the order of their file.
    pub(crate) fn iter(&self) -> std::slice::Iter<'_, T> {
        self.items.iter()
    }

    /// Every code, sorted.
    pub(crate) fn ids(&self) -> impl Iterator<Item = &str> {
        self.by_id.keys().map(String::as_str)
    }

    /// Whether there are none.
    pub(crate) fn is_empty(&self) -> bool {
        self.items.is_empty()
    }
}
