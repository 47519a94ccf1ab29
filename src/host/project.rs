//! The project folder: where the content, the themes and the output are, and whether the output may be there.

use std::ffi::OsString;
use std::io;
use std::path::{Component, Path, PathBuf};

/// Where everything of a site is.
///
/// A project is a folder with `content`, beside it perhaps `themes` and the output (`public` unless told otherwise).
/// A folder without `content` is itself the content: any tree of markdown can be built.
#[derive(Clone, Debug)]
pub(crate) struct Project {
    /// The content folder, links resolved.
    pub(crate) content: PathBuf,
    /// The folder of themes, if there is one.
    pub(crate) themes: Option<PathBuf>,
    /// The output folder as the user would write it.
    pub(crate) out: PathBuf,
    /// The output folder with all links resolved that exist.
    pub(crate) out_real: PathBuf,
    /// Name of the folder that the site is about, its title if it has no settings.
    pub(crate) name: String,
}

/// Why there is no project to work on.
#[derive(Debug)]
pub(crate) enum ProjectError {
    /// There is no such folder.
    NoRoot(PathBuf),
    /// It is there but is not a folder.
    RootNotFolder(PathBuf),
    /// The output folder is or holds the folder of content or themes (the second path).
    OutHolds(PathBuf, PathBuf),
    /// The output folder is inside the folder of content or themes (the second path).
    OutInside(PathBuf, PathBuf),
    /// The disk does not let us look.
    Io(PathBuf, io::Error),
}

impl Project {
    /// Finds the parts of the project in `root`; `out` is taken from the working folder, as typed.
    ///
    /// # Errors
    /// See [`ProjectError`].
    pub(crate) fn open(root: &Path, out: Option<&Path>) -> Result<Self, ProjectError> {
        let real_root = root.canonicalize().map_err(|e| match e.kind() {
            io::ErrorKind::NotFound => ProjectError::NoRoot(root.to_owned()),
            _ => ProjectError::Io(root.to_owned(), e),
        })?;
        if !real_root.is_dir() {
            return Err(ProjectError::RootNotFolder(root.to_owned()));
        }
        let folder = |name: &str| real_root.join(name).canonicalize().ok().filter(|p| p.is_dir());
        let content = folder("content");
        let themes = if content.is_some() { folder("themes") } else { None };
        let content = content.unwrap_or_else(|| real_root.clone());
        let out = out.map_or_else(|| root.join("public"), Path::to_owned);
        let out_real = resolve(&out).map_err(|e| ProjectError::Io(out.clone(), e))?;
        for kept in [Some(&content), themes.as_ref()].into_iter().flatten() {
            if kept.starts_with(&out_real) {
                return Err(ProjectError::OutHolds(out, kept.clone()));
            }
            // A folder that is content throughout can only have its output inside; reading then passes it over.
            if out_real.starts_with(kept) && *kept != real_root {
                return Err(ProjectError::OutInside(out, kept.clone()));
            }
        }
        let name = real_root.file_name().map_or_else(String::new, |n| n.to_string_lossy().into_owned());
        Ok(Self { content, themes, out, out_real, name })
    }
}

impl Project {
    /// The content folder as seen from the working folder, with `/`; in full if it is elsewhere.
    #[must_use]
    pub(crate) fn content_from_here(&self) -> String {
        let here = std::env::current_dir().and_then(|d| d.canonicalize()).unwrap_or_default();
        let relative = self.content.strip_prefix(&here).unwrap_or(&self.content);
        let steps = relative.components().map(|c| c.as_os_str().to_string_lossy().replace('\\', "/"));
        steps.collect::<Vec<_>>().join("/").replace("//", "/")
    }
}

impl Project {
    /// The folder of the site that a file would lie in: content, themes or output. A folder that is content throughout
    /// holds its papers too, since whatever lies there is published.
    pub(crate) fn folder_of(&self, file: &Path) -> io::Result<Option<&Path>> {
        let real = resolve(file)?;
        let folders = [Some(&self.content), self.themes.as_ref(), Some(&self.out_real)];
        Ok(folders.into_iter().flatten().find(|folder| real.starts_with(folder)).map(PathBuf::as_path))
    }
}

/// The path with every link resolved, whether or not its last steps exist.
pub(super) fn resolve(path: &Path) -> io::Result<PathBuf> {
    let absolute = std::path::absolute(path)?;
    let mut missing: Vec<OsString> = Vec::new();
    let mut known = absolute.as_path();
    // A link to nothing is followed by hand; chains longer than this are loops.
    let mut links = 0;
    let mut target;
    loop {
        match known.canonicalize() {
            Ok(real) => return Ok(missing.iter().rev().fold(real, step_down)),
            Err(e) if e.kind() != io::ErrorKind::NotFound => return Err(e),
            Err(e) => {
                if let Ok(to) = known.read_link() {
                    links += 1;
                    if links > 40 {
                        return Err(e);
                    }
                    target = known.parent().unwrap_or(known).join(to);
                    known = &target;
                    continue;
                }
                // `..` below a folder that does not exist has no name; the text of the path then decides.
                let (Some(parent), Some(last)) = (known.parent(), known.components().next_back()) else {
                    return Err(e);
                };
                missing.push(last.as_os_str().to_owned());
                known = parent;
            }
        }
    }
}

fn step_down(mut path: PathBuf, step: &OsString) -> PathBuf {
    match Path::new(step).components().next() {
        Some(Component::ParentDir) => {
            path.pop();
        }
        Some(Component::CurDir) | None => {}
        Some(_) => path.push(step),
    }
    path
}

/// Adds the steps of a path with `/`, as this system separates them.
pub(super) fn under(root: &Path, path: &str) -> PathBuf {
    path.split('/').fold(root.to_owned(), |mut whole, step| {
        whole.push(step);
        whole
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::host::scratch::Scratch;

    #[track_caller]
    fn check(root: &Path, out: &str, refused: Option<&str>) {
        let found = match Project::open(root, Some(&root.join(out))) {
            Ok(_) => None,
            Err(ProjectError::OutHolds(..)) => Some("holds"),
            Err(ProjectError::OutInside(..)) => Some("inside"),
            Err(e) => panic!("{out}: {e:?}"),
        };
        assert_eq!(found, refused, "{out}");
    }

    #[test]
    fn the_output_is_never_where_the_sources_are() {
        let scratch = Scratch::new("places");
        let root = scratch.path();
        for folder in ["content/a", "themes/own", "elsewhere"] {
            std::fs::create_dir_all(root.join(folder)).unwrap();
        }
        check(root, "public", None);
        check(root, "content-old/x", None);
        check(root, "content", Some("holds"));
        check(root, "content/../content", Some("holds"));
        check(root, ".", Some("holds"));
        check(root, "..", Some("holds"));
        check(root, "content/a/site", Some("inside"));
        check(root, "missing/../content/site", Some("inside"));
        check(root, "themes/own/site", Some("inside"));
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink("content", root.join("link")).unwrap();
            std::os::unix::fs::symlink("content/new", root.join("dangling")).unwrap();
            check(root, "link", Some("holds"));
            check(root, "link/site", Some("inside"));
            check(root, "dangling", Some("inside"));
        }
    }

    #[test]
    fn a_folder_without_content_is_the_content() {
        let scratch = Scratch::new("plain");
        let root = scratch.path();
        std::fs::create_dir_all(root.join("themes")).unwrap();
        let project = Project::open(root, None).unwrap();
        assert_eq!(project.content, root);
        assert_eq!(project.themes, None);
        assert_eq!(project.out_real, root.join("public"));
        check(root, ".", Some("holds"));
    }

    #[test]
    fn no_such_root() {
        let scratch = Scratch::new("none");
        let root = scratch.path();
        assert!(matches!(Project::open(&root.join("x"), None), Err(ProjectError::NoRoot(_))));
        std::fs::write(root.join("file"), "").unwrap();
        assert!(matches!(Project::open(&root.join("file"), None), Err(ProjectError::RootNotFolder(_))));
    }
}
