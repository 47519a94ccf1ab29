//! What the plan before has found that still holds: a save changes one page of thousands, and what was found in all the
//! others need not be looked for again.
//!
//! Nothing here is a guess. Faults of links are taken over only where both sites share one index of links, and only for
//! pages whose links are the same; places in lines and columns only for files that have the same bytes under the same
//! number.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::base::FileId;
use crate::check;
use crate::diag::{Diagnostic, Diagnostics, Finding, Place};
use crate::model::{Page, Site};
use crate::source::{SourceBody, SourceSet};

/// The plan before.
#[derive(Debug)]
pub(super) struct Before {
    pub(super) site: Arc<Site>,
    pub(super) sources: SourceSet,
    /// Faults of the links of each page.
    pub(super) links: Vec<Diagnostics>,
    pub(super) findings: Arc<[Finding]>,
}

/// Faults of the links of each page.
pub(super) fn links(site: &Site, before: Option<&Before>) -> Vec<Diagnostics> {
    let before = before.filter(|before| {
        Arc::ptr_eq(&before.site.links, &site.links)
            && (before.site.managed, before.site.settings.raw_html) == (site.managed, site.settings.raw_html)
    });
    let known = |at: usize, page: &Page| {
        let before = before?;
        let old = before.site.pages.get(at)?;
        let same = old.file == page.file && old.path == page.path && Arc::ptr_eq(&old.outline, &page.outline);
        before.links.get(at).filter(|_| same).cloned()
    };
    let of_page = |(at, page)| known(at, page).unwrap_or_else(|| check::links::of_page(site, page));
    site.pages.par_iter().enumerate().map(of_page).collect()
}

/// Findings of earlier, by the file they are in.
pub(super) struct Located<'b> {
    before: &'b Before,
    now: &'b SourceSet,
    by_file: BTreeMap<FileId, Vec<&'b Finding>>,
}

impl<'b> Located<'b> {
    pub(super) fn new(before: &'b Before, now: &'b SourceSet) -> Self {
        let mut by_file: BTreeMap<FileId, Vec<&Finding>> = BTreeMap::new();
        for finding in before.findings.iter() {
            if let Some(place) = &finding.diagnostic.place {
                by_file.entry(place.file).or_default().push(finding);
            }
        }
        Self { before, now, by_file }
    }

    /// The same finding with its places, if it has been located before in the same text.
    pub(super) fn find(&self, diagnostic: &Diagnostic) -> Option<Finding> {
        let known = self.by_file.get(&diagnostic.place.as_ref()?.file)?;
        let places = diagnostic.place.iter().chain(diagnostic.related.iter().map(|(_, place)| place));
        if !places.map(|place: &Place| place.file).all(|file| self.is_same(file)) {
            return None;
        }
        known.iter().find(|finding| finding.diagnostic == *diagnostic).map(|finding| (*finding).clone())
    }

    fn is_same(&self, file: FileId) -> bool {
        let (Some(old), Some(new)) = (self.before.sources.get(file), self.now.get(file)) else { return false };
        let same = matches!((&old.body, &new.body), (SourceBody::Bytes(a), SourceBody::Bytes(b)) if Arc::ptr_eq(a, b));
        same && old.path == new.path
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use crate::base::{Date, SitePath};
    use crate::pipeline::{Body, Inputs, Memory, Plan, plan, plan_with};
    use crate::source::{SourceBody, SourceFile, SourceSet};

    type Files = BTreeMap<&'static str, String>;

    fn inputs(files: &Files) -> Inputs {
        let file = |(path, text): (&&str, &String)| SourceFile {
            path: SitePath::new(*path).unwrap(),
            body: SourceBody::Bytes(text.as_bytes().into()),
        };
        let (today, preview) = (Date::parse("2026-11-22").unwrap(), true);
        let sources = SourceSet::new("site", files.iter().map(file).collect());
        Inputs { sources, themes: SourceSet::default(), today, preview, allow: Vec::new(), deny: Vec::new() }
    }

    /// All that a plan says and makes, the search index apart.
    fn whole(plan: &Plan) -> (String, BTreeMap<String, Option<Vec<u8>>>) {
        let made = plan.site.routes.iter().map(|(path, _)| match plan.produce(path).unwrap().body {
            Body::Bytes(bytes) => (path.to_string(), Some(bytes)),
            Body::Copy(_) => (path.to_string(), None),
        });
        (format!("{:?}", plan.findings()), made.collect())
    }

    #[track_caller]
    fn check(memory: &mut Memory, files: &Files, searched: bool) {
        let (again, anew) = (plan_with(inputs(files), memory), plan(inputs(files)));
        let (kept, fresh) = (whole(&again), whole(&anew));
        assert_eq!(kept.0, fresh.0);
        assert!(kept.1 == fresh.1, "{files:?}");
        if searched {
            assert!(again.search().files == anew.search().files, "{files:?}");
        }
    }

    #[test]
    fn as_planned_anew() {
        let mut memory = Memory::default();
        let mut files = Files::from([
            ("a.md", "# A\n\n[b](b.md#two), [[Бета]], [gone](gone.md), [no](b.md#three), <b>x</b>\n".to_owned()),
            ("b.md", "# Бета\n\n## Two\n\n[a](a.md)\n".to_owned()),
            ("c/d.md", "# D\n\n[e](e.md), [b](../b.md#three), ![p](p.png)\n".to_owned()),
        ]);
        let steps: [(&'static str, Option<&str>); 20] = [
            ("b.md", Some("# Бета\n\n## Two\n\nText. [a](a.md)\n")),
            ("b.md", Some("# Бета\n\n## Two\n\nText. [a](aa.md)\n")),
            ("b.md", Some("# Бета\n\n## Three\n\nText.\n")),
            ("b.md", Some("# Гамма\n\n## Three\n\nText.\n")),
            ("a.md", Some("Before.\n\n# A\n\n[b](b.md#two), [[Бета]], [gone](gone.md), <b>x</b>\n")),
            ("gone.md", Some("# Here\n")),
            ("gone.md", None),
            ("c/p.png", Some("PNG")),
            ("c/p.png", None),
            ("c/e.md", Some("---\ntitel: x\n---\n# E\n")),
            ("c/e.md", Some("---\ntitle: E\ndraft: true\n---\n# E\n")),
            ("c/index.md", Some("# C\n")),
            ("c/README.md", Some("# Readme\n\n[x](x.md)\n")),
            ("c/index.md", None),
            ("site.yml", Some("title: Сайт\nraw_html: true\n")),
            ("site.yml", Some("title: Сайт\nallow: [missing-page]\n")),
            ("site.yml", Some("title: Сайт\ndeny: [missing-page]\n")),
            ("site.yml", None),
            ("data/terms.yml", Some("- id: a\n  term: Бета\n  means: буква\n")),
            ("data/terms.yml", None),
        ];
        check(&mut memory, &files, true);
        for (step, (path, text)) in steps.into_iter().enumerate() {
            match text {
                Some(text) => files.insert(path, text.to_owned()),
                None => files.remove(path),
            };
            // To make an index takes a while.
            check(&mut memory, &files, step % 3 == 0);
            check(&mut memory, &files, false);
        }
    }
}
