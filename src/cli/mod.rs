//! The command line.

pub(crate) mod explain;
pub(crate) mod report;
pub(crate) mod status;
