//! How soon a save is served: every generator in its watch mode, from writing a page to the served page that has the
//! new word.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::peers::{self, Peer, Watch};

/// How long a generator may take to start, and to follow a save.
const PATIENCE: Duration = Duration::from_secs(120);
/// Between saves, for what is still done after the page is served.
const REST: Duration = Duration::from_millis(1500);
/// Whoever takes longer for the first save is given one more and no others.
const SLOW: f64 = 10.0;

/// Edits one page of the tree below `root`, shown by everybody in turn.
pub(crate) fn run(
    root: &Path,
    svod: &str,
    peers: &[(&'static Peer, Vec<String>)],
    saves: usize,
) -> std::io::Result<()> {
    // Not in cargo's target folder, which git passes over, and mdBook with it.
    let scratch = std::env::temp_dir().join(format!("svod-bench-{}", std::process::id()));
    let pages = peers::pages(&root.join("content"))?;
    // A name that all generators take over as it is.
    let plain = |path: &str| path.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"/-_.".contains(&b));
    let fit: Vec<&str> = pages.iter().map(|page| page.path.as_str()).filter(|path| plain(path)).collect();
    let Some(page) = fit.get(fit.len() / 2).filter(|_| !fit.is_empty()) else {
        println!("No page has a name that every generator takes over as it is.");
        return Ok(());
    };
    println!(
        "| | save to the served page, s | its range | CPU s of a save | start s | peak MiB | search right at once |"
    );
    println!("|---|--:|---|--:|--:|--:|---|");
    let port = free_port()?;
    let own = ["serve", "--root", &root.to_string_lossy(), "--today", "2026-11-22", "--port", &port.to_string()];
    let watch = Watch {
        command: std::iter::once(svod).chain(own).map(str::to_owned).collect(),
        source: root.join("content").join(page),
        address: format!("/{}.html", page.trim_end_matches(".md")),
    };
    print("svod", &watch, port, saves, "yes");
    for (peer, programs) in peers {
        let (project, out) = (scratch.join("peers").join(peer.name), scratch.join("out").join(peer.name));
        let port = free_port()?;
        let Some(watch) = peer.watch(programs, &project, &out, port, page) else { continue };
        peer.lay(&pages, &project)?;
        print(peer.title, &watch, port, saves, if peer.search_follows { "yes" } else { "no" });
    }
    drop(std::fs::remove_dir_all(&scratch));
    Ok(())
}

fn print(title: &str, watch: &Watch, port: u16, saves: usize, follows: &str) {
    match measured(watch, port, saves) {
        Ok(Seen { mut times, start, cpu, peak }) => {
            times.sort_by(f64::total_cmp);
            let at = |index: usize| times.get(index).copied().unwrap_or_default();
            let (median, least, most) = (at(times.len() / 2), at(0), at(times.len().saturating_sub(1)));
            println!(
                "| {title} | {median:.3} | {least:.3}–{most:.3} | {cpu:.2} | {start:.1} | {peak:.0} | {follows} |"
            );
        }
        Err(error) => {
            println!("| {title} | failed |");
            eprintln!("{title}: {error}");
        }
    }
}

/// What was seen of one generator.
struct Seen {
    times: Vec<f64>,
    start: f64,
    /// Of the process itself, by save.
    cpu: f64,
    peak: f64,
}

fn measured(watch: &Watch, port: u16, saves: usize) -> std::io::Result<Seen> {
    let (program, arguments) = watch.command.split_first().ok_or_else(|| std::io::Error::other("no command"))?;
    let mut command = Command::new(program);
    let began = Instant::now();
    let mut child =
        Ended(command.args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn()?);
    until(&mut child, port, &watch.address, "<html")?;
    let start = began.elapsed().as_secs_f64();
    rest(&child);
    let kept = std::fs::read_to_string(&watch.source)?;
    let before = cpu(&child);
    let mut times = Vec::new();
    let outcome = (0..saves).try_for_each(|save| {
        if times.first().is_some_and(|first| *first > SLOW) && save > 1 {
            return Ok(());
        }
        let word = format!("слово{save}замечено");
        let began = Instant::now();
        std::fs::write(&watch.source, format!("{kept}\n{word}\n"))?;
        until(&mut child, port, &watch.address, &word)?;
        times.push(began.elapsed().as_secs_f64());
        rest(&child);
        Ok::<(), std::io::Error>(())
    });
    let spent = (cpu(&child) - before) / times.len().max(1) as f64;
    let peak = peak(&child);
    drop(child);
    std::fs::write(&watch.source, kept)?;
    outcome.map(|()| Seen { times, start, cpu: spent, peak })
}

/// A preview that ends with its measurement.
struct Ended(Child);

impl Drop for Ended {
    fn drop(&mut self) {
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

fn until(child: &mut Ended, port: u16, address: &str, word: &str) -> std::io::Result<()> {
    let end = Instant::now() + PATIENCE;
    while Instant::now() < end {
        if let Some(status) = child.0.try_wait()? {
            return Err(std::io::Error::other(format!("ended: {status}")));
        }
        if get(port, address).is_ok_and(|page| page.contains(word)) {
            return Ok(());
        }
        std::thread::sleep(Duration::from_millis(2));
    }
    Err(std::io::Error::other(format!("{address} never had {word}")))
}

fn get(port: u16, address: &str) -> std::io::Result<String> {
    let mut stream = TcpStream::connect(("127.0.0.1", port))?;
    stream.set_read_timeout(Some(Duration::from_secs(60)))?;
    write!(stream, "GET {address} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n")?;
    let (mut response, mut buffer) = (Vec::new(), vec![0; 64 << 10]);
    // Some servers keep the connection open whatever they are asked.
    while !is_whole(&response) {
        match stream.read(&mut buffer)? {
            0 => break,
            n => response.extend_from_slice(buffer.get(..n).unwrap_or_default()),
        }
    }
    Ok(String::from_utf8_lossy(&response).into_owned())
}

/// Whether as much has come as the head of a response promises, or the last of its pieces.
fn is_whole(response: &[u8]) -> bool {
    let Some(head) = response.windows(4).position(|four| four == b"\r\n\r\n") else { return false };
    let lines = String::from_utf8_lossy(response.get(..head).unwrap_or_default()).to_ascii_lowercase();
    let length = lines.lines().find_map(|line| line.strip_prefix("content-length:")?.trim().parse::<usize>().ok());
    match length {
        Some(length) => response.len() >= head + 4 + length,
        None => lines.contains("chunked") && response.ends_with(b"\r\n0\r\n\r\n"),
    }
}

/// Waits until the process has done what it has to do.
fn rest(child: &Ended) {
    for _ in 0..60 {
        let before = cpu(child);
        std::thread::sleep(REST);
        if cpu(child) - before < 0.1 {
            return;
        }
    }
}

fn free_port() -> std::io::Result<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}

/// Seconds of CPU so far, where the system lists them; nothing elsewhere.
fn cpu(child: &Ended) -> f64 {
    let text = std::fs::read_to_string(format!("/proc/{}/stat", child.0.id())).unwrap_or_default();
    let fields = text.rsplit(')').next().unwrap_or_default().split_whitespace();
    fields.skip(11).take(2).filter_map(|field| field.parse::<f64>().ok()).sum::<f64>() / 100.0
}

/// MiB at the peak so far.
fn peak(child: &Ended) -> f64 {
    let text = std::fs::read_to_string(format!("/proc/{}/status", child.0.id())).unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.trim().trim_end_matches(" kB").parse::<f64>().unwrap_or_default() / 1024.0
}
