//! Putting the new folder in the place of the old.

use std::fs;
use std::io;
use std::path::Path;

use super::lock::Workshop;
use super::{Output, Step, WriteError, at};

/// Where the new site is made; after an exchange the old site is there.
pub(super) const NEXT: &str = "next";
/// Where the old site is put where there is no exchange.
pub(super) const PAST: &str = "past";
/// Its presence says that the site in [`NEXT`] is whole, or that it is the old one.
pub(super) const JOURNAL: &str = "journal";

/// How folders are swapped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Swap {
    /// By one exchange, else by two renames.
    Best,
    /// By two renames, as where the system has no exchange.
    #[cfg_attr(not(test), expect(dead_code, reason = "tests walk this way where the system has the better one"))]
    Renames,
}

/// Swaps the whole new site with the output folder. Returns the name in the workshop under which the old site now
/// is, if there was one.
///
/// # Errors
/// What the disk says; the old site is then where it was.
pub(super) fn swap(
    output: &Output,
    workshop: &Workshop,
    how: Swap,
    step: &dyn Fn(Step),
) -> Result<Option<&'static str>, WriteError> {
    let next = workshop.path(NEXT);
    if !output.folder.exists() {
        rename(&next, &output.folder).map_err(at(&output.folder))?;
        return Ok(None);
    }
    if how == Swap::Best {
        match exchange(&next, &output.folder) {
            Ok(()) => return Ok(Some(NEXT)),
            Err(e) if is_unsupported(&e) => {}
            Err(e) => return Err(at(&output.folder)(e)),
        }
    }
    let past = workshop.path(PAST);
    rename(&output.folder, &past).map_err(at(&output.folder))?;
    step(Step::MovedAway);
    if let Err(e) = rename(&next, &output.folder) {
        // The old site comes back; should that fail too, the journal brings the new one at the next start.
        let _ = rename(&past, &output.folder);
        return Err(at(&output.folder)(e));
    }
    Ok(Some(PAST))
}

/// Renames, with patience on Windows, where a virus scanner holds new files for a moment.
pub(super) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    let mut result = fs::rename(from, to);
    if cfg!(windows) {
        for tries in 1..=10 {
            match &result {
                Err(e) if e.kind() == io::ErrorKind::PermissionDenied => {}
                _ => break,
            }
            std::thread::sleep(std::time::Duration::from_millis(tries * 20));
            result = fs::rename(from, to);
        }
    }
    result
}

#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn exchange(a: &Path, b: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE)?)
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Whether the file system only has no exchange, rather than something being wrong.
fn is_unsupported(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::Unsupported | io::ErrorKind::InvalidInput)
}
