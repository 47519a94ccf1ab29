#!/usr/bin/env node
// How soon a save is seen in the browser, and where the time goes. Started by `tests/bench/preview … --browser`, which
// runs the server; not meant to be started by hand.
//
//   preview-browser.cjs BASE PAGE FILE SAVES      CHROMIUM, NODE_PATH: as in tests/run
//
// A save is timed from before the file is written to the first frame of the page that shows the new word. The parts
// are those of one save after the other, in milliseconds since the writing: the page asks what is new (`asked`), it
// knows (`told`), the new page has come (`page`), its text stands (`text`), it is drawn (`seen`).
"use strict";
const fs = require("node:fs");
const { chromium } = require("playwright-core");

const [base, address, file, count] = process.argv.slice(2);
const pause = (ms) => new Promise((done) => setTimeout(done, ms));
const now = () => performance.timeOrigin + performance.now();
const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

// In the page: the first frame in which the word is there.
function look() {
  let text = 0;
  const frame = () => {
    const word = localStorage.getItem("word");
    const main = document.querySelector("main");
    if (word && main && main.textContent.includes(word)) {
      localStorage.removeItem("word");
      text = performance.timeOrigin + performance.now();
      const drawn = new MessageChannel();
      drawn.port1.onmessage = () => window.seen({ text, seen: performance.timeOrigin + performance.now() });
      drawn.port2.postMessage("");
    }
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}

(async () => {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run"],
  });
  const page = await browser.newPage({ viewport: { width: 1000, height: 700 } });
  let heard = () => {};
  let loaded = 0;
  page.on("load", () => loaded++);
  await page.exposeFunction("seen", (times) => heard(times));
  await page.addInitScript(look);
  const network = await page.context().newCDPSession(page);
  await network.send("Network.enable");
  let marks = {};
  const kinds = new Map();
  network.on("Network.requestWillBeSent", (e) => {
    const kind = e.request.url.includes("/.svod/state") ? "state" : e.request.url.split("?")[0] === base + address ? "page" : "";
    kinds.set(e.requestId, kind);
    if (kind === "state") marks.asked ??= now();
  });
  network.on("Network.loadingFinished", (e) => {
    const kind = kinds.get(e.requestId);
    if (kind === "state") marks.told ??= now();
    if (kind === "page") marks.page = now();
  });
  await page.goto(base + address);
  await page.waitForFunction(() => document.querySelector("svod-preview"));
  const all = [];
  const original = fs.readFileSync(file, "utf8");
  for (let save = 0; save < Number(count); save++) {
    await pause(700);
    const word = `слово${save}увидено`;
    await page.evaluate((word) => localStorage.setItem("word", word), word);
    const seen = new Promise((done) => (heard = done));
    marks = {};
    const began = now();
    fs.writeFileSync(file, `${original}\n${word}\n`);
    const times = { ...(await seen), ...marks };
    all.push(Object.fromEntries(Object.entries(times).map(([name, at]) => [name, at - began])));
  }
  fs.writeFileSync(file, original);
  const parts = ["asked", "told", "page", "text", "seen"].map((part) => {
    const known = all.map((times) => times[part]).filter((at) => at !== undefined);
    return `${part} ${known.length ? Math.round(median(known)) : "–"}`;
  });
  const seen = all.map((times) => times.seen);
  console.log(
    `save to the page seen in Chromium: median ${Math.round(median(seen))} ms ` +
      `(${Math.round(Math.min(...seen))} to ${Math.round(Math.max(...seen))}, ${seen.length} saves, ${loaded - 1} by loading); ${parts.join(", ")}`
  );
  await browser.close();
})().catch((error) => {
  console.error(error.stack || error);
  process.exit(1);
});
