//! Questions that name a clause: «2.4», «п. 2.4», «пункт 2.4/7», «абзац второй пункта 2.3», «раздел 3».

/// The words under which the named clause stands in the index, the exact one first, and what else is asked.
pub(super) struct Named {
    pub(super) words: Vec<String>,
    pub(super) left: String,
}

const ORDINALS: [&str; 15] = [
    "перв",
    "втор",
    "трет",
    "четв",
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
const MARKERS: [&str; 19] = [
    "п",
    "пп",
    "пункт",
    "пункта",
    "пункте",
    "пункту",
    "пунктом",
    "подпункт",
    "подпункта",
    "подпункте",
    "раздел",
    "раздела",
    "разделе",
    "статья",
    "статьи",
    "статье",
    "ст",
    "clause",
    "section",
];
const PARAGRAPHS: [&str; 6] = ["абз", "абзац", "абзаца", "абзаце", "абзацу", "paragraph"];
const ITEMS: [&str; 5] = ["пп", "подпункт", "подпункта", "подпункте", "item"];

fn is_marker(piece: &str) -> bool {
    MARKERS.contains(&piece) || piece == "item"
}

/// Pieces of a text: words, numbers with dots and slashes inside, single signs.
fn pieces(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let mut pieces = Vec::new();
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
                if matches!(at(i), '.' | '/') && at(i + 1).is_numeric() {
                    i += 1;
                }
            }
        } else {
            i += 1;
            if at(start).is_whitespace() {
                continue;
            }
        }
        pieces.push(chars.get(start..i).unwrap_or_default().iter().collect());
    }
    pieces
}

/// A whole number without a leading zero, of up to four figures.
fn is_part(part: &str) -> bool {
    (1..=4).contains(&part.len()) && !part.starts_with('0') && part.bytes().all(|b| b.is_ascii_digit())
}

/// `2.4`, `2.4/7`.
fn is_number(piece: &str) -> bool {
    let mut steps = piece.split('/');
    let clause = steps.next().unwrap_or_default();
    let depth = clause.split('.').count();
    depth <= 6 && clause.split('.').all(is_part) && steps.all(is_part)
}

fn ordinal(piece: &str) -> u32 {
    if piece.len() <= 2 && is_part(piece) {
        return piece.parse().unwrap_or(0);
    }
    let found = ORDINALS.iter().enumerate().rev().find(|(_, o)| piece.starts_with(**o));
    found.and_then(|(i, _)| u32::try_from(i + 1).ok()).unwrap_or(0)
}

fn is_dash(piece: &str) -> bool {
    matches!(piece, "-" | "–")
}

/// What clause a folded question names, if any.
pub(super) fn named(text: &str) -> Option<Named> {
    let pieces = pieces(text);
    let piece = |i: usize| pieces.get(i).map_or("", String::as_str);
    let ago = |i: usize| match i.checked_sub(1).map(piece) {
        Some(".") => i.checked_sub(2).map_or("", piece),
        Some(before) => before,
        None => "",
    };
    let near = |i: usize| if piece(i + 1) == "." { piece(i + 2) } else { piece(i + 1) };
    let mut marked = false;
    let place = (0..pieces.len()).find(|&i| {
        if !is_number(piece(i)) {
            return false;
        }
        let before = i.checked_sub(1).map_or("", piece);
        if is_dash(before) || before == "№" || (is_dash(piece(i + 1)) && i + 2 < pieces.len()) {
            return false;
        }
        if (PARAGRAPHS.contains(&ago(i)) || ITEMS.contains(&ago(i))) && !piece(i).contains('.') {
            return false;
        }
        marked = is_marker(ago(i));
        marked || piece(i).find('.').is_some_and(|at| at > 0) || pieces.len() == 1
    })?;
    let mut steps = piece(place).split('/');
    let clause = steps.next().unwrap_or_default();
    let mut items: Vec<&str> = steps.collect();
    let mut paragraph = 0;
    let mut left: Vec<&str> = Vec::new();
    for i in (0..pieces.len()).filter(|&i| i != place) {
        let is_step = !near(i).is_empty() && near(i).bytes().all(|b| b.is_ascii_digit());
        if PARAGRAPHS.contains(&piece(i)) {
            let named = [ordinal(near(i)), ordinal(ago(i))].into_iter().find(|&n| n > 0);
            paragraph = named.unwrap_or(paragraph);
        } else if ITEMS.contains(&piece(i)) && is_step && items.is_empty() && near(i) != clause {
            items = vec![near(i)];
        } else {
            let beside = PARAGRAPHS.contains(&near(i)) || PARAGRAPHS.contains(&ago(i));
            let of_item = ITEMS.contains(&ago(i)) && piece(i).bytes().all(|b| b.is_ascii_digit());
            let of_paragraph = ordinal(piece(i)) > 0 && beside;
            if !is_marker(piece(i)) && !of_paragraph && !of_item {
                left.push(piece(i));
            }
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
    words.push(full.clone());
    let mut up = clause;
    while let (true, Some((shorter, _))) = (marked, up.rsplit_once('.')) {
        up = shorter;
        words.push(format!("#{up}"));
    }
    Some(Named { words, left: left.join(" ") })
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
        check("2.4", &["#2.4"], "");
        check("п. 2.4", &["#2.4", "#2"], ".");
        check("пункт 2.4/7", &["#2.4/7", "#2.4", "#2"], "");
        check("абзац второй пункта 2.3", &["#2.3¶2", "#2.3", "#2"], "");
        check("третий абзац п.3.1", &["#3.1¶3", "#3.1", "#3"], ".");
        check("раздел 3", &["#3"], "");
        check("пункт 3.2 подпункт 4", &["#3.2/4", "#3.2", "#3"], "");
        check("чаты в пункте 2.4", &["#2.4", "#2"], "чаты в");
    }

    #[test]
    fn numbers_of_acts_are_not_clauses() {
        for text in ["санпин 1.2.3685-21", "письмо 04-423", "1 мая", "приказ № 15", "закон 156-фз"]
        {
            assert!(named(text).is_none(), "{text}");
        }
    }
}
