//! The Russian name of every key, in one table, and the nearest known key for a mistyped one.

use super::RecordSchema;

/// English and Russian name of each key. One key has one Russian name wherever it stands; other spellings that people
/// use follow it.
const KEYS: &[(&str, &[&str])] = &[
    ("abbreviation", &["сокращение"]),
    ("act", &["действие"]),
    ("address", &["адрес"]),
    ("advisory", &["рекомендательный"]),
    ("allow", &["допустить", "не сообщать"]),
    ("also_asked", &["спрашивают также", "также спрашивают"]),
    ("appoints", &["назначает", "назначения"]),
    ("approval", &["принятие"]),
    ("as_written", &["как написано"]),
    ("audience", &["для кого", "аудитория"]),
    ("base_url", &["адрес раздела"]),
    ("basis", &["основание"]),
    ("body", &["кем", "орган"]),
    ("by", &["кто разместил", "разместил"]),
    ("category", &["категория"]),
    ("clause", &["пункт"]),
    ("clauses", &["пункты положения"]),
    ("consent", &["согласие"]),
    ("contacts", &["контакты"]),
    ("date", &["дата"]),
    ("days_off", &["нерабочие"]),
    ("deadline_panel", &["панель сроков"]),
    ("deny", &["считать ошибкой"]),
    ("description", &["описание"]),
    ("director", &["директор"]),
    ("document", &["документ"]),
    ("documents_url", &["адрес документов"]),
    ("draft", &["черновик"]),
    ("due", &["срок", "не позднее"]),
    ("each_year", &["каждый год"]),
    ("eligible", &["кого можно назначить", "допускаются"]),
    ("email", &["почта", "электронная почта"]),
    ("file", &["файл"]),
    ("font", &["шрифт"]),
    ("force", &["сила"]),
    ("former_staff", &["прежние ответственные"]),
    ("founder", &["учредитель"]),
    ("from", &["с", "с даты"]),
    ("holders", &["сколько человек"]),
    ("id", &["код"]),
    ("implements", &["исполняет"]),
    ("in_force_until", &["действует до"]),
    ("inspector_page", &["справка об исполнении"]),
    ("instead_of", &["вместо"]),
    ("issuer", &["кем издан"]),
    ("kind", &["вид"]),
    ("language", &["язык"]),
    ("left", &["работает до", "последний рабочий день"]),
    ("means", &["означает", "значение"]),
    ("name", &["имя", "фио", "наименование"]),
    ("name_accusative", &["имя в винительном"]),
    ("nav_title", &["название в меню"]),
    ("number", &["номер"]),
    ("official_site", &["официальный сайт"]),
    ("order", &["приказ"]),
    ("organization", &["организация"]),
    ("person", &["работник", "кто"]),
    ("phone", &["телефон"]),
    ("place", &["место"]),
    ("points", &["пункты приказа"]),
    ("position", &["должность"]),
    ("positions", &["должности"]),
    ("preamble", &["преамбула"]),
    ("protocol", &["протокол"]),
    ("question", &["вопрос"]),
    ("raw_html", &["разрешить html"]),
    ("regulation", &["положение"]),
    ("removed", &["снято"]),
    ("replaced_by", &["заменён", "заменен"]),
    ("required", &["обязательна", "обязательно"]),
    ("requires", &["требует", "нужны"]),
    ("reviewed", &["сверена", "проверено"]),
    ("role", &["роль", "за что отвечает"]),
    ("school_year", &["учебный год"]),
    ("see", &["смотри", "см."]),
    ("sha256", &["контрольная сумма"]),
    ("short", &["кратко"]),
    ("short_name", &["краткое имя", "краткое наименование"]),
    ("short_title", &["краткое название"]),
    ("signature", &["подпись"]),
    ("signed_by", &["подписал"]),
    ("since", &["начиная с"]),
    ("summary", &["что изменилось"]),
    ("synonyms", &["синонимы", "говорят также"]),
    ("term", &["термин"]),
    ("text", &["текст"]),
    ("theme", &["оформление"]),
    ("title", &["название", "заголовок"]),
    ("until", &["по", "до"]),
    ("url", &["ссылка"]),
    ("utc_offset", &["часовой пояс"]),
    ("value", &["значение контакта"]),
    ("week", &["неделя"]),
    ("weight", &["порядок"]),
    ("withdrawn", &["отозвано"]),
    ("working", &["рабочие"]),
    ("years", &["годы"]),
];

/// The English name of a key as typed; what is in no row stays as it is. Case, ё and underscores for spaces do not
/// matter in Russian names.
pub(crate) fn english(typed: &str) -> String {
    let plain = typed.trim().to_lowercase().replace('_', " ").replace('ё', "е");
    KEYS.iter()
        .find(|(_, russian)| russian.iter().any(|r| r.replace('ё', "е") == plain))
        .map_or_else(|| typed.trim().to_owned(), |(english, _)| (*english).to_owned())
}

/// The Russian name of a key; the English one if the table lacks it (a test holds the table complete).
pub(crate) fn russian(english: &'static str) -> &'static str {
    KEYS.iter().find(|(e, _)| *e == english).map_or(english, |(_, russian)| russian[0])
}

/// Every Russian spelling of a key.
pub(crate) fn spellings(english: &str) -> &'static [&'static str] {
    KEYS.iter().find(|(e, _)| *e == english).map_or(&[], |(_, russian)| russian)
}

fn is_russian(text: &str) -> bool {
    text.chars().any(|c| matches!(c, 'а'..='я' | 'А'..='Я' | 'ё' | 'Ё'))
}

/// A key in the language in which a neighbour was typed.
pub(crate) fn in_script_of(english: &'static str, neighbour: &str) -> &'static str {
    if is_russian(neighbour) { russian(english) } else { english }
}

/// The key of the record that was probably meant, in the language it was typed in.
pub(crate) fn nearest(typed: &str, schema: &'static RecordSchema) -> Option<&'static str> {
    nearest_of(typed, schema.fields.iter().map(|f| in_script_of(f.key, typed)))
}

/// The letters that one text has and the other has not: as many edits at least turn one into the other. Letters that
/// share a box pass for one another, which makes the number smaller and never larger.
fn least_distance(a: &str, b: &str) -> usize {
    const BOXES: usize = 64;
    let mut boxes = [0_i32; BOXES];
    let mut count = |text: &str, by: i32| {
        for c in text.chars() {
            if let Some(seen) = boxes.get_mut(c as usize % BOXES) {
                *seen += by;
            }
        }
    };
    count(a, 1);
    count(b, -1);
    let sum = |sign: i32| boxes.iter().map(|seen| usize::try_from(seen * sign).unwrap_or(0)).sum::<usize>();
    sum(1).max(sum(-1))
}

/// The candidate nearest to a mistyped text, if one is near: at most a third of its letters differ.
pub(crate) fn nearest_of<'c>(typed: &str, candidates: impl Iterator<Item = &'c str>) -> Option<&'c str> {
    let typed = typed.trim().to_lowercase().replace(['-', ' '], "_");
    let letters = typed.chars().count();
    let mut limit = (letters / 3).clamp(1, 4);
    let mut nearest = None;
    for candidate in candidates {
        // Two texts differ by at least the letters that one has more. Of ten thousand names few are so near in length,
        // and only for those the letters are compared.
        if candidate.chars().count().abs_diff(letters) > limit {
            continue;
        }
        let candidate_folded = candidate.to_lowercase().replace(['-', ' '], "_");
        if least_distance(&typed, &candidate_folded) > limit {
            continue;
        }
        let distance = strsim::damerau_levenshtein(&typed, &candidate_folded);
        if distance <= limit {
            nearest = Some(candidate);
            match distance.checked_sub(1) {
                // From here on only what is nearer yet.
                Some(nearer) => limit = nearer,
                None => break,
            }
        }
    }
    nearest
}
