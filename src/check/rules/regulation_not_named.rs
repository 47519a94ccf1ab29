//! Addresses without a regulation where the site does not have exactly one.

use std::collections::BTreeSet;

use super::addresses;
use crate::check::{Context, Rule};
use crate::diag::{Arg, Code, Diagnostic, Diagnostics};

/// # What it does
/// Finds addresses such as `2.4` on a site with several regulations, or with none.
///
/// # Why
/// It is not known whose clause 2.4 is meant, so it can be neither linked nor quoted.
///
/// # Example
/// `clauses: ["2.4"]` in `roles.yml` while the site has `regulations/sferum/` and `regulations/site/`; write
/// `sferum#2.4`.
///
/// # How to allow
/// It cannot be allowed: write the regulation before the number, `sferum#2.4`.
pub(crate) const RULE: Rule = Rule { code: Code::error("regulation-not-named"), of_absence: true, run };

fn run(cx: &Context<'_>, out: &mut Diagnostics) {
    let known: BTreeSet<&str> = cx.register().editions().map(|e| e.slug.as_str()).collect();
    if known.len() == 1 {
        return;
    }
    let list: Vec<String> = known.iter().map(|slug| (*slug).to_owned()).collect();
    for (address, place) in addresses(cx).into_iter().filter(|(a, _)| a.regulation.is_none()) {
        out.push(
            Diagnostic::new(RULE.code, place).arg("address", address.local()).arg("known", Arg::List(list.clone())),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::check;

    const TEXT: &str = "
regulations: {sferum: {2026-04-15: {title: П, order: a}}, site: {2026-04-15: {title: П, order: a}}}
roles: [{id: r, title: Р, clauses: [2.4/7, sferum#2.4]}]
deadlines: [{id: d, title: Д, clause: 2.1, due: 05-01, requires: decision}]
instructions:
  instructions/a.md: {title: И, regulation: sferum, implements: 2.4}
  instructions/b.md: {title: И, implements: 2.5}
";

    #[test]
    fn several_regulations() {
        let expected = [
            "roles/0/clauses/0 address=2.4/7 known=sferum,site",
            "deadlines/0/clause address=2.1 known=sferum,site",
            "file/implements/0 address=2.5 known=sferum,site",
        ];
        check(&RULE, TEXT, "2026-05-01", &expected);
    }

    #[test]
    fn one_regulation_or_none() {
        check(&RULE, &TEXT.replace(", site: {2026-04-15: {title: П, order: a}}", ""), "2026-05-01", &[]);
        let none = "roles: [{id: r, title: Р, clauses: 2.4}]";
        check(&RULE, none, "2026-05-01", &["roles/0/clauses/0 address=2.4 known="]);
    }
}
