//! Svod turns rules that bind people into a section of a website: the architecture page stands here.
#![allow(dead_code, unused_imports)]
mod base;
mod diag;
mod messages;
mod schema;
mod source;
mod parse;
mod model;
mod check;
mod pipeline;
mod write;
mod host;
mod cli;
mod library;

pub use library::{Finding, Options, Site, Tree, codes, plan};
