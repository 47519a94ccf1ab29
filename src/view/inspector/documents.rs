//! Lines about documents: signed orders, posting, protocols, editions.

use crate::base::{Date, Lang};
use crate::model::{PostingClock, RowStatus};
use crate::schema::DocumentRef;
use crate::schema::records::{Approval, ApprovalAct, Order};

use super::super::approval::instrumental;
use super::super::context::{Cx, capitalized, inner_quotes};
use super::super::documents::{attachment, document_href, document_name, order_files, order_label};
use super::super::frame::public;
use super::super::html::scheme_allowed;
use super::super::panel::{exact, text};
use super::{Answer, Proof, current};

/// The orders in effect, each with its signed file.
pub(super) fn orders(cx: Cx<'_>) -> Vec<Answer> {
    let orders = current(cx).into_iter().filter_map(|document| match document {
        DocumentRef::Order(id) => cx.site.register.orders.get(&id),
        _ => None,
    });
    orders.map(|order| order_answer(cx, order)).collect()
}

fn order_answer(cx: Cx<'_>, order: &Order) -> Answer {
    let values = [
        ("order", capitalized(&order_label(cx, order)).into()),
        ("title", inner_quotes(&order.title).into()),
        ("position", (&order.signed_by.position).into()),
        ("name", (&order.signed_by.name).into()),
    ];
    let files = order_files(cx, order);
    let path = |name: &Option<String>| {
        name.as_deref().and_then(|path| attachment(cx, path)).map(|a| a.path.as_str().to_owned()).unwrap_or_default()
    };
    let paths = [path(&order.file), path(&order.signature)].into_iter().filter(|p| !p.is_empty());
    let proof: Vec<Proof> = files
        .into_iter()
        .zip(paths)
        .map(|(file, path)| {
            let values = [("title", (&file.title).into()), ("path", path.into()), ("kind", (&file.kind).into())];
            Proof { text: cx.say("inspector-file", &values), href: Some(file.href) }
        })
        .collect();
    let missing = proof.is_empty();
    let none = missing.then(|| Proof { text: cx.word("inspector-no-file"), href: None });
    Answer { text: cx.say("inspector-order", &values), proof: proof.into_iter().chain(none).collect(), missing }
}

/// Where each deadline stands, then when each document was posted and whether in ten working days.
pub(super) fn posted(cx: Cx<'_>) -> Vec<Answer> {
    let (register, today) = (&cx.site.register, cx.site.today);
    // The school year that runs, and the one before: its day has passed, so it tells whether the term was kept.
    let rows = register.deadlines.iter().flat_map(|deadline| {
        let mut rows = register.rows(deadline, today);
        rows.split_off(rows.len().saturating_sub(2)).into_iter().rev().map(move |row| (deadline, row))
    });
    let deadlines = rows.map(|(deadline, row)| {
        let values = [("year", row.school_year.to_string().into()), ("text", text(cx, &row).into())];
        let clause = super::super::people::clause_link(cx, &deadline.clause, None);
        let proof = Proof {
            text: cx.say("inspector-clause", &[("clause", (&clause.title).into())]),
            href: Some(clause.href).filter(|href| !href.is_empty()),
        };
        Answer { text: cx.say("inspector-row", &values), proof: vec![proof], missing: row.status == RowStatus::Overdue }
    });
    let wanted = current(cx);
    let clocks = register.clocks(today).into_iter().filter(|clock| wanted.contains(&clock.document));
    let documents = clocks.map(|clock| posted_answer(cx, &clock));
    deadlines.chain(documents).collect()
}

fn posted_answer(cx: Cx<'_>, clock: &PostingClock) -> Answer {
    let name = document_name(cx, &clock.document);
    let text = match clock.published {
        Some(date) => cx.say("inspector-posted-on", &[("document", name.into()), ("date", date.dotted().into())]),
        None => cx.say("inspector-not-posted", &[("document", name.into())]),
    };
    let term = [
        ("date", exact(cx, clock.work_by, clock.work_by.date.dotted()).into()),
        (
            "verdict",
            cx.word(match clock.within_ten_days {
                Some(true) => "inspector-term-kept",
                Some(false) => "inspector-term-missed",
                None => "inspector-term-open",
            })
            .into(),
        ),
    ];
    let mut proof = vec![Proof { text: cx.say("inspector-term", &term), href: None }];
    proof.extend(address(cx, clock));
    Answer { text, proof, missing: clock.published.is_none() && clock.within_ten_days == Some(false) }
}

/// Where a document stands posted: the address of its record, else its page on this site.
fn address(cx: Cx<'_>, clock: &PostingClock) -> Option<Proof> {
    let posted = clock.published?;
    let records = cx.site.register.publications.iter().filter(|p| p.document == clock.document && p.date == posted);
    let recorded = records.filter_map(|p| p.url.clone()).find(|url| scheme_allowed(url));
    if let Some(url) = recorded {
        return Some(Proof { text: url.clone(), href: Some(url) });
    }
    let base = cx.site.settings.base_url.as_ref()?;
    let out = page_of(cx, &clock.document)?;
    Some(Proof { text: format!("{base}{}", public(&out)), href: document_href(cx, &clock.document) })
}

fn page_of(cx: Cx<'_>, document: &DocumentRef) -> Option<crate::base::OutPath> {
    use crate::model::Job;
    let job = match document {
        DocumentRef::Order(id) => Job::Order(id.clone()),
        DocumentRef::Decision(id) => Job::Decision(id.clone()),
        DocumentRef::Edition(slug, date) => Job::Edition(slug.clone(), *date),
        DocumentRef::File(_) => return None,
    };
    cx.site.routes.iter().find(|(_, j)| **j == job).map(|(out, _)| out.clone())
}

/// Protocols of the editions in force and of the latest decisions.
pub(super) fn protocols(cx: Cx<'_>) -> Vec<Answer> {
    let register = &cx.site.register;
    let mut answers = Vec::new();
    for edition in register.regulations.iter().filter_map(|r| r.in_force(cx.site.today)) {
        let document = DocumentRef::Edition(edition.slug.clone(), edition.date);
        for approval in &edition.front.approval {
            answers.push(Answer {
                text: approval_text(cx, approval),
                proof: vec![document_proof(cx, &document)],
                missing: approval.protocol.is_none(),
            });
        }
    }
    for document in current(cx) {
        let DocumentRef::Decision(id) = &document else { continue };
        let Some(decision) = register.decisions.get(id) else { continue };
        let values = [
            ("body", (&decision.body).into()),
            ("year", decision.school_year.to_string().into()),
            ("protocol", protocol(cx, decision.protocol.as_deref(), decision.date).into()),
        ];
        answers.push(Answer {
            text: cx.say("inspector-decision", &values),
            proof: vec![document_proof(cx, &document)],
            missing: decision.protocol.is_none(),
        });
    }
    answers
}

fn approval_text(cx: Cx<'_>, approval: &Approval) -> String {
    let key = match approval.act {
        ApprovalAct::Adopted => "inspector-adopted",
        ApprovalAct::Opinion => "inspector-opinion",
        ApprovalAct::Agreed => "inspector-agreed",
    };
    let protocol = protocol(cx, approval.protocol.as_deref(), approval.date);
    let by_whom = approval.act != ApprovalAct::Opinion && cx.words.lang() == Lang::Ru;
    let body = if by_whom { instrumental(approval.body.trim()) } else { approval.body.trim().to_owned() };
    cx.say(key, &[("body", body.into()), ("protocol", protocol.into())])
}

fn protocol(cx: Cx<'_>, number: Option<&str>, date: Date) -> String {
    let date = date.dotted();
    match number {
        Some(number) => cx.say("protocol", &[("date", date.into()), ("number", number.into())]),
        None => cx.say("protocol-without-number", &[("date", date.into())]),
    }
}

pub(super) fn document_proof(cx: Cx<'_>, document: &DocumentRef) -> Proof {
    Proof { text: capitalized(&document_name(cx, document)), href: document_href(cx, document) }
}

/// Every edition that has come into force by today, newest first: whatever day is asked about, one of them answers.
pub(super) fn editions(cx: Cx<'_>) -> Vec<Answer> {
    let mut answers = Vec::new();
    for regulation in &cx.site.register.regulations {
        for edition in regulation.adopted().rev().filter(|e| e.date <= cx.site.today) {
            let period = regulation.period(edition);
            let key = if period.until.is_some() { "inspector-edition-past" } else { "inspector-edition" };
            let front = &edition.front;
            let values = [
                ("title", front.short_title.as_deref().unwrap_or(&front.title).into()),
                ("from", period.from.dotted().into()),
                ("until", period.until.map(Date::dotted).unwrap_or_default().into()),
            ];
            let own = DocumentRef::Edition(edition.slug.clone(), edition.date);
            let own = Proof {
                text: cx.say("edition-name-of", &[("date", edition.date.dotted().into())]),
                href: document_href(cx, &own),
            };
            let order = front.order.as_ref().map(|id| {
                let document = DocumentRef::Order(id.as_str().to_owned());
                Proof {
                    text: cx.say("inspector-put-in-force", &[("order", document_name(cx, &document).into())]),
                    href: document_href(cx, &document),
                }
            });
            let proof = [own].into_iter().chain(order).collect();
            answers.push(Answer { text: cx.say(key, &values), proof, missing: false });
        }
    }
    answers
}
