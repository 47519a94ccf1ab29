//! Stamps of files: what tells, without opening a file, that it has not changed since it was read.

use std::fs;
use std::time::{Duration, SystemTime};

use crate::source::SourceBody;

/// What changes when a file is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    /// Length in bytes.
    pub(super) len: u64,
    modified: Option<SystemTime>,
    /// Where the system has them: a file saved by renaming is another, and one written over has another change time
    /// even if its writer sets the visible one back.
    identity: (u64, i64, i64),
    /// Whether the file was so fresh when it was looked at that another write might bear the same time.
    fresh: bool,
}

/// File systems tell times in steps, the coarsest (FAT) of two seconds.
const COARSEST: Duration = Duration::from_secs(2);

impl Stamp {
    /// The stamp of what could not be looked at; it vouches for nothing.
    pub(super) const NONE: Self = Self { len: 0, modified: None, identity: (0, 0, 0), fresh: true };

    pub(super) fn of(data: &fs::Metadata, now: SystemTime) -> Self {
        let modified = data.modified().ok();
        // A time in the future, from a clock that is wrong elsewhere, is never trusted.
        let age = modified.and_then(|m| now.duration_since(m).ok());
        Self { len: data.len(), modified, identity: identity(data), fresh: age.is_none_or(|a| a <= COARSEST) }
    }

    /// Whether a file that bears this stamp surely has the bytes it had under `old`.
    pub(super) fn vouches_for(&self, old: &Self) -> bool {
        !old.fresh && (self.len, self.modified, self.identity) == (old.len, old.modified, old.identity)
    }
}

#[cfg(unix)]
fn identity(data: &fs::Metadata) -> (u64, i64, i64) {
    use std::os::unix::fs::MetadataExt;
    (data.ino(), data.ctime(), data.ctime_nsec())
}

#[cfg(not(unix))]
fn identity(_: &fs::Metadata) -> (u64, i64, i64) {
    (0, 0, 0)
}

/// Whether a body is what it was. Of a file left on disk the stamp must tell.
pub(super) fn is_same(old_stamp: &Stamp, old: &SourceBody, stamp: Option<&Stamp>, body: &SourceBody) -> bool {
    let same_time = stamp.is_some_and(|now| now.modified == old_stamp.modified && now.identity == old_stamp.identity);
    match (old, body) {
        (SourceBody::Bytes(old), SourceBody::Bytes(new)) => old == new,
        (
            SourceBody::OnDisk { len, sha256, paper, size },
            SourceBody::OnDisk { len: now, sha256: hash, paper: read, size: seen },
        ) => len == now && sha256 == hash && same_time && paper == read && size == seen,
        (SourceBody::Unreadable(old), SourceBody::Unreadable(new)) => old == new,
        _ => false,
    }
}
