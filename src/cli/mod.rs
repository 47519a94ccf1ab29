//! The command line: arguments to inputs, findings to reports, an exit code at the end.
//!
//! Reads: arguments, the environment. Writes: standard output (results), standard error (progress, troubles, the
//! findings of `build`). Touches: the disk through `host`. A command is a file here and a row in [`COMMANDS`].

mod args;
mod ask;
mod build;
mod check;
mod draft;
mod explain;
mod failure;
mod paper;
mod progress;
pub(crate) mod report;
mod schema;
mod serve;
mod session;
mod sheet;
mod status;
mod usage;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::ArgMatches;

use crate::host::{ColorChoice, Streams, variable};
use crate::messages::Words;

use args::Globals;
use failure::Failure;
use session::Session;

/// How a run ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Exit {
    /// Done; nothing stands against it.
    Clean = 0,
    /// Done, and something was found: errors, or for `check` warnings too.
    Findings = 1,
    /// Could not run: wrong arguments, no such folder, an output that cannot be written.
    Failed = 2,
}

/// A command.
struct Command {
    name: &'static str,
    /// Key of the line that says what it does.
    about: &'static str,
    /// Adds its own arguments.
    arguments: fn(clap::Command, &Words) -> clap::Command,
    /// Runs it.
    run: fn(&Session, &ArgMatches) -> Result<Exit, Failure>,
}

/// Every command, in the order of the help.
const COMMANDS: &[Command] = &[
    Command { name: "build", about: "cli-about-build", arguments: build::arguments, run: build::run },
    Command { name: "serve", about: "cli-about-serve", arguments: serve::arguments, run: serve::run },
    Command { name: "check", about: "cli-about-check", arguments: check::arguments, run: check::run },
    Command { name: "status", about: "cli-about-status", arguments: args::none, run: ask::status },
    Command { name: "draft", about: "cli-about-draft", arguments: draft::arguments, run: draft::run },
    Command { name: "sheet", about: "cli-about-sheet", arguments: sheet::arguments, run: sheet::run },
    Command { name: "explain", about: "cli-about-explain", arguments: ask::explain_arguments, run: ask::explain },
    Command { name: "schema", about: "cli-about-schema", arguments: schema::arguments, run: schema::run },
    Command { name: "help", about: "cli-about-help", arguments: ask::help_arguments, run: ask::help },
];

/// Runs the program with these arguments, the first of which is its own name.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let words = Words::new(args::language(&arguments, &variable));
    let streams = Streams::ask();
    let exit = match args::parse(&arguments, &words) {
        Err(error) => args::answer(&error, &words, args::color(&arguments), streams),
        Ok(matches) => start(&matches, words, streams),
    };
    ExitCode::from(exit as u8)
}

fn start(matches: &ArgMatches, words: Words, streams: Streams) -> Exit {
    let Some((name, own)) = matches.subcommand() else { return Exit::Failed };
    let Some(command) = COMMANDS.iter().find(|c| c.name == name) else { return Exit::Failed };
    let globals = match Globals::read(own) {
        Ok(globals) => globals,
        Err(failure) => {
            session::tell_failure(&failure, &words, ColorChoice::Auto, streams);
            return Exit::Failed;
        }
    };
    let session = Session::new(globals, words, streams);
    match (command.run)(&session, own) {
        Ok(exit) => exit,
        // Whoever reads has read enough, as `head` does: no trouble of ours.
        Err(Failure::PipeClosed) => Exit::Clean,
        Err(failure) => session.fail(&failure),
    }
}
