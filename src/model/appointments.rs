//! Appointments, made by orders and by nothing else: who answers for what on a day.

use crate::base::{Date, Period};
use crate::diag::Place;

use super::Catalog;
use super::Register;
use crate::schema::Until;
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
    let mut all: Vec<Appointment> = orders.iter().flat_map(of_order).collect();
    // A stable sort: people of one order stay as the order names them.
    all.sort_by(|a, b| (&a.role, a.period.from, &a.order).cmp(&(&b.role, b.period.from, &b.order)));
    all
}

fn of_order(order: &Order) -> impl Iterator<Item = Appointment> {
    order.appoints.iter().map(|record| {
        let written = record.as_written.as_ref();
        Appointment {
            person: record.person.as_str().to_owned(),
            role: record.role.as_str().to_owned(),
            order: order.id.as_str().to_owned(),
            signed: order.date,
            period: Period {
                from: record.from.unwrap_or(order.date),
                until: match record.until {
                    Some(Until::Date(last)) => Some(last),
                    Some(Until::Return) | None => None,
                },
            },
            until_return: record.until == Some(Until::Return),
            instead_of: record.instead_of.as_ref().map(|id| id.as_str().to_owned()),
            name_as_written: written.and_then(|w| w.name.clone()),
            position_as_written: written.and_then(|w| w.position.clone()),
            at: record.at.clone(),
        }
    })
}

impl Appointment {
    /// Whether it replaces a holder for the time being.
    pub(crate) fn is_substitute(&self) -> bool {
        self.instead_of.is_some()
    }

    /// The first day on which it has effect: an order has none before it is signed.
    pub(crate) fn starts(&self) -> Date {
        self.period.from.max(self.signed)
    }
}

impl Register {
    /// Whether an appointment has effect on a day: its period holds the day, its order is signed and the person has
    /// not left.
    pub(crate) fn holds(&self, appointment: &Appointment, day: Date) -> bool {
        self.effect(appointment).contains(day)
    }

    /// From when to when an appointment has effect: not before its order is signed, not after the person leaves.
    pub(crate) fn effect(&self, appointment: &Appointment) -> Period {
        let left = self.people.get(&appointment.person).and_then(|p| p.left);
        let until = match (appointment.period.until, left) {
            (Some(last), Some(left)) => Some(last.min(left)),
            (last, left) => last.or(left),
        };
        Period { from: appointment.starts(), until }
    }

    /// Every appointment to a role, by first day.
    pub(crate) fn appointed(&self, role: &str) -> impl Iterator<Item = &Appointment> {
        let start = self.appointments.partition_point(|a| a.role.as_str() < role);
        self.appointments.iter().skip(start).take_while(move |a| a.role == role)
    }

    /// Who holds a role on a day, holders before substitutes.
    pub(crate) fn holders(&self, role: &str, day: Date) -> Vec<&Appointment> {
        let mut holders: Vec<&Appointment> = self.appointed(role).filter(|a| self.holds(a, day)).collect();
        holders.sort_by_key(|a| a.is_substitute());
        holders
    }

    /// Required roles that nobody holds on a day.
    pub(crate) fn vacancies(&self, day: Date) -> Vec<&Role> {
        let vacant = |role: &&Role| !self.appointed(role.id.as_str()).any(|a| self.holds(a, day));
        self.roles.iter().filter(|role| role.required == Some(true)).filter(vacant).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{date, period, register};
    use super::*;

    const PEOPLE: &str = "
staff:
  - {id: ivanova, name: Иванова, positions: [{title: учитель, category: teaching}], left: 2026-10-31}
  - {id: petrova, name: Петрова, positions: [{title: заместитель директора, category: management}, {title: учитель, category: teaching, from: 2025-09-01}]}
  - {id: sidorov, name: Сидоров, positions: [{title: системный администратор, category: support}]}
roles:
  - {id: administrator, title: Администратор, eligible: [teaching], required: да}
  - {id: curator, title: Куратор, holders: many, required: да}
  - {id: editor, title: Размещение на сайте}
";

    fn with_orders(orders: &str) -> Register {
        register(&format!("{PEOPLE}\norders:\n{orders}"))
    }

    fn order(id: &str, date: &str, appoints: &str) -> String {
        format!(
            "  - {{id: {id}, number: 1, date: {date}, title: О, signed_by: {{name: Д, position: д}}, appoints: [{appoints}]}}\n"
        )
    }

    #[track_caller]
    fn check(register: &Register, role: &str, day: &str, expected: &[&str]) {
        let found: Vec<&str> = register.holders(role, date(day)).iter().map(|a| a.person.as_str()).collect();
        assert_eq!(found, expected, "{role} on {day}");
    }

    #[test]
    fn the_day_of_the_order_begins_an_appointment() {
        let register = with_orders(&order("o1", "2026-04-15", "{person: ivanova, role: administrator}"));
        assert_eq!(register.appointments[0].period, period("2026-04-15", None));
        check(&register, "administrator", "2026-04-14", &[]);
        check(&register, "administrator", "2026-04-15", &["ivanova"]);
        check(&register, "curator", "2026-04-15", &[]);
    }

    #[test]
    fn who_has_left_holds_nothing() {
        let register = with_orders(&order("o1", "2026-04-15", "{person: ivanova, role: administrator}"));
        check(&register, "administrator", "2026-10-31", &["ivanova"]);
        check(&register, "administrator", "2026-11-01", &[]);
        let vacant = |day: &str| -> Vec<&str> { register.vacancies(date(day)).iter().map(|r| r.id.as_str()).collect() };
        assert_eq!(vacant("2026-10-31"), ["curator"]);
        assert_eq!(vacant("2026-11-01"), ["administrator", "curator"]);
    }

    #[test]
    fn an_order_counts_from_its_date_even_if_the_appointment_is_older() {
        let register = with_orders(&order(
            "o1",
            "2026-09-10",
            "{person: petrova, role: curator, from: 2026-09-01, until: 2027-05-31}",
        ));
        check(&register, "curator", "2026-09-09", &[]);
        check(&register, "curator", "2026-09-10", &["petrova"]);
        check(&register, "curator", "2027-05-31", &["petrova"]);
        check(&register, "curator", "2027-06-01", &[]);
        assert_eq!(register.appointments[0].period.from, date("2026-09-01"));
    }

    #[test]
    fn substitutes_follow_holders() {
        let register = with_orders(
            &[
                order("o1", "2026-04-15", "{person: ivanova, role: administrator}"),
                order("o0", "2026-05-01", "{person: petrova, role: administrator, until: return, instead_of: ivanova}"),
            ]
            .concat(),
        );
        check(&register, "administrator", "2026-05-01", &["ivanova", "petrova"]);
        assert!(register.appointments[1].until_return);
        assert_eq!(register.appointments[1].period.until, None);
    }

    #[test]
    fn a_later_appointment_does_not_end_an_open_one() {
        let register = with_orders(
            &[
                order("o1", "2024-09-01", "{person: petrova, role: administrator}"),
                order("o2", "2026-06-16", "{person: ivanova, role: administrator}"),
            ]
            .concat(),
        );
        check(&register, "administrator", "2026-06-16", &["petrova", "ivanova"]);
    }

    #[test]
    fn appointments_stand_by_role_then_day_then_order() {
        let register = with_orders(
            &[
                order("o2", "2026-06-16", "{person: sidorov, role: editor}, {person: ivanova, role: curator}, {person: petrova, role: curator}"),
                order("o1", "2026-06-16", "{person: sidorov, role: curator}"),
                order("o3", "2024-01-10", "{person: petrova, role: curator}"),
            ]
            .concat(),
        );
        let found: Vec<String> =
            register.appointments.iter().map(|a| format!("{} {} {}", a.role, a.order, a.person)).collect();
        let expected = [
            "curator o3 petrova",
            "curator o1 sidorov",
            "curator o2 ivanova",
            "curator o2 petrova",
            "editor o2 sidorov",
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn any_position_held_on_the_day_makes_eligible() {
        let register = register(PEOPLE);
        let admits = |person: &str, day: &str| {
            let role = register.roles.get("administrator").unwrap();
            role.admits(register.people.get(person).unwrap(), date(day))
        };
        assert!(admits("ivanova", "2026-10-31"));
        assert!(!admits("ivanova", "2026-11-01"), "has left");
        assert!(!admits("petrova", "2025-08-31"), "a deputy head alone");
        assert!(admits("petrova", "2025-09-01"), "a deputy head who also teaches");
        assert!(!admits("sidorov", "2026-01-01"));
        let editor = register.roles.get("editor").unwrap();
        assert!(editor.admits(register.people.get("sidorov").unwrap(), date("2026-01-01")), "anyone");
        let title = |day: &str| register.position_on("petrova", date(day)).map(|p| p.title.as_str());
        assert_eq!(title("2026-01-01"), Some("заместитель директора"));
        assert!(register.position_on("ivanova", date("2026-11-01")).is_none());
    }
}
