//! Attachments whose properties name a person.

use crate::check::{Context, Rule};
use crate::diag::{Arg, Code, Diagnostic, Diagnostics, Place};

/// # What it does
/// Finds attachments of a regulation site whose properties name a person as author who is not on the staff today. Names
/// of programs, machines and offices are let go.
///
/// # Why
/// Word and the like write the name of whoever is signed in into the file; it stays there in the PDF and anybody can
/// read it. Nobody asked that person.
///
/// # Example
/// `files/prikaz.pdf`, author «Ирина Смирнова»
///
/// # How to allow
/// `allow: [attachment-author]` in `site.yml`, or `--allow attachment-author`.
pub(crate) const RULE: Rule = Rule { code: Code::warning("attachment-author"), of_absence: false, run };

/// Words of names that are no persons: users by default, posts, offices, programs, machines.
const NOBODY: &[&str] = &[
    "user",
    "users",
    "admin",
    "administrator",
    "owner",
    "guest",
    "home",
    "windows",
    "microsoft",
    "office",
    "word",
    "excel",
    "adobe",
    "acrobat",
    "unknown",
    "author",
    "anonymous",
    "computer",
    "desktop",
    "laptop",
    "notebook",
    "acer",
    "asus",
    "lenovo",
    "samsung",
    "dell",
    "xerox",
    "canon",
    "kyocera",
    "epson",
    "brother",
    "scanner",
    "python",
    "docx",
    "openpyxl",
    "libreoffice",
    "openoffice",
    "chromium",
    "google",
    "corel",
    "apache",
    "school",
    "teacher",
    "director",
    "secretary",
    "student",
    "test",
    "пользователь",
    "пользователя",
    "админ",
    "администратор",
    "администрация",
    "владелец",
    "гость",
    "автор",
    "неизвестно",
    "компьютер",
    "ноутбук",
    "сканер",
    "школа",
    "школы",
    "лицей",
    "гимназия",
    "колледж",
    "учитель",
    "директор",
    "секретарь",
    "завуч",
    "методист",
    "бухгалтер",
    "бухгалтерия",
    "канцелярия",
    "приемная",
    "приёмная",
    "кабинет",
    "библиотека",
    "учительская",
    "ученик",
    "отдел",
    "управление",
    "министерство",
    "департамент",
    "комитет",
    "правительство",
    "россии",
    "компания",
    "консультант",
    "консультантплюс",
    "гарант",
    "документ",
];

fn run(cx: &Context<'_>, out: &mut Diagnostics) {
    for attachment in &cx.site.attachments {
        let authors = attachment.paper.iter().flat_map(|paper| &paper.authors);
        let strangers: Vec<String> = authors.filter(|name| is_person(name) && !works_here(cx, name)).cloned().collect();
        if !strangers.is_empty() {
            out.push(
                Diagnostic::new(RULE.code, Place::file(attachment.file))
                    .arg("path", attachment.path.as_str())
                    .arg("kind", attachment.path.extension().to_lowercase())
                    .arg("names", Arg::List(strangers)),
            );
        }
    }
}

/// Whether a name is like that of a person: one to four words of letters, with initials perhaps.
fn is_person(name: &str) -> bool {
    let words: Vec<&str> = name.split([' ', '.', ',', '_']).filter(|word| !word.is_empty()).collect();
    let letters = |word: &&str| word.chars().all(|c| c.is_alphabetic() || c == '-');
    let long = |word: &&str| word.chars().count() > 2;
    // An office is written in capitals: МАОУ, ООО, HP.
    let capitals = |word: &&str| long(word) && word.chars().all(char::is_uppercase) && words.len() > 1;
    let known = |word: &&str| NOBODY.contains(&word.to_lowercase().as_str());
    (1..=4).contains(&words.len())
        && words.iter().all(letters)
        && words.iter().any(long)
        && !words.iter().any(|word| capitals(word) || known(word))
}

/// Whether somebody of this surname is on the staff today: the names of staff are public.
fn works_here(cx: &Context<'_>, name: &str) -> bool {
    let name = name.to_lowercase().replace('ё', "е");
    let says = |surname: &str| name.split(|c: char| !c.is_alphabetic() && c != '-').any(|word| word == surname);
    cx.register().people.iter().filter(|person| person.works_on(cx.today)).any(|person| {
        let surname = person.name.split_whitespace().next().unwrap_or_default();
        says(&surname.to_lowercase().replace('ё', "е"))
    })
}

#[cfg(test)]
mod tests {
    use super::is_person;

    #[test]
    fn names_of_persons_and_of_nobody() {
        for name in
            ["Ирина Смирнова", "Смирнова И.П.", "ivanova", "Ирина", "Anna Maria Petrova", "Римский-Корсаков Н. А."]
        {
            assert!(is_person(name), "{name}");
        }
        for name in [
            "",
            "1",
            "User",
            "user1",
            "Пользователь Windows",
            "Admin",
            "МАОУ СОШ",
            "ООО Ромашка",
            "HP",
            "ПК",
            "Microsoft Office User",
            "python-docx 1.1",
            "Учитель",
            "Минпросвещения России",
            "a b c d e",
        ] {
            assert!(!is_person(name), "{name}");
        }
    }
}
