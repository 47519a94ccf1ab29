//! Every output path with what makes it, known before anything is rendered.

use std::collections::BTreeMap;

use crate::base::{Date, FileId, OutPath};

/// What makes an output file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Job {
    Home,
    RegulationIndex,
    /// The edition that a regulation's own address shows, by slug.
    Regulation(String),
    /// An edition at its permanent address.
    Edition(String, Date),
    InstructionIndex,
    /// By slug.
    Instruction(String),
    Responsible,
    OrderIndex,
    /// By code.
    Order(String),
    /// By code.
    Decision(String),
    Deadlines,
    /// The inspector's sheet as a page; only where the school wants it on the site.
    Inspector,
    Acts,
    Terms,
    Questions,
    Contents,
    Search,
    NotFound,
    Sitemap,
    /// An ordinary page, by its place in [`Site::pages`](super::Site).
    Page(usize),
    /// A folder without a page of its own, by its place in [`Tree::folders`](super::Tree).
    Folder(usize),
    /// A file of the content tree, copied.
    Attachment(FileId),
    /// A file of the theme, by its path in the theme.
    Asset(String),
}

/// All routes, by output path.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Routes {
    by_path: BTreeMap<OutPath, Job>,
}

impl Routes {
    /// Adds a route; gives back the job that already had the path, which then stays.
    pub(crate) fn add(&mut self, out: OutPath, job: Job) -> Option<&Job> {
        match self.by_path.entry(out) {
            std::collections::btree_map::Entry::Vacant(entry) => {
                entry.insert(job);
                None
            }
            std::collections::btree_map::Entry::Occupied(entry) => Some(entry.into_mut()),
        }
    }

    /// What makes a path.
    pub(crate) fn get(&self, out: &OutPath) -> Option<&Job> {
        self.by_path.get(out)
    }

    /// All, by path.
    pub(crate) fn iter(&self) -> std::collections::btree_map::Iter<'_, OutPath, Job> {
        self.by_path.iter()
    }
}
