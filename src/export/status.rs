//! What `svod status --format json` prints: where each deadline stands, who answers for what, what is vacant.

use serde::Serialize;

use crate::base::Date;
use crate::model::{Appointment, DeadlineRow, Register, RequiredDocument, RowStatus};
use crate::schema::Requirement;
use crate::schema::records::Deadline;

#[derive(Serialize)]
struct Status<'a> {
    today: String,
    deadlines: Vec<Row<'a>>,
    appointments: Vec<Holder<'a>>,
    vacancies: Vec<&'a str>,
}

#[derive(Serialize)]
struct Row<'a> {
    id: &'a str,
    school_year: String,
    clause: String,
    due: String,
    work_by: Option<String>,
    status: &'static str,
    partial: bool,
    carried: bool,
    days: i32,
    requires: Vec<Document>,
}

#[derive(Serialize)]
struct Document {
    document: String,
    signed: Option<String>,
    work_by: String,
    published: Option<String>,
    within_ten_days: Option<bool>,
}

#[derive(Serialize)]
struct Holder<'a> {
    role: &'a str,
    person: &'a str,
    order: &'a str,
    from: String,
    until: Option<String>,
    substitute: bool,
}

/// The state of a register on a day. Days are written `2026-04-30`; what is not there is `null`.
#[must_use]
pub(crate) fn json(register: &Register, today: Date) -> String {
    let deadlines = register
        .deadlines
        .iter()
        .flat_map(|deadline| register.rows(deadline, today).into_iter().map(move |row| (deadline, row)))
        .map(|(deadline, line)| row(deadline, &line))
        .collect();
    let status = Status {
        today: today.to_string(),
        deadlines,
        appointments: register
            .roles
            .iter()
            .flat_map(|role| register.holders(role.id.as_str(), today))
            .map(holder)
            .collect(),
        vacancies: register.vacancies(today).into_iter().map(|role| role.id.as_str()).collect(),
    };
    // Strings, numbers and lists always serialize.
    serde_json::to_string_pretty(&status).unwrap_or_default() + "\n"
}

fn row<'a>(deadline: &'a Deadline, row: &DeadlineRow) -> Row<'a> {
    Row {
        id: deadline.id.as_str(),
        school_year: row.school_year.to_string(),
        clause: deadline.clause.to_string(),
        due: row.due.to_string(),
        work_by: row.work_by.map(|day| day.date.to_string()),
        status: name(row.status),
        partial: row.partial,
        carried: row.carried,
        days: row.days,
        requires: row.requires.iter().map(document).collect(),
    }
}

/// The name of a state for machines.
#[must_use]
pub(crate) fn name(status: RowStatus) -> &'static str {
    match status {
        RowStatus::Upcoming => "upcoming",
        RowStatus::DueToday => "due-today",
        RowStatus::Met => "met",
        RowStatus::MetLate => "met-late",
        RowStatus::Overdue => "overdue",
    }
}

fn document(required: &RequiredDocument) -> Document {
    Document {
        document: required.document.as_ref().map_or_else(|| asked(&required.requirement), ToString::to_string),
        signed: required.signed.map(|day| day.to_string()),
        work_by: required.work_by.date.to_string(),
        published: required.published.map(|day| day.to_string()),
        within_ten_days: required.within_ten_days,
    }
}

/// A requirement as the data file writes it.
fn asked(requirement: &Requirement) -> String {
    match requirement {
        Requirement::Decision => "decision".to_owned(),
        Requirement::Order(role) => format!("order:{role}"),
        Requirement::Edition => "edition".to_owned(),
    }
}

fn holder(appointment: &Appointment) -> Holder<'_> {
    Holder {
        role: &appointment.role,
        person: &appointment.person,
        order: &appointment.order,
        from: appointment.period.from.to_string(),
        until: appointment.period.until.map(|day| day.to_string()),
        substitute: appointment.is_substitute(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fixture::{date, register};

    const SCHOOL: &str = "
staff:
  - {id: ivanova, name: Иванова, positions: [{title: учитель, category: teaching}]}
  - {id: petrova, name: Петрова, positions: [{title: учитель, category: teaching}]}
roles:
  - {id: administrator, title: Администратор, required: да}
  - {id: curator, title: Куратор, required: да}
regulations:
  sferum:
    2026-04-15: {title: Положение, order: '132'}
decisions:
  - {id: spring, regulation: sferum, school_year: 2025/2026, date: 27.03.2026, body: педсовет, text: Решили}
orders:
  - {id: '132', number: 132, date: 15.04.2026, title: О, signed_by: {name: Д, position: д}, appoints: [{person: ivanova, role: administrator}, {person: petrova, role: administrator, from: 20.04.2026, until: return, instead_of: ivanova}]}
deadlines:
  - {id: may, title: Разместить, clause: sferum#2.1, due: 1 мая, requires: [decision, 'order:administrator']}
publications:
  - {document: 'decision:spring', date: 02.04.2026}
";

    fn status(today: &str) -> serde_json::Value {
        serde_json::from_str(&json(&register(SCHOOL), date(today))).unwrap()
    }

    #[test]
    fn everything_that_is_promised() {
        let expected = serde_json::json!({
            "today": "2026-04-20",
            "deadlines": [{
                "id": "may", "school_year": "2025/2026", "clause": "sferum#2.1", "due": "2026-05-01",
                "work_by": "2026-04-29", "status": "upcoming", "partial": true, "carried": false, "days": 11,
                "requires": [
                    {
                        "document": "decision:spring", "signed": "2026-03-27", "work_by": "2026-04-10",
                        "published": "2026-04-02", "within_ten_days": true,
                    },
                    {
                        "document": "order:132", "signed": "2026-04-15", "work_by": "2026-04-29",
                        "published": null, "within_ten_days": null,
                    },
                ],
            }],
            "appointments": [
                {
                    "role": "administrator", "person": "ivanova", "order": "132", "from": "2026-04-15",
                    "until": null, "substitute": false,
                },
                {
                    "role": "administrator", "person": "petrova", "order": "132", "from": "2026-04-20",
                    "until": null, "substitute": true,
                },
            ],
            "vacancies": ["curator"],
        });
        assert_eq!(status("2026-04-20"), expected);
    }

    #[test]
    fn what_is_not_signed_is_named_by_what_was_asked() {
        let before = status("2026-04-14");
        assert_eq!(before["deadlines"][0]["requires"][1]["document"], "order:administrator");
        assert_eq!(before["deadlines"][0]["requires"][1]["signed"], serde_json::Value::Null);
        assert_eq!(before["vacancies"], serde_json::json!(["administrator", "curator"]));
    }

    #[test]
    fn a_site_without_data_has_a_status_too() {
        let text = json(&Register::default(), date("2026-04-14"));
        let expected = serde_json::json!({"today": "2026-04-14", "deadlines": [], "appointments": [], "vacancies": []});
        assert_eq!(serde_json::from_str::<serde_json::Value>(&text).unwrap(), expected);
    }
}
