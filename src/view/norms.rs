//! What the readers of an instruction are bound by: their rights and duties quoted from the clauses, whom they may ask,
//! and the days that count.

use serde::Serialize;

use crate::base::Address;
use crate::model::norms::{Norm, is_for_all, norm};
use crate::model::{EditionStatus, Instruction, Job};
use crate::schema::records::{Audience, Role};

use super::clauses::{QuoteView, part_at, quotes};
use super::context::Cx;
use super::frame::LinkView;
use super::panel::{Panel, panels};
use super::people::{RoleView, role_view};

/// Rights and duties of some readers, each quoted from the text that is shown today.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Norms {
    /// What they must do.
    pub(crate) duties: Vec<QuoteView>,
    /// What they may do.
    pub(crate) rights: Vec<QuoteView>,
    /// Duties that all have and the instruction does not speak of.
    pub(crate) common_duties: Vec<QuoteView>,
    /// Rights that all have and the instruction does not speak of.
    pub(crate) common_rights: Vec<QuoteView>,
    /// Clauses that the instruction explains and that bind others than its readers.
    pub(crate) others: Vec<QuoteView>,
}

/// Sorts the clauses of an instruction by what they are to its readers.
pub(crate) fn norms(cx: Cx<'_>, instruction: &Instruction) -> Norms {
    let audience = &instruction.front.audience;
    let (mut duties, mut rights, mut others) = (Vec::new(), Vec::new(), Vec::new());
    for address in &instruction.implements {
        let Some(part) = part_at(cx, address) else { continue };
        let list = match norm(part) {
            _ if !binds(cx, address, audience) => &mut others,
            Norm::Right => &mut rights,
            Norm::Duty => &mut duties,
        };
        list.push(address.clone());
    }
    let (mut common_duties, mut common_rights) = (Vec::new(), Vec::new());
    if !audience.is_empty() {
        for address in for_all(cx, instruction) {
            match part_at(cx, &address).map(norm) {
                Some(Norm::Right) => common_rights.push(address),
                Some(Norm::Duty) => common_duties.push(address),
                None => {}
            }
        }
    }
    Norms {
        duties: quotes(cx, &duties),
        rights: quotes(cx, &rights),
        common_duties: quotes(cx, &common_duties),
        common_rights: quotes(cx, &common_rights),
        others: quotes(cx, &others),
    }
}

/// Whether a clause is about these readers: it speaks of all, or its instruction is theirs.
fn binds(cx: Cx<'_>, address: &Address, audience: &[Audience]) -> bool {
    let (Some(regulation), Some(number)) = (cx.regulation_of(address), &address.number) else { return false };
    let all = !audience.is_empty() && part_at(cx, address).is_some_and(is_for_all);
    all || cx.site.bound_by(&regulation.slug, number).iter().any(|one| audience.contains(one))
}

/// Clauses that speak of all, but for those that the instruction quotes itself.
fn for_all(cx: Cx<'_>, instruction: &Instruction) -> Vec<Address> {
    let regulation = instruction.regulation.as_deref().and_then(|slug| cx.site.register.regulation(slug));
    let Some((regulation, shown)) = regulation.and_then(|r| Some((r, r.shown(cx.site.today)?))) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    shown.edition.text.walk(&mut |part| {
        let Some(number) = part.number.as_ref().filter(|_| is_for_all(part)) else { return };
        if !instruction.implements.iter().any(|a| a.number.as_ref() == Some(number)) {
            found.push(Address { regulation: Some(regulation.slug.clone()), ..Address::clause(number.clone()) });
        }
    });
    found
}

/// Whom the readers of an instruction may ask: who answers for its clauses, and who supports everybody, that is who
/// carries a whole clause of which the administrator's instruction tells.
pub(crate) fn whom_to_ask(cx: Cx<'_>, instruction: &Instruction) -> Vec<RoleView> {
    let same = |a: &Address| cx.regulation_of(a).map(|r| &r.slug) == instruction.regulation.as_ref();
    let own = |role: &Role| {
        let implements =
            |a: &Address| instruction.implements.iter().any(|i| i.number.is_some() && i.number == a.number);
        role.clauses.iter().any(|a| same(a) && implements(a))
    };
    let supports = |role: &Role| {
        let whole = role.clauses.iter().filter(|a| same(a) && a.items.is_empty());
        whole
            .filter_map(|a| Some((cx.regulation_of(a)?, a.number.as_ref()?)))
            .any(|(regulation, number)| cx.site.bound_by(&regulation.slug, number) == [Audience::Administrator])
    };
    let roles = &cx.site.register.roles;
    let (carriers, others): (Vec<&Role>, Vec<&Role>) = roles.iter().partition(|role| own(role));
    let asked = carriers.into_iter().chain(others.into_iter().filter(|role| supports(role)));
    asked.map(|role| role_view(cx, role, None)).collect()
}

/// Since when the rules bind, as a link to them.
pub(crate) fn in_force(cx: Cx<'_>, instruction: &Instruction) -> Option<LinkView> {
    let regulation = cx.site.register.regulation(instruction.regulation.as_deref()?)?;
    let shown = regulation.shown(cx.site.today).filter(|s| s.status == EditionStatus::InForce)?;
    let front = &shown.edition.front;
    let title = front.short_title.as_deref().unwrap_or(&front.title);
    let values = [("title", title.into()), ("date", shown.edition.date.dotted().into())];
    let href = cx.job(&Job::Regulation(regulation.slug.clone()))?;
    Some(LinkView { href, title: cx.say("edition-line", &values) })
}

/// The days by which something must be done, for those who do it: the school's managers, and whoever answers for the
/// clause that sets the day.
pub(crate) fn dates(cx: Cx<'_>, instruction: &Instruction) -> Vec<Panel> {
    let managers = instruction.front.audience.contains(&Audience::Management);
    let told = |clause: &LinkView| {
        instruction
            .implements
            .iter()
            .filter_map(|a| super::clauses::located(cx, a))
            .any(|link| link.href == clause.href)
    };
    panels(cx).into_iter().filter(|panel| managers || told(&panel.clause)).collect()
}
