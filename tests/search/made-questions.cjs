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
// Every way to name a clause, an act or a day by its number.
const numbers = `187; 286; 1802; 156; 3685; 2026; 3; 15; 2.4; 2.6; 99.9; 2.4/7; 2.4-7; 2.3-2.5; № 2.4; пункт №2.4; п. № 2.4; п/п 7 п. 2.4; п.п. 2.3; п. 2,4; 2,4
раздел третий; третий раздел; 3 раздел; 3-й раздел; раздел III; разделе 2 чаты; раздел первичной помощи; 2-й абзац п. 2.3; второй абзац пункта 2.3
абзац четвёртый раздела 1; седьмой подпункт пункта 2.4; подпункт 2 раздела 1; пункты 2.3 и 2.4; п. 2.3, 2.4 и 3.1; пункты 2.3 и 2.3; пункт 2.3/1 и пункт 2.3
п. 2 ст. 29 Закона; пункт 2 приказа 187; п. 99; п. 2.99 чаты; статья 63 СК РФ; приказ по пункту 2.4; чаты – 2.4; 1,5 часа; 15.10.2026; 15.10.26
приказ от 15.10.2026; редакция от 15.10.2026; протокол от 13.10.2026; СанПиН 1.2.3685; СанПиН 1.2.3685 и п. 2.4; МР 2.4.0330; 1.2.3685-21; ГОСТ 7.1.97-2016
01-07/187; 04-423; 273фз; фз273; 5а класс; mp3; 10а10б; конференцсвязь; видео-конференц-связь; видеоконференц; спра\u0301вки; № 187; приказ 187`;
const out = [...numbers.split(/[;\n]/).map((q) => q.trim()), ...asked];
while (out.length < count) {
  const parts = [];
  for (let n = 1 + random(5); n > 0; n--) parts.push(random(3) ? words[random(words.length)] : asked[random(asked.length)].split(" ")[0]);
  let text = parts.join(" ");
  const at = random(text.length);
  if (random(3) === 0) text = text.slice(0, at) + text.slice(at + 1);
  const place = `${1 + random(4)}.${1 + random(6)}`, nth = 1 + random(9);
  if (random(9) === 0) text = `пункт ${place} ${text}`;
  if (random(30) === 0) text = `${text} ${nth}-й подпункт п. № ${place}, ${1 + random(4)}.${1 + random(6)}`;
  if (random(30) === 0) text = `раздел ${["I", "второй", "3", "четвёртого"][random(4)]} ${text} абзац ${nth}`;
  out.push(text);
}
process.stdout.write(out.slice(0, count).join("\n") + "\n");
