//! The index's binary form: bits, letters of a script, names of shards. `find/unpack.rs` and the browser's script read it.

use encoding_rs::WINDOWS_1251;
use miniz_oxide::DataFormat;
use miniz_oxide::deflate::core::{CompressionStrategy, CompressorOxide, TDEFLFlush, compress_to_output};
use sha2::{Digest, Sha256};

/// How hard to deflate: from here on more time brings next to nothing.
const EFFORT: u8 = 8;

/// Bits one after the other, the highest of a number first.
#[derive(Debug, Default)]
pub(super) struct Bits {
    out: Vec<u8>,
    held: u64,
    count: u32,
}

impl Bits {
    /// Appends the low bits of a number, 32 at most.
    pub(super) fn put(&mut self, n: u64, width: u32) {
        self.held = self.held << width | (n & ((1 << width) - 1));
        self.count += width;
        while self.count >= 8 {
            self.count -= 8;
            // The eight bits that are due alone are kept.
            self.out.push((self.held >> self.count) as u8);
        }
        self.held &= (1 << self.count) - 1;
    }

    /// Appends one bit.
    pub(super) fn flag(&mut self, flag: bool) {
        self.put(u64::from(flag), 1);
    }

    /// Appends a number of unknown size: exponential Golomb code, cheapest around 2 to the power `k`.
    pub(super) fn number(&mut self, n: u64, k: u32) {
        let value = n + (1 << k);
        let length = value.ilog2();
        // As many ones as the length is over `k`, a nought, and all of the value but its highest bit.
        let ones = length - k;
        if ones + 1 + length <= 32 {
            let head = (1 << (ones + 1)) - 2;
            self.put(head << length | (value & ((1 << length) - 1)), ones + 1 + length);
            return;
        }
        for _ in 0..ones {
            self.put(1, 1);
        }
        self.put(0, 1);
        self.put(value, length);
    }

    /// Appends other bits.
    pub(super) fn append(&mut self, other: &Self) {
        let (fours, rest) = other.out.as_chunks();
        fours.iter().for_each(|four| self.put(u64::from(u32::from_be_bytes(*four)), 32));
        rest.iter().for_each(|&byte| self.put(u64::from(byte), 8));
        self.put(other.held, other.count);
    }

    /// How many whole bytes there are.
    pub(super) fn bytes(&self) -> usize {
        self.out.len()
    }

    /// The bits as bytes, the last one filled with zeros.
    pub(super) fn into_bytes(mut self) -> Vec<u8> {
        if self.count > 0 {
            self.put(0, 8 - self.count);
        }
        self.out
    }
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

/// Bytes as text of a script: each 13 bits as two of the 91 signs that need no care in quotes (no `"`, `\` or `<`).
/// That takes 8 % less room than base64; on the wire both shrink to the bytes themselves.
pub(super) fn letters(bytes: &[u8]) -> String {
    let sign = |n: u64| {
        let mut c = 0x21 + n as u8;
        for taken in [b'"', b'<', b'\\'] {
            c += u8::from(c >= taken);
        }
        char::from(c)
    };
    let mut text = String::with_capacity(bytes.len() * 16 / 13 + 2);
    let (mut held, mut count) = (0u64, 0);
    let mut pair = |n: u64| {
        text.push(sign(n / 91));
        text.push(sign(n % 91));
    };
    for &byte in bytes {
        held = held << 8 | u64::from(byte);
        count += 8;
        if count >= 13 {
            count -= 13;
            pair(held >> count);
            held &= (1 << count) - 1;
        }
    }
    if count > 0 {
        pair(held << (13 - count));
    }
    text
}

/// The byte before a letter that the letters of Windows do not have: its UTF-16 unit follows as four figures.
pub(in super::super) const OTHER: u8 = 1;

/// Deflates text after text, in the same room.
pub(super) struct Deflater(CompressorOxide);

impl Default for Deflater {
    fn default() -> Self {
        Self(CompressorOxide::with_params(DataFormat::Raw, EFFORT, CompressionStrategy::Default, 15))
    }
}

impl Deflater {
    fn deflated(&mut self, bytes: &[u8]) -> Vec<u8> {
        self.0.reset();
        let mut out = Vec::with_capacity(bytes.len() / 2);
        let take = |piece: &[u8]| {
            out.extend_from_slice(piece);
            true
        };
        compress_to_output(&mut self.0, bytes, TDEFLFlush::Finish, take);
        out
    }
}

/// A text deflated, in the letters of Windows: Russian ones are one byte each, and a browser reads them by itself.
pub(super) fn deflated(text: &str, deflater: &mut Deflater) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    for c in text.chars() {
        match c {
            // Control signs other than those that part pieces, lines and fields say nothing.
            '\t' | '\n' | '\r' | ' '..='\u{7f}' => bytes.push(c as u8),
            '\0'..='\u{1f}' => bytes.push(b' '),
            'А'..='я' => bytes.push((u32::from(c) - 0x350) as u8),
            _ => match WINDOWS_1251.encode(c.encode_utf8(&mut [0; 4])) {
                (letter, _, false) => bytes.extend_from_slice(&letter),
                _ => {
                    for unit in c.encode_utf16(&mut [0; 2]) {
                        bytes.push(OTHER);
                        bytes.extend_from_slice(format!("{unit:04x}").as_bytes());
                    }
                }
            },
        }
    }
    letters(&deflater.deflated(&bytes))
}

/// Letters of a name.
const NAME: usize = 5;

/// The name of a shard: what its contents are hashed to, in letters and figures of a file name. `salt` tells two
/// contents apart that would have one name.
pub(super) fn name(contents: &[u8], salt: u8) -> String {
    let digest = Sha256::digest(contents);
    let mut n = digest.iter().skip(usize::from(salt)).take(8).fold(0u64, |n, &b| n << 8 | u64::from(b));
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
    fn bits_from_the_highest() {
        let mut bits = Bits::default();
        bits.put(0b101, 3);
        bits.number(0, 0);
        bits.number(1, 0);
        bits.number(5, 1);
        assert_eq!(bits.into_bytes(), [0b1010_1001, 0b0110_0000]);
        let mut bits = Bits::default();
        bits.number(300_000, 0);
        bits.put(1, 2);
        let mut after = Bits::default();
        after.put(1, 1);
        after.append(&bits);
        assert_eq!(bits.into_bytes(), [0xff, 0xff, 0b1100_0100, 0b1001_1111, 0b0000_1010]);
        assert_eq!(after.into_bytes(), [0xff, 0xff, 0b1110_0010, 0b0100_1111, 0b1000_0101]);
        assert_eq!((zigzag(-1), zigzag(1), zigzag(0)), (1, 2, 0));
    }

    #[test]
    fn letters_need_no_care_in_quotes() {
        let bytes: Vec<u8> = (0..=255).collect();
        let text = letters(&bytes);
        assert_eq!(text.len(), (256 * 8usize).div_ceil(13) * 2);
        assert!(text.bytes().all(|b| b.is_ascii_graphic() && !matches!(b, b'"' | b'\\' | b'<')), "{text}");
        assert_eq!(letters(&[0xff, 0xff]), "~#rj");
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
