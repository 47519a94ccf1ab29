//! Which names in a content folder are not content: hidden files, editors' temporaries, what systems leave behind.

/// Whether a file or folder of this name is passed over: nobody meant it to be published.
pub(crate) fn is_passed_over(name: &str) -> bool {
    let lower = name.to_lowercase();
    name.starts_with('.')
        // Word and Excel keep `~$name.docx` beside an open document.
        || name.starts_with("~$")
        || name.ends_with('~')
        || (name.starts_with('#') && name.ends_with('#'))
        || lower.ends_with(".tmp")
        || matches!(lower.as_str(), "thumbs.db" | "desktop.ini" | "node_modules" | "$recycle.bin" | "__macosx")
}

/// The standard mark of a folder that a program can make again, such as `target` of Cargo.
pub(super) const CACHE_MARK: &str = "CACHEDIR.TAG";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names() {
        for name in [
            ".git",
            ".obsidian",
            ".DS_Store",
            ".#a.md",
            "#a.md#",
            "~$приказ.docx",
            "a.md~",
            "~WRL0003.TMP",
            "Thumbs.db",
            "desktop.ini",
            "node_modules",
        ] {
            assert!(is_passed_over(name), "{name}");
        }
        for name in ["_index.md", "a.md", "target", "tmp", "~", "Приказ № 5.pdf", "#1.md", "$100.md"] {
            assert_eq!(is_passed_over(name), name == "~", "{name}");
        }
    }
}
