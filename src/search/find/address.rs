//! Questions that name a clause: «2.4», «п. 2.4», «пункт 2.4/7», «абзац второй пункта 2.3», «раздел третий».
//!
//! The same patterns stand in `themes/default/js/search-rare.js`; the questions made for the twin have every form.

/// The words under which the named clause stands in the index, the exact one first, and what else is asked.
#[derive(Debug)]
pub(super) struct Named {
    pub(super) words: Vec<String>,
    /// Words of the other clauses that are named.
    pub(super) others: Vec<String>,
    pub(super) left: String,
    /// It may as well be another number: when no clause has it, it is a word of the question.
    pub(super) loose: bool,
}

const ORDINALS: [&str; 15] = [
    "перв",
    "втор",
    "трет",
    "четверт",
    "пят",
    "шест",
    "седьм",
    "восьм",
    "девят",
    "десят",
    "одиннадцат",
    "двенадцат",
    "тринадцат",
    "четырнадцат",
    "пятнадцат",
];
const ROMAN: [&str; 10] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];
const CLAUSES: [&str; 15] = [
    "п",
    "пункт",
    "пункта",
    "пункте",
    "пункту",
    "пунктом",
    "пункты",
    "пунктов",
    "пунктах",
    "пунктам",
    "статья",
    "статьи",
    "статье",
    "ст",
    "clause",
];
const SECTIONS: [&str; 4] = ["раздел", "раздела", "разделе", "section"];
const PARAGRAPHS: [&str; 6] = ["абз", "абзац", "абзаца", "абзаце", "абзацу", "paragraph"];
const ITEMS: [&str; 5] = ["пп", "подпункт", "подпункта", "подпункте", "item"];
/// How the words begin, and which they are, whose clauses are not those of the regulation.
const ACTS: [&str; 5] = ["закон", "приказ", "кодекс", "постановлен", "конституц"];
const SHORT_ACTS: [&str; 3] = ["фз", "рф", "коап"];
/// How a number ends that is read as an ordinal: «2-й».
const ENDINGS: [&str; 9] = ["й", "ый", "ой", "я", "е", "го", "му", "м", "ом"];

fn is_marker(piece: &str) -> bool {
    CLAUSES.contains(&piece) || SECTIONS.contains(&piece) || ITEMS.contains(&piece)
}

fn is_act(piece: &str) -> bool {
    SHORT_ACTS.contains(&piece) || ACTS.iter().any(|act| piece.starts_with(act))
}

/// Pieces of a text: words, numbers with dots, commas and slashes inside, single signs. «п/п» is one word, «2-й» a
/// number.
fn pieces(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let mut pieces: Vec<String> = Vec::new();
    let mut i = 0;
    let at = |i: usize| chars.get(i).copied().unwrap_or(' ');
    while i < chars.len() {
        let start = i;
        if at(i).is_alphabetic() {
            while at(i).is_alphabetic() {
                i += 1;
            }
        } else if at(i).is_numeric() {
            while at(i).is_numeric() {
                i += 1;
                if matches!(at(i), '.' | ',' | '/') && at(i + 1).is_numeric() {
                    i += 1;
                }
            }
        } else {
            i += 1;
            if at(start).is_whitespace() {
                continue;
            }
        }
        let piece: String = chars.get(start..i).unwrap_or_default().iter().collect();
        match pieces.as_mut_slice() {
            [.., first, joint] if piece == "п" && first == "п" && matches!(joint.as_str(), "." | "/") => {
                "пп".clone_into(first);
                pieces.pop();
            }
            [.., number, dash] if ENDINGS.contains(&piece.as_str()) && is_dash(dash) && is_figures(number) => {
                pieces.pop();
            }
            _ => pieces.push(piece),
        }
    }
    pieces
}

/// A whole number without a leading zero, of up to four figures.
fn is_part(part: &str) -> bool {
    part.len() <= 4 && !part.starts_with('0') && is_figures(part)
}

fn is_figures(piece: &str) -> bool {
    !piece.is_empty() && piece.bytes().all(|b| b.is_ascii_digit())
}

/// `2.4`, `2,4`, `2.4/7`, but no date.
fn is_number(piece: &str) -> bool {
    let mut steps = piece.split('/');
    let clause: Vec<&str> = steps.next().unwrap_or_default().split(['.', ',']).collect();
    let is_date =
        matches!(clause.as_slice(), [day, month, year] if day.len() < 3 && month.len() < 3 && year.len() == 4);
    clause.len() <= 6 && !is_date && clause.into_iter().all(is_part) && steps.all(is_part)
}

fn ordinal(piece: &str) -> u32 {
    if piece.len() <= 2 && is_part(piece) {
        return piece.parse().unwrap_or(0);
    }
    let begins = |o: &str| piece.strip_prefix(o).is_some_and(|rest| rest.chars().count() < 5);
    let found = ORDINALS.iter().rposition(|o| begins(o)).or_else(|| ROMAN.iter().position(|r| *r == piece));
    found.and_then(|i| u32::try_from(i + 1).ok()).unwrap_or(0)
}

fn is_dash(piece: &str) -> bool {
    matches!(piece, "-" | "–")
}

/// The pieces of a question, by place.
struct Pieces(Vec<String>);

impl Pieces {
    fn at(&self, i: usize) -> &str {
        self.0.get(i).map_or("", String::as_str)
    }

    /// The word after a piece.
    fn near(&self, i: usize) -> &str {
        if self.at(i + 1) == "." { self.at(i + 2) } else { self.at(i + 1) }
    }

    /// The word before a piece.
    fn ago(&self, i: usize) -> &str {
        let before = (0..i).rev().find(|&j| !matches!(self.at(j), "." | "№"));
        before.map_or("", |j| self.at(j))
    }

    /// Whether a piece stands beside one of these words.
    fn beside(&self, i: usize, words: &[&str]) -> bool {
        words.contains(&self.near(i)) || words.contains(&self.ago(i))
    }

    /// The number before or after a word.
    fn counted(&self, i: usize) -> Option<u32> {
        [ordinal(self.near(i)), ordinal(self.ago(i))].into_iter().find(|&n| n > 0)
    }
}

/// How surely a piece is the number of a clause: by its place and by its form. None when it is another number.
fn likeness(pieces: &Pieces, i: usize, of_act: bool) -> Option<u32> {
    let (piece, ago) = (pieces.at(i), pieces.ago(i));
    let in_section = pieces.beside(i, &SECTIONS);
    let marked = in_section || is_marker(ago);
    let alone = pieces.0.len() == 1;
    if is_number(piece) && piece.contains('.') {
        // A number of long parts stands in an act.
        let short = piece.split(['.', ',', '/']).all(|part| part.len() < 3);
        return Some(if marked || (alone && short) { 3 } else { 1 });
    }
    if PARAGRAPHS.contains(&ago) || ITEMS.contains(&ago) {
        return None;
    }
    if !is_number(piece) {
        return (in_section && ordinal(piece) > 0).then_some(2);
    }
    let joined = i.checked_sub(1).is_some_and(|b| is_dash(pieces.at(b))) || is_dash(pieces.at(i + 1));
    let foreign = of_act && !in_section;
    (!joined && !foreign && (marked || alone)).then_some(if marked { 2 } else { 0 })
}

/// What clause a folded question names, if any.
pub(super) fn named(text: &str) -> Option<Named> {
    let pieces = Pieces(pieces(text));
    let of_act = pieces.0.iter().any(|piece| is_act(piece));
    let sure = |i: usize| Some((i, likeness(&pieces, i, of_act)?));
    let found: Vec<(usize, u32)> = (0..pieces.0.len()).filter_map(sure).collect();
    // The first of the surest.
    let &(place, sure) = found.iter().rev().max_by_key(|(_, sure)| *sure)?;
    let piece = pieces.at(place).replace(',', ".");
    let mut steps = piece.split('/');
    let mut clause = steps.next().unwrap_or_default().to_owned();
    let mut items: Vec<String> = steps.map(str::to_owned).collect();
    if !is_number(&piece) {
        clause = ordinal(&piece).to_string();
    }
    let mut used = vec![place];
    // `2.4-7` is how pages name the item in their own addresses.
    if clause.contains('.') && items.is_empty() && is_dash(pieces.at(place + 1)) && is_part(pieces.at(place + 2)) {
        items.push(pieces.at(place + 2).to_owned());
        used.push(place + 2);
    }
    let mut paragraph = 0;
    let mut left: Vec<&str> = Vec::new();
    for i in (0..pieces.0.len()).filter(|i| !used.contains(i)) {
        let piece = pieces.at(i);
        if PARAGRAPHS.contains(&piece) {
            paragraph = pieces.counted(i).unwrap_or(paragraph);
        } else if ITEMS.contains(&piece) && items.is_empty() && pieces.counted(i).is_some() {
            items.extend(pieces.counted(i).map(|n| n.to_string()));
        } else if !is_marker(piece)
            && !(ordinal(piece) > 0 && (pieces.beside(i, &PARAGRAPHS) || pieces.beside(i, &ITEMS)))
        {
            left.push(piece);
        }
    }
    let full = format!("#{clause}");
    let mut words = Vec::new();
    if paragraph > 1 {
        words.push(format!("{full}¶{paragraph}"));
    }
    if !items.is_empty() {
        words.push(format!("{full}/{}", items.join("/")));
    }
    words.push(full);
    let mut up = clause.as_str();
    while let (true, Some((shorter, _))) = (sure > 1, up.rsplit_once('.')) {
        up = shorter;
        words.push(format!("#{up}"));
    }
    let others = found.iter().filter(|(i, _)| *i != place && pieces.at(*i).contains('.'));
    let others = others.map(|(i, _)| format!("#{}", pieces.at(*i))).collect();
    Some(Named { words, others, left: left.join(" "), loose: sure < 2 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, words: &[&str], left: &str) {
        let named = named(text).expect("a clause is named");
        assert_eq!(
            (named.words.iter().map(String::as_str).collect::<Vec<_>>().as_slice(), named.left.as_str()),
            (words, left)
        );
    }

    #[test]
    fn clauses_are_named_in_many_ways() {
        check("2.4", &["#2.4", "#2"], "");
        check("п. 2.4", &["#2.4", "#2"], ".");
        check("пункт 2.4/7", &["#2.4/7", "#2.4", "#2"], "");
        check("2.4-7", &["#2.4/7", "#2.4"], "-");
        check("п. 2,4", &["#2.4", "#2"], ".");
        check("№ 2.4", &["#2.4"], "№");
        check("пункт №2.4", &["#2.4", "#2"], "№");
        check("чаты в пункте 2.4", &["#2.4", "#2"], "чаты в");
        check("чаты – 2.4", &["#2.4"], "чаты –");
        check("санпин 1.2.3685 и п. 2.4", &["#2.4", "#2"], "санпин 1.2.3685 и .");
    }

    #[test]
    fn paragraphs_and_items_are_counted_before_and_after() {
        check("абзац второй пункта 2.3", &["#2.3¶2", "#2.3", "#2"], "");
        check("третий абзац п.3.1", &["#3.1¶3", "#3.1", "#3"], ".");
        check("2-й абзац п. 2.3", &["#2.3¶2", "#2.3", "#2"], ".");
        check("абзац четвертый раздела 1", &["#1¶4", "#1"], "");
        check("пункт 3.2 подпункт 4", &["#3.2/4", "#3.2", "#3"], "");
        check("седьмой подпункт пункта 2.4", &["#2.4/7", "#2.4", "#2"], "");
        check("п/п 7 п. 2.4", &["#2.4/7", "#2.4", "#2"], ".");
        check("подпункт 2 раздела 1", &["#1/2", "#1"], "");
    }

    #[test]
    fn sections_are_named_by_words_and_figures() {
        for text in ["раздел 3", "раздел третий", "третий раздел", "3 раздел", "3-й раздел", "раздел iii"]
        {
            check(text, &["#3"], "");
        }
        check("о чем раздел 3", &["#3"], "о чем");
        assert!(named("раздел первичной помощи").is_none());
    }

    #[test]
    fn several_clauses_are_named() {
        for text in ["пункты 2.3 и 2.5", "п. 2.3, 2.5", "2.3-2.5"] {
            let named = named(text).expect("clauses are named");
            assert_eq!(
                (named.words[0].as_str(), named.others.as_slice()),
                ("#2.3", ["#2.5".to_owned()].as_slice()),
                "{text}"
            );
        }
    }

    #[test]
    fn numbers_of_acts_and_dates_are_not_clauses() {
        for text in [
            "мр 2.4.0330",
            "санпин 1.2.3685",
            "письмо 04-423",
            "1 мая",
            "приказ № 15",
            "закон 156-фз",
            "15.10.2026",
            "приказ от 15.10.2026",
            "пункт 2 приказа 187",
            "п. 2 ст. 29 закона",
            "в течение 1,5 часа",
        ] {
            assert!(named(text).is_none(), "{text}");
        }
        check("приказ по пункту 2.4", &["#2.4", "#2"], "приказ по");
    }

    #[test]
    fn what_may_be_another_number_is_loose() {
        for text in ["187", "2026", "гост 7.1.97", "7.1.97-2016", "2.403", "версия 2.6"] {
            assert!(named(text).is_some_and(|named| named.loose), "{text}");
        }
        for text in ["99.9", "п. 99", "раздел 9"] {
            assert!(named(text).is_some_and(|named| !named.loose), "{text}");
        }
    }
}
