//! Ordinary pages by their outline, and attachments. The block tree of a page is made again when it is produced.

use std::sync::Arc;

use crate::base::{FileId, OutPath, SitePath};
use crate::schema::records::PageFront;

pub(crate) use crate::parse::outline::{Heading, Outline, OutlineLink};

/// A page of documentation, or the body of a generated page.
#[derive(Clone, Debug)]
pub(crate) struct Page {
    pub(crate) file: FileId,
    pub(crate) path: SitePath,
    pub(crate) out: OutPath,
    pub(crate) front: PageFront,
    /// Shared with what the preview remembers.
    pub(crate) outline: Arc<Outline>,
    /// Title to show: front matter, else first heading, else file name.
    pub(crate) title: String,
    /// Whether it is a folder's page (`index.md`, `README.md`).
    pub(crate) is_index: bool,
}

/// A file that is copied as it is.
#[derive(Clone, Debug)]
pub(crate) struct Attachment {
    pub(crate) file: FileId,
    pub(crate) path: SitePath,
    pub(crate) out: OutPath,
    /// Length in bytes.
    pub(crate) len: u64,
}
