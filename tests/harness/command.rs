//! The real program in a folder of its own: lay files, run, look, change a file, run again.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

/// A folder that goes away with the value.
#[derive(Debug)]
pub struct TempDir(PathBuf);

impl TempDir {
    pub fn new() -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let name = format!("svod-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for TempDir {
    fn drop(&mut self) {
        // A folder left behind in the target folder harms nobody.
        drop(std::fs::remove_dir_all(&self.0));
    }
}

/// A project folder with `content/` and whatever a test lays in it.
#[derive(Debug)]
#[must_use]
pub struct Project {
    dir: TempDir,
}

impl Project {
    /// An empty folder.
    pub fn new() -> Self {
        Self { dir: TempDir::new() }
    }

    /// A copy of the repository's own `content/`.
    pub fn sample() -> Self {
        let project = Self::new();
        for (path, from) in super::files_below(&super::root().join("content")) {
            project.put(&format!("content/{path}"), &std::fs::read(from).unwrap());
        }
        project
    }

    fn put(&self, path: &str, bytes: &[u8]) {
        let to = self.path(path);
        std::fs::create_dir_all(to.parent().unwrap()).unwrap();
        std::fs::write(to, bytes).unwrap();
    }

    /// Lays or replaces a file.
    pub fn file(self, path: &str, text: impl AsRef<[u8]>) -> Self {
        self.put(path, text.as_ref());
        self
    }

    /// Replaces `old`, which must stand once in the file.
    #[track_caller]
    pub fn change(self, path: &str, old: &str, new: &str) -> Self {
        let text = self.read(path);
        assert_eq!(text.matches(old).count(), 1, "`{old}` in {path}");
        self.file(path, text.replace(old, new))
    }

    /// Takes a file away.
    #[track_caller]
    pub fn remove(self, path: &str) -> Self {
        std::fs::remove_file(self.path(path)).unwrap();
        self
    }

    pub fn path(&self, path: &str) -> PathBuf {
        self.dir.path().join(path)
    }

    #[track_caller]
    pub fn read(&self, path: &str) -> String {
        String::from_utf8(std::fs::read(self.path(path)).unwrap_or_else(|e| panic!("{path}: {e}"))).unwrap()
    }

    pub fn exists(&self, path: &str) -> bool {
        self.path(path).exists()
    }

    /// Every file below `folder` with its bytes.
    pub fn tree(&self, folder: &str) -> Vec<(String, Vec<u8>)> {
        let files = super::files_below(&self.path(folder));
        files.into_iter().map(|(name, path)| (name, std::fs::read(path).unwrap())).collect()
    }

    /// The program with these arguments, in the folder, its environment cleared of what would steer it.
    pub fn svod(&self, arguments: &[&str]) -> Run {
        let mut command = Command::new(env!("CARGO_BIN_EXE_svod"));
        command.args(arguments).current_dir(self.dir.path()).stdin(Stdio::null());
        for name in
            ["SOURCE_DATE_EPOCH", "LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "NO_COLOR", "CLICOLOR_FORCE", "TZ"]
        {
            command.env_remove(name);
        }
        command.env("LANG", "ru_RU.UTF-8");
        Run { command }
    }
}

/// A run to be: environment can still be set.
#[derive(Debug)]
#[must_use]
pub struct Run {
    command: Command,
}

impl Run {
    pub fn env(mut self, name: &str, value: &str) -> Self {
        self.command.env(name, value);
        self
    }

    /// Runs, and holds the exit code to `code`.
    #[track_caller]
    pub fn exits(mut self, code: i32) -> Ran {
        let output = self.command.output().unwrap();
        let ran = Ran {
            stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
            stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
        };
        assert_eq!(output.status.code(), Some(code), "{:?}\n{}\n{}", self.command, ran.stdout, ran.stderr);
        ran
    }

    /// The command itself, for tests that hold its pipes or kill it.
    pub fn command(self) -> Command {
        self.command
    }
}

/// What a run printed.
#[derive(Debug)]
pub struct Ran {
    pub stdout: String,
    pub stderr: String,
}

impl Ran {
    #[track_caller]
    pub fn out(self, part: &str) -> Self {
        assert!(self.stdout.contains(part), "no `{part}` in:\n{}", self.stdout);
        self
    }

    #[track_caller]
    pub fn err(self, part: &str) -> Self {
        assert!(self.stderr.contains(part), "no `{part}` in:\n{}", self.stderr);
        self
    }

    /// Standard output as JSON.
    #[track_caller]
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|e| panic!("{e}:\n{}", self.stdout))
    }
}
