//! Sites of one thing in great number, each built at one size and at four times that size: what grows more than about
//! fourfold is not linear. The thing is named, so whoever reads the table knows where to look.

use std::fmt::Write as _;
use std::path::Path;

use crate::corpus::lay;
use crate::measure::{self, Cost};

/// A shape: its name, how many of the thing at first, and what lays them.
type Shape = (&'static str, usize, fn(&Path, usize) -> std::io::Result<()>);

const REGULATION: &str = "content/regulations/a/2026-04-15.md";
const HEAD: &str = "---\ntitle: Положение\norder: o0\n---\n\n## 1. Общее\n\n";

const SHAPES: &[Shape] = &[
    ("items of one clause", 12_500, |root, n| {
        site(
            root,
            1,
            &lines(n, HEAD.to_owned() + "1.1. Участники обязаны:\n\n", |i| {
                format!("- удалить запись {i};\n")
            }),
        )
    }),
    ("clauses that refer to each other", 2_500, |root, n| {
        let clause = |i: usize| format!("1.{}. Участники обязаны, см. пункт 1.{}:\n\n- удалить.\n\n", i + 1, i / 2 + 1);
        site(root, 1, &lines(n.min(9_999), HEAD.to_owned(), clause))
    }),
    ("sections", 1_500, |root, n| {
        site(root, 1, &lines(n, HEAD.to_owned(), |i| format!("## {0}. Раздел\n\n{0}.1. Текст пункта.\n\n", i + 2)))
    }),
    ("references in one clause", 5_000, |root, n| {
        site(root, 1, &lines(n, HEAD.to_owned() + "1.1. Текст. ", |_| "По пункту 1.1 и п. 1. ".to_owned()))
    }),
    ("orders", 500, |root, n| site(root, n, &(HEAD.to_owned() + "1.1. Текст."))),
    ("regulations", 100, |root, n| {
        site(root, n, &(HEAD.to_owned() + "1.1. Текст."))?;
        (1..n).try_for_each(|i| {
            let text = HEAD.replace("o0", &format!("o{i}")) + "1.1. Участники обязаны.\n\n1.2. Запрещено.\n";
            lay(root, &format!("content/regulations/r{i}/2026-04-15.md"), &text)
        })
    }),
    ("terms", 2_500, |root, n| {
        let term = |i: usize| format!("- {{id: t{i}, term: термин{i}ость, means: значит {i}}}\n");
        lay(root, "content/data/terms.yml", &lines(n, String::new(), term))?;
        site(root, 1, &lines(n.min(9_999), HEAD.to_owned(), |i| format!("1.{}. Термин{i}ости обязаны.\n\n", i + 1)))
    }),
    ("instructions", 200, |root, n| {
        (0..n).try_for_each(|i| {
            let head = format!("---\ntitle: Памятка {i}\nimplements: [\"1.{}\"]\n---\n\n", i + 1);
            lay(root, &format!("content/instructions/i{i}.md"), &(head + "## Шаг\n\n1. Сделайте.\n"))
        })?;
        site(root, 1, &lines(n, HEAD.to_owned(), |i| format!("1.{}. Участники обязаны.\n\n", i + 1)))
    }),
    ("links in one page", 25_000, |root, n| {
        lay(root, "content/b.md", "# Б\n")?;
        lay(root, "content/a.md", &lines(n, "# А\n\n".to_owned(), |i| format!("[сюда {i}](b.md)\n")))
    }),
    ("dead links in one page", 4_000, |root, n| {
        lay(
            root,
            "content/a.md",
            &lines(n, "# А\n\n".to_owned(), |i| format!("## Глава {i}\n\n[x](c{i}.md) [y](#n{i})\n\n")),
        )
    }),
    ("pages with dead links", 1_000, |root, n| {
        (0..n).try_for_each(|i| lay(root, &format!("content/p{i:05}.md"), &format!("# Стр {i}\n\n[x](нет{i}.md)\n")))
    }),
    ("pages of one title", 1_000, |root, n| {
        (0..n).try_for_each(|i| lay(root, &format!("content/d{i}/p.md"), "# Страница\n\n[[p]] текст\n"))
    }),
    ("headings of one name", 4_000, |root, n| {
        lay(root, "content/a.md", &lines(n, "# А\n\n".to_owned(), |_| "## Глава\n\nтекст\n\n".to_owned()))
    }),
    ("footnotes", 2_500, |root, n| {
        let marks = lines(n, "# А\n\n".to_owned(), |i| format!("слово[^{i}]\n\n"));
        lay(root, "content/a.md", &lines(n, marks, |i| format!("[^{i}]: сноска\n\n")))
    }),
    ("rows of a table", 10_000, |root, n| {
        lay(root, "content/a.md", &lines(n, "# А\n\n| а | б |\n|---|---|\n".to_owned(), |i| format!("| {i} | x |\n")))
    }),
    ("attachments", 1_000, |root, n| {
        (0..n).try_for_each(|i| lay(root, &format!("content/files/a{i}.txt"), "x"))?;
        lay(root, "content/a.md", &lines(n, "# А\n\n".to_owned(), |i| format!("[файл {i}](files/a{i}.txt)\n\n")))
    }),
];

fn lines(n: usize, head: String, line: impl Fn(usize) -> String) -> String {
    (0..n).fold(head, |text, i| text + &line(i))
}

/// A regulation site of one text and so many orders.
fn site(root: &Path, orders: usize, text: &str) -> std::io::Result<()> {
    let mut data = String::new();
    for n in 0..orders {
        let _ = writeln!(
            data,
            "- {{id: o{n}, number: 01-07/{n}, date: 15.04.2026, title: О введении, signed_by: {{name: П. И. Орлов, position: директор}}}}"
        );
    }
    lay(root, "content/site.yml", "title: Свод\nallow: [document-not-posted, approval-missing, order-without-file]\n")?;
    lay(root, "content/data/orders.yml", &data)?;
    lay(root, REGULATION, text)
}

/// Builds every shape at both sizes and prints what one thing more costs.
pub(crate) fn report(svod: &str, scratch: &Path) -> std::io::Result<()> {
    println!("\nShapes: one thing in great number, then four times as many; linear is about 4 and less\n");
    println!("| | n | user s | 4 n | user s | ratio | peak MiB |");
    println!("|---|--:|--:|--:|--:|--:|--:|");
    for (name, n, make) in SHAPES {
        let cost = |n: usize| -> std::io::Result<Cost> {
            let root = scratch.join("shape");
            drop(std::fs::remove_dir_all(&root));
            make(&root, n)?;
            let root = root.to_string_lossy().into_owned();
            let command = [svod, "build", "--root", &root, "--today", "2026-11-22"].map(str::to_owned).to_vec();
            measure::run_all(&[command])
        };
        let (one, four) = (cost(*n)?, cost(4 * n)?);
        let ratio = four.user / one.user.max(0.01);
        println!("| {name} | {n} | {:.2} | {} | {:.2} | {ratio:.1} | {:.0} |", one.user, 4 * n, four.user, four.peak);
    }
    drop(std::fs::remove_dir_all(scratch.join("shape")));
    Ok(())
}
