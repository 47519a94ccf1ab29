//! Places in source files: which file, which bytes, which line and column.

/// Index of a source file in the [`SourceSet`](crate::source::SourceSet) it came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct FileId(pub u32);

/// A half-open range of bytes in the decoded text of one file (after removal of a byte order mark).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// A span from `start` to `end`; an end before the start is taken as empty.
    #[must_use]
    pub(crate) fn new(start: usize, end: usize) -> Self {
        let clamp = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self { start: clamp(start), end: clamp(end.max(start)) }
    }

    /// The same length, moved right by `by` bytes (front matter to file coordinates).
    #[must_use]
    pub(crate) fn shifted(self, by: usize) -> Self {
        Self::new(self.start as usize + by, self.end as usize + by)
    }

    /// The bytes as a range for slicing.
    #[must_use]
    pub(crate) fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// One-based line and column; columns count characters, as editors show them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct LineColumn {
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
}

/// Starts of lines, to turn byte offsets into lines and back. Made once for a text with findings.
#[derive(Clone, Debug)]
pub(crate) struct LineIndex {
    starts: Vec<usize>,
}

impl LineIndex {
    /// Finds the line starts of `text` (`\n`, `\r\n` and lone `\r` end a line).
    #[must_use]
    pub(crate) fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        for (i, &b) in bytes.iter().enumerate() {
            let ends = b == b'\n' || (b == b'\r' && bytes.get(i + 1) != Some(&b'\n'));
            if ends {
                starts.push(i + 1);
            }
        }
        Self { starts }
    }

    /// Line and column of a byte offset of the same text; offsets past the end give the last position.
    #[must_use]
    pub(crate) fn locate(&self, text: &str, offset: usize) -> LineColumn {
        let mut offset = offset.min(text.len());
        while !text.is_char_boundary(offset) {
            offset -= 1;
        }
        let line = self.starts.partition_point(|&s| s <= offset).max(1);
        let start = self.starts[line - 1];
        let column = text[start..offset].chars().count() + 1;
        let clamp = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        LineColumn { line: clamp(line), column: clamp(column) }
    }

    /// Byte offset of a one-based line and column of the same text, the nearest that exists.
    #[must_use]
    pub(crate) fn offset(&self, text: &str, at: LineColumn) -> usize {
        let line = (at.line.max(1) as usize).min(self.starts.len());
        let start = self.starts[line - 1];
        let end = self.starts.get(line).copied().unwrap_or(text.len());
        text[start..end].char_indices().nth(at.column.max(1) as usize - 1).map_or(end, |(i, _)| start + i)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, offset: usize, line: u32, column: u32) {
        let index = LineIndex::new(text);
        assert_eq!(index.locate(text, offset), LineColumn { line, column });
        assert_eq!(index.offset(text, LineColumn { line, column }), offset);
    }

    #[test]
    fn columns_count_characters() {
        check("приказ: 1\nдата: 2", "приказ: 1\nдата: ".len(), 2, 7);
        check("a\r\nб\rв", 3, 2, 1);
        check("a\r\nб\rв", 6, 3, 1);
    }

    #[test]
    fn offsets_inside_a_character_or_past_the_end_are_brought_back() {
        let text = "ё";
        let index = LineIndex::new(text);
        assert_eq!(index.locate(text, 1), LineColumn { line: 1, column: 1 });
        assert_eq!(index.locate(text, 99), LineColumn { line: 1, column: 2 });
    }
}
