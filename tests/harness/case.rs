//! A case: a small site, the day, and what is expected of it, read from `tests/cases/**/*.md`.
//!
//! A heading `## name` begins a case. Blocks before the first one belong to every case of the file; a case replaces a
//! file by giving its path again. What blocks and options mean is told in `tests/cases/README.md`.

use std::collections::BTreeMap;

use super::expect::{Expected, Sight};
use super::fence::{Fence, Piece, pieces};

/// Option lines.
const KEYS: &[&str] = &["today", "allow", "deny", "preview", "silent", "remove"];
/// Blocks that are assertions; any other block is a file.
const SIGHTS: &[&str] = &[
    "expect",
    "status",
    "text",
    "not-text",
    "output",
    "not-output",
    "links",
    "not-links",
    "paths",
    "not-paths",
    "nowhere",
];

/// One case.
#[derive(Clone, Debug)]
pub struct Case {
    /// `contract/keys.md: a mistyped key names the nearest`.
    pub name: String,
    pub today: String,
    pub allow: Vec<String>,
    pub deny: Vec<String>,
    pub preview: bool,
    /// Codes that this case comes near to and must not fire.
    pub silent: Vec<String>,
    pub files: BTreeMap<String, File>,
    /// Findings written beside the lines they are about.
    pub findings: Vec<Expected>,
    pub sights: Vec<Sight>,
}

/// A file of the site.
#[derive(Clone, Debug)]
pub struct File {
    pub body: Body,
    /// What the file must be found guilty of.
    findings: Vec<Expected>,
}

impl File {
    /// A file without findings.
    pub fn bytes(bytes: Vec<u8>) -> Self {
        Self { body: Body::Bytes(bytes), findings: Vec::new() }
    }
}

/// What is in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    Bytes(Vec<u8>),
    Unreadable,
}

/// Reads all cases of one file.
pub fn cases(file: &str, text: &str) -> Result<Vec<Case>, String> {
    cases_over(file, text, BTreeMap::new())
}

/// Reads all cases of one file, each of them a change to a tree that is there already.
pub fn cases_over(file: &str, text: &str, files: BTreeMap<String, File>) -> Result<Vec<Case>, String> {
    let mut shared = Case {
        name: file.to_owned(),
        today: "2026-11-22".to_owned(),
        allow: Vec::new(),
        deny: Vec::new(),
        preview: false,
        silent: Vec::new(),
        files,
        findings: Vec::new(),
        sights: Vec::new(),
    };
    let mut cases: Vec<Case> = Vec::new();
    for piece in pieces(text, KEYS)? {
        if let Piece::Case { name, line } = &piece {
            let name = format!("{file}: {name}");
            if cases.iter().any(|c| c.name == name) {
                return Err(format!("line {line}: a second case of this name"));
            }
            cases.push(Case { name, ..shared.clone() });
        } else {
            cases.last_mut().unwrap_or(&mut shared).take(piece)?;
        }
    }
    if cases.is_empty() {
        return Err("no case: a case begins with a heading `## name`".to_owned());
    }
    if !shared.sights.is_empty() {
        return Err("an assertion stands before the first case".to_owned());
    }
    for case in &mut cases {
        case.findings = case.files.values().flat_map(|f| f.findings.clone()).collect();
    }
    Ok(cases)
}

impl Case {
    fn take(&mut self, piece: Piece) -> Result<(), String> {
        let list = |value: &str| value.split(',').map(|v| v.trim().to_owned()).filter(|v| !v.is_empty()).collect();
        match piece {
            Piece::Case { .. } => {}
            Piece::Option { key, value, line } => match key.as_str() {
                "today" => self.today = value,
                "allow" => self.allow = list(&value),
                "deny" => self.deny = list(&value),
                "silent" => self.silent = list(&value),
                "preview" => self.preview = value == "yes",
                _ => {
                    let before = self.files.len();
                    self.files.retain(|path, _| *path != value && !path.starts_with(&format!("{value}/")));
                    if self.files.len() == before {
                        return Err(format!("line {line}: nothing to remove at `{value}`"));
                    }
                }
            },
            Piece::Fence(fence) => {
                let line = fence.line;
                self.block(fence).map_err(|why| format!("line {line}: {why}"))?;
            }
        }
        Ok(())
    }

    fn block(&mut self, fence: Fence) -> Result<(), String> {
        let kind = fence.info.first().ok_or("a block without an info string")?.clone();
        if SIGHTS.contains(&kind.as_str()) {
            self.sights.push(Sight::new(&kind, fence)?);
            return Ok(());
        }
        let path = fence.info.get(1).ok_or_else(|| format!("`{kind}` is no assertion, and a file needs a path"))?;
        if kind == "edit" {
            let file = self.files.get(path).ok_or_else(|| format!("no file `{path}` to edit"))?;
            let Body::Bytes(bytes) = &file.body else { return Err("an unreadable file cannot be edited".to_owned()) };
            let old = String::from_utf8(bytes.clone()).map_err(|_| "not UTF-8")?;
            let old_findings = file.findings.clone();
            let new = edit(&old, &fence.body)?;
            let (new, findings) = strip(path, &new)?;
            if !old_findings.is_empty() {
                return Err(format!("`{path}` has findings of its own; give the whole file instead"));
            }
            self.files.insert(path.clone(), File { body: Body::Bytes(new.into_bytes()), findings });
            return Ok(());
        }
        let (text, findings) = strip(path, &fence.body)?;
        let body = if fence.has("unreadable") { Body::Unreadable } else { Body::Bytes(encode(text, &fence)?) };
        self.files.insert(path.clone(), File { body, findings });
        Ok(())
    }
}

/// Lines that begin with `-` are found in the text, one after another, and give way to the lines that begin with `+`;
/// without any `-` the new lines are added at the end. Other lines are not allowed.
fn edit(text: &str, script: &str) -> Result<String, String> {
    let mut old = Vec::new();
    let mut new = Vec::new();
    for line in script.lines() {
        match line.split_at_checked(1) {
            Some(("-", rest)) if new.is_empty() => old.push(rest),
            Some(("+", rest)) => new.push(rest),
            _ => return Err(format!("an edit is lines with `-`, then lines with `+`: {line}")),
        }
    }
    let lines: Vec<&str> = text.lines().collect();
    if old.is_empty() {
        return Ok(format!("{}\n{}\n", text.trim_end_matches('\n'), new.join("\n")));
    }
    let hits: Vec<usize> =
        (0..lines.len()).filter(|&i| lines.len() - i >= old.len() && lines[i..i + old.len()] == old[..]).collect();
    let [at] = hits[..] else { return Err(format!("the old lines stand {} times in the file", hits.len())) };
    let kept = lines[..at].iter().chain(&new).chain(&lines[at + old.len()..]);
    Ok(kept.copied().collect::<Vec<_>>().join("\n") + "\n")
}

/// Takes expected findings out of a text; places are those of the text that is left.
fn strip(path: &str, text: &str) -> Result<(String, Vec<Expected>), String> {
    let mut kept: Vec<&str> = Vec::new();
    let mut findings = Vec::new();
    for line in text.lines() {
        match Expected::beside(path, line, kept.len())? {
            Some(finding) => findings.push(finding),
            None => kept.push(line),
        }
    }
    Ok((kept.join("\n") + "\n", findings))
}

/// Bytes of a text in the encoding and with the line ends that the info string asks for.
fn encode(text: String, fence: &Fence) -> Result<Vec<u8>, String> {
    if fence.has("hex") {
        let digits: Vec<u8> = text.bytes().filter(u8::is_ascii_hexdigit).collect();
        let pairs = digits.chunks(2).map(|p| u8::from_str_radix(std::str::from_utf8(p).unwrap_or("?"), 16));
        return pairs.collect::<Result<_, _>>().map_err(|e| e.to_string());
    }
    let mut text = if fence.has("crlf") { text.replace('\n', "\r\n") } else { text };
    if let Some(times) = fence.option("repeat") {
        text = text.repeat(times.parse().map_err(|_| "repeat=NUMBER")?);
    }
    let utf16 =
        |order: fn(u16) -> [u8; 2]| std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(order).collect();
    Ok(if fence.has("bom") {
        [b"\xEF\xBB\xBF", text.as_bytes()].concat()
    } else if fence.has("utf-16le") {
        utf16(u16::to_le_bytes)
    } else if fence.has("utf-16be") {
        utf16(u16::to_be_bytes)
    } else if fence.has("windows-1251") {
        text.chars().map(windows_1251).collect::<Result<_, _>>()?
    } else {
        text.into_bytes()
    })
}

/// The byte of a letter; enough of the table for Russian texts.
fn windows_1251(c: char) -> Result<u8, String> {
    Ok(match c {
        '\0'..='\x7f' => c as u8,
        'А'..='я' => (c as u32 - 'А' as u32) as u8 + 0xC0,
        'Ё' => 0xA8,
        'ё' => 0xB8,
        '«' => 0xAB,
        '»' => 0xBB,
        '№' => 0xB9,
        '–' => 0x96,
        '—' => 0x97,
        '\u{a0}' => 0xA0,
        _ => return Err(format!("no byte for {c:?}")),
    })
}

#[test]
fn annotations_leave_the_text_and_keep_its_places() {
    let text =
        "## one\n```yaml data/staff.yml\n- id: a\n  nmae: B\n  # error: unknown-key 3 nearest=name\n  x: 1\n```\n";
    let case = cases("f.md", text).unwrap().remove(0);
    assert_eq!(case.files["data/staff.yml"].body, Body::Bytes(b"- id: a\n  nmae: B\n  x: 1\n".to_vec()));
    assert_eq!(case.findings.len(), 1);
    assert_eq!(case.findings[0].at, Some((2, 3)));
}

#[test]
fn a_case_edits_and_removes_shared_files() {
    let text =
        "```md a.md\none\ntwo\n```\n```md b/c.md\nx\n```\n## case\nremove: b\n```edit a.md\n-two\n+three\n+four\n```\n";
    let case = cases("f.md", text).unwrap().remove(0);
    assert_eq!(case.files.keys().collect::<Vec<_>>(), ["a.md"]);
    assert_eq!(case.files["a.md"].body, Body::Bytes(b"one\nthree\nfour\n".to_vec()));
    assert!(cases("f.md", "## case\nremove: b").unwrap_err().contains("nothing to remove"));
    assert!(cases("f.md", "## case\n```md a.md\nx\n```\n```edit a.md\n-y\n+z\n```").unwrap_err().contains("0 times"));
}

#[test]
fn texts_are_encoded_as_asked() {
    let body = |info: &str| {
        let case = cases("f.md", &format!("## case\n```md a.md {info}\nё\n```")).unwrap().remove(0);
        case.files["a.md"].body.clone()
    };
    assert_eq!(body("windows-1251"), Body::Bytes(vec![0xB8, b'\n']));
    assert_eq!(body("utf-16le"), Body::Bytes(vec![0xFF, 0xFE, 0x51, 0x04, b'\n', 0]));
    assert_eq!(body("bom crlf"), Body::Bytes("\u{feff}ё\r\n".as_bytes().to_vec()));
    assert_eq!(body("unreadable"), Body::Unreadable);
}
