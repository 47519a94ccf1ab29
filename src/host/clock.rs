//! The clock, asked once a run and only when neither the user nor `SOURCE_DATE_EPOCH` names a day.

use jiff::Timestamp;
use jiff::tz::Offset;

use crate::base::{Date, UtcOffset};

/// Where the day of the build comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Clock {
    /// `--today`.
    Day(Date),
    /// `SOURCE_DATE_EPOCH`: seconds since 1970, as builds that must repeat themselves set it.
    Epoch(Timestamp),
    /// The system's clock.
    System,
}

/// Why there is no day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum ClockError {
    /// `SOURCE_DATE_EPOCH` is not a number of seconds. To go on with the clock would give another site than was asked
    /// for.
    BadEpoch(String),
    /// The moment is outside the years 1 to 9999.
    OutOfRange,
}

impl Clock {
    /// Chooses by the option and the environment.
    ///
    /// # Errors
    /// [`ClockError::BadEpoch`].
    pub(crate) fn choose(today: Option<Date>, epoch: Option<&str>) -> Result<Self, ClockError> {
        match (today, epoch.filter(|e| !e.is_empty())) {
            (Some(day), _) => Ok(Self::Day(day)),
            (None, None) => Ok(Self::System),
            (None, Some(text)) => {
                let moment = text.parse().ok().and_then(|s| Timestamp::from_second(s).ok());
                moment.map(Self::Epoch).ok_or_else(|| ClockError::BadEpoch(text.to_owned()))
            }
        }
    }

    /// The day at the site's offset from UTC.
    ///
    /// # Errors
    /// [`ClockError::OutOfRange`].
    pub(crate) fn today(self, offset: UtcOffset) -> Result<Date, ClockError> {
        let moment = match self {
            Self::Day(day) => return Ok(day),
            Self::Epoch(moment) => moment,
            Self::System => Timestamp::now(),
        };
        let offset = Offset::from_seconds(i32::from(offset.minutes) * 60).map_err(|_| ClockError::OutOfRange)?;
        let day = offset.to_datetime(moment).date();
        let part = |n: i8| u8::try_from(n).unwrap_or(0);
        Date::new(day.year(), part(day.month()), part(day.day())).map_err(|_| ClockError::OutOfRange)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(epoch: &str, minutes: i16, expected: &str) {
        let day = Clock::choose(None, Some(epoch)).unwrap().today(UtcOffset { minutes }).unwrap();
        assert_eq!(day.to_string(), expected, "{epoch} at {minutes}");
    }

    #[test]
    fn the_offset_decides_the_day() {
        // 2026-04-30 20:00 UTC is already 1 May in Perm.
        check("1777579200", 0, "2026-04-30");
        check("1777579200", 5 * 60, "2026-05-01");
        check("1777579200", 3 * 60 + 59, "2026-04-30");
        check("1777579200", 4 * 60, "2026-05-01");
        check("1777579200", 12 * 60, "2026-05-01");
        check("0", -60, "1969-12-31");
    }

    #[test]
    fn the_option_wins_and_bad_seconds_are_refused() {
        let day = Date::parse("2026-05-01").unwrap();
        assert_eq!(Clock::choose(Some(day), Some("no")), Ok(Clock::Day(day)));
        assert_eq!(Clock::choose(None, Some("")), Ok(Clock::System));
        for text in ["no", "1.5", "99999999999999"] {
            assert_eq!(Clock::choose(None, Some(text)), Err(ClockError::BadEpoch(text.to_owned())));
        }
        let before_christ = Clock::choose(None, Some("-99999999999")).unwrap();
        assert_eq!(before_christ.today(UtcOffset::default()), Err(ClockError::OutOfRange));
    }
}
