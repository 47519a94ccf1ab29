//! The wiring: sources to a plan, a plan to bytes. The only room with threads or remembered results.
//!
//! Reads: [`Inputs`]. Writes: [`Plan`], then the body of each path that is asked for. Touches: nothing.

use crate::base::{Date, FileId, OutPath};
use crate::diag::Finding;
use crate::source::SourceSet;

/// Everything a build depends on: equal inputs give equal bytes.
#[derive(Clone, Debug)]
pub(crate) struct Inputs {
    /// The content tree.
    pub sources: SourceSet,
    /// Files of `themes/<name>/…` beside the content folder, by path below `themes/`; the built-in theme lies under.
    pub themes: SourceSet,
    /// The day, which enters here and nowhere else.
    pub today: Date,
    /// Whether drafts are shown and marked (the preview server).
    pub preview: bool,
    /// Codes not reported, besides those of the site's settings.
    pub allow: Vec<String>,
    /// Codes that count as errors, besides those of the site's settings.
    pub deny: Vec<String>,
}

/// A site ready to be produced: every route known, every finding of reading and checking made.
pub(crate) struct Plan {
    findings: Vec<Finding>,
}

/// The body of one output file.
#[derive(Debug)]
pub(crate) enum Body {
    /// Bytes made by us.
    Bytes(Vec<u8>),
    /// A file of the content tree, to be copied by whoever writes.
    Copy(FileId),
}

/// One output file and what was found while making it.
#[derive(Debug)]
pub(crate) struct Produced {
    /// The bytes.
    pub body: Body,
    /// Faults of templates and the like.
    pub findings: Vec<Finding>,
}

/// Reads, checks and plans; never fails: what is wrong is among the findings.
#[must_use]
pub(crate) fn plan(inputs: Inputs) -> Plan {
    let _ = inputs;
    Plan { findings: Vec::new() }
}

impl Plan {
    /// Findings of reading and checking, by file, place and code.
    #[must_use]
    pub(crate) fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// Every output path, sorted.
    pub(crate) fn paths(&self) -> impl Iterator<Item = &OutPath> {
        std::iter::empty()
    }

    /// Makes one output file; `None` if there is no such path.
    #[must_use]
    pub(crate) fn produce(&self, out: &OutPath) -> Option<Produced> {
        let _ = out;
        None
    }

    /// Makes every output file in parallel and hands each to `take` as soon as it is made; returns what was found
    /// while making them, in the order of paths.
    pub(crate) fn produce_all(&self, take: &(dyn Fn(&OutPath, Body) + Sync)) -> Vec<Finding> {
        let _ = take;
        Vec::new()
    }

    /// Decoded text of a source file, for showing a finding.
    #[must_use]
    pub(crate) fn text(&self, file: FileId) -> Option<&str> {
        let _ = file;
        None
    }
}
