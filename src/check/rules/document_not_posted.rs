//! Signed documents that do not stand posted.

use super::{kind, place_of, yes_no};
use crate::base::SchoolYear;
use crate::check::{Context, Rule};
use crate::diag::{Code, Diagnostic, Diagnostics, Severity};
use crate::model::{Edition, EditionStatus, Regulation};
use crate::schema::records::Decision;
use crate::schema::{DocumentRef, Id};

/// # What it does
/// Finds decisions, orders and editions that are signed and have no publication record, or only records of what was
/// taken down again. What no longer has effect is let go if it once stood posted, and is a note if it never did.
///
/// # Why
/// Rules on official sites (№ 1802, item 16) give ten working days from signing; clause 2.1 asks for the decision and
/// the order of appointment by 1 May.
///
/// # Example
/// An order of 15.04.2026 without a record `document: order:…` in `publications.yml`: to be posted by 29.04.2026.
///
/// # How to allow
/// `allow: [document-not-posted]` in `site.yml`, or `--allow document-not-posted`.
pub(crate) const RULE: Rule = Rule { code: Code::warning("document-not-posted"), of_absence: true, run };

fn run(cx: &Context<'_>, out: &mut Diagnostics) {
    for clock in cx.clocks.iter().filter(|clock| clock.published.is_none()) {
        let in_effect = in_effect(cx, &clock.document);
        let once_posted = cx.register().publications.iter().any(|p| p.document == clock.document && p.date <= cx.today);
        if !in_effect && once_posted {
            continue;
        }
        let mut finding = Diagnostic::new(RULE.code, place_of(cx, &clock.document))
            .arg("kind", kind(&clock.document))
            .arg("document", clock.document.to_string())
            .arg("signed", clock.signed)
            .arg("number", number(cx, &clock.document))
            .arg("work_by", clock.work_by.date)
            .arg("passed", yes_no(cx.today > clock.work_by.date))
            .arg("exact", yes_no(clock.work_by.exact))
            .arg("removed", yes_no(once_posted));
        if let DocumentRef::Edition(_, date) = &clock.document {
            finding = finding.arg("edition", *date);
        }
        if !in_effect {
            finding.severity = Severity::Note;
        }
        out.push(finding);
    }
}

/// The number of an order; other documents have none.
fn number<'a>(cx: &Context<'a>, document: &DocumentRef) -> &'a str {
    match document {
        DocumentRef::Order(id) => cx.register().orders.get(id).map_or("", |order| order.number.as_str()),
        DocumentRef::Decision(_) | DocumentRef::Edition(..) | DocumentRef::File(_) => "",
    }
}

/// Whether a document still has effect, or will have.
fn in_effect(cx: &Context<'_>, document: &DocumentRef) -> bool {
    let register = cx.register();
    let lives = |edition: &Edition, regulation: &Regulation| {
        matches!(regulation.status(edition, cx.today), EditionStatus::InForce | EditionStatus::NotYet)
    };
    match document {
        DocumentRef::Decision(id) => register.decisions.get(id).is_none_or(|decision| {
            let replaces = |other: &Decision| {
                other.regulation == decision.regulation && other.date > decision.date && other.date <= cx.today
            };
            decision.school_year >= SchoolYear::of(cx.today) || !register.decisions.iter().any(replaces)
        }),
        DocumentRef::Order(id) => {
            let is_this = |order: &Option<Id>| order.as_ref().is_some_and(|o| o.as_str() == id.as_str());
            let mut appoints = register.appointments.iter().filter(|a| a.order == *id).peekable();
            let mut approves = register
                .regulations
                .iter()
                .flat_map(|r| r.adopted().map(move |e| (e, r)))
                .filter(|(e, _)| is_this(&e.front.order))
                .peekable();
            // An order that neither appoints nor puts in force has no end that the data could tell.
            (appoints.peek().is_none() && approves.peek().is_none())
                || appoints.any(|a| register.effect(a).until.is_none_or(|until| cx.today <= until))
                || approves.any(|(e, r)| lives(e, r))
                || cx.site.instructions.iter().any(|i| is_this(&i.front.order))
        }
        DocumentRef::Edition(slug, date) => register.regulation(slug).is_some_and(|regulation| {
            regulation.adopted().any(|edition| edition.date == *date && lives(edition, regulation))
        }),
        DocumentRef::File(_) => true,
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::check;

    const TEXT: &str = "
regulations: {sferum: {2026-04-15: {title: Положение, order: approval}}}
roles: [{id: administrator, title: Администратор}]
decisions:
  - {id: first, regulation: sferum, school_year: 2025/2026, date: 27.03.2026, body: педсовет, text: Решили}
orders:
  - {id: approval, number: 1, date: 15.04.2026, title: О, signed_by: {name: Д, position: д}}
  - {id: appointment, number: 2, date: 15.04.2026, title: О, signed_by: {name: Д, position: д}, appoints: [{person: ivanova, role: administrator}]}
";
    const ORDER: &str =
        "orders/1/id kind=word-document-order document=order:appointment signed=2026-04-15 number=2 work_by=2026-04-29";

    fn with(edit: (&str, &str), publications: &str) -> String {
        assert!(TEXT.contains(edit.0));
        let posted = "
  - {document: 'order:approval', date: 16.04.2026}
  - {document: 'edition:sferum@2026-04-15', date: 16.04.2026}
  - {document: 'decision:first', date: 02.04.2026}
";
        format!("{}publications:{posted}{publications}", TEXT.replace(edit.0, edit.1))
    }

    #[test]
    fn until_the_tenth_working_day_and_after_it() {
        let text = with(("", ""), "");
        check(&RULE, &text, "2026-04-14", &[]);
        check(&RULE, &text, "2026-04-29", &[&format!("{ORDER} passed=no exact=yes removed=no")]);
        check(&RULE, &text, "2026-04-30", &[&format!("{ORDER} passed=yes exact=yes removed=no")]);
        check(&RULE, &with(("", ""), "  - {document: 'order:appointment', date: 16.04.2026}"), "2026-04-30", &[]);
    }

    #[test]
    fn taken_down_again() {
        let text = with(("", ""), "  - {document: 'order:appointment', date: 16.04.2026, removed: 20.05.2026}");
        check(&RULE, &text, "2026-05-19", &[]);
        check(&RULE, &text, "2026-05-20", &[&format!("{ORDER} passed=yes exact=yes removed=yes")]);
    }

    #[test]
    fn what_has_no_effect_any_more() {
        let ended = ("role: administrator}", "role: administrator, until: 15.06.2026}");
        let never = with(ended, "");
        check(&RULE, &never, "2026-06-15", &[&format!("{ORDER} passed=yes exact=yes removed=no")]);
        check(&RULE, &never, "2026-06-16", &[&format!("note {ORDER} passed=yes exact=yes removed=no")]);
        let removed = with(ended, "  - {document: 'order:appointment', date: 16.04.2026, removed: 16.06.2026}");
        check(&RULE, &removed, "2026-06-16", &[]);
    }
}
