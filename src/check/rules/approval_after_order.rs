//! Editions adopted after the order that puts them in force.

use crate::check::{Context, Rule};
use crate::diag::{Arg, Code, Diagnostic, Diagnostics};
use crate::schema::records::ApprovalAct;

/// # What it does
/// Finds facts of `approval` dated after the edition's order.
///
/// # Why
/// An order puts in force what has been adopted. An act adopted in breach of the procedure does not apply (273-FZ,
/// article 30, part 4), so a slip in a date is worth mending at once.
///
/// # Example
/// The protocol of the council is of 17.04.2026, the order of 15.04.2026.
///
/// # How to allow
/// `allow: [approval-after-order]` in `site.yml`, or `--allow approval-after-order`.
pub(crate) const RULE: Rule = Rule { code: Code::warning("approval-after-order"), of_absence: false, run };

fn run(cx: &Context<'_>, out: &mut Diagnostics) {
    let register = cx.register();
    for edition in register.regulations.iter().flat_map(|r| r.adopted()) {
        let order = register.order_named(edition.front.order.as_ref());
        let Some(order) = order else { continue };
        for (i, fact) in edition.front.approval.iter().enumerate().filter(|(_, fact)| fact.date > order.date) {
            let what = match fact.act {
                ApprovalAct::Adopted => "word-approval-adopted",
                ApprovalAct::Opinion => "word-approval-opinion",
                ApprovalAct::Agreed => "word-approval-agreed",
            };
            out.push(
                Diagnostic::new(RULE.code, edition.front.at.key("approval").index(i).key("date"))
                    .arg("what", Arg::Word(what.to_owned()))
                    .arg("date", fact.date)
                    .arg("number", order.number.as_str())
                    .arg("signed", order.date)
                    .related("label-order", order.at.key("date")),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::check;

    #[test]
    fn protocols_of_a_later_day() {
        let text = "
orders: [{id: a, number: 132, date: 2026-04-15, title: О, signed_by: {name: Д, position: д}}]
regulations:
  sferum:
    2026-04-15:
      title: П
      order: a
      approval: [{act: adopted, body: педсовет, date: 2026-04-15}, {act: opinion, body: совет, date: 2026-04-16}]
";
        let expected = "file/approval/1/date what=word-approval-opinion date=2026-04-16 number=132 signed=2026-04-15";
        check(&RULE, text, "2026-05-01", &[expected]);
    }
}
