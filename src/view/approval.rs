//! The approval block of an edition: who adopted it, whose opinion was taken into account, by which order it is in
//! force.

use serde::Serialize;

use crate::base::Lang;
use crate::model::Edition;
use crate::schema::records::{Approval, ApprovalAct};

use super::context::Cx;
use super::documents::order_link;
use super::frame::LinkView;

/// One stamp of the approval block.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct StampView {
    /// «ПРИНЯТО», «МНЕНИЕ УЧТЕНО», «УТВЕРЖДЕНО».
    pub(crate) title: String,
    /// Lines below, in order.
    pub(crate) lines: Vec<String>,
    /// The order, for the stamp of approval.
    pub(crate) order: Option<LinkView>,
}

/// The stamps of an edition, approval by order last.
pub(crate) fn stamps(cx: Cx<'_>, edition: &Edition) -> Vec<StampView> {
    let mut stamps: Vec<StampView> = edition.front.approval.iter().map(|a| stamp(cx, a)).collect();
    let order = cx.site.register.order_named(edition.front.order.as_ref());
    if let Some(order) = order {
        let organization = organization(cx);
        let values = [("date", order.date.dotted().into()), ("number", (&order.number).into())];
        stamps.push(StampView {
            title: cx.word("stamp-approved"),
            lines: vec![
                cx.say("stamp-approved-by", &[("organization", (&organization).into())]).trim().to_owned(),
                cx.say("stamp-order", &values),
            ],
            order: order_link(cx, order.id.as_str()),
        });
    }
    stamps
}

fn organization(cx: Cx<'_>) -> String {
    let organization = cx.site.settings.organization.as_ref();
    organization.map(|o| o.short_name.as_deref().unwrap_or(&o.name)).unwrap_or_default().to_owned()
}

fn stamp(cx: Cx<'_>, approval: &Approval) -> StampView {
    let key = match approval.act {
        ApprovalAct::Adopted => "stamp-adopted",
        ApprovalAct::Opinion => "stamp-opinion",
        ApprovalAct::Agreed => "stamp-agreed",
    };
    let mut body = approval.body.trim().to_owned();
    if approval.act != ApprovalAct::Opinion {
        // «ПРИНЯТО педагогическим советом»: the body is written in the staff's own words, mostly as a name.
        if cx.words.lang() == Lang::Ru {
            body = instrumental(&body);
        }
        let organization = organization(cx);
        if approval.act == ApprovalAct::Adopted && !organization.is_empty() && !body.contains(&organization) {
            body = format!("{body} {organization}");
        }
    }
    let date = approval.date.dotted();
    let protocol = match &approval.protocol {
        Some(number) => cx.say("stamp-protocol", &[("date", (&date).into()), ("number", number.into())]),
        None => cx.say("stamp-protocol-without-number", &[("date", (&date).into())]),
    };
    StampView { title: cx.word(key), lines: vec![body, protocol], order: None }
}

/// Names of bodies of schools, as named and as doers.
const BODIES: [(&str, &str); 12] = [
    ("педагогический совет", "педагогическим советом"),
    ("управляющий совет", "управляющим советом"),
    ("наблюдательный совет", "наблюдательным советом"),
    ("попечительский совет", "попечительским советом"),
    ("методический совет", "методическим советом"),
    ("общешкольный родительский комитет", "общешкольным родительским комитетом"),
    ("родительский комитет", "родительским комитетом"),
    ("общее собрание", "общим собранием"),
    ("совет", "советом"),
    ("конференция", "конференцией"),
    ("профсоюзный комитет", "профсоюзным комитетом"),
    ("первичная профсоюзная организация", "первичной профсоюзной организацией"),
];

/// «Педагогический совет школы» as the doer: «педагогическим советом школы». What is not a known name stays.
pub(super) fn instrumental(body: &str) -> String {
    let lower = body.to_lowercase();
    for (name, doer) in BODIES {
        if lower.starts_with(name) && lower.chars().nth(name.chars().count()).is_none_or(|c| !c.is_alphabetic()) {
            let rest: String = body.chars().skip(name.chars().count()).collect();
            return format!("{doer}{rest}");
        }
    }
    body.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(body: &str, expected: &str) {
        assert_eq!(instrumental(body), expected);
    }

    #[test]
    fn bodies_as_doers() {
        check("Педагогический совет", "педагогическим советом");
        check("педагогический совет МАОУ «СОШ № 1»", "педагогическим советом МАОУ «СОШ № 1»");
        check("Совет родителей (законных представителей)", "советом родителей (законных представителей)");
        check("педагогическим советом", "педагогическим советом");
        check("Советник директора", "Советник директора");
    }
}
