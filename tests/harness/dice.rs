//! Inputs that look random and are the same on every run: fragments that mean something to some reader, mixed and spoilt.

/// Numbers that look random and are the same everywhere (SplitMix64).
#[derive(Debug)]
pub struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((z ^ (z >> 31)) % u64::try_from(end.max(1)).unwrap()).unwrap()
    }

    pub fn pick<'a, T: ?Sized>(&mut self, from: &[&'a T]) -> &'a T {
        from[self.below(from.len())]
    }
}

/// What readers of markdown, clauses and references look for.
pub const MARKS: &[&str] = &[
    "\n",
    "\n\n",
    "## 2. Организация\n\n",
    "# ",
    "2.4. ",
    "2.4.1. ",
    "2.10 ",
    "99999. ",
    "1.2.3.4.5.6.7 ",
    "- ",
    "  - ",
    "\n    ",
    "1) ",
    "• ",
    "\u{f02d} ",
    "\u{f0b7}",
    "п. 2.4",
    "пункт 2.4/7",
    "абзац второй пункта 2.3",
    "пп. 2.1, 2.2 и 2.3",
    "раздел 3",
    "[текст](#p2.4)",
    "[текст](../net.md \"x\")",
    "[[Вики|x]]",
    "![",
    "](",
    "[^1]",
    "[^1]: ",
    "> ",
    "> [!NOTE]\n",
    "```",
    "~~~\n",
    "| а | б |\n|---|---|\n",
    "***",
    "**",
    "_",
    "`",
    "<b>",
    "<!--",
    "-->",
    "&#x110000;",
    "&nbsp;",
    "\\",
    "\t",
    "\u{feff}",
    "\u{ad}",
    "\u{301}",
    "\u{202e}",
    "ё",
    "№ ",
    "«",
    "»",
    "—",
    "\r\n",
    "\r",
    "\0",
    "---\n",
    "title: x\n",
    ": ",
    "термин\n: значение\n",
    "http://x",
    "javascript:",
    "{{",
    "{%",
    "%}",
    "'",
    "\"",
    "😀",
    "𝟚.𝟜. ",
    "٢.٤. ",
];

/// What readers of YAML and of our records look for.
pub const KEYS: &[&str] = &[
    "- id: a\n",
    "  name: А\n",
    "  date: 31.04.2026\n",
    "  positions: [{title: т, category: teaching}]\n",
    "  number: 2.10\n",
    "  appoints:\n    - {person: a, role: a, until: return, instead_of: a}\n",
    "years:\n  2026: {days_off: [01.05.2026]}\n",
    "title: x\n",
    "  requires: [decision, 'order:a']\n",
    "  due: 05-01\n",
    "  clause: '2.4'\n",
    "&a ",
    "*a",
    "!!binary ",
    "[",
    "]",
    "{",
    "}",
    "- ",
    ": ",
    "|\n",
    ">\n",
    "'",
    "\"",
    "#",
    "\n",
    "  ",
    "\t",
    "~",
    "? ",
    "---\n",
    "...\n",
    "\u{feff}",
    "  номер: 1\n",
    "  id: a\n",
    "0x7fffffffffffffff",
    "1e999",
    "9999-12-31",
    "0001-01-01",
    "  school_year: 9998/9999\n",
    "  document: edition:a@2026-01-01\n",
    "  text: x\n",
    "  from: 9999-12-31\n",
    "  signed_by: {name: x, position: y}\n",
];

/// Spoils a text in up to `times` places: cut, doubled, filled with fragments, single bytes changed.
pub fn spoil(dice: &mut Dice, bytes: &mut Vec<u8>, times: usize) {
    for _ in 0..dice.below(times + 1) {
        let at = dice.below(bytes.len() + 1);
        let end = (at + dice.below(40)).min(bytes.len());
        match dice.below(5) {
            0 => drop(bytes.drain(at..end)),
            1 => drop(bytes.splice(at..at, dice.pick(MARKS).bytes())),
            2 => drop(bytes.splice(at..at, dice.pick(KEYS).bytes())),
            3 => {
                let part = bytes[at..end].to_vec();
                let to = dice.below(bytes.len() + 1);
                drop(bytes.splice(to..to, part));
            }
            _ => bytes.insert(at, u8::try_from(dice.below(256)).unwrap()),
        }
    }
}
