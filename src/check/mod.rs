//! Rules: what is wrong although every file could be read. One file a rule, one line in [`RULES`].
//!
//! Reads: the [`Site`]. Writes: findings. Touches: nothing; no words live here. Links are judged file by file in
//! [`links`], running words and form file by file in [`texts`], attachments in [`papers`], everything else by a rule
//! over the whole site.
//!
//! To add a rule: copy a neighbour in `rules/`, name it after the fault (it must read well after "allow"), add its
//! line here or, if it looks at one text or one attachment alone, in [`texts`] or [`papers`], and its words to the catalogues.

pub(crate) mod links;
mod numbering;
pub(crate) mod papers;
mod rules;
#[cfg(test)]
mod testing;
pub(crate) mod texts;

use crate::base::Date;
use crate::diag::{Code, Diagnostics};
use crate::model::{DeadlineRow, Edition, PostingClock, Register, Site};
use crate::schema::keys;
use crate::schema::records::Deadline;

use numbering::NumberFault;

/// A rule: the fault it finds and how.
pub(crate) struct Rule {
    /// Its code; the severity is that of an ordinary case.
    pub(crate) code: Code,
    /// Whether it reports what is not there. Such a rule is silent when a record could not be read: that would be
    /// reported again for everything that refers to it.
    pub(crate) of_absence: bool,
    /// Finds the faults of a site.
    pub(crate) run: fn(&Context<'_>, &mut Diagnostics),
}

/// What rules look at, with what several of them need computed once.
pub(crate) struct Context<'a> {
    pub(crate) site: &'a Site,
    pub(crate) today: Date,
    /// Every deadline with its rows today.
    pub(crate) rows: Vec<(&'a Deadline, Vec<DeadlineRow>)>,
    /// The ten-day clocks of every signed document.
    pub(crate) clocks: Vec<PostingClock>,
    /// Faults of clause numbers by edition.
    pub(crate) numbering: Vec<(&'a Edition, Vec<NumberFault>)>,
}

/// Every rule over the whole site.
pub(crate) const RULES: &[Rule] = &[
    rules::unknown_person::RULE,
    rules::unknown_poster::RULE,
    rules::unknown_role::RULE,
    rules::unknown_order::RULE,
    rules::unknown_decision::RULE,
    rules::unknown_act::RULE,
    rules::unknown_regulation::RULE,
    rules::unknown_edition::RULE,
    rules::regulation_not_named::RULE,
    rules::missing_attachment::RULE,
    rules::ends_before_it_begins::RULE,
    rules::appointee_not_eligible::RULE,
    rules::role_vacant::RULE,
    rules::vacancy_ahead::RULE,
    rules::role_held_twice::RULE,
    rules::substitute_without_holder::RULE,
    rules::document_not_posted::RULE,
    rules::deadline_missed::RULE,
    rules::deadline_partial::RULE,
    rules::deadline_near::RULE,
    rules::unfilled_calendar_year::RULE,
    rules::edition_without_order::RULE,
    rules::edition_before_order::RULE,
    rules::edition_gap::RULE,
    rules::edition_overlap::RULE,
    rules::clause_repeated::RULE,
    rules::clause_skipped::RULE,
    rules::clause_out_of_order::RULE,
    rules::clause_in_wrong_section::RULE,
    rules::approval_missing::RULE,
    rules::approval_after_order::RULE,
    rules::order_without_file::RULE,
    rules::posted_before_signed::RULE,
    rules::posted_late::RULE,
    rules::posted_file_differs::RULE,
    rules::holder_has_left::RULE,
    rules::appointment_before_order::RULE,
    rules::appointment_not_in_text::RULE,
    rules::act_not_applied::RULE,
    rules::term_defined_twice::RULE,
    rules::term_never_used::RULE,
    rules::abbreviation_not_defined::RULE,
    rules::names_differ::RULE,
    rules::open_ended_item::RULE,
    rules::instruction_unbound::RULE,
    rules::clause_without_instruction::RULE,
    rules::contact_without_basis::RULE,
    rules::attachment_empty::RULE,
    rules::attachment_kind::RULE,
    rules::attachment_author::RULE,
    rules::attachment_without_text::RULE,
];

/// Every code of this room, of links, of rules, of texts and of attachments, each once.
pub(crate) fn codes() -> Vec<Code> {
    let mut codes: Vec<Code> = Vec::new();
    let of_texts = texts::TEXT_RULES.iter().map(|rule| rule.code);
    let of_papers = papers::PAPER_RULES.iter().map(|rule| rule.code);
    for code in links::CODES.into_iter().chain(RULES.iter().map(|rule| rule.code)).chain(of_texts).chain(of_papers) {
        if !codes.contains(&code) {
            codes.push(code);
        }
    }
    codes
}

/// Applies every rule to a site; `whole` says whether every record could be read.
pub(crate) fn of_site(site: &Site, whole: bool) -> Diagnostics {
    let context = Context::new(site);
    let mut out = Diagnostics::default();
    for rule in RULES {
        if whole || !rule.of_absence {
            (rule.run)(&context, &mut out);
        }
    }
    out
}

impl<'a> Context<'a> {
    pub(crate) fn new(site: &'a Site) -> Self {
        let register = &site.register;
        let today = site.today;
        let numbered = |edition: &'a Edition| (edition, numbering::faults(&edition.text));
        Self {
            site,
            today,
            rows: register.deadlines.iter().map(|deadline| (deadline, register.rows(deadline, today))).collect(),
            clocks: register.clocks(today),
            numbering: register.editions().map(numbered).filter(|(_, faults)| !faults.is_empty()).collect(),
        }
    }

    pub(crate) fn register(&self) -> &'a Register {
        &self.site.register
    }

    /// Rows that can still change, with their deadlines. What a closed row says cannot be mended, so no rule speaks
    /// of it; the panel and `status` show it as it was.
    pub(crate) fn open_rows(&self) -> impl Iterator<Item = (&'a Deadline, &DeadlineRow)> {
        self.rows
            .iter()
            .flat_map(|(deadline, rows)| rows.iter().map(move |row| (*deadline, row)))
            .filter(|(_, r)| !r.closed)
    }
}

/// The known code nearest to a mistyped one; empty if none is near.
fn nearest<'c>(typed: &str, known: impl Iterator<Item = &'c str>) -> String {
    keys::nearest_of(typed, known).unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_has_a_code_of_its_own() {
        let names: std::collections::BTreeSet<&str> = RULES.iter().map(|rule| rule.code.name).collect();
        assert_eq!(names.len(), RULES.len());
        let reading = crate::diag::codes::ALL.iter().map(|code| code.name);
        assert_eq!(reading.filter(|name| names.contains(name)).collect::<Vec<_>>(), Vec::<&str>::new());
    }
}
