//! Appointments, made by orders and by nothing else: who answers for what on a day.

use crate::base::{Date, Period};
use crate::diag::Place;

use super::Catalog;
use super::Register;
use crate::schema::records::{Order, Role};

/// One person appointed to one role for a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Appointment {
    /// Code of the person.
    pub(crate) person: String,
    /// Code of the role.
    pub(crate) role: String,
    /// Code of the order.
    pub(crate) order: String,
    /// Day of the order.
    pub(crate) signed: Date,
    /// First and last day.
    pub(crate) period: Period,
    /// Whether it lasts until the replaced holder comes back (the period is open then).
    pub(crate) until_return: bool,
    /// The holder who is replaced, for a substitute.
    pub(crate) instead_of: Option<String>,
    /// Name and position as the order has them, if given.
    pub(crate) name_as_written: Option<String>,
    /// See above.
    pub(crate) position_as_written: Option<String>,
    /// The record in `orders.yml`.
    pub(crate) at: Place,
}

/// All appointments of all orders, by role, then first day, then order.
pub(crate) fn appointments(orders: &Catalog<Order>) -> Vec<Appointment> {
    let _ = orders;
    Vec::new()
}

impl Register {
    /// Who holds a role on a day, holders before substitutes.
    pub(crate) fn holders(&self, role: &str, day: Date) -> Vec<&Appointment> {
        let _ = (role, day);
        Vec::new()
    }

    /// Required roles that nobody holds on a day.
    pub(crate) fn vacancies(&self, day: Date) -> Vec<&Role> {
        let _ = day;
        Vec::new()
    }
}
