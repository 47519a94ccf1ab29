//! What a page is, for machines that read pages: JSON-LD in the words of schema.org. Only what the data say.
//!
//! It stands in a `script` of a type that no browser runs, so a policy has nothing against it.

use serde_json::{Map, Value, json};

use crate::model::{Edition, EditionStatus, Job};

use super::context::Cx;
use super::frame::{Frame, above, public};
use super::html::Html;

/// The facts about a page whose frame is ready.
pub(crate) fn facts(cx: Cx<'_>, job: &Job, frame: &Frame<'_>) -> Html {
    let mut graph: Vec<Value> = vec![page(cx, job, frame)];
    graph.extend(organization(cx));
    graph.extend(breadcrumbs(cx, frame));
    graph.extend(match job {
        Job::Regulation(slug) => cx.site.register.regulation(slug).and_then(|regulation| {
            let shown = regulation.shown(cx.site.today)?;
            edition(cx, shown.edition, shown.status)
        }),
        Job::Edition(slug, date) => cx.site.register.regulation(slug).and_then(|regulation| {
            let found = regulation.editions.iter().find(|e| e.date == *date)?;
            edition(cx, found, regulation.status(found, cx.site.today))
        }),
        Job::Order(id) => order(cx, id),
        _ => None,
    });
    let text = json!({ "@context": "https://schema.org", "@graph": graph }).to_string();
    // Nothing in a script may look like its end, whatever a title says.
    Html(text.replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026"))
}

/// An object of this type with those of the values that are known.
fn object(kind: &str, values: &[(&str, Option<Value>)]) -> Value {
    let mut object = Map::new();
    object.insert("@type".to_owned(), json!(kind));
    for (name, value) in values {
        if let Some(value) = value {
            object.insert((*name).to_owned(), value.clone());
        }
    }
    Value::Object(object)
}

fn text(value: &str) -> Option<Value> {
    Some(value.trim()).filter(|v| !v.is_empty()).map(|v| json!(v))
}

/// Full address of a page or of a thing, if the site knows its own.
fn address(cx: Cx<'_>, path: &str) -> Option<Value> {
    cx.site.settings.base_url.as_ref().map(|base| json!(format!("{base}{path}")))
}

/// The name by which the other objects know the organisation.
const ISSUER: &str = "#organization";

fn page(cx: Cx<'_>, job: &Job, frame: &Frame<'_>) -> Value {
    let kind = match job {
        Job::Home | Job::RegulationIndex | Job::InstructionIndex | Job::OrderIndex | Job::Contents => "CollectionPage",
        Job::Search => "SearchResultsPage",
        _ => "WebPage",
    };
    let site = object("WebSite", &[("name", text(frame.site_title)), ("url", address(cx, ""))]);
    object(
        kind,
        &[
            ("url", frame.canonical.as_deref().and_then(text)),
            ("name", text(&frame.title)),
            ("description", frame.description.as_deref().and_then(text)),
            ("inLanguage", text(frame.lang)),
            ("isPartOf", Some(site)),
            ("publisher", cx.site.settings.organization.as_ref().map(|_| json!({ "@id": ISSUER }))),
        ],
    )
}

fn organization(cx: Cx<'_>) -> Option<Value> {
    let settings = &cx.site.settings;
    let own = settings.organization.as_ref()?;
    let mut object = object(
        "EducationalOrganization",
        &[
            ("name", text(&own.name)),
            ("alternateName", own.short_name.as_deref().and_then(text)),
            ("url", settings.official_site.as_deref().and_then(text)),
            ("address", own.address.as_deref().and_then(text)),
            ("telephone", own.phone.as_deref().and_then(text)),
            ("email", own.email.as_deref().and_then(text)),
        ],
    );
    if let Value::Object(object) = &mut object {
        object.insert("@id".to_owned(), json!(ISSUER));
    }
    Some(object)
}

/// The way to the page; without full addresses it would say nothing.
fn breadcrumbs(cx: Cx<'_>, frame: &Frame<'_>) -> Option<Value> {
    if frame.breadcrumbs.is_empty() {
        return None;
    }
    let own = (public(cx.out), frame.title.as_str());
    let above = above(cx);
    let titles = frame.breadcrumbs.iter().map(|link| link.title.as_str());
    let steps = above.iter().map(|folder| public(&folder.out)).zip(titles).chain([own]);
    let items: Option<Vec<Value>> = steps
        .zip(1..)
        .map(|((path, title), position)| {
            let values =
                [("position", Some(json!(position))), ("name", text(title)), ("item", Some(address(cx, path)?))];
            Some(object("ListItem", &values))
        })
        .collect();
    Some(object("BreadcrumbList", &[("itemListElement", Some(Value::Array(items?)))]))
}

fn edition(cx: Cx<'_>, edition: &Edition, status: EditionStatus) -> Option<Value> {
    let front = &edition.front;
    let order = cx.site.register.order_named(front.order.as_ref());
    let force = match status {
        EditionStatus::InForce => Some(json!("https://schema.org/InForce")),
        EditionStatus::Superseded | EditionStatus::Lost | EditionStatus::NotYet => {
            Some(json!("https://schema.org/NotInForce"))
        }
        EditionStatus::Draft => None,
    };
    // A draft is nobody's act yet.
    force.as_ref()?;
    Some(object(
        "Legislation",
        &[
            ("name", text(&front.title)),
            ("url", address(cx, public(cx.out))),
            ("inLanguage", text(cx.words.lang().code())),
            ("legislationLegalForce", force),
            ("legislationDateVersion", Some(json!(edition.date.to_string()))),
            ("legislationDate", order.map(|o| json!(o.date.to_string()))),
            ("legislationIdentifier", order.and_then(|o| text(&o.number))),
            ("legislationPassedBy", issuer(cx)),
        ],
    ))
}

fn order(cx: Cx<'_>, id: &str) -> Option<Value> {
    let order = cx.site.register.orders.get(id)?;
    Some(object(
        "Legislation",
        &[
            ("name", text(&order.title)),
            ("url", address(cx, public(cx.out))),
            ("inLanguage", text(cx.words.lang().code())),
            ("legislationType", text(&cx.word("order-word").to_lowercase())),
            ("legislationDate", Some(json!(order.date.to_string()))),
            ("legislationIdentifier", text(&order.number)),
            ("legislationPassedBy", issuer(cx)),
        ],
    ))
}

fn issuer(cx: Cx<'_>) -> Option<Value> {
    cx.site.settings.organization.as_ref().map(|_| json!({ "@id": ISSUER }))
}
