//! The only room that touches the operating system: files, the clock, the environment, the terminal.
//!
//! Reads: the project folder, the environment. Writes: values for the core ([`Tree`], a day, a language), and the
//! output folder, so that it always holds one whole site, the old or the new. Touches: everything, but nothing
//! outside the project, the output folder and the workshop beside it.

#![allow(clippy::disallowed_methods, reason = "what others must not do is done here")]

mod attachment;
mod browser;
mod clock;
mod env;
mod hash;
mod ignore;
mod output;
mod private;
mod project;
#[cfg(test)]
mod scratch;
mod sources;
mod stamp;
mod text;

pub(crate) use browser::open_in_browser;
pub(crate) use clock::{Clock, ClockError};
pub(crate) use env::{ColorChoice, Streams, language, variable};
pub(crate) use ignore::is_passed_over;
pub(crate) use output::{Contents, Output, Refusal, Stage, Swap, WriteError, Written};
pub(crate) use private::{PrivateFolder, unguessable};
pub(crate) use project::{Project, ProjectError};
#[cfg(test)]
pub(crate) use scratch::{Scratch, backdate};
pub(crate) use sources::{
    ReadError, Remembered, Tree, read_content, read_content_again, read_themes, read_themes_again,
};
pub(crate) use text::{TextWritten, read_file, write_text};
