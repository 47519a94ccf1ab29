//! What is changed, and that nothing else is.

use super::*;

/// The text as shown; `_` stands for a no-break space, `‹…›` for a part that is not broken.
fn shown(text: &str) -> String {
    let mut found = Vec::new();
    edits(text, &mut found);
    let mut set = String::new();
    let mut at = 0;
    for edit in &found {
        set.push_str(&text[at..edit.start]);
        match edit.with {
            With::Sign(NBSP) => set.push('_'),
            With::Sign(sign) => set.push_str(sign),
            With::Unbroken => set.push_str(&format!("‹{}›", &text[edit.start..edit.end])),
        }
        at = edit.end;
    }
    set + &text[at..]
}

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(shown(text), expected);
}

#[test]
fn short_words_stay_with_the_next() {
    check("приказ о назначении и в школе", "приказ о_назначении и_в_школе");
    check("если бы он не был", "если_бы он_не_был");
    check("По пункту\n2.3 и\nдалее", "По_пункту_2.3 и_далее");
    check("чат  в  школе", "чат  в  школе");
}

#[test]
fn numbers_stay_with_their_words() {
    check("протокол от 27.03.2026 № 5", "протокол от_27.03.2026 №_5");
    check("не позднее 1 мая 2027 г. в п. 2.4", "не_позднее 1_мая 2027_г. в_п._2.4");
    check("г. Примерск, абзац второй пункта 2.3", "г._Примерск, абзац второй пункта_2.3");
    check("Сидоров И. П., учитель", "Сидоров_И._П., учитель");
    check("(Е. В. Громова)", "(Е._В._Громова)");
    check("12 500 руб. за 10 рабочих дней", "12_500_руб. за_10_рабочих дней");
    check("чаты, звонки и т. д.", "чаты, звонки и_т._д.");
}

#[test]
fn numbers_are_not_broken() {
    check("приказ № 01-07/132.", "приказ №_‹01-07/132›.");
    check("СанПиН (1.2.3685-21), 149-ФЗ", "СанПиН (‹1.2.3685-21›), ‹149-ФЗ›");
    check("№ АЗ-1828/04 и 730-п", "№_‹АЗ-1828/04› и_‹730-п›");
    // Words, addresses and long chains may break.
    check("учебно-воспитательной работе", "учебно-воспитательной работе");
    check("files/prikaz-2026-132.pdf", "files/prikaz-2026-132.pdf");
    check("https://a.example/1-2", "https://a.example/1-2");
    check("1-2-3-4-5-6-7-8-9-10-11-12", "1-2-3-4-5-6-7-8-9-10-11-12");
    check("+7-342-000-00-00", "+‹7-342-000-00-00›");
}

#[test]
fn dashes_and_quotes() {
    check("платформа - это \"Сферум\"", "платформа_— это «Сферум»");
    check("МАОУ \"Школа \"Радуга\"\"", "МАОУ «Школа „Радуга“»");
    check("и так далее...", "и_так далее…");
    check("«Сферум» — ИКОП", "«Сферум»_— ИКОП");
    check("- пункт списка", "- пункт списка");
    check("с 10 - 12 лет", "с_10_– 12 лет");
    check("экран 15\"", "экран 15\"");
}

#[test]
fn quotes_within_quotes_are_inner_ones() {
    check("(«Администратор ИКОП «Сферум»»)", "(«Администратор ИКОП „Сферум“»)");
    check("«МАОУ „Школа“ и «Сферум»»", "«МАОУ „Школа“ и_„Сферум“»");
    check("«Сферум \"MAX\"»", "«Сферум „MAX“»");
    check("\"ИКОП «Сферум»\"", "«ИКОП „Сферум“»");
    // One mark that closes two: as its author has it.
    check("МАОУ «Школа «Радуга»", "МАОУ «Школа «Радуга»");
    check("“Quoted” and left", "“Quoted” and left");
}

#[test]
fn signs_alone() {
    let check = |text: &str, expected: &str| assert_eq!(with_signs(text), expected);
    check("О чате \"Сферум\" - и в школе № 5...", "О чате «Сферум» — и в школе № 5…");
    check("«ИКОП «Сферум»»", "«ИКОП „Сферум“»");
    check("без изменений", "без изменений");
}

#[test]
fn only_spaces_and_signs_change() {
    let plain = |text: &str| -> String {
        text.replace("...", "…")
            .chars()
            .filter(|c| !matches!(c, '‹' | '›'))
            .map(|c| match c {
                '_' | '\n' => ' ',
                '«' | '»' | '„' | '“' => '"',
                '—' | '–' => '-',
                c => c,
            })
            .collect()
    };
    // A small generator: texts of a few pieces in many orders.
    let pieces = [
        "в",
        " ",
        "-",
        "\"",
        "№",
        "5",
        "г.",
        "...",
        "«",
        "»",
        "И.",
        "п.",
        "\u{a0}",
        "мая",
        "—",
        "\n",
        "слово",
        ".",
        "(",
        "01-07/132",
        "„",
        "“",
        "т.",
        "\u{fffc}",
        "–",
        "149-ФЗ",
    ];
    let mut state = 7_u64;
    for _ in 0..40_000 {
        let mut text = String::new();
        for _ in 0..12 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            text.push_str(pieces[(state >> 33) as usize % pieces.len()]);
        }
        assert_eq!(plain(&shown(&text)), plain(&text), "{text:?}");
        let mut found = Vec::new();
        edits(&text, &mut found);
        assert!(found.windows(2).all(|w| w[0].end <= w[1].start), "{text:?}: {found:?}");
        assert_eq!(plain(&with_signs(&text)), plain(&text), "{text:?}");
    }
}
