//! The preview as a program: edits on a real disk, what is served against what `build` writes, and how it ends.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use crate::harness::command::Project;

/// How long a change may take to be seen on a machine that is busy with other tests.
const PATIENCE: Duration = Duration::from_secs(20);
const DAY: &[&str] = &["--today", "2026-11-22"];

/// A preview that runs until the value goes.
pub(super) struct Preview {
    child: Child,
    address: String,
}

impl Drop for Preview {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

impl Preview {
    pub(super) fn start(project: &Project, more: &[&str]) -> Self {
        let arguments = [&["serve"], DAY, more].concat();
        let mut command = project.svod(&arguments).command();
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let from = line.find("http://").expect("an address") + "http://".len();
        let address = line[from..].split('/').next().unwrap().to_owned();
        Self { child, address }
    }

    /// Status and body.
    fn get(&self, path: &str) -> (u16, Vec<u8>) {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        write!(stream, "GET /{path} HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
        let mut response = Vec::new();
        stream.read_to_end(&mut response).unwrap();
        let end = response.windows(4).position(|w| w == b"\r\n\r\n").expect("a head") + 4;
        let status = std::str::from_utf8(&response[9..12]).unwrap().parse().unwrap();
        (status, response.split_off(end))
    }

    pub(super) fn text(&self, path: &str) -> String {
        String::from_utf8_lossy(&self.get(path).1).into_owned()
    }

    /// Waits until a page has, or no longer has, a text.
    #[track_caller]
    fn until(&self, path: &str, holds: impl Fn(&str) -> bool) {
        let end = Instant::now() + PATIENCE;
        while !holds(&self.text(path)) {
            assert!(Instant::now() < end, "{path} stays:\n{}", self.text(path));
            std::thread::sleep(Duration::from_millis(5));
        }
    }
}

/// The bytes of the build: the page without the one line of the preview.
fn bare(body: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(body);
    let kept = text.split_inclusive('\n').map(|line| match line.find("<script src=\"/.svod/preview.js\"") {
        Some(at) => &line[..at],
        None => line,
    });
    if text.contains("/.svod/preview.js") { kept.collect::<String>().into_bytes() } else { body.to_vec() }
}

/// Every file of a build is served as it was written.
#[track_caller]
fn compare(preview: &Preview, project: &Project) {
    project.svod(&[&["build", "--out", "built"], DAY].concat()).exits(0);
    let built = project.tree("built");
    assert!(built.len() > 5, "{built:?}");
    // The list of what was written is for the next build.
    for (path, bytes) in built.iter().filter(|(path, _)| path != ".svod-manifest") {
        let (status, body) = preview.get(path);
        assert!(status == 200 && bare(&body) == *bytes, "{path} ({status}) is not served as built");
    }
}

#[test]
fn every_edit_is_seen_and_is_what_a_build_writes() {
    let project = Project::sample();
    let preview = Preview::start(&project, &[]);
    preview.until("index.html", |page| page.contains("</html>"));
    compare(&preview, &project);
    // Written anew, saved by renaming, moved in with its folder, renamed, deleted.
    let project = project.file("content/guide/new.md", "# Раз\n\nПервый текст.\n");
    preview.until("guide/new.html", |page| page.contains("Первый"));
    std::fs::write(project.path("content/guide/.new.md.swp"), "# Раз\n\nВторой текст.\n").unwrap();
    std::fs::rename(project.path("content/guide/.new.md.swp"), project.path("content/guide/new.md")).unwrap();
    preview.until("guide/new.html", |page| page.contains("Второй"));
    let project = project.file("aside/deep/page.md", "# Два\n\nТекст внутри папки.\n");
    std::fs::rename(project.path("aside"), project.path("content/aside")).unwrap();
    preview.until("aside/deep/page.html", |page| page.contains("Текст внутри папки"));
    let project = project.file("content/aside/deep/page.md", "# Два\n\nТекст новой папки.\n");
    preview.until("aside/deep/page.html", |page| page.contains("новой папки"));
    std::fs::rename(project.path("content/guide/new.md"), project.path("content/guide/other.md")).unwrap();
    preview.until("guide/new.html", |page| !page.contains("Второй"));
    preview.until("guide/other.html", |page| page.contains("Второй"));
    compare(&preview, &project);
    // Themes appear while it runs; data and settings change.
    let project = project.file("themes/default/css/svod.css", "body { color: green }\n");
    preview.until("assets/css/svod.css", |css| css.contains("green"));
    let project = project.change("content/site.yml", "title: ", "title: Новое имя и ");
    preview.until("index.html", |page| page.contains("Новое имя"));
    compare(&preview, &project);
    let project = project.remove("content/guide/other.md");
    std::fs::remove_dir_all(project.path("content/aside")).unwrap();
    preview.until("guide/other.html", |page| !page.contains("Второй"));
    compare(&preview, &project);
}

#[test]
fn an_error_leaves_the_last_good_site_up() {
    let project = Project::new().file("content/site.yml", "title: Школа\n");
    let project = project.file("content/index.md", "# Дом\n\nХороший текст.\n");
    let preview = Preview::start(&project, &[]);
    preview.until("index.html", |page| page.contains("Хороший"));
    let project = project.file("content/index.md", "# Дом\n\nПлохой текст, [ссылка](net.md).\n");
    preview.until(".svod/state?path=/index.html", |state| state.contains("missing-page"));
    assert!(preview.text("index.html").contains("Хороший"));
    let project = project.file("content/index.md", "# Дом\n\nИсправленный текст.\n");
    preview.until("index.html", |page| page.contains("Исправленный"));
    preview.until(".svod/state?path=/index.html", |state| !state.contains("missing-page"));
    // The whole content folder is away for a moment, as when a service brings it in step.
    std::fs::rename(project.path("content"), project.path("away")).unwrap();
    std::thread::sleep(Duration::from_millis(300));
    assert!(preview.text("index.html").contains("Исправленный"));
    std::fs::rename(project.path("away"), project.path("content")).unwrap();
    let project = project.file("content/index.md", "# Дом\n\nСнова на месте.\n");
    preview.until("index.html", |page| page.contains("Снова"));
    drop(project);
}

#[test]
fn the_site_as_on_another_day() {
    let project = Project::sample();
    let preview = Preview::start(&project, &[]);
    let mut stream = TcpStream::connect(&preview.address).unwrap();
    write!(stream, "GET /index.html HTTP/1.1\r\nHost: localhost\r\nCookie: svod-today=2027-05-02\r\n\r\n").unwrap();
    let mut there = String::new();
    stream.read_to_string(&mut there).unwrap();
    assert!(there.contains("02.05.2027") && !there.contains("22.11.2026"), "{there}");
    assert!(preview.text("index.html").contains("22.11.2026"));
    project.svod(&["build", "--out", "then", "--today", "2027-05-02"]).exits(0);
    let body = there.split_once("\r\n\r\n").unwrap().1.as_bytes();
    assert!(bare(body) == project.read("then/index.html").as_bytes());
}

#[test]
fn ports() {
    let project = Project::new().file("content/index.md", "# Дом\n");
    let first = Preview::start(&project, &[]);
    let second = Preview::start(&project, &[]);
    assert_ne!(first.address, second.address);
    assert!(first.address.starts_with("127.0.0.1:"));
    let taken = first.address.rsplit(':').next().unwrap();
    project.svod(&["serve", "--port", taken]).exits(2).err("занять нельзя").err("--port");
    project.svod(&["serve", "--port", "70000"]).exits(2);
    project.svod(&["serve", "--root", "nowhere", "--port", taken]).exits(2);
}

#[cfg(unix)]
#[test]
fn it_ends_at_once_and_leaves_nothing_behind() {
    let project = Project::new().file("content/index.md", "# Дом\n");
    let temporary = project.path("temporary");
    std::fs::create_dir(&temporary).unwrap();
    for signal in ["INT", "TERM"] {
        let arguments = [&["serve"], DAY].concat();
        let mut command = project.svod(&arguments).command();
        command.env("TMPDIR", &temporary).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        // A client that holds on does not hold the program.
        let address = line[line.find("http://").unwrap() + 7..].split('/').next().unwrap().to_owned();
        let mut client = TcpStream::connect(address).unwrap();
        client.write_all(b"GET /.svod/events HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
        let began = Instant::now();
        let killed = std::process::Command::new("kill").args(["-s", signal, &child.id().to_string()]).status();
        assert!(killed.unwrap().success());
        assert_eq!(child.wait().unwrap().code(), Some(0), "{signal}");
        assert!(began.elapsed() < Duration::from_secs(2), "{:?}", began.elapsed());
        assert_eq!(std::fs::read_dir(&temporary).unwrap().count(), 0, "{signal}");
    }
}
