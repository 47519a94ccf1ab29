//! The records of the data files as one value: who, what was decided, ordered, posted, and by which calendar.

use crate::schema::records::{Deadline, Decision, LegalAct, Order, Person, Publication, Question, Role, Term};

use super::{Appointment, Calendar, Catalog, Regulation};

/// Everything that the data files say, with the editions they speak of.
#[derive(Clone, Debug, Default)]
pub(crate) struct Register {
    pub(crate) people: Catalog<Person>,
    pub(crate) roles: Catalog<Role>,
    pub(crate) decisions: Catalog<Decision>,
    pub(crate) orders: Catalog<Order>,
    pub(crate) deadlines: Catalog<Deadline>,
    pub(crate) publications: Vec<Publication>,
    pub(crate) acts: Catalog<LegalAct>,
    pub(crate) terms: Catalog<Term>,
    pub(crate) questions: Vec<Question>,
    pub(crate) calendar: Calendar,
    /// Every appointment of every order, by role, then first day.
    pub(crate) appointments: Vec<Appointment>,
    /// By slug; drafts are in only when the preview asks for them.
    pub(crate) regulations: Vec<Regulation>,
}

impl Register {
    /// A regulation by its slug.
    pub(crate) fn regulation(&self, slug: &str) -> Option<&Regulation> {
        self.regulations.iter().find(|r| r.slug == slug)
    }

    /// The regulation that an address without one means: the only one of the site.
    pub(crate) fn only_regulation(&self) -> Option<&Regulation> {
        match &self.regulations[..] {
            [one] => Some(one),
            _ => None,
        }
    }
}
