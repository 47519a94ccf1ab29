//! What is shown: the newest site, or where that has errors the last good one.
//!
//! A build with errors writes nothing, so neither does a save with errors change what is seen, and the findings stand
//! over the old page. Of a site that plans well a page that cannot be made is shown as it was last. If there has been
//! no good site yet, the faulty one is shown as far as it goes.

use std::collections::BTreeMap;
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::{Duration, Instant};

use super::answer::{Content, Payload};
use super::http::Site;
use super::page::{self, Look};
use super::world::{Day, Made, Piece, World};
use super::{locked, own};
use crate::base::{Date, OutPath, media};
use crate::messages::Words;
use crate::pipeline::Memory;

/// Pages remembered as they were last shown.
const REMEMBERED: usize = 64;
/// How long a request waits for the very first site.
const PATIENCE: Duration = Duration::from_secs(100);

/// The worlds, and what is shown of them.
pub(super) struct Shelf {
    state: Mutex<State>,
    arrived: Condvar,
    memory: Mutex<Memory>,
    pub(super) words: Words,
}

#[derive(Default)]
struct State {
    latest: Option<Arc<World>>,
    good: Option<Arc<World>>,
    shown: BTreeMap<OutPath, Arc<Made>>,
    asked: Option<Instant>,
}

/// What a page is shown from.
pub(super) struct Shown {
    pub(super) piece: Piece,
    /// Whether this is an older version, because the newest has errors.
    pub(super) is_old: bool,
}

impl Shelf {
    pub(super) fn new(words: Words) -> Self {
        Self { state: Mutex::default(), arrived: Condvar::new(), memory: Mutex::default(), words }
    }

    /// Takes in a new world: its site is planned here, so that whoever asks meanwhile gets the old one at once. What
    /// nobody needs any more is handed out: to take ten thousand pages down takes its time.
    pub(super) fn put(&self, world: World) -> (Arc<Day>, [Option<Arc<World>>; 2]) {
        let world = Arc::new(world);
        let day = world.day(None, &self.memory);
        let mut state = locked(&self.state);
        let good = if day.has_errors() { None } else { state.good.replace(Arc::clone(&world)) };
        let latest = state.latest.replace(world);
        drop(state);
        self.arrived.notify_all();
        (day, [good, latest])
    }

    /// The newest world, if there is one.
    pub(super) fn latest(&self) -> Option<Arc<World>> {
        locked(&self.state).latest.clone()
    }

    /// The newest site as on a day, with its world.
    pub(super) fn newest(&self, day: Option<Date>) -> Option<(Arc<World>, Arc<Day>)> {
        let (latest, _) = self.worlds()?;
        let planned = latest.day(day, &self.memory);
        Some((latest, planned))
    }

    /// The site of a world as on its own day.
    pub(super) fn today_of(&self, world: &World) -> Arc<Day> {
        world.day(None, &self.memory)
    }

    /// How long nobody has asked for anything.
    pub(super) fn idle(&self) -> Duration {
        locked(&self.state).asked.map_or(Duration::MAX, |asked| asked.elapsed())
    }

    /// The newest and the last good world; waits for the very first.
    fn worlds(&self) -> Option<(Arc<World>, Option<Arc<World>>)> {
        let mut state = locked(&self.state);
        state.asked = Some(Instant::now());
        let wait = self.arrived.wait_timeout_while(state, PATIENCE, |state| state.latest.is_none());
        let (state, _) = wait.unwrap_or_else(PoisonError::into_inner);
        Some((state.latest.clone()?, state.good.clone()))
    }

    /// A file as it is to be shown.
    pub(super) fn show(&self, path: &OutPath, day: Option<Date>) -> Option<Shown> {
        let (latest, good) = self.worlds()?;
        let newest = latest.day(day, &self.memory);
        let good = good.filter(|good| good.number != latest.number);
        if newest.has_errors()
            && let Some(good) = good
        {
            let piece = good.day(day, &self.memory).piece(&good, path)?;
            return Some(Shown { piece, is_old: true });
        }
        let piece = newest.piece(&latest, path)?;
        let Piece::Made(made) = &piece else { return Some(Shown { piece, is_old: false }) };
        // Of a day that is only tried out nothing is remembered.
        if day.is_some() {
            return Some(Shown { piece, is_old: false });
        }
        let mut state = locked(&self.state);
        if made.faulty {
            let old = state.shown.get(path).map(Arc::clone);
            let is_old = old.is_some();
            return Some(Shown { piece: old.map_or(piece, Piece::Made), is_old });
        }
        if made.look.is_some() && !newest.has_errors() {
            if state.shown.len() >= REMEMBERED && !state.shown.contains_key(path) {
                state.shown.clear();
            }
            state.shown.insert(path.clone(), Arc::clone(made));
        }
        Some(Shown { piece, is_old: false })
    }

    fn content(&self, path: &OutPath, piece: Piece) -> Content {
        let media = media::of_extension(path.extension());
        match piece {
            Piece::Made(made) => match &made.look {
                Some(look) => page_content(&made.bytes, look),
                None => {
                    let payload = Payload::Bytes(Arc::clone(&made.bytes));
                    Content { payload, content_type: media.content_type(true), tag: made.tag.clone() }
                }
            },
            Piece::Copied(payload, tag, is_utf8) => Content { payload, content_type: media.content_type(is_utf8), tag },
        }
    }
}

/// A page with our script.
fn page_content(bytes: &[u8], look: &Look) -> Content {
    let served = page::with_script(bytes, look);
    let tag = page::tag(&[&served]);
    Content { payload: Payload::Bytes(served.into()), content_type: "text/html; charset=utf-8".to_owned(), tag }
}

impl Site for Shelf {
    fn has(&self, path: &OutPath, day: Option<Date>) -> bool {
        let Some((latest, good)) = self.worlds() else { return false };
        let newest = latest.day(day, &self.memory);
        match good {
            Some(good) if newest.has_errors() => good.day(day, &self.memory).has(path),
            _ => newest.has(path),
        }
    }

    fn file(&self, path: &OutPath, day: Option<Date>) -> Option<Content> {
        self.show(path, day).map(|shown| self.content(path, shown.piece))
    }

    /// Not the site's own page for this: that one is meant for the address where the site will be published, and its
    /// links lead there.
    fn missing(&self) -> Content {
        page_content(own::blank_page(&self.words).as_bytes(), &missing_look())
    }

    fn own(&self, name: &str, target: &str, day: Option<Date>) -> Option<Content> {
        own::file(self, name, target, day)
    }
}

/// The look of a page that is not there.
pub(super) fn missing_look() -> Look {
    let missing = || "missing".to_owned();
    Look { text: missing(), assets: missing(), styles: missing(), sheets: Vec::new() }
}
