//! How long a build takes: whole processes over a corpus made on the spot, beside the floor of reading every input and
//! writing every output.
//!
//! ```text
//! cargo bench --bench build                      documentation of 100, 1,000 and 10,000 pages, large regulations
//! cargo bench --bench build -- 100 1000          these sizes only
//! cargo bench --bench build -- clauses           one regulation of 5,000 clauses, and 200 of 50
//! cargo bench --bench build -- --content DIR     a tree of your own
//! … -- --runs 9                                  else 7, 5 and 3 for 100, 1,000 and 10,000 pages
//! ```
//!
//! Wall time swings with the machine's disk; user CPU time is steady, so judge by that and by ratios of one run. Linux
//! and other Unix systems only, since the system counts CPU time and memory of a process there.
#![allow(
    missing_docs,
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "a benchmark reads the clock and the disk; that is what it is for"
)]

mod corpus;
mod measure;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use measure::{Cost, Tally};

/// A tree to build and how often.
struct Subject {
    name: String,
    root: PathBuf,
    runs: usize,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|a| a != "--bench").collect();
    // The same program measures a command in a process of its own, so that peaks do not mix.
    if let Some(("--measure", rest)) = arguments.split_first().map(|(first, rest)| (first.as_str(), rest)) {
        return measure::child(rest);
    }
    if let [first, from, site, to] = &arguments[..]
        && first == "--floor"
    {
        return code(measure::floor(Path::new(from), Path::new(site), Path::new(to)));
    }
    code(run(&arguments))
}

fn code(result: std::io::Result<()>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> std::io::Result<()> {
    let scratch = Path::new(env!("CARGO_TARGET_TMPDIR")).join("bench");
    let subjects = subjects(arguments, &scratch)?;
    println!(
        "{:<26} {:>7} {:>8}  {:<46} {:<24} {:>6}",
        "", "files", "MB in", "svod build", "floor (read, write)", "ratio"
    );
    for subject in &subjects {
        report(subject, &scratch)?;
    }
    println!(
        "\nmedians (wall: minimum to maximum); ratio: wall time over that of the floor; μs: user CPU for a page of HTML"
    );
    Ok(())
}

fn subjects(arguments: &[String], scratch: &Path) -> std::io::Result<Vec<Subject>> {
    let mut sizes: Vec<usize> = Vec::new();
    let mut found = Vec::new();
    let mut runs = None;
    let mut clauses = false;
    let mut rest = arguments.iter();
    let fault = |text: String| std::io::Error::new(std::io::ErrorKind::InvalidInput, text);
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--runs" => runs = rest.next().and_then(|n| n.parse().ok()),
            "--content" => {
                let folder = PathBuf::from(rest.next().ok_or_else(|| fault("--content FOLDER".to_owned()))?);
                // The program looks for `content` in the project folder.
                let root = scratch.join("own");
                drop(std::fs::remove_dir_all(&root));
                measure::copy_tree(&folder, &root.join("content"))?;
                found.push(Subject { name: folder.display().to_string(), root, runs: 5 });
            }
            "clauses" => clauses = true,
            size => sizes.push(size.parse().map_err(|_| fault(format!("no such size: {size}")))?),
        }
    }
    if sizes.is_empty() && found.is_empty() && !clauses {
        sizes = vec![100, 1_000, 10_000];
        clauses = true;
    }
    for pages in sizes {
        let root = scratch.join(format!("pages-{pages}"));
        made(&root, |root| corpus::documentation(root, pages))?;
        let runs = if pages <= 100 {
            7
        } else if pages <= 1_000 {
            5
        } else {
            3
        };
        found.push(Subject { name: format!("{pages} pages"), root, runs });
    }
    if clauses {
        for (count, clauses) in [(1, 5_000), (200, 50)] {
            let root = scratch.join(format!("regulations-{count}x{clauses}"));
            made(&root, |root| corpus::regulations(root, count, clauses))?;
            found.push(Subject { name: format!("{count} × {clauses} clauses"), root, runs: 5 });
        }
    }
    if let Some(runs) = runs {
        found.iter_mut().for_each(|s| s.runs = runs);
    }
    Ok(found)
}

/// A corpus that an earlier run made is taken as it is.
fn made(root: &Path, make: impl Fn(&Path) -> std::io::Result<()>) -> std::io::Result<()> {
    // FNV-1a of the maker: a corpus of another maker is made anew.
    let maker = include_bytes!("corpus.rs")
        .iter()
        .fold(0xCBF2_9CE4_8422_2325_u64, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01B3));
    let stamp = root.join(format!("made-by-{maker:x}"));
    if !stamp.exists() {
        drop(std::fs::remove_dir_all(root));
        make(root)?;
        std::fs::write(stamp, "")?;
    }
    Ok(())
}

fn report(subject: &Subject, scratch: &Path) -> std::io::Result<()> {
    let content = subject.root.join("content");
    let (out, floor_out) = (scratch.join("out"), scratch.join("out-floor"));
    let inputs = Tally::of(&content)?;
    let text = |path: &Path| path.to_string_lossy().into_owned();
    let build = [
        env!("CARGO_BIN_EXE_svod").to_owned(),
        "build".to_owned(),
        "--root".to_owned(),
        text(&subject.root),
        "--out".to_owned(),
        text(&out),
        "--today".to_owned(),
        "2026-11-22".to_owned(),
    ];
    let floor = [text(&std::env::current_exe()?), "--floor".to_owned(), text(&content), text(&out), text(&floor_out)];
    let mut builds = Vec::new();
    let mut floors = Vec::new();
    // One run more than is counted warms the disk; the two alternate, so that both meet the same weather.
    for run in 0..=subject.runs {
        drop(std::fs::remove_dir_all(&out));
        let cost = measure::run(&build)?;
        drop(std::fs::remove_dir_all(&floor_out));
        let least = measure::run(&floor)?;
        if run > 0 {
            builds.push(cost);
            floors.push(least);
        }
    }
    let outputs = Tally::of(&out)?;
    let (build, floor) = (Cost::median(&builds), Cost::median(&floors));
    println!(
        "{:<26} {:>7} {:>8.1}  {:<46} {:<24} {:>6.1}",
        subject.name,
        inputs.files,
        inputs.megabytes(),
        format!("{} ({})", build.show(), Cost::spread(&builds)),
        format!("{:.3} s, user {:.3} s", floor.wall, floor.user),
        build.wall / floor.wall.max(0.001),
    );
    println!(
        "{:<26} {:>7} {:>8.1}  peak {:.0} MiB, {:.0} μs a page of {}, system {:.3} s",
        "  out",
        outputs.files,
        outputs.megabytes(),
        build.peak,
        build.user * 1e6 / outputs.pages.max(1) as f64,
        outputs.pages,
        build.system,
    );
    Ok(())
}
