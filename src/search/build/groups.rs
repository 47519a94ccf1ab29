//! Groups of words that mean the same, as shards: for each phrase of a group where all of its words stand together. One
//! file so has all that a word of the group may also stand for, and the dictionary only names the group.

use super::super::thesaurus::{Group, Phrase};
use super::super::words::hash;
use super::layer::Layer;
use super::pack::{Bits, halve};

/// Weight of a word or phrase of the same meaning, of 64, and of one that only belongs together with it.
const SYNONYM: u8 = 58;
const LOOSE: u8 = 36;
/// Bits of a group's number.
pub(super) const GROUP_BITS: u32 = 20;

/// What a phrase leads to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Reference {
    /// Hashes of the stems that must follow the first one in the question.
    pub(super) rest: Vec<u32>,
    pub(super) group: u32,
    /// Its own place among the phrases of the group, from one on; nought when the texts do not have it.
    pub(super) own: u32,
}

/// The groups that lead to something on this site.
#[derive(Default)]
pub(super) struct Groups<'a> {
    /// By first stem of the phrase.
    pub(super) references: Vec<(&'a str, Reference)>,
    /// With the number of the first group of each.
    pub(super) shards: Vec<(u64, Vec<u8>)>,
}

/// Makes them.
pub(super) fn groups<'a>(layer: &Layer, groups: &'a [Group]) -> Groups<'a> {
    let mut made = Groups::default();
    let mut encoded: Vec<(u32, Bits)> = Vec::new();
    for (group, number) in groups.iter().zip(0..) {
        let here = |phrase: &Phrase| phrase.iter().all(|stem| layer.term(stem).is_some());
        let targets: Vec<&Phrase> =
            group.entries.iter().filter(|(phrase, found)| *found && here(phrase)).map(|(phrase, _)| phrase).collect();
        let mut led = false;
        for (phrase, _) in &group.entries {
            let Some((first, rest)) = phrase.split_first() else { continue };
            if targets.iter().all(|target| *target == phrase) {
                continue;
            }
            led = true;
            let own = targets.iter().position(|target| *target == phrase).map_or(0, |place| place + 1);
            let own = u32::try_from(own).unwrap_or_default();
            let rest = rest.iter().map(|stem| hash(stem)).collect();
            made.references.push((first.as_str(), Reference { rest, group: number, own }));
        }
        if led {
            encoded.push((number, bits_of(layer, group, &targets)));
        }
    }
    let total: usize = encoded.iter().map(|(_, bits)| bits.bytes() + 1).sum();
    let limit = (total / 400).clamp(400, 4000);
    let cut = halve(&encoded, &|g| u64::from(g.0), &|g| g.1.bytes() + 1, GROUP_BITS, limit);
    made.shards = cut
        .into_iter()
        .map(|(_, from, to)| {
            let groups = encoded.get(from..to).unwrap_or_default();
            let low = groups.first().map_or(0, |g| g.0);
            let mut out = Bits::default();
            out.number(groups.len() as u64, 3);
            let mut last = low;
            for (number, bits) in groups {
                out.number(u64::from(number - last), 1);
                last = *number;
                out.append(bits);
            }
            (u64::from(low), out.into_bytes())
        })
        .collect();
    made
}

/// A group as bits: the weight of its phrases, how many there are, for each whether it stands anywhere and where.
fn bits_of(layer: &Layer, group: &Group, targets: &[&Phrase]) -> Bits {
    let mut out = Bits::default();
    out.put(u64::from(if group.loose { LOOSE } else { SYNONYM }), 6);
    out.number(targets.len() as u64 - 1, 2);
    for phrase in targets {
        let list = layer.together(phrase);
        out.flag(!list.is_empty());
        if !list.is_empty() {
            out.append(&layer.list(&list));
        }
    }
    out
}
