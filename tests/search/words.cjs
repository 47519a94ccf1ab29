// Holds the browser's analysis of words equal to the program's: node words.cjs STEMS, written by the test `words`.
"use strict";
const fs = require("fs");
const path = require("path");
const vm = require("vm");

const context = vm.createContext({ Promise, Map, Set });
for (const name of ["search-find.js", "search-rare.js"]) {
  const script = path.join(__dirname, "../../themes/default/js", name);
  vm.runInContext(fs.readFileSync(script, "utf8"), context, { filename: script });
}
const own = context.svod.words;
const stem = (word) => (/^[a-z]{2,}$/.test(word) ? context.svod.rare.english(word) : own.stem(word));

let same = 0, different = 0;
const expected = new Map();
for (const line of fs.readFileSync(process.argv[2], "utf8").trim().split("\n")) {
  const [text, ...rest] = line.split("\t");
  if (!expected.has(text)) expected.set(text, []);
  expected.get(text).push(rest.join("\t"));
}
for (const [text, lines] of expected) {
  const found = [];
  for (const run of own.runs(own.folded(text))) {
    const whole = own.whole(run);
    // Of three or more words with hyphens every two neighbours are found written together.
    const hyphened = run.parts.length > 2 && whole === run.parts.join("");
    const pairs = hyphened ? run.parts.slice(1).map((p, i) => run.parts[i] + p) : [];
    const parts = run.parts.filter((p) => run.parts.length === 1 || Array.from(p).length > 1);
    for (const word of whole ? [whole, ...pairs, ...parts] : parts) {
      const stemmed = stem(word);
      found.push([word, stemmed, own.family(stemmed), own.hash(stemmed)].join("\t"));
    }
  }
  if (found.join("\n") === lines.join("\n")) { same++; continue; }
  different++;
  if (different < 10) console.log(`${text}: program ${lines.join(" | ")}; browser ${found.join(" | ")}`);
}
console.log(`${same} passed, ${different} failed`);
process.exit(different || same < 1000 ? 1 : 0);
