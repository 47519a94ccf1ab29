//! Regulations named in the data or in front matter that have no folder in `regulations/`.

use std::collections::BTreeSet;

use super::addresses;
use crate::check::{Context, Rule, nearest};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::schema::DocumentRef;

/// # What it does
/// Finds names of regulations (of decisions, in addresses such as `sferum#2.4`, in front matter and publication
/// records) that no folder of `regulations/` has.
///
/// # Why
/// Clauses cannot be quoted or linked, deadlines cannot be counted.
///
/// # Example
/// `regulation: sfeum` while the folder is `regulations/sferum/`.
///
/// # How to allow
/// An unknown code cannot be allowed: the page that needs it would be wrong. Write the right code or add the record.
pub(crate) const RULE: Rule = Rule { code: Code::error("unknown-regulation"), of_absence: true, run };

fn run(cx: &Context<'_>, out: &mut Diagnostics) {
    let register = cx.register();
    let known: BTreeSet<&str> = register.editions().map(|e| e.slug.as_str()).collect();
    let mut judge = |slug: &str, place: Place| {
        if !known.contains(slug) {
            let nearest = nearest(slug, known.iter().copied());
            out.push(Diagnostic::new(RULE.code, place).arg("id", slug).arg("nearest", nearest));
        }
    };
    for (address, place) in addresses(cx) {
        if let Some(slug) = &address.regulation {
            judge(slug, place);
        }
    }
    for decision in register.decisions.iter() {
        judge(decision.regulation.as_str(), decision.at.key("regulation"));
    }
    for record in &register.publications {
        if let DocumentRef::Edition(slug, _) = &record.document {
            judge(slug, record.at.key("document"));
        }
    }
    let instructions = cx.site.instructions.iter().map(|i| (&i.front.regulation, &i.front.at));
    for (regulation, at) in instructions.chain(cx.site.pages.iter().map(|p| (&p.front.regulation, &p.front.at))) {
        if let Some(slug) = regulation {
            judge(slug.as_str(), at.key("regulation"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::check;

    #[test]
    fn names_without_a_folder() {
        let text = "
regulations: {sferum: {2026-04-15: {title: П, order: a}}, draft: {2026-04-15: {title: П}}}
decisions:
  - {id: a, regulation: sfeum, school_year: 2025/2026, date: 2026-03-27, body: п, text: т}
  - {id: b, regulation: draft, school_year: 2025/2026, date: 2026-03-27, body: п, text: т}
roles: [{id: r, title: Р, clauses: [sferum#2.4, other#1.1]}]
deadlines: [{id: d, title: Д, clause: other#2.1, due: 05-01, requires: decision}]
publications: [{document: 'edition:other@2026-04-15', date: 2026-05-01}]
instructions: {instructions/a.md: {title: И, regulation: sferum, implements: [other#2.1, 2.4]}}
pages: {guide/a.md: {regulation: other}}
questions: [{question: К?, see: [other#2.1, instructions/a.md]}]
";
        let expected = [
            "roles/0/clauses/1 id=other nearest=",
            "deadlines/0/clause id=other nearest=",
            "file/implements/0 id=other nearest=",
            "questions/0/see/0 id=other nearest=",
            "decisions/0/regulation id=sfeum nearest=sferum",
            "publications/0/document id=other nearest=",
            "file/regulation id=other nearest=",
        ];
        check(&RULE, text, "2026-05-01", &expected);
    }
}
