//! The new site in the making, and its taking the place of the old.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use walkdir::WalkDir;

use crate::base::OutPath;
use crate::host::hash::of_file;
use crate::host::project::under;
use crate::write::{Digest, Fate, Foreign, MANIFEST, Manifest, blocks, of_unwanted, of_wanted};

use super::lock::Workshop;
use super::recover::{read_manifest, recover, sweep};
use super::swap::{JOURNAL, NEXT, Swap, swap};
use super::{Output, Refusal, Step, WriteError, at, disk};

/// The body of a file to be written.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Contents<'a> {
    /// These bytes.
    Bytes(&'a [u8]),
    /// A copy of this file.
    File(&'a Path),
}

/// A new site in the workshop. Dropped without [`Stage::commit`] it vanishes and the old site stays.
#[derive(Debug)]
pub(crate) struct Stage {
    output: Output,
    workshop: Workshop,
    next: PathBuf,
    old: Manifest,
    foreign: Foreign,
    state: Mutex<State>,
    /// The workshop holds what the next start needs.
    unfinished: bool,
}

#[derive(Debug, Default)]
struct State {
    files: BTreeMap<OutPath, Digest>,
    written: Written,
    in_the_way: BTreeSet<String>,
    /// The first trouble with the disk; nothing more is written after it.
    trouble: Option<WriteError>,
}

/// What a build did to the output folder, in files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Written {
    /// New.
    pub(crate) created: usize,
    /// With other bytes than before.
    pub(crate) replaced: usize,
    /// As before.
    pub(crate) kept: usize,
    /// Gone, since the site has them no more.
    pub(crate) deleted: usize,
    /// Files of others, left as they are.
    pub(crate) left: usize,
    /// Of these: files that we wrote, the site has no more and someone has changed since; sorted.
    pub(crate) edited: Vec<String>,
}

impl Stage {
    /// Begins a new site: takes the workshop, finishes what a killed run has left, and looks whose the folder is.
    ///
    /// # Errors
    /// Every [`Refusal`] but [`Refusal::InTheWay`]; what the disk says.
    pub(crate) fn open(output: Output, foreign: Foreign) -> Result<Self, WriteError> {
        if output.folder.exists() && !output.folder.is_dir() {
            return Err(WriteError::Refused(Refusal::NotAFolder(output.folder)));
        }
        let workshop = Workshop::take(&output)?;
        let next = workshop.path(NEXT);
        let mut stage = Self {
            old: Manifest::default(),
            state: Mutex::default(),
            // Until what is in the workshop is known, dropping this must not remove it.
            unfinished: true,
            output,
            workshop,
            next,
            foreign,
        };
        recover(&stage.output, &stage.workshop)?;
        stage.unfinished = false;
        let folder = &stage.output.folder;
        match read_manifest(folder) {
            Some(manifest) => stage.old = manifest,
            None if foreign == Foreign::TakeOver || !folder.exists() => {}
            None if disk::is_empty(folder).map_err(at(folder))? => {}
            None => return Err(WriteError::Refused(Refusal::NotOurs(folder.clone()))),
        }
        fs::create_dir(&stage.next).map_err(at(&stage.next))?;
        Ok(stage)
    }

    /// What an earlier build has written into the folder.
    pub(crate) fn recorded(&self) -> impl Iterator<Item = &OutPath> {
        self.old.paths()
    }

    /// Takes the body of one file, from any thread. Trouble is remembered and told by [`Stage::commit`].
    pub(crate) fn put(&self, path: &OutPath, contents: Contents<'_>) {
        if self.state().trouble.is_some() {
            return;
        }
        let placed = self.place(path, contents);
        let mut state = self.state();
        match placed {
            Ok((Fate::Conflict, _)) => {
                state.in_the_way.insert(path.as_str().to_owned());
            }
            Ok((fate, digest)) => {
                match fate {
                    Fate::Create => state.written.created += 1,
                    Fate::Replace => state.written.replaced += 1,
                    Fate::Keep => state.written.kept += 1,
                    Fate::Delete | Fate::Leave | Fate::Conflict => {}
                }
                state.files.insert(path.clone(), digest);
            }
            Err(trouble) => {
                state.trouble.get_or_insert(trouble);
            }
        }
    }

    fn place(&self, path: &OutPath, contents: Contents<'_>) -> Result<(Fate, Digest), WriteError> {
        let old = under(&self.output.folder, path.as_str());
        let new = under(&self.next, path.as_str());
        let (standing, known) = match contents {
            Contents::Bytes(bytes) => (disk::compare_bytes(&old, bytes).map_err(at(&old))?, None),
            Contents::File(from) => disk::compare_files(&old, from).map_err(at(from))?,
        };
        let fate = of_wanted(self.old.get(path).is_some(), standing, self.foreign);
        let digest = match (fate, contents) {
            (Fate::Conflict, _) => Digest([0; 32]),
            (Fate::Keep, _) => {
                disk::carry(&old, &new).map_err(at(&old))?;
                match (known, contents) {
                    (Some(digest), _) => digest,
                    (None, Contents::Bytes(bytes)) => crate::host::hash::of_bytes(bytes),
                    (None, Contents::File(from)) => of_file(from).map_err(at(from))?,
                }
            }
            (_, Contents::Bytes(bytes)) => disk::write_bytes(&new, bytes).map_err(at(&old))?,
            (_, Contents::File(from)) => disk::copy_file(from, &new).map_err(at(&old))?,
        };
        Ok((fate, digest))
    }

    /// Puts the new site in the place of the old one. `step` is told of each point passed.
    ///
    /// # Errors
    /// [`Refusal::InTheWay`]; what the disk said here or in [`Stage::put`]. The old site is then untouched.
    pub(crate) fn commit(mut self, how: Swap, step: &dyn Fn(Step)) -> Result<Written, WriteError> {
        let state = std::mem::take(self.state.get_mut().unwrap_or_else(PoisonError::into_inner));
        if let Some(trouble) = state.trouble {
            return Err(trouble);
        }
        let site = Manifest::new(state.files);
        let mut written = state.written;
        let mut in_the_way = state.in_the_way;
        self.carry_others(&site, &mut written, &mut in_the_way)?;
        if !in_the_way.is_empty() {
            return Err(WriteError::Refused(Refusal::InTheWay(in_the_way.into_iter().collect())));
        }
        let unchanged = written.created + written.replaced + written.deleted == 0;
        if unchanged && site == self.old && self.output.folder.join(MANIFEST).is_file() {
            return Ok(written);
        }
        let record = self.next.join(MANIFEST);
        fs::write(&record, site.text()).map_err(at(&record))?;
        self.copy_rights()?;
        step(Step::Staged);
        self.take_place(how, step)?;
        Ok(written)
    }

    /// Links the files of others into the new site and counts those of ours that go.
    fn carry_others(
        &self,
        site: &Manifest,
        written: &mut Written,
        in_the_way: &mut BTreeSet<String>,
    ) -> Result<(), WriteError> {
        for (name, entry) in self.old_entries()? {
            let path = OutPath::new(name.as_str()).ok();
            if name == MANIFEST || path.as_ref().is_some_and(|p| site.get(p).is_some()) {
                continue;
            }
            let new = under_os(&self.next, &self.output.folder, entry.path());
            if entry.file_type().is_dir() {
                let childless = fs::read_dir(entry.path()).is_ok_and(|mut children| children.next().is_none());
                if childless && !blocks(&name, site) {
                    fs::create_dir_all(&new).map_err(at(&new))?;
                }
                continue;
            }
            let recorded = path.as_ref().and_then(|p| self.old.get(p));
            let now = recorded.filter(|_| entry.file_type().is_file()).and_then(|_| of_file(entry.path()).ok());
            if of_unwanted(recorded, now.as_ref()) == Fate::Delete {
                written.deleted += 1;
            } else if in_the_way.contains(&name) {
                // Already known to stand where a file of the site shall be.
            } else if blocks(&name, site) {
                in_the_way.insert(name);
            } else {
                match disk::carry(entry.path(), &new) {
                    // On file systems that do not tell `Index.html` from `index.html`.
                    Err(e) if e.kind() == io::ErrorKind::AlreadyExists => {
                        in_the_way.insert(name);
                        continue;
                    }
                    other => other.map_err(at(entry.path()))?,
                }
                written.left += 1;
                if recorded.is_some() {
                    written.edited.push(name);
                }
            }
        }
        Ok(())
    }

    /// Everything below the output folder, by name.
    fn old_entries(&self) -> Result<Vec<(String, walkdir::DirEntry)>, WriteError> {
        let folder = &self.output.folder;
        if !folder.exists() {
            return Ok(Vec::new());
        }
        let mut entries = Vec::new();
        for entry in WalkDir::new(folder).min_depth(1).sort_by_file_name() {
            let entry = entry.map_err(|e| at(e.path().unwrap_or(folder))(io::Error::other(e.to_string())))?;
            let name = disk::slashed(entry.path().strip_prefix(folder).unwrap_or(entry.path()));
            entries.push((name, entry));
        }
        Ok(entries)
    }

    /// Folders keep the rights that their owner gave them.
    fn copy_rights(&self) -> Result<(), WriteError> {
        let folder = &self.output.folder;
        // The innermost first: a folder may have come to forbid writing into it.
        for entry in WalkDir::new(folder).contents_first(true).into_iter().flatten().filter(|e| e.file_type().is_dir())
        {
            let new = under_os(&self.next, folder, entry.path());
            if new.is_dir() {
                disk::same_rights(entry.path(), &new).map_err(at(&new))?;
            }
        }
        Ok(())
    }

    fn take_place(&mut self, how: Swap, step: &dyn Fn(Step)) -> Result<(), WriteError> {
        let journal = self.workshop.path(JOURNAL);
        fs::write(&journal, "").map_err(at(&journal))?;
        step(Step::Journaled);
        let former = match swap(&self.output, &self.workshop, how, step) {
            Ok(former) => former,
            Err(e) => {
                // If even the old site could not be put back, the next start rolls the journal forward.
                self.unfinished = !self.output.folder.exists() && self.workshop.path(super::swap::PAST).exists();
                if !self.unfinished {
                    let _ = fs::remove_file(&journal);
                }
                return Err(e);
            }
        };
        step(Step::Swapped);
        if let Some(former) = former
            && sweep(&self.workshop.path(former), &self.output.folder).is_err()
        {
            // The new site stands; what others put into the old one waits for the next start.
            self.unfinished = true;
            return Ok(());
        }
        step(Step::Swept);
        // With the journal there, what is left of the old site would be searched again for files of others.
        self.unfinished = fs::remove_file(&journal).is_err();
        step(Step::Done);
        Ok(())
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        if !self.unfinished {
            self.workshop.clear();
        }
    }
}

/// The path below `to` that `path` has below `from`, in the system's own letters.
fn under_os(to: &Path, from: &Path, path: &Path) -> PathBuf {
    path.strip_prefix(from).map_or_else(
        |_| to.to_owned(),
        |relative| if relative.as_os_str().is_empty() { to.to_owned() } else { to.join(relative) },
    )
}
