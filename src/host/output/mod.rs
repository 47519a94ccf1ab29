//! The output folder: always one whole site, the old or the new, whatever happens on the way.
//!
//! Reads: the output folder, the bodies of the new site. Writes: a copy of the site in a workshop beside the folder,
//! then exchanges the two. Touches: the output folder, `.<name>.svod` beside it, nothing else.
//!
//! 1. [`Output::find`] says where the folder and its workshop are; [`Output::recover`] finishes or undoes what a killed
//!    run has left.
//! 2. [`Stage::open`] locks the workshop and refuses folders that are not ours.
//! 3. [`Stage::put`] takes each body, from any thread: an unchanged file is linked, any other written into the stage.
//! 4. [`Stage::commit`] links what others keep in the folder, writes the record of our files, leaves a journal and
//!    swaps the folders: by one exchange where the system has it, else by two renames that the journal rolls forward.
//!
//! The promise is against killed processes and full disks, not against loss of power: nothing is flushed.

mod disk;
mod lock;
mod recover;
mod stage;
mod swap;

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};

use super::project::resolve;

pub(crate) use stage::{Contents, Stage, Written};
pub(crate) use swap::Swap;

/// An output folder and the workshop beside it.
#[derive(Clone, Debug)]
pub(crate) struct Output {
    /// The folder, links resolved; it need not exist.
    folder: PathBuf,
    /// `.<name>.svod` beside the folder, so that both are on one file system.
    workshop: PathBuf,
}

/// Why nothing was written.
#[derive(Debug)]
pub(crate) enum WriteError {
    /// The disk says no.
    Io {
        /// What was touched.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// We say no.
    Refused(Refusal),
}

/// Why we do not write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// The output path is a file or leads nowhere.
    NotAFolder(PathBuf),
    /// The folder has files and none of them is our record: it belongs to someone else.
    NotOurs(PathBuf),
    /// Files that we did not write stand where files of the site shall be; sorted.
    InTheWay(Vec<String>),
    /// Another run is writing here.
    Busy(PathBuf),
    /// A folder has the name of our workshop and is not ours.
    StrangeWorkshop(PathBuf),
}

/// Points that a commit passes, in this order; told to whoever watches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Step {
    /// The new site is whole in the workshop.
    Staged,
    /// The journal says so.
    Journaled,
    /// The old site has been moved away; only where there is no exchange.
    MovedAway,
    /// The new site stands in the output folder.
    Swapped,
    /// What others put into the old folder meanwhile has been brought over.
    Swept,
    /// The journal is gone; only rubbish is left.
    Done,
}

impl Output {
    /// Finds the real folder behind `path` and its workshop.
    ///
    /// # Errors
    /// [`Refusal::NotAFolder`] for a root or a file; what the disk says.
    pub(crate) fn find(path: &Path) -> Result<Self, WriteError> {
        let folder = resolve(path).map_err(at(path))?;
        let (Some(parent), Some(name)) = (folder.parent(), folder.file_name()) else {
            return Err(WriteError::Refused(Refusal::NotAFolder(path.to_owned())));
        };
        let mut workshop = OsString::from(".");
        workshop.push(name);
        workshop.push(".svod");
        Ok(Self { workshop: parent.join(workshop), folder })
    }
}

/// Adds the path to a trouble of the disk.
fn at(path: &Path) -> impl FnOnce(io::Error) -> WriteError {
    let path = path.to_owned();
    move |source| WriteError::Io { path, source }
}

#[cfg(test)]
mod tests;
