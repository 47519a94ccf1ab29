//! The kinds of files that the contract describes, in the order of the guide.

use crate::base::Lang;

use super::RecordSchema;
use super::records::{
    CalendarFile, Deadline, Decision, EditionFront, InstructionFront, LegalAct, Order, PageFront, Person, Publication,
    Question, Role, SiteSettings, Term,
};

/// A kind of file.
#[derive(Debug)]
pub(crate) struct FileSchema {
    /// Short name, also of its JSON Schema.
    pub(crate) name: &'static str,
    /// Where such files stand in the content tree.
    pub(crate) path: &'static str,
    /// Whether the file is a list of records; otherwise it, or its front matter, is one record.
    pub(crate) list: bool,
    pub(crate) record: &'static RecordSchema,
    ru: &'static str,
    en: &'static str,
}

impl FileSchema {
    const fn one(
        name: &'static str,
        path: &'static str,
        record: &'static RecordSchema,
        ru: &'static str,
        en: &'static str,
    ) -> Self {
        Self { name, path, list: false, record, ru, en }
    }

    const fn list(
        name: &'static str,
        path: &'static str,
        record: &'static RecordSchema,
        ru: &'static str,
        en: &'static str,
    ) -> Self {
        Self { name, path, list: true, record, ru, en }
    }

    /// What the file holds, as a heading.
    pub(crate) fn title(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Ru => self.ru,
            Lang::En => self.en,
        }
    }
}

/// Every kind of file.
pub(crate) const FILES: &[FileSchema] = &[
    FileSchema::one("site", "site.yml", SiteSettings::SCHEMA, "Настройки сайта", "Settings of the site"),
    FileSchema::one(
        "edition",
        "regulations/…/….md",
        EditionFront::SCHEMA,
        "Шапка редакции положения",
        "Front matter of an edition",
    ),
    FileSchema::one(
        "instruction",
        "instructions/….md",
        InstructionFront::SCHEMA,
        "Шапка инструкции",
        "Front matter of an instruction",
    ),
    FileSchema::one("page", "….md", PageFront::SCHEMA, "Шапка обычной страницы", "Front matter of any other page"),
    FileSchema::list("staff", "data/staff.yml", Person::SCHEMA, "Работники", "Staff"),
    FileSchema::list("roles", "data/roles.yml", Role::SCHEMA, "За что отвечают", "Roles"),
    FileSchema::list("decisions", "data/decisions.yml", Decision::SCHEMA, "Решения", "Decisions"),
    FileSchema::list("orders", "data/orders.yml", Order::SCHEMA, "Приказы", "Orders"),
    FileSchema::list("deadlines", "data/deadlines.yml", Deadline::SCHEMA, "Сроки", "Deadlines"),
    FileSchema::list(
        "publications",
        "data/publications.yml",
        Publication::SCHEMA,
        "Записи о размещении",
        "Records of publication",
    ),
    FileSchema::list("acts", "data/acts.yml", LegalAct::SCHEMA, "Правовые акты", "Legal acts"),
    FileSchema::list("terms", "data/terms.yml", Term::SCHEMA, "Термины и сокращения", "Terms and abbreviations"),
    FileSchema::one(
        "calendar",
        "data/calendar.yml",
        CalendarFile::SCHEMA,
        "Производственный календарь",
        "Working calendar",
    ),
    FileSchema::list("questions", "data/questions.yml", Question::SCHEMA, "Вопросы", "Questions"),
];
