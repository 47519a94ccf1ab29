//! The loop of the preview: waits for changes, reads the folders again, plans, tells the open pages.
//!
//! It never ends and never gives up: whatever is wrong is told once, the old site stays up, and the next change is
//! another chance.

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::bell::Bell;
use super::shelf::Shelf;
use super::watch::{Heard, Watch};
use super::world::{Day, World};
use super::{News, Settings, Trouble};
use crate::base::{Date, SitePath};
use crate::host::{Project, Remembered, read_content_again, read_themes_again};

/// The keeper of the site that is shown.
pub(super) struct Keeper {
    pub(super) settings: Arc<Settings>,
    pub(super) shelf: Arc<Shelf>,
    pub(super) bell: Arc<Bell>,
    watch: Watch,
    content: Remembered,
    themes: Remembered,
    /// What has changed since the last world was made.
    changed: BTreeSet<SitePath>,
    number: u64,
    today: Option<Date>,
    /// The content folder of the last world: one that is moved away for a moment is missed, not replaced by its
    /// parent.
    home: Option<PathBuf>,
    trouble: Option<String>,
}

impl Keeper {
    pub(super) fn new(settings: Arc<Settings>, shelf: Arc<Shelf>, bell: Arc<Bell>) -> Self {
        Self {
            settings,
            shelf,
            bell,
            watch: Watch::new(),
            content: Remembered::default(),
            themes: Remembered::default(),
            changed: BTreeSet::new(),
            number: 0,
            today: None,
            home: None,
            trouble: None,
        }
    }

    /// Keeps the site up to date until the program ends.
    pub(super) fn run(mut self) {
        self.look(&BTreeSet::new());
        loop {
            match self.watch.next() {
                Heard::Touched(touched) => {
                    self.look(&touched);
                }
                Heard::Patrol => {
                    if self.look(&BTreeSet::new()) && self.watch.was_not_told() {
                        (self.settings.tell)(News::Polling);
                    }
                }
            }
        }
    }

    /// Looks at the folders and makes a new world if anything has changed. Says whether it was there that something
    /// had changed, in folders that were watched before.
    pub(super) fn look(&mut self, touched: &BTreeSet<PathBuf>) -> bool {
        let began = Instant::now();
        match self.read(touched) {
            Ok((world, anew)) => {
                self.trouble = None;
                self.watch.looked(began.elapsed());
                let Some(world) = world else { return false };
                let changed = std::mem::take(&mut self.changed);
                self.plan(world, &changed, began);
                !changed.is_empty() && !anew
            }
            Err(trouble) => {
                self.watch.looked(began.elapsed());
                let said = format!("{trouble:?}");
                if self.trouble.as_ref() != Some(&said) {
                    (self.settings.tell)(News::Trouble(trouble));
                    self.trouble = Some(said);
                }
                false
            }
        }
    }

    /// Reads what has changed; a world if anything has, and whether folders are watched that were not.
    fn read(&mut self, touched: &BTreeSet<PathBuf>) -> Result<(Option<World>, bool), Trouble> {
        let settings = Arc::clone(&self.settings);
        let project = Project::open(&settings.root, settings.out.as_deref()).map_err(|e| {
            self.watch.lose();
            Trouble::Project(e)
        })?;
        if self.home.as_ref().is_some_and(|home| *home != project.content && !home.is_dir()) {
            self.watch.lose();
            return Err(Trouble::ContentIsGone);
        }
        let own = |folder: Option<&PathBuf>| folder.is_some_and(|folder| touched.contains(folder));
        if own(Some(&project.content)) || own(project.themes.as_ref()) {
            self.watch.lose();
        }
        let anew = self.watch.follow(&settings.root, &project);
        let content = read_content_again(&project, &mut self.content, touched).map_err(Trouble::Read)?;
        self.changed.extend(content.changed);
        let themes = read_themes_again(&project, &mut self.themes, touched).map_err(Trouble::Read)?;
        let in_themes = |path: &SitePath| SitePath::new(format!("themes/{path}")).ok();
        self.changed.extend(themes.changed.iter().filter_map(in_themes));
        let today = (settings.today)(&content.tree.set);
        let same = self.changed.is_empty() && self.today == Some(today) && self.number > 0;
        if same {
            return Ok((None, anew));
        }
        self.number += 1;
        self.today = Some(today);
        let roots = std::iter::once(project.content.clone()).chain(project.themes).collect();
        self.home = Some(project.content);
        let rules = (settings.allow.clone(), settings.deny.clone());
        Ok((Some(World::new(self.number, (content.tree, themes.tree), roots, today, rules)), anew))
    }

    fn plan(&self, world: World, changed: &BTreeSet<SitePath>, began: Instant) {
        // A fault of ours in one page must not cost the editor the preview of all others.
        match catch_unwind(AssertUnwindSafe(|| self.shelf.put(world))) {
            Ok((day, old)) => {
                let spent = began.elapsed();
                self.bell.ring();
                self.tell_planned(&day, changed, spent);
                drop(old);
            }
            Err(_) => (self.settings.tell)(News::Trouble(Trouble::Broken)),
        }
    }

    fn tell_planned(&self, day: &Day, changed: &BTreeSet<SitePath>, spent: Duration) {
        let findings = day.findings();
        let text = |file| day.plan.text(file);
        // At the start every file is new, which is no news.
        let empty = BTreeSet::new();
        let changed = if self.number > 1 { changed } else { &empty };
        (self.settings.tell)(News::Planned { changed, findings: &findings, text: &text, spent });
    }
}
