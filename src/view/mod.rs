//! View.

pub(crate) mod html;
