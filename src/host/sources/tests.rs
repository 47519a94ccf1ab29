//! Trees on disk, read once and read again.

use std::time::Duration;

use super::*;
use crate::host::scratch::Scratch;

/// What became of each file: `text`, `disk`, `disk+hash` or the fault.
fn describe(tree: &Tree) -> Vec<(String, String)> {
    let body = |(id, file): (FileId, &SourceFile)| {
        let what = match &file.body {
            SourceBody::Bytes(_) => "text".to_owned(),
            SourceBody::OnDisk { sha256, .. } => {
                assert!(tree.disk.contains_key(&id), "{}", file.path);
                if sha256.is_some() { "disk+hash".to_owned() } else { "disk".to_owned() }
            }
            SourceBody::Unreadable(ReadFault::System(_)) => "System".to_owned(),
            SourceBody::Unreadable(fault) => format!("{fault:?}"),
        };
        (file.path.as_str().to_owned(), what)
    };
    tree.set.iter().map(body).collect()
}

#[track_caller]
fn check(root: &Path, expected: &[(&str, &str)]) {
    let tree = read_content(&Project::open(root, None).unwrap()).unwrap();
    let expected: Vec<_> = expected.iter().map(|(p, b)| ((*p).to_owned(), (*b).to_owned())).collect();
    assert_eq!(describe(&tree), expected);
}

#[test]
fn content_and_nothing_else() {
    let scratch = Scratch::new("tree");
    for path in [
        "content/site.yml",
        "content/Инструкции/Для учителя.md",
        "content/files/Приказ № 5.pdf",
        "content/files/note.txt",
        "content/img/logo.png",
        "content/target/words.md",
        "content/.obsidian/app.json",
        "content/~$a.docx",
        "content/a.md~",
        "content/node_modules/x/readme.md",
        "content/cache/CACHEDIR.TAG",
        "content/cache/x.md",
        "themes/own/base.html",
        "README.md",
    ] {
        scratch.file(path, "text");
    }
    scratch.file("content/large.txt", &"x".repeat(100_000));
    let expected = [
        ("files/note.txt", "text"),
        ("files/Приказ № 5.pdf", "disk+hash"),
        ("img/logo.png", "disk"),
        ("large.txt", "disk"),
        ("site.yml", "text"),
        ("target/words.md", "text"),
        ("Инструкции/Для учителя.md", "text"),
    ];
    check(scratch.path(), &expected);
    let project = Project::open(scratch.path(), None).unwrap();
    assert_eq!(describe(&read_themes(&project).unwrap()), [("own/base.html".to_owned(), "text".to_owned())]);
}

/// What a second reading finds changed, after `change`.
#[track_caller]
fn check_again(scratch: &Scratch, remembered: &mut Remembered, change: &dyn Fn(&Path), expected: &[&str]) {
    let content = scratch.path().join("content");
    change(&content);
    let project = Project::open(scratch.path(), None).unwrap();
    let again = read_content_again(&project, remembered, &BTreeSet::new()).unwrap();
    assert_eq!(again.changed.iter().map(SitePath::as_str).collect::<Vec<_>>(), expected);
    let anew = read_content(&project).unwrap();
    assert_eq!(format!("{:?}", again.tree), format!("{anew:?}"), "as read anew");
}

#[test]
fn reading_again_finds_what_changed() {
    let scratch = Scratch::new("again");
    scratch.file("content/a.md", "one");
    scratch.file("content/b/c.md", "two");
    scratch.file("content/files/x.pdf", "three");
    let mut seen = Remembered::default();
    let write =
        |path: &'static str, text: &'static str| move |content: &Path| fs::write(content.join(path), text).unwrap();
    check_again(&scratch, &mut seen, &|_| {}, &["a.md", "b/c.md", "files/x.pdf"]);
    check_again(&scratch, &mut seen, &|_| {}, &[]);
    check_again(&scratch, &mut seen, &write("a.md", "eno"), &["a.md"]);
    check_again(&scratch, &mut seen, &write("files/x.pdf", "eerht"), &["files/x.pdf"]);
    check_again(&scratch, &mut seen, &write("d.md", "new"), &["d.md"]);
    check_again(&scratch, &mut seen, &|c| fs::remove_file(c.join("d.md")).unwrap(), &["d.md"]);
    check_again(&scratch, &mut seen, &|c| fs::rename(c.join("b"), c.join("e")).unwrap(), &["b/c.md", "e/c.md"]);
    check_again(&scratch, &mut seen, &write(".hidden", "x"), &[]);
    // Saved with the same text: nothing to be done.
    check_again(&scratch, &mut seen, &write("a.md", "eno"), &[]);
}

/// What a second reading finds changed when it is told where to look, and the same tree as ever.
#[track_caller]
fn check_told(
    scratch: &Scratch,
    remembered: &mut Remembered,
    change: &dyn Fn(&Path) -> Vec<&'static str>,
    expected: &[&str],
) {
    let content = scratch.path().join("content");
    let touched = change(&content).into_iter().map(|path| content.join(path)).collect();
    let project = Project::open(scratch.path(), None).unwrap();
    let again = read_content_again(&project, remembered, &touched).unwrap();
    assert_eq!(again.changed.iter().map(SitePath::as_str).collect::<Vec<_>>(), expected);
    assert_eq!(format!("{:?}", again.tree), format!("{:?}", read_content(&project).unwrap()), "as read anew");
}

#[test]
fn told_where_to_look() {
    let scratch = Scratch::new("told");
    for path in ["a.md", "b.md", "b/c.md", "b/d.md", "files/x.pdf"] {
        scratch.file(&format!("content/{path}"), path);
    }
    let mut seen = Remembered::default();
    read_content_again(&Project::open(scratch.path(), None).unwrap(), &mut seen, &BTreeSet::new()).unwrap();
    let mut check = |change: &dyn Fn(&Path) -> Vec<&'static str>, expected: &[&str]| {
        check_told(&scratch, &mut seen, change, expected);
    };
    let write = |content: &Path, path: &'static str, text: &str| {
        fs::write(content.join(path), text).unwrap();
        path
    };
    check(&|c| vec![write(c, "a.md", "new")], &["a.md"]);
    check(&|c| vec![write(c, "a.md", "new")], &[]);
    check(&|c| vec![write(c, "b/d.md", "new"), write(c, "files/x.pdf", "new"), "4913"], &["b/d.md", "files/x.pdf"]);
    check(&|c| vec![write(c, "new.md", "new"), write(c, "b.md", "new")], &["b.md", "new.md"]);
    let rename = |c: &Path, from: &'static str, to: &'static str| {
        fs::rename(c.join(from), c.join(to)).unwrap();
        vec![from, to]
    };
    check(&|c| rename(c, "a.md", "z.md"), &["a.md", "z.md"]);
    check(&|c| rename(c, "b", "e"), &["b/c.md", "b/d.md", "e/c.md", "e/d.md"]);
    check(&|c| rename(c, "z.md", "e/c.md"), &["e/c.md", "z.md"]);
    check(
        &|c| {
            fs::remove_dir_all(c.join("e")).unwrap();
            vec!["e"]
        },
        &["e/c.md", "e/d.md"],
    );
    #[cfg(unix)]
    check(
        &|c| {
            fs::remove_file(c.join("b.md")).unwrap();
            std::os::unix::fs::symlink("/etc/hostname", c.join("b.md")).unwrap();
            vec!["b.md"]
        },
        &["b.md"],
    );
}

#[test]
fn an_old_file_is_opened_again_only_if_its_stamp_or_somebody_says_so() {
    let scratch = Scratch::new("stamps");
    let page = scratch.file("content/a.md", "one");
    let old = SystemTime::now() - Duration::from_secs(3600);
    let set_back = || fs::File::options().write(true).open(&page).unwrap().set_modified(old).unwrap();
    set_back();
    let project = Project::open(scratch.path(), None).unwrap();
    let mut seen = Remembered::default();
    let mut again = |touched: &BTreeSet<PathBuf>| {
        let read = read_content_again(&project, &mut seen, touched).unwrap();
        let body = read.tree.set.iter().next().map(|(_, f)| f.body.clone());
        let Some(SourceBody::Bytes(bytes)) = body else { panic!("{body:?}") };
        (String::from_utf8(bytes.to_vec()).unwrap(), read.changed.len())
    };
    assert_eq!(again(&BTreeSet::new()), ("one".to_owned(), 1));
    assert_eq!(again(&BTreeSet::from([page.clone()])), ("one".to_owned(), 0));
    fs::write(&page, "two").unwrap();
    set_back();
    #[cfg(unix)]
    assert_eq!(again(&BTreeSet::new()), ("two".to_owned(), 1));
    #[cfg(not(unix))]
    assert_eq!(again(&BTreeSet::from([page.clone()])), ("two".to_owned(), 1));
}

#[test]
fn a_plain_tree_passes_its_output_over() {
    let scratch = Scratch::new("plain-tree");
    for path in ["README.md", "themes/dark.md", "public/index.html", "guide/public/a.md"] {
        scratch.file(path, "text");
    }
    check(scratch.path(), &[("README.md", "text"), ("guide/public/a.md", "text"), ("themes/dark.md", "text")]);
}

#[test]
fn too_large_a_page_stays_on_disk() {
    let scratch = Scratch::new("large");
    let page = scratch.file("content/a.md", "");
    fs::File::options().write(true).open(page).unwrap().set_len(MAX_TEXT + 1).unwrap();
    check(scratch.path(), &[("a.md", "disk")]);
}

#[cfg(unix)]
#[test]
fn links_stay_inside() {
    use std::os::unix::fs::symlink;
    let scratch = Scratch::new("links");
    scratch.file("secret/passwords.md", "text");
    scratch.file("content/a/page.md", "text");
    let link = |to: &str, name: &str| symlink(to, scratch.path().join("content").join(name)).unwrap();
    link("../secret", "out");
    link("../secret/passwords.md", "file-out.md");
    link("/etc/hostname", "absolute.txt");
    link("a/page.md", "inside.md");
    link("a", "twin");
    link("..", "a/loop");
    link("nowhere.md", "broken.md");
    link("nowhere", ".hidden");
    link("self.md", "self.md");
    link("tock", "tick");
    link("tick", "tock");
    let expected = [
        ("a/loop", "LinkLoop"),
        ("a/page.md", "text"),
        ("absolute.txt", "LinkLeavesTree"),
        ("broken.md", "LinkToNothing"),
        ("file-out.md", "LinkLeavesTree"),
        ("inside.md", "text"),
        ("out", "LinkLeavesTree"),
        ("self.md", "LinkToNothing"),
        ("tick", "LinkToNothing"),
        ("tock", "LinkToNothing"),
        ("twin/loop", "LinkLoop"),
        ("twin/page.md", "text"),
    ];
    check(scratch.path(), &expected);
}

#[cfg(unix)]
#[test]
fn links_to_folders_of_links_are_not_followed_without_end() {
    let scratch = Scratch::new("bomb");
    // Ten links in each of eight folders lead through a hundred million folders and to no file.
    for level in 0..8 {
        let folder = scratch.path().join(format!("content/{level}"));
        fs::create_dir_all(&folder).unwrap();
        for n in 0..10 {
            std::os::unix::fs::symlink(format!("../{}", level + 1), folder.join(n.to_string())).unwrap();
        }
    }
    fs::create_dir(scratch.path().join("content/8")).unwrap();
    let root = scratch.path().join("content").canonicalize().unwrap();
    assert!(matches!(walk(&root, None, 2_000), Err(ReadError::TooManyFiles(_))));
    scratch.file("few/a/b.md", "text");
    let few = scratch.path().join("few").canonicalize().unwrap();
    assert!(walk(&few, None, 1).is_err());
    assert_eq!(walk(&few, None, 2).map(|met| met.len()).ok(), Some(1));
}

#[cfg(target_os = "linux")]
#[test]
fn odd_names_and_odd_files() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let scratch = Scratch::new("odd");
    let content = scratch.path().join("content");
    fs::create_dir_all(content.join(OsStr::from_bytes(b"dir\xff"))).unwrap();
    fs::write(content.join(OsStr::from_bytes(b"\xcf\xf0\xe8\xea\xe0\xe7.md")), "text").unwrap();
    fs::write(content.join("back\\slash.md"), "text").unwrap();
    // й in two letters, as macOS writes it.
    fs::write(content.join("Устави\u{306}.md"), "text").unwrap();
    let _socket = std::os::unix::net::UnixListener::bind(content.join("socket.md")).unwrap();
    let expected = [
        ("back\u{fffd}slash.md", "Name"),
        ("dir\u{fffd}", "Name"),
        ("socket.md", "NotAFile"),
        ("Устав\u{439}.md", "text"),
        ("\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}.md", "Name"),
    ];
    check(scratch.path(), &expected);
}

#[test]
fn papers_of_a_regulation_site_are_looked_into() {
    let scratch = Scratch::new("papers");
    let root = scratch.path().to_owned();
    let mut remembered = Remembered::default();
    let mut troubles = |touched: &[&str]| {
        let touched = touched.iter().map(|path| root.join(path)).collect();
        let reread = read(&root, None, "site", Memory::Texts, &mut remembered, &touched).unwrap();
        let trouble = |(_, file): (FileId, &SourceFile)| match &file.body {
            SourceBody::OnDisk { paper, .. } => Some(paper.as_ref().and_then(|paper| paper.trouble)),
            _ => None,
        };
        reread.tree.set.iter().filter_map(trouble).collect::<Vec<_>>()
    };
    fs::create_dir(root.join("files")).unwrap();
    fs::write(root.join("files/a.pdf"), "<html>").unwrap();
    assert_eq!(troubles(&[]), [None]);
    // The first record makes the tree a regulation site; the file has not changed and is looked into all the same.
    fs::write(root.join("site.yml"), "title: A").unwrap();
    let broken = Some(crate::source::paper::Trouble::Broken);
    assert_eq!(troubles(&[]), [broken]);
    assert_eq!(troubles(&["site.yml"]), [broken]);
    fs::File::create(root.join("files/b.pdf")).unwrap().set_len(crate::source::paper::MAX_LENGTH + 1).unwrap();
    assert_eq!(troubles(&[]), [broken, Some(crate::source::paper::Trouble::TooLong)]);
    fs::remove_file(root.join("site.yml")).unwrap();
    assert_eq!(troubles(&[]), [None, None]);
}
