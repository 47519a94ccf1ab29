// Relevance of our search and of its peers on the same units and questions. node peers.cjs SITE [QUESTIONS]
"use strict";
const fs = require("fs");
const path = require("path");
const zlib = require("zlib");
const { execFileSync } = require("child_process");
const here = path.join(__dirname, "../../search");
const { open } = require(path.join(here, "node.cjs"));
const { load, matches } = require(path.join(here, "evaluate.cjs"));

const site = path.resolve(process.argv[2]);
const questions = load(process.argv[3] || path.join(here, "queries.tsv"));
const scratch = process.argv[4] || fs.mkdtempSync(path.join(require("os").tmpdir(), "peers-"));

// Every unit of the index in force: the search is asked for the words of its own units until nothing new turns up.
async function units() {
  const svod = open(site);
  const found = new Map();
  const asked = new Set();
  let wanted = questions.map((q) => q.query);
  while (wanted.length) {
    const next = [];
    for (const word of wanted) {
      for (const hit of (await svod.find("", word, { limit: 1e6 })).hits) {
        const key = `${hit.url} ${hit.text}`;
        if (found.has(key)) continue;
        found.set(key, { url: hit.url, address: hit.address, title: hit.title, path: hit.path.join(" "), text: hit.text });
        for (const other of `${hit.title} ${hit.text}`.match(/\p{L}{4,}/gu) || []) {
          const stem = svod.words.stem(svod.words.folded(other));
          if (!asked.has(stem)) { asked.add(stem); next.push(other); }
        }
      }
    }
    wanted = next;
  }
  const out = [...found].sort((a, b) => (a[0] < b[0] ? -1 : 1)).map(([, unit], id) => ({ id, ...unit }));
  const leads = new Map(out.filter((u) => u.address && !u.address.includes("/")).map((u) => [u.address, u.text]));
  out.forEach((u) => { u.lead = u.address && u.address.includes("/") ? leads.get(u.address.split("/")[0]) || "" : ""; });
  return out;
}

const gz = (text) => zlib.gzipSync(text).length;

// What a first question costs, in the middle: scripts, root and shards, each compressed by itself.
async function first() {
  const costs = [];
  for (const q of questions) {
    let cost = 0;
    const svod = open(site, (file, text) => { cost += gz(text); });
    await svod.search(q.query, { limit: 10, base: "" });
    costs.push(cost);
  }
  return costs.sort((a, b) => a - b)[costs.length >> 1];
}

async function engines(all) {
  const list = {};
  const size = {};
  const svod = open(site);
  list["svod"] = (q) => svod.search(q, { limit: 40, base: "" });
  size["svod"] = await first();
  const fields = ["text", "lead", "path", "title"];
  const boost = { text: 4, lead: 1, path: 1, title: 0.5 };
  const russian = svod.words;
  const MiniSearch = require("minisearch");
  const stemmed = new MiniSearch({ fields, processTerm: (t) => russian.stem(russian.folded(t)) });
  stemmed.addAll(all);
  list["minisearch+snowball"] = async (q) => stemmed.search(q, { boost, combineWith: "OR" }).map((r) => all[r.id]);
  size["minisearch+snowball"] = gz(JSON.stringify(stemmed)) + gz(fs.readFileSync(path.join(path.dirname(require.resolve("minisearch")), "../umd/index.js")));
  const fuzzy = new MiniSearch({ fields });
  fuzzy.addAll(all);
  list["minisearch prefix+fuzzy"] = async (q) => fuzzy.search(q, { boost, prefix: true, fuzzy: 0.2 }).map((r) => all[r.id]);
  size["minisearch prefix+fuzzy"] = gz(JSON.stringify(fuzzy)) + 8000;
  const lunr = require("lunr");
  require("lunr-languages/lunr.stemmer.support")(lunr);
  require("lunr-languages/lunr.ru")(lunr);
  const built = lunr(function () {
    this.use(lunr.ru);
    this.ref("id");
    fields.forEach((f) => this.field(f, { boost: boost[f] }));
    all.forEach((u) => this.add(u));
  });
  list["lunr+ru"] = async (q) => built.query((b) => { (q.toLowerCase().match(/[\p{L}\p{N}]+/gu) || []).forEach((w) => b.term(lunr.tokenizer(w).map((t) => built.pipeline.runString(t.toString())[0]).filter(Boolean), {})); }).map((r) => all[r.ref]);
  size["lunr+ru"] = gz(JSON.stringify(built)) + gz(fs.readFileSync(require.resolve("lunr"))) + gz(fs.readFileSync(require.resolve("lunr-languages/lunr.ru")));
  const elastic = require("elasticlunr");
  const index = elastic(function () { fields.forEach((f) => this.addField(f)); this.setRef("id"); });
  all.forEach((u) => index.addDoc(u));
  list["elasticlunr"] = async (q) => index.search(q, { expand: true, bool: "OR" }).map((r) => all[r.ref]);
  size["elasticlunr"] = gz(JSON.stringify(index)) + gz(fs.readFileSync(require.resolve("elasticlunr")));
  return { list, size };
}

// One page a unit, as Pagefind wants; its own script runs here with a fetch that reads from disk.
async function pagefind(all) {
  const folder = path.join(scratch, "pagefind-site");
  fs.mkdirSync(folder, { recursive: true });
  all.forEach((u) => fs.writeFileSync(path.join(folder, `${u.id}.html`), `<html lang="ru"><body data-pagefind-body><h1>${u.path || u.title}</h1><p>${u.lead}</p><p>${u.text}</p></body></html>`));
  const cli = path.join(process.env.NODE_PATH, "pagefind/lib/runner/bin.cjs");
  execFileSync(process.execPath, [cli, "--site", folder, "--silent"], { stdio: "ignore" });
  globalThis.fetch = async (url) => {
    const file = path.join(folder, String(url).replace(/^https?:\/\/[^/]*/, "").replace(/\?.*/, ""));
    return new Response(fs.readFileSync(file));
  };
  globalThis.window = undefined;
  globalThis.document = { querySelector: () => ({ getAttribute: () => "ru" }), documentElement: { lang: "ru" } };
  globalThis.location = new URL("http://localhost/");
  const made = path.join(folder, "pagefind/pagefind.mjs");
  fs.copyFileSync(path.join(folder, "pagefind/pagefind.js"), made);
  const engine = await import(made);
  await engine.options({ basePath: "/pagefind/", baseUrl: "/", noWorker: true, language: "ru" });
  await engine.init("ru");
  return async (q) => {
    const found = await engine.search(q);
    const data = await Promise.all(found.results.slice(0, 12).map((r) => r.data()));
    return data.map((d) => all[Number(/(\d+)\.html/.exec(d.raw_url || d.url)[1])]);
  };
}

function interval(values) {
  let seed = 7;
  const random = () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
  const means = Array.from({ length: 2000 }, () => { let s = 0; for (let i = 0; i < values.length; i++) s += values[Math.floor(random() * values.length)]; return s / values.length; }).sort((a, b) => a - b);
  return `${means[50].toFixed(2)}–${means[1949].toFixed(2)}`;
}

async function main() {
  const all = await units();
  const { list, size } = await engines(all);
  try { list["pagefind"] = await pagefind(all); } catch (error) { console.log(`pagefind not run: ${error.message.split("\n")[0]}`); }
  console.log(`${all.length} units, ${questions.filter((q) => q.expected[0] !== "—").length} questions with an answer`);
  const classes = [...new Set(questions.map((q) => q.cls))].filter((c) => c !== "none").sort();
  console.log(["engine".padEnd(24), "success@1 (interval)", "@3", "MRR (interval)", ...classes].join("  "));
  for (const [name, search] of Object.entries(list)) {
    const rr = [], one = [], three = [], clauses = [], byClass = {};
    for (const q of questions) {
      if (q.expected[0] === "—") continue;
      let hits = [];
      try { hits = await search(q.query); } catch { /* A peer's syntax error finds nothing. */ }
      const clause = q.expected.every((e) => !e.includes("#"));
      const shown = hits.filter((h) => !clause || h.address).slice(0, 10);
      const rank = shown.findIndex((h) => matches(h, q.expected)) + 1;
      if (clause) clauses.push(shown[0] && q.expected.some((e) => e.split("/")[0] === shown[0].address.split("/")[0]) ? 1 : 0);
      rr.push(rank ? 1 / rank : 0); one.push(rank === 1 ? 1 : 0); three.push(rank > 0 && rank <= 3 ? 1 : 0);
      (byClass[q.cls] = byClass[q.cls] || []).push(rank ? 1 / rank : 0);
    }
    const mean = (v) => (v.reduce((a, b) => a + b, 0) / v.length).toFixed(2);
    console.log([name.padEnd(24), `${mean(one)} (${interval(one)})`.padEnd(20), mean(three), `${mean(rr)} (${interval(rr)})`, ...classes.map((c) => `${c} ${mean(byClass[c])}`), `clause ${mean(clauses)}`, size[name] ? `${Math.round(size[name] / 1000)} kB first` : ""].join("  "));
  }
  process.exit(0);
}
main();
