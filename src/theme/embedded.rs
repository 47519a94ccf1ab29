//! The built-in theme: the files of `themes/default`, in the program itself.

macro_rules! files {
    ($($path:literal),* $(,)?) => {
        &[$(($path, include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/themes/default/", $path)))),*]
    };
}

/// Every file by its path in the theme, sorted. A test of the house (`tests/checks/theme.rs`) holds the
/// table equal to the folder.
pub(super) const FILES: &[(&str, &[u8])] = files![
    "css/golos.css",
    "css/print.css",
    "css/reading.css",
    "css/search.css",
    "css/svod.css",
    "fonts/golos-cyrillic.woff2",
    "fonts/golos-latin.woff2",
    "fonts/golos-licence.txt",
    "js/reading.js",
    "js/search-find.js",
    "js/search-page.js",
    "js/search-rare.js",
    "js/search.js",
    "js/svod.js",
    "js/tools.js",
    "single/single.css",
    "single/single.js",
    "strings/en.ftl",
    "strings/ru.ftl",
    "templates/404.html",
    "templates/acts.html",
    "templates/base.html",
    "templates/contents.html",
    "templates/deadlines.html",
    "templates/decision.html",
    "templates/draft.html",
    "templates/draft.txt",
    "templates/edition.html",
    "templates/folder.html",
    "templates/fragments.html",
    "templates/home.html",
    "templates/inspector.html",
    "templates/instruction.html",
    "templates/instructions.html",
    "templates/order.html",
    "templates/orders.html",
    "templates/page.html",
    "templates/paper.html",
    "templates/parts/components.html",
    "templates/parts/nav.html",
    "templates/questions.html",
    "templates/regulations.html",
    "templates/responsible.html",
    "templates/search.html",
    "templates/sheet.html",
    "templates/sheet.txt",
    "templates/single.html",
    "templates/terms.html",
    "theme.yml",
];
