//! Words that a misspelt word may stand for.

use super::super::build::class;
use super::shards::Shards;

/// What sounds alike is spelt alike: unstressed vowels, voiced consonants, doubled letters, signs.
fn sounds(word: &str) -> Vec<char> {
    let mut plain: String = word.chars().filter(|c| !matches!(c, 'ь' | 'ъ')).collect();
    plain = plain.replace('о', "а").replace(['е', 'э', 'я', 'ы'], "и").replace('ю', "у");
    plain = plain.replace("тс", "ц").replace("дс", "ц").replace("сч", "щ").replace("зч", "щ");
    for (from, to) in [('п', "б"), ('ф', "в"), ('к', "г"), ('т', "д"), ('с', "з"), ('ш', "ж")] {
        plain = plain.replace(from, to);
    }
    let mut letters: Vec<char> = plain.chars().collect();
    letters.dedup();
    letters
}

/// Edits between two words, swaps of neighbours counting one; more than `limit` is `limit + 1`.
fn edits(a: &[char], b: &[char], limit: usize) -> usize {
    if a.len().abs_diff(b.len()) > limit {
        return limit + 1;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, &letter) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        let mut least = i + 1;
        for (j, &other) in b.iter().enumerate() {
            let at = |row: &[usize], j: usize| row.get(j).copied().unwrap_or(usize::MAX / 2);
            let mut cost = (at(&last, j + 1) + 1).min(at(&row, j) + 1).min(at(&last, j) + usize::from(letter != other));
            let swapped = i > 0 && j > 0 && b.get(j - 1) == Some(&letter) && a.get(i - 1) == Some(&other);
            if swapped {
                cost = cost.min(at(&before, j - 1) + 1);
            }
            row.push(cost);
            least = least.min(cost);
        }
        if least > limit {
            return limit + 1;
        }
        before = std::mem::replace(&mut last, row);
    }
    last.last().copied().unwrap_or(0).min(limit + 1)
}

/// The nearest stems of the site and how far they are: 1 is one slip that is heard or seen.
pub(super) fn slips<'a>(shards: &'a Shards, word: &str) -> (usize, Vec<&'a str>) {
    let letters: Vec<char> = word.chars().collect();
    let Some(&first) = letters.first() else { return (0, Vec::new()) };
    if letters.len() < 4 || !letters.iter().all(|c| c.is_alphabetic()) {
        return (0, Vec::new());
    }
    let limit = if letters.len() > 6 { 2 } else { 1 };
    let sound = sounds(word);
    let mut best = 2 * limit + 1;
    let mut found = Vec::new();
    for other in shards.alike(first) {
        let others: Vec<char> = other.chars().collect();
        let head = others.first().copied().map(class);
        if head != Some(class(first)) || others.len().abs_diff(letters.len()) > limit + 1 {
            continue;
        }
        let heard = edits(&sound, &sounds(other), limit);
        let seen = edits(&letters, &others, limit + 1);
        if heard > limit || seen > limit + 1 {
            continue;
        }
        let distance = heard + seen.min(limit);
        if distance < best {
            best = distance;
            found.clear();
        }
        if distance == best {
            found.push(other.as_str());
        }
    }
    found.truncate(4);
    (best, found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(a: &str, b: &str, expected: usize) {
        let letters = |w: &str| w.chars().collect::<Vec<_>>();
        assert_eq!(edits(&letters(a), &letters(b), 2), expected);
    }

    #[test]
    fn distances() {
        check("аккаунт", "акаунт", 1);
        check("чат", "чта", 1);
        check("чат", "канал", 3);
        assert_eq!(sounds("админестратор"), sounds("администратор"));
        assert_eq!(sounds("ненармативная"), sounds("ненормативная"));
    }
}
