//! `svod sheet`: what an inspector asks for, each line with its proof, on paper or on the screen.

use clap::ArgMatches;

use crate::messages::Words;
use crate::model::Paper;

use super::failure::Failure;
use super::session::Session;
use super::{Exit, paper};

/// What every sheet says of itself, for programs.
const MARK: &[u8] = b"content=\"svod sheet\"";

pub(super) fn arguments(command: clap::Command, words: &Words) -> clap::Command {
    paper::to(command, words)
}

/// Prints the sheet. It is made from data alone, so an older one may be replaced.
pub(super) fn run(session: &Session, matches: &ArgMatches) -> Result<Exit, Failure> {
    let planned = paper::plan(session)?;
    paper::put(session, &planned, &Paper::Sheet, matches, &|there| {
        there.windows(MARK.len()).take(2_000).any(|part| part == MARK)
    })
}
