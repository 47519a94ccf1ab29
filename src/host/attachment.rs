//! A file that stays on disk: what is known of it without keeping it in memory.
//!
//! Reads: one file, once, as far as needed. Writes: its hash, since publication records may name the hash of what was
//! posted, on a regulation site what is in it, and how large a picture is.

use std::fs::{self, File};
use std::io;
use std::path::Path;
use std::sync::Arc;

use crate::base::SitePath;
use crate::source::SourceBody;
use crate::source::paper::{self, Reach};
use crate::source::picture;

use super::hash;

/// Reads what is to be known of a file; `papers` says whether it is looked into.
///
/// # Errors
/// Whatever the disk says.
pub(super) fn read(path: &SitePath, disk: &Path, len: u64, papers: bool) -> io::Result<SourceBody> {
    let hashed = path.as_str().starts_with("files/");
    let (mut sha256, mut found) = (None, None);
    match if papers { paper::reach(path) } else { Reach::Nothing } {
        Reach::Whole if len <= paper::MAX_LENGTH => {
            let bytes = fs::read(disk)?;
            sha256 = hashed.then(|| hash::of_bytes(&bytes).hex());
            found = paper::look(path, &bytes);
        }
        Reach::Whole => found = Some(paper::too_long()),
        Reach::Head(head) => {
            let mut bytes = vec![0; head];
            let bytes = hash::read_some(&mut File::open(disk)?, &mut bytes)?;
            found = paper::look(path, bytes);
        }
        Reach::Nothing => {}
    }
    if hashed && sha256.is_none() {
        sha256 = Some(hash::of_file(disk)?.hex());
    }
    Ok(SourceBody::OnDisk { len, sha256, paper: found.map(Arc::new), size: size(path, disk, len)? })
}

/// How large a picture is, from as much of it as tells that.
fn size(path: &SitePath, disk: &Path, len: u64) -> io::Result<Option<picture::Size>> {
    let reach = picture::reach(path).min(usize::try_from(len).unwrap_or(usize::MAX));
    if reach == 0 {
        return Ok(None);
    }
    let mut bytes = vec![0; reach];
    let bytes = hash::read_some(&mut File::open(disk)?, &mut bytes)?;
    Ok(picture::size(path, bytes))
}
