//! Instructions and the own texts of orders.

use crate::base::{Address, FileId, OutPath, SitePath};
use crate::parse::doc::Doc;
use crate::schema::records::InstructionFront;

/// An instruction with its text.
#[derive(Clone, Debug)]
pub(crate) struct Instruction {
    /// File name without extension.
    pub(crate) slug: String,
    pub(crate) file: FileId,
    pub(crate) path: SitePath,
    pub(crate) front: InstructionFront,
    /// The regulation it is bound to, resolved.
    pub(crate) regulation: Option<String>,
    /// What it implements, with the regulation filled in.
    pub(crate) implements: Vec<Address>,
    /// Headings and steps carry anchors.
    pub(crate) doc: Doc,
}

impl Instruction {
    /// Its page.
    pub(crate) fn out(&self) -> OutPath {
        OutPath::from_steps(&format!("instructions/{}.html", self.slug))
    }
}

/// Own text of an order (`orders/<id>.md`), instead of the points of its record.
#[derive(Clone, Debug)]
pub(crate) struct OrderText {
    /// Code of the order: the name of the file.
    pub(crate) order: String,
    pub(crate) file: FileId,
    pub(crate) path: SitePath,
    pub(crate) doc: Doc,
}
