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
    /// A later edition came into force.
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
    /// Editions that are not drafts, oldest first.
    pub(crate) fn adopted(&self) -> impl DoubleEndedIterator<Item = &Edition> {
        self.editions.iter().filter(|e| !e.is_draft())
    }

    /// The adopted edition that follows this one.
    pub(crate) fn next(&self, edition: &Edition) -> Option<&Edition> {
        self.adopted().find(|e| e.date > edition.date)
    }

    /// When an edition is in force: from its date to the day before the next edition, or to its own end if that is
    /// sooner.
    pub(crate) fn period(&self, edition: &Edition) -> Period {
        let replaced = self.next(edition).map(|next| next.date.plus_days(-1));
        let until = match (edition.front.in_force_until, replaced) {
            (Some(own), Some(replaced)) => Some(own.min(replaced)),
            (own, replaced) => own.or(replaced),
        };
        Period { from: edition.date, until }
    }

    /// The edition in force on a day.
    pub(crate) fn in_force(&self, day: Date) -> Option<&Edition> {
        self.adopted().rev().find(|e| e.date <= day).filter(|e| self.period(e).contains(day))
    }

    /// Where an edition stands on a day.
    pub(crate) fn status(&self, edition: &Edition, day: Date) -> EditionStatus {
        if edition.is_draft() {
            EditionStatus::Draft
        } else if day < edition.date {
            EditionStatus::NotYet
        } else if self.period(edition).contains(day) {
            EditionStatus::InForce
        } else if self.next(edition).is_some_and(|next| next.date <= day) {
            EditionStatus::Superseded
        } else {
            EditionStatus::Lost
        }
    }

    /// What the regulation's own address shows: the edition in force, else the next one, else the last one that was.
    /// `None` if there are only drafts.
    pub(crate) fn shown(&self, day: Date) -> Option<Shown<'_>> {
        let edition = self
            .in_force(day)
            .or_else(|| self.adopted().find(|e| e.date > day))
            .or_else(|| self.adopted().next_back())?;
        Some(Shown { edition, status: self.status(edition, day) })
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{date, period, register};
    use super::*;

    /// Two adopted editions with a gap between them and a draft after them.
    const TEXT: &str = "
regulations:
  sferum:
    2024-09-01: {title: Положение, order: o1, in_force_until: 2025-05-31}
    2025-09-01: {title: Положение, order: o2}
    2026-09-01: {title: Положение, order: o3}
    2027-01-01: {title: Положение}
    2027-02-01: {title: Положение, order: o4, draft: да}
";

    fn sferum(text: &str) -> Regulation {
        register(text).regulations.remove(0)
    }

    #[track_caller]
    fn check(day: &str, in_force: Option<&str>, shown: (&str, EditionStatus)) {
        let regulation = sferum(TEXT);
        let day = date(day);
        assert_eq!(regulation.in_force(day).map(|e| e.date), in_force.map(date), "in force on {day}");
        let found = regulation.shown(day).map(|s| (s.edition.date, s.status));
        assert_eq!(found, Some((date(shown.0), shown.1)), "shown on {day}");
    }

    #[test]
    fn the_edition_of_a_day() {
        use EditionStatus::{InForce, NotYet};
        check("2024-08-31", None, ("2024-09-01", NotYet));
        check("2024-09-01", Some("2024-09-01"), ("2024-09-01", InForce));
        check("2025-05-31", Some("2024-09-01"), ("2024-09-01", InForce));
        check("2025-06-01", None, ("2025-09-01", NotYet));
        check("2026-08-31", Some("2025-09-01"), ("2025-09-01", InForce));
        check("2026-09-01", Some("2026-09-01"), ("2026-09-01", InForce));
        check("2027-03-01", Some("2026-09-01"), ("2026-09-01", InForce));
    }

    #[test]
    fn periods_end_with_the_next_edition_or_on_their_own() {
        let regulation = sferum(TEXT);
        let periods: Vec<Period> = regulation.editions.iter().map(|e| regulation.period(e)).collect();
        assert_eq!(periods[0], period("2024-09-01", Some("2025-05-31")));
        assert_eq!(periods[1], period("2025-09-01", Some("2026-08-31")));
        assert_eq!(periods[2], period("2026-09-01", None));
    }

    #[test]
    fn an_end_after_the_next_edition_does_not_keep_two_in_force() {
        let regulation = sferum(
            "regulations: {sferum: {2024-09-01: {title: П, order: a, in_force_until: 2026-01-01}, 2025-09-01: {title: П, order: b}}}",
        );
        assert_eq!(regulation.in_force(date("2025-10-01")).map(|e| e.date), Some(date("2025-09-01")));
        assert_eq!(regulation.period(&regulation.editions[0]), period("2024-09-01", Some("2025-08-31")));
    }

    #[test]
    fn statuses() {
        use EditionStatus::{Draft, InForce, Lost, NotYet, Superseded};
        let regulation = sferum(TEXT);
        let on = |day: &str| -> Vec<EditionStatus> {
            regulation.editions.iter().map(|e| regulation.status(e, date(day))).collect()
        };
        assert_eq!(on("2025-06-01"), [Lost, NotYet, NotYet, Draft, Draft]);
        assert_eq!(on("2025-09-01"), [Superseded, InForce, NotYet, Draft, Draft]);
        assert_eq!(on("2030-01-01"), [Superseded, Superseded, InForce, Draft, Draft]);
    }

    #[test]
    fn after_the_last_edition_ended_it_is_still_shown() {
        let regulation =
            sferum("regulations: {sferum: {2024-09-01: {title: П, order: a, in_force_until: 2025-08-31}}}");
        let shown = regulation.shown(date("2026-01-01")).unwrap();
        assert_eq!(shown.status, EditionStatus::Lost);
        assert!(sferum("regulations: {sferum: {2024-09-01: {title: П}}}").shown(date("2026-01-01")).is_none());
    }
}
