//! Editions named by date that have no file.

use super::addresses;
use crate::base::Date;
use crate::check::{Context, Rule};
use crate::diag::{Arg, Code, Diagnostic, Diagnostics, Place};
use crate::schema::DocumentRef;

/// # What it does
/// Finds dates of editions (`edition:sferum@2026-04-15`, `sferum@2026-04-15#2.4`) that the folder of the regulation
/// does not have. The date is that of the file: the day on which the edition comes into force.
///
/// # Why
/// A record of posting, or an address fixed to an edition, would speak of a text that is not there.
///
/// # Example
/// `document: edition:sferum@2026-04-16` while the file is `2026-04-15.md`.
///
/// # How to allow
/// An unknown code cannot be allowed: the page that needs it would be wrong. Write the right code or add the record.
pub(crate) const RULE: Rule = Rule { code: Code::error("unknown-edition"), of_absence: true, run };

fn run(cx: &Context<'_>, out: &mut Diagnostics) {
    let register = cx.register();
    let mut judge = |slug: &str, date: Date, place: Place| {
        let known: Vec<Date> = register.editions().filter(|e| e.slug == slug).map(|e| e.date).collect();
        // A regulation without any edition is reported as such.
        if !known.is_empty() && !known.contains(&date) {
            let known = known.iter().map(Date::to_string).collect();
            out.push(
                Diagnostic::new(RULE.code, place)
                    .arg("regulation", slug)
                    .arg("date", date)
                    .arg("known", Arg::List(known)),
            );
        }
    };
    for (address, place) in addresses(cx) {
        if let (Some(slug), Some(date)) = (&address.regulation, address.edition) {
            judge(slug, date, place);
        }
    }
    for record in &register.publications {
        if let DocumentRef::Edition(slug, date) = &record.document {
            judge(slug, *date, record.at.key("document"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::check;

    #[test]
    fn dates_without_a_file() {
        let text = "
regulations: {sferum: {2026-04-15: {title: П, order: a}, 2026-10-15: {title: П}}}
roles: [{id: r, title: Р, clauses: [sferum@2026-04-15#2.4, sferum@2026-04-16#2.4]}]
publications:
  - {document: 'edition:sferum@2026-04-15', date: 2026-05-01}
  - {document: 'edition:sferum@2026-10-15', date: 2026-05-01}
  - {document: 'edition:sferum@2025-10-15', date: 2026-05-01}
  - {document: 'edition:other@2025-10-15', date: 2026-05-01}
";
        let expected = [
            "roles/0/clauses/1 regulation=sferum date=2026-04-16 known=2026-04-15,2026-10-15",
            "publications/2/document regulation=sferum date=2025-10-15 known=2026-04-15,2026-10-15",
        ];
        check(&RULE, text, "2026-05-01", &expected);
    }
}
