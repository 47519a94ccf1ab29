//! Regulations and their editions: which text is in force on a day.

use crate::base::{Date, FileId, Period, SitePath};
use crate::parse::doc::ActText;
use crate::schema::records::EditionFront;

/// A regulation with its editions by date.
#[derive(Clone, Debug)]
pub(crate) struct Regulation {
    /// Folder name.
    pub(crate) slug: String,
    /// By date, drafts included (drafts never reach the published site).
    pub(crate) editions: Vec<Edition>,
}

/// One edition.
#[derive(Clone, Debug)]
pub(crate) struct Edition {
    /// Folder name of the regulation.
    pub(crate) slug: String,
    /// First day in force: the name of the file.
    pub(crate) date: Date,
    pub(crate) file: FileId,
    pub(crate) path: SitePath,
    pub(crate) front: EditionFront,
    pub(crate) text: ActText,
}

/// Where an edition stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum EditionStatus {
    /// Has no order, or is marked a draft.
    Draft,
    /// Will come into force.
    NotYet,
    InForce,
    /// A later edition is in force.
    Superseded,
    /// Ended without a new edition.
    Lost,
}

/// What the regulation's own address shows on a day.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shown<'a> {
    pub(crate) edition: &'a Edition,
    pub(crate) status: EditionStatus,
}

impl Edition {
    /// Whether it is a draft.
    pub(crate) fn is_draft(&self) -> bool {
        self.front.order.is_none() || self.front.draft == Some(true)
    }
}

impl Regulation {
    /// When an edition is in force: from its date to the day before the next edition, or to its own end.
    pub(crate) fn period(&self, edition: &Edition) -> Period {
        Period { from: edition.date, until: edition.front.in_force_until }
    }

    /// The edition in force on a day.
    pub(crate) fn in_force(&self, day: Date) -> Option<&Edition> {
        let _ = day;
        None
    }

    /// Where an edition stands on a day.
    pub(crate) fn status(&self, edition: &Edition, day: Date) -> EditionStatus {
        let _ = (edition, day);
        EditionStatus::Draft
    }

    /// What the regulation's own address shows: the edition in force, else the next one, else the last one that was.
    pub(crate) fn shown(&self, day: Date) -> Option<Shown<'_>> {
        let _ = day;
        None
    }
}
