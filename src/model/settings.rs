//! Settings with every default in one place.

use crate::base::{Lang, UtcOffset};
use crate::schema::records::{Font, FormerStaff, InspectorMode, Language, Organization, PanelMode, SiteSettings};

/// Settings of the site, complete.
#[derive(Clone, Debug)]
pub(crate) struct Settings {
    /// Name of the section; the folder's name if there is no `site.yml`.
    pub(crate) title: String,
    /// Language of the site's own words.
    pub(crate) lang: Lang,
    /// Address of the published section, ending in `/`.
    pub(crate) base_url: Option<String>,
    /// The school's official site.
    pub(crate) official_site: Option<String>,
    /// Its subsection «Документы».
    pub(crate) documents_url: Option<String>,
    /// Name of the theme.
    pub(crate) theme: String,
    /// The letters of the site.
    pub(crate) font: Font,
    /// The school's clock.
    pub(crate) utc_offset: UtcOffset,
    /// Who issues the acts.
    pub(crate) organization: Option<Organization>,
    /// What the deadline panel says.
    pub(crate) deadline_panel: PanelMode,
    /// Where the inspector's sheet goes.
    pub(crate) inspector_page: InspectorMode,
    /// Whether former holders are named.
    pub(crate) former_staff: FormerStaff,
    /// Whether raw HTML is let through.
    pub(crate) raw_html: bool,
    /// Codes of findings not reported.
    pub(crate) allow: Vec<String>,
    /// Codes of findings that count as errors.
    pub(crate) deny: Vec<String>,
}

impl Settings {
    /// Fills in what the file leaves out. `folder` is the title of a tree without settings.
    pub(crate) fn new(record: Option<SiteSettings>, folder: &str) -> Self {
        let record = record.as_ref();
        let text = |pick: fn(&SiteSettings) -> &Option<String>| record.and_then(|r| pick(r).clone());
        let with_slash = |url: String| if url.ends_with('/') { url } else { url + "/" };
        Self {
            title: record.map_or_else(|| folder.to_owned(), |r| r.title.clone()),
            lang: match record.and_then(|r| r.language) {
                Some(Language::En) => Lang::En,
                Some(Language::Ru) | None => Lang::Ru,
            },
            base_url: text(|r| &r.base_url).filter(|u| !u.is_empty()).map(with_slash),
            official_site: text(|r| &r.official_site),
            documents_url: text(|r| &r.documents_url),
            theme: text(|r| &r.theme).unwrap_or_else(|| "default".to_owned()),
            font: record.and_then(|r| r.font).unwrap_or(Font::System),
            utc_offset: record.and_then(|r| r.utc_offset).unwrap_or_default(),
            organization: record.and_then(|r| r.organization.clone()),
            deadline_panel: record.and_then(|r| r.deadline_panel).unwrap_or(PanelMode::Dates),
            inspector_page: record.and_then(|r| r.inspector_page).unwrap_or(InspectorMode::Local),
            former_staff: record.and_then(|r| r.former_staff).unwrap_or(FormerStaff::Hide),
            raw_html: record.and_then(|r| r.raw_html).unwrap_or(false),
            allow: record.map(|r| r.allow.clone()).unwrap_or_default(),
            deny: record.map(|r| r.deny.clone()).unwrap_or_default(),
        }
    }
}
