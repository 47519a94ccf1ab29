//! The promises of writing: the old site or the new one, files of others kept, unchanged files untouched.

mod kills;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

use super::*;
use crate::base::OutPath;
use crate::host::scratch::Scratch;
use crate::write::{Foreign, MANIFEST};

type Site<'a> = &'a [(&'a str, &'a str)];

fn write_as(folder: &Path, site: Site<'_>, foreign: Foreign, how: Swap) -> Result<Written, WriteError> {
    let stage = Stage::open(Output::find(folder)?, foreign)?;
    for (path, text) in site {
        stage.put(&OutPath::new(*path).unwrap(), Contents::Bytes(text.as_bytes()));
    }
    stage.commit(how, &|_| {})
}

#[track_caller]
fn write(folder: &Path, site: Site<'_>) -> Written {
    write_as(folder, site, Foreign::Spare, Swap::Best).unwrap()
}

#[track_caller]
fn refused(result: Result<Written, WriteError>) -> Refusal {
    match result {
        Err(WriteError::Refused(refusal)) => refusal,
        other => panic!("{other:?}"),
    }
}

/// Every file below a folder with its text, our record apart.
fn listing(folder: &Path) -> BTreeMap<String, String> {
    walkdir::WalkDir::new(folder)
        .into_iter()
        .map(Result::unwrap)
        .filter(|e| !e.file_type().is_dir())
        .map(|e| {
            let name = disk::slashed(e.path().strip_prefix(folder).unwrap());
            (name, fs::read_to_string(e.path()).unwrap_or_else(|_| "?".to_owned()))
        })
        .filter(|(name, _)| name != MANIFEST)
        .collect()
}

#[track_caller]
fn check(folder: &Path, expected: Site<'_>) {
    let expected: BTreeMap<_, _> = expected.iter().map(|(p, t)| ((*p).to_owned(), (*t).to_owned())).collect();
    assert_eq!(listing(folder), expected);
}

/// Nothing but the folders and files named stands in the scratch folder: no workshop is left.
#[track_caller]
fn check_beside(scratch: &Scratch, names: &[&str]) {
    let mut found: Vec<_> =
        fs::read_dir(scratch.path()).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    found.sort();
    assert_eq!(found, names);
}

#[test]
fn sites_follow_one_another() {
    for how in [Swap::Best, Swap::Renames] {
        let scratch = Scratch::new("follow");
        let out = scratch.path().join("deep/public");
        let write = |site: Site<'_>| write_as(&out, site, Foreign::Spare, how).unwrap();
        let first = write(&[("index.html", "1"), ("a/b.html", "2"), ("c.html", "3")]);
        assert_eq!(first, Written { created: 3, ..Written::default() });
        let second = write(&[("index.html", "1!"), ("a/b.html", "2"), ("a.html", "4")]);
        assert_eq!(second, Written { created: 1, replaced: 1, kept: 1, deleted: 1, ..Written::default() });
        check(&out, &[("index.html", "1!"), ("a/b.html", "2"), ("a.html", "4")]);
        check_beside(&scratch, &["deep"]);
        assert_eq!(fs::read_dir(scratch.path().join("deep")).unwrap().count(), 1);
    }
}

#[test]
fn a_file_becomes_a_folder_and_back() {
    let scratch = Scratch::new("shape");
    let out = scratch.path().join("public");
    write(&out, &[("a", "file"), ("b/c", "x")]);
    write(&out, &[("a/b", "inside"), ("b", "file")]);
    check(&out, &[("a/b", "inside"), ("b", "file")]);
    write(&out, &[("a", "file")]);
    check(&out, &[("a", "file")]);
}

#[test]
fn unchanged_files_keep_their_bytes_and_time() {
    let scratch = Scratch::new("time");
    let out = scratch.path().join("public");
    write(&out, &[("same.html", "1"), ("other.html", "1")]);
    let old = SystemTime::now() - Duration::from_secs(86_400);
    fs::File::options().write(true).open(out.join("same.html")).unwrap().set_modified(old).unwrap();
    let before = fs::metadata(out.join("same.html")).unwrap();
    assert_eq!(write(&out, &[("same.html", "1"), ("other.html", "2")]).kept, 1);
    let after = fs::metadata(out.join("same.html")).unwrap();
    assert_eq!(before.modified().unwrap(), after.modified().unwrap());
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        assert_eq!(before.ino(), after.ino());
        // A site that is all the same is not even swapped.
        let folder = fs::metadata(&out).unwrap().ino();
        write(&out, &[("same.html", "1"), ("other.html", "2")]);
        assert_eq!(fs::metadata(&out).unwrap().ino(), folder);
    }
}

#[test]
fn copies_keep_their_time_where_there_are_no_links() {
    let scratch = Scratch::new("copy");
    let from = scratch.file("from.txt", "text");
    let old = SystemTime::now() - Duration::from_secs(86_400);
    fs::File::options().write(true).open(&from).unwrap().set_modified(old).unwrap();
    let bytes = disk::copy_file(&from, &scratch.path().join("a/b/copy.txt")).unwrap();
    assert_eq!(bytes, crate::host::hash::of_bytes(b"text"));
    disk::carry(&from, &scratch.path().join("c/link.txt")).unwrap();
    let time = |name: &str| fs::metadata(scratch.path().join(name)).unwrap().modified().unwrap();
    assert_eq!(time("c/link.txt"), time("from.txt"));
    assert!(time("a/b/copy.txt") > time("from.txt"));
}

#[test]
fn files_of_others_stay() {
    let scratch = Scratch::new("others");
    let out = scratch.path().join("public");
    write(&out, &[("index.html", "1"), ("a/old.html", "2"), ("a/edited.html", "3")]);
    scratch.file("public/.htaccess", "own");
    scratch.file("public/Архив/Приказ № 5.pdf", "own");
    scratch.file("public/a/own.txt", "own");
    scratch.file("public/a/edited.html", "3, mended by hand");
    fs::create_dir(out.join("empty")).unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink("nowhere", out.join("link")).unwrap();
    let written = write(&out, &[("index.html", "1!")]);
    assert_eq!((written.deleted, written.replaced), (1, 1));
    assert_eq!(written.left, if cfg!(unix) { 5 } else { 4 });
    assert_eq!(written.edited, ["a/edited.html"]);
    let mut expected = vec![
        ("index.html", "1!"),
        (".htaccess", "own"),
        ("Архив/Приказ № 5.pdf", "own"),
        ("a/own.txt", "own"),
        ("a/edited.html", "3, mended by hand"),
    ];
    if cfg!(unix) {
        expected.push(("link", "?"));
        assert_eq!(fs::read_link(out.join("link")).unwrap(), Path::new("nowhere"));
    }
    check(&out, &expected);
    assert!(out.join("empty").is_dir());
}

#[test]
fn files_of_others_in_the_way_are_not_overwritten() {
    let scratch = Scratch::new("way");
    let out = scratch.path().join("public");
    write(&out, &[("index.html", "1")]);
    scratch.file("public/robots.txt", "own");
    scratch.file("public/equal.txt", "equal");
    scratch.file("public/a", "own");
    scratch.file("public/b.html/own.txt", "own");
    let site: Site<'_> =
        &[("index.html", "2"), ("robots.txt", "site"), ("equal.txt", "equal"), ("a/x.html", "x"), ("b.html", "b")];
    let before = listing(&out);
    let names = ["a", "b.html/own.txt", "robots.txt"].map(String::from).to_vec();
    assert_eq!(refused(write_as(&out, site, Foreign::Spare, Swap::Best)), Refusal::InTheWay(names));
    assert_eq!(listing(&out), before);
    check_beside(&scratch, &["public"]);
    // Taking over replaces files, yet never makes away with what stands where a folder must be.
    assert!(matches!(refused(write_as(&out, site, Foreign::TakeOver, Swap::Best)), Refusal::InTheWay(_)));
    write_as(&out, &[("robots.txt", "site")], Foreign::TakeOver, Swap::Best).unwrap();
    check(&out, &[("robots.txt", "site"), ("equal.txt", "equal"), ("a", "own"), ("b.html/own.txt", "own")]);
}

#[test]
fn folders_of_others_are_refused_unless_told() {
    let scratch = Scratch::new("whose");
    let out = scratch.path().join("public");
    scratch.file("public/thesis.docx", "own");
    assert_eq!(
        refused(write_as(&out, &[("index.html", "1")], Foreign::Spare, Swap::Best)),
        Refusal::NotOurs(out.clone())
    );
    check(&out, &[("thesis.docx", "own")]);
    check_beside(&scratch, &["public"]);
    write_as(&out, &[("index.html", "1")], Foreign::TakeOver, Swap::Best).unwrap();
    check(&out, &[("thesis.docx", "own"), ("index.html", "1")]);
    // From now on the folder is ours.
    write(&out, &[("index.html", "2")]);
    // A damaged record makes nobody's folder ours.
    fs::write(out.join(MANIFEST), "# svod-manifest 1\nrubbish").unwrap();
    assert!(matches!(refused(write_as(&out, &[], Foreign::Spare, Swap::Best)), Refusal::NotOurs(_)));
    // A folder with nothing that anyone would miss may be used.
    scratch.file("fresh/.gitkeep", "");
    write(&scratch.path().join("fresh"), &[("index.html", "1")]);
    check(&scratch.path().join("fresh"), &[(".gitkeep", ""), ("index.html", "1")]);
}

#[test]
fn what_is_not_a_folder_is_refused() {
    let scratch = Scratch::new("file");
    let file = scratch.file("public", "text");
    assert_eq!(refused(write_as(&file, &[], Foreign::TakeOver, Swap::Best)), Refusal::NotAFolder(file.clone()));
    assert!(write_as(&file.join("below"), &[], Foreign::TakeOver, Swap::Best).is_err());
    assert_eq!(fs::read_to_string(&file).unwrap(), "text");
    check_beside(&scratch, &["public"]);
}

#[cfg(unix)]
#[test]
fn a_link_to_a_folder_is_followed() {
    let scratch = Scratch::new("link");
    let link = scratch.path().join("public");
    std::os::unix::fs::symlink("real", &link).unwrap();
    for text in ["1", "2"] {
        write(&link, &[("index.html", text)]);
        assert!(link.is_symlink());
        check(&scratch.path().join("real"), &[("index.html", text)]);
    }
    check_beside(&scratch, &["public", "real"]);
}

#[cfg(unix)]
#[test]
fn rights_of_folders_stay() {
    use std::os::unix::fs::PermissionsExt;
    let scratch = Scratch::new("rights");
    let out = scratch.path().join("public");
    write(&out, &[("a/b.html", "1")]);
    for (folder, mode) in [("", 0o711), ("a", 0o750)] {
        fs::set_permissions(out.join(folder), fs::Permissions::from_mode(mode)).unwrap();
    }
    write(&out, &[("a/b.html", "2")]);
    let mode = |p: &Path| fs::metadata(p).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&out), mode(&out.join("a"))), (0o711, 0o750));
}

#[test]
fn trouble_with_a_body_changes_nothing() {
    let scratch = Scratch::new("trouble");
    let out = scratch.path().join("public");
    write(&out, &[("index.html", "1")]);
    let stage = Stage::open(Output::find(&out).unwrap(), Foreign::Spare).unwrap();
    stage.put(&OutPath::new("index.html").unwrap(), Contents::Bytes(b"2"));
    stage.put(&OutPath::new("gone.pdf").unwrap(), Contents::File(&scratch.path().join("gone.pdf")));
    assert!(matches!(stage.commit(Swap::Best, &|_| {}), Err(WriteError::Io { .. })));
    check(&out, &[("index.html", "1")]);
    // A stage that is dropped, since the site has errors, leaves nothing either.
    let stage = Stage::open(Output::find(&out).unwrap(), Foreign::Spare).unwrap();
    stage.put(&OutPath::new("index.html").unwrap(), Contents::Bytes(b"2"));
    drop(stage);
    check(&out, &[("index.html", "1")]);
    check_beside(&scratch, &["public"]);
}

#[test]
fn attachments_are_copied_and_compared() {
    let scratch = Scratch::new("attachments");
    let (out, file) = (scratch.path().join("public"), scratch.file("order.pdf", "signed"));
    let build = || {
        let stage = Stage::open(Output::find(&out).unwrap(), Foreign::Spare).unwrap();
        stage.put(&OutPath::new("files/order.pdf").unwrap(), Contents::File(&file));
        stage.commit(Swap::Best, &|_| {}).unwrap()
    };
    assert_eq!(build().created, 1);
    assert_eq!(build().kept, 1);
    fs::write(&file, "forged").unwrap();
    check(&out, &[("files/order.pdf", "signed")]);
    assert_eq!(build().replaced, 1);
    check(&out, &[("files/order.pdf", "forged")]);
}

#[test]
fn two_runs_do_not_meet() {
    let scratch = Scratch::new("busy");
    let out = scratch.path().join("public");
    let stage = Stage::open(Output::find(&out).unwrap(), Foreign::Spare).unwrap();
    assert_eq!(refused(write_as(&out, &[], Foreign::Spare, Swap::Best)), Refusal::Busy(out.clone()));
    stage.put(&OutPath::new("index.html").unwrap(), Contents::Bytes(b"1"));
    stage.commit(Swap::Best, &|_| {}).unwrap();
    check(&out, &[("index.html", "1")]);
}

#[test]
fn a_folder_that_only_looks_like_our_workshop_is_left_alone() {
    let scratch = Scratch::new("strange");
    let out = scratch.path().join("public");
    scratch.file(".public.svod/thesis.docx", "own");
    let refusal = refused(write_as(&out, &[("index.html", "1")], Foreign::Spare, Swap::Best));
    assert_eq!(refusal, Refusal::StrangeWorkshop(scratch.path().join(".public.svod")));
    check(scratch.path(), &[(".public.svod/thesis.docx", "own")]);
}

#[test]
fn files_that_others_add_meanwhile_are_brought_over() {
    for how in [Swap::Best, Swap::Renames] {
        let scratch = Scratch::new("meanwhile");
        let out = scratch.path().join("public");
        write(&out, &[("index.html", "1"), ("gone.html", "1")]);
        let note = scratch.file("public/note.txt", "first");
        fs::File::options().write(true).open(note).unwrap().set_modified(SystemTime::UNIX_EPOCH).unwrap();
        let stage = Stage::open(Output::find(&out).unwrap(), Foreign::Spare).unwrap();
        stage.put(&OutPath::new("index.html").unwrap(), Contents::Bytes(b"2"));
        let meanwhile = |step: Step| {
            if step == Step::Journaled {
                scratch.file("public/new/late.txt", "late");
                // Saved as editors do: another file under the old name.
                fs::remove_file(out.join("note.txt")).unwrap();
                scratch.file("public/note.txt", "second");
            }
        };
        stage.commit(how, &meanwhile).unwrap();
        check(&out, &[("index.html", "2"), ("new/late.txt", "late"), ("note.txt", "second")]);
        check_beside(&scratch, &["public"]);
    }
}
