#!/usr/bin/env node
// What a reader does with the pages of the model site, in Chromium, from disk: reading settings with and without
// script, letters of twice the size, meanings of terms by hover, focus and tap, citations and sharing, contents that
// follow, and what comes out of the printer.
//
//   check-reader.cjs SITE PROGRAM      CHROMIUM, NODE_PATH: set by tests/run
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const { pathToFileURL } = require("node:url");
const { launch, sideways, finish, run } = require("./shared/browser.cjs");

const site = fs.realpathSync(process.argv[2]);
const at = (name) => pathToFileURL(path.join(site, name)).href;
const REGULATION = "regulations/sferum.html";
const EDITION = "regulations/sferum/2024-04-15.html";
const ORDER = "orders/prikaz-2026-286.html";
const PAGES = ["index.html", REGULATION, "deadlines.html", "responsible.html", "orders/index.html", "questions.html", "terms.html", "acts.html", "guide/keys.html"];
const SCHEMES = { "black-white": ["#000000", "#ffffff"], "white-black": ["#ffffff", "#000000"], blue: ["#063462", "#9dd1ff"], brown: ["#4d4b43", "#f7f3d6"], green: ["#a9e44d", "#3b2716"] };
const faults = [];
let done = 0;

function check(what, found, expected = true) {
  done += 1;
  if (found !== expected) faults.push(`${what}: ${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`);
}
const rgb = (hex) => `rgb(${[1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16)).join(", ")})`;
const style = (page, selector, name) => page.$eval(selector, (e, n) => getComputedStyle(e)[n], name);
const choose = (page, name, value) => page.check(`input[name="svod-${name}"][value="${value}"]`);

async function settings(context, script) {
  const page = await context.newPage();
  const told = script ? "with script" : "without script";
  await page.goto(at("index.html"));
  check(`${told}: the settings are marked as the version for those who see badly`, await page.locator("[itemprop=copy]").count(), 1);
  check(`${told}: the way back is hidden until it is needed`, await page.isVisible(".reading button[type=reset]"), false);
  await page.click(".reading summary");
  for (const [value, [fore, back]] of Object.entries(SCHEMES)) {
    await choose(page, "colours", value);
    check(`${told}: letters of ${value}`, await style(page, "h1", "color"), rgb(fore));
    check(`${told}: ground of ${value}`, await style(page, "html", "backgroundColor"), rgb(back));
    check(`${told}: links of ${value}`, await style(page, "main a", "color"), rgb(fore));
  }
  const before = parseFloat(await style(page, "main p", "fontSize"));
  await choose(page, "size", "200");
  check(`${told}: letters of twice the size`, parseFloat(await style(page, "main p", "fontSize")) / before, 2);
  await choose(page, "letters", "wider");
  check(`${told}: letters stand apart`, (await style(page, "main p", "letterSpacing")) !== "normal");
  await choose(page, "font", "serif");
  check(`${told}: serifs`, (await style(page, "main p", "fontFamily")).includes("Times"));
  await page.goto(at(REGULATION));
  const kept = parseFloat(await style(page, "html", "fontSize"));
  check(`${told}: remembered on the next page`, kept, script ? 32 : 16);
  if (script) {
    for (const name of PAGES) {
      await page.goto(at(name));
      for (const width of [320, 768, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        check(`${name} at ${width} px with the largest letters: sideways`, await sideways(page), "");
      }
    }
    await page.click(".reading button[type=reset]");
    check("the ordinary version comes back", await style(page, "html", "fontSize"), "16px");
    await page.reload();
    check("and stays", await style(page, "html", "fontSize"), "16px");
  }
  await page.close();
}

async function terms(context) {
  const page = await context.newPage();
  await page.goto(at(REGULATION));
  const term = page.locator("a.term[data-means]").first();
  const means = await term.getAttribute("data-means");
  await term.hover();
  check("hover shows what a term means", (await page.locator(".meaning").innerText()).trim(), means);
  await page.keyboard.press("Escape");
  check("Esc takes it away", await page.locator(".meaning").count(), 0);
  await page.mouse.move(1, 1);
  await term.focus();
  check("focus shows it", await page.locator(".meaning").count(), 1);
  check("and says so to readers by ear", await term.getAttribute("aria-describedby"), "svod.meaning");
  await page.close();
}

async function touch(browser) {
  const context = await browser.newContext({ viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true });
  const page = await context.newPage();
  await page.goto(at(REGULATION));
  const term = page.locator("a.term[data-means]").first();
  await term.tap();
  check("a tap shows what a term means", await page.locator(".meaning").count(), 1);
  check("and stays on the page", page.url(), at(REGULATION));
  await term.tap();
  await page.waitForURL(/terms\.html/);
  check("a second tap leads to the terms", page.url().includes("terms.html#t-"));
  await context.close();
}

async function citations(context) {
  const page = await context.newPage();
  await page.goto(at(REGULATION));
  const number = page.locator('[id="p2.4"] .number').first();
  await number.focus();
  await page.keyboard.press("Enter");
  check("the number of a clause opens the window of citation", await page.isVisible("dialog.cite"));
  await page.selectOption("dialog.cite select", { index: 7 });
  const text = await page.locator(".cite-text").innerText();
  check(`legal form: ${text}`, /^абзац восьмой пункта 2\.4 Положения .+, утверждённого приказом от \d\d\.\d\d\.\d{4} № \S+$/.test(text.replace(/\u00a0/g, " ")));
  await page.click("[data-do=text]");
  await page.waitForFunction(() => document.querySelector(".cite-said").textContent !== "");
  check("copying is told", await page.locator(".cite-said").innerText(), await page.locator(".cite-said").getAttribute("data-done"));
  await page.keyboard.press("Escape");
  check("Esc closes the window", await page.isVisible("dialog.cite"), false);
  check("and focus is where it was", await number.evaluate((e) => e === document.activeElement));
  await page.locator('[id="p4"]').scrollIntoViewIfNeeded();
  await page.evaluate(() => window.scrollTo({ top: document.body.scrollHeight, behavior: "instant" }));
  await page.waitForTimeout(100);
  check("contents follow the reading", await page.locator(".toc [aria-current]").count(), 1);
  check("and are open where they are seen", await page.locator(".fold[open]").count(), 2);
  await page.close();
}

// Every page has tools: it prints, and it is cited with its link; so are its parts.
async function tools(context) {
  const page = await context.newPage();
  await page.addInitScript(() => { window.print = () => { window.svodPrinted = (window.svodPrinted || 0) + 1; }; });
  const cited = async (option) => {
    if (option !== undefined) await page.selectOption("dialog.cite select", { index: option });
    return (await page.locator(".cite-text").innerText()).replace(/\u00a0/g, " ");
  };
  const WHOLE = {
    "index.html": /^ИКОП «Сферум» в школе \(МАОУ .+, сведения на \d\d\.\d\d\.\d{4}\)$/,
    [REGULATION]: /^Положение .+, утверждённое приказом от \d\d\.\d\d\.\d{4} № \S+$/,
    [EDITION]: /^Положение .+, утверждённое приказом от \d\d\.\d\d\.\d{4} № \S+$/,
    [ORDER]: /^приказ от \d\d\.\d\d\.\d{4} № \S+ «О .+»$/,
    "instructions/parents.html": /^Памятка родителям и обучающимся \(МАОУ .+, \d\d\.\d\d\.\d{4}\)$/,
    "decisions/reshenie-2026.html": /^информация о решении от \d\d\.\d\d\.\d{4} \(протокол от .+ № \S+\) на 20\d\d\/20\d\d учебный год$/,
    "guide/index.html": /^.+ \(МАОУ .+\)$/,
  };
  for (const [name, form] of Object.entries(WHOLE)) {
    await page.goto(at(name));
    await page.click("[data-do=print]");
    check(`${name} prints`, await page.evaluate(() => window.svodPrinted), 1);
    await page.click(".page-tools [data-do=cite]");
    const text = await cited();
    check(`${name} is cited: ${text}`, form.test(text));
    await page.evaluate(() => { navigator.clipboard.writeText = (text) => { window.svodCopied = text; return Promise.resolve(); }; });
    await page.click("[data-do=link]");
    await page.waitForFunction(() => document.querySelector(".cite-said").textContent !== "");
    const copied = await page.evaluate(() => window.svodCopied);
    check(`${name}: its link is copied: ${copied}`, copied === at(name));
    await page.keyboard.press("Escape");
  }
  await page.goto(at(ORDER));
  await page.click("[id=n1] .number");
  check("a point of an order is cited", /^пункт 1 приказа от .+ № \S+ «О .+»$/.test(await cited()));
  await page.keyboard.press("Escape");
  await page.goto(at("instructions/parents.html"));
  await page.click(".page-tools [data-do=cite]");
  const step = await cited(1);
  check(`a step of an instruction is cited: ${step}`, /^Памятка .+, раздел «Начать пользоваться платформой»$/.test(step));
  await page.keyboard.press("Escape");
  await page.goto(at("search.html"));
  await page.waitForSelector(".search-page input");
  check("the search page has one box", await page.locator("input[type=search]:visible").count(), 1);
  const bare = await (await context.browser().newContext({ javaScriptEnabled: false })).newPage();
  await bare.goto(at(REGULATION));
  check("without script no button promises what it cannot do", await bare.isVisible(".page-tools"), false);
  await bare.context().close();
  await page.close();
}

// What comes out of the printer: no navigation, the address of the edition, a sheet for a memo and a page for an order.
async function paper(context) {
  const page = await context.newPage();
  await page.emulateMedia({ media: "print", reducedMotion: "reduce" });
  const shown = async (selector) => (await page.locator(selector).evaluateAll((all) => all.filter((e) => e.checkVisibility()).length)) > 0;
  const leaves = async () => (await page.pdf({ preferCSSPageSize: true })).toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g).length;
  for (const name of [REGULATION, EDITION, "instructions/parents.html", ORDER]) {
    await page.goto(at(name));
    for (const part of [".side", ".tools", ".reading", ".search", ".page-top", ".skip", ".neighbours"]) check(`${name} on paper: ${part}`, await shown(part), false);
    const address = await page.locator(".print-address").innerText();
    check(`${name} on paper bears its address`, address.endsWith(name === REGULATION ? "/regulations/sferum/2026-10-15.html" : name));
    check(`${name} on paper: sideways`, await sideways(page), "");
  }
  await page.goto(at(REGULATION));
  const at2 = await page.evaluate(() => {
    const box = (selector) => document.querySelector(selector).getBoundingClientRect();
    return { approval: box(".stamp:last-child"), title: box("h1"), page: document.documentElement.clientWidth };
  });
  check("the approval stands over the title", at2.approval.bottom <= at2.title.top);
  check("and to the right", at2.approval.left > at2.page / 2);
  check("the site's name is not on an act", await shown(".masthead"), false);
  for (const name of fs.readdirSync(path.join(site, "instructions")).filter((name) => name !== "index.html")) {
    await page.goto(at(`instructions/${name}`));
    check(`${name}: a memo fits one sheet of paper`, (await leaves()) <= 2);
  }
  await page.goto(at(ORDER));
  check("an order fits a page", await leaves(), 1);
  check("and is nothing but the order", await page.evaluate(() => [...document.querySelector("main").children].filter((e) => e.checkVisibility()).map((e) => e.className).join()), "text order");
  await page.close();
}

async function sharing(browser) {
  const context = await browser.newContext({ viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true });
  await context.addInitScript(() => { navigator.share = (what) => { window.svodShared = what; return Promise.resolve(); }; });
  const page = await context.newPage();
  await page.goto(at(REGULATION));
  await page.locator('[id="p2.4"] .number').first().tap();
  await page.tap("[data-do=share]");
  const shared = await page.evaluate(() => window.svodShared);
  check("a phone shares the place", shared.url, at(REGULATION) + "#p2.4");
  check("and names it in the form of law", shared.title.startsWith("пункт 2.4 Положения"));
  await context.close();
}

run(async () => {
  if (!fs.existsSync(path.join(site, REGULATION))) throw new Error(`${site} is not the model site`);
  const browser = await launch();
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const bare = await browser.newContext({ viewport: { width: 1280, height: 800 }, javaScriptEnabled: false });
  await settings(context, true);
  await settings(bare, false);
  await terms(context);
  await touch(browser);
  await citations(context);
  await tools(context);
  await sharing(browser);
  await paper(context);
  await browser.close();
  finish(faults, `${done} things that readers do`);
});
