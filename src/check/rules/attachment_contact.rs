//! Telephones, addresses and invitations in attachments.

use std::collections::BTreeSet;

use crate::check::papers::PaperRule;
use crate::check::texts::Passage;
use crate::diag::{Arg, Code, Diagnostic, Diagnostics, Place};
use crate::model::Attachment;
use crate::source::paper::{PAGE_END, Paper};

use super::personal_contact;

/// # What it does
/// Finds in the words of attachments of a regulation site (PDF with a text layer, files of word processors and tables,
/// plain text) what [`personal_contact`] finds in texts, by the same measure: the school's own contacts and contacts
/// with a legal basis are let go.
///
/// # Why
/// A signed order or an application is easily posted together with the telephone of its author; search engines read
/// PDF as well as pages. It warns and does not stop the build: the words of a paper of somebody else's are not the
/// school's to change.
///
/// # Example
/// `files/prikaz.pdf` with «Исп. Иванова А. П., +7 902 …» at its foot
///
/// # How to allow
/// A contact of the school belongs in `site.yml`, a contact of a person with its basis in `staff.yml`. Else
/// `allow: [attachment-contact]` in `site.yml`, or `--allow attachment-contact`.
pub(crate) const RULE: PaperRule = PaperRule { code: Code::warning("attachment-contact"), run };

/// More of one file need not be told: it must be looked through in any case.
const MOST: usize = 10;

fn run(attachment: &Attachment, paper: &Paper, out: &mut Diagnostics) {
    let Some(text) = &paper.text else { return };
    let paged = text.contains(PAGE_END);
    let mut told = BTreeSet::new();
    for (page, text) in (1_usize..).zip(text.split(PAGE_END)) {
        let passage = Passage::of_text(attachment.file, text);
        for (kind, range) in personal_contact::found_in(&passage) {
            let value = passage.slice(range);
            if told.len() >= MOST || !told.insert((kind, value.to_owned())) {
                continue;
            }
            let finding = Diagnostic::new(RULE.code, Place::file(attachment.file))
                .arg("path", attachment.path.as_str())
                .arg("what", Arg::Word(kind.to_owned()))
                .arg("contact", value)
                .arg("like", hint(value));
            out.push(if paged { finding.arg("page", page) } else { finding });
        }
    }
}

/// Enough of a contact to find it in the file, and not the contact: findings may be shown to others.
fn hint(contact: &str) -> String {
    let digits: String = contact.chars().filter(char::is_ascii_digit).collect();
    match contact.split_once('@') {
        Some((name, domain)) => format!("{}…@{domain}", name.chars().take(2).collect::<String>()),
        None if digits.len() > 9 => format!("…{}", digits.get(digits.len() - 2..).unwrap_or_default()),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::hint;

    #[test]
    fn a_hint_is_not_the_contact() {
        assert_eq!(hint("+7 (902) 123-45-67"), "…67");
        assert_eq!(hint("anna.p@mail.ru"), "an…@mail.ru");
        assert_eq!(hint("ул. Мира, д. 3, кв. 5"), "");
    }
}
