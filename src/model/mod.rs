//! The whole site as one immutable value: acts and editions, people and appointments, deadlines, pages, links, routes.
//!
//! Reads: all parsed files, settings and today. Writes: [`Site`] and findings of what does not fit together. Touches:
//! nothing. Not serializable: templates see views, machines see exports.

mod anchors;
mod appointments;
mod assemble;
mod assembly;
mod calendar;
mod catalog;
mod deadlines;
mod draft;
mod editions;
mod instructions;
mod links;
mod navigation;
mod pages;
mod paper;
mod register;
mod routes;
mod settings;
mod site;
mod tree;

pub(crate) use appointments::{Appointment, appointments};
pub(crate) use assemble::RegisterParts;
pub(crate) use calendar::{Calendar, WorkDay};
pub(crate) use catalog::Catalog;
pub(crate) use deadlines::{DeadlineRow, PostingClock, RequiredDocument, RowStatus};
pub(crate) use draft::{Draft, DraftFault, DraftLine, DraftRequest, OrderEnd};
pub(crate) use editions::{Edition, EditionStatus, Regulation};
pub(crate) use instructions::{Instruction, OrderText};
pub(crate) use links::{Fault, LinkIndex, Resolved, edition_out, regulation_out};
pub(crate) use navigation::{Entry, Folder, Title, Tree};
pub(crate) use pages::{Attachment, Outline, Page};
pub(crate) use paper::{Paper, PaperForm};
pub(crate) use register::Register;
#[cfg(test)]
pub(crate) use register::fixture;
pub(crate) use routes::{Job, Routes};
pub(crate) use settings::Settings;
pub(crate) use site::{Parts, Site};
