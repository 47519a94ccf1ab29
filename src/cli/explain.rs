//! What `svod explain` prints: the page of one code, or the list of all.
//!
//! Reads: codes and words. Writes: text. Touches: nothing.

use crate::check;
use crate::diag::{Code, Severity, codes};
use crate::messages::Words;
use crate::schema::keys::nearest_of;

/// Every code that a finding can have, sorted by name.
#[must_use]
pub(crate) fn all_codes() -> Vec<Code> {
    let mut all: Vec<Code> = codes::ALL.iter().copied().chain(check::codes()).collect();
    all.sort_unstable_by_key(|code| code.name);
    all.dedup_by_key(|code| code.name);
    all
}

/// What a code means, why it matters, what to do, and how not to be told.
///
/// # Errors
/// There is no such code: a line that says so and names the nearest.
pub(crate) fn explain(name: &str, words: &Words) -> Result<String, String> {
    let all = all_codes();
    let Some(code) = all.iter().find(|code| code.name == name.trim()) else {
        return Err(unknown(name, words));
    };
    let grave = match code.severity {
        Severity::Error => "explain-error",
        Severity::Warning => "explain-warning",
        Severity::Note => "explain-note",
    };
    let text = words.explain(code.name).unwrap_or_default();
    let (title, rest) = text.split_once('\n').unwrap_or((&text, ""));
    let close = words.text(grave, &[("code", code.name.into())]);
    Ok(format!("{}[{}]: {title}\n{rest}\n\n{close}\n", words.severity(code.severity), code.name))
}

/// What is said of a code that does not exist: the nearest that does, if any is near.
#[must_use]
pub(crate) fn unknown(name: &str, words: &Words) -> String {
    let all = all_codes();
    let nearest = nearest_of(name, all.iter().map(|code| code.name)).unwrap_or_default();
    words.text("explain-unknown", &[("code", name.into()), ("nearest", nearest.into())])
}

/// All codes with their titles, the gravest first.
#[must_use]
pub(crate) fn list(words: &Words) -> String {
    let all = all_codes();
    let width = all.iter().map(|code| code.name.len()).max().unwrap_or(0);
    let mut out = words.text("explain-intro", &[]);
    out.push('\n');
    for (severity, heading) in [
        (Severity::Error, "explain-errors"),
        (Severity::Warning, "explain-warnings"),
        (Severity::Note, "explain-notes"),
    ] {
        out.push_str(&format!("\n{}\n", words.text(heading, &[])));
        for code in all.iter().filter(|code| code.severity == severity) {
            let text = words.explain(code.name).unwrap_or_default();
            out.push_str(&format!("  {:width$}  {}\n", code.name, text.lines().next().unwrap_or_default()));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Lang;

    #[test]
    fn a_page_says_what_why_and_how_grave() {
        let page = explain("bad-date", &Words::new(Lang::Ru)).unwrap();
        assert!(page.starts_with("ошибка[bad-date]: Текст не читается как дата\n\nДату можно написать"), "{page}");
        assert!(page.ends_with("\n\nЭто ошибка: пока она есть, svod build не меняет сайт.\n"), "{page}");
        let page = explain("other-encoding", &Words::new(Lang::En)).unwrap();
        assert!(page.contains("\nNot to report it: --allow other-encoding"), "{page}");
    }

    #[test]
    fn pages_fit_a_terminal() {
        for lang in Lang::ALL {
            for code in all_codes() {
                let text = explain(code.name, &Words::new(lang)).unwrap();
                let long = text.lines().find(|line| line.chars().count() > 105);
                assert_eq!(long, None, "{}", code.name);
            }
        }
    }

    #[test]
    fn a_slip_leads_to_the_nearest_code() {
        let words = Words::new(Lang::Ru);
        assert_eq!(explain("bad-dat", &words).unwrap_err(), "кода «bad-dat» нет; возможно, имелся в виду bad-date");
        assert_eq!(explain("чепуха", &words).unwrap_err(), "кода «чепуха» нет; все коды перечислит svod explain");
    }

    #[test]
    fn the_list_has_every_code_once_under_its_severity() {
        for lang in Lang::ALL {
            let list = list(&Words::new(lang));
            for code in all_codes() {
                let lines = list.lines().filter(|line| line.split_whitespace().next() == Some(code.name)).count();
                assert_eq!(lines, 1, "{}", code.name);
            }
        }
    }
}
