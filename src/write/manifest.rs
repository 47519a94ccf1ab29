//! The record of what we wrote into an output folder: one line a file, readable by `sha256sum --check`.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::base::OutPath;

/// Name of the record inside the output folder. A folder that has it is ours.
pub(crate) const MANIFEST: &str = ".svod-manifest";

/// First line; the number changes when the form does.
const HEAD: &str = "# svod-manifest 1";

/// For whoever finds the file on a server.
const NOTE: &str = "# Files written by svod, with their sha256. Only these are replaced or deleted by the next build.
# Файлы, которые записал svod, и их sha256. Только их заменит или удалит следующая сборка.
";

/// sha256 of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Digest(pub [u8; 32]);

impl Digest {
    /// Lower-case hexadecimal.
    #[must_use]
    pub(crate) fn hex(self) -> String {
        self.0.iter().fold(String::with_capacity(64), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        })
    }

    /// Reads 64 hexadecimal digits.
    #[must_use]
    pub(crate) fn parse(text: &str) -> Option<Self> {
        if text.len() != 64 || !text.bytes().all(|b| b.is_ascii_hexdigit()) {
            return None;
        }
        let mut bytes = [0; 32];
        for (i, byte) in bytes.iter_mut().enumerate() {
            *byte = u8::from_str_radix(text.get(2 * i..2 * i + 2)?, 16).ok()?;
        }
        Some(Self(bytes))
    }
}

/// The files that a build wrote.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Manifest {
    files: BTreeMap<OutPath, Digest>,
}

impl Manifest {
    /// A record of these files.
    #[must_use]
    pub(crate) fn new(files: BTreeMap<OutPath, Digest>) -> Self {
        Self { files }
    }

    /// Reads the text of a record; `None` if it is damaged or of an unknown form: then nothing in the folder counts
    /// as ours.
    #[must_use]
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let rest = text.strip_prefix(HEAD)?.strip_prefix('\n')?;
        let mut files = BTreeMap::new();
        for line in rest.lines().filter(|l| !l.starts_with('#') && !l.is_empty()) {
            let (digest, path) = line.split_once("  ")?;
            files.insert(OutPath::new(path).ok()?, Digest::parse(digest)?);
        }
        Some(Self { files })
    }

    /// The text to write; the same files give the same bytes.
    #[must_use]
    pub(crate) fn text(&self) -> String {
        let mut text = format!("{HEAD}\n{NOTE}");
        for (path, digest) in &self.files {
            let _ = writeln!(text, "{}  {path}", digest.hex());
        }
        text
    }

    /// What was written at a path.
    #[must_use]
    pub(crate) fn get(&self, path: &OutPath) -> Option<&Digest> {
        self.files.get(path)
    }

    /// Whether any file lies in the folder `path`.
    #[must_use]
    pub(crate) fn has_below(&self, path: &str) -> bool {
        // The hyphen is the least of the characters that an output path may have, so nothing in the folder is less.
        let Ok(least) = OutPath::new(format!("{path}/-")) else { return false };
        let inside = |p: &OutPath| p.as_str().strip_prefix(path).is_some_and(|rest| rest.starts_with('/'));
        self.files.range(least..).next().is_some_and(|(p, _)| inside(p))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn digest(byte: u8) -> Digest {
        Digest([byte; 32])
    }

    #[test]
    fn a_record_reads_back() {
        let path = |p: &str| OutPath::new(p).unwrap();
        let manifest = Manifest::new(BTreeMap::from([(path("b/c.html"), digest(1)), (path("a.html"), digest(0xaf))]));
        let text = manifest.text();
        assert!(text.ends_with(&format!("{}  a.html\n{}  b/c.html\n", "af".repeat(32), "01".repeat(32))), "{text}");
        assert_eq!(Manifest::parse(&text), Some(manifest));
    }

    #[test]
    fn a_damaged_record_is_no_record() {
        let good = Manifest::new(BTreeMap::from([(OutPath::new("a.html").unwrap(), digest(1))])).text();
        let damage = [
            String::new(),
            good.replace("svod-manifest 1", "svod-manifest 2"),
            good.replace("a.html", "../a.html"),
            good.replace("a.html", "/etc/passwd"),
            good.replace("01  ", "0g  "),
            good.replace("01  ", "01 "),
            good[..good.len() - 10].to_owned(),
            "\u{feff}".to_owned() + &good,
        ];
        for text in damage {
            assert_eq!(Manifest::parse(&text), None, "{text}");
        }
    }
}
