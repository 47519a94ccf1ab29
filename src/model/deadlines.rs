//! Deadlines by school year and the ten-day clock of each signed document.
//!
//! A row asks what was in force on the due day and whether it stood posted then. What is signed later belongs to the
//! next row, and a row is closed for good on the due day of the next one.

mod clock;
mod documents;
#[cfg(test)]
mod tests;

use crate::base::{Date, SchoolYear};
use crate::schema::records::{Deadline, EachYear};
use crate::schema::{DocumentRef, Due, Requirement};

use super::{Register, WorkDay};

pub(crate) use clock::PostingClock;
use clock::Postings;
use documents::Signed;

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
    /// The due day of the next row has passed: nothing changes this one any more.
    pub(crate) closed: bool,
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
    /// When it was posted, if it stood posted on the due day or stands posted now.
    pub(crate) published: Option<Date>,
    /// Whether it was posted within ten working days of signing; `None` while that is open.
    pub(crate) within_ten_days: Option<bool>,
    /// Made in an earlier school year; a decision: made for one.
    pub(crate) carried: bool,
}

/// The days between which a row is judged.
#[derive(Clone, Copy, Debug)]
struct Frame {
    year: SchoolYear,
    due: Date,
    /// The due day of the next school year, on which this row is closed; a deadline of one date stays open.
    next_due: Option<Date>,
    today: Date,
}

impl Frame {
    /// The day whose state decides whether the row is met: the due day, or today while that has not come.
    fn reference(&self) -> Date {
        self.due.min(self.today)
    }

    /// The day whose state decides whether what was missed has been made good.
    fn closing(&self) -> Date {
        self.next_due.map_or(self.today, |next| next.min(self.today))
    }

    /// Whether a document may make good a row on whose due day nothing was in force: one that took effect after the
    /// day and was signed before the day of the next row.
    fn admits_late(&self, signed: Date, effect: Date) -> bool {
        effect.max(signed) > self.due && signed <= self.today && self.next_due.is_none_or(|next| signed < next)
    }
}

/// The due day of a deadline in a school year; a deadline of one date has it in every year.
fn due_day(deadline: &Deadline, year: SchoolYear) -> Option<Date> {
    match deadline.due {
        Due::Yearly(month, day) => year.day(month, day),
        Due::Once(date) => Some(date),
    }
}

impl Register {
    /// The rows of a deadline on a day, oldest first.
    pub(crate) fn rows(&self, deadline: &Deadline, today: Date) -> Vec<DeadlineRow> {
        let postings = Postings::new(&self.publications);
        self.frames(deadline, today).iter().map(|frame| self.row(deadline, frame, &postings)).collect()
    }

    /// The school years that have a row: from the first to that of today, and the next one once this year's due day
    /// has passed.
    fn frames(&self, deadline: &Deadline, today: Date) -> Vec<Frame> {
        if let Due::Once(due) = deadline.due {
            return vec![Frame { year: SchoolYear::of(due), due, next_due: None, today }];
        }
        let Some(first) = self.first_year(deadline) else { return Vec::new() };
        let this = SchoolYear::of(today);
        let passed = due_day(deadline, this).is_some_and(|due| today > due);
        let last = if passed { this.next() } else { this };
        (first.start..=last.start)
            .map(|start| SchoolYear { start })
            .filter(|&year| deadline.each_year != Some(EachYear::NewDecision) || self.decided(deadline, year))
            .filter_map(|year| {
                let next_due = due_day(deadline, year.next());
                Some(Frame { year, due: due_day(deadline, year)?, next_due, today })
            })
            .collect()
    }

    /// The first school year with a row: as the deadline says, else that of the first adoption of the regulation; the
    /// next one if it was adopted after the due day.
    fn first_year(&self, deadline: &Deadline) -> Option<SchoolYear> {
        if deadline.since.is_some() {
            return deadline.since;
        }
        let regulation = self.regulation(self.regulation_meant(&deadline.clause)?)?;
        let adopted = regulation.adopted().map(|edition| self.signed(edition)).min()?;
        let year = SchoolYear::of(adopted);
        Some(if adopted > due_day(deadline, year)? { year.next() } else { year })
    }

    /// Whether a school year has a decision of its own on the regulation of the deadline.
    fn decided(&self, deadline: &Deadline, year: SchoolYear) -> bool {
        let regulation = self.regulation_meant(&deadline.clause);
        self.decisions.iter().any(|d| Some(d.regulation.as_str()) == regulation && d.school_year == year)
    }

    fn row(&self, deadline: &Deadline, frame: &Frame, postings: &Postings<'_>) -> DeadlineRow {
        let last_working_day = self.calendar.last_working_day_by(frame.due);
        let mut in_time = true;
        let mut requires = Vec::new();
        for requirement in &deadline.requires.0 {
            let signed = self.documents(deadline, requirement, frame);
            // Nothing signed is still one thing missing.
            let slots = if signed.is_empty() { vec![None] } else { signed.into_iter().map(Some).collect() };
            for slot in slots {
                let required = self.required(requirement, slot, last_working_day, frame, postings);
                in_time &= required.published.is_some_and(|day| day <= frame.due);
                requires.push(required);
            }
        }
        let missing = || requires.iter().filter(|r| r.published.is_none());
        let complete = missing().next().is_none();
        let status = match frame.today.cmp(&frame.due) {
            _ if in_time => RowStatus::Met,
            std::cmp::Ordering::Less => RowStatus::Upcoming,
            std::cmp::Ordering::Equal => RowStatus::DueToday,
            std::cmp::Ordering::Greater if complete => RowStatus::MetLate,
            std::cmp::Ordering::Greater => RowStatus::Overdue,
        };
        DeadlineRow {
            deadline: deadline.id.as_str().to_owned(),
            school_year: frame.year,
            due: frame.due,
            last_working_day,
            work_by: missing().map(|r| r.work_by).reduce(WorkDay::sooner),
            status,
            partial: !complete && missing().count() < requires.len(),
            carried: status == RowStatus::Met && requires.iter().any(|r| r.carried),
            days: frame.today.days_until(frame.due),
            closed: frame.next_due.is_some_and(|next| next < frame.today),
            requires,
        }
    }

    fn required(
        &self,
        requirement: &Requirement,
        slot: Option<Signed>,
        last_working_day: WorkDay,
        frame: &Frame,
        postings: &Postings<'_>,
    ) -> RequiredDocument {
        let requirement = requirement.clone();
        let Some(Signed { document, signed, carried }) = slot else {
            return RequiredDocument {
                requirement,
                document: None,
                signed: None,
                work_by: last_working_day,
                published: None,
                within_ten_days: None,
                carried: false,
            };
        };
        let clock = self.clock(document, signed, frame.today, postings);
        // What stood posted on the due day counts even if it was taken down later; what did not may be made good.
        let published = postings
            .standing(&clock.document, frame.reference())
            .or_else(|| postings.standing(&clock.document, frame.closing()));
        RequiredDocument {
            requirement,
            work_by: clock.work_by.sooner(last_working_day),
            document: Some(clock.document),
            signed: Some(signed),
            published,
            within_ten_days: clock.within_ten_days,
            carried,
        }
    }
}
