pub(crate) mod doc;
