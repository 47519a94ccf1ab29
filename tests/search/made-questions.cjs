// Makes questions out of the words of a site and of queries.tsv: prints as many as asked, the same every time.
"use strict";
const fs = require("fs");
const path = require("path");
const { load } = require("./evaluate.cjs");

const count = Number(process.argv[2] || 1000);
const root = path.join(__dirname, "..", "..");
let seed = 20261122;
const random = (n) => (seed = (seed * 1103515245 + 12345) % 2147483648) % n;
const files = ["content/regulations/sferum", "content/instructions", "content/guide"].flatMap((d) => fs.readdirSync(path.join(root, d)).sort().map((f) => path.join(root, d, f)));
const words = files.flatMap((f) => fs.readFileSync(f, "utf8").match(/[\p{L}\p{N}][\p{L}\p{N}.@\/-]*[\p{L}\p{N}]/gu));
const asked = load(path.join(__dirname, "queries.tsv")).map((q) => q.query);
const out = [...asked];
while (out.length < count) {
  const parts = [];
  for (let n = 1 + random(5); n > 0; n--) parts.push(random(3) ? words[random(words.length)] : asked[random(asked.length)].split(" ")[0]);
  let text = parts.join(" ");
  const at = random(text.length);
  if (random(3) === 0) text = text.slice(0, at) + text.slice(at + 1);
  if (random(9) === 0) text = `пункт ${1 + random(4)}.${1 + random(6)} ${text}`;
  out.push(text);
}
process.stdout.write(out.slice(0, count).join("\n") + "\n");
