//! Kills at each step and at any moment. The test binary runs itself as the program that is killed.

use std::process::{Command, Stdio};
use std::time::Instant;

use super::*;

const CHILD: &str = "SVOD_TEST_WRITE";
const FILES: usize = 120;

fn big_site(mark: &str) -> Vec<(String, String)> {
    let text = |i: usize| {
        if i.is_multiple_of(3) { "same".to_owned() } else { format!("{mark} {i} {}", "text ".repeat(i * 10)) }
    };
    let mut site: Vec<_> = (0..FILES).map(|i| (format!("f{}/p{i}.html", i % 7), text(i))).collect();
    site.push((format!("only-{mark}.html"), mark.to_owned()));
    site
}

fn with_note(mut site: Vec<(String, String)>) -> BTreeMap<String, String> {
    site.push(("own/note.txt".to_owned(), "own".to_owned()));
    site.into_iter().collect()
}

/// Not a test of its own: what the kill tests start and kill.
#[test]
fn child() {
    let Ok(order) = std::env::var(CHILD) else { return };
    let [folder, mark, how, last] = order.split('\n').collect::<Vec<_>>()[..] else { panic!("{order}") };
    let how = if how == "renames" { Swap::Renames } else { Swap::Best };
    let stage = Stage::open(Output::find(Path::new(folder)).unwrap(), Foreign::Spare).unwrap();
    for (path, text) in big_site(mark) {
        stage.put(&OutPath::new(path).unwrap(), Contents::Bytes(text.as_bytes()));
    }
    let stop = |step: Step| {
        if format!("{step:?}") == last {
            std::process::abort();
        }
    };
    stage.commit(how, &stop).unwrap();
}

fn start(folder: &Path, mark: &str, how: &str, last: &str) -> std::process::Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "host::output::tests::kills::child"])
        .env(CHILD, format!("{}\n{mark}\n{how}\n{last}", folder.display()))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// Which of the sites stands in the folder, whole and unmixed.
#[track_caller]
fn standing(folder: &Path, marks: &[&'static str]) -> &'static str {
    let found = listing(folder);
    let hit = marks.iter().find(|mark| found == with_note(big_site(mark)));
    hit.unwrap_or_else(|| panic!("neither of {marks:?}: {:?}", found.keys().collect::<Vec<_>>()))
}

#[test]
fn a_build_killed_at_any_step_leaves_a_whole_site() {
    use Step::*;
    for how in ["best", "renames"] {
        for step in [Staged, Journaled, MovedAway, Swapped, Swept, Done] {
            if step == MovedAway && how == "best" {
                continue;
            }
            let scratch = Scratch::new("step");
            let out = scratch.path().join("public");
            scratch.file("public/own/note.txt", "own");
            let old: Vec<_> = big_site("old");
            let old: Vec<_> = old.iter().map(|(p, t)| (p.as_str(), t.as_str())).collect();
            write_as(&out, &old, Foreign::TakeOver, Swap::Best).unwrap();
            assert!(
                !start(&out, "new", how, &format!("{step:?}")).wait().unwrap().success(),
                "{step:?} was not passed"
            );
            assert!(scratch.path().join(".public.svod").is_dir());
            // With an exchange the folder is whole at once, else after the next start.
            if how == "best" {
                standing(&out, &["old", "new"]);
            }
            Output::find(&out).unwrap().recover().unwrap();
            let expected = if step >= MovedAway { "new" } else { "old" };
            assert_eq!(standing(&out, &["old", "new"]), expected, "{how} {step:?}");
            check_beside(&scratch, &["public"]);
        }
    }
}

#[test]
fn a_first_build_killed_at_any_step_leaves_nothing_or_a_whole_site() {
    use Step::*;
    for step in [Staged, Journaled, Swapped, Swept, Done] {
        let scratch = Scratch::new("first");
        let out = scratch.path().join("public");
        assert!(!start(&out, "new", "best", &format!("{step:?}")).wait().unwrap().success());
        Output::find(&out).unwrap().recover().unwrap();
        if step == Staged {
            check_beside(&scratch, &[]);
        } else {
            assert_eq!(listing(&out), big_site("new").into_iter().collect());
            check_beside(&scratch, &["public"]);
        }
    }
}

#[test]
fn a_build_killed_at_any_moment_leaves_a_whole_site() {
    let scratch = Scratch::new("kill");
    let out = scratch.path().join("public");
    scratch.file("public/own/note.txt", "own");
    let marks = ["a", "b"];
    let first: Vec<_> = big_site("a");
    let first: Vec<_> = first.iter().map(|(p, t)| (p.as_str(), t.as_str())).collect();
    write_as(&out, &first, Foreign::TakeOver, Swap::Best).unwrap();
    let begun = Instant::now();
    assert!(start(&out, "b", "best", "").wait().unwrap().success());
    let whole = begun.elapsed();
    let mut now = "b";
    // Moments spread by the golden ratio over the time of a whole build and a little more; never the same twice.
    for round in 1..=50_u32 {
        let (how, next) =
            (if round.is_multiple_of(2) { "best" } else { "renames" }, if now == "a" { "b" } else { "a" });
        let mut child = start(&out, next, how, "");
        std::thread::sleep(whole.mul_f64(f64::from(round) * 0.618_033_988 % 1.0 * 1.2));
        child.kill().unwrap();
        child.wait().unwrap();
        if how == "best" {
            standing(&out, &marks);
        }
        Output::find(&out).unwrap().recover().unwrap();
        now = standing(&out, &marks);
        check_beside(&scratch, &["public"]);
    }
}
