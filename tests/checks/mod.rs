//! The tests themselves, by subject.

mod bound;
mod cases;
mod commands;
mod coverage;
mod crashes;
mod days;
mod dependencies;
mod documents;
mod faults;
mod fuzz;
mod golden;
mod hostile;
mod pages;
mod papers;
mod preview;
mod privacy;
mod status;
mod streams;
mod theme;
mod tidy;
mod trees;
