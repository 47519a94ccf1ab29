//! Deadlines by school year and the ten-day clock of each signed document.

use crate::base::{Date, SchoolYear};
use crate::schema::records::Deadline;
use crate::schema::{DocumentRef, Requirement};

use super::{Register, WorkDay};

/// Where a row stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum RowStatus {
    /// The day has not come and something is missing.
    Upcoming,
    /// Today is the day and something is missing.
    DueToday,
    /// Everything stood posted in time.
    Met,
    /// Everything stands posted, something after the day.
    MetLate,
    /// The day has passed and something is missing.
    Overdue,
}

/// A deadline in one school year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DeadlineRow {
    /// Code of the deadline.
    pub(crate) deadline: String,
    pub(crate) school_year: SchoolYear,
    /// The due day, to its end; never moved.
    pub(crate) due: Date,
    /// The last working day by the due day.
    pub(crate) last_working_day: WorkDay,
    /// The earliest day among missing documents; `None` when nothing is missing.
    pub(crate) work_by: Option<WorkDay>,
    pub(crate) status: RowStatus,
    /// Some but not all documents are posted.
    pub(crate) partial: bool,
    /// Met by papers of earlier school years.
    pub(crate) carried: bool,
    /// Days from today to the due day; negative after it.
    pub(crate) days: i32,
    pub(crate) requires: Vec<RequiredDocument>,
}

/// A document that a row asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RequiredDocument {
    pub(crate) requirement: Requirement,
    /// The document that counts; `None` if none was signed.
    pub(crate) document: Option<DocumentRef>,
    pub(crate) signed: Option<Date>,
    /// By when it must be posted (or signed and posted): see [`DeadlineRow::work_by`].
    pub(crate) work_by: WorkDay,
    /// When it was posted, if it stands posted.
    pub(crate) published: Option<Date>,
    /// Whether it was posted within ten working days of signing; `None` while that is open.
    pub(crate) within_ten_days: Option<bool>,
    /// Made in an earlier school year.
    pub(crate) carried: bool,
}

/// The ten-day clock of one signed document (rules on official sites, № 1802, item 16).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PostingClock {
    pub(crate) document: DocumentRef,
    pub(crate) signed: Date,
    /// The tenth working day after signing.
    pub(crate) work_by: WorkDay,
    pub(crate) published: Option<Date>,
    /// `None` while the clock runs and nothing is posted.
    pub(crate) within_ten_days: Option<bool>,
}

impl Register {
    /// The rows of a deadline on a day, oldest first.
    pub(crate) fn rows(&self, deadline: &Deadline, today: Date) -> Vec<DeadlineRow> {
        let _ = (deadline, today);
        Vec::new()
    }

    /// The ten-day clocks of every signed document, by day of signing.
    pub(crate) fn clocks(&self, today: Date) -> Vec<PostingClock> {
        let _ = today;
        Vec::new()
    }
}
