//! What each word of a question may stand for on this site.

use super::super::words::{family, hash, runs};
use super::shards::{Entry, Shards, Synonym};
use super::slips::slips;

/// Weight of a word of the same family, and of the word itself.
const KIN: u64 = 54;
const OWN: u64 = 64;
/// Rarity of a word that the site does not have, in sixteenths of a bit.
const UNKNOWN: u64 = 110;
/// What a word that says little keeps of its rarity, of 64.
const LIGHT: u64 = 24;

/// What makes it likely that a word of the site is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ground {
    /// It is the very word, or one of its family.
    Asked,
    /// It is spelt alike.
    Alike,
    /// It is near in meaning.
    Near,
}

/// A word of a question.
#[derive(Clone, Debug)]
pub(super) struct Word {
    pub(super) stem: String,
    pub(super) family: String,
}

/// A phrase of a question that means the same as others.
#[derive(Clone, Debug)]
pub(super) struct Same {
    /// Its first and last word.
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) group: u64,
    /// Its own place in the group, from one on, or nought.
    pub(super) own: usize,
    /// How surely it is meant, of 64.
    pub(super) weight: u64,
}

/// What it may stand for.
#[derive(Clone, Debug, Default)]
pub(super) struct Meaning {
    /// Words of the site with weights.
    pub(super) keys: Vec<(u64, u64, Ground)>,
    /// Phrases with a group of the thesaurus.
    pub(super) same: Vec<Same>,
    pub(super) rarity: u64,
    pub(super) known: bool,
    pub(super) topic: bool,
}

/// Sixteenths of the binary logarithm of a / b.
pub(super) fn rarity(a: u64, mut b: u64) -> u64 {
    let mut n = 0;
    while a >= 2 * b {
        b *= 2;
        n += 16;
    }
    let mut m = a * 32768 / b;
    for bit in [8, 4, 2, 1] {
        m = m * m / 32768;
        if m >= 65536 {
            n += bit;
            m /= 2;
        }
    }
    n
}

/// The words of a folded question; stop words are left out unless nothing else is there.
pub(super) fn words(shards: &Shards, text: &str) -> Vec<Word> {
    let mut all: Vec<String> = Vec::new();
    for run in runs(text) {
        let halves = match run.parts.as_slice() {
            [part] => halves(part),
            _ => None,
        };
        let whole = if halves.is_some() { run.parts.first().cloned() } else { run.whole() };
        let whole = whole.filter(|w| {
            let stem = shards.stemmers.stem(w);
            shards.look_up(&stem, &family(&stem)).0.is_some_and(|e| e.own.is_some())
        });
        match (whole, halves) {
            (Some(whole), _) => all.push(whole),
            (None, Some((first, second))) => all.extend([first, second]),
            (None, None) => {
                let several = run.parts.len() > 1;
                all.extend(run.parts.into_iter().filter(|p| !several || p.chars().count() > 1));
            }
        }
    }
    let heavy: Vec<&String> = all.iter().filter(|w| shards.stop.binary_search(&w.as_str()).is_err()).collect();
    let chosen = if heavy.is_empty() { all.iter().collect() } else { heavy };
    let mut words: Vec<Word> = Vec::new();
    for word in chosen.into_iter().take(24) {
        let stem = shards.stemmers.stem(word);
        if words.iter().all(|w| w.stem != stem) {
            words.push(Word { family: family(&stem), stem });
        }
    }
    words
}

/// «273фз» as figures and letters, several of each.
fn halves(part: &str) -> Option<(String, String)> {
    let figures = part.chars().next()?.is_numeric();
    let (first, second) = part.split_at(part.find(|c: char| c.is_numeric() != figures)?);
    let whole = second.chars().all(|c| c.is_numeric() != figures);
    let several = |half: &str| half.chars().nth(1).is_some();
    (whole && several(first) && several(second)).then(|| (first.to_owned(), second.to_owned()))
}

/// What the words may stand for.
pub(super) fn meanings(shards: &Shards, words: &[Word]) -> Vec<Meaning> {
    words.iter().enumerate().map(|(i, word)| meaning(shards, words, i, word)).collect()
}

fn meaning(shards: &Shards, words: &[Word], i: usize, word: &Word) -> Meaning {
    let (entry, kin) = shards.look_up(&word.stem, &word.family);
    let mut meaning = Meaning { rarity: UNKNOWN, known: entry.is_some() || kin.is_some(), ..Meaning::default() };
    let own = entry.as_ref().and_then(|e| e.own);
    meaning.keys.extend(own.map(|key| (key, OWN, Ground::Asked)));
    if let Some(kin) = &kin {
        meaning.keys.extend(kin.members.iter().filter(|&&k| Some(k) != own).map(|&k| (k, KIN, Ground::Asked)));
        meaning.rarity = rarity(2 * shards.units + 2, 2 * kin.units + 1);
    }
    // A word that the site has in no form, and for which nothing else is known to stand, is guessed at.
    if kin.is_none() && entry.iter().flat_map(|e| &e.same).all(|s| !s.rest.is_empty()) {
        meaning.keys.extend(shards.near(&word.stem).into_iter().map(|(key, weight)| (key, weight, Ground::Near)));
        meaning.known |= !meaning.keys.is_empty();
    }
    if let Some(Entry { same, light, topic, .. }) = entry {
        meaning.topic = topic;
        if light {
            meaning.rarity = meaning.rarity * LIGHT / 64;
        }
        for synonym in same {
            let fits = synonym.rest.iter().zip(i + 1..).all(|(h, j)| words.get(j).is_some_and(|w| hash(&w.stem) == *h));
            if fits {
                let Synonym { rest, group, own } = synonym;
                meaning.same.push(Same { from: i, to: i + rest.len(), group, own, weight: OWN });
            }
        }
    }
    if !meaning.known {
        misspelt(shards, i, &word.stem, &mut meaning);
    }
    meaning
}

/// What a word that nobody knows may stand for if it is misspelt.
fn misspelt(shards: &Shards, i: usize, stem: &str, meaning: &mut Meaning) {
    let (distance, stems) = slips(shards, stem);
    let weight = match distance {
        0 | 1 => 56,
        2 => 48,
        _ => 40,
    };
    let mut count = 0;
    for stem in stems {
        let (other, kin) = shards.look_up(stem, &family(stem));
        if let Some(other) = other {
            meaning.keys.extend(other.own.map(|key| (key, weight, Ground::Alike)));
            for synonym in other.same.into_iter().filter(|s| s.rest.is_empty()) {
                meaning.same.push(Same { from: i, to: i, group: synonym.group, own: synonym.own, weight });
            }
        }
        if let Some(kin) = kin {
            count = count.max(kin.units);
            meaning.keys.extend(kin.members.iter().map(|&key| (key, weight - 8, Ground::Alike)));
        }
    }
    if count > 0 {
        meaning.rarity = rarity(2 * shards.units + 2, 2 * count + 1);
    }
}

/// The same keys pressed on the other keyboard layout, for a text in one script.
pub(super) fn other_layout(text: &str) -> Option<String> {
    const RU: &str = "йцукенгшщзхъфывапролджэячсмитьбю";
    const EN: &str = "qwertyuiop[]asdfghjkl;'zxcvbnm,.";
    let cyrillic = text.chars().any(|c| matches!(c, 'а'..='я'));
    let latin = text.chars().any(|c| c.is_ascii_lowercase());
    if cyrillic == latin {
        return None;
    }
    let (from, to) = if latin { (EN, RU) } else { (RU, EN) };
    let typed = |c: char| from.chars().position(|f| f == c).and_then(|i| to.chars().nth(i)).unwrap_or(c);
    Some(text.chars().map(typed).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn layouts() {
        assert_eq!(other_layout("cathev").as_deref(), Some("сферум"));
        assert_eq!(other_layout("ыуфкср").as_deref(), Some("search"));
        assert_eq!(other_layout("max сферум"), None);
    }

    #[test]
    fn figures_and_letters_written_together_are_parted() {
        let both = |first: &str, second: &str| Some((first.to_owned(), second.to_owned()));
        assert_eq!(halves("273фз"), both("273", "фз"));
        assert_eq!(halves("фз152"), both("фз", "152"));
        for whole in ["5а", "mp3", "слово", "2026", "10а10б"] {
            assert_eq!(halves(whole), None, "{whole}");
        }
    }

    #[test]
    fn rarities_are_logarithms() {
        for (a, b) in [(1000u64, 1u64), (991, 7), (3, 3), (40_000, 39_999)] {
            let exact = (a as f64 / b as f64).log2() * 16.0;
            assert!((rarity(a, b) as f64 - exact).abs() <= 1.01, "{a}/{b}: {} {exact}", rarity(a, b));
        }
    }
}
