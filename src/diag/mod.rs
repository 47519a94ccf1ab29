//! Findings: what is wrong, how grave it is and where. No words live here; `messages` puts them into a language.
//!
//! Reads: nothing. Writes: [`Diagnostic`] values into [`Diagnostics`]. Touches: nothing. Stages never print and never
//! stop at the first fault: they push here and go on.

pub(crate) mod codes;

use crate::base::{Date, FileId, LineColumn, Span};

pub(crate) use crate::base::yaml::{NodePart, Seg};

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Severity {
    /// The output would be wrong or would leak: `build` writes nothing.
    Error,
    /// Law, dates or style that the school must act on.
    Warning,
    /// Worth knowing: what was mended or assumed.
    Note,
}

/// The name of a fault, readable after "allow": `unknown-key`. Its words are found under this name in `messages`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Code {
    /// Kebab-case name.
    pub name: &'static str,
    /// Severity unless the site or the command line says otherwise.
    pub severity: Severity,
}

impl Code {
    pub(crate) const fn error(name: &'static str) -> Self {
        Self { name, severity: Severity::Error }
    }
    pub(crate) const fn warning(name: &'static str) -> Self {
        Self { name, severity: Severity::Warning }
    }
    pub(crate) const fn note(name: &'static str) -> Self {
        Self { name, severity: Severity::Note }
    }
}

/// A value that a message shows; dates and lists are put into words by `messages`, in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Arg {
    /// Text of the user or a fixed name; shown as it is.
    Text(String),
    /// A count, with plural forms.
    Count(i64),
    /// A day.
    Date(Date),
    /// Several texts, joined by commas.
    List(Vec<String>),
    /// A word that the catalogue knows under this key (`word-…`): a kind of value, the name of a month.
    Word(String),
    /// Several such words, joined by commas.
    Words(Vec<String>),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}
impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}
impl From<Date> for Arg {
    fn from(date: Date) -> Self {
        Self::Date(date)
    }
}
impl From<usize> for Arg {
    fn from(n: usize) -> Self {
        Self::Count(i64::try_from(n).unwrap_or(i64::MAX))
    }
}
impl From<i32> for Arg {
    fn from(n: i32) -> Self {
        Self::Count(n.into())
    }
}

/// Where in a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum At {
    /// The file as a whole.
    File,
    /// Bytes of its decoded text.
    Span(Span),
    /// A node of its YAML (the whole of a data file, or the front matter of a page). Turned into a span only when a
    /// finding is there, by reading the file once more.
    Node(Vec<Seg>, NodePart),
    /// Words inside a span, for findings made from a tree that keeps no places of single words: the occurrence of this
    /// number, from 0, white space not compared. Looked up only when a finding is there; the whole span if the source
    /// writes the words otherwise.
    Words(Span, String, u32),
}

/// A place that a finding points at.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    /// The file.
    pub file: FileId,
    /// Where in it.
    pub at: At,
}

impl Place {
    /// The whole file.
    #[must_use]
    pub(crate) fn file(file: FileId) -> Self {
        Self { file, at: At::File }
    }

    /// Bytes of a file.
    #[must_use]
    pub(crate) fn span(file: FileId, span: Span) -> Self {
        Self { file, at: At::Span(span) }
    }

    /// Words inside a span: their occurrence of this number, from 0.
    #[must_use]
    pub(crate) fn words(file: FileId, span: Span, words: impl Into<String>, number: u32) -> Self {
        Self { file, at: At::Words(span, words.into(), number) }
    }

    /// A node of YAML.
    #[must_use]
    pub(crate) fn node(file: FileId, path: Vec<Seg>) -> Self {
        Self { file, at: At::Node(path, NodePart::Value) }
    }

    /// The value under `key` of this node; other places stay as they are.
    #[must_use]
    pub(crate) fn key(&self, key: &str) -> Self {
        self.step(Seg::Key(key.to_owned()))
    }

    /// The element `index` of this node.
    #[must_use]
    pub(crate) fn index(&self, index: usize) -> Self {
        self.step(Seg::Index(index))
    }

    fn step(&self, seg: Seg) -> Self {
        let mut place = self.clone();
        if let At::Node(path, part) = &mut place.at {
            path.push(seg);
            *part = NodePart::Value;
        }
        place
    }
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Diagnostic {
    /// What fault.
    pub code: Code,
    /// How grave here.
    pub severity: Severity,
    /// Where, if it is in a file.
    pub place: Option<Place>,
    /// What its words show, by placeholder name.
    pub args: Vec<(&'static str, Arg)>,
    /// Other places worth seeing: catalogue key of the label (`label-…`) and place.
    pub related: Vec<(&'static str, Place)>,
    /// English text of a library (YAML, Tera), shown as a note under our own words.
    pub detail: Option<String>,
}

impl Diagnostic {
    /// A finding at a place, with the severity its code has.
    #[must_use]
    pub(crate) fn new(code: Code, place: impl Into<Option<Place>>) -> Self {
        Self { code, severity: code.severity, place: place.into(), args: Vec::new(), related: Vec::new(), detail: None }
    }

    /// With one more value for its words.
    #[must_use]
    pub(crate) fn arg(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// With another place worth seeing.
    #[must_use]
    pub(crate) fn related(mut self, label: &'static str, place: Place) -> Self {
        self.related.push((label, place));
        self
    }

    /// With the text of a library's own error.
    #[must_use]
    pub(crate) fn detail(mut self, text: impl Into<String>) -> Self {
        self.detail = Some(text.into());
        self
    }
}

/// A growing list of findings.
#[derive(Clone, Debug, Default)]
pub(crate) struct Diagnostics {
    items: Vec<Diagnostic>,
}

impl Diagnostics {
    /// Adds one.
    pub(crate) fn push(&mut self, diagnostic: Diagnostic) {
        self.items.push(diagnostic);
    }

    /// Adds all of another list.
    pub(crate) fn extend(&mut self, other: Self) {
        self.items.extend(other.items);
    }

    /// Lets go of what later stages know to be no fault.
    pub(crate) fn retain(&mut self, stands: impl FnMut(&Diagnostic) -> bool) {
        self.items.retain(stands);
    }

    /// What was found so far, in the order of finding.
    #[must_use]
    pub(crate) fn items(&self) -> &[Diagnostic] {
        &self.items
    }

    /// Gives up the list.
    #[must_use]
    pub(crate) fn into_items(self) -> Vec<Diagnostic> {
        self.items
    }
}

/// A finding whose place is known in lines and columns, ready to be put into words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Finding {
    /// What was found.
    pub diagnostic: Diagnostic,
    /// Where, if it is in a file.
    pub spot: Option<Spot>,
    /// Label keys and places of what is worth seeing beside it.
    pub related: Vec<(&'static str, Spot)>,
}

/// A place in lines and columns.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Spot {
    /// The file.
    pub file: FileId,
    /// Its path in the content tree (or `themes/…`).
    pub path: String,
    /// Bytes of its decoded text; `None` for the whole file.
    pub span: Option<Span>,
    /// Line and column of the first byte; `None` for the whole file.
    pub at: Option<LineColumn>,
}
