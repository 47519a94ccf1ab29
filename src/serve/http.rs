//! The server: requests that passed the gate, answered from a [`Site`].
//!
//! Reads: requests of `tiny_http`. Writes: responses. Touches: threads; everything else through the site.

use std::sync::Arc;
use std::thread;

use tiny_http::{Request, Server};

use super::address::{self, Asked};
use super::answer::{Answer, Conditions, Content};
use super::inner::Inner;
use crate::base::{Date, OutPath};

/// Key of the query that sets the day to show the site as on, and name of the cookie that keeps it.
pub(super) const DAY: &str = "svod-today";

/// What is served: the preview, or a made-up site in tests.
pub(super) trait Site: Send + Sync + 'static {
    /// Whether there is such a file, as on the day given or else today.
    fn has(&self, path: &OutPath, day: Option<Date>) -> bool;
    /// A file.
    fn file(&self, path: &OutPath, day: Option<Date>) -> Option<Content>;
    /// The page that says there is no such page.
    fn missing(&self) -> Content;
    /// One of the preview's own files; the target carries the query.
    fn own(&self, name: &str, target: &str, day: Option<Date>) -> Option<Content>;
}

/// Answers requests until the program ends. The gate bounds how many there are at a time.
pub(super) fn serve(server: &Server, inner: &Inner, site: &Arc<dyn Site>) {
    loop {
        // The only error is that the door was closed from within; there is nothing to be done about it.
        let Ok(request) = server.recv() else { return };
        if !inner.is_from_gate(&request) {
            let _ = Answer::empty(403).send(request);
            continue;
        }
        let site = Arc::clone(site);
        // Dropping a request answers 500 by itself: that is what no thread, or a thread that broke off, comes to.
        let answer = move || drop(decide(site.as_ref(), &request).send(request));
        let _ = thread::Builder::new().name("request".to_owned()).spawn(answer);
    }
}

fn decide(site: &dyn Site, request: &Request) -> Answer {
    let header = |name: &'static str| request.headers().iter().find(|h| h.field.equiv(name)).map(|h| h.value.as_str());
    let target = request.url();
    if let Some(text) = address::query(target, DAY) {
        return remember_day(target, Date::parse(text.trim()).ok());
    }
    let day = header("cookie").and_then(day_of_cookie);
    let conditions =
        Conditions { if_none_match: header("if-none-match"), if_range: header("if-range"), range: header("range") };
    let found = match address::asked(target) {
        Asked::Own(name) => {
            return match site.own(&name, target, day) {
                Some(content) => Answer::to(content, &conditions),
                None => Answer::empty(404),
            };
        }
        Asked::Nothing => None,
        Asked::File(path) | Asked::Folder(path) => match site.file(&path, day) {
            Some(content) => Some(content),
            None => match elsewhere(site, target, &path, day) {
                Some(location) => return Answer::redirect(&location),
                None => None,
            },
        },
    };
    match found {
        Some(content) => Answer::to(content, &conditions),
        None => Answer::whole(404, site.missing()),
    }
}

/// Where a file may be that is not at `path`: with `.html`, or as the index of a folder; the query goes along.
fn elsewhere(site: &dyn Site, target: &str, path: &OutPath, day: Option<Date>) -> Option<String> {
    let bare = path.as_str().strip_suffix("/index.html").unwrap_or(path.as_str());
    let query =
        target.split('#').next().and_then(|t| t.split_once('?')).map_or_else(String::new, |q| format!("?{}", q.1));
    [(format!("{bare}.html"), format!("/{bare}.html")), (format!("{bare}/index.html"), format!("/{bare}/"))]
        .into_iter()
        .find(|(file, _)| file != path.as_str() && OutPath::new(file.as_str()).is_ok_and(|f| site.has(&f, day)))
        .map(|(_, address)| address + &query)
}

/// Keeps the day for all further requests of this browser, or forgets it.
fn remember_day(target: &str, day: Option<Date>) -> Answer {
    let location = location_without_day(target);
    let cookie = match day {
        Some(day) => format!("{DAY}={day}; Path=/; SameSite=Strict; HttpOnly"),
        None => format!("{DAY}=; Path=/; SameSite=Strict; HttpOnly; Max-Age=0"),
    };
    Answer::redirect(&location).with("Set-Cookie", cookie)
}

/// Where a request that sets the day goes on to. `//name/` as an address would lead to another site, and `/\name/` too,
/// for browsers read a backslash as a slash.
pub(super) fn location_without_day(target: &str) -> String {
    if target.starts_with("//") || target.starts_with("/\\") {
        "/".to_owned()
    } else {
        address::without_key(target, DAY)
    }
}

pub(super) fn day_of_cookie(cookies: &str) -> Option<Date> {
    let value = cookies.split(';').find_map(|pair| pair.trim().strip_prefix(DAY)?.strip_prefix('='))?;
    Date::parse(value).ok()
}
