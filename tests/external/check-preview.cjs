#!/usr/bin/env node
// `svod serve` as an editor meets it: files are edited, a real browser is watched.
//
//   check-preview.cjs SITE PROGRAM      CHROMIUM, NODE_PATH: set by tests/run; SITE is not looked at
"use strict";
const { spawn } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { chromium } = require("playwright-core");

const program = fs.realpathSync(process.argv[3]);
const root = fs.mkdtempSync(path.join(os.tmpdir(), "svod-preview-"));
const content = path.join(root, "content");
fs.cpSync(path.join(__dirname, "../../content"), content, { recursive: true });
const act = path.join(content, "regulations/sferum", fs.readdirSync(path.join(content, "regulations/sferum")).sort().pop());
const orders = path.join(content, "data/orders.yml");

const pause = (ms) => new Promise((done) => setTimeout(done, ms));
const faults = [];
let passed = 0;

function expect(what, holds) {
  if (holds) passed++;
  else throw new Error(`expected: ${what}`);
}

async function until(what, ask, ms = 5000) {
  const end = Date.now() + ms;
  let last;
  while (Date.now() < end) {
    try {
      last = await ask();
      if (last) {
        passed++;
        return last;
      }
    } catch {
      // The page is being loaded.
    }
    await pause(5);
  }
  throw new Error(`in ${ms} ms it did not happen that ${what}`);
}

let server = null;

function start(extra = []) {
  server = spawn(program, ["serve", "--root", root, "--today", "2026-11-22", "--lang", "ru", ...extra], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  server.stderr.resume();
  return new Promise((done, fail) => {
    let said = "";
    server.stdout.on("data", (data) => {
      said += data;
      const address = said.match(/http:\S+/);
      if (address) done(address[0]);
    });
    server.on("exit", (code) => fail(new Error(`the preview ended with ${code}`)));
  });
}

function stop() {
  return new Promise((done) => {
    const began = Date.now();
    server.removeAllListeners("exit");
    server.on("exit", (code) => done([code, Date.now() - began]));
    server.kill("SIGINT");
  });
}

// Saves as editors do: aside, then by renaming.
function save(file, text) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file + ".swp", text);
  fs.renameSync(file + ".swp", file);
}

const edit = (file, from, to) => {
  const text = fs.readFileSync(file, "utf8");
  if (!text.includes(from)) throw new Error(`${file} has no “${from}”`);
  save(file, text.replace(from, to));
};

// Short words are bound to the next by spaces that do not break.
const text = (page) => page.evaluate(() => document.querySelector("main").innerText.replaceAll("\u00a0", " "));
const shadow = (page, selector) =>
  page.evaluate((selector) => {
    const host = document.querySelector("svod-preview");
    const found = host && [...host.shadowRoot.querySelectorAll(selector)].find((e) => !e.closest("[hidden]"));
    return found ? found.innerText : null;
  }, selector);

(async () => {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run"],
  });
  const context = await browser.newContext({ viewport: { width: 1000, height: 600 } });
  context.on("weberror", (e) => faults.push(`script: ${e.error().message}`));
  const open = async (address) => {
    const page = await context.newPage();
    page.on("console", (m) => /Content Security Policy|Uncaught/.test(m.text()) && faults.push(m.text()));
    await page.goto(address);
    await until("the bar is there", () => shadow(page, ".count"));
    return page;
  };

  let base = await start();
  let page = await open(base + "regulations/sferum.html");
  expect("nothing found at first", /Замечаний нет/.test(await shadow(page, ".count")));

  // A clause far below is changed: the page comes anew, shows it and marks it.
  const lines = fs.readFileSync(act, "utf8").split("\n");
  const last = lines.map((line) => /^\d+\.\d+\.\s/.test(line)).lastIndexOf(true);
  const clause = lines[last];
  const times = [];
  for (let round = 0; round < 7; round++) {
    const mark = `Правка номер ${round}.`;
    await page.evaluate(() => scrollTo(0, 0));
    const changed = lines.with(last, `${clause} ${mark}`).join("\n");
    const began = performance.now();
    save(act, changed);
    await page.waitForFunction((mark) => document.querySelector("main")?.innerText.includes(mark), mark, { polling: 5 });
    times.push(performance.now() - began);
    const seen = await until("the changed clause is marked and in sight", () =>
      page.evaluate((mark) => {
        const marked = [...document.querySelectorAll("[data-svod-changed]")].find((e) => e.innerText.includes(mark));
        const box = marked && marked.getBoundingClientRect();
        return box && box.top >= 0 && box.bottom <= innerHeight && { marked: document.querySelectorAll("[data-svod-changed]").length };
      }, mark)
    );
    expect("little else is marked", seen.marked <= 4);
  }

  // Where one reads stays where it is, if the change is in sight.
  const top = await page.evaluate(() => scrollY);
  expect("the page was scrolled", top > 0);
  save(act, lines.with(last, `${clause} Ещё правка.`).join("\n"));
  await until("the edit is seen", async () => (await text(page)).includes("Ещё правка."));
  await pause(200);
  expect("the same place", Math.abs((await page.evaluate(() => scrollY)) - top) < 3);

  // Another page is edited: this one is left in peace.
  await page.evaluate(() => (window.kept = true));
  save(path.join(content, "guide/new.md"), "# Новая страница\n\nТекст.\n");
  save(path.join(content, "guide/new.md"), "# Новая страница\n\nДругой текст.\n");
  const other = await until("the new page is served", async () => {
    const response = await fetch(base + "guide/new.html");
    return response.ok && (await response.text()).includes("Другой текст");
  });
  expect("the new page", other);

  // Words are put into the open page, anything else loads it; either way it is as if it had been opened now.
  const draft = path.join(content, "guide/new.md");
  const fresh = await open(base + "guide/new.html");
  await page.goto(base + "guide/new.html");
  await until("the bar of the page that is edited", () => shadow(page, ".count"));
  const whole = (page) =>
    page.evaluate(() => {
      document.querySelectorAll("[data-svod-changed]").forEach((e) => e.removeAttribute("data-svod-changed"));
      document.querySelectorAll("[style='']").forEach((e) => e.removeAttribute("style"));
      return document.title + document.body.innerHTML.replace(/<script src="\/\.svod[^>]*>/, "");
    });
  const plain = "# Новая страница\n\nПервый абзац.\n\n## Раздел\n\n- пункт\n- другой\n\n| а | б |\n|---|---|\n| в | г |\n";
  const edits = [
    [plain, null],
    [plain.replace("Первый", "Другой первый"), true],
    [plain.replace("Первый", "**Другой** [первый](index.md)"), true],
    [plain.replace("абзац.", "абзац.\n\nИ ещё один абзац."), true],
    [plain.replace("- другой", "- другой\n- третий"), true],
    [plain.replace("| в |", "| в2 |"), true],
    [plain.replace("абзац.\n", ""), true],
    [plain.replace("## Раздел", "## Глава"), false],
    [plain + "\n## Ещё раздел\n\nТекст.\n", false],
    [plain + "\n![Знак](/sign.svg)\n", false],
    [plain.replace("# Новая страница", "# Самая новая страница"), null],
    [plain, null],
  ];
  fs.writeFileSync(path.join(content, "sign.svg"), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  const apart = edits.flatMap((edit) => [edit, [plain, null]]);
  for (const [i, [source, stays]] of apart.entries()) {
    await until("the page can be compared", async () => {
      await page.evaluate(() => (window.kept = true));
      await pause(300);
      return page.evaluate(() => window.kept);
    });
    save(draft, source);
    await until(`edit ${i} is as if opened now`, async () => {
      await fresh.goto(base + "guide/new.html");
      await pause(100);
      const text = await (await fetch(base + "guide/new.html")).text();
      const shown = await page.evaluate(() => document.querySelector("main").innerText.length);
      return shown && text.includes(source.match(/^# (.*)/)[1]) && (await whole(page)) === (await whole(fresh));
    });
    if (stays !== null) expect(`edit ${i} ${stays ? "is put in place" : "loads the page"}`, (await page.evaluate(() => window.kept === true)) === stays);
  }
  await fresh.close();
  await page.goto(base + "regulations/sferum.html");
  await until("the bar again", () => shadow(page, ".count"));

  // A style is put in without loading the page.
  const style = path.join(root, "themes/default/css/svod.css");
  await until("the page is quiet", async () => {
    await page.evaluate(() => (window.kept = true));
    await pause(400);
    return page.evaluate(() => window.kept);
  });
  const original = await (await fetch(base + "assets/css/svod.css")).text();
  const sheets = () => page.evaluate(() => document.querySelectorAll("link[rel~=stylesheet]").length);
  const before = await sheets();
  save(style, original + "\nmain { outline: 7px solid rgb(1, 2, 3) }\n");
  await until("the style is seen", () =>
    page.evaluate(() => getComputedStyle(document.querySelector("main")).outlineColor === "rgb(1, 2, 3)")
  );
  expect("no reload for a style", await page.evaluate(() => window.kept === true));
  expect("as many style sheets as before", (await sheets()) === before);

  // An error: the page stays, the panel explains; mended, it goes.
  const good = fs.readFileSync(orders, "utf8");
  save(orders, good + "\n- id: [\n");
  await until("the panel is there", async () => /orders\.yml:\d+:\d+/.test((await shadow(page, ".list")) || ""));
  expect("the old page under it", (await text(page)).includes("Ещё правка."));
  expect("it says that the page is old", /до ошибки/.test(await shadow(page, ".list")));
  expect("an explanation", /Что это значит/.test(await shadow(page, ".list")));
  await page.evaluate(() => document.querySelector("svod-preview").shadowRoot.querySelector("summary").click());
  expect("its text", /YAML/.test(await shadow(page, ".explain")));
  await page.keyboard.press("Escape");
  await until("it can be put away", async () => (await shadow(page, ".list")) === null);
  save(orders, good);
  await until("it is gone when mended", async () => /Замечаний нет/.test((await shadow(page, ".count")) || ""));

  // The site as on another day, and back.
  await page.goto(base + "index.html");
  await until("the bar", () => shadow(page, ".day"));
  const pick = (value) =>
    page.evaluate((value) => {
      const input = document.querySelector("svod-preview").shadowRoot.querySelector(".date");
      input.value = value;
      input.dispatchEvent(new Event("change"));
    }, value);
  await pick("2027-05-02");
  await until("the other day", async () => /02\.05\.2027/.test(await text(page)));
  await until("a way back", () => shadow(page, ".back"));
  await page.goto(base + "guide/index.html");
  await page.goto(base + "index.html");
  expect("the day is kept from page to page", /02\.05\.2027/.test(await text(page)));
  await until("the bar again", () => shadow(page, ".back"));
  await page.evaluate(() => document.querySelector("svod-preview").shadowRoot.querySelector(".back").click());
  await until("today", async () => /22\.11\.2026/.test(await text(page)));

  // More pages than a browser has connections for one host.
  await page.goto(base + "regulations/sferum.html");
  const tabs = [page];
  for (let i = 0; i < 9; i++) tabs.push(await open(base + "regulations/sferum.html"));
  save(act, lines.with(last, `${clause} Во всех вкладках.`).join("\n"));
  for (const [i, tab] of tabs.entries()) await until(`every tab follows (${i})`, async () => (await text(tab)).includes("Во всех вкладках."));
  // The one that listened for all is closed; another takes over.
  await tabs.shift().close();
  save(act, lines.with(last, `${clause} В остальных.`).join("\n"));
  for (const tab of tabs) await until("the others follow", async () => (await text(tab)).includes("В остальных."));
  for (const tab of tabs.splice(1)) await tab.close();
  page = tabs[0];

  // The machine sleeps, and wakes after an edit.
  await context.setOffline(true);
  save(act, lines.with(last, `${clause} Во сне.`).join("\n"));
  await pause(1500);
  await context.setOffline(false);
  await until("it catches up", async () => (await text(page)).includes("Во сне."), 15000);

  // A page is deleted and put back under the eyes of its reader.
  await page.goto(base + "guide/new.html");
  await until("the bar of the new page", () => shadow(page, ".count"));
  fs.rmSync(path.join(content, "guide/new.md"));
  await until("it is gone", async () => !(await text(page)).includes("Другой текст"));
  save(path.join(content, "guide/new.md"), "# Новая страница\n\nСнова здесь.\n");
  await until("it is back", async () => (await text(page)).includes("Снова здесь."));

  // The program ends at once, and starts again later; open pages follow by themselves.
  await page.goto(base + "regulations/sferum.html");
  await until("the bar once more", () => shadow(page, ".count"));
  const [code, took] = await stop();
  expect("it ends well", code === 0);
  expect(`it ends at once (${took} ms)`, took < 500);
  save(act, lines.with(last, `${clause} Без программы.`).join("\n"));
  await pause(1000);
  await start(["--port", String(new URL(base).port)]);
  await until("the page follows after a restart", async () => (await text(page)).includes("Без программы."), 10000);

  // The very first build fails: the findings are seen all the same.
  await stop();
  save(orders, good + "\n- id: [\n");
  base = await start();
  await page.goto(base);
  await until("the panel at the very first build", async () => /orders\.yml:\d+/.test((await shadow(page, ".list")) || ""));
  save(orders, good);
  await until("the site when mended", async () => /Замечаний нет/.test((await shadow(page, ".count")) || ""));
  await until("its home page", async () => (await text(page)).length > 200);
  await stop();
  await browser.close();
  if (faults.length) throw new Error(faults.join("\n"));
  times.sort((a, b) => a - b);
  console.log(`${passed} expectations held; from save to the page in the browser ${Math.round(times[3])} ms (median of ${times.length})`);
})()
  .catch((error) => {
    console.error(error.message || error);
    process.exitCode = 1;
  })
  .finally(() => {
    if (server) server.kill("SIGKILL");
    fs.rmSync(root, { recursive: true, force: true });
    process.exit();
  });
