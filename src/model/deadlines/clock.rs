//! What stands posted on a day, and the ten-day clock of a document (rules on official sites, № 1802, item 16).

use std::collections::BTreeMap;

use crate::base::Date;
use crate::model::{Register, WorkDay};
use crate::schema::DocumentRef;
use crate::schema::records::Publication;

/// Working days from signing to posting.
const TERM: u32 = 10;

/// The ten-day clock of one signed document (rules on official sites, № 1802, item 16).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PostingClock {
    pub(crate) document: DocumentRef,
    pub(crate) signed: Date,
    /// The tenth working day after signing.
    pub(crate) work_by: WorkDay,
    /// When it was posted, if it stands posted.
    pub(crate) published: Option<Date>,
    /// `None` while the clock runs and nothing has been posted.
    pub(crate) within_ten_days: Option<bool>,
}

/// The publication records by document.
pub(super) struct Postings<'a> {
    by_document: BTreeMap<&'a DocumentRef, Vec<&'a Publication>>,
}

impl<'a> Postings<'a> {
    pub(super) fn new(publications: &'a [Publication]) -> Self {
        let mut by_document: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for record in publications {
            by_document.entry(&record.document).or_default().push(record);
        }
        Self { by_document }
    }

    /// The records of a document dated by a day.
    fn by(&self, document: &DocumentRef, day: Date) -> impl Iterator<Item = &'a Publication> {
        self.by_document.get(document).into_iter().flatten().copied().filter(move |p| p.date <= day)
    }

    /// When a document that stands posted at the end of a day was posted.
    pub(super) fn standing(&self, document: &DocumentRef, day: Date) -> Option<Date> {
        self.by(document, day).filter(|p| p.removed.is_none_or(|removed| removed > day)).map(|p| p.date).min()
    }

    /// When a document was first posted, standing or not.
    fn first(&self, document: &DocumentRef, today: Date) -> Option<Date> {
        self.by(document, today).map(|p| p.date).min()
    }
}

impl Register {
    /// The ten-day clocks of every signed document, by day of signing.
    pub(crate) fn clocks(&self, today: Date) -> Vec<PostingClock> {
        let postings = Postings::new(&self.publications);
        let decisions = self.decisions.iter().map(|d| (DocumentRef::Decision(d.id.0.clone()), d.date));
        let orders = self.orders.iter().map(|o| (DocumentRef::Order(o.id.0.clone()), o.date));
        let editions = self
            .regulations
            .iter()
            .flat_map(|r| r.adopted().map(|e| (DocumentRef::Edition(e.slug.clone(), e.date), self.signed(e))));
        let mut clocks: Vec<PostingClock> = decisions
            .chain(orders)
            .chain(editions)
            .filter(|(_, signed)| *signed <= today)
            .map(|(document, signed)| self.clock(document, signed, today, &postings))
            .collect();
        clocks.sort_by(|a, b| (a.signed, &a.document).cmp(&(b.signed, &b.document)));
        clocks
    }

    /// The clock of one document. A document that was posted in time and taken down later was posted in time.
    pub(super) fn clock(
        &self,
        document: DocumentRef,
        signed: Date,
        today: Date,
        postings: &Postings<'_>,
    ) -> PostingClock {
        let work_by = self.calendar.add_working_days(signed, TERM);
        let within_ten_days = match postings.first(&document, today) {
            Some(posted) => Some(posted <= work_by.date),
            None if today > work_by.date => Some(false),
            None => None,
        };
        let published = postings.standing(&document, today);
        PostingClock { document, signed, work_by, published, within_ten_days }
    }
}
