//! What a killed run has left in the workshop: rolled forward, brought over, cleaned away.

use std::fs;
use std::io;
use std::path::Path;

use walkdir::WalkDir;

use crate::base::OutPath;
use crate::write::{MANIFEST, Manifest};

use super::lock::Workshop;
use super::swap::{JOURNAL, NEXT, PAST, rename};
use super::{Output, WriteError, at, disk};

impl Output {
    /// Finishes or undoes what a killed run has left: afterwards the output folder is whole and nothing of ours is
    /// beside it.
    ///
    /// # Errors
    /// What the disk says; [`Refusal::Busy`](super::Refusal::Busy) if another run is writing.
    pub(crate) fn recover(&self) -> Result<(), WriteError> {
        if !self.workshop.is_dir() {
            return Ok(());
        }
        let workshop = Workshop::take(self)?;
        recover(self, &workshop)?;
        workshop.clear();
        Ok(())
    }
}

/// The same, in a workshop that is ours already; leaves it empty.
pub(super) fn recover(output: &Output, workshop: &Workshop) -> Result<(), WriteError> {
    let (next, past, journal) = (workshop.path(NEXT), workshop.path(PAST), workshop.path(JOURNAL));
    if journal.exists() {
        // The old site was moved away, or there was none, and the new one is whole: it takes the place now.
        if !output.folder.exists() {
            let whole = if next.exists() { &next } else { &past };
            if whole.exists() {
                rename(whole, &output.folder).map_err(at(&output.folder))?;
            }
        }
        for former in [&past, &next] {
            sweep(former, &output.folder).map_err(at(former))?;
        }
        // From here on the folders are rubbish. Without the journal nobody looks for files of others in them.
        fs::remove_file(&journal).map_err(at(&journal))?;
    }
    for rubbish in [&past, &next] {
        disk::remove_tree(rubbish).map_err(at(rubbish))?;
    }
    Ok(())
}

/// Brings files of others from the former site over to the new one: those that appeared after they were linked, and
/// those that were saved again since. A stage that was never swapped has none.
pub(super) fn sweep(former: &Path, folder: &Path) -> io::Result<()> {
    if !former.is_dir() {
        return Ok(());
    }
    let record = |folder: &Path| read_manifest(folder).unwrap_or_default();
    let (was_ours, is_ours) = (record(former), record(folder));
    for entry in WalkDir::new(former).min_depth(1) {
        let entry = entry?;
        if entry.file_type().is_dir() {
            continue;
        }
        let Ok(relative) = entry.path().strip_prefix(former) else { continue };
        let name = disk::slashed(relative);
        let ours = |m: &Manifest| OutPath::new(name.as_str()).is_ok_and(|p| m.get(&p).is_some());
        if name == MANIFEST || ours(&was_ours) || ours(&is_ours) {
            continue;
        }
        let now = folder.join(relative);
        let newer = match (fs::symlink_metadata(entry.path()), fs::symlink_metadata(&now)) {
            (Ok(then), Ok(now)) => matches!((then.modified(), now.modified()), (Ok(a), Ok(b)) if a > b),
            (Ok(_), Err(_)) => true,
            (Err(_), _) => false,
        };
        if newer {
            if let Some(parent) = now.parent() {
                fs::create_dir_all(parent)?;
            }
            rename(entry.path(), &now)?;
        }
    }
    Ok(())
}

/// The record in a folder, if it has a sound one.
pub(super) fn read_manifest(folder: &Path) -> Option<Manifest> {
    let path = folder.join(MANIFEST);
    // Reading what is no file, a pipe say, may never end.
    if !path.is_file() {
        return None;
    }
    Manifest::parse(&fs::read_to_string(path).ok()?)
}
