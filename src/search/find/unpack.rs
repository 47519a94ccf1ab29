//! The binary form of the index read back: the counterpart of `build/pack.rs`.

use super::super::build::{OTHER, SIGNS};

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
    let mut units: Vec<u16> = Vec::with_capacity(bytes.len());
    let signs: Vec<u16> = SIGNS.encode_utf16().collect();
    let mut rest = bytes.iter().copied();
    while let Some(byte) = rest.next() {
        units.push(match byte {
            OTHER => u16::from_be_bytes([rest.next().unwrap_or(0), rest.next().unwrap_or(0)]),
            0..=127 => byte.into(),
            128..=191 => signs.get(usize::from(byte - 128)).copied().unwrap_or(u16::from(b'?')),
            192.. => u16::from(byte) + 0x350,
        });
    }
    String::from_utf16_lossy(&units)
}
