//! Rights and duties: what a clause lays down, and upon whom, told by its own words and by what instructions say of it.

use crate::base::{Address, Number};
use crate::parse::doc::{BlockKind, Part, plain_text};
use crate::schema::records::Audience;

use super::Site;

/// What a clause gives or asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Norm {
    /// «… вправе:», «имеют право».
    Right,
    /// Whatever else a clause says of those whom it names: «… обязаны:», «… выполняет следующие задачи:».
    Duty,
}

/// What gives a right, by the words that say so.
const RIGHTS: [&str; 9] = [
    "вправе",
    "имеет право",
    "имеют право",
    "может",
    "могут",
    "is entitled",
    "are entitled",
    "has the right",
    "have the right",
];

/// What a clause lays down, by its lead line.
pub(crate) fn norm(part: &Part) -> Norm {
    let lead = lead(part).to_lowercase();
    let gives = |phrase: &str| {
        lead.match_indices(phrase).any(|(at, _)| {
            let (before, after) =
                (lead.get(..at).unwrap_or_default(), lead.get(at + phrase.len()..).unwrap_or_default());
            let whole = !before.ends_with(char::is_alphabetic) && !after.starts_with(char::is_alphabetic);
            // «Не вправе» and «не может» forbid.
            whole && !before.trim_end().ends_with("не") && !before.trim_end().ends_with("not")
        })
    };
    if RIGHTS.iter().any(|phrase| gives(phrase)) { Norm::Right } else { Norm::Duty }
}

/// Whether a clause speaks of everybody: «Участники образовательных отношений» are by law pupils, parents, teachers and
/// the school itself (ст. 2 Федерального закона от 29.12.2012 № 273-ФЗ).
pub(crate) fn is_for_all(part: &Part) -> bool {
    let lead = lead(part).to_lowercase();
    let mut words = lead.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty());
    matches!(words.next(), Some("участник" | "участники"))
        && words.next() == Some("образовательных")
        && words.next() == Some("отношений")
}

fn lead(part: &Part) -> String {
    match part.blocks.first().map(|b| &b.kind) {
        Some(BlockKind::Paragraph(inlines)) => plain_text(inlines),
        _ => String::new(),
    }
}

impl Site {
    /// Whom a clause binds: the readers of the instructions that tell how to follow it. An instruction for fewer kinds
    /// of readers says more surely whose clause it is: a memo for everybody may speak of what one of them does.
    pub(crate) fn bound_by(&self, slug: &str, number: &Number) -> Vec<Audience> {
        let names =
            |a: &Address| a.number.as_ref() == Some(number) && a.regulation.as_deref().is_none_or(|r| r == slug);
        let told = self
            .instructions
            .iter()
            .filter(|i| i.regulation.as_deref() == Some(slug) && i.implements.iter().any(names))
            .map(|i| &i.front.audience)
            .filter(|audience| !audience.is_empty());
        let told: Vec<&Vec<Audience>> = told.collect();
        let fewest = told.iter().map(|audience| audience.len()).min();
        let mut bound: Vec<Audience> =
            told.into_iter().filter(|audience| Some(audience.len()) == fewest).flatten().copied().collect();
        bound.sort_by_key(|audience| audience.name());
        bound.dedup();
        bound
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::FileId;
    use crate::diag::Diagnostics;
    use crate::parse;

    fn clause(text: &str) -> Part {
        let source = format!("## 1. Раздел\n\n1.1. {text}\n");
        let act = parse::act::parse(FileId(0), &source, 0, &mut Diagnostics::default());
        act.part(&Number::parse("1.1").unwrap()).unwrap().clone()
    }

    #[track_caller]
    fn check(text: &str, expected: Norm, for_all: bool) {
        let part = clause(text);
        assert_eq!((norm(&part), is_for_all(&part)), (expected, for_all), "{text}");
    }

    #[test]
    fn a_clause_says_what_it_lays_down() {
        check("Участники образовательных отношений, которые пользуются платформой, вправе:", Norm::Right, true);
        check("Участники образовательных отношений обязаны:", Norm::Duty, true);
        check("Участник образовательных отношений не вправе передавать пароль.", Norm::Duty, true);
        check("Родитель имеет право:", Norm::Right, false);
        check("Педагог может создать чат.", Norm::Right, false);
        check("Администратор выполняет следующие задачи:", Norm::Duty, false);
        check("Школа сообщает участникам образовательных отношений о решении.", Norm::Duty, false);
        check("Школа возмещает неможеты.", Norm::Duty, false);
    }
}
