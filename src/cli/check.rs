//! `svod check`: everything that `build` does, and nothing written.

use clap::ArgMatches;

use crate::diag::Severity;
use crate::host::Project;

use super::Exit;
use super::failure::Failure;
use super::session::{Session, To, any};

/// Plans the site and makes every file only to throw it away, so that it never knows less than `build`.
pub(super) fn run(session: &Session, _: &ArgMatches) -> Result<Exit, Failure> {
    let project = Project::open(&session.globals.root, session.globals.out.as_deref())?;
    let mut progress = session.progress();
    let planned = session.plan(project, &progress)?;
    let findings = planned.produce(&progress, &|_, _| {});
    progress.finish();
    session.print(&session.report(&planned, &findings, To::Results))?;
    Ok(if any(&findings, Severity::Warning) { Exit::Findings } else { Exit::Clean })
}
