//! How fast the search index is made: MB of text for each second of a processor, apart from reading files, planning and
//! writing. Alone, where each page is parsed for it, as in the preview; and what it adds to a build, where the pages are
//! parsed anyway.

use std::path::Path;

use nix::sys::resource::{UsageWho, getrusage};
use rayon::ThreadPoolBuilder;

/// The file that is asked for; the whole index is made for it.
const ROOT: &str = "assets/search-index.js";
/// So often; the quickest counts, as nothing makes a processor quicker than it is.
const RUNS: usize = 5;

/// Seconds that this process has spent in its own code.
fn spent() -> std::io::Result<f64> {
    let time = getrusage(UsageWho::RUSAGE_SELF)?.user_time();
    Ok(time.tv_sec() as f64 + time.tv_usec() as f64 / 1e6)
}

/// Measures over the markdown of a folder and prints. One thread does it all, so that no other shares its processor.
pub(crate) fn speed(folder: &Path) -> std::io::Result<()> {
    let mut tree = svod::Tree::new("content");
    let mut bytes = 0;
    add(&mut tree, folder, "", &mut bytes)?;
    let one = ThreadPoolBuilder::new().num_threads(1).build().map_err(std::io::Error::other)?;
    let (alone, pages, whole) = one.install(|| measured(&tree))?;
    let megabytes = bytes as f64 / 1e6;
    let adds = (whole - pages).max(f64::MIN_POSITIVE);
    println!("{}: {megabytes:.1} MB of text", folder.display());
    println!("  the index alone: {alone:.2} s of a processor, {:.0} MB a second", megabytes / alone);
    println!(
        "  all pages: {pages:.2} s, with the index {whole:.2} s; it adds {adds:.2} s, {:.0} MB a second",
        megabytes / adds
    );
    Ok(())
}

/// Seconds that the index takes alone, those of all pages, and those of all pages with the index.
fn measured(tree: &svod::Tree) -> std::io::Result<(f64, f64, f64)> {
    let plan = || {
        svod::plan(tree, &svod::Tree::default(), "2026-11-22", &svod::Options::default()).map_err(std::io::Error::other)
    };
    let mut paths = plan()?.paths();
    paths.retain(|path| path != ROOT && !path.starts_with("search/"));
    let timed = |work: &dyn Fn(&svod::Site) -> bool| -> std::io::Result<f64> {
        let site = plan()?;
        let before = spent()?;
        let made = work(&site);
        let seconds = spent()? - before;
        if made { Ok(seconds) } else { Err(std::io::Error::other("something was not made")) }
    };
    let (mut alone, mut pages, mut whole) = (f64::INFINITY, f64::INFINITY, f64::INFINITY);
    for _ in 0..RUNS {
        alone = alone.min(timed(&|site| site.produce(ROOT).is_some())?);
        // All are kept until the last is made, as in the whole.
        pages = pages
            .min(timed(&|site| paths.iter().map(|path| site.produce(path)).collect::<Option<Vec<_>>>().is_some())?);
        whole = whole.min(timed(&|site| site.produce_all().0.contains_key(ROOT))?);
    }
    Ok((alone, pages, whole))
}

/// Adds the markdown below a folder.
fn add(tree: &mut svod::Tree, folder: &Path, below: &str, bytes: &mut usize) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{below}{name}");
        if entry.file_type()?.is_dir() {
            add(tree, &entry.path(), &format!("{path}/"), bytes)?;
        } else if path.ends_with(".md") {
            let text = std::fs::read(entry.path())?;
            *bytes += text.len();
            tree.add(&path, text).map_err(std::io::Error::other)?;
        }
    }
    Ok(())
}
