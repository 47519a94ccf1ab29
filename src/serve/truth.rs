//! What is served is what a clean build gives, whatever was done to the folders before: thousands of random edits,
//! broken and mended, compared file by file.

mod editor;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Read;
use std::path::Path;
use std::sync::{Arc, Mutex};

use editor::{Editor, Subject};

use super::answer::Payload;
use super::bell::Bell;
use super::http::Site;
use super::keeper::Keeper;
use super::shelf::Shelf;
use super::{Settings, page};
use crate::base::{Date, Lang, OutPath};
use crate::diag::Severity;
use crate::host::{Project, Tree, read_content, read_themes};
use crate::messages::Words;
use crate::pipeline::{self, Body, Inputs, Plan};
use crate::source::SourceBody;

/// A clean build.
fn build(root: &Path, today: Date, preview: bool) -> (Plan, Tree) {
    let project = Project::open(root, None).unwrap();
    let content = read_content(&project).unwrap();
    let themes = read_themes(&project).unwrap();
    let (sources, themes) = (content.set.clone(), themes.set);
    let inputs = Inputs { sources, themes, today, preview, allow: Vec::new(), deny: Vec::new() };
    (pipeline::plan(inputs), content)
}

/// Every file of a build, empty where it could not be made without errors; `None` if it would refuse to plan.
fn output((plan, content): &(Plan, Tree)) -> Option<BTreeMap<OutPath, Option<Vec<u8>>>> {
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
pub(super) fn preview(root: &Path, today: &Arc<Mutex<Date>>) -> (Keeper, Arc<Shelf>) {
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

fn run(seed: u64, subject: Subject, edits: usize) {
    let mut editor = Editor::new(seed, subject);
    let root = editor.root().to_owned();
    let today = Arc::new(Mutex::new(Date::parse("2026-11-22").unwrap()));
    let (mut keeper, shelf) = preview(&root, &today);
    keeper.look(&BTreeSet::new());
    let day = |today: &Arc<Mutex<Date>>| *today.lock().unwrap();
    let mut good = output(&build(&root, day(&today), true)).expect("a mended site has no errors");
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
        let clean = build(&root, day(&today), true);
        let newest = shelf.newest(None).unwrap().1;
        assert!(newest.plan.findings() == clean.0.findings(), "step {done}: other findings than of a build");
        match output(&clean) {
            Some(now) => {
                compare(&shelf, &now, done);
                for gone in before.iter().filter(|path| !now.contains_key(*path)) {
                    assert!(!shelf.has(gone, None) && shelf.file(gone, None).is_none(), "step {done}: {gone} is gone");
                }
                // Without drafts the preview is the published site itself.
                if !editor.has_drafts() {
                    compare(&shelf, &output(&build(&root, day(&today), false)).unwrap(), done);
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
        let regulation = [0x9e37_79b9_7f4a_7c15, 0x1234_5678_9abc_def1].map(|seed| (seed, Subject::Regulation));
        for (seed, subject) in regulation.into_iter().chain([(0x0fed_cba9_8765_4321, Subject::Pages)]) {
            scope.spawn(move || run(seed, subject, 1000));
        }
    });
}
