//! Words of the program: findings, status and help in Russian and English, from Fluent catalogues.
//!
//! Reads: codes and arguments of findings, keys of texts. Writes: text in one language. Touches: nothing. Named by
//! `cli` and `serve` alone: every other stage speaks in codes.
//!
//! A catalogue has one message for each code: its value is the headline (terse, lower case, no full stop, what was
//! expected before what was found), `.help` is the remedy, `.explain` the page of `svod explain`, whose first line is
//! the title of the fault. Keys beginning with `word-` are words that arguments name ([`Arg::Word`]), `label-` are
//! labels of related places; the rest are texts of the commands. A function of our own stands beside those of Fluent:
//! `HAS($x)` is `yes` when the value is there and not empty, for which Fluent has no variant. A word `$x` can be asked
//! for by its key, `$x-key`.

#[cfg(test)]
mod tests;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::base::{Date, Lang};
use crate::diag::{Arg, Diagnostic, Severity};

/// The catalogue of one language as written.
fn catalogue(lang: Lang) -> &'static str {
    match lang {
        Lang::Ru => include_str!("ru.ftl"),
        Lang::En => include_str!("en.ftl"),
    }
}

/// The words of one language.
pub(crate) struct Words {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
}

impl Words {
    /// Reads the catalogue of a language.
    #[must_use]
    pub(crate) fn new(lang: Lang) -> Self {
        let id: LanguageIdentifier = lang.code().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        // The marks would end up in terminals and JSON, where nobody expects invisible characters.
        bundle.set_use_isolating(false);
        // A broken entry is left out and then shown as its key; a test holds the catalogues free of them.
        let resource = match FluentResource::try_new(catalogue(lang).to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
        let _ = bundle.add_function("HAS", |values, _| if has(values) { "yes".into() } else { "no".into() });
        Self { lang, bundle }
    }

    /// The language.
    #[must_use]
    pub(crate) fn lang(&self) -> Lang {
        self.lang
    }

    /// What is wrong, in one line; the code itself if the catalogue lacks it.
    #[must_use]
    pub(crate) fn headline(&self, diagnostic: &Diagnostic) -> String {
        let name = diagnostic.code.name;
        self.message(name, None, &diagnostic.args).unwrap_or_else(|| name.to_owned())
    }

    /// What to do about it.
    #[must_use]
    pub(crate) fn help(&self, diagnostic: &Diagnostic) -> Option<String> {
        self.message(diagnostic.code.name, Some("help"), &diagnostic.args).filter(|text| !text.is_empty())
    }

    /// What a code means, why it matters, an example and the remedy. The first line is the title of the fault.
    #[must_use]
    pub(crate) fn explain(&self, code: &str) -> Option<String> {
        self.message(code, Some("explain"), &[])
    }

    /// `error`, `warning` or `note` in this language.
    #[must_use]
    pub(crate) fn severity(&self, severity: Severity) -> String {
        self.text(
            match severity {
                Severity::Error => "severity-error",
                Severity::Warning => "severity-warning",
                Severity::Note => "severity-note",
            },
            &[],
        )
    }

    /// Any text of the catalogue; the key itself if the catalogue lacks it.
    #[must_use]
    pub(crate) fn text(&self, key: &str, args: &[(&'static str, Arg)]) -> String {
        self.message(key, None, args).unwrap_or_else(|| key.to_owned())
    }

    /// A day as people of this language write it: `31.04.2026` or `2026-04-31`.
    #[must_use]
    pub(crate) fn date(&self, date: Date) -> String {
        match self.lang {
            Lang::Ru => date.dotted(),
            Lang::En => date.to_string(),
        }
    }

    fn message(&self, key: &str, attribute: Option<&str>, args: &[(&'static str, Arg)]) -> Option<String> {
        let message = self.bundle.get_message(key)?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name)?.value(),
            None => message.value()?,
        };
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, arg) in args {
            if let Arg::Word(key) = arg {
                // A select may ask which word it is without knowing it in each language: `$expected-key`.
                values.set(format!("{name}-key"), FluentValue::from(key.clone()));
            }
            values.set(*name, self.value(arg));
        }
        // A placeholder without a value is shown by its name in braces: better half a message than none.
        let mut faults = Vec::new();
        Some(self.bundle.format_pattern(pattern, Some(&values), &mut faults).trim().to_owned())
    }

    fn value(&self, arg: &Arg) -> FluentValue<'static> {
        match arg {
            Arg::Text(text) => FluentValue::from(text.clone()),
            Arg::Count(count) => FluentValue::from(*count),
            Arg::Date(date) => FluentValue::from(self.date(*date)),
            Arg::List(items) => FluentValue::from(items.join(", ")),
            Arg::Word(key) => FluentValue::from(self.text(key, &[])),
            Arg::Words(keys) => {
                FluentValue::from(keys.iter().map(|key| self.text(key, &[])).collect::<Vec<_>>().join(", "))
            }
        }
    }
}

fn has(values: &[FluentValue<'_>]) -> bool {
    match values.first() {
        Some(FluentValue::String(text)) => !text.is_empty(),
        Some(FluentValue::Number(_)) => true,
        _ => false,
    }
}
