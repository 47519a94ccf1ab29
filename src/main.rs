//! The program `svod`.

use std::process::ExitCode;

#[expect(clippy::disallowed_methods, reason = "this is where arguments come in")]
fn main() -> ExitCode {
    svod::run(std::env::args_os())
}
