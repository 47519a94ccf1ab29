//! Ordinary pages by their outline, and attachments. The block tree of a page is made again when it is produced.

use crate::base::{FileId, OutPath, SitePath, Span};
use crate::schema::records::PageFront;

/// A page of documentation, or the body of a generated page.
#[derive(Clone, Debug)]
pub(crate) struct Page {
    pub(crate) file: FileId,
    pub(crate) path: SitePath,
    pub(crate) out: OutPath,
    pub(crate) front: PageFront,
    pub(crate) outline: Outline,
    /// Title to show: front matter, else first heading, else file name.
    pub(crate) title: String,
    /// Whether it is a folder's page (`index.md`, `README.md`).
    pub(crate) is_index: bool,
}

/// What other pages need to know of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Outline {
    /// Text of the first level-1 heading, if the text begins with one.
    pub(crate) title: Option<String>,
    pub(crate) headings: Vec<Heading>,
    pub(crate) links: Vec<OutlineLink>,
    /// Every anchor of the text, headings' and others', sorted.
    pub(crate) anchors: Vec<String>,
}

/// A heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Heading {
    pub(crate) level: u8,
    pub(crate) anchor: String,
    pub(crate) text: String,
}

/// A link or image of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct OutlineLink {
    /// Destination as typed.
    pub(crate) to: String,
    pub(crate) span: Span,
    pub(crate) image: bool,
    pub(crate) wiki: bool,
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
