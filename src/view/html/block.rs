//! Blocks: headings, paragraphs, lists, tables and the rest.

use crate::parse::doc::{Alert, Alignment, Block, BlockKind, Definition, Inline, List, ListItem, Table, plain_text};

use super::{TocEntry, Writer, inline};

impl Writer<'_> {
    pub(super) fn block(&mut self, block: &Block) {
        let anchor = block.anchor.as_deref();
        match &block.kind {
            BlockKind::Heading { level, inlines } => self.heading(*level, inlines, anchor),
            BlockKind::Paragraph(inlines) => self.paragraph(inlines, anchor),
            BlockKind::List(list) => self.list(list),
            BlockKind::Quote { alert, blocks } => self.quote(*alert, blocks),
            BlockKind::Code { language, text } => self.code(language, text),
            BlockKind::Table(table) => self.table(table),
            BlockKind::Definitions(definitions) => self.definitions(definitions),
            BlockKind::Html(text) => self.html_block(text),
            BlockKind::Rule => self.out.push_str("<hr>\n"),
        }
    }

    /// Headings of a page begin at `h2` (its title is the `h1`) and never skip a level, whatever the source has.
    fn heading(&mut self, level: u8, inlines: &[Inline], anchor: Option<&str>) {
        let text = plain_text(inlines);
        if text.trim().is_empty() {
            // A heading that says nothing would be an empty heading: its anchor stays.
            if anchor.is_some() {
                self.out.push_str("<div");
                self.push_id(anchor);
                self.out.push_str("></div>\n");
            }
            return;
        }
        while self.levels.last().is_some_and(|&open| open >= level) {
            self.levels.pop();
        }
        let depth = u8::try_from(self.levels.len()).unwrap_or(u8::MAX);
        self.levels.push(level);
        let tag = ["h2", "h3", "h4", "h5", "h6"].get(usize::from(depth)).copied().unwrap_or("h6");
        self.out.push('<');
        self.out.push_str(tag);
        self.push_id(anchor);
        self.out.push('>');
        self.push_inlines(inlines);
        if let Some(anchor) = anchor.filter(|_| !self.quoting) {
            self.permalink(anchor);
            if depth < 2 {
                self.toc.push(TocEntry { anchor: anchor.to_owned(), text, depth: depth + 1 });
            }
        }
        self.close(tag);
        self.out.push('\n');
    }

    /// A sign to copy the address by; hidden from readers by ear, who have the contents of the page.
    fn permalink(&mut self, anchor: &str) {
        self.out.push_str(" <a class=\"self\"");
        self.push_attribute("href", &format!("#{anchor}"));
        self.out.push_str(" aria-hidden=\"true\" tabindex=\"-1\">#</a>");
    }

    fn paragraph(&mut self, inlines: &[Inline], anchor: Option<&str>) {
        if let [Inline::Image(image)] = inlines
            && !image.title.is_empty()
        {
            self.out.push_str("<figure");
            self.push_id(anchor);
            self.out.push('>');
            self.push_inlines(inlines);
            self.out.push_str("<figcaption>");
            self.push_text(&image.title);
            self.out.push_str("</figcaption></figure>\n");
            return;
        }
        self.out.push_str("<p");
        self.push_id(anchor);
        self.out.push('>');
        self.push_inlines(inlines);
        self.out.push_str("</p>\n");
    }

    fn list(&mut self, list: &List) {
        if list.items.is_empty() {
            return;
        }
        let tag = if list.start.is_some() { "ol" } else { "ul" };
        self.out.push('<');
        self.out.push_str(tag);
        if let Some(start) = list.start.filter(|&s| s != 1) {
            self.push_attribute("start", &start.to_string());
        }
        if list.items.iter().any(|i| i.task.is_some()) {
            self.push_attribute("class", "tasks");
        }
        self.out.push_str(">\n");
        let mut expected = list.start;
        for item in &list.items {
            // Printed numbers are never changed: one that does not follow is said.
            let out_of_turn = item.number.filter(|_| item.number != expected);
            self.item(item, list.tight, out_of_turn);
            expected = item.number.or(expected).and_then(|n| n.checked_add(1));
        }
        self.close(tag);
        self.out.push('\n');
    }

    fn item(&mut self, item: &ListItem, tight: bool, number: Option<u64>) {
        self.out.push_str("<li");
        if let Some(number) = number {
            self.push_attribute("value", &number.to_string());
        }
        self.push_id(item.anchor.as_deref());
        self.out.push('>');
        if let Some(done) = item.task {
            let (sign, label) =
                if done { ("☑", self.scope.labels.done.clone()) } else { ("☐", self.scope.labels.open.clone()) };
            self.out.push_str("<span class=\"task\" role=\"img\"");
            self.push_attribute("aria-label", &label);
            self.out.push('>');
            self.out.push_str(sign);
            self.out.push_str("</span> ");
        }
        let mut linked = item.anchor.as_deref().filter(|_| !self.quoting);
        for (i, block) in item.blocks.iter().enumerate() {
            match &block.kind {
                BlockKind::Paragraph(inlines) if tight && block.anchor.is_none() => {
                    if i > 0 {
                        self.out.push('\n');
                    }
                    self.push_inlines(inlines);
                    if let Some(anchor) = linked.take() {
                        self.permalink(anchor);
                    }
                    if i + 1 < item.blocks.len() {
                        self.out.push('\n');
                    }
                }
                BlockKind::Paragraph(inlines) if linked.is_some() => {
                    self.out.push_str("<p");
                    self.push_id(block.anchor.as_deref());
                    self.out.push('>');
                    self.push_inlines(inlines);
                    if let Some(anchor) = linked.take() {
                        self.permalink(anchor);
                    }
                    self.out.push_str("</p>\n");
                }
                _ => self.block(block),
            }
        }
        self.out.push_str("</li>\n");
    }

    fn quote(&mut self, alert: Option<Alert>, blocks: &[Block]) {
        let Some(alert) = alert else {
            self.out.push_str("<blockquote>\n");
            self.inner(blocks);
            self.out.push_str("</blockquote>\n");
            return;
        };
        let (class, at) = match alert {
            Alert::Note => ("note", 0),
            Alert::Tip => ("tip", 1),
            Alert::Important => ("important", 2),
            Alert::Warning => ("warning", 3),
            Alert::Caution => ("caution", 4),
        };
        let title = self.scope.labels.alerts.get(at).cloned().unwrap_or_default();
        self.out.push_str(&format!("<div class=\"alert alert-{class}\" role=\"note\">\n<p class=\"alert-title\">"));
        self.push_text(&title);
        self.out.push_str("</p>\n");
        self.inner(blocks);
        self.out.push_str("</div>\n");
    }

    pub(super) fn inner(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn code(&mut self, language: &str, text: &str) {
        let name: String = language
            .split([' ', ',', '{'])
            .next()
            .unwrap_or("")
            .chars()
            .filter(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '_' | '#'))
            .collect();
        // A line too long scrolls inside its own box, which the keyboard must be able to reach.
        self.out.push_str("<pre tabindex=\"0\"><code");
        if !name.is_empty() {
            self.push_attribute("class", &format!("language-{name}"));
        }
        self.out.push('>');
        super::push_escaped(&mut self.out, text);
        self.out.push_str("</code></pre>\n");
    }

    fn table(&mut self, table: &Table) {
        let label = self.scope.labels.table.clone();
        self.out.push_str("<div class=\"table\" role=\"group\" tabindex=\"0\"");
        self.push_attribute("aria-label", &label);
        self.out.push_str("><table>\n");
        let blank = |cell: &[Inline]| plain_text(cell).trim().is_empty();
        let width = table.rows.iter().map(Vec::len).chain([table.head.len()]).max().unwrap_or(0);
        // A table whose first heading is empty names its rows in the first column.
        let row_heads = width > 1 && table.head.first().is_some_and(|c| blank(c));
        if !table.head.iter().all(|c| blank(c)) {
            self.out.push_str("<thead>\n<tr>");
            for at in 0..width {
                let cell = table.head.get(at).map_or(&[][..], Vec::as_slice);
                let tag = if blank(cell) { "td" } else { "th scope=\"col\"" };
                self.cell(tag, cell, table.alignments.get(at));
            }
            self.out.push_str("</tr>\n</thead>\n");
        }
        self.out.push_str("<tbody>\n");
        for row in &table.rows {
            self.out.push_str("<tr>");
            for at in 0..width {
                let cell = row.get(at).map_or(&[][..], Vec::as_slice);
                let tag = if row_heads && at == 0 && !blank(cell) { "th scope=\"row\"" } else { "td" };
                self.cell(tag, cell, table.alignments.get(at));
            }
            self.out.push_str("</tr>\n");
        }
        if table.rows.is_empty() {
            self.out.push_str(&format!("<tr>{}</tr>\n", "<td></td>".repeat(width.max(1))));
        }
        self.out.push_str("</tbody>\n</table></div>\n");
    }

    fn cell(&mut self, tag: &str, inlines: &[Inline], alignment: Option<&Alignment>) {
        self.out.push('<');
        self.out.push_str(tag);
        match alignment {
            Some(Alignment::Center) => self.out.push_str(" class=\"center\""),
            Some(Alignment::Right) => self.out.push_str(" class=\"right\""),
            Some(Alignment::Left | Alignment::None) | None => {}
        }
        self.out.push('>');
        self.push_inlines(inlines);
        self.close(tag.split(' ').next().unwrap_or("td"));
    }

    fn definitions(&mut self, definitions: &[Definition]) {
        let full: Vec<&Definition> = definitions.iter().filter(|d| !d.meanings.is_empty()).collect();
        if full.is_empty() {
            return;
        }
        self.out.push_str("<dl>\n");
        for definition in full {
            self.out.push_str("<dt>");
            self.push_inlines(&definition.term);
            self.out.push_str("</dt>\n");
            for meaning in &definition.meanings {
                self.out.push_str("<dd>");
                match &meaning[..] {
                    [Block { kind: BlockKind::Paragraph(inlines), anchor: None, .. }] => self.push_inlines(inlines),
                    blocks => self.inner(blocks),
                }
                self.out.push_str("</dd>\n");
            }
        }
        self.out.push_str("</dl>\n");
    }

    fn html_block(&mut self, text: &str) {
        if self.scope.raw_html {
            self.raw = true;
            self.out.push_str(text);
            self.out.push('\n');
        } else if !inline::is_comment(text) {
            self.out.push_str("<pre class=\"raw\">");
            super::push_escaped(&mut self.out, text.trim_end());
            self.out.push_str("</pre>\n");
        }
    }
}
