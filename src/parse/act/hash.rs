//! The text hash of an edition: the words and numbers, whatever the markup and the line breaks.
//!
//! `v1:` and the sha256, in lower-case hexadecimal, of lines `number TAB text LF` in UTF-8, NFC. The number is the
//! anchor of the place without its first letter (`2.4`, `2.4-7`, `2.4-a5`), as printed even where it is repeated, and
//! empty where there is none. Runs of white space are one space. A row of a table is one line, its cells parted by
//! spaces; code is its text, a picture its text alternative; raw HTML and links' destinations do not count. Footnotes
//! come last, under `^` and their label.

use std::fmt::Write;

use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;

use crate::parse::doc::{ActText, Block, BlockKind, ListItem, Part, plain_text};

/// How the hash of a text begins: the version of what is hashed.
pub(crate) const TEXT_HASH: &str = "v1:";

/// The hash of a text.
pub(crate) fn text_hash(act: &ActText) -> String {
    let mut sink = Sink(Sha256::new());
    sink.blocks("", &act.preamble);
    for part in &act.parts {
        sink.part(part);
    }
    for footnote in &act.footnotes {
        sink.blocks(&format!("^{}", footnote.label), &footnote.blocks);
    }
    sink.0.finalize().iter().fold(TEXT_HASH.to_owned(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

struct Sink(Sha256);

impl Sink {
    fn part(&mut self, part: &Part) {
        let number = part.number.as_ref().map_or_else(String::new, ToString::to_string);
        if !part.title.is_empty() || part.level > 0 {
            self.line(&number, &plain_text(&part.title));
        }
        self.blocks(&number, &part.blocks);
        for child in &part.children {
            self.part(child);
        }
    }

    /// `number` is that of the clause or item around the blocks.
    fn blocks(&mut self, number: &str, blocks: &[Block]) {
        for block in blocks {
            match &block.kind {
                BlockKind::Heading { inlines, .. } => self.line(number, &plain_text(inlines)),
                BlockKind::Paragraph(inlines) => {
                    let own = block.anchor.as_deref().and_then(|a| a.rsplit_once("-a")).map(|(_, n)| n);
                    match own {
                        Some(paragraph) => {
                            let clause = number.split('-').next().unwrap_or_default();
                            self.line(&format!("{clause}-a{paragraph}"), &plain_text(inlines));
                        }
                        None => self.line(number, &plain_text(inlines)),
                    }
                }
                BlockKind::List(list) => {
                    for item in &list.items {
                        self.item(number, item);
                    }
                }
                BlockKind::Quote { blocks, .. } => self.blocks(number, blocks),
                BlockKind::Code { text, .. } => self.line(number, text),
                BlockKind::Table(table) => {
                    for row in std::iter::once(&table.head).chain(&table.rows) {
                        let cells: Vec<_> = row.iter().map(|c| plain_text(c)).collect();
                        self.line(number, &cells.join(" "));
                    }
                }
                BlockKind::Definitions(definitions) => {
                    for definition in definitions {
                        self.line(number, &plain_text(&definition.term));
                        for meaning in &definition.meanings {
                            self.blocks(number, meaning);
                        }
                    }
                }
                BlockKind::Html(_) | BlockKind::Rule => {}
            }
        }
    }

    fn item(&mut self, number: &str, item: &ListItem) {
        // Items have a place of their own in clauses only.
        if item.path.is_empty() {
            return self.blocks(number, &item.blocks);
        }
        let clause = number.split('-').next().unwrap_or_default();
        let steps: String = item.path.iter().map(|n| format!("-{n}")).collect();
        self.blocks(&format!("{clause}{steps}"), &item.blocks);
    }

    fn line(&mut self, number: &str, text: &str) {
        self.0.update(number.as_bytes());
        self.0.update(b"\t");
        let mut first = true;
        for word in text.split_whitespace() {
            if !first {
                self.0.update(b" ");
            }
            first = false;
            if word.is_ascii() {
                self.0.update(word.as_bytes());
            } else {
                self.0.update(word.nfc().collect::<String>().as_bytes());
            }
        }
        self.0.update(b"\n");
    }
}
