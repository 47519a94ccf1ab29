//! Small pieces of the index's binary form: varints, names of shards.

use sha2::{Digest, Sha256};

/// Appends a number, seven bits a byte, the lowest first.
pub(super) fn put(out: &mut Vec<u8>, mut n: u64) {
    while n >= 128 {
        // The low seven bits alone are kept.
        out.push((n & 127) as u8 | 128);
        n >>= 7;
    }
    out.push(n as u8);
}

/// A signed number as an unsigned one, small for small.
pub(super) fn zigzag(n: i64) -> u64 {
    ((n << 1) ^ (n >> 63)).cast_unsigned()
}

/// A number in figures and letters, as the browser reads with a radix of 36.
pub(super) fn base36(mut n: u64) -> String {
    let mut digits = Vec::new();
    loop {
        digits.push(b"0123456789abcdefghijklmnopqrstuvwxyz".get((n % 36) as usize).copied().unwrap_or(b'0'));
        n /= 36;
        if n == 0 {
            break;
        }
    }
    digits.iter().rev().map(|&b| char::from(b)).collect()
}

/// Letters of a name.
const NAME: usize = 5;

/// The name of a shard: what its contents are hashed to, in letters and figures of a file name.
pub(super) fn name(contents: &[u8]) -> String {
    let digest = Sha256::digest(contents);
    let mut n = digest.iter().take(8).fold(0u64, |n, &b| n << 8 | u64::from(b));
    let mut name = String::new();
    for _ in 0..NAME {
        let letter = b"0123456789abcdefghijklmnopqrstuvwxyz".get((n % 36) as usize).copied().unwrap_or(b'0');
        name.push(char::from(letter));
        n /= 36;
    }
    name
}

/// Cuts what is sorted by key into shards: the range of keys is halved as long as a half is too heavy. A change of one
/// thing so changes its own shard and no other.
pub(super) fn halve<T>(
    items: &[T],
    key: &dyn Fn(&T) -> u64,
    weight: &dyn Fn(&T) -> usize,
    bits: u32,
    limit: usize,
) -> Vec<(u64, usize, usize)> {
    let mut shards = Vec::new();
    let mut stack = vec![(0u64, bits, 0usize, items.len())];
    while let Some((low, bits, from, to)) = stack.pop() {
        let slice = items.get(from..to).unwrap_or_default();
        let total: usize = slice.iter().map(weight).sum();
        if slice.is_empty() {
            continue;
        }
        if total <= limit || bits == 0 || slice.len() == 1 {
            shards.push((low, from, to));
            continue;
        }
        let middle = low + (1 << (bits - 1));
        let at = from + slice.partition_point(|i| key(i) < middle);
        stack.push((middle, bits - 1, at, to));
        stack.push((low, bits - 1, from, at));
    }
    shards
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn varints() {
        let mut out = Vec::new();
        put(&mut out, 300);
        assert_eq!(out, [0xac, 2]);
        assert_eq!((zigzag(-1), zigzag(1), zigzag(0)), (1, 2, 0));
    }

    #[test]
    fn one_more_item_changes_one_shard() {
        let cut = |items: &[u64]| -> Vec<Vec<u64>> {
            halve(items, &|&i| i, &|_| 1, 10, 4).iter().map(|&(_, f, t)| items[f..t].to_vec()).collect()
        };
        let before: Vec<u64> = (0..100).map(|i| i * 7 % 1024).collect();
        let mut before = before;
        before.sort_unstable();
        let mut after = before.clone();
        after.insert(50, before[50] - 1);
        let (a, b) = (cut(&before), cut(&after));
        let kept = a.iter().filter(|s| b.contains(s)).count();
        assert!(kept + 1 >= a.len(), "{kept} of {}", a.len());
    }
}
