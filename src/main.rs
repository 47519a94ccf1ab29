//! The program `svod`.

use std::process::ExitCode;

fn main() -> ExitCode {
    svod::run(std::env::args_os())
}
