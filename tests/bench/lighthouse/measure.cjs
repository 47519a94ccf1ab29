// Lighthouse on the main pages of a built site, as a phone on a slow line sees them, and what a first visit to the
// regulation loads. Accessibility, best practices and SEO must be 100 and nothing may shift; performance is printed,
// since it depends on the machine.
//
//   measure.cjs SITE      CHROMIUM, NODE_PATH: set by run
"use strict";
const fs = require("node:fs");
const http = require("node:http");
const path = require("node:path");
const zlib = require("node:zlib");

const PAGES = ["index.html", "regulations/sferum.html", "instructions/administrator.html", "deadlines.html"];
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const MOST_BYTES = 40 * 1024;
const MOST_REQUESTS = 10;
const TYPES = { html: "text/html; charset=utf-8", css: "text/css", js: "text/javascript", xml: "application/xml", pdf: "application/pdf", woff2: "font/woff2", txt: "text/plain" };
const site = fs.realpathSync(process.argv[2]);
const { CHROMIUM: chromePath } = process.env;
if (!chromePath || !fs.existsSync(chromePath)) throw new Error(`no browser at CHROMIUM=${chromePath ?? ""}`);

// A host like most: compression, and nothing else.
const server = http.createServer((request, response) => {
  const name = decodeURIComponent(new URL(request.url, "http://x").pathname).replace(/^\/+/, "");
  const file = path.join(site, name);
  if (!file.startsWith(site + path.sep) || !fs.existsSync(file) || fs.statSync(file).isDirectory()) {
    response.writeHead(name === "favicon.ico" ? 204 : 404).end();
    return;
  }
  const kind = path.extname(file).slice(1);
  const head = { "content-type": TYPES[kind] ?? "application/octet-stream" };
  if (["html", "css", "js", "xml", "txt"].includes(kind)) {
    response.writeHead(200, { ...head, "content-encoding": "gzip" }).end(zlib.gzipSync(fs.readFileSync(file), { level: 6 }));
  } else {
    response.writeHead(200, head).end(fs.readFileSync(file));
  }
});
(async () => {
  const { launch } = await import(require.resolve("chrome-launcher"));
  const { default: lighthouse } = await import(require.resolve("lighthouse"));
  await new Promise((done) => server.listen(0, "127.0.0.1", done));

  const chrome = await launch({ chromePath, chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic", "--no-first-run"] });
  const faults = [];
  try {
    for (const page of PAGES) {
      const { lhr } = await lighthouse(`http://127.0.0.1:${server.address().port}/${page}`, { port: chrome.port, logLevel: "error", onlyCategories: CATEGORIES });
      const scores = Object.fromEntries(CATEGORIES.map((name) => [name, Math.round(lhr.categories[name].score * 100)]));
      const shift = lhr.audits["cumulative-layout-shift"].numericValue;
      const requests = lhr.audits["network-requests"].details.items.filter((r) => r.url.startsWith("http") && !r.url.endsWith("/favicon.ico"));
      const text = requests.filter((r) => r.resourceType !== "Font");
      const bytes = text.reduce((sum, r) => sum + r.transferSize, 0);
      console.log(`${page}: ${CATEGORIES.map((name) => `${name} ${scores[name]}`).join(", ")}; shift ${shift.toFixed(3)}; ${(bytes / 1024).toFixed(1)} KiB, ${requests.length} requests`);
      for (const name of CATEGORIES) {
        const failed = lhr.categories[name].auditRefs.map((ref) => lhr.audits[ref.id]).filter((a) => a.score !== null && a.score < 0.9 && !["notApplicable", "informative", "manual"].includes(a.scoreDisplayMode));
        if (scores[name] < 100) console.log(`  ${name}: ${failed.map((a) => `${a.id} (${a.displayValue ?? a.title})`).join(", ")}`);
        if (name !== "performance" && scores[name] < 100) faults.push(`${page}: ${name} ${scores[name]}`);
      }
      if (shift > 0) faults.push(`${page}: layout shift ${shift}`);
      if (page === PAGES[1]) {
        for (const r of text) console.log(`    ${String(r.transferSize).padStart(6)}  ${new URL(r.url).pathname}`);
        if (bytes > MOST_BYTES) faults.push(`${page}: ${bytes} bytes on a first visit`);
        if (requests.length > MOST_REQUESTS) faults.push(`${page}: ${requests.length} requests`);
      }
    }
  } finally {
    await chrome.kill();
    server.close();
  }
  if (faults.length) {
    console.log(faults.join("\n"));
    process.exitCode = 1;
  }
})();
