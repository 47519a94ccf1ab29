//! The binary form of the index read back: the counterpart of `build/pack.rs`.

use encoding_rs::WINDOWS_1251;

use super::super::build::OTHER;

/// Reads bits one after the other; past the end come zeros.
pub(super) struct Bits<'a> {
    data: &'a [u8],
    at: usize,
}

impl<'a> Bits<'a> {
    pub(super) fn new(data: &'a [u8]) -> Self {
        Self { data, at: 0 }
    }

    pub(super) fn flag(&mut self) -> bool {
        let byte = self.data.get(self.at / 8).copied().unwrap_or(0);
        let bit = byte >> (7 - self.at % 8) & 1;
        self.at += 1;
        bit == 1
    }

    pub(super) fn take(&mut self, width: u32) -> u64 {
        (0..width).fold(0, |n, _| n << 1 | u64::from(self.flag()))
    }

    /// An exponential Golomb code.
    pub(super) fn number(&mut self, k: u32) -> u64 {
        let mut length = k;
        while self.flag() {
            length += 1;
        }
        (1 << length) - (1 << k) + self.take(length)
    }

    pub(super) fn signed(&mut self, k: u32) -> i64 {
        let n = self.number(k).cast_signed();
        (n >> 1) ^ -(n & 1)
    }
}

/// Letters of a script back to bytes.
pub(super) fn bytes(letters: &str) -> Vec<u8> {
    let value = |b: u8| u32::from(b - 0x21) - [b'"', b'<', b'\\'].iter().map(|&t| u32::from(b > t)).sum::<u32>();
    let mut out = Vec::with_capacity(letters.len() * 13 / 16);
    let (mut held, mut count) = (0u32, 0);
    for pair in letters.as_bytes().chunks(2) {
        let [a, b] = pair else { break };
        held = held << 13 | (value(*a) * 91 + value(*b));
        count += 13;
        while count >= 8 {
            count -= 8;
            out.push((held >> count) as u8);
        }
        held &= (1 << count) - 1;
    }
    out
}

/// A deflated text.
pub(super) fn text(letters: &str) -> String {
    let Ok(bytes) = miniz_oxide::inflate::decompress_to_vec(&bytes(letters)) else { return String::new() };
    let (text, _) = WINDOWS_1251.decode_without_bom_handling(&bytes);
    let mut parts = text.split(char::from(OTHER));
    let mut out = parts.next().unwrap_or_default().to_owned();
    let mut units: Vec<u16> = Vec::new();
    for part in parts {
        let (figures, rest) = part.split_at_checked(4).unwrap_or(("", part));
        units.push(u16::from_str_radix(figures, 16).unwrap_or(u16::from(b'?')));
        // Two units may be one letter.
        if !rest.is_empty() {
            out.push_str(&String::from_utf16_lossy(&std::mem::take(&mut units)));
            out.push_str(rest);
        }
    }
    out + &String::from_utf16_lossy(&units)
}
