//! Svod turns rules that bind people into a section of a website: the architecture page stands here.
#![allow(dead_code, unused_imports)]
mod base;
mod diag;
mod model;
mod parse;
mod pipeline;
mod schema;
mod source;
mod serve;
