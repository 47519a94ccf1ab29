//! Routes of sources as they are collected: every path of the output must be one that any host takes and no other has.
//!
//! Reads: output paths with the places of their sources. Writes: routes, and findings on paths that are taken, stand
//! where a folder must be, or are too long. Touches: nothing.

use std::collections::BTreeMap;

use crate::base::OutPath;
use crate::diag::{Diagnostic, Diagnostics, Place, codes};

use super::routes::{Job, Routes};

/// Longest output path: Windows takes 260 characters, and the folders above the site take some of them.
const MAX_LEN: usize = 180;
/// Most steps of an output path; a reader finds nothing deeper, nor does the navigation go on.
const MAX_STEPS: usize = 12;

/// Collects routes.
pub(super) struct Assembly<'a> {
    pub(super) routes: Routes,
    owners: BTreeMap<OutPath, Place>,
    out: &'a mut Diagnostics,
}

impl<'a> Assembly<'a> {
    /// Nothing yet.
    pub(super) fn new(out: &'a mut Diagnostics) -> Self {
        Self { routes: Routes::default(), owners: BTreeMap::new(), out }
    }

    /// Adds a route of a source; `false` and a finding if the path is taken or too long.
    pub(super) fn add(&mut self, out: OutPath, job: Job, place: Place) -> bool {
        if out.as_str().len() > MAX_LEN || out.as_str().split('/').count() > MAX_STEPS {
            let diagnostic = Diagnostic::new(codes::PATH_TOO_LONG, place).arg("path", out.as_str());
            self.out.push(diagnostic.arg("length", MAX_LEN).arg("steps", MAX_STEPS - 1));
            return false;
        }
        if self.routes.add(out.clone(), job).is_some() {
            self.collision(&out, place, false);
            return false;
        }
        self.owners.insert(out, place);
        true
    }

    /// Adds a route that no source stands for; a source that has the path already keeps it.
    pub(super) fn add_quietly(&mut self, out: OutPath, job: Job) {
        self.routes.add(out, job);
    }

    /// Every route, once no path is also the folder of another.
    pub(super) fn finish(mut self) -> Routes {
        // Each such file with a source of something inside the folder, if anything there has one.
        let mut rivals: BTreeMap<OutPath, Option<Place>> = BTreeMap::new();
        for (path, _) in self.routes.iter() {
            let mut folder = path.folder();
            while !folder.is_empty() {
                if let Some(file) = OutPath::new(folder).ok().filter(|file| self.routes.get(file).is_some()) {
                    let inside = rivals.entry(file).or_default();
                    *inside = inside.take().or_else(|| self.owners.get(path).cloned());
                }
                folder = folder.rsplit_once('/').map_or("", |(above, _)| above);
            }
        }
        // The index of search is made later, in a folder of its own.
        rivals.extend(OutPath::new("search").ok().filter(|s| self.routes.get(s).is_some()).map(|s| (s, None)));
        for (file, inside) in rivals {
            if let Some(place) = inside.or_else(|| self.owners.get(&file).cloned()) {
                self.collision(&file, place, true);
            }
        }
        self.routes
    }

    fn collision(&mut self, out: &OutPath, place: Place, folder: bool) {
        let mut diagnostic = Diagnostic::new(codes::OUTPUT_COLLISION, place).arg("path", out.as_str());
        if folder {
            diagnostic = diagnostic.arg("folder", out.as_str());
        }
        if let Some(first) = self.owners.get(out) {
            diagnostic = diagnostic.related("label-first", first.clone());
        }
        self.out.push(diagnostic);
    }
}
