//! What lies in the site and is not what was posted.

use super::kind;
use crate::check::{Context, Rule};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::model::Register;
use crate::parse::act;
use crate::schema::DocumentRef;

/// # What it does
/// Compares the `sha256` of publication records with the file of a `file:PATH`, with the signed file of an `order:ID`,
/// and with the text or the order's signed file of an `edition:SLUG@DATE`. Decisions have no file; their sums are not
/// looked at.
///
/// # Why
/// The sum was noted to prove which document was posted. A file changed since then is another document.
///
/// # Example
/// `sha256: 3a7b…`, and the scan in `files/` was made anew a year later.
///
/// # How to allow
/// `allow: [posted-file-differs]` in `site.yml`, or `--allow posted-file-differs`.
pub(crate) const RULE: Rule = Rule { code: Code::warning("posted-file-differs"), of_absence: false, run };

fn run(cx: &Context<'_>, out: &mut Diagnostics) {
    for record in &cx.register().publications {
        let Some(noted) = &record.sha256 else { continue };
        let noted: String = noted.split_whitespace().collect::<String>().to_lowercase();
        let found = sums(cx, &record.document, noted.starts_with(act::TEXT_HASH));
        // What has no sum, a file that is missing say, is reported by others.
        let Some(first) = found.first().filter(|_| !found.contains(&noted)) else { continue };
        out.push(
            Diagnostic::new(RULE.code, record.at.key("sha256"))
                .arg("kind", kind(&record.document))
                .arg("found", first.as_str()),
        );
    }
}

/// The sums that a record may name; of an edition that of its text where `text` asks for one.
fn sums(cx: &Context<'_>, document: &DocumentRef, text: bool) -> Vec<String> {
    let of_file = |path: &str| {
        let attachment = cx.site.attachments.iter().find(|a| a.path.as_str() == path);
        attachment.and_then(|a| a.sha256.clone())
    };
    let register: &Register = cx.register();
    let of_order = |id: Option<&str>| register.orders.get(id?)?.file.as_deref().and_then(of_file);
    match document {
        DocumentRef::File(path) => of_file(path).into_iter().collect(),
        DocumentRef::Order(id) => of_order(Some(id.as_str())).into_iter().collect(),
        DocumentRef::Edition(slug, date) => {
            let edition = register.regulation(slug).and_then(|r| r.editions.iter().find(|e| e.date == *date));
            let Some(edition) = edition else { return Vec::new() };
            let file = of_order(edition.front.order.as_ref().map(|id| id.as_str()));
            match file {
                Some(file) if !text => vec![file],
                _ => vec![act::text_hash(&edition.text)],
            }
        }
        DocumentRef::Decision(_) => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::check;

    #[test]
    fn only_what_has_a_sum_is_compared() {
        // The sum of an empty text; its beginning and its letters' case are as typed.
        let empty = "v1:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        let text = format!(
            "
orders: [{{id: a, number: 1, date: 2026-04-15, title: О, signed_by: {{name: Д, position: д}}}}]
decisions: [{{id: d, regulation: sferum, school_year: 2025/2026, date: 2026-03-27, body: П, text: Т}}]
regulations: {{sferum: {{2026-04-20: {{title: П, order: a}}}}}}
publications:
  - {{document: 'edition:sferum@2026-04-20', date: 2026-04-20, sha256: '{}'}}
  - {{document: 'edition:sferum@2026-04-20', date: 2026-04-20, sha256: 'v1:00'}}
  - {{document: 'edition:sferum@2026-04-20', date: 2026-04-20, sha256: typo}}
  - {{document: 'edition:sferum@2020-01-01', date: 2026-04-20, sha256: typo}}
  - {{document: 'order:a', date: 2026-04-20, sha256: typo}}
  - {{document: 'decision:d', date: 2026-04-20, sha256: typo}}
  - {{document: 'edition:sferum@2026-04-20', date: 2026-04-20}}
",
            empty.to_uppercase()
        );
        let differs = |n: usize| format!("publications/{n}/sha256 kind=word-document-edition found={empty}");
        check(&RULE, &text, "2026-05-01", &[&differs(1), &differs(2)]);
    }
}
