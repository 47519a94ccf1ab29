//! The wiring: sources to a plan, a plan to bytes. The only room with threads or remembered results.
//!
//! Reads: [`Inputs`]. Writes: [`Plan`], then the body of each path that is asked for. Touches: nothing.

mod before;
mod bound;
mod index;
mod locate;
mod memory;
mod read;
mod weighing;

use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use crate::base::{Date, FileId, OutPath};
use crate::check;
use crate::diag::{Diagnostic, Diagnostics, Finding, Severity};
use crate::model::{Job, Page, Paper, PaperForm, Parts, Settings, Site};
use crate::parse::doc::Doc;
use crate::parse::{front_matter, markdown, references, terms, text};
use crate::render::Renderer;
use crate::schema::records::SiteSettings;
use crate::source::{SourceBody, SourceSet};
use crate::theme::{self, Theme};

use before::Before;
pub(crate) use bound::{Addresses, BoundSite, Bytes};
pub(crate) use memory::Memory;
use read::Read;
use weighing::Weighing;

/// Everything a build depends on: equal inputs give equal bytes.
#[derive(Clone, Debug)]
pub(crate) struct Inputs {
    /// The content tree.
    pub sources: SourceSet,
    /// Files of `themes/<name>/…` beside the content folder, by path below `themes/`; the built-in theme lies under.
    pub themes: SourceSet,
    /// The day, which enters here and nowhere else.
    pub today: Date,
    /// Whether drafts are shown and marked (the preview server).
    pub preview: bool,
    /// Codes not reported, besides those of the site's settings.
    pub allow: Vec<String>,
    /// Codes that count as errors, besides those of the site's settings.
    pub deny: Vec<String>,
}

/// A site ready to be produced: every route known, every finding of reading and checking made.
pub(crate) struct Plan {
    sources: SourceSet,
    themes: SourceSet,
    site: Arc<Site>,
    renderer: Renderer,
    /// What makes the search index, where others must not wait for it.
    apart: Option<Arc<index::Workshop>>,
    /// Files of the search index, once asked for.
    search: OnceLock<index::SearchFiles>,
    allow: Vec<String>,
    deny: Vec<String>,
    findings: Arc<[Finding]>,
}

/// The body of one output file.
#[derive(Debug)]
pub(crate) enum Body {
    /// Bytes made by us.
    Bytes(Vec<u8>),
    /// A file of the content tree, to be copied by whoever writes.
    Copy(FileId),
}

/// One output file and what was found while making it.
#[derive(Debug)]
pub(crate) struct Produced {
    /// The bytes.
    pub body: Body,
    /// Faults of templates and the like.
    pub findings: Vec<Finding>,
}

/// A part of planning, for whoever wants to tell how far it has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// Every file read for what it says.
    Parse,
    /// All of them brought together, every route known.
    Join,
    /// The rules applied.
    Check,
}

/// Reads, checks and plans; never fails: what is wrong is among the findings.
#[must_use]
pub(crate) fn plan(inputs: Inputs) -> Plan {
    plan_telling(inputs, &|_| ())
}

/// The same, telling of each part as it begins.
#[must_use]
pub(crate) fn plan_telling(inputs: Inputs, begins: &dyn Fn(Part)) -> Plan {
    begins(Part::Parse);
    let files: Vec<_> = inputs.sources.iter().collect();
    let tree = read::Tree::of(&inputs.sources);
    let reads = files.par_iter().map(|(id, file)| read::read(*id, file, tree)).collect();
    plan_of(inputs, reads, None, begins).0
}

/// The same plan, but files that earlier plans with this memory have read are not read again.
#[must_use]
pub(crate) fn plan_with(inputs: Inputs, memory: &mut Memory) -> Plan {
    let reads = memory.read_all(&inputs.sources);
    let before = memory.before.take();
    let (plan, links) = plan_of(inputs, reads, before.as_ref(), &|_| ());
    let (site, sources, findings) = (Arc::clone(&plan.site), plan.sources.clone(), Arc::clone(&plan.findings));
    memory.before = Some(Before { site, sources, links, findings });
    Plan { apart: memory.apart(), ..plan }
}

/// Plans, and gives the faults of links apart, for the next plan.
fn plan_of(
    inputs: Inputs,
    reads: Vec<(Read, Diagnostics)>,
    before: Option<&Before>,
    begins: &dyn Fn(Part),
) -> (Plan, Vec<Diagnostics>) {
    begins(Part::Join);
    let Inputs { sources, themes, today, preview, allow, deny } = inputs;
    let mut found = Diagnostics::default();
    let (mut parts, whole) = read::gather(&sources, reads, &mut found);
    link_texts(&mut parts);
    let settings = Settings::new(parts.settings.clone(), "");
    let theme = theme_of(&settings, parts.settings.as_ref(), &sources, &themes, &mut found);
    parts.assets = theme.assets(settings.font).map(str::to_owned).collect();
    let site = Site::new(parts, today, preview, before.map(|before| &*before.site), &mut found);
    let renderer = Renderer::new(&site, theme, &mut found);
    begins(Part::Check);
    found.retain(|finding| check::texts::stands(&site, finding));
    let links = before::links(&site, before);
    links.iter().for_each(|faults| found.extend(faults.clone()));
    check_site(&site, whole, &mut found);
    let joined = |own: &[String], more: &[String]| own.iter().chain(more).cloned().collect();
    let (allow, deny) = (joined(&site.settings.allow, &allow), joined(&site.settings.deny, &deny));
    let mut plan = Plan {
        sources,
        themes,
        site: Arc::new(site),
        renderer,
        apart: None,
        search: OnceLock::new(),
        allow,
        deny,
        findings: Arc::default(),
    };
    plan.findings = plan.settled_as(before, found.into_items()).into();
    (plan, links)
}

/// The theme that the site names, in the site's language. Its files are numbered on from those of the content.
fn theme_of(
    settings: &Settings,
    typed: Option<&SiteSettings>,
    sources: &SourceSet,
    themes: &SourceSet,
    found: &mut Diagnostics,
) -> Theme {
    let first = u32::try_from(sources.iter().len()).unwrap_or(u32::MAX);
    let at = typed.map(|typed| typed.at.key("theme"));
    theme::load(&settings.theme, settings.lang, at, themes, first, found)
}

/// Tells references which regulation they mean; recognises terms and acts.
fn link_texts(parts: &mut Parts) {
    let register = &parts.register;
    let terms = register.terms.iter().map(|t| (t.id.as_str(), t.term.as_str(), t.abbreviation.as_deref()));
    let acts = register.acts.iter().map(|a| (a.id.as_str(), a.number.as_str(), a.short.as_deref()));
    let matcher = terms::Matcher::new(terms, acts);
    let mut slugs: Vec<String> = register.editions.iter().map(|e| e.slug.clone()).collect();
    slugs.sort();
    slugs.dedup();
    let only = match &slugs[..] {
        [one] => Some(one.clone()),
        _ => None,
    };
    parts.register.editions.par_iter_mut().for_each(|edition| matcher.mark_act(&mut edition.text));
    parts.instructions.par_iter_mut().for_each(|(_, _, front, doc)| {
        references::bind(doc, front.regulation.as_ref().map(|id| id.as_str()).or(only.as_deref()));
        matcher.mark_doc(doc);
    });
    for text in &mut parts.order_texts {
        references::bind(&mut text.doc, only.as_deref());
    }
}

/// Runs every rule, links of pages apart. Where a file or record could not be read (`whole` is false), what
/// is missing because of that is not reported once more.
fn check_site(site: &Site, whole: bool, found: &mut Diagnostics) {
    site.instructions.iter().for_each(|i| found.extend(check::links::of_instruction(site, i)));
    site.order_texts.iter().for_each(|t| found.extend(check::links::of_order_text(site, t)));
    for edition in site.register.regulations.iter().flat_map(|r| &r.editions) {
        found.extend(check::links::of_edition(site, edition));
    }
    found.extend(check::links::of_register(site));
    found.extend(check::of_site(site, whole));
}

impl Plan {
    /// Findings of reading and checking, by file, place and code.
    #[must_use]
    pub(crate) fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// Every output path, sorted.
    pub(crate) fn paths(&self) -> impl Iterator<Item = &OutPath> {
        let mut paths: Vec<&OutPath> = self.site.routes.iter().map(|(out, _)| out).collect();
        paths.extend(self.search().files.keys());
        paths.sort_unstable();
        paths.into_iter()
    }

    /// Paths whose making may find what planning has not; none where no template is the school's own. The search index
    /// is not among them, and not made for this.
    pub(crate) fn unexamined(&self) -> impl Iterator<Item = &OutPath> {
        self.site.routes.iter().filter(|_| self.renderer.may_find()).map(|(out, _)| out)
    }

    /// Whether pages run scripts that are not the program's own.
    pub(crate) fn has_own_scripts(&self) -> bool {
        self.renderer.has_own_scripts()
    }

    /// How many outputs there are beside the search index.
    pub(crate) fn routes(&self) -> usize {
        self.site.routes.iter().count()
    }

    /// Whether an output is of the search index.
    pub(crate) fn is_of_search(&self, out: &OutPath) -> bool {
        self.site.routes.get(out).is_none()
    }

    /// The files of the search index.
    fn search(&self) -> &index::SearchFiles {
        self.search.get_or_init(|| index::make(self))
    }

    /// The search index itself, for asking it questions.
    #[must_use]
    pub(crate) fn search_index(&self) -> crate::search::Index {
        index::index(self)
    }

    /// Addresses of what the search finds for each question, the best first.
    #[must_use]
    pub(crate) fn answers(&self, questions: &[&str]) -> Vec<Vec<String>> {
        let finder = crate::search::Finder::new(&self.search_index());
        let urls = |question: &&str| finder.answer(question, 10).hits.into_iter().map(|hit| hit.url).collect();
        questions.iter().map(urls).collect()
    }

    /// Whether there is such an output path.
    #[must_use]
    pub(crate) fn has(&self, out: &OutPath) -> bool {
        // The index is made only when one of its files is asked for.
        let of_index = out.folder() == "search" || out.as_str() == crate::search::ROOT;
        self.site.routes.get(out).is_some() || (of_index && self.search().files.contains_key(out))
    }

    /// Makes one output file; `None` if there is no such path.
    #[must_use]
    pub(crate) fn produce(&self, out: &OutPath) -> Option<Produced> {
        let Some(job) = self.site.routes.get(out) else {
            let bytes = self.search().files.get(out)?.clone();
            return Some(Produced { body: Body::Bytes(bytes), findings: Vec::new() });
        };
        Some(self.made(out, job, &|page| self.doc(page)))
    }

    /// Makes the output file of a job; `docs` gives the trees of ordinary pages.
    fn made(&self, out: &OutPath, job: &Job, docs: &dyn Fn(&Page) -> Doc) -> Produced {
        if let Job::Attachment(file) = job {
            return Produced { body: Body::Copy(*file), findings: Vec::new() };
        }
        let (bytes, found) = self.renderer.render(&self.site, out, job, docs);
        Produced { body: Body::Bytes(bytes), findings: self.settled(found.into_items()) }
    }

    /// Makes a paper that is printed apart from the site, and what was found while making it.
    pub(crate) fn paper(&self, paper: &Paper, form: PaperForm) -> (String, Vec<Finding>) {
        let (text, found) = self.renderer.paper(&self.site, paper, form);
        (text, self.settled(found.into_items()))
    }

    /// The site in one file that needs no other.
    pub(crate) fn single(&self, bytes: &Bytes<'_>) -> BoundSite {
        bound::single(self, bytes)
    }

    /// The site as fragments for the editor of a CMS.
    pub(crate) fn fragments(&self, addresses: &Addresses, bytes: &Bytes<'_>) -> BoundSite {
        bound::fragments(self, addresses, bytes)
    }

    /// The record of a drafted order, to be put into the data when it is signed; nothing of another paper.
    pub(crate) fn record(&self, paper: &Paper) -> Option<String> {
        self.renderer.record(&self.site, paper)
    }

    /// Makes every output file in parallel and hands each to `take` as soon as it is made; returns what was found
    /// while making them, in the order of paths.
    pub(crate) fn produce_all(&self, take: &(dyn Fn(&OutPath, Body) + Sync)) -> Vec<Finding> {
        // Each page is parsed once: as it is made its words are weighed for the index.
        let weighing = Weighing::default();
        let docs = |page: &Page| {
            let doc = self.doc(page);
            if self.search.get().is_none() {
                weighing.page(page, &doc);
            }
            doc
        };
        let one = |(out, job): &(&OutPath, &Job)| {
            let produced = self.made(out, job, &docs);
            take(out, produced.body);
            produced.findings
        };
        let routes: Vec<(&OutPath, &Job)> = self.site.routes.iter().collect();
        let found: Vec<Vec<Finding>> = routes.par_iter().map(one).collect();
        let search = self.search.get_or_init(|| index::make_of(self, weighing));
        search.files.par_iter().for_each(|(out, bytes)| take(out, Body::Bytes(bytes.clone())));
        let mut found: Vec<Finding> = found.into_iter().flatten().collect();
        found.extend(self.settled(search.found.items().to_vec()));
        locate::sort(&mut found);
        locate::once_for_all_pages(&mut found);
        found
    }

    /// Decoded text of a source file, for showing a finding.
    #[must_use]
    pub(crate) fn text(&self, file: FileId) -> Option<String> {
        let own = self.sources.iter().len();
        let file = match (file.0 as usize).checked_sub(own) {
            None => self.sources.get(file),
            Some(index) => self.themes.get(FileId(u32::try_from(index).ok()?)),
        }?;
        match &file.body {
            SourceBody::Bytes(bytes) => text::decode(bytes).ok().map(|d| d.text),
            SourceBody::OnDisk { .. } | SourceBody::Unreadable(_) => None,
        }
    }

    /// The tree of a page, made again from its text; its findings were reported when the site was planned.
    fn doc(&self, page: &Page) -> Doc {
        let Some(text) = self.text(page.file) else { return Doc::default() };
        let mut doc = markdown::parse(page.file, &text, front_matter::split(&text).body, &mut Diagnostics::default());
        if let Some(slug) = &page.front.regulation {
            references::link_doc(&mut doc, &text);
            references::bind(&mut doc, Some(slug.as_str()));
        }
        doc
    }

    /// The site, for commands that show it in other ways than pages.
    pub(crate) fn site(&self) -> &Site {
        &self.site
    }

    /// Places found, allowed codes left out, denied ones made errors, all in a stable order.
    fn settled(&self, diagnostics: Vec<Diagnostic>) -> Vec<Finding> {
        self.settled_as(None, diagnostics)
    }

    /// The same; places that the plan before has found need not be found again.
    fn settled_as(&self, before: Option<&Before>, diagnostics: Vec<Diagnostic>) -> Vec<Finding> {
        let diagnostics: Vec<Diagnostic> = diagnostics
            .into_iter()
            .filter(|d| !self.allow.iter().any(|code| code == d.code.name))
            .map(|mut d| {
                if self.deny.iter().any(|code| code == d.code.name) {
                    d.severity = Severity::Error;
                }
                d
            })
            .collect();
        let mut findings = self.located(diagnostics, before);
        locate::sort(&mut findings);
        findings.dedup();
        findings
    }
}
