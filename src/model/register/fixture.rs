//! Registers and sites for tests, written as one YAML text: a key for each data file, and `regulations` with front
//! matter by slug and date. Without `calendar` the real working calendar of 2024 to 2027 is taken.

use crate::base::yaml::{Node, NodeKind, read};
use crate::base::{Date, FileId, OutPath, Period, SitePath};
use crate::diag::Diagnostics;
use crate::model::{Attachment, Edition, OrderText, Outline, Parts, Register, RegisterParts, Site, WorkDay};
use crate::parse::doc::{ActText, Doc};
use crate::schema::records::{EditionFront, InstructionFront, PageFront};
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

/// A register without a fault. Drafts stand among the editions, as in the preview.
#[track_caller]
pub(crate) fn register(text: &str) -> Register {
    let (register, findings) = register_and_findings(text);
    assert!(findings.items().is_empty(), "the fixture has faults: {findings:?}");
    register
}

/// A register and what was found while it was read.
#[track_caller]
pub(crate) fn register_and_findings(text: &str) -> (Register, Diagnostics) {
    let mut out = Diagnostics::default();
    let register = parts(text, &mut out).register.into_register(true, &mut out);
    (register, out)
}

/// A published site on a day.
#[track_caller]
pub(crate) fn site(text: &str, today: &str) -> Site {
    let mut out = Diagnostics::default();
    let parts = parts(text, &mut out);
    assert!(out.items().is_empty(), "the fixture has faults: {out:?}");
    Site::new(parts, date(today), false, None, &mut out)
}

/// The parts of a fixture; a part's place here is the number of its file.
const FILES: [&str; 16] = [
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
    "settings",
    "regulations",
    "instructions",
    "pages",
    "order_texts",
    "attachments",
];

/// Everything but `calendar` and `settings` may be left out; pages and instructions are maps from a path to front
/// matter, order texts and attachments lists of paths. Files with front matter are numbered from 100.
#[track_caller]
fn parts(text: &str, out: &mut Diagnostics) -> Parts {
    let root = read(text).unwrap();
    let standard = read(CALENDAR).unwrap();
    for (key, _) in entries(&root) {
        assert!(FILES.contains(&key.as_str()), "unknown part of a fixture: {key}");
    }
    let calendar = file(if child(&root, "calendar").is_some() { &root } else { &standard }, "calendar", out);
    let mut files = (100..).map(FileId);
    let mut next = || files.next().unwrap();
    let path = |text: &str| SitePath::new(text).unwrap();
    let mut parts = Parts { managed: true, settings: file(&root, "settings", out), ..Parts::default() };
    parts.register = RegisterParts {
        people: list(&root, "staff", out),
        roles: list(&root, "roles", out),
        decisions: list(&root, "decisions", out),
        orders: list(&root, "orders", out),
        deadlines: list(&root, "deadlines", out),
        publications: list(&root, "publications", out),
        acts: list(&root, "acts", out),
        terms: list(&root, "terms", out),
        questions: list(&root, "questions", out),
        calendar,
        editions: Vec::new(),
    };
    for (slug, editions) in child(&root, "regulations").map_or(&[][..], entries) {
        for (name, front) in entries(editions) {
            let file = next();
            let front = EditionFront::decode(front, &mut Decoder::new(file, out));
            parts.register.editions.extend(front.map(|front| Edition {
                slug: slug.clone(),
                date: date(name),
                file,
                path: path(&format!("regulations/{slug}/{name}.md")),
                front,
                text: ActText::default(),
            }));
        }
    }
    for (name, front) in child(&root, "instructions").map_or(&[][..], entries) {
        let file = next();
        let front = InstructionFront::decode(front, &mut Decoder::new(file, out));
        parts.instructions.extend(front.map(|front| (file, path(name), front, Doc::default())));
    }
    for (name, front) in child(&root, "pages").map_or(&[][..], entries) {
        let file = next();
        let front = PageFront::decode(front, &mut Decoder::new(file, out));
        parts.pages.extend(front.map(|front| (file, path(name), front, Outline::default().into())));
    }
    for name in list::<String>(&root, "order_texts", out) {
        let path = path(&name);
        parts.order_texts.push(OrderText { order: path.stem().to_owned(), file: next(), path, doc: Doc::default() });
    }
    let attachment = |name: &String| Attachment {
        file: next(),
        path: path(name),
        out: OutPath::from_steps(name),
        len: 1,
        sha256: None,
        paper: None,
        size: None,
    };
    parts.attachments = list::<String>(&root, "attachments", out).iter().map(attachment).collect();
    parts
}

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

/// The part that a file stands for; files with front matter and attachments are all `file`.
pub(crate) fn part_of(file: FileId) -> &'static str {
    FILES.get(file.0 as usize).copied().unwrap_or("file")
}

fn file<T: Field>(root: &Node, part: &str, out: &mut Diagnostics) -> Option<T> {
    T::decode(child(root, part)?, &mut Decoder::new(file_id(part), out))
}

fn list<T: Field>(root: &Node, part: &str, out: &mut Diagnostics) -> Vec<T> {
    file(root, part, out).unwrap_or_default()
}
