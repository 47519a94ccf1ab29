//! Commands that only answer: `svod status`, `svod explain CODE`, `svod help COMMAND`.

use clap::ArgMatches;

use crate::diag::Severity;
use crate::export;
use crate::host::Project;
use crate::messages::Words;

use super::failure::Failure;
use super::report::Format;
use super::session::Session;
use super::{Exit, args, explain, status};

const CODE: &str = "code";
const COMMAND: &str = "command";

pub(super) fn explain_arguments(command: clap::Command, words: &Words) -> clap::Command {
    command.arg(args::place(CODE, words, "cli-arg-code", "cli-value-code"))
}

/// What a code means; without a code, all codes with their titles.
pub(super) fn explain(session: &Session, matches: &ArgMatches) -> Result<Exit, Failure> {
    let text = match matches.get_one::<String>(CODE) {
        None => explain::list(&session.words),
        Some(code) => explain::explain(code, &session.words).map_err(|_| Failure::UnknownCode(code.clone()))?,
    };
    session.print(&text).map(|()| Exit::Clean)
}

/// Where the deadlines stand, what to post, who answers for what.
pub(super) fn status(session: &Session, _: &ArgMatches) -> Result<Exit, Failure> {
    let project = Project::open(&session.globals.root, session.globals.out.as_deref())?;
    let mut progress = session.progress();
    let planned = session.plan(project, &progress)?;
    progress.finish();
    let site = planned.plan.site();
    let text = match session.globals.format {
        Format::Json => export::status::json(&site.register, site.today),
        Format::Human | Format::Short | Format::Github => status::human(&site.register, site.today, &session.words),
    };
    let errors = planned.plan.findings().iter().filter(|f| f.diagnostic.severity == Severity::Error).count();
    if errors > 0 {
        session.tell(&format!("{}\n", session.words.text("cli-status-errors", &[("count", errors.into())])));
    }
    session.print(&text).map(|()| Exit::Clean)
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
