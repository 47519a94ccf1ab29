//! A line on the terminal for work that takes more than a moment, and how long each part of the work took.

use std::io::Write;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use crate::messages::Words;
use crate::pipeline::Part;

/// Work shorter than this is not spoken of.
const MOMENT: Duration = Duration::from_millis(500);
/// How often the line is written anew.
const BEAT: Duration = Duration::from_millis(100);

/// What is being done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Phase {
    Reading,
    Parsing,
    Joining,
    Checking,
    Producing,
    Writing,
}

impl Phase {
    fn text(self, words: &Words) -> String {
        let key = match self {
            Self::Reading => "cli-progress-reading",
            Self::Parsing => "cli-progress-parsing",
            Self::Joining => "cli-progress-joining",
            Self::Checking => "cli-progress-checking",
            Self::Producing => "cli-progress-producing",
            Self::Writing => "cli-progress-writing",
        };
        words.text(key, &[])
    }
}

impl From<Part> for Phase {
    fn from(part: Part) -> Self {
        match part {
            Part::Parse => Self::Parsing,
            Part::Join => Self::Joining,
            Part::Check => Self::Checking,
        }
    }
}

/// The line, gone when this is dropped.
pub(super) struct Progress<'w> {
    state: Arc<State>,
    words: &'w Words,
    /// Dropped to end the thread.
    end: Option<mpsc::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

#[derive(Default)]
struct State {
    /// What is being done, as it is shown.
    line: Mutex<String>,
    /// When each part began.
    begun: Mutex<Vec<(Phase, Instant)>>,
    done: AtomicUsize,
    total: AtomicUsize,
}

impl<'w> Progress<'w> {
    /// Begins; silent unless `shown`.
    pub(super) fn start(shown: bool, words: &'w Words) -> Self {
        let state = Arc::new(State::default());
        let mut progress = Self { state, words, end: None, thread: None };
        if shown {
            let (end, ended) = mpsc::channel();
            let seen = Arc::clone(&progress.state);
            #[expect(clippy::disallowed_methods, reason = "a line on the terminal, beside the work and not part of it")]
            let thread = std::thread::spawn(move || watch(&seen, &ended));
            (progress.end, progress.thread) = (Some(end), Some(thread));
        }
        progress
    }

    /// The next part of the work begins, with so many things to do; 0 if nobody knows.
    pub(super) fn enter(&self, phase: Phase, total: usize) {
        #[expect(clippy::disallowed_methods, reason = "the user is told how long each part took")]
        locked(&self.state.begun).push((phase, Instant::now()));
        self.state.done.store(0, Ordering::Relaxed);
        self.state.total.store(total, Ordering::Relaxed);
        *locked(&self.state.line) = phase.text(self.words);
    }

    /// How long each part took, the last until now, and all of them together.
    pub(super) fn timings(&self) -> String {
        #[expect(clippy::disallowed_methods, reason = "the user is told how long each part took")]
        let now = Instant::now();
        let begun = locked(&self.state.begun);
        let ends = begun.iter().skip(1).map(|(_, at)| *at).chain([now]);
        let spent = |from: Instant, to: Instant| to.saturating_duration_since(from);
        let mut rows: Vec<(String, Duration)> =
            begun.iter().zip(ends).map(|((phase, at), end)| (phase.text(self.words), spent(*at, end))).collect();
        let all = begun.first().map_or(Duration::ZERO, |(_, first)| spent(*first, now));
        rows.push((self.words.text("cli-timings-all", &[]), all));
        let width = rows.iter().map(|(name, _)| name.chars().count()).max().unwrap_or(0);
        let row = |(name, time): &(String, Duration)| {
            let gap = " ".repeat(width - name.chars().count());
            let time = self.words.text("cli-seconds", &[("seconds", decimal(*time, self.words).into())]);
            format!("  {name}{gap}  {time}\n")
        };
        rows.iter().map(row).collect()
    }

    /// One thing more is done.
    pub(super) fn advance(&self) {
        self.state.done.fetch_add(1, Ordering::Relaxed);
    }

    /// Takes the line away, so that other text can be written.
    pub(super) fn finish(&mut self) {
        drop(self.end.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

impl Drop for Progress<'_> {
    fn drop(&mut self) {
        self.finish();
    }
}

/// Seconds as the language writes them: «1,25».
pub(super) fn decimal(time: Duration, words: &Words) -> String {
    let text = format!("{:.2}", time.as_secs_f64());
    let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
    words.text("cli-decimal", &[("whole", whole.into()), ("part", part.into())])
}

fn locked<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn watch(state: &State, ended: &mpsc::Receiver<()>) {
    let mut width = 0_usize;
    let mut wait = MOMENT;
    while ended.recv_timeout(wait) == Err(RecvTimeoutError::Timeout) {
        wait = BEAT;
        let text = locked(&state.line).clone();
        let total = state.total.load(Ordering::Relaxed);
        let line = match total {
            0 => format!("{text}…"),
            _ => format!("{text}: {} / {total}", state.done.load(Ordering::Relaxed).min(total)),
        };
        // Blanks, not an escape sequence, take away the rest of a longer line: every terminal knows them.
        let length = line.chars().count();
        write(&format!("\r{line}{}", " ".repeat(width.saturating_sub(length))));
        width = length;
    }
    if width > 0 {
        write(&format!("\r{}\r", " ".repeat(width)));
    }
}

fn write(text: &str) {
    let mut stderr = std::io::stderr().lock();
    let _ = stderr.write_all(text.as_bytes()).and_then(|()| stderr.flush());
}
