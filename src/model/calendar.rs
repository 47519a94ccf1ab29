//! Working days, from a calendar that is data. A year that is not filled in is said, never guessed.

use std::collections::BTreeMap;

use crate::base::Date;
use crate::schema::records::{CalendarFile, CalendarYear};

/// A calendar of working days.
#[derive(Clone, Debug, Default)]
pub(crate) struct Calendar {
    /// Working days in an ordinary week: 5 or 6.
    pub(crate) week: u8,
    /// Filled years.
    pub(crate) years: BTreeMap<i16, CalendarYear>,
}

/// A day that was counted, and whether every year on the way is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct WorkDay {
    /// The day.
    pub(crate) date: Date,
    /// `false`: a year on the way is not filled in, so ordinary weekends alone were counted («дата ориентировочная»).
    pub(crate) exact: bool,
}

impl Calendar {
    /// From the data file.
    pub(crate) fn new(file: Option<CalendarFile>, out: &mut crate::diag::Diagnostics) -> Self {
        let _ = (file, out);
        Self::default()
    }
}
