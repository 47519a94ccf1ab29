//! What the surroundings say: the language, whether anyone reads on a terminal, whether colours are wanted.

use std::io::IsTerminal;

use crate::base::Lang;

/// The language of messages: the option, else the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that says anything,
/// else Russian.
#[must_use]
pub(crate) fn language(option: Option<Lang>, variable: &dyn Fn(&str) -> Option<String>) -> Lang {
    option.unwrap_or_else(|| {
        let said = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(variable).find(|v| !v.is_empty());
        said.and_then(|v| Lang::parse(&v)).unwrap_or_default()
    })
}

/// `--color`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum ColorChoice {
    /// On a terminal that can show them, unless `NO_COLOR` is set.
    #[default]
    Auto,
    /// Always, in pipes too.
    Always,
    /// Never.
    Never,
}

impl ColorChoice {
    /// Whether to colour what goes to a stream.
    #[must_use]
    pub(crate) fn wants(self, terminal: bool, variable: &dyn Fn(&str) -> Option<String>) -> bool {
        let forbidden =
            || variable("NO_COLOR").is_some_and(|v| !v.is_empty()) || variable("TERM").is_some_and(|v| v == "dumb");
        match self {
            Self::Always => true,
            Self::Never => false,
            Self::Auto => terminal && !forbidden(),
        }
    }
}

/// Which of the streams are terminals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Streams {
    pub(crate) stdout: bool,
    pub(crate) stderr: bool,
}

impl Streams {
    /// Asks the system.
    #[must_use]
    pub(crate) fn ask() -> Self {
        Self { stdout: std::io::stdout().is_terminal(), stderr: std::io::stderr().is_terminal() }
    }
}

/// The value of an environment variable; one that is not Unicode counts as unset.
#[must_use]
pub(crate) fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from<'a>(set: &'a [(&'a str, &'a str)]) -> impl Fn(&str) -> Option<String> + 'a {
        |name| set.iter().find(|(n, _)| *n == name).map(|(_, v)| (*v).to_owned())
    }

    #[test]
    fn languages() {
        let check = |set: &[(&str, &str)], lang| assert_eq!(language(None, &from(set)), lang, "{set:?}");
        check(&[], Lang::Ru);
        check(&[("LANG", "en_US.UTF-8")], Lang::En);
        check(&[("LANG", "en_US.UTF-8"), ("LC_ALL", "ru_RU.UTF-8")], Lang::Ru);
        check(&[("LANG", "ru_RU.UTF-8"), ("LC_MESSAGES", "en_GB")], Lang::En);
        check(&[("LC_ALL", ""), ("LANG", "en_US")], Lang::En);
        check(&[("LC_ALL", "C.UTF-8"), ("LANG", "en_US")], Lang::Ru);
        assert_eq!(language(Some(Lang::En), &from(&[("LC_ALL", "ru_RU")])), Lang::En);
    }

    #[test]
    fn colours() {
        let check = |choice: ColorChoice, terminal, set: &[(&str, &str)], wanted| {
            assert_eq!(choice.wants(terminal, &from(set)), wanted, "{choice:?} {terminal} {set:?}");
        };
        check(ColorChoice::Auto, true, &[], true);
        check(ColorChoice::Auto, false, &[], false);
        check(ColorChoice::Auto, true, &[("NO_COLOR", "1")], false);
        check(ColorChoice::Auto, true, &[("NO_COLOR", "")], true);
        check(ColorChoice::Auto, true, &[("TERM", "dumb")], false);
        check(ColorChoice::Always, false, &[("NO_COLOR", "1")], true);
        check(ColorChoice::Never, true, &[], false);
    }
}
