//! Footnotes: numbered by their first call on the page, each with a way back.

use std::collections::BTreeMap;

use crate::parse::doc::{BlockKind, Footnote};

use super::{Html, Writer};

impl Writer<'_> {
    pub(super) fn footnote_call(&mut self, label: &str) {
        if self.quoting {
            return;
        }
        let first = !self.note_numbers.contains_key(label);
        if first {
            self.notes.push(label.to_owned());
            self.note_numbers.insert(label.to_owned(), self.notes.len());
        }
        let number = self.note_numbers.get(label).copied().unwrap_or_default();
        if self.in_link {
            self.out.push_str(&format!("<sup>{number}</sup>"));
            return;
        }
        let label = format!("{} {number}", self.scope.labels.footnote);
        self.out.push_str("<sup class=\"footnote\"><a");
        // Only the first call is what the way back leads to. Minted anchors have no dot after letters.
        if first {
            self.push_attribute("id", &format!("fnref.{number}"));
        }
        self.push_attribute("href", &format!("#fn.{number}"));
        self.push_attribute("aria-label", &label);
        self.out.push_str(&format!(">{number}</a></sup>"));
    }

    /// The texts of all footnotes called on the page, as its last section; empty if there are none.
    pub(crate) fn footnotes(&mut self, footnotes: &[Footnote]) -> Html {
        let mut by_label: BTreeMap<&str, &Footnote> = BTreeMap::new();
        for footnote in footnotes {
            by_label.entry(&footnote.label).or_insert(footnote);
        }
        let mut done = 0;
        let mut body = String::new();
        // Footnotes may call footnotes, so the list grows while it is written.
        while let Some(label) = self.notes.get(done).cloned() {
            done += 1;
            let outer = std::mem::take(&mut self.out);
            if let Some(footnote) = by_label.get(label.as_str()) {
                self.footnote(footnote, done);
            } else {
                self.out.push_str(&format!("<li id=\"fn.{done}\"><p>"));
                self.back(done);
                self.out.push_str("</p></li>\n");
            }
            body.push_str(&std::mem::replace(&mut self.out, outer));
        }
        if done == 0 {
            return Html::default();
        }
        let title = self.scope.labels.footnotes.clone();
        self.out.push_str("<section class=\"footnotes\"");
        self.push_attribute("aria-label", &title);
        self.out.push_str(">\n<ol>\n");
        self.out.push_str(&body);
        self.out.push_str("</ol>\n</section>\n");
        self.finish()
    }

    fn footnote(&mut self, footnote: &Footnote, number: usize) {
        self.out.push_str(&format!("<li id=\"fn.{number}\">"));
        let mut linked = false;
        for (i, block) in footnote.blocks.iter().enumerate() {
            match &block.kind {
                BlockKind::Paragraph(inlines) if i + 1 == footnote.blocks.len() => {
                    self.out.push_str("<p>");
                    self.push_inlines(inlines);
                    self.out.push(' ');
                    self.back(number);
                    self.out.push_str("</p>");
                    linked = true;
                }
                _ => self.inner(std::slice::from_ref(block)),
            }
        }
        if !linked {
            self.out.push_str("<p>");
            self.back(number);
            self.out.push_str("</p>");
        }
        self.out.push_str("</li>\n");
    }

    fn back(&mut self, number: usize) {
        let label = self.scope.labels.back.clone();
        self.out.push_str("<a class=\"back\"");
        self.push_attribute("href", &format!("#fnref.{number}"));
        self.push_attribute("aria-label", &label);
        self.out.push_str(">↩</a>");
    }
}
