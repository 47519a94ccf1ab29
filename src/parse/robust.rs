//! Thousands of nasty texts, the same ones on every run: whatever comes, the promises of `exercise` hold.

use super::exercise::exercise;

/// Pieces that break readers when they meet.
const PIECES: &[&str] = &[
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "  \n",
    "\\\n",
    " ",
    "\t",
    "    ",
    "\u{a0}",
    "\u{feff}",
    "\u{ad}",
    "\0",
    "\u{301}",
    "ё",
    "𝔸",
    "- ",
    "* ",
    "+ ",
    "1. ",
    "7) ",
    "999999999. ",
    "1000000000. ",
    "> ",
    "> [!NOTE]\n",
    "# ",
    "## 2. ",
    "### Раздел 3. ",
    "===\n",
    "---\n",
    "```\n",
    "~~~",
    "    код\n",
    "|а|б|\n|-|-|\n",
    "| ",
    "а\n: б\n",
    "[^1]",
    "[^1]: ",
    "[x]: y\n",
    "[ ] ",
    "2.4. Текст",
    "2.4.1. Под",
    "2.5 Ещё",
    "\n2.1. А.\n2.2. Б",
    "1.1. ",
    "3. ",
    "2.",
    "2.4.3648-20",
    "28.09.2020 № 28",
    "пункта\n2.4 ",
    "п. 2.4",
    "пп. 2.3, 2.4 ",
    "абзац второй пункта 2.3",
    "разделе 3",
    "статьи 29 ",
    "пункты 2.3–2.5",
    "• ",
    "– ",
    "— ",
    "·",
    "\u{f0b7}",
    "\u{f02d} и др.",
    "o\t",
    "*",
    "**",
    "_",
    "__",
    "~~",
    "`",
    "``",
    "[",
    "](",
    ")",
    "![",
    "[[",
    "]]",
    "|",
    "<",
    ">",
    "<div>",
    "</div>",
    "<!--",
    "-->",
    "<a href=x>",
    "&amp;",
    "&#0;",
    "\\",
    "\\*",
    "{#id}",
    "{#id .a}",
    "https://b.ru",
    "<a@b.ru>",
    "title: а",
    "- id: a\n  number: [",
    "\"",
    "'",
    "слово",
    "ИКОП «Сферум»",
    "a",
    "0",
    "9999.9999.",
];

/// A small generator of numbers, always the same.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % (end.max(1) as u64)).unwrap_or(0)
    }
}

#[track_caller]
fn check(bytes: &[u8]) {
    let done = exercise(bytes);
    let shown: String = String::from_utf8_lossy(bytes).chars().take(600).collect();
    assert_eq!(done, Ok(()), "{shown:?}");
}

#[test]
fn texts_made_of_nasty_pieces() {
    let mut dice = Dice(0x5f3d_9a27);
    for case in 0..4000 {
        let pieces = 1 + dice.below(4 + case / 100);
        let mut text = String::new();
        if dice.below(4) == 0 {
            text.push_str("---\n");
        }
        for _ in 0..pieces {
            text.push_str(PIECES[dice.below(PIECES.len())]);
        }
        check(text.as_bytes());
    }
}

#[test]
fn sound_texts_with_broken_bytes() {
    let sound = "---\ntitle: Положение\norder: p-1\n---\n# Т\n\n## 1. А\n\n1.1. Лид:\n\n- а п. 1.2;\n- б.\n\n1.2. Текст[^1].\n1.3. Ещё:\n• в\n\n| а |\n|---|\n| б |\n\n[^1]: сноска\n";
    let mut dice = Dice(77);
    for _ in 0..1500 {
        let mut bytes = sound.as_bytes().to_vec();
        for _ in 0..1 + dice.below(6) {
            let at = dice.below(bytes.len());
            match dice.below(4) {
                0 => bytes[at] = u8::try_from(dice.below(256)).unwrap_or(0),
                1 => drop(bytes.drain(at..(at + dice.below(9)).min(bytes.len()))),
                2 => bytes.insert(at, b"\n -*>#|`0.\\"[dice.below(11)]),
                _ => {
                    let piece = bytes[at..(at + dice.below(40)).min(bytes.len())].to_vec();
                    let to = dice.below(bytes.len());
                    bytes.splice(to..to, piece);
                }
            }
        }
        check(&bytes);
    }
}

#[test]
fn one_piece_many_times() {
    for piece in PIECES {
        for head in ["", "## 2. А\n\n2.1. Б\n"] {
            check((head.to_owned() + &piece.repeat(1000)).as_bytes());
            check((head.to_owned() + &format!("{piece}\n").repeat(1000)).as_bytes());
        }
    }
}

#[test]
fn deep_lines_among_clauses() {
    let mut dice = Dice(11);
    for _ in 0..300 {
        let mut text = String::from("## 2. А\n\n");
        for _ in 0..1 + dice.below(6) {
            text.push_str(&["- ", "> ", "1. ", " ", "> - "][dice.below(5)].repeat(90 + dice.below(200)));
            for _ in 0..dice.below(8) {
                text.push_str(PIECES[dice.below(PIECES.len())]);
            }
        }
        check(text.as_bytes());
    }
    let deep = format!("2.1. Лид:\n• а\n{}слово\nи ещё\n2.2. Два.\n", "- ".repeat(20_000));
    check(format!("{deep}{}", "строка\n".repeat(3000)).as_bytes());
}

#[test]
fn any_bytes() {
    let mut dice = Dice(3);
    for length in 0..600 {
        let bytes: Vec<u8> = (0..length % 97).map(|_| u8::try_from(dice.below(256)).unwrap_or(0)).collect();
        check(&bytes);
    }
}
