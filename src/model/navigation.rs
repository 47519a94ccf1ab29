//! The tree of folders and pages, from which navigation, breadcrumbs and contents are made.

use crate::base::{Date, OutPath, SchoolYear};

/// All folders; the first is the root.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tree {
    pub(crate) folders: Vec<Folder>,
}

/// A folder of the site.
#[derive(Clone, Debug)]
pub(crate) struct Folder {
    /// Its page: its own `index.md`, or the list of what is in it.
    pub(crate) out: OutPath,
    pub(crate) title: Title,
    /// Place of the folder above; `None` for the root.
    pub(crate) parent: Option<usize>,
    /// Pages and folders in it, in the order to be shown; its own page is not among them.
    pub(crate) entries: Vec<Entry>,
}

/// Something in a folder.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub(crate) out: OutPath,
    pub(crate) title: Title,
    /// Place in [`Tree::folders`] if it is a folder.
    pub(crate) folder: Option<usize>,
}

/// A title: the author's words, or a page that the program makes and the site's strings name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Title {
    /// As it is.
    Text(String),
    /// Key of the site's strings: `page-responsible`.
    Word(&'static str),
    /// An edition, by its date.
    Edition(Date),
    /// An order, by number and date.
    Order(String, Date),
    /// The decision for a school year.
    Decision(SchoolYear),
}

impl Tree {
    /// The folders from the root to `folder`, both included.
    pub(crate) fn ancestors(&self, folder: usize) -> Vec<usize> {
        let mut chain = vec![folder];
        while let Some(parent) = chain.last().and_then(|&f| self.folders.get(f)).and_then(|f| f.parent) {
            if chain.len() > self.folders.len() {
                break;
            }
            chain.push(parent);
        }
        chain.reverse();
        chain
    }
}
