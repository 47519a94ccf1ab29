//! sha256 of bytes and of files, read piece by piece.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use sha2::{Digest as _, Sha256};

use crate::write::Digest;

/// How much of a file is in memory at a time.
pub(super) const CHUNK: usize = 64 * 1024;

/// sha256 of bytes.
pub(super) fn of_bytes(bytes: &[u8]) -> Digest {
    Digest(Sha256::digest(bytes).into())
}

/// sha256 of a file.
///
/// # Errors
/// Whatever the disk says.
pub(super) fn of_file(path: &Path) -> io::Result<Digest> {
    let mut file = File::open(path)?;
    let mut hash = Running::default();
    let mut buffer = vec![0; CHUNK];
    loop {
        match read_some(&mut file, &mut buffer)? {
            [] => return Ok(hash.finish()),
            piece => hash.add(piece),
        }
    }
}

/// Reads until the buffer is full or the file ends; what was read.
pub(super) fn read_some<'b>(file: &mut impl Read, buffer: &'b mut [u8]) -> io::Result<&'b [u8]> {
    let mut filled = 0;
    while let Some(rest) = buffer.get_mut(filled..).filter(|r| !r.is_empty()) {
        match file.read(rest) {
            Ok(0) => break,
            Ok(n) => filled += n,
            Err(e) if e.kind() == io::ErrorKind::Interrupted => {}
            Err(e) => return Err(e),
        }
    }
    Ok(buffer.get(..filled).unwrap_or(&[]))
}

/// A hash in the making.
#[derive(Default)]
pub(super) struct Running(Sha256);

impl Running {
    /// Takes in the next bytes.
    pub(super) fn add(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// The hash of all bytes taken in.
    pub(super) fn finish(self) -> Digest {
        Digest(self.0.finalize().into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_answers() {
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(of_bytes(b"").hex(), empty);
        assert_eq!(of_bytes(b"abc").hex(), abc);
        let mut running = Running::default();
        running.add(b"a");
        running.add(b"bc");
        assert_eq!(running.finish().hex(), abc);
    }

    #[test]
    fn short_reads_are_joined() {
        let mut file = (&b"ab"[..]).chain(&b"cd"[..]);
        assert_eq!(read_some(&mut file, &mut [0; 3]).unwrap(), b"abc");
        assert_eq!(read_some(&mut file, &mut [0; 3]).unwrap(), b"d");
        assert_eq!(read_some(&mut file, &mut [0; 3]).unwrap(), b"");
    }
}
