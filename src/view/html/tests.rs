//! Fragments: hostile text in every place, and the shape of the markup.

use super::*;
use crate::base::{Address, Number, Span};
use crate::parse::doc::{
    Alert, Alignment, BlockKind, Definition, Footnote, Image, Link, List, ListItem, Reference, Table,
};

const HOSTILE: &str = "<script>\"'&";
const HARMLESS: &str = "&lt;script&gt;&quot;&#39;&amp;";

fn labels() -> Labels {
    let word = |w: &str| w.to_owned();
    Labels {
        alerts: ["Примечание", "Совет", "Важно", "Внимание", "Осторожно"].map(word),
        table: word("Таблица"),
        footnotes: word("Сноски"),
        footnote: word("Сноска"),
        back: word("Назад"),
        done: word("сделано"),
        open: word("не сделано"),
    }
}

/// Runs `work` with a writer for the page `regulations/sferum.html`.
fn with<T>(raw_html: bool, work: impl FnOnce(&mut Writer<'_>) -> T) -> T {
    let (page, from) = (OutPath::new("regulations/sferum.html").unwrap(), SitePath::new("a/b.md").unwrap());
    let (links, labels) = (LinkIndex::default(), labels());
    let terms = BTreeMap::from([("chat".to_owned(), "переписка".to_owned())]);
    let (own, labels) = (&page, &labels);
    let files = BTreeMap::new();
    let scope = Scope {
        page: &page,
        own,
        from: &from,
        home: None,
        links: &links,
        raw_html,
        labels,
        terms: &terms,
        files: &files,
    };
    work(&mut Writer::new(scope))
}

fn block(kind: BlockKind) -> Block {
    Block { kind, span: Span::default(), anchor: None, paragraph: None }
}

fn anchored(kind: BlockKind, anchor: &str) -> Block {
    Block { anchor: Some(anchor.to_owned()), ..block(kind) }
}

fn text(text: &str) -> Inline {
    Inline::Text(text.to_owned())
}

fn words(t: &str) -> Block {
    block(BlockKind::Paragraph(vec![text(t)]))
}

fn item(blocks: Vec<Block>, anchor: Option<&str>, task: Option<bool>) -> ListItem {
    let anchor = anchor.map(str::to_owned);
    ListItem { blocks, span: Span::default(), task, anchor, path: Vec::new(), number: None, paragraph: None }
}

fn link(to: &str, children: Vec<Inline>) -> Inline {
    Inline::Link(Link { to: to.to_owned(), title: String::new(), children, span: Span::default(), wiki: false })
}

fn image(to: &str, alt: &str) -> Inline {
    Inline::Image(Image { to: to.to_owned(), title: HOSTILE.to_owned(), alt: alt.to_owned(), span: Span::default() })
}

#[track_caller]
fn check(blocks: &[Block], expected: &str) {
    assert_eq!(with(false, |w| w.blocks(blocks)).0.trim_end(), expected);
}

#[track_caller]
fn check_inline(inline: Inline, expected: &str) {
    assert_eq!(with(false, |w| w.inlines(&[inline])).0, expected);
}

#[test]
fn hostile_text_is_harmless_in_every_inline() {
    let h = || vec![text(HOSTILE)];
    check_inline(text(HOSTILE), HARMLESS);
    check_inline(Inline::Code(HOSTILE.into()), &format!("<code>{HARMLESS}</code>"));
    check_inline(Inline::Emphasis(h()), &format!("<em>{HARMLESS}</em>"));
    check_inline(Inline::Strong(h()), &format!("<strong>{HARMLESS}</strong>"));
    check_inline(Inline::Strike(h()), &format!("<s>{HARMLESS}</s>"));
    check_inline(Inline::Superscript(h()), &format!("<sup>{HARMLESS}</sup>"));
    check_inline(Inline::Subscript(h()), &format!("<sub>{HARMLESS}</sub>"));
    check_inline(Inline::Html(HOSTILE.into()), HARMLESS);
    check_inline(Inline::Html("<!-- в сторону -->".into()), "");
    check_inline(
        link("https://a/?\"><b>&c", h()),
        &format!("<a href=\"https://a/?&quot;&gt;&lt;b&gt;&amp;c\">{HARMLESS}</a>"),
    );
    let term = Inline::Term { id: "a\"b".into(), text: HOSTILE.into() };
    check_inline(term, &format!("<a class=\"term\" href=\"../terms.html#t-a&quot;b\">{HARMLESS}</a>"));
    let act = Inline::Act { id: "273-fz".into(), text: HOSTILE.into() };
    check_inline(act, &format!("<a class=\"act\" href=\"../acts.html#a-273-fz\">{HARMLESS}</a>"));
}

#[test]
fn hostile_text_is_harmless_in_every_block() {
    let h = || vec![text(HOSTILE)];
    let heading = |anchor: &str| anchored(BlockKind::Heading { level: 2, inlines: h() }, anchor);
    check(
        &[heading("a\"b")],
        &format!(
            "<h2 id=\"a&quot;b\">{HARMLESS} <a class=\"self\" href=\"#a&quot;b\" aria-hidden=\"true\" tabindex=\"-1\">#</a></h2>"
        ),
    );
    check(&[block(BlockKind::Html(HOSTILE.into()))], &format!("<pre class=\"raw\">{HARMLESS}</pre>"));
    check(
        &[block(BlockKind::Code { language: "rust\"><b".into(), text: HOSTILE.into() })],
        &format!("<pre tabindex=\"0\"><code class=\"language-rustb\">{HARMLESS}</code></pre>"),
    );
    check(
        &[block(BlockKind::Quote { alert: Some(Alert::Warning), blocks: vec![words(HOSTILE)] })],
        &format!(
            "<div class=\"alert alert-warning\" role=\"note\">\n<p class=\"alert-title\">Внимание</p>\n<p>{HARMLESS}</p>\n</div>"
        ),
    );
    let definition = Definition { term: h(), meanings: vec![vec![words(HOSTILE)]] };
    check(
        &[block(BlockKind::Definitions(vec![definition]))],
        &format!("<dl>\n<dt>{HARMLESS}</dt>\n<dd>{HARMLESS}</dd>\n</dl>"),
    );
}

#[test]
fn only_allowed_schemes_become_links() {
    for to in ["javascript:alert(1)", "JaVaScript:x", "data:text/html,x", "vbscript:x", "file:///etc/passwd", "x"] {
        check_inline(link(to, vec![text("а")]), "а");
    }
    for to in ["https://a", "HTTP://a", "mailto:a@b", "tel:+7"] {
        check_inline(link(to, vec![text("а")]), &format!("<a href=\"{to}\">а</a>"));
    }
}

#[test]
fn a_link_inside_a_link_is_text() {
    let address = Address::clause(Number::parse("2.4").unwrap());
    let reference = Reference { address, paragraph: None, text: "п. 2.4".into(), span: Span::default() };
    let term = Inline::Term { id: "a".into(), text: "срок".into() };
    let inner = vec![link("https://b", vec![text("б")]), term, Inline::Reference(reference)];
    check_inline(link("https://a", inner), "<a href=\"https://a\">бсрокп. 2.4</a>");
    check_inline(link("https://a", vec![text(" ")]), "<a href=\"https://a\">https://a</a>");
}

#[test]
fn images_of_other_hosts_are_links() {
    check_inline(image("https://a/x.png", "схема"), "<a href=\"https://a/x.png\">схема</a>");
    check_inline(image("javascript:x", ""), "javascript:x");
}

#[test]
fn headings_begin_at_two_and_never_skip() {
    let heading = |level| block(BlockKind::Heading { level, inlines: vec![text("а")] });
    let levels = [2, 4, 3, 6, 1, 2, 2];
    let html = with(false, |w| w.blocks(&levels.map(heading))).0;
    let found: Vec<&str> = html.lines().filter_map(|l| l.get(1..3)).collect();
    assert_eq!(found, ["h2", "h3", "h3", "h4", "h2", "h3", "h3"]);
    check(&[anchored(BlockKind::Heading { level: 2, inlines: vec![text(" ")] }, "x")], "<div id=\"x\"></div>");
}

#[test]
fn an_id_stands_once() {
    let twice = [anchored(words("а").kind, "p2.4"), anchored(words("б").kind, "p2.4")];
    check(&twice, "<p id=\"p2.4\">а</p>\n<p>б</p>");
    assert_eq!(with(false, |w| (w.reserve("p2"), w.reserve("p2"))), (true, false));
}

#[test]
fn lists() {
    let nested = BlockKind::List(List { start: None, tight: true, items: vec![item(vec![words("б")], None, None)] });
    let items = vec![item(vec![words("а"), block(nested)], Some("p2.4-1"), None)];
    check(
        &[block(BlockKind::List(List { start: None, tight: true, items }))],
        "<ul>\n<li id=\"p2.4-1\">а <a class=\"self\" href=\"#p2.4-1\" aria-hidden=\"true\" tabindex=\"-1\">#</a>\n<ul>\n<li>б</li>\n</ul>\n</li>\n</ul>",
    );
    let items = vec![item(vec![words("а")], None, Some(true)), item(vec![words("б")], None, Some(false))];
    check(
        &[block(BlockKind::List(List { start: Some(3), tight: false, items }))],
        "<ol start=\"3\" class=\"tasks\">\n<li><span class=\"task\" role=\"img\" aria-label=\"сделано\">☑</span> <p>а</p>\n</li>\n<li><span class=\"task\" role=\"img\" aria-label=\"не сделано\">☐</span> <p>б</p>\n</li>\n</ol>",
    );
}

#[test]
fn tables_name_their_columns_and_rows() {
    let cell = |t: &str| if t.is_empty() { Vec::new() } else { vec![text(t)] };
    let head = vec![cell(""), cell("минут")];
    let rows = vec![vec![cell("1 класс"), cell("10")], vec![cell("2 класс")]];
    let table = Table { alignments: vec![Alignment::None, Alignment::Right], head, rows };
    check(
        &[block(BlockKind::Table(table))],
        "<div class=\"table\" role=\"group\" tabindex=\"0\" aria-label=\"Таблица\"><table>\n<thead>\n<tr><td></td><th scope=\"col\" class=\"right\">минут</th></tr>\n</thead>\n<tbody>\n<tr><th scope=\"row\">1 класс</th><td class=\"right\">10</td></tr>\n<tr><th scope=\"row\">2 класс</th><td class=\"right\"></td></tr>\n</tbody>\n</table></div>",
    );
}

#[test]
fn footnotes_are_numbered_by_first_call_and_lead_back() {
    let call = |label: &str| Inline::FootnoteReference(label.to_owned());
    let note = |label: &str, inlines: Vec<Inline>| Footnote {
        label: label.to_owned(),
        blocks: vec![block(BlockKind::Paragraph(inlines))],
        span: Span::default(),
    };
    let notes = [note("б", vec![text("второй")]), note("а", vec![text("первый"), call("б")])];
    let (body, end) = with(false, |w| {
        let body = w.blocks(&[block(BlockKind::Paragraph(vec![call("а"), call("а")]))]);
        (body.0, w.footnotes(&notes).0)
    });
    let first = "<sup class=\"footnote\"><a id=\"fnref.1\" href=\"#fn.1\" aria-label=\"Сноска 1\">1</a></sup>";
    let again = "<sup class=\"footnote\"><a href=\"#fn.1\" aria-label=\"Сноска 1\">1</a></sup>";
    assert_eq!(body, format!("<p>{first}{again}</p>\n"));
    let back = |n: u8| format!("<a class=\"back\" href=\"#fnref.{n}\" aria-label=\"Назад\">↩</a>");
    let inner = "<sup class=\"footnote\"><a id=\"fnref.2\" href=\"#fn.2\" aria-label=\"Сноска 2\">2</a></sup>";
    assert_eq!(
        end,
        format!(
            "<section class=\"footnotes\" aria-label=\"Сноски\">\n<ol>\n<li id=\"fn.1\"><p>первый{inner} {}</p></li>\n<li id=\"fn.2\"><p>второй {}</p></li>\n</ol>\n</section>\n",
            back(1),
            back(2)
        )
    );
    assert_eq!(with(false, |w| w.footnotes(&notes)), Html::default());
}

#[test]
fn the_meaning_of_a_term_is_said_once() {
    let term = || Inline::Term { id: "chat".to_owned(), text: "чат".to_owned() };
    let paragraph = block(BlockKind::Paragraph(vec![term(), text(" "), term()]));
    check(
        &[paragraph],
        "<p><a class=\"term\" data-means=\"переписка\" href=\"../terms.html#t-chat\">чат</a> \
         <a class=\"term\" href=\"../terms.html#t-chat\">чат</a></p>",
    );
}

#[test]
fn places_carry_their_citations() {
    let html = with(false, |w| {
        w.cite(BTreeMap::from([("p2.4-a3".to_owned(), "абзац третий пункта 2.4".to_owned())]));
        w.blocks(&[anchored(BlockKind::Paragraph(vec![text("а")]), "p2.4-a3"), anchored(words("б").kind, "x")]).0
    });
    assert_eq!(html, "<p id=\"p2.4-a3\" data-cite=\"абзац третий пункта 2.4\">а</p>\n<p id=\"x\">б</p>\n");
}

#[test]
fn quotations_carry_no_anchors() {
    let blocks = [anchored(BlockKind::Paragraph(vec![text("а"), Inline::FootnoteReference("б".into())]), "p2")];
    let html = with(false, |w| Writer::quoting(w.scope).blocks(&blocks));
    assert_eq!(html.0, "<p>а</p>\n");
}

#[test]
fn raw_html_is_cleaned_where_allowed() {
    let blocks = [
        block(BlockKind::Html("<details onclick=x><summary>а</summary>".into())),
        words("б"),
        block(BlockKind::Html("</details><script>x</script>".into())),
    ];
    let html = with(true, |w| w.blocks(&blocks));
    assert_eq!(html.0.trim_end(), "<details><summary>а</summary>\n<p>б</p>\n</details>");
}
