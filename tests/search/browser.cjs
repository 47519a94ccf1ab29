// The box and the page of results in Chromium: node browser.cjs SITE. From a server in a sub-folder with a strict
// policy, and from disk; on a desk and on a phone; with the keyboard alone; and without script.
"use strict";
const assert = require("assert");
const path = require("path");
const { launch } = require("../external/shared/browser.cjs");
const { serve } = require("./server.cjs");

const site = path.resolve(process.argv[2]);
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
let passed = 0, failed = 0;
async function check(name, work) {
  try { await work(); passed++; } catch (error) { failed++; console.log(`FAILED ${name}\n  ${error.stack.split("\n").slice(0, 4).join("\n  ")}`); }
}

async function type(page, text) {
  await page.keyboard.press("/");
  await page.keyboard.type(text);
  await page.waitForFunction(() => { const list = document.querySelector(".search-list"); return list && !list.hidden && list.getAttribute("aria-busy") !== "true"; }, null, { timeout: 15000 });
  await page.waitForFunction(() => /^(?!Ищу)./.test(document.querySelector(".search-state").textContent), null, { timeout: 15000 });
}
const input = "form[data-search] input";

async function tests(name, base, browser, width) {
  const open = async (address) => {
    const page = await browser.newPage();
    await page.setViewportSize({ width, height: 800 });
    page.errors = [];
    page.on("pageerror", (error) => page.errors.push(error.message));
    page.on("console", (message) => { if (message.type() === "error" && !/favicon/.test(message.location().url || "")) page.errors.push(message.text()); });
    await page.goto(base + address, { waitUntil: "load" });
    return page;
  };
  const run = (what, work) => check(`${name}, ${what}`, work);

  await run("results as one types, with the keyboard", async () => {
    const page = await open("instructions/teacher.html");
    await type(page, "как удалить аккаунт");
    const first = await page.$eval(".search-list .found", (e) => [e.textContent, e.getAttribute("role"), !!e.querySelector("mark")]);
    assert.match(first[0], /3\.1/);
    assert.deepEqual(first.slice(1), ["option", true]);
    await page.keyboard.press("ArrowDown");
    const state = await page.$eval(input, (e) => ({ role: e.getAttribute("role"), open: e.getAttribute("aria-expanded"), active: e.getAttribute("aria-activedescendant"), list: e.getAttribute("aria-controls") }));
    assert.equal(state.role, "combobox");
    assert.equal(state.open, "true");
    assert.equal(await page.evaluate((s) => document.getElementById(s.list).getAttribute("role") + document.getElementById(s.active).getAttribute("aria-selected"), state), "listboxtrue");
    await page.keyboard.press("Escape");
    assert.equal(await page.$eval(input, (e) => e.getAttribute("aria-expanded")), "false");
    await page.keyboard.press("ArrowDown");
    await pause(300);
    await page.keyboard.press("ArrowDown");
    await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
    assert.match(page.url(), /regulations\/sferum\.html#p3\.1-2$/, "the question is no part of the address");
    await page.waitForSelector("main mark");
    assert.deepEqual((await page.$$eval("main mark", (e) => e.map((m) => m.textContent))).slice(0, 2), ["удалить", "аккаунт"]);
    assert.deepEqual(page.errors, []);
    await page.close();
  });
  await run("roles in the accessibility tree, and the count announced", async () => {
    const page = await open("index.html");
    await page.keyboard.down("Control"); await page.keyboard.press("k"); await page.keyboard.up("Control");
    await page.keyboard.type("муниципальный куратор");
    await page.waitForSelector(".search-list .found", { timeout: 10000 });
    await pause(500);
    const { nodes } = await (await page.context().newCDPSession(page)).send("Accessibility.getFullAXTree");
    const box = nodes.find((n) => n.role && n.role.value === "combobox");
    assert.ok(box && box.name.value && box.properties.some((p) => p.name === "expanded" && p.value.value), "combobox with a name, expanded");
    assert.ok(nodes.some((n) => n.role && n.role.value === "option"), "options");
    assert.match(await page.$eval(".search-state[role=status]", (e) => e.textContent), /\d/);
    await page.close();
  });
  await run("no answer is said, and what is near stands apart", async () => {
    const page = await open("index.html");
    await type(page, "обязательно ли ставить макс");
    assert.match(await page.$eval(".search-list .search-none", (e) => e.textContent), /ответа на этот вопрос нет/);
    assert.ok(await page.$$eval(".search-list .found", (e) => e.every((f) => f.classList.contains("similar"))));
    await page.close();
  });
  await run("Enter leads to the page of results; filters and the back button", async () => {
    const page = await open("index.html");
    await type(page, "создать чат");
    await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
    await page.waitForSelector(".search-results li", { timeout: 10000 });
    const all = await page.$$eval(".search-results li", (e) => e.length);
    await page.selectOption("select[name=kind]", "instruction");
    await pause(500);
    assert.match(page.url(), /kind=instruction/);
    assert.ok(await page.$$eval(".search-results .found-source", (e) => e.length && e.every((s) => s.textContent.startsWith("инструкция"))));
    await page.selectOption("select[name=for]", "teacher");
    await pause(500);
    assert.ok(await page.$$eval(".search-results .found", (e) => e.length && e.every((f) => !/parents|management/.test(f.href))));
    await page.goBack(); await pause(500);
    await page.goBack(); await pause(700);
    assert.equal(await page.$$eval(".search-results li", (e) => e.length), all);
    assert.deepEqual(page.errors, []);
    await page.close();
  });
  await run("superseded editions only when asked for", async () => {
    const page = await open("search.html?q=" + encodeURIComponent("удалить аккаунт"));
    await page.waitForSelector(".search-results li", { timeout: 10000 });
    assert.ok(await page.$$eval(".search-results a", (e) => e.every((a) => !/2024-04-15/.test(a.href))));
    await page.click("input[name=old]");
    await pause(800);
    assert.ok(await page.$$eval(".search-results a", (e) => e.some((a) => /2024-04-15/.test(a.href))));
    await page.close();
  });
  await run("svod.search for scripts", async () => {
    const page = await open("index.html");
    const hits = await page.evaluate(() => globalThis.svod.search("абзац второй пункта 2.3", { limit: 3 }));
    assert.equal(hits[0].address, "2.3/1");
    assert.deepEqual(Object.keys(hits[0]).sort(), ["address", "edition", "kind", "regulation", "score", "similar", "title", "url"]);
    const only = await page.evaluate(() => globalThis.svod.search("администратор", { kinds: ["role", "term"] }));
    assert.ok(only.length && only.every((h) => h.kind === "role" || h.kind === "term"));
    const order = await page.evaluate(() => globalThis.svod.search("187"));
    assert.match(order[0].url, /prikaz-2026-187/);
    assert.ok(order.every((h) => h.title && !h.similar));
    const editions = (question) => page.evaluate((q) => globalThis.svod.search(q, { limit: 3 }).then((h) => [h[0].edition, h[0].address]), question);
    assert.deepEqual(await editions("п. 2.2 в редакции от 15.04.2024"), ["2024-04-15", "2.2"], "the edition that is named comes first");
    assert.deepEqual(await editions("старая редакция удалить аккаунт"), ["2024-04-15", "3.1/2"]);
    assert.notEqual((await editions("удалить аккаунт"))[0], "2024-04-15");
    assert.deepEqual(await page.evaluate(() => Promise.all([0, 2, -1].map((limit) => globalThis.svod.search("чаты", { limit }).then((h) => h.length)))), [0, 2, 10]);
    await page.close();
  });
  await run("no sideways scrolling, and the list within the window", async () => {
    const page = await open("index.html");
    await type(page, "персональные данные");
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    const box = await page.$eval(".search-list", (e) => { const r = e.getBoundingClientRect(); return [r.left, innerWidth - r.right]; });
    assert.ok(box[0] >= 0 && box[1] >= 0, box.join());
    await page.close();
  });
}

(async () => {
  const server = await serve(site);
  const browser = await launch();
  const http = server.base;
  await tests("sub-folder", http, browser, 1200);
  await tests("phone", http, browser, 320);
  await tests("disk", "file://" + site + "/", browser, 1200);
  await check("without script the box leads to the table of contents", async () => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(http + "index.html");
    await page.focus(input);
    await page.keyboard.type("чат");
    await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
    assert.match(page.url(), /contents\.html/);
    await page.close();
  });
  await browser.close();
  server.close();
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed ? 1 : 0);
})();
