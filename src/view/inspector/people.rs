//! Lines about people: who posted, whether the appointed may hold their roles, on what ground contacts are shown.

use crate::base::Date;
use crate::model::Appointment;
use crate::schema::DocumentRef;
use crate::schema::records::{Category, Contact, ContactBasis, FormerStaff, Person, Publication, Role};

use super::super::context::{Cx, inner_quotes};
use super::super::documents::{document_href, document_name};
use super::super::people::{contact_word, position_on};
use super::documents::document_proof;
use super::{Answer, Proof, Reader, current, held};

/// Who posted the documents of today: a person, what made it their task, and the documents.
pub(super) fn posters(cx: Cx<'_>, reader: Reader) -> Vec<Answer> {
    let register = &cx.site.register;
    let wanted = current(cx);
    let mut posters: Vec<(Poster<'_>, Vec<&Publication>)> = Vec::new();
    let records = register.publications.iter().filter(|p| wanted.contains(&p.document) && p.date <= cx.site.today);
    let mut unknown: Vec<&Publication> = Vec::new();
    for record in records {
        match poster(cx, record) {
            Some(poster) => match posters.iter_mut().find(|(known, _)| known.same(&poster)) {
                Some((_, records)) => records.push(record),
                None => posters.push((poster, vec![record])),
            },
            None => unknown.push(record),
        }
    }
    let mut answers: Vec<Answer> = posters.iter().map(|(poster, records)| poster.answer(cx, reader, records)).collect();
    if !unknown.is_empty() {
        let text = cx.word("inspector-poster-unknown");
        answers.push(Answer { text, proof: vec![documents(cx, &unknown)], missing: true });
    }
    answers
}

/// Who posted a document.
struct Poster<'a> {
    person: Option<&'a Person>,
    /// The role in which it was done, and the appointment to it.
    role: Option<&'a str>,
    appointment: Option<&'a Appointment>,
    date: Date,
}

fn poster<'a>(cx: Cx<'a>, record: &Publication) -> Option<Poster<'a>> {
    let register = &cx.site.register;
    let by = record.by.as_ref()?.as_str();
    let date = record.date;
    if let Some(role) = register.roles.get(by) {
        let appointment = register.holders(by, date).into_iter().next_back();
        let person = appointment.and_then(|a| register.people.get(&a.person));
        return Some(Poster { person, role: Some(&role.title), appointment, date });
    }
    let person = register.people.get(by)?;
    Some(Poster { person: Some(person), role: None, appointment: None, date })
}

impl Poster<'_> {
    fn same(&self, other: &Self) -> bool {
        self.person.map(|p| &p.id) == other.person.map(|p| &p.id)
            && self.role == other.role
            && self.appointment.map(|a| &a.order) == other.appointment.map(|a| &a.order)
    }

    fn answer(&self, cx: Cx<'_>, reader: Reader, records: &[&Publication]) -> Answer {
        let settings = &cx.site.settings;
        let may_be_named = |p: &&Person| {
            reader == Reader::Inspector || settings.former_staff == FormerStaff::Show || p.works_on(cx.site.today)
        };
        let name = self.person.filter(may_be_named).map(|p| with_position(p, self.date));
        let text = match (name, self.role) {
            (Some(name), Some(role)) => {
                cx.say("inspector-poster-role", &[("name", name.into()), ("role", inner_quotes(role).into())])
            }
            (Some(name), None) => name,
            (None, Some(role)) => role.to_owned(),
            (None, None) => cx.word("responsible-hidden"),
        };
        let order = self.appointment.map(|a| {
            let document = DocumentRef::Order(a.order.clone());
            let name = document_name(cx, &document);
            Proof { text: cx.say("inspector-by-order", &[("order", name.into())]), href: document_href(cx, &document) }
        });
        Answer { text, proof: [documents(cx, records)].into_iter().chain(order).collect(), missing: false }
    }
}

/// «22.06.2026 — приказ от … № …; …», the documents of one poster.
fn documents(cx: Cx<'_>, records: &[&Publication]) -> Proof {
    let posted = records.iter().map(|record| {
        let values = [("document", document_name(cx, &record.document).into()), ("date", record.date.dotted().into())];
        cx.say("inspector-posted-on", &values)
    });
    Proof { text: posted.collect::<Vec<_>>().join("; "), href: None }
}

/// «Петрова Мария Сергеевна, учитель английского языка».
fn with_position(person: &Person, day: Date) -> String {
    let position = position_on(person, day);
    if position.is_empty() { person.name.clone() } else { format!("{}, {position}", person.name) }
}

/// Whether those who hold a role that not everybody may hold were of the right category on the first day.
pub(super) fn eligible(cx: Cx<'_>) -> Vec<Answer> {
    let register = &cx.site.register;
    let answers = held(cx).filter_map(|appointment| {
        let role = register.roles.get(&appointment.role).filter(|r| restricted(r))?;
        let person = register.people.get(&appointment.person)?;
        let day = appointment.starts();
        let position = person.positions_on(day).find(|p| role.eligible.contains(&p.category));
        let category = |key: &str| cx.word(&format!("category-{key}"));
        let values = [
            ("name", (&person.name).into()),
            ("role", inner_quotes(&role.title).into()),
            ("date", day.dotted().into()),
            ("position", position.map_or_else(|| position_on(person, day), |p| p.title.clone()).into()),
            ("category", position.map(|p| category(p.category.name())).unwrap_or_default().into()),
            ("eligible", role.eligible.iter().map(|c| category(c.name())).collect::<Vec<_>>().join(", ").into()),
        ];
        let text = cx.say(if position.is_some() { "inspector-admitted" } else { "inspector-not-admitted" }, &values);
        let since = position.and_then(|p| p.from).map(|from| Proof {
            text: cx.say("inspector-position-since", &[("date", from.dotted().into())]),
            href: None,
        });
        let order = document_proof(cx, &DocumentRef::Order(appointment.order.clone()));
        Some(Answer { text, proof: [order].into_iter().chain(since).collect(), missing: position.is_none() })
    });
    answers.collect()
}

/// Whether a role is closed to somebody.
fn restricted(role: &Role) -> bool {
    let all = [Category::Management, Category::Teaching, Category::Support];
    !role.eligible.is_empty() && !all.iter().all(|category| role.eligible.contains(category))
}

/// On what ground each contact is shown. The paper names those that are not shown as well, without their values.
pub(super) fn contacts(cx: Cx<'_>, reader: Reader) -> Vec<Answer> {
    let mut answers = Vec::new();
    for person in cx.site.register.people.iter() {
        let shown: Vec<&Contact> = person.shown_contacts(cx.site.today).collect();
        // Contacts of one person on one ground stand together.
        let mut grounds: Vec<(bool, String, Vec<String>)> = Vec::new();
        for contact in &person.contacts {
            let is_shown = shown.iter().any(|c| std::ptr::eq(*c, contact));
            if !is_shown && reader == Reader::Public {
                continue;
            }
            let (ground, name) = (basis(cx, contact), named(cx, contact, is_shown));
            match grounds.iter_mut().find(|(s, g, _)| *s == is_shown && *g == ground) {
                Some((_, _, names)) => names.push(name),
                None => grounds.push((is_shown, ground, vec![name])),
            }
        }
        for (is_shown, ground, names) in grounds {
            let key = if is_shown { "inspector-contact" } else { "inspector-contact-hidden" };
            let values = [("name", (&person.name).into()), ("contacts", names.join(", ").into())];
            let proof = vec![Proof { text: ground, href: None }];
            answers.push(Answer { text: cx.say(key, &values), proof, missing: false });
        }
    }
    answers
}

/// «телефон +7 (000) 000-00-00»; of a contact that is not shown only «телефон».
fn named(cx: Cx<'_>, contact: &Contact, is_shown: bool) -> String {
    let word = contact_word(cx, contact.kind);
    // «кабинет 214» needs no «кабинет» before it.
    let said = contact.value.to_lowercase().starts_with(&word.to_lowercase());
    match (is_shown, said) {
        (false, _) => word,
        (true, true) => contact.value.clone(),
        (true, false) => format!("{word} {}", contact.value),
    }
}

fn basis(cx: Cx<'_>, contact: &Contact) -> String {
    match (&contact.basis, &contact.consent) {
        (Some(ContactBasis::Rules1802), _) => cx.word("inspector-basis-rules"),
        (Some(ContactBasis::Consent), Some(consent)) => {
            let date = consent.date.dotted();
            match consent.withdrawn.filter(|withdrawn| *withdrawn <= cx.site.today) {
                Some(withdrawn) => {
                    let values = [("date", date.into()), ("withdrawn", withdrawn.dotted().into())];
                    cx.say("inspector-basis-withdrawn", &values)
                }
                None => cx.say("inspector-basis-consent", &[("date", date.into())]),
            }
        }
        (Some(ContactBasis::Consent), None) | (None, _) => cx.word("inspector-basis-none"),
    }
}
