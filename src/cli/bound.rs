//! `svod build --single FILE` and `--fragment FOLDER`: the site for hosts that take no folder of files.
//!
//! What others keep there stays: a file is replaced only if it says of itself that this command wrote it, and a folder
//! is treated as the folder of a site is.

use std::path::{Path, PathBuf};

use clap::{Arg as ClapArg, ArgAction, ArgMatches};

use crate::base::FileId;
use crate::diag::{Arg, Severity};
use crate::host::{Contents, Output, Project, Stage, Swap, TextWritten, read_file, write_text};
use crate::messages::Words;
use crate::pipeline::{Addresses, BoundSite};
use crate::write::Foreign;

use super::failure::Failure;
use super::progress::Phase;
use super::session::{Session, To, any};
use super::{Exit, args, report};

const SINGLE: &str = "single";
const FRAGMENT: &str = "fragment";
const LINKS_TO: &str = "links-to";

/// What every such file says of itself, for programs.
const MARK: &[u8] = b"content=\"svod single\"";

pub(super) fn arguments(command: clap::Command, words: &Words) -> clap::Command {
    let path = clap::value_parser!(PathBuf);
    let arg = |name: &'static str, key: &str, value: &str| -> ClapArg {
        args::flag(name, words, key, ArgAction::Set).value_name(words.text(value, &[]))
    };
    command
        .arg(arg(SINGLE, "cli-arg-single", "cli-value-file").value_parser(path.clone()))
        .arg(arg(FRAGMENT, "cli-arg-fragment", "cli-value-folder").value_parser(path))
        .arg(arg(LINKS_TO, "cli-arg-links-to", "cli-value-address").requires(FRAGMENT))
}

/// Writes what is asked for instead of the site; `None` if the site itself is.
pub(super) fn run(session: &Session, matches: &ArgMatches, foreign: Foreign) -> Result<Option<Exit>, Failure> {
    let single = matches.get_one::<PathBuf>(SINGLE);
    let fragment = matches.get_one::<PathBuf>(FRAGMENT);
    if single.is_none() && fragment.is_none() {
        return Ok(None);
    }
    let addresses = match matches.get_one::<String>(LINKS_TO) {
        None => Addresses::Beside,
        Some(address) if is_address(address) => Addresses::At(address.clone()),
        Some(address) => return Err(Failure::LinksTo(address.clone())),
    };
    let project = Project::open(&session.globals.root, session.globals.out.as_deref())?;
    for path in [single, fragment].into_iter().flatten() {
        if let Some(folder) = project.folder_of(path).map_err(|e| Failure::Disk(path.clone(), e))? {
            return Err(Failure::BoundInside(path.clone(), folder.to_owned()));
        }
    }
    if let Some(folder) = fragment {
        // Nor may the folder hold the sources.
        Project::open(&session.globals.root, Some(folder))?;
    }
    let mut progress = session.progress();
    let planned = session.plan(project, &progress)?;
    progress.enter(Phase::Producing, 0);
    let bytes = |file: FileId| planned.on_disk(file).and_then(|path| read_file(path).ok());
    let single = single.map(|path| (path, planned.plan.single(&bytes)));
    let fragment = fragment.map(|path| (path, planned.plan.fragments(&addresses, &bytes)));
    progress.finish();

    let mut findings = planned.plan.findings().to_vec();
    for (_, made) in single.iter().chain(&fragment) {
        findings.extend(made.findings.iter().filter(|f| !planned.plan.findings().contains(f)).cloned());
    }
    findings.dedup();
    let human = session.globals.format == report::Format::Human;
    if !findings.is_empty() || !human {
        session.tell(&session.report(&planned, &findings, To::Remarks));
    }
    if any(&findings, Severity::Error) {
        if human {
            session.tell(&format!("{}\n", session.words.text("cli-bound-unchanged", &[])));
        }
        return Ok(Some(Exit::Findings));
    }
    if let Some((path, made)) = &single {
        write_single(path, made)?;
        say(session, "cli-single-done", path, made);
    }
    if let Some((path, made)) = &fragment {
        write_fragments(path, made, foreign)?;
        say(session, "cli-fragment-done", path, made);
        if human && matches!(addresses, Addresses::Beside) {
            session.tell(&format!("{}\n", session.words.text("cli-fragment-links", &[])));
        }
    }
    Ok(Some(Exit::Clean))
}

/// Whether links may lead to this address: a page of a site, in full or from its root.
fn is_address(address: &str) -> bool {
    let lower = address.to_ascii_lowercase();
    lower.starts_with("https://")
        || lower.starts_with("http://")
        || (lower.starts_with('/') && !lower.starts_with("//"))
}

fn write_single(path: &Path, made: &BoundSite) -> Result<(), Failure> {
    let Some((_, html)) = made.files.first() else { return Ok(()) };
    let folder = path.parent().unwrap_or(Path::new(""));
    let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let ours = |there: &[u8]| there.windows(MARK.len()).take(20_000).any(|part| part == MARK);
    match write_text(folder, &name, html, &ours).map_err(|e| Failure::Disk(path.to_owned(), e))? {
        TextWritten::Foreign(path) => Err(Failure::BoundThere(path)),
        TextWritten::Written | TextWritten::Same => Ok(()),
    }
}

fn write_fragments(path: &Path, made: &BoundSite, foreign: Foreign) -> Result<(), Failure> {
    let output = Output::find(path)?;
    output.recover()?;
    let stage = Stage::open(output, foreign)?;
    // Fragments lie side by side; a folder with folders of ours in it is a site.
    if stage.recorded().any(|file| !file.folder().is_empty()) {
        return Err(Failure::FragmentsInSite(path.to_owned()));
    }
    for (name, html) in &made.files {
        stage.put(name, Contents::Bytes(html.as_bytes()));
    }
    stage.commit(Swap::Best, &|_| {})?;
    Ok(())
}

/// What was written, and what in it is not as on the site.
fn say(session: &Session, key: &str, path: &Path, made: &BoundSite) {
    if session.globals.format != report::Format::Human {
        return;
    }
    let size: usize = made.files.iter().map(|(_, html)| html.len()).sum();
    let args = [
        ("path", Arg::Text(path.display().to_string())),
        ("documents", made.documents.into()),
        ("files", made.files.len().into()),
        ("size", size.div_ceil(1024).into()),
    ];
    session.tell(&format!("{}\n", session.words.text(key, &args)));
    if made.unlinked > 0 {
        session.tell(&format!("{}\n", session.words.text("cli-bound-unlinked", &[("count", made.unlinked.into())])));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_that_links_may_lead_to() {
        for good in ["https://school.example/sferum/{page}/", "HTTP://school.example", "/sferum/"] {
            assert!(is_address(good), "{good}");
        }
        for bad in ["", "sferum", "javascript:alert(1)", "//host/a", "mailto:a@example.org"] {
            assert!(!is_address(bad), "{bad}");
        }
    }
}
