//! The built-in theme: the files of `themes/default`, in the program itself.

macro_rules! files {
    ($($path:literal),* $(,)?) => {
        &[$(($path, include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/themes/default/", $path)))),*]
    };
}

/// Every file by its path in the theme, sorted. A test holds the table equal to the folder.
pub(super) const FILES: &[(&str, &[u8])] = files![
    "css/svod.css",
    "js/svod.js",
    "strings/en.ftl",
    "strings/ru.ftl",
    "templates/404.html",
    "templates/acts.html",
    "templates/base.html",
    "templates/contents.html",
    "templates/deadlines.html",
    "templates/decision.html",
    "templates/edition.html",
    "templates/folder.html",
    "templates/home.html",
    "templates/instruction.html",
    "templates/instructions.html",
    "templates/order.html",
    "templates/orders.html",
    "templates/page.html",
    "templates/parts/components.html",
    "templates/parts/nav.html",
    "templates/questions.html",
    "templates/regulations.html",
    "templates/responsible.html",
    "templates/search.html",
    "templates/terms.html",
    "theme.yml",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_equals_the_folder() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default");
        let files = walkdir::WalkDir::new(&root).sort_by_file_name().into_iter().map(Result::unwrap);
        let files = files.filter(|e| e.file_type().is_file());
        let name = |e: walkdir::DirEntry| e.path().strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
        let mut found: Vec<String> = files.map(name).collect();
        found.sort();
        assert_eq!(FILES.iter().map(|(path, _)| *path).collect::<Vec<_>>(), found);
    }
}
