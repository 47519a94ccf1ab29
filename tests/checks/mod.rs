//! The tests themselves, by subject.

mod cases;
mod commands;
mod coverage;
mod days;
mod documents;
mod golden;
mod hostile;
mod papers;
mod papers;
mod streams;
mod theme;
mod tidy;
