//! Other generators over the same markdown, each with its search on: how a project of theirs is laid out, what builds
//! it, and which files of the result are its search.
//!
//! A program is taken from an environment variable of its name (`HUGO=/opt/hugo`), else from the search path. Layouts
//! are as alike as the programs allow: a list of the top folders, the pages of the folder, the contents of the page, no
//! highlighting of code.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io;
use std::path::{Path, PathBuf};

/// From programs, `root`, `out` and a port to a command.
type Serve = fn(&[String], &str, &str, &str) -> Vec<String>;

/// A generator to measure.
pub(crate) struct Peer {
    /// As it is chosen on the command line, and the names of its programs.
    pub(crate) name: &'static str,
    /// How it is spoken of.
    pub(crate) title: &'static str,
    programs: &'static [&'static str],
    lay: fn(&[Page], &Path) -> io::Result<()>,
    /// Commands that build `root` into the new folder `out`, one after the other.
    build: fn(&[String], &str, &str) -> Vec<Vec<String>>,
    /// Whether a file of the result is of its search index.
    is_index: fn(&str) -> bool,
    /// The command that shows `root` on a port of this machine and follows what is saved, if it is one for this.
    serve: Option<Serve>,
    /// Where the pages of the project lie.
    sources: &'static str,
    /// What stands in the place of `.md` in addresses.
    ending: &'static str,
    /// Whether its search knows a save as soon as the page does.
    pub(crate) search_follows: bool,
}

/// Every peer.
pub(crate) const ALL: &[Peer] = &[
    Peer {
        name: "zola",
        title: "Zola",
        programs: &["zola"],
        lay: zola,
        build: |p, root, out| vec![list(&[&p[0], "--root", root, "build", "--output-dir", out])],
        is_index: |path| path.starts_with("search_index"),
        serve: Some(|p, root, _, port| list(&[&p[0], "--root", root, "serve", "-i", "127.0.0.1", "-p", port])),
        sources: "content",
        ending: "/",
        search_follows: true,
    },
    Peer {
        name: "hugo",
        title: "Hugo + Pagefind",
        programs: &["hugo", "pagefind"],
        lay: hugo,
        build: |p, root, out| {
            vec![
                list(&[&p[0], "-s", root, "-d", out, "--quiet", "--noBuildLock"]),
                list(&[&p[1], "--site", out, "--quiet"]),
            ]
        },
        is_index: |path| path.starts_with("pagefind/"),
        serve: None,
        sources: "content",
        ending: "/",
        search_follows: false,
    },
    Peer {
        name: "hugo-alone",
        title: "Hugo, no search",
        programs: &["hugo"],
        lay: hugo,
        build: |p, root, out| vec![list(&[&p[0], "-s", root, "-d", out, "--quiet", "--noBuildLock"])],
        is_index: |_| false,
        serve: Some(|p, root, _, port| {
            list(&[&p[0], "server", "-s", root, "--bind", "127.0.0.1", "-p", port, "--noBuildLock", "--renderToMemory"])
        }),
        sources: "content",
        ending: "/",
        search_follows: false,
    },
    Peer {
        name: "mdbook",
        title: "mdBook",
        programs: &["mdbook"],
        lay: mdbook,
        build: |p, root, out| vec![list(&[&p[0], "build", root, "-d", out])],
        is_index: |path| path.starts_with("searchindex"),
        serve: Some(|p, root, out, port| list(&[&p[0], "serve", root, "-d", out, "-n", "127.0.0.1", "-p", port])),
        sources: "src",
        ending: ".html",
        search_follows: true,
    },
    Peer {
        name: "mkdocs",
        title: "MkDocs Material",
        programs: &["mkdocs"],
        lay: mkdocs,
        build: |p, root, out| vec![list(&[&p[0], "build", "-q", "-f", &format!("{root}/mkdocs.yml"), "-d", out])],
        is_index: |path| path.starts_with("search/"),
        serve: Some(|p, root, _, port| {
            list(&[&p[0], "serve", "-f", &format!("{root}/mkdocs.yml"), "-a", &format!("127.0.0.1:{port}")])
        }),
        sources: "docs",
        ending: "/",
        search_follows: true,
    },
    Peer {
        name: "zensical",
        title: "Zensical",
        programs: &["zensical"],
        lay: mkdocs,
        // Its output lies in the project, so it is moved; what it remembers of earlier builds is thrown away.
        build: |p, root, out| {
            let line =
                format!("cd '{root}' && rm -rf .cache site && '{}' build -f mkdocs.yml && mv site '{out}'", p[0]);
            vec![list(&["sh", "-c", &line])]
        },
        is_index: |path| path == "search.json" || path.starts_with("search/"),
        serve: Some(|p, root, _, port| {
            list(&[&p[0], "serve", "-f", &format!("{root}/mkdocs.yml"), "-a", &format!("127.0.0.1:{port}")])
        }),
        sources: "docs",
        ending: "/",
        search_follows: true,
    },
];

impl Peer {
    /// Its programs, if all are there; else the name of the first that is missing.
    pub(crate) fn found(&self) -> Result<Vec<String>, String> {
        self.programs.iter().map(|name| program(name).ok_or_else(|| (*name).to_owned())).collect()
    }

    /// Lays the project out, once and not timed.
    pub(crate) fn lay(&self, pages: &[Page], root: &Path) -> io::Result<()> {
        drop(std::fs::remove_dir_all(root));
        (self.lay)(pages, root)
    }

    pub(crate) fn build(&self, programs: &[String], root: &Path, out: &Path) -> Vec<Vec<String>> {
        (self.build)(programs, &root.to_string_lossy(), &out.to_string_lossy())
    }

    pub(crate) fn is_index(&self, path: &str) -> bool {
        (self.is_index)(path)
    }

    /// How it shows a project while its pages are edited, `page` among them; `None` if it is not one for this.
    pub(crate) fn watch(&self, programs: &[String], root: &Path, out: &Path, port: u16, page: &str) -> Option<Watch> {
        let command = (self.serve?)(programs, &root.to_string_lossy(), &out.to_string_lossy(), &port.to_string());
        let source = root.join(self.sources).join(page);
        Some(Watch { command, source, address: format!("/{}{}", page.trim_end_matches(".md"), self.ending) })
    }
}

/// A preview: what starts it, the page to edit and where it is shown.
pub(crate) struct Watch {
    pub(crate) command: Vec<String>,
    pub(crate) source: PathBuf,
    pub(crate) address: String,
}

fn list(parts: &[&str]) -> Vec<String> {
    parts.iter().map(|part| (*part).to_owned()).collect()
}

fn program(name: &str) -> Option<String> {
    if let Some(path) = std::env::var_os(name.to_uppercase()) {
        // A bare name is looked up like any other.
        let path = PathBuf::from(path);
        return if path.is_file() { Some(path.to_string_lossy().into_owned()) } else { None };
    }
    let paths = std::env::var_os("PATH")?;
    let found = std::env::split_paths(&paths).map(|folder| folder.join(name)).find(|path| path.is_file())?;
    Some(found.to_string_lossy().into_owned())
}

/// A page of the corpus, in everybody's form.
pub(crate) struct Page {
    /// Path with `/`, ending in `.md`.
    pub(crate) path: String,
    title: String,
    body: String,
}

/// The pages of a folder of markdown, by path. The page of a folder (`index.md`) is left to each generator's own.
pub(crate) fn pages(content: &Path) -> io::Result<Vec<Page>> {
    let mut found = Vec::new();
    super::measure::each_file(content, &mut |relative, disk| {
        let path = relative.to_string_lossy().replace('\\', "/");
        if !path.ends_with(".md") || path.rsplit('/').next() == Some("index.md") {
            return Ok(());
        }
        let text = std::fs::read_to_string(disk)?;
        let (front, body) =
            text.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n")).unwrap_or(("", text.as_str()));
        let title = front.lines().find_map(|line| line.strip_prefix("title:")).unwrap_or(&path);
        let title = title.trim().trim_matches('"').replace('\\', "");
        found.push(Page { title, body: body.to_owned(), path });
        Ok(())
    })?;
    found.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(found)
}

/// Every folder that pages lie in or under, with the empty path of the root.
fn folders(pages: &[Page]) -> Vec<String> {
    let mut found = BTreeMap::from([(String::new(), ())]);
    for page in pages {
        let mut folder = page.path.as_str();
        while let Some((above, _)) = folder.rsplit_once('/') {
            found.insert(above.to_owned(), ());
            folder = above;
        }
    }
    found.into_keys().collect()
}

fn name(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or_default();
    if name.is_empty() { "bench" } else { name }
}

fn write(path: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(path, text)
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "'"))
}

fn hugo(pages: &[Page], root: &Path) -> io::Result<()> {
    let content = root.join("content");
    for page in pages {
        let text = format!("---\ntitle: {}\n---\n\n{}", quoted(&page.title), page.body);
        write(&content.join(&page.path), &text)?;
    }
    for folder in folders(pages) {
        write(&content.join(&folder).join("_index.md"), &format!("---\ntitle: {}\n---\n", quoted(name(&folder))))?;
    }
    write(
        &root.join("hugo.toml"),
        "baseURL = \"http://127.0.0.1:1111/\"\ntitle = \"bench\"\ndefaultContentLanguage = \"ru\"\n\
         disableKinds = [\"RSS\", \"taxonomy\", \"term\", \"sitemap\"]\n[markup.highlight]\ncodeFences = false\n\
         [markup.goldmark.renderHooks.link]\nuseEmbedded = \"always\"\n",
    )?;
    let base = r#"<!doctype html>
<html lang="ru"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{{ .Title }}</title><link rel="stylesheet" href="/style.css"></head>
<body>{{ partialCached "top.html" . }}
<nav>{{ range .Ancestors.Reverse }}<a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a> {{ end }}</nav>
{{ partialCached "folder.html" . .CurrentSection }}
<main data-pagefind-body><h1>{{ .Title }}</h1>{{ .TableOfContents }}{{ .Content }}</main>
<nav>{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a>{{ end }}
{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a>{{ end }}</nav></body></html>
"#;
    let top = "<nav>{{ range site.Home.Sections }}<a href=\"{{ .RelPermalink }}\">{{ .LinkTitle }}</a> {{ end }}</nav>";
    let folder = "<nav><ul>{{ range .CurrentSection.Pages }}<li><a href=\"{{ .RelPermalink }}\">{{ .LinkTitle }}</a></li>\
                  {{ end }}</ul></nav>";
    let layouts = root.join("layouts");
    for kind in ["page.html", "section.html", "home.html"] {
        write(&layouts.join(kind), base)?;
    }
    write(&layouts.join("_partials/top.html"), top)?;
    write(&layouts.join("_partials/folder.html"), folder)?;
    write(&root.join("static/style.css"), "body { max-width: 60em; }\n")
}

fn mdbook(pages: &[Page], root: &Path) -> io::Result<()> {
    let source = root.join("src");
    let mut summary = "# Summary\n\n".to_owned();
    let mut open: Vec<&str> = Vec::new();
    for page in pages {
        let steps: Vec<&str> = page.path.split('/').collect();
        let above = steps.get(..steps.len() - 1).unwrap_or_default();
        let shared = open.iter().zip(above).take_while(|(a, b)| a == b).count();
        open.truncate(shared);
        for step in above.iter().skip(shared) {
            let indent = "    ".repeat(open.len());
            open.push(step);
            let folder = open.join("/");
            let _ = writeln!(summary, "{indent}- [{step}]({folder}/README.md)");
            write(&source.join(&folder).join("README.md"), &format!("# {step}\n"))?;
        }
        let title = page.title.replace(['[', ']'], "");
        let _ = writeln!(summary, "{}- [{title}]({})", "    ".repeat(open.len()), page.path);
        write(&source.join(&page.path), &format!("# {}\n\n{}", page.title, page.body))?;
    }
    write(&source.join("SUMMARY.md"), &summary)?;
    write(
        &root.join("book.toml"),
        "[book]\ntitle = \"bench\"\nlanguage = \"ru\"\n[output.html.print]\nenable = false\n[output.html.search]\nenable = true\n",
    )
}

/// Also read by Zensical.
fn mkdocs(pages: &[Page], root: &Path) -> io::Result<()> {
    let docs = root.join("docs");
    for page in pages {
        let text = format!("---\ntitle: {}\n---\n\n{}", quoted(&page.title), page.body);
        write(&docs.join(&page.path), &text)?;
    }
    for folder in folders(pages) {
        let name = name(&folder);
        write(&docs.join(&folder).join("index.md"), &format!("---\ntitle: {}\n---\n\n{name}\n", quoted(name)))?;
    }
    write(
        &root.join("mkdocs.yml"),
        "site_name: bench\nsite_url: http://127.0.0.1:1111/\ntheme:\n  name: material\n  language: ru\n  font: false\n  \
         features: [navigation.prune, navigation.indexes, navigation.path]\nplugins:\n  - search:\n      lang: ru\n\
         markdown_extensions: [def_list, tables, fenced_code, toc]\nvalidation:\n  links: {not_found: ignore, \
         unrecognized_links: ignore, anchors: ignore, absolute_links: ignore}\n",
    )
}

fn zola(pages: &[Page], root: &Path) -> io::Result<()> {
    let content = root.join("content");
    let known: BTreeMap<&str, ()> = pages.iter().map(|page| (page.path.as_str(), ())).collect();
    for page in pages {
        let body = rooted(&page.body, page.path.rsplit_once('/').map_or("", |(folder, _)| folder), &known);
        write(&content.join(&page.path), &format!("+++\ntitle = {}\n+++\n\n{body}", quoted(&page.title)))?;
    }
    for folder in folders(pages) {
        let text = format!("+++\ntitle = {}\nsort_by = \"slug\"\n+++\n", quoted(name(&folder)));
        write(&content.join(&folder).join("_index.md"), &text)?;
    }
    write(
        &root.join("config.toml"),
        "base_url = \"http://127.0.0.1:1111\"\ntitle = \"bench\"\ndefault_language = \"ru\"\nbuild_search_index = true\n\
         compile_sass = false\ngenerate_feeds = false\n[search]\ninclude_title = true\ninclude_content = true\n\
         index_format = \"elasticlunr_json\"\n",
    )?;
    let frame = |main: &str, folder: &str| {
        format!(
            r#"<!doctype html>
<html lang="ru"><head><meta charset="utf-8"><title>{{{{ {main}.title }}}}</title><link rel="stylesheet" href="/style.css"></head>
<body>{{% set top = get_section(path="_index.md", metadata_only=true) %}}
<nav>{{% for s in top.subsections %}}{{% set s = get_section(path=s, metadata_only=true) %}}<a href="{{{{ s.path }}}}">{{{{ s.title }}}}</a> {{% endfor %}}</nav>
{folder}
<main><h1>{{{{ {main}.title }}}}</h1>
<ul>{{% for h in {main}.toc %}}<li><a href="{{{{ h.permalink }}}}">{{{{ h.title }}}}</a></li>{{% endfor %}}</ul>
{{{{ {main}.content | safe }}}}</main></body></html>
"#
        )
    };
    let of_page = r#"<nav><ul>{% set here = get_section(path=page.ancestors | last) %}{% for p in here.pages %}<li><a href="{{ p.path }}">{{ p.title }}</a></li>{% endfor %}</ul></nav>"#;
    let of_section = r#"<nav><ul>{% for p in section.pages %}<li><a href="{{ p.path }}">{{ p.title }}</a></li>{% endfor %}</ul></nav>"#;
    let templates = root.join("templates");
    write(&templates.join("page.html"), &frame("page", of_page))?;
    write(&templates.join("section.html"), &frame("section", of_section))?;
    write(&templates.join("index.html"), &frame("section", of_section))?;
    write(&root.join("static/style.css"), "body { max-width: 60em; }\n")
}

/// Links to pages of the corpus as Zola wants them: from the root, and only where they lead somewhere.
fn rooted(body: &str, folder: &str, known: &BTreeMap<&str, ()>) -> String {
    let mut out = String::with_capacity(body.len());
    let mut rest = body;
    while let Some(at) = rest.find("](") {
        let (head, tail) = rest.split_at(at + 2);
        out.push_str(head);
        let end = tail.find(')').unwrap_or(0);
        let (link, after) = tail.split_at(end);
        let mut steps: Vec<&str> = folder.split('/').filter(|s| !s.is_empty()).collect();
        for step in link.split('/') {
            match step {
                "." | "" => {}
                ".." => drop(steps.pop()),
                step => steps.push(step),
            }
        }
        let path = steps.join("/");
        if known.contains_key(path.as_str()) {
            let _ = write!(out, "@/{path}");
        } else {
            out.push_str(link);
        }
        rest = after;
    }
    out.push_str(rest);
    out
}
