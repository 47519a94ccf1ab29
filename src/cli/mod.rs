//! The command line.

pub(crate) mod report;
