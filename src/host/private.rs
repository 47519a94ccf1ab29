//! A folder for this run that nobody else may enter, gone when the run ends.

#![expect(clippy::disallowed_types, reason = "an unguessable number is what this file is for")]

use std::hash::{BuildHasher, RandomState};
use std::io;
use std::path::{Path, PathBuf};

/// An empty folder among the system's temporary ones.
#[derive(Debug)]
pub(crate) struct PrivateFolder(PathBuf);

#[cfg_attr(not(unix), allow(dead_code, reason = "the private socket that lives in it is of Unix"))]
impl PrivateFolder {
    /// Makes one under a name that nobody can guess.
    ///
    /// # Errors
    /// What the system says.
    pub(crate) fn new() -> io::Result<Self> {
        let name = format!("svod-{}-{:08x}", std::process::id(), unguessable() >> 32);
        let path = std::env::temp_dir().join(name);
        #[cfg_attr(not(unix), allow(unused_mut, reason = "rights are set on Unix alone"))]
        let mut builder = std::fs::DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(&path)?;
        Ok(Self(path))
    }

    /// Where it is.
    pub(crate) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for PrivateFolder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// A number that nobody outside this run can guess: the standard library keys its hashers from the system's
/// randomness.
pub(crate) fn unguessable() -> u64 {
    RandomState::new().hash_one(0_u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn private_and_gone_at_the_end() {
        let folder = PrivateFolder::new().unwrap();
        let path = folder.path().to_owned();
        std::fs::write(path.join("file"), "").unwrap();
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o700);
        }
        assert_ne!(PrivateFolder::new().unwrap().path(), path);
        drop(folder);
        assert!(!path.exists());
        assert_ne!(unguessable(), unguessable());
    }
}
