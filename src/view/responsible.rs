//! Who answers for what: by role, by duty, and history.

use serde::Serialize;

use crate::base::{Address, Number};
use crate::model::{Appointment, Edition};
use crate::parse::doc::{Part, PartKind};
use crate::schema::records::{FormerStaff, Role};

use super::clauses::{first_line, items};
use super::context::Cx;
use super::documents::order_link;
use super::frame::{Frame, LinkView};
use super::html::Html;
use super::people::{RoleView, clause_label, name, period, role_view};
use super::{Docs, Page, View};

/// `responsible.html`.
#[derive(Serialize)]
pub(crate) struct Responsible<'a> {
    /// Text from `responsible.md`.
    pub(crate) body: Html,
    /// «Ответственные лица на 22.11.2026».
    pub(crate) caption: String,
    /// Roles in the order of their file.
    pub(crate) roles: Vec<RoleView>,
    /// Duties of each clause that some role carries, by regulation and clause.
    pub(crate) duties: Vec<DutyClause>,
    /// Appointments that ended or have not begun, by role.
    pub(crate) history: Vec<HistoryView<'a>>,
}

/// A clause with its duties.
#[derive(Serialize)]
pub(crate) struct DutyClause {
    /// Link to the clause: «2.4».
    pub(crate) clause: LinkView,
    /// Its lead line.
    pub(crate) lead: String,
    /// One line for each item that somebody answers for; for a clause without items, one for the clause.
    pub(crate) duties: Vec<DutyView>,
}

/// A duty and who answers for it.
#[derive(Serialize)]
pub(crate) struct DutyView {
    /// Link to the item: «2.4, абзац 8».
    pub(crate) clause: LinkView,
    /// Its words.
    pub(crate) text: String,
    /// Roles that carry it, with their holders.
    pub(crate) roles: Vec<RoleView>,
}

/// Past and future appointments of a role.
#[derive(Serialize)]
pub(crate) struct HistoryView<'a> {
    /// What the holder answers for.
    pub(crate) title: &'a str,
    /// Newest first.
    pub(crate) lines: Vec<HistoryLine>,
}

/// One appointment that is not in force today.
#[derive(Serialize)]
pub(crate) struct HistoryLine {
    /// «с 15.04.2026 по 15.06.2026».
    pub(crate) period: String,
    /// The name; absent where the school does not show former holders.
    pub(crate) name: Option<String>,
    /// Whether it has not begun.
    pub(crate) future: bool,
    /// Whether it was a substitution.
    pub(crate) substitute: bool,
    /// The order of appointment.
    pub(crate) order: Option<LinkView>,
}

pub(crate) fn view<'a>(cx: Cx<'a>, docs: &Docs<'_>) -> View<'a> {
    let body = cx.body(docs);
    let title = body.title.clone().unwrap_or_else(|| cx.word("page-responsible"));
    let register = &cx.site.register;
    let page = Responsible {
        body: body.html.clone(),
        caption: cx.say("responsible-caption", &[("date", cx.site.today.dotted().into())]),
        roles: register.roles.iter().map(|r| role_view(cx, r, None)).collect(),
        duties: duties(cx),
        history: register.roles.iter().filter_map(|r| history(cx, r)).collect(),
    };
    let frame = Frame::new(cx, title)
        .with_body(&body)
        .with_part(cx, "svod.roles", "responsible-person", !page.roles.is_empty())
        .with_part(cx, "svod.duties", "responsible-duties", !page.duties.is_empty())
        .with_part(cx, "svod.past", "responsible-history", !page.history.is_empty())
        .computed(cx);
    View { frame, page: Page::Responsible(page) }
}

fn duties(cx: Cx<'_>) -> Vec<DutyClause> {
    let mut duties = Vec::new();
    for regulation in &cx.site.register.regulations {
        let Some(shown) = regulation.shown(cx.site.today) else { continue };
        shown.edition.text.walk(&mut |part| {
            if part.kind == PartKind::Clause
                && let Some(number) = &part.number
            {
                duties.extend(duties_of(cx, shown.edition, part, number));
            }
        });
    }
    duties
}

fn duties_of(cx: Cx<'_>, edition: &Edition, part: &Part, number: &Number) -> Option<DutyClause> {
    let here =
        |a: &Address| a.number.as_ref() == Some(number) && cx.regulation_of(a).is_some_and(|r| r.slug == edition.slug);
    let carriers: Vec<&Role> = cx.site.register.roles.iter().filter(|r| r.clauses.iter().any(here)).collect();
    if carriers.is_empty() {
        return None;
    }
    let mut address = Address::clause(number.clone());
    address.regulation = Some(edition.slug.clone());
    // A role carries an item when it carries the item, what the item lies in, or the whole clause.
    let roles_of = |path: &[u32]| -> Vec<RoleView> {
        let carries = |r: &&&Role| r.clauses.iter().any(|a| here(a) && path.starts_with(&a.items));
        carriers.iter().filter(carries).map(|r| role_view(cx, r, None)).collect()
    };
    let duty = |address: &Address, text: String| DutyView {
        clause: LinkView { href: cx.clause(address, None).unwrap_or_default(), title: clause_label(cx, address) },
        text,
        roles: roles_of(&address.items),
    };
    let lead = first_line(&part.blocks);
    let mut lines: Vec<DutyView> = items(&part.blocks)
        .filter(|item| !item.path.is_empty())
        .map(|item| duty(&Address { items: item.path.clone(), ..address.clone() }, first_line(&item.blocks)))
        .filter(|d| !d.roles.is_empty())
        .collect();
    if lines.is_empty() {
        lines.push(duty(&address, lead.clone()));
    }
    let clause = LinkView { href: cx.clause(&address, None).unwrap_or_default(), title: number.to_string() };
    Some(DutyClause { clause, lead, duties: lines })
}

fn history<'a>(cx: Cx<'a>, role: &'a Role) -> Option<HistoryView<'a>> {
    let today = cx.site.today;
    // Those who left or were never taken up are past too, whatever period their order gave.
    let held = cx.site.register.holders(role.id.as_str(), today);
    let other = |a: &&Appointment| a.role == role.id.as_str() && !held.iter().any(|h| std::ptr::eq(*h, *a));
    let mut lines: Vec<HistoryLine> = cx
        .site
        .register
        .appointments
        .iter()
        .filter(other)
        .map(|a| {
            let future = a.period.from > today;
            let person = cx.site.register.people.get(&a.person);
            let shown = future || cx.site.settings.former_staff == FormerStaff::Show;
            HistoryLine {
                period: period(cx, a),
                name: shown.then(|| name(a, person).to_owned()),
                future,
                substitute: a.instead_of.is_some(),
                order: order_link(cx, &a.order),
            }
        })
        .collect();
    lines.reverse();
    (!lines.is_empty()).then_some(HistoryView { title: &role.title, lines })
}
