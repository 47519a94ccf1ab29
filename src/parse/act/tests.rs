//! Tests of the clause grammar.

use super::*;
use crate::base::Address;
use crate::diag::{At as Spot, Place};
use crate::parse::doc::{Block, ListItem, Part};
use crate::parse::sketch;

fn act(text: &str) -> (ActText, Diagnostics) {
    let mut out = Diagnostics::default();
    let act = parse(FileId(0), text, 0, &mut out);
    (act, out)
}

#[track_caller]
fn check(text: &str, expected: &str, notes: &[(&str, &str)]) {
    for text in [text.to_owned(), text.replace('\n', "\r\n")] {
        let (act, out) = act(&text);
        assert_eq!(sketch::act(&act), expected);
        let seen: Vec<_> = out
            .items()
            .iter()
            .map(|d| {
                let Some(Place { at: Spot::Span(span), .. }) = &d.place else { panic!("no span: {d:?}") };
                (d.code.name, &text[span.range()])
            })
            .collect();
        assert_eq!(seen, notes);
    }
}

#[test]
fn sections_clauses_items() {
    check(
        "# Положение\n\nо платформе\n\n## 1. Общие положения\n\n1.1. Принимается советом.\n\n## Раздел 2. Работа\n\n2.1. Лид:\n\n- а;\n- б:\n  - в;\n  - г.\n\nДалее.\n\n1) д\n\n2.1.1. Под.\n\n2.2 Второй.\n\n## Приложение\n\nТекст.\n",
        "h1(Положение) p(о платформе)\n\
         p1 «Общие положения»\n  \
           p1.1 p(Принимается советом.)§1\n\
         p2 «Работа»\n  \
           p2.1 p(Лид:)§1 ul([p(а;)]#p2.1-1§2 [p(б:) ul([p(в;)]#p2.1-2-1§4 [p(г.)]#p2.1-2-2§5)]#p2.1-2§3) p(Далее.)#p2.1-a6§6 ol(1[p(д)]#p2.1-3§7)\n    \
             p2.1.1 p(Под.)§1\n  \
           p2.2 p(Второй.)§1\n\
         h1 «Приложение» p(Текст.)#h1-a1§1",
        &[],
    );
}

#[test]
fn marked_and_escaped_numbers() {
    check(
        "## 2. А\n\n**2.1.** Один.\n\n**2.2. Два.** Текст.\n\n2\\.3\\. Три.\n\n*2.4* Четыре.\n\n2.5.\nПять.\n",
        "p2 «А»\n  p2.1 p(Один.)§1\n  p2.2 p(**Два.** Текст.)§1\n  p2.3 p(Три.)§1\n  p2.4 p(Четыре.)§1\n  p2.5 p(Пять.)§1",
        &[],
    );
}

#[test]
fn blocks_inside_clauses() {
    check(
        "## 2. А\n\n2.1. Лид[^1]:\n\n| а | б |\n|---|---|\n| 2.2. в | • г |\n\n> 2.2. цитата\n\n> [!NOTE]\n> 2.3. пояснение\n\n```\n2.2. код\n```\n\nтермин\n: значение\n\n![схема](x.png)\n\nконец\n\n[^1]: 2.2. сноска\n",
        "p2 «А»\n  p2.1 p(Лид[^1]:)§1 table(а|б / 2.2. в|• г) quote(p(2.2. цитата)#p2.1-a2§2) quote:Note(p(2.3. пояснение)) code:(2.2. код) dl(термин = p(значение)#p2.1-a3§3) p(<!x.png|схема>) p(конец)#p2.1-a4§4",
        &[],
    );
}

#[test]
fn items_of_a_section_without_clauses() {
    check(
        "## 1. Задачи\n\n- а\n- б\n\n## 2. Этапы\n\n1. в\n2. г\n",
        "p1 «Задачи» ul([p(а)]#p1-1§1 [p(б)]#p1-2§2)\np2 «Этапы» ol(1[p(в)]#p2-1§1 2[p(г)]#p2-2§2)",
        &[],
    );
}

#[test]
fn whole_numbers() {
    check(
        "## I. Общие положения\n\n1. Один.\n2. Два:\n   - а\n\n## II. Права\n\n3. Три.\n\n   3.1. Подпункт.\n\n- б\n\n5. Пять:\n\n1) в\n",
        "h1 «I. Общие положения»\n  p1 p(Один.)§1\n  p2 p(Два:)§1 ul([p(а)]#p2-1§2)\n\
         h2 «II. Права»\n  p3 p(Три.)§1\n    p3.1 p(Подпункт.)§1 ul([p(б)]#p3.1-1§2) ol(5[p(Пять:)]#p3.1-2§3) ol(1[p(в)]#p3.1-3§4)",
        &[("clause-joined", "3.1")],
    );
    check(
        "## 1. Общие\n\n1. Один.\n2. Два.\n\n## 2. Права\n\n3. Три.\n4. Четыре.\n",
        "p1 «Общие»\n  p1_2 p(Один.)§1\n  p2 p(Два.)§1\np2_2 «Права»\n  p3 p(Три.)§1\n  p4 p(Четыре.)§1",
        &[],
    );
    check(
        "1. Общие\n\n1.1. Один.\n\n1. а\n2. б\n\n2. Права\n\n2.1. Два.\n",
        "p1 p(Общие)§1\n  p1.1 p(Один.)§1 ol~(1[p(а)]#p1.1-1§2 2[p(б)]#p1.1-2§3 2[p(Права)]#p1.1-3§4)\np2.1 p(Два.)§1",
        &[],
    );
}

#[test]
fn numbers_stay_as_printed() {
    check(
        "## 2. А\n\n2.1. а\n\n2.3. б\n\n2.3. вв\n\n2.2. г\n\n2.10. д\n\n3.1. е\n\n- ж\n",
        "p2 «А»\n  p2.1 p(а)§1\n  p2.3 p(б)§1\n  p2.3_2 p(вв)§1\n  p2.2 p(г)§1\n  p2.10 p(д)§1\n  p3.1 p(е)§1 ul([p(ж)]#p3.1-1§2)",
        &[],
    );
}

#[test]
fn clauses_without_sections() {
    check(
        "Вводный текст.\n\n- письмо\n\n1.1. Один.\n\n2.1. Два.\n",
        "p(Вводный текст.) ul([p(письмо)])\np1.1 p(Один.)§1\np2.1 p(Два.)§1",
        &[],
    );
}

#[test]
fn deeper_sections() {
    check(
        "## 2. А\n\n### 2.1. Б\n\nТекст.\n\n2.1.1. вв\n\n2.2. г\n\n### Права\n\n2.3. д\n\n## 3. Е\n",
        "p2 «А»\n  p2.1 «Б» p(Текст.)#p2.1-a1§1\n    p2.1.1 p(вв)§1\n  p2.2 p(г)§1\n  h1 «Права»\n    p2.3 p(д)§1\np3 «Е»",
        &[],
    );
}

#[test]
fn clauses_joined_to_a_paragraph() {
    check(
        "## 2. А\n\n2.1. Один.\n2.2. Два,\nего продолжение.\n**2.3.** Три:\n- а;\n- и др.\n2.4. Четыре.\n  2.4.1. Под.\\\n2.6. Шесть.\n3. Права\n3.1. Участники\n",
        "p2 «А»\n  p2.1 p(Один.)§1\n  p2.2 p(Два,/его продолжение.)§1\n  p2.3 p(Три:)§1 ul([p(а;)]#p2.3-1§2 [p(и др.)]#p2.3-2§3)\n  p2.4 p(Четыре.)§1\n    p2.4.1 p(Под.)§1\n  p2.6 p(Шесть.)§1\n  p3 p(Права)§1\n    p3.1 p(Участники)§1",
        &[
            ("clause-joined", "2.2"),
            ("clause-joined", "2.3"),
            ("clause-joined", "2.4"),
            ("clause-joined", "2.4.1"),
            ("clause-joined", "2.6"),
            ("clause-joined", "3"),
            ("clause-joined", "3.1"),
        ],
    );
}

#[test]
fn numbers_that_wrapped_stay_in_their_line() {
    let text = "## 2. А\n\n2.3. По правилам СП\n2.4.3648-20, пункта\n2.4 настоящего Положения, постановления от\n28.09.2020 № 28 и пунктов 2.3,\n2.4. Положения не позднее\n1 мая.\n";
    let (act, out) = act(text);
    assert_eq!(out.items(), []);
    assert_eq!(act.parts[0].children.len(), 1);
}

#[test]
fn bullets_of_word() {
    check(
        "## 2. А\n\n2.1. Лид:\n• а;\nпродолжение\n• б.\n\n2.2. Лид:\n\n\u{f02d} в;\n\n\u{f0b7}г;\n\n  – д.\n\n2.3. Лид:\n- е\n  • ж\n",
        "p2 «А»\n  \
         p2.1 p(Лид:)§1 ul([p(а;/продолжение)]#p2.1-1§2 [p(б.)]#p2.1-2§3)\n  \
         p2.2 p(Лид:)§1 ul~([p(в;)]#p2.2-1§2 [p(г;)]#p2.2-2§3 [p(д.)]#p2.2-3§4)\n  \
         p2.3 p(Лид:)§1 ul([p(е) ul([p(ж)]#p2.3-1-1§3)]#p2.3-1§2)",
        &[
            ("word-bullet", "•"),
            ("word-bullet", "\u{f02d}"),
            ("word-bullet", "\u{f0b7}"),
            ("word-bullet", "–"),
            ("word-bullet", "•"),
        ],
    );
}

#[test]
fn dashes_that_wrapped() {
    check(
        "## 2. А\n\n2.1. «Сферум»\n— это платформа, VK-\n-мессенджер. Задачи:\n– одна,\n– две.\n",
        "p2 «А»\n  p2.1 p(«Сферум»/— это платформа, VK-/-мессенджер. Задачи:)§1 ul([p(одна,)]#p2.1-1§2 [p(две.)]#p2.1-2§3)",
        &[("word-bullet", "–")],
    );
}

/// A regulation as it comes out of a PDF: lines broken anywhere, signs of Word, no head, numbers of other acts.
const EXTRACTED: &str = "приказа о платформе;
\u{f02d} постановление главного врача от
28.09.2020 № 28 «Об утверждении СП 2.4.3648-20
«Требования к школам»;
\u{f02d} «МР 2.4.0330-23. 2.4. Гигиена детей» и СанПиН
1.2.3685-21.
1.1. Положение принимает совет, которому дано право менять
его, и вводит приказ.
2. Работа школы на платформе
2.1. О решении школа сообщает не позднее
1 мая текущего года на сайте.
2.2. Администрация:
\u{f02d} издаёт акты, кроме названных в пункте
2.1 настоящего Положения;
\u{f02d}  назначает администратора – учителя
школы;
\u{f02d} и др.
2.3. Администратор помогает.
3. Права
3.1. Участники вправе:
\u{f02d} удалить запись;
\u{f02d} обратиться по адресу a@b.ru.
4. Итог
4.1. Вступает в силу со дня подписания.
4.2. Действует до нового Положения.
";

#[track_caller]
fn check_extracted(text: &str) {
    let (act, _) = act(text);
    let mut seen = Vec::new();
    act.walk(&mut |p| {
        let items = (1..).take_while(|&n| paragraphs::item(p, &[n]).is_some()).count();
        seen.push((p.anchor.clone(), items));
    });
    let seen: Vec<_> = seen.iter().map(|(a, n)| (a.as_str(), *n)).collect();
    let expected = [
        ("p1.1", 0),
        ("p2", 0),
        ("p2.1", 0),
        ("p2.2", 3),
        ("p2.3", 0),
        ("p3", 0),
        ("p3.1", 2),
        ("p4", 0),
        ("p4.1", 0),
        ("p4.2", 0),
    ];
    assert_eq!(seen, expected, "{text}");
}

#[test]
fn a_text_out_of_a_pdf() {
    let bullets = |text: &str| text.replace("\u{f02d}", "-");
    let headings = |text: &str| {
        let marked = |line: &str| if line.get(1..3) == Some(". ") { format!("\n## {line}\n") } else { line.to_owned() };
        text.lines().map(marked).collect::<Vec<_>>().join("\n")
    };
    let spread = |text: &str| text.replace('\n', " \n\n ");
    for text in [EXTRACTED.to_owned(), bullets(EXTRACTED), headings(EXTRACTED), headings(&bullets(EXTRACTED))] {
        check_extracted(&text);
        check_extracted(&text.replace('\n', "\r\n"));
        check_extracted(&spread(&text).replace(" ##", "##"));
    }
}

fn walk(part: &Part, visit: &mut dyn FnMut(&Part)) {
    visit(part);
    part.children.iter().for_each(|c| walk(c, visit));
}

#[test]
fn spans_are_those_of_the_file() {
    let text = "---\ntitle: а\n---\n## 2. Ёж\n\n2.1. Лид:\n• а\n2.2. Два\n";
    let act = parse(FileId(0), text, 18, &mut Diagnostics::default());
    let mut seen = Vec::new();
    walk(&act.parts[0], &mut |p| {
        seen.push((text[p.span.range()].to_owned(), text[p.number_span.range()].to_owned()));
        seen.extend(p.blocks.iter().map(|b| (text[b.span.range()].to_owned(), String::new())));
    });
    let seen: Vec<_> = seen.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    let expected = [
        ("## 2. Ёж\n\n2.1. Лид:\n• а\n2.2. Два", "2"),
        ("2.1. Лид:\n• а", "2.1"),
        ("2.1. Лид:", ""),
        ("• а", ""),
        ("2.2. Два", "2.2"),
        ("2.2. Два", ""),
    ];
    assert_eq!(seen, expected);
}

const LAW: &str =
    "## 2. Работа\n\n2.1. Лид:\n\n- а:\n  - б\n\nДалее:\n\n- в\n\n  ещё\n\n2.5. Конец.\n\n## 4. Итог\n\n4.1. Всё.\n";

#[track_caller]
fn check_find(address: &str, paragraph: Option<u32>, found_at: Option<&str>) {
    let (act, _) = act(LAW);
    let address = Address { paragraph, ..Address::parse(address).unwrap() };
    assert_eq!(find(&act, &address).map(|f| f.anchor()), found_at, "{address}");
}

#[test]
fn places_by_address() {
    check_find("2", None, Some("p2"));
    check_find("2.1/1/1", None, Some("p2.1-1-1"));
    check_find("2.1/2", None, Some("p2.1-2"));
    check_find("2.1/9", None, None);
    check_find("2.1/1/4", None, None);
    check_find("2.4", None, None);
    check_find("2.9", None, None);
    check_find("2.1.1", None, None);
    check_find("3", None, None);
    check_find("3.1", None, None);
    check_find("1.1", None, None);
}

#[test]
fn places_by_paragraph() {
    let expected = ["p2.1", "p2.1-1", "p2.1-1-1", "p2.1-a4", "p2.1-2", "p2.1-a6"];
    for (number, anchor) in (1..).zip(expected) {
        check_find("2.1", Some(number), Some(anchor));
    }
    check_find("2.1", Some(7), None);
}

#[track_caller]
fn check_hash(a: &str, b: &str, equal: bool) {
    assert_eq!(text_hash(&act(a).0) == text_hash(&act(b).0), equal, "{a} / {b}");
}

#[test]
fn hashes_are_of_words_and_numbers() {
    let hash = text_hash(&act("## 2. А\n\n2.1. Лид:\n\n- б\n").0);
    let plain = sha2_hex("2\tА\n2.1\tЛид:\n2.1-1\tб\n");
    assert_eq!(hash, format!("v1:{plain}"));
    check_hash("2.1. а  *б*\nв", "**2.1.** а б в", true);
    check_hash("2.1. [а](x)", "2.1. [а](y)", true);
    check_hash("2.1. й", "2.1. и\u{306}", true);
    check_hash("2.1. Лид:\n• а.\n2.2. б", "2.1. Лид:\n\n* а.\n\n2.2. б", true);
    check_hash("2.1. а", "2.2. а", false);
    check_hash("2.1. а\n\n- б", "2.1. а\n\nб", false);
    check_hash("2.1. аб", "2.1. а б", false);
}

fn sha2_hex(text: &str) -> String {
    use sha2::{Digest, Sha256};
    Sha256::digest(text.as_bytes()).iter().map(|b| format!("{b:02x}")).collect()
}

#[test]
fn every_item_and_every_part_is_found_where_it_stands() {
    let (act, _) =
        act("## 2. А\n\n2.1. Лид:\n\n- а:\n  - б\n\n    > - в\n    > - г\n\n  и:\n\n  1. д\n  2. е\n\nДалее:\n\n\
         термин\n: - ж\n  - з\n\n> [!NOTE]\n> - и\n\n- к\n\n2.2. Ещё\n\n2.1. Снова\n\n2.1.1. Глубже\n");
    let (mut items, mut parts) = (0, Vec::new());
    act.walk(&mut |part| {
        let first = part.number.as_ref().and_then(|number| act.part(number)).unwrap();
        parts.push((part.anchor.clone(), first.anchor.clone()));
        let visit = |_: Option<&Block>, found: Option<&ListItem>| -> Option<()> {
            let found = found.filter(|i| !i.path.is_empty())?;
            assert!(std::ptr::eq(super::item(part, &found.path).unwrap(), found), "{:?}", found.path);
            None
        };
        super::paragraphs::in_blocks(&part.blocks, &visit);
        items += part.blocks.iter().map(count).sum::<usize>();
        for path in [&[][..], &[0], &[9], &[1, 9], &[1, 1, 9], &[1, 1, 1, 1]] {
            assert!(super::item(part, path).is_none(), "{path:?}");
        }
    });
    assert_eq!(items, 9);
    let parts: Vec<_> = parts.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    assert_eq!(parts, [("p2", "p2"), ("p2.1", "p2.1"), ("p2.1_2", "p2.1"), ("p2.1.1", "p2.1.1")]);
}

/// How many items with an address blocks hold.
fn count(block: &Block) -> usize {
    let items = std::cell::Cell::new(0);
    super::paragraphs::in_blocks(std::slice::from_ref(block), &|_, item| -> Option<()> {
        items.set(items.get() + usize::from(item.is_some_and(|i| !i.path.is_empty())));
        None
    });
    items.get()
}
