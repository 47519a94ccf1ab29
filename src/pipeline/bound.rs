//! The site bound into one file, and as fragments for a CMS.

use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use crate::base::{FileId, OutPath, base64, media};
use crate::bind::{self, Away, Leaf, Names, Places};
use crate::diag::{Diagnostics, Finding};
use crate::model::Site;
use crate::parse::text;
use crate::schema::records::Font;
use crate::source::SourceBody;
use crate::theme::FONT_STYLE;
use crate::view::LinkView;
use crate::view::bound::{Bound, BoundDocument, aliases, plain_leaf};
use crate::view::html::{Html, TocEntry};

use super::{Plan, index};

/// The site in another form than a folder.
#[derive(Debug, Default)]
pub(crate) struct BoundSite {
    /// By name; one file, or the fragments.
    pub(crate) files: Vec<(OutPath, String)>,
    /// How many documents of the site are in it.
    pub(crate) documents: usize,
    /// How many links to files have become words, since the site does not know its address.
    pub(crate) unlinked: usize,
    /// Faults of templates.
    pub(crate) findings: Vec<Finding>,
}

/// Gives the bytes of a content file that are too large to be kept in memory.
pub(crate) type Bytes<'a> = dyn Fn(FileId) -> Option<Vec<u8>> + Sync + 'a;

/// The address at which one fragment finds another.
pub(crate) enum Addresses {
    /// Beside it, under its own name.
    Beside,
    /// This address with the name of the fragment in the place of `{page}`, or behind it.
    At(String),
}

impl Addresses {
    /// The address of a fragment.
    fn of(&self, name: &str) -> String {
        match self {
            Self::Beside => format!("{name}.html"),
            Self::At(pattern) if pattern.contains(PAGE) => pattern.replace(PAGE, if name == HOME { "" } else { name }),
            Self::At(folder) if name == HOME => folder.clone(),
            Self::At(folder) => format!("{}/{name}.html", folder.trim_end_matches('/')),
        }
    }
}

/// Stands for the name of a fragment in an address.
const PAGE: &str = "{page}";
/// Name of the home page among leaves.
const HOME: &str = "index";
/// Name of the fragment that holds all others.
const ALL: &str = "all";

/// Scripts of the one file, in the order in which they run.
const SCRIPTS: [&str; 7] = [
    "single/single.js",
    "js/search-find.js",
    "js/search-rare.js",
    "js/search-page.js",
    "js/search.js",
    "js/svod.js",
    "js/tools.js",
];
const STYLES: [&str; 4] = ["css/svod.css", "css/reading.css", "css/search.css", "single/single.css"];

/// Everything in one file.
pub(super) fn single(plan: &Plan, bytes: &Bytes<'_>) -> BoundSite {
    let mut sheaf = Sheaf::new(plan, bytes);
    let toc = sheaf.toc();
    let font = (plan.site.settings.font == Font::Golos).then_some(FONT_STYLE);
    let page = Bound {
        style: Html(font.iter().chain(&STYLES).map(|path| sheaf.style(path)).collect()),
        print_style: Html(sheaf.style("css/print.css")),
        reading_script: Html(sheaf.script("js/reading.js")),
        scripts: SCRIPTS.iter().map(|path| Html(sheaf.script(path))).collect(),
        index: Html(index::held(plan, &|out| sheaf.names.leaf(out).is_some(), &|out, anchor| {
            sheaf.names.place(out, anchor).map(str::to_owned)
        })),
        ..sheaf.inside(&within, Title::Stays)
    };
    let mut html = plan.renderer.bound(
        &plan.site,
        "single.html",
        (toc, page),
        &|out, anchor| Some(format!("#{}", sheaf.names.place(out, anchor)?)),
        &mut sheaf.found,
    );
    if !html.is_empty() {
        html = bind::with_policy(&html);
    }
    sheaf.finish(plan, vec![(OutPath::from_steps("single.html"), html)])
}

/// A fragment for each document, one that lists them, and one that holds them all.
pub(super) fn fragments(plan: &Plan, addresses: &Addresses, bytes: &Bytes<'_>) -> BoundSite {
    let mut sheaf = Sheaf::new(plan, bytes);
    let link = |name: &str, id: &str| {
        let page = addresses.of(name);
        if id.is_empty() || id == name { page } else { format!("{page}#{id}") }
    };
    let mut apart = sheaf.inside(&link, Title::GoesDown);
    let documents = std::mem::take(&mut apart.documents);
    let mut files: Vec<(OutPath, String)> = Vec::new();
    for document in documents {
        let name = OutPath::from_steps(&format!("{}.html", document.id));
        let page = Bound { documents: vec![document], back: Some(link(HOME, "")), ..Bound::default() };
        files.push((name, sheaf.fragment(plan, page)));
    }
    files.push((OutPath::from_steps("index.html"), sheaf.fragment(plan, apart)));
    let unlinked = sheaf.unlinked();
    let whole = sheaf.inside(&within, Title::GoesDown);
    let whole = sheaf.fragment(plan, whole);
    // What the one that holds all could not link has been counted already.
    sheaf.unlinked.store(unlinked, Ordering::Relaxed);
    files.push((OutPath::from_steps(&format!("{ALL}.html")), whole));
    sheaf.finish(plan, files)
}

/// Makes a link from the name of a leaf and an id on it, which is empty for the leaf itself.
type Link<'a> = dyn Fn(&str, &str) -> String + Sync + 'a;

/// A link inside one file.
fn within(name: &str, id: &str) -> String {
    format!("#{}", if id.is_empty() { name } else { id })
}

/// What becomes of the title of the home page. Those of all others go one level down.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Title {
    /// It is the title of the whole.
    Stays,
    /// The page around has a title of its own.
    GoesDown,
}

/// The leaves that are bound, with their names.
struct Sheaf<'a> {
    plan: &'a Plan,
    bytes: &'a Bytes<'a>,
    leaves: Vec<Leaf>,
    names: Names,
    found: Diagnostics,
    unlinked: AtomicUsize,
}

impl<'a> Sheaf<'a> {
    fn new(plan: &'a Plan, bytes: &'a Bytes<'a>) -> Self {
        let made: Vec<(Option<Leaf>, Diagnostics)> = plan
            .renderer
            .leaves(&plan.site)
            .par_iter()
            .map(|(out, job)| {
                let mut found = Diagnostics::default();
                (plan.renderer.leaf(&plan.site, out, job, &|page| plan.doc(page), &mut found), found)
            })
            .collect();
        let (mut leaves, mut found) = (Vec::new(), Diagnostics::default());
        for (leaf, faults) in made {
            leaves.extend(leaf);
            found.extend(faults);
        }
        let names = Names::new(&leaves, plain_leaf(&plan.site).as_ref(), aliases(&plan.site));
        Self { plan, bytes, leaves, names, found, unlinked: AtomicUsize::new(0) }
    }

    fn site(&self) -> &'a Site {
        &self.plan.site
    }

    fn unlinked(&self) -> usize {
        self.unlinked.load(Ordering::Relaxed)
    }

    /// What is bound, links made by `link` from the name of a leaf and an id on it.
    fn inside(&self, link: &Link<'_>, title: Title) -> Bound {
        let texts: Vec<String> = self.leaves.par_iter().map(|leaf| self.text(leaf, link, title)).collect();
        let mut bound = Bound::default();
        for (at, (leaf, html)) in self.leaves.iter().zip(texts).enumerate() {
            let id = self.names.name(&leaf.out).unwrap_or_default().to_owned();
            if at == 0 {
                (bound.home, bound.home_id) = (Html(html), id);
                continue;
            }
            let words = leaf.title.clone();
            bound.contents.push(LinkView { href: link(&id, ""), title: words.clone() });
            bound.documents.push(BoundDocument { id, title: words, html: Html(html) });
        }
        bound
    }

    /// The text of a leaf.
    fn text(&self, leaf: &Leaf, link: &Link<'_>, title: Title) -> String {
        let first = self.leaves.first().is_some_and(|first| first.out == leaf.out);
        let places = Places {
            page: &leaf.out,
            id: &|id| self.names.id(&leaf.out, id).map(str::to_owned),
            link: &|to, anchor| match (self.names.name(to), self.names.place(to, anchor)) {
                (Some(name), Some(id)) => Away::To(link(name, id)),
                _ => self.away(to, anchor),
            },
            picture: &|to| self.data(to),
            deeper: u8::from(!first || title == Title::GoesDown),
        };
        bind::rewritten(&leaf.html, &places)
    }

    /// Where a link to what is not bound leads: to the site, if its address is known.
    fn away(&self, to: &OutPath, anchor: Option<&str>) -> Away {
        if let Some(base) = &self.site().settings.base_url {
            let anchor = anchor.map(|a| format!("#{a}")).unwrap_or_default();
            return Away::To(format!("{base}{}{anchor}", crate::view::public(to)));
        }
        if !self.site().attachments.iter().any(|a| a.out == *to) {
            return Away::Words(None);
        }
        self.unlinked.fetch_add(1, Ordering::Relaxed);
        let name = to.as_str().rsplit('/').next().unwrap_or_default();
        Away::Words(Some(self.plan.renderer.say("bound-file", &[("name", name.into())])))
    }

    /// A picture of the content tree, as an address that holds it.
    fn data(&self, to: &OutPath) -> Option<String> {
        let attachment = self.site().attachments.iter().find(|a| a.out == *to)?;
        let kept = self.plan.sources.get(attachment.file)?;
        let read;
        let bytes: &[u8] = match &kept.body {
            SourceBody::Bytes(bytes) => bytes,
            SourceBody::OnDisk { .. } => {
                read = (self.bytes)(attachment.file)?;
                &read
            }
            SourceBody::Unreadable(_) => return None,
        };
        data(to.extension(), bytes)
    }

    fn style(&self, path: &str) -> String {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let Some(Ok(css)) = self.plan.renderer.asset(path).map(text::decode) else { return String::new() };
        bind::self_contained(&css.text, &|link| {
            let path = link.split(['?', '#']).next().unwrap_or(link);
            let path = path.strip_prefix("../").map_or_else(|| format!("{folder}/{path}"), str::to_owned);
            data(path.rsplit_once('.')?.1, self.plan.renderer.asset(&path)?)
        })
    }

    fn script(&self, path: &str) -> String {
        let Some(Ok(script)) = self.plan.renderer.asset(path).map(text::decode) else { return String::new() };
        bind::script_text(&script.text)
    }

    /// The documents, and the sections of the regulations among them.
    fn toc(&self) -> Vec<TocEntry> {
        let mut toc = Vec::new();
        for leaf in self.leaves.iter().skip(1) {
            let anchor = self.names.name(&leaf.out).unwrap_or_default().to_owned();
            toc.push(TocEntry { anchor, text: leaf.title.clone(), depth: 1 });
            if Some(&leaf.out) != plain_leaf(self.site()).as_ref() {
                continue;
            }
            for (id, text, _) in leaf.headings.iter().filter(|(_, _, depth)| *depth == 1) {
                let anchor = self.names.place(&leaf.out, Some(id)).unwrap_or_default().to_owned();
                toc.push(TocEntry { anchor, text: text.clone(), depth: 2 });
            }
        }
        toc
    }

    fn fragment(&mut self, plan: &Plan, page: Bound) -> String {
        bind::plain(&plan.renderer.bound(
            &plan.site,
            "fragments.html",
            (Vec::new(), page),
            &|_, _| None,
            &mut self.found,
        ))
    }

    fn finish(self, plan: &Plan, files: Vec<(OutPath, String)>) -> BoundSite {
        BoundSite {
            files,
            documents: self.leaves.len(),
            unlinked: self.unlinked(),
            findings: plan.settled(self.found.into_items()),
        }
    }
}

/// Bytes as an address that holds them, if they are of a kind that pages show.
fn data(extension: &str, bytes: &[u8]) -> Option<String> {
    let media = media::of_extension(&extension.to_ascii_lowercase()).name();
    if !["image/", "font/"].iter().any(|kind| media.starts_with(kind)) {
        return None;
    }
    Some(format!("data:{media};base64,{}", base64(bytes)))
}
