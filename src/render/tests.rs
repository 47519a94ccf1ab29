//! Whole pages of a small school: every kind is made without a fault, and what carries weight stands in it.

use super::*;
use crate::model::fixture::site;
use crate::parse::doc::Doc;
use crate::source::SourceSet;

/// A school with a hostile name in every place that a page shows.
const SCHOOL: &str = r#"
settings:
  title: "Раздел <b>"
  base_url: https://shkola.example/sferum/
  official_site: https://shkola.example/
  organization: {name: "Школа \"Первая\"", short_name: МАОУ «Школа», phone: "+7 (342) 000-00-00, доб. 1", email: a@shkola.example, director: ivanova}
staff:
  - id: ivanova
    name: Иванова Анна Петровна
    positions: [{title: учитель, category: teaching}]
    contacts:
      - {kind: phone, value: "+7 111", basis: consent, consent: {date: 01.09.2025}}
      - {kind: phone, value: "+7 222"}
      - {kind: email, value: b@shkola.example, basis: consent, consent: {date: 01.09.2025, withdrawn: 01.10.2026}}
      - {kind: room, value: кабинет 214, basis: consent, consent: {date: 01.09.2025}}
  - {id: petrova, name: Петрова Мария Сергеевна, positions: [{title: учитель, category: teaching}]}
  - {id: koroleva, name: Королёва Татьяна Игоревна, positions: [{title: учитель, category: teaching}]}
roles:
  - {id: administrator, title: Администратор «Сферума», clauses: ["2.4"], required: да}
  - {id: curator, title: Куратор, required: да}
regulations:
  sferum:
    2024-04-15: {title: Положение <i>, order: old, approval: [{act: adopted, body: педагогический совет, protocol: "5", date: 27.03.2024}]}
    2026-10-15: {title: Положение <i>, order: new}
    2027-09-01: {title: Положение <i>, order: future}
decisions:
  - {id: first, regulation: sferum, school_year: 2025/2026, date: 27.03.2026, body: педсовет, protocol: "5", text: Решили <u>}
orders:
  - {id: old, number: "1", date: 15.04.2024, title: О введении, signed_by: {name: Д. Д., position: директор}, appoints: [{person: koroleva, role: administrator, until: 15.06.2026, as_written: {name: Королёву Татьяну Игоревну, position: учителя}}], points: [Контроль <s>]}
  - {id: new, number: "2", date: 16.06.2026, title: О назначении «Сферума», signed_by: {name: Д. Д., position: директор}, preamble: На основании, appoints: [{person: ivanova, role: administrator}]}
  - {id: sub, number: "3", date: 20.11.2026, title: О замещении, signed_by: {name: Д. Д., position: директор}, appoints: [{person: petrova, role: administrator, until: 05.12.2026, instead_of: ivanova, as_written: {name: Петрову Марию Сергеевну}}]}
  - {id: future, number: "4", date: 20.11.2026, title: О введении, signed_by: {name: Д. Д., position: директор}}
deadlines:
  - {id: may, title: Разместить, clause: 2.1, due: 1 мая, requires: [decision, 'order:administrator']}
publications:
  - {document: 'decision:first', date: 02.04.2026}
acts:
  - {id: letter, kind: письмо, issuer: Министерство, date: 31.07.2023, number: 04-423, title: Об исполнении «Сферума»}
terms:
  - {id: sferum, term: Сферум <q>, means: платформа, synonyms: [сферум]}
questions:
  - {question: "Можно ли <s>?"}
  - {question: Платно ли?, text: Нет.}
instructions:
  instructions/teacher.md: {title: Педагогу <i>, audience: [teacher], implements: ["2.4"]}
pages:
  guide/index.md: {title: Руководство}
  guide/a.md: {title: Первая}
order_texts: []
attachments: [files/a.pdf]
"#;

struct Made {
    site: Site,
    renderer: Renderer,
}

fn made(text: &str) -> Made {
    let site = site(text, "2026-11-22");
    let mut out = Diagnostics::default();
    let theme = crate::theme::load("default", site.settings.lang, None, &SourceSet::default(), 0, &mut out);
    let renderer = Renderer::new(&site, theme, &mut out);
    assert!(out.items().is_empty(), "{:?}", out.items());
    Made { site, renderer }
}

impl Made {
    #[track_caller]
    fn page(&self, path: &str) -> String {
        let out = OutPath::new(path).unwrap();
        let job = self.site.routes.get(&out).unwrap_or_else(|| panic!("no route to {path}"));
        let (bytes, found) = self.renderer.render(&self.site, &out, job, &|_| Doc::default());
        assert!(found.items().is_empty(), "{path}: {:?}", found.items());
        // Typesetting is tried elsewhere; here words are compared.
        let page = String::from_utf8(bytes).unwrap().replace('\u{a0}', " ");
        let mut kept = page.split("<span class=\"nb\">");
        let mut plain = kept.next().unwrap_or_default().to_owned();
        kept.for_each(|rest| plain.push_str(&rest.replacen("</span>", "", 1)));
        plain
    }
}

#[track_caller]
fn check(path: &str, expected: &[&str]) {
    let page = made(SCHOOL).page(path);
    for words in expected {
        assert!(page.contains(words), "{path} lacks {words:?}:\n{page}");
    }
}

#[track_caller]
fn check_absent(path: &str, words: &[&str]) {
    let page = made(SCHOOL).page(path);
    for words in words {
        assert!(!page.contains(words), "{path} has {words:?}:\n{page}");
    }
}

#[test]
fn every_page_is_made_and_has_what_all_pages_have() {
    for text in
        [SCHOOL.to_owned(), SCHOOL.replace("  title: \"Раздел <b>\"", "  title: \"Раздел <b>\"\n  language: en")]
    {
        let made = made(&text);
        let jobs = made.site.routes.iter().filter(|(out, _)| out.extension() == "html");
        let mut count = 0;
        for (out, _) in jobs {
            let page = made.page(out.as_str());
            for (part, times) in
                [("<h1", 1), ("<main", 1), ("<title>", 1), ("Content-Security-Policy", 1), ("itemprop=\"copy\"", 1)]
            {
                assert_eq!(page.matches(part).count(), times, "{part} in {out}:\n{page}");
            }
            // Facts for machines are data; whatever runs is a file.
            let kept =
                page.matches("<script src=").count() + page.matches("<script type=\"application/ld+json\">").count();
            assert_eq!(page.matches("<script").count(), kept, "{out}:\n{page}");
            for hostile in ["<b>", "<i>", "<q>", "<u>", "<s>", "javascript:", " style=", "<script>", " onclick"] {
                assert!(!page.contains(hostile), "{hostile} in {out}:\n{page}");
            }
            let ids: Vec<&str> = page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
            let unique: std::collections::BTreeSet<&str> = ids.iter().copied().collect();
            assert_eq!(ids.len(), unique.len(), "an id stands twice in {out}: {ids:?}");
            count += 1;
        }
        assert!(count > 20, "{count} pages");
    }
}

#[test]
fn links_are_relative_and_lead_to_routes() {
    let made = made(SCHOOL);
    for (out, job) in made.site.routes.iter().filter(|(out, job)| out.extension() == "html" && **job != Job::NotFound) {
        let page = made.page(out.as_str());
        for href in page.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            if href.starts_with('#') || href.contains(':') || href.contains("assets/") {
                continue;
            }
            let mut steps: Vec<&str> = out.folder().split('/').filter(|s| !s.is_empty()).collect();
            for step in href.split('#').next().unwrap_or_default().split('/') {
                match step {
                    ".." => assert!(steps.pop().is_some(), "{href} in {out} leaves the site"),
                    step => steps.push(step),
                }
            }
            let to = OutPath::new(steps.join("/")).unwrap_or_else(|_| panic!("{href} in {out}"));
            assert!(made.site.routes.get(&to).is_some(), "{href} in {out} ({job:?}) leads nowhere");
        }
    }
}

#[test]
fn home_answers_at_a_glance() {
    check(
        "index.html",
        &[
            "Действует с 15.10.2026: приказ от 16.06.2026 № 2.",
            "Размещение по пункту 2.1 Положения, 2026/2027 учебный год. Сведения на 22.11.2026",
            "Иванова Анна Петровна",
            "на период временного отсутствия — Петрова М. С.",
            "Не назначен. Обращайтесь к директору",
            "Я — педагог",
            "data-deadline=\"2027-05-01\"",
            "data-passed=\"Срок наступил 1 мая 2027 года. Сведения — на 22 ноября 2026 года.\"",
        ],
    );
}

#[test]
fn contacts_without_a_basis_never_leave_the_source() {
    check("responsible.html", &["+7 111", "кабинет 214", "Ответственные лица на 22.11.2026"]);
    let made = made(SCHOOL);
    for (out, _) in made.site.routes.iter().filter(|(out, _)| out.extension() == "html") {
        let page = made.page(out.as_str());
        assert!(!page.contains("+7 222") && !page.contains("b@shkola.example"), "a contact leaked in {out}");
    }
}

#[test]
fn former_holders_are_hidden_unless_the_school_shows_them() {
    check("responsible.html", &["с 15.04.2024 по 15.06.2026: имя не публикуется"]);
    check_absent("responsible.html", &["Королёва"]);
    let shown = SCHOOL.replace("  base_url", "  former_staff: show\n  base_url");
    assert!(made(&shown).page("responsible.html").contains("с 15.04.2024 по 15.06.2026: Королёва Татьяна Игоревна"));
}

#[test]
fn an_order_reads_as_it_was_signed() {
    check(
        "orders/old.html",
        &[
            "ПРИКАЗ",
            "№ 1",
            "ПРИКАЗЫВАЮ:",
            "<p id=\"n1\" class=\"point\" data-cite=\"пункт 1\"><a class=\"number\" href=\"#n1\">1.</a> Назначить Королёву Татьяну Игоревну, учителя, администратором «Сферума».</p>",
            "<p id=\"n2\" class=\"point\" data-cite=\"пункт 2\"><a class=\"number\" href=\"#n2\">2.</a> Контроль &lt;s&gt;</p>",
            "Подписанный файл не размещён",
        ],
    );
    // The end of an appointment was given by a later order.
    check_absent("orders/old.html", &["15.06.2026"]);
    check("orders/new.html", &["Назначить администратором «Сферума»: Иванова Анна Петровна, учитель."]);
    check(
        "orders/sub.html",
        &[
            "Назначить Петрову Марию Сергеевну администратором «Сферума» на период временного отсутствия основного работника по 05.12.2026.",
        ],
    );
}

#[test]
fn editions_say_what_is_in_force() {
    check(
        "regulations/sferum.html",
        &["Действует с 15.10.2026 по 31.08.2027", "и введено в действие приказом директора МАОУ «Школа»"],
    );
    check_absent("regulations/sferum.html", &["class=\"notice"]);
    check(
        "regulations/sferum/2024-04-15.html",
        &[
            "Эта редакция не действует с 15.10.2026: её заменила следующая.",
            "ПРИНЯТО",
            "педагогическим советом МАОУ «Школа»",
            "(протокол от 27.03.2024 № 5)",
        ],
    );
    check("regulations/sferum/2027-09-01.html", &["Эта редакция ещё не действует. Она вступит в силу 01.09.2027."]);
}

#[test]
fn an_edition_says_how_it_is_cited() {
    check(
        "regulations/sferum/2024-04-15.html",
        &["data-cited-as=\"Положения &lt;i&gt;, утверждённого приказом от 15.04.2024 № 1\""],
    );
    // What no order has approved is cited by its name alone.
    let draft = made(&SCHOOL.replace("{title: Положение <i>, order: new}", "{title: Положение <i>, order: nowhere}"));
    assert!(draft.page("regulations/sferum/2026-10-15.html").contains("data-cited-as=\"Положения &lt;i&gt;\""));
}

#[test]
fn silence_is_said_honestly() {
    check(
        "questions.html",
        &[
            "ответа на этот вопрос нет. Это не значит, что запрещено или разрешено. Спросите администратора платформы или школу: +7 (342) 000-00-00, доб. 1, a@shkola.example.",
        ],
    );
}

#[test]
fn what_recommends_is_never_in_force() {
    check("acts.html", &["Письмо от 31.07.2023 № 04-423 «Об исполнении „Сферума“» — <strong>применяется</strong>"]);
}

#[test]
fn only_pages_of_a_day_say_the_day() {
    for path in ["orders/new.html", "terms.html", "contents.html", "guide/a.html", "decisions/first.html"] {
        check_absent(path, &["Сведения на"]);
    }
}

#[test]
fn the_page_itself_is_marked_in_the_navigation() {
    check("guide/a.html", &["<a href=\"a.html\" aria-current=\"page\">Первая</a>"]);
}

#[test]
fn a_page_for_lost_addresses_has_full_links_or_none() {
    check(
        "404.html",
        &[
            "href=\"https://shkola.example/sferum/assets/css/svod.css\"",
            "href=\"https://shkola.example/sferum/contents.html\"",
        ],
    );
    let alone = made(&SCHOOL.replace("  base_url: https://shkola.example/sferum/\n", "")).page("404.html");
    let links: Vec<&str> = alone.split("href=\"").skip(1).filter_map(|r| r.split('"').next()).collect();
    assert!(links.iter().all(|l| l.starts_with('#') || l.contains(':')), "{links:?}");
    assert!(!alone.contains("<script") && !alone.contains("stylesheet"));
}

#[test]
fn the_sitemap_has_dates_from_data_alone() {
    let xml = made(SCHOOL).page("sitemap.xml");
    assert!(xml.contains("<loc>https://shkola.example/sferum/orders/new.html</loc><lastmod>2026-06-16</lastmod>"));
    assert!(xml.contains("<loc>https://shkola.example/sferum/</loc></url>"));
    assert!(!xml.contains("2026-11-22") && !xml.contains("404.html") && !xml.contains(".pdf"), "{xml}");
}
