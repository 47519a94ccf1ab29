//! Appointments that the order's own text does not make.

use crate::check::texts::{of_blocks, words};
use crate::check::{Context, Rule};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::model::{OrderText, Register};
use crate::schema::records::AppointmentRecord;

/// # What it does
/// Of an order with a text of its own (`orders/<id>.md`): finds appointments in `orders.yml` of people whose surname the
/// text does not have, in any case.
///
/// # Why
/// Nothing but an order appoints. Where its text is given in full, it has to name who is appointed; otherwise record
/// and paper differ.
///
/// # Example
/// The record appoints `petrova`, the text names Ivanova alone.
///
/// # How to allow
/// `allow: [appointment-not-in-text]` in `site.yml`, or `--allow appointment-not-in-text`.
pub(crate) const RULE: Rule = Rule { code: Code::warning("appointment-not-in-text"), of_absence: true, run };

fn run(cx: &Context<'_>, out: &mut Diagnostics) {
    let register = cx.register();
    for text in &cx.site.order_texts {
        let Some(order) = register.orders.get(&text.order) else { continue };
        for record in &order.appoints {
            let names = names(register, record);
            if !names.is_empty() && !names.iter().any(|name| says(text, name)) {
                out.push(
                    Diagnostic::new(RULE.code, record.at.key("person"))
                        .arg("person", names.first().cloned().unwrap_or_default())
                        .arg("number", order.number.as_str())
                        .arg("path", text.path.as_str())
                        .related("label-order-text", Place::file(text.file)),
                );
            }
        }
    }
}

/// What the text may call the appointed: the name of `staff.yml`, and the name as written.
fn names(register: &Register, record: &AppointmentRecord) -> Vec<String> {
    let person = register.people.get(record.person.as_str());
    let written = record.as_written.as_ref().and_then(|w| w.name.clone());
    person.map(|p| p.name.clone()).into_iter().chain(written).collect()
}

/// Whether a text has the surname of a name: the letters before the ending of its longest word that is no patronymic.
fn says(text: &OrderText, name: &str) -> bool {
    let patronymic = |word: &str| ["вич", "вна", "вича", "вну", "вичу", "вне"].iter().any(|end| word.ends_with(end));
    let surname = name.split(|c: char| !c.is_alphabetic()).filter(|w| w.chars().count() >= 3).find(|w| !patronymic(w));
    let Some(surname) = surname else { return true };
    let letters: Vec<char> = words::folded(surname).collect();
    let keep = if letters.len() > 5 { letters.len() - 2 } else { letters.len().saturating_sub(1).max(2) };
    let stem: String = letters.into_iter().take(keep).collect();
    let passages = of_blocks(text.file, &text.doc.blocks);
    passages.iter().any(|p| (0..p.words.len()).any(|i| words::begins(p.word(i), &stem)))
}
