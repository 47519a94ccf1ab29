//! The page of the guide that lists every key, made from the table of the contract.
//!
//! Reads: [`FILES`]. Writes: markdown with front matter. Touches: nothing. A test holds the page in `content/` equal to
//! what is made here.

use super::files::{FILES, FileSchema};
use super::{FieldSchema, RecordSchema, ScalarShape, Shape, keys};
use crate::base::Lang;

/// The page in one language.
pub(crate) fn reference(lang: Lang) -> String {
    let mut page = match lang {
        Lang::Ru => HEAD_RU,
        Lang::En => HEAD_EN,
    }
    .to_owned();
    for kind in KINDS {
        page.push_str(&row(&[kind.name(lang), kind.form(lang)]));
    }
    for file in FILES {
        section(file, lang, &mut page);
    }
    page
}

const HEAD_RU: &str = "\
---
title: Все ключи
description: Что можно написать в каждом файле данных и в шапке каждой страницы — по-английски и по-русски.
weight: 80
---

Здесь перечислено всё, что программа понимает в файлах данных и в шапках страниц. Страница
составлена программой по тому же описанию, по которому она читает файлы, поэтому устареть не может.

У каждого ключа два имени, английское и русское; пишите любое, но в одной записи — одно.
Большие буквы, «ё» и подчёркивание вместо пробела в русских именах значения не имеют. Ключ,
которого в таблице нет, — ошибка: так опечатка не потеряет дату или имя.

## Как писать значения

| значение | как его пишут |
|---|---|
";

const HEAD_EN: &str = "\
---
title: All keys
description: What may stand in each data file and in the front matter of each page, in English and in Russian.
weight: 80
---

This page lists everything that the program understands in data files and in front matter. It is made
by the program from the very table that it reads files by.

Each key has two names, English and Russian; write either, but one of them in a record. Case, ё and
underscores for spaces do not matter in Russian names. A key that is not in the table is an error, so that
a slip cannot lose a date or a name.

## How values are written

| value | how it is written |
|---|---|
";

/// A kind of scalar in words.
struct Kind {
    /// As in [`ScalarShape::kind`].
    kind: &'static str,
    ru: (&'static str, &'static str),
    en: (&'static str, &'static str),
}

impl Kind {
    fn name(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Ru => self.ru.0,
            Lang::En => self.en.0,
        }
    }

    fn form(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Ru => self.ru.1,
            Lang::En => self.en.1,
        }
    }
}

const KINDS: &[Kind] = &[
    Kind {
        kind: "text",
        ru: ("текст", "любой; номера остаются как написаны: `2.10`, `012`, `01-07/132`"),
        en: ("text", "any; numbers stay as typed: `2.10`, `012`, `01-07/132`"),
    },
    Kind {
        kind: "date",
        ru: ("дата", "`27.03.2026`, `2026-03-27` или `27 марта 2026 г.`"),
        en: ("date", "`2026-03-27`, `27.03.2026` or `27 March 2026`"),
    },
    Kind {
        kind: "id",
        ru: ("код", "строчные латинские буквы, цифры, точка, черта, подчёркивание: `prikaz-132`"),
        en: ("code", "lower-case Latin letters, digits, dots, dashes, underscores: `order-132`"),
    },
    Kind {
        kind: "integer", ru: ("число", "целое, цифрами: `10`"), en: ("number", "whole, in digits: `10`")
    },
    Kind {
        kind: "address",
        ru: (
            "адрес пункта",
            "раздел `2`, пункт `2.4`, строка перечня `2.4/7`, с положением `sferum#2.4`, в определённой редакции `sferum@2026-04-15#2.4`",
        ),
        en: (
            "address",
            "section `2`, clause `2.4`, item `2.4/7`, with the regulation `sferum#2.4`, in a fixed edition `sferum@2026-04-15#2.4`",
        ),
    },
    Kind {
        kind: "school-year",
        ru: ("учебный год", "`2026/2027` или `2026/27`"),
        en: ("school year", "`2026/2027` or `2026/27`"),
    },
    Kind { kind: "offset", ru: ("сдвиг от UTC", "`+05:00`"), en: ("offset from UTC", "`+05:00`") },
    Kind {
        kind: "due",
        ru: ("день срока", "каждый учебный год: `05-01`, `01.05` или `1 мая`; один раз: дата"),
        en: ("due day", "each school year: `05-01` or `1 May`; once: a date"),
    },
    Kind {
        kind: "until",
        ru: ("дата или возвращение", "дата или `return` («до возвращения»)"),
        en: ("date or return", "a date or `return`"),
    },
    Kind {
        kind: "requirement",
        ru: ("вид документа", "`decision` (`решение`), `order:РОЛЬ` (`приказ:РОЛЬ`), `edition` (`редакция`)"),
        en: ("kind of document", "`decision`, `order:ROLE`, `edition`"),
    },
    Kind {
        kind: "document",
        ru: ("документ", "`decision:КОД`, `order:КОД`, `edition:ПОЛОЖЕНИЕ@ДАТА`, `file:ПУТЬ`"),
        en: ("document", "`decision:ID`, `order:ID`, `edition:REGULATION@DATE`, `file:PATH`"),
    },
];

fn section(file: &FileSchema, lang: Lang, page: &mut String) {
    page.push_str(&format!("\n## {}\n\n`{}`", file.title(lang), file.path));
    page.push_str(match (lang, file.list, file.record.open) {
        (Lang::Ru, true, _) => " — список записей.",
        (Lang::Ru, false, false) => " — одна запись.",
        (Lang::Ru, false, true) => " — одна запись; ключи других программ не мешают.",
        (Lang::En, true, _) => ": a list of records.",
        (Lang::En, false, false) => ": one record.",
        (Lang::En, false, true) => ": one record; keys of other programs are left alone.",
    });
    page.push_str("\n\n");
    let mut records = vec![file.record];
    let mut next = 0;
    while let Some(record) = records.get(next).copied() {
        if next > 0 {
            page.push_str(&format!("\n### {}\n\n", name(record, lang)));
        }
        table(record, lang, page);
        for inner in record.fields.iter().filter_map(|f| record_of(&f.shape)) {
            if !records.iter().any(|r| r.name == inner.name) {
                records.push(inner);
            }
        }
        next += 1;
    }
}

fn record_of(shape: &Shape) -> Option<&'static RecordSchema> {
    match shape {
        Shape::Record(schema) => Some(schema),
        Shape::List(inner) | Shape::ByYear(inner) => record_of(inner),
        Shape::Scalar(_) => None,
    }
}

fn table(record: &RecordSchema, lang: Lang, page: &mut String) {
    page.push_str(match lang {
        Lang::Ru => "| ключ | по-русски | обязателен | что это | значение |\n|---|---|---|---|---|\n",
        Lang::En => "| key | in Russian | required | meaning | value |\n|---|---|---|---|---|\n",
    });
    for field in record.fields {
        let russian: Vec<String> = keys::spellings(field.key).iter().map(|name| format!("`{name}`")).collect();
        let required = match (field.required, lang) {
            (false, _) => "",
            (true, Lang::Ru) => "да",
            (true, Lang::En) => "yes",
        };
        page.push_str(&row(&[
            &format!("`{}`", field.key),
            &russian.join(", "),
            required,
            &meaning(field, lang),
            &values(&field.shape, lang),
        ]));
    }
}

fn row(cells: &[&str]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| cell.replace('|', "\\|")).collect();
    format!("| {} |\n", cells.join(" | ")).replace("|  |", "| |")
}

fn meaning(field: &FieldSchema, lang: Lang) -> String {
    let text = match lang {
        Lang::Ru => field.doc_ru.to_owned(),
        Lang::En => field.doc_en.split_whitespace().collect::<Vec<_>>().join(" "),
    };
    text.trim_end_matches('.').to_owned()
}

/// What a group of keys is called.
fn name(record: &RecordSchema, lang: Lang) -> String {
    let text = match lang {
        Lang::Ru => record.doc_ru,
        Lang::En => record.doc_en,
    };
    text.trim().trim_end_matches('.').to_owned()
}

fn values(shape: &Shape, lang: Lang) -> String {
    match (shape, lang) {
        (Shape::Scalar(shape), _) => scalar(shape, lang),
        (Shape::Record(record), Lang::Ru) => format!("группа ключей «{}»", name(record, lang)),
        (Shape::Record(record), Lang::En) => format!("a group of keys, \"{}\"", name(record, lang)),
        (Shape::List(inner), Lang::Ru) => format!("список: {}", values(inner, lang)),
        (Shape::List(inner), Lang::En) => format!("list: {}", values(inner, lang)),
        (Shape::ByYear(inner), Lang::Ru) => format!("по годам (`2026:`): {}", values(inner, lang)),
        (Shape::ByYear(inner), Lang::En) => format!("by year (`2026:`): {}", values(inner, lang)),
    }
}

fn scalar(shape: &ScalarShape, lang: Lang) -> String {
    if shape.choices.is_empty() {
        let kind = KINDS.iter().find(|k| k.kind == shape.kind);
        return kind.map_or(shape.kind, |k| k.name(lang)).to_owned();
    }
    let choices: Vec<String> = shape.choices.iter().map(|(en, ru)| format!("`{en}` = `{ru}`")).collect();
    choices.join(", ")
}

/// Whether a kind of scalar has its line on the page.
#[cfg(test)]
pub(super) fn knows(kind: &str) -> bool {
    KINDS.iter().any(|k| k.kind == kind)
}
