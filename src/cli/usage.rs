//! Faults of the command line in our own words; `clap` speaks English alone.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::diag::Arg;
use crate::messages::Words;

use super::failure::draw;

/// What is wrong with the arguments, and what to do.
pub(super) fn explain(error: &clap::Error, words: &Words, color: bool) -> String {
    let get = |kind: ContextKind| error.get(kind).map(text_of).unwrap_or_default();
    let suggestion = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue]
        .into_iter()
        .map(get)
        .find(|s| !s.is_empty())
        .unwrap_or_default();
    // `--format <ВИД>` is named without its value.
    let arg = get(ContextKind::InvalidArg);
    let arg = arg.split(' ').next().unwrap_or_default().to_owned();
    let (key, value) = match error.kind() {
        ErrorKind::InvalidSubcommand => ("cli-usage-command", get(ContextKind::InvalidSubcommand)),
        ErrorKind::MissingSubcommand => ("cli-usage-no-command", String::new()),
        ErrorKind::UnknownArgument => ("cli-usage-unknown", String::new()),
        ErrorKind::MissingRequiredArgument => ("cli-usage-missing", String::new()),
        ErrorKind::InvalidValue if get(ContextKind::InvalidValue).is_empty() => ("cli-usage-no-value", String::new()),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => ("cli-usage-value", get(ContextKind::InvalidValue)),
        ErrorKind::ArgumentConflict => ("cli-usage-twice", String::new()),
        ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            ("cli-usage-count", String::new())
        }
        ErrorKind::InvalidUtf8 => ("cli-usage-letters", String::new()),
        // Nothing that our tree of commands can lead to; the library's own words are better than none.
        _ => return error.to_string(),
    };
    let args = [("arg", Arg::Text(arg)), ("value", Arg::Text(value))];
    let known = get(ContextKind::ValidValue);
    let help = if !suggestion.is_empty() {
        words.text("cli-usage-suggestion", &[("suggestion", Arg::Text(suggestion))])
    } else if !known.is_empty() {
        words.text("cli-usage-known", &[("known", Arg::Text(known))])
    } else {
        words.text("cli-usage-help", &[])
    };
    draw(&words.text(key, &args), Some(&help), words, color)
}

fn text_of(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join(", "),
        ContextValue::Number(n) => n.to_string(),
        _ => String::new(),
    }
}
