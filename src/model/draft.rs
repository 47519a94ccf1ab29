//! What an order of appointment would say that is not signed yet: whom it appoints, which orders lose force, on which
//! clauses it rests, by when it must be posted.
//!
//! Reads: the site and a request. Writes: [`Draft`], or everything that stands against it. Words come in `view`.

use std::collections::BTreeMap;

use crate::base::{Address, Date, Number};
use crate::schema::keys::nearest_of;
use crate::schema::records::{Holders, Order, Person, Position, Role};
use crate::schema::{Requirement, Until};

use super::{Appointment, Register, Site, WorkDay};

/// Working days from signing to posting (rules on official sites, № 1802, item 16).
const TERM: u32 = 10;
/// A due day further off than this need not be named beside the ten working days.
const NEAR: i32 = 31;

/// What is asked of a draft.
#[derive(Clone, Debug, Default)]
pub(crate) struct DraftRequest {
    /// Codes of roles, each with the code of the person to appoint. Without a person whoever holds the role is
    /// appointed anew. Without any role all required roles are renewed, and those that a deadline names.
    pub(crate) roles: Vec<(String, Option<String>)>,
    /// Whether the people named only replace the holders for a time.
    pub(crate) substitute: bool,
    /// First day; otherwise the day of the order.
    pub(crate) from: Option<Date>,
    /// Last day of a substitution.
    pub(crate) until: Option<Until>,
    /// Day of the order; otherwise a line to fill in by hand.
    pub(crate) date: Option<Date>,
    /// Number of the order; otherwise a line to fill in by hand.
    pub(crate) number: Option<String>,
}

/// Why there is nothing to draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum DraftFault {
    /// No role has this code; the nearest code and all codes.
    UnknownRole(String, Option<String>, Vec<String>),
    /// No person has this code; the nearest code and all codes.
    UnknownPerson(String, Option<String>, Vec<String>),
    /// The person (name) has left by that day.
    HasLeft(String, Date),
    /// Nobody holds the role (title), so nobody can be replaced.
    NobodyToReplace(String),
    /// The person (name) holds the role (title) already and cannot replace himself.
    ReplacesHimself(String, String),
    /// A substitution asked for without saying by whom: the role (title).
    NoSubstitute(String),
    /// No role was named, and none is required.
    NoRoles,
}

/// A draft of an order.
#[derive(Debug)]
pub(crate) struct Draft<'a> {
    /// The day for which it is made: the day of the order or of the first appointment, else today.
    pub(crate) day: Date,
    pub(crate) lines: Vec<DraftLine<'a>>,
    /// Orders that lose force by this one, by date.
    pub(crate) ends: Vec<OrderEnd<'a>>,
    /// Clauses it rests on, by regulation.
    pub(crate) clauses: Vec<(String, Vec<Number>)>,
    /// By when it must be posted, if it has a date.
    pub(crate) post_by: Option<WorkDay>,
    /// A due day that comes soon, where the order has no date yet.
    pub(crate) due: Option<Date>,
}

/// One appointment of a draft.
#[derive(Clone, Debug)]
pub(crate) struct DraftLine<'a> {
    pub(crate) role: &'a Role,
    /// Nobody: a line to fill in by hand.
    pub(crate) person: Option<&'a Person>,
    /// The position that makes eligible, else the first one held on the day.
    pub(crate) position: Option<&'a Position>,
    /// Whether the role admits the person on the day.
    pub(crate) eligible: bool,
}

/// An order that loses force, in whole or for some roles.
#[derive(Debug)]
pub(crate) struct OrderEnd<'a> {
    pub(crate) order: &'a Order,
    /// Nothing else of it is in effect.
    pub(crate) whole: bool,
    pub(crate) roles: Vec<&'a Role>,
    /// Those whose appointments end.
    pub(crate) people: Vec<&'a Person>,
}

impl Site {
    /// Drafts an order of appointment.
    ///
    /// # Errors
    /// Everything in the request that cannot be.
    pub(crate) fn draft(&self, request: &DraftRequest) -> Result<Draft<'_>, Vec<DraftFault>> {
        let register = &self.register;
        let day = request.from.or(request.date).unwrap_or(self.today);
        let mut faults = Vec::new();
        let (mut lines, mut ended) = (Vec::new(), Vec::new());
        for (role, person) in wanted(register, request) {
            let Some(role) = register.roles.get(&role) else {
                faults.push(unknown(&role, register.roles.ids(), DraftFault::UnknownRole));
                continue;
            };
            let person = match person.map(|id| (register.people.get(&id), id)) {
                Some((None, id)) => {
                    faults.push(unknown(&id, register.people.ids(), DraftFault::UnknownPerson));
                    continue;
                }
                Some((Some(person), _)) => Some(person),
                None => None,
            };
            if let Some(left) = person.filter(|p| !p.works_on(day)).and_then(|p| p.left) {
                faults.push(DraftFault::HasLeft(person.map(|p| p.name.clone()).unwrap_or_default(), left));
                continue;
            }
            let held = register.holders(role.id.as_str(), day);
            if request.substitute {
                match replaces(role, person, &held) {
                    Some(fault) => faults.push(fault),
                    None => lines.push(line(role, person, day)),
                }
                continue;
            }
            match person {
                Some(_) => lines.push(line(role, person, day)),
                None => lines.extend(renewed(register, role, &held, day)),
            }
            let many = role.holders == Some(Holders::Many);
            ended.extend(held.into_iter().filter(|a| match person {
                Some(person) if many => a.person == person.id.as_str(),
                _ => true,
            }));
        }
        if faults.is_empty() && lines.is_empty() {
            faults.push(DraftFault::NoRoles);
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        let due = self.nearest_due(&lines, day);
        let post_by = request.date.map(|date| {
            let term = register.calendar.add_working_days(date, TERM);
            due.map_or(term, |due| term.sooner(register.calendar.last_working_day_by(due)))
        });
        Ok(Draft {
            day,
            ends: self.ends(&ended, day),
            clauses: clauses(register, &lines),
            post_by,
            due: due.filter(|due| post_by.is_none() && day.days_until(*due) <= NEAR),
            lines,
        })
    }

    /// The next due day of a deadline that asks for the order of one of these roles.
    fn nearest_due(&self, lines: &[DraftLine<'_>], day: Date) -> Option<Date> {
        let register = &self.register;
        let asks =
            |r: &Requirement| matches!(r, Requirement::Order(id) if lines.iter().any(|l| l.role.id.as_str() == id));
        let deadlines = register.deadlines.iter().filter(|d| d.requires.0.iter().any(asks));
        deadlines.flat_map(|d| register.rows(d, day)).map(|row| row.due).filter(|due| *due >= day).min()
    }

    /// The orders that these appointments were made by. One loses force in whole only if nothing else of it lives on:
    /// no other appointment, no edition and no instruction.
    fn ends(&self, ended: &[&Appointment], day: Date) -> Vec<OrderEnd<'_>> {
        let register = &self.register;
        let mut by_order: BTreeMap<(Date, &str), Vec<&Appointment>> = BTreeMap::new();
        for appointment in ended {
            by_order.entry((appointment.signed, &appointment.order)).or_default().push(appointment);
        }
        let names = |order: Option<&crate::schema::Id>, id: &str| order.is_some_and(|o| o.as_str() == id);
        by_order
            .into_iter()
            .filter_map(|((_, id), appointments)| {
                let order = register.orders.get(id)?;
                let approves = register.editions().any(|e| names(e.front.order.as_ref(), id))
                    || self.instructions.iter().any(|i| names(i.front.order.as_ref(), id));
                let over = |a: &&Appointment| {
                    appointments.contains(a) || register.effect(a).until.is_some_and(|until| until < day)
                };
                let whole = !approves && register.appointments.iter().filter(|a| a.order == id).all(|a| over(&a));
                let mut roles: Vec<&Role> = Vec::new();
                let mut people: Vec<&Person> = Vec::new();
                for appointment in &appointments {
                    let role = register.roles.get(&appointment.role);
                    roles.extend(role.filter(|r| roles.iter().all(|known| known.id != r.id)));
                    let person = register.people.get(&appointment.person);
                    people.extend(person.filter(|p| people.iter().all(|known| known.id != p.id)));
                }
                Some(OrderEnd { order, whole, roles, people })
            })
            .collect()
    }
}

/// The roles asked for; without any, those that must be held.
fn wanted(register: &Register, request: &DraftRequest) -> Vec<(String, Option<String>)> {
    if !request.roles.is_empty() {
        return request.roles.clone();
    }
    let asked = |id: &str| {
        let mut requirements = register.deadlines.iter().flat_map(|d| &d.requires.0);
        requirements.any(|r| matches!(r, Requirement::Order(role) if role == id))
    };
    let must = register.roles.iter().filter(|r| r.required == Some(true) || asked(r.id.as_str()));
    must.map(|r| (r.id.as_str().to_owned(), None)).collect()
}

fn unknown<'c>(
    code: &str,
    known: impl Iterator<Item = &'c str>,
    fault: fn(String, Option<String>, Vec<String>) -> DraftFault,
) -> DraftFault {
    let known: Vec<&str> = known.collect();
    let nearest = nearest_of(code, known.iter().copied()).map(str::to_owned);
    fault(code.to_owned(), nearest, known.into_iter().map(str::to_owned).collect())
}

fn replaces(role: &Role, person: Option<&Person>, held: &[&Appointment]) -> Option<DraftFault> {
    let title = || role.title.clone();
    let Some(person) = person else { return Some(DraftFault::NoSubstitute(title())) };
    let mut holders = held.iter().filter(|a| !a.is_substitute()).peekable();
    if holders.peek().is_none() {
        return Some(DraftFault::NobodyToReplace(title()));
    }
    let own = holders.all(|a| a.person == person.id.as_str());
    own.then(|| DraftFault::ReplacesHimself(person.name.clone(), title()))
}

/// Whoever holds a role and will not have left, substitutes aside; if nobody does, a line to fill in.
fn renewed<'a>(register: &'a Register, role: &'a Role, held: &[&Appointment], day: Date) -> Vec<DraftLine<'a>> {
    let holders = held.iter().filter(|a| !a.is_substitute()).filter_map(|a| register.people.get(&a.person));
    let lines: Vec<DraftLine<'_>> = holders.map(|p| line(role, Some(p), day)).collect();
    if lines.is_empty() { vec![line(role, None, day)] } else { lines }
}

fn line<'a>(role: &'a Role, person: Option<&'a Person>, day: Date) -> DraftLine<'a> {
    let eligible = |p: &&Position| role.eligible.contains(&p.category);
    let position = person.and_then(|p| p.positions_on(day).find(eligible).or_else(|| p.positions_on(day).next()));
    DraftLine { role, person, position, eligible: person.is_none_or(|p| role.admits(p, day)) }
}

/// The clauses of the roles, and those of the deadlines that ask for their orders.
fn clauses(register: &Register, lines: &[DraftLine<'_>]) -> Vec<(String, Vec<Number>)> {
    let mut found: BTreeMap<String, Vec<Number>> = BTreeMap::new();
    let mut add = |address: &Address| {
        if let (Some(slug), Some(number)) = (register.regulation_meant(address), &address.number) {
            found.entry(slug.to_owned()).or_default().push(number.clone());
        }
    };
    for line in lines {
        line.role.clauses.iter().for_each(&mut add);
        let asks = |r: &Requirement| matches!(r, Requirement::Order(id) if id == line.role.id.as_str());
        register.deadlines.iter().filter(|d| d.requires.0.iter().any(asks)).for_each(|d| add(&d.clause));
    }
    for numbers in found.values_mut() {
        numbers.sort();
        numbers.dedup();
    }
    found.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fixture::{date, site};

    const SCHOOL: &str = "
staff:
  - {id: ivanova, name: Иванова, positions: [{title: учитель, category: teaching}]}
  - {id: petrova, name: Петрова, positions: [{title: завуч, category: management}, {title: учитель, category: teaching}]}
  - {id: sidorov, name: Сидоров, positions: [{title: техник, category: support}], left: 2026-10-31}
roles:
  - {id: administrator, title: Администратор, eligible: [teaching], required: да, clauses: ['2.4', '2.3/2']}
  - {id: helper, title: Помощник, holders: many, clauses: ['2.4/2']}
  - {id: editor, title: Редактор}
regulations:
  sferum:
    2026-04-15: {title: Положение, order: o0}
orders:
  - {id: o0, number: 1, date: 15.04.2026, title: О, signed_by: {name: Д, position: д}, appoints: [{person: sidorov, role: editor}]}
  - {id: o1, number: 2, date: 16.04.2026, title: О, signed_by: {name: Д, position: д}, appoints: [{person: ivanova, role: administrator}, {person: ivanova, role: helper}]}
  - {id: o2, number: 3, date: 17.04.2026, title: О, signed_by: {name: Д, position: д}, appoints: [{person: petrova, role: helper}]}
deadlines:
  - {id: may, title: Разместить, clause: '2.1', due: 1 мая, requires: ['order:administrator']}
";

    fn request(roles: &[(&str, &str)]) -> DraftRequest {
        let person = |id: &str| (!id.is_empty()).then(|| id.to_owned());
        let roles = roles.iter().map(|(role, id)| ((*role).to_owned(), person(id))).collect();
        DraftRequest { roles, ..DraftRequest::default() }
    }

    /// Lines as `role person position`, then ended orders as `-order whole? roles`.
    #[track_caller]
    fn check(request: &DraftRequest, expected: &[&str]) {
        let site = site(SCHOOL, "2026-05-04");
        let draft = site.draft(request).unwrap();
        let line = |l: &DraftLine<'_>| {
            let person = l.person.map_or("?", |p| p.id.as_str());
            let position = l.position.map_or("?", |p| p.title.as_str());
            format!("{} {person} {position}{}", l.role.id.as_str(), if l.eligible { "" } else { " (!)" })
        };
        let end = |e: &OrderEnd<'_>| {
            let roles: Vec<&str> = e.roles.iter().map(|r| r.id.as_str()).collect();
            format!("-{}{} {}", e.order.id.as_str(), if e.whole { " whole" } else { "" }, roles.join(","))
        };
        let found: Vec<String> = draft.lines.iter().map(line).chain(draft.ends.iter().map(end)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_new_holder_ends_the_old_one() {
        check(&request(&[("administrator", "petrova")]), &["administrator petrova учитель", "-o1 administrator"]);
        check(&request(&[("administrator", "sidorov")]), &["administrator sidorov техник (!)", "-o1 administrator"]);
        // The order put an edition in force, so it lives on.
        check(&request(&[("editor", "ivanova")]), &["editor ivanova учитель", "-o0 editor"]);
    }

    #[test]
    fn one_more_of_many_ends_nobody() {
        check(&request(&[("helper", "sidorov")]), &["helper sidorov техник"]);
        check(&request(&[("helper", "petrova")]), &["helper petrova завуч", "-o2 whole helper"]);
    }

    #[test]
    fn without_a_person_whoever_holds_it_stays() {
        check(&request(&[]), &["administrator ivanova учитель", "-o1 administrator"]);
        check(
            &request(&[("administrator", ""), ("helper", "")]),
            &[
                "administrator ivanova учитель",
                "helper ivanova учитель",
                "helper petrova завуч",
                "-o1 whole administrator,helper",
                "-o2 whole helper",
            ],
        );
        let later = DraftRequest { from: Some(date("2026-11-01")), ..request(&[("editor", "")]) };
        check(&later, &["editor ? ?"]);
    }

    #[test]
    fn a_substitute_ends_nothing() {
        let substitute = DraftRequest { substitute: true, ..request(&[("administrator", "petrova")]) };
        check(&substitute, &["administrator petrova учитель"]);
    }

    #[test]
    fn what_cannot_be() {
        let site = site(SCHOOL, "2026-05-04");
        let faults = |request: DraftRequest| site.draft(&request).unwrap_err();
        let unknown = faults(request(&[("administrater", "petrova"), ("editor", "petrowa")]));
        assert!(
            matches!(&unknown[..], [DraftFault::UnknownRole(_, Some(role), _), DraftFault::UnknownPerson(_, Some(person), _)]
            if role == "administrator" && person == "petrova"),
            "{unknown:?}"
        );
        let substitute = |role, person| DraftRequest { substitute: true, ..request(&[(role, person)]) };
        let text = |t: &str| t.to_owned();
        assert_eq!(
            faults(substitute("administrator", "ivanova")),
            [DraftFault::ReplacesHimself(text("Иванова"), text("Администратор"))]
        );
        assert_eq!(faults(substitute("administrator", "")), [DraftFault::NoSubstitute(text("Администратор"))]);
        let later = DraftRequest { from: Some(date("2026-11-01")), ..substitute("editor", "ivanova") };
        assert_eq!(faults(later), [DraftFault::NobodyToReplace(text("Редактор"))]);
        let left = DraftRequest { from: Some(date("2026-11-01")), ..request(&[("editor", "sidorov")]) };
        assert_eq!(faults(left), [DraftFault::HasLeft(text("Сидоров"), date("2026-10-31"))]);
    }

    #[test]
    fn clauses_and_days() {
        let site = site(SCHOOL, "2026-04-20");
        let draft = site.draft(&request(&[("administrator", "petrova"), ("helper", "petrova")])).unwrap();
        let numbers: Vec<String> = draft.clauses[0].1.iter().map(ToString::to_string).collect();
        assert_eq!((draft.clauses[0].0.as_str(), numbers.join(" ")), ("sferum", "2.1 2.3 2.4".to_owned()));
        assert_eq!((draft.due, draft.post_by), (Some(date("2026-05-01")), None));
        let dated = DraftRequest { date: Some(date("2026-04-20")), ..request(&[("administrator", "petrova")]) };
        let draft = site.draft(&dated).unwrap();
        assert_eq!(draft.post_by.map(|d| d.date), Some(date("2026-04-30")));
        let far = DraftRequest { date: Some(date("2026-05-04")), ..request(&[("helper", "sidorov")]) };
        assert_eq!(site.draft(&far).unwrap().post_by.map(|d| d.date), Some(date("2026-05-19")));
    }
}
