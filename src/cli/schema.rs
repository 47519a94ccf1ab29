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
pub(super) fn arguments(command: clap::Command, words: &Words) -> clap::Command {
    let folder = args::place(FOLDER, words, "cli-arg-schema-folder", "cli-value-folder");
    command.arg(folder.required(true).value_parser(clap::value_parser!(PathBuf)))
}

/// Writes the schemas; files of others stay and are named.
pub(super) fn run(session: &Session, matches: &ArgMatches) -> Result<Exit, Failure> {
    let folder = matches.get_one::<PathBuf>(FOLDER).cloned().unwrap_or_default();
    let schemas = crate::schema::json::schemas(session.words.lang());
    let mut foreign = Vec::new();
    let mut names = Vec::new();
    for (name, text) in &schemas {
        match write_text(&folder, name, text, &|there| describes_same(there, text))
            .map_err(|e| Failure::Disk(folder.join(name), e))?
        {
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

/// Whether a file that stands there is an earlier schema of ours for the same content file: only those are replaced.
/// Their titles end in the path of that file, whatever their language.
fn describes_same(there: &[u8], text: &str) -> bool {
    let subject = |bytes: &[u8]| -> Option<String> {
        let schema: serde_json::Value = serde_json::from_slice(bytes).ok()?;
        schema.get("$schema")?;
        schema.get("title")?.as_str()?.rsplit_once(" (").map(|(_, path)| path.to_owned())
    };
    subject(there).is_some_and(|there| subject(text.as_bytes()).is_some_and(|new| new == there))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_schemas_of_ours_are_replaced() {
        let schema = |title: &str| format!("{{\"$schema\": \"x\", \"title\": \"{title}\"}}");
        let new = schema("Staff (data/staff.yml)");
        let check = |there: &str, replaced| assert_eq!(describes_same(there.as_bytes(), &new), replaced, "{there}");
        check(&schema("Сотрудники (data/staff.yml)"), true);
        check(&schema("Roles (data/roles.yml)"), false);
        check(&schema("My own"), false);
        check("{\"title\": \"Staff (data/staff.yml)\"}", false);
        check("no JSON", false);
        check("", false);
    }
}
