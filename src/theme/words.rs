//! Words that readers of the site see: Fluent catalogues, in which a theme may change single entries.
//!
//! Every key is in every language of the built-in catalogues (a test holds them equal), so a word is missing only when
//! it is asked for under a name that does not exist: then the name itself is shown.

use std::borrow::Cow;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::base::{FileId, Lang, Span};
use crate::diag::{Diagnostic, Diagnostics, Place, codes};

use super::embedded;

/// A value shown in a sentence.
#[derive(Clone, Debug)]
pub(crate) enum WordArg<'a> {
    /// Text as it is.
    Text(Cow<'a, str>),
    /// A count, which chooses among plural forms.
    Count(i64),
}

impl<'a> From<&'a str> for WordArg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}
impl<'a> From<&'a String> for WordArg<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}
impl From<String> for WordArg<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}
impl From<i64> for WordArg<'_> {
    fn from(count: i64) -> Self {
        Self::Count(count)
    }
}

/// A catalogue in one language.
pub(crate) struct Words {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
}

impl Words {
    /// The built-in catalogue.
    pub(crate) fn built_in(lang: Lang) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![locale(lang)]);
        // Isolation marks would stand between digits and words of every date.
        bundle.set_use_isolating(false);
        let resource = FluentResource::try_new(source(lang).to_owned()).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
        Self { lang, bundle }
    }

    /// The built-in catalogue with a theme's own entries over it. Broken entries and names that the built-in catalogue
    /// does not have are reported and change nothing.
    pub(super) fn with_own(lang: Lang, text: &str, file: FileId, out: &mut Diagnostics) -> Self {
        let mut words = Self::built_in(lang);
        let known: Vec<&str> = keys(source(lang)).map(|(_, key)| key).collect();
        for (at, key) in keys(text) {
            // A term (`-name`) and names of the theme's own templates (`own-…`) are its own business.
            if !known.contains(&key) && !key.starts_with("own-") {
                out.push(
                    Diagnostic::new(codes::THEME_WORDS, Place::span(file, Span::new(at, at + key.len())))
                        .arg("key", key)
                        .arg(
                            "nearest",
                            crate::schema::keys::nearest_of(key, known.iter().copied()).unwrap_or_default(),
                        ),
                );
            }
        }
        let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(resource, errors)| {
            for error in errors {
                let place = Place::span(file, Span::new(error.pos.start, error.pos.end));
                out.push(
                    Diagnostic::new(codes::THEME_WORDS, place)
                        .arg("key", "")
                        .arg("nearest", "")
                        .detail(error.kind.to_string()),
                );
            }
            resource
        });
        words.bundle.add_resource_overriding(resource);
        words
    }

    /// The language of the words.
    pub(crate) fn lang(&self) -> Lang {
        self.lang
    }

    /// Whether there is an entry of that name.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    /// A word or sentence without values.
    pub(crate) fn get(&self, key: &str) -> String {
        self.with(key, &[])
    }

    /// A sentence with values.
    pub(crate) fn with(&self, key: &str, values: &[(&str, WordArg<'_>)]) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            return key.to_owned();
        };
        let mut args = FluentArgs::with_capacity(values.len());
        for (name, value) in values {
            match value {
                WordArg::Text(text) => args.set(*name, FluentValue::from(text.as_ref())),
                WordArg::Count(count) => args.set(*name, FluentValue::from(*count)),
            }
        }
        // A faulty value is shown as its own name in braces, and a test of the catalogues finds it.
        self.bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
    }
}

fn locale(lang: Lang) -> LanguageIdentifier {
    lang.code().parse().unwrap_or_default()
}

fn source(lang: Lang) -> &'static str {
    let path = format!("strings/{}.ftl", lang.code());
    let bytes = embedded::FILES.iter().find(|(p, _)| *p == path).map(|(_, bytes)| *bytes).unwrap_or_default();
    std::str::from_utf8(bytes).unwrap_or_default()
}

/// Names of entries with the byte at which they begin. An entry begins at the first column and continues on lines that
/// do not.
fn keys(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split_inclusive('\n').filter_map(move |line| {
        let start = at;
        at += line.len();
        let (name, _) = line.split_once('=')?;
        let name = name.trim_end();
        let letters = name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
        (letters && name.starts_with(|c: char| c.is_ascii_alphabetic())).then_some((start, name))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// Names of values that an entry asks for, by key.
    fn entries(lang: Lang) -> Vec<(String, BTreeSet<String>)> {
        let text = source(lang);
        let starts: Vec<(usize, &str)> = keys(text).collect();
        let ends = starts.iter().skip(1).map(|(at, _)| *at).chain([text.len()]);
        starts
            .iter()
            .zip(ends)
            .map(|((at, key), end)| {
                let values = text[*at..end].split('$').skip(1).map(|rest| {
                    rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect::<String>()
                });
                ((*key).to_owned(), values.collect())
            })
            .collect()
    }

    #[test]
    fn both_languages_have_the_same_entries_with_the_same_values() {
        let (mut russian, mut english) = (entries(Lang::Ru), entries(Lang::En));
        let count = russian.len();
        russian.sort();
        english.sort();
        assert_eq!(russian, english);
        russian.dedup_by(|a, b| a.0 == b.0);
        assert_eq!(russian.len(), count, "an entry stands twice");
    }

    #[test]
    fn catalogues_are_well_formed() {
        for lang in Lang::ALL {
            let parsed = FluentResource::try_new(source(lang).to_owned());
            assert!(parsed.is_ok(), "{lang:?}: {:?}", parsed.err().map(|(_, errors)| errors));
        }
    }

    #[test]
    fn a_theme_changes_single_entries() {
        let mut out = Diagnostics::default();
        let words = Words::with_own(Lang::Ru, "home = Начало\nown-greeting = Привет\n", FileId(7), &mut out);
        assert!(out.items().is_empty(), "{:?}", out.items());
        assert_eq!(words.get("home"), "Начало");
        assert_eq!(words.get("own-greeting"), "Привет");
        assert_eq!(words.get("contents"), Words::built_in(Lang::Ru).get("contents"));
    }

    #[test]
    fn faults_in_own_words_have_a_place() {
        let mut out = Diagnostics::default();
        let words = Words::with_own(Lang::Ru, "# слова\nhomme = Начало\nброкен\n", FileId(7), &mut out);
        let places: Vec<_> = out.items().iter().map(|d| d.place.clone().unwrap()).collect();
        let start = "# слова\n".len();
        assert_eq!(places.first(), Some(&Place::span(FileId(7), Span::new(start, start + 5))));
        assert_eq!(places.len(), 2, "{:?}", out.items());
        assert_eq!(words.get("home"), Words::built_in(Lang::Ru).get("home"));
    }

    #[test]
    fn plural_forms() {
        let words = Words::built_in(Lang::Ru);
        let left = |n: i64| words.with("panel-left", &[("count", n.into()), ("shown", n.to_string().into())]);
        assert_eq!(left(1), "Остался 1 день.");
        assert_eq!(left(2), "Осталось 2 дня.");
        assert_eq!(left(160), "Осталось 160 дней.");
        assert_eq!(left(21), "Остался 21 день.");
    }
}
