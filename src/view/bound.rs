//! The site in one file, and as fragments: which pages, in which order, and what the pages that bind them are given.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::base::OutPath;
use crate::model::{Job, Site, edition_out, regulation_out};

use super::context::{Cx, Lookup};
use super::frame::{Frame, HISTORY, LinkView};
use super::html::{Html, TocEntry};

/// Everything that `single.html` and `fragments.html` see.
#[derive(Serialize)]
pub(crate) struct BoundView<'a> {
    /// What all pages share; without links to files, of which there are none.
    pub(crate) frame: Frame<'a>,
    /// What is bound.
    pub(crate) page: Bound,
}

/// What is bound.
#[derive(Default, Serialize)]
pub(crate) struct Bound {
    /// Text of the home page.
    pub(crate) home: Html,
    /// Its id.
    pub(crate) home_id: String,
    /// All others: link, words of the link.
    pub(crate) contents: Vec<LinkView>,
    /// The same with their texts; empty for fragments, which lie apart.
    pub(crate) documents: Vec<BoundDocument>,
    /// The style sheets of the screen.
    pub(crate) style: Html,
    /// The style sheet of paper.
    pub(crate) print_style: Html,
    /// The script that remembers the reading settings.
    pub(crate) reading_script: Html,
    /// The other scripts, in the order in which they run.
    pub(crate) scripts: Vec<Html>,
    /// The search index, as JSON.
    pub(crate) index: Html,
    /// From a fragment to the list of all.
    pub(crate) back: Option<String>,
}

/// A page in the file.
#[derive(Serialize)]
pub(crate) struct BoundDocument {
    /// Id of the whole document.
    pub(crate) id: String,
    /// Title of its page.
    pub(crate) title: String,
    /// Its text.
    pub(crate) html: Html,
}

/// The pages that are bound, in reading order, the home page first. Of a regulation site: what its readers need. Its
/// other pages, as those of any documentation, stay where they are; a site without a regulation is bound whole.
pub(crate) fn leaves(site: &Site, lookup: &Lookup) -> Vec<(OutPath, Job)> {
    let job_of = |out: &OutPath| site.routes.get(out).map(|job| (out.clone(), job.clone()));
    if !site.managed {
        return lookup.in_reading_order(site).filter_map(job_of).collect();
    }
    let register = &site.register;
    let page = |name: &str| OutPath::from_steps(&format!("{name}.html"));
    let mut paths = vec![page("index")];
    paths.extend(register.regulations.iter().map(|r| regulation_out(&r.slug)));
    paths.extend(site.instructions.iter().map(crate::model::Instruction::out));
    paths.extend(["questions", "responsible", "deadlines", "terms", "acts", "orders/index"].map(page));
    let of_orders = |job: &Job| matches!(job, Job::Order(_) | Job::Decision(_));
    paths.extend(lookup.in_reading_order(site).filter(|out| site.routes.get(out).is_some_and(of_orders)).cloned());
    paths.iter().filter_map(job_of).filter(|(_, job)| !matches!(job, Job::Page(_) | Job::Folder(_))).collect()
}

/// The regulation whose places keep their ids: the first.
pub(crate) fn plain_leaf(site: &Site) -> Option<OutPath> {
    site.register.regulations.first().map(|r| regulation_out(&r.slug))
}

/// Pages that say what a bound page says: the dated page of the edition that is shown, lists of all there is.
pub(crate) fn aliases(site: &Site) -> BTreeMap<OutPath, OutPath> {
    let home = OutPath::from_steps("index.html");
    let lists = [Job::RegulationIndex, Job::InstructionIndex, Job::Contents, Job::Search];
    let lists = site.routes.iter().filter(|(_, job)| lists.contains(job)).map(|(out, _)| (out.clone(), home.clone()));
    let shown = site.register.regulations.iter().filter_map(|regulation| {
        let shown = regulation.shown(site.today)?;
        Some((edition_out(&regulation.slug, shown.edition.date), regulation_out(&regulation.slug)))
    });
    lists.chain(shown).collect()
}

/// What the binding page is given, but for the texts: a frame without links to files of the site.
pub(crate) fn frame<'a>(
    cx: Cx<'a>,
    toc: Vec<TocEntry>,
    place: &dyn Fn(&OutPath, Option<&str>) -> Option<String>,
) -> Frame<'a> {
    let mut frame = Frame::new(cx, cx.site.settings.title.as_str());
    let home = OutPath::from_steps("index.html");
    let description = cx.site.pages.iter().find(|p| p.out == home).and_then(|p| p.front.description.clone());
    frame.description = description;
    frame.canonical = None;
    // Each document in it has tools of its own.
    frame.citation = None;
    frame.home = "#svod.main".to_owned();
    alone(&mut frame);
    frame.contents = Some("#svod.contents".to_owned());
    frame.toc = toc;
    for line in &mut frame.editions {
        // The home page is where this frame is made, so its links are paths of pages.
        let out = OutPath::new(line.href.as_str()).ok();
        line.history = out.as_ref().and_then(|out| place(out, Some(HISTORY))).unwrap_or_default();
        line.href = out.as_ref().and_then(|out| place(out, None)).unwrap_or_default();
    }
    frame
}

/// Takes from a frame whatever leads about the site or names its files: only what is inside `main` is wanted.
pub(crate) fn alone(frame: &mut Frame<'_>) {
    frame.contents = None;
    frame.search = None;
    frame.style = None;
    frame.font_style = None;
    frame.script = None;
    frame.assets = None;
    frame.search_style = None;
    frame.search_script = None;
    frame.breadcrumbs = Vec::new();
    frame.previous = None;
    frame.next = None;
}
