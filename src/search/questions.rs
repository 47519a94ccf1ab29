//! Questions of the school asked of its own search: each, and each other wording, must find what it names among the
//! first three, and speak of the same thing as what it names. Questions to which the texts are silent need no asking: who
//! asks in their words is always told so.

use crate::base::{Address, SitePath};
use crate::diag::{Arg, Diagnostic, Diagnostics, codes};
use crate::model::{Resolved, Site};
use crate::schema::records::Question;

use super::alike::{Alike, Speech};
use super::find::{Answer, Finder};
use super::gather::{Linked, told};
use super::thesaurus::Group;

/// So many results a reader looks at.
const LOOKED_AT: usize = 3;

/// Asks every question.
pub(super) fn questions(site: &Site, finder: &Finder, groups: &[Group]) -> Diagnostics {
    let mut out = Diagnostics::default();
    let (alike, linked) = (Alike::new(groups), Linked::new(site));
    for question in &site.register.questions {
        let wanted: Vec<String> = question.see.iter().filter_map(|see| target(site, see)).collect();
        // A link that leads nowhere is reported as such.
        if wanted.is_empty() || wanted.len() < question.see.len() {
            continue;
        }
        let place = |i: Option<usize>| match i {
            None => question.at.key("question"),
            Some(i) => question.at.key("also_asked").index(i),
        };
        let wordings: Vec<(Option<usize>, &String)> = std::iter::once((None, &question.question))
            .chain(question.also_asked.iter().enumerate().map(|(i, w)| (Some(i), w)))
            .collect();
        for i in strange(site, &alike, &linked, question) {
            let Some(&(at, wording)) = wordings.get(i) else { continue };
            out.push(
                Diagnostic::new(codes::QUESTION_UNLIKE_ANSWER, place(at))
                    .arg("question", wording.as_str())
                    .arg("see", Arg::List(question.see.clone())),
            );
        }
        for (i, wording) in wordings {
            let answer = finder.answer(wording, 12);
            let found = first(&answer);
            if !found.iter().any(|url| wanted.iter().any(|w| fits(url, w))) {
                out.push(
                    Diagnostic::new(codes::QUESTION_NOT_FOUND, place(i))
                        .arg("question", wording.as_str())
                        .arg("see", Arg::List(question.see.clone()))
                        .arg("found", Arg::List(found)),
                );
            }
        }
    }
    out
}

/// The wordings, the question itself first, that speak of something else than what the question names. Each is indexed
/// with that place, so its rank cannot tell. A wording may have words of its own if it has one in common with the other
/// wordings or the short answer; but when none of the wordings speaks of what the place says, the place is not the
/// answer.
fn strange(site: &Site, alike: &Alike<'_>, linked: &Linked, question: &Question) -> Vec<usize> {
    let told: Option<Vec<Speech>> =
        question.see.iter().map(|see| Some(alike.speech(&told(site, linked, &Address::parse(see).ok()?)?))).collect();
    // Pages are found by their own words alone.
    let Some(told) = told else { return Vec::new() };
    let wordings: Vec<Speech> = std::iter::once(&question.question)
        .chain(&question.also_asked)
        .chain(&question.text)
        .map(|text| alike.speech(text))
        .collect();
    let grounded = |speech: &Speech| told.iter().any(|place| alike.speak_alike(speech, place));
    let asked = wordings.get(..=question.also_asked.len()).unwrap_or_default();
    if !asked.iter().any(grounded) {
        // One finding for the whole question.
        return asked.iter().position(|speech| !speech.says_nothing()).into_iter().collect();
    }
    let lonely = |i: usize, speech: &Speech| {
        let mut others = wordings.iter().enumerate().filter(|(j, _)| *j != i);
        speech.says_enough() && !grounded(speech) && !others.any(|(_, other)| alike.speak_alike(speech, other))
    };
    asked.iter().enumerate().filter(|(i, speech)| lonely(*i, speech)).map(|(i, _)| i).collect()
}

/// What a reader sees first, the page of questions left out: it names every question by itself.
fn first(answer: &Answer) -> Vec<String> {
    let others = answer.hits.iter().filter(|hit| !hit.url.starts_with("questions.html"));
    others.take(LOOKED_AT).map(|hit| hit.url.clone()).collect()
}

/// A page is found by any place on it, a place by itself.
fn fits(url: &str, wanted: &str) -> bool {
    url == wanted || (!wanted.contains('#') && url.split('#').next() == Some(wanted))
}

/// Page and anchor of what a question names.
fn target(site: &Site, see: &str) -> Option<String> {
    let resolved = match Address::parse(see) {
        Ok(mut address) if address.number.is_some() => {
            let slug = site.register.regulation_meant(&address)?.to_owned();
            address.regulation = Some(slug);
            site.links.address(&address, None, None)
        }
        // A page, by its path from the root of the content.
        _ => {
            let from = SitePath::new("index.md").ok()?;
            site.links.resolve(&from, see, false)
        }
    };
    match resolved {
        Resolved::Internal { out, anchor } => Some(match anchor {
            Some(anchor) => format!("{}#{anchor}", out.as_str()),
            None => out.as_str().to_owned(),
        }),
        Resolved::Here { .. } | Resolved::External(_) | Resolved::Fault(_) => None,
    }
}
