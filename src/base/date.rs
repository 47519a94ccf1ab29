//! Civil dates as people type them, periods, school years and fixed offsets from UTC. There is no clock here.

use std::fmt;

use super::Lang;

/// A day of the Gregorian calendar, from year 1 to 9999.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Date(jiff::civil::Date);

/// Days of the week, Monday first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub(crate) enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

/// Why a text is not a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum DateError {
    /// None of `2026-03-27`, `27.03.2026`, `27 марта 2026 г.`.
    Form,
    /// The form is right but the month has fewer days (`31.04.2026`).
    NoSuchDay {
        /// The month, 1 to 12.
        month: u8,
        /// The year.
        year: i16,
        /// How many days that month has.
        days: u8,
    },
    /// The form is right but there is no such month (`01.13.2026`).
    NoSuchMonth,
}

/// Russian months as they stand in dates.
pub(crate) const MONTHS_RU: [&str; 12] = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
];
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

impl Date {
    /// The day `year-month-day`, if there is one.
    ///
    /// # Errors
    /// [`DateError::NoSuchDay`] or [`DateError::NoSuchMonth`].
    pub(crate) fn new(year: i16, month: u8, day: u8) -> Result<Self, DateError> {
        let (Ok(y), Ok(m), Ok(d)) = (Ok::<_, ()>(year), i8::try_from(month), i8::try_from(day)) else {
            return Err(DateError::Form);
        };
        if !(1..=12).contains(&m) {
            return Err(DateError::NoSuchMonth);
        }
        if !(1..=9999).contains(&y) {
            return Err(DateError::Form);
        }
        jiff::civil::Date::new(y, m, d).map(Self).map_err(|_| {
            let days = jiff::civil::Date::new(y, m, 1).map_or(31, |first| first.days_in_month());
            DateError::NoSuchDay { month, year, days: days.unsigned_abs() }
        })
    }

    /// Reads `2026-03-27`, `27.03.2026`, `27 марта 2026 г.` (also `года`, without the tail, quoted day `«27»`),
    /// `27 March 2026`.
    ///
    /// # Errors
    /// See [`DateError`].
    pub(crate) fn parse(text: &str) -> Result<Self, DateError> {
        let text = text.trim();
        let number = |s: &str, max: usize| -> Option<i16> {
            let fits = (1..=max).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_digit());
            if fits { s.parse().ok() } else { None }
        };
        let small = |n: i16| u8::try_from(n).unwrap_or(u8::MAX);
        let iso: Vec<&str> = text.split('-').collect();
        if let [y, m, d] = iso[..]
            && y.len() == 4
            && let (Some(y), Some(m), Some(d)) = (number(y, 4), number(m, 2), number(d, 2))
        {
            return Self::new(y, small(m), small(d));
        }
        let dotted: Vec<&str> = text.trim_end_matches("г.").trim_end_matches('г').trim_end().split('.').collect();
        if let [d, m, y] = dotted[..]
            && y.len() == 4
            && let (Some(y), Some(m), Some(d)) = (number(y, 4), number(m, 2), number(d, 2))
        {
            return Self::new(y, small(m), small(d));
        }
        let words: Vec<&str> = text.split_whitespace().collect();
        let [d, m, y, tail @ ..] = &words[..] else { return Err(DateError::Form) };
        let tail_fits = matches!(tail, [] | ["г." | "г" | "года"]);
        let y = y.trim_end_matches("г.").trim_end_matches('г');
        let d = d.trim_matches(|c| matches!(c, '«' | '»' | '"' | '„' | '“' | '”'));
        let month = m.to_lowercase();
        let month = MONTHS_RU
            .iter()
            .position(|&n| n == month)
            .or_else(|| MONTHS_EN.iter().position(|n| n.eq_ignore_ascii_case(&month)));
        match (number(d, 2), month, number(y, 4)) {
            (Some(d), Some(m), Some(y)) if tail_fits && words[2].len() >= 4 => {
                Self::new(y, small(i16::try_from(m).unwrap_or(0) + 1), small(d))
            }
            _ => Err(DateError::Form),
        }
    }

    /// Calendar year.
    #[must_use]
    pub(crate) fn year(self) -> i16 {
        self.0.year()
    }

    /// Month, 1 to 12.
    #[must_use]
    pub(crate) fn month(self) -> u8 {
        self.0.month().unsigned_abs()
    }

    /// Day of the month, from 1.
    #[must_use]
    pub(crate) fn day(self) -> u8 {
        self.0.day().unsigned_abs()
    }

    /// Day of the week.
    #[must_use]
    pub(crate) fn weekday(self) -> Weekday {
        match self.0.weekday() {
            jiff::civil::Weekday::Monday => Weekday::Monday,
            jiff::civil::Weekday::Tuesday => Weekday::Tuesday,
            jiff::civil::Weekday::Wednesday => Weekday::Wednesday,
            jiff::civil::Weekday::Thursday => Weekday::Thursday,
            jiff::civil::Weekday::Friday => Weekday::Friday,
            jiff::civil::Weekday::Saturday => Weekday::Saturday,
            jiff::civil::Weekday::Sunday => Weekday::Sunday,
        }
    }

    /// The day `days` later (earlier if negative); stays at the ends of the calendar.
    #[must_use]
    pub(crate) fn plus_days(self, days: i32) -> Self {
        Self(self.0.saturating_add(jiff::Span::new().days(days)))
    }

    /// Whole days from `self` to `other`; negative when `other` is earlier.
    #[must_use]
    pub(crate) fn days_until(self, other: Self) -> i32 {
        self.0.until(other.0).map_or(0, |span| span.get_days())
    }

    /// `27.03.2026`.
    #[must_use]
    pub(crate) fn dotted(self) -> String {
        format!("{:02}.{:02}.{:04}", self.day(), self.month(), self.year())
    }

    /// `27 марта 2026 года` or `27 March 2026`.
    #[must_use]
    pub(crate) fn long(self, lang: Lang) -> String {
        let month = usize::from(self.month()) - 1;
        match lang {
            Lang::Ru => format!("{} {} {} года", self.day(), MONTHS_RU[month], self.year()),
            Lang::En => format!("{} {} {}", self.day(), MONTHS_EN[month], self.year()),
        }
    }
}

impl fmt::Display for Date {
    /// `2026-03-27`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Days from `from` to `until`, both included; without an end it is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Period {
    /// First day.
    pub from: Date,
    /// Last day, if there is one.
    pub until: Option<Date>,
}

impl Period {
    /// Whether the day lies in the period.
    #[must_use]
    pub(crate) fn contains(&self, day: Date) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }

    /// Whether some day lies in both.
    #[must_use]
    pub(crate) fn overlaps(&self, other: &Self) -> bool {
        let starts_in_time = |a: &Self, b: &Self| b.until.is_none_or(|until| a.from <= until);
        starts_in_time(self, other) && starts_in_time(other, self)
    }
}

/// A school year: 1 September of `start` to 31 August of the next year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct SchoolYear {
    /// Calendar year in which it begins.
    pub start: i16,
}

impl SchoolYear {
    /// The school year a day belongs to.
    #[must_use]
    pub(crate) fn of(day: Date) -> Self {
        Self { start: if day.month() >= 9 { day.year() } else { day.year() - 1 } }
    }

    /// Reads `2026/2027`, `2026/27`, `2026-2027`; the second year must follow the first.
    #[must_use]
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (a, b) = text.trim().split_once(['/', '-', '–'])?;
        let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        if a.len() != 4 || !matches!(b.len(), 2 | 4) || !digits(a) || !digits(b) {
            return None;
        }
        let start: i16 = a.parse().ok()?;
        let end: i16 = b.parse().ok()?;
        let follows = if b.len() == 4 { end == start + 1 } else { end == (start + 1) % 100 };
        (follows && (1..9999).contains(&start)).then_some(Self { start })
    }

    /// The day of this school year with that month and day (`05-01` is in the second calendar year); 29 February
    /// falls on 28 February where the year has none.
    #[must_use]
    pub(crate) fn day(self, month: u8, day: u8) -> Option<Date> {
        let year = if month >= 9 { self.start } else { self.start + 1 };
        match Date::new(year, month, day) {
            Err(DateError::NoSuchDay { days, .. }) if month == 2 && day == 29 => Date::new(year, month, days).ok(),
            other => other.ok(),
        }
    }

    /// The school year after this one.
    #[must_use]
    pub(crate) fn next(self) -> Self {
        Self { start: self.start + 1 }
    }
}

impl fmt::Display for SchoolYear {
    /// `2026/2027`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.start, self.start + 1)
    }
}

/// A fixed offset of the site's clock from UTC, in minutes (−14:00 to +14:00).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct UtcOffset {
    /// Minutes east of UTC.
    pub minutes: i16,
}

impl UtcOffset {
    /// Reads `+05:00`, `-3`, `+0530`, `Z`.
    #[must_use]
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if matches!(text, "Z" | "z") {
            return Some(Self::default());
        }
        let (sign, rest) = match text.chars().next()? {
            '+' => (1, &text[1..]),
            '-' => (-1, &text[1..]),
            '−' => (-1, &text['−'.len_utf8()..]),
            _ => return None,
        };
        if rest.is_empty() || !rest.bytes().all(|b| b.is_ascii_digit() || b == b':') {
            return None;
        }
        let (hours, minutes) = match rest.split_once(':') {
            Some((h, m)) if m.len() == 2 => (h, m),
            Some(_) => return None,
            None if rest.len() == 4 => rest.split_at(2),
            None => (rest, "0"),
        };
        let (hours, minutes): (i16, i16) = (hours.parse().ok()?, minutes.parse().ok()?);
        let total = hours * 60 + minutes;
        (hours <= 14 && minutes < 60 && total <= 14 * 60).then_some(Self { minutes: sign * total })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(Date::parse(text).map(|d| d.to_string()), Ok(expected.to_owned()), "{text}");
    }

    #[test]
    fn dates_as_people_type_them() {
        check("2026-03-27", "2026-03-27");
        check("27.03.2026", "2026-03-27");
        check("7.3.2026 г.", "2026-03-07");
        check("27 марта 2026 г.", "2026-03-27");
        check("27 Марта 2026 года", "2026-03-27");
        check("«27» марта 2026г.", "2026-03-27");
        check("27 march 2026", "2026-03-27");
        check(" 29.02.2024 ", "2024-02-29");
    }

    #[test]
    fn faults_say_what_the_month_has() {
        assert_eq!(Date::parse("31.04.2026"), Err(DateError::NoSuchDay { month: 4, year: 2026, days: 30 }));
        assert_eq!(Date::parse("29.02.2026"), Err(DateError::NoSuchDay { month: 2, year: 2026, days: 28 }));
        assert_eq!(Date::parse("01.13.2026"), Err(DateError::NoSuchMonth));
        for text in ["", "вчера", "27.03.26", "2026/03/27", "27 03 2026", "1.2.3.2026", "٢٧.03.2026"] {
            assert_eq!(Date::parse(text), Err(DateError::Form), "{text}");
        }
    }

    #[test]
    fn school_years_turn_on_the_first_of_september() {
        let of = |text: &str| SchoolYear::of(Date::parse(text).unwrap()).to_string();
        assert_eq!(of("31.08.2026"), "2025/2026");
        assert_eq!(of("01.09.2026"), "2026/2027");
        assert_eq!(SchoolYear::parse("2026/27"), Some(SchoolYear { start: 2026 }));
        assert_eq!(SchoolYear::parse("2026/2028"), None);
        assert_eq!(SchoolYear { start: 2026 }.day(5, 1), Date::parse("2027-05-01").ok());
        assert_eq!(SchoolYear { start: 2026 }.day(2, 29), Date::parse("2027-02-28").ok());
    }

    #[test]
    fn periods() {
        let period = |from: &str, until: Option<&str>| Period {
            from: Date::parse(from).unwrap(),
            until: until.map(|u| Date::parse(u).unwrap()),
        };
        let spring = period("2026-03-01", Some("2026-05-31"));
        assert!(spring.overlaps(&period("2026-05-31", None)));
        assert!(!spring.overlaps(&period("2026-06-01", None)));
    }

    #[test]
    fn offsets() {
        for (text, minutes) in [("+05:00", 300), ("-3", -180), ("+0530", 330), ("Z", 0), ("−02:00", -120)] {
            assert_eq!(UtcOffset::parse(text), Some(UtcOffset { minutes }), "{text}");
        }
        for text in ["5", "+15", "+05:60", "+5:0", "", "+", "+:"] {
            assert_eq!(UtcOffset::parse(text), None, "{text}");
        }
    }
}
