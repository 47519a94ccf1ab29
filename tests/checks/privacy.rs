//! What is personal never leaves the source: neither in a byte of the site, nor in the search, nor in the preview with its
//! findings. Every field of the contract is public or private by the table below; a new field belongs to neither until
//! somebody decides, and fails the first test.

use std::collections::BTreeSet;

use super::preview::Preview;
use crate::harness::command::Project;

/// Fields whose words may stand on the site, by record.
const PUBLIC: &[(&str, &[&str])] = &[
    (
        "LegalAct",
        &[
            "id",
            "kind",
            "issuer",
            "date",
            "number",
            "title",
            "short",
            "url",
            "from",
            "until",
            "replaced_by",
            "advisory",
        ],
    ),
    ("CalendarFile", &["week", "years"]),
    ("CalendarYear", &["days_off", "working"]),
    ("Deadline", &["id", "title", "clause", "due", "requires", "each_year", "since"]),
    ("Decision", &["id", "regulation", "school_year", "date", "body", "protocol", "text"]),
    ("Approval", &["act", "body", "protocol", "date"]),
    (
        "EditionFront",
        &["title", "short_title", "approval", "order", "in_force_until", "summary", "description", "draft"],
    ),
    (
        "InstructionFront",
        &[
            "title",
            "nav_title",
            "audience",
            "regulation",
            "implements",
            "reviewed",
            "force",
            "order",
            "weight",
            "description",
            "draft",
        ],
    ),
    ("AppointmentRecord", &["person", "role", "as_written", "from", "until", "instead_of"]),
    ("AsWritten", &["name", "position"]),
    (
        "Order",
        &["id", "number", "date", "title", "place", "signed_by", "preamble", "points", "appoints", "file", "signature"],
    ),
    ("Signatory", &["name", "position"]),
    ("PageFront", &["title", "nav_title", "weight", "description", "audience", "regulation", "draft"]),
    ("Publication", &["document", "date", "url", "by", "removed", "sha256"]),
    ("Question", &["question", "also_asked", "text", "see"]),
    ("Role", &["id", "title", "clauses", "eligible", "holders", "required"]),
    ("Organization", &["name", "short_name", "founder", "address", "phone", "email", "director"]),
    (
        "SiteSettings",
        &[
            "title",
            "language",
            "base_url",
            "official_site",
            "documents_url",
            "theme",
            "font",
            "utc_offset",
            "organization",
            "deadline_panel",
            "inspector_page",
            "former_staff",
            "raw_html",
            "allow",
            "deny",
        ],
    ),
    ("Contact", &["kind", "basis"]),
    ("Person", &["id", "name", "positions", "left", "contacts"]),
    ("Position", &["title", "category", "from", "until"]),
    ("Term", &["id", "term", "means", "abbreviation", "synonyms"]),
];

/// Fields that never come out by themselves, each with its canaries in [`STAFF`]. A contact comes out only with a basis
/// that holds, and only then may the public sheet name the day of the consent.
const PRIVATE: &[(&str, &[&str])] = &[
    ("Person.name_accusative", &["zq7accusative1"]),
    (
        "Contact.value",
        &["zq7nobasis1@example.org", "8-342-999-77-01", "zq7withdrawn1", "zq7future1", "zq7teacher1", "zq7left1"],
    ),
    ("Contact.consent", &["zq7withdrawn1"]),
    ("Consent.date", &["1998"]),
    ("Consent.withdrawn", &["1999"]),
];

/// What is in no field, or in a record that nothing public leads to.
const REST: &[&str] =
    &["zq7comment1", "zq7unused1", "zq7position1", "zq7draft1", "zq7datafile1", "zq7hidden1", "zq7frontcomment1"];

const STAFF: &str = "# zq7comment1: телефон дежурного
- id: d
  name: Орлов Пётр Ильич
  name_accusative: zq7accusative1 Орлова
  positions: [{title: директор, category: management}]
  contacts:
    - {kind: email, value: zq7nobasis1@example.org}
    - {kind: phone, value: 8-342-999-77-01}
    - {kind: phone, value: 8-342-111-11-11, basis: 1802-10}
- id: t
  name: Петрова Мария Сергеевна
  positions: [{title: учитель, category: teaching}]
  contacts:
    - {kind: room, value: zq7withdrawn1, basis: consent, consent: {date: 05.04.1998, withdrawn: 06.05.1999}}
    - {kind: room, value: zq7future1, basis: consent, consent: {date: 01.09.2027}}
    - {kind: room, value: zq7teacher1, basis: 1802-10}
    - {kind: email, value: petrova@example.org, basis: consent, consent: {date: 01.09.2025}}
- id: l
  name: Иванова Анна Петровна
  positions: [{title: учитель, category: teaching}]
  left: 31.05.2026
  contacts: [{kind: room, value: zq7left1, basis: consent, consent: {date: 05.04.1998}}]
- id: nobody
  name: Никто zq7unused1 Никакович
  positions: [{title: zq7position1, category: support}]
";

fn project() -> Project {
    let appoints = "appoints: [{person: t, role: r}]";
    let order = |id: &str, date: &str, more: &str| {
        format!(
            "- {{id: {id}, number: {id}, date: {date}, title: О назначении, signed_by: {{name: П. И. Орлов, position: директор}}, {more}}}\n"
        )
    };
    Project::new()
        .file("content/site.yml", "title: Свод\nbase_url: https://example.org/svod/\ninspector_page: public\ndeadline_panel: full\nformer_staff: show\norganization: {name: Школа, director: d}\n")
        .file("content/data/staff.yml", STAFF)
        .file("content/data/roles.yml", "- {id: r, title: администратор, clauses: [\"a#1.1\"]}\n- {id: head, title: руководитель}\n")
        .file("content/data/orders.yml", order("o1", "01.09.2025", "appoints: [{person: l, role: r}]") + &order("o2", "01.06.2026", appoints) + &order("o3", "02.06.2026", "appoints: [{person: d, role: head}]"))
        .file("content/data/scan.pdf", "%PDF zq7datafile1")
        .file("content/.private/notes.md", "zq7hidden1")
        .file("content/regulations/a/2026-01-01.md", "---\n# zq7frontcomment1\ntitle: Положение\norder: o1\n---\n\n1.1. Администратор отвечает за чат.\n")
        .file("content/instructions/draft.md", "---\ntitle: zq7draft1\ndraft: true\n---\n\nНабросок zq7draft1.\n")
        .file("content/guide/a.md", "Обычная страница.\n")
}

/// Every canary that a text has, as it stands or in digits alone, as telephone links have it. Sums of files are left
/// out: any year may stand in one by chance.
fn canaries(text: &str) -> Vec<&'static str> {
    let sum = |word: &&str| word.len() == 64 && word.chars().all(|c| c.is_ascii_hexdigit());
    let words = text.split_inclusive(|c: char| !c.is_ascii_alphanumeric());
    let text: String =
        words.filter(|word| !sum(&word.trim_end_matches(|c: char| !c.is_ascii_alphanumeric()))).collect();
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let all = PRIVATE.iter().flat_map(|(_, canaries)| *canaries).chain(REST);
    all.copied()
        .filter(|canary| {
            let phone: String = canary.chars().filter(char::is_ascii_digit).collect();
            text.contains(canary) || (phone.len() > 9 && digits.contains(&phone))
        })
        .collect()
}

#[test]
fn every_field_of_the_contract_is_public_or_private() {
    let project = Project::new();
    project.svod(&["schema", "schemas"]).exits(0);
    let mut fields = BTreeSet::new();
    for (_, bytes) in project.tree("schemas") {
        let schema: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
        for (record, definition) in schema["$defs"].as_object().unwrap() {
            let keys = definition["properties"].as_object().unwrap().keys().filter(|k| k.is_ascii());
            fields.extend(keys.map(|key| format!("{record}.{key}")));
        }
    }
    let public = PUBLIC.iter().flat_map(|(record, keys)| keys.iter().map(move |key| format!("{record}.{key}")));
    let private = PRIVATE.iter().map(|(field, _)| (*field).to_owned());
    let judged: BTreeSet<String> = public.chain(private).collect();
    let new: Vec<_> = fields.difference(&judged).collect();
    assert!(
        new.is_empty(),
        "public or private? Decide in the tables of this file, private ones with a canary: {new:?}"
    );
    let gone: Vec<_> = judged.difference(&fields).collect();
    assert!(gone.is_empty(), "no longer in the contract: {gone:?}");
    for (field, canaries) in PRIVATE {
        assert!(!canaries.is_empty() && canaries.iter().all(|c| STAFF.contains(c)), "{field} has no canary");
    }
}

#[test]
fn what_is_private_is_in_no_byte_of_the_site() {
    let project = project();
    project.svod(&["build", "--today", "2026-11-22", "--allow", "unknown-data-file"]).exits(0);
    let mut pages = 0;
    for (path, bytes) in project.tree("public") {
        let text = String::from_utf8_lossy(&bytes);
        assert_eq!(canaries(&text), Vec::<&str>::new(), "{path}");
        pages += usize::from(path.ends_with(".html"));
    }
    assert!(pages > 10, "{pages}");
    // What may be shown is shown, so the test looks where it should.
    let responsible = project.read("public/responsible.html");
    for shown in ["petrova@example.org", "8-342-111-11-11", "Петрова"] {
        assert!(responsible.contains(shown), "{shown} is not there");
    }
    let status = project.svod(&["status", "--format", "json", "--today", "2026-11-22"]).exits(0);
    let sheet = project.svod(&["sheet", "--today", "2026-11-22"]).exits(0);
    assert_eq!(canaries(&status.stdout), Vec::<&str>::new());
    // The paper goes to the inspector alone and names the consents that there were, not what they were for.
    let mut found = canaries(&sheet.stdout);
    found.retain(|canary| !matches!(*canary, "1998" | "1999"));
    assert_eq!(found, Vec::<&str>::new());
}

#[test]
fn nor_in_the_one_file_and_in_the_texts_for_a_cms() {
    let project = project();
    for (form, name) in [("--single", "one/single.html"), ("--fragment", "texts")] {
        project.svod(&["build", form, name, "--today", "2026-11-22", "--allow", "unknown-data-file"]).exits(0);
    }
    let mut shown = 0;
    for (path, bytes) in project.tree("one").into_iter().chain(project.tree("texts")) {
        let text = String::from_utf8_lossy(&bytes);
        assert_eq!(canaries(&text), Vec::<&str>::new(), "{path}");
        shown += usize::from(text.contains("petrova@example.org") && text.contains("8-342-111-11-11"));
    }
    // The file, the list of people, and the fragment that holds all.
    assert!(shown >= 3, "{shown}");
}

#[test]
fn the_search_finds_nothing_private() {
    let project = project();
    let mut tree = svod::Tree::new("content");
    for (path, bytes) in project.tree("content") {
        if !path.starts_with('.') {
            tree.add(&path, bytes).unwrap();
        }
    }
    let site = svod::plan(&tree, &svod::Tree::new("themes"), "2026-11-22", &svod::Options::default()).unwrap();
    let all = PRIVATE.iter().flat_map(|(_, canaries)| *canaries).chain(REST);
    let mut words: Vec<&str> = all.copied().filter(|word| word.contains("zq7")).collect();
    words.push("Петрова администратор");
    let mut answers = site.answers(&words);
    assert!(!answers.pop().unwrap().is_empty());
    for (word, found) in words.iter().zip(answers) {
        assert_eq!(found, Vec::<String>::new(), "{word}");
    }
}

#[test]
fn the_preview_shows_nothing_private_even_where_it_finds_faults() {
    // Faults in and beside the lines that must not be shown.
    let staff = STAFF
        .replace(
            "{kind: email, value: zq7nobasis1@example.org}",
            "{kind: zq7nobasis1@example.org, vaule: 8-342-999-77-01}",
        )
        .replace("basis: consent, consent: {date: 01.09.2027}", "basis: zq7future1, consent: {date: zq7teacher1}");
    for text in
        [STAFF.to_owned(), staff, STAFF.replace("  contacts:\n    - {kind: email", "  contacts:\n    - [{kind: email")]
    {
        let project = project().file("content/data/staff.yml", text);
        let preview = Preview::start(&project, &[]);
        for path in ["", "responsible.html", ".svod/state?path=/", ".svod/state?path=/responsible.html", "no-such-page"]
        {
            let mut found = canaries(&preview.text(path));
            // Drafts are shown in the preview, marked.
            found.retain(|canary| *canary != "zq7draft1");
            assert_eq!(found, Vec::<&str>::new(), "{path}");
        }
        assert!(preview.text(".svod/state?path=/").contains("staff.yml"));
    }
}
