//! The search index of a plan: made when it is first asked for and kept, since pages do not depend on it.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rayon::ThreadPool;

use crate::base::{OutPath, SitePath};
use crate::diag::Diagnostics;
use crate::model::Page;
use crate::search::{self, Gathered, Memory, Source, Weighed};
use crate::source::SourceBody;

use super::Plan;
use super::weighing::Weighing;

/// The files of the index by path, and what was found while asking the school's own questions.
pub(super) struct SearchFiles {
    pub(super) files: BTreeMap<OutPath, Vec<u8>>,
    pub(super) found: Diagnostics,
}

/// What makes the index of plan after plan: threads of its own, and what was weighed for the index before.
pub(super) struct Workshop {
    threads: ThreadPool,
    before: Mutex<Shelf>,
}

/// The pages weighed for an index, and the memories that know their words.
#[derive(Default)]
struct Shelf {
    pages: BTreeMap<SitePath, Kept>,
    memories: Vec<Memory>,
}

/// A page that was weighed, with all that its words and units come from.
#[derive(Debug)]
struct Kept {
    bytes: Arc<[u8]>,
    out: OutPath,
    title: String,
    weighed: Weighed,
}

impl Workshop {
    pub(super) fn new(threads: ThreadPool) -> Self {
        Self { threads, before: Mutex::default() }
    }

    /// What is left of the index before. Never held while an index is made: a thread that waits for others may begin to
    /// make another index, and would wait for itself. Who comes second reads all pages anew.
    fn before(&self) -> MutexGuard<'_, Shelf> {
        self.before.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Kept {
    fn new(plan: &Plan, page: &Page, weighed: Weighed) -> Option<Self> {
        let bytes = Arc::clone(bytes(plan, page)?);
        Some(Self { bytes, out: page.out.clone(), title: page.title.clone(), weighed })
    }

    /// Whether weighing the page would give the same again.
    fn is_of(&self, plan: &Plan, page: &Page) -> bool {
        let same = |bytes: &Arc<[u8]>| Arc::ptr_eq(bytes, &self.bytes) || *bytes == self.bytes;
        self.out == page.out && self.title == page.title && bytes(plan, page).is_some_and(same)
    }
}

fn bytes<'p>(plan: &'p Plan, page: &Page) -> Option<&'p Arc<[u8]>> {
    match &plan.sources.get(page.file)?.body {
        SourceBody::Bytes(bytes) => Some(bytes),
        SourceBody::OnDisk { .. } | SourceBody::Unreadable(_) => None,
    }
}

/// Makes them.
pub(super) fn make(plan: &Plan) -> SearchFiles {
    let index = match &plan.apart {
        Some(workshop) => workshop.threads.install(|| index_again(plan, workshop)),
        None => index(plan),
    };
    files(plan, index)
}

/// Makes them of pages that were weighed while they were made.
pub(super) fn make_of(plan: &Plan, weighing: Weighing) -> SearchFiles {
    files(plan, index_of(plan, weighing, &search::sources(&plan.site), &|_| {}))
}

fn files(plan: &Plan, index: search::Index) -> SearchFiles {
    SearchFiles { found: search::questions(&plan.site, &index), files: index.into_files().into_iter().collect() }
}

/// Reads every source in parallel and brings them together.
pub(super) fn index(plan: &Plan) -> search::Index {
    index_of(plan, Weighing::default(), &search::sources(&plan.site), &|_| {})
}

/// The same, with pages that have not changed since the index before taken over from it.
fn index_again(plan: &Plan, workshop: &Workshop) -> search::Index {
    let site = &plan.site;
    let mut before = std::mem::take(&mut *workshop.before());
    let page = |source: Source| if let Source::Page(at) = source { site.pages.get(at) } else { None };
    let mut known = |source: Source| {
        let page = page(source)?;
        Some(before.pages.remove(&page.path).filter(|kept| kept.is_of(plan, page))?.weighed)
    };
    let sources: Vec<_> = search::sources(site).into_iter().map(|source| (source, known(source))).collect();
    let order: Vec<Source> = sources.iter().map(|(source, _)| *source).collect();
    let gathered = Weighing::with(before.memories).gather(plan, sources, &|_| {});
    let index = search::index(site, &gathered, &plan.renderer.search_words(site));
    let Gathered { sheets, mut memories } = gathered;
    let keep = |(source, weighed)| {
        let page = page(source)?;
        Some((page.path.clone(), Kept::new(plan, page, weighed)?))
    };
    let pages = order.into_iter().zip(sheets).filter_map(keep).collect();
    memories.iter_mut().for_each(Memory::rest);
    *workshop.before() = Shelf { pages, memories };
    index
}

/// The index of some pages that stand in one file, as JSON: `place` gives the id that a place of a page has there.
pub(super) fn held(
    plan: &Plan,
    has: &dyn Fn(&OutPath) -> bool,
    place: &(dyn Fn(&OutPath, Option<&str>) -> Option<String> + Sync),
) -> String {
    let mut sources = search::sources(&plan.site);
    sources.retain(|source| search::stands_on(&plan.site, *source, has));
    index_of(plan, Weighing::default(), &sources, &|weighed| search::moved(weighed, place)).held()
}

fn index_of(
    plan: &Plan,
    weighing: Weighing,
    sources: &[Source],
    change: &(dyn Fn(&mut Weighed) + Sync),
) -> search::Index {
    let site = &plan.site;
    let gathered = weighing.gather(plan, sources.iter().map(|source| (*source, None)).collect(), change);
    search::index(site, &gathered, &plan.renderer.search_words(site))
}

#[cfg(test)]
#[allow(clippy::disallowed_methods, reason = "the twin of the browser is compared over files")]
mod tests {
    use std::path::{Path, PathBuf};

    use crate::base::{Date, SitePath};
    use crate::pipeline::{Inputs, plan};
    use crate::search::Finder;
    use crate::source::{SourceBody, SourceFile, SourceSet};

    fn model_site() -> SourceSet {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
        let files = walkdir::WalkDir::new(&root).sort_by_file_name().into_iter().map(Result::unwrap);
        let file = |e: walkdir::DirEntry| SourceFile {
            path: SitePath::new(e.path().strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/")).unwrap(),
            body: SourceBody::Bytes(std::fs::read(e.path()).unwrap().into()),
        };
        SourceSet::new("content", files.filter(|e| e.file_type().is_file()).map(file).collect())
    }

    /// Writes what `tests/search/twin.cjs` compares: the files of the index, and the answers of the program to the
    /// questions of the file named by SVOD_TWIN_QUESTIONS, one a line, as JSON.
    #[test]
    #[ignore = "needs node; run by tests/search/run"]
    fn twin() {
        let folder = PathBuf::from(std::env::var("SVOD_TWIN").expect("SVOD_TWIN names a folder"));
        let questions = std::fs::read_to_string(std::env::var("SVOD_TWIN_QUESTIONS").unwrap()).unwrap();
        let plan = plan(Inputs {
            sources: model_site(),
            themes: SourceSet::default(),
            today: Date::parse("2026-11-22").unwrap(),
            preview: false,
            allow: Vec::new(),
            deny: Vec::new(),
        });
        let index = super::index(&plan);
        let finder = Finder::new(&index);
        let mut answers = String::new();
        for question in questions.lines() {
            let answer = finder.answer(question, 10);
            let hits: Vec<_> = answer.hits.iter().map(|h| serde_json::json!([h.url, h.score])).collect();
            answers.push_str(&serde_json::json!([question, answer.answered, hits]).to_string());
            answers.push('\n');
        }
        std::fs::create_dir_all(folder.join("assets")).unwrap();
        std::fs::create_dir_all(folder.join("search")).unwrap();
        std::fs::write(folder.join("answers.jsonl"), answers).unwrap();
        for (path, bytes) in index.into_files() {
            std::fs::write(folder.join(path.as_str()), bytes).unwrap();
        }
    }
}
