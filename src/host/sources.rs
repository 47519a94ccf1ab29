//! The content tree and the themes, from disk to values: one walk, then reading on all processors.
//!
//! Reads: a folder. Writes: a [`SourceSet`] in the same order whatever order the disk gave, and where the files are
//! that were left on disk. What cannot be read is part of the set and becomes a finding; only a folder too large to
//! be a site is an error. The preview reads again and again: [`Remembered`] keeps what was read and its stamp, so that
//! a walk over unchanged files reads none of them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};
use std::time::SystemTime;

use rayon::prelude::*;
use unicode_normalization::UnicodeNormalization;
use walkdir::{DirEntry, WalkDir};

use crate::base::{FileId, SitePath};
use crate::source::{ReadFault, SourceBody, SourceFile, SourceSet, makes_managed};

use super::ignore::{CACHE_MARK, is_passed_over};
use super::stamp::{Stamp, is_same};
use super::{Project, attachment};

/// Longest page or data file that is read into memory. A larger one stays on disk and becomes a finding.
const MAX_TEXT: u64 = 16 << 20;
/// Longest other text that is read into memory, so that checks may look into it.
const MAX_SMALL: u64 = 64 << 10;
/// More files and folders than any site has: a home folder, say, given by mistake, or links to folders of links, which
/// are few on disk and more than can be counted for whoever follows them.
const MAX_FILES: usize = 250_000;
/// More text than any site has.
const MAX_BYTES: u64 = 2 << 30;

/// A tree of files as values.
#[derive(Debug, Default)]
pub(crate) struct Tree {
    /// The files.
    pub(crate) set: SourceSet,
    /// Where the files are that were left on disk.
    pub(crate) disk: BTreeMap<FileId, PathBuf>,
}

/// Why a folder was not read.
#[derive(Debug)]
pub(crate) enum ReadError {
    /// More than [`MAX_FILES`] files and folders.
    TooManyFiles(PathBuf),
    /// More than [`MAX_BYTES`] bytes of text.
    TooMuchText(PathBuf),
}

/// What is read into memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Memory {
    /// Pages, data and small text.
    Texts,
    /// The same, and attachments are looked into: only a regulation site is judged by what its papers hold.
    TextsAndPapers,
    /// Everything.
    All,
}

/// What was read the last time, in the order of the walk.
#[derive(Debug, Default)]
pub(crate) struct Remembered {
    files: Vec<Known>,
    /// What was read of them.
    memory: Option<Memory>,
}

#[derive(Debug)]
struct Known {
    disk: PathBuf,
    path: SitePath,
    stamp: Stamp,
    body: SourceBody,
}

impl Remembered {
    /// Reads the files that were touched, if nothing but known files was: then there is no need to walk. `None` if
    /// nobody knows what was touched, or files have come or gone, or are reached by links.
    fn reread(&mut self, root: &Path, touched: &BTreeSet<PathBuf>) -> Option<BTreeSet<SitePath>> {
        if touched.is_empty() || self.files.is_empty() {
            return None;
        }
        let memory = self.memory?;
        let now = SystemTime::now();
        let mut again = Vec::new();
        for disk in touched.iter().filter(|path| path.starts_with(root)) {
            let known = self.files.binary_search_by(|known| known.disk.cmp(disk));
            match (known, fs::symlink_metadata(disk)) {
                (Ok(index), Ok(data)) if data.is_file() => again.push((index, Stamp::of(&data, now))),
                // An editor's temporary file, come and gone; a folder would have what we know of behind it.
                (Err(next), Err(e)) if e.kind() == io::ErrorKind::NotFound => {
                    if self.files.get(next).is_some_and(|known| known.disk.starts_with(disk)) {
                        return None;
                    }
                }
                _ => return None,
            }
        }
        let mut changed = BTreeSet::new();
        for (index, stamp) in again {
            let known = self.files.get_mut(index)?;
            let met = Met { path: known.path.clone(), disk: known.disk.clone(), body: Ok(stamp.clone()) };
            let body = body(&met, memory);
            if !is_same(&known.stamp, &known.body, Some(&stamp), &body) {
                changed.insert(met.path);
            }
            (known.stamp, known.body) = (stamp, body);
        }
        Some(changed)
    }

    /// What is known, as a tree. Of files that come to the same path the first stays.
    fn tree(&self, name: &str) -> Tree {
        let file = |known: &Known| SourceFile { path: known.path.clone(), body: known.body.clone() };
        let set = SourceSet::new(name, self.files.iter().map(file).collect());
        let mut disk = BTreeMap::new();
        for known in self.files.iter().filter(|known| matches!(known.body, SourceBody::OnDisk { .. })) {
            if let Some(id) = set.find(known.path.as_str()) {
                disk.entry(id).or_insert_with(|| known.disk.clone());
            }
        }
        Tree { set, disk }
    }
}

/// A tree read again, and the files that are new, changed or gone since.
#[derive(Debug, Default)]
pub(crate) struct Reread {
    /// The tree as it is now.
    pub(crate) tree: Tree,
    /// Paths as they are or were in the tree.
    pub(crate) changed: BTreeSet<SitePath>,
}

/// Reads the content folder, the output folder apart if that is inside.
///
/// # Errors
/// See [`ReadError`].
pub(crate) fn read_content(project: &Project) -> Result<Tree, ReadError> {
    read_content_again(project, &mut Remembered::default(), &BTreeSet::new()).map(|r| r.tree)
}

/// Reads the folder of themes; an empty tree if there is none.
///
/// # Errors
/// See [`ReadError`].
pub(crate) fn read_themes(project: &Project) -> Result<Tree, ReadError> {
    read_themes_again(project, &mut Remembered::default(), &BTreeSet::new()).map(|r| r.tree)
}

/// As [`read_content`], but opens only files whose stamp has changed and those named in `touched`, by place on disk.
///
/// # Errors
/// See [`ReadError`]; what was remembered stays then.
pub(crate) fn read_content_again(
    project: &Project,
    remembered: &mut Remembered,
    touched: &BTreeSet<PathBuf>,
) -> Result<Reread, ReadError> {
    read(&project.content, Some(&project.out_real), &project.name, Memory::Texts, remembered, touched)
}

/// As [`read_themes`], in the same way.
///
/// # Errors
/// See [`ReadError`]; what was remembered stays then.
pub(crate) fn read_themes_again(
    project: &Project,
    remembered: &mut Remembered,
    touched: &BTreeSet<PathBuf>,
) -> Result<Reread, ReadError> {
    match project.themes.as_deref() {
        Some(themes) => read(themes, None, "themes", Memory::All, remembered, touched),
        None => {
            let gone = std::mem::take(&mut remembered.files);
            Ok(Reread { tree: Tree::default(), changed: gone.into_iter().map(|known| known.path).collect() })
        }
    }
}

/// A file that was met on the walk.
struct Met {
    path: SitePath,
    disk: PathBuf,
    body: Result<Stamp, ReadFault>,
}

fn read(
    root: &Path,
    except: Option<&Path>,
    name: &str,
    memory: Memory,
    remembered: &mut Remembered,
    touched: &BTreeSet<PathBuf>,
) -> Result<Reread, ReadError> {
    if let Some(changed) = remembered.reread(root, touched) {
        return Ok(Reread { tree: remembered.tree(name), changed });
    }
    let met = walk(root, except, MAX_FILES)?;
    let managed = met.iter().any(|m| makes_managed(&m.path));
    let memory = if memory == Memory::Texts && managed { Memory::TextsAndPapers } else { memory };
    if remembered.memory.replace(memory) != Some(memory) {
        remembered.files.iter_mut().for_each(|known| known.stamp = Stamp::NONE);
    }
    let texts = |m: &&Met| matches!(memory, Memory::All) || is_page_or_data(&m.path);
    let lengths = met.iter().filter(texts).filter_map(|m| m.body.as_ref().ok()).map(|stamp| stamp.len);
    if lengths.filter(|len| *len <= MAX_TEXT).sum::<u64>() > MAX_BYTES {
        return Err(ReadError::TooMuchText(root.to_owned()));
    }
    let old = std::mem::take(&mut remembered.files);
    let (before, gone) = matched(&old, &met);
    let mut changed: BTreeSet<SitePath> = gone.into_iter().map(|known| known.path.clone()).collect();
    let bodies: Vec<SourceBody> = met
        .par_iter()
        .zip(&before)
        .map(|(met, before)| match before {
            Some(known) if met.is_still(&known.stamp) && !touched.contains(&met.disk) => known.body.clone(),
            _ => body(met, memory),
        })
        .collect();
    for ((met, body), before) in met.into_iter().zip(bodies).zip(before) {
        let same = |known: &Known| is_same(&known.stamp, &known.body, met.body.as_ref().ok(), &body);
        if !before.is_some_and(same) {
            changed.insert(met.path.clone());
        }
        remembered.files.push(Known { disk: met.disk, path: met.path, stamp: met.body.unwrap_or(Stamp::NONE), body });
    }
    Ok(Reread { tree: remembered.tree(name), changed })
}

/// For each file what was known of it, and what is known of files that are gone. Both lists are in the order of the
/// walk, which is that of paths, so that one pass over both does.
fn matched<'o>(old: &'o [Known], met: &[Met]) -> (Vec<Option<&'o Known>>, Vec<&'o Known>) {
    let mut gone = Vec::new();
    let mut rest = old.iter().peekable();
    let before = met.iter().map(|met| {
        loop {
            let known = rest.peek()?;
            // Bytes are compared sooner than steps of paths, and nearly always are the same.
            if known.disk.as_os_str() == met.disk.as_os_str() {
                return rest.next();
            }
            if known.disk > met.disk {
                return None;
            }
            gone.extend(rest.next());
        }
    });
    let before = before.collect();
    gone.extend(rest);
    (before, gone)
}

impl Met {
    /// Whether the file surely has the bytes that it had under an earlier stamp.
    fn is_still(&self, stamp: &Stamp) -> bool {
        self.body.as_ref().is_ok_and(|now| now.vouches_for(stamp))
    }
}

/// Every file below `root` that may be content, in the order of names; `most` is how much may be met on the way.
fn walk(root: &Path, except: Option<&Path>, most: usize) -> Result<Vec<Met>, ReadError> {
    let now = SystemTime::now();
    let mut met = Vec::new();
    let mut left = most;
    let mut entries = WalkDir::new(root).min_depth(1).follow_links(true).sort_by_file_name().into_iter();
    while let Some(entry) = entries.next() {
        let Some(fewer) = left.checked_sub(1) else { return Err(ReadError::TooManyFiles(root.to_owned())) };
        left = fewer;
        let entry = match entry {
            Ok(entry) => entry,
            Err(e) => {
                met.extend(fault_of_walk(root, &e));
                continue;
            }
        };
        let is_dir = entry.file_type().is_dir();
        let mut pass_over = || {
            if is_dir {
                entries.skip_current_dir();
            }
        };
        if is_passed_over(&entry.file_name().to_string_lossy())
            || (is_dir && (except == Some(entry.path()) || entry.path().join(CACHE_MARK).is_file()))
        {
            pass_over();
            continue;
        }
        let (path, name_fault) = site_path(root, entry.path());
        let Some(path) = path else { continue };
        let fault = name_fault.or_else(|| if entry.path_is_symlink() { fault_of_link(root, &entry) } else { None });
        if let Some(fault) = fault {
            pass_over();
            met.push(Met { path, disk: entry.into_path(), body: Err(fault) });
        } else if !is_dir {
            let body = match entry.metadata() {
                Ok(data) if data.is_file() => Ok(Stamp::of(&data, now)),
                Ok(_) => Err(ReadFault::NotAFile),
                Err(e) => Err(e.io_error().map_or_else(|| ReadFault::System(e.to_string()), fault_of)),
            };
            met.push(Met { path, disk: entry.into_path(), body });
        }
    }
    Ok(met)
}

/// Turns the walker's trouble into an unreadable file; trouble without a path is about `root` itself.
fn fault_of_walk(root: &Path, error: &walkdir::Error) -> Option<Met> {
    let disk = error.path().unwrap_or(root);
    let name = disk.file_name().unwrap_or_default().to_string_lossy();
    if is_passed_over(&name) {
        return None;
    }
    let fault = match (error.loop_ancestor(), error.io_error()) {
        (Some(_), _) => ReadFault::LinkLoop,
        // To a file that is gone, to itself, or round and round by others.
        (None, Some(e)) if e.kind() != io::ErrorKind::PermissionDenied && disk.is_symlink() => ReadFault::LinkToNothing,
        (None, Some(e)) => fault_of(e),
        (None, None) => ReadFault::System(error.to_string()),
    };
    let path = site_path(root, disk).0.or_else(|| SitePath::new(name).ok())?;
    Some(Met { path, disk: disk.to_owned(), body: Err(fault) })
}

/// Why the system does not let a file be read: in our words where we have them, else in its own.
fn fault_of(error: &io::Error) -> ReadFault {
    match error.kind() {
        io::ErrorKind::PermissionDenied => ReadFault::Rights,
        io::ErrorKind::NotFound => ReadFault::Gone,
        io::ErrorKind::ResourceBusy => ReadFault::Busy,
        // What Windows says of a file that another program holds open, whole or in part.
        _ if cfg!(windows) && matches!(error.raw_os_error(), Some(32 | 33)) => ReadFault::Busy,
        _ => ReadFault::System(error.to_string()),
    }
}

/// A link may lead anywhere inside the tree, never out of it: what is outside was not meant to be published.
fn fault_of_link(root: &Path, entry: &DirEntry) -> Option<ReadFault> {
    match entry.path().canonicalize() {
        Ok(target) if target.starts_with(root) => None,
        Ok(_) => Some(ReadFault::LinkLeavesTree),
        Err(e) => Some(fault_of(&e)),
    }
}

/// The path in the tree, with `/` and composed letters, and what is wrong with the name if anything is.
fn site_path(root: &Path, disk: &Path) -> (Option<SitePath>, Option<ReadFault>) {
    let Ok(relative) = disk.strip_prefix(root) else { return (None, None) };
    let mut fault = None;
    let mut steps = Vec::new();
    for component in relative.components() {
        let Component::Normal(step) = component else { continue };
        if step.to_str().is_none_or(|s| s.contains('\\')) {
            fault = Some(ReadFault::Name);
        }
        // macOS writes й as и with a sign above; links are typed with one letter.
        steps.push(step.to_string_lossy().nfc().collect::<String>().replace('\\', "\u{fffd}"));
    }
    (SitePath::new(steps.join("/")).ok(), fault)
}

fn is_page_or_data(path: &SitePath) -> bool {
    path.is_markdown() || matches!(path.extension().to_ascii_lowercase().as_str(), "yml" | "yaml")
}

fn is_small_text(path: &SitePath) -> bool {
    let kinds = ["txt", "csv", "json", "svg", "xml", "html", "htm", "css", "js"];
    kinds.contains(&path.extension().to_ascii_lowercase().as_str())
}

fn body(met: &Met, memory: Memory) -> SourceBody {
    let len = match &met.body {
        Ok(stamp) => stamp.len,
        Err(fault) => return SourceBody::Unreadable(fault.clone()),
    };
    let into_memory = match memory {
        Memory::All => len <= MAX_TEXT,
        _ if is_page_or_data(&met.path) => len <= MAX_TEXT,
        _ => is_small_text(&met.path) && len <= MAX_SMALL,
    };
    let result = if into_memory {
        fs::read(&met.disk).map(|bytes| SourceBody::Bytes(bytes.into()))
    } else {
        attachment::read(&met.path, &met.disk, len, memory == Memory::TextsAndPapers)
    };
    result.unwrap_or_else(|e| SourceBody::Unreadable(fault_of(&e)))
}

#[cfg(test)]
mod tests;
