//! The content tree as values: paths and bytes, sorted by path, each file with its kind.
//!
//! Reads: what `host` found on disk (or a test made up). Writes: [`SourceSet`]. Touches: nothing.

pub(crate) mod paper;
pub(crate) mod picture;

use std::sync::Arc;

use crate::base::{Date, FileId, SitePath};

use paper::Paper;
use picture::Size;

/// Everything the program may read of a site. Files are sorted by path, so a [`FileId`] is the same for the same
/// tree whatever order the disk gave.
#[derive(Clone, Debug, Default)]
pub(crate) struct SourceSet {
    /// Shared: a preview holds the same files in several places.
    files: Arc<[SourceFile]>,
    /// Name of the content folder, the title of a tree without settings.
    folder: String,
}

/// One file.
#[derive(Clone, Debug)]
pub(crate) struct SourceFile {
    /// Where it is in the tree.
    pub path: SitePath,
    /// What is in it.
    pub body: SourceBody,
}

/// Contents of a file, or how they can be had.
#[derive(Clone, Debug)]
pub(crate) enum SourceBody {
    /// Read into memory: pages, data, text.
    Bytes(Arc<[u8]>),
    /// Left on disk: attachments, copied by the host without passing through memory.
    OnDisk {
        /// Length in bytes.
        len: u64,
        /// sha256 of the bytes, lower-case hexadecimal, if the host made it.
        sha256: Option<String>,
        /// What is in it, if the host looked.
        paper: Option<Arc<Paper>>,
        /// How large the picture is, if it is one that tells.
        size: Option<Size>,
    },
    /// Could not be read, and why.
    Unreadable(ReadFault),
}

/// Why a file of the tree could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum ReadFault {
    /// The system's own words, in its language.
    System(String),
    /// A link to a file or folder outside the content folder.
    LinkLeavesTree,
    /// A link to a folder that it is in.
    LinkLoop,
    /// A link to something that is not there.
    LinkToNothing,
    /// The name has bytes that are not Unicode, or a backslash.
    Name,
    /// Neither a file nor a folder: a pipe, a device.
    NotAFile,
    /// No right to read it.
    Rights,
    /// Gone since the folder was listed.
    Gone,
    /// Another program keeps it to itself.
    Busy,
}

impl ReadFault {
    /// For the words of a finding: a key of the catalogues, or the system's text.
    #[must_use]
    pub(crate) fn reason(&self) -> crate::diag::Arg {
        let word = |name: &str| crate::diag::Arg::Word(format!("word-unreadable-{name}"));
        match self {
            Self::System(text) => crate::diag::Arg::Text(text.clone()),
            Self::LinkLeavesTree => word("link-outside"),
            Self::LinkLoop => word("link-loop"),
            Self::LinkToNothing => word("link-to-nothing"),
            Self::Name => word("name"),
            Self::NotAFile => word("not-a-file"),
            Self::Rights => word("rights"),
            Self::Gone => word("gone"),
            Self::Busy => word("busy"),
        }
    }
}

/// What a file of the content tree is for, told by its path alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum FileKind {
    /// `site.yml`.
    Settings,
    /// `data/<name>.yml`.
    Data(DataKind),
    /// A file in `data/` that nobody reads; never published.
    UnknownData,
    /// `regulations/<slug>/<date>.md`.
    Edition {
        /// Folder name of the regulation.
        slug: String,
        /// First day in force; `None` if the file name is not a date.
        date: Option<Date>,
    },
    /// `instructions/<slug>.md`, its index apart.
    Instruction,
    /// `orders/<id>.md`: the own text of an order.
    OrderText(String),
    /// Any other markdown: a page of documentation or the body of a generated page.
    Page,
    /// Everything else, copied as it is.
    Attachment,
}

/// The data files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub(crate) enum DataKind {
    Staff,
    Roles,
    Decisions,
    Orders,
    Deadlines,
    Publications,
    Acts,
    Terms,
    Calendar,
    Questions,
}

impl DataKind {
    /// Every data file with its name.
    pub(crate) const ALL: [(&'static str, Self); 10] = [
        ("staff", Self::Staff),
        ("roles", Self::Roles),
        ("decisions", Self::Decisions),
        ("orders", Self::Orders),
        ("deadlines", Self::Deadlines),
        ("publications", Self::Publications),
        ("acts", Self::Acts),
        ("terms", Self::Terms),
        ("calendar", Self::Calendar),
        ("questions", Self::Questions),
    ];
}

impl SourceSet {
    /// A set of files of the folder named `folder`; sorts them by path. Of files with equal paths the first stays.
    #[must_use]
    pub(crate) fn new(folder: impl Into<String>, mut files: Vec<SourceFile>) -> Self {
        files.sort_by(|a, b| a.path.cmp(&b.path));
        files.dedup_by(|b, a| a.path == b.path);
        Self { files: files.into(), folder: folder.into() }
    }

    /// Name of the content folder.
    #[must_use]
    pub(crate) fn folder(&self) -> &str {
        &self.folder
    }

    /// All files with their ids, by path.
    pub(crate) fn iter(&self) -> impl ExactSizeIterator<Item = (FileId, &SourceFile)> {
        self.files.iter().enumerate().map(|(i, f)| (FileId(u32::try_from(i).unwrap_or(u32::MAX)), f))
    }

    /// A file by its id.
    #[must_use]
    pub(crate) fn get(&self, id: FileId) -> Option<&SourceFile> {
        self.files.get(id.0 as usize)
    }

    /// A file by its path.
    #[must_use]
    pub(crate) fn find(&self, path: &str) -> Option<FileId> {
        let index = self.files.binary_search_by(|f| f.path.as_str().cmp(path)).ok()?;
        u32::try_from(index).ok().map(FileId)
    }
}

/// What a file is for. `managed` says whether the tree has `site.yml`, `data/` or `regulations/`: a tree without them
/// is ordinary documentation throughout.
pub(crate) fn classify(path: &SitePath, managed: bool) -> FileKind {
    let yaml = matches!(path.extension().to_ascii_lowercase().as_str(), "yml" | "yaml");
    let steps: Vec<&str> = path.as_str().split('/').collect();
    if !managed {
        return if path.is_markdown() { FileKind::Page } else { FileKind::Attachment };
    }
    let index = matches!(path.stem().to_ascii_lowercase().as_str(), "index" | "readme");
    match steps[..] {
        [_] if yaml && path.stem() == "site" => FileKind::Settings,
        ["data", _] if yaml => DataKind::ALL
            .iter()
            .find(|(name, _)| *name == path.stem())
            .map_or(FileKind::UnknownData, |(_, kind)| FileKind::Data(*kind)),
        // Whatever else lies beside the data may be personal: it is never copied to the site.
        ["data", ..] => FileKind::UnknownData,
        ["regulations", slug, _] if path.is_markdown() && !index => {
            FileKind::Edition { slug: slug.to_owned(), date: Date::parse(path.stem()).ok() }
        }
        ["instructions", _] if path.is_markdown() && !index => FileKind::Instruction,
        ["orders", _] if path.is_markdown() && !index => FileKind::OrderText(path.stem().to_owned()),
        _ if path.is_markdown() => FileKind::Page,
        _ => FileKind::Attachment,
    }
}

/// Whether a tree is a regulation site rather than plain documentation.
pub(crate) fn is_managed(set: &SourceSet) -> bool {
    set.iter().any(|(_, file)| makes_managed(&file.path))
}

/// Whether a file of this path makes its tree a regulation site.
pub(crate) fn makes_managed(path: &SitePath) -> bool {
    let text = path.as_str();
    matches!(text, "site.yml" | "site.yaml")
        || (text.starts_with("data/") && matches!(path.extension(), "yml" | "yaml"))
        || (text.starts_with("regulations/") && path.is_markdown())
}
