//! What is searched: units, the smallest pieces of text that have an address, gathered sheet by sheet.

use std::sync::Arc;

use crate::base::{Date, OutPath};

/// Most letters of a page's unit that are kept to show; units of rules and instructions are kept whole.
pub(super) const SHOWN: usize = 220;

/// What a unit is. The number is part of the index: ranks and filters know the kind of a unit without its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Section = 0,
    Clause = 1,
    Item = 2,
    /// A heading, paragraph or step of an instruction.
    Instruction = 3,
    /// An order, its point, or a decision.
    Order = 4,
    Term = 5,
    Act = 6,
    Role = 7,
    /// A question of parents that the texts answer.
    Question = 8,
    /// A heading of an ordinary page with the text under it.
    Page = 9,
    /// A question to which the texts are silent.
    Silent = 10,
}

/// How a piece of text counts towards finding a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    /// The unit's own words.
    Own,
    /// What explains a term or act.
    Meaning,
    /// The line that introduces a list, for its items.
    Lead,
    /// The heading above.
    Heading,
    /// The title of the page.
    Title,
    /// Another wording of a question, for the question.
    Wording,
    /// A question whose answer the unit is, or another wording of it.
    Asked,
    /// A heading of an instruction, or a role, that names the unit as its ground.
    Explained,
    /// A step under such a heading.
    Step,
}

/// A piece of text with an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Unit {
    pub(super) kind: Kind,
    /// On the page of its sheet, without `#`.
    pub(super) anchor: Option<String>,
    /// `2.4/7`, for clauses, items and sections.
    pub(super) address: Option<String>,
    /// Which абзац of its clause it is, for items.
    pub(super) paragraph: Option<u32>,
    /// Headings above it, the outermost first; units under one heading share its text.
    pub(super) path: Vec<Arc<str>>,
    /// What is shown.
    pub(super) text: String,
    /// Whether what is shown is searched as its own words.
    by_text: bool,
    /// What else is searched.
    pub(super) fields: Vec<(Field, Arc<str>)>,
}

/// A text that counts for several units in a row: a lead line, a heading, a title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Shared {
    pub(super) field: Field,
    pub(super) text: String,
    /// First unit, by its place in the sheet.
    pub(super) first: usize,
    pub(super) count: usize,
}

/// The units of one source on one page, in reading order.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sheet {
    /// Names the sheet for good, whatever is around it.
    pub(super) key: String,
    pub(super) page: Option<OutPath>,
    pub(super) title: String,
    pub(super) regulation: Option<String>,
    pub(super) edition: Option<Date>,
    /// A text that another edition has taken the place of: searched only when asked for.
    pub(super) superseded: bool,
    /// Bits by [`crate::schema::records::Audience`], in the order of its variants; none for everybody.
    pub(super) audience: u8,
    pub(super) units: Vec<Unit>,
    pub(super) shared: Vec<Shared>,
}

impl Unit {
    /// A unit that is found by its own text.
    pub(super) fn new(kind: Kind, anchor: Option<String>, text: String) -> Self {
        Self { kind, anchor, address: None, paragraph: None, path: Vec::new(), text, by_text: true, fields: Vec::new() }
    }

    /// With another field.
    pub(super) fn with(mut self, field: Field, text: impl Into<Arc<str>>) -> Self {
        self.fields.push((field, text.into()));
        self
    }

    /// With another text to show; it is still found by the words that it was made of.
    pub(super) fn showing(mut self, text: String) -> Self {
        let own = std::mem::replace(&mut self.text, text);
        if std::mem::take(&mut self.by_text) {
            self.fields.insert(0, (Field::Own, own.into()));
        }
        self
    }

    /// What is searched, its own words first.
    pub(super) fn searched(&self) -> impl Iterator<Item = (Field, &str)> {
        let own = self.by_text.then_some((Field::Own, self.text.as_str()));
        own.into_iter().chain(self.fields.iter().map(|(field, text)| (*field, &**text)))
    }
}

impl Sheet {
    /// Lets go of what is searched once it is weighed; what is shown stays.
    pub(super) fn forget_words(&mut self) {
        self.shared = Vec::new();
        for unit in &mut self.units {
            unit.fields = Vec::new();
            // Of a long text of a page only the beginning is shown.
            if let (Kind::Page, Some((end, _))) = (unit.kind, unit.text.char_indices().nth(SHOWN + 1)) {
                unit.text.truncate(end);
            }
            unit.text.shrink_to_fit();
        }
        self.units.shrink_to_fit();
    }

    /// Lets a text count for the units from `first` to the end.
    pub(super) fn share(&mut self, field: Field, text: &str, first: usize) {
        let count = self.units.len().saturating_sub(first);
        if count > 0 && !text.is_empty() {
            self.shared.push(Shared { field, text: text.to_owned(), first, count });
        }
    }
}
