//! Telephones, addresses and invitations in running text.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::check::texts::{Passage, Reading, TextRule, What, words};
use crate::diag::{Arg, Code, Diagnostic, Diagnostics, Place};
use crate::model::Site;
use crate::schema::records::{Contact, ContactKind, Person};
use crate::source::DataKind;

/// # What it does
/// Finds in public text: numbers of mobile telephones, mail at free providers, the contacts of `staff.yml` that may not
/// be shown, addresses of flats and links that let anybody into a chat. The contacts of the school in `site.yml` and
/// what `terms.yml` and `acts.yml` speak of are let go, and so is a contact with a legal basis.
///
/// # Why
/// What is not on the list of rules № 1802 (item 10) may be shown only with the person's consent (152-FZ, article
/// 10.1). Such contacts have a place of their own in `staff.yml`, where the basis stands beside them.
///
/// # Example
/// «Звоните Анне Петровне: +7 902 …»
///
/// # How to allow
/// A contact of the school belongs in `site.yml`, a contact of a person with its basis in `staff.yml`; then it may
/// stand in texts too.
pub(crate) const RULE: TextRule = TextRule { code: Code::error("personal-contact"), of_form: false, run };

const PHONE: &str = "word-contact-phone";
const MAIL: &str = "word-contact-email";
const FLAT: &str = "word-contact-flat";
const INVITATION: &str = "word-contact-invitation";

/// Providers where people, not institutions, have their boxes.
const FREE_MAIL: &[&str] = &[
    "mail.ru",
    "bk.ru",
    "list.ru",
    "inbox.ru",
    "internet.ru",
    "xmail.ru",
    "vk.com",
    "yandex.ru",
    "yandex.com",
    "ya.ru",
    "narod.ru",
    "gmail.com",
    "googlemail.com",
    "rambler.ru",
    "lenta.ru",
    "ro.ru",
    "autorambler.ru",
    "myrambler.ru",
    "outlook.com",
    "hotmail.com",
    "live.com",
    "live.ru",
    "msn.com",
    "icloud.com",
    "me.com",
    "mac.com",
    "yahoo.com",
    "proton.me",
    "protonmail.com",
    "pochta.ru",
    "qip.ru",
    "nm.ru",
    "mail.com",
];

/// Addresses that let whoever has them into a chat or a call.
const INVITATIONS: &[&str] = &[
    "t.me/+",
    "t.me/joinchat/",
    "chat.whatsapp.com/",
    "vk.me/join/",
    "vk.com/call/join/",
    "max.ru/join/",
    "invite.viber.com/",
    "discord.gg/",
    "discord.com/invite/",
    "sferum.ru/join/",
];

fn run(text: &Reading<'_>, out: &mut Diagnostics) {
    let public = match text.what {
        // The contacts of staff stand there with their basis, those of the school in the settings; what terms and acts
        // are about is public.
        What::Settings | What::Data(DataKind::Staff | DataKind::Terms | DataKind::Acts | DataKind::Publications) => {
            false
        }
        What::Data(_) | What::Edition | What::Instruction { .. } | What::OrderText | What::Page => true,
    };
    if !public {
        return;
    }
    let mut told = BTreeSet::new();
    let mut tell = |kind: &'static str, value: &str, place: Place| {
        if told.insert((kind, value.to_owned())) {
            let what = Arg::Word(kind.to_owned());
            out.push(Diagnostic::new(RULE.code, place).arg("what", what).arg("contact", value));
        }
    };
    for passage in &text.passages {
        for (kind, range) in found_in(passage) {
            let value = passage.slice(range.clone()).to_owned();
            tell(kind, &value, passage.place(range));
        }
    }
    text.links(
        &mut |link| {
            for (kind, range) in contacts(&link.to) {
                let value = link.to.get(range).unwrap_or_default();
                tell(kind, value, Place::span(text.file, link.span));
            }
        },
        &mut |_| (),
    );
}

/// Everything in a passage that may be somebody's contact.
pub(super) fn found_in(passage: &Passage<'_>) -> impl Iterator<Item = (&'static str, Range<usize>)> {
    contacts(&passage.text).into_iter().chain(flats(passage))
}

/// Whether a contact in a text may not stand there.
pub(crate) fn stands(site: &Site, finding: &Diagnostic) -> bool {
    let arg = |name: &str| finding.args.iter().find(|(n, _)| *n == name).map(|(_, value)| value);
    let (Some(Arg::Word(kind)), Some(Arg::Text(value))) = (arg("what"), arg("contact")) else { return true };
    let same = |other: &str| match kind.as_str() {
        PHONE => contacts(other)
            .iter()
            .any(|(k, range)| *k == PHONE && subscriber(&other[range.clone()]) == subscriber(value)),
        _ => other.to_lowercase().contains(&value.to_lowercase()),
    };
    if !matches!(kind.as_str(), PHONE | MAIL) {
        return true;
    }
    let register = &site.register;
    let school = site.settings.organization.as_ref();
    let own = school.into_iter().flat_map(|o| [&o.phone, &o.email, &o.address]).flatten().any(|c| same(c));
    let spoken_of =
        register.terms.iter().any(|t| same(&t.term) || same(&t.means) || t.synonyms.iter().any(|s| same(s)))
            || register.acts.iter().any(|a| same(&a.title) || a.url.as_deref().is_some_and(same));
    if own || spoken_of {
        return false;
    }
    let contacts = register.people.iter().flat_map(|p| p.contacts.iter().map(move |c| (p, c)));
    let mut known = contacts.filter(|(_, c)| c.kind != ContactKind::Room && same(&c.value)).peekable();
    if known.peek().is_some() {
        let shown =
            |p: &Person, c: &Contact| p.works_on(site.today) && c.may_be_shown(p.manages_on(site.today), site.today);
        return !known.any(|(p, c)| shown(p, c));
    }
    match kind.as_str() {
        PHONE => subscriber(value).starts_with('9'),
        _ => {
            let domain = value.rsplit('@').next().unwrap_or_default().to_lowercase();
            FREE_MAIL.contains(&domain.as_str())
        }
    }
}

/// Telephones, mail addresses and invitations of a text.
fn contacts(text: &str) -> Vec<(&'static str, Range<usize>)> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices('@') {
        found.extend(mail(text, at).map(|range| (MAIL, range)));
    }
    let mut done = 0;
    for (at, _) in text.match_indices(['+', '7', '8', '(', '9']) {
        if at >= done
            && let Some(range) = phone(text, at)
        {
            done = range.end;
            found.push((PHONE, range));
        }
    }
    if text.contains('/') {
        for invitation in INVITATIONS {
            for (at, _) in text.match_indices(invitation) {
                let rest = &text[at..];
                let len =
                    rest.find(|c: char| c.is_whitespace() || matches!(c, '>' | ')' | '"' | '»')).unwrap_or(rest.len());
                if len > invitation.len() {
                    found.push((INVITATION, at..at + len));
                }
            }
        }
    }
    found
}

fn mail(text: &str, at: usize) -> Option<Range<usize>> {
    let inside = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '+' | '%');
    let head = text.get(..at)?;
    let tail = text.get(at + 1..)?;
    let start = head.trim_end_matches(inside).len();
    let domain = tail.len() - tail.trim_start_matches(inside).len();
    let domain = tail.get(..domain)?.trim_end_matches(['.', '-', '_']);
    let fits = start < at && domain.contains('.') && !head.get(..start)?.ends_with('/');
    fits.then(|| start..at + 1 + domain.len())
}

/// A Russian telephone number that begins here: eleven figures from 7 or 8, or ten from 9 with signs between them.
fn phone(text: &str, at: usize) -> Option<Range<usize>> {
    let before = text.get(..at)?.chars().next_back();
    if before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '+' | '-' | '.' | '/' | '№' | '_' | '=' | '(')) {
        return None;
    }
    let mut digits = String::new();
    let mut end = at;
    let mut gap = 0;
    let mut signs = 0;
    for (i, c) in text.get(at..)?.char_indices() {
        let wanted = if digits.starts_with(['7', '8']) { 11 } else { 10 };
        match c {
            '0'..='9' if digits.len() < wanted => {
                digits.push(c);
                end = at + i + 1;
                gap = 0;
            }
            '0'..='9' => return None,
            '+' if i == 0 => {}
            ' ' | '\u{a0}' | '-' | '–' | '‑' | '(' | ')' | '.' if gap < 3 && digits.len() < wanted => {
                gap += 1;
                signs += usize::from(!digits.is_empty());
            }
            _ => break,
        }
    }
    let after = text.get(end..)?;
    let goes_on = after.starts_with(|c: char| c.is_alphanumeric() || c == '_')
        || after.strip_prefix(['-', '/', '.']).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let fits = match digits.len() {
        11 => digits.starts_with('7') || digits.starts_with('8'),
        10 => digits.starts_with('9') && signs >= 2,
        _ => false,
    };
    (fits && !goes_on).then_some(at..end)
}

/// The figures of a number that tell one subscriber from another.
fn subscriber(phone: &str) -> String {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    digits.get(digits.len().saturating_sub(10)..).unwrap_or_default().to_owned()
}

/// Addresses with a flat: a street, a house and «кв.» with a number, near one another.
fn flats(passage: &Passage<'_>) -> Vec<(&'static str, Range<usize>)> {
    let mut found = Vec::new();
    let street = |word: &str| {
        ["ул", "улица", "улице", "проспект", "проспекте", "пр", "переулок", "пер", "бульвар", "шоссе", "дом", "д"]
            .iter()
            .any(|s| words::is(word, s))
    };
    for index in 0..passage.words.len() {
        let flat = words::is(passage.word(index), "кв") || words::begins(passage.word(index), "квартир");
        if !flat {
            continue;
        }
        // «в квартире 12 семей» is no address.
        let ends =
            passage.gap(index + 1).is_none_or(|gap| gap.contains(|c: char| !c.is_whitespace()) || gap.contains('\n'));
        if !ends || !passage.word(index + 1).starts_with(|c: char| c.is_ascii_digit()) {
            continue;
        }
        let first = (index.saturating_sub(8)..index).find(|&i| street(passage.word(i)));
        if let Some(first) = first {
            found.push((FLAT, passage.between(first, index + 1)));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = contacts(text).into_iter().map(|(_, range)| &text[range]).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn telephones() {
        check("тел. +7 (902) 123-45-67, спросить Анну", &["+7 (902) 123-45-67"]);
        check("89021234567", &["89021234567"]);
        check("8-902-123-45-67.", &["8-902-123-45-67"]);
        check("(902) 123-45-67", &["(902) 123-45-67"]);
        check("+7 342 222-33-44", &["+7 342 222-33-44"]);
    }

    #[test]
    fn what_is_no_telephone() {
        for text in [
            "№ 04-423 от 31.07.2023",
            "publication.pravo.gov.ru/document/0001202606020083",
            "ИНН 5902000000, ОГРН 1025900000000",
            "счёт 40702810900000000001",
            "с 15.04.2026 по 15.06.2026",
            "номера 8, 9 и 10 класса 2026 года 11 человек",
            "СП 2.4.2.4283-26",
            "9021234567890",
        ] {
            check(text, &[]);
        }
    }

    #[test]
    fn mail_and_invitations() {
        check("пишите на anna.p@mail.ru.", &["anna.p@mail.ru"]);
        check("@канал и a@b", &[]);
        check("https://t.me/+AbCdEf", &["t.me/+AbCdEf"]);
        check("https://t.me/kanal", &[]);
    }
}
