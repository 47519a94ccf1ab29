//! The frame that all pages share.

use serde::Serialize;

use crate::base::OutPath;
use crate::model::{EditionStatus, Folder, Job};
use crate::schema::records::Font;
use crate::theme::{FONT_STYLE, asset_out};

use super::citation::{Day, page_name};
use super::context::{Body, Cx};
use super::documents::order_label;
use super::html::{Html, TocEntry, scheme_allowed};

/// A link with its words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct LinkView {
    /// Relative to the page.
    pub(crate) href: String,
    /// Words of the link.
    pub(crate) title: String,
}

/// What all pages share.
#[derive(Serialize)]
pub(crate) struct Frame<'a> {
    /// Language of the page: `ru` or `en`.
    pub(crate) lang: &'static str,
    /// Name of the section, from the settings.
    pub(crate) site_title: &'a str,
    /// Title of the page: its only `h1`.
    pub(crate) title: String,
    /// Anchor of the title, if the text has one for it.
    pub(crate) title_anchor: Option<String>,
    /// «Тема — раздел — школа», for the window; the section and the school alone on the home page.
    pub(crate) head_title: String,
    /// A line about the page, for search engines.
    pub(crate) description: Option<String>,
    /// Full address of the page, if the site knows its own.
    pub(crate) canonical: Option<String>,
    /// Full address that a printed copy bears; that of the edition itself where the page shows one.
    pub(crate) paper_address: Option<String>,
    /// The page as a citation names it; absent where there is nothing to cite or to print.
    pub(crate) citation: Option<String>,
    /// What the page is, for machines: JSON-LD that stands in a `script` of its own type.
    pub(crate) facts: Html,
    /// Whether the page is the home page.
    pub(crate) is_home: bool,
    /// Link to the home page.
    pub(crate) home: String,
    /// Link to the page of all contents, if there is one.
    pub(crate) contents: Option<String>,
    /// Link to the search page, if there is one.
    pub(crate) search: Option<String>,
    /// Link to the style sheet; absent on a page that must stand alone.
    pub(crate) style: Option<String>,
    /// Link to the style sheet of the packaged font, where the site asks for it.
    pub(crate) font_style: Option<String>,
    /// Link to the script; absent on a page that must stand alone.
    pub(crate) script: Option<String>,
    /// Link to the folder of the theme's files, with the last slash; absent on a page that must stand alone.
    pub(crate) assets: Option<String>,
    /// Link to the style sheet of the search; absent where the script is.
    pub(crate) search_style: Option<String>,
    /// Link to the script of the search box.
    pub(crate) search_script: Option<String>,
    /// The folders above this page, from the home page; without the page itself.
    pub(crate) breadcrumbs: Vec<LinkView>,
    /// Navigation of the section, rendered from `parts/nav.html`.
    pub(crate) nav: Html,
    /// Headings of this page.
    pub(crate) toc: Vec<TocEntry>,
    /// Which edition is in force, one line for each regulation that the page speaks of; of all where it speaks of none.
    pub(crate) editions: Vec<EditionLine>,
    /// «Сведения на 22.11.2026», only on pages whose content is computed for a day.
    pub(crate) as_of: Option<String>,
    /// Page before in reading order.
    pub(crate) previous: Option<LinkView>,
    /// Page after in reading order.
    pub(crate) next: Option<LinkView>,
    /// The school's official site.
    pub(crate) official_site: Option<&'a str>,
    /// Its subsection «Документы».
    pub(crate) documents_url: Option<&'a str>,
    /// Who issues the acts.
    pub(crate) organization: Option<OrganizationView<'a>>,
    /// Whether this is the preview, where drafts are shown.
    pub(crate) preview: bool,
    /// Whether the page is a draft (in the preview only).
    pub(crate) draft: bool,
}

/// Which edition of a regulation is in force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct EditionLine {
    /// The regulation.
    pub(crate) href: String,
    /// «Положение о чатах: действует редакция от 15.10.2026 (приказ от 15.10.2026 № 01-07/286)».
    pub(crate) title: String,
    /// The list of all its editions.
    pub(crate) history: String,
}

/// Where the list of editions stands on the page of a regulation.
pub(crate) const HISTORY: &str = "svod.history";

/// The organisation, for the foot of the page.
#[derive(Serialize)]
pub(crate) struct OrganizationView<'a> {
    /// Full name.
    pub(crate) name: &'a str,
    /// Short name; the full one if there is none.
    pub(crate) short_name: &'a str,
    /// Founder.
    pub(crate) founder: Option<&'a str>,
    /// Postal address.
    pub(crate) address: Option<&'a str>,
    /// Telephone as written.
    pub(crate) phone: Option<&'a str>,
    /// Link of the telephone, `tel:`.
    pub(crate) phone_href: Option<String>,
    /// Electronic mail.
    pub(crate) email: Option<&'a str>,
}

impl<'a> Frame<'a> {
    /// The frame of a page with that title.
    pub(crate) fn new(cx: Cx<'a>, title: impl Into<String>) -> Self {
        let settings = &cx.site.settings;
        let title = title.into();
        let root = OutPath::from_steps("index.html");
        let is_home = *cx.out == root;
        let own = settings.title.as_str();
        let frame = Self {
            lang: settings.lang.code(),
            site_title: own,
            title_anchor: None,
            head_title: head_title(
                &title,
                own,
                settings.organization.as_ref().map(|o| o.short_name.as_deref().unwrap_or(&o.name)),
            ),
            citation: Some(page_name(cx, &title, Day::None)),
            title,
            description: None,
            canonical: full_address(cx, cx.out),
            paper_address: full_address(cx, cx.out),
            facts: Html::default(),
            is_home,
            home: cx.href(&root),
            contents: cx.job(&Job::Contents),
            search: cx.job(&Job::Search),
            style: Some(cx.href(&asset_out("css/svod.css"))),
            font_style: (settings.font == Font::Golos).then(|| cx.href(&asset_out(FONT_STYLE))),
            script: Some(cx.href(&asset_out("js/svod.js"))),
            assets: cx.href(&asset_out("css/svod.css")).strip_suffix("css/svod.css").map(str::to_owned),
            search_style: Some(cx.href(&asset_out("css/search.css"))),
            search_script: Some(cx.href(&asset_out("js/search.js"))),
            breadcrumbs: breadcrumbs(cx),
            nav: Html::default(),
            toc: Vec::new(),
            editions: Vec::new(),
            as_of: None,
            previous: None,
            next: None,
            official_site: settings.official_site.as_deref().filter(|u| scheme_allowed(u)),
            documents_url: settings.documents_url.as_deref().filter(|u| scheme_allowed(u)),
            organization: settings.organization.as_ref().map(|o| OrganizationView {
                name: &o.name,
                short_name: o.short_name.as_deref().unwrap_or(&o.name),
                founder: o.founder.as_deref(),
                address: o.address.as_deref(),
                phone: o.phone.as_deref(),
                phone_href: o.phone.as_deref().map(phone_href),
                email: o.email.as_deref(),
            }),
            preview: cx.site.preview,
            draft: false,
        };
        // Where there are many, only a page of one of them says which edition is in force.
        if cx.site.register.regulations.len() > 3 { frame } else { frame.with_editions(cx, None) }
    }

    /// With the contents and the title of a text.
    pub(crate) fn with_body(mut self, body: &Body) -> Self {
        self.toc.clone_from(&body.toc);
        self.title_anchor.clone_from(&body.title_anchor);
        self
    }

    /// With a line of the contents for a part of the page that its template writes, if it is there.
    pub(crate) fn with_part(mut self, cx: Cx<'_>, anchor: &str, key: &str, there: bool) -> Self {
        if there {
            self.toc.push(TocEntry { anchor: anchor.to_owned(), text: cx.word(key), depth: 1 });
        }
        self
    }

    /// With the line that says for which day the content is computed.
    pub(crate) fn computed(mut self, cx: Cx<'_>) -> Self {
        self.as_of = Some(cx.say("as-of", &[("date", cx.site.today.dotted().into())]));
        self.citation = Some(page_name(cx, &self.title, Day::Today));
        self
    }

    /// With the edition line of a regulation, or of all if none is named.
    pub(crate) fn with_editions(mut self, cx: Cx<'_>, slug: Option<&str>) -> Self {
        self.editions.clear();
        for regulation in &cx.site.register.regulations {
            if slug.is_some_and(|s| s != regulation.slug) {
                continue;
            }
            let Some(shown) = regulation.shown(cx.site.today) else { continue };
            let key = match shown.status {
                EditionStatus::InForce => "edition-line",
                EditionStatus::NotYet => "edition-line-not-yet",
                EditionStatus::Draft => "edition-line-draft",
                EditionStatus::Superseded | EditionStatus::Lost => "edition-line-lost",
            };
            let front = &shown.edition.front;
            let title = front.short_title.as_deref().unwrap_or(&front.title);
            let values = [("title", title.into()), ("date", shown.edition.date.dotted().into())];
            let mut line = cx.say(key, &values);
            let order = cx.site.register.order_named(front.order.as_ref());
            if let Some(order) = order.filter(|_| shown.status == EditionStatus::InForce) {
                line.push_str(&format!(" ({})", order_label(cx, order)));
            }
            let job = Job::Regulation(regulation.slug.clone());
            if let (Some(href), Some(history)) = (cx.job(&job), cx.job_anchor(&job, Some(HISTORY))) {
                self.editions.push(EditionLine { href, title: line, history });
            }
        }
        self
    }
}

/// «Тема — раздел — школа»; nothing is said twice.
fn head_title(title: &str, own: &str, school: Option<&str>) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for part in [Some(title), Some(own), school].into_iter().flatten() {
        if !parts.iter().any(|said| said.contains(part)) {
            parts.push(part);
        }
    }
    parts.join(" — ")
}

/// The full address of a page, if the site knows its own.
pub(crate) fn full_address(cx: Cx<'_>, out: &OutPath) -> Option<String> {
    cx.site.settings.base_url.as_ref().map(|base| format!("{base}{}", public(out)))
}

/// `index.html` is left out of full addresses.
pub(crate) fn public(out: &OutPath) -> &str {
    let path = out.as_str();
    match path.strip_suffix("index.html") {
        Some(folder) if folder.is_empty() || folder.ends_with('/') => folder,
        _ => path,
    }
}

/// `tel:+73420000000` for «+7 (342) 000-00-00, доб. 1».
fn phone_href(phone: &str) -> String {
    let number = phone.split(',').next().unwrap_or(phone);
    let digits = number.chars().filter(|c| c.is_ascii_digit() || *c == '+');
    format!("tel:{}", digits.collect::<String>())
}

fn breadcrumbs(cx: Cx<'_>) -> Vec<LinkView> {
    let links = above(cx).into_iter().map(|f| LinkView { href: cx.href(&f.out), title: cx.title(&f.title) });
    let mut links: Vec<LinkView> = links.collect();
    if let Some(first) = links.first_mut() {
        first.title = cx.word("home");
    }
    links
}

/// The folders above a page, from the root.
pub(crate) fn above<'a>(cx: Cx<'a>) -> Vec<&'a Folder> {
    let tree = &cx.site.tree;
    if tree.folders.is_empty() {
        return Vec::new();
    }
    let chain = tree.ancestors(cx.lookup.folder_of(cx.out));
    chain.into_iter().filter_map(|at| tree.folders.get(at)).filter(|f| f.out != *cx.out).collect()
}
