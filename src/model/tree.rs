//! Making the tree of folders and entries out of pages and generated sections.

use std::collections::BTreeMap;

use crate::base::OutPath;

use super::{Entry, Folder, Title, Tree};

/// Where an entry stands among its neighbours: generated pages in their fixed order, then by weight, then by name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// A generated page or section, in the order of the site.
    Fixed(u32),
    /// A page with a weight.
    Weight(i32, NaturalKey),
    /// A page without one.
    Name(NaturalKey),
}

/// A name with its numbers compared as numbers: `2-b` before `10-a`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct NaturalKey(Vec<(u64, String)>);

impl NaturalKey {
    pub(super) fn new(name: &str) -> Self {
        let mut parts = Vec::new();
        let mut rest = name;
        while !rest.is_empty() {
            let text_len = rest.find(|c: char| c.is_ascii_digit()).unwrap_or(rest.len());
            let (text, tail) = rest.split_at(text_len);
            let digits_len = tail.find(|c: char| !c.is_ascii_digit()).unwrap_or(tail.len());
            let (digits, tail) = tail.split_at(digits_len);
            // The number follows its text, so that texts are compared first.
            if !text.is_empty() || parts.is_empty() {
                parts.push((0, text.to_lowercase()));
            }
            if !digits.is_empty() {
                parts.push((digits.parse().unwrap_or(u64::MAX), String::new()));
            }
            rest = tail;
        }
        Self(parts)
    }
}

/// Grows a [`Tree`] from folders named by their source paths.
pub(super) struct TreeBuilder {
    folders: Vec<Folder>,
    ranks: Vec<Vec<Rank>>,
    by_path: BTreeMap<String, usize>,
    /// Places of folders without a page of their own, where a table of contents gives one.
    order: BTreeMap<String, i32>,
}

impl TreeBuilder {
    /// A tree with its root alone.
    pub(super) fn new(title: Title, order: BTreeMap<String, i32>) -> Self {
        let root = Folder { out: OutPath::from_steps("index.html"), title, parent: None, entries: Vec::new() };
        Self { folders: vec![root], ranks: vec![Vec::new()], by_path: BTreeMap::from([(String::new(), 0)]), order }
    }

    /// The folder with that source path; it and the folders above it are made if they are not there, titled by their
    /// names.
    pub(super) fn folder(&mut self, path: &str) -> usize {
        if let Some(&index) = self.by_path.get(path) {
            return index;
        }
        let (above, name) = path.rsplit_once('/').unwrap_or(("", path));
        let key = NaturalKey::new(name);
        let rank = self.order.get(path).map_or(Rank::Name(key.clone()), |&place| Rank::Weight(place, key));
        let out = OutPath::from_steps(&format!("{path}/index.html"));
        self.add_folder(path, above, out, Title::Text(name.to_owned()), rank)
    }

    /// Adds a folder with its own title, page and rank.
    pub(super) fn add_folder(&mut self, path: &str, above: &str, out: OutPath, title: Title, rank: Rank) -> usize {
        let parent = self.folder(above);
        let index = self.folders.len();
        self.folders.push(Folder { out: out.clone(), title: title.clone(), parent: Some(parent), entries: Vec::new() });
        self.ranks.push(Vec::new());
        self.by_path.insert(path.to_owned(), index);
        self.add(parent, Entry { out, title, folder: Some(index) }, rank);
        index
    }

    /// Adds an entry to a folder.
    pub(super) fn add(&mut self, folder: usize, entry: Entry, rank: Rank) {
        if let (Some(folder), Some(ranks)) = (self.folders.get_mut(folder), self.ranks.get_mut(folder)) {
            folder.entries.push(entry);
            ranks.push(rank);
        }
    }

    /// Gives a folder its own page: title and rank come from the page.
    pub(super) fn index_page(&mut self, path: &str, out: &OutPath, title: &Title, rank: Option<Rank>) {
        let index = self.folder(path);
        let parent = self.folders.get(index).and_then(|f| f.parent);
        if let Some(folder) = self.folders.get_mut(index) {
            folder.out = out.clone();
            folder.title = title.clone();
        }
        let Some((parent, ranks)) = parent.and_then(|p| Some((self.folders.get_mut(p)?, self.ranks.get_mut(p)?)))
        else {
            return;
        };
        for (entry, old_rank) in parent.entries.iter_mut().zip(ranks) {
            if entry.folder == Some(index) {
                entry.out = out.clone();
                entry.title = title.clone();
                if let Some(rank) = &rank
                    && !matches!(old_rank, Rank::Fixed(_))
                {
                    *old_rank = rank.clone();
                }
            }
        }
    }

    /// Sorts the entries of every folder and gives the tree.
    pub(super) fn finish(mut self) -> Tree {
        for (folder, ranks) in self.folders.iter_mut().zip(&self.ranks) {
            let mut order: Vec<usize> = (0..folder.entries.len()).collect();
            order.sort_by(|&a, &b| {
                ranks.get(a).cmp(&ranks.get(b)).then_with(|| {
                    let out = |i: usize| folder.entries.get(i).map(|e| &e.out);
                    out(a).cmp(&out(b))
                })
            });
            folder.entries = order.into_iter().filter_map(|i| folder.entries.get(i).cloned()).collect();
        }
        Tree { folders: self.folders }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_go_by_their_numbers() {
        let mut names = ["10-a", "2-b", "b", "a", "2-a", "1"];
        names.sort_by_key(|n| NaturalKey::new(n));
        assert_eq!(names, ["1", "2-a", "2-b", "10-a", "a", "b"]);
    }

    #[test]
    fn weights_come_first_and_folders_keep_their_page() {
        let mut tree = TreeBuilder::new(Title::Text("Дом".into()), BTreeMap::from([("b".to_owned(), 7)]));
        let root = tree.folder("");
        let entry = |name: &str| Entry {
            out: OutPath::from_steps(&format!("{name}.html")),
            title: Title::Text(name.to_owned()),
            folder: None,
        };
        tree.add(root, entry("z"), Rank::Weight(1, NaturalKey::new("z")));
        tree.add(root, entry("a"), Rank::Name(NaturalKey::new("a")));
        let deep = tree.folder("b/c");
        tree.index_page("b", &OutPath::from_steps("b/index.html"), &Title::Text("Б".into()), None);
        let tree = tree.finish();
        let titles: Vec<_> = tree.folders[0].entries.iter().map(|e| e.title.clone()).collect();
        // «b» has a place in a table of contents, «a» has none.
        assert_eq!(titles, [Title::Text("z".into()), Title::Text("Б".into()), Title::Text("a".into())]);
        assert_eq!(tree.ancestors(deep).len(), 3);
    }
}
