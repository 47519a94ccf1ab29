//! Helpers of tests: records from YAML and small sites made by hand.

use crate::base::{FileId, yaml};
use crate::diag::Diagnostics;
use crate::schema::{Decoder, Field};

/// A record written as in a data file.
#[track_caller]
pub(crate) fn record<T: Field>(text: &str) -> T {
    let mut out = Diagnostics::default();
    let node = yaml::read(text).unwrap();
    let record = T::decode(&node, &mut Decoder::new(FileId(0), &mut out));
    assert!(out.items().is_empty(), "{:?}", out.items());
    record.unwrap()
}
