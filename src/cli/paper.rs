//! Papers printed apart from the site: to the terminal as text, or into a file that is neither content nor output.

use std::path::Path;

use clap::{ArgAction, ArgMatches};

use crate::diag::{Arg, Severity};
use crate::host::{Project, TextWritten, write_text};
use crate::messages::Words;
use crate::model::{Paper, PaperForm};

use super::failure::Failure;
use super::session::{Planned, Session, To, any};
use super::{Exit, args};

const TO: &str = "to";

/// `--to FILE`.
pub(super) fn to(command: clap::Command, words: &Words) -> clap::Command {
    let to = args::flag(TO, words, "cli-arg-paper-to", ArgAction::Set).value_name(words.text("cli-value-file", &[]));
    command.arg(to.value_parser(clap::value_parser!(std::path::PathBuf)))
}

/// Reads the project and plans its site. Errors in its files are told: the paper may lack what they hold.
pub(super) fn plan(session: &Session) -> Result<Planned, Failure> {
    let project = Project::open(&session.globals.root, session.globals.out.as_deref())?;
    let mut progress = session.progress();
    let planned = session.plan(project, &progress)?;
    progress.finish();
    let errors = planned.plan.findings().iter().filter(|f| f.diagnostic.severity == Severity::Error).count();
    if errors > 0 {
        session.tell(&format!("{}\n", session.words.text("cli-status-errors", &[("count", errors.into())])));
    }
    Ok(planned)
}

/// Prints a paper, or writes it where `--to` says. A file that stands there is replaced only if `ours` knows it.
pub(super) fn put(
    session: &Session,
    planned: &Planned,
    paper: &Paper,
    matches: &ArgMatches,
    ours: &dyn Fn(&[u8]) -> bool,
) -> Result<Exit, Failure> {
    let Some(to) = matches.get_one::<std::path::PathBuf>(TO) else {
        let text = made(session, planned, paper, PaperForm::Text)?;
        return session.print(&text).map(|()| Exit::Clean);
    };
    let form = form(to).ok_or_else(|| Failure::PaperKind(to.clone()))?;
    if let Some(folder) = planned.project.folder_of(to).map_err(|e| Failure::Disk(to.clone(), e))? {
        return Err(Failure::PaperInside(to.clone(), folder.to_owned()));
    }
    let text = made(session, planned, paper, form)?;
    let folder = to.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let name = to.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    match write_text(folder, &name, &text, ours).map_err(|e| Failure::Disk(to.clone(), e))? {
        TextWritten::Foreign(path) => Err(Failure::Foreign(vec![path])),
        TextWritten::Written | TextWritten::Same => {
            let path = [("path", Arg::Text(to.display().to_string()))];
            session.tell(&format!("{}\n", session.words.text("cli-paper-written", &path)));
            Ok(Exit::Clean)
        }
    }
}

/// The text of a paper. What its templates lack is told; a paper that could not be made is none.
fn made(session: &Session, planned: &Planned, paper: &Paper, form: PaperForm) -> Result<String, Failure> {
    let (text, findings) = planned.plan.paper(paper, form);
    if !findings.is_empty() {
        session.tell(&session.report(planned, &findings, To::Remarks));
    }
    if any(&findings, Severity::Error) { Err(Failure::NoPaper) } else { Ok(text) }
}

fn form(path: &Path) -> Option<PaperForm> {
    let extension = path.extension()?.to_string_lossy().to_lowercase();
    match extension.as_str() {
        "html" | "htm" => Some(PaperForm::Html),
        "txt" => Some(PaperForm::Text),
        _ => None,
    }
}
