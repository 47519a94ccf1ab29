//! The outer form of a case file: headings, option lines and fenced blocks with their places in the file.

/// A piece of a case file that means something; prose between is left out.
#[derive(Debug, PartialEq, Eq)]
pub enum Piece {
    /// `## name`
    Case { name: String, line: usize },
    /// `key: value` with one of the keys that [`pieces`] was given.
    Option { key: String, value: String, line: usize },
    /// A fenced block.
    Fence(Fence),
}

/// A fenced block.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fence {
    /// Words of the info string; quotes hold spaces together.
    pub info: Vec<String>,
    /// What is inside, without the last line end.
    pub body: String,
    /// Line of the opening fence, from 1.
    pub line: usize,
    /// Lines of the body, from 0, for rewriting.
    pub lines: std::ops::Range<usize>,
}

impl Fence {
    /// The value of `key=value` in the info string.
    pub fn option(&self, key: &str) -> Option<&str> {
        self.info.iter().find_map(|w| w.strip_prefix(key)?.strip_prefix('='))
    }

    /// Whether the info string has this word.
    pub fn has(&self, word: &str) -> bool {
        self.info.iter().skip(1).any(|w| w == word)
    }
}

/// Takes a case file apart. `keys` are the option lines that exist; a line that looks like one with another key is an
/// error, so that a typing slip in a test cannot silence it.
pub fn pieces(text: &str, keys: &[&str]) -> Result<Vec<Piece>, String> {
    let lines: Vec<&str> = text.lines().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let line = lines[at];
        let number = at + 1;
        if let Some((mark, info)) = opening(line) {
            let end = (at + 1..lines.len())
                .find(|&i| closes(lines[i], mark))
                .ok_or_else(|| format!("line {number}: the block is not closed"))?;
            let body = lines[at + 1..end].join("\n");
            let info = words(info).map_err(|why| format!("line {number}: {why}"))?;
            found.push(Piece::Fence(Fence { info, body, line: number, lines: at + 1..end }));
            at = end;
        } else if let Some(name) = line.strip_prefix("## ") {
            found.push(Piece::Case { name: name.trim().to_owned(), line: number });
        } else if let Some((key, value)) = option(line) {
            if !keys.contains(&key) {
                return Err(format!("line {number}: no option `{key}`; there are {}", keys.join(", ")));
            }
            found.push(Piece::Option { key: key.to_owned(), value: value.to_owned(), line: number });
        }
        at += 1;
    }
    Ok(found)
}

fn opening(line: &str) -> Option<(&str, &str)> {
    let sign = line.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let length = line.chars().take_while(|&c| c == sign).count();
    (length >= 3).then(|| line.split_at(length))
}

fn closes(line: &str, mark: &str) -> bool {
    line.starts_with(mark) && line[mark.len()..].chars().all(|c| mark.starts_with(c) || c == ' ')
}

/// `key: value` at the start of a line; the key is one lower-case word.
fn option(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.split_once(':')?;
    let word = !key.is_empty() && key.chars().all(|c| c.is_ascii_lowercase() || c == '-');
    (word && (value.is_empty() || value.starts_with(' '))).then(|| (key, value.trim()))
}

/// Words between spaces; `"two words"` is one.
fn words(info: &str) -> Result<Vec<String>, String> {
    let mut found = Vec::new();
    let mut rest = info.trim();
    while !rest.is_empty() {
        let (word, tail) = if let Some(quoted) = rest.strip_prefix('"') {
            quoted.split_once('"').ok_or("a quote is not closed")?
        } else {
            rest.split_once(' ').unwrap_or((rest, ""))
        };
        found.push(word.to_owned());
        rest = tail.trim_start();
    }
    Ok(found)
}

#[test]
fn a_case_file_comes_apart() {
    let text = "# Title\n\ntoday: 2026-05-01\nprose\n\n## one\n````md \"a b.md\" crlf\n```\nx\n```\n````\n";
    let found = pieces(text, &["today"]).unwrap();
    let fence = Fence {
        info: vec!["md".into(), "a b.md".into(), "crlf".into()],
        body: "```\nx\n```".into(),
        line: 7,
        lines: 7..10,
    };
    let expected = [
        Piece::Option { key: "today".into(), value: "2026-05-01".into(), line: 3 },
        Piece::Case { name: "one".into(), line: 6 },
        Piece::Fence(fence),
    ];
    assert_eq!(found, expected);
}

#[test]
fn slips_in_a_case_file_are_told() {
    assert!(pieces("todya: 2026-05-01", &["today"]).unwrap_err().contains("no option `todya`"));
    assert!(pieces("```md a.md\ntext", &[]).unwrap_err().contains("not closed"));
}
