//! The content tree and the themes, from disk to values: one walk, then reading on all processors.
//!
//! Reads: a folder. Writes: a [`SourceSet`] in the same order whatever order the disk gave, and where the files are
//! that were left on disk. What cannot be read is part of the set and becomes a finding; only a folder too large to
//! be a site is an error.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use rayon::prelude::*;
use unicode_normalization::UnicodeNormalization;
use walkdir::{DirEntry, WalkDir};

use crate::base::{FileId, SitePath};
use crate::source::{ReadFault, SourceBody, SourceFile, SourceSet};

use super::ignore::{CACHE_MARK, is_passed_over};
use super::{Project, hash};

/// Longest page or data file that is read into memory. A larger one stays on disk and becomes a finding.
const MAX_TEXT: u64 = 16 << 20;
/// Longest other text that is read into memory, so that checks may look into it.
const MAX_SMALL: u64 = 64 << 10;
/// More files than any site has: a home folder, say, given by mistake.
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
    /// More than [`MAX_FILES`] files.
    TooManyFiles(PathBuf),
    /// More than [`MAX_BYTES`] bytes of text.
    TooMuchText(PathBuf),
}

/// What is read into memory.
#[derive(Clone, Copy)]
enum Memory {
    /// Pages, data and small text.
    Texts,
    /// Everything.
    All,
}

/// Reads the content folder, the output folder apart if that is inside.
///
/// # Errors
/// See [`ReadError`].
pub(crate) fn read_content(project: &Project) -> Result<Tree, ReadError> {
    read(&project.content, Some(&project.out_real), &project.name, Memory::Texts)
}

/// Reads the folder of themes; an empty tree if there is none.
///
/// # Errors
/// See [`ReadError`].
pub(crate) fn read_themes(project: &Project) -> Result<Tree, ReadError> {
    project.themes.as_deref().map_or_else(|| Ok(Tree::default()), |themes| read(themes, None, "themes", Memory::All))
}

/// A file that was met on the walk.
struct Met {
    path: SitePath,
    disk: PathBuf,
    body: Result<u64, ReadFault>,
}

fn read(root: &Path, except: Option<&Path>, name: &str, memory: Memory) -> Result<Tree, ReadError> {
    let met = walk(root, except)?;
    let texts = |m: &&Met| matches!(memory, Memory::All) || is_page_or_data(&m.path);
    let total: u64 =
        met.iter().filter(texts).filter_map(|m| m.body.as_ref().ok()).filter(|len| **len <= MAX_TEXT).sum();
    if total > MAX_BYTES {
        return Err(ReadError::TooMuchText(root.to_owned()));
    }
    let read: Vec<(SourceFile, PathBuf)> =
        met.into_par_iter().map(|m| (SourceFile { body: body(&m, memory), path: m.path }, m.disk)).collect();
    let places: BTreeMap<SitePath, PathBuf> = read
        .iter()
        .rev()
        .filter(|(f, _)| matches!(f.body, SourceBody::OnDisk { .. }))
        .map(|(f, disk)| (f.path.clone(), disk.clone()))
        .collect();
    let set = SourceSet::new(name, read.into_iter().map(|(f, _)| f).collect());
    let disk = set.iter().filter_map(|(id, f)| places.get(&f.path).map(|p| (id, p.clone()))).collect();
    Ok(Tree { set, disk })
}

/// Every file below `root` that may be content, in the order of names.
fn walk(root: &Path, except: Option<&Path>) -> Result<Vec<Met>, ReadError> {
    let mut met = Vec::new();
    let mut entries = WalkDir::new(root).min_depth(1).follow_links(true).sort_by_file_name().into_iter();
    while let Some(entry) = entries.next() {
        if met.len() >= MAX_FILES {
            return Err(ReadError::TooManyFiles(root.to_owned()));
        }
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
                Ok(data) if data.is_file() => Ok(data.len()),
                Ok(_) => Err(ReadFault::NotAFile),
                Err(e) => Err(ReadFault::System(e.to_string())),
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
        (None, Some(e)) if e.kind() == io::ErrorKind::NotFound && disk.is_symlink() => ReadFault::LinkToNothing,
        (None, Some(e)) => ReadFault::System(e.to_string()),
        (None, None) => ReadFault::System(error.to_string()),
    };
    let path = site_path(root, disk).0.or_else(|| SitePath::new(name).ok())?;
    Some(Met { path, disk: disk.to_owned(), body: Err(fault) })
}

/// A link may lead anywhere inside the tree, never out of it: what is outside was not meant to be published.
fn fault_of_link(root: &Path, entry: &DirEntry) -> Option<ReadFault> {
    match entry.path().canonicalize() {
        Ok(target) if target.starts_with(root) => None,
        Ok(_) => Some(ReadFault::LinkLeavesTree),
        Err(e) => Some(ReadFault::System(e.to_string())),
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
        Ok(len) => *len,
        Err(fault) => return SourceBody::Unreadable(fault.clone()),
    };
    let into_memory = match memory {
        Memory::All => len <= MAX_TEXT,
        Memory::Texts if is_page_or_data(&met.path) => len <= MAX_TEXT,
        Memory::Texts => is_small_text(&met.path) && len <= MAX_SMALL,
    };
    let result = if into_memory {
        fs::read(&met.disk).map(|bytes| SourceBody::Bytes(bytes.into()))
    } else if met.path.as_str().starts_with("files/") {
        // Publication records may name the hash of what was posted.
        hash::of_file(&met.disk).map(|digest| SourceBody::OnDisk { len, sha256: Some(digest.hex()) })
    } else {
        Ok(SourceBody::OnDisk { len, sha256: None })
    };
    result.unwrap_or_else(|e| SourceBody::Unreadable(ReadFault::System(e.to_string())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::host::scratch::Scratch;

    /// What became of each file: `text`, `disk`, `disk+hash` or the fault.
    fn describe(tree: &Tree) -> Vec<(String, String)> {
        let body = |(id, file): (FileId, &SourceFile)| {
            let what = match &file.body {
                SourceBody::Bytes(_) => "text".to_owned(),
                SourceBody::OnDisk { sha256, .. } => {
                    assert!(tree.disk.contains_key(&id), "{}", file.path);
                    if sha256.is_some() { "disk+hash".to_owned() } else { "disk".to_owned() }
                }
                SourceBody::Unreadable(ReadFault::System(_)) => "System".to_owned(),
                SourceBody::Unreadable(fault) => format!("{fault:?}"),
            };
            (file.path.as_str().to_owned(), what)
        };
        tree.set.iter().map(body).collect()
    }

    #[track_caller]
    fn check(root: &Path, expected: &[(&str, &str)]) {
        let tree = read_content(&Project::open(root, None).unwrap()).unwrap();
        let expected: Vec<_> = expected.iter().map(|(p, b)| ((*p).to_owned(), (*b).to_owned())).collect();
        assert_eq!(describe(&tree), expected);
    }

    #[test]
    fn content_and_nothing_else() {
        let scratch = Scratch::new("tree");
        for path in [
            "content/site.yml",
            "content/Инструкции/Для учителя.md",
            "content/files/Приказ № 5.pdf",
            "content/files/note.txt",
            "content/img/logo.png",
            "content/target/words.md",
            "content/.obsidian/app.json",
            "content/~$a.docx",
            "content/a.md~",
            "content/node_modules/x/readme.md",
            "content/cache/CACHEDIR.TAG",
            "content/cache/x.md",
            "themes/own/base.html",
            "README.md",
        ] {
            scratch.file(path, "text");
        }
        scratch.file("content/large.txt", &"x".repeat(100_000));
        let expected = [
            ("files/note.txt", "text"),
            ("files/Приказ № 5.pdf", "disk+hash"),
            ("img/logo.png", "disk"),
            ("large.txt", "disk"),
            ("site.yml", "text"),
            ("target/words.md", "text"),
            ("Инструкции/Для учителя.md", "text"),
        ];
        check(scratch.path(), &expected);
        let project = Project::open(scratch.path(), None).unwrap();
        assert_eq!(describe(&read_themes(&project).unwrap()), [("own/base.html".to_owned(), "text".to_owned())]);
    }

    #[test]
    fn a_plain_tree_passes_its_output_over() {
        let scratch = Scratch::new("plain-tree");
        for path in ["README.md", "themes/dark.md", "public/index.html", "guide/public/a.md"] {
            scratch.file(path, "text");
        }
        check(scratch.path(), &[("README.md", "text"), ("guide/public/a.md", "text"), ("themes/dark.md", "text")]);
    }

    #[test]
    fn too_large_a_page_stays_on_disk() {
        let scratch = Scratch::new("large");
        let page = scratch.file("content/a.md", "");
        fs::File::options().write(true).open(page).unwrap().set_len(MAX_TEXT + 1).unwrap();
        check(scratch.path(), &[("a.md", "disk")]);
    }

    #[cfg(unix)]
    #[test]
    fn links_stay_inside() {
        use std::os::unix::fs::symlink;
        let scratch = Scratch::new("links");
        scratch.file("secret/passwords.md", "text");
        scratch.file("content/a/page.md", "text");
        let link = |to: &str, name: &str| symlink(to, scratch.path().join("content").join(name)).unwrap();
        link("../secret", "out");
        link("../secret/passwords.md", "file-out.md");
        link("/etc/hostname", "absolute.txt");
        link("a/page.md", "inside.md");
        link("a", "twin");
        link("..", "a/loop");
        link("nowhere.md", "broken.md");
        link("nowhere", ".hidden");
        let expected = [
            ("a/loop", "LinkLoop"),
            ("a/page.md", "text"),
            ("absolute.txt", "LinkLeavesTree"),
            ("broken.md", "LinkToNothing"),
            ("file-out.md", "LinkLeavesTree"),
            ("inside.md", "text"),
            ("out", "LinkLeavesTree"),
            ("twin/loop", "LinkLoop"),
            ("twin/page.md", "text"),
        ];
        check(scratch.path(), &expected);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn odd_names_and_odd_files() {
        use std::ffi::OsStr;
        use std::os::unix::ffi::OsStrExt;
        let scratch = Scratch::new("odd");
        let content = scratch.path().join("content");
        fs::create_dir_all(content.join(OsStr::from_bytes(b"dir\xff"))).unwrap();
        fs::write(content.join(OsStr::from_bytes(b"\xcf\xf0\xe8\xea\xe0\xe7.md")), "text").unwrap();
        fs::write(content.join("back\\slash.md"), "text").unwrap();
        // й in two letters, as macOS writes it.
        fs::write(content.join("Устави\u{306}.md"), "text").unwrap();
        let _socket = std::os::unix::net::UnixListener::bind(content.join("socket.md")).unwrap();
        let expected = [
            ("back\u{fffd}slash.md", "Name"),
            ("dir\u{fffd}", "Name"),
            ("socket.md", "NotAFile"),
            ("Устав\u{439}.md", "text"),
            ("\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}.md", "Name"),
        ];
        check(scratch.path(), &expected);
    }
}
