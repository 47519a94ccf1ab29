//! `sitemap.xml`: full addresses of all pages; dates only where the data have them, never the day of the build.

use crate::base::Date;
use crate::model::{Job, Site};
use crate::view::html::push_escaped;

/// The sitemap; without an address of the section there is nothing to list.
pub(super) fn sitemap(site: &Site) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    let base = site.settings.base_url.as_deref().unwrap_or_default();
    for (out, job) in site.routes.iter() {
        if base.is_empty()
            || out.extension() != "html"
            || matches!(job, Job::NotFound | Job::Attachment(_) | Job::Asset(_))
        {
            continue;
        }
        xml.push_str("<url><loc>");
        push_escaped(&mut xml, &format!("{base}{}", crate::view::public(out)));
        xml.push_str("</loc>");
        if let Some(date) = modified(site, job) {
            xml.push_str(&format!("<lastmod>{date}</lastmod>"));
        }
        xml.push_str("</url>\n");
    }
    xml.push_str("</urlset>\n");
    xml
}

/// The day from which the data say that a page is as it is.
fn modified(site: &Site, job: &Job) -> Option<Date> {
    let register = &site.register;
    match job {
        Job::Order(id) => register.orders.get(id).map(|o| o.date),
        Job::Decision(id) => register.decisions.get(id).map(|d| d.date),
        Job::Edition(_, date) => Some(*date),
        Job::Regulation(slug) => register.regulation(slug)?.shown(site.today).map(|s| s.edition.date),
        Job::Instruction(slug) => site.instructions.iter().find(|i| i.slug == *slug)?.front.reviewed,
        _ => None,
    }
    // A date to come is not a day of change.
    .filter(|date| *date <= site.today)
}
