//! The search index of a plan: made when it is first asked for and kept, since pages do not depend on it.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::base::OutPath;
use crate::search;

use super::Plan;

/// The files of the index by path.
pub(super) fn files(plan: &Plan) -> BTreeMap<OutPath, Vec<u8>> {
    let site = &plan.site;
    let context = search::context(site);
    let sources = search::sources(site);
    let weighed: Vec<search::Weighed> =
        sources.par_iter().map(|source| search::read(site, &context, *source, &|file| plan.text(file))).collect();
    search::index(site, &weighed, &plan.renderer.search_words(site)).into_files().into_iter().collect()
}
