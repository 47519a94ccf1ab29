//! The day enters once: where it comes from, and what it may change.
