#!/usr/bin/env node
// The site in one file, opened from disk in Chromium: no error, no request, search that finds, links that hold. And
// its texts for a CMS, pasted in a bare page from which styles, classes and even ids are stripped: they read well.
//
//   check-single.cjs SITE PROGRAM      CHROMIUM, NODE_PATH, VNU_JAR: set by tests/run
"use strict";
const { execFileSync, spawnSync } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { pathToFileURL } = require("node:url");
const { launch, finish, run } = require("./shared/browser.cjs");

const program = path.resolve(process.argv[3]);
const root = path.resolve(__dirname, "../..");
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), "svod-single-"));
const single = path.join(scratch, "single.html");
const folder = path.join(scratch, "texts");
const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const WIDTHS = [320, 768, 1280];
const faults = [];
let done = 0;

function check(what, found, expected = true) {
  done += 1;
  const same = JSON.stringify(found) === JSON.stringify(expected);
  if (!same) faults.push(`${what}: ${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`);
}

// A page that tells of errors and requests.
async function open(context, file, told) {
  const page = await context.newPage();
  page.on("console", (m) => ["error", "warning"].includes(m.type()) && told.push(m.text()));
  page.on("pageerror", (e) => told.push(e.message));
  page.on("request", (r) => r.url().split("#")[0] === pathToFileURL(file).href || r.url().startsWith("data:") || told.push(`asked for ${r.url()}`));
  await page.goto(pathToFileURL(file).href);
  return page;
}

const broken = (page) => page.evaluate(() => [...document.querySelectorAll("a[href^='#']")]
  .map((a) => decodeURIComponent(a.getAttribute("href").slice(1))).filter((id) => id && !document.getElementById(id)));
const repeated = (page) => page.evaluate(() => {
  const ids = [...document.querySelectorAll("[id]")].map((e) => e.id);
  return ids.filter((id, i) => ids.indexOf(id) !== i);
});
const violations = async (page) => {
  await page.evaluate(axe);
  return page.evaluate(async () => (await axe.run({ resultTypes: ["violations"] })).violations.map((v) => `${v.id}: ${v.nodes[0].html}`));
};
function valid(file) {
  const ran = spawnSync("java", ["-Xss4m", "-jar", process.env.VNU_JAR, "--Werror", "--format", "gnu", file], { encoding: "utf8" });
  // Its reader of styles is older than container queries, and it knows of no hashes in a policy: the browser does.
  const known = /error: CSS: |violates Content Security Policy/;
  return ran.stderr.trim().split("\n").filter((line) => line && !known.test(line)).slice(0, 5);
}

async function oneFile(browser) {
  const told = [];
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await open(context, single, told);
  check("links that lead nowhere", await broken(page), []);
  check("ids that stand twice", await repeated(page), []);
  check("links to files beside it", await page.$$eval("a[href]", (all) => all.map((a) => a.getAttribute("href")).filter((h) => !/^(#|[a-z]+:)/.test(h))), []);
  check("the policy allows by hashes alone", await page.$eval("meta[http-equiv]", (m) => !/unsafe|'self'.*script|https?:/.test(m.content)));
  await page.fill("form[data-search] input", "удалить аккаунт");
  await page.waitForSelector(".search-list a");
  check("the box finds the clause", await page.getAttribute(".search-list a", "href"), "#p3.1-2");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".search-results a");
  check("so does the list of results", await page.getAttribute(".search-results a", "href"), "#p3.1-2");
  await page.click(".search-results a");
  await page.waitForSelector("[id='p3.1-2'] mark");
  check("the clause is shown", new URL(page.url()).hash, "#p3.1-2");
  check("with the words of the question", (await page.$$eval("[id='p3.1-2'] mark", (all) => all.map((m) => m.textContent))).slice(0, 2), ["удалить", "аккаунт"]);
  check("what the texts do not answer is said so", await page.evaluate(async () => (await svod.find("", "расписание автобусов", {})).answered), false);
  await page.locator("[id='p2.4'] .number").first().click();
  check("a clause can be cited", await page.isVisible("dialog.cite"));
  await page.keyboard.press("Escape");
  const tools = (id) => page.locator(`article[id='${id}'] > .page-top [data-do]`);
  await tools("instructions-teacher").nth(1).click();
  check("so can each document", /^Инструкция педагога \(МАОУ /.test(await page.innerText(".cite-text")));
  await page.evaluate(() => { navigator.clipboard.writeText = (text) => { window.svodCopied = text; return Promise.resolve(); }; });
  await page.click("[data-do=link]");
  check("with a link of its own", (await page.evaluate(() => window.svodCopied)).split("#")[1], "instructions-teacher");
  await page.keyboard.press("Escape");
  const printed = await page.evaluate(() => {
    let seen;
    window.print = () => { seen = [...document.querySelectorAll(".printed")].map((e) => e.id).join(); };
    document.querySelector("article[id='instructions-teacher'] [data-do=print]").click();
    window.dispatchEvent(new Event("afterprint"));
    return [seen, document.querySelectorAll(".printed, .prints-one").length];
  });
  check("its button prints it alone, once", printed, ["instructions-teacher", 0]);
  await page.click(".reading summary");
  await page.check("input[name='svod-colours'][value='white-black']");
  check("the reading settings work", await page.$eval("html", (e) => getComputedStyle(e).backgroundColor), "rgb(0, 0, 0)");
  await page.click(".reading button[type=reset]");
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    check(`sideways at ${width} px`, await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
  }
  check("errors and requests", told, []);
  // The check itself asks past the policy, so it stands last, in a page of its own.
  const free = await (await browser.newContext({ bypassCSP: true })).newPage();
  await free.goto(pathToFileURL(single).href);
  check("axe-core", await violations(free), []);
  await free.emulateMedia({ media: "print" });
  check("paper shows the text", await free.locator("[id='p2.4']").isVisible());
  check("and neither settings nor search", (await free.locator(".reading, form.search, .side").evaluateAll((all) => all.filter((e) => e.offsetParent).length)), 0);
  const bare = await browser.newContext({ javaScriptEnabled: false });
  const still = await open(bare, single, told);
  check("without script everything is there", await still.locator("[id='instructions-teacher']").isVisible());
  check("errors without script", told, []);
  check("valid HTML", valid(single), []);
}

// Where there are several regulations, each is cited under its own name.
async function several(browser) {
  const project = path.join(scratch, "several");
  const files = {
    "site.yml": "title: Свод\n",
    "data/orders.yml": "- {id: o1, number: 1, date: 15.01.2026, title: О чатах, signed_by: {name: П. И. Орлов, position: директор}}\n- {id: o2, number: 2, date: 16.01.2026, title: О форме, signed_by: {name: П. И. Орлов, position: директор}}\n",
    "regulations/chaty/2026-01-15.md": "---\ntitle: Положение о чатах\norder: o1\n---\n\n## 1. Общее\n\n1.1. Чат ведёт учитель.\n",
    "regulations/forma/2026-01-16.md": "---\ntitle: Правила о форме\norder: o2\n---\n\n## 1. Общее\n\n1.1. Форму носят все.\n",
  };
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(project, "content", name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  }
  const file = path.join(project, "all.html");
  execFileSync(program, ["build", "--root", project, "--today", "2026-11-22", "--lang", "ru", "--single", file], { stdio: "pipe" });
  const told = [];
  const page = await open(await browser.newContext(), file, told);
  for (const [id, name] of [["regulations-chaty", "пункт 1.1 Положения о чатах, утверждённого приказом от 15.01.2026 № 1"], ["regulations-forma", "пункт 1.1 Правил о форме, утверждённых приказом от 16.01.2026 № 2"]]) {
    await page.locator(`article[id='${id}'] .clause .number`).click();
    check(`${id} is cited`, (await page.innerText(".cite-text")).replace(/\u00a0/g, " "), name);
    await page.keyboard.press("Escape");
  }
  check("errors where there are several", told, []);
}

// What an editor of a CMS leaves of a text.
const stripped = (html) => html.replace(/ (?:class|style|id)="[^"]*"/g, "");
const around = (html) => `<!doctype html><html lang="ru"><head><meta charset="utf-8"><title>Страница школы</title></head><body><main><h1>Страница школы</h1>\n${html}</main></body></html>`;

async function texts(browser) {
  const names = fs.readdirSync(folder).filter((name) => name.endsWith(".html"));
  const pasted = path.join(scratch, "pasted");
  fs.mkdirSync(pasted);
  for (const name of names) fs.writeFileSync(path.join(pasted, name), around(fs.readFileSync(path.join(folder, name), "utf8")));
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  for (const name of names) {
    const told = [];
    const file = path.join(pasted, name);
    const page = await open(context, file, told);
    check(`${name}: links that lead nowhere`, await broken(page), []);
    check(`${name}: ids that stand twice`, await repeated(page), []);
    const beside = await page.$$eval("a[href]", (all) => all.map((a) => a.getAttribute("href")).filter((h) => !/^(#|[a-z]+:)/.test(h)));
    for (const href of new Set(beside)) {
      const [to, anchor] = href.split("#");
      const target = path.join(pasted, to);
      check(`${name}: ${href}`, fs.existsSync(target) && (!anchor || fs.readFileSync(target, "utf8").includes(` id="${anchor}"`)));
    }
    check(`${name}: errors and requests`, told, []);
    await page.close();
  }
  check("valid HTML of the pasted texts", valid(pasted), []);
  // Nothing but words and structure is left.
  const page = await context.newPage();
  await page.setContent(around(stripped(fs.readFileSync(path.join(folder, "regulations-sferum.html"), "utf8"))));
  const text = (await page.innerText("main")).replace(/\u00a0/g, " ");
  const lines = text.split("\n").map((line) => line.trim()).filter(Boolean);
  for (const part of ["2. Организация работы на платформе", "2.4. Администратор ИКОП «Сферум»", "3.1. Участники образовательных отношений", "Действует с 15.10.2026"]) {
    check(`a line begins with «${part}»`, lines.some((line) => line.startsWith(part)));
  }
  const numbers = lines.map((line) => /^(\d+(?:\.\d+)*)\. /.exec(line)).filter(Boolean).map((m) => m[1]);
  check("sections and clauses in their order", numbers, ["1", "1.1", "2", "2.1", "2.2", "2.3", "2.4", "2.5", "3", "3.1", "3.2", "4", "4.1", "4.2", "4.3"]);
  check("an item is a line of its own", lines.some((line) => line.startsWith("удалить свой аккаунт")));
  check("headings follow one another", await page.$$eval("h1, h2, h3, h4, h5, h6", (all) => all.map((h) => +h.tagName[1]).every((level, i, levels) => i === 0 || level <= levels[i - 1] + 1)));
  check("axe-core on the stripped text", await violations(page), []);
  check("nothing but white space between words", /\S[.;:][А-Яа-яё]/.test(text.replace(/\S*@\S*|\S+\.ru|\S+\.example\S*/g, "")), false);
}

run(async () => {
  execFileSync(program, ["build", "--root", root, "--today", "2026-11-22", "--lang", "ru", "--single", single, "--fragment", folder], { stdio: "pipe" });
  const browser = await launch();
  // The checks find what they look for: a script that the policy does not know, and a link to nowhere.
  const spoilt = path.join(scratch, "spoilt.html");
  fs.writeFileSync(spoilt, fs.readFileSync(single, "utf8").replace("</body>", "<a href=\"#nowhere\">x</a><script>1</script></body>"));
  const told = [];
  const page = await open(await browser.newContext(), spoilt, told);
  if (!told.some((t) => /Content Security Policy/.test(t)) || (await broken(page)).join() !== "nowhere") throw new Error(`planted faults were missed: ${told}`);
  await oneFile(browser);
  await several(browser);
  await texts(browser);
  await browser.close();
  fs.rmSync(scratch, { recursive: true });
  finish(faults, `${done} things about one file and texts for a CMS`);
});
