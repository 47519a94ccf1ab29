// What a question costs a reader: node scale.cjs [--questions 30] SITE [SITE …]
//
// Each site is served from this machine with gzip; Chromium opens its first page with the processor slowed four times,
// and questions made of the words of page titles are asked. Printed are medians, and the value that nine of ten stay
// under: kB over the wire from the script of the box on to the first answer, files asked for, milliseconds from the
// question to its answer, milliseconds of work of the page in that time; then the same work for a further question on
// the same page. CHROMIUM and NODE_PATH are set by tests/run.
"use strict";
const fs = require("fs");
const http = require("http");
const path = require("path");
const zlib = require("zlib");
const { launch, pages } = require("../../external/shared/browser.cjs");

const SLOWER = 4;
let wanted = 30;
const types = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css" };

// The same questions every time, of one to three words.
function questions(site) {
  let seed = 5;
  const below = (end) => { seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0; return Math.floor(seed / 4294967296 * end); };
  const all = pages(site), made = [];
  for (let tries = 0; made.length < wanted && tries < 20000; tries++) {
    const html = fs.readFileSync(path.join(site, all[below(all.length)]), "utf8");
    const title = (/<h1[^>]*>(.*?)<\/h1>/s.exec(html) || ["", ""])[1].replace(/<[^>]*>|&[a-z#0-9]+;/g, " ");
    const words = title.match(/[а-яё]{4,}|[a-z]{3,}/giu) || [];
    const length = 1 + made.length % 3;
    if (words.length < length) continue;
    const from = below(words.length - length + 1);
    made.push(words.slice(from, from + length).join(" ").toLowerCase());
  }
  return made;
}

function serve(site, sent) {
  const server = http.createServer((request, response) => {
    const file = path.join(site, decodeURIComponent(request.url.split("?")[0]));
    fs.readFile(file, (error, data) => {
      if (error) { response.writeHead(404); response.end(); return; }
      const body = zlib.gzipSync(data, { level: 6 });
      sent.push([request.url, body.length]);
      response.writeHead(200, { "content-type": types[path.extname(file)] || "application/octet-stream", "content-encoding": "gzip", "cache-control": "no-store" });
      response.end(body);
    });
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

const sorted = (list) => list.slice().sort((a, b) => a - b);
const show = (list, digits = 0) => {
  const all = sorted(list);
  return `${all[all.length >> 1].toFixed(digits)} (${all[Math.floor(all.length * 0.9)].toFixed(digits)})`;
};

async function measure(site, browser) {
  const root = fs.readFileSync(path.join(site, "assets/search-index.js"), "utf8");
  const folder = path.join(site, "search"), files = fs.readdirSync(folder);
  const disk = files.reduce((sum, name) => sum + fs.statSync(path.join(folder, name)).size, root.length);
  const units = JSON.parse(root.slice(root.indexOf(",") + 1, root.lastIndexOf(")"))).layers[0].units;
  const sent = [], server = await serve(site, sent), base = `http://127.0.0.1:${server.address().port}/`;
  const asked = questions(site), kb = [], count = [], wait = [], work = [], again = [];
  for (const [i, question] of asked.entries()) {
    // A context of its own has nothing in its cache.
    const context = await browser.newContext(), page = await context.newPage();
    const session = await context.newCDPSession(page);
    // In time of the processor, so that what else runs on the machine does not count.
    await session.send("Performance.enable", { timeDomain: "threadTicks" });
    await page.goto(base + "index.html", { waitUntil: "load" });
    await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    const busy = async () => (await session.send("Performance.getMetrics")).metrics.find((m) => m.name === "TaskDuration").value * 1000;
    const ask = async (text) => {
      const before = await busy();
      const time = await page.evaluate(async (text) => { const from = performance.now(); await svod.search(text, { limit: 6 }); return performance.now() - from; }, text);
      return [time, (await busy()) - before];
    };
    const boxes = sent.filter(([url]) => /\/search\.js$/.test(url)).map(([, size]) => size);
    sent.length = 0;
    const [time, first] = await ask(question);
    wait.push(time);
    work.push(first);
    kb.push((sent.reduce((sum, [, size]) => sum + size, 0) + boxes[0]) / 1000);
    count.push(sent.length + 1);
    again.push((await ask(asked[(i + 1) % asked.length]))[1]);
    sent.length = 0;
    await context.close();
  }
  server.close();
  console.log([path.basename(path.resolve(site)).padEnd(14), String(units).padStart(8), (disk / 1e6).toFixed(2).padStart(7), String(files.length).padStart(6),
    show(kb, 1).padStart(14), show(count).padStart(9), show(wait).padStart(12), show(work).padStart(12), show(again).padStart(12)].join("  "));
}

async function main() {
  const browser = await launch();
  console.log(`${"site".padEnd(14)}     units       MB   files   kB first       files      ms first      ms work     ms further   (processor slowed ${SLOWER} times)`);
  const sites = process.argv.slice(2);
  if (sites[0] === "--questions") wanted = Number(sites.splice(0, 2)[1]);
  for (const site of sites) await measure(site, browser);
  await browser.close();
}
main().catch((error) => { console.error(error); process.exit(1); });
