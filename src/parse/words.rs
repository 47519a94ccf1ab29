//! Words of a text with their places: what stands between white space.

/// A word as it stands, with the signs around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Word<'t> {
    pub(super) text: &'t str,
    /// First byte.
    pub(super) start: usize,
}

/// The words of a text; an opening bracket or quotation mark does not belong to its word.
pub(super) fn words(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut start = None;
    for (i, c) in text.char_indices().chain([(text.len(), ' ')]) {
        let between = c.is_whitespace() || c == '\u{a0}';
        let opening = matches!(c, '(' | '[' | '«' | '„');
        match start {
            Some(from) if between || opening => {
                words.extend(text.get(from..i).map(|text| Word { text, start: from }));
                start = None;
            }
            None if !between && !opening => start = Some(i),
            _ => {}
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_stand_apart() {
        let texts: Vec<&str> = words("см. (пункт\u{a0}2.4), «Сферум»").iter().map(|w| w.text).collect();
        assert_eq!(texts, ["см.", "пункт", "2.4),", "Сферум»"]);
    }
}
