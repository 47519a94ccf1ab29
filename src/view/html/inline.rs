//! Inlines: text, marks, links, references, images.

use crate::base::Address;
use crate::model::Resolved;
use crate::parse::doc::{Image, Inline, Link, plain_text};

use super::Writer;

/// Pages of terms and acts, to which recognised words lead.
pub(crate) const TERMS: &str = "terms.html";
/// See [`TERMS`].
pub(crate) const ACTS: &str = "acts.html";

/// The schemes that a link out of the site may have.
const SCHEMES: [&str; 4] = ["http:", "https:", "mailto:", "tel:"];

/// Whether a destination out of the site is of an allowed scheme. The model judged it already; this door stays shut
/// whatever it says.
pub(crate) fn scheme_allowed(to: &str) -> bool {
    let to = to.trim_start();
    SCHEMES.iter().any(|s| to.get(..s.len()).is_some_and(|head| head.eq_ignore_ascii_case(s)))
}

impl Writer<'_> {
    pub(super) fn push_inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            self.push_inline(inline);
        }
    }

    fn push_inline(&mut self, inline: &Inline) {
        match inline {
            Inline::Text(text) => self.push_text(text),
            Inline::Code(text) => self.wrapped_text("code", text),
            Inline::Emphasis(children) => self.wrapped("em", children),
            Inline::Strong(children) => self.wrapped("strong", children),
            Inline::Strike(children) => self.wrapped("s", children),
            Inline::Superscript(children) => self.wrapped("sup", children),
            Inline::Subscript(children) => self.wrapped("sub", children),
            Inline::Link(link) => self.link(link),
            Inline::Image(image) => self.image(image),
            Inline::FootnoteReference(label) => self.footnote_call(label),
            Inline::SoftBreak => self.out.push('\n'),
            Inline::HardBreak => self.out.push_str("<br>\n"),
            Inline::Html(text) => self.inline_html(text),
            Inline::Reference(reference) => {
                // Without the абзац that it names, a reference still leads to its clause.
                let href = self.address_href(&reference.address, reference.paragraph);
                let href = href.or_else(|| self.address_href(&reference.address, None));
                self.anchor(href, "reference", |w| w.push_text(&reference.text));
            }
            Inline::Term { id, text } => {
                let href = self.page_href(TERMS, &format!("t-{id}"));
                let mut attributes = vec![("class", "term")];
                // The meaning is said once on a page, for the script that shows it beside the word.
                let terms = self.scope.terms;
                if let Some(means) = terms.get(id)
                    && href.is_some()
                    && !self.in_link
                    && self.explained.insert(id.clone())
                {
                    attributes.push(("data-means", means.as_str()));
                }
                self.anchor_with(href, &attributes, |w| w.push_text(text));
            }
            Inline::Act { id, text } => {
                let href = self.page_href(ACTS, &format!("a-{id}"));
                self.anchor(href, "act", |w| w.push_text(text));
            }
        }
    }

    fn wrapped(&mut self, tag: &str, children: &[Inline]) {
        self.out.push('<');
        self.out.push_str(tag);
        self.out.push('>');
        self.push_inlines(children);
        self.close(tag);
    }

    fn wrapped_text(&mut self, tag: &str, text: &str) {
        self.out.push('<');
        self.out.push_str(tag);
        self.out.push('>');
        // Code is shown letter by letter: it never passes through typesetting.
        super::push_escaped(&mut self.out, text);
        self.close(tag);
    }

    pub(super) fn close(&mut self, tag: &str) {
        self.out.push_str("</");
        self.out.push_str(tag);
        self.out.push('>');
    }

    /// A link, if there is somewhere to lead and no link is open already; else the content alone.
    fn anchor(&mut self, href: Option<String>, class: &str, content: impl FnOnce(&mut Self)) {
        let class = ("class", class);
        self.anchor_with(href, if class.1.is_empty() { &[] } else { std::slice::from_ref(&class) }, content);
    }

    fn anchor_with(&mut self, href: Option<String>, attributes: &[(&str, &str)], content: impl FnOnce(&mut Self)) {
        let Some(href) = href.filter(|_| !self.in_link) else {
            content(self);
            return;
        };
        self.out.push_str("<a");
        for (name, value) in attributes {
            self.push_attribute(name, value);
        }
        self.push_attribute("href", &href);
        self.out.push('>');
        self.in_link = true;
        content(self);
        self.in_link = false;
        self.out.push_str("</a>");
    }

    fn link(&mut self, link: &Link) {
        let resolved = self.scope.links.resolve(self.scope.from, &link.to, link.wiki);
        let about = match &resolved {
            Resolved::Internal { out, .. } if !self.in_link => self.scope.files.get(out).map(|file| &file.about),
            _ => None,
        };
        let href = self.resolved(resolved);
        // A link without words could be neither seen nor heard: it shows its destination.
        let silent = plain_text(&link.children).trim().is_empty()
            && !link.children.iter().any(|c| matches!(c, Inline::Image(_) | Inline::Html(_)));
        self.anchor(href, "", |w| if silent { w.push_text(&link.to) } else { w.push_inlines(&link.children) });
        if let Some(about) = about {
            self.out.push_str(" <span class=\"kind\">(");
            self.push_text(about);
            self.out.push_str(")</span>");
        }
    }

    /// An image of the site; one from elsewhere is a link to it, because pages ask nothing of other hosts.
    fn image(&mut self, image: &Image) {
        match self.scope.links.resolve(self.scope.from, &image.to, false) {
            Resolved::Internal { out, .. } => {
                let src = out.relative_from(self.scope.page.folder());
                self.out.push_str("<img");
                self.push_attribute("src", &src);
                self.push_attribute("alt", &image.alt);
                if !image.title.is_empty() {
                    self.push_attribute("title", &image.title);
                }
                // With its size a picture has its place before it comes, so the text under it does not move.
                if let Some(size) = self.scope.files.get(&out).and_then(|file| file.size) {
                    self.push_attribute("width", &size.width.to_string());
                    self.push_attribute("height", &size.height.to_string());
                }
                // The first one may be what the reader sees at once; the others come when they come near.
                self.out.push_str(if std::mem::replace(&mut self.pictured, true) { " loading=\"lazy\">" } else { ">" });
                if !image.alt.trim().is_empty() {
                    // Stands in for the picture where the reader has turned pictures off.
                    self.out.push_str("<span class=\"image-text\" hidden>");
                    self.push_text(&image.alt);
                    self.out.push_str("</span>");
                }
            }
            resolved @ (Resolved::External(_) | Resolved::Fault(_) | Resolved::Here { .. }) => {
                let href = self.resolved(resolved);
                let text = if image.alt.trim().is_empty() { &image.to } else { &image.alt };
                self.anchor(href, "", |w| w.push_text(text));
            }
        }
    }

    fn inline_html(&mut self, text: &str) {
        if self.scope.raw_html {
            self.raw = true;
            self.out.push_str(text);
        } else if !is_comment(text) {
            super::push_escaped(&mut self.out, text);
        }
    }

    /// Where an address leads from this page.
    fn address_href(&self, address: &Address, paragraph: Option<u32>) -> Option<String> {
        self.resolved(self.scope.links.address(address, paragraph, self.scope.home))
    }

    fn page_href(&self, page: &str, anchor: &str) -> Option<String> {
        let out = crate::base::OutPath::new(page).ok()?;
        Some(href(&out, Some(anchor), self.scope.page))
    }

    fn resolved(&self, resolved: Resolved) -> Option<String> {
        match resolved {
            Resolved::Internal { out, anchor } => Some(href(&out, anchor.as_deref(), self.scope.page)),
            Resolved::Here { anchor } => {
                Some(href(self.scope.own, Some(anchor.as_deref().unwrap_or("svod.main")), self.scope.page))
            }
            Resolved::External(to) => scheme_allowed(&to).then_some(to),
            Resolved::Fault(_) => None,
        }
    }
}

/// A link from `page` to a file of the site: relative; to the same page, the anchor alone.
pub(crate) fn href(out: &crate::base::OutPath, anchor: Option<&str>, page: &crate::base::OutPath) -> String {
    match anchor {
        Some(anchor) if out == page => format!("#{anchor}"),
        Some(anchor) => format!("{}#{anchor}", out.relative_from(page.folder())),
        None => out.relative_from(page.folder()),
    }
}

pub(super) fn is_comment(html: &str) -> bool {
    let html = html.trim();
    html.starts_with("<!--") && html.ends_with("-->")
}
