//! Leaves that depend on nothing of ours: places in files, dates, paths, clause numbers and addresses, languages, media
//! types.
//!
//! Reads: text and numbers. Writes: values. Touches: nothing (no files, no clock).

mod address;
mod base64;
mod date;
mod lang;
pub(crate) mod media;
mod number;
mod path;
mod span;
pub(crate) mod yaml;

pub(crate) use address::{Address, AddressError, ItemPath};
pub(crate) use base64::base64;
pub(crate) use date::{Date, DateError, MONTHS_RU, Period, SchoolYear, UtcOffset, Weekday};
pub(crate) use lang::Lang;
pub(crate) use number::Number;
pub(crate) use path::{OutPath, SitePath, ascii_slug, joined};
pub(crate) use span::{FileId, LineColumn, LineIndex, Span};
