//! What builders of views have at hand: the site, the words, where things are and where this page is.

use std::collections::BTreeMap;

use crate::base::{Address, Date, OutPath, SitePath};
use crate::model::{Attachment, Job, Resolved, Site, Title};
use crate::parse::doc::Doc;
use crate::theme::{WordArg, Words};

use super::Docs;
use super::documents::about_file;
use super::html::{FileNote, Html, Labels, Scope, TocEntry, Writer, href};

/// Where things are, found once for all pages.
#[derive(Default)]
pub(crate) struct Lookup {
    /// Folder of each page of the tree and its place in reading order.
    spots: BTreeMap<OutPath, Spot>,
    /// Folders and their entries in reading order.
    reading: Vec<(usize, Option<usize>)>,
    /// Where generated pages are; few, so they are walked.
    generated: Vec<(Job, OutPath)>,
    /// Source pages by where they go.
    pages: BTreeMap<OutPath, usize>,
    labels: Labels,
    /// What terms mean, by id.
    terms: BTreeMap<String, String>,
    /// What is said of attachments.
    files: BTreeMap<OutPath, FileNote>,
}

/// Where a page stands in the tree.
#[derive(Clone, Copy)]
pub(crate) struct Spot {
    /// Place of its folder in the tree; of the folder itself, for a folder's page.
    pub(crate) folder: usize,
    /// Whether it is the folder's page.
    pub(crate) is_folder: bool,
    position: usize,
}

impl Lookup {
    pub(crate) fn new(site: &Site, words: &Words) -> Self {
        let alerts = ["alert-note", "alert-tip", "alert-important", "alert-warning", "alert-caution"];
        let labels = Labels {
            alerts: alerts.map(|key| words.get(key)),
            table: words.get("table"),
            footnotes: words.get("footnotes"),
            footnote: words.get("footnote"),
            back: words.get("footnote-back"),
            done: words.get("task-done"),
            open: words.get("task-open"),
        };
        let mut lookup = Self { labels, ..Self::default() };
        lookup.read(site, 0, 0);
        let is_generated =
            |job: &Job| !matches!(job, Job::Page(_) | Job::Folder(_) | Job::Attachment(_) | Job::Asset(_));
        lookup.generated =
            site.routes.iter().filter(|(_, j)| is_generated(j)).map(|(out, j)| (j.clone(), out.clone())).collect();
        let terms = site.register.terms.iter();
        lookup.terms = terms.map(|t| (t.id.as_str().to_owned(), t.means.clone())).collect();
        let note = |file: &Attachment| FileNote { about: about_file(site, words, file), size: file.size };
        lookup.files = site.attachments.iter().map(|a| (a.out.clone(), note(a))).collect();
        lookup.pages = site.pages.iter().enumerate().map(|(i, p)| (p.out.clone(), i)).collect();
        lookup
    }

    fn read(&mut self, site: &Site, at: usize, depth: usize) {
        let Some(folder) = site.tree.folders.get(at) else { return };
        // Deeper than any path can be: the tree is in a loop.
        if depth > 200 {
            return;
        }
        let position = self.reading.len();
        self.spots.entry(folder.out.clone()).or_insert(Spot { folder: at, is_folder: true, position });
        self.reading.push((at, None));
        for (i, entry) in folder.entries.iter().enumerate() {
            match entry.folder {
                Some(inner) => self.read(site, inner, depth + 1),
                None => {
                    let position = self.reading.len();
                    self.spots.entry(entry.out.clone()).or_insert(Spot { folder: at, is_folder: false, position });
                    self.reading.push((at, Some(i)));
                }
            }
        }
    }

    /// Where a page stands; `None` for pages outside the tree (dated editions, `404.html`).
    pub(crate) fn spot(&self, out: &OutPath) -> Option<Spot> {
        self.spots.get(out).copied()
    }

    /// The pages of the tree in reading order.
    pub(crate) fn in_reading_order<'a>(&'a self, site: &'a Site) -> impl Iterator<Item = &'a OutPath> {
        self.reading.iter().filter_map(|(folder, entry)| {
            let folder = site.tree.folders.get(*folder)?;
            match entry {
                None => Some(&folder.out),
                Some(at) => folder.entries.get(*at).map(|entry| &entry.out),
            }
        })
    }

    /// The folder that a page belongs to: its own, or the nearest above by its path.
    pub(crate) fn folder_of(&self, out: &OutPath) -> usize {
        if let Some(spot) = self.spot(out) {
            return spot.folder;
        }
        let mut folder = out.folder();
        loop {
            let index = if folder.is_empty() { "index.html".to_owned() } else { format!("{folder}/index.html") };
            // The page of a regulation stands beside the folder of its editions: regulations/sferum.html.
            for candidate in [format!("{folder}.html"), index] {
                if let Some(spot) = OutPath::new(candidate).ok().and_then(|c| self.spot(&c)) {
                    return spot.folder;
                }
            }
            if folder.is_empty() {
                return 0;
            }
            folder = folder.rsplit_once('/').map_or("", |(above, _)| above);
        }
    }
}

/// The context of one page.
#[derive(Clone, Copy)]
pub(crate) struct Cx<'a> {
    pub(crate) site: &'a Site,
    pub(crate) words: &'a Words,
    pub(crate) lookup: &'a Lookup,
    /// The page that is made.
    pub(crate) out: &'a OutPath,
}

impl<'a> Cx<'a> {
    /// A word of the theme.
    pub(crate) fn word(&self, key: &str) -> String {
        self.words.get(key)
    }

    /// A sentence of the theme with values.
    pub(crate) fn say(&self, key: &str, values: &[(&str, WordArg<'_>)]) -> String {
        self.words.with(key, values)
    }

    /// «27 марта 2026 года».
    pub(crate) fn long(&self, date: Date) -> String {
        date.long(self.words.lang())
    }

    /// A link to a file of the site.
    pub(crate) fn href(&self, out: &OutPath) -> String {
        href(out, None, self.out)
    }

    /// A link to a generated page, if the site has it.
    pub(crate) fn job(&self, job: &Job) -> Option<String> {
        self.job_anchor(job, None)
    }

    /// Where a generated page lies.
    pub(crate) fn out_of(&self, job: &Job) -> Option<&'a OutPath> {
        self.lookup.generated.iter().find(|(j, _)| j == job).map(|(_, out)| out)
    }

    /// A link to a place on a generated page.
    pub(crate) fn job_anchor(&self, job: &Job, anchor: Option<&str>) -> Option<String> {
        let out = self.out_of(job)?;
        Some(href(out, anchor, self.out))
    }

    /// A link to a clause. `home` is the edition that the text around belongs to.
    pub(crate) fn clause(&self, address: &Address, home: Option<(&str, Date)>) -> Option<String> {
        self.internal(self.site.links.address(address, address.paragraph, home))
    }

    /// A link within the site, if it leads somewhere.
    pub(crate) fn internal(&self, resolved: Resolved) -> Option<String> {
        match resolved {
            Resolved::Internal { out, anchor } => Some(href(&out, anchor.as_deref(), self.out)),
            Resolved::Here { anchor } => anchor.map(|a| format!("#{a}")),
            Resolved::External(_) | Resolved::Fault(_) => None,
        }
    }

    /// A title of the tree in words.
    pub(crate) fn title(&self, title: &Title) -> String {
        match title {
            Title::Text(text) => text.clone(),
            Title::Word(key) => self.word(key),
            Title::Edition(date) => self.say("edition-name-of", &[("date", date.dotted().into())]),
            Title::Order(number, date) => {
                let values = [("date", date.dotted().into()), ("number", number.into())];
                capitalized(&self.say("order-label", &values))
            }
            Title::Decision(year) => self.say("decision-of-year", &[("year", year.to_string().into())]),
        }
    }

    /// The regulation that an address means: its own, else the only one of the site.
    pub(crate) fn regulation_of(&self, address: &Address) -> Option<&'a crate::model::Regulation> {
        match &address.regulation {
            Some(slug) => self.site.register.regulation(slug),
            None => self.site.register.only_regulation(),
        }
    }

    /// How texts of a file are turned into HTML on this page. `own` is the page where the text itself stands.
    pub(crate) fn scope(&self, from: &'a SitePath, own: &'a OutPath, home: Option<(&'a str, Date)>) -> Scope<'a> {
        Scope {
            page: self.out,
            own,
            from,
            home,
            links: &self.site.links,
            raw_html: self.site.settings.raw_html,
            labels: &self.lookup.labels,
            terms: &self.lookup.terms,
            files: &self.lookup.files,
        }
    }

    /// The text of the content file that goes to the path of this page, as its body, and its contents.
    pub(crate) fn body(&self, docs: &Docs<'_>) -> Body {
        let page = self.lookup.pages.get(self.out).and_then(|&at| self.site.pages.get(at));
        let Some(page) = page else { return Body::default() };
        let doc = docs(page);
        let mut body = body(&doc, Some(&page.title), Writer::new(self.scope(&page.path, self.out, None)));
        body.title = Some(page.title.clone());
        body
    }
}

/// The text of a page as HTML.
#[derive(Default)]
pub(crate) struct Body {
    pub(crate) html: Html,
    pub(crate) toc: Vec<TocEntry>,
    /// Title of the content file.
    pub(crate) title: Option<String>,
    /// Anchor of the heading that became the title of the page.
    pub(crate) title_anchor: Option<String>,
}

/// Blocks and footnotes as the body of a page. A first heading that only repeats the title is left out.
pub(crate) fn body(doc: &Doc, title: Option<&str>, mut writer: Writer<'_>) -> Body {
    use crate::parse::doc::{BlockKind, plain_text};
    let mut blocks = &doc.blocks[..];
    let mut title_anchor = None;
    if let Some((first, rest)) = blocks.split_first()
        && let BlockKind::Heading { level: 1, inlines } = &first.kind
        && title.is_none_or(|t| t.trim() == plain_text(inlines).trim())
    {
        title_anchor.clone_from(&first.anchor);
        if let Some(anchor) = &title_anchor {
            writer.reserve(anchor);
        }
        blocks = rest;
    }
    let mut html = writer.blocks(blocks);
    html.0.push_str(&writer.footnotes(&doc.footnotes).0);
    Body { html, toc: writer.take_toc(), title: None, title_anchor }
}

/// The text with its first letter large.
pub(crate) fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A name as it stands inside quotation marks: its own become inner ones, „Сферум“.
pub(crate) fn inner_quotes(name: &str) -> String {
    name.replace('«', "„").replace('»', "“")
}

/// Pages before and after in reading order: path and title.
pub(crate) fn neighbours<'a>(cx: Cx<'a>) -> [Option<(&'a OutPath, &'a Title)>; 2] {
    let Some(spot) = cx.lookup.spot(cx.out) else { return [None, None] };
    let page = |position: Option<usize>| {
        let (folder, entry) = *cx.lookup.reading.get(position?)?;
        let folder = cx.site.tree.folders.get(folder)?;
        match entry {
            None => Some((&folder.out, &folder.title)),
            Some(i) => folder.entries.get(i).map(|e| (&e.out, &e.title)),
        }
    };
    [page(spot.position.checked_sub(1)), page(spot.position.checked_add(1))]
}
