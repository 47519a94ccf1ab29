//! Commands that only answer: `svod explain CODE`, `svod help COMMAND`.

use clap::ArgMatches;

use crate::messages::Words;

use super::failure::Failure;
use super::session::Session;
use super::{Exit, args, codes};

const CODE: &str = "code";
const COMMAND: &str = "command";

pub(super) fn explain_arguments(command: clap::Command, words: &Words) -> clap::Command {
    command.arg(args::place(CODE, words, "cli-arg-code", "cli-value-code"))
}

/// What a code means; without a code, all codes with their titles.
pub(super) fn explain(session: &Session, matches: &ArgMatches) -> Result<Exit, Failure> {
    let words = &session.words;
    let Some(typed) = matches.get_one::<String>(CODE) else {
        let width = codes::known().map(|c| c.name.len()).max().unwrap_or(0);
        let line = |name: &str| {
            let page = words.explain(name).unwrap_or_default();
            format!("{name:width$}  {}\n", page.lines().next().unwrap_or_default())
        };
        let list: String = codes::known().map(|c| line(c.name)).collect();
        return session.print(&list).map(|()| Exit::Clean);
    };
    let Some(code) = codes::known().find(|c| c.name == typed) else { return Err(codes::unknown(typed)) };
    let page = words.explain(code.name).unwrap_or_default();
    session.print(&format!("{}[{}]\n\n{page}\n", words.severity(code.severity), code.name)).map(|()| Exit::Clean)
}

pub(super) fn help_arguments(command: clap::Command, words: &Words) -> clap::Command {
    command.arg(args::place(COMMAND, words, "cli-arg-command", "cli-value-command"))
}

/// The help of a command, or of the program.
pub(super) fn help(session: &Session, matches: &ArgMatches) -> Result<Exit, Failure> {
    let name = matches.get_one::<String>(COMMAND).map(String::as_str);
    match args::help(name, &session.words, session.colors_results()) {
        Some(text) => session.print(&text).map(|()| Exit::Clean),
        None => Err(Failure::UnknownCommand(name.unwrap_or_default().to_owned())),
    }
}
