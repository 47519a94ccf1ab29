//! One name for every place of every page that is bound: ids that never meet, however alike the pages are.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::OutPath;

use super::Leaf;
use super::tags::{Piece, decoded, pieces};

/// Begins the ids that the frame round the leaves has for itself.
const OWN: &str = "svod.";

/// Names of leaves and of places on them.
#[derive(Debug, Default)]
pub(crate) struct Names {
    leaves: BTreeMap<OutPath, Named>,
    /// Pages whose text stands on another leaf, by path.
    aliases: BTreeMap<OutPath, OutPath>,
}

#[derive(Debug, Default)]
struct Named {
    /// The leaf itself.
    name: String,
    /// Its places: id on the page, id in the file.
    places: BTreeMap<String, String>,
}

impl Names {
    /// Gives names to leaves. Places of the leaf `plain` keep their ids, so that `#p2.4` is what it is on the site;
    /// those of others begin with the name of their leaf. `aliases` are pages that say what a leaf says.
    pub(crate) fn new(leaves: &[Leaf], plain: Option<&OutPath>, aliases: BTreeMap<OutPath, OutPath>) -> Self {
        let mut names = Self { leaves: BTreeMap::new(), aliases };
        let mut taken = BTreeSet::new();
        for leaf in leaves {
            let named = Named { name: free(&mut taken, stem(&leaf.out)), places: BTreeMap::new() };
            names.leaves.insert(leaf.out.clone(), named);
        }
        // The plain leaf chooses first.
        let (first, others): (Vec<&Leaf>, Vec<&Leaf>) = leaves.iter().partition(|leaf| Some(&leaf.out) == plain);
        for leaf in first.into_iter().chain(others) {
            let Some(named) = names.leaves.get_mut(&leaf.out) else { continue };
            for id in ids(&leaf.html) {
                let wanted = if Some(&leaf.out) == plain { id.clone() } else { format!("{}~{id}", named.name) };
                named.places.entry(id).or_insert_with(|| free(&mut taken, wanted));
            }
        }
        names
    }

    /// The leaf where the text of a page stands.
    pub(crate) fn leaf<'a>(&'a self, page: &'a OutPath) -> Option<&'a OutPath> {
        let page = self.aliases.get(page).unwrap_or(page);
        self.leaves.contains_key(page).then_some(page)
    }

    /// Name of the leaf itself.
    pub(crate) fn name(&self, page: &OutPath) -> Option<&str> {
        Some(&self.leaves.get(self.leaf(page)?)?.name)
    }

    /// What an id of a leaf has become.
    pub(crate) fn id(&self, page: &OutPath, id: &str) -> Option<&str> {
        Some(self.leaves.get(page)?.places.get(id)?)
    }

    /// Id of a place on a page; that of the leaf, if no such place is bound.
    pub(crate) fn place(&self, page: &OutPath, anchor: Option<&str>) -> Option<&str> {
        let named = self.leaves.get(self.leaf(page)?)?;
        Some(anchor.and_then(|a| named.places.get(a)).unwrap_or(&named.name))
    }
}

/// `instructions-teacher` for `instructions/teacher.html`, `orders` for `orders/index.html`.
fn stem(out: &OutPath) -> String {
    let path = out.as_str();
    let path = path.strip_suffix(".html").unwrap_or(path);
    path.strip_suffix("/index").unwrap_or(path).replace('/', "-")
}

fn free(taken: &mut BTreeSet<String>, wanted: String) -> String {
    let wanted = if wanted.starts_with(OWN) { format!("_{wanted}") } else { wanted };
    let mut name = wanted.clone();
    let mut turn = 2;
    while !taken.insert(name.clone()) {
        name = format!("{wanted}-{turn}");
        turn += 1;
    }
    name
}

/// The ids of a leaf.
fn ids(html: &str) -> impl Iterator<Item = String> {
    pieces(html).filter_map(|piece| match piece {
        Piece::Open(tag) => tag.get("id").map(decoded).filter(|id| !id.is_empty()),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn out(path: &str) -> OutPath {
        OutPath::new(path).unwrap()
    }

    fn leaf(path: &str, html: &str) -> Leaf {
        Leaf { out: out(path), title: String::new(), headings: Vec::new(), html: html.to_owned() }
    }

    #[test]
    fn names_never_meet() {
        let leaves = [
            leaf("regulations/sferum.html", "<p id=\"p2\"></p><p id=\"p2.4\"></p><p id=\"a-b\"></p>"),
            leaf("p2.html", "<p id=\"p2\"></p><dialog id=\"svod.cite\"></dialog>"),
            leaf("a/b.html", ""),
            leaf("a-b.html", ""),
            leaf("orders/index.html", "<p id=\"p2\"></p>"),
        ];
        let act = out("regulations/sferum.html");
        let old = out("regulations/sferum/2026-10-15.html");
        let names = Names::new(&leaves, Some(&act), BTreeMap::from([(old.clone(), act.clone())]));
        let place = |page: &str, anchor: &str| names.place(&out(page), Some(anchor)).map(str::to_owned);
        assert_eq!(place("regulations/sferum.html", "p2.4").as_deref(), Some("p2.4"));
        assert_eq!(names.place(&old, Some("p2.4")), Some("p2.4"), "the dated page says the same");
        assert_eq!(place("p2.html", "p2").as_deref(), Some("p2~p2"));
        assert_eq!(place("orders/index.html", "p2").as_deref(), Some("orders~p2"));
        assert_eq!(place("orders/index.html", "gone").as_deref(), Some("orders"));
        assert_eq!(place("guide/x.html", "p2"), None);
        // A leaf of that name, so the clause has to step aside.
        assert_eq!(place("regulations/sferum.html", "p2").as_deref(), Some("p2-2"));
        assert_eq!(names.name(&out("a/b.html")), Some("a-b"));
        assert_eq!(names.name(&out("a-b.html")), Some("a-b-2"));
    }
}
