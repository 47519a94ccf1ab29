//! `svod schema DIR`: JSON Schemas of all content files, for editors and validators.

use std::path::PathBuf;

use clap::ArgMatches;

use crate::diag::Arg;
use crate::host::{TextWritten, write_text};
use crate::messages::Words;

use super::failure::Failure;
use super::session::Session;
use super::{Exit, args};

const FOLDER: &str = "folder";
/// A schema of ours says so in this key, so that a newer program may write over it and over nothing else.
const OURS: &str = "\"$id\": \"urn:svod:";

pub(super) fn arguments(command: clap::Command, words: &Words) -> clap::Command {
    let folder = args::place(FOLDER, words, "cli-arg-schema-folder", "cli-value-folder");
    command.arg(folder.required(true).value_parser(clap::value_parser!(PathBuf)))
}

/// Writes the schemas; files of others stay and are named.
pub(super) fn run(session: &Session, matches: &ArgMatches) -> Result<Exit, Failure> {
    let folder = matches.get_one::<PathBuf>(FOLDER).cloned().unwrap_or_default();
    let ours = |bytes: &[u8]| String::from_utf8_lossy(bytes).contains(OURS);
    let schemas = crate::schema::json::schemas(session.words.lang());
    let mut foreign = Vec::new();
    let mut names = Vec::new();
    for (name, text) in &schemas {
        match write_text(&folder, name, text, &ours).map_err(|e| Failure::Disk(folder.join(name), e))? {
            TextWritten::Written | TextWritten::Same => names.push(name.clone()),
            TextWritten::Foreign(path) => foreign.push(path),
        }
    }
    if !names.is_empty() {
        let args = [("path", Arg::Text(folder.display().to_string())), ("count", names.len().into())];
        session.tell(&format!("{}\n", session.words.text("cli-schemas", &args)));
    }
    if foreign.is_empty() { Ok(Exit::Clean) } else { Err(Failure::Foreign(foreign)) }
}
