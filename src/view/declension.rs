//! Titles of posts and roles in the cases that an order needs: «учителя информатики», «администратором платформы».
//!
//! Reads: a title in the nominative. Writes: the title in another case, or nothing where its head word is not known:
//! an order with a wrong ending is worse than one that says the same in a table. Touches: nothing.

/// A grammatical case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Case {
    /// Of whom; of people also whom.
    Genitive,
    /// By whom, as whom.
    Instrumental,
}

/// Grammatical gender of the person a title is given to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gender {
    Masculine,
    Feminine,
}

/// Head words of posts and roles at schools: nominative, genitive, instrumental. All are masculine, whoever holds the
/// post.
const NOUNS: &[(&str, &str, &str)] = &[
    ("администратор", "администратора", "администратором"),
    ("библиотекарь", "библиотекаря", "библиотекарем"),
    ("бухгалтер", "бухгалтера", "бухгалтером"),
    ("водитель", "водителя", "водителем"),
    ("воспитатель", "воспитателя", "воспитателем"),
    ("врач", "врача", "врачом"),
    ("делопроизводитель", "делопроизводителя", "делопроизводителем"),
    ("дефектолог", "дефектолога", "дефектологом"),
    ("директор", "директора", "директором"),
    ("документовед", "документоведа", "документоведом"),
    ("заведующий", "заведующего", "заведующим"),
    ("завуч", "завуча", "завучем"),
    ("заместитель", "заместителя", "заместителем"),
    ("инженер", "инженера", "инженером"),
    ("инспектор", "инспектора", "инспектором"),
    ("инструктор", "инструктора", "инструктором"),
    ("исполнитель", "исполнителя", "исполнителем"),
    ("концертмейстер", "концертмейстера", "концертмейстером"),
    ("консультант", "консультанта", "консультантом"),
    ("контролёр", "контролёра", "контролёром"),
    ("координатор", "координатора", "координатором"),
    ("куратор", "куратора", "куратором"),
    ("лаборант", "лаборанта", "лаборантом"),
    ("логопед", "логопеда", "логопедом"),
    ("менеджер", "менеджера", "менеджером"),
    ("методист", "методиста", "методистом"),
    ("модератор", "модератора", "модератором"),
    ("наставник", "наставника", "наставником"),
    ("начальник", "начальника", "начальником"),
    ("оператор", "оператора", "оператором"),
    ("организатор", "организатора", "организатором"),
    ("педагог", "педагога", "педагогом"),
    ("помощник", "помощника", "помощником"),
    ("председатель", "председателя", "председателем"),
    ("представитель", "представителя", "представителем"),
    ("преподаватель", "преподавателя", "преподавателем"),
    ("программист", "программиста", "программистом"),
    ("психолог", "психолога", "психологом"),
    ("работник", "работника", "работником"),
    ("редактор", "редактора", "редактором"),
    ("руководитель", "руководителя", "руководителем"),
    ("секретарь", "секретаря", "секретарём"),
    ("советник", "советника", "советником"),
    ("сотрудник", "сотрудника", "сотрудником"),
    ("специалист", "специалиста", "специалистом"),
    ("техник", "техника", "техником"),
    ("тренер", "тренера", "тренером"),
    ("тьютор", "тьютора", "тьютором"),
    ("управляющий", "управляющего", "управляющим"),
    ("учитель", "учителя", "учителем"),
    ("хормейстер", "хормейстера", "хормейстером"),
    ("хореограф", "хореографа", "хореографом"),
    ("член", "члена", "членом"),
    ("экономист", "экономиста", "экономистом"),
    ("электроник", "электроника", "электроником"),
    ("юрисконсульт", "юрисконсульта", "юрисконсультом"),
];

/// Words that are adjectives in form and agree with the person: «ответственной за …».
const AGREEING: &[(&str, [&str; 4])] = &[
    ("ответственный", ["ответственного", "ответственным", "ответственную", "ответственной"]),
    ("уполномоченный", ["уполномоченного", "уполномоченным", "уполномоченную", "уполномоченной"]),
];

/// A title in another case, its first letter small: it stands in the middle of a sentence.
pub(crate) fn declined(title: &str, case: Case, gender: Gender) -> Option<String> {
    let words: Vec<&str> = title.split_whitespace().collect();
    let (head, forms) = head(&words, case, gender)?;
    let rest = words.get(head..).unwrap_or_default().iter().map(|w| (*w).to_owned());
    Some(forms.into_iter().chain(rest).collect::<Vec<_>>().join(" "))
}

/// The words up to the head word in another case, and how many they are.
fn head(words: &[&str], case: Case, gender: Gender) -> Option<(usize, Vec<String>)> {
    let mut forms = Vec::new();
    for (at, word) in words.iter().enumerate().take(4) {
        let small = word.to_lowercase();
        if let Some(form) = noun(&small, case) {
            forms.push(form);
            return Some((at + 1, forms));
        }
        // «Ответственный за …», but «ответственный секретарь» goes on to its noun.
        let bare = words.get(at + 1).is_none_or(|next| adjective(&next.to_lowercase(), case).is_none());
        let next_is_noun = words.get(at + 1).is_some_and(|next| noun(&next.to_lowercase(), case).is_some());
        if let Some((_, agreeing)) = AGREEING.iter().find(|(w, _)| *w == small)
            && bare
            && !next_is_noun
        {
            let [genitive, instrumental, accusative_f, instrumental_f] = *agreeing;
            forms.push(match (case, gender) {
                (Case::Genitive, Gender::Masculine) => genitive.to_owned(),
                (Case::Instrumental, Gender::Masculine) => instrumental.to_owned(),
                (Case::Genitive, Gender::Feminine) => accusative_f.to_owned(),
                (Case::Instrumental, Gender::Feminine) => instrumental_f.to_owned(),
            });
            return Some((at + 1, forms));
        }
        forms.push(adjective(&small, case)?);
    }
    None
}

/// A noun of the list; of «педагог-психолог» both halves.
fn noun(word: &str, case: Case) -> Option<String> {
    let halves = word.split('-').map(|half| {
        let (_, genitive, instrumental) = NOUNS.iter().find(|(n, _, _)| *n == half)?;
        Some(if case == Case::Genitive { *genitive } else { *instrumental })
    });
    halves.collect::<Option<Vec<_>>>().map(|halves| halves.join("-"))
}

/// A masculine adjective: «старший», «системный», «социальный», «второй».
fn adjective(word: &str, case: Case) -> Option<String> {
    let genitive = case == Case::Genitive;
    let with = |stem: &str, ending: &str| Some(format!("{stem}{ending}"));
    if let Some(stem) = word.strip_suffix("ый").or(word.strip_suffix("ой")) {
        return with(stem, if genitive { "ого" } else { "ым" });
    }
    let stem = word.strip_suffix("ий")?;
    // «технический» — «технического», but «старший» — «старшего».
    let hard = stem.ends_with(['к', 'г', 'х']);
    with(
        stem,
        if !genitive {
            "им"
        } else if hard {
            "ого"
        } else {
            "его"
        },
    )
}

/// A full name as an order has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NameForm {
    /// Whether it stands in the nominative, as in a list.
    pub(crate) nominative: bool,
    pub(crate) gender: Gender,
}

/// What the patronymic tells. A name with initials, or without a patronymic, is taken for what the order would have:
/// the accusative.
pub(crate) fn name_form(name: &str) -> NameForm {
    let last = name.split_whitespace().next_back().unwrap_or_default().to_lowercase();
    let form = |nominative, gender| NameForm { nominative, gender };
    if last.ends_with("вна") || last.ends_with("чна") {
        form(true, Gender::Feminine)
    } else if last.ends_with("вну") || last.ends_with("чну") {
        form(false, Gender::Feminine)
    } else {
        form(last.ends_with("ич"), Gender::Masculine)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(title: &str, genitive: Option<&str>, instrumental: Option<&str>) {
        let form = |case| declined(title, case, Gender::Masculine);
        assert_eq!(form(Case::Genitive).as_deref(), genitive, "{title}");
        assert_eq!(form(Case::Instrumental).as_deref(), instrumental, "{title}");
    }

    #[test]
    fn posts() {
        check("учитель информатики", Some("учителя информатики"), Some("учителем информатики"));
        check("педагог-психолог", Some("педагога-психолога"), Some("педагогом-психологом"));
        check("Социальный педагог", Some("социального педагога"), Some("социальным педагогом"));
        check("старший методист", Some("старшего методиста"), Some("старшим методистом"));
        check("технический специалист", Some("технического специалиста"), Some("техническим специалистом"));
        check(
            "заместитель директора по учебно-воспитательной работе",
            Some("заместителя директора по учебно-воспитательной работе"),
            Some("заместителем директора по учебно-воспитательной работе"),
        );
        check("заведующий хозяйством", Some("заведующего хозяйством"), Some("заведующим хозяйством"));
        check("секретарь учебной части", Some("секретаря учебной части"), Some("секретарём учебной части"));
    }

    #[test]
    fn roles() {
        check(
            "Администратор платформы ИКОП «Сферум»",
            Some("администратора платформы ИКОП «Сферум»"),
            Some("администратором платформы ИКОП «Сферум»"),
        );
        check("Второй администратор чатов", Some("второго администратора чатов"), Some("вторым администратором чатов"));
        check("Ответственный за сайт", Some("ответственного за сайт"), Some("ответственным за сайт"));
        check("Ответственный секретарь", Some("ответственного секретаря"), Some("ответственным секретарём"));
        let hers = declined("Ответственный за сайт", Case::Instrumental, Gender::Feminine);
        assert_eq!(hers.as_deref(), Some("ответственной за сайт"));
    }

    #[test]
    fn what_is_not_known_is_not_guessed() {
        for title in ["Размещение на сайте", "медицинская сестра", "За сайт", "и. о. директора", "Чаты", "", "старший"]
        {
            check(title, None, None);
        }
    }

    #[test]
    fn names() {
        let check = |name: &str, nominative, gender| {
            assert_eq!(name_form(name), NameForm { nominative, gender }, "{name}");
        };
        check("Королёва Татьяна Игоревна", true, Gender::Feminine);
        check("Королёву Татьяну Игоревну", false, Gender::Feminine);
        check("Кузьмину Анну Ильиничну", false, Gender::Feminine);
        check("Сидоров Игорь Павлович", true, Gender::Masculine);
        check("Сидорова Игоря Павловича", false, Gender::Masculine);
        check("Королёву Т. И.", false, Gender::Masculine);
    }
}
