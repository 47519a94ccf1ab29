//! One file a rule. Each opens with what it does, why, an example and how to allow it.

pub(super) mod abbreviation_not_defined;
pub(super) mod act_not_applied;
pub(super) mod appointee_not_eligible;
pub(super) mod appointment_before_order;
pub(super) mod appointment_not_in_text;
pub(super) mod approval_after_order;
pub(super) mod approval_missing;
pub(super) mod attachment_author;
pub(super) mod attachment_contact;
pub(super) mod attachment_empty;
pub(super) mod attachment_kind;
pub(super) mod attachment_not_examined;
pub(super) mod attachment_unreadable;
pub(super) mod attachment_without_text;
pub(super) mod clause_in_wrong_section;
pub(super) mod clause_out_of_order;
pub(super) mod clause_repeated;
pub(super) mod clause_skipped;
pub(super) mod clause_without_instruction;
pub(super) mod contact_without_basis;
pub(super) mod deadline_missed;
pub(super) mod deadline_near;
pub(super) mod deadline_partial;
pub(super) mod document_not_posted;
pub(super) mod duty_reversed;
pub(super) mod duty_without_clause;
pub(super) mod edition_before_order;
pub(super) mod edition_gap;
pub(super) mod edition_overlap;
pub(super) mod edition_without_order;
pub(super) mod email_as_site;
pub(super) mod ends_before_it_begins;
pub(super) mod heading_level_skipped;
pub(super) mod holder_has_left;
pub(super) mod image_without_text;
pub(super) mod instruction_unbound;
pub(super) mod link_says_nothing;
pub(super) mod missing_attachment;
pub(super) mod misspelt_phrase;
pub(super) mod mixed_alphabets;
pub(super) mod names_differ;
pub(super) mod ocr_residue;
pub(super) mod open_ended_item;
pub(super) mod order_without_file;
pub(super) mod personal_contact;
pub(super) mod posted_before_signed;
pub(super) mod posted_file_differs;
pub(super) mod posted_late;
pub(super) mod reason_of_absence;
pub(super) mod regulation_not_named;
pub(super) mod role_held_twice;
pub(super) mod role_vacant;
pub(super) mod substitute_without_holder;
pub(super) mod term_defined_twice;
pub(super) mod term_never_used;
pub(super) mod unfilled_calendar_year;
pub(super) mod unknown_act;
pub(super) mod unknown_decision;
pub(super) mod unknown_edition;
pub(super) mod unknown_order;
pub(super) mod unknown_person;
pub(super) mod unknown_poster;
pub(super) mod unknown_regulation;
pub(super) mod unknown_role;
pub(super) mod vacancy_ahead;
pub(super) mod word_residue;
pub(super) mod words_disagree;

use crate::base::Address;
use crate::diag::{Arg, Code, Diagnostic, Diagnostics, Place};
use crate::model::{DeadlineRow, Edition, EditionStatus, RequiredDocument};
use crate::schema::records::Deadline;
use crate::schema::{DocumentRef, Requirement};

use super::Context;
use super::texts::{Passage, of_blocks, words};

/// Every address in the data and in the front matter of instructions, with its place. What instructions leave out
/// their `regulation` fills in.
fn addresses(cx: &Context<'_>) -> Vec<(Address, Place)> {
    let register = cx.register();
    let mut found = Vec::new();
    for role in register.roles.iter() {
        let places = role.clauses.iter().enumerate().map(|(i, a)| (a.clone(), role.at.key("clauses").index(i)));
        found.extend(places);
    }
    for deadline in register.deadlines.iter() {
        found.push((deadline.clause.clone(), deadline.at.key("clause")));
    }
    for instruction in &cx.site.instructions {
        let bound = instruction.front.regulation.is_some();
        for (i, address) in instruction.front.implements.iter().enumerate() {
            // What is bound by `regulation` is judged there.
            if address.regulation.is_some() || !bound {
                found.push((address.clone(), instruction.front.at.key("implements").index(i)));
            }
        }
    }
    for question in &register.questions {
        for (i, see) in question.see.iter().enumerate() {
            // Everything else under `see` is a page.
            if let Ok(address) = Address::parse(see)
                && address.number.is_some()
            {
                found.push((address, question.at.key("see").index(i)));
            }
        }
    }
    found
}

/// Where the record of a document begins.
fn place_of(cx: &Context<'_>, document: &DocumentRef) -> Option<Place> {
    let register = cx.register();
    match document {
        DocumentRef::Decision(id) => register.decisions.get(id).map(|d| d.at.key("id")),
        DocumentRef::Order(id) => register.orders.get(id).map(|o| o.at.key("id")),
        DocumentRef::Edition(slug, date) => {
            register.editions().find(|e| e.slug == *slug && e.date == *date).map(|e| Place::file(e.file))
        }
        DocumentRef::File(_) => None,
    }
}

/// Whether an edition is in force today, will be, or is a draft.
fn current(cx: &Context<'_>, edition: &Edition) -> bool {
    let Some(regulation) = cx.register().regulation(&edition.slug) else { return true };
    !matches!(regulation.status(edition, cx.today), EditionStatus::Superseded | EditionStatus::Lost)
}

/// Editions whose text can still be mended or asks to be replaced: those in force, to come and drafted.
fn current_editions<'a>(cx: &Context<'a>) -> impl Iterator<Item = &'a Edition> {
    cx.register().editions().filter(|edition| current(cx, edition))
}

/// The running words of an edition, headings among them.
fn passages(edition: &Edition) -> Vec<Passage<'static>> {
    let mut found = of_blocks(edition.file, &edition.text.preamble);
    edition.text.walk(&mut |part| {
        found.push(Passage::of_inlines(edition.file, &part.title, part.number_span));
        found.extend(of_blocks(edition.file, &part.blocks));
    });
    found
}

/// Whether an edition has words that fit these patterns one after another.
fn says(edition: &Edition, patterns: &[&str]) -> bool {
    passages(edition).iter().any(|passage| {
        (0..passage.words.len())
            .any(|at| patterns.iter().enumerate().all(|(i, part)| words::fits(passage.word(at + i), part)))
    })
}

/// Whether a text has a phrase, not as a part of longer words or numbers.
fn phrase_in(text: &str, phrase: &str) -> bool {
    let apart = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    text.match_indices(phrase).any(|(at, _)| {
        let before = text.get(..at).and_then(|head| head.chars().next_back());
        let after = text.get(at + phrase.len()..).and_then(|tail| tail.chars().next());
        apart(before) && apart(after)
    })
}

/// What a document is, as a word.
fn kind(document: &DocumentRef) -> Arg {
    Arg::Word(
        match document {
            DocumentRef::Decision(_) => "word-document-decision",
            DocumentRef::Order(_) => "word-document-order",
            DocumentRef::Edition(..) => "word-document-edition",
            DocumentRef::File(_) => "word-document-file",
        }
        .to_owned(),
    )
}

/// A choice of wording.
fn yes_no(yes: bool) -> &'static str {
    if yes { "yes" } else { "no" }
}

/// Tells of every row that can still change and of which this holds.
fn tell_rows(cx: &Context<'_>, code: Code, out: &mut Diagnostics, holds: fn(&DeadlineRow) -> bool) {
    for (deadline, row) in cx.open_rows().filter(|(_, row)| holds(row)) {
        out.push(row_finding(cx, code, deadline, row));
    }
}

/// A finding on a row of a deadline: what is missing, what is there, how many days are left or have passed.
fn row_finding(cx: &Context<'_>, code: Code, deadline: &Deadline, row: &DeadlineRow) -> Diagnostic {
    let words = |wanted: fn(&RequiredDocument) -> bool| {
        let mut words: Vec<String> = Vec::new();
        for required in row.requires.iter().filter(|r| wanted(r)) {
            let word = match required.requirement {
                Requirement::Decision => "word-required-decision",
                Requirement::Order(_) => "word-required-order",
                Requirement::Edition => "word-required-edition",
            };
            if !words.iter().any(|w| w == word) {
                words.push(word.to_owned());
            }
        }
        Arg::Words(words)
    };
    let mut finding = Diagnostic::new(code, deadline.at.key("due"))
        .arg("title", deadline.title.as_str())
        .arg("clause", deadline.clause.local())
        .arg("school_year", row.school_year.to_string())
        .arg("due", row.due)
        .arg("days", row.days.abs());
    if let Some(work_by) = row.work_by {
        let passed = cx.today > work_by.date;
        finding =
            finding.arg("work_by", work_by.date).arg("exact", yes_no(work_by.exact)).arg("passed", yes_no(passed));
    }
    finding = finding.arg("missing", words(|r| r.published.is_none())).arg("posted", words(|r| r.published.is_some()));
    for document in row.requires.iter().filter(|r| r.published.is_none()).filter_map(|r| r.document.as_ref()) {
        if let Some(place) = place_of(cx, document) {
            finding = finding.related("label-document", place);
        }
    }
    finding
}

#[cfg(test)]
mod tests {
    use super::super::Rule;
    use super::super::numbering::{faults, tests::outline};
    use super::*;
    use crate::diag::{At, Severity};
    use crate::model::fixture::site;

    /// Runs a rule on an edition with these numbers; the line of a number, its severity and arguments.
    #[track_caller]
    fn check(rule: &Rule, numbers: &str, (line, severity): (u32, Severity), args: &[(&str, &str)]) {
        let site = site("regulations: {sferum: {2026-04-15: {title: П, order: a}}}", "2026-05-01");
        let text = outline(numbers);
        let mut cx = Context::new(&site);
        cx.numbering = cx.register().editions().map(|edition| (edition, faults(&text))).collect();
        let mut out = Diagnostics::default();
        (rule.run)(&cx, &mut out);
        let [finding] = out.items() else { panic!("one fault: {out:?}") };
        let Some(Place { at: At::Span(span), .. }) = finding.place else { panic!("no place: {finding:?}") };
        assert_eq!((span.start, finding.severity), (line, severity));
        let args: Vec<(&str, Arg)> = args.iter().map(|(name, value)| (*name, Arg::from(*value))).collect();
        assert_eq!(finding.args, args);
    }

    #[test]
    fn faults_of_clause_numbers() {
        let text = "1\n  1.1\n  1.1\n  1.4\n2\n  2.2\n  2.1\n  3.1";
        let (error, warning) = (Severity::Error, Severity::Warning);
        check(&clause_repeated::RULE, text, (3, error), &[("number", "1.1")]);
        check(&clause_skipped::RULE, text, (4, warning), &[("number", "1.4"), ("missing", "1.2–1.3")]);
        check(&clause_out_of_order::RULE, text, (7, warning), &[("number", "2.1"), ("after", "2.2")]);
        check(&clause_in_wrong_section::RULE, text, (8, warning), &[("number", "3.1"), ("section", "2")]);
    }
}
