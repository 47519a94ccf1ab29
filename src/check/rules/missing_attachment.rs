//! Files named in the data that are not in the content tree.

use std::collections::BTreeSet;

use crate::check::{Context, Rule, nearest};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::schema::DocumentRef;

/// # What it does
/// Finds signed files and signatures of orders, and `file:PATH` of publication records, that are not there.
///
/// # Why
/// The page of the order would offer a file that nobody can open.
///
/// # Example
/// `file: files/prikaz-132.pdf` while the file is `files/prikaz-2026-132.pdf`.
///
/// # How to allow
/// It cannot be allowed: put the file into the tree or take the key out.
pub(crate) const RULE: Rule = Rule { code: Code::error("missing-attachment"), of_absence: false, run };

fn run(cx: &Context<'_>, out: &mut Diagnostics) {
    let files: BTreeSet<&str> = cx.site.attachments.iter().map(|a| a.path.as_str()).collect();
    let mut judge = |path: &str, place: Place| {
        if !files.contains(path) {
            let tail = format!("/{path}");
            let elsewhere = files.iter().find(|f| f.ends_with(&tail)).map(|f| (*f).to_owned());
            let nearest = elsewhere.unwrap_or_else(|| nearest(path, files.iter().copied()));
            out.push(Diagnostic::new(RULE.code, place).arg("link", path).arg("nearest", nearest));
        }
    };
    for order in cx.register().orders.iter() {
        if let Some(path) = &order.file {
            judge(path, order.at.key("file"));
        }
        if let Some(path) = &order.signature {
            judge(path, order.at.key("signature"));
        }
    }
    for record in &cx.register().publications {
        if let DocumentRef::File(path) = &record.document {
            judge(path, record.at.key("document"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::check;

    #[test]
    fn files_that_are_not_there() {
        let text = "
attachments: [files/a.pdf, files/a.sig]
orders:
  - {id: a, number: 1, date: 2026-04-15, title: О, signed_by: {name: Д, position: д}, file: files/a.pdf, signature: a.sig}
  - {id: b, number: 1, date: 2026-04-15, title: О, signed_by: {name: Д, position: д}, file: files/b.pdf}
publications: [{document: 'file:files/another.pdf', date: 2026-05-01}]
";
        let expected = [
            "orders/0/signature link=a.sig nearest=files/a.sig",
            "orders/1/file link=files/b.pdf nearest=files/a.pdf",
            "publications/0/document link=files/another.pdf nearest=",
        ];
        check(&RULE, text, "2026-05-01", &expected);
    }
}
