//! Orders named in the data or in front matter that are not in `orders.yml`.

use crate::check::{Context, Rule, nearest};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::schema::DocumentRef;

/// # What it does
/// Finds codes of orders (of editions, instructions and publication records, and names of files in `orders/`) that
/// `orders.yml` does not have.
///
/// # Why
/// The approval block of an edition and the proof of posting come from the order; without the record they are empty.
///
/// # Example
/// `order: prikaz-132` in an edition while `orders.yml` has `prikaz-2026-132`.
///
/// # How to allow
/// An unknown code cannot be allowed: the page that needs it would be wrong. Write the right code or add the record.
pub(crate) const RULE: Rule = Rule { code: Code::error("unknown-order"), of_absence: true, run };

fn run(cx: &Context<'_>, out: &mut Diagnostics) {
    let register = cx.register();
    let mut judge = |id: &str, place: Place| {
        if register.orders.get(id).is_none() {
            let nearest = nearest(id, register.orders.ids());
            out.push(Diagnostic::new(RULE.code, place).arg("id", id).arg("nearest", nearest));
        }
    };
    for edition in register.editions() {
        if let Some(order) = &edition.front.order {
            judge(order.as_str(), edition.front.at.key("order"));
        }
    }
    for instruction in &cx.site.instructions {
        if let Some(order) = &instruction.front.order {
            judge(order.as_str(), instruction.front.at.key("order"));
        }
    }
    for text in &cx.site.order_texts {
        judge(&text.order, Place::file(text.file));
    }
    for record in &register.publications {
        if let DocumentRef::Order(order) = &record.document {
            judge(order, record.at.key("document"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::check;

    #[test]
    fn codes_without_a_record() {
        let text = "
orders: [{id: known, number: 1, date: 2026-04-15, title: О, signed_by: {name: Д, position: д}}]
regulations: {sferum: {2026-04-15: {title: П, order: known}, 2026-09-01: {title: П, order: other}, 2027-09-01: {title: П, order: draft, draft: да}}}
instructions: {instructions/a.md: {title: И, force: approved, order: knwn}}
order_texts: [orders/known.md, orders/stray.md]
publications: [{document: 'order:gone', date: 2026-05-01}, {document: 'order:known', date: 2026-05-01}]
";
        let expected = [
            "file/order id=other nearest=",
            "file/order id=draft nearest=",
            "file/order id=knwn nearest=known",
            "file id=stray nearest=",
            "publications/0/document id=gone nearest=",
        ];
        check(&RULE, text, "2026-05-01", &expected);
    }
}
