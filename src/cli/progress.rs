//! A line on the terminal for work that takes more than a moment.

use std::io::Write;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use crate::messages::Words;

/// Work shorter than this is not spoken of.
const MOMENT: Duration = Duration::from_millis(500);
/// How often the line is written anew.
const BEAT: Duration = Duration::from_millis(100);

/// What is being done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Phase {
    Reading,
    Planning,
    Producing,
    Writing,
}

/// The line, gone when this is dropped.
pub(super) struct Progress {
    state: Arc<State>,
    /// Dropped to end the thread.
    end: Option<mpsc::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

struct State {
    phase: Mutex<Phase>,
    done: AtomicUsize,
    total: AtomicUsize,
}

impl Progress {
    /// Begins; silent unless `shown`.
    pub(super) fn start(shown: bool, words: &Words) -> Self {
        let state = Arc::new(State {
            phase: Mutex::new(Phase::Reading),
            done: AtomicUsize::new(0),
            total: AtomicUsize::new(0),
        });
        if !shown {
            return Self { state, end: None, thread: None };
        }
        let texts = [
            words.text("cli-progress-reading", &[]),
            words.text("cli-progress-planning", &[]),
            words.text("cli-progress-producing", &[]),
            words.text("cli-progress-writing", &[]),
        ];
        let (end, ended) = mpsc::channel();
        let seen = Arc::clone(&state);
        #[expect(clippy::disallowed_methods, reason = "a line on the terminal, beside the work and not part of it")]
        let thread = std::thread::spawn(move || watch(&seen, &texts, &ended));
        Self { state, end: Some(end), thread: Some(thread) }
    }

    /// The next part of the work begins, with so many things to do; 0 if nobody knows.
    pub(super) fn enter(&self, phase: Phase, total: usize) {
        self.state.done.store(0, Ordering::Relaxed);
        self.state.total.store(total, Ordering::Relaxed);
        *self.state.phase.lock().unwrap_or_else(PoisonError::into_inner) = phase;
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

impl Drop for Progress {
    fn drop(&mut self) {
        self.finish();
    }
}

fn watch(state: &State, texts: &[String; 4], ended: &mpsc::Receiver<()>) {
    let mut width = 0_usize;
    let mut wait = MOMENT;
    while ended.recv_timeout(wait) == Err(RecvTimeoutError::Timeout) {
        wait = BEAT;
        let phase = *state.phase.lock().unwrap_or_else(PoisonError::into_inner);
        let [reading, planning, producing, writing] = texts;
        let text = match phase {
            Phase::Reading => reading,
            Phase::Planning => planning,
            Phase::Producing => producing,
            Phase::Writing => writing,
        };
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
