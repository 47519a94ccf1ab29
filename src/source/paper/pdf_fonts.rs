//! Fonts of a PDF as far as words need them: which letter a code stands for and how wide it is.

use std::collections::BTreeMap;

use hayro_cmap::{BfString, CMap};
use hayro_syntax::object::{Array, Dict, Name, Number, Object, Stream};

/// Most widths kept of one font.
const MAX_WIDTHS: usize = 70_000;
/// A glyph that stands for no letter we know of.
const UNKNOWN: char = '\u{fffd}';

/// A font.
pub(super) struct Font {
    /// Codes of two bytes, as in fonts with thousands of glyphs.
    wide: bool,
    /// What codes stand for, as the file itself tells.
    to_unicode: Option<CMap>,
    /// The same by the names of glyphs and the tables that everybody has; of codes of one byte.
    table: Option<Vec<char>>,
    widths: BTreeMap<u32, f32>,
    other_width: f32,
}

impl Font {
    pub(super) fn new(dict: &Dict<'_>) -> Self {
        let wide = dict.get::<Name<'_>>(b"Subtype".as_slice()).is_some_and(|kind| kind.as_ref() == b"Type0");
        let to_unicode = dict
            .get::<Stream<'_>>(b"ToUnicode".as_slice())
            .and_then(|stream| stream.decoded_data().ok().and_then(|data| CMap::parse(&data, |_| None)));
        let mut font = Self {
            wide,
            to_unicode,
            table: (!wide).then(|| table(dict)),
            widths: BTreeMap::new(),
            other_width: if wide { 1000.0 } else { 500.0 },
        };
        if wide {
            font.wide_widths(dict);
        } else {
            font.plain_widths(dict);
        }
        font
    }

    /// The codes of a string, each with whether it is the space of one byte.
    pub(super) fn codes<'c>(&self, bytes: &'c [u8]) -> impl Iterator<Item = (u32, bool)> + use<'c> {
        let step = if self.wide { 2 } else { 1 };
        bytes.chunks(step).map(move |code| {
            (code.iter().fold(0, |code, byte| (code << 8) | u32::from(*byte)), step == 1 && code == b" ")
        })
    }

    /// Writes what a code stands for.
    pub(super) fn push(&self, code: u32, text: &mut String) {
        match self.to_unicode.as_ref().and_then(|map| map.lookup_bf_string(code)) {
            Some(BfString::Char(c)) => text.push(c),
            Some(BfString::String(s)) => text.push_str(&s),
            None => {
                let known = self.table.as_ref().and_then(|table| table.get(code as usize));
                text.push(known.copied().unwrap_or(UNKNOWN));
            }
        }
    }

    /// In thousandths of the size.
    pub(super) fn width(&self, code: u32) -> f32 {
        self.widths.get(&code).copied().unwrap_or(self.other_width)
    }

    fn plain_widths(&mut self, dict: &Dict<'_>) {
        let first = dict.get::<Number>(b"FirstChar".as_slice()).map_or(0, |n| n.as_i64());
        if let (Some(widths), Ok(first)) = (dict.get::<Array<'_>>(b"Widths".as_slice()), u32::try_from(first)) {
            self.widths = (first..).zip(widths.iter::<Number>().take(256).map(|n| n.as_f32())).collect();
        }
        // Widths of a font whose glyphs are drawings are in a measure of their own.
        if let Some(own) = dict.get::<Array<'_>>(b"FontMatrix".as_slice()).and_then(|m| m.iter::<Number>().next()) {
            self.widths.values_mut().for_each(|width| *width *= own.as_f32() * 1000.0);
        }
    }

    fn wide_widths(&mut self, dict: &Dict<'_>) {
        let inner = dict
            .get::<Array<'_>>(b"DescendantFonts".as_slice())
            .and_then(|fonts| fonts.iter::<Dict<'_>>().next())
            .unwrap_or_default();
        if let Some(other) = inner.get::<Number>(b"DW".as_slice()) {
            self.other_width = other.as_f32();
        }
        let Some(widths) = inner.get::<Array<'_>>(b"W".as_slice()) else { return };
        // Runs of `first [w1 w2 …]` and `first last w`.
        let mut numbers: Vec<f32> = Vec::new();
        for object in widths.iter::<Object<'_>>() {
            if self.widths.len() > MAX_WIDTHS {
                return;
            }
            match (object, &numbers[..]) {
                (Object::Array(run), [first]) => {
                    let run = run.iter::<Number>().take(MAX_WIDTHS).map(|n| n.as_f32());
                    self.widths.extend((*first as u32..).zip(run));
                    numbers.clear();
                }
                (Object::Number(width), [first, last]) => {
                    let codes = (*first as u32..=*last as u32).take(MAX_WIDTHS);
                    self.widths.extend(codes.map(|code| (code, width.as_f32())));
                    numbers.clear();
                }
                (Object::Number(number), _) => numbers.push(number.as_f32()),
                _ => numbers.clear(),
            }
        }
    }
}

/// Letters of a font with codes of one byte: the common table, and what the font says differs from it.
fn table(dict: &Dict<'_>) -> Vec<char> {
    let bytes: Vec<u8> = (0..=255).collect();
    let mut table: Vec<char> = encoding_rs::WINDOWS_1252.decode_without_bom_handling(&bytes).0.chars().collect();
    let differences = dict
        .get::<Dict<'_>>(b"Encoding".as_slice())
        .and_then(|encoding| encoding.get::<Array<'_>>(b"Differences".as_slice()));
    let mut code = 0_usize;
    for object in differences.iter().flat_map(Array::iter::<Object<'_>>) {
        match object {
            Object::Number(number) => code = usize::try_from(number.as_i64()).unwrap_or(usize::MAX),
            Object::Name(name) => {
                if let Some(letter) = table.get_mut(code) {
                    *letter = named(name.as_str());
                }
                code = code.saturating_add(1);
            }
            _ => {}
        }
    }
    table
}

/// The letter that a glyph of this name shows.
fn named(name: &str) -> char {
    let mut letters = name.chars();
    if let (Some(letter), None) = (letters.next(), letters.next()) {
        return letter;
    }
    let of_unicode = |digits: &str| u32::from_str_radix(digits.get(..4)?, 16).ok().and_then(char::from_u32);
    if let Some(letter) = name.strip_prefix("uni").and_then(of_unicode) {
        return letter;
    }
    if let Some(letter) = name.strip_prefix("afii").and_then(|number| number.parse().ok()).and_then(cyrillic) {
        return letter;
    }
    const NAMES: [(&str, char); 26] = [
        ("space", ' '),
        ("zero", '0'),
        ("one", '1'),
        ("two", '2'),
        ("three", '3'),
        ("four", '4'),
        ("five", '5'),
        ("six", '6'),
        ("seven", '7'),
        ("eight", '8'),
        ("nine", '9'),
        ("plus", '+'),
        ("hyphen", '-'),
        ("endash", '–'),
        ("emdash", '—'),
        ("period", '.'),
        ("comma", ','),
        ("colon", ':'),
        ("semicolon", ';'),
        ("slash", '/'),
        ("at", '@'),
        ("underscore", '_'),
        ("parenleft", '('),
        ("parenright", ')'),
        ("guillemotleft", '«'),
        ("guillemotright", '»'),
    ];
    NAMES.iter().find(|(known, _)| *known == name).map_or(UNKNOWN, |(_, letter)| *letter)
}

/// Cyrillic letters by the numbers that glyphs of old fonts are named with.
fn cyrillic(number: u32) -> Option<char> {
    let from = |letter: char, steps: u32| char::from_u32(letter as u32 + steps);
    match number {
        10017..=10022 => from('А', number - 10017),
        10023 => Some('Ё'),
        10024..=10049 => from('Ж', number - 10024),
        10065..=10070 => from('а', number - 10065),
        10071 => Some('ё'),
        10072..=10097 => from('ж', number - 10072),
        61352 => Some('№'),
        _ => None,
    }
}
