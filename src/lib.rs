//! # Svod: the architecture page
//!
//! Svod turns rules that bind people (a school's regulation, its instructions, and the data about orders,
//! appointments and deadlines) into a section of a website. It builds any tree of markdown as well.
//!
//! ## In one sentence
//! [`pipeline`]`::plan(inputs) -> Plan { findings, routes }` and `Plan::produce(path) -> (bytes, findings)` are pure
//! functions of the sources, the theme, the settings and *today*; everything with a side effect stands outside them.
//!
//! ## Rooms, in reading order
//! Each room is a folder whose `mod.rs` is its only face and says what enters, what leaves and what it may touch.
//!
//! | room | what it is |
//! |---|---|
//! | `base` | leaves: places in files, dates, paths, clause numbers and addresses, YAML text to nodes |
//! | `diag` | findings: code, severity, place, values; no words |
//! | `messages` | the program's words in two languages; turns a finding into text |
//! | `schema` | the content contract: every key of every file in one table; decoding, JSON Schemas, reference page |
//! | `source` | the content tree as paths and bytes, each file with its kind |
//! | `parse` | one file at a time, total: markdown to a tree, clauses, references, front matter, data |
//! | `model` | all files together: editions in force, appointments, deadlines, links, navigation, routes |
//! | `check` | rules over the model, one file each; links that lead nowhere |
//! | `theme` | templates, styles and site words: built in, and shadowed file by file by a school's own |
//! | `view` | what templates see: one struct for each kind of page |
//! | `render` | trees and views to HTML; `render/engine.rs` alone names the template engine |
//! | `search` | the text of the site in units, weighed and sharded; the question side as a twin of the browser's script |
//! | `export` | facts of the model for other programs: the status of deadlines as JSON |
//! | `pipeline` | the wiring; the only core room with threads or remembered results |
//! | `host` | the only room that touches the operating system: files, clock, environment |
//! | `write` | the old site exchanged for the new one, whole or not at all |
//! | `serve` | the preview: a gate before the server, watching, reloading, findings over the page |
//! | `cli` | the command line: arguments to inputs, findings to reports |
//! | `library` | the same for other programs and for tests, all in memory |
//! | `fuzzing` | what must hold of every reader whatever the bytes; for fuzz targets and tests |
//!
//! ## Arrows
//! ```text
//! base <- diag <- schema <- source <- parse <- model <- { check, search, export, theme <- view <- render } <- pipeline
//!                                                                           pipeline <- { library, cli }
//!                                                    messages, host, write, serve <- cli
//! ```
//! Left never names right. A test (`tests/suite.rs`, the rules of the house) reads the sources and holds the table.
//!
//! ## What is deliberately absent
//! - No stage prints, and none stops at the first fault: a stage takes what it can and pushes findings.
//! - No clock, file or environment in the core: *today* enters once, as a value.
//! - No rebuild that guesses what depends on what: reading one file is pure and may be remembered, the model is made
//!   anew, and a page is made when it is asked for.
//! - No template sees a type of the model: views are built for templates alone.
//! - No typesetting in the tree: it happens when text becomes HTML, so search and hashes see what the author wrote.
//! - No untyped YAML passes `base/yaml.rs` but as nodes that keep every scalar as typed.
//!
//! ## Where it differs from a textbook layout, and why
//! - A text of YAML is read twice, for its shape and for its words: the reader gives numbers or texts, never both,
//!   and `2.10` must stay `2.10`.
//! - Places of YAML nodes are looked up only for findings, by reading once more; records carry paths, not spans.
//! - Regulations and instructions stay in memory as trees since everything points into them; ordinary pages keep an
//!   outline and are parsed again when they are made.

mod base;
mod check;
mod cli;
mod diag;
mod export;
#[doc(hidden)]
pub mod fuzzing;
mod host;
mod library;
mod messages;
mod model;
mod parse;
mod pipeline;
mod render;
mod schema;
mod search;
mod serve;
mod source;
mod theme;
mod view;
mod write;

pub use cli::run;
pub use library::{Finding, Options, Site, Tree, codes, plan};
