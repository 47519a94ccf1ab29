//! The two languages of the program and of sites.

/// A language that messages and site words exist in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Lang {
    /// Russian, the language of the people we build for.
    #[default]
    Ru,
    /// English.
    En,
}

impl Lang {
    /// Every language, in the order they are shown.
    pub(crate) const ALL: [Self; 2] = [Self::Ru, Self::En];

    /// The code used in `lang` attributes, options and file names.
    #[must_use]
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Ru => "ru",
            Self::En => "en",
        }
    }

    /// Reads `ru`, `ru-RU`, `ru_RU.UTF-8`, `en`...; `None` for other languages.
    #[must_use]
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let head = text.split(['-', '_', '.', '@']).next().unwrap_or("");
        Self::ALL.into_iter().find(|l| head.eq_ignore_ascii_case(l.code()))
    }
}
