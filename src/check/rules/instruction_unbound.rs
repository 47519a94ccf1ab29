//! Instructions bound to no clause.

use crate::check::{Context, Rule};
use crate::diag::{Code, Diagnostic, Diagnostics};

/// # What it does
/// Finds instructions without `implements`, on sites that have a regulation.
///
/// # Why
/// The page of the regulation shows, beside each clause, how to follow it, and search leads from the clause to the
/// steps. An instruction that names no clause stands apart from all that, and nobody sees when its clause changes.
///
/// # Example
/// An instruction with `audience` and without `implements: ["2.4/7"]`.
///
/// # How to allow
/// `allow: [instruction-unbound]` in `site.yml`, or `--allow instruction-unbound`.
pub(crate) const RULE: Rule = Rule { code: Code::warning("instruction-unbound"), of_absence: true, run };

fn run(cx: &Context<'_>, out: &mut Diagnostics) {
    if cx.register().editions().next().is_none() {
        return;
    }
    for instruction in cx.site.instructions.iter().filter(|i| i.front.implements.is_empty()) {
        let place = instruction.front.at.key("title");
        out.push(Diagnostic::new(RULE.code, place).arg("title", instruction.front.title.as_str()));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::check;

    #[test]
    fn instructions_that_name_no_clause() {
        let instructions =
            "instructions: {instructions/a.md: {title: А}, instructions/b.md: {title: Б, implements: ['2.1']}}";
        check(&RULE, instructions, "2026-05-01", &[]);
        let text = format!("{instructions}\nregulations: {{sferum: {{2026-04-15: {{title: П, order: a}}}}}}");
        check(&RULE, &text, "2026-05-01", &["file/title title=А"]);
    }
}
