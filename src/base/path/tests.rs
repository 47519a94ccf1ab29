//! Names of files: what every system takes, and links between them.

use super::*;

#[test]
fn paths_never_leave_their_tree() {
    for path in ["", "/a", "a/../b", "..", "a//b", "a\\b", "a\0", "./a", "a/"] {
        assert_eq!(SitePath::new(path), Err(PathError::Escapes), "{path:?}");
    }
    assert_eq!(OutPath::from_steps("../../etc/passwd").as_str(), "etc/passwd");
    assert_eq!(OutPath::from_steps("C:\\Users").as_str(), "c/users");
}

#[test]
fn output_names_are_ascii_and_safe_on_windows() {
    let check = |from: &str, to: &str| assert_eq!(OutPath::from_steps(from).as_str(), to, "{from}");
    check("Инструкции/Для учителя.html", "instruktsii/dlia-uchitelia.html");
    check("Положение (копия).PDF", "polozhenie-kopiia.pdf");
    check("con.html", "con_.html");
    check("AUX", "aux_");
    check("nul.tar.gz", "nul_.tar.gz");
    check("Com1 /lpt9.отчёт.pdf", "com1_/lpt9_.otchet.pdf");
    check("console.html", "console.html");
    check("отчёт . /прил...", "otchet/pril");
    check("a:b*c?.html", "a-b-c.html");
    check("v2.1 new.html", "v2.1-new.html");
    check("目录.html", "76ee-5f55.html");
    check("***.html", "x.html");
    check("щёлочь/подъезд.md", "shcheloch/podieezd.md");
}

/// Any names whatever become names that every system takes.
#[test]
fn no_name_breaks_the_rules_of_any_system() {
    let pieces = [
        "a",
        "Я",
        ".",
        "..",
        "/",
        "\\",
        " ",
        "con",
        "COM1",
        "nul",
        ":",
        "*",
        "?",
        "\"",
        "<",
        "|",
        "\0",
        "\n",
        "ё",
        "目",
        "-",
        "_",
        "html",
        "~1",
        "$",
        "\u{301}",
        "%2e",
        "lpt0",
        "\u{202e}",
        "😀",
        "ОченьДлинноеИмяФайла",
    ];
    let mut state = 5_u64;
    for _ in 0..30_000 {
        let mut name = String::new();
        for _ in 0..state >> 33 & 15 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            name.push_str(pieces[(state >> 33) as usize % pieces.len()]);
        }
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let out = OutPath::from_steps(&name);
        assert_eq!(OutPath::new(out.as_str()).as_ref(), Ok(&out), "{name:?}");
        for step in out.as_str().split('/') {
            assert!(step.len() <= MAX_STEP + MAX_EXTENSION + 2, "{name:?}: {step}");
            assert!(!step.starts_with('.') && !step.ends_with(['.', ' ']), "{name:?}: {step}");
            assert!(!is_device_name(step), "{name:?}: {step}");
        }
    }
    let long = OutPath::from_steps(&format!("{}.{}", "я".repeat(300), "щ".repeat(300)));
    assert_eq!(long.as_str().len(), MAX_STEP + 1 + MAX_EXTENSION);
}

/// Followed from the folder of the page, a link leads to the file it was made for, whatever the depth of both.
#[test]
fn relative_links_from_any_depth() {
    let steps = ["a", "b", "c", "index.html"];
    let mut paths = vec![String::new()];
    for _ in 0..5 {
        let longer = paths.iter().flat_map(|p| steps.iter().map(move |s| format!("{p}{s}/"))).collect::<Vec<_>>();
        paths.extend(longer.into_iter().take(200));
    }
    let paths: Vec<String> =
        paths.into_iter().filter(|p| !p.is_empty()).map(|p| format!("{p}x.html")).step_by(3).collect();
    for page in &paths {
        let folder = OutPath::new(page.as_str()).unwrap().folder().to_owned();
        for target in &paths {
            let target = OutPath::new(target.as_str()).unwrap();
            let link = target.relative_from(&folder);
            let mut at: Vec<&str> = folder.split('/').filter(|s| !s.is_empty()).collect();
            for step in link.split('/') {
                match step {
                    ".." => assert!(at.pop().is_some(), "{link} from {folder} leaves the tree"),
                    step => at.push(step),
                }
            }
            assert_eq!(at.join("/"), target.as_str(), "{link} from {folder}");
        }
    }
}

#[test]
fn names_that_are_safe_are_left_as_they_are() {
    let pieces = ["a", "7", "_", "-", ".", "con", "html", "x".repeat(99).leak()];
    let mut safe = 0;
    for index in 0..pieces.len().pow(4) {
        let step: String = (0..4).map(|n| pieces[index / pieces.len().pow(n) % pieces.len()]).collect();
        if is_safe(&step) {
            assert_eq!(safe_step(&step), step);
            safe += 1;
        }
    }
    assert!(safe > 100 && !is_safe("") && !is_safe("Ы") && !is_safe("A"));
}

#[test]
fn relative_links() {
    let to = |path: &str| OutPath::new(path).unwrap();
    assert_eq!(to("regulations/sferum.html").relative_from("regulations/sferum"), "../sferum.html");
    assert_eq!(to("index.html").relative_from(""), "index.html");
    assert_eq!(to("a/b.html").relative_from("a"), "b.html");
    assert_eq!(to("a/b.html").relative_from("c/d"), "../../a/b.html");
}
