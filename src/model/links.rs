//! Where links lead: every spelling of a link judged against the pages, attachments and anchors of the site.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use crate::base::{Address, Date, OutPath, SitePath, joined};
use crate::schema::keys::nearest_of;

use super::Outline;

/// What a link means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Resolved {
    /// An anchor of the very page that holds the link; `None` for its top.
    Here { anchor: Option<String> },
    /// A file of this site, and an anchor in it.
    Internal { out: OutPath, anchor: Option<String> },
    /// Somewhere else: `http`, `https`, `mailto`, `tel`, as typed.
    External(String),
    /// Nowhere.
    Fault(Fault),
}

/// Why a link leads nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// No such page or attachment. What was probably meant tells [`LinkIndex::nearest`].
    Missing { attachment: bool },
    /// The page is there, the anchor is not; the nearest surviving one.
    Anchor { out: OutPath, anchor: String, nearest: Option<String> },
    /// A root-absolute address of some other site layout.
    Outside,
    /// A scheme that is not allowed (`javascript:`, `data:`).
    Scheme(String),
    /// A wiki link that several pages answer to.
    Ambiguous(Vec<String>),
}

/// A file that links may lead to.
#[derive(Clone, Debug)]
enum Target {
    /// Its anchors are not known (attachments).
    File,
    /// With its anchors, sorted.
    Anchored(Vec<String>),
    /// A page whose anchors are those of its text.
    Text(Arc<Outline>),
}

impl Target {
    /// Anchors, sorted; `None` when they are not known.
    fn anchors(&self) -> Option<&[String]> {
        match self {
            Self::File => None,
            Self::Anchored(anchors) => Some(anchors),
            Self::Text(outline) => Some(&outline.anchors),
        }
    }
}

/// The editions of one regulation, for addresses.
#[derive(Clone, Debug, Default)]
struct Editions {
    /// Date of the edition that the regulation's own address shows.
    shown: Option<Date>,
    /// Anchor of each абзац, by edition and clause anchor: `["p2.4", "p2.4-1", …]`.
    paragraphs: BTreeMap<Date, BTreeMap<String, Vec<String>>>,
}

/// Knows every page, attachment and anchor of the site.
#[derive(Clone, Debug, Default)]
pub(crate) struct LinkIndex {
    /// Output path of each source file that has one.
    sources: BTreeMap<String, OutPath>,
    targets: BTreeMap<OutPath, Target>,
    /// Pages by their title and file name, for wiki links.
    names: Vec<(String, OutPath)>,
    /// The same by [`wiki_key`], once a wiki link asks: most sites have none.
    titles: OnceLock<BTreeMap<String, Vec<OutPath>>>,
    /// The first source file of each name, once a link leads nowhere.
    file_names: OnceLock<BTreeMap<String, String>>,
    regulations: BTreeMap<String, Editions>,
}

/// Output path of the page that a regulation's own address shows.
pub(crate) fn regulation_out(slug: &str) -> OutPath {
    OutPath::from_steps(&format!("regulations/{slug}.html"))
}

/// Output path of an edition at its permanent address.
pub(crate) fn edition_out(slug: &str, date: Date) -> OutPath {
    OutPath::from_steps(&format!("regulations/{slug}/{date}.html"))
}

impl LinkIndex {
    /// Makes a page or file known. `source` is the content file it comes from, if any.
    pub(crate) fn add(&mut self, out: OutPath, source: Option<&SitePath>, anchors: Option<Vec<String>>) {
        let target = anchors.map_or(Target::File, |mut anchors| {
            anchors.sort();
            anchors.dedup();
            Target::Anchored(anchors)
        });
        self.insert(out, source, target);
    }

    /// Makes a page known whose anchors are those of its text.
    pub(crate) fn add_text(&mut self, out: OutPath, source: &SitePath, outline: &Arc<Outline>) {
        self.insert(out, Some(source), Target::Text(Arc::clone(outline)));
    }

    fn insert(&mut self, out: OutPath, source: Option<&SitePath>, target: Target) {
        if let Some(source) = source {
            self.sources.insert(source.as_str().to_owned(), out.clone());
            self.file_names = OnceLock::new();
        }
        self.targets.insert(out, target);
    }

    /// Makes a page findable by its title in wiki links.
    pub(crate) fn add_title(&mut self, title: &str, out: &OutPath) {
        self.names.push((title.to_owned(), out.clone()));
        self.titles = OnceLock::new();
    }

    fn titles(&self) -> &BTreeMap<String, Vec<OutPath>> {
        self.titles.get_or_init(|| {
            let mut titles: BTreeMap<String, Vec<OutPath>> = BTreeMap::new();
            for (title, out) in &self.names {
                let pages = titles.entry(wiki_key(title)).or_default();
                if !pages.contains(out) {
                    pages.push(out.clone());
                }
            }
            titles
        })
    }

    /// Makes an edition known: the anchors of its paragraphs by clause, and whether the regulation's address shows it.
    pub(crate) fn add_edition(
        &mut self,
        slug: &str,
        date: Date,
        shown: bool,
        paragraphs: BTreeMap<String, Vec<String>>,
    ) {
        let editions = self.regulations.entry(slug.to_owned()).or_default();
        if shown {
            editions.shown = Some(date);
        }
        editions.paragraphs.insert(date, paragraphs);
    }

    /// What a link typed in the file `from` means.
    pub(crate) fn resolve(&self, from: &SitePath, to: &str, wiki: bool) -> Resolved {
        let to = to.trim();
        if let Some(scheme) = scheme(to) {
            return match scheme.to_ascii_lowercase().as_str() {
                "http" | "https" | "mailto" | "tel" => Resolved::External(to.to_owned()),
                other => Resolved::Fault(Fault::Scheme(other.to_owned())),
            };
        }
        if to.starts_with("//") || to.starts_with("\\\\") {
            return Resolved::Fault(Fault::Scheme("//".to_owned()));
        }
        let (path, anchor) = match to.split_once('#') {
            Some((path, anchor)) => (path, Some(percent_decoded(anchor))),
            None => (to, None),
        };
        let anchor = anchor.filter(|a| !a.is_empty());
        let path = percent_decoded(path.split('?').next().unwrap_or(""));
        let own = self.sources.get(from.as_str());
        let out = if path.is_empty() {
            own.cloned()
        } else if wiki {
            match self.wiki(from, &path) {
                Ok(out) => Some(out),
                Err(fault) => return Resolved::Fault(fault),
            }
        } else {
            self.file(from, &path)
        };
        let Some(out) = out else {
            if path.is_empty() {
                return Resolved::Here { anchor };
            }
            return Resolved::Fault(if path.starts_with('/') { Fault::Outside } else { missing(&path) });
        };
        let here = own == Some(&out);
        match anchor {
            None if here => Resolved::Here { anchor: None },
            None => Resolved::Internal { out, anchor: None },
            Some(anchor) => match self.anchor_fault(&out, &anchor) {
                Some(fault) => Resolved::Fault(fault),
                None if here => Resolved::Here { anchor: Some(anchor) },
                None => Resolved::Internal { out, anchor: Some(anchor) },
            },
        }
    }

    /// The page and anchor of an address whose regulation is filled in. `home` is the edition that the text itself
    /// belongs to, if any: an old edition keeps pointing inside itself. `paragraph` is an абзац of the clause.
    pub(crate) fn address(&self, address: &Address, paragraph: Option<u32>, home: Option<(&str, Date)>) -> Resolved {
        let missing = || Resolved::Fault(Fault::Missing { attachment: false });
        let slug = address.regulation.as_deref().or(home.map(|(slug, _)| slug));
        let Some((slug, editions)) = slug.and_then(|s| self.regulations.get_key_value(s)) else { return missing() };
        let home = home.filter(|(home_slug, _)| home_slug == slug).map(|(_, date)| date);
        let Some(date) = address.edition.or(home).or(editions.shown) else { return missing() };
        let Some(paragraphs) = editions.paragraphs.get(&date) else { return missing() };
        let fixed = address.edition.is_some() || home.is_some() || editions.shown != Some(date);
        let out = if fixed { edition_out(slug, date) } else { regulation_out(slug) };
        let mut anchor = address.anchor();
        if let (Some(clause), Some(n)) = (&anchor, paragraph) {
            match paragraphs.get(clause).and_then(|p| p.get((n as usize).checked_sub(1)?)) {
                Some(found) => anchor = Some(found.clone()),
                None => {
                    let nearest = Some(clause.clone());
                    return Resolved::Fault(Fault::Anchor { out, anchor: format!("{clause}-a{n}"), nearest });
                }
            }
        }
        if let Some(fault) = anchor.as_deref().and_then(|a| self.anchor_fault(&edition_out(slug, date), a)) {
            return Resolved::Fault(fault);
        }
        if home == Some(date) { Resolved::Here { anchor } } else { Resolved::Internal { out, anchor } }
    }

    /// The date of the edition that an address without a date means.
    pub(crate) fn shown(&self, slug: &str) -> Option<Date> {
        self.regulations.get(slug).and_then(|e| e.shown)
    }

    fn anchor_fault(&self, out: &OutPath, anchor: &str) -> Option<Fault> {
        let anchors = self.targets.get(out)?.anchors()?;
        if anchor == "top" || anchors.binary_search_by(|a| a.as_str().cmp(anchor)).is_ok() {
            return None;
        }
        let has = |name: &str| anchors.binary_search_by(|a| a.as_str().cmp(name)).is_ok();
        let nearest = if anchor.starts_with('p') && anchor[1..].starts_with(|c: char| c.is_ascii_digit()) {
            surviving(anchor, &has)
        } else {
            let at = anchors.partition_point(|a| a.as_str() < anchor);
            let around = at.saturating_sub(AROUND)..anchors.len().min(at + AROUND);
            nearest_of(anchor, anchors.get(around)?.iter().map(String::as_str)).map(str::to_owned)
        };
        Some(Fault::Anchor { out: out.clone(), anchor: anchor.to_owned(), nearest })
    }

    /// The file that a relative or root-absolute path means.
    fn file(&self, from: &SitePath, path: &str) -> Option<OutPath> {
        let folder_wanted = path.ends_with('/');
        let path = joined(if path.starts_with('/') { "" } else { from.folder() }, path)?;
        let source = |p: &str| self.sources.get(p).cloned();
        let made = |p: &str| {
            let out = OutPath::from_steps(p);
            self.targets.contains_key(&out).then_some(out)
        };
        let inside = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}/{name}") };
        let folder = || {
            let regulation = path.strip_prefix("regulations/").filter(|s| self.regulations.contains_key(*s));
            regulation
                .map(regulation_out)
                .or_else(|| ["index.md", "README.md", "readme.md"].iter().find_map(|n| source(&inside(n))))
                .or_else(|| made(&inside("index.html")))
        };
        if folder_wanted || path.is_empty() {
            return folder();
        }
        let stem = path.strip_suffix(".html").or_else(|| path.strip_suffix(".htm"));
        source(&path)
            .or_else(|| source(&format!("{path}.md")))
            .or_else(|| stem.and_then(|s| source(&format!("{s}.md"))))
            .or_else(|| if path.contains('.') { made(&path) } else { None })
            .or_else(|| made(&format!("{path}.html")))
            .or_else(folder)
            // A generated page named as if it had a source: `../deadlines.md`.
            .or_else(|| path.strip_suffix(".md").and_then(|s| made(&format!("{s}.html"))))
    }

    fn wiki(&self, from: &SitePath, name: &str) -> Result<OutPath, Fault> {
        if let Some(out) = self.file(from, name) {
            return Ok(out);
        }
        match self.titles().get(&wiki_key(name)).map(Vec::as_slice) {
            Some([one]) => Ok(one.clone()),
            Some(several) => {
                // A page of the same folder is meant before others.
                let folder = self.sources.get(from.as_str()).map_or("", |o| o.folder());
                let mut near = several.iter().filter(|o| o.folder() == folder);
                match (near.next(), near.next()) {
                    (Some(one), None) => Ok(one.clone()),
                    _ => Err(Fault::Ambiguous(several.iter().map(|o| o.as_str().to_owned()).collect())),
                }
            }
            None => Err(Fault::Missing { attachment: false }),
        }
    }

    /// What was probably meant by a link to a page or attachment that is not there, as the author would type it from
    /// the root. Looks through the whole site, so it is asked for what is told to somebody and not for what is shown.
    pub(crate) fn nearest(&self, from: &SitePath, to: &str, wiki: bool) -> Option<String> {
        let path = percent_decoded(to.trim().split(['#', '?']).next().unwrap_or_default());
        if wiki {
            let wanted = wiki_key(&path);
            return nearest_of(&wanted, around(self.titles(), &wanted)).map(str::to_owned);
        }
        let wanted = joined(from.folder(), &path).unwrap_or(path);
        let name = wanted.rsplit('/').next().unwrap_or("");
        // The same name in another folder is likelier meant than a similar name.
        self.file_names().get(name).cloned().or_else(|| {
            let folder = wanted.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
            let inside =
                around(&self.sources, &wanted).filter_map(|source| Some((source, source.strip_prefix(&folder)?)));
            let neighbours = inside.filter(|(_, name)| !name.contains('/')).map(|(source, _)| source);
            nearest_of(&wanted, neighbours).map(str::to_owned)
        })
    }

    fn file_names(&self) -> &BTreeMap<String, String> {
        self.file_names.get_or_init(|| {
            let mut names = BTreeMap::new();
            for source in self.sources.keys() {
                let name = source.rsplit('/').next().unwrap_or_default();
                names.entry(name.to_owned()).or_insert_with(|| source.clone());
            }
            names
        })
    }
}

/// Names on either side in the alphabet among which the one that was probably meant is looked for. Thousands of links
/// that lead nowhere, each compared with thousands of names, would hold the site up for hours.
const AROUND: usize = 100;

/// The names around a wanted one, in their order.
fn around<'m, T>(names: &'m BTreeMap<String, T>, wanted: &str) -> impl Iterator<Item = &'m str> {
    let mut before: Vec<&str> =
        names.range(..wanted.to_owned()).rev().take(AROUND).map(|(name, _)| name.as_str()).collect();
    before.reverse();
    before.into_iter().chain(names.range(wanted.to_owned()..).take(AROUND).map(|(name, _)| name.as_str()))
}

/// That there is no such file; by its name a page or an attachment.
fn missing(path: &str) -> Fault {
    let extension = path.rsplit('/').next().and_then(|n| n.rsplit_once('.')).map_or("", |(_, e)| e);
    Fault::Missing { attachment: !matches!(extension.to_ascii_lowercase().as_str(), "" | "md" | "html" | "htm") }
}

/// Climbs from an anchor that is gone to the nearest that is there: `p2.4-9` to `p2.4`, `p2.6` to `p2`.
fn surviving(anchor: &str, has: &dyn Fn(&str) -> bool) -> Option<String> {
    let mut name = anchor;
    while let Some(cut) = name.rfind(['-', '.', '_']) {
        name = &name[..cut];
        if has(name) {
            return Some(name.to_owned());
        }
    }
    None
}

/// The scheme of an absolute address. A drive letter (`C:\…`) counts as one, so that it is refused.
fn scheme(to: &str) -> Option<&str> {
    let (scheme, _) = to.split_once(':')?;
    let fits = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    fits.then_some(scheme)
}

fn percent_decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    if !bytes.contains(&b'%') {
        return text.to_owned();
    }
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut i = 0;
    while let Some(&byte) = bytes.get(i) {
        let hex = |at: usize| bytes.get(at).and_then(|&b| char::from(b).to_digit(16));
        if let (b'%', Some(high), Some(low)) = (byte, hex(i + 1), hex(i + 2)) {
            decoded.push(u8::try_from(high * 16 + low).unwrap_or(b'?'));
            i += 3;
        } else {
            decoded.push(byte);
            i += 1;
        }
    }
    String::from_utf8(decoded).unwrap_or_else(|_| text.to_owned())
}

/// Wiki titles are compared without case, spaces, hyphens and underscores.
fn wiki_key(title: &str) -> String {
    let last = title.rsplit('/').next().unwrap_or(title);
    last.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '_')).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests;
