//! Working days, from a calendar that is data. A year that is not filled in is said, never guessed.

use std::collections::BTreeMap;

use crate::base::{Date, Weekday};
use crate::diag::{Arg, Diagnostic, Diagnostics, codes};
use crate::schema::records::{CalendarFile, CalendarYear};

/// A calendar of working days.
#[derive(Clone, Debug)]
pub(crate) struct Calendar {
    /// Working days in an ordinary week: 5 or 6.
    pub(crate) week: u8,
    /// Filled years, the days of each sorted.
    pub(crate) years: BTreeMap<i16, CalendarYear>,
}

/// A day that was counted, and whether every year on the way is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct WorkDay {
    /// The day.
    pub(crate) date: Date,
    /// `false`: a year on the way is not filled in, so ordinary weekends alone were counted («дата ориентировочная»).
    pub(crate) exact: bool,
}

impl Default for Calendar {
    /// A five-day week without a single filled year.
    fn default() -> Self {
        Self { week: 5, years: BTreeMap::new() }
    }
}

impl WorkDay {
    /// The sooner of two days.
    #[must_use]
    pub(crate) fn sooner(self, other: Self) -> Self {
        if other.date < self.date { other } else { self }
    }
}

impl Calendar {
    /// Takes the calendar of the data file; a year that is there counts as filled in.
    pub(crate) fn new(file: Option<CalendarFile>, out: &mut Diagnostics) -> Self {
        let Some(file) = file else { return Self::default() };
        let week = match file.week {
            Some(6) => 6,
            None | Some(5) => 5,
            Some(other) => {
                out.push(
                    Diagnostic::new(codes::UNKNOWN_VALUE, file.at.key("week"))
                        .arg("value", other.to_string())
                        .arg("known", Arg::List(vec!["5".into(), "6".into()]))
                        .arg("nearest", ""),
                );
                5
            }
        };
        let mut years = BTreeMap::new();
        for (number, mut year) in file.years.0 {
            report_strays(number, &year, out);
            year.days_off.sort_unstable();
            year.working.sort_unstable();
            years.insert(number, year);
        }
        Self { week, years }
    }

    /// Whether a day is a working one, and whether its year is filled in. In other years ordinary weekends count.
    #[must_use]
    pub(crate) fn is_working(&self, day: Date) -> (bool, bool) {
        let ordinary = match day.weekday() {
            Weekday::Sunday => false,
            Weekday::Saturday => self.week == 6,
            _ => true,
        };
        let Some(year) = self.years.get(&day.year()) else { return (ordinary, false) };
        let listed = |days: &[Date]| days.binary_search(&day).is_ok();
        (if ordinary { !listed(&year.days_off) } else { listed(&year.working) }, true)
    }

    /// The `n`-th working day, counted from the day after `from`.
    #[must_use]
    pub(crate) fn add_working_days(&self, from: Date, n: u32) -> WorkDay {
        let mut counted = WorkDay { date: from, exact: true };
        let mut left = n;
        while left > 0 && self.step(&mut counted, 1) {
            if self.is_working(counted.date).0 {
                left -= 1;
            }
        }
        counted
    }

    /// The last working day by the end of `day`; the day itself counts if it is one.
    #[must_use]
    pub(crate) fn last_working_day_by(&self, day: Date) -> WorkDay {
        let (mut working, exact) = self.is_working(day);
        let mut found = WorkDay { date: day, exact };
        while !working && self.step(&mut found, -1) {
            working = self.is_working(found.date).0;
        }
        found
    }

    /// Years with a day from `first` to `last`, both included, that are not filled in.
    #[must_use]
    pub(crate) fn unfilled(&self, first: Date, last: Date) -> Vec<i16> {
        (first.year()..=last.year()).filter(|year| !self.years.contains_key(year)).collect()
    }

    /// Goes one day on or back and notes whether that year is filled in; `false` at the ends of time.
    fn step(&self, at: &mut WorkDay, days: i32) -> bool {
        let next = at.date.plus_days(days);
        let moved = next != at.date;
        at.date = next;
        at.exact &= self.is_working(next).1;
        moved
    }
}

/// Reports days listed under a year that is not theirs, and days listed as both off and working.
fn report_strays(number: i16, year: &CalendarYear, out: &mut Diagnostics) {
    for (key, days) in [("days_off", &year.days_off), ("working", &year.working)] {
        for (i, day) in days.iter().enumerate() {
            let place = year.at.key(key).index(i);
            if day.year() != number {
                out.push(
                    Diagnostic::new(codes::DATE_OUTSIDE_YEAR, place)
                        .arg("date", *day)
                        .arg("year", number.to_string())
                        .arg("own", day.year().to_string()),
                );
            } else if key == "working"
                && let Some(off) = year.days_off.iter().position(|d| d == day)
            {
                out.push(
                    Diagnostic::new(codes::DAY_OFF_AND_WORKING, place)
                        .arg("date", *day)
                        .related("label-first", year.at.key("days_off").index(off)),
                );
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{codes_of, date, day, register, register_and_findings};
    use super::*;

    fn calendar() -> Calendar {
        register("").calendar
    }

    #[track_caller]
    fn ten(from: &str, expected: &str) {
        assert_eq!(calendar().add_working_days(date(from), 10), day(expected), "ten working days after {from}");
    }

    #[track_caller]
    fn last(by: &str, expected: &str) {
        assert_eq!(calendar().last_working_day_by(date(by)), day(expected), "last working day by {by}");
    }

    #[test]
    fn ten_working_days() {
        ten("27.03.2026", "10.04.2026");
        ten("15.04.2026", "29.04.2026");
        ten("22.04.2026", "07.05.2026");
        ten("15.10.2026", "29.10.2026");
        ten("16.06.2026", "30.06.2026");
        // Across a working Saturday, 1 November 2025, and the days off of 3 and 4 November.
        ten("22.10.2025", "06.11.2025");
        // Across the New Year of two filled years, and over 29 February.
        ten("25.12.2025", "20.01.2026");
        ten("19.02.2024", "05.03.2024");
    }

    #[test]
    fn last_working_days() {
        last("01.05.2024", "27.04.2024");
        last("01.05.2026", "30.04.2026");
        last("01.05.2027", "30.04.2027");
        last("30.04.2026", "30.04.2026");
        last("08.01.2026", "30.12.2025");
    }

    #[test]
    fn years_that_are_not_filled_in_are_said() {
        let estimate = |d: &str| WorkDay { date: date(d), exact: false };
        assert_eq!(calendar().last_working_day_by(date("01.05.2028")), estimate("01.05.2028"));
        assert_eq!(calendar().add_working_days(date("20.12.2027"), 10), estimate("03.01.2028"));
        assert_eq!(calendar().add_working_days(date("17.12.2027"), 10), day("31.12.2027"));
        assert_eq!(calendar().unfilled(date("20.12.2027"), date("03.01.2028")), [2028]);
        assert!(calendar().unfilled(date("20.12.2025"), date("03.01.2027")).is_empty());
    }

    #[test]
    fn six_day_week() {
        let six = register("calendar: {week: 6, years: {2026: {days_off: [01.05.2026]}}}").calendar;
        assert_eq!(six.last_working_day_by(date("03.05.2026")), day("02.05.2026"));
        assert_eq!(six.add_working_days(date("30.04.2026"), 2), day("04.05.2026"));
    }

    #[test]
    fn faults_of_the_file() {
        let check = |text: &str, expected: &[&str]| {
            let (_, findings) = register_and_findings(text);
            assert_eq!(codes_of(&findings), expected, "{text}");
        };
        check("calendar: {week: 7}", &["unknown-value"]);
        check("calendar: {years: {2026: {days_off: [01.05.2027]}}}", &["date-outside-year"]);
        check("calendar: {years: {2026: {days_off: [02.05.2026], working: [02.05.2026]}}}", &["day-off-and-working"]);
        check("calendar: {week: 6, years: {2026: {}}}", &[]);
    }

    #[test]
    fn the_ends_of_time_are_reached_without_a_loop() {
        let end = date("31.12.9999");
        assert_eq!(Calendar::default().add_working_days(end, 10).date, end);
    }

    /// Days counted without any calendar of a library: the number of a day from the rule of leap years alone.
    fn number(year: i64, month: i64, day: i64) -> i64 {
        let leap = |y: i64| (y % 4 == 0 && y % 100 != 0) || y % 400 == 0;
        let before: i64 = (1..month)
            .map(|m| match m {
                2 if leap(year) => 29,
                2 => 28,
                4 | 6 | 9 | 11 => 30,
                _ => 31,
            })
            .sum();
        let y = year - 1;
        y * 365 + y / 4 - y / 100 + y / 400 + before + day
    }

    fn number_of(day: Date) -> i64 {
        number(i64::from(day.year()), i64::from(day.month()), i64::from(day.day()))
    }

    /// Date sums agree with the plain count of days: weekdays, distances, working days, 1 May of every school year.
    #[test]
    fn sums_agree_with_an_independent_count() {
        let weekdays = [
            Weekday::Sunday,
            Weekday::Monday,
            Weekday::Tuesday,
            Weekday::Wednesday,
            Weekday::Thursday,
            Weekday::Friday,
            Weekday::Saturday,
        ];
        let mut state = 11_u64;
        let mut below = |end: u64| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % end
        };
        let start = date("01.01.1990");
        for _ in 0..1_000 {
            let first = start.plus_days(i32::try_from(below(30_000)).unwrap());
            // The first day of our era was a Monday.
            assert_eq!(first.weekday(), weekdays[usize::try_from(number_of(first) % 7).unwrap()], "{first}");
            let distance = i32::try_from(below(4_000)).unwrap() - 2_000;
            let second = first.plus_days(distance);
            assert_eq!(number_of(second) - number_of(first), i64::from(distance), "{first} {distance}");
            assert_eq!(first.days_until(second), distance, "{first} {second}");

            let mut file = Calendar { week: if below(2) == 0 { 5 } else { 6 }, years: BTreeMap::new() };
            let mut year = register("calendar: {years: {2026: {}}}").calendar.years.remove(&2026).unwrap();
            let day_in = |n: u64| first.plus_days(i32::try_from(n).unwrap());
            year.days_off = (0..below(12)).map(|_| day_in(below(30))).filter(|d| d.year() == first.year()).collect();
            year.working = (0..below(4)).map(|_| day_in(below(30))).filter(|d| d.year() == first.year()).collect();
            year.days_off.sort_unstable();
            year.working.sort_unstable();
            file.years.insert(first.year(), year.clone());
            let works = |n: i64| {
                let is = |days: &[Date]| days.iter().any(|d| number_of(*d) == n);
                match n % 7 {
                    0 => is(&year.working),
                    6 if file.week == 5 => is(&year.working),
                    _ => !is(&year.days_off),
                }
            };
            let from = number_of(first);
            let tenth = (from + 1..).filter(|n| works(*n)).nth(9).unwrap();
            assert_eq!(number_of(file.add_working_days(first, 10).date), tenth, "ten working days after {first}");
            let last = (0..).map(|back| from - back).find(|n| works(*n)).unwrap();
            assert_eq!(number_of(file.last_working_day_by(first).date), last, "by {first}");

            let school_year = crate::base::SchoolYear::of(first);
            let may = school_year.day(5, 1).unwrap();
            let (begins, ends) =
                (number(i64::from(school_year.start), 9, 1), number(i64::from(school_year.start) + 1, 8, 31));
            assert!((begins..=ends).contains(&from), "{first} in {school_year}");
            assert_eq!(number_of(may), number(i64::from(school_year.start) + 1, 5, 1));
        }
    }
}
