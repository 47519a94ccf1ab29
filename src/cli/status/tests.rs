//! The status as people read it.

use super::*;
use crate::base::Lang;
use crate::model::fixture::{date, register};

const SCHOOL: &str = "
staff:
  - {id: ivanova, name: Иванова Анна Петровна, positions: [{title: учитель, category: teaching}]}
  - {id: petrova, name: Петрова Мария Сергеевна, positions: [{title: учитель, category: teaching}]}
roles:
  - {id: administrator, title: Администратор платформы, required: да}
  - {id: curator, title: Куратор, required: да}
regulations:
  sferum:
    2026-04-15: {title: Положение, order: '132'}
decisions:
  - {id: spring, regulation: sferum, school_year: 2025/2026, date: 27.03.2026, body: педсовет, text: Решили}
orders:
  - {id: '132', number: 01-07/132, date: 15.04.2026, title: О, signed_by: {name: Д, position: д}, appoints: [{person: ivanova, role: administrator, until: 31.08.2026}, {person: petrova, role: administrator, from: 20.04.2026, until: return, instead_of: ivanova}]}
deadlines:
  - {id: may, title: Решение и приказ, clause: sferum#2.1, due: 1 мая, requires: [decision, 'order:administrator']}
publications:
  - {document: 'decision:spring', date: 02.04.2026}
  - {document: 'edition:sferum@2026-04-15', date: 17.04.2026}
";

#[track_caller]
fn check(text: &str, today: &str, expected: &str) {
    let register = register(text);
    assert_eq!(human(&register, date(today), &Words::new(Lang::Ru)), expected);
    let english = human(&register, date(today), &Words::new(Lang::En));
    assert!(!english.contains('$') && !english.contains("status-"), "{english}");
}

#[test]
fn something_is_missing() {
    check(
        SCHOOL,
        "2026-04-20",
        "\
Сведения на 20.04.2026

Сроки
  Решение и приказ, пункт 2.1
    2025/2026  не позднее 01.05.2026  предстоит, осталось 11 дней; размещено частично

Что разместить
  приказ от 15.04.2026 № 01-07/132  не позднее 29.04.2026

Кто отвечает
  Администратор платформы
    Иванова Анна Петровна                                     с 15.04.2026 по 31.08.2026        приказ от 15.04.2026 № 01-07/132
    Петрова Мария Сергеевна, замещает: Иванова Анна Петровна  с 20.04.2026 по день возвращения  приказ от 15.04.2026 № 01-07/132
  Куратор
    никто не назначен

Чего не хватает
  не назначен никто, хотя роль обязательна: Куратор
  нет подписанного файла: приказ от 15.04.2026 № 01-07/132
",
    );
}

#[test]
fn nothing_is_signed_yet() {
    let text =
        SCHOOL.replace("orders:\n  - {id: '132'", "orders:\n  - {id: later").replace("order: '132'", "order: later");
    let text = text.replace("date: 15.04.2026", "date: 30.04.2026");
    let register = register(&text);
    let shown = human(&register, date("2026-04-20"), &Words::new(Lang::Ru));
    assert!(
        shown.contains("  приказ о назначении: Администратор платформы (ещё не подписан)  не позднее 30.04.2026\n"),
        "{shown}"
    );
}

#[test]
fn a_calendar_that_is_not_filled_in() {
    let calendar = "calendar: {years: {2025: {}}}\n";
    let shown = human(&register(&format!("{calendar}{SCHOOL}")), date("2026-04-20"), &Words::new(Lang::Ru));
    assert!(shown.ends_with("  не заполнен рабочий календарь на 2026 год (data/calendar.yml)\n"), "{shown}");
}

#[test]
fn an_empty_site() {
    check(
        "staff: []",
        "2026-04-20",
        "\
Сведения на 20.04.2026

Сроки
  Сроков нет: их перечисляют в data/deadlines.yml.

Что разместить
  Всё, что должно быть размещено, размещено.

Кто отвечает
  Ролей нет: их перечисляют в data/roles.yml.
",
    );
}

#[test]
fn days_left_and_passed_are_counted_in_words() {
    let shown = |today: &str| human(&register(SCHOOL), date(today), &Words::new(Lang::Ru));
    assert!(shown("2026-04-30").contains("предстоит, остался 1 день"));
    assert!(shown("2026-05-01").contains("сегодня последний день"));
    assert!(
        shown("2026-05-03").contains("не размещено, срок прошёл 2 дня назад; размещено частично"),
        "{}",
        shown("2026-05-03")
    );
    assert!(shown("2026-05-03").contains("не позднее 29.04.2026; срок прошёл\n"));
}

#[test]
fn papers_of_earlier_years_are_told_from_those_posted_in_time() {
    let posted = SCHOOL.to_owned() + "  - {document: 'order:132', date: 17.04.2026}\n";
    let shown = |today: &str| human(&register(&posted), date(today), &Words::new(Lang::Ru));
    let (first, next) = (shown("2026-04-30"), shown("2026-11-22"));
    assert!(first.contains("  2025/2026  не позднее 01.05.2026  размещено в срок\n"), "{first}");
    assert!(next.contains("  2026/2027  не позднее 01.05.2027  действуют документы, размещённые ранее\n"), "{next}");
    assert!(next.contains("\n  Всё, что должно быть размещено, размещено.\n"), "{next}");
}
