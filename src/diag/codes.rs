//! Codes of the faults that stages find while they read; rules carry their own (see `check/rules`).

use super::Code;

macro_rules! codes {
    ($($(#[$doc:meta])* $kind:ident $id:ident = $name:literal;)*) => {
        $($(#[$doc])* pub(crate) const $id: Code = Code::$kind($name);)*
        /// Every code of this file.
        pub(crate) const ALL: &[Code] = &[$($id),*];
    };
}

codes! {
    /// The text is not YAML.
    error YAML_SYNTAX = "yaml-syntax";
    /// Front matter is opened and never closed.
    error FRONT_MATTER_OPEN = "front-matter-open";
    /// A key that the contract does not have.
    error UNKNOWN_KEY = "unknown-key";
    /// A key that stands twice in one record.
    error REPEATED_KEY = "repeated-key";
    /// A required key is missing.
    error MISSING_KEY = "missing-key";
    /// A value of the wrong shape.
    error WRONG_TYPE = "wrong-type";
    /// A value that is not one of the known ones.
    error UNKNOWN_VALUE = "unknown-value";
    /// Not a date.
    error BAD_DATE = "bad-date";
    /// A date that the calendar does not have.
    error NO_SUCH_DAY = "no-such-day";
    /// Not an address of a clause.
    error BAD_ADDRESS = "bad-address";
    /// A code (`id`) with letters that addresses cannot carry.
    error BAD_ID = "bad-id";
    /// The same code twice.
    error REPEATED_ID = "repeated-id";
    /// A day of the working calendar listed under another year than its own.
    error DATE_OUTSIDE_YEAR = "date-outside-year";
    /// A day of the working calendar listed both as a day off and as a working one.
    error DAY_OFF_AND_WORKING = "day-off-and-working";
    /// A data file with a name that nobody reads.
    error UNKNOWN_DATA_FILE = "unknown-data-file";
    /// An edition's file name is not a date.
    error BAD_EDITION_NAME = "bad-edition-name";
    /// Two sources make the same output file.
    error OUTPUT_COLLISION = "output-collision";
    /// An output path longer or deeper than every system takes.
    error PATH_TOO_LONG = "path-too-long";
    /// Bytes that are not text in any encoding we read.
    error NOT_TEXT = "not-text";
    /// Text in another encoding than UTF-8 was read.
    note OTHER_ENCODING = "other-encoding";
    /// A file too large to read as a page.
    error TOO_LARGE = "too-large";
    /// Lists or quotes nested deeper than a page can be.
    error TOO_DEEP = "too-deep";
    /// A line was taken as a clause or item although markdown alone would not.
    note CLAUSE_JOINED = "clause-joined";
    /// A bullet sign pasted from Word was taken as a list item.
    note WORD_BULLET = "word-bullet";
    /// Raw HTML in a page of a site that does not allow it.
    warning RAW_HTML = "raw-html";
    /// A link with a scheme that is not allowed.
    error LINK_SCHEME = "link-scheme";
    /// A file that could not be read.
    error UNREADABLE = "unreadable";
    /// The theme that the site names is not there.
    error UNKNOWN_THEME = "unknown-theme";
    /// A template or a style of the theme has a fault.
    error TEMPLATE = "template-fault";
    /// A theme was made for another version of what templates are given.
    warning THEME_CONTRACT = "theme-contract";
    /// An entry of a theme's catalogue is broken, or has a name that nothing asks for.
    warning THEME_WORDS = "theme-words";
    /// A question of the school does not find what it names among the first three results.
    warning QUESTION_NOT_FOUND = "question-not-found";
    /// A question of the school and the clause that it names speak of different things.
    warning QUESTION_UNLIKE_ANSWER = "question-unlike-answer";
    /// The program contradicts itself: our bug.
    error INTERNAL = "internal";
}
