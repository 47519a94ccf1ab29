//! Paths inside the content tree and inside the output, always with `/`, never leaving their tree.

use std::fmt;

/// A file of the content tree, relative to its root: `regulations/sferum/2026-03-27.md`. Letters as on disk.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct SitePath(String);

/// A file of the output, relative to its root: ASCII, lower case, safe on Windows, never absolute, no `..`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct OutPath(String);

/// Why a text is not a path inside a tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PathError {
    /// Empty, absolute, with `..`, `.`, an empty step, NUL or a backslash.
    Escapes,
}

fn inside(path: &str) -> bool {
    !path.is_empty()
        && !path.contains(['\\', '\0'])
        && path.split('/').all(|step| !step.is_empty() && step != "." && step != "..")
}

impl SitePath {
    /// Takes a relative path with `/`.
    ///
    /// # Errors
    /// [`PathError::Escapes`].
    pub(crate) fn new(path: impl Into<String>) -> Result<Self, PathError> {
        let path = path.into();
        if inside(&path) { Ok(Self(path)) } else { Err(PathError::Escapes) }
    }

    /// The path as text.
    #[must_use]
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// Folder part without the trailing `/`; empty for a file at the root.
    #[must_use]
    pub(crate) fn folder(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// Last step.
    #[must_use]
    pub(crate) fn file_name(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or("")
    }

    /// Last step without its extension.
    #[must_use]
    pub(crate) fn stem(&self) -> &str {
        let name = self.file_name();
        match name.rsplit_once('.') {
            Some((stem, _)) if !stem.is_empty() => stem,
            _ => name,
        }
    }

    /// Extension without the dot; empty if there is none. Letters as on disk.
    #[must_use]
    pub(crate) fn extension(&self) -> &str {
        match self.file_name().rsplit_once('.') {
            Some((stem, extension)) if !stem.is_empty() => extension,
            _ => "",
        }
    }

    /// Whether the file is markdown by its name.
    #[must_use]
    pub(crate) fn is_markdown(&self) -> bool {
        matches!(self.extension().to_ascii_lowercase().as_str(), "md" | "markdown")
    }
}

impl OutPath {
    /// Takes an output path as it is.
    ///
    /// # Errors
    /// [`PathError::Escapes`] also for characters outside `a-z 0-9 . _ - /`.
    pub(crate) fn new(path: impl Into<String>) -> Result<Self, PathError> {
        let path = path.into();
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '_' | '-' | '/');
        if inside(&path) && path.chars().all(plain) { Ok(Self(path)) } else { Err(PathError::Escapes) }
    }

    /// Makes the output path of any relative path: each step by [`ascii_slug`], Windows device names and trailing
    /// dots avoided.
    #[must_use]
    pub(crate) fn from_steps(path: &str) -> Self {
        // Most names are what they should be already.
        if path.split('/').all(is_safe) {
            return Self(path.to_owned());
        }
        let steps: Vec<String> = path.split(['/', '\\']).map(safe_step).filter(|s| !s.is_empty()).collect();
        Self(if steps.is_empty() { "page".to_owned() } else { steps.join("/") })
    }

    /// The path as text.
    #[must_use]
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// Folder part without the trailing `/`; empty at the root.
    #[must_use]
    pub(crate) fn folder(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// Extension without the dot.
    #[must_use]
    pub(crate) fn extension(&self) -> &str {
        self.0.rsplit('/').next().and_then(|n| n.rsplit_once('.')).map_or("", |(_, e)| e)
    }

    /// How a page in folder `folder` (as [`OutPath::folder`] gives it) writes a link to this file.
    #[must_use]
    pub(crate) fn relative_from(&self, folder: &str) -> String {
        let mut from: Vec<&str> = folder.split('/').filter(|s| !s.is_empty()).collect();
        let mut to: Vec<&str> = self.0.split('/').collect();
        while to.len() > 1 && !from.is_empty() && from[0] == to[0] {
            from.remove(0);
            to.remove(0);
        }
        let mut link = "../".repeat(from.len());
        link.push_str(&to.join("/"));
        link
    }
}

/// Names that Windows keeps for devices, with any extension.
fn is_device_name(step: &str) -> bool {
    let stem = step.split('.').next().unwrap_or("");
    let numbered = |prefix: &str| stem.strip_prefix(prefix).is_some_and(|n| matches!(n.as_bytes(), [b'0'..=b'9']));
    matches!(stem, "con" | "prn" | "aux" | "nul") || numbered("com") || numbered("lpt")
}

/// Longest step of an output name and longest extension, so that whole paths fit Windows' 260 characters.
const MAX_STEP: usize = 100;
const MAX_EXTENSION: usize = 20;

/// Whether [`safe_step`] surely leaves a step as it is.
fn is_safe(step: &str) -> bool {
    let mut before = b'-';
    for byte in step.bytes() {
        match byte {
            b'a'..=b'z' | b'0'..=b'9' | b'_' => {}
            b'-' | b'.' if !matches!(before, b'-' | b'.') => {}
            _ => return false,
        }
        before = byte;
    }
    !matches!(before, b'-' | b'.') && step.len() <= MAX_STEP && !is_device_name(step)
}

fn safe_step(step: &str) -> String {
    let (stem, extension) = match step.rsplit_once('.') {
        Some((stem, extension)) if !stem.is_empty() && !extension.is_empty() => (stem, Some(extension)),
        _ => (step, None),
    };
    // A dot inside the stem is kept: `v2.1.html`.
    let mut name = stem.split('.').map(ascii_slug).filter(|s| !s.is_empty()).collect::<Vec<_>>().join(".");
    name.truncate(MAX_STEP);
    if name.is_empty() && !stem.is_empty() && stem.chars().any(|c| c != '.') {
        "x".clone_into(&mut name);
    }
    if is_device_name(&name) {
        // Up to its first dot the name is the device's, whatever follows.
        name.insert(name.find('.').unwrap_or(name.len()), '_');
    }
    let extension = extension.map(ascii_slug).filter(|e| !e.is_empty());
    let extension = extension.map(|e| e.get(..MAX_EXTENSION).map(str::to_owned).unwrap_or(e));
    match extension {
        Some(extension) if !name.is_empty() => format!("{name}.{extension}"),
        _ => name.trim_end_matches('.').to_owned(),
    }
}

/// One pinned table from Cyrillic to Latin (the passport rules of ICAO, with letters of neighbouring alphabets), so
/// that names never change with a library.
fn latin(c: char) -> Option<&'static str> {
    Some(match c {
        'а' => "a",
        'б' => "b",
        'в' => "v",
        'г' => "g",
        'д' => "d",
        'е' => "e",
        'ё' => "e",
        'ж' => "zh",
        'з' => "z",
        'и' => "i",
        'й' => "i",
        'к' => "k",
        'л' => "l",
        'м' => "m",
        'н' => "n",
        'о' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' => "u",
        'ф' => "f",
        'х' => "kh",
        'ц' => "ts",
        'ч' => "ch",
        'ш' => "sh",
        'щ' => "shch",
        'ъ' => "ie",
        'ы' => "y",
        'ь' => "",
        'э' => "e",
        'ю' => "iu",
        'я' => "ia",
        'і' => "i",
        'ї' => "i",
        'є' => "ie",
        'ґ' => "g",
        'ў' => "u",
        'ә' => "a",
        'ө' => "o",
        'ү' => "u",
        'җ' => "zh",
        'ң' => "n",
        'һ' => "h",
        'қ' => "k",
        'ғ' => "g",
        'ұ' => "u",
        'ӱ' => "u",
        'ӧ' => "o",
        'ӓ' => "a",
        'ӝ' => "zh",
        'ӟ' => "z",
        'ӥ' => "i",
        'ӵ' => "ch",
        'ä' | 'à' | 'á' | 'â' | 'ã' | 'å' => "a",
        'ö' | 'ò' | 'ó' | 'ô' | 'õ' => "o",
        'ü' | 'ù' | 'ú' | 'û' => "u",
        'é' | 'è' | 'ê' | 'ë' => "e",
        'ï' | 'í' | 'ì' | 'î' => "i",
        'ñ' => "n",
        'ç' => "c",
        'ß' => "ss",
        _ => return None,
    })
}

/// A name in lower-case ASCII letters, digits, `_` and `-`: Cyrillic by the pinned table, anything else a hyphen
/// (other scripts by their code points, so that different names stay different).
#[must_use]
pub(crate) fn ascii_slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    let mut gap = false;
    let push = |slug: &mut String, part: &str, gap: &mut bool| {
        if *gap && !slug.is_empty() {
            slug.push('-');
        }
        *gap = false;
        slug.push_str(part);
    };
    let mut take = |c: char| {
        if c.is_ascii_alphanumeric() || c == '_' {
            push(&mut slug, c.encode_utf8(&mut [0; 4]), &mut gap);
        } else if let Some(letters) = latin(c) {
            push(&mut slug, letters, &mut gap);
        } else if c.is_alphanumeric() {
            gap = !slug.is_empty();
            push(&mut slug, &format!("{:x}", u32::from(c)), &mut gap);
            gap = true;
        } else if !matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}') {
            gap = true;
        }
    };
    for c in text.chars() {
        match c {
            // Nearly all letters are of two alphabets and need no look into tables.
            'а'..='я' | '\0'..='\u{7f}' => take(c.to_ascii_lowercase()),
            'А'..='Я' => take(char::from_u32(u32::from(c) + 32).unwrap_or(c)),
            _ => c.to_lowercase().for_each(&mut take),
        }
    }
    slug
}

/// Joins a folder and a path, resolving `.` and `..`; `None` when it leaves the tree.
pub(crate) fn joined(folder: &str, path: &str) -> Option<String> {
    let mut steps: Vec<&str> = folder.split('/').filter(|s| !s.is_empty()).collect();
    for step in path.split(['/', '\\']) {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop()?;
            }
            step => steps.push(step),
        }
    }
    Some(steps.join("/"))
}

impl fmt::Display for SitePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for OutPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests;
