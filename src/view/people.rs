//! Who answers for what today, with what may be shown of them.

use serde::Serialize;

use crate::base::{Address, Date, Number};
use crate::model::{Appointment, Job};
use crate::parse::act;
use crate::schema::records::{ContactKind, Person, Role};

use super::context::Cx;
use super::documents::order_link;
use super::frame::LinkView;

/// A person who holds a role today.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct HolderView {
    /// Surname, name, patronymic.
    pub(crate) name: String,
    /// Position today; as written in the order if the staff list has none for the day.
    pub(crate) position: String,
    /// The order of appointment.
    pub(crate) order: Option<LinkView>,
    /// «с 15.04.2026», «с 15.04.2026 по 31.08.2026».
    pub(crate) period: String,
    /// Contacts with a legal basis that is valid today; no others leave the source.
    pub(crate) contacts: Vec<ContactView>,
    /// Substitutes: «на период временного отсутствия — Петрова М. С.», each with the order.
    pub(crate) substitutes: Vec<SubstituteView>,
}

/// A substitute of a holder.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct SubstituteView {
    /// «на период временного отсутствия — Петрова М. С.».
    pub(crate) text: String,
    /// Position today.
    pub(crate) position: String,
    /// The order of appointment.
    pub(crate) order: Option<LinkView>,
    /// Contacts that may be shown.
    pub(crate) contacts: Vec<ContactView>,
}

/// A contact that may be shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct ContactView {
    /// `phone`, `email` or `room`.
    pub(crate) kind: &'static str,
    /// «телефон», «почта», «кабинет»; empty where the value itself begins so.
    pub(crate) label: String,
    /// The number, address or room.
    pub(crate) value: String,
}

/// A role with those who hold it today.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct RoleView {
    /// Anchor: `r-ID`.
    pub(crate) anchor: String,
    /// What the holder answers for.
    pub(crate) title: String,
    /// Link to the role on the page of responsible persons.
    pub(crate) href: Option<String>,
    /// Clauses that the role carries.
    pub(crate) clauses: Vec<LinkView>,
    /// Those who hold it; empty for a vacancy.
    pub(crate) holders: Vec<HolderView>,
    /// «Не назначен. Обращайтесь к директору», if nobody holds it.
    pub(crate) vacancy: Option<String>,
    /// Whether it must never be vacant.
    pub(crate) required: bool,
}

/// A role as pages show it. `home`: the edition inside which links to clauses stay.
pub(crate) fn role_view(cx: Cx<'_>, role: &Role, home: Option<(&str, Date)>) -> RoleView {
    let held = cx.site.register.holders(role.id.as_str(), cx.site.today);
    let (mut holders, mut unpaired) = (Vec::new(), Vec::new());
    for appointment in held {
        match &appointment.instead_of {
            None => holders.push((appointment, holder(cx, appointment))),
            Some(_) => unpaired.push(appointment),
        }
    }
    for substitute in unpaired {
        let replaced = substitute.instead_of.as_deref();
        let view = substitute_view(cx, substitute);
        match holders.iter_mut().find(|(a, _)| Some(a.person.as_str()) == replaced) {
            Some((_, holder)) => holder.substitutes.push(view),
            // Nobody is replaced: the substitute answers alone.
            None => holders.push((substitute, holder(cx, substitute))),
        }
    }
    let anchor = format!("r-{}", role.id.as_str());
    RoleView {
        title: role.title.clone(),
        href: cx.job_anchor(&Job::Responsible, Some(&anchor)),
        anchor,
        clauses: role.clauses.iter().map(|a| clause_link(cx, a, home)).collect(),
        vacancy: holders.is_empty().then(|| cx.word("vacancy")),
        holders: holders.into_iter().map(|(_, view)| view).collect(),
        required: role.required == Some(true),
    }
}

/// A link to a clause: «2.4», «2.4, абзац 8». Without words of the regulation: the page says of which.
pub(crate) fn clause_link(cx: Cx<'_>, address: &Address, home: Option<(&str, Date)>) -> LinkView {
    let mut address = address.clone();
    if address.regulation.is_none() {
        address.regulation = cx.regulation_of(&address).map(|r| r.slug.clone());
    }
    let title = clause_label(cx, &address);
    LinkView { href: cx.clause(&address, home).unwrap_or_default(), title }
}

/// «2.4» for a clause, «2.4, абзац 8» for its seventh item (the lead line is the first абзац).
pub(crate) fn clause_label(cx: Cx<'_>, address: &Address) -> String {
    let number = address.number.as_ref().map_or_else(String::new, Number::to_string);
    let Some((&item, nested)) = address.items.split_first() else { return number };
    let paragraph = address.paragraph.unwrap_or_else(|| paragraph_of(cx, address).unwrap_or(item.saturating_add(1)));
    if nested.is_empty() {
        cx.say("clause-paragraph", &[("clause", (&number).into()), ("paragraph", paragraph.to_string().into())])
    } else {
        address.local()
    }
}

/// Which абзац of its clause an item is, by the text of the edition that is shown.
fn paragraph_of(cx: Cx<'_>, address: &Address) -> Option<u32> {
    let shown = cx.regulation_of(address)?.shown(cx.site.today)?;
    let part = shown.edition.text.part(address.number.as_ref()?)?;
    act::item(part, &address.items)?.paragraph
}

fn holder(cx: Cx<'_>, appointment: &Appointment) -> HolderView {
    let person = cx.site.register.people.get(&appointment.person);
    HolderView {
        name: name(appointment, person).to_owned(),
        position: position(cx, appointment, person),
        order: order_link(cx, &appointment.order),
        period: period(cx, appointment),
        contacts: person.map(|p| contacts(cx, p)).unwrap_or_default(),
        substitutes: Vec::new(),
    }
}

fn substitute_view(cx: Cx<'_>, appointment: &Appointment) -> SubstituteView {
    let person = cx.site.register.people.get(&appointment.person);
    let short = initials(name(appointment, person));
    SubstituteView {
        text: cx.say("substitute", &[("name", (&short).into())]),
        position: position(cx, appointment, person),
        order: order_link(cx, &appointment.order),
        contacts: person.map(|p| contacts(cx, p)).unwrap_or_default(),
    }
}

/// The name of an appointed person; without a record in the staff list, as the order has it.
pub(crate) fn name<'a>(appointment: &'a Appointment, person: Option<&'a Person>) -> &'a str {
    match person {
        Some(person) => &person.name,
        None => appointment.name_as_written.as_deref().unwrap_or(&appointment.person),
    }
}

fn position(cx: Cx<'_>, appointment: &Appointment, person: Option<&Person>) -> String {
    let on_day = person.map(|p| position_on(p, cx.site.today)).filter(|p| !p.is_empty());
    on_day.or_else(|| appointment.position_as_written.clone()).unwrap_or_default()
}

/// Titles of the positions that a person holds on a day, joined by commas.
pub(crate) fn position_on(person: &Person, day: Date) -> String {
    person.positions_on(day).map(|p| p.title.as_str()).collect::<Vec<_>>().join(", ")
}

/// «с 15.04.2026 по 31.08.2026»; «до возвращения» is not said: it would tell of an absence.
pub(crate) fn period(cx: Cx<'_>, appointment: &Appointment) -> String {
    let from = appointment.period.from.dotted();
    // Who has left holds nothing, whatever the order said; no reason is given.
    let left = cx.site.register.people.get(&appointment.person).and_then(|p| p.left);
    let until = appointment.period.until.into_iter().chain(left.filter(|l| *l < cx.site.today)).min();
    match until {
        Some(until) => cx.say("period", &[("from", (&from).into()), ("until", until.dotted().into())]),
        None => cx.say("period-open", &[("from", (&from).into())]),
    }
}

/// «Петрова М. С.» for «Петрова Мария Сергеевна»; a name of one word stays.
pub(crate) fn initials(name: &str) -> String {
    let mut words = name.split_whitespace();
    let mut short = words.next().unwrap_or_default().to_owned();
    for word in words {
        if let Some(first) = word.chars().next() {
            short.push_str(&format!(" {}.", first.to_uppercase()));
        }
    }
    short
}

/// The contacts of a person that may be shown today: each has a basis, and a consent is given and not withdrawn.
pub(crate) fn contacts(cx: Cx<'_>, person: &Person) -> Vec<ContactView> {
    let today = cx.site.today;
    if !person.works_on(today) {
        return Vec::new();
    }
    let shown = person.shown_contacts(today);
    shown
        .map(|c| {
            let label = contact_word(cx, c.kind);
            // «кабинет 214» needs no «кабинет» before it.
            let said = c.value.to_lowercase().starts_with(&label.to_lowercase());
            ContactView { kind: c.kind.name(), label: if said { String::new() } else { label }, value: c.value.clone() }
        })
        .collect()
}

/// «телефон», «почта», «кабинет».
pub(crate) fn contact_word(cx: Cx<'_>, kind: ContactKind) -> String {
    match kind {
        ContactKind::Phone => cx.word("contact-phone"),
        ContactKind::Email => cx.word("contact-email"),
        ContactKind::Room => cx.word("contact-room"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Place;
    use crate::schema::records::{Consent, Contact, ContactBasis};

    fn day(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    #[track_caller]
    fn check(basis: Option<ContactBasis>, consent: Option<(&str, Option<&str>)>, shown: bool) {
        let at = Place::file(crate::base::FileId(0));
        let consent = consent.map(|(date, w)| Consent { date: day(date), withdrawn: w.map(day), at: at.clone() });
        let contact = Contact { kind: ContactKind::Phone, value: "1".into(), basis, consent, at };
        assert_eq!(contact.may_be_shown(true, day("2026-11-22")), shown);
    }

    #[test]
    fn a_contact_is_shown_only_on_a_basis_valid_today() {
        check(None, None, false);
        check(None, Some(("2026-01-01", None)), false);
        check(Some(ContactBasis::Rules1802), None, true);
        check(Some(ContactBasis::Consent), None, false);
        check(Some(ContactBasis::Consent), Some(("2026-11-22", None)), true);
        check(Some(ContactBasis::Consent), Some(("2026-11-23", None)), false);
        check(Some(ContactBasis::Consent), Some(("2026-01-01", Some("2026-11-23"))), true);
        check(Some(ContactBasis::Consent), Some(("2026-01-01", Some("2026-11-22"))), false);
    }

    #[test]
    fn the_rules_cover_heads_alone() {
        let contact: Contact = crate::view::testing::record("{kind: phone, value: '1', basis: 1802-10}");
        assert!(contact.may_be_shown(true, day("2026-11-22")));
        assert!(!contact.may_be_shown(false, day("2026-11-22")));
    }

    #[test]
    fn short_names() {
        assert_eq!(initials("Петрова Мария Сергеевна"), "Петрова М. С.");
        assert_eq!(initials("Петрова М. С."), "Петрова М. С.");
        assert_eq!(initials("Петрова"), "Петрова");
    }
}
