//! The program as a library: a tree of files in, findings and output files out, all in memory. Tests, benches and
//! other programs call this; the command line does not.
//!
//! Reads: trees given as bytes. Writes: plain values of the standard library, so that the types of the core stay
//! free to change. Touches: nothing.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::base::{Date, OutPath, SitePath};
use crate::check;
use crate::diag::{self, Arg, Severity};
use crate::export;
use crate::pipeline::{self, Body, Inputs};
use crate::source::{ReadFault, SourceBody, SourceFile, SourceSet};

/// A folder in memory: a content tree, or the `themes` folder beside it.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    folder: String,
    files: Vec<SourceFile>,
}

impl Tree {
    /// An empty folder of this name; the name is the title of a site without settings.
    #[must_use]
    pub fn new(folder: impl Into<String>) -> Self {
        Self { folder: folder.into(), files: Vec::new() }
    }

    /// Adds a file; of files with equal paths the first stays.
    ///
    /// # Errors
    /// A path that is absolute, empty or leaves the tree is given back.
    pub fn add(&mut self, path: &str, bytes: impl Into<Vec<u8>>) -> Result<(), String> {
        self.push(path, SourceBody::Bytes(Arc::from(bytes.into())))
    }

    /// Adds a file that could not be read, with the host's words about it.
    ///
    /// # Errors
    /// As for [`Tree::add`].
    pub fn add_unreadable(&mut self, path: &str, why: &str) -> Result<(), String> {
        self.push(path, SourceBody::Unreadable(ReadFault::System(why.to_owned())))
    }

    fn push(&mut self, path: &str, body: SourceBody) -> Result<(), String> {
        let path = SitePath::new(path).map_err(|_| path.to_owned())?;
        self.files.push(SourceFile { path, body });
        Ok(())
    }

    fn sources(&self) -> SourceSet {
        SourceSet::new(self.folder.clone(), self.files.clone())
    }
}

/// What a build depends on besides the trees.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Whether drafts are shown and marked.
    pub preview: bool,
    /// Codes not reported.
    pub allow: Vec<String>,
    /// Codes that count as errors.
    pub deny: Vec<String>,
}

/// A finding in plain values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Name of the fault: `unknown-key`.
    pub code: &'static str,
    /// `error`, `warning` or `note`.
    pub severity: &'static str,
    /// File in the content tree, if the finding is in one.
    pub path: Option<String>,
    /// One-based line and column in characters; `None` for a whole file.
    pub at: Option<(u32, u32)>,
    /// Values that its words show, by name; dates as `2026-03-27`, lists joined by `, `.
    pub args: Vec<(&'static str, String)>,
}

/// A planned site.
pub struct Site {
    plan: pipeline::Plan,
    sources: SourceSet,
}

/// Plans the site of `content` on a day (`2026-03-27`), with the folders of `themes` beside it.
///
/// # Errors
/// A day that is not a date is given back.
pub fn plan(content: &Tree, themes: &Tree, today: &str, options: &Options) -> Result<Site, String> {
    let today = Date::parse(today).map_err(|_| today.to_owned())?;
    let sources = content.sources();
    let inputs = Inputs {
        sources: sources.clone(),
        themes: themes.sources(),
        today,
        preview: options.preview,
        allow: options.allow.clone(),
        deny: options.deny.clone(),
    };
    Ok(Site { plan: pipeline::plan(inputs), sources })
}

impl Site {
    /// What reading and checking found.
    #[must_use]
    pub fn findings(&self) -> Vec<Finding> {
        self.plan.findings().iter().map(plain).collect()
    }

    /// Every output path, sorted.
    #[must_use]
    pub fn paths(&self) -> Vec<String> {
        self.plan.paths().map(|p| p.as_str().to_owned()).collect()
    }

    /// One output file and what was found while making it; `None` if there is no such path.
    #[must_use]
    pub fn produce(&self, path: &str) -> Option<(Vec<u8>, Vec<Finding>)> {
        let produced = self.plan.produce(&OutPath::new(path).ok()?)?;
        Some((self.bytes(produced.body), produced.findings.iter().map(plain).collect()))
    }

    /// Every output file by path, and what was found while making them.
    #[must_use]
    pub fn produce_all(&self) -> (BTreeMap<String, Vec<u8>>, Vec<Finding>) {
        let files = Mutex::new(BTreeMap::new());
        let findings = self.plan.produce_all(&|path, body| {
            let bytes = self.bytes(body);
            files.lock().unwrap_or_else(PoisonError::into_inner).insert(path.as_str().to_owned(), bytes);
        });
        (files.into_inner().unwrap_or_else(PoisonError::into_inner), findings.iter().map(plain).collect())
    }

    /// Addresses of what the search finds for each question, the best first.
    #[must_use]
    pub fn answers(&self, questions: &[&str]) -> Vec<Vec<String>> {
        self.plan.answers(questions)
    }

    /// What `svod status --format json` prints.
    #[must_use]
    pub fn status(&self) -> String {
        let site = self.plan.site();
        export::status::json(&site.register, site.today)
    }

    fn bytes(&self, body: Body) -> Vec<u8> {
        match body {
            Body::Bytes(bytes) => bytes,
            Body::Copy(file) => match self.sources.get(file).map(|f| &f.body) {
                Some(SourceBody::Bytes(bytes)) => bytes.to_vec(),
                _ => Vec::new(),
            },
        }
    }
}

/// Every code that a finding can have, with its usual severity, by name.
#[must_use]
pub fn codes() -> Vec<(&'static str, &'static str)> {
    let all = diag::codes::ALL.iter().copied().chain(check::codes());
    let by_name: BTreeMap<&'static str, Severity> = all.map(|code| (code.name, code.severity)).collect();
    by_name.into_iter().map(|(name, s)| (name, severity(s))).collect()
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

fn plain(finding: &diag::Finding) -> Finding {
    let text = |arg: &Arg| match arg {
        Arg::Text(text) | Arg::Word(text) => text.clone(),
        Arg::Count(n) => n.to_string(),
        Arg::Date(date) => date.to_string(),
        Arg::List(items) | Arg::Words(items) => items.join(", "),
    };
    Finding {
        code: finding.diagnostic.code.name,
        severity: severity(finding.diagnostic.severity),
        path: finding.spot.as_ref().map(|s| s.path.clone()),
        at: finding.spot.as_ref().and_then(|s| s.at).map(|at| (at.line, at.column)),
        args: finding.diagnostic.args.iter().map(|(name, arg)| (*name, text(arg))).collect(),
    }
}
