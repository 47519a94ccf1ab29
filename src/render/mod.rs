//! stub
mod typeset;
use crate::{base::*, diag::Diagnostics, model::*};
pub(crate) struct Renderer;
impl Renderer {
    pub(crate) fn new(_: crate::theme::Theme, _: &Site, _: &mut Diagnostics) -> Self {
        Self
    }
    pub(crate) fn render(
        &self,
        _: &Site,
        _: &OutPath,
        _: &Job,
        _: &dyn Fn(FileId) -> Option<String>,
    ) -> (Vec<u8>, Diagnostics) {
        (vec![], Diagnostics::default())
    }
}
