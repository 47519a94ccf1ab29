// Measures how well the search of a built site answers the questions of queries.tsv.
//
//   node tests/search/evaluate.cjs SITE [--set dev|unseen] [--queries FILE] [--show] [--all]
//
// By default only units with an address count as results, as for a reader who wants the clause; with --all every kind
// competes. --show prints the questions whose answer is not first. "clause" is the share of questions whose first result
// stands in the right clause, whichever item it is; it is told of questions that ask for a clause.
"use strict";
const fs = require("fs");
const path = require("path");
const { open } = require("./node.cjs");

function load(file) {
  return fs.readFileSync(file, "utf8").split("\n").filter((l) => l && !l.startsWith("#") && !l.startsWith("set\t")).map((line) => {
    const [set, cls, query, expected] = line.split("\t");
    return { set, cls, query, expected: expected.split(";").map((e) => e.trim()) };
  });
}

// Whether a result is what was expected: `2.4/7`, `teacher#s2-1` for a step of an instruction, `prikaz-2026-187#` for an
// order as a whole.
function matches(hit, expected) {
  return expected.some((e) => {
    if (!e.includes("#")) return hit.address === e;
    const [page, anchor] = e.split("#");
    return hit.url.replace(/^.*\//, "").replace(/\.html$/, ".html#") === `${page}.html#${anchor}`;
  });
}

const clauseOf = (address) => address.split("/")[0];

async function main() {
  const args = process.argv.slice(2);
  const option = (name) => (args.includes(name) ? args[args.indexOf(name) + 1] : null);
  const site = path.resolve(args[0]);
  const svod = open(site);
  const wanted = option("--set");
  const queries = load(option("--queries") || path.join(__dirname, "queries.tsv")).filter((q) => !wanted || q.set === wanted);
  const groups = new Map();
  const count = (name, rank, inClause) => {
    const g = groups.get(name) || groups.set(name, { n: 0, one: 0, three: 0, mrr: 0, clause: 0, clauses: 0 }).get(name);
    if (inClause !== null) { g.clauses++; g.clause += inClause; }
    g.n++; g.one += rank === 1; g.three += rank > 0 && rank <= 3; g.mrr += rank ? 1 / rank : 0;
  };
  const curve = { yes: [], no: [] };
  let silent = 0, silentRight = 0, wrongly = 0, answerable = 0;
  for (const q of queries) {
    const hits = await svod.search(q.query, { limit: 30, base: "" });
    const none = q.expected[0] === "—";
    const similar = hits.length === 0 || hits[0].similar;
    if (none) {
      silent++; silentRight += similar;
      if (args.includes("--show") && !similar) console.log(` no  ${q.query}  got ${hits.slice(0, 3).map((h) => h.address || h.url).join(", ")}`);
      continue;
    }
    answerable++; wrongly += similar;
    const byAddress = q.expected.every((e) => !e.includes("#")) && !args.includes("--all");
    const list = hits.filter((h) => !byAddress || h.address).slice(0, 10);
    const rank = list.findIndex((h) => matches(h, q.expected)) + 1;
    const clause = byAddress ? Boolean(list.length) && q.expected.some((e) => clauseOf(e) === clauseOf(list[0].address || "")) : null;
    count(q.cls, rank, clause); count("all", rank, clause);
    if (args.includes("--show") && (rank !== 1 || similar)) console.log(`${rank ? String(rank).padStart(2) : " –"}${similar ? " s" : "  "} ${q.query}  [${q.cls}] want ${q.expected.join("; ")} got ${list.slice(0, 4).map((h) => `${h.address || h.url} ${h.score}`).join(", ")}`);
  }
  for (const [name, g] of [...groups].sort()) {
    const p = g.one / g.n, half = 1.96 * Math.sqrt(p * (1 - p) / g.n);
    console.log(`${name.padEnd(8)} n=${String(g.n).padStart(3)}  success@1 ${p.toFixed(2)} ±${half.toFixed(2)}  @3 ${(g.three / g.n).toFixed(2)}  MRR ${(g.mrr / g.n).toFixed(3)}${g.clauses ? `  clause ${(g.clause / g.clauses).toFixed(2)}` : ""}`);
  }
  console.log(`no answer: ${silentRight} of ${silent} told apart; ${wrongly} of ${answerable} answerable called unanswerable (${(100 * wrongly / Math.max(1, answerable)).toFixed(1)} %)`);
}

module.exports = { load, matches };
if (require.main === module) main();
