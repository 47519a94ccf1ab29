//! Pages of the site bound into one file, or cut down to fragments that a CMS editor takes.
//!
//! Reads: finished pages, and what their links and pictures are to become. Writes: HTML. Touches: nothing. It works on
//! pages rather than on views, so whatever a school's theme makes of a page is what is bound.
//!
//! 1. [`main_of`] takes the text out of a page, without the frame that leads about the site.
//! 2. [`Names`] gives each place an id that no other has.
//! 3. [`rewritten`] leads links to those ids and takes pictures in.
//! 4. For one file, [`policy`] allows exactly the scripts and styles that stand in it; for a fragment, [`plain`] leaves
//!    what needs neither style nor script.

mod names;
mod plain;
mod policy;
mod rewrite;
mod style;
mod tags;

use crate::base::OutPath;

pub(crate) use names::Names;
pub(crate) use plain::plain;
pub(crate) use policy::with_policy;
pub(crate) use rewrite::{Away, Places, rewritten};
pub(crate) use style::{script_text, self_contained};

/// A page to be bound.
#[derive(Clone, Debug)]
pub(crate) struct Leaf {
    /// Where the page is on the site.
    pub(crate) out: OutPath,
    pub(crate) title: String,
    /// Its own contents: ids on the page, words, depth.
    pub(crate) headings: Vec<(String, String, u8)>,
    /// What stands inside its `main`.
    pub(crate) html: String,
}

/// What stands inside `main` of a finished page; all of its body, if a theme does without.
pub(crate) fn main_of(html: &str) -> &str {
    inside(html, "main").or_else(|| inside(html, "body")).unwrap_or(html)
}

fn inside<'h>(html: &'h str, element: &str) -> Option<&'h str> {
    let open = html.find(&format!("<{element}"))?;
    let from = open + html.get(open..)?.find('>')? + 1;
    let to = html.rfind(&format!("</{element}>"))?;
    html.get(from..to).map(str::trim)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_of_a_page() {
        assert_eq!(main_of("<body><nav>a</nav><main id=\"x\">\n<p>b</p>\n</main></body>"), "<p>b</p>");
        assert_eq!(main_of("<body class=\"x\"><p>b</p></body>"), "<p>b</p>");
        assert_eq!(main_of("<p>b</p>"), "<p>b</p>");
    }
}
