//! Single files outside the site: read whole, and written whole or not at all.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// What became of a text file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum TextWritten {
    /// It is there now.
    Written,
    /// It was there already.
    Same,
    /// Another file stands there and was left alone.
    Foreign(PathBuf),
}

/// Writes a text file into a folder, which is made if need be. Says whether another file stood there: that one is
/// replaced only if it is `ours`, told by its bytes. Whoever reads it meanwhile, or after a run that was killed, finds
/// the old text or the new one.
///
/// # Errors
/// Whatever the disk says.
pub(crate) fn write_text(
    folder: &Path,
    name: &str,
    text: &str,
    ours: &dyn Fn(&[u8]) -> bool,
) -> io::Result<TextWritten> {
    fs::create_dir_all(if folder.as_os_str().is_empty() { Path::new(".") } else { folder })?;
    let path = folder.join(name);
    // What is neither a file nor a folder, a pipe say, might be read without end.
    if fs::metadata(&path).is_ok_and(|found| !found.is_file() && !found.is_dir()) {
        return Ok(TextWritten::Foreign(path));
    }
    match fs::read(&path) {
        Ok(bytes) if bytes == text.as_bytes() => return Ok(TextWritten::Same),
        Ok(bytes) if !ours(&bytes) => return Ok(TextWritten::Foreign(path)),
        Ok(_) => {}
        Err(e) if e.kind() == io::ErrorKind::NotFound => {}
        Err(e) => return Err(e),
    }
    // Beside the file, so that both are on one file system. What a killed run has left there is ours by its name.
    let fresh = folder.join(format!(".{name}.svod-new"));
    let written = fs::write(&fresh, text).and_then(|()| fs::rename(&fresh, &path));
    if written.is_err() {
        let _ = fs::remove_file(&fresh);
    }
    written.map(|()| TextWritten::Written)
}

/// The bytes of a content file.
///
/// # Errors
/// Whatever the disk says.
pub(crate) fn read_file(path: &Path) -> io::Result<Vec<u8>> {
    fs::read(path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::host::scratch::Scratch;

    #[test]
    fn only_what_is_ours_is_replaced() {
        let scratch = Scratch::new("text");
        let folder = scratch.path().join("a/b");
        let ours = |bytes: &[u8]| bytes.starts_with(b"ours");
        let write = |text: &str| write_text(&folder, "x.html", text, &ours).unwrap();
        assert_eq!(write("ours 1"), TextWritten::Written);
        assert_eq!(write("ours 1"), TextWritten::Same);
        assert_eq!(write("ours 2"), TextWritten::Written);
        fs::write(folder.join("x.html"), "theirs").unwrap();
        assert_eq!(write("ours 3"), TextWritten::Foreign(folder.join("x.html")));
        assert_eq!(fs::read(folder.join("x.html")).unwrap(), b"theirs");
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 1, "nothing else is left there");
    }
}
