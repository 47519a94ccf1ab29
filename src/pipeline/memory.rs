//! What was read of each file, kept between plans: a preview plans anew at every save, and one file has changed.
//!
//! Sound because reading one file is pure: the same bytes at the same path in the same kind of tree say the same. When
//! files come or go, the numbers of those behind them shift; what was read of a page is then told its new number.

use std::sync::Arc;

use rayon::ThreadPoolBuilder;
use rayon::prelude::*;

use crate::base::{FileId, SitePath};
use crate::diag::{Diagnostic, Diagnostics, Place};
use crate::model::Attachment;
use crate::source::{SourceBody, SourceFile, SourceSet};

use super::before::Before;
use super::index::Workshop;
use super::read::{self, Read, Tree};

/// What was read by earlier plans. Empty at first.
#[derive(Default)]
pub(crate) struct Memory {
    /// What it was read as: a regulation site or plain documentation.
    tree: Tree,
    /// By path.
    files: Vec<Kept>,
    /// The plan before, for what still holds of it.
    pub(super) before: Option<Before>,
    apart: Option<Arc<Workshop>>,
}

#[derive(Debug)]
struct Kept {
    id: FileId,
    path: SitePath,
    body: SourceBody,
    read: Read,
    found: Diagnostics,
}

impl Memory {
    /// What makes the search index of plans with this memory. Somebody may save while an index is made, and planning
    /// must not wait behind it: so it has threads of its own, the same each time, and the system shares the processors
    /// out. `None` where the system gives no more threads.
    pub(super) fn apart(&mut self) -> Option<Arc<Workshop>> {
        if self.apart.is_none() {
            self.apart = ThreadPoolBuilder::new().build().ok().map(|threads| Arc::new(Workshop::new(threads)));
        }
        self.apart.clone()
    }

    /// Reads every file of a set, those that have not changed from memory; in the order of paths.
    pub(super) fn read_all(&mut self, sources: &SourceSet) -> Vec<(Read, Diagnostics)> {
        let tree = Tree::of(sources);
        let old = if tree == self.tree { std::mem::take(&mut self.files) } else { Vec::new() };
        self.tree = tree;
        let mut rest = old.into_iter().peekable();
        let files: Vec<(FileId, &SourceFile, Option<Kept>)> = sources
            .iter()
            .map(|(id, file)| {
                while rest.next_if(|kept| kept.path < file.path).is_some() {}
                (id, file, rest.next_if(|kept| kept.path == file.path))
            })
            .collect();
        let reads: Vec<((Read, Diagnostics), Kept)> = files
            .into_par_iter()
            .map(|(id, file, kept)| match kept.and_then(|kept| Some((kept.at(id, file)?, kept))) {
                Some(known) => known,
                None => {
                    let (read, found) = read::read(id, file, tree);
                    let (path, body) = (file.path.clone(), file.body.clone());
                    ((read.clone(), found.clone()), Kept { id, path, body, read, found })
                }
            })
            .collect();
        let (reads, files) = reads.into_iter().unzip();
        self.files = files;
        reads
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
            Read::Attachment(found) => Read::Attachment(Attachment { file: id, ..found.clone() }),
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
        (
            SourceBody::OnDisk { len, sha256, paper, size },
            SourceBody::OnDisk { len: l, sha256: s, paper: p, size: z },
        ) => (len, sha256, paper, size) == (l, s, p, z),
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
