//! Commands that only answer: `svod explain CODE`, `svod help COMMAND`.

use clap::ArgMatches;

use crate::diag::codes;
use crate::messages::Words;

use super::failure::Failure;
use super::session::Session;
use super::{Exit, args};

const CODE: &str = "code";
const COMMAND: &str = "command";

pub(super) fn explain_arguments(command: clap::Command, words: &Words) -> clap::Command {
    command.arg(args::place(CODE, words, "cli-arg-code", "cli-value-code"))
}

/// What a code means; without a code, all codes with their titles.
pub(super) fn explain(session: &Session, matches: &ArgMatches) -> Result<Exit, Failure> {
    let page = |code: &str| session.words.explain(code);
    let known = || codes::ALL.iter().map(|c| c.name);
    let Some(code) = matches.get_one::<String>(CODE) else {
        let width = known().map(str::len).max().unwrap_or(0);
        let title = |code: &str| page(code).and_then(|p| p.lines().next().map(str::to_owned)).unwrap_or_default();
        let list: String = known().map(|code| format!("{code:width$}  {}\n", title(code))).collect();
        session.print(&list)?;
        return Ok(Exit::Clean);
    };
    match known().find(|c| c == code).and_then(page) {
        Some(text) => session.print(&format!("{text}\n")).map(|()| Exit::Clean),
        None => Err(Failure::UnknownCode(code.clone(), nearest(code, known()))),
    }
}

/// The known name nearest to a typed one, if it is near at all.
fn nearest(typed: &str, known: impl Iterator<Item = &'static str>) -> Option<String> {
    let best = known.map(|k| (strsim::normalized_damerau_levenshtein(typed, k), k)).max_by(|a, b| a.0.total_cmp(&b.0));
    best.filter(|(likeness, _)| *likeness > 0.5).map(|(_, name)| name.to_owned())
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
