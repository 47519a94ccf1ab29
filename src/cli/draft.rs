//! `svod draft [ROLE[=PERSON]]…`: an order of appointment ready to sign, with its acquaintance sheet
//! and the record that belongs into `orders.yml` when it is signed.

use clap::{ArgAction, ArgMatches};

use crate::base::Date;
use crate::diag::Arg;
use crate::messages::Words;
use crate::model::{Draft, DraftFault, DraftLine, DraftRequest, Paper};
use crate::schema::Until;

use super::failure::Failure;
use super::session::Session;
use super::{Exit, args, paper};

const ROLES: &str = "roles";
const SUBSTITUTE: &str = "substitute";
const FROM: &str = "from";
const UNTIL: &str = "until";
const DATE: &str = "date";
const NUMBER: &str = "number";

pub(super) fn arguments(command: clap::Command, words: &Words) -> clap::Command {
    let value = |name: &'static str, key: &str, value: &str| {
        args::flag(name, words, key, ArgAction::Set).value_name(words.text(value, &[]))
    };
    let command = command
        .arg(args::place(ROLES, words, "cli-arg-draft-roles", "cli-value-roles").num_args(0..))
        .arg(args::flag(SUBSTITUTE, words, "cli-arg-draft-substitute", ArgAction::SetTrue))
        .arg(value(FROM, "cli-arg-draft-from", "cli-value-date"))
        .arg(value(UNTIL, "cli-arg-draft-until", "cli-value-date"))
        .arg(value(DATE, "cli-arg-draft-date", "cli-value-date"))
        .arg(value(NUMBER, "cli-arg-draft-number", "cli-value-number"));
    paper::to(command, words)
}

/// Prints the draft. What the school should look at twice is told beside it.
pub(super) fn run(session: &Session, matches: &ArgMatches) -> Result<Exit, Failure> {
    let request = request(matches)?;
    let planned = paper::plan(session)?;
    let draft = planned.plan.site().draft(&request).map_err(Failure::Draft)?;
    for remark in remarks(&draft, &session.words) {
        session.tell(&format!("{remark}\n"));
    }
    let wanted = Paper::Draft(request);
    // A draft may have been edited by hand since: it is never replaced.
    let exit = paper::put(session, &planned, &wanted, matches, &|_| false)?;
    if let Some(record) = planned.plan.record(&wanted) {
        session.print(&format!("\n{record}"))?;
    }
    Ok(exit)
}

fn request(matches: &ArgMatches) -> Result<DraftRequest, Failure> {
    let text = |name: &str| matches.get_one::<String>(name).map(String::as_str);
    let day = |name: &'static str| text(name).map(|typed| args::day::<Date>(name, typed)).transpose();
    let role = |typed: &String| match typed.split_once('=') {
        Some((role, person)) => (role.trim().to_owned(), Some(person.trim().to_owned()).filter(|p| !p.is_empty())),
        None => (typed.trim().to_owned(), None),
    };
    Ok(DraftRequest {
        roles: matches.get_many::<String>(ROLES).into_iter().flatten().map(role).collect(),
        substitute: matches.get_flag(SUBSTITUTE),
        from: day(FROM)?,
        until: text(UNTIL).map(|typed| args::day::<Until>(UNTIL, typed)).transpose()?,
        date: day(DATE)?,
        number: text(NUMBER).map(str::to_owned),
    })
}

/// Appointments that the regulation does not admit, and names that the order cannot decline.
fn remarks(draft: &Draft<'_>, words: &Words) -> Vec<String> {
    let ineligible = draft.lines.iter().filter(|line| !line.eligible).map(|line| {
        let categories = line.role.eligible.iter().map(|c| format!("word-category-{}", c.name())).collect();
        let args = [
            ("person", Arg::Text(line.person.map(|p| p.name.clone()).unwrap_or_default())),
            ("position", Arg::Text(line.position.map(|p| p.title.clone()).unwrap_or_default())),
            ("role", quoted(&line.role.title)),
            ("eligible", Arg::Words(categories)),
        ];
        words.text("cli-draft-not-eligible", &args)
    });
    let undeclined = |line: &DraftLine<'_>| line.person.filter(|p| p.name_accusative.is_none()).map(|p| p.name.clone());
    let mut names: Vec<String> = draft.lines.iter().filter_map(undeclined).collect();
    names.dedup();
    let annex = (!names.is_empty()).then(|| words.text("cli-draft-no-accusative", &[("names", Arg::List(names))]));
    ineligible.chain(annex).collect()
}

/// A title as it stands inside quotation marks: its own become inner ones.
fn quoted(title: &str) -> Arg {
    Arg::Text(title.replace('«', "„").replace('»', "“"))
}

/// What stands against a draft, and what to do about the first of it.
pub(super) fn words(faults: &[DraftFault], words: &Words) -> (String, Option<String>) {
    let said: Vec<(String, &str)> = faults.iter().map(|fault| fault_words(fault, words)).collect();
    let headline = said.iter().map(|(text, _)| text.as_str()).collect::<Vec<_>>().join("; ");
    (headline, said.first().map(|(_, help)| words.text(help, &[])))
}

fn fault_words(fault: &DraftFault, words: &Words) -> (String, &'static str) {
    let unknown = |key: &str, code: &str, nearest: &Option<String>, known: &[String]| {
        let nearest = nearest.clone().unwrap_or_default();
        words.text(key, &[("value", code.into()), ("nearest", nearest.into()), ("known", Arg::List(known.to_vec()))])
    };
    match fault {
        DraftFault::UnknownRole(code, nearest, known) => {
            (unknown("cli-draft-role", code, nearest, known), "cli-draft-role-help")
        }
        DraftFault::UnknownPerson(code, nearest, known) => {
            (unknown("cli-draft-person", code, nearest, known), "cli-draft-role-help")
        }
        DraftFault::HasLeft(name, date) => {
            let args = [("person", name.as_str().into()), ("date", (*date).into())];
            (words.text("cli-draft-left", &args), "cli-draft-left-help")
        }
        DraftFault::NobodyToReplace(role) => {
            (words.text("cli-draft-nobody", &[("role", quoted(role))]), "cli-draft-nobody-help")
        }
        DraftFault::ReplacesHimself(name, role) => {
            let args = [("person", name.as_str().into()), ("role", quoted(role))];
            (words.text("cli-draft-himself", &args), "cli-draft-himself-help")
        }
        DraftFault::NoSubstitute(role) => {
            (words.text("cli-draft-who", &[("role", quoted(role))]), "cli-draft-himself-help")
        }
        DraftFault::NoRoles => (words.text("cli-draft-no-roles", &[]), "cli-draft-role-help"),
    }
}
