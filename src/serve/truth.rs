//! What is served is what a clean build gives, whatever was done to the folders before: thousands of random edits,
//! broken and mended, compared file by file.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use super::answer::Payload;
use super::bell::Bell;
use super::http::Site;
use super::keeper::Keeper;
use super::shelf::Shelf;
use super::{Settings, page};
use crate::base::{Date, Lang, OutPath};
use crate::diag::Severity;
use crate::host::{Project, Scratch, Tree, backdate, read_content, read_themes};
use crate::messages::Words;
use crate::pipeline::{self, Body, Inputs, Plan};
use crate::source::SourceBody;

/// Numbers that look random and are the same each time.
struct Dice(u64);

impl Dice {
    fn throw(&mut self, sides: usize) -> usize {
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
struct Editor {
    scratch: Scratch,
    /// What the system would say was touched.
    touched: BTreeSet<PathBuf>,
    dice: Dice,
    clock: u64,
}

impl Editor {
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
    fn edit(&mut self) {
        let content = self.content();
        let themes = self.scratch.path().join("themes/own");
        match self.dice.throw(22) {
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

    fn has_drafts(&self) -> bool {
        let drafts = ["draft: true", "title: Положение"];
        self.files()
            .into_iter()
            .filter_map(|path| fs::read_to_string(path).ok())
            .any(|t| drafts.iter().any(|d| t.contains(d)))
    }

    /// Puts right whatever may be broken.
    fn mend(&mut self) {
        if self.dice.throw(10) == 0 {
            fs::remove_dir_all(self.content()).unwrap();
            fs::create_dir(self.content()).unwrap();
            self.touch(&self.content());
        }
        for path in self.files() {
            let bytes = fs::read(&path).unwrap();
            let broken = ["nowhere", "не закрыта", "titel", "term: [", "лишний", "maybe"];
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

/// A clean build.
fn build(root: &Path, today: Date, preview: bool) -> (Plan, Tree) {
    let project = Project::open(root, None).unwrap();
    let content = read_content(&project).unwrap();
    let themes = read_themes(&project).unwrap();
    let (sources, themes) = (content.set.clone(), themes.set);
    let inputs = Inputs { sources, themes, today, preview, allow: Vec::new(), deny: Vec::new() };
    (pipeline::plan(inputs), content)
}

/// Every file of a clean build, empty where it could not be made without errors; `None` if a build would refuse to plan.
fn output(root: &Path, today: Date, preview: bool) -> Option<BTreeMap<OutPath, Option<Vec<u8>>>> {
    let (plan, content) = build(root, today, preview);
    let is_error = |f: &crate::diag::Finding| f.diagnostic.severity == Severity::Error;
    if plan.findings().iter().any(is_error) {
        return None;
    }
    let mut files = BTreeMap::new();
    for path in plan.paths() {
        let produced = plan.produce(path).unwrap();
        if produced.findings.iter().any(is_error) {
            files.insert(path.clone(), None);
            continue;
        }
        let bytes = match produced.body {
            Body::Bytes(bytes) => bytes,
            Body::Copy(file) => match &content.set.get(file).unwrap().body {
                SourceBody::Bytes(bytes) => bytes.to_vec(),
                SourceBody::OnDisk { .. } => fs::read(&content.disk[&file]).unwrap(),
                SourceBody::Unreadable(fault) => panic!("{fault:?}"),
            },
        };
        files.insert(path.clone(), Some(bytes));
    }
    Some(files)
}

fn served(shelf: &Shelf, path: &OutPath) -> Option<Vec<u8>> {
    let content = shelf.file(path, None)?;
    let bytes = match content.payload {
        Payload::Bytes(bytes) => bytes.to_vec(),
        Payload::File(mut file, _) => {
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            bytes
        }
    };
    Some(if content.content_type.starts_with("text/html") { page::without_script(&bytes) } else { bytes })
}

/// The preview of a folder, driven by hand.
fn preview(root: &Path, today: &Arc<Mutex<Date>>) -> (Keeper, Arc<Shelf>) {
    let today = Arc::clone(today);
    let settings = Settings {
        root: root.to_owned(),
        out: None,
        allow: Vec::new(),
        deny: Vec::new(),
        today: Box::new(move |_| *today.lock().unwrap()),
        tell: Box::new(|_| {}),
    };
    let shelf = Arc::new(Shelf::new(Words::new(Lang::Ru)));
    (Keeper::new(Arc::new(settings), Arc::clone(&shelf), Arc::new(Bell::default())), shelf)
}

#[track_caller]
fn compare(shelf: &Shelf, expected: &BTreeMap<OutPath, Option<Vec<u8>>>, step: usize) {
    for (path, bytes) in expected.iter().filter_map(|(path, bytes)| Some((path, bytes.as_ref()?))) {
        let found = served(shelf, path);
        assert!(found.as_ref() == Some(bytes), "step {step}: {path} is not as built: {:?}", found.map(|f| f.len()));
    }
}

fn run(seed: u64, edits: usize) {
    let scratch = Scratch::new("truth");
    let mut editor = Editor { scratch, touched: BTreeSet::new(), dice: Dice(seed), clock: 0 };
    fs::create_dir_all(editor.content()).unwrap();
    editor.mend();
    let root = editor.scratch.path().to_owned();
    let today = Arc::new(Mutex::new(Date::parse("2026-11-22").unwrap()));
    let (mut keeper, shelf) = preview(&root, &today);
    keeper.look(&BTreeSet::new());
    let day = |today: &Arc<Mutex<Date>>| *today.lock().unwrap();
    let mut good = output(&root, day(&today), true).expect("a mended site has no errors");
    let (mut done, mut compared, mut refused, mut published) = (0, 0, 0, 0);
    let mut before: BTreeSet<OutPath> = BTreeSet::new();
    while done < edits {
        for _ in 0..=editor.dice.throw(3) {
            editor.edit();
            done += 1;
        }
        if editor.dice.throw(4) == 0 {
            editor.mend();
        }
        if editor.dice.throw(10) == 0 {
            let mut today = today.lock().unwrap();
            *today = today.plus_days(30);
        }
        // Mostly the system says what was touched; sometimes it says nothing, and the patrol comes by.
        let touched = std::mem::take(&mut editor.touched);
        keeper.look(&if editor.dice.throw(3) == 0 { BTreeSet::new() } else { touched });
        // Some pages are looked at between edits, as a person would, and some never.
        for path in good.keys().filter(|_| editor.dice.throw(4) == 0) {
            let _ = served(&shelf, path);
        }
        match output(&root, day(&today), true) {
            Some(now) => {
                compare(&shelf, &now, done);
                for gone in before.iter().filter(|path| !now.contains_key(*path)) {
                    assert!(!shelf.has(gone, None) && shelf.file(gone, None).is_none(), "step {done}: {gone} is gone");
                }
                // Without drafts the preview is the published site itself.
                if !editor.has_drafts() {
                    compare(&shelf, &output(&root, day(&today), false).unwrap(), done);
                    published += 1;
                }
                before = now.keys().cloned().collect();
                good = now;
                compared += 1;
            }
            None => {
                refused += 1;
                // The last good site stays, whole; attachments lie on disk as they are.
                let made = |path: &&OutPath| path.extension() == "html" && good[*path].is_some();
                for path in good.keys().filter(made).filter(|_| editor.dice.throw(5) == 0) {
                    assert!(served(&shelf, path) == good[path], "step {done}: {path} is not the last good");
                }
            }
        }
    }
    // Each kind of state must have come up often enough to prove something.
    let enough = [compared, refused, published].iter().all(|n| *n > edits / 50);
    assert!(enough, "{compared} compared, {published} published, {refused} refused");
}

#[test]
fn as_built_after_any_edits() {
    std::thread::scope(|scope| {
        for seed in [0x9e37_79b9_7f4a_7c15, 0x1234_5678_9abc_def1] {
            scope.spawn(move || run(seed, 1000));
        }
    });
}
