#!/usr/bin/env node
// The model site by the keyboard alone, as one who has no mouse goes through it: the way past the header, every stop in
// sight and marked, navigation, contents, settings, terms, tables, citation, search; nowhere a trap.
//
//   check-keyboard.cjs SITE PROGRAM      CHROMIUM, NODE_PATH: set by tests/run
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const { pathToFileURL } = require("node:url");
const { launch, finish, run } = require("./shared/browser.cjs");

const REGULATION = "regulations/sferum.html";
const WALKS = ["index.html", REGULATION, "instructions/parents.html", "deadlines.html", "responsible.html", "search.html"];
const faults = [];
let done = 0;

function check(what, found, expected = true) {
  done += 1;
  if (found !== expected) faults.push(`${what}: ${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`);
}

// What has the focus, and how it shows that.
const here = (page) => page.evaluate(() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const style = getComputedStyle(e);
  const box = e.getBoundingClientRect();
  const at = document.elementFromPoint(box.left + Math.min(box.width, innerWidth) / 2, box.top + Math.min(box.height, innerHeight) / 2);
  const all = globalThis.svodAll || (globalThis.svodAll = [...document.querySelectorAll("*")]);
  return {
    index: all.indexOf(e),
    name: `${e.tagName.toLowerCase()}${e.id ? "#" + e.id : ""} «${(e.getAttribute("aria-label") || e.textContent || e.value || "").trim().slice(0, 40)}»`,
    marked: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    seen: box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    covered: Boolean(at) && !e.contains(at) && !at.contains(e) && !(at.closest && at.closest("label")) && !at.closest(".meaning"),
  };
});

// Tab from the top to the end: what stops there must be in sight, marked, and in the order of the text.
async function walk(page, told) {
  const stops = [];
  for (let n = 0; n < 600; n++) {
    await page.keyboard.press("Tab");
    const now = await here(page);
    if (!now || (stops.length && now.index === stops[0].index)) break;
    if (!now.seen) faults.push(`${told}: ${now.name} has the focus out of sight`);
    if (!now.marked) faults.push(`${told}: ${now.name} does not show the focus`);
    if (now.covered) faults.push(`${told}: ${now.name} is covered`);
    if (stops.length && now.index < stops[stops.length - 1].index) faults.push(`${told}: ${now.name} comes after what stands behind it`);
    stops.push(now);
  }
  check(`${told}: the walk comes to an end`, stops.length > 5 && stops.length < 600);
  const missed = await page.evaluate((reached) => [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")].filter((e) => {
    const shown = e.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) && !e.disabled && e.getClientRects().length;
    // Of a group of radio buttons one is a stop.
    return shown && e.type !== "radio" && e.tabIndex >= 0 && !reached.includes(globalThis.svodAll.indexOf(e));
  }).map((e) => e.outerHTML.slice(0, 80)), stops.map((s) => s.index));
  for (const one of missed) faults.push(`${told}: not reached: ${one}`);
  done += stops.length;
}

// Tab until the focus is on what is wanted.
async function tabTo(page, selector, most = 200) {
  for (let n = 0; n < most; n++) {
    if (await page.evaluate((s) => document.activeElement.matches(s), selector)) return true;
    await page.keyboard.press("Tab");
  }
  faults.push(`${selector} is not reached by Tab`);
  return false;
}

async function ways(context, open) {
  const page = await open("index.html");
  await page.keyboard.press("Tab");
  check("the first stop is the way past the header", await page.evaluate(() => document.activeElement.className), "skip");
  await page.keyboard.press("Enter");
  check("which leads to the text", await page.evaluate(() => document.activeElement.id), "svod.main");
  await tabTo(page, "main a[href]");
  check("and the next stop is in it", await page.evaluate(() => document.activeElement.closest("main") !== null));

  await page.goto(page.url().split("#")[0]);
  await tabTo(page, '.sections a[href$="deadlines.html"]');
  await Promise.all([page.waitForURL(/deadlines\.html$/), page.keyboard.press("Enter")]);
  check("navigation leads to a page", await page.locator("h1").count(), 1);

  await page.goto(page.url().replace("deadlines.html", REGULATION));
  await tabTo(page, '.toc a[href="#p3"]');
  await page.keyboard.press("Enter");
  check("contents lead to a section", new URL(page.url()).hash, "#p3");
  await page.keyboard.press("Tab");
  check("and the next stop is there", await page.evaluate(() => Boolean(document.activeElement.closest('[id="p3"]'))));

  await tabTo(page, "a.term");
  check("a term tells its meaning", await page.locator(".meaning").count(), 1);
  await page.keyboard.press("Escape");
  check("and takes it back", await page.locator(".meaning").count(), 0);

  await tabTo(page, ".clause .number");
  await page.keyboard.press("Enter");
  check("the number opens the citation", await page.isVisible("dialog.cite"));
  for (let n = 0; n < 8; n++) {
    await page.keyboard.press("Tab");
    const inside = await page.evaluate(() => document.activeElement === document.body || Boolean(document.activeElement.closest("dialog")));
    if (!inside) faults.push("focus leaves the open window of citation");
  }
  await page.keyboard.press("Escape");
  check("Esc closes it", await page.isVisible("dialog.cite"), false);
  check("and the number has the focus again", await page.evaluate(() => document.activeElement.className), "number");
  await page.close();
}

async function settings(context, open) {
  const page = await open("index.html");
  await tabTo(page, ".reading summary");
  await page.keyboard.press("Enter");
  await tabTo(page, 'input[name="svod-size"]');
  await page.keyboard.press("ArrowDown");
  check("arrows choose the size of letters", await page.evaluate(() => document.activeElement.value), "125");
  check("which is taken at once", await page.evaluate(() => getComputedStyle(document.documentElement).fontSize), "20px");
  await tabTo(page, 'input[name="svod-colours"]');
  await page.keyboard.press("ArrowDown");
  check("and the colours", await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor), "rgb(255, 255, 255)");
  await tabTo(page, '.reading button[type="reset"]');
  await page.keyboard.press("Enter");
  check("a button brings the ordinary version back", await page.evaluate(() => getComputedStyle(document.documentElement).fontSize), "16px");
  await page.close();
}

async function search(context, open) {
  const page = await open("index.html");
  await tabTo(page, "form[data-search] input");
  await page.keyboard.type("удалить аккаунт");
  await page.waitForSelector(".search-list .found", { timeout: 15000 });
  await page.keyboard.press("ArrowDown");
  check("an arrow takes the first answer", await page.locator('.found[aria-selected="true"]').count(), 1);
  check("while the box keeps the focus", await page.evaluate(() => document.activeElement.getAttribute("role")), "combobox");
  await page.keyboard.press("Escape");
  check("Esc shuts the list", await page.locator(".search-list").isVisible(), false);
  await page.keyboard.press("ArrowDown");
  await page.waitForFunction(() => document.querySelector(".search-list") && !document.querySelector(".search-list").hidden);
  await page.keyboard.press("ArrowDown");
  await Promise.all([page.waitForURL(/#p3\.1/), page.keyboard.press("Enter")]);
  check("Enter leads to the clause", new URL(page.url()).pathname.endsWith(REGULATION));
  await page.close();
}

// The walk finds what it looks for: a stop that shows nothing, one out of sight, one out of order.
async function selfTest(context) {
  const page = await context.newPage();
  await page.setContent(`<p><a href="#a">1</a> <a href="#b" style="outline: 0">2</a> <a href="#c" style="position: fixed; left: -9999px">3</a>
    <a href="#d">4</a> <a href="#e">5</a> <a href="#f">6</a> <a href="#g" tabindex="1">7</a> <a href="#h">8</a></p>
    <p style="height: 2000px"></p>`);
  await walk(page, "planted");
  const found = faults.splice(0).join("\n");
  for (const part of ["«2» does not show", "«3» has the focus out of sight", "«1» comes after"]) {
    if (!found.includes(part)) throw new Error(`a planted fault was missed (${part}):\n${found}`);
  }
  done = 0;
  await page.close();
}

run(async () => {
  const site = fs.realpathSync(process.argv[2]);
  if (!fs.existsSync(path.join(site, REGULATION))) throw new Error(`${site} is not the model site`);
  const browser = await launch();
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" });
  const phone = await browser.newContext({ viewport: { width: 320, height: 640 }, reducedMotion: "reduce" });
  const bare = await browser.newContext({ viewport: { width: 1280, height: 800 }, javaScriptEnabled: false, reducedMotion: "reduce" });
  await selfTest(context);
  const opener = (from) => async (name) => {
    const page = await from.newPage();
    await page.goto(pathToFileURL(path.join(site, name)).href);
    return page;
  };
  for (const name of WALKS) {
    const page = await opener(context)(name);
    await walk(page, name);
    await page.close();
  }
  for (const name of ["index.html", REGULATION]) {
    const page = await opener(phone)(name);
    await walk(page, `${name} on a phone`);
    await page.close();
  }
  await ways(context, opener(context));
  await settings(context, opener(context));
  await search(context, opener(context));
  // Without scripts the settings are chosen in the same way.
  await settings(bare, opener(bare));
  await browser.close();
  finish(faults, `${done} steps by the keyboard alone`);
});
