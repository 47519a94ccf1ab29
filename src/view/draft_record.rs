//! The record of a drafted order, to be put into `orders.yml` when the order is signed.
//!
//! What is not known yet (number, date, who is to be appointed) is left empty, so that it is a finding until it is
//! filled in. The record appoints the same people for the same time, and its page says what the paper says.

use crate::model::{Draft, DraftLine, DraftRequest};
use crate::schema::Until;

use super::context::Cx;
use super::draft::{DraftPage, accusative};

/// The record as YAML, with remarks on what is still to be done.
pub(crate) fn record(cx: Cx<'_>, request: &DraftRequest, draft: &Draft<'_>, page: &DraftPage<'_>) -> String {
    let mut lines = vec![remark(&cx.word("draft-record-paste"))];
    let id = id(cx, request, draft);
    lines.push(format!("- id: {id}"));
    let todo = |value: Option<String>, word: &str| match value {
        Some(value) => format!(" {value}"),
        None => format!(" # {}", cx.word(word)),
    };
    lines.push(format!("  number:{}", todo(request.number.as_deref().map(quoted), "draft-record-number")));
    lines.push(format!("  date:{}", todo(request.date.map(|date| date.dotted()), "draft-record-date")));
    lines.push(format!("  title: {}", text(&page.title)));
    lines.extend(page.place.map(|place| format!("  place: {}", text(place))));
    lines.push("  signed_by:".to_owned());
    lines.push(format!("    name: {}", text(&page.signatory_name)));
    lines.push(format!("    position: {}", text(&small(&page.signatory_position))));
    lines.extend(page.preamble.as_deref().map(|preamble| format!("  preamble: {}", text(preamble))));
    lines.push("  appoints:".to_owned());
    for line in &draft.lines {
        appointment(cx, request, draft, line, page.annex.is_empty(), &mut lines);
    }
    let own = page.points.iter().skip(if page.annex.is_empty() { draft.lines.len() } else { 1 });
    lines.push("  points:".to_owned());
    lines.extend(own.map(|point| format!("    - {}", text(point))));
    lines.push(format!("  # file: files/{id}.pdf   # {}", cx.word("draft-record-file")));
    lines.extend(endings(cx, request, draft));
    lines.join("\n") + "\n"
}

/// A name that no order has: of the year and the number, else of the first role.
fn id(cx: Cx<'_>, request: &DraftRequest, draft: &Draft<'_>) -> String {
    let number = request.number.as_deref().unwrap_or_default();
    let tail: String =
        number.rsplit('/').next().unwrap_or_default().chars().filter(char::is_ascii_alphanumeric).collect();
    let role = draft.lines.first().map_or("order", |line| line.role.id.as_str());
    let name = if tail.is_empty() { role.to_owned() } else { tail.to_ascii_lowercase() };
    let stem = format!("prikaz-{}-{name}", draft.day.year());
    let taken = |id: &String| cx.site.register.orders.get(id).is_some();
    let numbered = (2_u32..).map(|n| format!("{stem}-{n}"));
    std::iter::once(stem.clone()).chain(numbered).find(|id| !taken(id)).unwrap_or(stem)
}

fn appointment(
    cx: Cx<'_>,
    request: &DraftRequest,
    draft: &Draft<'_>,
    line: &DraftLine<'_>,
    named: bool,
    lines: &mut Vec<String>,
) {
    match line.person {
        Some(person) => lines.push(format!("    - person: {}", person.id.as_str())),
        None => lines.push(format!("    - person: # {}", cx.word("draft-record-person"))),
    }
    lines.push(format!("      role: {}", line.role.id.as_str()));
    if let (true, Some(person)) = (named, line.person) {
        lines.push("      as_written:".to_owned());
        lines.push(format!("        name: {}", text(person.name_accusative.as_deref().unwrap_or(&person.name))));
        let position = line.position.map(|p| accusative(&p.title).unwrap_or_else(|| p.title.clone()));
        lines.extend(position.map(|position| format!("        position: {}", text(&position))));
    }
    lines.extend(request.from.map(|from| format!("      from: {}", from.dotted())));
    match request.until {
        Some(Until::Date(until)) => lines.push(format!("      until: {}", until.dotted())),
        Some(Until::Return) => lines.push("      until: return".to_owned()),
        None => {}
    }
    if request.substitute {
        let held = cx.site.register.holders(line.role.id.as_str(), draft.day);
        let own = |person: &str| line.person.is_some_and(|p| p.id.as_str() == person);
        let replaced = held.iter().find(|a| !a.is_substitute() && !own(&a.person));
        lines.extend(replaced.map(|a| format!("      instead_of: {}", a.person)));
    }
}

/// Where the last day of whoever is relieved belongs: the day before.
fn endings(cx: Cx<'_>, request: &DraftRequest, draft: &Draft<'_>) -> Vec<String> {
    let last = request.from.or(request.date).map(|day| day.plus_days(-1).dotted());
    let last = last.unwrap_or_else(|| cx.word("draft-record-day-before"));
    let places = draft.ends.iter().flat_map(|end| {
        let roles = end.roles.iter().map(|role| role.id.as_str()).collect::<Vec<_>>().join(", ");
        let values = [("order", end.order.id.as_str().into()), ("roles", (&roles).into()), ("last", (&last).into())];
        cx.say("draft-record-end", &values).lines().map(remark).collect::<Vec<_>>()
    });
    places.collect()
}

fn remark(words: &str) -> String {
    words.lines().map(|line| format!("# {line}")).collect::<Vec<_>>().join("\n")
}

/// A position as it stands within a sentence.
fn small(position: &str) -> String {
    let mut letters = position.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

/// Words that YAML or our keys read as something else than text.
const WORDS: &[&str] = &["y", "n", "yes", "no", "on", "off", "true", "false", "null", "return", "да", "нет"];

/// A text of YAML, in quotes where it could be read as something else.
fn text(value: &str) -> String {
    let first = value.chars().next().unwrap_or(' ');
    let plain = first.is_alphabetic()
        && !value.contains(": ")
        && !value.contains(" #")
        && !value.ends_with([':', ' '])
        && !value.contains('\n')
        && !WORDS.contains(&value.to_lowercase().as_str());
    if plain { value.to_owned() } else { quoted(value) }
}

fn quoted(value: &str) -> String {
    format!("\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', " "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_of_yaml() {
        for (value, expected) in [
            ("О назначении лиц", "О назначении лиц"),
            ("директор", "директор"),
            ("нет", "\"нет\""),
            ("О чатах: «Сферум»", "\"О чатах: «Сферум»\""),
            ("15.04.2026", "\"15.04.2026\""),
            ("- 1", "\"- 1\""),
            ("а \"б\" \\", "а \"б\" \\"),
            ("", "\"\""),
        ] {
            assert_eq!(text(value), expected);
            let read = crate::base::yaml::read(&format!("a: {expected}")).unwrap();
            let crate::base::yaml::NodeKind::Map(map) = read.kind else { panic!("{expected}") };
            assert_eq!(map[0].1.kind, crate::base::yaml::NodeKind::Scalar(value.to_owned()));
        }
        assert_eq!(small("Директор"), "директор");
    }
}
