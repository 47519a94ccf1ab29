//! Tests of the tree made from markdown.

use super::*;
use crate::parse::doc::{Block, BlockKind, Inline};
use crate::parse::sketch;

fn doc(text: &str) -> Doc {
    parse(FileId(0), text, 0, &mut Diagnostics::default())
}

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(sketch::blocks(&doc(text).blocks), expected);
    // Line ends of Windows change nothing.
    assert_eq!(sketch::blocks(&doc(&text.replace('\n', "\r\n")).blocks), expected);
}

#[test]
fn running_text() {
    check("*а* **б** ~~в~~ `г`\nд  \nе", "p(*а* **б** ~~в~~ `г`/д//е)");
    check("10 &lt; 20, 2\\*2, &copy;", "p(10 < 20, 2*2, ©)");
    check("\"прямые кавычки\" -- и тире...", "p(\"прямые кавычки\" -- и тире...)");
}

#[test]
fn links() {
    check("[а](b.md \"т\") <https://b.ru> <a@b.ru>", "p(<b.md|а> <https://b.ru|https://b.ru> <mailto:a@b.ru|a@b.ru>)");
    check(
        "[[Главная]] [[Page|так]] ![схема *шага*](x.png)",
        "p(<wiki:Главная|Главная> <wiki:Page|так> <!x.png|схема шага>)",
    );
    check("[а][1]\n\n[1]: b.md", "p(<b.md|а>)");
}

#[test]
fn lists() {
    check("- а\n- б\n  - в\n", "ul([p(а)] [p(б) ul([p(в)])])");
    check("1. а\n\n   б\n3. в\n", "ol~(1[p(а) p(б)] 3[p(в)])");
    check("- [x] а\n- [ ] б\n", "ul([p(а)]+ [p(б)]-)");
    check("- # а\n  б\n- ```\n  в\n  ```\n", "ul([h1(а)#a p(б)] [code:(в)])");
    check("7) а\n", "ol(7[p(а)])");
}

#[test]
fn other_blocks() {
    check("> [!NOTE]\n> а\n", "quote:Note(p(а))");
    check("> а\nб\n", "quote(p(а/б))");
    check("| а | б |\n|---|:-:|\n| в | *г* |\n", "table(а|б / в|*г*)");
    check("термин\n: значение\n: другое\n", "dl(термин = p(значение) = p(другое))");
    check("```rust,ignore\nlet x;\n```\n", "code:rust(let x;)");
    check("    код\n", "code:(код)");
    check("<div>\nа\n</div>\n\n---\n", "html(<div>\nа\n</div>) hr");
}

#[test]
fn footnotes_stand_apart() {
    let doc = doc("а[^1]\n\n[^1]: сноска\n\nб");
    assert_eq!(sketch::blocks(&doc.blocks), "p(а[^1]) p(б)");
    assert_eq!(
        (doc.footnotes[0].label.as_str(), sketch::blocks(&doc.footnotes[0].blocks).as_str()),
        ("1", "p(сноска)")
    );
}

#[test]
fn names_of_headings() {
    check("# Приказы\n## Приказы\n## А {#свой}\n", "h1(Приказы)#prikazy h2(Приказы)#prikazy-2 h2(А)#свой");
    check("Заголовок\nв две строки\n===\n", "h1(Заголовок/в две строки)#zagolovok-v-dve-stroki");
}

#[track_caller]
fn check_spans(text: &str, body: usize, expected: &[&str]) {
    fn walk(blocks: &[Block], text: &str, seen: &mut Vec<String>) {
        for block in blocks {
            seen.push(text[block.span.range()].to_owned());
            match &block.kind {
                BlockKind::List(list) => {
                    for item in &list.items {
                        seen.push(text[item.span.range()].to_owned());
                        walk(&item.blocks, text, seen);
                    }
                }
                BlockKind::Quote { blocks, .. } => walk(blocks, text, seen),
                BlockKind::Paragraph(inlines) => {
                    for inline in inlines {
                        if let Inline::Link(link) = inline {
                            seen.push(text[link.span.range()].to_owned());
                        }
                    }
                }
                _ => {}
            }
        }
    }
    let doc = parse(FileId(0), text, body, &mut Diagnostics::default());
    let mut seen = Vec::new();
    walk(&doc.blocks, text, &mut seen);
    assert_eq!(seen, expected);
}

#[test]
fn spans_are_those_of_the_file() {
    check_spans(
        "---\na: 1\n---\n# Ёж\r\n\r\nтекст [там](x.md)\r\n\r\n- а\n- б\n\n> в\n",
        "---\na: 1\n---\n".len(),
        &["# Ёж", "текст [там](x.md)", "[там](x.md)", "- а\n- б", "- а", "а", "- б", "б", "> в", "в"],
    );
}

#[track_caller]
fn check_deep(text: &str) {
    let mut out = Diagnostics::default();
    let doc = parse(FileId(0), text, 0, &mut out);
    assert_eq!(out.items().iter().map(|d| d.code).collect::<Vec<_>>(), [codes::TOO_DEEP]);
    // The words stay, and the tree can be cloned, compared and dropped.
    assert!(sketch::blocks(&doc.clone().blocks).contains("слово"));
}

#[test]
fn no_depth_breaks_the_tree() {
    let n = 100_000;
    check_deep(&format!("{}слово", "> ".repeat(n)));
    check_deep(&format!("{}слово", "- ".repeat(n)));
    check_deep(&format!("{}слово\n\nи\n", "> 1. ".repeat(n)));
    check_deep(&format!("{}слово\n{}", "- ".repeat(n), "строка\n".repeat(2000)));
    check_deep(&format!("{}слово{}", "![".repeat(n), "](x)".repeat(n)));
    check_deep(&format!("{}слово{}", "*а **".repeat(500), "** а*".repeat(500)));
    let mut flat = Diagnostics::default();
    parse(FileId(0), &format!("{}слово{}", "[".repeat(n), "]".repeat(n)), 0, &mut flat);
    assert_eq!(flat.items(), []);
}

#[test]
fn what_is_too_deep_joins_the_last_level() {
    let text: String = (0..40).map(|i| format!("{}- {i}\n", "  ".repeat(i))).collect();
    let sketch = sketch::blocks(&doc(&text).blocks);
    for i in 0..40 {
        assert!(sketch.contains(&format!("p({i})")), "{i}");
    }
}

#[test]
fn outlines() {
    let doc =
        doc("<!-- -->\n# Глава\n\n[а](b.md) ![в](г.png)\n\n- ## Ниже\n\n| [т](x) |\n|-|\n\nа[^1]\n\n[^1]: [[Wiki]]\n");
    let outline = crate::parse::outline::outline(&doc);
    assert_eq!(outline.title.as_deref(), Some("Глава"));
    assert_eq!(outline.headings.iter().map(|h| h.anchor.as_str()).collect::<Vec<_>>(), ["glava", "nizhe"]);
    let links: Vec<_> = outline.links.iter().map(|l| (l.to.as_str(), l.image, l.wiki)).collect();
    assert_eq!(links, [("b.md", false, false), ("г.png", true, false), ("x", false, false), ("Wiki", false, true)]);
    assert_eq!(outline.anchors, ["glava", "nizhe"]);
}
