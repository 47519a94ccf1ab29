#!/usr/bin/env node
// A site made of hostile words, in a real browser: nothing in it runs, nothing is asked of another host, from disk, over
// HTTP, in the search and in the preview with its findings.
//
//   check-hostile.cjs SITE PROGRAM      CHROMIUM, NODE_PATH: set by tests/run; SITE is not looked at
"use strict";
const { spawn, spawnSync } = require("node:child_process");
const fs = require("node:fs");
const http = require("node:http");
const os = require("node:os");
const path = require("node:path");
const { pathToFileURL } = require("node:url");
const { chromium } = require("playwright-core");

const program = fs.realpathSync(process.argv[3]);
const root = fs.mkdtempSync(path.join(os.tmpdir(), "svod-hostile-"));
const faults = [];
const fault = (where, text) => faults.push(`${where}: ${text}`);

// What runs in a browser if it comes through in any of the usual places.
const EVIL = [
  `"'><img src=x onerror=alert(1)>`,
  `</title></script><script>alert(2)</script>`,
  `<svg onload=alert(3)><a href="javascript:alert(4)">x</a></svg>`,
  `{{ 7 * 7 }}{% for x in y %}{{ x | safe }}`,
  `' onmouseover='alert(5)' autofocus onfocus='alert(6)`,
  `&lt;img src=x onerror=alert(7)&gt;`,
  `<!--><iframe srcdoc="<script>parent.alert(8)</script>">-->`,
  `]]></style><style>*{background:url(http://evil.example/9)}</style>`,
];
const evil = EVIL.join(" ");
const yaml = JSON.stringify(evil);
const LINKS = [
  "javascript:alert(10)", "JaVaScRiPt:alert(11)", "java&#10;script:alert(12)", "&#x6a;avascript:alert(13)", "data:text/html,<script>alert(14)</script>",
  "vbscript:alert(15)", "//evil.example/16", "\\\\evil.example\\17", "file:///etc/passwd", "http://evil.example/18\"onclick=alert(19)//",
];
const links = LINKS.map((to, n) => `[ссылка ${n}](<${to}> "${EVIL[0].replaceAll('"', "&quot;")}") ![рисунок ${n}](<${to}>) <${to}>`).join("\n\n");
const body = `# ${evil}\n\n${evil}\n\n## ${EVIL[0]} {#x"onclick=alert(20)}\n\n${links}\n\n| ${EVIL[0]} |\n|---|\n| ${EVIL[1]} |\n\n` +
  `- [ ] ${EVIL[2]}\n\n\`${EVIL[3]}\`\n\n\`\`\`"><script>alert(21)</script>\n${evil}\n\`\`\`\n\n[^<img src=x onerror=alert(22)>]\n\n` +
  `[^<img src=x onerror=alert(22)>]: ${EVIL[4]}\n\n${EVIL[5]}\n\n<div>\n${EVIL[6]}\n</div>\n\n${EVIL[7]}\n\n> [!NOTE]\n> ${evil}\n\nчат\n: ${evil}\n\n[[${EVIL[0]}|x]]\n`;

const site = (raw) => ({
  "site.yml": `title: ${yaml}\nraw_html: ${raw}\ninspector_page: public\ndeadline_panel: full\nformer_staff: show\n` +
    `organization: {name: ${yaml}, short_name: ${yaml}, founder: ${yaml}, address: ${yaml}, phone: ${yaml}, email: ${yaml}, director: d}\n`,
  "regulations/a/2026-01-01.md": `---\ntitle: ${yaml}\nshort_title: ${yaml}\nsummary: ${yaml}\ndescription: ${yaml}\norder: o1\n` +
    `approval: [{act: adopted, body: ${yaml}, protocol: ${yaml}, date: 2025-12-20}]\n---\n\n## 1. ${evil}\n\n1.1. ${evil}\n\n- ${EVIL[0]};\n- пункт 1.1 ${EVIL[2]}.\n\n1.2. ${EVIL[1]}\n`,
  "instructions/teacher.md": `---\ntitle: ${yaml}\naudience: [teacher]\nregulation: a\nimplements: ["1.1"]\nreviewed: 2026-02-01\n---\n\n${body}`,
  "orders/o2.md": `${body}`,
  "guide/index.md": `---\ntitle: ${yaml}\ndescription: ${yaml}\n---\n${body}`,
  "guide/<img src=x onerror=alert(30)>.md": `# Имя файла\n\nТекст.\n`,
  "guide/'\"><svg onload=alert(31)>.md": body,
  "files/<img src=x onerror=alert(32)>.pdf": "%PDF-1.4",
  "index.md": `${body}\n\n[файл](<files/&lt;img src=x onerror=alert(32)&gt;.pdf>)\n`,
  "data/staff.yml": `- {id: d, name: ${yaml}, name_accusative: ${yaml}, positions: [{title: ${yaml}, category: management}], contacts: [{kind: phone, value: ${yaml}, basis: 1802-10}]}\n` +
    `- {id: t, name: ${yaml}, positions: [{title: ${yaml}, category: teaching}]}\n`,
  "data/roles.yml": `- {id: r, title: ${yaml}, clauses: ["a#1.1"], eligible: [teaching]}\n`,
  "data/orders.yml": `- {id: o1, number: ${yaml}, date: 2025-12-25, title: ${yaml}, place: ${yaml}, preamble: ${yaml}, points: [${yaml}], signed_by: {name: ${yaml}, position: ${yaml}}, appoints: [{person: t, role: r, as_written: {name: ${yaml}, position: ${yaml}}}], file: "files/<img src=x onerror=alert(32)>.pdf"}\n` +
    `- {id: o2, number: "2", date: 2026-01-25, title: ${yaml}, signed_by: {name: ${yaml}, position: ${yaml}}}\n`,
  "data/decisions.yml": `- {id: y, regulation: a, school_year: 2026/2027, date: 2026-08-30, body: ${yaml}, protocol: ${yaml}, text: ${yaml}}\n`,
  "data/deadlines.yml": `- {id: may, title: ${yaml}, clause: "a#1.1", due: 05-01, requires: [decision, edition]}\n`,
  "data/publications.yml": `- {document: "decision:y", date: 2026-09-01, url: "javascript:alert(33)", by: t}\n- {document: "edition:a@2026-01-01", date: 2026-01-10, url: ${yaml}, by: t}\n`,
  "data/acts.yml": `- {id: l, kind: ${yaml}, issuer: ${yaml}, date: 2012-12-29, number: ${yaml}, title: ${yaml}, short: ${yaml}, url: "javascript:alert(34)"}\n`,
  "data/terms.yml": `- {id: chat, term: чат, means: ${yaml}, abbreviation: ${yaml}, synonyms: [${yaml}]}\n`,
  "data/questions.yml": `- {question: ${yaml}, also_asked: [${yaml}], text: ${yaml}, see: ["1.1"]}\n`,
});

function lay(folder, files) {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, "content", name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  }
}

// Builds with every error allowed that the words cause, so that as much as possible comes onto pages.
function build(folder) {
  const ask = (allow) =>
    spawnSync(program, ["build", "--root", folder, "--today", "2026-11-22", "--format", "json", ...allow.flatMap((c) => ["--allow", c])], { encoding: "utf8", maxBuffer: 1 << 28 });
  const unable = ["internal", "template-fault", "yaml-syntax", "unreadable", "missing-key", "wrong-type"];
  const allowed = new Set();
  // Some faults show only when others are let pass.
  for (let round = 0; round < 5; round++) {
    const ran = ask([...allowed]);
    if (ran.status === 0) return path.join(folder, "public");
    if (ran.status !== 1) throw new Error(`the hostile site is not built: ${ran.stderr}`);
    const errors = JSON.parse(ran.stderr).filter((f) => f.severity === "error");
    const strange = errors.filter((f) => unable.includes(f.code) || allowed.has(f.code));
    if (strange.length) throw new Error(`the hostile site is not read as it should be: ${JSON.stringify(strange, null, 1)}`);
    errors.forEach((f) => allowed.add(f.code));
  }
  throw new Error(`the hostile site is not built with ${[...allowed]} allowed`);
}

function pages(folder, below = "") {
  return fs.readdirSync(path.join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const name = below + entry.name;
    if (entry.isDirectory()) return pages(folder, name + "/");
    return name.endsWith(".html") ? [name] : [];
  });
}

function serve(folder) {
  const types = { html: "text/html; charset=utf-8", css: "text/css", js: "text/javascript", json: "application/json" };
  const server = http.createServer((request, response) => {
    const file = path.join(folder, decodeURIComponent(new URL(request.url, "http://x").pathname));
    if (!fs.existsSync(file) || fs.statSync(file).isDirectory()) return response.writeHead(404).end();
    response.writeHead(200, { "Content-Type": types[path.extname(file).slice(1)] || "application/octet-stream" });
    fs.createReadStream(file).pipe(response);
  });
  return new Promise((done) => server.listen(0, "127.0.0.1", () => done(server)));
}

// What no page of ours may have, whatever it was made of.
const torn = (raw) => {
  const bad = [];
  // Facts for machines are data, which no browser runs.
  const isFacts = (element) => {
    if (element.type !== "application/ld+json") return false;
    try { JSON.parse(element.textContent); return true; } catch { return false; }
  };
  const look = (scope) => {
    for (const element of scope.querySelectorAll("*")) {
      if (element.shadowRoot) look(element.shadowRoot);
      const name = element.localName;
      for (const { name: key, value } of element.attributes) {
        if (key.startsWith("on") && key !== "on") bad.push(`${name} ${key}`);
        if (["href", "src", "action", "formaction"].includes(key) && /^\s*(javascript|vbscript|data:text)/i.test(element[key] || value)) bad.push(`${name} ${key}=${value}`);
      }
      if (name === "script" && !element.src && !isFacts(element)) bad.push("a script in the page");
      // A site that lets raw HTML through has the picture, cleaned.
      if (!raw && name === "img" && element.getAttribute("src") === "x") bad.push("img src=x");
      if (["iframe", "object", "embed", "base"].includes(name)) bad.push(name);
    }
  };
  look(document);
  return bad;
};

async function watched(context, base, raw = false) {
  const page = await context.newPage();
  page.raw = raw;
  page.where = "";
  page.on("dialog", async (dialog) => { fault(page.where, `a dialog: ${dialog.message()}`); await dialog.dismiss(); });
  page.on("pageerror", (error) => fault(page.where, `script: ${error.message}`));
  page.on("console", (m) => /Content Security Policy|Refused to/.test(m.text()) && fault(page.where, m.text()));
  page.on("request", (r) => r.url().startsWith(base) || r.url().startsWith("data:image/") || fault(page.where, `asked for ${r.url()}`));
  return page;
}

async function look(page, address) {
  page.where = address;
  await page.goto(address, { waitUntil: "load" });
  for (const found of await page.evaluate(torn, page.raw)) fault(page.where, found);
}

// Focus and the pointer wake what waits for them.
const touch = (page) => page.evaluate(() => {
  for (const element of document.querySelectorAll("main *")) {
    for (const name of ["mouseover", "focus", "pointerenter", "toggle"]) element.dispatchEvent(new Event(name));
  }
});

async function search(page, base) {
  for (const question of [...EVIL, evil, ...LINKS, "1.1", "%", "a".repeat(6000), "\0\u202e\ud800", "__proto__ constructor toString"]) {
    page.where = `${base}search.html with ${question.slice(0, 60)}`;
    await page.goto(`${base}search.html?q=${encodeURIComponent(question.toWellFormed())}`, { waitUntil: "load" });
    await page.waitForTimeout(150);
    for (const found of await page.evaluate(torn, page.raw)) fault(page.where, found);
  }
  // Typed into the box of a page, letter by letter.
  await page.goto(`${base}index.html`);
  const box = page.locator("input[type=search]:visible").first();
  if (await box.count()) {
    page.where = "typed into the box";
    await box.fill(EVIL[0]);
    await page.waitForTimeout(500);
    for (const found of await page.evaluate(torn, page.raw)) fault(page.where, found);
    await box.press("Enter");
    await page.waitForLoadState("load");
    await page.waitForTimeout(300);
    for (const found of await page.evaluate(torn, page.raw)) fault(page.where, found);
  }
  for (const query of ["?q=%", "?q=%ff%fe", "?q=a&q=b&kind=<img src=x onerror=alert(40)>", "?kind=%22%3E%3Cimg%20src=x%20onerror=alert(41)%3E&q=1.1", "#<img src=x onerror=alert(42)>", "?q[]=x"]) {
    await look(page, `${base}search.html${query}`);
    await page.waitForTimeout(100);
  }
}

// The checks above find what they look for.
async function selfTest(context) {
  const folder = path.join(root, "spoilt");
  fs.mkdirSync(folder);
  fs.writeFileSync(path.join(folder, "a.html"), `<!doctype html><title>x</title><main><img src=x onerror=alert(1)><a href="javascript:1">x</a><img src="http://127.0.0.1:9/x"><script>throw new Error("thrown")</script></main>`);
  const base = pathToFileURL(folder + path.sep).href;
  const page = await watched(context, base);
  await look(page, base + "a.html");
  await page.close();
  const found = faults.splice(0).join("\n");
  for (const part of ["a dialog: 1", "img onerror", "a href=javascript:1", "asked for http://127.0.0.1:9", "script: thrown", "a script in the page"]) {
    if (!found.includes(part)) throw new Error(`the hostile check missed a planted fault (${part}):\n${found}`);
  }
}

let preview = null;
function startPreview(folder) {
  preview = spawn(program, ["serve", "--root", folder, "--today", "2026-11-22", "--lang", "ru", "--port", "0"], { stdio: ["ignore", "pipe", "pipe"] });
  preview.stderr.resume();
  return new Promise((done, fail) => {
    let said = "";
    preview.stdout.on("data", (data) => {
      const address = (said += data).match(/http:\S+/);
      if (address) done(address[0]);
    });
    preview.on("exit", (code) => fail(new Error(`the preview ended with ${code}`)));
  });
}

(async () => {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic", "--no-first-run"],
  });
  const context = await browser.newContext();
  await selfTest(context);
  let count = 0;
  for (const raw of [false, true]) {
    const folder = path.join(root, `raw-${raw}`);
    lay(folder, site(raw));
    const built = build(folder);
    const names = pages(built);
    const server = await serve(built);
    const over = `http://127.0.0.1:${server.address().port}/`;
    const page = await watched(context, over, raw);
    for (const name of names) {
      await look(page, over + name.split("/").map(encodeURIComponent).join("/"));
      await touch(page);
      count++;
    }
    await search(page, over);
    await page.close();
    const disk = pathToFileURL(built + path.sep).href;
    const local = await watched(context, disk, raw);
    for (const name of ["index.html", "search.html?q=" + encodeURIComponent(EVIL[0]), "regulations/a.html"]) await look(local, disk + name);
    await local.waitForTimeout(200);
    await local.close();
    server.close();
  }

  // The preview: the same pages with its panel, then findings whose source lines are hostile.
  const folder = path.join(root, "raw-true");
  const base = await startPreview(folder);
  const page = await watched(context, base, true);
  for (const name of ["index.html", "guide/index.html", "responsible.html"]) await look(page, base + name);
  fs.appendFileSync(path.join(folder, "content/data/staff.yml"), `- {"${EVIL[0].replaceAll('"', "'")}": ${yaml}, id: "<img src=x onerror=alert(50)>", name: 1}\n`);
  fs.writeFileSync(path.join(folder, "content/guide/<b onclick=alert(51)>.md"), `---\ntitle: [<script>alert(52)</script>\n---\n[${EVIL[0]}](<${EVIL[0]}.md>)\n`);
  page.where = "the panel of findings";
  await page.waitForFunction(() => {
    const host = document.querySelector("svod-preview");
    return host && host.shadowRoot && /staff\.yml/.test(host.shadowRoot.textContent);
  }, null, { timeout: 20000 });
  for (const found of await page.evaluate(torn, page.raw)) fault(page.where, found);
  await page.evaluate(() => document.querySelector("svod-preview").shadowRoot.querySelectorAll("summary").forEach((s) => s.click()));
  await page.waitForTimeout(300);
  for (const found of await page.evaluate(torn, page.raw)) fault(page.where, found);
  for (const address of ["<img src=x onerror=alert(60)>.html", "no/<script>alert(61)</script>", "search.html?q=<img src=x onerror=alert(62)>", ".svod/state?path=<svg onload=alert(63)>", "?svod-today=<img src=x onerror=alert(64)>"]) {
    page.where = address;
    await page.goto(base + address.replaceAll("<", "%3C").replaceAll(">", "%3E").replaceAll(" ", "%20"), { waitUntil: "load" });
    await page.waitForTimeout(150);
    for (const found of await page.evaluate(torn, page.raw)) fault(page.where, found);
  }
  await browser.close();
  if (faults.length) throw new Error([...new Set(faults)].slice(0, 60).join("\n"));
  console.log(`${count} pages of hostile words, the search and the preview: nothing ran, nothing was asked of another host`);
})()
  .catch((error) => {
    console.error(error.message || error);
    process.exitCode = 1;
  })
  .finally(() => {
    if (preview) preview.removeAllListeners("exit").kill("SIGKILL");
    fs.rmSync(root, { recursive: true, force: true });
    process.exit();
  });
