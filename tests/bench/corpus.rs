//! Makes a tree of markdown that looks like documentation in Russian: pages of varied length with headings, lists,
//! tables, code and links that lead somewhere; or a site with large regulations. Same size, same bytes.

use std::fmt::Write as _;
use std::path::Path;

/// Writing to a text cannot fail.
macro_rules! put {
    ($out:expr, $($part:tt)*) => {{
        let _ = write!($out, $($part)*);
    }};
}

/// Numbers that look random and are the same everywhere (SplitMix64).
#[derive(Debug)]
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// 0 to `end` − 1.
    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(end.max(1)).unwrap_or(1)).unwrap_or(0)
    }

    /// Small numbers often, large ones seldom: the square of an even spread.
    fn skewed(&mut self, end: usize) -> usize {
        let a = self.below(end) as f64 / end as f64;
        ((a * a * a) * end as f64) as usize
    }
}

const FIRST: &[&str] = &[
    "по", "на", "об", "при", "рас", "со", "вы", "за", "пере", "до", "от", "пред", "у", "раз", "под", "про", "из", "в",
];
const ROOT: &[&str] = &[
    "ход",
    "став",
    "вод",
    "каз",
    "уч",
    "пис",
    "сл",
    "тр",
    "раб",
    "дом",
    "мест",
    "школ",
    "род",
    "чит",
    "вид",
    "гл",
    "срок",
    "прав",
    "зак",
    "член",
    "каб",
    "звон",
    "сообщ",
    "файл",
    "групп",
    "клас",
    "сеть",
    "связ",
    "контр",
    "лиц",
];
const LAST: &[&str] = &[
    "ение", "ания", "ость", "ник", "ный", "ного", "ому", "ить", "ать", "ает", "ами", "ах", "ов", "ие", "ия", "ку",
    "тель", "ству", "ую", "ется",
];

/// A word by its rank: frequent ones are short.
fn word(rank: usize) -> String {
    const SHORT: &[&str] = &["и", "в", "не", "на", "с", "по", "для", "к", "от", "о", "при", "или", "из", "что", "за"];
    if let Some(short) = SHORT.get(rank) {
        return (*short).to_owned();
    }
    let mut dice = Dice::new(u64::try_from(rank).unwrap_or(0));
    let mut text = String::new();
    if dice.below(3) > 0 {
        text.push_str(FIRST[dice.below(FIRST.len())]);
    }
    text.push_str(ROOT[dice.below(ROOT.len())]);
    if dice.below(4) == 0 {
        text.push_str(ROOT[dice.below(ROOT.len())]);
    }
    text.push_str(LAST[dice.below(LAST.len())]);
    text
}

/// Words that a corpus draws from.
const WORDS: usize = 30_000;

fn sentence(dice: &mut Dice, out: &mut String) {
    let count = 5 + dice.below(14);
    for i in 0..count {
        let text = word(dice.skewed(WORDS));
        if i == 0 {
            out.extend(text.chars().next().into_iter().flat_map(char::to_uppercase));
            out.extend(text.chars().skip(1));
        } else {
            out.push_str(if dice.below(12) == 0 { ", " } else { " " });
            match dice.below(60) {
                0 => put!(out, "**{text}**"),
                1 => put!(out, "`{text}`"),
                2 => put!(out, "_{text}_"),
                3 => put!(out, "{}", dice.below(2000)),
                _ => out.push_str(&text),
            }
        }
    }
    out.push_str(". ");
}

fn title(dice: &mut Dice) -> String {
    let count = 2 + dice.below(4);
    let text = (0..count).map(|_| word(15 + dice.skewed(WORDS - 15))).collect::<Vec<_>>().join(" ");
    let mut chars = text.chars();
    chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).collect()
}

/// Path of page `index`: folders of 40 pages, 12 such folders in a section.
fn place(index: usize) -> String {
    let folder = index / 40;
    format!("section-{:02}/part-{:02}/page-{:05}.md", folder / 12, folder % 12, index)
}

fn page(index: usize, pages: usize) -> String {
    let mut dice = Dice::new(0x5EED ^ u64::try_from(index).unwrap_or(0).wrapping_mul(0x2545_F491_4F6C_DD1D));
    let mut out = format!("---\ntitle: {}\n---\n\n", title(&mut dice));
    // Most pages have some kilobytes, few have sixty.
    let length = 600 + dice.skewed(20_000);
    while out.len() < length {
        match dice.below(12) {
            0 | 1 => {
                let level = if dice.below(3) == 0 { "###" } else { "##" };
                let heading = title(&mut dice);
                put!(out, "{level} {heading}\n\n");
            }
            2 | 3 => {
                for n in 0..2 + dice.below(6) {
                    out.push_str(if dice.below(4) == 0 && n > 0 { "  - " } else { "- " });
                    sentence(&mut dice, &mut out);
                    out.push('\n');
                }
                out.push('\n');
            }
            4 if dice.below(2) == 0 => {
                out.push_str("| Что | Кто | Когда |\n|---|:--|--:|\n");
                for _ in 0..2 + dice.below(5) {
                    let (a, b, day) = (title(&mut dice), word(dice.skewed(WORDS)), 1 + dice.below(30));
                    put!(out, "| {a} | {b} | {day}.04.2026 |\n");
                }
                out.push('\n');
            }
            5 if dice.below(3) == 0 => {
                put!(out, "```text\n{} = {}\n```\n\n", word(dice.skewed(WORDS)), dice.below(100));
            }
            6 => {
                // A neighbour or any page at all.
                let target =
                    if dice.below(3) > 0 { (index / 40) * 40 + dice.below(40) } else { dice.below(pages) } % pages;
                let text = title(&mut dice);
                put!(out, "[{text}](../../{}) ", place(target));
                sentence(&mut dice, &mut out);
                out.push_str("\n\n");
            }
            _ => {
                for _ in 0..1 + dice.below(5) {
                    sentence(&mut dice, &mut out);
                }
                out.push_str("\n\n");
            }
        }
    }
    out
}

/// Writes one file of a tree, making its folders.
pub(crate) fn lay(root: &Path, path: &str, text: &str) -> std::io::Result<()> {
    let to = root.join(path);
    if let Some(folder) = to.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(to, text)
}

/// Documentation of so many pages under `root/content`.
pub(crate) fn documentation(root: &Path, pages: usize) -> std::io::Result<()> {
    lay(root, "content/index.md", "---\ntitle: Документация\n---\n\nНачало.\n")?;
    (0..pages).try_for_each(|index| lay(root, &format!("content/{}", place(index)), &page(index, pages)))
}

/// So many pages of a few sentences under `root/content`.
pub(crate) fn small(root: &Path, pages: usize) -> std::io::Result<()> {
    lay(root, "content/index.md", "---\ntitle: Документация\n---\n\nНачало.\n")?;
    (0..pages).try_for_each(|index| {
        let mut dice = Dice::new(0x50A11 ^ u64::try_from(index).unwrap_or(0).wrapping_mul(0x2545_F491_4F6C_DD1D));
        let mut text = format!("---\ntitle: {} {index}\n---\n\n", title(&mut dice));
        (0..4).for_each(|_| sentence(&mut dice, &mut text));
        lay(root, &format!("content/{}", place(index)), &text)
    })
}

/// So many regulations of so many clauses each, every clause with items and references to others.
pub(crate) fn regulations(root: &Path, count: usize, clauses: usize) -> std::io::Result<()> {
    lay(root, "content/site.yml", "title: Свод положений\nallow: [document-not-posted]\n")?;
    let mut orders = String::new();
    for n in 0..count {
        let mut dice = Dice::new(0xAC7 + u64::try_from(n).unwrap_or(0));
        put!(
            orders,
            "- id: o{n}\n  number: 01-07/{n}\n  date: 15.04.2026\n  title: О введении в действие\n  signed_by: {{name: П. И. Орлов, position: директор}}\n",
        );
        let mut out = format!("---\ntitle: Положение {n}\norder: o{n}\n---\n\n");
        for c in 0..clauses {
            // Fifty clauses in a section.
            let (section, clause) = (c / 50 + 1, c % 50 + 1);
            if clause == 1 {
                let heading = title(&mut dice);
                put!(out, "## {section}. {heading}\n\n");
            }
            put!(out, "{section}.{clause}. ");
            sentence(&mut dice, &mut out);
            if dice.below(3) == 0 {
                put!(out, "Смотрите пункт {}.{}.", 1 + dice.below(section), 1 + dice.below(clause));
            }
            out.push_str("\n\n");
            if dice.below(2) == 0 {
                for _ in 0..2 + dice.below(8) {
                    out.push_str("- ");
                    sentence(&mut dice, &mut out);
                    out.push('\n');
                }
                out.push('\n');
            }
        }
        lay(root, &format!("content/regulations/act-{n:03}/2026-04-15.md"), &out)?;
    }
    lay(root, "content/data/orders.yml", &orders)
}
