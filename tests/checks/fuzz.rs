//! Every reader of what comes from outside against a fixed row of spoilt inputs; the long run that learns from coverage is
//! `tests/fuzz/run`. Each input that once broke a promise stands here as well. `FUZZ=20000` runs more rounds.

use std::panic::{AssertUnwindSafe, catch_unwind};

use svod::fuzzing::{BETWEEN, TARGETS, Target};

use crate::harness::dice::{Dice, KEYS, MARKS, spoil};
use crate::harness::{files_below, root};

/// What stands in heads of requests.
const REQUESTS: &[&str] = &[
    "GET / HTTP/1.1\r\n",
    "HEAD /a/b.html?x=1&svod-today=2027-05-01#y HTTP/1.0\r\n",
    "GET http://127.0.0.1:8017/ HTTP/1.1\r\n",
    "Host: localhost\r\n",
    "Host: [::1]:80\r\n",
    "Host: evil.example\r\n",
    "Range: bytes=0-1\r\n",
    "Range: bytes=-",
    "If-None-Match: W/\"a\", *\r\n",
    "Cookie: svod-today=2027-05-01; a=b\r\n",
    "Content-Length: 18446744073709551616\r\n",
    "\r\n\r\n",
    "/..",
    "/%2e%2e",
    "%5c",
    "%00",
    "//evil.example/",
    "/\\evil.example/",
    "/.svod/state?path=",
    "?svod-today=",
    "&q=%D0%B0+",
    "/index.html::$DATA",
    "/con",
    "0-99999999999999999999",
];

/// What stands in questions.
const QUESTIONS: &[&str] = &[
    "сферум",
    "cathev",
    "п. 2.4",
    "пункт 2.10 ",
    "2.1/3",
    "абзац второй пункта 2.1",
    "можно ли писать учителю ночью?",
    "видео-конференц-связь",
    "1.2.3685-21",
    "info@sferum.example",
    "<img src=x onerror=alert(1)>",
    "' OR 1=1 --",
    "\u{301}ё",
    "İſ",
    "мессенджер ",
    "99999999999999999999.1",
];

/// What stands in raw HTML.
const ELEMENTS: &[&str] = &[
    "<p>",
    "</p>",
    "<a href=\"",
    "javascript:x()",
    "data:text/html,",
    "&#x6a;avascript&colon;",
    "\">",
    "<img src=x onerror=x()>",
    "<svg><script>",
    "</script>",
    "<math><mtext><table><mglyph><style>",
    "<!--",
    "--!>",
    "<details open ontoggle=x()>",
    "<table><tr><td>",
    "<section class=\"",
    "<noscript><p title=\"</noscript><img src=x onerror=x()>\">",
    "<b style=\"color:red\" ",
    "<iframe srcdoc='",
    "<form action=",
    "<template>",
    "<textarea>",
    "&lt;",
    "&amp;#60;",
    "<a href=//evil.example>",
    "<base href=//evil.example>",
];

/// What stands in a PDF: as a whole, in the words of a page, in the codes of a font.
const PDF: &[&str] = &[
    "%PDF-1.7\n",
    "1 0 obj <</Type/Catalog /Pages 2 0 R>> endobj\n",
    "2 0 obj <</Type/Pages /Kids [3 0 R 2 0 R] /Count 99999999>> endobj\n",
    "3 0 obj <</Type/Page /Parent 2 0 R /Contents 4 0 R /Resources <</Font <</F 5 0 R>> /XObject <</X 4 0 R>>>>>> endobj\n",
    "4 0 obj <</Type/XObject/Subtype/Form /Length 4 /Filter [/FlateDecode /FlateDecode]>> stream\n",
    "\nendstream endobj\n",
    "xref\n0 9999999\n0000000000 65535 f \n",
    "trailer <</Root 1 0 R /Prev 9 /Size 4294967295 /Encrypt 5 0 R>>\nstartxref\n0\n%%EOF",
    "BT /F 10 Tf ",
    "(ab\\051\\) Tj ",
    "<0041FFFE> Tj ",
    "[(a) -99999999999 (b) 1e38] TJ ",
    "1e38 0 0 -1e38 0 0 cm ",
    "0 0 0 0 0 0 Tm 0 -1 Td T* ",
    "/X Do ",
    "q ",
    "Q ",
    "ET ",
    "BI /W 9 ID ",
    "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FFFFFFFF> endcodespacerange ",
    "1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange ",
    "1 beginbfchar <41> <D800> endbfchar ",
    "<< /A [[[[ ",
    "]]]] >>",
];

/// What stands in files of office programs.
const OFFICE: &[&str] = &[
    "PK\u{3}\u{4}",
    "PK\u{5}\u{6}",
    "<?xml version=\"1.0\" encoding=\"utf-16\"?>",
    "<!DOCTYPE a [<!ENTITY x \"&y;&y;&y;\">]>",
    "<w:document><w:body><w:p>",
    "<w:t>Приказ &x; &#x41; &#1114112; &amp;",
    "<w:tab/><w:br/>",
    "</w:t></w:p>",
    "</w:p></w:p>",
    "<a:sld></a:sld>",
    "<dc:creator>Иванова\u{7}</dc:creator>",
    "<dc:creator><rdf:Seq><rdf:li>А</rdf:li></rdf:Seq></dc:creator>",
    "<![CDATA[ ]]>",
    "<!-- ",
    "<a b=\"",
    "</",
    "<row><c><v>89261234567</v></c></row>",
];

fn fragments(target: &str) -> &'static [&'static str] {
    match target {
        "questions" => QUESTIONS,
        "requests" => REQUESTS,
        "raw_html" => ELEMENTS,
        "pdf" => PDF,
        "office" => OFFICE,
        "data_files" | "front_matter" => KEYS,
        _ => MARKS,
    }
}

/// How often a target is tried, of so many rounds: making a site takes a thousand times as long as reading a head.
fn rounds(target: &str, of: usize) -> usize {
    match target {
        "whole_site" => of / 20,
        "markdown_to_clauses" | "references" | "raw_html" => of / 2,
        _ => of,
    }
}

#[track_caller]
fn check(name: &str, target: Target, bytes: &[u8]) {
    let done = catch_unwind(AssertUnwindSafe(|| target(bytes)));
    let done = done.unwrap_or_else(|_| Err("panicked".to_owned()));
    assert_eq!(done, Ok(()), "{name}: {:?}", String::from_utf8_lossy(bytes));
}

#[test]
fn every_target_holds_its_promises_for_a_row_of_spoilt_inputs() {
    let of = std::env::var("FUZZ").ok().and_then(|n| n.parse().ok()).unwrap_or(400);
    let models: Vec<(String, Vec<u8>)> = files_below(&root().join("content"))
        .into_iter()
        .filter(|(path, _)| path.ends_with(".md") || path.ends_with(".yml"))
        .map(|(path, from)| (path, std::fs::read(from).unwrap()))
        .filter(|(_, bytes)| bytes.len() < 8 << 10)
        .collect();
    for (number, (name, target)) in TARGETS.iter().enumerate() {
        let own = fragments(name);
        for round in 0..rounds(name, of) {
            let mut dice = Dice((number as u64) << 32 | round as u64);
            let mut bytes = Vec::new();
            if *name == "whole_site" {
                for _ in 0..1 + dice.below(5) {
                    bytes.push(u8::try_from(dice.below(256)).unwrap());
                    bytes.extend(
                        (0..dice.below(12)).flat_map(|_| dice.pick(if round % 2 == 0 { KEYS } else { MARKS }).bytes()),
                    );
                    bytes.push(BETWEEN);
                }
            } else if round % 4 == 0 && !matches!(*name, "requests" | "questions" | "pdf" | "office") {
                bytes.clone_from(&models[dice.below(models.len())].1);
            } else {
                if round % 4 == 0 && matches!(*name, "pdf" | "office") {
                    // As a part of a sound file.
                    bytes.push(u8::try_from(dice.below(6)).unwrap());
                }
                bytes.extend((0..dice.below(24)).flat_map(|_| dice.pick(own).bytes()));
            }
            spoil(&mut dice, &mut bytes, 4);
            check(name, *target, &bytes);
        }
    }
}

#[test]
fn inputs_that_once_broke_a_promise_hold_it_now() {
    let broken: &[(&str, &[u8])] = &[
        // A redirect to another site, for browsers read a backslash as a slash.
        ("requests", b"GET /\\evil.example/?svod-today=2027-05-01 HTTP/1.1\r\nHost: localhost\r\n\r\n"),
    ];
    for (name, bytes) in broken {
        let (_, target) = TARGETS.iter().find(|(n, _)| n == name).unwrap();
        check(name, *target, bytes);
    }
}
