//! Arguments: one tree of commands with its help in the language of the user, read with `clap`.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::error::ErrorKind;
use clap::{Arg, ArgAction, ArgMatches, ColorChoice as ClapColor};

use crate::base::{Date, Lang};
use crate::diag::Diagnostic;
use crate::host::{ColorChoice, Streams, language as spoken};
use crate::messages::Words;
use crate::schema::values::Scalar;

use super::failure::Failure;
use super::report::Format;
use super::{COMMANDS, Exit, explain, session, usage};

/// What every command takes.
#[derive(Clone, Debug)]
pub(super) struct Globals {
    pub(super) root: PathBuf,
    pub(super) out: Option<PathBuf>,
    pub(super) today: Option<Date>,
    pub(super) format: Format,
    pub(super) color: ColorChoice,
    pub(super) allow: Vec<String>,
    pub(super) deny: Vec<String>,
}

const COLORS: [(&str, ColorChoice); 3] =
    [("auto", ColorChoice::Auto), ("always", ColorChoice::Always), ("never", ColorChoice::Never)];

/// The language of messages. It is wanted before the arguments are read, since reading them may end in words.
pub(super) fn language(arguments: &[OsString], variable: &dyn Fn(&str) -> Option<String>) -> Lang {
    spoken(peek(arguments, "--lang").and_then(|v| Lang::ALL.into_iter().find(|l| l.code() == v)), variable)
}

/// `--color`, for the same reason.
pub(super) fn color(arguments: &[OsString]) -> ColorChoice {
    let name = peek(arguments, "--color").unwrap_or_default();
    COLORS.iter().find(|(n, _)| *n == name).map(|(_, choice)| *choice).unwrap_or_default()
}

/// The value of an option, wherever it stands before `--`.
fn peek(arguments: &[OsString], option: &str) -> Option<String> {
    let mut texts = arguments.iter().map(|a| a.to_string_lossy()).take_while(|a| a != "--");
    while let Some(text) = texts.next() {
        if text == option {
            return texts.next().map(|v| v.into_owned());
        }
        if let Some(value) = text.strip_prefix(option).and_then(|rest| rest.strip_prefix('=')) {
            return Some(value.to_owned());
        }
    }
    None
}

/// Reads the arguments.
pub(super) fn parse(arguments: &[OsString], words: &Words) -> Result<ArgMatches, clap::Error> {
    tree(words).try_get_matches_from(arguments)
}

/// Says what `clap` has to say: help and version as results, errors in our own words.
pub(super) fn answer(error: &clap::Error, words: &Words, color: ColorChoice, streams: Streams) -> Exit {
    let styled = |is_terminal| {
        if session::colored(color, is_terminal) {
            error.render().ansi().to_string()
        } else {
            error.render().to_string()
        }
    };
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            // A closed pipe is no trouble, and there is nobody to tell of any other.
            let _ = session::print(&styled(streams.stdout), color, streams);
            Exit::Clean
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            session::tell(&styled(streams.stderr), color, streams);
            Exit::Failed
        }
        _ => {
            session::tell(&usage::explain(error, words, session::colored(color, streams.stderr)), color, streams);
            Exit::Failed
        }
    }
}

/// The help of a command, or of the program.
pub(super) fn help(name: Option<&str>, words: &Words, color: bool) -> Option<String> {
    let mut tree = tree(words);
    // Fills in what subcommands inherit.
    tree.build();
    let command = match name {
        None => Some(&mut tree),
        Some(name) => tree.find_subcommand_mut(name),
    };
    command.map(|c| {
        let text = c.render_help();
        if color { text.ansi().to_string() } else { text.to_string() }
    })
}

/// The whole tree of commands.
fn tree(words: &Words) -> clap::Command {
    let text = |key: &str| words.text(key, &[]);
    let usage = |name: &str, rest: &str| format!("svod {name}{rest}");
    let options = text("cli-value-options");
    let template =
        format!("{{about-with-newline}}\n{}\n  {{usage}}\n\n{{all-args}}{{after-help}}\n", text("cli-heading-usage"));
    let mut root = clap::Command::new("svod")
        .about(text("cli-about"))
        .version(env!("CARGO_PKG_VERSION"))
        .override_usage(format!("svod [{options}] <{}>", text("cli-value-command")))
        .after_help(text("cli-after-help"))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommand_help_heading(text("cli-heading-commands"))
        .subcommand_value_name(text("cli-value-command"))
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .color(ClapColor::Always)
        .help_template(template.clone())
        .arg(flag("version", words, "cli-arg-version", ArgAction::Version).short('V'));
    root = globals(root, words);
    for row in COMMANDS {
        let command = clap::Command::new(row.name).about(text(row.about)).disable_help_flag(true);
        let command = (row.arguments)(command, words);
        let places: String = command
            .get_positionals()
            .map(|a| {
                let name = a.get_value_names().and_then(|n| n.first()).map_or("", |n| n.as_str());
                let more = if a.get_num_args().is_some_and(|n| n.max_values() > 1) { "…" } else { "" };
                if a.is_required_set() { format!(" <{name}>{more}") } else { format!(" [{name}]{more}") }
            })
            .collect();
        let command =
            command.override_usage(usage(row.name, &format!(" [{options}]{places}"))).help_template(template.clone());
        root = root.subcommand(command);
    }
    root
}

fn globals(root: clap::Command, words: &Words) -> clap::Command {
    let value = |name: &'static str, key: &str, value: &str| {
        Arg::new(name)
            .long(name)
            .global(true)
            .help(words.text(key, &[]))
            .value_name(words.text(value, &[]))
            .help_heading(words.text("cli-heading-globals", &[]))
            .hide_possible_values(true)
    };
    let one_of = |names: Vec<&'static str>| PossibleValuesParser::new(names);
    let path = clap::value_parser!(PathBuf);
    root.disable_help_flag(true)
        .arg(value("root", "cli-arg-root", "cli-value-folder").value_parser(path.clone()))
        .arg(value("out", "cli-arg-out", "cli-value-folder").value_parser(path))
        .arg(value("today", "cli-arg-today", "cli-value-date"))
        .arg(
            value("lang", "cli-arg-lang", "cli-value-lang")
                .value_parser(one_of(Lang::ALL.into_iter().map(Lang::code).collect())),
        )
        .arg(
            value("format", "cli-arg-format", "cli-value-format")
                .value_parser(one_of(Format::ALL.into_iter().map(|(name, _)| name).collect())),
        )
        .arg(
            value("color", "cli-arg-color", "cli-value-when")
                .value_parser(one_of(COLORS.into_iter().map(|(name, _)| name).collect())),
        )
        .arg(value("allow", "cli-arg-allow", "cli-value-code").action(ArgAction::Append).value_delimiter(','))
        .arg(value("deny", "cli-arg-deny", "cli-value-code").action(ArgAction::Append).value_delimiter(','))
        .arg(flag("help", words, "cli-arg-help", ArgAction::Help).short('h').global(true))
}

/// An option without a value.
pub(super) fn flag(name: &'static str, words: &Words, key: &str, action: ArgAction) -> Arg {
    Arg::new(name)
        .long(name)
        .action(action)
        .help(words.text(key, &[]))
        .help_heading(words.text(if action_is_ours(name) { "cli-heading-options" } else { "cli-heading-globals" }, &[]))
}

/// `--timings`, of commands that make the whole site.
pub(super) const TIMINGS: &str = "timings";

/// `--timings`.
pub(super) fn timings(words: &Words) -> Arg {
    flag(TIMINGS, words, "cli-arg-timings", ArgAction::SetTrue)
}

fn action_is_ours(name: &str) -> bool {
    !matches!(name, "help" | "version")
}

/// An argument without a name.
pub(super) fn place(name: &'static str, words: &Words, key: &str, value: &str) -> Arg {
    Arg::new(name)
        .help(words.text(key, &[]))
        .value_name(words.text(value, &[]))
        .help_heading(words.text("cli-heading-arguments", &[]))
}

/// For commands that take nothing but what all take.
pub(super) fn none(command: clap::Command, _: &Words) -> clap::Command {
    command
}

impl Globals {
    /// Takes the values out of what was read.
    pub(super) fn read(matches: &ArgMatches) -> Result<Self, Failure> {
        let path = |name: &str| matches.get_one::<PathBuf>(name).cloned();
        let text = |name: &str| matches.get_one::<String>(name).map(String::as_str);
        let texts = |name: &str| matches.get_many::<String>(name).into_iter().flatten().cloned().collect();
        let today = text("today").map(|typed| day::<Date>("today", typed)).transpose()?;
        let known = explain::all_codes();
        let codes = |name: &str| -> Result<Vec<String>, Failure> {
            let typed: Vec<String> = texts(name);
            match typed.iter().find(|code| known.iter().all(|known| known.name != code.as_str())) {
                Some(code) => Err(Failure::UnknownCode(code.clone())),
                None => Ok(typed),
            }
        };
        Ok(Self {
            root: path("root").unwrap_or_else(|| PathBuf::from(".")),
            out: path("out"),
            today,
            format: choice(text("format"), &Format::ALL),
            color: choice(text("color"), &COLORS),
            allow: codes("allow")?,
            deny: codes("deny")?,
        })
    }
}

/// Reads the day that an option gives; what is wrong with it is said as of a date in a data file.
pub(super) fn day<T: Scalar>(option: &'static str, typed: &str) -> Result<T, Failure> {
    T::parse(typed.trim()).map_err(|fault| {
        let mut diagnostic = Diagnostic::new(fault.code, None).arg("value", typed);
        diagnostic.args.extend(fault.args);
        Failure::BadDay(option, Box::new(diagnostic))
    })
}

fn choice<T: Copy + Default>(name: Option<&str>, known: &[(&str, T)]) -> T {
    name.and_then(|name| known.iter().find(|(n, _)| *n == name)).map(|(_, value)| *value).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arguments(line: &str) -> Vec<OsString> {
        std::iter::once("svod").chain(line.split(' ').filter(|w| !w.is_empty())).map(OsString::from).collect()
    }

    fn read(line: &str) -> Globals {
        let matches = parse(&arguments(line), &Words::new(Lang::Ru)).unwrap();
        Globals::read(matches.subcommand().unwrap().1).unwrap()
    }

    #[test]
    fn the_tree_is_sound_in_both_languages() {
        for lang in Lang::ALL {
            tree(&Words::new(lang)).debug_assert();
        }
    }

    #[test]
    fn what_all_commands_take_stands_before_or_after_the_command() {
        for line in [
            "--root a --allow bad-date,bad-id --format json check",
            "check --allow bad-date --root a --allow bad-id --format=json",
        ] {
            let globals = read(line);
            assert_eq!(globals.root, PathBuf::from("a"), "{line}");
            assert_eq!(globals.format, Format::Json, "{line}");
            assert_eq!(globals.allow, ["bad-date", "bad-id"], "{line}");
        }
        assert_eq!(read("check --today 01.05.2027").today, Date::parse("2027-05-01").ok());
    }

    #[test]
    fn the_language_is_seen_before_anything_is_read() {
        let lang = |line: &str| language(&arguments(line), &|_| None);
        assert_eq!(lang("--lang en nonsense"), Lang::En);
        assert_eq!(lang("build --lang=en"), Lang::En);
        assert_eq!(lang("build --lang xx"), Lang::Ru);
        assert_eq!(lang("explain -- --lang=en"), Lang::Ru);
        assert_eq!(color(&arguments("build --color=never")), ColorChoice::Never);
    }
}
