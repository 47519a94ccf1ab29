//! Pages: views and templates joined.
//!
//! Reads: the site, the theme and the path that is wanted. Writes: bytes of HTML and XML, and findings of templates.
//! Touches: nothing.

mod engine;
mod sitemap;
#[cfg(test)]
mod tests;

use std::sync::OnceLock;

use serde::Serialize;

use crate::base::{Lang, OutPath};
use crate::bind::{Leaf, main_of};
use crate::diag::{Diagnostic, Diagnostics, Place, codes};
use crate::model::{Job, Paper, PaperForm, Site};
use crate::theme::{Theme, WordArg};
use crate::view::bound::{self, Bound, BoundView};
use crate::view::html::{Html, TocEntry, typeset, with_signs};
use crate::view::{Cx, Docs, Lookup, facts, nav, paper, record, search_words, view};

use engine::Engine;

/// Makes the pages of one site. What many pages share is found or rendered once and kept here.
pub(crate) struct Renderer {
    engine: Engine,
    theme: Theme,
    lookup: Lookup,
    /// Navigation of each folder of the tree, rendered when its first page is made.
    navigation: Vec<OnceLock<Html>>,
}

impl Renderer {
    /// Makes the templates ready and finds where things are.
    pub(crate) fn new(site: &Site, theme: Theme, out: &mut Diagnostics) -> Self {
        Self {
            engine: Engine::new(&theme, out),
            lookup: Lookup::new(site, &theme.words),
            theme,
            navigation: site.tree.folders.iter().map(|_| OnceLock::new()).collect(),
        }
    }

    /// Whether making pages may find anything that planning has not: faults of the school's own templates.
    pub(crate) fn may_find(&self) -> bool {
        self.engine.has_own()
    }

    /// Whether pages run scripts of the school's own.
    pub(crate) fn has_own_scripts(&self) -> bool {
        self.theme.has_own_scripts
    }

    /// The words that the script of the search shows, by their keys without `search-`.
    pub(crate) fn search_words(&self, site: &Site) -> Vec<(String, String)> {
        let root = OutPath::from_steps("search.html");
        search_words(self.cx(site, &root))
    }

    /// The bytes of a page, of the sitemap or of a file of the theme. `docs` gives the block tree of an ordinary page, made again from its
    /// text. A page that cannot be made is empty and has a finding.
    pub(crate) fn render(&self, site: &Site, out: &OutPath, job: &Job, docs: &Docs<'_>) -> (Vec<u8>, Diagnostics) {
        let mut found = Diagnostics::default();
        match job {
            Job::Sitemap => return (sitemap::sitemap(site).into_bytes(), found),
            Job::Asset(path) => return (self.theme.asset(path).unwrap_or_default().to_vec(), found),
            _ => {}
        }
        let cx = self.cx(site, out);
        let Some(mut view) = view(cx, job, docs) else {
            found.push(Diagnostic::new(codes::INTERNAL, None).detail(format!("{out}: no page for {job:?}")));
            return (Vec::new(), found);
        };
        let place = source_place(site, job);
        // A page shown at unknown depth has no navigation: its links would lead astray.
        if *job != Job::NotFound {
            match self.navigation(cx, place.as_ref()) {
                Ok(html) => view.frame.nav = html,
                Err(fault) => found.push(*fault),
            }
            view.frame.facts = facts(cx, job, &view.frame);
        }
        let html = self.made(view.page.template(), &view, place.as_ref(), &mut found).unwrap_or_default();
        (self.finished(&html).into_bytes(), found)
    }

    /// A template filled in; nothing but a finding if it is at fault.
    fn made(
        &self,
        template: &str,
        view: &impl Serialize,
        place: Option<&Place>,
        found: &mut Diagnostics,
    ) -> Option<String> {
        self.engine.render(template, view, place).map_err(|fault| found.push(*fault)).ok()
    }

    /// A page for binding: what it says, without what leads about the site. `None` if it cannot be made, with a finding.
    pub(crate) fn leaf(
        &self,
        site: &Site,
        out: &OutPath,
        job: &Job,
        docs: &Docs<'_>,
        found: &mut Diagnostics,
    ) -> Option<Leaf> {
        let mut view = view(self.cx(site, out), job, docs)?;
        bound::alone(&mut view.frame);
        let headings =
            std::mem::take(&mut view.frame.toc).into_iter().map(|line| (line.anchor, line.text, line.depth)).collect();
        let title = view.frame.title.clone();
        let html = self.made(view.page.template(), &view, source_place(site, job).as_ref(), found)?;
        Some(Leaf { out: out.clone(), title, headings, html: main_of(&html).to_owned() })
    }

    /// The page that binds leaves: `single.html` or `fragments.html`. `place` tells where a page stands in it. Empty if
    /// it cannot be made, with a finding.
    pub(crate) fn bound(
        &self,
        site: &Site,
        template: &str,
        (toc, page): (Vec<TocEntry>, Bound),
        place: &dyn Fn(&OutPath, Option<&str>) -> Option<String>,
        found: &mut Diagnostics,
    ) -> String {
        let out = OutPath::from_steps("index.html");
        let frame = bound::frame(self.cx(site, &out), toc, place);
        self.finished(&self.made(template, &BoundView { frame, page }, None, found).unwrap_or_default())
    }

    /// What is bound, in reading order.
    pub(crate) fn leaves(&self, site: &Site) -> Vec<(OutPath, Job)> {
        bound::leaves(site, &self.lookup)
    }

    /// A file of the theme, by its path there.
    pub(crate) fn asset(&self, path: &str) -> Option<&[u8]> {
        self.theme.asset(path)
    }

    /// A sentence of the theme.
    pub(crate) fn say(&self, key: &str, values: &[(&str, WordArg<'_>)]) -> String {
        self.theme.words.with(key, values)
    }

    fn cx<'a>(&'a self, site: &'a Site, out: &'a OutPath) -> Cx<'a> {
        Cx { site, words: &self.theme.words, lookup: &self.lookup, out }
    }

    /// A paper printed apart from the site. One that cannot be made is empty and has a finding.
    pub(crate) fn paper(&self, site: &Site, wanted: &Paper, form: PaperForm) -> (String, Diagnostics) {
        let mut found = Diagnostics::default();
        let out = OutPath::from_steps("index.html");
        let cx = self.cx(site, &out);
        let Some((template, view)) = paper(cx, wanted, form) else {
            found.push(Diagnostic::new(codes::INTERNAL, None).detail(format!("no paper for {wanted:?}")));
            return (String::new(), found);
        };
        let text = self.made(template, &view, None, &mut found).unwrap_or_default();
        let text = match form {
            PaperForm::Html => self.finished(&text),
            PaperForm::Text if self.theme.words.lang() == Lang::Ru => with_signs(&text),
            PaperForm::Text => text,
        };
        (text, found)
    }

    /// The record of a drafted order for `orders.yml`; nothing of another paper.
    pub(crate) fn record(&self, site: &Site, wanted: &Paper) -> Option<String> {
        let out = OutPath::from_steps("index.html");
        record(self.cx(site, &out), wanted)
    }

    /// A page as readers see it: Russian text is typeset here, and nowhere else.
    fn finished(&self, html: &str) -> String {
        if self.theme.words.lang() == Lang::Ru { typeset(html) } else { html.to_owned() }
    }

    /// The navigation of a page: that of its folder, with the page marked in it.
    fn navigation(&self, cx: Cx<'_>, place: Option<&Place>) -> Result<Html, Box<Diagnostic>> {
        let rendered = || self.engine.render("parts/nav.html", &nav(cx), place).map(Html);
        let folder = self.lookup.folder_of(cx.out);
        // Pages of other paths write the same links otherwise.
        let beside = cx.site.tree.folders.get(folder).filter(|f| f.out.folder() == cx.out.folder());
        let html = match (beside, self.navigation.get(folder)) {
            (Some(f), Some(kept)) if f.entries.len() <= crate::view::NAV_WINDOW => match kept.get() {
                Some(html) => html.clone(),
                None => {
                    let html = rendered()?;
                    kept.get_or_init(|| html).clone()
                }
            },
            _ => rendered()?,
        };
        Ok(Html(mark_current(&html.0, &cx.href(cx.out))))
    }
}

/// Marks the link to the page itself, so that a navigation rendered once serves all pages of a folder.
fn mark_current(nav: &str, href: &str) -> String {
    let link = format!("href=\"{href}\"");
    nav.replacen(&link, &format!("{link} aria-current=\"page\""), 1)
}

/// The source of a page, if it is one file.
fn source_place(site: &Site, job: &Job) -> Option<Place> {
    let file = match job {
        Job::Page(at) => site.pages.get(*at)?.file,
        Job::Instruction(slug) => site.instructions.iter().find(|i| i.slug == *slug)?.file,
        Job::Edition(slug, date) => site.register.regulation(slug)?.editions.iter().find(|e| e.date == *date)?.file,
        Job::Regulation(slug) => site.register.regulation(slug)?.shown(site.today)?.edition.file,
        _ => return None,
    };
    Some(Place::file(file))
}
