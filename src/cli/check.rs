//! `svod check`: everything that `build` does, and nothing written.

use clap::ArgMatches;

use crate::diag::Severity;
use crate::host::Project;
use crate::messages::Words;

use super::failure::Failure;
use super::session::{Session, To, any};
use super::{Exit, args};

pub(super) fn arguments(command: clap::Command, words: &Words) -> clap::Command {
    command.arg(args::timings(words))
}

/// Plans the site and makes every file only to throw it away, so that it never knows less than `build`.
pub(super) fn run(session: &Session, matches: &ArgMatches) -> Result<Exit, Failure> {
    let project = Project::open(&session.globals.root, session.globals.out.as_deref())?;
    let mut progress = session.progress();
    let planned = session.plan(project, &progress)?;
    let findings = planned.produce(&progress, &|_, _| {});
    progress.finish();
    let timings = matches.get_flag(args::TIMINGS).then(|| progress.timings());
    session.print(&session.report(&planned, &findings, To::Results))?;
    timings.iter().for_each(|timings| session.tell(timings));
    // As in a build: the system takes the memory back at once.
    std::mem::forget(planned);
    Ok(if any(&findings, Severity::Warning) { Exit::Findings } else { Exit::Clean })
}
