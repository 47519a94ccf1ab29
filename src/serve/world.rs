//! One reading of the folders and the sites planned from it: one for today, others for days that were asked for.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock};
use std::time::UNIX_EPOCH;

use super::answer::Payload;
use super::locked;
use super::page::{self, Look};
use crate::base::{Date, FileId, OutPath, media};
use crate::diag::{Finding, Severity};
use crate::host::Tree;
use crate::pipeline::{self, Body, Inputs, Memory, Plan};
use crate::source::SourceBody;

/// Days other than today that are kept planned.
const OTHER_DAYS: usize = 2;
/// Pages kept as made, of one day.
const KEPT: usize = 64;

/// A file up to this length is named by its bytes: two saves may fall into one step of the file system's clock. Longer
/// ones take longer to write and to serve than such a step lasts.
const NAMED_BY_BYTES: u64 = 1 << 20;

/// What else tells one state of a file from another, where the system has it.
#[cfg(unix)]
fn identity(data: &std::fs::Metadata) -> String {
    use std::os::unix::fs::MetadataExt;
    format!("{} {} {}", data.ino(), data.ctime(), data.ctime_nsec())
}

#[cfg(not(unix))]
fn identity(_: &std::fs::Metadata) -> String {
    String::new()
}

/// What a site is planned from.
pub(super) struct World {
    /// Later worlds have larger numbers.
    pub(super) number: u64,
    pub(super) content: Tree,
    pub(super) themes: Tree,
    /// Folders that files must lie in to be served, links resolved.
    pub(super) roots: Vec<PathBuf>,
    pub(super) today: Date,
    pub(super) allow: Vec<String>,
    pub(super) deny: Vec<String>,
    days: Mutex<BTreeMap<Date, Arc<OnceLock<Arc<Day>>>>>,
}

impl World {
    pub(super) fn new(
        number: u64,
        (content, themes): (Tree, Tree),
        roots: Vec<PathBuf>,
        today: Date,
        (allow, deny): (Vec<String>, Vec<String>),
    ) -> Self {
        Self { number, content, themes, roots, today, allow, deny, days: Mutex::default() }
    }

    /// The site as on a day, planned when it is first asked for.
    pub(super) fn day(&self, day: Option<Date>, memory: &Mutex<Memory>) -> Arc<Day> {
        let date = day.unwrap_or(self.today);
        let place = {
            let mut days = locked(&self.days);
            if !days.contains_key(&date) {
                let others: Vec<Date> = days.keys().copied().filter(|d| *d != self.today).collect();
                if let Some(oldest) = others.first().filter(|_| others.len() >= OTHER_DAYS) {
                    days.remove(oldest);
                }
            }
            Arc::clone(days.entry(date).or_default())
        };
        // Planned outside the lock: whoever wants another day need not wait.
        Arc::clone(place.get_or_init(|| {
            let inputs = Inputs {
                sources: self.content.set.clone(),
                themes: self.themes.set.clone(),
                today: date,
                preview: true,
                allow: self.allow.clone(),
                deny: self.deny.clone(),
            };
            let plan = pipeline::plan_with(inputs, &mut locked(memory));
            Arc::new(Day { date, plan, made: Mutex::default(), found: Mutex::default() })
        }))
    }

    /// Bytes of a source file, or the file itself.
    fn source(&self, file: FileId) -> Option<(Payload, String)> {
        let own = u32::try_from(self.content.set.iter().len()).unwrap_or(u32::MAX);
        let (tree, id) = match file.0.checked_sub(own) {
            None => (&self.content, file),
            Some(index) => (&self.themes, FileId(index)),
        };
        match &tree.set.get(id)?.body {
            SourceBody::Bytes(bytes) => Some((Payload::Bytes(Arc::clone(bytes)), page::tag(&[bytes]))),
            SourceBody::OnDisk { .. } => self.on_disk(tree.disk.get(&id)?),
            SourceBody::Unreadable(_) => None,
        }
    }

    /// An open file. It was inside the tree when it was read; a link may have been put in its place since.
    fn on_disk(&self, path: &Path) -> Option<(Payload, String)> {
        let real = path.canonicalize().ok()?;
        if !self.roots.iter().any(|root| real.starts_with(root)) {
            return None;
        }
        let mut file = File::open(real).ok()?;
        let data = file.metadata().ok().filter(std::fs::Metadata::is_file)?;
        if data.len() <= NAMED_BY_BYTES {
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).ok()?;
            let tag = page::tag(&[&bytes]);
            return Some((Payload::Bytes(bytes.into()), tag));
        }
        let modified = data.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
        let stamp = format!("{} {} {}", data.len(), modified.as_nanos(), identity(&data));
        Some((Payload::File(file, data.len()), page::tag(&[stamp.as_bytes()])))
    }
}

/// The site as on one day.
pub(super) struct Day {
    pub(super) date: Date,
    pub(super) plan: Plan,
    made: Mutex<BTreeMap<OutPath, Arc<Made>>>,
    /// What was found while making files, of every file made so far.
    found: Mutex<BTreeMap<OutPath, Vec<Finding>>>,
}

/// A file that the build makes.
#[derive(Debug)]
pub(super) struct Made {
    /// The bytes of the build.
    pub(super) bytes: Arc<[u8]>,
    pub(super) tag: String,
    /// Of a page.
    pub(super) look: Option<Look>,
    /// Whether a build would refuse because of it.
    pub(super) faulty: bool,
}

/// A file of the site.
pub(super) enum Piece {
    Made(Arc<Made>),
    /// Copied from the sources: bytes, their name, and whether they are text in UTF-8.
    Copied(Payload, String, bool),
}

impl Day {
    /// Whether a build would refuse to plan.
    pub(super) fn has_errors(&self) -> bool {
        self.plan.findings().iter().any(is_error)
    }

    /// Whether there is such a file.
    pub(super) fn has(&self, path: &OutPath) -> bool {
        self.plan.has(path)
    }

    /// A file, made now or a moment ago.
    pub(super) fn piece(&self, world: &World, path: &OutPath) -> Option<Piece> {
        if let Some(made) = locked(&self.made).get(path) {
            return Some(Piece::Made(Arc::clone(made)));
        }
        let produced = self.plan.produce(path)?;
        let bytes: Arc<[u8]> = match produced.body {
            Body::Bytes(bytes) => bytes.into(),
            Body::Copy(file) => {
                let (payload, tag) = world.source(file)?;
                let is_utf8 = matches!(&payload, Payload::Bytes(bytes) if std::str::from_utf8(bytes).is_ok());
                return Some(Piece::Copied(payload, tag, is_utf8));
            }
        };
        let html = media::of_extension(path.extension()).name() == "text/html";
        let look = std::str::from_utf8(&bytes)
            .ok()
            .filter(|_| html)
            .map(|html| page::look(html, path, &|asset| self.version(world, asset)));
        let faulty = produced.findings.iter().any(is_error);
        let made = Arc::new(Made { tag: page::tag(&[&bytes]), bytes, look, faulty });
        locked(&self.found).insert(path.clone(), produced.findings);
        let mut kept = locked(&self.made);
        if kept.len() >= KEPT {
            kept.clear();
        }
        kept.insert(path.clone(), Arc::clone(&made));
        Some(Piece::Made(made))
    }

    /// The name of the bytes of a file.
    fn version(&self, world: &World, path: &OutPath) -> Option<String> {
        match self.piece(world, path)? {
            Piece::Made(made) => Some(made.tag.clone()),
            Piece::Copied(_, tag, _) => Some(tag),
        }
    }

    /// Makes a file only to see what is found; says whether that is news.
    pub(super) fn examine(&self, path: &OutPath) -> bool {
        if locked(&self.found).contains_key(path) {
            return false;
        }
        let findings = self.plan.produce(path).map(|p| p.findings).unwrap_or_default();
        let news = !findings.is_empty();
        locked(&self.found).insert(path.clone(), findings);
        news
    }

    /// All that was found so far.
    pub(super) fn findings(&self) -> Vec<Finding> {
        let found = locked(&self.found);
        let mut all: Vec<Finding> = self.plan.findings().iter().chain(found.values().flatten()).cloned().collect();
        all.sort_by_cached_key(|f| {
            let place = f.spot.as_ref().map(|s| (s.path.clone(), s.span));
            (f.diagnostic.severity, place.is_none(), place, f.diagnostic.code.name)
        });
        // A fault of a template is found on each page.
        all.dedup();
        all
    }
}

fn is_error(finding: &Finding) -> bool {
    finding.diagnostic.severity == Severity::Error
}
