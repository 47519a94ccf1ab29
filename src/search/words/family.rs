//! Families of stems: удалить and удаление, назначить and назначение, размещать and разместить.
//!
//! Snowball keeps verbs apart from the nouns made of them, and the two aspects of a verb apart from each other. A
//! family joins them by rule: the suffix of the noun or of the imperfective aspect is taken off, then the last
//! consonant is brought to one of its kin (к, т, ч and щ from ст, ск; д, ж and з). What it joins wrongly costs little:
//! a word of the family counts less than the very word.

/// Suffixes of verbs in the imperfective aspect and of verbs from foreign words.
const VERBAL: [&str; 8] = ["ирован", "ирова", "ован", "ыван", "иван", "ыва", "ива", "ова"];
/// Suffixes that nouns and participles have over their verb.
const NOMINAL: [&str; 7] = ["енн", "анн", "ени", "ен", "ан", "ац", "яц"];
/// An л that stands after a lip sound in some forms only.
const LABIAL: [&str; 5] = ["бл", "вл", "пл", "мл", "фл"];
/// Ends of roots that change into each other.
const KIN: [(&str, &str); 11] = [
    ("ст", "щ"),
    ("ск", "щ"),
    ("жд", "д"),
    ("ж", "д"),
    ("з", "д"),
    ("г", "д"),
    ("ч", "к"),
    ("т", "к"),
    ("ц", "к"),
    ("ш", "с"),
    ("х", "с"),
];

/// At least so many letters of the root stay.
const ROOT: usize = 4;

/// The family of a Russian stem; any other stem is a family of its own.
pub(crate) fn family(stem: &str) -> String {
    let mut family = String::with_capacity(stem.len());
    family_into(stem, &mut family);
    family
}

/// The same into a text that is there already.
pub(crate) fn family_into(stem: &str, family: &mut String) {
    family.clear();
    if !long_enough(stem, ROOT + 1) || !stem.chars().all(|c| matches!(c, 'а'..='я')) {
        family.push_str(stem);
        return;
    }
    let mut root = stem;
    for suffixes in [&VERBAL[..], &NOMINAL[..]] {
        if let Some(cut) = suffixes.iter().find_map(|s| root.strip_suffix(s).filter(|r| long_enough(r, ROOT))) {
            root = cut;
            break;
        }
    }
    while let Some(cut) = root.strip_suffix(['а', 'я', 'и', 'е', 'о', 'у']).filter(|r| long_enough(r, ROOT)) {
        root = cut;
    }
    if LABIAL.iter().any(|l| root.ends_with(l))
        && let Some(cut) = root.strip_suffix('л').filter(|r| long_enough(r, ROOT))
    {
        root = cut;
    }
    let (cut, kin) = KIN.iter().find_map(|(end, kin)| Some((root.strip_suffix(end)?, *kin))).unwrap_or((root, ""));
    family.push_str(cut);
    family.push_str(kin);
}

/// Whether a text has so many letters, each of which takes two bytes.
fn long_enough(text: &str, letters: usize) -> bool {
    text.len() >= 2 * letters && text.chars().nth(letters - 1).is_some()
}

#[cfg(test)]
mod tests {
    use super::super::Stemmers;
    use super::*;

    #[track_caller]
    fn check(words: &[&str]) {
        let stemmers = Stemmers::default();
        let families: Vec<String> = words.iter().map(|w| family(&stemmers.stem(&super::super::folded(w)))).collect();
        assert!(families.windows(2).all(|w| w[0] == w[1]), "{families:?}");
    }

    #[test]
    fn nouns_stand_with_their_verbs() {
        check(&["удалить", "удаление", "удаляет", "удалён"]);
        check(&["назначить", "назначение", "назначает"]);
        check(&["размещать", "размещение", "разместить"]);
        check(&["использовать", "использование", "используют"]);
        check(&["регистрировать", "регистрация"]);
        check(&["организовать", "организация"]);
        check(&["публиковать", "публикация"]);
        check(&["подписать", "подписание", "подписывает"]);
        check(&["отправить", "отправление", "отправляет"]);
    }

    #[test]
    fn unlike_words_stay_apart() {
        let stemmers = Stemmers::default();
        for (a, b) in [("директор", "директива"), ("родитель", "роды"), ("класс", "классика")]
        {
            assert_ne!(family(&stemmers.stem(a)), family(&stemmers.stem(b)), "{a} {b}");
        }
    }
}
