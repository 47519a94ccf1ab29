//! Ordinary pages by their outline, and attachments. The block tree of a page is made again when it is produced.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::{FileId, OutPath, SitePath, joined};
use crate::schema::records::PageFront;
use crate::source::paper::Paper;
use crate::source::picture::Size;

pub(crate) use crate::parse::outline::Outline;

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
    /// sha256 of the bytes, lower-case hexadecimal, if it is known: of files in `files/`.
    pub(crate) sha256: Option<String>,
    /// What is in it, if it is of a kind that is looked into.
    pub(crate) paper: Option<Arc<Paper>>,
    /// How large the picture is, if it is one that tells.
    pub(crate) size: Option<Size>,
}

impl Page {
    /// Whether it is the table of contents of a book (`SUMMARY.md`): it orders other pages and is none of them.
    pub(crate) fn is_summary(&self) -> bool {
        self.path.stem().eq_ignore_ascii_case("summary")
    }
}

/// The order that tables of contents give: place of each page by its source path, and of each folder by its first.
pub(super) fn book_order(pages: &[Page]) -> BTreeMap<String, i32> {
    let mut order = BTreeMap::new();
    for summary in pages.iter().filter(|p| p.is_summary()) {
        for (link, place) in summary.outline.links.iter().zip(0..) {
            let path = link.to.split('#').next().unwrap_or("");
            let Some(path) = joined(summary.path.folder(), path).filter(|p| !p.is_empty()) else { continue };
            let mut step = path.as_str();
            while let Some((above, _)) = step.rsplit_once('/') {
                order.entry(above.to_owned()).or_insert(place);
                step = above;
            }
            order.entry(path).or_insert(place);
        }
    }
    order
}
