//! Every test that needs more than one function, in one binary: cases as data, commands on the real program, the
//! golden site, and rules of the house. How to add one: `CONTRIBUTING.md`.
#![allow(
    missing_docs,
    unreachable_pub,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "tests touch the disk and the environment, and stop where something is not as it must be"
)]

mod checks;
mod harness;
