//! How fast the search index is made: MB of text for each second of a processor, apart from reading files, planning,
//! making pages and writing.

use std::path::Path;
use std::time::Instant;

use nix::sys::resource::{UsageWho, getrusage};

/// The file that is asked for; the whole index is made for it.
const ROOT: &str = "assets/search-index.js";
/// So often; the quickest counts, as nothing makes a processor quicker than it is.
const RUNS: usize = 5;

/// Seconds that this process has spent in its own code.
fn spent() -> std::io::Result<f64> {
    let time = getrusage(UsageWho::RUSAGE_SELF)?.user_time();
    Ok(time.tv_sec() as f64 + time.tv_usec() as f64 / 1e6)
}

/// Measures over the markdown of a folder and prints.
pub(crate) fn speed(folder: &Path) -> std::io::Result<()> {
    let mut tree = svod::Tree::new("content");
    let mut bytes = 0;
    add(&mut tree, folder, "", &mut bytes)?;
    let mut best = (f64::INFINITY, f64::INFINITY);
    for _ in 0..RUNS {
        let site = svod::plan(&tree, &svod::Tree::default(), "2026-11-22", &svod::Options::default())
            .map_err(std::io::Error::other)?;
        let (user, begun) = (spent()?, Instant::now());
        let made = site.produce(ROOT).is_some();
        let (user, wall) = (spent()? - user, begun.elapsed().as_secs_f64());
        if !made {
            return Err(std::io::Error::other("no search index was made"));
        }
        best = (best.0.min(user), best.1.min(wall));
    }
    let megabytes = bytes as f64 / 1e6;
    println!(
        "{}: {megabytes:.1} MB of text; index in {:.2} s of a processor, {:.2} s on the clock: {:.0} MB a second and core",
        folder.display(),
        best.0,
        best.1,
        megabytes / best.0
    );
    Ok(())
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
