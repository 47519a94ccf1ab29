//! The site: all parsed files brought together.

use crate::base::Date;

use super::{Attachment, Instruction, LinkIndex, OrderText, Page, Register, Routes, Settings, Tree};

/// Everything that pages, checks and exports are made from. Immutable once built.
#[derive(Clone, Debug)]
pub(crate) struct Site {
    pub(crate) settings: Settings,
    /// The day of the build.
    pub(crate) today: Date,
    /// Whether drafts and the preview's marks are shown.
    pub(crate) preview: bool,
    /// Whether this is a regulation site (see [`crate::source::is_managed`]): only then are there generated pages.
    pub(crate) managed: bool,
    pub(crate) register: Register,
    /// By weight, then title.
    pub(crate) instructions: Vec<Instruction>,
    pub(crate) order_texts: Vec<OrderText>,
    /// By source path.
    pub(crate) pages: Vec<Page>,
    pub(crate) attachments: Vec<Attachment>,
    pub(crate) tree: Tree,
    pub(crate) links: LinkIndex,
    pub(crate) routes: Routes,
}
