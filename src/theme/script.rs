//! Our scripts as a phone loads them: without remarks and indents, and with short names for what only the script knows.
//!
//! No library of the kind is as small as what is done here: those that rename take a whole JavaScript compiler with them.
//! It holds for scripts written as ours are, and a test holds ours to that: one function around all, names declared with
//! `var`, `function` or `catch`, no `eval`, no templates, properties written out (`{ hits: hits }`).

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::LazyLock;

use super::embedded::FILES;

/// The scripts of the built-in theme by path, smaller by a sixth and doing the same. Made once: the preview plans anew at
/// every save.
static SENT: LazyLock<BTreeMap<&str, String>> = LazyLock::new(|| {
    let scripts = FILES.iter().filter(|(path, _)| path.ends_with(".js"));
    let texts = scripts.filter_map(|(path, bytes)| Some((*path, std::str::from_utf8(bytes).ok()?)));
    texts.map(|(path, text)| (path, shortened(&bare(text)))).collect()
});

/// A script of the built-in theme as it goes out; nothing for another file.
pub(super) fn sent(path: &str) -> Option<&'static [u8]> {
    SENT.get(path).map(String::as_bytes)
}

/// Without remarks on lines of their own and without indents. Only the first remark stays: it may name whose work the
/// script builds on. Our scripts have no texts over several lines, which this would change.
fn bare(script: &str) -> String {
    let mut out = String::with_capacity(script.len());
    let mut remarks = 0;
    let mut within = false;
    for line in script.lines().map(str::trim_start) {
        if line.starts_with("/*") {
            within = true;
            remarks += 1;
        }
        if (!within || remarks == 1) && !line.is_empty() {
            out.push_str(line);
            out.push('\n');
        }
        within &= !line.ends_with("*/");
    }
    out
}

/// With the names that are used most as the shortest. A name is renamed everywhere in the script alike, so scopes need
/// not be known; properties and what is not declared in the script keep their names.
fn shortened(script: &str) -> String {
    let tokens = tokens(script);
    let mut uses: HashMap<&str, usize> = declared(&tokens).into_iter().map(|name| (name, 0)).collect();
    let is_free = |i: usize| is_name(tokens.get(i).map_or("", |t| t.text)) && !is_property(&tokens, i);
    for token in tokens.iter().enumerate().filter(|(i, _)| is_free(*i)).map(|(_, token)| token) {
        uses.entry(token.text).and_modify(|n| *n += 1);
    }
    let mut by_use: Vec<(&str, usize)> = uses.into_iter().filter(|(name, _)| name.len() > 1).collect();
    by_use.sort_unstable_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    let taken: HashSet<&str> = tokens.iter().map(|t| t.text).collect();
    let short = short_names().filter(|name| !taken.contains(name.as_str()));
    let names: HashMap<&str, String> = by_use.into_iter().map(|(name, _)| name).zip(short).collect();
    let mut out = String::with_capacity(script.len());
    for (i, token) in tokens.iter().enumerate() {
        out.push_str(token.before);
        out.push_str(names.get(token.text).filter(|_| is_free(i)).map_or(token.text, String::as_str));
    }
    out
}

/// One letter, then two; none that means something in the language.
fn short_names() -> impl Iterator<Item = String> {
    let letters = || ('a'..='z').chain('A'..='Z');
    let two = letters().flat_map(move |a| letters().map(move |b| format!("{a}{b}")));
    letters().map(String::from).chain(two.filter(|name| !matches!(name.as_str(), "do" | "if" | "in" | "of" | "as")))
}

/// A piece of the script that means something, with the spaces and remarks before it.
struct Token<'s> {
    before: &'s str,
    text: &'s str,
}

fn is_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '_' | '$'))
}

/// Whether the name at a place is that of a property: after a dot, or before the colon in an object.
fn is_property(tokens: &[Token<'_>], i: usize) -> bool {
    let text = |i: Option<usize>| i.and_then(|i| tokens.get(i)).map_or("", |t| t.text);
    match text(i.checked_sub(1)) {
        "." => true,
        "{" | "," => text(Some(i + 1)) == ":",
        _ => false,
    }
}

/// Names that the script declares: functions and what they take, variables, caught errors.
fn declared<'s>(tokens: &[Token<'s>]) -> HashSet<&'s str> {
    let mut names = HashSet::new();
    for (i, token) in tokens.iter().enumerate() {
        let rest = tokens.get(i + 1..).unwrap_or_default().iter().map(|t| t.text);
        match token.text {
            // A promise has a property of that name.
            "function" | "catch" if !is_property(tokens, i) => {
                names.extend(rest.take_while(|text| *text != ")").filter(|text| is_name(text)))
            }
            "var" => {
                let (mut depth, mut next) = (0, true);
                for text in rest {
                    match text {
                        "(" | "[" | "{" => depth += 1,
                        ")" | "]" | "}" => depth -= 1,
                        "," if depth == 0 => next = true,
                        _ if depth == 0 && next && is_name(text) => {
                            names.insert(text);
                            next = false;
                        }
                        _ => {}
                    }
                    if depth < 0 || depth == 0 && matches!(text, ";" | "in") {
                        break;
                    }
                }
            }
            _ => {}
        }
    }
    names
}

/// The script in pieces: names and numbers, texts, patterns, single signs.
fn tokens(script: &str) -> Vec<Token<'_>> {
    let mut tokens: Vec<Token<'_>> = Vec::new();
    let mut rest = script;
    while !rest.is_empty() {
        let gap = gap(rest);
        let (before, from) = rest.split_at(gap);
        let pattern = from.starts_with('/') && tokens.last().is_none_or(|last| pattern_may_follow(last.text));
        let length = match from.chars().next() {
            Some('"' | '\'') => closed(from),
            Some('/') if pattern => closed(from),
            Some(c) if c.is_alphanumeric() || matches!(c, '_' | '$') => {
                from.find(|c: char| !c.is_alphanumeric() && !matches!(c, '_' | '$')).unwrap_or(from.len())
            }
            Some(c) => c.len_utf8(),
            None => 0,
        };
        let (text, after) = from.split_at(length);
        tokens.push(Token { before, text });
        rest = after;
    }
    tokens
}

/// A slash begins a pattern after a sign that something must follow, and divides after what has a value.
fn pattern_may_follow(text: &str) -> bool {
    !(text.ends_with([')', ']', '}', '"']) || text.ends_with(char::is_alphanumeric)) || text == "return"
}

/// How long the spaces and remarks are with which a text begins.
fn gap(text: &str) -> usize {
    let mut rest = text.trim_start();
    while let Some(remark) = rest.strip_prefix("/*") {
        rest = remark.split_once("*/").map_or("", |(_, after)| after).trim_start();
    }
    text.len() - rest.len()
}

/// How long a text in quotes or a pattern is; in the brackets of a pattern its sign is one like others.
fn closed(text: &str) -> usize {
    let mut signs = text.char_indices();
    let Some((_, quote)) = signs.next() else { return 0 };
    let mut bracket = false;
    while let Some((at, sign)) = signs.next() {
        match sign {
            '\\' => drop(signs.next()),
            '[' => bracket = quote == '/',
            ']' => bracket = false,
            _ if sign == quote && !bracket => return at + sign.len_utf8(),
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remarks_and_indents_go() {
        let script = "/* Whose\n   work. */\n(function () {\n  /* why */\n  go(\"/* no */\"); /* stays */\n\n}());\n";
        assert_eq!(bare(script), "/* Whose\nwork. */\n(function () {\ngo(\"/* no */\"); /* stays */\n}());\n");
    }

    #[test]
    fn names_of_the_script_are_short() {
        let cases = [
            ("var word = 1, other = word;", "var a = 1, b = a;"),
            ("function find(text, from) { return text + from + text; }", "function c(a, b) { return a + b + a; }"),
            // What others know keeps its name.
            (
                "var hits = 1; x({ hits: hits }, y.hits, window.hits);",
                "var a = 1; x({ hits: a }, y.hits, window.hits);",
            ),
            ("var all = ok ? all : \"all\";", "var a = ok ? a : \"all\";"),
            ("try { go(); } catch (error) { say(error); }", "try { go(); } catch (a) { say(a); }"),
            ("done.catch(function (error) { say(error); });", "done.catch(function (a) { say(a); });"),
            ("for (var key in all) { say(key); }", "for (var a in all) { say(a); }"),
            ("var ends = /[/\"]ends/.test(ends) / 2 / ends;", "var a = /[/\"]ends/.test(a) / 2 / a;"),
            (
                "var list = f(function (one, two) { return one; }), next;",
                "var b = f(function (a, d) { return a; }), c;",
            ),
            ("var a = 1, bb = a;", "var a = 1, b = a;"),
        ];
        for (script, expected) in cases {
            assert_eq!(shortened(script), expected);
        }
    }

    #[test]
    fn our_scripts_are_written_so_that_names_may_change() {
        for (path, bytes) in FILES.iter().filter(|(path, _)| path.ends_with(".js")) {
            let script = std::str::from_utf8(bytes).unwrap();
            let tokens = tokens(script);
            let body = tokens.iter().position(|t| t.text == "(").unwrap();
            assert_eq!((body, tokens[1].text), (0, "function"), "{path}: one function around all");
            let back: String = tokens.iter().flat_map(|t| [t.before, t.text]).collect();
            assert_eq!(back, script, "{path}");
            for token in tokens {
                let is_word = matches!(token.text, "eval" | "with" | "let" | "const" | "class" | "arguments" | "=>");
                assert!(!is_word && !token.text.contains('`'), "{path}: {}", token.text);
            }
        }
    }
}
