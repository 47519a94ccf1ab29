//! Papers posted before they were signed.

use super::{kind, place_of};
use crate::base::Date;
use crate::check::{Context, Rule};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::model::Register;
use crate::schema::DocumentRef;

/// # What it does
/// Finds publication records dated before the document: the decision, the order, the order that puts an edition in
/// force.
///
/// # Why
/// What was not signed could not be posted: one of the two dates is wrong, and the panel of deadlines counts on both.
///
/// # Example
/// The order is of 15.04.2026, its record of 14.04.2026.
///
/// # How to allow
/// `allow: [posted-before-signed]` in `site.yml`, or `--allow posted-before-signed`.
pub(crate) const RULE: Rule = Rule { code: Code::warning("posted-before-signed"), of_absence: false, run };

fn run(cx: &Context<'_>, out: &mut Diagnostics) {
    for record in &cx.register().publications {
        let Some(signed) = signed(cx.register(), &record.document).filter(|signed| record.date < *signed) else {
            continue;
        };
        let mut finding = Diagnostic::new(RULE.code, record.at.key("date"))
            .arg("kind", kind(&record.document))
            .arg("posted", record.date)
            .arg("signed", signed);
        if let Some(place) = place_of(cx, &record.document) {
            finding = finding.related("label-document", place);
        }
        out.push(finding);
    }
}

/// The day a document was signed.
pub(super) fn signed(register: &Register, document: &DocumentRef) -> Option<Date> {
    match document {
        DocumentRef::Decision(id) => register.decisions.get(id).map(|d| d.date),
        DocumentRef::Order(id) => register.orders.get(id).map(|o| o.date),
        DocumentRef::Edition(slug, date) => {
            let edition = register.regulation(slug)?.editions.iter().find(|e| e.date == *date)?;
            register.order_named(edition.front.order.as_ref()).map(|order| order.date)
        }
        DocumentRef::File(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::check;

    #[test]
    fn records_of_an_earlier_day() {
        let text = "
orders: [{id: a, number: 1, date: 2026-04-15, title: О, signed_by: {name: Д, position: д}}]
decisions: [{id: d, regulation: sferum, school_year: 2025/2026, date: 2026-03-27, body: П, text: Т}]
regulations: {sferum: {2026-04-20: {title: П, order: a}}}
publications:
  - {document: 'order:a', date: 2026-04-14}
  - {document: 'order:a', date: 2026-04-15}
  - {document: 'decision:d', date: 2026-03-26}
  - {document: 'edition:sferum@2026-04-20', date: 2026-04-16}
  - {document: 'edition:sferum@2026-04-20', date: 2026-04-13}
";
        let expected = [
            "publications/0/date kind=word-document-order posted=2026-04-14 signed=2026-04-15",
            "publications/2/date kind=word-document-decision posted=2026-03-26 signed=2026-03-27",
            "publications/4/date kind=word-document-edition posted=2026-04-13 signed=2026-04-15",
        ];
        check(&RULE, text, "2026-05-01", &expected);
    }
}
