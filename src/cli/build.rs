//! `svod build`: the site into its folder, or nothing at all.

use std::time::Instant;

use clap::ArgMatches;

use crate::diag::{Arg, Severity};
use crate::host::{Output, Project, Stage, Swap, Written};
use crate::messages::Words;
use crate::write::Foreign;

use super::failure::Failure;
use super::progress::{Phase, decimal};
use super::session::{Planned, Session, To, any};
use super::{Exit, args, report};

const TAKE_OVER: &str = "take-over";

pub(super) fn arguments(command: clap::Command, words: &Words) -> clap::Command {
    command.arg(args::flag(TAKE_OVER, words, "cli-arg-take-over", clap::ArgAction::SetTrue)).arg(args::timings(words))
}

/// Reads, plans, makes every file into the stage and, unless there are errors, puts the new site in the old one's
/// place.
pub(super) fn run(session: &Session, matches: &ArgMatches) -> Result<Exit, Failure> {
    #[expect(
        clippy::disallowed_methods,
        reason = "the user is told how long it took; no byte of the site depends on it"
    )]
    let begun = Instant::now();
    let foreign = if matches.get_flag(TAKE_OVER) { Foreign::TakeOver } else { Foreign::Spare };
    let project = Project::open(&session.globals.root, session.globals.out.as_deref())?;
    let output = Output::find(&project.out)?;
    // Even if this build comes to nothing, what a killed one has left is put in order.
    output.recover()?;

    let mut progress = session.progress();
    let planned = session.plan(project, &progress)?;
    let stage = if any(planned.plan.findings(), Severity::Error) { None } else { Some(Stage::open(output, foreign)?) };
    let findings = planned.produce(&progress, &|path, contents| {
        if let Some(stage) = &stage {
            stage.put(path, contents);
        }
    });
    let written = match stage.filter(|_| !any(&findings, Severity::Error)) {
        None => None,
        Some(stage) => {
            progress.enter(Phase::Writing, 0);
            Some(stage.commit(Swap::Best, &|_| {})?)
        }
    };
    progress.finish();
    let timings = matches.get_flag(args::TIMINGS).then(|| progress.timings());

    let human = session.globals.format == report::Format::Human;
    if !findings.is_empty() || !human {
        session.tell(&session.report(&planned, &findings, To::Remarks));
    }
    let Some(written) = written else {
        if human {
            session.tell(&format!("{}\n", report::unchanged(&session.words)));
        }
        return Ok(Exit::Findings);
    };
    if human {
        session.tell(&closing(&planned, &written, begun, &session.words));
    }
    timings.iter().for_each(|timings| session.tell(timings));
    // The system takes the memory of a finished program back at once; to take ten thousand pages down would be work.
    std::mem::forget(planned);
    Ok(Exit::Clean)
}

/// What was done, in a line; a second one about files that were ours and are not any more.
fn closing(planned: &Planned, written: &Written, begun: Instant, words: &Words) -> String {
    let all = planned.plan.paths().count();
    let pages = planned.plan.paths().filter(|p| p.extension() == "html").count();
    let args = [
        ("pages", pages.into()),
        ("files", (all - pages).into()),
        ("seconds", decimal(begun.elapsed(), words).into()),
        ("written", (written.created + written.replaced).into()),
        ("kept", written.kept.into()),
        ("deleted", written.deleted.into()),
    ];
    let mut text = words.text("cli-done", &args) + "\n";
    if !written.edited.is_empty() {
        let list = written.edited.iter().take(5).cloned().collect();
        let more = written.edited.len().saturating_sub(5);
        text += &words.text("cli-edited", &[("paths", Arg::List(list)), ("more", more.into())]);
        text.push('\n');
    }
    text
}
