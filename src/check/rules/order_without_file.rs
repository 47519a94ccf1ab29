//! Orders without their signed paper.

use crate::check::{Context, Rule};
use crate::diag::{Code, Diagnostic, Diagnostics};

/// # What it does
/// Finds orders, signed by today, without a `file`.
///
/// # Why
/// The page of an order is its text; what proves it is the signed document with its number, date and signature, or an
/// electronic document with its signature file (explanations of Rosobrnadzor of 11.11.2024).
///
/// # Example
/// An order with number and date and no `file: files/….pdf`.
///
/// # How to allow
/// `allow: [order-without-file]` in `site.yml`, or `--allow order-without-file`.
pub(crate) const RULE: Rule = Rule { code: Code::warning("order-without-file"), of_absence: false, run };

fn run(cx: &Context<'_>, out: &mut Diagnostics) {
    for order in cx.register().orders.iter().filter(|order| order.file.is_none() && order.date <= cx.today) {
        out.push(
            Diagnostic::new(RULE.code, order.at.key("id"))
                .arg("number", order.number.as_str())
                .arg("date", order.date)
                .arg("id", order.id.as_str()),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::check;

    #[test]
    fn orders_without_a_file() {
        let order = |id: &str, date: &str, more: &str| {
            format!("  - {{id: {id}, number: 1, date: {date}, title: О, signed_by: {{name: Д, position: д}}{more}}}\n")
        };
        let orders = [
            order("a", "2026-04-15", ", file: files/a.pdf"),
            order("b", "2026-04-15", ", signature: files/b.sig"),
            order("c", "2026-05-02", ""),
        ];
        let text = format!("attachments: [files/a.pdf, files/b.sig]\norders:\n{}", orders.concat());
        check(&RULE, &text, "2026-05-01", &["orders/1/id number=1 date=2026-04-15 id=b"]);
    }
}
