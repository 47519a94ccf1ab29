//! Legal acts and methodical documents, each with what is true of it today.

use serde::Serialize;

use crate::base::Date;
use crate::schema::records::LegalAct;

use super::context::{Cx, capitalized, inner_quotes};
use super::frame::{Frame, LinkView};
use super::html::{Html, scheme_allowed};
use super::{Docs, Page, View};

/// `acts.html`.
#[derive(Serialize)]
pub(crate) struct Acts<'a> {
    /// Text from `acts.md`.
    pub(crate) body: Html,
    /// Binding acts, in the order of their file.
    pub(crate) binding: Vec<ActView<'a>>,
    /// Documents that recommend.
    pub(crate) advisory: Vec<ActView<'a>>,
}

/// An act.
#[derive(Serialize)]
pub(crate) struct ActView<'a> {
    /// Anchor: `a-ID`.
    pub(crate) anchor: String,
    /// «Федеральный закон от 29.12.2012 № 273-ФЗ «Об образовании в Российской Федерации»».
    pub(crate) title: String,
    /// Who issued it.
    pub(crate) issuer: &'a str,
    /// Its short name in texts.
    pub(crate) short: Option<&'a str>,
    /// `not-yet`, `in-force`, `replaced`, `lost`; also a class.
    pub(crate) status: &'static str,
    /// «действует», «применяется», «заменено», «утратил силу с 01.09.2026».
    pub(crate) status_text: String,
    /// The act that replaced it.
    pub(crate) replaced_by: Option<LinkView>,
    /// Official publication.
    pub(crate) url: Option<&'a str>,
}

pub(crate) fn view<'a>(cx: Cx<'a>, docs: &Docs<'_>) -> View<'a> {
    let body = cx.body(docs);
    let title = body.title.clone().unwrap_or_else(|| cx.word("page-acts"));
    let (advisory, binding): (Vec<_>, Vec<_>) = cx.site.register.acts.iter().partition(|a| is_advisory(a));
    let page = Acts {
        body: body.html.clone(),
        binding: binding.into_iter().map(|a| act(cx, a)).collect(),
        advisory: advisory.into_iter().map(|a| act(cx, a)).collect(),
    };
    let frame = Frame::new(cx, title)
        .with_body(&body)
        .computed(cx)
        .with_part(cx, "svod.binding", "acts-binding", !page.binding.is_empty())
        .with_part(cx, "svod.advisory", "acts-advisory", !page.advisory.is_empty());
    View { frame, page: Page::Acts(page) }
}

fn act<'a>(cx: Cx<'a>, act: &'a LegalAct) -> ActView<'a> {
    let (status, text) = status(act, cx.site.today);
    let date = text.1.map(Date::dotted).unwrap_or_default();
    let replacement = act.replaced_by.as_ref().and_then(|id| cx.site.register.acts.get(id.as_str()));
    ActView {
        anchor: format!("a-{}", act.id.as_str()),
        title: title(cx, act),
        issuer: &act.issuer,
        short: act.short.as_deref(),
        status,
        status_text: cx.say(text.0, &[("date", (&date).into())]),
        replaced_by: replacement.map(|r| LinkView { href: format!("#a-{}", r.id.as_str()), title: title(cx, r) }),
        url: act.url.as_deref().filter(|u| scheme_allowed(u)),
    }
}

/// «Федеральный закон от 29.12.2012 № 273-ФЗ «Об образовании в Российской Федерации»».
pub(crate) fn title(cx: Cx<'_>, act: &LegalAct) -> String {
    let kind = capitalized(&act.kind);
    let values = [
        ("kind", (&kind).into()),
        ("date", act.date.dotted().into()),
        ("number", (&act.number).into()),
        ("title", inner_quotes(&act.title).into()),
    ];
    cx.say("act-title", &values)
}

/// Letters and recommendations bind nobody, whether the record says so or not.
fn is_advisory(act: &LegalAct) -> bool {
    let kind = act.kind.to_lowercase();
    act.advisory
        .unwrap_or_else(|| ["письмо", "рекомендац", "letter", "recommendation"].iter().any(|w| kind.contains(w)))
}

/// The status of an act on a day: its name, and the key of its words with the date they show.
fn status(act: &LegalAct, today: Date) -> (&'static str, (&'static str, Option<Date>)) {
    let advisory = is_advisory(act);
    if let Some(from) = act.from.filter(|from| *from > today) {
        return ("not-yet", (if advisory { "act-applies-from" } else { "act-in-force-from" }, Some(from)));
    }
    match (act.until, &act.replaced_by) {
        (Some(until), replaced) if until < today => {
            let since = Some(until.plus_days(1));
            match (advisory, replaced.is_some()) {
                (true, true) => ("replaced", ("act-replaced", since)),
                (true, false) => ("lost", ("act-not-applied", since)),
                (false, _) => ("lost", ("act-lost", since)),
            }
        }
        (None, Some(_)) => ("replaced", ("act-replaced", None)),
        (Some(until), _) => {
            ("in-force", (if advisory { "act-applies-until" } else { "act-in-force-until" }, Some(until)))
        }
        (None, None) => ("in-force", (if advisory { "act-applies" } else { "act-in-force" }, None)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::testing::record;

    #[track_caller]
    fn check(yaml: &str, expected: &'static str) {
        let head = "id: a\nissuer: б\ndate: 2020-09-28\nnumber: '28'\ntitle: в\n";
        let act: LegalAct = record(&format!("{head}{yaml}"));
        assert_eq!(status(&act, Date::parse("2026-11-22").unwrap()).1.0, expected, "{yaml}");
    }

    #[test]
    fn statuses_by_date() {
        check("kind: постановление", "act-in-force");
        check("kind: постановление\nuntil: 2026-08-31\nreplaced_by: c", "act-lost");
        check("kind: постановление\nuntil: 2026-11-21", "act-lost");
        check("kind: постановление\nuntil: 2026-11-22", "act-in-force-until");
        check("kind: постановление\nfrom: 2026-11-23", "act-in-force-from");
        check("kind: постановление\nreplaced_by: c", "act-replaced");
    }

    #[test]
    fn what_recommends_is_never_in_force() {
        for kind in ["письмо", "Методические рекомендации", "приказ\nadvisory: true"]
        {
            check(&format!("kind: {kind}"), "act-applies");
            check(&format!("kind: {kind}\nuntil: 2026-01-01"), "act-not-applied");
            check(&format!("kind: {kind}\nuntil: 2026-01-01\nreplaced_by: c"), "act-replaced");
            check(&format!("kind: {kind}\nuntil: 2027-01-01"), "act-applies-until");
        }
    }
}
