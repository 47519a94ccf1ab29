//! The rules: create, replace, keep, delete, leave alone, or refuse.

use crate::base::OutPath;

use super::{Digest, Manifest};

/// What becomes of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    /// New in the output.
    Create,
    /// Ours, with other bytes now.
    Replace,
    /// The same bytes stand there already: bytes and time stay.
    Keep,
    /// Ours, and the site has it no more.
    Delete,
    /// Not ours: carried over as it is.
    Leave,
    /// Not ours, and in the way of a file of the site.
    Conflict,
}

/// What stands on disk where a file of the site shall be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// Nothing.
    Nothing,
    /// A file with the very bytes that shall be there.
    Equal,
    /// A file with other bytes, a link or a folder.
    Other,
}

/// Whether files of others may be replaced by files of the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Foreign {
    /// Never: refuse.
    Spare,
    /// The user said so.
    TakeOver,
}

/// The fate of a path that the new site has. `recorded`: an earlier build wrote it.
#[must_use]
pub(crate) fn of_wanted(recorded: bool, standing: Standing, foreign: Foreign) -> Fate {
    match standing {
        Standing::Nothing => Fate::Create,
        Standing::Equal => Fate::Keep,
        Standing::Other if recorded || foreign == Foreign::TakeOver => Fate::Replace,
        Standing::Other => Fate::Conflict,
    }
}

/// The fate of a file on disk that the new site does not have: `recorded` is what an earlier build wrote there, `now`
/// what is there. A file that someone has changed since is theirs.
#[must_use]
pub(crate) fn of_unwanted(recorded: Option<&Digest>, now: Option<&Digest>) -> Fate {
    if recorded.is_some() && recorded == now { Fate::Delete } else { Fate::Leave }
}

/// Whether a foreign file stands where the site needs a folder, or below a path that is to be a file of the site.
#[must_use]
pub(crate) fn blocks(foreign: &str, site: &Manifest) -> bool {
    let mut folder = foreign;
    let mut above = std::iter::from_fn(|| {
        folder = folder.rsplit_once('/')?.0;
        Some(folder)
    });
    site.has_below(foreign) || above.any(|f| OutPath::new(f).is_ok_and(|f| site.get(&f).is_some()))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn wanted_files() {
        let check = |recorded, standing, foreign, fate| {
            assert_eq!(of_wanted(recorded, standing, foreign), fate, "{recorded} {standing:?} {foreign:?}");
        };
        for foreign in [Foreign::Spare, Foreign::TakeOver] {
            for recorded in [true, false] {
                check(recorded, Standing::Nothing, foreign, Fate::Create);
                check(recorded, Standing::Equal, foreign, Fate::Keep);
            }
            check(true, Standing::Other, foreign, Fate::Replace);
        }
        check(false, Standing::Other, Foreign::Spare, Fate::Conflict);
        check(false, Standing::Other, Foreign::TakeOver, Fate::Replace);
    }

    #[test]
    fn only_what_we_wrote_and_nobody_changed_is_deleted() {
        let (ours, theirs) = (Digest([1; 32]), Digest([2; 32]));
        assert_eq!(of_unwanted(Some(&ours), Some(&ours)), Fate::Delete);
        assert_eq!(of_unwanted(Some(&ours), Some(&theirs)), Fate::Leave);
        assert_eq!(of_unwanted(None, Some(&theirs)), Fate::Leave);
        assert_eq!(of_unwanted(Some(&ours), None), Fate::Leave);
        assert_eq!(of_unwanted(None, None), Fate::Leave);
    }

    #[test]
    fn files_in_the_way_of_folders() {
        let paths = ["a.html", "b/c.html", "b-d/e.html"];
        let files = paths.map(|p| (OutPath::new(p).unwrap(), Digest([0; 32])));
        let site = Manifest::new(BTreeMap::from(files));
        for foreign in ["b", "a.html/own.txt", "a.html/x/y", "b-d", "b/c.html/x"] {
            assert!(blocks(foreign, &site), "{foreign}");
        }
        for foreign in ["a", "b/own.txt", "c", "b/c", "Архив/b", ".git/config", "b/c.htm"] {
            assert!(!blocks(foreign, &site), "{foreign}");
        }
    }
}
