//! The records of the data files as one value: who, what was decided, ordered, posted, and by which calendar.

#[cfg(test)]
pub(crate) mod fixture;

use crate::base::{Address, Date};
use crate::schema::Id;
use crate::schema::records::{
    Category, Contact, ContactBasis, Deadline, Decision, LegalAct, Order, Person, Position, Publication, Question,
    Role, Term,
};

use super::{Appointment, Calendar, Catalog, Edition, Regulation};

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
    /// Drafts that are not in `regulations`: nothing shows them, but checks speak of them.
    pub(crate) drafts: Vec<Edition>,
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

    /// Every edition that has a file, drafts included.
    pub(crate) fn editions(&self) -> impl Iterator<Item = &Edition> {
        self.regulations.iter().flat_map(|r| &r.editions).chain(&self.drafts)
    }

    /// The slug of the regulation that an address names, or means by leaving it out.
    pub(crate) fn regulation_meant<'a>(&'a self, address: &'a Address) -> Option<&'a str> {
        address.regulation.as_deref().or_else(|| self.only_regulation().map(|r| r.slug.as_str()))
    }

    /// The order that a front matter names, if it is known.
    pub(crate) fn order_named(&self, id: Option<&Id>) -> Option<&Order> {
        self.orders.get(id?.as_str())
    }

    /// The day an edition was signed: the date of its order; its own date if the order is not known.
    pub(crate) fn signed(&self, edition: &Edition) -> Date {
        let order = self.order_named(edition.front.order.as_ref());
        order.map_or(edition.date, |order| order.date)
    }

    /// What a person was by position on a day: the first in the order of `staff.yml` of those held then.
    pub(crate) fn position_on(&self, person: &str, day: Date) -> Option<&Position> {
        self.people.get(person)?.positions_on(day).next()
    }
}

impl Person {
    /// Whether the person works here on a day, as far as is recorded; the last day of work is one of them.
    pub(crate) fn works_on(&self, day: Date) -> bool {
        self.left.is_none_or(|left| day <= left)
    }

    /// The positions held on a day; none after leaving.
    pub(crate) fn positions_on(&self, day: Date) -> impl Iterator<Item = &Position> {
        let works = self.works_on(day);
        self.positions
            .0
            .iter()
            .filter(move |p| works && p.from.is_none_or(|from| from <= day) && p.until.is_none_or(|until| day <= until))
    }
}

impl Person {
    /// Whether the person is the head or a deputy on a day.
    pub(crate) fn manages_on(&self, day: Date) -> bool {
        self.positions_on(day).any(|position| position.category == Category::Management)
    }

    /// The contacts that may be shown on a day; none of who has left.
    pub(crate) fn shown_contacts(&self, day: Date) -> impl Iterator<Item = &Contact> {
        let (works, head) = (self.works_on(day), self.manages_on(day));
        self.contacts.iter().filter(move |contact| works && contact.may_be_shown(head, day))
    }
}

impl Contact {
    /// Whether a contact may be shown on a day: it has a basis that fits (item 10 of rules № 1802 speaks of heads and
    /// their deputies alone), and a consent is given and not withdrawn. `head` says whether the person is one of them.
    pub(crate) fn may_be_shown(&self, head: bool, day: Date) -> bool {
        match (&self.basis, &self.consent) {
            (Some(ContactBasis::Rules1802), _) => head,
            (Some(ContactBasis::Consent), Some(consent)) => {
                consent.date <= day && consent.withdrawn.is_none_or(|withdrawn| withdrawn > day)
            }
            (Some(ContactBasis::Consent), None) | (None, _) => false,
        }
    }
}

impl Role {
    /// Whether a person may be appointed on a day: some position held then is of an eligible category (a deputy head
    /// who also teaches is one of the teaching staff). A role that names no categories admits anyone.
    pub(crate) fn admits(&self, person: &Person, day: Date) -> bool {
        self.eligible.is_empty() || person.positions_on(day).any(|p| self.eligible.contains(&p.category))
    }
}
