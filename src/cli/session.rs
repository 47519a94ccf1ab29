//! One run: who it speaks to and how, what it reads, what it prints.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};
use std::path::Path;

use anstream::AutoStream;

use crate::base::{FileId, UtcOffset};
use crate::diag::{Diagnostics, Finding, Severity};
use crate::host::{Clock, ColorChoice, Contents, Project, Streams, Tree, read_content, read_themes, variable};
use crate::messages::Words;
use crate::model::Settings;
use crate::parse::{data, text};
use crate::pipeline::{self, Body, Inputs, Plan};
use crate::schema::records::SiteSettings;
use crate::source::{FileKind, SourceBody, SourceSet, classify, is_managed};

use super::Exit;
use super::args::Globals;
use super::failure::{Failure, draw};
use super::progress::{Phase, Progress};
use super::report::{self, Report};

/// What every command has at hand.
pub(super) struct Session {
    pub(super) words: Words,
    pub(super) globals: Globals,
    pub(super) streams: Streams,
}

/// A site that is read, checked and planned.
pub(super) struct Planned {
    pub(super) project: Project,
    pub(super) plan: Plan,
    content: Tree,
}

impl Session {
    /// A run with these arguments.
    pub(super) fn new(globals: Globals, words: Words, streams: Streams) -> Self {
        Self { words, globals, streams }
    }

    /// Reads the project and plans its site.
    pub(super) fn plan(&self, project: Project, progress: &Progress<'_>) -> Result<Planned, Failure> {
        let clock = Clock::choose(self.globals.today, variable("SOURCE_DATE_EPOCH").as_deref())?;
        progress.enter(Phase::Reading, 0);
        let content = read_content(&project)?;
        let themes = read_themes(&project)?;
        let today = clock.today(utc_offset(&content.set))?;
        let inputs = Inputs {
            sources: content.set.clone(),
            themes: themes.set,
            today,
            preview: false,
            allow: self.globals.allow.clone(),
            deny: self.globals.deny.clone(),
        };
        let plan = pipeline::plan_telling(inputs, &|part| progress.enter(Phase::from(part), 0));
        Ok(Planned { project, plan, content })
    }

    /// A line of progress on a terminal; nothing elsewhere.
    pub(super) fn progress(&self) -> Progress<'_> {
        Progress::start(self.streams.stderr && self.globals.format == report::Format::Human, &self.words)
    }

    /// Findings as text in the wanted form, coloured for the stream it goes to.
    pub(super) fn report(&self, planned: &Planned, findings: &[Finding], to: To) -> String {
        let is_terminal = if to == To::Results { self.streams.stdout } else { self.streams.stderr };
        // Each file is decoded once, however many findings it has.
        let spots = findings.iter().flat_map(|f| f.spot.iter().chain(f.related.iter().map(|(_, spot)| spot)));
        let files: BTreeSet<FileId> = spots.map(|spot| spot.file).collect();
        let texts: BTreeMap<FileId, String> =
            files.into_iter().filter_map(|file| Some((file, planned.plan.text(file)?))).collect();
        let text = |file: FileId| texts.get(&file).map(String::as_str);
        let root = planned.project.content_from_here();
        let report = Report {
            findings,
            text: &text,
            words: &self.words,
            color: colored(self.globals.color, is_terminal),
            root: &root,
        };
        report::render(self.globals.format, &report)
    }

    /// Prints a result.
    pub(super) fn print(&self, text: &str) -> Result<(), Failure> {
        print(text, self.globals.color, self.streams)
    }

    /// Says something beside the results.
    pub(super) fn tell(&self, text: &str) {
        tell(text, self.globals.color, self.streams);
    }

    /// Says why a command gave up.
    pub(super) fn fail(&self, failure: &Failure) -> Exit {
        tell_failure(failure, &self.words, self.globals.color, self.streams);
        Exit::Failed
    }

    /// Whether results are coloured.
    pub(super) fn colors_results(&self) -> bool {
        colored(self.globals.color, self.streams.stdout)
    }
}

/// Where a text goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum To {
    /// Standard output.
    Results,
    /// Standard error.
    Remarks,
}

impl Planned {
    /// Where a content file lies whose bytes were not kept.
    pub(super) fn on_disk(&self, file: FileId) -> Option<&Path> {
        self.content.disk.get(&file).map(AsRef::as_ref)
    }

    /// Makes every file of the site and hands each to `take`; all findings, those of planning too, in the order of
    /// places.
    pub(super) fn produce(
        &self,
        progress: &Progress<'_>,
        take: &(dyn Fn(&crate::base::OutPath, Contents<'_>) + Sync),
    ) -> Vec<Finding> {
        progress.enter(Phase::Producing, self.plan.routes());
        let mut findings = self.plan.findings().to_vec();
        findings.extend(self.plan.produce_all(&|path, body| {
            match &body {
                Body::Bytes(bytes) => take(path, Contents::Bytes(bytes)),
                Body::Copy(file) => match self.content.set.get(*file).map(|f| &f.body) {
                    Some(SourceBody::Bytes(bytes)) => take(path, Contents::Bytes(bytes)),
                    Some(SourceBody::OnDisk { .. }) => {
                        if let Some(disk) = self.content.disk.get(file) {
                            take(path, Contents::File(disk));
                        }
                    }
                    // There is an error about it among the findings.
                    Some(SourceBody::Unreadable(_)) | None => {}
                },
            }
            // How many files the search comes to is known when it is made: they are not counted.
            if !self.plan.is_of_search(path) {
                progress.advance();
            }
        }));
        let place = |f: &Finding| f.spot.as_ref().map(|s| (s.path.clone(), s.span));
        findings.sort_by_cached_key(|f| (f.spot.is_none(), place(f), f.diagnostic.code.name));
        findings
    }
}

/// Whether any finding is at least this grave.
pub(super) fn any(findings: &[Finding], gravest: Severity) -> bool {
    findings.iter().any(|f| f.diagnostic.severity <= gravest)
}

/// The site's clock, looked up before the site is planned: the day is one of the inputs of planning.
pub(super) fn utc_offset(set: &SourceSet) -> UtcOffset {
    let managed = is_managed(set);
    let settings = set.iter().find(|(_, file)| classify(&file.path, managed) == FileKind::Settings);
    let record = settings.and_then(|(id, file)| {
        let SourceBody::Bytes(bytes) = &file.body else { return None };
        let decoded = text::decode(bytes).ok()?;
        // Whatever is wrong there is found again, and told, when the site is planned.
        data::one::<SiteSettings>(id, &decoded.text, &mut Diagnostics::default())
    });
    Settings::new(record, set.folder()).utc_offset
}

/// Whether a stream is coloured.
pub(super) fn colored(choice: ColorChoice, is_terminal: bool) -> bool {
    choice.wants(is_terminal, &variable)
}

/// Prints a result to standard output.
pub(super) fn print(text: &str, color: ColorChoice, streams: Streams) -> Result<(), Failure> {
    let stdout = io::stdout().lock();
    let mut stream = AutoStream::new(stdout, stream_choice(colored(color, streams.stdout)));
    stream.write_all(text.as_bytes()).and_then(|()| stream.flush()).map_err(|e| match e.kind() {
        io::ErrorKind::BrokenPipe => Failure::PipeClosed,
        _ => Failure::Stdout(e),
    })
}

/// Says something on standard error. If nobody hears it, there is nobody to tell that either.
pub(super) fn tell(text: &str, color: ColorChoice, streams: Streams) {
    let stderr = io::stderr().lock();
    let mut stream = AutoStream::new(stderr, stream_choice(colored(color, streams.stderr)));
    let _ = stream.write_all(text.as_bytes()).and_then(|()| stream.flush());
}

/// Says why nothing was done.
pub(super) fn tell_failure(failure: &Failure, words: &Words, color: ColorChoice, streams: Streams) {
    let (headline, help) = failure.words(words);
    tell(&draw(&headline, help.as_deref(), words, colored(color, streams.stderr)), color, streams);
}

fn stream_choice(colored: bool) -> anstream::ColorChoice {
    if colored { anstream::ColorChoice::Always } else { anstream::ColorChoice::Never }
}
