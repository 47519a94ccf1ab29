//! What was read of each file, kept between plans: a preview plans anew at every save, and one file has changed.
//!
//! Sound because reading one file is pure: the same bytes at the same path in the same kind of tree say the same. When
//! files come or go, the numbers of those behind them shift; what was read of a page is then told its new number.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::base::{FileId, SitePath};
use crate::diag::{Diagnostic, Diagnostics, Place};
use crate::source::{SourceBody, SourceFile, SourceSet, is_managed};

use super::read::{self, Read};

/// What was read by earlier plans. Empty at first.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    /// Whether it was read as a regulation site or as plain documentation.
    managed: bool,
    files: BTreeMap<SitePath, Kept>,
}

#[derive(Debug)]
struct Kept {
    id: FileId,
    body: SourceBody,
    read: Read,
    found: Diagnostics,
}

impl Memory {
    /// Reads every file of a set, those that have not changed from memory; in the order of paths.
    pub(super) fn read_all(&mut self, sources: &SourceSet) -> Vec<(Read, Diagnostics)> {
        let managed = is_managed(sources);
        if managed != self.managed {
            self.files.clear();
            self.managed = managed;
        }
        let files: Vec<_> = sources.iter().collect();
        let reads: Vec<(Read, Diagnostics, bool)> = files
            .par_iter()
            .map(|(id, file)| match self.files.get(&file.path).and_then(|kept| kept.at(*id, file)) {
                Some((read, found)) => (read, found, true),
                None => {
                    let (read, found) = read::read(*id, file, managed);
                    (read, found, false)
                }
            })
            .collect();
        for ((id, file), (read, found, known)) in files.iter().zip(&reads) {
            if !known {
                let kept = Kept { id: *id, body: file.body.clone(), read: read.clone(), found: found.clone() };
                self.files.insert(file.path.clone(), kept);
            }
        }
        if self.files.len() > files.len() {
            self.files.retain(|path, _| sources.find(path.as_str()).is_some());
        }
        reads.into_iter().map(|(read, found, _)| (read, found)).collect()
    }
}

impl Kept {
    /// What was read, if the file is the same; under its number of today.
    fn at(&self, id: FileId, file: &SourceFile) -> Option<(Read, Diagnostics)> {
        if !same(&self.body, &file.body) {
            return None;
        }
        if self.id == id {
            return Some((self.read.clone(), self.found.clone()));
        }
        // Trees of regulations carry numbers throughout; there are few of them, and they are read again.
        let read = match &self.read {
            Read::Page(page) => {
                let mut page = page.clone();
                page.0 = id;
                page.2.at.file = id;
                Read::Page(page)
            }
            Read::Attachment(_, path, len) => Read::Attachment(id, path.clone(), *len),
            Read::Nothing => Read::Nothing,
            _ => return None,
        };
        let mut found = Diagnostics::default();
        self.found.items().iter().for_each(|d| found.push(moved(d, id)));
        Some((read, found))
    }
}

fn same(old: &SourceBody, new: &SourceBody) -> bool {
    match (old, new) {
        (SourceBody::Bytes(old), SourceBody::Bytes(new)) => Arc::ptr_eq(old, new) || old == new,
        (SourceBody::OnDisk { len: old, .. }, SourceBody::OnDisk { len: new, .. }) => old == new,
        (SourceBody::Unreadable(old), SourceBody::Unreadable(new)) => old == new,
        _ => false,
    }
}

/// A finding of reading one file is about places in that file alone.
fn moved(diagnostic: &Diagnostic, id: FileId) -> Diagnostic {
    let mut diagnostic = diagnostic.clone();
    let there = |place: &mut Place| place.file = id;
    diagnostic.place.iter_mut().for_each(there);
    diagnostic.related.iter_mut().for_each(|(_, place)| there(place));
    diagnostic
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(files: &[(&str, &str)]) -> SourceSet {
        let file = |(path, text): &(&str, &str)| SourceFile {
            path: SitePath::new(*path).unwrap(),
            body: SourceBody::Bytes(text.as_bytes().into()),
        };
        SourceSet::new("site", files.iter().map(file).collect())
    }

    /// Whatever was read before, the next reading is as if it were the first.
    #[track_caller]
    fn check(memory: &mut Memory, files: &[(&str, &str)]) {
        let sources = set(files);
        let known = memory.read_all(&sources);
        let fresh = Memory::default().read_all(&sources);
        assert_eq!(format!("{known:?}"), format!("{fresh:?}"));
        assert_eq!(memory.files.len(), files.len());
    }

    #[test]
    fn the_same_as_reading_anew() {
        let mut memory = Memory::default();
        let broken = "---\ntitel: Опечатка\n---\n# Заголовок {#a}\n\n[ссылка](c.md#нет) <b>\n";
        let page = ("b.md", broken);
        check(&mut memory, &[page]);
        check(&mut memory, &[page]);
        check(&mut memory, &[("a.md", "# Раньше"), page, ("c.md", "x"), ("d/e.pdf", "%PDF")]);
        check(&mut memory, &[page, ("c.md", "y"), ("d/e.pdf", "%PDF")]);
        // A first record makes the tree a regulation site, and everything is read in another light.
        let act = "---\ntitle: Положение\n---\n## 1. Общее\n\n1.1. Текст.\n";
        let data = [page, ("c.md", "y"), ("data/terms.yml", "- id: a\n"), ("regulations/x/2026-01-01.md", act)];
        check(&mut memory, &data);
        check(&mut memory, &data[1..]);
        check(&mut memory, &[("a.md", ""), data[1], data[2], data[3]]);
        check(&mut memory, &[page]);
        check(&mut memory, &[("b.md", "changed")]);
        check(&mut memory, &[]);
    }
}
