// Questions without an answer told apart, against questions with one wrongly called unanswerable, by threshold.
// node curve.cjs SITE [QUESTIONS]
"use strict";
const path = require("path");
const here = path.join(__dirname, "../../search");
const { open } = require(path.join(here, "node.cjs"));
const { load } = require(path.join(here, "evaluate.cjs"));

async function main() {
  const svod = open(path.resolve(process.argv[2]));
  const yes = [], no = [];
  for (const q of load(process.argv[3] || path.join(here, "queries.tsv"))) {
    const found = await svod.find("", q.query, { limit: 3 });
    (q.expected[0] === "—" ? no : yes).push(found.cover);
  }
  console.log("share covered  told apart  wrongly");
  for (let t = 5; t <= 95; t += 5) {
    const share = (list) => ((100 * list.filter((c) => c < t).length) / list.length).toFixed(1).padStart(5);
    console.log(`${String(t).padStart(10)} %  ${share(no)} %  ${share(yes)} %${t === 5 ? "   <- 4 % is in force" : t === 20 ? "   <- 22 %, where the question is in doubt" : ""}`);
  }
}
main();
