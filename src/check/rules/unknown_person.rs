//! People named in the data who are not in `staff.yml`.

use crate::check::{Context, Rule, nearest};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::schema::Id;

/// # What it does
/// Finds codes of people (in appointments, in `instead_of`, as director) that `staff.yml` does not have.
///
/// # Why
/// The order and the page of responsible persons would show a code instead of a name.
///
/// # Example
/// `person: ivanva` in `orders.yml` while `staff.yml` has `ivanova`.
///
/// # How to allow
/// An unknown code cannot be allowed: the page that needs it would be wrong. Write the right code or add the record.
pub(crate) const RULE: Rule = Rule { code: Code::error("unknown-person"), of_absence: true, run };

fn run(cx: &Context<'_>, out: &mut Diagnostics) {
    let people = &cx.register().people;
    let mut judge = |id: &Id, place: Place| {
        if people.get(id.as_str()).is_none() {
            let nearest = nearest(id.as_str(), people.ids());
            out.push(Diagnostic::new(RULE.code, place).arg("id", id.as_str()).arg("nearest", nearest));
        }
    };
    for record in cx.register().orders.iter().flat_map(|order| &order.appoints) {
        judge(&record.person, record.at.key("person"));
        if let Some(holder) = &record.instead_of {
            judge(holder, record.at.key("instead_of"));
        }
    }
    if let Some(organization) = &cx.site.settings.organization
        && let Some(director) = &organization.director
    {
        judge(director, organization.at.key("director"));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::check;

    const TEXT: &str = "
settings: {title: Школа, organization: {name: Школа, director: gromva}}
staff:
  - {id: gromova, name: Громова, positions: [{title: директор, category: management}]}
  - {id: ivanova, name: Иванова, positions: [{title: учитель, category: teaching}]}
orders:
  - {id: a, number: 1, date: 2026-04-15, title: О, signed_by: {name: Д, position: д}, appoints: [{person: ivanova, role: x}, {person: somebody, role: x, instead_of: ivanva}]}
";

    #[test]
    fn codes_without_a_record() {
        let expected = [
            "orders/0/appoints/1/person id=somebody nearest=",
            "orders/0/appoints/1/instead_of id=ivanva nearest=ivanova",
            "settings/organization/director id=gromva nearest=gromova",
        ];
        check(&RULE, TEXT, "2026-05-01", &expected);
    }

    #[test]
    fn known_people() {
        let text = TEXT.replace("somebody", "gromova").replace("ivanva", "ivanova").replace("gromva", "gromova");
        check(&RULE, &text, "2026-05-01", &[]);
    }
}
