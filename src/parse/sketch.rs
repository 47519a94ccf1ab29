//! For tests: trees written in a line or two, so that a test shows data and not constructors.

use super::doc::{ActText, Block, BlockKind, Inline, ListItem, Part};

/// Blocks, one after another: `p(текст) ul(1[p(а)] 2[p(б)])`.
pub(super) fn blocks(blocks: &[Block]) -> String {
    blocks.iter().map(block).collect::<Vec<_>>().join(" ")
}

fn block(block: &Block) -> String {
    let mut text = match &block.kind {
        BlockKind::Heading { level, inlines: i } => format!("h{level}({})", inlines(i)),
        BlockKind::Paragraph(i) => format!("p({})", inlines(i)),
        BlockKind::List(list) => {
            let name = if list.start.is_some() { "ol" } else { "ul" };
            let loose = if list.tight { "" } else { "~" };
            let items: Vec<_> = list.items.iter().map(item).collect();
            format!("{name}{loose}({})", items.join(" "))
        }
        BlockKind::Quote { alert, blocks: inner } => {
            format!("quote{}({})", alert.map_or(String::new(), |a| format!(":{a:?}")), blocks(inner))
        }
        BlockKind::Code { language, text } => format!("code:{language}({})", text.trim_end()),
        BlockKind::Table(table) => {
            let row = |cells: &Vec<Vec<Inline>>| cells.iter().map(|c| inlines(c)).collect::<Vec<_>>().join("|");
            let rows: Vec<_> = std::iter::once(&table.head).chain(&table.rows).map(row).collect();
            format!("table({})", rows.join(" / "))
        }
        BlockKind::Definitions(definitions) => {
            let one = |d: &super::doc::Definition| {
                let meanings: Vec<_> = d.meanings.iter().map(|m| blocks(m)).collect();
                format!("{} = {}", inlines(&d.term), meanings.join(" = "))
            };
            format!("dl({})", definitions.iter().map(one).collect::<Vec<_>>().join("; "))
        }
        BlockKind::Html(html) => format!("html({})", html.trim_end()),
        BlockKind::Rule => "hr".to_owned(),
    };
    if let Some(anchor) = &block.anchor {
        text.push_str(&format!("#{anchor}"));
    }
    if let Some(paragraph) = block.paragraph {
        text.push_str(&format!("§{paragraph}"));
    }
    text
}

fn item(item: &ListItem) -> String {
    let mut text = item.number.map_or(String::new(), |n| n.to_string());
    text.push_str(&format!("[{}]", blocks(&item.blocks)));
    if let Some(task) = item.task {
        text.push_str(if task { "+" } else { "-" });
    }
    if let Some(anchor) = &item.anchor {
        text.push_str(&format!("#{anchor}"));
    }
    if let Some(paragraph) = item.paragraph {
        text.push_str(&format!("§{paragraph}"));
    }
    text
}

/// Inlines: `а *б* **в** <link|г> {sferum#2.4|п. 2.4}`.
pub(super) fn inlines(inlines: &[Inline]) -> String {
    let wrap = |sign: &str, inner: &[Inline]| format!("{sign}{}{sign}", self::inlines(inner));
    inlines
        .iter()
        .map(|inline| match inline {
            Inline::Text(text) => text.clone(),
            Inline::Code(text) => format!("`{text}`"),
            Inline::Emphasis(inner) => wrap("*", inner),
            Inline::Strong(inner) => wrap("**", inner),
            Inline::Strike(inner) => wrap("~~", inner),
            Inline::Superscript(inner) => wrap("^", inner),
            Inline::Subscript(inner) => wrap(",", inner),
            Inline::Link(link) => {
                format!("<{}{}|{}>", if link.wiki { "wiki:" } else { "" }, link.to, self::inlines(&link.children))
            }
            Inline::Image(image) => format!("<!{}|{}>", image.to, image.alt),
            Inline::FootnoteReference(label) => format!("[^{label}]"),
            Inline::SoftBreak => "/".to_owned(),
            Inline::HardBreak => "//".to_owned(),
            Inline::Html(html) => html.clone(),
            Inline::Reference(r) => {
                let paragraph = r.paragraph.map_or(String::new(), |p| format!("¶{p}"));
                format!("{{{}{paragraph}|{}}}", r.address, r.text)
            }
            Inline::Term { id, text } => format!("{{t:{id}|{text}}}"),
            Inline::Act { id, text } => format!("{{a:{id}|{text}}}"),
        })
        .collect()
}

/// An act: a line for the preamble and one for each part, deeper parts indented.
pub(super) fn act(act: &ActText) -> String {
    let mut lines = Vec::new();
    if !act.preamble.is_empty() {
        lines.push(blocks(&act.preamble));
    }
    for part in &act.parts {
        part_lines(part, 0, &mut lines);
    }
    lines.join("\n")
}

fn part_lines(part: &Part, depth: usize, lines: &mut Vec<String>) {
    let mut line = format!("{}{}", "  ".repeat(depth), part.anchor);
    if !part.title.is_empty() {
        line.push_str(&format!(" «{}»", inlines(&part.title)));
    }
    if !part.blocks.is_empty() {
        line.push_str(&format!(" {}", blocks(&part.blocks)));
    }
    lines.push(line);
    for child in &part.children {
        part_lines(child, depth + 1, lines);
    }
}
