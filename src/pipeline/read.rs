//! One source file read for what it is: text decoded, front matter and data decoded, markdown made into a tree.
//!
//! Pure and alone, so that files can be read in parallel and what was read can be remembered by its bytes.

use std::sync::Arc;

use sha2::Digest as _;

use crate::base::{Date, FileId, OutPath, SitePath};
use crate::check::papers;
use crate::check::texts::{self, Body, What};
use crate::diag::{Diagnostic, Diagnostics, Place, codes};
use crate::model::{Attachment, Edition, OrderText, Outline, Parts, RegisterParts};
use crate::parse::doc::Doc;
use crate::parse::{act, data, front_matter, markdown, outline, references, steps, text};
use crate::schema::Field;
use crate::schema::records::{CalendarFile, EditionFront, Force, InstructionFront, PageFront, SiteSettings};
use crate::source::paper::{self, Paper};
use crate::source::picture::{self, Size};
use crate::source::{DataKind, FileKind, SourceBody, SourceFile, SourceSet, classify, is_managed};

/// What a file is read in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tree {
    /// Whether it is a regulation site (see [`crate::source::is_managed`]).
    pub(super) managed: bool,
    /// Whether it has neither data nor regulations: its texts are judged by form alone.
    pub(super) plain: bool,
}

impl Tree {
    /// What kind of tree a set of files is.
    pub(super) fn of(sources: &SourceSet) -> Self {
        let managed = is_managed(sources);
        let office = |path: &str| path.starts_with("data/") || path.starts_with("regulations/");
        Self { managed, plain: !managed || !sources.iter().any(|(_, f)| office(f.path.as_str())) }
    }
}

/// What one file says.
#[allow(clippy::large_enum_variant, reason = "one value for each file, taken apart at once")]
#[derive(Clone, Debug)]
pub(super) enum Read {
    Settings(SiteSettings),
    /// Records of one data file; all other lists are empty. And whether some record could not be read.
    Data(Box<RegisterParts>, bool),
    Edition(Box<Edition>),
    Instruction(Box<(FileId, SitePath, InstructionFront, Doc)>),
    OrderText(Box<OrderText>),
    Page(Box<(FileId, SitePath, PageFront, Arc<Outline>)>),
    Attachment(Attachment),
    /// Nothing that could be used; a finding says why, or the file is not for the site.
    Nothing,
}

/// Reads one file.
pub(super) fn read(id: FileId, file: &SourceFile, tree: Tree) -> (Read, Diagnostics) {
    let mut out = Diagnostics::default();
    let kind = classify(&file.path, tree.managed);
    let bytes = match (&file.body, &kind) {
        (SourceBody::Unreadable(why), _) => {
            out.push(
                Diagnostic::new(codes::UNREADABLE, Place::file(id))
                    .arg("path", file.path.as_str())
                    .arg("reason", why.reason()),
            );
            return (Read::Nothing, out);
        }
        (_, FileKind::UnknownData) => {
            let names = DataKind::ALL.iter().map(|(name, _)| *name);
            let nearest = crate::schema::keys::nearest_of(file.path.stem(), names).unwrap_or_default();
            let known = DataKind::ALL.iter().map(|(name, _)| format!("{name}.yml")).collect();
            out.push(
                Diagnostic::new(codes::UNKNOWN_DATA_FILE, Place::file(id))
                    .arg("path", file.path.as_str())
                    .arg("nearest", nearest)
                    .arg("known", crate::diag::Arg::List(known)),
            );
            return (Read::Nothing, out);
        }
        (SourceBody::OnDisk { len, .. }, kind) if *kind != FileKind::Attachment => {
            out.push(text::too_large(id, *len));
            return (Read::Nothing, out);
        }
        (SourceBody::OnDisk { len, sha256, paper, size }, _) => {
            let attachment = attachment(id, file, *len, (sha256.clone(), paper.clone(), *size));
            papers::judge(&attachment, &mut out);
            return (Read::Attachment(attachment), out);
        }
        (SourceBody::Bytes(bytes), FileKind::Attachment) => {
            let sha256 = file.path.as_str().starts_with("files/").then(|| sha256(bytes));
            let paper = if tree.managed { paper::look(&file.path, bytes).map(Arc::new) } else { None };
            let attachment =
                attachment(id, file, bytes.len() as u64, (sha256, paper, picture::size(&file.path, bytes)));
            papers::judge(&attachment, &mut out);
            return (Read::Attachment(attachment), out);
        }
        (SourceBody::Bytes(bytes), _) => bytes,
    };
    let Some(decoded) = text::read(id, bytes, &mut out) else { return (Read::Nothing, out) };
    let text = decoded.text;
    let judge =
        |what: What, body: Body<'_>, out: &mut Diagnostics| texts::judge(id, &text, what, body, tree.plain, out);
    let read = match kind {
        FileKind::Settings => {
            let settings = data::one::<SiteSettings>(id, &text, &mut out);
            judge(What::Settings, Body::Data, &mut out);
            settings.map_or(Read::Nothing, Read::Settings)
        }
        FileKind::Data(kind) => {
            let (records, count) = records(kind, id, &text, &mut out);
            let lost = !out.items().is_empty() && data::count(&text) > count;
            judge(What::Data(kind), Body::Data, &mut out);
            Read::Data(Box::new(records), lost)
        }
        FileKind::Edition { slug, date } => {
            let edition = edition(id, file, slug, date, &text, &mut out);
            if let Read::Edition(edition) = &edition {
                judge(What::Edition, Body::Act(&edition.text), &mut out);
            }
            edition
        }
        FileKind::Instruction => match front::<InstructionFront>(id, &text, &mut out) {
            (Some(front), body) => {
                let mut doc = markdown::parse(id, &text, body, &mut out);
                steps::instruction(&mut doc);
                references::link_doc(&mut doc, &text);
                if front.draft != Some(true) {
                    let explains = front.force != Some(Force::Approved);
                    judge(What::Instruction { explains }, Body::Doc(&doc), &mut out);
                }
                Read::Instruction(Box::new((id, file.path.clone(), front, doc)))
            }
            (None, _) => Read::Nothing,
        },
        FileKind::OrderText(order) => {
            let split = front_matter::split_reporting(id, &text, &mut out);
            let mut doc = markdown::parse(id, &text, split.body, &mut out);
            steps::order(&mut doc);
            references::link_doc(&mut doc, &text);
            judge(What::OrderText, Body::Doc(&doc), &mut out);
            Read::OrderText(Box::new(OrderText { order, file: id, path: file.path.clone(), doc }))
        }
        FileKind::Page => {
            let (front, body) = front::<PageFront>(id, &text, &mut out);
            let doc = markdown::parse(id, &text, body, &mut out);
            let front = front.unwrap_or_else(|| empty_front(id));
            if front.draft != Some(true) {
                judge(What::Page, Body::Doc(&doc), &mut out);
            }
            Read::Page(Box::new((id, file.path.clone(), front, outline::outline(&doc).into())))
        }
        FileKind::UnknownData | FileKind::Attachment => Read::Nothing,
    };
    (read, out)
}

/// Brings what was read together in the order of paths. `false` if some file or record could not be read.
pub(super) fn gather(sources: &SourceSet, reads: Vec<(Read, Diagnostics)>, found: &mut Diagnostics) -> (Parts, bool) {
    let managed = is_managed(sources);
    let mut parts = Parts { folder: sources.folder().to_owned(), managed, ..Parts::default() };
    let mut whole = true;
    for (read, diagnostics) in reads {
        whole &= !diagnostics.items().iter().any(is_unread);
        found.extend(diagnostics);
        match read {
            Read::Settings(settings) => parts.settings = Some(settings),
            Read::Data(data, lost) => {
                whole &= !lost;
                parts.register.absorb(*data);
            }
            Read::Edition(edition) => parts.register.editions.push(*edition),
            Read::Instruction(instruction) => parts.instructions.push(*instruction),
            Read::OrderText(text) => parts.order_texts.push(*text),
            Read::Page(page) => parts.pages.push(*page),
            Read::Attachment(attachment) => parts.attachments.push(attachment),
            Read::Nothing => {}
        }
    }
    (parts, whole)
}

/// Whether a finding means that a whole file is missing from the model.
fn is_unread(diagnostic: &Diagnostic) -> bool {
    [codes::YAML_SYNTAX, codes::FRONT_MATTER_OPEN, codes::NOT_TEXT, codes::TOO_LARGE, codes::UNREADABLE]
        .contains(&diagnostic.code)
}

fn attachment(
    file: FileId,
    source: &SourceFile,
    len: u64,
    (sha256, paper, size): (Option<String>, Option<Arc<Paper>>, Option<Size>),
) -> Attachment {
    let path = source.path.clone();
    Attachment { file, out: OutPath::from_steps(path.as_str()), path, len, sha256, paper, size }
}

/// sha256 of bytes, lower-case hexadecimal, as the host gives it for files left on disk.
fn sha256(bytes: &[u8]) -> String {
    sha2::Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Front matter and where the body begins.
fn front<T: Field>(id: FileId, text: &str, out: &mut Diagnostics) -> (Option<T>, usize) {
    let split = front_matter::split_reporting(id, text, out);
    if split.unclosed.is_some() {
        return (None, split.body);
    }
    (front_matter::decode(id, text, split.yaml.unwrap_or(0..0), out), split.body)
}

/// What a page without front matter has.
pub(super) fn empty_front(id: FileId) -> PageFront {
    PageFront {
        title: None,
        nav_title: None,
        weight: None,
        description: None,
        audience: Vec::new(),
        regulation: None,
        draft: None,
        at: Place::node(id, Vec::new()),
    }
}

fn edition(id: FileId, file: &SourceFile, slug: String, date: Option<Date>, text: &str, out: &mut Diagnostics) -> Read {
    let (front, body) = front::<EditionFront>(id, text, out);
    let Some(date) = date else {
        out.push(Diagnostic::new(codes::BAD_EDITION_NAME, Place::file(id)).arg("name", file.path.file_name()));
        return Read::Nothing;
    };
    let mut act = act::parse(id, text, body, out);
    references::link_act(&mut act, &slug, text);
    match front {
        Some(front) => {
            Read::Edition(Box::new(Edition { slug, date, file: id, path: file.path.clone(), front, text: act }))
        }
        None => Read::Nothing,
    }
}

/// The records of a data file and how many they are.
fn records(kind: DataKind, id: FileId, text: &str, out: &mut Diagnostics) -> (RegisterParts, usize) {
    let mut parts = RegisterParts::default();
    macro_rules! list {
        ($field:ident) => {{
            parts.$field = data::records(id, text, out);
            parts.$field.len()
        }};
    }
    let count = match kind {
        DataKind::Staff => list!(people),
        DataKind::Roles => list!(roles),
        DataKind::Decisions => list!(decisions),
        DataKind::Orders => list!(orders),
        DataKind::Deadlines => list!(deadlines),
        DataKind::Publications => list!(publications),
        DataKind::Acts => list!(acts),
        DataKind::Terms => list!(terms),
        DataKind::Questions => list!(questions),
        DataKind::Calendar => {
            parts.calendar = data::one::<CalendarFile>(id, text, out);
            usize::from(parts.calendar.is_some())
        }
    };
    (parts, count)
}
