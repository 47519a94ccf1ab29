//! Trees that nobody means to make: pipes, links that go round, names that only some systems tell apart, far too much of
//! everything. The build ends, says what is wrong, where and what to do, in the language of who reads it; or it just works.

use std::fs;
use std::time::Duration;

use crate::harness::command::{Project, Ran};

/// Longer than any of these takes on the slowest machine, so that a build that hangs fails instead of hanging the tests.
const PATIENCE: Duration = Duration::from_secs(120);

/// Builds, and gives up on a program that does not come to an end.
#[track_caller]
fn build(project: &Project, code: i32) -> Ran {
    let mut command = project.svod(&["build", "--today", "2026-11-22", "--format", "human"]).command();
    let (out, err) = (project.path("stdout"), project.path("stderr"));
    command.stdout(fs::File::create(&out).unwrap()).stderr(fs::File::create(&err).unwrap());
    let mut child = command.spawn().unwrap();
    let begun = std::time::Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        if begun.elapsed() > PATIENCE {
            child.kill().unwrap();
            panic!("it hangs");
        }
        std::thread::sleep(Duration::from_millis(10));
    };
    let ran = Ran { stdout: fs::read_to_string(out).unwrap(), stderr: fs::read_to_string(err).unwrap() };
    assert_eq!(status.code(), Some(code), "{}", ran.stderr);
    assert!(!ran.stderr.contains("os error") && !ran.stderr.contains("panicked"), "{}", ran.stderr);
    ran
}

#[cfg(unix)]
#[test]
fn what_is_no_file_is_named_and_nothing_waits_for_it() {
    use std::os::unix::fs::symlink;
    let project = Project::new().file("content/index.md", "# Дом\n").file("content/data/terms.yml", "[]\n");
    build(&project, 0);
    let before = project.tree("public");
    let content = project.path("content");
    fs::create_dir(content.join("files")).unwrap();
    // Whoever opens a pipe that nobody writes to waits for ever.
    for pipe in ["труба.md", "files/труба.pdf", "data/staff.yml"] {
        assert!(std::process::Command::new("mkfifo").arg(content.join(pipe)).status().unwrap().success());
    }
    let _socket = std::os::unix::net::UnixListener::bind(content.join("гнездо.md")).unwrap();
    symlink("сама.md", content.join("сама.md")).unwrap();
    symlink("..", content.join("files/вверх")).unwrap();
    symlink("/", content.join("корень")).unwrap();
    symlink("/dev/zero", content.join("нули.md")).unwrap();
    // Folders where files are expected are folders.
    fs::create_dir_all(content.join("data/roles.yml")).unwrap();
    fs::create_dir_all(content.join("папка.md")).unwrap();
    let ran = build(&project, 1);
    for (name, reason) in [
        ("труба.md", "это не файл и не папка"),
        ("files/труба.pdf", "это не файл и не папка"),
        ("data/staff.yml", "это не файл и не папка"),
        ("гнездо.md", "это не файл и не папка"),
        ("сама.md", "это ссылка, которая никуда не ведёт"),
        ("files/вверх", "это ссылка на папку, в которой она сама и лежит"),
        ("корень", "это ссылка за пределы папки content"),
        ("нули.md", "это ссылка за пределы папки content"),
    ] {
        let told = ran.stderr.split("\n\n").find(|finding| finding.contains(&format!("content/{name}")));
        let told = told.unwrap_or_else(|| panic!("{name} is not named:\n{}", ran.stderr));
        assert!(told.contains(reason) && told.contains("что сделать"), "{told}");
    }
    assert!(project.tree("public") == before, "the old site is another");
}

#[cfg(unix)]
#[test]
fn a_pipe_in_the_place_of_what_was_written_is_not_waited_for() {
    let project = Project::new().file("content/index.md", "# Дом\n").file("content/a.md", "# А\n");
    build(&project, 0);
    let pipe = |place: &str| {
        fs::remove_file(project.path(place)).unwrap();
        assert!(std::process::Command::new("mkfifo").arg(project.path(place)).status().unwrap().success());
    };
    // A file that the new site has, one that it has no more, and the record of what is ours.
    pipe("public/index.html");
    build(&project, 0);
    assert!(project.read("public/index.html").contains("Дом"));
    pipe("public/a.html");
    fs::remove_file(project.path("content/a.md")).unwrap();
    build(&project, 0);
    pipe("public/.svod-manifest");
    build(&project, 2).err("public");
}

#[test]
fn names_that_some_systems_take_for_one_are_refused() {
    let project = Project::new().file("content/Правила.md", "# А\n").file("content/правила.md", "# Б\n");
    if project.tree("content").len() == 1 {
        return; // On a system that takes them for one there is one file.
    }
    let ran = build(&project.file("content/План.PDF", "%PDF").file("content/план.pdf", "%PDF"), 1);
    for path in ["pravila.html", "plan.pdf"] {
        assert!(ran.stderr.contains(&format!("«{path}»")), "{}", ran.stderr);
    }
    ran.err("output-collision").err("content/правила.md").err("content/Правила.md").err("переименуйте один из файлов");
}

#[test]
fn names_of_any_script_become_names_that_every_system_takes() {
    let names = [
        "con.md",
        "aux/a.md",
        "lpt1.pdf",
        "日本語.md",
        "العربية.md",
        "🎉.md",
        "rtl\u{202e}gnp.md",
        "İ.md",
        "a\u{300}.md",
        "пробел в имени.md",
        "точка..md",
        "-rf.md",
        "%2e%2e.md",
        "&lt;script&gt;.md",
        "'кавычки'.md",
        "#решётка.md",
    ];
    let mut project = Project::new();
    for name in names {
        project = project.file(&format!("content/{name}"), format!("# {name}\n"));
    }
    build(&project, 0);
    let mut pages = 0;
    for (path, _) in project.tree("public") {
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_./".contains(c);
        assert!(path.chars().all(plain), "{path}");
        for step in path.split('/') {
            let stem = step.split('.').next().unwrap();
            assert!(!["con", "aux", "lpt1", "prn", "nul"].contains(&stem) && !step.ends_with('.'), "{path}");
        }
        pages += usize::from(path.ends_with(".html"));
    }
    assert!(pages >= names.len(), "{pages}");
}

#[test]
fn a_page_of_a_hundred_megabytes_is_refused_and_not_read() {
    let project = Project::new().file("content/index.md", "# Дом\n").file("content/velikan.md", "# Великан\n");
    let page = fs::OpenOptions::new().write(true).open(project.path("content/velikan.md")).unwrap();
    page.set_len(100 << 20).unwrap();
    build(&project, 1).err("too-large").err("content/velikan.md").err("разделите текст на несколько страниц");
    // An attachment may be as large: it is copied piece by piece.
    fs::rename(project.path("content/velikan.md"), project.path("content/velikan.zip")).unwrap();
    build(&project, 0);
    assert_eq!(fs::metadata(project.path("public/velikan.zip")).unwrap().len(), 100 << 20);
}

/// A hundred thousand files in a folder, without as many on the disk of who tests: a folder and many links to it.
#[cfg(unix)]
#[test]
fn a_hundred_thousand_files_are_a_site_and_more_are_refused() {
    let project = Project::new().file("content/index.md", "# Дом\n");
    let content = project.path("content");
    fs::create_dir(content.join("d")).unwrap();
    for n in 0..1_000 {
        fs::write(content.join(format!("d/{n}.bin")), "x").unwrap();
    }
    let link = |n: usize| std::os::unix::fs::symlink("d", content.join(format!("e{n}"))).unwrap();
    (0..99).for_each(link);
    let mut command = project.svod(&["check", "--today", "2026-11-22"]).command();
    assert!(command.output().unwrap().status.success());
    (99..260).for_each(link);
    let ran = build(&project, 2);
    ran.err("слишком много файлов и папок").err("--root");
    assert!(!project.exists("public"));
}

#[test]
fn a_folder_in_a_folder_a_hundred_times_is_refused_by_name() {
    let project = Project::new().file(&format!("content/{}a.md", "d/".repeat(100)), "# А\n");
    build(&project, 1).err("path-too-long").err("что сделать");
}
