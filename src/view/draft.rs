//! The draft of an order of appointment, ready to sign, with its acquaintance sheet.
//!
//! It is printed apart from the site and never goes there. Names stand in the accusative where the staff list gives it;
//! where it does not, all appointments stand in a table («согласно приложению»), because a wrong ending is worse.

use serde::Serialize;

use crate::base::{Date, Lang, Number};
use crate::model::{Draft, DraftLine, DraftRequest, OrderEnd};
use crate::schema::Until;
use crate::schema::records::{Person, Role};

use super::context::{Cx, inner_quotes};
use super::declension::{Case, Gender, NameForm, declined, name_form};
use super::documents::order_label;
use super::order::AppointmentPoint;
use super::people::position_on;

/// A line to fill in by hand.
const BLANK: &str = "______________";
const BLANK_NAME: &str = "________________________________";

/// `draft.html` and `draft.txt`.
#[derive(Serialize)]
pub(crate) struct DraftPage<'a> {
    /// Who issues the order.
    pub(crate) organization: Option<&'a str>,
    /// «15.04.2027», or a line to fill in.
    pub(crate) date: String,
    /// The number, or a line to fill in.
    pub(crate) number: String,
    /// Place of issue, as in the last order.
    pub(crate) place: Option<&'a str>,
    /// «О назначении администратора платформы».
    pub(crate) title: String,
    /// «На основании пунктов 2.1 и 2.3 Положения … (утв. приказом …)».
    pub(crate) preamble: Option<String>,
    /// Points in order.
    pub(crate) points: Vec<String>,
    /// «Директор», or a line to fill in.
    pub(crate) signatory_position: String,
    /// «Е. В. Громова», or a line to fill in.
    pub(crate) signatory_name: String,
    /// Appointments as a table; empty where the points name everybody.
    pub(crate) annex: Vec<AnnexRow>,
    /// Who signs to have read the order.
    pub(crate) sheet: Vec<SheetRow>,
}

/// A line of the annex.
#[derive(Serialize)]
pub(crate) struct AnnexRow {
    /// What the person answers for.
    pub(crate) role: String,
    /// Name in the nominative, or a line to fill in.
    pub(crate) name: String,
    /// Position in the nominative.
    pub(crate) position: String,
}

/// A line of the acquaintance sheet.
#[derive(Serialize)]
pub(crate) struct SheetRow {
    /// Name, or a line to fill in.
    pub(crate) name: String,
    /// Position on the day.
    pub(crate) position: String,
}

pub(crate) fn page<'a>(cx: Cx<'a>, request: &DraftRequest, draft: &Draft<'a>) -> DraftPage<'a> {
    let settings = &cx.site.settings;
    let director = settings.organization.as_ref().and_then(|o| o.director.as_ref());
    let director = director.and_then(|id| cx.site.register.people.get(id.as_str()));
    let orders = cx.site.register.orders.iter();
    let place = orders.filter(|o| o.place.is_some()).max_by_key(|o| o.date).and_then(|o| o.place.as_deref());
    let in_annex = !draft.lines.iter().all(|line| can_be_named(cx, line));
    DraftPage {
        organization: settings.organization.as_ref().map(|o| o.name.as_str()),
        date: request.date.map_or_else(|| BLANK.to_owned(), Date::dotted),
        number: request.number.clone().unwrap_or_else(|| BLANK.to_owned()),
        place,
        title: title(cx, request, draft),
        preamble: preamble(cx, draft),
        points: points(cx, request, draft, in_annex),
        signatory_position: director
            .and_then(|d| d.positions_on(draft.day).next())
            .map_or_else(|| cx.word("draft-director"), |p| super::context::capitalized(&p.title)),
        signatory_name: director.map_or_else(|| BLANK.to_owned(), |d| signed(&d.name)),
        annex: if in_annex { draft.lines.iter().map(annex_row).collect() } else { Vec::new() },
        sheet: sheet(draft, director),
    }
}

/// Whether a point can name the person in the accusative: both name and position, or a line to fill in.
fn can_be_named(cx: Cx<'_>, line: &DraftLine<'_>) -> bool {
    let Some(person) = line.person else { return true };
    cx.words.lang() != Lang::Ru
        || (person.name_accusative.is_some() && line.position.is_none_or(|p| accusative(&p.title).is_some()))
}

/// The position of whoever is appointed; `None` if nobody can say how it is declined.
pub(super) fn accusative(position: &str) -> Option<String> {
    declined(position, Case::Genitive, Gender::Masculine)
}

fn title(cx: Cx<'_>, request: &DraftRequest, draft: &Draft<'_>) -> String {
    let one = draft.lines.first().filter(|first| draft.lines.iter().all(|l| l.role.id == first.role.id));
    let role = one.and_then(|line| of_whom(cx, line.role));
    let key = match (&role, request.substitute) {
        (Some(_), false) => "draft-title-role",
        (Some(_), true) => "draft-title-substitute-role",
        (None, false) => "draft-title",
        (None, true) => "draft-title-substitute",
    };
    cx.say(key, &[("role", role.unwrap_or_default().into())])
}

/// «администратора платформы».
fn of_whom(cx: Cx<'_>, role: &Role) -> Option<String> {
    (cx.words.lang() == Lang::Ru).then(|| declined(&role.title, Case::Genitive, Gender::Masculine)).flatten()
}

fn preamble(cx: Cx<'_>, draft: &Draft<'_>) -> Option<String> {
    let bases = draft.clauses.iter().filter_map(|(slug, numbers)| {
        let edition = cx.site.register.regulation(slug)?.shown(draft.day)?.edition;
        let front = &edition.front;
        let title = front.short_title.as_deref().unwrap_or(&front.title);
        let order = cx.site.register.order_named(front.order.as_ref());
        let key = if numbers.len() == 1 { "draft-clause" } else { "draft-clauses" };
        let numbers: Vec<String> = numbers.iter().map(Number::to_string).collect();
        let mut basis = cx.say(key, &[("numbers", joined(cx, &numbers).into()), ("title", of_act(cx, title).into())]);
        if let Some(order) = order {
            let values = [("date", order.date.dotted().into()), ("number", (&order.number).into())];
            basis.push_str(&cx.say("draft-approved-by", &values));
        }
        Some(basis)
    });
    let bases: Vec<String> = bases.collect();
    (!bases.is_empty()).then(|| cx.say("draft-preamble", &[("bases", joined(cx, &bases).into())]))
}

/// «2.1, 2.3 и 2.4».
fn joined(cx: Cx<'_>, parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => cx.say("draft-and", &[("first", first.join(", ").into()), ("last", last.into())]),
    }
}

/// Names of local acts, and of whom or what.
const ACTS: [(&str, &str); 6] = [
    ("Положение", "Положения"),
    ("Правила", "Правил"),
    ("Порядок", "Порядка"),
    ("Регламент", "Регламента"),
    ("Инструкция", "Инструкции"),
    ("Политика", "Политики"),
];

/// «Положения об использовании платформы»; of a title that begins otherwise «локального нормативного акта «…»».
fn of_act(cx: Cx<'_>, title: &str) -> String {
    let known = ACTS.iter().find_map(|(name, of)| {
        let rest = title.strip_prefix(name)?;
        (rest.is_empty() || rest.starts_with(' ')).then(|| format!("{of}{rest}"))
    });
    match known {
        Some(of) if cx.words.lang() == Lang::Ru => of,
        _ => cx.say("draft-act", &[("title", inner_quotes(title).into())]),
    }
}

fn points(cx: Cx<'_>, request: &DraftRequest, draft: &Draft<'_>, in_annex: bool) -> Vec<String> {
    let mut points: Vec<String> = Vec::new();
    let until = match request.until {
        Some(Until::Date(date)) => Some(date),
        Some(Until::Return) | None => None,
    };
    if in_annex {
        let key = if request.substitute { "draft-annex-point-substitute" } else { "draft-annex-point" };
        points.push(cx.say(key, &[("period", period(cx, request.from, until).into())]));
    } else {
        points.extend(draft.lines.iter().map(|line| appointment(cx, request, line, until)));
    }
    points.extend(draft.ends.iter().map(|end| ended(cx, request, end)));
    points.push(match (draft.post_by, draft.due) {
        (Some(day), _) => cx.say("draft-post-by", &[("date", day.date.dotted().into())]),
        (None, Some(due)) => cx.say("draft-post-due", &[("due", cx.long(due).into())]),
        (None, None) => cx.word("draft-post"),
    });
    points.push(cx.word("draft-acquaint"));
    points.push(cx.word("draft-control"));
    points
}

fn period(cx: Cx<'_>, from: Option<Date>, until: Option<Date>) -> String {
    let from = from.map(|d| cx.say("appoint-from", &[("date", d.dotted().into())]));
    let until = until.map(|d| cx.say("appoint-until", &[("date", d.dotted().into())]));
    from.into_iter().chain(until).collect()
}

fn appointment(cx: Cx<'_>, request: &DraftRequest, line: &DraftLine<'_>, until: Option<Date>) -> String {
    let name = line.person.map(|p| p.name_accusative.clone().unwrap_or_else(|| p.name.clone()));
    let gender = name.as_deref().map_or(Gender::Masculine, |name| name_form(name).gender);
    AppointmentPoint {
        form: NameForm { nominative: cx.words.lang() != Lang::Ru, gender },
        name: name.unwrap_or_else(|| BLANK_NAME.to_owned()),
        position: line.position.map(|p| accusative(&p.title).unwrap_or_else(|| p.title.clone())),
        role: &line.role.title,
        substitute: request.substitute,
        from: request.from,
        until,
    }
    .text(cx)
}

fn ended(cx: Cx<'_>, request: &DraftRequest, end: &OrderEnd<'_>) -> String {
    let period = period(cx, request.from, None);
    let label = order_label(cx, end.order);
    if end.whole {
        let title = inner_quotes(&end.order.title);
        return cx.say("draft-end", &[("order", label.into()), ("title", title.into()), ("period", period.into())]);
    }
    let of = |role: &&Role| {
        of_whom(cx, role).unwrap_or_else(|| cx.say("draft-end-role", &[("role", inner_quotes(&role.title).into())]))
    };
    let roles: Vec<String> = end.roles.iter().map(of).collect();
    let roles = joined(cx, &roles);
    cx.say("draft-end-part", &[("order", label.into()), ("roles", roles.into()), ("period", period.into())])
}

fn annex_row(line: &DraftLine<'_>) -> AnnexRow {
    AnnexRow {
        role: line.role.title.clone(),
        name: line.person.map_or_else(|| BLANK_NAME.to_owned(), |p| p.name.clone()),
        position: line.position.map(|p| p.title.clone()).unwrap_or_default(),
    }
}

/// Everyone whom the order concerns, once: the appointed, then those whose appointments end and who still work here.
/// Whoever signs it need not sign again.
fn sheet(draft: &Draft<'_>, director: Option<&Person>) -> Vec<SheetRow> {
    let appointed = draft.lines.iter().map(|line| line.person);
    let ended = draft.ends.iter().flat_map(|end| &end.people).filter(|p| p.works_on(draft.day)).map(|p| Some(*p));
    let mut known: Vec<&str> = director.iter().map(|d| d.id.as_str()).collect();
    let mut rows = Vec::new();
    for person in appointed.chain(ended) {
        match person {
            Some(person) if known.contains(&person.id.as_str()) => {}
            Some(person) => {
                known.push(person.id.as_str());
                rows.push(SheetRow { name: person.name.clone(), position: position_on(person, draft.day) });
            }
            None => rows.push(SheetRow { name: String::new(), position: String::new() }),
        }
    }
    rows
}

/// «Е. В. Громова» for «Громова Елена Викторовна», as under a document.
pub(crate) fn signed(name: &str) -> String {
    let mut words = name.split_whitespace();
    let surname = words.next().unwrap_or_default();
    let initials: Vec<String> =
        words.filter_map(|w| w.chars().next()).map(|c| format!("{}.", c.to_uppercase())).collect();
    [initials.join(" "), surname.to_owned()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_under_documents() {
        assert_eq!(signed("Громова Елена Викторовна"), "Е. В. Громова");
        assert_eq!(signed("Громова"), "Громова");
        assert_eq!(signed(""), "");
    }
}
