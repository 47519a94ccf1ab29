//! Required roles that nobody holds today.

use crate::check::{Context, Rule};
use crate::diag::{Code, Diagnostic, Diagnostics};

/// # What it does
/// Finds roles with `required: true` that no appointment fills today.
///
/// # Why
/// The regulation says that somebody answers for this every day; the page of responsible persons shows a vacancy.
///
/// # Example
/// The only appointment has `until: 2026-06-15`, and it is 16 June.
///
/// # How to allow
/// `allow: [role-vacant]` in `site.yml`, or `--allow role-vacant`.
pub(crate) const RULE: Rule = Rule { code: Code::warning("role-vacant"), of_absence: true, run };

fn run(cx: &Context<'_>, out: &mut Diagnostics) {
    for role in cx.register().vacancies(cx.today) {
        out.push(
            Diagnostic::new(RULE.code, role.at.key("id")).arg("role", role.title.as_str()).arg("id", role.id.as_str()),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{appointing, check};

    #[test]
    fn from_the_day_after_the_last_appointment() {
        let roles = "{id: administrator, title: Администратор, required: да}, {id: editor, title: Редактор}";
        let orders = [("2026-04-15", "{person: ivanova, role: administrator, until: 2026-06-15}")];
        let text = &appointing(roles, &orders);
        let vacant = ["roles/0/id role=Администратор id=administrator"];
        check(&RULE, text, "2026-04-14", &vacant);
        check(&RULE, text, "2026-06-15", &[]);
        check(&RULE, text, "2026-06-16", &vacant);
    }
}
