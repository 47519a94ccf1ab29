//! Builds every subject with every contender in turn, and prints what each cost.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::corpus;
use crate::index;
use crate::measure::{self, Cost, Tally};
use crate::peers::{self, Page, Peer};
use crate::shapes;
use crate::watch;

const HELP: &str = "\
cargo bench --bench build [-- OPTIONS] [SIZE]... [clauses] [small] [shapes]

  SIZE              so many pages of made documentation; without any: 100, 1000, 10000 and clauses
  clauses           one regulation of 5,000 clauses, and 200 regulations of 50
  small             100,000 small pages
  shapes            one thing in great number and four times as many: what is not linear shows
  --content FOLDER  a tree of your own; may be given again
  --peers NAMES     these peers alone, by commas: zola,hugo,hugo-alone,mdbook,mkdocs,zensical; or none
  --index FOLDER    nothing but how fast the search index of a tree is made, in MB of text a second and core
  --svod PROGRAM    another build of svod than the one just compiled
  --saves N         N saves of one page in everybody's watch mode instead of builds: how soon each is served
  --runs N          runs of each; else 7, 5 and 3 for 100, 1,000 and 10,000 pages, and 1 beyond
";

/// A contender that takes longer for its first build is not built again: that one build counts.
const PATIENCE: f64 = 40.0;

/// A tree to build and how often.
struct Subject {
    name: String,
    /// The project folder; the tree is in `content` below.
    root: PathBuf,
    runs: usize,
    /// Whether it is plain documentation, which peers build as well.
    plain: bool,
}

/// Who builds, with what.
struct Contender {
    title: &'static str,
    commands: Vec<Vec<String>>,
    out: PathBuf,
    is_index: Box<dyn Fn(&str) -> bool>,
    costs: Vec<Cost>,
    trouble: Option<String>,
}

/// What was asked for.
struct Wanted {
    svod: String,
    subjects: Vec<Subject>,
    peers: Vec<(&'static Peer, Vec<String>)>,
    /// Whether sites of one thing in great number are built as well.
    shapes: bool,
    /// How often a page is saved, if previews are measured and not builds.
    saves: Option<usize>,
}

pub(crate) fn main() -> ExitCode {
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
    if let [first, folder] = &arguments[..]
        && first == "--index"
    {
        return code(index::speed(Path::new(folder)));
    }
    if arguments.iter().any(|a| a == "--help") {
        println!("{HELP}");
        return ExitCode::SUCCESS;
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
    let wanted = wanted(arguments, &scratch)?;
    let processors = std::thread::available_parallelism().map_or(0, usize::from);
    println!(
        "Processors: {processors}. Medians; wall time with its minimum and maximum. Floor: every input read, every"
    );
    println!("output of svod written. Each round builds with everybody in turn.");
    for subject in &wanted.subjects {
        match wanted.saves {
            Some(saves) if subject.plain => {
                println!("\n{}, a page saved {saves} times:\n", subject.name);
                watch::run(&subject.root, &wanted.svod, &wanted.peers, saves)?;
            }
            Some(_) => {}
            None => report(subject, &wanted, &scratch)?,
        }
    }
    if wanted.shapes {
        shapes::report(&wanted.svod, &scratch)?;
    }
    Ok(())
}

fn wanted(arguments: &[String], scratch: &Path) -> std::io::Result<Wanted> {
    let fault = |text: String| std::io::Error::new(std::io::ErrorKind::InvalidInput, format!("{text}\n\n{HELP}"));
    let mut sizes: Vec<usize> = Vec::new();
    let mut subjects = Vec::new();
    let (mut runs, mut clauses, mut small, mut shapes) = (None, false, false, false);
    let (mut names, mut saves): (Option<Vec<String>>, _) = (None, None);
    let mut svod = env!("CARGO_BIN_EXE_svod").to_owned();
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        let mut value = || rest.next().ok_or_else(|| fault(format!("{argument} wants a value")));
        match argument.as_str() {
            "--svod" => svod = value()?.clone(),
            "--saves" => saves = Some(value()?.parse().map_err(|_| fault("--saves N".to_owned()))?),
            "--runs" => runs = Some(value()?.parse().map_err(|_| fault("--runs N".to_owned()))?),
            "--peers" => names = Some(value()?.split(',').map(str::to_owned).collect()),
            "--content" => {
                let folder = PathBuf::from(value()?);
                // The program looks for `content` in the project folder.
                let root = scratch.join(format!("own-{}", subjects.len()));
                drop(std::fs::remove_dir_all(&root));
                measure::copy_tree(&folder, &root.join("content"))?;
                let pages = Tally::of(&root.join("content"), &|_| false)?.files;
                subjects.push(Subject { name: folder.display().to_string(), root, runs: rounds(pages), plain: true });
            }
            "clauses" => clauses = true,
            "small" => small = true,
            "shapes" => shapes = true,
            size => sizes.push(size.parse().map_err(|_| fault(format!("no such subject: {size}")))?),
        }
    }
    if sizes.is_empty() && subjects.is_empty() && !clauses && !small && !shapes {
        sizes = vec![100, 1_000, 10_000];
        clauses = true;
    }
    for pages in sizes {
        let root = scratch.join(format!("pages-{pages}"));
        made(&root, |root| corpus::documentation(root, pages))?;
        subjects.push(Subject { name: format!("{pages} made pages"), root, runs: rounds(pages), plain: true });
    }
    if small {
        let root = scratch.join("small");
        made(&root, |root| corpus::small(root, 100_000))?;
        subjects.push(Subject { name: "100000 small pages".to_owned(), root, runs: 1, plain: false });
    }
    if clauses {
        for (count, clauses) in [(1, 5_000), (200, 50)] {
            let root = scratch.join(format!("regulations-{count}x{clauses}"));
            made(&root, |root| corpus::regulations(root, count, clauses))?;
            subjects.push(Subject { name: format!("{count} × {clauses} clauses"), root, runs: 5, plain: false });
        }
    }
    if let Some(runs) = runs {
        subjects.iter_mut().for_each(|s| s.runs = runs);
    }
    Ok(Wanted {
        svod,
        saves,
        peers: if subjects.iter().any(|s| s.plain) { present(names.as_deref()) } else { Vec::new() },
        subjects,
        shapes,
    })
}

fn rounds(pages: usize) -> usize {
    match pages {
        0..=200 => 7,
        201..=2_000 => 5,
        2_001..=20_000 => 3,
        _ => 1,
    }
}

/// The peers that are installed; those that are not are named.
fn present(names: Option<&[String]>) -> Vec<(&'static Peer, Vec<String>)> {
    let mut found = Vec::new();
    for peer in peers::ALL.iter().filter(|peer| names.is_none_or(|names| names.iter().any(|n| n == peer.name))) {
        match peer.found() {
            Ok(programs) => found.push((peer, programs)),
            Err(missing) => println!(
                "Not measured: {} (no program `{missing}`; give it by {}=PATH)",
                peer.title,
                missing.to_uppercase()
            ),
        }
    }
    found
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

fn contenders(subject: &Subject, wanted: &Wanted, scratch: &Path) -> std::io::Result<Vec<Contender>> {
    let text = |path: &Path| path.to_string_lossy().into_owned();
    let content = text(&subject.root.join("content"));
    let new = |title: &'static str, name: &str, commands: &dyn Fn(&Path) -> Vec<Vec<String>>, is_index| {
        let out = scratch.join("out").join(name);
        Contender { title, commands: commands(&out), out, is_index, costs: Vec::new(), trouble: None }
    };
    let build = |out: &Path| {
        let words = ["build", "--root", &text(&subject.root), "--out", &text(out), "--today", "2026-11-22"];
        let program = std::iter::once(wanted.svod.clone());
        vec![program.chain(words.into_iter().map(str::to_owned)).collect()]
    };
    let mut all = vec![new(
        "svod",
        "svod",
        &build,
        Box::new(|path| path.starts_with("search/") || path == "assets/search-index.js"),
    )];
    if subject.plain && !wanted.peers.is_empty() {
        let pages: Vec<Page> = peers::pages(Path::new(&content))?;
        for (peer, programs) in &wanted.peers {
            let root = scratch.join("peers").join(peer.name);
            peer.lay(&pages, &root)?;
            let build = |out: &Path| peer.build(programs, &root, out);
            all.push(new(peer.title, peer.name, &build, Box::new(|path| peer.is_index(path))));
        }
    }
    let site = all.first().map(|svod| text(&svod.out)).unwrap_or_default();
    let me = text(&std::env::current_exe()?);
    let floor = |out: &Path| vec![vec![me.clone(), "--floor".to_owned(), content.clone(), site.clone(), text(out)]];
    all.push(new("floor", "floor", &floor, Box::new(|_| false)));
    Ok(all)
}

fn report(subject: &Subject, wanted: &Wanted, scratch: &Path) -> std::io::Result<()> {
    let inputs = Tally::of(&subject.root.join("content"), &|_| false)?;
    println!("\n{}: {} files, {:.1} MB\n", subject.name, inputs.files, inputs.megabytes());
    let mut all = contenders(subject, wanted, scratch)?;
    // The round that is not counted warms the disk, and the floor needs the site that svod makes in it.
    for round in 0..=subject.runs {
        for contender in &mut all {
            let slow = contender.costs.first().is_some_and(|cost| cost.wall > PATIENCE);
            if contender.trouble.is_some() || (round > 0 && slow) {
                continue;
            }
            if round == 1 {
                contender.costs.clear();
            }
            drop(std::fs::remove_dir_all(&contender.out));
            match measure::run_all(&contender.commands) {
                Ok(cost) => contender.costs.push(cost),
                Err(error) => contender.trouble = Some(error.to_string()),
            }
        }
    }
    print(subject, &all)?;
    drop(std::fs::remove_dir_all(scratch.join("out")));
    drop(std::fs::remove_dir_all(scratch.join("peers")));
    Ok(())
}

fn print(subject: &Subject, all: &[Contender]) -> std::io::Result<()> {
    let own = all.first().map_or(0.0, |svod| Cost::median(&svod.costs).wall).max(0.001);
    println!("| | wall s | its range | user s | system s | peak MiB | files | output MB | index MB | wall to svod's |");
    println!("|---|--:|---|--:|--:|--:|--:|--:|--:|--:|");
    for contender in all {
        if let Some(trouble) = &contender.trouble {
            println!("| {} | failed |", contender.title);
            eprintln!("{}: {trouble}", contender.title);
            continue;
        }
        let cost = Cost::median(&contender.costs);
        let made = Tally::of(&contender.out, &*contender.is_index)?;
        println!(
            "| {} | {:.2} | {} | {:.2} | {:.2} | {:.0} | {} | {:.1} | {:.2} | {:.2} |",
            contender.title,
            cost.wall,
            Cost::spread(&contender.costs),
            cost.user,
            cost.system,
            cost.peak,
            made.files,
            made.megabytes(),
            made.index_megabytes(),
            cost.wall / own,
        );
    }
    let (svod, peers) = match all {
        [svod, peers @ .., _floor] => (svod, peers),
        _ => return Ok(()),
    };
    let made = Tally::of(&svod.out, &|_| false)?;
    let user = Cost::median(&svod.costs).user;
    println!("\nsvod: {:.0} μs of user CPU for each of {} pages", user * 1e6 / made.pages.max(1) as f64, made.pages);
    // Without a search a build is another thing, so it does not count as the fastest.
    let searching = peers.iter().filter(|p| p.trouble.is_none() && !p.title.ends_with("no search"));
    let fastest = searching.map(|p| (Cost::median(&p.costs).wall, p.title)).min_by(|a, b| a.0.total_cmp(&b.0));
    if let (Some((wall, title)), true) = (fastest, subject.plain) {
        println!("svod to the fastest peer with a search ({title}): {:.2} of its wall time", own / wall);
    }
    Ok(())
}
