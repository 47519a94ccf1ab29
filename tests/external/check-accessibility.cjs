#!/usr/bin/env node
// The rules of WCAG 2.2 AA, by axe-core, on every page of a site and of one made to be hard: on a phone and at wider
// windows, light, dark and in each reading scheme, with letters of twice the size. No page scrolls sideways in any of
// them, logs an error or asks another host.
//
//   check-accessibility.cjs SITE PROGRAM      CHROMIUM, NODE_PATH: set by tests/run
//
// Every page is judged once in full; colours in every scheme on one page of each kind, since pages of a kind have the
// same parts.
"use strict";
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { pathToFileURL } = require("node:url");
const { launch, pages, watch, sideways, finish, run } = require("./shared/browser.cjs");
const stress = require("./shared/stress.cjs");

const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const COLOURS = ["color-contrast", "link-in-text-block"];
const SCHEMES = ["black-white", "white-black", "blue", "brown", "green"];
// One page of each kind; those that a site lacks are passed over.
const KINDS = ["index.html", "regulations/sferum.html", "instructions/parents.html", "orders/prikaz-2026-286.html", "deadlines.html", "responsible.html", "questions.html", "terms.html", "guide/theme.html"];
const HARD = ["pages/stress.html", "questions.html"];
// The 300 clauses are judged once; axe takes long over them.
const LONG = "regulations/long.html";
const LONG_TWIN = "regulations/long/2026-04-15.html";

const faults = [];
let judged = 0;

// What axe finds on the page as it stands; `only` names rules, else all of the levels are asked.
async function judge(page, told, only) {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe);
  const found = await page.evaluate(async ([levels, rules]) => {
    const runOnly = rules ? { type: "rule", values: rules } : { type: "tag", values: levels };
    const { violations } = await globalThis.axe.run(document, { resultTypes: ["violations"], preload: false, runOnly });
    return violations.map((v) => `${v.id} (${v.help}): ${v.nodes.slice(0, 3).map((n) => n.target.join(" ") + " " + (n.any[0] || n.all[0] || { message: "" }).message).join("; ")}`);
  }, [LEVELS, only]);
  judged += 1;
  for (const line of found) faults.push(`${told}: ${line}`);
}

const site = async (browser, options = {}) => {
  // The checker itself is no part of the page, so the page's policy must let it in.
  const context = await browser.newContext({ bypassCSP: true, reducedMotion: "reduce", viewport: { width: 320, height: 800 }, ...options });
  return [context, await context.newPage()];
};

// Every page in full on a phone; by its shape at the other widths and at 200 % of a desktop window, which is 640 px.
async function everyPage(browser, base, names) {
  const [context, page] = await site(browser);
  let now = "";
  watch(page, base, (text) => faults.push(`${now}: ${text}`));
  for (const name of names) {
    now = name;
    await page.setViewportSize({ width: 320, height: 800 });
    await page.goto(base + name);
    await judge(page, `${name} at 320 px`);
    for (const width of [320, 640, 768, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const out = await sideways(page);
      if (out) faults.push(`${name} scrolls sideways at ${width} px by ${out}`);
    }
  }
  await context.close();
}

// One page of each kind at the other widths, dark, in each scheme, and with the largest letters.
async function everyLook(browser, base, names) {
  const [context, page] = await site(browser, { viewport: { width: 1280, height: 800 } });
  for (const name of names) {
    await page.goto(base + name);
    await judge(page, `${name} at 1280 px`);
    await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
    await judge(page, `${name}, dark`, COLOURS);
    await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    for (const scheme of SCHEMES) {
      await page.evaluate((value) => { document.querySelector(`input[name="svod-colours"][value="${value}"]`).checked = true; }, scheme);
      await judge(page, `${name}, ${scheme}`, COLOURS);
    }
    await largest(page, name);
    await judge(page, `${name} with the largest letters at 320 px`);
    await page.setViewportSize({ width: 1280, height: 800 });
  }
  await context.close();
}

// The shape of a page at every width with the largest letters, furthest apart.
async function largest(page, name) {
  await page.evaluate(() => { for (const [name, value] of [["size", "200"], ["letters", "wider"], ["lines", "wider"]]) document.querySelector(`input[name="svod-${name}"][value="${value}"]`).checked = true; });
  for (const width of [1280, 768, 320]) {
    await page.setViewportSize({ width, height: 800 });
    const out = await sideways(page);
    if (out) faults.push(`${name} with the largest letters scrolls sideways at ${width} px by ${out}`);
  }
}

// What opens over a page: settings, the list of the search, the meaning of a term, the window of citation.
async function whatOpens(browser, base) {
  for (const scheme of ["light", "dark"]) {
    const [context, page] = await site(browser, { colorScheme: scheme });
    await page.goto(base + "regulations/sferum.html");
    await page.click(".reading summary");
    await judge(page, `settings open, ${scheme}`);
    await page.click(".reading summary");
    await page.locator(".number[aria-haspopup]").first().click();
    await judge(page, `citation open, ${scheme}`);
    await page.keyboard.press("Escape");
    await page.locator("a.term[data-means]").first().focus();
    await judge(page, `meaning open, ${scheme}`, COLOURS);
    await page.keyboard.press("/");
    await page.keyboard.type("удалить аккаунт");
    await page.waitForSelector(".search-list .found", { timeout: 15000 });
    await page.keyboard.press("ArrowDown");
    await judge(page, `list of the search, ${scheme}`);
    if (scheme === "light") {
      for (const value of SCHEMES) {
        await page.evaluate((v) => { document.querySelector(`input[name="svod-colours"][value="${v}"]`).checked = true; }, value);
        await judge(page, `list of the search, ${value}`, COLOURS);
      }
    }
    await context.close();
  }
}

// Pictures are shown, grey or told in words.
async function pictures(browser, base) {
  const [context, page] = await site(browser);
  await page.goto(base + "pages/stress.html");
  const seen = () => page.evaluate(() => {
    const picture = document.querySelector("main img");
    return `${picture.checkVisibility()} ${getComputedStyle(picture).filter} ${[...document.querySelectorAll(".image-text")].filter((e) => e.checkVisibility()).map((e) => e.textContent).join()}`;
  });
  for (const [value, expected] of [["on", "true none "], ["grey", "true grayscale(1) "], ["off", "false none Описание картинки"]]) {
    await page.evaluate((v) => { document.querySelector(`input[name="svod-images"][value="${v}"]`).checked = true; }, value);
    const found = await seen();
    if (found !== expected) faults.push(`pictures “${value}”: ${found} instead of ${expected}`);
  }
  await context.close();
}

// The checks above find what they look for.
async function selfTest(browser, folder) {
  const [context, page] = await site(browser);
  fs.writeFileSync(path.join(folder, "spoilt.html"), `<!DOCTYPE html><html><title>x</title><main><h1>x</h1><img src="data:,"><p style="color:#999;background:#fff">pale</p><p style="width:900px">wide</p>`);
  await page.goto(pathToFileURL(path.join(folder, "spoilt.html")).href);
  await judge(page, "planted");
  const found = faults.splice(0).join("\n") + (await sideways(page));
  for (const part of ["html-has-lang", "image-alt", "color-contrast", "px (p: wide)"]) {
    if (!found.includes(part)) throw new Error(`a planted fault was missed (${part}):\n${found}`);
  }
  judged = 0;
  await context.close();
}

run(async () => {
  const own = fs.realpathSync(process.argv[2]);
  const browser = await launch();
  let said = "";
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "svod-accessibility-"));
  try {
    await selfTest(browser, folder);
    const base = pathToFileURL(own + path.sep).href;
    // 404.html has its styles at the address of the site alone; check-browser looks at it there.
    const names = pages(own).filter((name) => name !== "404.html");
    if (names.length === 0) throw new Error(`no pages in ${own}`);
    const kinds = KINDS.filter((name) => names.includes(name));
    const hard = stress.build(path.resolve(process.argv[3]), folder);
    const hardBase = pathToFileURL(hard + path.sep).href;
    await Promise.all([
      everyPage(browser, base, names),
      (async () => {
        await everyLook(browser, base, kinds);
        await whatOpens(browser, base);
        await everyPage(browser, hardBase, pages(hard).filter((name) => name !== "404.html" && name !== LONG_TWIN));
        await everyLook(browser, hardBase, HARD);
        await pictures(browser, hardBase);
        const [context, page] = await site(browser);
        await page.goto(hardBase + LONG);
        await largest(page, LONG);
        await context.close();
      })(),
    ]);
    said = `${names.length} pages, ${kinds.length} kinds in ${SCHEMES.length + 2} schemes, and a hard site: judged ${judged} times`;
  } finally {
    await browser.close();
    fs.rmSync(folder, { recursive: true });
  }
  finish(faults, said);
});
