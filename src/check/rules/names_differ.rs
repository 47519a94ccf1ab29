//! One name written in several ways.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::{current_editions, passages};
use crate::check::texts::{Passage, of_blocks, words};
use crate::check::{Context, Rule};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};

/// # What it does
/// Finds, within one edition or instruction, names that differ only by alphabet, hyphen, quotation marks or capitals:
/// «VK-мессенджер» and «ВК Мессенджер», «онлайн урок» and «онлайн-урок», «Sferum» and «Сферум». Case endings do not
/// count. The rarer spelling is shown.
///
/// # Why
/// A reader cannot know that both are one thing, a search for one does not find the other, and in an act two names may
/// well be two things.
///
/// # Example
/// «в VK-мессенджере» in 2.3 and «в ВК Мессенджер» in 2.2
///
/// # How to allow
/// `allow: [names-differ]` in `site.yml`, or `--allow names-differ`.
pub(crate) const RULE: Rule = Rule { code: Code::warning("names-differ"), of_absence: false, run };

fn run(cx: &Context<'_>, out: &mut Diagnostics) {
    current_editions(cx).for_each(|edition| judge(&passages(edition), out));
    for instruction in &cx.site.instructions {
        judge(&of_blocks(instruction.file, &instruction.doc.blocks), out);
    }
}

/// A name met in a text.
struct Met {
    /// What all spellings of it have in common.
    key: String,
    /// What tells spellings apart, without case endings.
    form: String,
    /// Number of its last word.
    last: usize,
}

/// A spelling: how often, when and where first, and as it stands there.
struct Spelling {
    count: usize,
    order: usize,
    place: Place,
    shown: String,
}

fn judge(passages: &[Passage<'_>], out: &mut Diagnostics) {
    let mut names: BTreeMap<String, BTreeMap<String, Spelling>> = BTreeMap::new();
    let mut order = 0;
    for passage in passages {
        for index in (0..passage.words.len()).filter(|&i| !passage.in_address(i)) {
            for met in [brand(passage, index), compound(passage, index), alone(passage, index)].into_iter().flatten() {
                order += 1;
                let range = passage.between(index, met.last);
                let spelling = names.entry(met.key).or_default().entry(met.form).or_insert_with(|| Spelling {
                    count: 0,
                    order,
                    shown: passage.slice(range.clone()).split_whitespace().collect::<Vec<_>>().join(" "),
                    place: passage.place(range),
                });
                spelling.count += 1;
            }
        }
    }
    for forms in names.into_values() {
        let mut forms: Vec<Spelling> = forms.into_values().collect();
        forms.sort_by_key(|s| (Reverse(s.count), s.order));
        let mut forms = forms.into_iter();
        let Some(usual) = forms.next() else { continue };
        for form in forms {
            out.push(
                Diagnostic::new(RULE.code, form.place)
                    .arg("form", form.shown)
                    .arg("usual", usual.shown.as_str())
                    .arg("count", usual.count)
                    .related("label-usual", usual.place.clone()),
            );
        }
    }
}

/// «VK-мессенджер», «ВК Мессенджер», «АИС „ЭПОС“»: capitals or Latin letters and a noun.
fn brand(passage: &Passage<'_>, index: usize) -> Option<Met> {
    let (first, second) = (passage.word(index), passage.word(index + 1));
    let latin = first.len() >= 2 && first.bytes().all(|b| b.is_ascii_alphabetic());
    let capitals =
        (2..=6).contains(&first.chars().count()) && first.chars().all(|c| words::cyrillic(c) && c.is_uppercase());
    let noun = second.chars().count() >= 5 && second.chars().all(char::is_alphabetic) && !passage.in_address(index + 1);
    if !(latin || capitals) || !noun {
        return None;
    }
    let joiner = joiner(passage.gap(index)?)?;
    let case = if second.starts_with(char::is_uppercase) { "Aa" } else { "aa" };
    Some(Met {
        key: format!("{} {}", russian(first), stem(second)),
        form: format!("{first}{joiner}{case}"),
        last: index + 1,
    })
}

/// First parts that are written with a hyphen, and with a gap or none by mistake.
const LOOSE: &[&str] = &["онлайн", "интернет", "веб"];
/// First parts that are written together, and with a hyphen by mistake. What stands apart is a word of its own.
const TIGHT: &[&str] = &["видео", "аудио", "медиа"];

/// «онлайн-урок» and «онлайн урок», «видеозвонок» and «видео-звонок».
fn compound(passage: &Passage<'_>, index: usize) -> Option<Met> {
    let word: String = words::folded(passage.word(index)).collect();
    let met = |head: &str, tail: &str, joiner: &str, last| {
        let fits = tail.chars().count() >= 4 && words::is_cyrillic(tail) && !tail.starts_with("конференц");
        fits.then(|| Met { key: format!("{head} {}", stem(tail)), form: joiner.to_owned(), last })
    };
    for head in LOOSE.iter().chain(TIGHT) {
        let Some(tail) = word.strip_prefix(head) else { continue };
        if !tail.is_empty() {
            return met(head, tail, "", index);
        }
        let joiner = joiner(passage.gap(index)?).filter(|j| *j == "-" || (*j == " " && LOOSE.contains(head)))?;
        let next: String = words::folded(passage.word(index + 1)).collect();
        return met(head, &next, joiner, index + 1);
    }
    None
}

/// A name of one word, for the alphabet it is written in.
fn alone(passage: &Passage<'_>, index: usize) -> Option<Met> {
    let word = passage.word(index);
    if word.chars().count() < 5 || !word.starts_with(char::is_uppercase) {
        return None;
    }
    let latin = word.bytes().all(|b| b.is_ascii_alphabetic());
    if !latin && !words::is_cyrillic(word) {
        return None;
    }
    let form = if latin { "latin" } else { "cyrillic" };
    // All cases of so long a name have its first five letters.
    Some(Met { key: russian(word).chars().take(5).collect(), form: form.to_owned(), last: index })
}

/// What joins two words of a name; `None` if they are no one name.
fn joiner(gap: &str) -> Option<&'static str> {
    match gap {
        "-" | "‑" | "-\n" => Some("-"),
        " " | "\u{a0}" | "\n" => Some(" "),
        " «" | " „" | " \"" | "\n«" | "\u{a0}«" => Some("«"),
        _ => None,
    }
}

/// The first letters of a word, which all its cases have.
fn stem(word: &str) -> String {
    let letters = word.chars().count();
    words::folded(word).take(letters.saturating_sub(2).clamp(4, 5)).collect()
}

/// A word in Russian letters, as it is spoken.
fn russian(word: &str) -> String {
    let mut text: String = words::folded(word).collect();
    for (latin, letter) in
        [("shch", "щ"), ("sh", "ш"), ("ch", "ч"), ("zh", "ж"), ("kh", "х"), ("ya", "я"), ("yu", "ю"), ("ts", "ц")]
    {
        text = text.replace(latin, letter);
    }
    let mut spoken = String::new();
    for c in text.chars() {
        match "abcdefghijklmnopqrstuvwyz".find(c) {
            Some(at) => spoken.extend("абкдефгхийклмнопкрстуввиз".chars().nth(at)),
            None if c == 'x' => spoken.push_str("кс"),
            None => spoken.push(c),
        }
    }
    spoken
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::FileId;
    use crate::parse::markdown;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str)]) {
        let doc = markdown::parse(FileId(0), text, 0, &mut Diagnostics::default());
        let mut out = Diagnostics::default();
        judge(&of_blocks(FileId(0), &doc.blocks), &mut out);
        let arg = |d: &Diagnostic, i: usize| match &d.args[i].1 {
            crate::diag::Arg::Text(text) => text.clone(),
            other => panic!("{other:?}"),
        };
        let found: Vec<_> = out.items().iter().map(|d| (arg(d, 0), arg(d, 1))).collect();
        let expected: Vec<_> = expected.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn spellings_of_one_name() {
        check("чаты в ВК Мессенджер, в VK-мессенджере, из VK-мессенджера", &[("ВК Мессенджер", "VK-мессенджере")]);
        check("онлайн-урок, онлайн уроки", &[("онлайн уроки", "онлайн-урок")]);
        check("видеозвонок и видео-звонки", &[("видео-звонки", "видеозвонок")]);
        check("платформа Сферум; в Сферуме; Sferum", &[("Sferum", "Сферум")]);
    }

    #[test]
    fn names_that_do_not_differ() {
        check("в ВК Мессенджере и из ВК Мессенджера", &[]);
        check("ИКОП «Сферум» и адреса info@sferum.ru, Sferum.ru", &[]);
        check("видео урока, видеоурок, видеоконференция, видео-конференц-связь", &[]);
    }
}
