//! Which years have a row, and which documents a row asks for.

use super::*;

#[test]
fn of_two_holders_of_a_role_for_one_the_later_order_is_asked_for() {
    let text = edited(SCHOOL, &[(", until: 15.06.2026", "")]);
    check_documents(
        &text,
        "30.06.2026",
        "2026/2027",
        &[
            "decision:first 27.03.2026 10.04.2026 02.04.2026 within",
            "order:replacement 16.06.2026 30.06.2026 17.06.2026 within",
        ],
    );
}

#[test]
fn the_first_row() {
    let adopted = |day: &str| {
        edited(
            SCHOOL,
            &[
                ("id: approval, number: 1, date: 15.04.2026", &format!("id: approval, number: 1, date: {day}")),
                ("    2026-10-15: {title: Положение, order: amendment}\n", ""),
            ],
        )
    };
    let first = |text: &str| rows(text, "01.09.2026")[0].school_year.to_string();
    assert_eq!(first(&adopted("01.05.2026")), "2025/2026");
    assert_eq!(first(&adopted("02.05.2026")), "2026/2027");
    assert_eq!(first(&adopted("31.08.2025")), "2025/2026");
    assert_eq!(first(&adopted("01.05.2025")), "2024/2025");
    // The first papers ever signed make an older row good, late.
    let since = edited(SCHOOL, &[("due: 1 мая", "due: 1 мая, since: 2024/2025")]);
    check(&since, "01.05.2026", &["2024/2025 met-late", "2025/2026 met"]);
    // A draft is not adopted.
    let draft = edited(SCHOOL, &[(", order: approval", ""), (", order: amendment", "")]);
    check(&draft, "01.05.2026", &[]);
}

#[test]
fn rows_under_new_decision() {
    let second = "  - {id: second, regulation: sferum, school_year: 2027/2028, date: 30.04.2026, body: п, text: т}\n";
    let text = edited(
        SCHOOL,
        &[("decisions:\n", &format!("decisions:\n{second}")), ("due: 1 мая", "due: 1 мая, each_year: new-decision")],
    );
    check(&text, "01.06.2026", &["2025/2026 met"]);
    check(&text, "01.10.2027", &["2025/2026 met", "2027/2028 upcoming partial"]);
    check_documents(
        &text,
        "01.10.2027",
        "2025/2026",
        &[
            "decision:first 27.03.2026 10.04.2026 02.04.2026 within",
            "order:appointment 15.04.2026 29.04.2026 16.04.2026 within",
        ],
    );
    check_documents(
        &text,
        "01.10.2027",
        "2027/2028",
        &[
            "decision:second 30.04.2026 18.05.2026 - beyond",
            "order:replacement 16.06.2026 30.06.2026 17.06.2026 within",
        ],
    );
}

#[test]
fn a_deadline_of_one_date() {
    let text = edited(SCHOOL, &[("due: 1 мая", "due: 20.04.2026")]);
    check(&text, "01.04.2026", &["2025/2026 upcoming"]);
    check(&text, "20.04.2026", &["2025/2026 met"]);
    check(&text, "01.10.2030", &["2025/2026 met"]);
}

#[test]
fn a_deadline_on_the_leap_day() {
    let text = edited(SCHOOL, &[("due: 1 мая", "due: 02-29, since: 2026/2027")]);
    let dues: Vec<String> = rows(&text, "01.03.2027").iter().map(|r| r.due.dotted()).collect();
    assert_eq!(dues, ["28.02.2027", "29.02.2028"]);
}

#[test]
fn every_order_of_a_role_of_many_is_asked_for() {
    let order = |id: &str, day: &str, people: &[&str]| {
        let appoints: Vec<String> = people.iter().map(|p| format!("{{person: {p}, role: helper}}")).collect();
        format!(
            "  - {{id: {id}, number: 1, date: {day}, title: О, signed_by: {{name: Д, position: д}}, appoints: [{}]}}\n",
            appoints.join(", ")
        )
    };
    let orders = order("b", "16.04.2026", &["ivanova", "petrova"]) + &order("a", "20.04.2026", &["sidorova"]);
    let text = edited(
        SCHOOL,
        &[
            ("orders:\n", &format!("orders:\n{orders}")),
            ("'order:administrator'", "'order:helper'"),
            ("publications:", "publications:\n  - {document: 'order:b', date: 17.04.2026}"),
        ],
    );
    check_documents(
        &text,
        "30.04.2026",
        "2025/2026",
        &[
            "decision:first 27.03.2026 10.04.2026 02.04.2026 within",
            "order:b 16.04.2026 30.04.2026 17.04.2026 within",
            "order:a 20.04.2026 30.04.2026 - open",
        ],
    );
}

#[test]
fn a_substitute_does_not_take_the_place_of_the_holder() {
    let substitute = "  - {id: substitute, number: 5, date: 20.04.2026, title: О, signed_by: {name: Д, position: д}, appoints: [{person: petrova, role: administrator, until: return, instead_of: ivanova}]}\n";
    let text = edited(SCHOOL, &[("orders:\n", &format!("orders:\n{substitute}"))]);
    check(&text, "01.05.2026", &["2025/2026 met"]);
    check_documents(
        &text,
        "01.05.2026",
        "2025/2026",
        &[
            "decision:first 27.03.2026 10.04.2026 02.04.2026 within",
            "order:appointment 15.04.2026 29.04.2026 16.04.2026 within",
        ],
    );
}

#[test]
fn the_edition_in_force_on_the_day() {
    let text = edited(
        SCHOOL,
        &[
            ("[decision, 'order:administrator']", "edition"),
            ("publications:", "publications:\n  - {document: 'edition:sferum@2026-04-15', date: 20.04.2026}"),
        ],
    );
    check(&text, "01.05.2026", &["2025/2026 met"]);
    // The amendment was not signed yet.
    check(&text, "14.10.2026", &["2025/2026 met", "2026/2027 met carried"]);
    check(&text, "15.10.2026", &["2025/2026 met", "2026/2027 upcoming"]);
    check_documents(&text, "15.10.2026", "2026/2027", &["edition:sferum@2026-10-15 15.10.2026 29.10.2026 - open"]);
}

#[test]
fn what_is_signed_in_time_but_takes_effect_later_counts_where_nothing_else_does() {
    let text = edited(
        SCHOOL,
        &[
            ("    2026-04-15:", "    2026-09-01:"),
            ("[decision, 'order:administrator']", "edition"),
            ("publications:", "publications:\n  - {document: 'edition:sferum@2026-09-01', date: 20.04.2026}"),
        ],
    );
    check(&text, "01.05.2026", &["2025/2026 met"]);
}
