//! How long a build takes, beside other generators over the same markdown and beside the floor of reading every input
//! and writing every output. `tests/bench/README.md` tells how to run it and what it printed.
#![allow(
    missing_docs,
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "a benchmark reads the clock and the disk; that is what it is for"
)]

#[cfg(unix)]
mod corpus;
#[cfg(unix)]
mod index;
#[cfg(unix)]
mod measure;
#[cfg(unix)]
mod peers;
#[cfg(unix)]
mod shapes;
#[cfg(unix)]
mod table;
#[cfg(unix)]
mod watch;

use std::process::ExitCode;

#[cfg(unix)]
fn main() -> ExitCode {
    table::main()
}

/// Nowhere else does the system tell what a finished process cost.
#[cfg(not(unix))]
fn main() -> ExitCode {
    eprintln!("The benchmark runs on Linux and other Unix systems.");
    ExitCode::FAILURE
}
