//! What changes on disk: events of the system, gathered into bursts, and a patrol for where events do not come.
//!
//! Events only say where to look; what has changed is found by reading the folders again, so an event too many costs
//! a walk and an event too few is made good by the next patrol. Network drives and folders kept in step by a service
//! often send no events at all: once the patrol finds a change that nobody announced, it goes often (polling).
//!
//! Reads: events of `notify`. Writes: [`Heard`]. Touches: the file system's notifications, the clock.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode, ModifyKind, RenameMode};
use notify::{Config, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use crate::host::{Project, is_passed_over};

/// A burst ends when nothing has come for so long: editors save by several steps, within a few milliseconds.
const QUIET: Duration = Duration::from_millis(40);
/// The same when every file of the burst is known to be whole: its writer has closed it, or it was put in its place by
/// renaming. What is left to wait for is another file of the same save.
const WHOLE: Duration = Duration::from_millis(6);
/// A burst that does not end is cut after so long.
const LONGEST: Duration = Duration::from_millis(300);
/// How soon an event must follow a change that the patrol was first to see.
const LATE: Duration = Duration::from_millis(400);

/// How changes are learnt of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    /// By events; the patrol goes now and then.
    Events,
    /// By looking: events do not come here.
    Polling,
}

/// Why to look at the folders.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Heard {
    /// Something happened at these places, or somewhere.
    Touched(BTreeSet<PathBuf>),
    /// Nothing was heard for a while.
    Patrol,
}

/// The watcher.
pub(super) struct Watch {
    events: Receiver<notify::Result<Event>>,
    watcher: Option<RecommendedWatcher>,
    watched: Vec<(PathBuf, RecursiveMode)>,
    /// Places whose events mean nothing: the output.
    except: PathBuf,
    mode: Mode,
    /// What a look at the folders costs; the patrol goes seldom enough for it not to be felt.
    cost: Duration,
    patrolled: Instant,
}

impl Watch {
    /// A watcher of nothing yet. Where the system has no events for us, it polls.
    pub(super) fn new() -> Self {
        let (sender, events) = mpsc::channel();
        let watcher = RecommendedWatcher::new(sender, Config::default().with_follow_symlinks(true)).ok();
        let mode = if watcher.is_some() { Mode::Events } else { Mode::Polling };
        let patrolled = Instant::now();
        Self { events, watcher, watched: Vec::new(), except: PathBuf::new(), mode, cost: Duration::ZERO, patrolled }
    }

    /// How changes are learnt of now.
    #[cfg(test)]
    pub(super) fn mode(&self) -> Mode {
        self.mode
    }

    /// Watches the folders of a project, and `root` itself, where a folder of content or themes may appear. Asked at
    /// each look, since folders come and go; says whether anything is watched anew.
    pub(super) fn follow(&mut self, root: &Path, project: &Project) -> bool {
        let mut wanted = vec![(project.content.clone(), RecursiveMode::Recursive)];
        wanted.extend(project.themes.clone().map(|themes| (themes, RecursiveMode::Recursive)));
        if let Ok(root) = root.canonicalize()
            && root != project.content
        {
            wanted.push((root, RecursiveMode::NonRecursive));
        }
        self.except.clone_from(&project.out_real);
        if wanted == self.watched {
            return false;
        }
        for (old, _) in std::mem::take(&mut self.watched) {
            // It may be gone together with its folder.
            let _ = self.watcher.as_mut().map(|w| w.unwatch(&old));
        }
        for (path, how) in &wanted {
            let heard = self.watcher.as_mut().is_some_and(|w| w.watch(path, *how).is_ok());
            if !heard {
                // No events for this folder, or no more of them in this system: then for none.
                self.mode = Mode::Polling;
            }
        }
        self.watched = wanted;
        true
    }

    /// Forgets what is watched, so that [`Watch::follow`] begins anew: a folder that was removed and put back is
    /// another one, of which we would hear nothing.
    pub(super) fn lose(&mut self) {
        for (old, _) in std::mem::take(&mut self.watched) {
            let _ = self.watcher.as_mut().map(|w| w.unwatch(&old));
        }
    }

    /// Waits for something to happen, or for the time of the next patrol.
    pub(super) fn next(&mut self) -> Heard {
        let due = self.patrolled + self.interval();
        loop {
            match self.burst(due.saturating_duration_since(Instant::now())) {
                Some(Some(touched)) => return Heard::Touched(touched),
                Some(None) => {}
                None => {
                    self.patrolled = Instant::now();
                    return Heard::Patrol;
                }
            }
        }
    }

    /// Takes note of what a look at the folders costs.
    pub(super) fn looked(&mut self, cost: Duration) {
        self.cost = cost;
        self.patrolled = Instant::now();
    }

    /// Called when a patrol has found a change first. If no event follows, none can be hoped for: from now on the
    /// patrol goes often. Says whether that has just been decided.
    pub(super) fn was_not_told(&mut self) -> bool {
        if self.mode == Mode::Polling {
            return false;
        }
        let deadline = Instant::now() + LATE;
        while let Some(heard) = self.burst(deadline.saturating_duration_since(Instant::now())) {
            if heard.is_some() {
                return false;
            }
        }
        self.mode = Mode::Polling;
        true
    }

    fn interval(&self) -> Duration {
        match self.mode {
            Mode::Events => Duration::from_secs(2).max(self.cost * 100),
            Mode::Polling => Duration::from_millis(400).max(self.cost * 10),
        }
    }

    /// Waits for an event and then for quiet. `None` if nothing came in time, `Some(None)` if what came means nothing.
    fn burst(&mut self, wait: Duration) -> Option<Option<BTreeSet<PathBuf>>> {
        let (mut touched, mut unfinished) = (BTreeSet::new(), BTreeSet::new());
        let mut matters = match self.events.recv_timeout(wait) {
            Ok(event) => self.take(event, &mut touched, &mut unfinished),
            Err(RecvTimeoutError::Timeout) => return None,
            Err(RecvTimeoutError::Disconnected) => {
                // Without a watcher there is only the time to wait for.
                std::thread::sleep(wait);
                return None;
            }
        };
        let end = Instant::now() + LONGEST;
        while matters {
            let quiet = if unfinished.is_empty() { WHOLE } else { QUIET };
            match self.events.recv_timeout(quiet.min(end.saturating_duration_since(Instant::now()))) {
                Ok(event) => matters |= self.take(event, &mut touched, &mut unfinished),
                Err(_) => break,
            }
        }
        Some(matters.then_some(touched))
    }

    /// Whether an event is about something of ours; its places are added, and those that may be half written are kept
    /// apart.
    fn take(
        &mut self,
        event: notify::Result<Event>,
        touched: &mut BTreeSet<PathBuf>,
        unfinished: &mut BTreeSet<PathBuf>,
    ) -> bool {
        let event = match event {
            Ok(event) => event,
            Err(error) => {
                if matches!(error.kind, notify::ErrorKind::MaxFilesWatch) {
                    self.mode = Mode::Polling;
                }
                // Something was missed; a look at everything makes it good.
                unfinished.insert(PathBuf::new());
                return true;
            }
        };
        self.keep_unfinished(&event, unfinished);
        if matches!(event.kind, EventKind::Access(_)) {
            // Our own reading, for the most part.
            return false;
        }
        if event.need_rescan() {
            unfinished.insert(PathBuf::new());
            return true;
        }
        let before = touched.len();
        touched.extend(event.paths.into_iter().filter(|path| self.matters(path)));
        touched.len() > before || touched.is_empty() && event.kind == EventKind::Any
    }

    /// Keeps the files that more is to be heard of: begun and not closed, or gone and perhaps about to come back, for so
    /// some editors save. On systems that do not tell of closing that is every file.
    fn keep_unfinished(&self, event: &Event, unfinished: &mut BTreeSet<PathBuf>) {
        let ours = event.paths.iter().filter(|path| self.matters(path));
        match event.kind {
            EventKind::Access(AccessKind::Close(AccessMode::Write))
            | EventKind::Modify(ModifyKind::Name(RenameMode::To)) => ours.for_each(|path| {
                unfinished.remove(path);
            }),
            // Told once more, as one event, after each half has been told.
            EventKind::Modify(ModifyKind::Name(RenameMode::Both) | ModifyKind::Metadata(_)) | EventKind::Access(_) => {}
            _ => unfinished.extend(ours.cloned()),
        }
    }

    fn matters(&self, path: &Path) -> bool {
        if !self.except.as_os_str().is_empty() && path.starts_with(&self.except) {
            return false;
        }
        let below = |(root, how): &(PathBuf, RecursiveMode)| {
            let inner = path.strip_prefix(root).ok()?;
            let steps = inner.components().map(|step| step.as_os_str().to_string_lossy());
            let steps: Vec<_> = steps.collect();
            // Of the folder round about, only what may become a folder of ours.
            let near = *how == RecursiveMode::Recursive
                || steps.is_empty()
                || (steps.len() == 1 && matches!(steps.first().map(AsRef::as_ref), Some("content" | "themes")));
            (near && !steps.iter().any(|step| is_passed_over(step))).then_some(())
        };
        self.watched.iter().any(|w| below(w).is_some())
    }
}

#[cfg(test)]
mod tests;
