//! Papers printed apart from the site: drafts of orders and the inspector's sheet, by the real program.

use crate::harness::command::Project;

const DAY: [&str; 2] = ["--today", "2026-11-22"];

#[track_caller]
fn draft(arguments: &[&str]) -> String {
    let arguments: Vec<&str> = ["draft"].iter().chain(&DAY).chain(arguments).copied().collect();
    Project::sample().svod(&arguments).exits(0).stdout
}

/// The numbered points of a draft.
fn points(text: &str) -> Vec<String> {
    let order = text.split("ПРИКАЗЫВАЮ:").nth(1).unwrap().split("Директор").next().unwrap();
    order.lines().map(str::trim).filter(|l| !l.is_empty()).map(str::to_owned).collect()
}

#[test]
fn a_draft_is_ready_to_sign() {
    let text =
        draft(&["administrator=belova", "--from", "01.12.2026", "--date", "28.11.2026", "--number", "01-07/310"]);
    let (order, sheet) = text.split_once("Лист ознакомления").unwrap();
    assert_eq!(
        order.trim_end(),
        "\
Муниципальное автономное общеобразовательное учреждение «Образцовая школа № 0» г. Примерска

ПРИКАЗ

28.11.2026    № 01-07/310
г. Примерск

О назначении администратора платформы ИКОП «Сферум»

На основании пунктов 2.1, 2.3 и 2.4 Положения об использовании ИКОП «Сферум» (утв. приказом от 15.10.2026 № 01-07/286)

ПРИКАЗЫВАЮ:

1. Назначить Белову Наталью Юрьевну, педагога-психолога, администратором платформы ИКОП «Сферум» с 01.12.2026.
2. Признать утратившим силу приказ от 16.06.2026 № 01-07/187 «О назначении администратора ИКОП „Сферум“» с 01.12.2026.
3. Разместить настоящий приказ на официальном сайте школы не позднее 11.12.2026.
4. Ознакомить с настоящим приказом под подпись работников, указанных в листе ознакомления.
5. Контроль за исполнением приказа оставляю за собой.

Директор    ______________    Е. В. Громова"
    );
    assert!(
        sheet.contains("с приказом от 28.11.2026 № 01-07/310 «О назначении администратора платформы ИКОП „Сферум“»")
    );
    // Whoever is appointed and whoever is relieved read it; the director signs it.
    assert!(
        sheet.contains("1. Белова Наталья Юрьевна, педагог-психолог") && sheet.contains("2. Петрова Мария Сергеевна")
    );
    let sheet = sheet.split("# Запись для").next().unwrap();
    assert!(!sheet.contains("Громова"), "{sheet}");
}

#[test]
fn without_date_and_number_there_are_lines_to_fill_in() {
    let text = draft(&[]);
    assert!(text.contains("______________    № ______________"), "{text}");
    let points = points(&text);
    assert_eq!(points.len(), 8, "{points:#?}");
    assert!(points[0].starts_with("1. Назначить Петрову Марию Сергеевну"), "{}", points[0]);
    assert!(points[3].contains("приказ от 15.04.2026 № 01-07/132"), "{}", points[3]);
    assert!(points[5].contains("в течение десяти рабочих дней после подписания."), "{}", points[5]);
    // Shortly before the day of the regulation it is named.
    let project = Project::sample();
    let spring = project.svod(&["draft", "administrator", "--today", "2027-04-20"]).exits(0).stdout;
    assert!(spring.contains("после подписания, но не позднее 1 мая 2027 года."), "{spring}");
}

#[test]
fn only_a_part_of_an_order_loses_force() {
    let points = points(&draft(&["curator=timofeev"]));
    assert_eq!(
        points[1],
        "2. Признать утратившим силу приказ от 15.04.2026 № 01-07/132 в части назначения куратора использования платформы от администрации школы."
    );
}

#[test]
fn a_substitute_for_a_time() {
    let text = draft(&["administrator=belova", "--substitute", "--from", "01.12.2026", "--until", "return"]);
    assert!(text.contains("\nО временном исполнении обязанностей администратора платформы ИКОП «Сферум»\n"), "{text}");
    let points = points(&text);
    assert_eq!(
        points[0],
        "1. Назначить Белову Наталью Юрьевну, педагога-психолога, администратором платформы ИКОП «Сферум» на период временного отсутствия основного работника с 01.12.2026."
    );
    assert!(points[1].contains("Разместить"), "nothing loses force: {points:#?}");
}

#[test]
fn names_without_the_accusative_stand_in_an_annex() {
    let project = Project::sample();
    let staff = project.read("content/data/staff.yml").replace("  name_accusative: Лебедеву Ольгу Николаевну\n", "");
    let project = project.file("content/data/staff.yml", staff);
    let ran = project.svod(&["draft", DAY[0], DAY[1]]).exits(0);
    assert!(ran.stderr.contains("name_accusative") && ran.stderr.contains("Лебедева"), "{}", ran.stderr);
    let points = points(&ran.stdout);
    assert_eq!(points[0], "1. Назначить ответственных лиц согласно приложению к настоящему приказу.");
    assert!(ran.stdout.contains("к приказу от ______________ № ______________\n"), "{}", ran.stdout);
    assert!(
        ran.stdout.contains("2. Куратор использования платформы от администрации школы: Лебедева Ольга Николаевна"),
        "{}",
        ran.stdout
    );
}

#[test]
fn whom_the_regulation_does_not_admit_is_told() {
    let ran = Project::sample().svod(&["draft", "administrator=sidorov", DAY[0], DAY[1]]).exits(0);
    assert!(ran.stderr.contains("Сидоров Игорь Павлович, системный администратор"), "{}", ran.stderr);
    assert!(ran.stderr.contains("педагогические работники"), "{}", ran.stderr);
}

#[test]
fn what_cannot_be_drafted_is_said() {
    let project = Project::sample();
    let said = |arguments: &[&str]| {
        let arguments: Vec<&str> = ["draft"].iter().chain(&DAY).chain(arguments).copied().collect();
        project.svod(&arguments).exits(2).stderr
    };
    assert!(said(&["adminstrator=belova"]).contains("возможно, имелась в виду administrator"));
    assert!(said(&["administrator=belowa"]).contains("возможно, имелся в виду belova"));
    assert!(said(&["administrator=koroleva"]).contains("последний день — 31.08.2026"));
    assert!(said(&["administrator=petrova", "--substitute"]).contains("заместить себя не может"));
    assert!(said(&["administrator", "--substitute"]).contains("кто замещает"));
    assert!(said(&["administrator=belova", "--from", "31.04.2026"]).contains("--from: в апреле 30 дней"));
}

#[test]
fn papers_for_printing_stand_alone_and_outside_the_site() {
    let project = Project::sample();
    project.svod(&["draft", "--to", "prikaz.html", DAY[0], DAY[1]]).exits(0).err("prikaz.html");
    project.svod(&["sheet", "--to", "spravka.html", DAY[0], DAY[1]]).exits(0);
    for name in ["prikaz.html", "spravka.html"] {
        let page = project.read(name);
        for part in ["<style>", "size: A4", "lang=\"ru\"", "<span class=\"nb\">01-07/132</span>"] {
            assert!(page.contains(part), "{name} lacks {part}");
        }
        for part in ["<link", "<script", "src=", "href=\"assets"] {
            assert!(!page.contains(part), "{name} has {part}");
        }
    }
    for command in ["draft", "sheet"] {
        for to in ["content/x.html", "content/files/x.txt", "public/x.html", "public/../content/x.html"] {
            project.svod(&[command, "--to", to]).exits(2).err("не для сайта");
        }
        project.svod(&[command, "--to", "x.docx"]).exits(2);
    }
    assert!(!project.exists("public") && !project.exists("content/x.html"));
}

#[test]
fn a_draft_is_never_replaced_and_a_sheet_is() {
    let project = Project::sample().file("chuzhoe.html", "<p>не наше</p>");
    project.svod(&["draft", "--to", "p.html", DAY[0], DAY[1]]).exits(0);
    project.svod(&["draft", "administrator", "--to", "p.html", DAY[0], DAY[1]]).exits(2).err("уже есть");
    project.svod(&["sheet", "--to", "s.html", DAY[0], DAY[1]]).exits(0);
    let before = project.read("s.html");
    project.svod(&["sheet", "--to", "s.html", "--today", "2025-05-15"]).exits(0);
    assert_ne!(project.read("s.html"), before);
    project.svod(&["sheet", "--to", "chuzhoe.html"]).exits(2);
    assert_eq!(project.read("chuzhoe.html"), "<p>не наше</p>");
}

#[test]
fn the_sheet_of_a_past_day_knows_nothing_later() {
    let text = Project::sample().svod(&["sheet", "--today", "2025-05-15"]).exits(0).stdout;
    assert!(text.contains("Сведения на 15.05.2025"), "{text}");
    assert!(text.contains("2024/2025 учебный год. Размещено в срок."), "{text}");
    assert!(text.contains("Королёва Татьяна Игоревна («Администратор платформы ИКОП „Сферум“»)"), "{text}");
    assert!(!text.contains("01-07/132") && !text.contains("Редакция от 15.10.2026"), "{text}");
}

#[test]
fn the_sheet_has_seven_lines() {
    let text = Project::sample().svod(&["sheet", DAY[0], DAY[1]]).exits(0).stdout;
    let titles: Vec<&str> = text.lines().filter(|l| l.starts_with(|c: char| c.is_ascii_digit())).collect();
    assert_eq!(
        titles,
        [
            "1. Подписанные приказы",
            "2. Когда размещено",
            "3. Кто разместил",
            "4. Протоколы",
            "5. Должности назначенных в день назначения",
            "6. Какая редакция действовала",
            "7. На каком основании показаны контакты",
        ]
    );
    // The school's own paper names what the site does not show, without its value.
    assert!(text.contains("Королёва Татьяна Игоревна: почта — на сайте не показано"), "{text}");
    assert!(!text.contains("koroleva@"), "{text}");
}

/// The record that a draft prints, behind its paper.
fn record(text: &str) -> &str {
    &text[text.find("# Запись для data/orders.yml").unwrap()..]
}

#[test]
fn the_record_of_a_signed_draft_appoints_whom_the_paper_names() {
    let project = Project::sample();
    let asked = ["administrator=belova", "--from", "01.12.2026", "--date", "28.11.2026", "--number", "01-07/310"];
    let draft = project.svod(&[&["draft"], &DAY[..], &asked].concat()).exits(0).stdout;
    let record = record(&draft);
    assert!(record.contains("- id: prikaz-2026-310\n  number: \"01-07/310\"\n  date: 28.11.2026\n"), "{record}");
    let ending = "# В записи prikaz-2026-187 допишите прежнему назначению (administrator)\n# последний день: until: 30.11.2026\n";
    assert!(record.ends_with(ending), "{record}");
    // Put at the end of the file, with the day before where the record says, it is taken without a word.
    let orders = project.read("content/data/orders.yml");
    let (before, after) = orders.split_once("- id: prikaz-2026-187").unwrap();
    let after = after.replacen("role: administrator\n", "role: administrator\n      until: 30.11.2026\n", 1);
    let project = project.file("content/data/orders.yml", format!("{before}- id: prikaz-2026-187{after}\n{record}"));
    let checked = project.svod(&["check", "--format", "short", "--today", "2026-11-29"]).exits(1).stdout;
    // It is neither posted yet nor is its signed copy there; nothing else is wrong.
    let known = |line: &&str| line.contains("[order-without-file]") || line.contains("[document-not-posted]");
    assert_eq!(checked.lines().filter(|line| !known(line)).collect::<Vec<_>>(), Vec::<&str>::new());
    let status = project.svod(&["status", "--today", "2026-12-01"]).exits(0).stdout;
    assert!(status.contains("Белова Наталья Юрьевна     с 01.12.2026  приказ от 28.11.2026 № 01-07/310"), "{status}");
    project.svod(&["build", "--today", "2026-12-01"]).exits(0);
    let page = project.read("public/orders/prikaz-2026-310.html").replace('\u{a0}', " ");
    let page = page.replace("<span class=\"nb\">", "").replace("</span>", "");
    for point in points(&draft) {
        let words = point.split_once(". ").unwrap().1;
        assert!(page.contains(words), "{words}");
    }
}

#[test]
fn a_record_without_number_and_date_is_not_taken_for_whole() {
    let project = Project::sample();
    let asked = ["draft", "administrator=belova", "--substitute", "--until", "return", DAY[0], DAY[1]];
    let draft = project.svod(&asked).exits(0).stdout;
    let record = record(&draft);
    assert!(record.contains("      until: return\n      instead_of: petrova\n"), "{record}");
    let orders = project.read("content/data/orders.yml");
    let project = project.file("content/data/orders.yml", format!("{orders}\n{record}"));
    let checked = project.svod(&["check", "--format", "short", "--today", "2026-11-29"]).exits(1).stdout;
    assert_eq!(checked.matches("[missing-key]").count(), 2, "{checked}");
}
