//! Editions that no order puts in force.

use crate::check::{Context, Rule};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};

/// # What it does
/// Finds editions without `order` in their front matter that are not marked `draft`.
///
/// # Why
/// Without an order an edition is a draft and does not go on the site. That may be meant; if the order is signed, it is
/// merely not named yet.
///
/// # Example
/// `regulations/sferum/2026-10-15.md` without `order:`.
///
/// # How to allow
/// `allow: [edition-without-order]` in `site.yml`, or `--allow edition-without-order`.
pub(crate) const RULE: Rule = Rule { code: Code::note("edition-without-order"), of_absence: false, run };

fn run(cx: &Context<'_>, out: &mut Diagnostics) {
    for edition in cx.register().editions() {
        if edition.front.order.is_none() && edition.front.draft != Some(true) {
            out.push(
                Diagnostic::new(RULE.code, Place::file(edition.file))
                    .arg("regulation", edition.slug.as_str())
                    .arg("date", edition.date),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::check;

    #[test]
    fn neither_an_order_nor_marked_a_draft() {
        let text = "
regulations: {sferum: {2024-04-15: {title: П, order: a}, 2026-04-15: {title: П}, 2026-10-15: {title: П, draft: да}}}
";
        check(&RULE, text, "2026-05-01", &["file regulation=sferum date=2026-04-15"]);
    }
}
