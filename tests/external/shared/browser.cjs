// What the checks in a real browser share: Chromium, the pages of a site, and a watch over what a page does.
//
// CHROMIUM and NODE_PATH are set by tests/run.
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const { chromium } = require("playwright-core");

const QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic", "--no-first-run"];

// A check without its browser has shown nothing, so it fails.
async function launch() {
  const executablePath = process.env.CHROMIUM;
  if (!executablePath || !fs.existsSync(executablePath)) {
    throw new Error(`no browser at CHROMIUM=${executablePath || ""}; tests/run installs one and says where it is`);
  }
  return chromium.launch({ executablePath, args: QUIET });
}

// Paths of all pages below a folder, with forward slashes.
function pages(site, folder = site) {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) return pages(site, full);
    return entry.name.endsWith(".html") ? [path.relative(site, full).split(path.sep).join("/")] : [];
  }).sort();
}

// Tells `fault` of errors in the console and of requests that fail or go elsewhere than below `base`.
function watch(page, base, fault) {
  page.on("console", (m) => m.type() === "error" && fault(`console: ${m.text()}`));
  page.on("pageerror", (e) => fault(`script: ${e.message}`));
  page.on("requestfailed", (r) => fault(`not loaded: ${r.url()} (${r.failure().errorText})`));
  page.on("request", (r) => r.url().startsWith(base) || r.url().startsWith("data:") || fault(`asked for ${r.url()}`));
}

// By how much a page is wider than its window, and what sticks out.
const sideways = (page) => page.evaluate(() => {
  const root = document.documentElement;
  const excess = root.scrollWidth - root.clientWidth;
  if (excess <= 0) return "";
  const wide = [...document.querySelectorAll("body *")].filter((e) => e.getBoundingClientRect().right > root.clientWidth + 1);
  const last = wide[wide.length - 1];
  const what = last ? `${last.tagName.toLowerCase()}${last.className ? "." + last.className : ""}: ${last.textContent.trim().slice(0, 60)}` : "";
  return `${excess}px (${what})`;
});

// Ends a check: what was found wrong is printed and fails it.
function finish(faults, said) {
  if (faults.length) {
    console.log(faults.join("\n"));
    process.exit(1);
  }
  console.log(said);
}

// Runs a check; an error of its own fails it as well.
function run(work) {
  work().catch((error) => {
    console.error(error.stack || error);
    process.exit(1);
  });
}

module.exports = { launch, pages, watch, sideways, finish, run };
