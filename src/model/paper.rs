//! Papers that are printed apart from the site: they lie outside `public/` and carry their style in themselves.

use super::DraftRequest;

/// A paper.
#[derive(Clone, Debug)]
pub(crate) enum Paper {
    /// An order of appointment to be signed, with its acquaintance sheet.
    Draft(DraftRequest),
}

/// How a paper is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PaperForm {
    /// One HTML file, for printing.
    Html,
    /// Plain text, a paragraph a line, for pasting elsewhere.
    Text,
}
