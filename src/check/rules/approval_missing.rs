//! Editions whose adoption is not recorded.

use super::{current, says};
use crate::check::{Context, Rule};
use crate::diag::{Arg, Code, Diagnostic, Diagnostics, Severity};
use crate::schema::records::ApprovalAct;

/// # What it does
/// Finds adopted editions without a body that adopted or agreed them in `approval`, and without the opinion of parents,
/// pupils or staff where the text itself says that it is taken into account. Of editions no longer in force it is a
/// note.
///
/// # Why
/// Local acts are adopted as the charter says, those on the rights of pupils with regard to the councils' opinion
/// (273-FZ, article 30). Inspectors ask for the numbers and dates of the protocols, and they stand on the page of the
/// edition.
///
/// # Example
/// An edition with an `order` and no `approval`.
///
/// # How to allow
/// `allow: [approval-missing]` in `site.yml`, or `--allow approval-missing`.
pub(crate) const RULE: Rule = Rule { code: Code::warning("approval-missing"), of_absence: false, run };

fn run(cx: &Context<'_>, out: &mut Diagnostics) {
    for edition in cx.register().regulations.iter().flat_map(|r| r.adopted()) {
        let has = |act: ApprovalAct| edition.front.approval.iter().any(|fact| fact.act == act);
        let mut missing = Vec::new();
        if !has(ApprovalAct::Adopted) && !has(ApprovalAct::Agreed) {
            missing.push("word-approval-adopted".to_owned());
        }
        if !has(ApprovalAct::Opinion) && says(edition, &["с", "учет*", "мнени*"]) {
            missing.push("word-approval-opinion".to_owned());
        }
        if missing.is_empty() {
            continue;
        }
        let mut finding = Diagnostic::new(RULE.code, edition.front.at.key("title"))
            .arg("date", edition.date)
            .arg("missing", Arg::Words(missing));
        if !current(cx, edition) {
            finding.severity = Severity::Note;
        }
        out.push(finding);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::check;

    #[test]
    fn who_adopted_an_edition() {
        let text = "
orders: [{id: a, number: 1, date: 2026-04-15, title: О, signed_by: {name: Д, position: д}}]
regulations:
  sferum:
    2024-04-15: {title: П, order: a}
    2026-04-15: {title: П, order: a, approval: [{act: opinion, body: совет родителей, date: 2026-04-01}]}
    2026-09-01: {title: П, order: a, approval: [{act: agreed, body: педсовет, date: 2026-04-01}]}
    2027-09-01: {title: П}
";
        let missing = "missing=word-approval-adopted";
        let expected =
            [format!("note file/title date=2024-04-15 {missing}"), format!("file/title date=2026-04-15 {missing}")];
        check(&RULE, text, "2026-05-01", &expected.each_ref().map(String::as_str));
    }
}
