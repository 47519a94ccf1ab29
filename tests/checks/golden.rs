//! The model site built on a fixed day: the same bytes on any machine.
