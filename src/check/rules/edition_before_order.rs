//! Editions in force before their order was signed.

use crate::check::{Context, Rule};
use crate::diag::{Code, Diagnostic, Diagnostics};

/// # What it does
/// Finds editions whose order is dated after the day on which the edition comes into force (the name of its file).
///
/// # Why
/// An order cannot put a text in force before it is signed: either the name of the file or the date of the order is
/// wrong.
///
/// # Example
/// `regulations/sferum/2026-03-27.md` (the day of the council) with an order of 15.04.2026.
///
/// # How to allow
/// `allow: [edition-before-order]` in `site.yml`, or `--allow edition-before-order`.
pub(crate) const RULE: Rule = Rule { code: Code::warning("edition-before-order"), of_absence: false, run };

fn run(cx: &Context<'_>, out: &mut Diagnostics) {
    let register = cx.register();
    for edition in register.regulations.iter().flat_map(|r| r.adopted()) {
        let order = register.order_named(edition.front.order.as_ref());
        if let Some(order) = order.filter(|order| order.date > edition.date) {
            out.push(
                Diagnostic::new(RULE.code, edition.front.at.key("order"))
                    .arg("regulation", edition.slug.as_str())
                    .arg("date", edition.date)
                    .arg("number", order.number.as_str())
                    .arg("signed", order.date)
                    .related("label-order", order.at.key("date")),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::check;

    #[test]
    fn an_order_of_a_later_day() {
        let text = "
orders: [{id: a, number: 01-07/132, date: 2026-04-15, title: О, signed_by: {name: Д, position: д}}]
regulations: {sferum: {2026-04-15: {title: П, order: a}}, early: {2026-03-27: {title: П, order: a}}}
";
        let expected = ["file/order regulation=early date=2026-03-27 number=01-07/132 signed=2026-04-15"];
        check(&RULE, text, "2026-05-01", &expected);
    }
}
