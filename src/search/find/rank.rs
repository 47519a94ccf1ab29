//! Scores of units, and whether the best of them answer.

use std::collections::BTreeMap;

use super::super::frames::{asked_kind, asks_number, doubts, tells_number};
use super::super::weigh::COUNTED;
use super::super::words::{folded, wording};
use super::address::named;
use super::order::{LOOKED_AT, closer};
use super::question::{Ground, Meaning, Word, meanings, other_layout, rarity, words};
use super::shards::{List, Shards, Shown};

/// A word counts as covered from this weight on.
const FULL: u64 = 32;
/// Least share of the question, in hundredths, that an answer covers.
const THRESHOLD: u64 = 4;
/// The same for a question of a kind that rules often do not answer.
const DOUBTED: u64 = 22;
/// Weights of kinds by their number, of 64.
const KIND: [u64; 11] = [51, 64, 64, 57, 38, 32, 38, 38, 40, 34, 45];
/// Weight of the kind that a question asks for: that of a clause.
const WISHED: u64 = 64;
/// The number of a question to which the texts are silent.
const SILENT: u64 = 10;
/// What the clause that a question names has over all others.
const NAMED: u64 = 1_000_000;

/// The answer to a question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Answer {
    /// The best units, the best first.
    pub(crate) hits: Vec<Hit>,
    /// Whether they answer, or are only near.
    pub(crate) answered: bool,
}

/// A unit that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Hit {
    /// Its number in the index.
    pub(crate) unit: u64,
    /// The higher the better.
    pub(crate) score: u64,
    /// `2.4/7`, for clauses, items and sections.
    pub(crate) address: Option<String>,
    /// Page and anchor.
    pub(crate) url: String,
}

/// What a word of the question finds in a unit.
#[derive(Clone, Copy, Debug, Default)]
struct Found {
    /// Weight times rarity: what counts towards the rank.
    value: u64,
    /// How far the word is covered, up to [`FULL`].
    cover: u64,
    /// Whether it is more than nearness in meaning.
    sure: bool,
}

type Scores = BTreeMap<u64, Found>;

/// Takes the best of what is found in each unit. `worth` is the rarity with which the words count.
fn add(scores: &mut Scores, list: &[(u64, u64)], weight: u64, worth: u64, sure: bool) {
    for &(unit, m) in list {
        let m = m * weight / 64;
        if m > 0 {
            let found = scores.entry(unit).or_default();
            found.value = found.value.max(m * worth);
            found.cover = found.cover.max(if sure { m.min(FULL) } else { m.min(FULL) / 2 });
            found.sure |= sure;
        }
    }
}

/// The rarity of what stands in these units.
fn worth(shards: &Shards, list: &[(u64, u64)]) -> u64 {
    let units = list.iter().filter(|(_, m)| *m >= u64::from(COUNTED)).count() as u64;
    rarity(2 * shards.units + 2, 2 * units + 1)
}

/// Ranks the units for a question.
pub(super) fn answer(shards: &Shards, question: &str, limit: usize) -> Answer {
    let text = folded(question);
    let key = |word: &String| shards.look_up(word, word).0.and_then(|entry| entry.own);
    // A number that no clause has is a word like others.
    let named = named(&text).filter(|named| !named.loose || named.words.iter().any(|word| key(word).is_some()));
    let rest = named.as_ref().map_or(text.as_str(), |n| n.left.as_str());
    let mut asked = words(shards, rest);
    let mut known = meanings(shards, &asked);
    let strange = |known: &[Meaning]| known.iter().filter(|m| !m.known).count();
    if let (None, Some(other)) = (&named, other_layout(rest).filter(|_| strange(&known) > 0)) {
        let other = words(shards, &other);
        let meant = meanings(shards, &other);
        // A slip or two leave a question in the letters that it is typed in: most words of the other reading are known.
        let fits = strange(&meant) * 2 < other.len();
        if fits && strange(&meant) * asked.len() < strange(&known) * other.len() {
            (asked, known) = (other, meant);
        }
    }
    let (place, others) = named.map(|n| (n.words, n.others)).unwrap_or_default();
    let place: Vec<Option<u64>> = place.iter().map(key).collect();
    let others: Vec<u64> = others.iter().filter_map(key).collect();
    let whole = wording(&text);
    let wording = if shards.is_silent(&whole) { key(&whole) } else { None };
    debug_assert_eq!(asked.len(), known.len());
    score(
        shards,
        &Asked {
            words: &asked,
            known: &known,
            place: &place,
            others: &others,
            wording,
            kind: asked_kind(&text),
            number: asks_number(&text),
            threshold: if doubts(&text) { DOUBTED } else { THRESHOLD },
        },
        limit,
    )
}

/// A question as it is understood.
struct Asked<'a> {
    words: &'a [Word],
    /// What its words may stand for.
    known: &'a [Meaning],
    /// Keys of the clause that it names, the most exact first.
    place: &'a [Option<u64>],
    /// Keys of other clauses that it names.
    others: &'a [u64],
    /// Key of its whole wording.
    wording: Option<u64>,
    /// Number of the kind that it asks for.
    kind: Option<u64>,
    /// Whether it asks how many.
    number: bool,
    /// Least share of it, in hundredths, that an answer covers.
    threshold: u64,
}

fn score(shards: &Shards, asked: &Asked<'_>, limit: usize) -> Answer {
    let Asked { words, known, place, others, wording, kind: wished, number, threshold } = *asked;
    let mut maps: Vec<Scores> = Vec::new();
    for meaning in known {
        let mut map = Scores::new();
        for &(key, weight, ground) in &meaning.keys {
            let list = shards.postings(key);
            // What is only guessed counts no more than it is worth itself: a rare word may stand for a common one.
            let worth = match ground {
                Ground::Asked => meaning.rarity,
                Ground::Alike | Ground::Near => meaning.rarity.min(worth(shards, &list)),
            };
            add(&mut map, &list, weight, worth, ground != Ground::Near);
        }
        maps.push(map);
    }
    for same in known.iter().flat_map(|m| &m.same) {
        let (weight, lists) = shards.group(same.group);
        for (_, list) in (1..).zip(&lists).filter(|(place, _)| *place != same.own) {
            let worth = worth(shards, list);
            for (map, meaning) in maps.iter_mut().zip(known).take(same.to + 1).skip(same.from) {
                add(map, list, weight * same.weight / 64, worth.min(meaning.rarity * 6 / 5), true);
            }
        }
    }
    let mut sums: BTreeMap<u64, (u64, u64)> = BTreeMap::new();
    let mut total = 0;
    for (meaning, map) in known.iter().zip(&maps) {
        total += meaning.rarity * FULL;
        for (&unit, found) in map {
            let sum = sums.entry(unit).or_default();
            sum.0 += found.value;
            sum.1 += meaning.rarity * found.cover;
        }
    }
    let mut hits: Vec<(u64, u64, u64)> = sums
        .into_iter()
        .map(|(unit, (sum, cover))| {
            let value = sum * (2 * total + 3 * cover) / (5 * total).max(1);
            let kind = shards.kind(unit);
            let weight = if wished == Some(kind) { WISHED } else { KIND.get(kind as usize).copied().unwrap_or(0) };
            (value * weight / 64, unit, cover)
        })
        // A single word is no question to which the texts could be silent.
        .filter(|&(_, unit, _)| known.len() > 1 || shards.kind(unit) != SILENT)
        .collect();
    let exact = place.first().is_some_and(Option::is_some);
    let named = place.iter().flatten().next();
    let named = named.map(|key| {
        let mut all: List = [key].into_iter().chain(others).flat_map(|&key| shards.postings(key)).collect();
        all.sort_unstable();
        all.dedup_by_key(|(unit, _)| *unit);
        all
    });
    let asked = wording.map(|key| shards.postings(key)).unwrap_or_default();
    if named.is_some() || wording.is_some() {
        for &(unit, _) in named.iter().flatten().chain(&asked) {
            match hits.iter_mut().find(|h| h.1 == unit) {
                Some(hit) => hit.0 += NAMED,
                None => hits.push((NAMED, unit, 0)),
            }
        }
    }
    hits.sort_unstable_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    // What speaks of no word of the question for sure does not answer, nor what does not speak of a topic in it, whatever
    // else it has.
    let speaks = |unit: u64, map: &Scores| map.get(&unit).is_some_and(|f| f.sure);
    let strays = |unit: u64| {
        let silent = |(meaning, map): (&Meaning, &Scores)| meaning.topic && !speaks(unit, map);
        !maps.iter().any(|map| speaks(unit, map)) || known.iter().zip(&maps).any(silent)
    };
    let judged = hits.first().is_some_and(|&(score, unit, cover)| {
        let covered = total > 0 && cover * 100 >= total * threshold && !strays(unit);
        shards.kind(unit) != SILENT && (score >= NAMED || covered)
    });
    // Who asks how many is not answered by a text without a number.
    let told = |unit: u64| shards.shown(unit).is_none_or(|shown| tells_number(&folded(shown.text)));
    let answered = match named {
        Some(_) => exact,
        None => judged && (!number || hits.first().is_none_or(|&(_, unit, _)| told(unit))),
    };
    let shown = |(i, &(score, unit, _)): (usize, &(u64, u64, u64))| {
        let Shown { address, url, text } = shards.shown(unit)?;
        let moves = i < LOOKED_AT && score < NAMED;
        let score = if moves { closer(score, words, text, &shards.stop, &shards.stemmers) } else { score };
        Some(Hit { unit, score, address, url })
    };
    let mut hits: Vec<Hit> = hits.iter().take(limit.max(LOOKED_AT)).enumerate().filter_map(shown).collect();
    let best = LOOKED_AT.min(hits.len());
    if let Some(best) = hits.get_mut(..best) {
        best.sort_by_key(|hit| std::cmp::Reverse(hit.score));
    }
    hits.truncate(limit);
    Answer { hits, answered }
}
