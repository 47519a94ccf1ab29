//! Nothing is lost or spoilt when a build is killed, or when the disk plays false: the old site or the new one, complete,
//! and a trouble that is told names its file in plain words.
//!
//! `KILLS=500` kills as many builds as that; `SVOD_PROGRAM` names another program than the one under test, such as a
//! release build.

use std::collections::BTreeMap;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::harness::command::Project;

type Files = BTreeMap<String, Vec<u8>>;

/// A small site, one of two: pages that are the same in both, that differ, and that only one of them has.
fn site(project: Project, mark: &str) -> Project {
    let mut project = project.file("content/site.yml", "title: Свод\n").file("content/files/a.pdf", attachment(mark));
    for n in 0..12 {
        let text = if n % 3 == 0 {
            "То же самое.\n".repeat(40)
        } else {
            format!("Текст {mark} {n}.\n").repeat(n * 40)
        };
        project = project.file(&format!("content/part-{}/page-{n}.md", n % 4), format!("# Страница {n}\n\n{text}"));
    }
    for other in ["a", "b"] {
        let _ = std::fs::remove_file(project.path(&format!("content/only-{other}.md")));
    }
    project.file(&format!("content/only-{mark}.md"), "Только здесь.\n")
}

fn attachment(mark: &str) -> Vec<u8> {
    format!("%PDF {mark}").into_bytes().repeat(200_000)
}

fn files(project: &Project, folder: &str) -> Files {
    if project.exists(folder) { project.tree(folder).into_iter().collect() } else { Files::new() }
}

fn program() -> String {
    std::env::var("SVOD_PROGRAM").unwrap_or_else(|_| env!("CARGO_BIN_EXE_svod").to_owned())
}

fn build(project: &Project, out: &str) -> Command {
    let mut command = Command::new(program());
    command.args(["build", "--today", "2026-11-22", "--lang", "ru", "--out", out]).current_dir(project.path("."));
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
    command
}

/// What it says on its error stream, and its exit code.
fn ran(mut command: Command) -> (Option<i32>, String) {
    let output = command.output().unwrap();
    (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
}

#[test]
fn a_build_killed_at_any_moment_leaves_the_old_site_or_the_new_one() {
    let kills: u32 = std::env::var("KILLS").ok().and_then(|n| n.parse().ok()).unwrap_or(40);
    let mut project = Project::new();
    let mut whole = BTreeMap::new();
    let mut time = Duration::ZERO;
    for mark in ["a", "b"] {
        project = site(project, mark);
        let begun = Instant::now();
        assert_eq!(ran(build(&project, &format!("whole-{mark}"))).0, Some(0));
        time = begun.elapsed();
        whole.insert(mark, files(&project, &format!("whole-{mark}")));
    }
    assert_ne!(whole["a"], whole["b"]);
    let standing = |project: &Project| {
        let found = files(project, "public");
        if found.is_empty() { Some("nothing") } else { whole.iter().find(|(_, w)| **w == found).map(|(m, _)| *m) }
    };
    let mut seen: BTreeMap<&str, u32> = BTreeMap::new();
    let mut before = "nothing";
    for round in 1..=kills {
        let mark = if round % 2 == 0 { "a" } else { "b" };
        project = site(project, mark);
        let mut child = build(&project, "public").stderr(Stdio::null()).spawn().unwrap();
        // Moments spread by the golden ratio over a whole build and a little more; never the same twice.
        std::thread::sleep(time.mul_f64(f64::from(round) * 0.618_033_988 % 1.0 * 1.2));
        child.kill().unwrap();
        child.wait().unwrap();
        let now = standing(&project).unwrap_or_else(|| panic!("round {round}: neither the old site nor the new one"));
        assert!(now == before || now == mark, "round {round}: {now} stands after {before}, killed while making {mark}");
        *seen.entry(if now == mark { "new" } else { "old" }).or_default() += 1;
        before = now;
    }
    println!("{kills} killed: {seen:?}");
    // The next build finishes or clears away whatever the last one left.
    project = site(project, "a");
    assert_eq!(ran(build(&project, "public")).0, Some(0));
    assert_eq!(standing(&project), Some("a"));
    let left: Vec<_> = std::fs::read_dir(project.path(".")).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert_eq!(left.len(), 4, "{left:?}");
}

#[test]
fn an_output_folder_that_vanishes_meanwhile_costs_no_file_of_the_new_site() {
    let mut project = site(Project::new(), "a");
    let begun = Instant::now();
    assert_eq!(ran(build(&project, "whole")).0, Some(0));
    let time = begun.elapsed();
    let whole = files(&project, "whole");
    for round in 0..8_u32 {
        project = site(project, "b");
        assert_eq!(ran(build(&project, "public")).0, Some(0));
        project = site(project, "a");
        let child = build(&project, "public").spawn().unwrap();
        std::thread::sleep(time.mul_f64(f64::from(round) / 8.0));
        let _ = std::fs::rename(project.path("public"), project.path(&format!("taken-{round}")));
        let output = child.wait_with_output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        let now = files(&project, "public");
        match output.status.code() {
            // Made whole in its place, or taken away after it was.
            Some(0) => assert!(now == whole || now.is_empty(), "{round}: {:?}", now.keys()),
            // Told, and nothing stands there.
            Some(2) => {
                assert!(said.contains("public") && said.contains("файла или папки нет"), "{said}");
                assert!(now.is_empty(), "{round}: {:?}", now.keys());
            }
            other => panic!("{round}: {other:?} {said}"),
        }
    }
}

#[test]
fn a_file_replaced_while_it_is_read_is_whole_or_named() {
    let mut project = site(Project::new(), "a");
    assert_eq!(ran(build(&project, "public")).0, Some(0));
    let marks = [attachment("a"), attachment("b")];
    let stop = std::sync::atomic::AtomicBool::new(false);
    let (from, aside) = (project.path("content/files/a.pdf"), project.path("aside.pdf"));
    std::thread::scope(|scope| {
        scope.spawn(|| {
            // Replaced as editors do, and gone for a moment now and then.
            for n in 0.. {
                if stop.load(std::sync::atomic::Ordering::Relaxed) {
                    break;
                }
                if n % 3 == 2 {
                    let _ = std::fs::remove_file(&from);
                    std::thread::sleep(Duration::from_millis(1));
                }
                std::fs::write(&aside, &marks[n % 2]).unwrap();
                std::fs::rename(&aside, &from).unwrap();
                std::thread::sleep(Duration::from_micros(300));
            }
        });
        for round in 0..12 {
            let before = files(&project, "public");
            project = project.file("content/index.md", format!("Круг {round}.\n"));
            let (code, said) = ran(build(&project, "public"));
            let now = files(&project, "public");
            if code == Some(0) {
                // The page that names the file may be of either moment; its bytes are of one alone.
                if let Some(copy) = now.get("files/a.pdf") {
                    assert!(marks.contains(copy), "round {round}: {} bytes of two files", copy.len());
                }
            } else {
                assert!(said.contains("a.pdf"), "round {round}: {said}");
                assert_eq!(now, before, "round {round}");
            }
        }
        stop.store(true, std::sync::atomic::Ordering::Relaxed);
    });
}

/// A build that must come to nothing: it says why, names the place, and the old site stays byte for byte.
#[track_caller]
fn refused(project: &Project, command: Command, out: &str, reason: &str) {
    let before = files(project, out);
    let (code, said) = ran(command);
    assert!(matches!(code, Some(1 | 2)), "{code:?} {said}");
    assert!(said.contains(reason), "no `{reason}` in:\n{said}");
    assert!(!said.contains("os error") && !said.contains("panicked"), "{said}");
    assert!(files(project, out) == before, "the old site is another");
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::PermissionsExt as _;
    use std::os::unix::process::CommandExt as _;
    use std::path::Path;

    use super::*;

    /// Someone without rights: who runs this, or nobody if that is the master of the machine.
    fn as_nobody(command: &mut Command) {
        let master = Command::new("id").arg("-u").output().is_ok_and(|o| o.stdout.starts_with(b"0\n"));
        if master {
            command.uid(65_534).gid(65_534);
        }
    }

    fn rights(path: &Path, mode: u32) {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
    }

    /// A project that anyone may read and write, the old site in `open/public`; `None` where others cannot reach it.
    fn open_to_all(mark: &str) -> Option<Project> {
        let project = site(Project::new(), mark);
        std::fs::create_dir(project.path("open")).unwrap();
        rights(&project.path("open"), 0o777);
        let mut command = build(&project, "open/public");
        as_nobody(&mut command);
        match command.output() {
            Ok(output) if output.status.success() => Some(project),
            _ => {
                println!("skipped: nobody cannot reach {}", project.path(".").display());
                None
            }
        }
    }

    #[test]
    fn an_output_that_may_not_be_written_is_named() {
        let Some(project) = open_to_all("a").map(|p| site(p, "b")) else { return };
        // Neither the folder above, where the new site is made, nor the folder itself.
        rights(&project.path("open"), 0o555);
        let mut command = build(&project, "open/public");
        as_nobody(&mut command);
        refused(&project, command, "open/public", "нет права");
        rights(&project.path("open"), 0o777);
        let mut command = build(&project, "open/public");
        as_nobody(&mut command);
        assert_eq!(ran(command).0, Some(0));
    }

    #[test]
    fn a_source_that_may_not_be_read_is_named() {
        let Some(project) = open_to_all("a").map(|p| site(p, "b")) else { return };
        for path in ["content/part-1/page-1.md", "content/files/a.pdf", "content/part-2"] {
            let mode = std::fs::metadata(project.path(path)).unwrap().permissions().mode();
            rights(&project.path(path), 0o000);
            let mut command = build(&project, "open/public");
            as_nobody(&mut command);
            refused(&project, command, "open/public", path.rsplit('/').next().unwrap());
            rights(&project.path(path), mode);
        }
    }

    #[test]
    fn a_limit_on_the_size_of_files_is_named() {
        let project = site(Project::new(), "a");
        assert_eq!(ran(build(&project, "public")).0, Some(0));
        let project = site(project, "b");
        // The signal of the limit is passed over, so that writing fails as on a full disk; blocks of 512 bytes.
        let mut command = Command::new("sh");
        command.args(["-c", "trap '' XFSZ; ulimit -f 64; exec \"$0\" build --today 2026-11-22 --lang ru"]);
        command.arg(program()).current_dir(project.path(".")).stderr(Stdio::piped());
        refused(&project, command, "public", "слишком велик");
    }

    #[test]
    fn a_full_disk_is_named() {
        let project = site(Project::new(), "a");
        let disk = project.path("disk");
        std::fs::create_dir(&disk).unwrap();
        let mount = |arguments: &[&str]| Command::new("mount").args(arguments).arg(&disk).output();
        if !mount(&["-t", "tmpfs", "-o", "size=2m", "none"]).is_ok_and(|o| o.status.success()) {
            println!("skipped: no disk can be mounted here");
            return;
        }
        struct Unmount<'a>(&'a Path);
        impl Drop for Unmount<'_> {
            fn drop(&mut self) {
                let _ = Command::new("umount").arg("-l").arg(self.0).output();
            }
        }
        let _unmount = Unmount(&disk);
        let (code, said) = ran(build(&project, "disk/public"));
        assert_eq!(code, Some(0), "{said}");
        let project = site(project, "b");
        refused(&project, build(&project, "disk/public"), "disk/public", "кончилось место");
        refused(&project, build(&project, "disk/public"), "disk/public", "прежний сайт остался как был");
        // Nothing is left of the site that did not fit.
        let names: Vec<_> = std::fs::read_dir(&disk).unwrap().map(|e| e.unwrap().file_name()).collect();
        assert_eq!(names, ["public"]);
    }
}
