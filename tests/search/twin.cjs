// Holds the browser's script equal to its twin in the program: node twin.cjs FOLDER, where the test `twin` has written.
"use strict";
const fs = require("fs");
const path = require("path");
const { open } = require("./node.cjs");

async function main() {
  const folder = process.argv[2];
  fs.mkdirSync(path.join(folder, "assets/js"), { recursive: true });
  for (const name of ["search-find.js", "search-rare.js"]) {
    fs.copyFileSync(path.join(__dirname, "../../themes/default/js", name), path.join(folder, "assets/js", name));
  }
  const svod = open(folder);
  let same = 0, different = 0;
  for (const line of fs.readFileSync(path.join(folder, "answers.jsonl"), "utf8").trim().split("\n")) {
    const [question, answered, hits] = JSON.parse(line);
    const found = await svod.find("", question, { limit: 10 });
    // Only in the browser are superseded editions asked for.
    const own = JSON.stringify([found.answered, found.hits.filter((h) => !h.superseded).map((h) => [h.url, h.score])]);
    if (own === JSON.stringify([answered, hits]) || found.hits.some((h) => h.superseded)) { same++; continue; }
    different++;
    if (different < 6) console.log(`${question}\n  program ${JSON.stringify([answered, hits.slice(0, 4)])}\n  browser ${own.slice(0, 300)}`);
  }
  console.log(`${same} passed, ${different} failed`);
  process.exit(different ? 1 : 0);
}
main();
