pub(crate) mod links;
