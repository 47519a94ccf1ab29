//! The hand that edits the folders at random: pages, data, attachments, settings and the theme, made, broken and mended.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::host::{Scratch, backdate};

/// Numbers that look random and are the same each time.
pub(super) struct Dice(u64);

impl Dice {
    pub(super) fn throw(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % sides as u64).unwrap()
    }

    fn of<'t, T: ?Sized>(&mut self, all: &[&'t T]) -> &'t T {
        all[self.throw(all.len())]
    }
}

const FOLDERS: &[&str] = &["", "guide/", "guide/deep/", "Папка/"];
const NAMES: &[&str] = &["index.md", "a.md", "b.md", "Страница.md", "readme.md"];
const TEXTS: &[&str] = &[
    "# Первая\n\nТекст со [ссылкой](/index.md).\n",
    "---\ntitle: Вторая\nweight: 3\n---\n\n## Раздел {#x}\n\n- раз\n- два\n",
    "# Первая\n\nТекст с другими словами.\n\n| а | б |\n|---|---|\n| 1 | 2 |\n",
    "---\ntitle: Черновик\ndraft: true\n---\nЕщё не готово.\n",
    "Без заголовка, и [ссылка в никуда](nowhere.md).\n",
    "# См. также\n\n[Раздел](/guide/b.md#x), [[Вторая]] и [другая](b.md).\n",
    "---\ntitle: \"не закрыта\n---\nтекст\n",
    "---\ntitel: Опечатка в ключе\n---\nтекст\n",
    "",
];
const TERMS: &[&str] = &[
    "- id: platforma\n  term: Платформа\n  means: программа для общения.\n",
    "- id: platforma\n  term: Платформа\n  means: другое значение.\n- id: chat\n  term: Чат\n  means: беседа.\n",
    "- id: platforma\n  term: [\n",
    "- id: platforma\n  термин: Платформа\n  лишний: ключ\n",
];
const SITES: &[&str] = &[
    "title: Школа\ntheme: own\n",
    "title: Другая школа\ntheme: own\nlanguage: en\n",
    "title: Школа\n",
    "title: Школа\ntheme: own\nraw_html: maybe\n",
];
const ACT: &str =
    "---\ntitle: Положение\n---\n\n## 1. Общее\n\n1.1. Первый пункт.\n\n1.2. Второй пункт:\n- раз;\n- два.\n";
const CSS: &[&str] = &["body { color: red }\n", "body { color: tan }\n"];
const WORDS: &[&str] = &["contents = Оглавление\n", "contents = Содержание\n", "contents = {\n"];
const BLOCKS: &[&str] =
    &["<main>{{ frame.title }}</main>\n", "<main>{{ frame.title }</main>\n", "<p>{{ nothing.at.all }}</p>\n"];

/// The folders, edited at random.
pub(super) struct Editor {
    scratch: Scratch,
    /// What the system would say was touched.
    pub(super) touched: BTreeSet<PathBuf>,
    pub(super) dice: Dice,
    clock: u64,
    subject: Subject,
}

/// What the folders hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// A regulation with its data, among pages.
    Regulation,
    /// Pages alone, of which more is kept from plan to plan.
    Pages,
}

impl Editor {
    /// An editor of a site that is in order.
    pub(super) fn new(seed: u64, subject: Subject) -> Self {
        let (scratch, touched, dice) = (Scratch::new("truth"), BTreeSet::new(), Dice(seed));
        let mut editor = Self { scratch, touched, dice, clock: 0, subject };
        fs::create_dir_all(editor.content()).unwrap();
        editor.mend();
        editor
    }

    /// The project folder.
    pub(super) fn root(&self) -> &Path {
        self.scratch.path()
    }

    fn content(&self) -> PathBuf {
        self.scratch.path().join("content")
    }

    /// New folders above are touched as well.
    fn touch(&mut self, path: &Path) {
        self.touched.insert(path.to_owned());
        let new = path.ancestors().skip(1).take_while(|folder| !folder.exists());
        self.touched.extend(new.map(Path::to_owned));
    }

    fn rename(&mut self, from: &Path, to: &Path) {
        self.touch(from);
        self.touch(to);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::rename(from, to).unwrap();
    }

    fn write(&mut self, path: &Path, bytes: &[u8]) {
        if path.is_dir() {
            return;
        }
        self.touch(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        if self.dice.throw(2) == 0 {
            let aside = path.with_file_name(".saving.swp");
            fs::write(&aside, bytes).unwrap();
            fs::rename(aside, path).unwrap();
        } else {
            fs::write(path, bytes).unwrap();
        }
        // Mostly old enough for stamps to be trusted, as files of a real folder are.
        self.clock += 1;
        if self.dice.throw(4) > 0 {
            backdate(path, 1_000_000 - self.clock);
        }
    }

    fn files(&self) -> Vec<PathBuf> {
        let mut files = Vec::new();
        let mut folders = vec![self.content()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() { folders.push(path) } else { files.push(path) }
            }
        }
        files.sort();
        files
    }

    fn page(&mut self) -> PathBuf {
        let name = format!("{}{}", self.dice.of(FOLDERS), self.dice.of(NAMES));
        self.content().join(name)
    }

    /// One edit.
    pub(super) fn edit(&mut self) {
        let content = self.content();
        let themes = self.scratch.path().join("themes/own");
        let what = match (self.subject, self.dice.throw(22)) {
            (Subject::Pages, 13 | 14 | 16) => 0,
            (_, what) => what,
        };
        match what {
            0..=6 => {
                let (path, text) = (self.page(), self.dice.of(TEXTS));
                self.write(&path, text.as_bytes());
            }
            7 | 8 => {
                let files = self.files();
                let from = files[self.dice.throw(files.len())].clone();
                let to = self.page();
                if !to.is_dir() {
                    self.rename(&from, &to);
                }
            }
            9 | 10 => {
                let files = self.files();
                if files.len() > 3 {
                    let gone = &files[self.dice.throw(files.len())];
                    fs::remove_file(gone).unwrap();
                    self.touch(gone);
                }
            }
            11 => {
                let (from, to) = (self.dice.of(FOLDERS), self.dice.of(FOLDERS));
                let (from, to) = (content.join(from), content.join(format!("{to}moved")));
                if from != content && from.is_dir() && !to.exists() && !to.starts_with(&from) {
                    self.rename(&from, &to);
                }
            }
            12 => {
                let _ = fs::remove_dir_all(content.join("guide"));
                self.touch(&content.join("guide"));
            }
            13 | 14 => {
                let text = self.dice.of(TERMS);
                self.write(&content.join("data/terms.yml"), text.as_bytes());
            }
            15 => {
                let text = self.dice.of(SITES);
                self.write(&content.join("site.yml"), text.as_bytes());
            }
            16 => {
                let text =
                    if self.dice.throw(2) == 0 { ACT.to_owned() } else { ACT.replace("Второй", "Иной") };
                self.write(&content.join("regulations/sferum/2026-01-15.md"), text.as_bytes());
                let text = format!("---\ntitle: Памятка {}\nimplements: [1.2]\n---\n\n1. Шаг.\n", self.clock % 3);
                self.write(&content.join("instructions/memo.md"), text.as_bytes());
            }
            17 => {
                // Attachments of the same length, and one that stays on disk.
                let byte = u8::try_from(self.dice.throw(3)).unwrap();
                self.write(&content.join("files/order.pdf"), &[byte; 1000]);
                self.write(&content.join("pic.png"), &[byte; 10]);
            }
            18 | 19 => self.quietly(),
            20 => {
                let text = self.dice.of(CSS);
                self.write(&themes.join("css/svod.css"), text.as_bytes());
            }
            _ => {
                if self.dice.throw(2) == 0 {
                    let text = self.dice.of(WORDS);
                    self.write(&themes.join("strings/ru.ftl"), text.as_bytes());
                } else {
                    let text = self.dice.of(BLOCKS);
                    self.write(&themes.join("templates/page.html"), text.as_bytes());
                }
            }
        }
    }

    /// Changes a file so that neither its length nor its visible time tells: a letter is replaced, and the time is set
    /// back or falls into the same step of the clock.
    fn quietly(&mut self) {
        let files = self.files();
        let path = &files[self.dice.throw(files.len())];
        let bytes = fs::read(path).unwrap();
        let before = fs::metadata(path).unwrap().modified().unwrap();
        let changed = String::from_utf8_lossy(&bytes).replace('с', "п");
        let changed = if changed.as_bytes() == bytes { changed.replace('п', "с") } else { changed };
        if changed.len() == bytes.len() {
            self.touch(path);
            fs::write(path, changed).unwrap();
            // Where the system keeps no time of change apart, a patrol could not know; there the file is merely fresh.
            if cfg!(unix) {
                fs::File::options().write(true).open(path).unwrap().set_modified(before).unwrap();
            }
        }
    }

    /// Whether anything is shown in the preview alone.
    pub(super) fn has_drafts(&self) -> bool {
        let drafts = ["draft: true", "title: Положение"];
        self.files()
            .into_iter()
            .filter_map(|path| fs::read_to_string(path).ok())
            .any(|t| drafts.iter().any(|d| t.contains(d)))
    }

    /// Puts right whatever may be broken.
    pub(super) fn mend(&mut self) {
        if self.dice.throw(10) == 0 {
            fs::remove_dir_all(self.content()).unwrap();
            fs::create_dir(self.content()).unwrap();
            self.touch(&self.content());
        }
        for path in self.files() {
            let bytes = fs::read(&path).unwrap();
            let broken = ["nowhere", "[[Вторая]]", "не закрыта", "titel", "term: [", "лишний", "maybe"];
            let text = String::from_utf8_lossy(&bytes);
            let is_pdf = !text.contains('\n') && path.extension().is_some_and(|e| e == "md");
            if broken.iter().any(|b| text.contains(b)) || is_pdf {
                self.touch(&path);
                fs::remove_file(path).unwrap();
            }
        }
        for folder in ["templates", "strings"] {
            let folder = self.scratch.path().join("themes/own").join(folder);
            self.touch(&folder);
            let _ = fs::remove_dir_all(folder);
        }
        self.write(&self.content().join("site.yml"), SITES[0].as_bytes());
        self.write(&self.content().join("index.md"), TEXTS[0].as_bytes());
        self.write(&self.scratch.path().join("themes/own/css/svod.css"), CSS[0].as_bytes());
    }
}
