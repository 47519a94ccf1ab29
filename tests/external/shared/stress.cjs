// A site that tries the layout: 300 clauses, words without end, a table of twelve columns, lists six deep, long names,
// a picture, and the packaged font.
"use strict";
const { execFileSync } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");

const LONG = "превысокомногорассмотрительствующий".repeat(4);
const ADDRESS = `https://example.org/${"a-very-long-path/".repeat(12)}?q=${"0123456789".repeat(12)}`;

function regulation() {
  const lines = ["---", "title: Положение об испытании вёрстки длинными словами и многими пунктами", "short_title: Положение об испытании", "order: o1", "summary: Проверочная редакция", "---", ""];
  for (let section = 1; section <= 30; section++) {
    lines.push(`## ${section}. Раздел ${section === 7 ? LONG : "об испытаниях"} ${section}`, "");
    for (let clause = 1; clause <= 10; clause++) {
      lines.push(`${section}.${clause}. Участник обязан выполнить пункт ${section}.${clause} и не нарушать раздел ${(section % 30) + 1}.`, "");
      if (clause === 3) lines.push(`- ${LONG};`, "- обычная строка;", "- предпоследняя строка;", `- ${ADDRESS}.`, "");
    }
  }
  return lines.join("\n");
}

function page() {
  const head = Array.from({ length: 12 }, (_, i) => `Столбец ${i + 1}`).join(" | ");
  const row = Array.from({ length: 12 }, (_, i) => (i === 4 ? LONG : `значение ${i}`)).join(" | ");
  const deep = Array.from({ length: 6 }, (_, i) => `${"  ".repeat(i)}- ступень ${i + 1} ${LONG}`).join("\n");
  return [
    "---", "title: Испытание вёрстки", "---", "", `# Испытание ${LONG}`, "", `Слово ${LONG} и адрес <${ADDRESS}>.`, "",
    `| ${head} |`, `|${" --- |".repeat(12)}`, `| ${row} |`, `| ${row} |`, "", deep, "",
    "```", LONG.repeat(3), "```", "", `> Цитата ${LONG}`, "", `**${LONG}** и \`${LONG}\`.`, "", `1. ${LONG}`, `2. ${ADDRESS}`, "", "![Описание картинки](picture.png)", "",
  ].join("\n");
}

// A picture of one point.
const PICTURE = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");

const FILES = {
  "site.yml": `title: Испытание вёрстки\nfont: golos\norganization:\n  name: Муниципальное общеобразовательное учреждение «${LONG}»\n  short_name: МОУ «${LONG}»\n  email: ${"long.".repeat(12)}name@example.org\n  phone: +7 (000) 000-00-00\n`,
  "data/orders.yml": "- id: o1\n  number: 01-07/31\n  date: 15.04.2026\n  title: О введении в действие Положения об испытании\n  signed_by: {name: П. И. Орлов, position: директор}\n  points: [Ввести в действие Положение об испытании.]\n",
  "data/terms.yml": `- id: member\n  term: участник\n  means: ${LONG} ${"любой, кто пользуется сайтом, ".repeat(10)}и не только.\n`,
  "data/questions.yml": `- question: Можно ли ${LONG}?\n  text: Да, ${LONG}.\n  see: long#1.1\n`,
  "regulations/long/2026-04-15.md": regulation(),
  "pages/stress.md": page(),
  "pages/picture.png": PICTURE,
};

// Builds the site in a folder of its own and gives the path of the result.
function build(program, folder) {
  for (const [name, text] of Object.entries(FILES)) {
    const file = path.join(folder, "content", name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  }
  const out = path.join(folder, "public");
  execFileSync(program, ["build", "--root", folder, "--out", out, "--today", "2026-11-22"], { stdio: "pipe" });
  return out;
}

module.exports = { build };
