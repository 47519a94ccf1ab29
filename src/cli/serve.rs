//! `svod serve`: the preview on this machine; a save is seen at once.

use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use clap::ArgMatches;

use crate::base::{FileId, SitePath, UtcOffset};
use crate::diag::{Arg, Finding};
use crate::host::{Clock, ColorChoice, Streams, open_in_browser, variable};
use crate::messages::Words;
use crate::serve::{News, Preview, Settings, Trouble, USUAL_PORT};

use super::failure::Failure;
use super::report::{self, Format, Report};
use super::session::{self, Session};
use super::{Exit, args};

const PORT: &str = "port";
const ADDRESS: &str = "address";
const OPEN: &str = "open";

/// Most findings that are listed at a time; the page shows them all.
const LISTED: usize = 20;
/// Most files that are named as changed.
const NAMED: usize = 3;

pub(super) fn arguments(command: clap::Command, words: &Words) -> clap::Command {
    let value = |name: &'static str, key: &str, value: &str| {
        args::flag(name, words, key, clap::ArgAction::Set).value_name(words.text(value, &[]))
    };
    command
        .arg(value(PORT, "cli-arg-port", "cli-value-port").value_parser(clap::value_parser!(u16)))
        .arg(value(ADDRESS, "cli-arg-address", "cli-value-address").value_parser(clap::value_parser!(IpAddr)))
        .arg(args::flag(OPEN, words, "cli-arg-open", clap::ArgAction::SetTrue))
}

/// Opens the door, says where it is, and serves until Ctrl+C.
pub(super) fn run(session: &Session, matches: &ArgMatches) -> Result<Exit, Failure> {
    let clock = Clock::choose(session.globals.today, variable("SOURCE_DATE_EPOCH").as_deref())?;
    let today = clock.today(UtcOffset::default())?;
    let port = matches.get_one::<u16>(PORT).copied();
    let ip = matches.get_one::<IpAddr>(ADDRESS).copied().unwrap_or(IpAddr::V4(Ipv4Addr::LOCALHOST));
    let preview =
        Preview::open(ip, port).map_err(|e| Failure::Port(SocketAddr::new(ip, port.unwrap_or(0)).to_string(), e))?;
    end_at_once_on_ctrl_c(&preview);

    let url = format!("http://{}/", preview.address);
    session.print(&(session.words.text("serve-address", &[("url", url.as_str().into())]) + "\n"))?;
    let terminal = Terminal {
        words: Words::new(session.words.lang()),
        color: session.globals.color,
        streams: session.streams,
        listed: Mutex::default(),
    };
    if port.is_none() && preview.address.port() != USUAL_PORT {
        terminal.say("serve-other-port", &[("port", Arg::Text(USUAL_PORT.to_string()))]);
    }
    if !ip.is_loopback() {
        terminal.say("serve-network", &[]);
    }
    if matches.get_flag(OPEN) && open_in_browser(&url).is_err() {
        terminal.say("serve-no-browser", &[]);
    }
    let settings = Settings {
        root: session.globals.root.clone(),
        out: session.globals.out.clone(),
        allow: session.globals.allow.clone(),
        deny: session.globals.deny.clone(),
        today: Box::new(move |set| clock.today(session::utc_offset(set)).unwrap_or(today)),
        tell: Box::new(move |news| terminal.hear(news)),
    };
    preview.run(settings, Words::new(session.words.lang()));
    Ok(Exit::Clean)
}

/// Nothing has to be finished at the end: nothing was written but the folder of the inner door.
#[expect(clippy::disallowed_methods, reason = "Ctrl+C ends the program at once; nobody is left to return to")]
fn end_at_once_on_ctrl_c(preview: &Preview) {
    let folder = preview.folder().map(std::path::Path::to_owned);
    // Without a handler the system ends the program all the same, and leaves an empty folder behind.
    let _ = ctrlc::set_handler(move || {
        if let Some(folder) = &folder {
            let _ = std::fs::remove_dir_all(folder);
        }
        std::process::exit(Exit::Clean as i32);
    });
}

/// Who hears the news: whoever looks at the terminal.
struct Terminal {
    words: Words,
    color: ColorChoice,
    streams: Streams,
    /// What was listed last; the same findings are not listed again at each save.
    listed: Mutex<String>,
}

impl Terminal {
    fn say(&self, key: &str, args: &[(&'static str, Arg)]) {
        session::tell(&(self.words.text(key, args) + "\n"), self.color, self.streams);
    }

    fn hear(&self, news: News<'_>) {
        match news {
            News::Planned { changed, findings, text, spent } => {
                let spent = milliseconds(spent);
                if changed.is_empty() {
                    self.say("serve-ready", &[("spent", spent)]);
                } else {
                    let named = changed.iter().take(NAMED).map(|p: &SitePath| p.as_str().to_owned()).collect();
                    let more = changed.len().saturating_sub(NAMED);
                    self.say("serve-updated", &[("paths", Arg::List(named)), ("more", more.into()), ("spent", spent)]);
                }
                self.list(findings, text);
            }
            News::Examined { findings, text } => self.list(findings, text),
            News::Polling => self.say("serve-polling", &[]),
            News::Trouble(trouble) => self.complain(trouble),
        }
    }

    fn list(&self, findings: &[Finding], text: &dyn Fn(FileId) -> Option<String>) {
        let shown = findings.get(..LISTED).unwrap_or(findings);
        let texts: BTreeMap<FileId, String> = shown
            .iter()
            .filter_map(|f| f.spot.as_ref().map(|s| s.file))
            .filter_map(|file| Some((file, text(file)?)))
            .collect();
        let report = Report {
            findings: shown,
            text: &|file| texts.get(&file).map(String::as_str),
            words: &self.words,
            color: session::colored(self.color, self.streams.stderr),
            root: "",
        };
        let mut lines = report::render(Format::Short, &report);
        let more = findings.len() - shown.len();
        if more > 0 {
            lines += &(self.words.text("serve-more", &[("count", more.into())]) + "\n");
        }
        lines += &(report::summary(findings, &self.words) + "\n");
        let mut listed = self.listed.lock().unwrap_or_else(PoisonError::into_inner);
        if *listed != lines {
            session::tell(&lines, self.color, self.streams);
            *listed = lines;
        }
    }

    fn complain(&self, trouble: Trouble) {
        let (headline, help) = match trouble {
            Trouble::Project(error) => Failure::Project(error).words(&self.words),
            Trouble::Read(error) => Failure::Read(error).words(&self.words),
            Trouble::ContentIsGone => {
                (self.words.text("serve-content-gone", &[]), Some(self.words.text("serve-content-gone-help", &[])))
            }
            Trouble::Broken => (self.words.text("serve-broken", &[]), Some(self.words.text("serve-broken-help", &[]))),
        };
        let color = session::colored(self.color, self.streams.stderr);
        let drawn = super::failure::draw(&headline, help.as_deref(), &self.words, color);
        session::tell(&drawn, self.color, self.streams);
    }
}

fn milliseconds(spent: Duration) -> Arg {
    usize::try_from(spent.as_millis()).unwrap_or(usize::MAX).into()
}
