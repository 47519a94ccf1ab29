//! Why a run could not be done, put into words: what is wrong and what to do.

use std::io;
use std::path::{Path, PathBuf};

use crate::diag::{Arg, Diagnostic, Severity};
use crate::host::{ClockError, ProjectError, ReadError, Refusal, WriteError};
use crate::messages::Words;
use crate::model::DraftFault;

use super::{draft, explain};

/// Why a command gave up.
#[derive(Debug)]
pub(super) enum Failure {
    Project(ProjectError),
    Read(ReadError),
    Clock(ClockError),
    Write(WriteError),
    /// A file or folder that we were asked to read or write.
    Disk(PathBuf, io::Error),
    /// An address that the preview was to be reached at.
    Port(String, io::Error),
    /// The day of an option is not a date, in the words that a data file would get.
    BadDay(&'static str, Box<Diagnostic>),
    /// There is nothing to draft.
    Draft(Vec<DraftFault>),
    /// The name of a file does not tell how a paper is to be written.
    PaperKind(PathBuf),
    /// A paper would lie among the content or the output (the second path).
    PaperInside(PathBuf, PathBuf),
    /// A file stands where a paper was to be written.
    PaperThere(PathBuf),
    /// A template has faults, which were told.
    NoPaper,
    /// No fault has this code.
    UnknownCode(String),
    /// No command has this name.
    UnknownCommand(String),
    /// Files of others that stand where ours shall be.
    Foreign(Vec<PathBuf>),
    /// Whoever reads standard output has gone.
    PipeClosed,
    /// Standard output cannot be written.
    Stdout(io::Error),
}

impl Failure {
    /// What is wrong, and what to do.
    pub(super) fn words(&self, words: &Words) -> (String, Option<String>) {
        let say = |key: &str, args: &[(&'static str, Arg)]| words.text(key, args);
        let both = |key: &str, help: &str, args: &[(&'static str, Arg)]| (say(key, args), Some(say(help, args)));
        match self {
            Self::Project(ProjectError::NoRoot(root)) => both("cli-no-root", "cli-no-root-help", &[path(root)]),
            Self::Project(ProjectError::RootNotFolder(root)) => {
                both("cli-not-folder", "cli-no-root-help", &[path(root)])
            }
            Self::Project(ProjectError::OutHolds(out, kept)) => {
                both("cli-out-holds", "cli-out-help", &[path(out), ("other", shown(kept).into())])
            }
            Self::Project(ProjectError::OutInside(out, kept)) => {
                both("cli-out-inside", "cli-out-help", &[path(out), ("other", shown(kept).into())])
            }
            Self::Read(ReadError::TooManyFiles(root)) => both("cli-too-many", "cli-too-much-help", &[path(root)]),
            Self::Read(ReadError::TooMuchText(root)) => both("cli-too-much", "cli-too-much-help", &[path(root)]),
            Self::Clock(ClockError::BadEpoch(text)) => {
                both("cli-bad-epoch", "cli-bad-epoch-help", &[("value", text.as_str().into())])
            }
            Self::Clock(ClockError::OutOfRange) => both("cli-no-day", "cli-no-day-help", &[]),
            Self::Write(WriteError::Refused(refusal)) => refused(refusal, words),
            Self::Write(WriteError::Io { path: at, source })
            | Self::Disk(at, source)
            | Self::Project(ProjectError::Io(at, source)) => {
                let args = [path(at), ("reason", reason(source, words).into())];
                (say("cli-disk", &args), Some(say(remedy(source), &args)))
            }
            Self::Port(at, source) => both(
                "serve-no-port",
                "serve-no-port-help",
                &[("address", at.as_str().into()), ("reason", reason(source, words).into())],
            ),
            Self::BadDay(option, fault) => (
                format!("--{option}: {}", words.headline(fault)),
                Some(say("cli-bad-day-help", &[("option", (*option).into())])),
            ),
            Self::Draft(faults) => draft::words(faults, words),
            Self::PaperKind(at) => both("cli-paper-kind", "cli-paper-kind-help", &[path(at)]),
            Self::PaperInside(at, folder) => {
                both("cli-paper-inside", "cli-paper-inside-help", &[path(at), ("other", shown(folder).into())])
            }
            Self::PaperThere(at) => both("cli-paper-there", "cli-paper-there-help", &[path(at)]),
            Self::NoPaper => both("cli-no-paper", "cli-no-paper-help", &[]),
            Self::UnknownCode(code) => (explain::unknown(code, words), None),
            Self::UnknownCommand(name) => {
                both("cli-usage-command", "cli-usage-help", &[("value", name.as_str().into())])
            }
            Self::Foreign(paths) => {
                let list = paths.iter().map(|p| shown(p)).collect();
                both("cli-foreign", "cli-foreign-help", &[("paths", Arg::List(list))])
            }
            Self::PipeClosed => (String::new(), None),
            Self::Stdout(source) => (say("cli-stdout", &[("reason", reason(source, words).into())]), None),
        }
    }
}

fn refused(refusal: &Refusal, words: &Words) -> (String, Option<String>) {
    let both =
        |key: &str, help: &str, args: &[(&'static str, Arg)]| (words.text(key, args), Some(words.text(help, args)));
    match refusal {
        Refusal::NotAFolder(out) => both("cli-not-folder", "cli-out-help", &[path(out)]),
        Refusal::NotOurs(out) => both("cli-not-ours", "cli-not-ours-help", &[path(out)]),
        Refusal::Busy(out) => both("cli-busy", "cli-busy-help", &[path(out)]),
        Refusal::StrangeWorkshop(at) => both("cli-strange", "cli-strange-help", &[path(at)]),
        Refusal::InTheWay(names) => {
            // A page of names helps nobody.
            let list: Vec<String> = names.iter().take(5).cloned().collect();
            let more = names.len() - list.len();
            both("cli-in-the-way", "cli-in-the-way-help", &[("paths", Arg::List(list)), ("more", more.into())])
        }
    }
}

fn path(path: &Path) -> (&'static str, Arg) {
    ("path", shown(path).into())
}

/// A path for people: as Windows shows it, without the prefix that only programs need, and without line ends.
fn shown(path: &Path) -> String {
    let text = path.display().to_string();
    let text = text.strip_prefix(r"\\?\").filter(|t| !t.starts_with("UNC")).unwrap_or(&text);
    text.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect()
}

/// Why the disk says no: in our words where we have them, else in the system's.
fn reason(error: &io::Error, words: &Words) -> String {
    let key = match error.kind() {
        io::ErrorKind::NotFound => "cli-reason-missing",
        io::ErrorKind::PermissionDenied => "cli-reason-rights",
        io::ErrorKind::ReadOnlyFilesystem => "cli-reason-read-only",
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "cli-reason-full",
        io::ErrorKind::FileTooLarge => "cli-reason-too-large",
        io::ErrorKind::AddrInUse => "serve-reason-port",
        io::ErrorKind::AddrNotAvailable => "serve-reason-address",
        // What Windows says of a file that another program holds open.
        _ if cfg!(windows) && error.raw_os_error() == Some(32) => "cli-reason-busy",
        io::ErrorKind::ResourceBusy | io::ErrorKind::CrossesDevices => "cli-reason-mounted",
        io::ErrorKind::NotADirectory => "cli-reason-not-folder",
        _ => return error.to_string(),
    };
    words.text(key, &[])
}

fn remedy(error: &io::Error) -> &'static str {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "cli-disk-full-help",
        io::ErrorKind::ResourceBusy | io::ErrorKind::CrossesDevices => "cli-disk-mounted-help",
        _ => "cli-disk-help",
    }
}

/// A trouble as it is shown: as a finding without a place.
pub(super) fn draw(headline: &str, help: Option<&str>, words: &Words, color: bool) -> String {
    let (red, bold, plain) = if color { ("\u{1b}[1;31m", "\u{1b}[1m", "\u{1b}[0m") } else { ("", "", "") };
    let level = words.severity(Severity::Error);
    let mut text = format!("{red}{level}{plain}: {bold}{headline}{plain}\n");
    if let Some(help) = help {
        text.push_str(&format!("  {bold}{}{plain}: {help}\n", words.text("report-help", &[])));
    }
    text
}

macro_rules! from {
    ($($error:ident => $variant:ident),*) => {$(
        impl From<$error> for Failure {
            fn from(error: $error) -> Self {
                Self::$variant(error)
            }
        }
    )*};
}
from!(ProjectError => Project, ReadError => Read, ClockError => Clock, WriteError => Write);
