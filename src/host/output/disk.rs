//! Small steps on the disk that the output needs: compare, link, copy, remove.

use std::fs::{self, File, FileTimes};
use std::io::{self, Write};
use std::path::{Component, Path};

use walkdir::WalkDir;

use crate::host::hash::{CHUNK, Running, of_bytes, read_some};
use crate::host::ignore::is_passed_over;
use crate::write::{Digest, Standing};

/// What stands at `old`, compared with bytes.
pub(super) fn compare_bytes(old: &Path, bytes: &[u8]) -> io::Result<Standing> {
    let (standing, file) = candidate(old, bytes.len() as u64)?;
    let Some(mut file) = file else { return Ok(standing) };
    let mut buffer = vec![0; CHUNK.min(bytes.len() + 1)];
    let mut rest = bytes;
    loop {
        let piece = read_some(&mut file, &mut buffer)?;
        if piece.is_empty() {
            return Ok(if rest.is_empty() { Standing::Equal } else { Standing::Other });
        }
        let Some(left) = rest.strip_prefix(piece) else { return Ok(Standing::Other) };
        rest = left;
    }
}

/// What stands at `old`, compared with the file `new`; its hash if the two are equal.
pub(super) fn compare_files(old: &Path, new: &Path) -> io::Result<(Standing, Option<Digest>)> {
    let mut new = File::open(new)?;
    let (standing, file) = candidate(old, new.metadata()?.len())?;
    let Some(mut old) = file else { return Ok((standing, None)) };
    let (mut a, mut b) = (vec![0; CHUNK], vec![0; CHUNK]);
    let mut hash = Running::default();
    loop {
        let (a, b) = (read_some(&mut old, &mut a)?, read_some(&mut new, &mut b)?);
        if a != b {
            return Ok((Standing::Other, None));
        }
        if b.is_empty() {
            return Ok((Standing::Equal, Some(hash.finish())));
        }
        hash.add(b);
    }
}

/// Opens `old` if it can be equal to something of length `len`. A folder counts as nothing: what others have in it is
/// found when their files are carried over. A file that we may not read can only be replaced.
fn candidate(old: &Path, len: u64) -> io::Result<(Standing, Option<File>)> {
    match fs::symlink_metadata(old) {
        Ok(data) if data.is_dir() => Ok((Standing::Nothing, None)),
        Ok(data) if !data.is_file() || data.len() != len => Ok((Standing::Other, None)),
        Ok(_) => Ok((Standing::Other, File::open(old).ok())),
        Err(e) if matches!(e.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
            Ok((Standing::Nothing, None))
        }
        Err(e) => Err(e),
    }
}

/// Writes bytes into a new file, making folders as needed.
pub(super) fn write_bytes(to: &Path, bytes: &[u8]) -> io::Result<Digest> {
    with_parent(to, || File::create_new(to))?.write_all(bytes)?;
    Ok(of_bytes(bytes))
}

/// Copies a file, making folders as needed. The copy is never a link: whoever edits one of the two in place must not
/// change the other.
pub(super) fn copy_file(from: &Path, to: &Path) -> io::Result<Digest> {
    let mut from = File::open(from)?;
    let mut to = with_parent(to, || File::create_new(to))?;
    let mut hash = Running::default();
    let mut buffer = vec![0; CHUNK];
    loop {
        let piece = read_some(&mut from, &mut buffer)?;
        if piece.is_empty() {
            return Ok(hash.finish());
        }
        to.write_all(piece)?;
        hash.add(piece);
    }
}

/// Brings a file of the old site into the new one with its bytes and time: by a hard link, else by a copy.
pub(super) fn carry(from: &Path, to: &Path) -> io::Result<()> {
    let data = fs::symlink_metadata(from)?;
    if data.is_symlink() {
        return with_parent(to, || carry_link(from, to));
    }
    match with_parent(to, || fs::hard_link(from, to)) {
        Ok(()) => Ok(()),
        Err(e) if e.kind() == io::ErrorKind::AlreadyExists || !data.is_file() => Err(e),
        // No hard links here, too many of them, or a file of another user.
        Err(_) => {
            let mut source = File::open(from)?;
            let mut copy = with_parent(to, || File::create_new(to))?;
            io::copy(&mut source, &mut copy)?;
            copy.set_times(FileTimes::new().set_modified(data.modified()?))?;
            fs::set_permissions(to, data.permissions())
        }
    }
}

#[cfg(unix)]
fn carry_link(from: &Path, to: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(fs::read_link(from)?, to)
}

#[cfg(windows)]
fn carry_link(from: &Path, to: &Path) -> io::Result<()> {
    let target = fs::read_link(from)?;
    if from.is_dir() {
        std::os::windows::fs::symlink_dir(target, to)
    } else {
        std::os::windows::fs::symlink_file(target, to)
    }
}

#[cfg(not(any(unix, windows)))]
fn carry_link(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Does something that needs the folder of `path`; makes the folder only if that shows it to be missing.
fn with_parent<T>(path: &Path, work: impl Fn() -> io::Result<T>) -> io::Result<T> {
    match (work(), path.parent()) {
        (Err(e), Some(parent)) if e.kind() == io::ErrorKind::NotFound => {
            fs::create_dir_all(parent)?;
            work()
        }
        (result, _) => result,
    }
}

/// Whether a folder has nothing that anyone would miss.
pub(super) fn is_empty(folder: &Path) -> io::Result<bool> {
    for entry in fs::read_dir(folder)? {
        if !is_passed_over(&entry?.file_name().to_string_lossy()) {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Removes a folder with all that is in it; one that is not there is fine.
pub(super) fn remove_tree(folder: &Path) -> io::Result<()> {
    let remove = || match fs::remove_dir_all(folder) {
        Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other,
    };
    remove().or_else(|_| {
        // Folders of others may have come with rights that forbid even us to empty them.
        for entry in WalkDir::new(folder).into_iter().flatten().filter(|e| e.file_type().is_dir()) {
            let _ = make_writable(entry.path());
        }
        remove()
    })
}

#[cfg(unix)]
fn make_writable(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o700))
}

#[cfg(not(unix))]
fn make_writable(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Gives a folder of the new site the rights that it had in the old one.
pub(super) fn same_rights(from: &Path, to: &Path) -> io::Result<()> {
    if cfg!(unix) { fs::set_permissions(to, fs::metadata(from)?.permissions()) } else { Ok(()) }
}

/// A relative path with `/`; letters that are not Unicode are replaced, so the result serves for comparing only.
pub(super) fn slashed(relative: &Path) -> String {
    let steps = relative.components().filter_map(|c| match c {
        Component::Normal(step) => Some(step.to_string_lossy()),
        _ => None,
    });
    steps.collect::<Vec<_>>().join("/")
}
