#!/usr/bin/env node
// Every page of a built site in Chromium, from disk and over HTTP: it loads, logs no error, asks no other host for
// anything, and never scrolls sideways at the widths of a phone, a tablet and a desktop.
//
//   check-browser.cjs SITE PROGRAM      CHROMIUM, NODE_PATH: set by tests/run
"use strict";
const fs = require("node:fs");
const http = require("node:http");
const path = require("node:path");
const { pathToFileURL } = require("node:url");
const { launch, pages, watch, sideways, finish, run } = require("./shared/browser.cjs");

const WIDTHS = [320, 768, 1280];
const site = fs.realpathSync(process.argv[2]);
const faults = [];
const fault = (page, text) => faults.push(`${page}: ${text}`);
// The address that the site says it has, from its sitemap.
const sitemap = path.join(site, "sitemap.xml");
const homes = fs.existsSync(sitemap) ? [...fs.readFileSync(sitemap, "utf8").matchAll(/<loc>(https?:[^<]*\/)(?:index\.html)?<\/loc>/g)] : [];
const home = homes.map((m) => m[1]).sort((a, b) => a.length - b.length)[0];

const TYPES = {
  html: "text/html; charset=utf-8", css: "text/css", js: "text/javascript", svg: "image/svg+xml", png: "image/png",
  json: "application/json", xml: "application/xml", pdf: "application/pdf", woff2: "font/woff2",
};

// Serves the site below a folder, since a school's section seldom stands at the root of a host.
function serve() {
  const server = http.createServer((request, response) => {
    const name = decodeURIComponent(new URL(request.url, "http://x").pathname).replace(/^\/school\/svod\//, "");
    const file = path.join(site, name);
    if (request.url === "/favicon.ico") {
      // The browser asks the host of its own accord; the host is not ours.
      response.writeHead(204).end();
      return;
    }
    if (!file.startsWith(site + path.sep) || !fs.existsSync(file) || fs.statSync(file).isDirectory()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { "Content-Type": TYPES[path.extname(file).slice(1)] || "application/octet-stream" });
    fs.createReadStream(file).pipe(response);
  });
  return new Promise((done) => server.listen(0, "127.0.0.1", () => done(server)));
}

async function look(context, base, names) {
  const page = await context.newPage();
  let now = "";
  watch(page, base, (text) => fault(now, text));
  for (const name of names) {
    now = base + name;
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      if (width === WIDTHS[0]) {
        await page.goto(now, { waitUntil: "load" });
        if (!(await page.title()).trim()) fault(now, "no title");
        if (!(await page.locator("body").innerText()).trim()) fault(now, "no text");
      }
      const excess = await sideways(page);
      if (excess) fault(now, `scrolls sideways at ${width}px by ${excess}`);
    }
  }
  await page.close();
}

// The checks above find what they look for: a page with one of each fault.
async function selfTest(context) {
  const page = `<!DOCTYPE html><title>x</title><body><p style="width:2000px">x<img src="http://127.0.0.1:9/x.png" alt="">
    <script>console.error("planted"); throw new Error("thrown");</script>`;
  const folder = fs.mkdtempSync(path.join(require("node:os").tmpdir(), "svod-browser-"));
  fs.writeFileSync(path.join(folder, "spoilt.html"), page);
  await look(context, pathToFileURL(folder + path.sep).href, ["spoilt.html"]);
  fs.rmSync(folder, { recursive: true });
  const found = faults.splice(0).join("\n");
  for (const part of ["console: planted", "script: thrown", "asked for http://127.0.0.1:9", "sideways at 320px by", "not loaded"]) {
    if (!found.includes(part)) throw new Error(`the browser check missed a planted fault (${part}):\n${found}`);
  }
}

run(async () => {
  const names = pages(site);
  if (names.length === 0) throw new Error(`no pages in ${site}`);
  const browser = await launch();
  const server = await serve();
  const context = await browser.newContext();
  await selfTest(context);
  const address = `http://127.0.0.1:${server.address().port}/school/svod/`;
  // A host shows 404.html at any address, so it may name its files by the address of the site and by no other.
  const ordinary = names.filter((name) => name !== "404.html" || !home);
  await look(context, pathToFileURL(site + path.sep).href, ordinary);
  await look(context, address, ordinary);
  if (home) {
    // The host that the site was made for, played from disk.
    await context.route(`${home}**`, (route) => {
      const file = path.join(site, decodeURIComponent(new URL(route.request().url()).href.slice(home.length)).split(/[?#]/)[0]);
      return fs.existsSync(file) ? route.fulfill({ path: file }) : route.fulfill({ status: 404 });
    });
    await look(context, home, ["404.html", "index.html"]);
  }
  // Without scripts every page still has its text.
  const bare = await browser.newContext({ javaScriptEnabled: false });
  await look(bare, pathToFileURL(site + path.sep).href, ordinary);
  await browser.close();
  server.close();
  finish(faults, `${names.length} pages from disk, over HTTP and without scripts, at ${WIDTHS.join(", ")} px`);
});
