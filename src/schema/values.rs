//! Scalars of the contract: dates, codes, addresses, choices and a few forms of their own. Text stays as typed.

use crate::base::yaml::{Node, NodeKind};
use crate::base::{Address, AddressError, Date, DateError, SchoolYear, UtcOffset};
use crate::diag::{Arg, Code, Diagnostic, codes};

use super::{Decoder, ScalarShape, patterns};

/// English and Russian spelling of one allowed value.
pub(crate) type Choice = (&'static str, &'static str);

/// Why a text is not a value of its kind: the code and what its words show.
pub(crate) struct ScalarFault {
    pub(crate) code: Code,
    pub(crate) args: Vec<(&'static str, Arg)>,
}

impl ScalarFault {
    fn new(code: Code) -> Self {
        Self { code, args: Vec::new() }
    }
    fn arg(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }
}

/// A value written as one scalar.
pub(crate) trait Scalar: Sized {
    const SCALAR: ScalarShape;
    /// Reads the text as typed (trimmed).
    fn parse(text: &str) -> Result<Self, ScalarFault>;
}

/// Reads a scalar where the schema expects one; faults become findings.
pub(crate) fn decode_scalar<T: Scalar>(node: &Node, cx: &mut Decoder<'_>) -> Option<T> {
    let NodeKind::Scalar(text) = &node.kind else {
        cx.wrong_type(node, T::SCALAR.kind);
        return None;
    };
    match T::parse(text.trim()) {
        Ok(value) => Some(value),
        Err(fault) => {
            let mut diagnostic = Diagnostic::new(fault.code, cx.place()).arg("value", text.trim());
            diagnostic.args.extend(fault.args);
            cx.report(diagnostic);
            None
        }
    }
}

macro_rules! scalar_fields {
    ($($ty:ty),* $(,)?) => {$(
        impl crate::schema::Field for $ty {
            const SHAPE: crate::schema::Shape = crate::schema::Shape::Scalar(&<$ty as crate::schema::Scalar>::SCALAR);
            const REQUIRED: bool = true;
            fn decode(node: &crate::base::yaml::Node, cx: &mut crate::schema::Decoder<'_>) -> Option<Self> {
                crate::schema::values::decode_scalar(node, cx)
            }
            fn absent() -> Option<Self> {
                None
            }
        }
    )*};
}
pub(crate) use scalar_fields;

/// Any text, numbers as typed.
pub(crate) type Text = String;

/// A permanent code of a record: Latin lower-case letters, digits, `-`, `_`, `.`; it becomes part of addresses.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Id(pub(crate) String);

impl Id {
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

/// When a deadline falls: the same month and day each school year, or one date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Due {
    /// Month and day.
    Yearly(u8, u8),
    /// One date.
    Once(Date),
}

/// How long an appointment lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Until {
    /// To the end of a day.
    Date(Date),
    /// Until the person who is replaced comes back (the day is not known).
    Return,
}

/// A document that a deadline asks for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Requirement {
    /// Information on the decision.
    Decision,
    /// The order that appoints to a role.
    Order(String),
    /// The edition of the regulation.
    Edition,
}

/// A document of the site that can be posted.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum DocumentRef {
    /// By the id of a decision.
    Decision(String),
    /// By the id of an order.
    Order(String),
    /// By regulation and date.
    Edition(String, Date),
    /// By path under `files/`.
    File(String),
}

impl Scalar for String {
    const SCALAR: ScalarShape = ScalarShape { kind: "text", pattern: None, choices: &[] };
    fn parse(text: &str) -> Result<Self, ScalarFault> {
        Ok(text.to_owned())
    }
}

impl Scalar for Id {
    const SCALAR: ScalarShape = ScalarShape { kind: "id", pattern: Some("^[a-z0-9][a-z0-9._-]*$"), choices: &[] };
    fn parse(text: &str) -> Result<Self, ScalarFault> {
        let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '_' | '-');
        if text.chars().all(fits) && text.starts_with(|c: char| c.is_ascii_alphanumeric()) && !text.ends_with('.') {
            Ok(Self(text.to_owned()))
        } else {
            Err(ScalarFault::new(codes::BAD_ID).arg("suggestion", crate::base::ascii_slug(text)))
        }
    }
}

impl Scalar for Date {
    const SCALAR: ScalarShape = ScalarShape { kind: "date", pattern: Some(patterns::DATE), choices: &[] };
    fn parse(text: &str) -> Result<Self, ScalarFault> {
        Self::parse(text).map_err(|e| date_fault(&e))
    }
}

fn date_fault(error: &DateError) -> ScalarFault {
    match error {
        DateError::Form => ScalarFault::new(codes::BAD_DATE),
        DateError::NoSuchMonth => ScalarFault::new(codes::NO_SUCH_DAY).arg("month", "").arg("days", 0).arg("last", ""),
        DateError::NoSuchDay { month, year, days } => ScalarFault::new(codes::NO_SUCH_DAY)
            .arg("month", Arg::Word(format!("word-month-{month}")))
            .arg("days", i32::from(*days))
            .arg("last", Date::new(*year, *month, *days).map(Date::dotted).unwrap_or_default()),
    }
}

impl Scalar for bool {
    const SCALAR: ScalarShape =
        ScalarShape { kind: "bool", pattern: None, choices: &[("true", "да"), ("false", "нет")] };
    fn parse(text: &str) -> Result<Self, ScalarFault> {
        match text.to_lowercase().as_str() {
            "true" | "yes" | "да" => Ok(true),
            "false" | "no" | "нет" => Ok(false),
            _ => Err(not_a_choice(text, Self::SCALAR.choices)),
        }
    }
}

impl Scalar for i32 {
    const SCALAR: ScalarShape = ScalarShape { kind: "integer", pattern: Some("^-?[0-9]+$"), choices: &[] };
    fn parse(text: &str) -> Result<Self, ScalarFault> {
        text.parse().map_err(|_| {
            let word = |w: &str| Arg::Word(format!("word-kind-{w}"));
            ScalarFault::new(codes::WRONG_TYPE)
                .arg("key", "")
                .arg("expected", word("integer"))
                .arg("found", word("text"))
        })
    }
}

impl Scalar for Address {
    const SCALAR: ScalarShape = ScalarShape { kind: "address", pattern: Some(patterns::ADDRESS), choices: &[] };
    fn parse(text: &str) -> Result<Self, ScalarFault> {
        Self::parse(text).map_err(|e| match e {
            AddressError::Form | AddressError::Number | AddressError::Date => ScalarFault::new(codes::BAD_ADDRESS),
        })
    }
}

impl Scalar for SchoolYear {
    const SCALAR: ScalarShape =
        ScalarShape { kind: "school-year", pattern: Some("^[0-9]{4}[/–-]([0-9]{2}|[0-9]{4})$"), choices: &[] };
    fn parse(text: &str) -> Result<Self, ScalarFault> {
        Self::parse(text).ok_or_else(|| unknown(&["2026/2027"]))
    }
}

impl Scalar for UtcOffset {
    const SCALAR: ScalarShape = ScalarShape { kind: "offset", pattern: Some(patterns::OFFSET), choices: &[] };
    fn parse(text: &str) -> Result<Self, ScalarFault> {
        Self::parse(text).ok_or_else(|| unknown(&["+03:00", "+05:00", "+12:00"]))
    }
}

impl Scalar for Due {
    const SCALAR: ScalarShape = ScalarShape { kind: "due", pattern: Some(patterns::DUE), choices: &[] };
    fn parse(text: &str) -> Result<Self, ScalarFault> {
        if let Some((a, b)) = text.split_once('-').filter(|(_, b)| !b.contains('-'))
            && let (Ok(month), Ok(day)) = (a.parse(), b.parse())
        {
            // 2024 is a leap year, so 29 February is let through.
            return Date::new(2024, month, day).map(|d| Self::Yearly(d.month(), d.day())).map_err(|e| date_fault(&e));
        }
        // «1 мая» and «01.05»: a date without a year.
        let with_year = format!("{} 2024", text.trim());
        let dotted = format!("{}.2024", text.trim().trim_end_matches('.'));
        for candidate in [with_year, dotted] {
            match Date::parse(&candidate) {
                Ok(d) => return Ok(Self::Yearly(d.month(), d.day())),
                Err(e @ (DateError::NoSuchDay { .. } | DateError::NoSuchMonth)) => return Err(date_fault(&e)),
                Err(DateError::Form) => {}
            }
        }
        Date::parse(text).map(Self::Once).map_err(|e| date_fault(&e))
    }
}

impl Scalar for Until {
    const SCALAR: ScalarShape = ScalarShape { kind: "until", pattern: Some(patterns::UNTIL), choices: &[] };
    fn parse(text: &str) -> Result<Self, ScalarFault> {
        match text.to_lowercase().as_str() {
            "return" | "до возвращения" | "возвращение" | "до выхода" => {
                Ok(Self::Return)
            }
            _ => Date::parse(text).map(Self::Date).map_err(|e| date_fault(&e)),
        }
    }
}

impl Scalar for Requirement {
    const SCALAR: ScalarShape = ScalarShape {
        kind: "requirement",
        pattern: Some("^(decision|решение|edition|редакция|(order|приказ): *[a-z0-9][a-z0-9._-]*)$"),
        choices: &[],
    };
    fn parse(text: &str) -> Result<Self, ScalarFault> {
        match text.split_once(':').map(|(a, b)| (a.trim(), b.trim())) {
            None if matches!(text, "decision" | "решение") => Ok(Self::Decision),
            None if matches!(text, "edition" | "редакция") => Ok(Self::Edition),
            Some(("order" | "приказ", role)) if !role.is_empty() => Ok(Self::Order(role.to_owned())),
            _ => Err(unknown(&["decision", "order:administrator", "edition"])),
        }
    }
}

impl Scalar for DocumentRef {
    const SCALAR: ScalarShape = ScalarShape {
        kind: "document",
        pattern: Some("^(decision|решение|order|приказ|edition|редакция|file|файл): *.+$"),
        choices: &[],
    };
    fn parse(text: &str) -> Result<Self, ScalarFault> {
        let fault = || unknown(&["decision:ID", "order:ID", "edition:sferum@2026-03-27", "file:files/prikaz.pdf"]);
        let (kind, rest) = text.split_once(':').ok_or_else(fault)?;
        let rest = rest.trim();
        if rest.is_empty() {
            return Err(fault());
        }
        match kind.trim() {
            "decision" | "решение" => Ok(Self::Decision(rest.to_owned())),
            "order" | "приказ" => Ok(Self::Order(rest.to_owned())),
            "file" | "файл" => Ok(Self::File(rest.to_owned())),
            "edition" | "редакция" => {
                let (slug, date) = rest.split_once('@').ok_or_else(fault)?;
                Ok(Self::Edition(slug.trim().to_owned(), Date::parse(date).map_err(|e| date_fault(&e))?))
            }
            _ => Err(fault()),
        }
    }
}

impl std::fmt::Display for DocumentRef {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Decision(id) => write!(f, "decision:{id}"),
            Self::Order(id) => write!(f, "order:{id}"),
            Self::Edition(slug, date) => write!(f, "edition:{slug}@{date}"),
            Self::File(path) => write!(f, "file:{path}"),
        }
    }
}

fn unknown(known: &[&str]) -> ScalarFault {
    let known = known.iter().map(|&k| k.to_owned()).collect();
    ScalarFault::new(codes::UNKNOWN_VALUE).arg("known", Arg::List(known)).arg("nearest", "")
}

pub(crate) fn not_a_choice(text: &str, choices: &'static [Choice]) -> ScalarFault {
    let russian = text.chars().any(|c| matches!(c, 'а'..='я' | 'А'..='Я' | 'ё' | 'Ё'));
    let spelling = |c: &Choice| if russian { c.1 } else { c.0 };
    let known: Vec<String> = choices.iter().map(|c| spelling(c).to_owned()).collect();
    let nearest = super::keys::nearest_of(text, known.iter().map(String::as_str)).unwrap_or_default().to_owned();
    ScalarFault::new(codes::UNKNOWN_VALUE).arg("known", Arg::List(known)).arg("nearest", nearest)
}

scalar_fields!(String, Id, Date, bool, i32, Address, SchoolYear, UtcOffset, Due, Until, Requirement, DocumentRef);

/// Declares an enum of fixed values with an English and a Russian spelling each.
macro_rules! choice {
    ($($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $en:literal / $ru:literal),* $(,)? })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub(crate) enum $name { $($(#[$vdoc])* $variant),* }

        impl $name {
            /// The English spelling, also used as a class and a key of site words.
            #[must_use]
            #[allow(dead_code, reason = "not every choice is named anywhere")]
            pub(crate) fn name(self) -> &'static str {
                match self { $(Self::$variant => $en),* }
            }
        }

        impl crate::schema::Scalar for $name {
            const SCALAR: crate::schema::ScalarShape =
                crate::schema::ScalarShape { kind: "choice", pattern: None, choices: &[$(($en, $ru)),*] };
            fn parse(text: &str) -> Result<Self, crate::schema::ScalarFault> {
                match text.to_lowercase().as_str() {
                    $($en | $ru => Ok(Self::$variant),)*
                    _ => Err(crate::schema::values::not_a_choice(text, Self::SCALAR.choices)),
                }
            }
        }
        crate::schema::values::scalar_fields!($name);
    )*};
}
pub(crate) use choice;
