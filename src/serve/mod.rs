//! The preview: what is saved is what is seen, and it is what a build would write.
//!
//! Reads: the folders of a project, again at each change; requests of browsers on this machine. Writes: responses,
//! events for open pages, [`News`] for the terminal. Touches: the disk through `host`, sockets, threads.
//!
//! ```text
//! disk -> watch -> keeper -> shelf <- http <- inner door <- gate <- browser
//!                    |         ^ examine                      |
//!                    +------ bell (events) -------------------+
//! ```
//! `keeper` makes a new [`World`](world::World) of sources at each change and puts it on the `shelf`; pages are made
//! from it when they are asked for. Nothing is written anywhere, and what is served is what `Plan::produce` gives,
//! with one line of script added to pages.

#![allow(clippy::disallowed_methods, reason = "sockets, threads, deadlines and files are what this room is about")]

mod address;
mod answer;
mod bell;
#[cfg(test)]
mod conduct;
mod examine;
mod exercise;
mod gate;
mod head;
mod hosts;
mod http;
mod inner;
mod keeper;
mod own;
mod page;
mod panel;
mod shelf;
#[cfg(test)]
mod truth;
mod watch;
mod world;

use std::collections::BTreeSet;
use std::io;
use std::net::{IpAddr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use crate::base::{Date, FileId, SitePath};
use crate::diag::Finding;
use crate::host::{PrivateFolder, ProjectError, ReadError};
use crate::messages::Words;
use crate::source::SourceSet;

pub(crate) use exercise::exercise;

use bell::Bell;
use gate::{Gate, Limits};
use hosts::Reach;
use inner::Inner;
use keeper::Keeper;
use shelf::Shelf;

/// The port that is tried first; others follow.
pub(crate) const USUAL_PORT: u16 = 8017;
/// Ports that are tried before the system is asked for any.
const PORTS: u16 = 10;
/// How often open pages are shown that we are there.
const BEAT: Duration = Duration::from_secs(15);

/// What the preview needs to know.
pub(crate) struct Settings {
    pub(crate) root: PathBuf,
    pub(crate) out: Option<PathBuf>,
    pub(crate) allow: Vec<String>,
    pub(crate) deny: Vec<String>,
    /// The day at the site's clock, asked anew at each look.
    pub(crate) today: Box<dyn Fn(&SourceSet) -> Date + Send + Sync>,
    /// Hears what happens.
    pub(crate) tell: Box<dyn Fn(News<'_>) + Send + Sync>,
}

/// What is told to the terminal.
pub(crate) enum News<'a> {
    /// The site was planned anew.
    Planned {
        /// Files that made it necessary; none at the start, or when only the day has changed.
        changed: &'a BTreeSet<SitePath>,
        findings: &'a [Finding],
        text: &'a dyn Fn(FileId) -> Option<String>,
        spent: Duration,
    },
    /// More was found while pages were made that nobody has looked at yet.
    Examined { findings: &'a [Finding], text: &'a dyn Fn(FileId) -> Option<String> },
    /// No events come from the disk; from now on it is looked at several times a second.
    Polling,
    /// The folders could not be read; the old site stays up.
    Trouble(Trouble),
}

/// Why a look at the folders came to nothing.
#[derive(Debug)]
pub(crate) enum Trouble {
    Project(ProjectError),
    Read(ReadError),
    /// The content folder was there and is not any more.
    ContentIsGone,
    /// Planning broke off: our bug.
    Broken,
}

/// A preview that is reached already and waits for its first site.
pub(crate) struct Preview {
    /// Where it is.
    pub(crate) address: SocketAddr,
    listener: TcpListener,
    server: tiny_http::Server,
    inner: Inner,
    folder: Option<PrivateFolder>,
}

impl Preview {
    /// Takes a port: the one wanted, else the usual one or one of the next, else any.
    ///
    /// # Errors
    /// What the system says, for a port that was asked for above all.
    pub(crate) fn open(address: IpAddr, port: Option<u16>) -> io::Result<Self> {
        let listener = match port {
            Some(port) => TcpListener::bind((address, port))?,
            None => (USUAL_PORT..USUAL_PORT + PORTS)
                .find_map(|port| TcpListener::bind((address, port)).ok())
                .map_or_else(|| TcpListener::bind((address, 0)), Ok)?,
        };
        let address = listener.local_addr()?;
        let (server, inner, folder) = Inner::open()?;
        Ok(Self { address, listener, server, inner, folder })
    }

    /// A folder to be removed when the program is made to end.
    pub(crate) fn folder(&self) -> Option<&Path> {
        self.folder.as_ref().map(PrivateFolder::path)
    }

    /// Serves until the program ends.
    pub(crate) fn run(self, settings: Settings, words: Words) {
        let settings = Arc::new(settings);
        let bell = Arc::new(Bell::default());
        let shelf = Arc::new(Shelf::new(words));
        let reach = if self.address.ip().is_loopback() { Reach::Loopback } else { Reach::Network };
        let gate = Gate { inner: self.inner.clone(), bell: Arc::clone(&bell), reach, limits: Limits::default() };
        let site: Arc<dyn http::Site> = Arc::clone(&shelf) as Arc<dyn http::Site>;
        thread::scope(|scope| {
            scope.spawn(|| gate.run(&self.listener));
            scope.spawn(|| http::serve(&self.server, &self.inner, &site));
            scope.spawn(|| examine::run(&shelf, &bell, &settings));
            scope.spawn(|| {
                loop {
                    thread::sleep(BEAT);
                    bell.beat();
                }
            });
            Keeper::new(Arc::clone(&settings), Arc::clone(&shelf), Arc::clone(&bell)).run();
        });
    }
}

/// Locks, whatever became of the thread that held it before: what we guard is whole after each step.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
