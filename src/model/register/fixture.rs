//! Registers for tests, written as one YAML text: a key for each data file, and `regulations` with front matter by
//! slug and date. Without `calendar` the real working calendar of 2024 to 2027 is taken.

use crate::base::yaml::{Node, NodeKind, read};
use crate::base::{Date, FileId, Period, SitePath};
use crate::diag::{Diagnostics, Place};
use crate::model::{Calendar, Catalog, Edition, Register, Regulation, WorkDay, appointments};
use crate::parse::doc::ActText;
use crate::schema::records::EditionFront;
use crate::schema::{Decoder, Field};

/// 2024 to 2026 as the Government set them; 2027 by article 112 of the Labour Code alone.
const CALENDAR: &str = "
calendar:
  years:
    2024:
      days_off: [01.01.2024, 02.01.2024, 03.01.2024, 04.01.2024, 05.01.2024, 08.01.2024, 23.02.2024, 08.03.2024,
        29.04.2024, 30.04.2024, 01.05.2024, 09.05.2024, 10.05.2024, 12.06.2024, 04.11.2024, 30.12.2024, 31.12.2024]
      working: [27.04.2024, 02.11.2024, 28.12.2024]
    2025:
      days_off: [01.01.2025, 02.01.2025, 03.01.2025, 06.01.2025, 07.01.2025, 08.01.2025, 01.05.2025, 02.05.2025,
        08.05.2025, 09.05.2025, 12.06.2025, 13.06.2025, 03.11.2025, 04.11.2025, 31.12.2025]
      working: [01.11.2025]
    2026:
      days_off: [01.01.2026, 02.01.2026, 05.01.2026, 06.01.2026, 07.01.2026, 08.01.2026, 09.01.2026, 23.02.2026,
        09.03.2026, 01.05.2026, 11.05.2026, 12.06.2026, 04.11.2026, 31.12.2026]
    2027:
      days_off: [01.01.2027, 04.01.2027, 05.01.2027, 06.01.2027, 07.01.2027, 08.01.2027, 23.02.2027, 08.03.2027,
        04.11.2027]
";

#[track_caller]
pub(crate) fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

/// A counted day with every year filled in.
#[track_caller]
pub(crate) fn day(text: &str) -> WorkDay {
    WorkDay { date: date(text), exact: true }
}

#[track_caller]
pub(crate) fn period(from: &str, until: Option<&str>) -> Period {
    Period { from: date(from), until: until.map(date) }
}

pub(crate) fn codes_of(findings: &Diagnostics) -> Vec<&'static str> {
    findings.items().iter().map(|d| d.code.name).collect()
}

/// A register without a fault.
#[track_caller]
pub(crate) fn register(text: &str) -> Register {
    let (register, findings) = register_and_findings(text);
    assert!(findings.items().is_empty(), "the fixture has faults: {findings:?}");
    register
}

/// A register and what was found while it was read.
#[track_caller]
pub(crate) fn register_and_findings(text: &str) -> (Register, Diagnostics) {
    let root = read(text).unwrap();
    let standard = read(CALENDAR).unwrap();
    let mut out = Diagnostics::default();
    for (key, _) in entries(&root) {
        assert!(FILES.contains(&key.as_str()), "unknown part of a fixture: {key}");
    }
    let calendar = file(if child(&root, "calendar").is_some() { &root } else { &standard }, "calendar", &mut out);
    let mut register = Register {
        people: Catalog::new(list(&root, "staff", &mut out), &mut Diagnostics::default()),
        roles: Catalog::new(list(&root, "roles", &mut out), &mut Diagnostics::default()),
        decisions: Catalog::new(list(&root, "decisions", &mut out), &mut Diagnostics::default()),
        orders: Catalog::new(list(&root, "orders", &mut out), &mut Diagnostics::default()),
        deadlines: Catalog::new(list(&root, "deadlines", &mut out), &mut Diagnostics::default()),
        publications: list(&root, "publications", &mut out),
        acts: Catalog::new(list(&root, "acts", &mut out), &mut Diagnostics::default()),
        terms: Catalog::new(list(&root, "terms", &mut out), &mut Diagnostics::default()),
        questions: list(&root, "questions", &mut out),
        calendar: Calendar::new(calendar, &mut out),
        ..Register::default()
    };
    register.appointments = appointments(&register.orders);
    register.regulations = regulations(&root, &mut out);
    (register, out)
}

/// The parts of a fixture; a part's place here is the number of its file.
const FILES: [&str; 11] = [
    "staff",
    "roles",
    "decisions",
    "orders",
    "deadlines",
    "publications",
    "acts",
    "terms",
    "questions",
    "calendar",
    "regulations",
];

fn entries(node: &Node) -> &[(String, Node)] {
    match &node.kind {
        NodeKind::Map(entries) => entries,
        _ => &[],
    }
}

fn child<'n>(node: &'n Node, key: &str) -> Option<&'n Node> {
    entries(node).iter().find(|(k, _)| k == key).map(|(_, n)| n)
}

/// The number of the file that a part stands for.
pub(crate) fn file_id(part: &str) -> FileId {
    FileId(u32::try_from(FILES.iter().position(|f| *f == part).unwrap()).unwrap())
}

fn file<T: Field>(root: &Node, part: &str, out: &mut Diagnostics) -> Option<T> {
    T::decode(child(root, part)?, &mut Decoder::new(file_id(part), out))
}

fn list<T: Field>(root: &Node, part: &str, out: &mut Diagnostics) -> Vec<T> {
    file(root, part, out).unwrap_or_default()
}

/// Editions are files of their own, numbered from 100.
fn regulations(root: &Node, out: &mut Diagnostics) -> Vec<Regulation> {
    let mut files = 100..;
    let mut found = Vec::new();
    for (slug, editions) in child(root, "regulations").map_or(&[][..], entries) {
        let mut regulation = Regulation { slug: slug.clone(), editions: Vec::new() };
        for (name, front) in entries(editions) {
            let file = FileId(files.next().unwrap());
            let front = EditionFront::decode(front, &mut Decoder::new(file, out));
            regulation.editions.extend(front.map(|front| Edition {
                slug: slug.clone(),
                date: date(name),
                file,
                path: SitePath::new(format!("regulations/{slug}/{name}.md")).unwrap(),
                front,
                text: ActText::default(),
            }));
        }
        regulation.editions.sort_by_key(|e| e.date);
        found.push(regulation);
    }
    found
}
