//! Questions of the school asked of its own search: each, and each other wording, must find what it names among the
//! first three. Questions to which the texts are silent need no asking: who asks in their words is always told so.

use crate::base::{Address, SitePath};
use crate::diag::{Arg, Diagnostic, Diagnostics, codes};
use crate::model::{Resolved, Site};

use super::find::{Answer, Finder};

/// So many results a reader looks at.
const LOOKED_AT: usize = 3;

/// Asks every question.
pub(super) fn questions(site: &Site, finder: &Finder) -> Diagnostics {
    let mut out = Diagnostics::default();
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
        let wordings = std::iter::once((None, &question.question))
            .chain(question.also_asked.iter().enumerate().map(|(i, w)| (Some(i), w)));
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
