//! The workshop and its lock: one run at a time, and nothing of ours left behind.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use super::{Output, Refusal, WriteError, at, disk};

/// The file in the workshop that is locked and tells that the folder is ours.
const MARK: &str = "svod-workshop";

/// A workshop that nobody else uses until this is dropped.
#[derive(Debug)]
pub(super) struct Workshop {
    folder: PathBuf,
    /// Locked while open; the system unlocks it when the process ends, however it ends.
    _lock: File,
}

impl Workshop {
    /// Takes the workshop of an output folder, making it if need be.
    ///
    /// # Errors
    /// [`Refusal::Busy`], [`Refusal::StrangeWorkshop`], what the disk says.
    pub(super) fn take(output: &Output) -> Result<Self, WriteError> {
        let folder = &output.workshop;
        if let Some(parent) = folder.parent() {
            fs::create_dir_all(parent).map_err(at(parent))?;
        }
        let mark = folder.join(MARK);
        // Another run may remove the workshop between any two of our steps; then we begin again.
        for _ in 0..100 {
            match fs::create_dir(folder) {
                Err(e) if e.kind() != io::ErrorKind::AlreadyExists => return Err(at(folder)(e)),
                Ok(()) | Err(_) => {}
            }
            if !mark.exists() && !disk::is_empty(folder).unwrap_or(true) && !mark.exists() {
                return Err(WriteError::Refused(Refusal::StrangeWorkshop(folder.clone())));
            }
            let file = match File::options().read(true).write(true).create(true).truncate(false).open(&mark) {
                Ok(file) => file,
                Err(e) if e.kind() == io::ErrorKind::NotFound => continue,
                Err(e) => return Err(at(&mark)(e)),
            };
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => {
                    return Err(WriteError::Refused(Refusal::Busy(output.folder.clone())));
                }
                // Some network file systems have no locks; one run at a time is then the user's care.
                Err(TryLockError::Error(e)) if e.kind() == io::ErrorKind::Unsupported => {}
                Err(TryLockError::Error(e)) => return Err(at(&mark)(e)),
            }
            if is_file_at(&file, &mark) {
                return Ok(Self { folder: folder.clone(), _lock: file });
            }
        }
        Err(WriteError::Refused(Refusal::Busy(output.folder.clone())))
    }

    /// A name inside.
    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// Removes the workshop. Failure is no harm: the next run tries again.
    pub(super) fn clear(&self) {
        for name in [super::swap::NEXT, super::swap::PAST] {
            let _ = disk::remove_tree(&self.path(name));
        }
        let _ = fs::remove_file(self.path(MARK));
        let _ = fs::remove_dir(&self.folder);
    }
}

/// Whether an open file is still the one at `path`: a run before us may have removed it while we waited.
fn is_file_at(file: &File, path: &Path) -> bool {
    let open = file.try_clone().and_then(same_file::Handle::from_file);
    matches!((open, same_file::Handle::from_path(path)), (Ok(a), Ok(b)) if a == b)
}
