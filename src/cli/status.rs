//! What `svod status` prints for people: deadlines, what to post and by when, who is responsible until when, what is missing.
//!
//! Reads: the register and the day. Writes: text. Touches: nothing. Programs read `export::status` instead.

use std::collections::BTreeMap;

use crate::base::Date;
use crate::diag::Arg;
use crate::messages::Words;
use crate::model::{Appointment, DeadlineRow, Register, RowStatus, WorkDay};
use crate::schema::records::Role;
use crate::schema::{DocumentRef, Requirement};

/// The whole text.
#[must_use]
pub(crate) fn human(register: &Register, today: Date, words: &Words) -> String {
    let view = View { register, today, words };
    let mut out = words.text("status-today", &[("date", today.into())]);
    out.push('\n');
    view.deadlines(&mut out);
    view.to_post(&mut out);
    view.people(&mut out);
    view.lacking(&mut out);
    out
}

struct View<'a> {
    register: &'a Register,
    today: Date,
    words: &'a Words,
}

/// A line under «Что разместить»: what, and by when.
struct ToPost {
    what: String,
    by: WorkDay,
}

impl View<'_> {
    fn text(&self, key: &str, args: &[(&'static str, Arg)]) -> String {
        self.words.text(key, args)
    }

    fn heading(&self, key: &str, out: &mut String) {
        out.push_str(&format!("\n{}\n", self.text(key, &[])));
    }

    fn deadlines(&self, out: &mut String) {
        self.heading("status-deadlines", out);
        if self.register.deadlines.is_empty() {
            out.push_str(&format!("  {}\n", self.text("status-no-deadlines", &[])));
        }
        for deadline in self.register.deadlines.iter() {
            let args = [("title", deadline.title.as_str().into()), ("clause", deadline.clause.local().into())];
            out.push_str(&format!("  {}\n", self.text("status-deadline", &args)));
            let rows = self.register.rows(deadline, self.today);
            if rows.is_empty() {
                out.push_str(&format!("    {}\n", self.text("status-no-rows", &[])));
            }
            let lines = rows.iter().map(|row| {
                let due = self.text("status-due", &[("date", row.due.into())]);
                [row.school_year.to_string(), due, self.row_status(row)]
            });
            out.push_str(&table(&lines.collect::<Vec<_>>(), "    "));
        }
    }

    fn row_status(&self, row: &DeadlineRow) -> String {
        let days = [("days", Arg::Count(row.days.unsigned_abs().into()))];
        let mut status = match row.status {
            RowStatus::Upcoming => self.text("status-row-upcoming", &days),
            RowStatus::DueToday => self.text("status-row-due-today", &[]),
            // «В срок» would claim too much of papers of earlier years, posted by earlier days.
            RowStatus::Met if row.carried => self.text("status-row-carried", &[]),
            RowStatus::Met => self.text("status-row-met", &[]),
            RowStatus::MetLate => self.text("status-row-met-late", &[]),
            RowStatus::Overdue => self.text("status-row-overdue", &days),
        };
        if row.partial {
            status.push_str("; ");
            status.push_str(&self.text("status-row-partial", &[]));
        }
        status
    }

    fn to_post(&self, out: &mut String) {
        self.heading("status-to-post", out);
        let missing = self.missing();
        if missing.is_empty() {
            out.push_str(&format!("  {}\n", self.text("status-all-posted", &[])));
        }
        let lines = missing.into_iter().map(|line| {
            let mut by = self.text("status-due", &[("date", line.by.date.into())]);
            for (holds, key) in [(line.by.date < self.today, "status-late"), (!line.by.exact, "status-approximate")] {
                if holds {
                    by.push_str("; ");
                    by.push_str(&self.text(key, &[]));
                }
            }
            [line.what, by]
        });
        out.push_str(&table(&lines.collect::<Vec<_>>(), "  "));
    }

    /// What the latest row of each deadline lacks, and signed documents that were never posted; earliest day first.
    fn missing(&self) -> Vec<ToPost> {
        let mut documents: BTreeMap<DocumentRef, WorkDay> = BTreeMap::new();
        let mut add = |document: DocumentRef, by: WorkDay| {
            let day = documents.entry(document).or_insert(by);
            if by.date < day.date {
                *day = by;
            }
        };
        let mut unsigned: Vec<ToPost> = Vec::new();
        for deadline in self.register.deadlines.iter() {
            let rows = self.register.rows(deadline, self.today);
            // What an earlier row lacked and still counts, the latest row asks for again.
            let lacking = rows.last().filter(|row| !matches!(row.status, RowStatus::Met | RowStatus::MetLate));
            for required in lacking.iter().flat_map(|row| &row.requires).filter(|r| r.published.is_none()) {
                match &required.document {
                    Some(document) => add(document.clone(), required.work_by),
                    None => unsigned.push(ToPost { what: self.needed(&required.requirement), by: required.work_by }),
                }
            }
        }
        for clock in self.register.clocks(self.today) {
            // What was posted in time and taken down since needs nothing.
            if clock.published.is_none() && clock.within_ten_days != Some(true) {
                add(clock.document, clock.work_by);
            }
        }
        let signed = documents.into_iter().map(|(document, by)| ToPost { what: self.document(&document), by });
        let mut all: Vec<ToPost> = signed.chain(unsigned).collect();
        all.sort_by_key(|line| line.by.date);
        all
    }

    fn document(&self, document: &DocumentRef) -> String {
        match document {
            DocumentRef::Decision(id) => match self.register.decisions.get(id) {
                Some(decision) => self.text("status-decision", &[("date", decision.date.into())]),
                None => document.to_string(),
            },
            DocumentRef::Order(id) => self.order(id),
            DocumentRef::Edition(slug, date) => {
                self.text("status-edition", &[("date", (*date).into()), ("regulation", slug.as_str().into())])
            }
            DocumentRef::File(path) => self.text("status-file", &[("path", path.as_str().into())]),
        }
    }

    fn order(&self, id: &str) -> String {
        match self.register.orders.get(id) {
            Some(order) => {
                let args = [("date", order.date.into()), ("number", order.number.as_str().into())];
                self.text("status-order", &args)
            }
            None => format!("order:{id}"),
        }
    }

    fn needed(&self, requirement: &Requirement) -> String {
        match requirement {
            Requirement::Decision => self.text("status-need-decision", &[]),
            Requirement::Edition => self.text("status-need-edition", &[]),
            Requirement::Order(id) => {
                let role = self.register.roles.get(id).map_or(id.as_str(), |role| role.title.as_str());
                self.text("status-need-order", &[("role", role.into())])
            }
        }
    }

    fn people(&self, out: &mut String) {
        self.heading("status-people", out);
        if self.register.roles.is_empty() {
            out.push_str(&format!("  {}\n", self.text("status-no-roles", &[])));
        }
        let held = |role: &Role| self.register.holders(role.id.as_str(), self.today);
        let rows: Vec<[String; 3]> = self.register.roles.iter().flat_map(held).map(|a| self.holder(a)).collect();
        // Columns run through all roles.
        let lines = table(&rows, "    ");
        let mut lines = lines.lines();
        for role in self.register.roles.iter() {
            out.push_str(&format!("  {}\n", role.title));
            let count = held(role).len();
            if count == 0 {
                out.push_str(&format!("    {}\n", self.text("status-nobody", &[])));
            }
            lines.by_ref().take(count).for_each(|line| out.push_str(&format!("{line}\n")));
        }
    }

    /// Who, until when, by which order.
    fn holder(&self, appointment: &Appointment) -> [String; 3] {
        let name = |id: &str| self.register.people.get(id).map_or(id.to_owned(), |person| person.name.clone());
        let until = match appointment.period.until {
            Some(day) => Arg::Date(day),
            None if appointment.until_return => Arg::Word("status-return".to_owned()),
            None => Arg::Text(String::new()),
        };
        let period = self.text("status-period", &[("from", appointment.period.from.into()), ("until", until)]);
        let name = match &appointment.instead_of {
            Some(replaced) => {
                let args = [("name", name(&appointment.person).into()), ("instead", name(replaced).into())];
                self.text("status-substitute", &args)
            }
            None => name(&appointment.person),
        };
        [name, period, self.order(&appointment.order)]
    }

    /// What nobody has done yet, besides posting: roles that stand empty, orders without their signed file, years of
    /// the calendar by which days are counted.
    fn lacking(&self, out: &mut String) {
        let vacant: Vec<&Role> = self.register.vacancies(self.today);
        let vacant = vacant.into_iter().map(|role| self.text("status-vacant", &[("role", role.title.as_str().into())]));
        let signed = self.register.orders.iter().filter(|order| order.date <= self.today && order.file.is_none());
        let signed =
            signed.map(|order| self.text("status-no-file", &[("order", self.order(order.id.as_str()).into())]));
        let rows = self.register.deadlines.iter().filter_map(|d| self.register.rows(d, self.today).pop());
        let mut unfilled: Vec<i16> =
            rows.flat_map(|row| self.register.calendar.unfilled(self.today.min(row.due), row.due)).collect();
        unfilled.sort_unstable();
        unfilled.dedup();
        let unfilled =
            unfilled.into_iter().map(|year| self.text("status-no-calendar", &[("year", year.to_string().into())]));
        let lines: Vec<String> = vacant.chain(signed).chain(unfilled).collect();
        if !lines.is_empty() {
            self.heading("status-lacking", out);
            lines.iter().for_each(|line| out.push_str(&format!("  {line}\n")));
        }
    }
}

/// Rows with columns as wide as their widest cell, two spaces between; the last column is as it is.
fn table<const N: usize>(rows: &[[String; N]], indent: &str) -> String {
    let mut widths = [0; N];
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.chars().count());
        }
    }
    let mut out = String::new();
    for row in rows {
        let mut line = indent.to_owned();
        for (width, cell) in widths.iter().zip(row) {
            line.push_str(&format!("{cell:<width$}  "));
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests;
