//! Regular expressions (ECMA 262, `u` flag) for scalars with a form of their own. They serve editors that read the
//! JSON Schemas and say a little less than decoding does: which day a month has they do not know.

macro_rules! month {
    () => {
        "([Яя]нваря|[Фф]евраля|[Мм]арта|[Аа]преля|[Мм]ая|[Ии]юня|[Ии]юля|[Аа]вгуста|[Сс]ентября|[Оо]ктября|[Нн]оября|[Дд]екабря|[Jj]anuary|[Ff]ebruary|[Mm]arch|[Aa]pril|[Mm]ay|[Jj]une|[Jj]uly|[Aa]ugust|[Ss]eptember|[Oo]ctober|[Nn]ovember|[Dd]ecember)"
    };
}

macro_rules! day_month {
    () => {
        concat!("[«\"„]?[0-9]{1,2}[»\"“”]? +", month!())
    };
}

macro_rules! date {
    () => {
        concat!(
            "[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{1,2}[.][0-9]{1,2}[.][0-9]{4}( ?г[.]?)?|",
            day_month!(),
            " +[0-9]{4}( ?г[.]?| года)?"
        )
    };
}

macro_rules! number {
    () => {
        "[1-9][0-9]{0,3}([.][1-9][0-9]{0,3}){0,5}[.]?(/[0-9]{1,4})*"
    };
}

/// `2026-03-27`, `27.03.2026`, `27 марта 2026 г.`.
pub(super) const DATE: &str = concat!("^(", date!(), ")$");

/// `05-01`, `01.05`, `1 мая`, or a date.
pub(super) const DUE: &str =
    concat!("^([0-9]{1,2}-[0-9]{1,2}|[0-9]{1,2}[.][0-9]{1,2}[.]?|", day_month!(), "|", date!(), ")$");

/// A date, `return`, «до возвращения».
pub(super) const UNTIL: &str = concat!("^(", date!(), "|return|до возвращения|возвращение|до выхода)$");

/// `2.4`, `2.4/7`, `sferum`, `sferum#2.4`, `sferum@2026-03-27#2.4`.
pub(super) const ADDRESS: &str =
    concat!("^([a-z0-9_-]+(@[^#]+)?|([a-z0-9_-]+(@[^#]+)?)?#", number!(), "|", number!(), ")$");

/// `+05:00`, `-3`, `+0530`, `Z`.
pub(super) const OFFSET: &str = "^([Zz]|[+−-][0-9]{1,2}(:?[0-9]{2})?)$";
