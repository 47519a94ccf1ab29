//! Which documents a row asks for: those in force on the due day and signed by it. Only where nothing at all was in
//! force does the first one count that took effect later.

use crate::base::{Date, SchoolYear};
use crate::model::{Appointment, Edition, Register};
use crate::schema::records::{Deadline, Decision, EachYear, Holders};
use crate::schema::{DocumentRef, Requirement};

use super::Frame;

/// A signed document that counts for a row.
pub(super) struct Signed {
    pub(super) document: DocumentRef,
    pub(super) signed: Date,
    /// Made in an earlier school year; a decision: made for one.
    pub(super) carried: bool,
}

impl Register {
    /// The documents that count for a requirement; none if nothing was signed.
    pub(super) fn documents(&self, deadline: &Deadline, requirement: &Requirement, frame: &Frame) -> Vec<Signed> {
        match requirement {
            Requirement::Decision => self.decision_required(deadline, frame).into_iter().collect(),
            Requirement::Order(role) => self.orders_required(role, frame),
            Requirement::Edition => self.edition_required(deadline, frame).into_iter().collect(),
        }
    }

    /// The latest decision of the regulation; under `new-decision` only one made for this school year counts.
    fn decision_required(&self, deadline: &Deadline, frame: &Frame) -> Option<Signed> {
        let regulation = self.regulation_meant(&deadline.clause)?;
        let own_year = deadline.each_year == Some(EachYear::NewDecision);
        let candidates = || {
            let counts =
                move |d: &&Decision| d.regulation.as_str() == regulation && (!own_year || d.school_year == frame.year);
            self.decisions.iter().filter(counts)
        };
        let latest = candidates().filter(|d| d.date <= frame.reference()).max_by_key(|d| d.date);
        let chosen =
            latest.or_else(|| candidates().filter(|d| frame.admits_late(d.date, d.date)).min_by_key(|d| d.date))?;
        Some(Signed {
            document: DocumentRef::Decision(chosen.id.0.clone()),
            signed: chosen.date,
            carried: chosen.school_year < frame.year,
        })
    }

    /// The orders by which a role is held on the due day, by day of signing; of a role for one, the order of the last
    /// appointed. A substitute's order does not take the place of the holder's; it counts only where there is none.
    fn orders_required(&self, role: &str, frame: &Frame) -> Vec<Signed> {
        let in_force: Vec<&Appointment> =
            self.appointed(role).filter(|a| a.signed <= frame.reference() && self.holds(a, frame.due)).collect();
        let mut chosen = holders_first(in_force);
        if self.roles.get(role).is_none_or(|r| r.holders != Some(Holders::Many)) {
            // Two holders are a fault of their own; the later order is the one that the school goes by.
            chosen = chosen.into_iter().max_by_key(|a| (a.starts(), a.signed)).into_iter().collect();
        }
        if chosen.is_empty() {
            let late = self.appointed(role).filter(|a| frame.admits_late(a.signed, a.starts())).collect();
            chosen = holders_first(late);
            let first = chosen.iter().map(|a| (a.signed, a.order.clone())).min();
            chosen.retain(|a| Some((a.signed, a.order.clone())) == first);
        }
        chosen.sort_by(|a, b| (a.signed, &a.order).cmp(&(b.signed, &b.order)));
        chosen.dedup_by(|b, a| a.order == b.order);
        let signed = |a: &Appointment| Signed {
            document: DocumentRef::Order(a.order.clone()),
            signed: a.signed,
            carried: SchoolYear::of(a.signed) < frame.year,
        };
        chosen.into_iter().map(signed).collect()
    }

    /// The edition in force on the due day among those signed by then.
    fn edition_required(&self, deadline: &Deadline, frame: &Frame) -> Option<Signed> {
        let regulation = self.regulation(self.regulation_meant(&deadline.clause)?)?;
        let signed_in_time = |e: &&Edition| self.signed(e) <= frame.reference() && e.date <= frame.due;
        let in_force = regulation
            .adopted()
            .rfind(signed_in_time)
            .filter(|e| e.front.in_force_until.is_none_or(|until| frame.due <= until));
        let admits = |e: &&Edition| frame.admits_late(self.signed(e), e.date);
        let late = || regulation.adopted().filter(admits).min_by_key(|e| self.signed(e));
        let edition = in_force.or_else(late)?;
        let signed = self.signed(edition);
        Some(Signed {
            document: DocumentRef::Edition(edition.slug.clone(), edition.date),
            signed,
            carried: SchoolYear::of(signed) < frame.year,
        })
    }
}

/// Holders alone; substitutes if there are no holders.
fn holders_first(mut appointments: Vec<&Appointment>) -> Vec<&Appointment> {
    if appointments.iter().any(|a| !a.is_substitute()) {
        appointments.retain(|a| !a.is_substitute());
    }
    appointments
}
