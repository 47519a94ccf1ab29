//! Costs of whole processes, and counts of folders.

use std::path::Path;
use std::process::{Command, ExitCode, Stdio};
use std::time::Instant;

use nix::sys::resource::{UsageWho, getrusage};

/// What a process cost: seconds, and MiB at its peak.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cost {
    pub(crate) wall: f64,
    pub(crate) user: f64,
    pub(crate) system: f64,
    pub(crate) peak: f64,
}

impl Cost {
    pub(crate) fn median(costs: &[Self]) -> Self {
        let pick = |value: fn(&Self) -> f64| {
            let mut values: Vec<f64> = costs.iter().map(value).collect();
            values.sort_by(f64::total_cmp);
            values.get(values.len() / 2).copied().unwrap_or(0.0)
        };
        Self { wall: pick(|c| c.wall), user: pick(|c| c.user), system: pick(|c| c.system), peak: pick(|c| c.peak) }
    }

    /// The quickest and the slowest wall time.
    pub(crate) fn spread(costs: &[Self]) -> String {
        let of = |pick: fn(f64, f64) -> f64| costs.iter().map(|c| c.wall).reduce(pick).unwrap_or(0.0);
        format!("{:.2}–{:.2}", of(f64::min), of(f64::max))
    }

    /// What two commands cost, one after the other.
    fn then(self, next: Self) -> Self {
        Self {
            wall: self.wall + next.wall,
            user: self.user + next.user,
            system: self.system + next.system,
            peak: self.peak.max(next.peak),
        }
    }
}

/// Runs commands one after the other and adds their costs up.
pub(crate) fn run_all(commands: &[Vec<String>]) -> std::io::Result<Cost> {
    let none = Cost { wall: 0.0, user: 0.0, system: 0.0, peak: 0.0 };
    commands.iter().try_fold(none, |cost, command| Ok(cost.then(run(command)?)))
}

/// Runs a command through a process of its own and takes what that one says of its only child.
fn run(command: &[String]) -> std::io::Result<Cost> {
    let output = Command::new(std::env::current_exe()?).arg("--measure").args(command).stdin(Stdio::null()).output()?;
    let fault = |text: String| std::io::Error::other(text);
    if !output.status.success() {
        return Err(fault(format!("{command:?}:\n{}", String::from_utf8_lossy(&output.stderr))));
    }
    let text = String::from_utf8_lossy(&output.stdout);
    let numbers: Vec<f64> =
        text.lines().last().unwrap_or("").split(' ').filter_map(|number| number.parse().ok()).collect();
    match numbers[..] {
        [wall, user, system, peak] => Ok(Cost { wall, user, system, peak }),
        _ => Err(fault(format!("not four numbers: {text}"))),
    }
}

/// The inner half of [`run`]: runs a command to its end and prints its cost.
pub(crate) fn child(command: &[String]) -> ExitCode {
    let Some((program, arguments)) = command.split_first() else { return ExitCode::FAILURE };
    let start = Instant::now();
    let output = Command::new(program).args(arguments).stdin(Stdio::null()).output();
    let wall = start.elapsed().as_secs_f64();
    match output {
        Ok(output) if output.status.success() => {}
        Ok(output) => {
            eprintln!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
            return ExitCode::FAILURE;
        }
        Err(error) => {
            eprintln!("{program}: {error}");
            return ExitCode::FAILURE;
        }
    }
    let Ok(usage) = getrusage(UsageWho::RUSAGE_CHILDREN) else { return ExitCode::FAILURE };
    let seconds = |time: nix::sys::time::TimeVal| time.tv_sec() as f64 + time.tv_usec() as f64 / 1e6;
    // Linux counts kilobytes.
    let peak = usage.max_rss() as f64 / 1024.0;
    println!("{wall} {} {} {peak}", seconds(usage.user_time()), seconds(usage.system_time()));
    ExitCode::SUCCESS
}

/// Reads every file of one tree and writes every file of another: no generator can do less.
pub(crate) fn floor(content: &Path, site: &Path, to: &Path) -> std::io::Result<()> {
    let mut read = 0;
    each_file(content, &mut |_, path| {
        read += std::fs::read(path)?.len();
        Ok(())
    })?;
    // A written site has to come from somewhere; reading it too makes the floor a little high.
    copy_tree(site, to)?;
    println!("{read} bytes");
    Ok(())
}

/// Copies a tree by reading and writing.
pub(crate) fn copy_tree(from: &Path, to: &Path) -> std::io::Result<()> {
    each_file(from, &mut |relative, path| {
        let target = to.join(relative);
        if let Some(folder) = target.parent() {
            std::fs::create_dir_all(folder)?;
        }
        std::fs::write(target, std::fs::read(path)?)
    })
}

/// Files and bytes of a tree.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Tally {
    pub(crate) files: usize,
    /// Files that are pages of HTML.
    pub(crate) pages: usize,
    bytes: u64,
    /// Bytes of the files that are the search index.
    index: u64,
}

impl Tally {
    /// Counts a folder; `is_index` tells the files of a search index by their paths.
    pub(crate) fn of(folder: &Path, is_index: &dyn Fn(&str) -> bool) -> std::io::Result<Self> {
        let mut tally = Self::default();
        each_file(folder, &mut |relative, path| {
            let bytes = std::fs::metadata(path)?.len();
            tally.files += 1;
            tally.pages += usize::from(path.extension().is_some_and(|e| e == "html"));
            tally.bytes += bytes;
            if is_index(&relative.to_string_lossy().replace('\\', "/")) {
                tally.index += bytes;
            }
            Ok(())
        })?;
        Ok(tally)
    }

    pub(crate) fn megabytes(&self) -> f64 {
        self.bytes as f64 / 1e6
    }

    pub(crate) fn index_megabytes(&self) -> f64 {
        self.index as f64 / 1e6
    }
}

/// Every file of a folder with its path below it.
pub(crate) fn each_file(
    folder: &Path,
    visit: &mut dyn FnMut(&Path, &Path) -> std::io::Result<()>,
) -> std::io::Result<()> {
    let mut open = vec![folder.to_path_buf()];
    while let Some(dir) = open.pop() {
        for entry in std::fs::read_dir(&dir)? {
            let path = entry?.path();
            if path.is_dir() {
                open.push(path);
            } else {
                visit(path.strip_prefix(folder).unwrap_or(&path), &path)?;
            }
        }
    }
    Ok(())
}
