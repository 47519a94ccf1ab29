//! The site: all parsed files brought together.

use std::sync::Arc;

use crate::base::{Date, FileId, OutPath, SitePath};
use crate::diag::{Diagnostics, Place};
use crate::parse::doc::Doc;
use crate::schema::records::{InspectorMode, InstructionFront, PageFront, SiteSettings};

use super::anchors::{act_anchors, clause_lines, doc_anchors};
use super::assemble::{RegisterParts, instructions, pages};
use super::assembly::Assembly;
use super::links::{edition_out, regulation_out};
use super::pages::book_order;
use super::tree::{NaturalKey, Rank, TreeBuilder};
use super::{
    Attachment, Entry, Instruction, Job, LinkIndex, OrderText, Outline, Page, Register, Routes, Settings, Title, Tree,
};

/// Everything that pages, checks and exports are made from. Immutable once built.
#[derive(Clone, Debug)]
pub(crate) struct Site {
    pub(crate) settings: Settings,
    /// The day of the build.
    pub(crate) today: Date,
    /// Whether drafts and the preview's marks are shown.
    pub(crate) preview: bool,
    /// Whether this is a regulation site (see [`crate::source::is_managed`]): only then are there generated pages.
    pub(crate) managed: bool,
    pub(crate) register: Register,
    /// By weight, then name.
    pub(crate) instructions: Vec<Instruction>,
    pub(crate) order_texts: Vec<OrderText>,
    /// By source path. Bodies of generated pages are among them.
    pub(crate) pages: Vec<Page>,
    pub(crate) attachments: Vec<Attachment>,
    pub(crate) tree: Tree,
    /// Shared with the site before, where nothing has changed that a link could lead to.
    pub(crate) links: Arc<LinkIndex>,
    pub(crate) routes: Routes,
}

/// What the files of a content tree say, one by one.
#[derive(Debug, Default)]
pub(crate) struct Parts {
    pub(crate) folder: String,
    pub(crate) managed: bool,
    pub(crate) settings: Option<SiteSettings>,
    pub(crate) register: RegisterParts,
    pub(crate) instructions: Vec<(FileId, SitePath, InstructionFront, Doc)>,
    pub(crate) order_texts: Vec<OrderText>,
    /// By source path.
    pub(crate) pages: Vec<(FileId, SitePath, PageFront, Arc<Outline>)>,
    pub(crate) attachments: Vec<Attachment>,
    /// Paths of the theme's files that the site needs, below `assets/`.
    pub(crate) assets: Vec<String>,
}

impl Site {
    /// Brings the parts together. What does not fit becomes a finding; the site is there in any case. Of the site
    /// `before`, if there was one, is taken over what would come out the same.
    pub(crate) fn new(parts: Parts, today: Date, preview: bool, before: Option<&Self>, out: &mut Diagnostics) -> Self {
        let settings = Settings::new(parts.settings, &parts.folder);
        let register = parts.register.into_register(preview, out);
        let only = register.only_regulation().map(|r| r.slug.clone());
        let instructions = instructions(parts.instructions, only.as_deref(), preview);
        let pages = pages(parts.pages, preview);
        let mut site = Self {
            settings,
            today,
            preview,
            managed: parts.managed,
            register,
            instructions,
            order_texts: parts.order_texts,
            pages,
            attachments: parts.attachments,
            tree: Tree::default(),
            links: Arc::default(),
            routes: Routes::default(),
        };
        let mut assembly = Assembly::new(out);
        site.tree = site.plan_tree(&mut assembly);
        site.plan_rest(&mut assembly, &parts.assets);
        site.routes = assembly.finish();
        site.links = match before.filter(|before| site.is_linked_as(before)) {
            Some(before) => Arc::clone(&before.links),
            None => Arc::new(site.index_links()),
        };
        site
    }

    /// Whether links lead to the same places in both, told from all that the index is made of. Documentation alone is
    /// looked at: a regulation site is small, and its anchors come from everywhere.
    fn is_linked_as(&self, before: &Self) -> bool {
        let same_page = |a: &Page, b: &Page| {
            (&a.path, &a.out, &a.title) == (&b.path, &b.out, &b.title)
                && (Arc::ptr_eq(&a.outline, &b.outline) || a.outline.anchors == b.outline.anchors)
        };
        let same_file = |a: &Attachment, b: &Attachment| (&a.path, &a.out) == (&b.path, &b.out);
        !self.managed
            && !before.managed
            && self.pages.len() == before.pages.len()
            && self.attachments.len() == before.attachments.len()
            && self.pages.iter().zip(&before.pages).all(|(a, b)| same_page(a, b))
            && self.attachments.iter().zip(&before.attachments).all(|(a, b)| same_file(a, b))
            && self.routes == before.routes
    }

    /// Routes of pages and the tree that shows them.
    fn plan_tree(&self, assembly: &mut Assembly<'_>) -> Tree {
        let order = book_order(&self.pages);
        let mut tree = TreeBuilder::new(Title::Text(self.settings.title.clone()), order.clone());
        if self.managed {
            self.plan_generated(&mut tree, assembly);
            add_furniture(assembly);
        }
        // Folder pages first, so that pages find their folder titled.
        let (indexes, others): (Vec<_>, Vec<_>) = self.pages.iter().enumerate().partition(|(_, p)| p.is_index);
        for (i, page) in indexes.into_iter().chain(others) {
            if assembly.routes.get(&page.out).is_some_and(is_generated) {
                // A body for a page that is there already; its own title goes with it.
                if page.is_index && page.front.title.is_some() {
                    tree.index_page(page.path.folder(), &page.out, &Title::Text(page.title.clone()), None);
                }
                continue;
            }
            if !assembly.add(page.out.clone(), Job::Page(i), Place::file(page.file)) || page.is_summary() {
                continue;
            }
            let title = Title::Text(page.front.nav_title.clone().unwrap_or_else(|| page.title.clone()));
            let name =
                if page.is_index { page.path.folder().rsplit('/').next().unwrap_or("") } else { page.path.stem() };
            let key = NaturalKey::new(name);
            let own = order.get(page.path.as_str());
            let place = own.or_else(|| if page.is_index { order.get(page.path.folder()) } else { None }).copied();
            let rank = page.front.weight.or(place).map_or(Rank::Name(key.clone()), |w| Rank::Weight(w, key));
            if page.is_index {
                tree.index_page(page.path.folder(), &page.out, &title, Some(rank));
            } else {
                let folder = tree.folder(page.path.folder());
                tree.add(folder, Entry { out: page.out.clone(), title, folder: None }, rank);
            }
        }
        let tree = tree.finish();
        for (i, folder) in tree.folders.iter().enumerate() {
            if assembly.routes.get(&folder.out).is_none() {
                let job = if i == 0 && self.managed { Job::Home } else { Job::Folder(i) };
                assembly.add_quietly(folder.out.clone(), job);
            }
        }
        tree
    }

    /// Pages made from data, in the order of the site's navigation.
    fn plan_generated(&self, tree: &mut TreeBuilder, assembly: &mut Assembly<'_>) {
        let register = &self.register;
        let mut order = 0;
        let mut next = || {
            order += 1;
            Rank::Fixed(order)
        };
        let page = |name: &str| OutPath::from_steps(&format!("{name}.html"));
        assembly.add_quietly(page("index"), Job::Home);
        if !register.regulations.is_empty() {
            let out = page("regulations/index");
            assembly.add_quietly(out.clone(), Job::RegulationIndex);
            tree.add_folder("regulations", "", out, Title::Word("page-regulations"), next());
            for regulation in &register.regulations {
                let Some(shown) =
                    regulation.shown(self.today).map(|s| s.edition).or_else(|| regulation.editions.last())
                else {
                    continue;
                };
                let path = format!("regulations/{}", regulation.slug);
                let title = shown.front.short_title.clone().unwrap_or_else(|| shown.front.title.clone());
                let out = regulation_out(&regulation.slug);
                assembly.add(out.clone(), Job::Regulation(regulation.slug.clone()), Place::file(shown.file));
                let folder = tree.add_folder(&path, "regulations", out, Title::Text(title), next());
                for edition in regulation.editions.iter().rev() {
                    let out = edition_out(&edition.slug, edition.date);
                    let job = Job::Edition(edition.slug.clone(), edition.date);
                    if assembly.add(out.clone(), job, Place::file(edition.file)) {
                        tree.add(folder, Entry { out, title: Title::Edition(edition.date), folder: None }, next());
                    }
                }
            }
        }
        if !self.instructions.is_empty() {
            let out = page("instructions/index");
            assembly.add_quietly(out.clone(), Job::InstructionIndex);
            let folder = tree.add_folder("instructions", "", out, Title::Word("page-instructions"), next());
            for instruction in &self.instructions {
                let out = instruction.out();
                if assembly.add(out.clone(), Job::Instruction(instruction.slug.clone()), Place::file(instruction.file))
                {
                    let front = &instruction.front;
                    let title = Title::Text(front.nav_title.clone().unwrap_or_else(|| front.title.clone()));
                    tree.add(folder, Entry { out, title, folder: None }, next());
                }
            }
        }
        let mut single = |wanted: bool, name: &str, job: Job, word: &'static str, rank: Rank| {
            if wanted {
                assembly.add_quietly(page(name), job);
                tree.add(0, Entry { out: page(name), title: Title::Word(word), folder: None }, rank);
            }
        };
        single(!register.roles.is_empty(), "responsible", Job::Responsible, "page-responsible", next());
        single(!register.deadlines.is_empty(), "deadlines", Job::Deadlines, "page-deadlines", next());
        let is_public = self.settings.inspector_page == InspectorMode::Public;
        single(is_public, "inspector", Job::Inspector, "page-inspector", next());
        let orders_rank = next();
        single(!register.acts.is_empty(), "acts", Job::Acts, "page-acts", next());
        single(!register.terms.is_empty(), "terms", Job::Terms, "page-terms", next());
        single(!register.questions.is_empty(), "questions", Job::Questions, "page-questions", next());
        if !register.orders.is_empty() || !register.decisions.is_empty() {
            let out = page("orders/index");
            assembly.add_quietly(out.clone(), Job::OrderIndex);
            let folder = tree.add_folder("orders", "", out, Title::Word("page-orders"), orders_rank);
            let mut documents: Vec<(Date, OutPath, Title, Job, Place)> = Vec::new();
            for order in register.orders.iter() {
                let out = OutPath::from_steps(&format!("orders/{}.html", order.id.as_str()));
                let title = Title::Order(order.number.clone(), order.date);
                documents.push((order.date, out, title, Job::Order(order.id.as_str().to_owned()), order.at.clone()));
            }
            for decision in register.decisions.iter() {
                let out = OutPath::from_steps(&format!("decisions/{}.html", decision.id.as_str()));
                let title = Title::Decision(decision.school_year);
                let job = Job::Decision(decision.id.as_str().to_owned());
                documents.push((decision.date, out, title, job, decision.at.clone()));
            }
            // The newest first, as people look for them.
            documents.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
            for (_, out, title, job, place) in documents {
                if assembly.add(out.clone(), job, place) {
                    tree.add(folder, Entry { out, title, folder: None }, next());
                }
            }
        }
    }

    /// Routes that are in no navigation: furniture, attachments, assets.
    fn plan_rest(&self, assembly: &mut Assembly<'_>, assets: &[String]) {
        let page = |name: &str| OutPath::from_steps(name);
        // In plain documentation a page of that name comes first.
        add_furniture(assembly);
        if self.settings.base_url.is_some() {
            assembly.add_quietly(page("sitemap.xml"), Job::Sitemap);
        }
        for asset in assets {
            assembly.add_quietly(page(&format!("assets/{asset}")), Job::Asset(asset.clone()));
        }
        for attachment in &self.attachments {
            assembly.add(attachment.out.clone(), Job::Attachment(attachment.file), Place::file(attachment.file));
        }
    }

    fn index_links(&self) -> LinkIndex {
        let mut index = LinkIndex::default();
        for (out, job) in self.routes.iter() {
            let anchors = match job {
                Job::Attachment(_) | Job::Asset(_) | Job::Sitemap => None,
                // Pages come below, with their text.
                Job::Page(_) => continue,
                job => Some(self.generated_anchors(job)),
            };
            index.add(out.clone(), None, anchors);
        }
        for page in &self.pages {
            if self.routes.get(&page.out).is_some() {
                let mut anchors = self.routes.get(&page.out).map(|job| self.generated_anchors(job)).unwrap_or_default();
                if anchors.is_empty() {
                    index.add_text(page.out.clone(), &page.path, &page.outline);
                } else {
                    anchors.extend(page.outline.anchors.iter().cloned());
                    index.add(page.out.clone(), Some(&page.path), Some(anchors));
                }
                index.add_title(&page.title, &page.out);
                index.add_title(page.path.stem(), &page.out);
            }
        }
        for attachment in &self.attachments {
            index.add(attachment.out.clone(), Some(&attachment.path), None);
        }
        for instruction in &self.instructions {
            index.add(instruction.out(), Some(&instruction.path), Some(doc_anchors(&instruction.doc)));
        }
        for regulation in &self.register.regulations {
            let shown = regulation.shown(self.today).map(|s| s.edition.date);
            for edition in &regulation.editions {
                let anchors = act_anchors(&edition.text);
                if shown == Some(edition.date) {
                    index.add(regulation_out(&regulation.slug), None, Some(anchors.clone()));
                }
                index.add(edition_out(&edition.slug, edition.date), Some(&edition.path), Some(anchors));
                index.add_edition(
                    &edition.slug,
                    edition.date,
                    shown == Some(edition.date),
                    clause_lines(&edition.text),
                );
            }
        }
        index
    }

    /// Anchors of what a page made from data shows.
    fn generated_anchors(&self, job: &Job) -> Vec<String> {
        let register = &self.register;
        let prefixed =
            |prefix: &str, ids: &mut dyn Iterator<Item = &str>| ids.map(|id| format!("{prefix}-{id}")).collect();
        match job {
            Job::Responsible => prefixed("r", &mut register.roles.ids()),
            Job::Acts => prefixed("a", &mut register.acts.ids()),
            Job::Terms => prefixed("t", &mut register.terms.ids()),
            Job::Deadlines => prefixed("d", &mut register.deadlines.ids()),
            Job::Questions => (1..=register.questions.len()).map(|n| format!("q{n}")).collect(),
            Job::Order(id) => {
                let own = self.order_texts.iter().find(|t| t.order == *id);
                match (own, register.orders.get(id)) {
                    (Some(text), _) => doc_anchors(&text.doc),
                    (None, Some(order)) => {
                        (1..=order.appoints.len() + order.points.len()).map(|n| format!("n{n}")).collect()
                    }
                    (None, None) => Vec::new(),
                }
            }
            _ => Vec::new(),
        }
    }
}

/// Pages that every site has, whatever is in it.
fn add_furniture(assembly: &mut Assembly<'_>) {
    for (name, job) in [("contents.html", Job::Contents), ("search.html", Job::Search), ("404.html", Job::NotFound)] {
        assembly.add_quietly(OutPath::from_steps(name), job);
    }
}

/// Whether a content page of the same path is the body of this page rather than its rival.
fn is_generated(job: &Job) -> bool {
    matches!(
        job,
        Job::Home
            | Job::RegulationIndex
            | Job::InstructionIndex
            | Job::Responsible
            | Job::OrderIndex
            | Job::Deadlines
            | Job::Inspector
            | Job::Acts
            | Job::Terms
            | Job::Questions
            | Job::Contents
            | Job::Search
            | Job::NotFound
    )
}
