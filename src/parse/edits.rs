//! Small repairs of a text before it is read as markdown, with the way back to places of the text as it was.

use crate::base::Span;

/// A piece of text put in place of another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Edit {
    /// First byte of the piece that is taken out.
    pub(super) start: usize,
    /// One past its last byte.
    pub(super) end: usize,
    /// What stands there instead.
    pub(super) put: &'static str,
}

/// A text after its repairs, or as it was if there were none.
pub(super) struct Edited<'t> {
    pub(super) text: std::borrow::Cow<'t, str>,
    /// For each edit: where its new piece begins and ends in the new text, and where the old piece ended in the old.
    steps: Vec<(usize, usize, usize, usize)>,
    /// Where the text begins in its file.
    base: usize,
}

impl<'t> Edited<'t> {
    /// The part of a file from `base` on, as it is.
    pub(super) fn whole(file_text: &'t str, base: usize) -> Self {
        Self { text: file_text.get(base..).unwrap_or_default().into(), steps: Vec::new(), base }
    }

    /// Applies edits, given in the order of the text and not overlapping, to the part of a file from `base` on.
    pub(super) fn new(file_text: &'t str, base: usize, edits: &[Edit]) -> Self {
        let old = file_text.get(base..).unwrap_or_default();
        if edits.is_empty() {
            return Self::whole(file_text, base);
        }
        let mut text = String::with_capacity(old.len() + edits.len() * 2);
        let mut steps = Vec::with_capacity(edits.len());
        let mut done = 0;
        for edit in edits {
            text.push_str(old.get(done..edit.start).unwrap_or_default());
            let start = text.len();
            text.push_str(edit.put);
            steps.push((start, text.len(), edit.start, edit.end));
            done = edit.end;
        }
        text.push_str(old.get(done..).unwrap_or_default());
        Self { text: text.into(), steps, base }
    }

    /// A place of the new text in coordinates of the file.
    pub(super) fn offset(&self, at: usize) -> usize {
        let after = self.steps.partition_point(|step| step.0 <= at);
        let old = match after.checked_sub(1).and_then(|i| self.steps.get(i)) {
            None => at,
            Some(&(_, new_end, _, old_end)) if at >= new_end => old_end + (at - new_end),
            // Inside the new piece: the whole of it stands for the old one.
            Some(&(new_start, _, old_start, old_end)) => {
                if at == new_start {
                    old_start
                } else {
                    old_end
                }
            }
        };
        self.base + old
    }

    /// A range of the new text in coordinates of the file.
    pub(super) fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.offset(start), self.offset(end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_lead_back() {
        let file = "шапка|раз • два\nтри";
        let base = "шапка|".len();
        let body = &file[base..];
        let bullet = body.find('•').unwrap();
        let line = body.find("три").unwrap();
        let edits =
            [Edit { start: bullet, end: bullet + "•".len(), put: "-" }, Edit { start: line, end: line, put: "\n" }];
        let edited = Edited::new(file, base, &edits);
        assert_eq!(edited.text, "раз - два\n\nтри");
        for word in ["раз", "два", "три"] {
            let at = edited.text.find(word).unwrap();
            let span = edited.span(at, at + word.len());
            assert_eq!(&file[span.range()], word);
        }
        let dash = edited.text.find('-').unwrap();
        assert_eq!(&file[edited.span(dash, dash + 1).range()], "•");
        assert_eq!(edited.offset(edited.text.len()), file.len());
    }
}
