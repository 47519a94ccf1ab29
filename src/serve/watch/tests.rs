//! What of the events of a folder is heard.

use std::fs;

use super::*;
use crate::host::Scratch;

struct Watched {
    scratch: Scratch,
    watch: Watch,
}

fn watched(name: &str) -> Watched {
    let scratch = Scratch::new(name);
    for path in ["content/a.md", "content/guide/b.md", "themes/own/base.html", "public/index.html", "elsewhere/c.md"] {
        scratch.file(path, "text");
    }
    let mut watch = Watch::new();
    let project = Project::open(scratch.path(), None).unwrap();
    assert!(watch.follow(scratch.path(), &project));
    assert!(!watch.follow(scratch.path(), &project));
    assert_eq!(watch.mode(), Mode::Events);
    Watched { scratch, watch }
}

impl Watched {
    /// What is heard within a second, below the scratch folder.
    fn heard(&mut self) -> Option<Vec<String>> {
        let end = Instant::now() + Duration::from_secs(1);
        while let Some(heard) = self.watch.burst(end.saturating_duration_since(Instant::now())) {
            if let Some(touched) = heard {
                let name = |p: PathBuf| p.strip_prefix(self.scratch.path()).unwrap().to_string_lossy().into_owned();
                return Some(touched.into_iter().map(name).collect());
            }
        }
        None
    }

    #[track_caller]
    fn check(&mut self, change: impl Fn(&Path), expected: &[&str]) {
        change(self.scratch.path());
        let heard = self.heard().unwrap_or_default();
        for path in expected {
            assert!(heard.iter().any(|h| h == path), "{path} in {heard:?}");
        }
        let known = |h: &String| expected.iter().any(|e| h == e || Path::new(e).parent() == Some(Path::new(h)));
        assert!(heard.iter().all(known), "{heard:?}");
        assert_eq!(self.heard(), None, "one burst, and then quiet");
    }
}

#[test]
fn what_editors_do() {
    let mut watched = watched("watch");
    watched.check(|d| fs::write(d.join("content/a.md"), "new").unwrap(), &["content/a.md"]);
    watched.check(|d| fs::write(d.join("content/n.md"), "new").unwrap(), &["content/n.md"]);
    watched.check(|d| fs::remove_file(d.join("content/n.md")).unwrap(), &["content/n.md"]);
    let by_rename = |d: &Path| {
        fs::write(d.join("content/.a.md.swp"), "new").unwrap();
        fs::rename(d.join("content/.a.md.swp"), d.join("content/a.md")).unwrap();
    };
    watched.check(by_rename, &["content/a.md"]);
    let rename = |d: &Path| fs::rename(d.join("content/a.md"), d.join("content/z.md")).unwrap();
    watched.check(rename, &["content/a.md", "content/z.md"]);
    watched.check(|d| fs::write(d.join("themes/own/base.html"), "x").unwrap(), &["themes/own/base.html"]);
}

#[test]
fn a_file_that_is_whole_is_not_waited_for() {
    let mut watched = watched("watch-whole");
    let path = |name: &str| watched.scratch.path().join("content").join(name);
    let name = |mode| EventKind::Modify(ModifyKind::Name(mode));
    let (begun, closed) = (EventKind::Modify(ModifyKind::Any), EventKind::Access(AccessKind::Close(AccessMode::Write)));
    let rights = EventKind::Modify(ModifyKind::Metadata(notify::event::MetadataKind::Any));
    let mut check = |events: &[(EventKind, &str)], expected: &[&str]| {
        let (mut touched, mut unfinished) = (BTreeSet::new(), BTreeSet::new());
        for (kind, file) in events {
            watched.watch.take(Ok(Event::new(*kind).add_path(path(file))), &mut touched, &mut unfinished);
        }
        assert_eq!(unfinished, expected.iter().map(|file| path(file)).collect(), "{events:?}");
    };
    check(&[(begun, "a.md")], &["a.md"]);
    check(&[(begun, "a.md"), (closed, "a.md"), (rights, "a.md")], &[]);
    check(&[(begun, "a.md"), (begun, "b.md"), (closed, "a.md")], &["b.md"]);
    check(&[(begun, ".a.md.swp"), (name(RenameMode::From), ".a.md.swp"), (name(RenameMode::To), "a.md")], &[]);
    // Put aside, and not back yet.
    check(&[(name(RenameMode::From), "a.md"), (name(RenameMode::To), "a.md~")], &["a.md"]);
    check(&[(name(RenameMode::From), "a.md"), (begun, "a.md"), (closed, "a.md")], &[]);
}

#[test]
fn folders_moved_in_are_watched_from_then_on() {
    let mut watched = watched("watch-folders");
    let move_in = |d: &Path| fs::rename(d.join("elsewhere"), d.join("content/elsewhere")).unwrap();
    watched.check(move_in, &["content/elsewhere"]);
    let edit = |d: &Path| fs::write(d.join("content/elsewhere/c.md"), "new").unwrap();
    watched.check(edit, &["content/elsewhere/c.md"]);
}

#[test]
fn a_burst_is_one() {
    let mut watched = watched("watch-burst");
    let many = |d: &Path| {
        for i in 0..200 {
            fs::write(d.join(format!("content/{i}.md")), "new").unwrap();
        }
    };
    many(watched.scratch.path());
    let mut bursts = 0;
    let mut seen = BTreeSet::new();
    while let Some(heard) = watched.heard() {
        bursts += 1;
        seen.extend(heard);
    }
    assert!(seen.len() >= 200, "{}", seen.len());
    assert!(bursts <= 2, "{bursts}");
}

#[test]
fn what_is_not_ours() {
    let mut watched = watched("watch-other");
    let quiet = |d: &Path| {
        fs::write(d.join("public/index.html"), "new").unwrap();
        fs::write(d.join("public/new.html"), "new").unwrap();
        fs::write(d.join("content/~$a.docx"), "new").unwrap();
        fs::write(d.join("content/a.md~"), "new").unwrap();
        fs::write(d.join("content/.git"), "new").unwrap();
        fs::write(d.join("notes.txt"), "new").unwrap();
        fs::read(d.join("content/a.md")).unwrap();
    };
    quiet(watched.scratch.path());
    assert_eq!(watched.heard(), None);
}

#[test]
fn where_no_events_come_it_polls() {
    let mut watch = Watch::new();
    assert!(watch.was_not_told());
    assert_eq!(watch.mode(), Mode::Polling);
    assert!(!watch.was_not_told());
    let began = Instant::now();
    watch.patrolled = began;
    assert_eq!(watch.next(), Heard::Patrol);
    assert!((300..1000).contains(&began.elapsed().as_millis()));
    watch.looked(Duration::from_millis(300));
    assert_eq!(watch.interval(), Duration::from_secs(3));
}

#[test]
fn an_event_in_time_keeps_the_patrol_seldom() {
    let mut watched = watched("watch-late");
    fs::write(watched.scratch.path().join("content/a.md"), "new").unwrap();
    assert!(!watched.watch.was_not_told());
    assert_eq!(watched.watch.mode(), Mode::Events);
}
