//! Anchors of what people are told to do: steps of instructions (`s2-4`) and points of orders (`n3`).
//!
//! Like clauses they belong to numbers, never to wording: to the printed number of the section and of the step.

use std::collections::BTreeMap;

use crate::base::Number;

use super::doc::{Block, BlockKind, Doc, List, plain_text};

/// Gives anchors to the headings with numbers (`s2`) and to the steps of an instruction: `s2-4` is the fourth step of
/// the list under section 2; without printed numbers, of the second list of steps.
pub(crate) fn instruction(doc: &mut Doc) {
    let mut taken = kept(doc);
    let mut section: Option<u32> = None;
    let mut lists = 0;
    for block in &mut doc.blocks {
        match &mut block.kind {
            BlockKind::Heading { inlines, .. } => {
                section = printed_number(&plain_text(inlines));
                if let Some(number) = section {
                    block.anchor = Some(unused(format!("s{number}"), &mut taken));
                }
            }
            BlockKind::List(list) if list.start.is_some() => {
                lists += 1;
                let prefix = format!("s{}", section.unwrap_or(lists));
                number_items(list, &prefix, &mut taken);
            }
            _ => {}
        }
    }
}

/// Gives anchors to the points of an order's own text: `n3`, and `n3-2` for a point of a point.
pub(crate) fn order(doc: &mut Doc) {
    let mut taken = kept(doc);
    for block in &mut doc.blocks {
        if let BlockKind::List(list) = &mut block.kind
            && let Some(start) = list.start
        {
            for (number, item) in (start..).zip(&mut list.items) {
                item.anchor = Some(unused(format!("n{number}"), &mut taken));
                for inner in &mut item.blocks {
                    if let BlockKind::List(inner) = &mut inner.kind {
                        number_items(inner, &format!("n{number}"), &mut taken);
                    }
                }
            }
        }
    }
}

fn number_items(list: &mut List, prefix: &str, taken: &mut Taken) {
    for (number, item) in (list.start.unwrap_or(1)..).zip(&mut list.items) {
        item.anchor = Some(unused(format!("{prefix}-{number}"), taken));
    }
}

/// The whole number that a heading begins with: `2. Ссылки`, `Шаг 2. Ссылки` does not count.
fn printed_number(heading: &str) -> Option<u32> {
    let first = heading.split_whitespace().next()?;
    let number = Number::parse(first.strip_suffix('.').filter(|n| !n.ends_with('.'))?)?;
    (number.depth() == 1).then(|| number.parts().first().copied()).flatten()
}

/// Names given so far, each with how often it was asked for.
type Taken = BTreeMap<String, u32>;

/// The names of headings that keep them.
fn kept(doc: &Doc) -> Taken {
    let keeps = |block: &&Block| match &block.kind {
        BlockKind::Heading { inlines, .. } => printed_number(&plain_text(inlines)).is_none(),
        _ => false,
    };
    doc.blocks.iter().filter(keeps).filter_map(|b| b.anchor.clone()).map(|anchor| (anchor, 1)).collect()
}

/// The name, or with `_2`, `_3` when it is taken.
fn unused(name: String, taken: &mut Taken) -> String {
    loop {
        let count = taken.entry(name.clone()).or_insert(0);
        *count += 1;
        let free = if *count == 1 { name.clone() } else { format!("{name}_{count}") };
        if free == name || !taken.contains_key(&free) {
            taken.entry(free.clone()).or_insert(1);
            return free;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::markdown;
    use super::*;
    use crate::base::FileId;
    use crate::diag::Diagnostics;

    fn anchors(text: &str, give: fn(&mut Doc)) -> Vec<String> {
        let mut doc = markdown::parse(FileId(0), text, 0, &mut Diagnostics::default());
        give(&mut doc);
        let mut anchors = Vec::new();
        for block in &doc.blocks {
            if matches!(block.kind, BlockKind::Heading { .. }) {
                anchors.extend(block.anchor.clone());
            }
            if let BlockKind::List(list) = &block.kind {
                anchors.extend(list.items.iter().filter_map(|i| i.anchor.clone()));
            }
        }
        anchors
    }

    #[test]
    fn steps_go_by_their_list_or_by_the_printed_section() {
        let text = "## Заявка\n\n1. Раз.\n2. Два.\n\n- не шаг\n\n## Ссылки\n\n1. Три.\n";
        assert_eq!(anchors(text, instruction), ["zaiavka", "s1-1", "s1-2", "ssylki", "s2-1"]);
        let text = "## 4. Заявка\n\n3. Раз.\n4. Два.\n\nИ ещё:\n\n3. Три.\n";
        assert_eq!(anchors(text, instruction), ["s4", "s4-3", "s4-4", "s4-3_2"]);
    }

    #[test]
    fn points_of_orders() {
        assert_eq!(anchors("Преамбула\n\n1. Назначить.\n2. Разместить.\n", order), ["n1", "n2"]);
    }
}
