//! Orders: their list, and one as it reads when it was signed.
//!
//! A signed order is frozen: names and positions as written then, never the end that a later order gave to an
//! appointment.

use serde::Serialize;

use crate::base::{Date, Lang};
use crate::model::Job;
use crate::schema::records::{AppointmentRecord, Order};
use crate::schema::{DocumentRef, Until};

use super::citation::{of_order, order_name};
use super::context::{Cx, body, capitalized, inner_quotes};
use super::declension::{Case, Gender, NameForm, declined, name_form};
use super::documents::{FileView, order_files, order_label, posted};
use super::frame::{Frame, LinkView};
use super::html::{Html, Writer};
use super::people::position_on;
use super::{Docs, Page, View};

/// `orders/index.html`.
#[derive(Serialize)]
pub(crate) struct OrderIndex<'a> {
    /// Text from `orders/index.md`.
    pub(crate) body: Html,
    /// Orders, newest first.
    pub(crate) orders: Vec<OrderLine<'a>>,
    /// Decisions, newest first.
    pub(crate) decisions: Vec<LinkView>,
}

/// An order in a list.
#[derive(Serialize)]
pub(crate) struct OrderLine<'a> {
    /// Its page.
    pub(crate) href: String,
    /// «Приказ от 15.04.2026 № 01-07/132».
    pub(crate) label: String,
    /// What it is about.
    pub(crate) title: &'a str,
    /// «размещён 16.04.2026»; absent while it is not posted.
    pub(crate) posted: Option<String>,
    /// The signed file and its signature.
    pub(crate) files: Vec<FileView>,
}

/// The text of an order.
#[derive(Serialize)]
pub(crate) struct OrderPage<'a> {
    /// The order as the citation of its points names it: «приказа от … № … «О …»».
    pub(crate) cited_as: String,
    /// Who issued it.
    pub(crate) organization: Option<&'a str>,
    /// Number as in the paper.
    pub(crate) number: &'a str,
    /// «15.04.2026».
    pub(crate) date: String,
    /// Place of issue.
    pub(crate) place: Option<&'a str>,
    /// Heading: «О назначении…».
    pub(crate) title: &'a str,
    /// Preamble.
    pub(crate) preamble: Option<&'a str>,
    /// Numbered points; empty where the order has a text of its own.
    pub(crate) points: Vec<PointView>,
    /// The own text of the order, from `orders/<id>.md`.
    pub(crate) body: Html,
    /// Position of the signatory, as written, with a large letter: it begins the line.
    pub(crate) signatory_position: String,
    /// Name of the signatory, as written.
    pub(crate) signatory_name: &'a str,
    /// The signed file and its signature; empty if there is none.
    pub(crate) files: Vec<FileView>,
    /// «размещён 16.04.2026»; absent while it is not posted.
    pub(crate) posted: Option<String>,
    /// What this order put in force or approved.
    pub(crate) effects: Vec<LinkView>,
}

/// A point of an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct PointView {
    /// Anchor: `n1`.
    pub(crate) anchor: String,
    /// Number without a dot.
    pub(crate) number: usize,
    /// «пункт 1», as a citation begins.
    pub(crate) cite: String,
    /// Its words.
    pub(crate) text: String,
}

pub(crate) fn index<'a>(cx: Cx<'a>, docs: &Docs<'_>) -> View<'a> {
    let body = cx.body(docs);
    let title = body.title.clone().unwrap_or_else(|| cx.word("page-orders"));
    let mut orders: Vec<&Order> = cx.site.register.orders.iter().collect();
    orders.sort_by_key(|o| std::cmp::Reverse(o.date));
    let mut decisions: Vec<_> = cx.site.register.decisions.iter().collect();
    decisions.sort_by_key(|d| std::cmp::Reverse(d.date));
    let decisions = decisions.into_iter().filter_map(|d| {
        let href = cx.job(&Job::Decision(d.id.as_str().to_owned()))?;
        Some(LinkView { href, title: super::decision::title(cx, d) })
    });
    let page = OrderIndex {
        body: body.html.clone(),
        orders: orders.into_iter().filter_map(|o| line(cx, o)).collect(),
        decisions: decisions.collect(),
    };
    let frame = Frame::new(cx, title)
        .with_body(&body)
        .with_part(cx, "svod.orders", "orders-title", !page.orders.is_empty())
        .with_part(cx, "svod.decisions", "decisions-title", !page.decisions.is_empty());
    View { frame, page: Page::OrderIndex(page) }
}

fn line<'a>(cx: Cx<'a>, order: &'a Order) -> Option<OrderLine<'a>> {
    Some(OrderLine {
        href: cx.job(&Job::Order(order.id.as_str().to_owned()))?,
        label: capitalized(&order_label(cx, order)),
        title: &order.title,
        posted: posted_line(cx, order),
        files: order_files(cx, order),
    })
}

fn posted_line(cx: Cx<'_>, order: &Order) -> Option<String> {
    let date = posted(cx.site, &DocumentRef::Order(order.id.as_str().to_owned()))?;
    Some(cx.say("posted-on", &[("date", date.dotted().into())]))
}

pub(crate) fn view<'a>(cx: Cx<'a>, id: &str) -> Option<View<'a>> {
    let order = cx.site.register.orders.get(id)?;
    let own = cx.site.order_texts.iter().find(|t| t.order == id);
    let text = own.map(|o| body(&o.doc, Some(&order.title), Writer::new(cx.scope(&o.path, cx.out, None))));
    let text = text.unwrap_or_default();
    let label = capitalized(&order_label(cx, order));
    let mut frame = Frame::new(cx, format!("{label} «{}»", inner_quotes(&order.title))).with_body(&text);
    frame.description = Some(order.title.clone());
    frame.citation = Some(order_name(cx, order));
    let page = OrderPage {
        cited_as: of_order(cx, order),
        organization: cx.site.settings.organization.as_ref().map(|o| o.name.as_str()),
        number: &order.number,
        date: order.date.dotted(),
        place: order.place.as_deref(),
        title: &order.title,
        preamble: order.preamble.as_deref().filter(|_| own.is_none()),
        points: if own.is_none() { points(cx, order) } else { Vec::new() },
        body: text.html,
        signatory_position: capitalized(&order.signed_by.position),
        signatory_name: &order.signed_by.name,
        files: order_files(cx, order),
        posted: posted_line(cx, order),
        effects: effects(cx, id),
    };
    Some(View { frame, page: Page::Order(Box::new(page)) })
}

/// Points on appointments, then the order's own.
pub(crate) fn points(cx: Cx<'_>, order: &Order) -> Vec<PointView> {
    let appointments = order.appoints.iter().map(|a| appointment_point(cx, order, a));
    let texts = appointments.chain(order.points.iter().cloned());
    let numbered = texts.enumerate().map(|(i, text)| (i + 1, text));
    let cite = |number: usize| cx.say("cite-clause", &[("number", number.to_string().into())]);
    numbered
        .map(|(number, text)| PointView { anchor: format!("n{number}"), number, cite: cite(number), text })
        .collect()
}

/// «Назначить Иванову Анну Петровну, учителя информатики, администратором платформы с 15.04.2026.» with the words of the
/// order. A name in the nominative stands apart: «Назначить администратором платформы: Иванова Анна Петровна, …».
///
/// The end of a substitution is in the order itself; any other end was given by a later order and is not shown here.
fn appointment_point(cx: Cx<'_>, order: &Order, appointment: &AppointmentRecord) -> String {
    let register = &cx.site.register;
    let written = appointment.as_written.as_ref();
    let position = written.and_then(|w| w.position.clone());
    let name = written.and_then(|w| w.name.clone());
    let as_written = name.is_some();
    let person = register.people.get(appointment.person.as_str());
    let name = name.or(person.map(|p| p.name.clone())).unwrap_or_else(|| appointment.person.as_str().to_owned());
    // A position from the staff list would be in another case than a name from the order.
    let on_day = person.filter(|_| !as_written).map(|p| position_on(p, order.date)).filter(|p| !p.is_empty());
    let until = match appointment.until {
        Some(Until::Date(date)) if appointment.instead_of.is_some() => Some(date),
        _ => None,
    };
    let point = AppointmentPoint {
        form: NameForm { nominative: !as_written || name_form(&name).nominative, ..name_form(&name) },
        name,
        position: position.or(on_day),
        role: register.roles.get(appointment.role.as_str()).map_or(appointment.role.as_str(), |r| r.title.as_str()),
        substitute: appointment.instead_of.is_some(),
        from: appointment.from.filter(|from| *from != order.date || until.is_some()),
        until,
    };
    point.text(cx)
}

/// What a point of an order says about one appointment.
pub(crate) struct AppointmentPoint<'a> {
    pub(crate) name: String,
    pub(crate) form: NameForm,
    /// In the case of the name.
    pub(crate) position: Option<String>,
    /// Title of the role.
    pub(crate) role: &'a str,
    pub(crate) substitute: bool,
    pub(crate) from: Option<Date>,
    pub(crate) until: Option<Date>,
}

impl AppointmentPoint<'_> {
    /// The point as a sentence.
    pub(crate) fn text(&self, cx: Cx<'_>) -> String {
        let mut period = String::new();
        if let Some(from) = self.from {
            period = cx.say("appoint-from", &[("date", from.dotted().into())]);
        }
        if let Some(until) = self.until {
            period.push_str(&cx.say("appoint-until", &[("date", until.dotted().into())]));
        }
        let who = match (&self.position, self.form.nominative) {
            (Some(position), true) => format!("{}, {position}", self.name),
            // The position stands between commas, and the sentence goes on.
            (Some(position), false) => format!("{}, {position},", self.name),
            (None, _) => self.name.clone(),
        };
        let key = match (self.form.nominative, self.substitute) {
            (false, false) => "appoint",
            (false, true) => "appoint-substitute",
            (true, false) => "appoint-named",
            (true, true) => "appoint-substitute-named",
        };
        let role = role_as(cx, self.role, self.form.gender);
        cx.say(key, &[("role", (&role).into()), ("who", (&who).into()), ("period", (&period).into())])
    }
}

/// «администратором платформы»; of a title that cannot be declined «ответственным лицом по направлению «…»».
fn role_as(cx: Cx<'_>, title: &str, gender: Gender) -> String {
    let declined = if cx.words.lang() == Lang::Ru { declined(title, Case::Instrumental, gender) } else { None };
    declined.unwrap_or_else(|| cx.say("appoint-role", &[("role", inner_quotes(title).into())]))
}

/// Editions and instructions that name this order.
fn effects(cx: Cx<'_>, id: &str) -> Vec<LinkView> {
    let mut effects = Vec::new();
    for regulation in &cx.site.register.regulations {
        for edition in &regulation.editions {
            if edition.front.order.as_ref().is_some_and(|o| o.as_str() == id)
                && let Some(href) = cx.job(&Job::Edition(edition.slug.clone(), edition.date))
            {
                let values = [("title", (&edition.front.title).into()), ("date", edition.date.dotted().into())];
                effects.push(LinkView { href, title: cx.say("edition-title", &values) });
            }
        }
    }
    for instruction in &cx.site.instructions {
        if instruction.front.order.as_ref().is_some_and(|o| o.as_str() == id)
            && let Some(href) = cx.job(&Job::Instruction(instruction.slug.clone()))
        {
            effects.push(LinkView { href, title: instruction.front.title.clone() });
        }
    }
    effects
}
