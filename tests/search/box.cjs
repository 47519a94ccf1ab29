// What a reader does with the search beyond asking well: half words, slips, signs, filters that fit nothing, a network
// that fails or is slow, the Tab key, a phone with large letters: node box.cjs SITE, in Chromium.
"use strict";
const assert = require("assert");
const path = require("path");
const { launch } = require("../external/shared/browser.cjs");
const { serve } = require("./server.cjs");

const site = path.resolve(process.argv[2]);
const only = process.argv[3] || "";
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const input = "form[data-search] input";
let passed = 0, failed = 0, server, browser;

async function check(name, work) {
  if (!name.includes(only)) return;
  server.refuse = server.wait = () => false;
  const context = await browser.newContext({ viewport: { width: 1200, height: 800 } });
  try { await work(context); passed++; } catch (error) { failed++; console.log(`FAILED ${name}\n  ${error.stack.split("\n").slice(0, 8).map((l) => l.slice(0, 300)).join("\n  ")}`); }
  await context.close();
}

async function open(context, address, base = server.base) {
  const page = await context.newPage();
  page.errors = [];
  page.on("pageerror", (error) => page.errors.push(error.message));
  page.on("console", (m) => { if (m.type() === "error" && !/favicon|Failed to load resource/.test(m.text())) page.errors.push(m.text()); });
  await page.goto(base + address, { waitUntil: "load" });
  return page;
}
const ask = (query) => `search.html?q=${encodeURIComponent(query)}`;
async function results(context, address, base) {
  const page = await open(context, address, base);
  await page.waitForFunction(() => { const e = document.querySelector(".search-count"); return e && e.textContent && !/Ищу/.test(e.textContent); }, null, { timeout: 15000 });
  return page;
}
const count = (page) => page.$eval(".search-count", (e) => e.textContent);
async function type(page, text, delay = 0) {
  await page.focus(input);
  if (!delay) { await page.keyboard.type(text); return; }
  for (const letter of text) {
    await page.keyboard.insertText(letter);
    await pause(delay);
  }
}
const state = (page) => page.$eval(".search-state", (e) => e.textContent);
// Once the box has nothing more to say of what is typed.
const settled = (page) => page.waitForFunction(() => /^(?!Ищу)./.test(document.querySelector(".search-state").textContent) && document.querySelector(".search-list").getAttribute("aria-busy") !== "true", null, { timeout: 15000 });

const tests = {
  "half a word and Enter agree": async (context) => {
    for (const half of ["ненорматив", "несанкц", "безвозм"]) {
      const page = await open(context, "index.html");
      await type(page, half);
      await settled(page);
      const first = await page.$eval(".search-list .found", (e) => [e.textContent, e.className]);
      assert.match(await state(page), /^(Найден|Показаны)/, half);
      await Promise.all([page.waitForURL(/search\.html/), page.keyboard.press("Enter")]);
      await page.waitForSelector(".search-results .found", { timeout: 10000 });
      assert.match(await count(page), /^(Найден|Показаны)/, half);
      assert.deepEqual(await page.$eval(".search-results .found", (e) => [e.textContent, e.className]), first);
      assert.ok(await page.$(".search-results mark"), `${half} is marked`);
      await page.close();
    }
  },
  "one letter and signs ask for nothing": async (context) => {
    const page = await open(context, "index.html");
    for (const text of ["м", "к", "???", "😀"]) {
      await page.fill(input, text);
      await pause(900);
      assert.deepEqual([await state(page), await page.isVisible(".search-list")], ["", false], text);
    }
    for (const text of ["и в на", "пп"]) {
      await page.fill(input, text);
      await pause(1200);
      assert.doesNotMatch(await state(page) + await page.$eval(".search-list", (e) => e.textContent), /запрещено/, text);
    }
    const found = await results(context, ask("и в на"));
    assert.match(await count(found), /^Добавьте слово/);
    assert.equal(await found.locator(".search-results li").count(), 0);
  },
  "a number that no clause has is told, with what is nearest": async (context) => {
    for (const query of ["п. 2.6", "2.6", "пункт 2.6"]) {
      const page = await results(context, ask(query));
      assert.match(await count(page), /^Пункта или раздела 2\.6 в действующих текстах нет/, query);
      assert.match(await page.$eval(".search-results li", (e) => e.textContent), /^Раздел 2/, query);
      await page.close();
    }
    const none = await results(context, ask("п. 99.9"));
    assert.equal(await count(none), "Пункта или раздела 99.9 в действующих текстах нет.");
  },
  "a half word is not told that there is no answer": async (context) => {
    const page = await open(context, "index.html");
    const said = [];
    await page.exposeFunction("heard", (text) => said.push(text));
    await page.evaluate(() => new MutationObserver(() => globalThis.heard(document.querySelector(".search-state").textContent)).observe(document.querySelector(".search-state"), { childList: true }));
    await type(page, "номенклатура дел", 150);
    await pause(1500);
    assert.ok(said.length <= 2 && !/расклад|yjv/.test(said.join()), said.join(" | "));
  },
  "what was found is marked, in the list and in the page": async (context) => {
    for (const [query, part] of [["видео-конференц-связь", /видео/i], ["ссылка-приглашение", /приглаш/i], ["info@sferum.ru", /^info@sferum\.ru$/], ["prof-sferum.ru", /^prof-sferum\.ru$/],
      ["273-ФЗ", /^273-ФЗ$/], ["04-423", /^04-423$/], ["1.2.3685-21", /^1\.2\.3685-21$/], ["админ", /^админ/i], ["elfkbnm frrfeyn", /^удал/i], ["удолить аккаунт", /^удал/i], ["учётная запись", /^(учётн|аккаунт)/i]]) {
      const page = await results(context, ask(query));
      const marks = await page.$$eval(".search-results mark", (e) => e.map((m) => m.textContent));
      assert.ok(marks.some((m) => part.test(m)), `${query}: in the list ${marks}`);
      const href = await page.$eval(".search-results a", (e) => e.href);
      await page.goto(href);
      await page.waitForSelector("main mark", { timeout: 10000 }).catch(() => { throw new Error(`${query}: nothing in ${href}`); });
      const there = await page.$$eval("main mark", (e) => e.map((m) => m.textContent));
      assert.ok(there.some((m) => part.test(m)), `${query}: in the page ${there}`);
      assert.deepEqual(page.errors, []);
      await page.close();
    }
  },
  "other words for the same are marked in the page": async (context) => {
    for (const [query, part] of [["вотсап", /мессенджер/i], ["закрыть профиль", /удалить|аккаунт/i]]) {
      const page = await results(context, ask(query));
      await page.goto(await page.$eval(".search-results a", (e) => e.href));
      await page.waitForSelector("main mark", { timeout: 10000 }).catch(() => { throw new Error(`${query}: nothing in ${page.url()}`); });
      const there = await page.$$eval("main mark", (e) => e.map((m) => m.textContent));
      assert.ok(there.some((m) => part.test(m)), `${query}: ${there}`);
      await page.close();
    }
  },
  "copied links carry no question": async (context) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const page = await open(context, `regulations/sferum.html?q=${encodeURIComponent("удалить")}#p3.1-2`);
    await page.waitForSelector("main mark");
    assert.equal(page.url(), server.base + "regulations/sferum.html#p3.1-2");
    assert.ok(await page.evaluate(() => document.querySelector(":target") !== null), "the place is still the one aimed at");
    await page.click("[id='p3.1'] .number");
    await page.click("[data-do=link]");
    await pause(200);
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), server.base + "regulations/sferum.html#p3.1");
  },
  "a missing file is told, and asked for again": async (context) => {
    for (const [missing, address] of [[/search-index\.js/, "index.html"], [/search-find\.js/, "index.html"], [/\/search\/.*\.js/, "index.html"]]) {
      server.refuse = (url) => missing.test(url);
      const page = await open(context, address);
      await type(page, "удалить аккаунт ");
      await page.waitForSelector(".search-list .search-none", { timeout: 10000 });
      assert.match(await page.$eval(".search-list", (e) => e.textContent), /Поиск не загрузился/, String(missing));
      assert.match(await state(page), /Поиск не загрузился/);
      server.refuse = () => false;
      await type(page, "п");
      await page.waitForSelector(".search-list .found", { timeout: 10000 });
      await page.close();
      server.refuse = (url) => missing.test(url);
      const whole = await open(context, ask("удалить аккаунт"));
      await whole.waitForFunction(() => /Поиск не загрузился/.test(document.querySelector("main").textContent));
      assert.ok(await whole.isVisible("[data-search-fallback]"), "the list of everything is there");
      await whole.close();
    }
    server.refuse = (url) => /search-page\.js/.test(url);
    const page = await open(context, ask("чат"));
    await page.waitForFunction(() => /Поиск не загрузился/.test(document.querySelector("main").textContent));
    assert.ok(await page.isVisible("[data-search-fallback]"));
  },
  "waiting is told, and what was there cannot be chosen": async (context) => {
    const page = await open(context, "index.html");
    await type(page, "удалить аккаунт");
    await settled(page);
    server.wait = (url) => /\/search\//.test(url);
    await type(page, " расписание");
    assert.equal(await page.$eval(".search-list", (e) => e.getAttribute("aria-busy")), "true");
    await page.keyboard.press("ArrowDown");
    assert.equal(await page.$eval(input, (e) => e.getAttribute("aria-activedescendant")), null);
    await page.waitForFunction(() => /Ищу/.test(document.querySelector(".search-state").textContent));
    assert.match(await page.$eval(".search-list", (e) => e.textContent), /^Ищу…$/);
    await page.waitForSelector(".search-list .found", { timeout: 15000 });
  },
  "counts are true, and more is shown": async (context) => {
    const page = await results(context, ask("чат"));
    assert.equal(await count(page), "Показаны первые 30");
    assert.equal(await page.locator(".search-results li").count(), 30);
    const first = await page.$$eval(".search-results a", (e) => e.map((a) => a.href));
    await page.click("text=Показать ещё");
    await page.waitForFunction(() => document.querySelectorAll(".search-results li").length > 30);
    const all = await page.$$eval(".search-results a", (e) => e.map((a) => a.href));
    assert.deepEqual(all.slice(0, 30), first);
    assert.equal(await page.evaluate(() => [...document.querySelectorAll(".search-results a")].indexOf(document.activeElement)), 30, "the first new one has the focus");
    while (await page.isVisible(".search-more")) { const n = await page.locator(".search-results li").count(); await page.click(".search-more"); await page.waitForFunction((n) => document.querySelectorAll(".search-results li").length > n, n); }
    const whole = await page.locator(".search-results li").count();
    assert.match(await count(page), new RegExp(`^Найдено ${whole} мест`));
    const box = await open(context, "index.html");
    await type(box, "чат");
    await settled(box);
    assert.equal(await state(box), "Показаны первые 6");
  },
  "filters that fit nothing say so and can be lifted": async (context) => {
    const page = await results(context, ask("пароль") + "&kind=order&for=pupil");
    assert.match(await count(page), /^По этим условиям ничего не найдено/);
    await page.click("text=Искать везде");
    await page.waitForSelector(".search-results li");
    assert.doesNotMatch(page.url(), /kind|for/);
    const odd = await results(context, ask("пароль") + "&kind=nonsense");
    assert.equal(await odd.$eval("select[name=kind]", (e) => e.selectedIndex), 0);
  },
  "an item of a section is not called an item of a clause": async (context) => {
    const page = await results(context, ask("СанПиН 1.2.3685-21"));
    const places = await page.$$eval(".search-results .found-place", (e) => e.map((p) => p.textContent));
    assert.match(places[0], /^Раздел 1, абзац \d/);
    assert.ok(places.some((p) => /^Пункт \d\.\d, абзац/.test(p)), places.join());
  },
  "Tab leaves the box for the page, and the list is shut": async (context) => {
    const page = await open(context, "index.html");
    await type(page, "удалить аккаунт");
    await settled(page);
    await page.keyboard.press("Tab");
    assert.equal(await page.isVisible(".search-list"), false);
    assert.equal(await page.evaluate(() => document.activeElement.closest("form[data-search]")), null);
  },
  "the title of the empty page comes back": async (context) => {
    const page = await open(context, "search.html");
    await page.waitForSelector(".search-page select");
    const title = await page.title();
    await page.fill(".search-page input[name=q]", "чат");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".search-results li");
    assert.notEqual(await page.title(), title);
    await page.goBack();
    await page.waitForFunction((t) => document.title === t, title);
  },
  "a spoilt address spoils nothing": async (context) => {
    const page = await open(context, "regulations/sferum.html?q=%D1%87%D0%B0%D1%82#%E0%A4%A");
    await page.waitForSelector("main mark");
    await page.keyboard.press("/");
    assert.equal(await page.evaluate(() => document.activeElement.getAttribute("role")), "combobox");
    assert.deepEqual(page.errors, []);
    assert.equal(await page.$eval(input, (e) => e.maxLength), 300);
    const long = await results(context, ask("чат ".repeat(200)));
    assert.ok((await long.$eval(".search-page input", (e) => e.value.length)) <= 300);
  },
  "a telephone number stays in one line": async (context) => {
    const page = await results(context, ask("обязательно ли ставить макс"));
    assert.ok((await page.$$eval(".search-count .nb", (e) => e.map((n) => n.textContent))).some((n) => /\d{2}/.test(n)));
  },
  "a typed question costs little": async (context) => {
    for (const question of ["как удалить аккаунт", "можно ли отказаться от сферума"]) {
      const page = await open(context, "index.html");
      server.sent.length = 0;
      await type(page, question, Number(process.env.KEY || 150));
      await settled(page);
      const bytes = server.sent.reduce((sum, [, size]) => sum + size, 0);
      console.log(`    ${question}: ${(bytes / 1000).toFixed(1)} kB in ${server.sent.length} requests`);
      assert.ok(bytes < 40000, String(bytes));
      await page.close();
    }
  },
};

// On a phone with letters of twice the size the whole list can be reached, and it goes with its box.
async function phone(context) {
  const page = await open(context, "index.html");
  await page.setViewportSize({ width: 360, height: 640 });
  await page.evaluate(() => { document.querySelector('input[name="svod-size"][value="200"]').checked = true; });
  await type(page, "персональные данные");
  await settled(page);
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.equal(sideways, 0);
  for (let n = 0; n < 6; n++) {
    await page.keyboard.press("ArrowDown");
    const box = await page.$eval('.found[aria-selected="true"]', (e) => { const r = e.getBoundingClientRect(); return { top: r.top, bottom: r.bottom, height: innerHeight }; });
    assert.ok(box.top < box.height && box.bottom > 0, JSON.stringify(box));
  }
  const end = await page.evaluate(() => { scrollTo(0, 1e6); const list = document.querySelector(".search-list"); const below = list.getBoundingClientRect().bottom + scrollY; return below <= document.documentElement.scrollHeight + 1; });
  assert.ok(end, "the end of the list can be scrolled to");
  const apart = await page.evaluate(() => { scrollTo(0, 0); const at = () => document.querySelector(".search-list").getBoundingClientRect().top - document.querySelector("form[data-search] input").getBoundingClientRect().top; const before = at(); scrollTo(0, 300); return Math.abs(at() - before); });
  assert.ok(apart < 2, `the list stays at its box: ${apart}`);
}

(async () => {
  server = await serve(site);
  browser = await launch();
  for (const [name, work] of Object.entries(tests)) await check(name, work);
  await check("a phone with letters of twice the size", phone);
  await browser.close();
  server.close();
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed ? 1 : 0);
})();
