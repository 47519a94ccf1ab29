//! Roles named in the data that are not in `roles.yml`.

use crate::check::{Context, Rule, nearest};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::schema::Requirement;

/// # What it does
/// Finds codes of roles (in appointments and in `order:ROLE` of deadlines) that `roles.yml` does not have.
///
/// # Why
/// Nobody would be shown as answering for the duty, and the deadline would wait for an order that cannot come.
///
/// # Example
/// `requires: [order:administator]` while `roles.yml` has `administrator`.
///
/// # How to allow
/// An unknown code cannot be allowed: the page that needs it would be wrong. Write the right code or add the record.
pub(crate) const RULE: Rule = Rule { code: Code::error("unknown-role"), of_absence: true, run };

fn run(cx: &Context<'_>, out: &mut Diagnostics) {
    let register = cx.register();
    let mut judge = |id: &str, place: Place| {
        if register.roles.get(id).is_none() {
            let nearest = nearest(id, register.roles.ids());
            out.push(Diagnostic::new(RULE.code, place).arg("id", id).arg("nearest", nearest));
        }
    };
    for record in register.orders.iter().flat_map(|order| &order.appoints) {
        judge(record.role.as_str(), record.at.key("role"));
    }
    for deadline in register.deadlines.iter() {
        for (i, requirement) in deadline.requires.0.iter().enumerate() {
            if let Requirement::Order(role) = requirement {
                judge(role, deadline.at.key("requires").index(i));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::check;

    #[test]
    fn codes_without_a_record() {
        let text = "
roles: [{id: administrator, title: Администратор}]
orders:
  - {id: a, number: 1, date: 2026-04-15, title: О, signed_by: {name: Д, position: д}, appoints: [{person: p, role: administrator}, {person: p, role: curator}]}
deadlines:
  - {id: may, title: Разместить, clause: sferum#2.1, due: 05-01, requires: [decision, 'order:administator']}
";
        let expected = [
            "orders/0/appoints/1/role id=curator nearest=",
            "deadlines/0/requires/1 id=administator nearest=administrator",
        ];
        check(&RULE, text, "2026-05-01", &expected);
    }
}
