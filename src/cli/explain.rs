//! What `svod explain` prints: the page of one code, or the list of all.
//!
//! Reads: codes and words. Writes: text. Touches: nothing.

use crate::check::{RULES, links};
use crate::diag::{Code, Severity, codes};
use crate::messages::Words;
use crate::schema::keys::nearest_of;

/// Every code that a finding can have, sorted by name.
#[must_use]
pub(crate) fn all_codes() -> Vec<Code> {
    let rules = RULES.iter().map(|rule| rule.code);
    let mut all: Vec<Code> = codes::ALL.iter().chain(&links::CODES).copied().chain(rules).collect();
    all.sort_unstable_by_key(|code| code.name);
    all.dedup_by_key(|code| code.name);
    all
}

/// What a code means, why it matters, what to do, and how not to be told; `None` if there is no such code.
#[must_use]
pub(crate) fn page(name: &str, words: &Words) -> Option<String> {
    let code = all_codes().into_iter().find(|code| code.name == name)?;
    let grave = match code.severity {
        Severity::Error => "explain-error",
        Severity::Warning => "explain-warning",
        Severity::Note => "explain-note",
    };
    let text = words.explain(code.name)?;
    let (title, rest) = text.split_once('\n').unwrap_or((&text, ""));
    let close = words.text(grave, &[("code", code.name.into())]);
    Some(format!("{}[{}]: {title}\n{rest}\n\n{close}\n", words.severity(code.severity), code.name))
}

/// The code that was probably meant.
#[must_use]
pub(crate) fn nearest(typed: &str) -> Option<String> {
    let all = all_codes();
    nearest_of(typed, all.iter().map(|code| code.name)).map(str::to_owned)
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
        let text = page("bad-date", &Words::new(Lang::Ru)).unwrap();
        assert!(text.starts_with("ошибка[bad-date]: Текст не читается как дата\n\nДату можно написать"), "{text}");
        assert!(text.ends_with("\n\nЭто ошибка: пока она есть, svod build не меняет сайт.\n"), "{text}");
        let text = page("deadline-near", &Words::new(Lang::Ru)).unwrap();
        assert!(text.contains("\nСчитать ошибкой: --deny deadline-near "), "{text}");
        assert_eq!(page("bad-dat", &Words::new(Lang::Ru)), None);
    }

    #[test]
    fn pages_fit_a_terminal() {
        for lang in Lang::ALL {
            for code in all_codes() {
                let text = page(code.name, &Words::new(lang)).unwrap();
                let long = text.lines().find(|line| line.chars().count() > 105);
                assert_eq!(long, None, "{}", code.name);
            }
        }
    }

    #[test]
    fn a_slip_leads_to_the_nearest_code() {
        assert_eq!(nearest("bad-dat").as_deref(), Some("bad-date"));
        assert_eq!(nearest("vacant_role").as_deref(), Some("vacant-role"));
        assert_eq!(nearest("чепуха"), None);
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
