//! The real program: exit codes, streams, languages, writing.
