//! The preview: what is saved is what is seen.

mod address;
mod answer;
mod bell;
mod gate;
mod head;
mod hosts;
mod http;
mod inner;
mod media;
mod watch;

#[cfg(test)]
mod conduct;

use std::sync::{Mutex, MutexGuard, PoisonError};

/// Locks, whatever became of the thread that held it before: what we guard is whole after each step.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
