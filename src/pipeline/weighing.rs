//! Sources weighed for the search index, side by side.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use rayon::prelude::*;

use crate::base::FileId;
use crate::model::Page;
use crate::parse::doc::Doc;
use crate::search::{self, Gathered, Memory, Source, Weighed};

use super::Plan;

/// What weighs them. Who makes pages may hand over the trees of pages meanwhile, so that no text is parsed once more.
#[derive(Default)]
pub(super) struct Weighing {
    memories: Mutex<Memories>,
    pages: Mutex<BTreeMap<FileId, Weighed>>,
}

/// Memories that nobody uses now, and how many there are with those in use.
#[derive(Default)]
struct Memories {
    free: Vec<Memory>,
    count: u32,
}

impl Weighing {
    /// With memories of an index before.
    pub(super) fn with(memories: Vec<Memory>) -> Self {
        let count = u32::try_from(memories.len()).unwrap_or(u32::MAX);
        Self { memories: Mutex::new(Memories { free: memories, count }), pages: Mutex::default() }
    }

    /// Weighs a page.
    pub(super) fn page(&self, page: &Page, doc: &Doc) {
        let weighed = self.remembering(|memory| search::read_page(page, doc, memory));
        locked(&self.pages).insert(page.file, weighed);
    }

    /// Weighs all sources that are neither known nor among the pages handed over. `change` is done to each.
    pub(super) fn gather(
        self,
        plan: &Plan,
        sources: Vec<(Source, Option<Weighed>)>,
        change: &(dyn Fn(&mut Weighed) + Sync),
    ) -> Gathered {
        let site = &plan.site;
        let context = search::context(site);
        let mut pages = std::mem::take(&mut *locked(&self.pages));
        let mut known = |source| match source {
            Source::Page(at) => site.pages.get(at).and_then(|page| pages.remove(&page.file)),
            _ => None,
        };
        let sources: Vec<_> =
            sources.into_iter().map(|(source, old)| (source, old.or_else(|| known(source)))).collect();
        let read =
            |source| self.remembering(|memory| search::read(site, &context, memory, source, &|page| plan.doc(page)));
        let weighed = |(source, known): (Source, Option<Weighed>)| {
            let mut weighed = known.unwrap_or_else(|| read(source));
            change(&mut weighed);
            weighed
        };
        let sheets = sources.into_par_iter().map(weighed).collect();
        let mut memories = std::mem::take(&mut locked(&self.memories).free);
        memories.sort_unstable_by_key(Memory::number);
        Gathered { sheets, memories }
    }

    /// Does something with a memory that nobody else uses.
    fn remembering<R>(&self, work: impl FnOnce(&mut Memory) -> R) -> R {
        let mut memory = self.memory();
        let result = work(&mut memory);
        locked(&self.memories).free.push(memory);
        result
    }

    fn memory(&self) -> Memory {
        let mut memories = locked(&self.memories);
        memories.free.pop().unwrap_or_else(|| {
            memories.count += 1;
            Memory::new(memories.count - 1)
        })
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
