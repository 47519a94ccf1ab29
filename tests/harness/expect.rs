//! What a case expects: findings at their places, and sights of the output.

use std::fmt;

use super::fence::Fence;

/// A finding that must be there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expected {
    pub severity: String,
    pub code: String,
    /// `None`: not in a file.
    pub path: Option<String>,
    /// `None`: the whole file.
    pub at: Option<(u32, u32)>,
    /// Values that its words show; others may be there too.
    pub args: Vec<(String, String)>,
}

impl Expected {
    /// Reads `# error: unknown-key 3 nearest=name` or `<!-- warning: clause-gap 1 -->`, which stands below the line
    /// `line` (from 1) of the file and gives the column. `None` if the text is something else.
    pub fn beside(path: &str, text: &str, line: usize) -> Result<Option<Self>, String> {
        let text = text.trim();
        let inner = text.strip_prefix('#').or_else(|| text.strip_prefix("<!--")?.strip_suffix("-->"));
        let Some((severity, rest)) = inner.and_then(|i| i.trim().split_once(": ")) else { return Ok(None) };
        if !matches!(severity, "error" | "warning" | "note") {
            return Ok(None);
        }
        if line == 0 {
            return Err(format!("`{text}` stands above the first line of the file; use an `expect` block"));
        }
        let (code, rest) = rest.split_once(' ').ok_or_else(|| format!("`{text}` gives no column"))?;
        let (column, rest) = rest.split_once(' ').unwrap_or((rest, ""));
        let column = column.parse().map_err(|_| format!("`{text}`: `{column}` is no column"))?;
        Ok(Some(Self {
            severity: severity.to_owned(),
            code: code.to_owned(),
            path: Some(path.to_owned()),
            at: Some((u32::try_from(line).unwrap(), column)),
            args: args(rest)?,
        }))
    }

    /// Reads `data/staff.yml:2:3 error[unknown-key]`, `data/staff.yml error[…]` (the whole file) or `- error[…]` (no
    /// file), each with `name=value` behind it where wanted.
    fn line(text: &str) -> Result<Self, String> {
        let fault = || format!("`{text}` is not `path:line:column severity[code]`");
        let (place, rest) = text.split_once(' ').ok_or_else(fault)?;
        let (severity, rest) = rest.trim_start().split_once('[').ok_or_else(fault)?;
        let (code, rest) = rest.split_once(']').ok_or_else(fault)?;
        let (path, at) = match place.rsplitn(3, ':').collect::<Vec<_>>()[..] {
            [column, line, path] => {
                (Some(path), Some((line.parse().map_err(|_| fault())?, column.parse().map_err(|_| fault())?)))
            }
            ["-"] => (None, None),
            [path] => (Some(path), None),
            _ => return Err(fault()),
        };
        Ok(Self {
            severity: severity.to_owned(),
            code: code.to_owned(),
            path: path.map(str::to_owned),
            at,
            args: args(rest)?,
        })
    }

    /// Whether a finding is the one that is meant.
    pub fn fits(&self, found: &svod::Finding) -> bool {
        self.severity == found.severity
            && self.code == found.code
            && self.path == found.path
            && self.at == found.at
            && self.args.iter().all(|(n, v)| found.args.iter().any(|(name, value)| name == n && value == v))
    }
}

/// `name=value name="two words"`
fn args(text: &str) -> Result<Vec<(String, String)>, String> {
    let mut found = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let (name, tail) = rest.split_once('=').ok_or_else(|| format!("`{rest}` is not name=value"))?;
        let (value, tail) = match tail.strip_prefix('"') {
            Some(quoted) => quoted.split_once('"').ok_or("a quote is not closed")?,
            None => tail.split_once(' ').unwrap_or((tail, "")),
        };
        found.push((name.to_owned(), value.to_owned()));
        rest = tail.trim_start();
    }
    Ok(found)
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        place(f, self.path.as_deref(), self.at)?;
        write!(f, " {}[{}]", self.severity, self.code)?;
        self.args.iter().try_for_each(|(name, value)| write!(f, " {name}={value:?}"))
    }
}

/// A finding as [`Expected`] writes it, so that it can be copied into a case.
pub fn show(finding: &svod::Finding) -> String {
    let text = |(name, value): &(&str, String)| (String::from(*name), value.clone());
    Expected {
        severity: finding.severity.to_owned(),
        code: finding.code.to_owned(),
        path: finding.path.clone(),
        at: finding.at,
        args: finding.args.iter().map(text).collect(),
    }
    .to_string()
}

fn place(f: &mut fmt::Formatter<'_>, path: Option<&str>, at: Option<(u32, u32)>) -> fmt::Result {
    f.write_str(path.unwrap_or("-"))?;
    at.map_or(Ok(()), |(line, column)| write!(f, ":{line}:{column}"))
}

/// An assertion about one day's site.
#[derive(Clone, Debug)]
pub struct Sight {
    /// The day, if it is not the day of the case.
    pub today: Option<String>,
    pub kind: SightKind,
    pub fence: Fence,
}

/// What is looked at.
#[derive(Clone, Debug)]
pub enum SightKind {
    /// All findings of the day.
    Findings(Vec<Expected>),
    /// Part of `svod status --format json`; `exact` lists have no other elements.
    Status { wanted: serde_json::Value, exact: bool },
    /// Text of a page, or of one element, without tags.
    Text { page: Page, wanted: bool },
    /// Bytes of an output file, or of one element.
    Output { page: Page, wanted: bool },
    /// Links of a page or element, `text -> destination`.
    Links { page: Page, wanted: bool },
    /// Output paths, one a line; with `/` at the end a whole folder.
    Paths { wanted: bool },
    /// Texts that no output file may hold.
    Nowhere,
}

/// An output file, or the element of it with an id.
#[derive(Clone, Debug)]
pub struct Page {
    pub path: String,
    pub id: Option<String>,
}

impl Sight {
    pub fn new(kind: &str, fence: Fence) -> Result<Self, String> {
        let page = || -> Result<Page, String> {
            let path = fence.info.get(1).ok_or_else(|| format!("`{kind}` needs an output path"))?;
            let id = fence.info.iter().find_map(|w| w.strip_prefix('#')).map(str::to_owned);
            Ok(Page { path: path.clone(), id })
        };
        let lines = || fence.body.lines().map(str::trim).filter(|l| !l.is_empty());
        if kind != "expect" && kind != "status" && lines().next().is_none() {
            return Err(format!("an empty `{kind}` asserts nothing"));
        }
        let wanted = !kind.starts_with("not-");
        if fence.has("whole") && !matches!(kind, "text" | "output") {
            return Err(format!("`whole` goes with `text` and `output`, not with `{kind}`"));
        }
        let kind = match kind.trim_start_matches("not-") {
            "expect" => SightKind::Findings(lines().map(Expected::line).collect::<Result<_, _>>()?),
            "status" => SightKind::Status {
                wanted: serde_json::from_str(&fence.body).map_err(|e| format!("the JSON of the block: {e}"))?,
                exact: fence.has("exact"),
            },
            "text" => SightKind::Text { page: page()?, wanted },
            "output" => SightKind::Output { page: page()?, wanted },
            "links" => SightKind::Links { page: page()?, wanted },
            "paths" => SightKind::Paths { wanted },
            _ => SightKind::Nowhere,
        };
        let today = fence.option("today").map(str::to_owned);
        Ok(Self { today, kind, fence })
    }
}

#[test]
fn findings_are_written_as_they_are_read() {
    for line in ["data/a.yml:2:13 error[unknown-key] nearest=\"имя\"", "site.yml warning[x-y]", "- note[other]"] {
        assert_eq!(Expected::line(line).unwrap().to_string(), line);
    }
    assert!(Expected::line("data/a.yml:2 error[x]").is_err());
    assert!(Expected::beside("a.md", "<!-- error: missing-page -->", 3).is_err());
    assert_eq!(Expected::beside("a.md", "# Errors: and how to mend them", 3), Ok(None));
}
