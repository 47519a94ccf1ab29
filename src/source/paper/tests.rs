//! Papers of bytes: whatever they are, there is an answer, and it is found in bounded time and memory.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;

use super::*;

fn looked(name: &str, bytes: &[u8]) -> Paper {
    look(&SitePath::new(name).unwrap(), bytes).unwrap()
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut packer = ZlibEncoder::new(Vec::new(), Compression::best());
    packer.write_all(bytes).unwrap();
    packer.finish().unwrap()
}

/// A PDF of one page with this content stream; `more` stands in the dictionary of the stream.
fn page(content: &[u8], more: &str) -> Vec<u8> {
    let head = format!(
        "%PDF-1.4\n1 0 obj <</Type/Catalog /Pages 2 0 R>> endobj\n\
         2 0 obj <</Type/Pages /Kids [3 0 R] /Count 1>> endobj\n\
         3 0 obj <</Type/Page /Parent 2 0 R /Resources <</Font <</F 5 0 R>>>> /Contents 4 0 R>> endobj\n\
         5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica /FirstChar 97 /Widths [500 500 500]>> endobj\n\
         4 0 obj <</Length {}{more}>> stream\n",
        content.len()
    );
    [head.as_bytes(), content, b"\nendstream endobj\ntrailer <</Root 1 0 R>>"].concat()
}

#[track_caller]
fn check_words(content: &str, expected: &str) {
    assert_eq!(looked("a.pdf", &page(content.as_bytes(), "")).text.unwrap(), expected, "{content}");
}

#[test]
fn words_are_parted_as_they_stand_on_the_sheet() {
    check_words("BT /F 10 Tf (ab) Tj (c) Tj ET", "abc");
    check_words("BT /F 10 Tf (a) Tj 5 0 Td (b) Tj ET", "ab");
    check_words("BT /F 10 Tf (a) Tj 9 0 Td (b) Tj ET", "a b");
    check_words("BT /F 10 Tf (a) Tj 0 -12 Td (b) Tj ET", "a\nb");
    check_words("BT /F 10 Tf [(a) -500 (b) 20 (c)] TJ ET", "a bc");
    check_words("BT /F 10 Tf 12 TL (a) Tj (b) ' T* (c) Tj ET", "a\nb\nc");
    check_words("q 2 0 0 2 0 0 cm BT /F 10 Tf (a) Tj ET Q BT /F 10 Tf 10 0 Td (b) Tj ET", "ab");
    check_words("BT /F 10 Tf 1 0 0 1 0 90 Tm (a) Tj 1 0 0 1 0 50 Tm (b) Tj ET", "a\nb");
    check_words("Q Q Q BT /F 10 Tf (a) Tj ET", "a");
    check_words("BT /G 10 Tf (a) Tj ET", "");
}

#[test]
fn a_packed_page_is_read() {
    let pdf = page(&packed(b"BT /F 10 Tf (ab) Tj ET"), " /Filter /FlateDecode");
    assert_eq!(looked("a.pdf", &pdf).text.unwrap(), "ab");
}

#[test]
fn what_unpacks_beyond_measure_is_not_unpacked() {
    let once = packed(&vec![0; 200 << 20]);
    let twice = packed(&once);
    assert_eq!(looked("a.pdf", &page(&once, " /Filter /FlateDecode")).trouble, Some(Trouble::TooDense));
    let nested = page(&twice, " /Filter [/FlateDecode /FlateDecode]");
    assert_eq!(looked("a.pdf", &nested).trouble, Some(Trouble::TooDense));
    let long = page(&packed(&b"BT /F 10 Tf (aaaa) Tj ET ".repeat(600_000)), " /Filter /FlateDecode");
    let long = looked("a.pdf", &long);
    assert_eq!(long.trouble, Some(Trouble::TooDense));
    assert!(long.text.is_some_and(|text| text.len() <= MAX_TEXT));
}

#[test]
fn a_drawing_that_holds_itself_ends() {
    let form =
        "6 0 obj <</Subtype/Form /Length 5 /Resources <</XObject <</X 6 0 R>>>>>> stream\n/X Do\nendstream endobj\n";
    let pdf = String::from_utf8(page(b"/X Do", "")).unwrap();
    let pdf = pdf.replace("/Font", "/XObject <</X 6 0 R>> /Font").replace("trailer", &format!("{form}trailer"));
    assert_eq!(looked("a.pdf", pdf.as_bytes()).text.unwrap(), "");
}

#[test]
fn a_tree_of_pages_that_holds_itself_ends() {
    let pdf = "%PDF-1.4\n1 0 obj <</Type/Catalog /Pages 2 0 R>> endobj\n\
               2 0 obj <</Type/Pages /Kids [2 0 R] /Count 9>> endobj\ntrailer <</Root 1 0 R>>";
    assert_eq!(looked("a.pdf", pdf.as_bytes()).trouble, Some(Trouble::Broken));
}

#[test]
fn no_bytes_panic() {
    let whole = page(b"BT /F 10 Tf (ab) Tj /X Do [(a) 1] TJ ET", "");
    let mut seed = 7_u32;
    for round in 0..400 {
        let mut bytes = whole.clone();
        for _ in 0..=round % 6 {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let at = seed as usize % bytes.len();
            bytes[at] = (seed >> 24) as u8;
        }
        bytes.truncate(bytes.len() - seed as usize % 40);
        for name in ["a.pdf", "a.docx", "a.csv", "a.html", "a.png"] {
            looked(name, &bytes);
        }
    }
    looked("a.pdf", &[b"%PDF-1.4\n1 0 obj ".as_slice(), &b"[".repeat(100_000), b"\ntrailer <</Root 1 0 R>>"].concat());
}

#[test]
fn kinds_that_hold_no_words() {
    assert_eq!(look(&SitePath::new("a.zip").unwrap(), b"PK"), None);
    assert_eq!(look(&SitePath::new("a.pdf").unwrap(), b""), None);
    assert_eq!(looked("a.png", b"\x89PNG\r\n\x1a\n"), Paper::default());
    assert_eq!(looked("a.txt", "№ 1".as_bytes()).text.unwrap(), "№ 1");
    assert_eq!(looked("a.html", b"<p>a<br>b</p>").text.unwrap(), " a b ");
}
