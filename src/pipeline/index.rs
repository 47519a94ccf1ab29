//! The search index of a plan: made when it is first asked for and kept, since pages do not depend on it.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::base::OutPath;
use crate::diag::Diagnostics;
use crate::search;

use super::Plan;

/// So many sources at least are read with one memory of stems.
const SIDE_BY_SIDE: usize = 64;

/// The files of the index by path, and what was found while asking the school's own questions.
pub(super) struct SearchFiles {
    pub(super) files: BTreeMap<OutPath, Vec<u8>>,
    pub(super) found: Diagnostics,
}

/// Makes them.
pub(super) fn make(plan: &Plan) -> SearchFiles {
    let index = match &plan.apart {
        Some(threads) => threads.install(|| index(plan)),
        None => index(plan),
    };
    SearchFiles { found: search::questions(&plan.site, &index), files: index.into_files().into_iter().collect() }
}

/// Reads every source in parallel and brings them together.
pub(super) fn index(plan: &Plan) -> search::Index {
    let site = &plan.site;
    let context = search::context(site);
    let sources = search::sources(site);
    let weighed: Vec<search::Weighed> = sources
        .par_iter()
        .with_min_len(SIDE_BY_SIDE)
        .map_init(search::Memory::new, |memory, source| {
            search::read(site, &context, memory, *source, &|file| plan.text(file))
        })
        .collect();
    search::index(site, &weighed, &plan.renderer.search_words(site))
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
