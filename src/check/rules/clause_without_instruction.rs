//! Clauses with duties that no instruction tells how to follow.

use std::collections::BTreeSet;

use crate::base::{Address, ItemPath, Number};
use crate::check::texts::{each_leaf, prose, words};
use crate::check::{Context, Rule};
use crate::diag::{Arg, Code, Diagnostic, Diagnostics, Place};
use crate::model::{Edition, Instruction};
use crate::parse::doc::{Block, BlockKind, Inline, Part};

/// # What it does
/// Of editions in force whose regulation has instructions: notes clauses that a role of `roles.yml` carries, or that say
/// «обязан» or «следующие задачи», and that no instruction implements or refers to; where an instruction implements
/// items of the clause, the items left out.
///
/// # Why
/// Who has the duty looks for the instruction beside the clause and finds none.
///
/// # Example
/// The administrator's clause 2.4 has thirteen items, the instruction implements twelve.
///
/// # How to allow
/// `allow: [clause-without-instruction]` in `site.yml`, or `--allow clause-without-instruction`.
pub(crate) const RULE: Rule = Rule { code: Code::note("clause-without-instruction"), of_absence: true, run };

/// A place of an edition: clause and item.
type Spot = (Number, ItemPath);

fn run(cx: &Context<'_>, out: &mut Diagnostics) {
    for regulation in &cx.register().regulations {
        let Some(edition) = regulation.in_force(cx.today) else { continue };
        let slug = Some(regulation.slug.as_str());
        let instructions: Vec<&Instruction> =
            cx.site.instructions.iter().filter(|i| i.regulation.as_deref() == slug).collect();
        if instructions.is_empty() {
            continue;
        }
        let told = told(&instructions, &regulation.slug);
        for number in duties(cx, edition) {
            if let Some(part) = edition.text.part(&number) {
                judge(edition, part, &number, &told, out);
            }
        }
    }
}

/// Clauses that lay duties on somebody.
fn duties(cx: &Context<'_>, edition: &Edition) -> BTreeSet<Number> {
    let register = cx.register();
    let own = |address: &&Address| register.regulation_meant(address) == Some(edition.slug.as_str());
    let carried = register.roles.iter().flat_map(|role| &role.clauses).filter(own).filter_map(|a| a.number.clone());
    // A section as a whole is nobody's duty.
    let mut found: BTreeSet<Number> = carried.filter(|n| n.depth() > 1).collect();
    edition.text.walk(&mut |part| {
        if let (Some(number), Some(Block { kind: BlockKind::Paragraph(inlines), .. })) =
            (&part.number, part.blocks.first())
            && number.depth() > 1
            && obliges(&prose(inlines))
        {
            found.insert(number.clone());
        }
    });
    found
}

fn obliges(lead: &str) -> bool {
    let words: Vec<&str> = words::words(lead).into_iter().filter_map(|range| lead.get(range)).collect();
    let phrase = |pattern: &[&str]| {
        words
            .windows(pattern.len())
            .any(|window| window.iter().zip(pattern).all(|(word, part)| words::fits(word, part)))
    };
    let duty = ["обязан", "обязана", "обязаны"].iter().any(|d| phrase(&[d]));
    (duty && !phrase(&["не", "обязан*"])) || phrase(&["следующ*", "задач*"]) || phrase(&["следующ*", "обязанност*"])
}

/// Every clause and item that instructions implement or refer to.
fn told(instructions: &[&Instruction], slug: &str) -> BTreeSet<Spot> {
    let mut found = BTreeSet::new();
    let mut take = |address: &Address| {
        if address.regulation.as_deref().is_none_or(|r| r == slug)
            && let Some(number) = &address.number
        {
            found.insert((number.clone(), address.items.clone()));
        }
    };
    for instruction in instructions {
        instruction.implements.iter().for_each(&mut take);
        each_leaf(&instruction.doc.blocks, &mut |inlines, _| {
            for inline in inlines {
                if let Inline::Reference(reference) = inline {
                    take(&reference.address);
                }
            }
        });
    }
    found
}

fn judge(edition: &Edition, part: &Part, number: &Number, told: &BTreeSet<Spot>, out: &mut Diagnostics) {
    let about = |n: &Number, items: &[u32]| told.iter().any(|(t, path)| t == n && path == items);
    let items = items(part);
    let by_items: Vec<u32> = items.iter().copied().filter(|item| about(number, &[*item])).collect();
    let within = told.iter().any(|(t, _)| t.is_under(number));
    let missing: Vec<u32> = items.into_iter().filter(|item| !by_items.contains(item)).collect();
    // A clause told item by item is to be told to the last; a clause told as a whole is told.
    let place = Place::span(edition.file, part.number_span);
    if by_items.is_empty() {
        if !about(number, &[]) && !within {
            out.push(
                Diagnostic::new(RULE.code, place).arg("clause", number.to_string()).arg("items", Arg::List(Vec::new())),
            );
        }
    } else if !missing.is_empty() {
        let items = missing.iter().map(u32::to_string).collect();
        out.push(Diagnostic::new(RULE.code, place).arg("clause", number.to_string()).arg("items", Arg::List(items)));
    }
}

/// Numbers of the items of the first level.
fn items(part: &Part) -> Vec<u32> {
    let mut found = Vec::new();
    for block in &part.blocks {
        if let BlockKind::List(list) = &block.kind {
            found.extend(list.items.iter().filter(|i| i.path.len() == 1).filter_map(|i| i.path.first().copied()));
        }
    }
    found
}
