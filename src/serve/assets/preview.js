// The preview's own script: asks what has changed, reloads or restyles, shows findings. It is put into pages by
// `svod serve` alone and is no part of a site.
(() => {
  "use strict";
  const script = document.currentScript;
  if (!script || document.querySelector("svod-preview")) return;
  const seen = { ...script.dataset };
  const STORE = "svod-preview";

  // ---- What changed ----

  let asking = false;
  let again = false;
  let leaving = false;
  let panel = null;

  async function ask() {
    if (leaving) return;
    if (asking) {
      again = true;
      return;
    }
    asking = true;
    const query = new URLSearchParams({
      path: location.pathname,
      text: seen.text,
      styles: seen.styles,
      panel: panel ? panel.tag : "",
    });
    try {
      const response = await fetch("/.svod/state?" + query, { cache: "no-store" });
      if (response.ok) await take(await response.json());
    } catch {
      // The program is not there; the next ring or the next look asks once more.
    }
    asking = false;
    if (again) {
      again = false;
      ask();
    }
  }

  async function take(state) {
    if (state.do === "reload" && !(state.in_place && state.assets === seen.assets && (await put()))) {
      leaving = true;
      remember();
      history.scrollRestoration = "manual";
      location.reload();
      return;
    }
    if (state.do === "styles") {
      restyle(state.sheets);
      seen.styles = state.styles;
    }
    if (state.panel) {
      panel = state.panel;
      draw();
    }
  }

  // The page as it came, to compare with what comes next. Nothing is asked of the program for it: the browser has it.
  let came = null;
  addEventListener("load", () => setTimeout(keep, 100));

  async function keep() {
    try {
      const page = parsed(await (await fetch(location.href, { cache: "force-cache" })).text());
      if (ownLine(page).dataset.text === seen.text) came = page;
    } catch {
      // Without it the page is reloaded.
    }
  }

  function parsed(text) {
    return new DOMParser().parseFromString(text, "text/html");
  }

  /// Puts the new page in the place of the old one; false if it is to be loaded.
  async function put() {
    if (!came) return false;
    const response = await fetch(location.href, { cache: "no-cache" });
    const fresh = parsed(await response.text());
    const line = ownLine(fresh);
    if (!response.ok || !line || line.dataset.assets !== seen.assets) return false;
    document.querySelectorAll("[data-svod-changed]").forEach(unmark);
    const steps = stepsTo(came, fresh);
    if (!steps || !steps.length) return false;
    const before = { left: scrollX, top: scrollY, blocks: blocks().map(([, value]) => value) };
    steps.forEach((step) => step());
    came = fresh;
    seen.text = line.dataset.text;
    // For the findings, and for styles that changed in the same moment.
    again = true;
    const changed = changedSince(before.blocks);
    place(before, changed[0]);
    changed.slice(0, 40).forEach(mark);
    return true;
  }

  function restyle(sheets) {
    const links = document.querySelectorAll("link[rel~=stylesheet]");
    links.forEach((link, index) => {
      const sheet = sheets[index];
      if (!sheet) return;
      const fresh = link.cloneNode();
      fresh.href = sheet[0] + "?" + sheet[1];
      // The old one goes when the new one is there, so that the page is never seen bare.
      fresh.onload = fresh.onerror = () => link.remove();
      link.after(fresh);
    });
  }

  // ---- The same place after reloading, and the changed place marked ----

  const BLOCKS = "p,li,h1,h2,h3,h4,h5,h6,td,th,pre,dt,dd,caption,figcaption,summary,blockquote,div";

  /// Blocks of the page with the hash of the text that is their own, not of blocks inside.
  function blocks() {
    const root = document.querySelector("main") || document.body;
    const own = new Map();
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const block = node.parentElement.closest(BLOCKS) || root;
      if (node.parentElement.closest("script,style") || !node.data.trim()) continue;
      own.set(block, (own.get(block) || "") + node.data);
    }
    return [...own].map(([element, text]) => [element, hash(text)]);
  }

  function hash(text) {
    let value = 5381;
    for (let i = 0; i < text.length; i++) value = ((value * 33) ^ text.charCodeAt(i)) | 0;
    return value;
  }

  function remember() {
    const kept = {
      path: location.pathname,
      left: scrollX,
      top: scrollY,
      blocks: blocks().map(([, value]) => value),
      inner: scrolled().map((element) => element.scrollTop),
      open: [...document.querySelectorAll("details")].map((details) => details.open),
    };
    try {
      sessionStorage.setItem(STORE, JSON.stringify(kept));
    } catch {
      // A full or forbidden store costs the place, not the reload.
    }
  }

  function scrolled() {
    return [...document.querySelectorAll("nav,aside,[data-scroll]")];
  }

  function recall() {
    let kept = null;
    try {
      kept = JSON.parse(sessionStorage.getItem(STORE));
      sessionStorage.removeItem(STORE);
    } catch {
      return;
    }
    if (!kept || kept.path !== location.pathname) return;
    const details = document.querySelectorAll("details");
    if (details.length === kept.open.length) details.forEach((one, i) => (one.open = kept.open[i]));
    scrolled().forEach((element, i) => (element.scrollTop = kept.inner[i] || 0));
    const changed = changedSince(kept.blocks);
    place(kept, changed[0]);
    // Pictures may have come late, and the browser may have gone to the anchor of the address.
    addEventListener("load", () => requestAnimationFrame(() => place(kept, changed[0])), { once: true });
    changed.slice(0, 40).forEach(mark);
  }

  /// Blocks that are not as they were, from the first to the last.
  function changedSince(before) {
    const now = blocks();
    let first = 0;
    while (first < now.length && now[first][1] === before[first]) first++;
    let last = now.length;
    let old = before.length;
    while (last > first && old > first && now[last - 1][1] === before[old - 1]) {
      last--;
      old--;
    }
    return now.slice(first, last).map(([element]) => element);
  }

  function place(kept, changed) {
    scrollTo({ left: kept.left, top: kept.top, behavior: "instant" });
    if (!changed) return;
    for (let up = changed.parentElement; up; up = up.parentElement) {
      if (up.tagName === "DETAILS") up.open = true;
    }
    const box = changed.getBoundingClientRect();
    if (box.bottom < 0 || box.top > innerHeight) changed.scrollIntoView({ block: "center", behavior: "instant" });
  }

  function mark(element) {
    element.setAttribute("data-svod-changed", "");
    const glow = element.animate(
      [
        { backgroundColor: "rgba(255, 196, 0, 0.5)", boxShadow: "0 0 0 4px rgba(255, 196, 0, 0.5)" },
        { backgroundColor: "rgba(255, 196, 0, 0.5)", boxShadow: "0 0 0 4px rgba(255, 196, 0, 0.5)", offset: 0.4 },
        { backgroundColor: "rgba(255, 196, 0, 0)", boxShadow: "0 0 0 4px rgba(255, 196, 0, 0)" },
      ],
      { duration: 2500 }
    );
    glow.onfinish = () => unmark(element);
  }

  function unmark(element) {
    element.getAnimations().forEach((glow) => glow.cancel());
    element.removeAttribute("data-svod-changed");
  }

  // ---- The bell: one stream for all open pages, since browsers allow six connections to a host ----

  function listen(heard) {
    let stream = null;
    let last = performance.now();
    const alive = () => (last = performance.now());
    const open = () => {
      if (stream) stream.close();
      alive();
      stream = new EventSource("/.svod/events");
      stream.onopen = () => {
        alive();
        heard();
      };
      stream.addEventListener("beat", alive);
      stream.addEventListener("changed", () => {
        alive();
        heard();
      });
    };
    open();
    setInterval(() => {
      // Browsers give a stream up for good after some errors.
      if (stream.readyState === EventSource.CLOSED || performance.now() - last > 40000) open();
    }, 1000);
    return open;
  }

  let reopen = () => {};
  if (navigator.locks && window.BroadcastChannel) {
    const channel = new BroadcastChannel(STORE);
    channel.onmessage = ask;
    navigator.locks.request(STORE, () => {
      reopen = listen(() => {
        channel.postMessage("");
        ask();
      });
      return new Promise(() => {});
    });
  } else {
    reopen = listen(ask);
  }
  addEventListener("pageshow", ask);
  document.addEventListener("visibilitychange", () => document.hidden || ask());
  addEventListener("online", () => {
    reopen();
    ask();
  });
  let tick = Date.now();
  setInterval(() => {
    // After sleep the stream may be dead without knowing it.
    const slept = Date.now() - tick > 10000;
    tick = Date.now();
    if (slept) reopen();
    if (slept && !document.hidden) ask();
  }, 2000);
  setInterval(() => document.hidden || ask(), 30000);

  // ---- The bar and the panel ----

  const STYLE = `
    :host { all: initial; }
    * { box-sizing: border-box; }
    [hidden] { display: none !important; }
    .whole { position: fixed; z-index: 2147483647; left: 0; right: 0; bottom: 0; font: 15px/1.45 system-ui, sans-serif;
      color: #1c1c1c; display: flex; flex-direction: column; max-height: 70vh; pointer-events: none; }
    .whole > * { pointer-events: auto; }
    .bar { align-self: flex-end; display: flex; flex-wrap: wrap; gap: 8px; align-items: center; margin: 0 12px 12px;
      padding: 6px 10px; border-radius: 10px; background: #fff; border: 1px solid #8a8a8a;
      box-shadow: 0 2px 10px rgba(0, 0, 0, .2); }
    button, input { font: inherit; color: inherit; background: #fff; border: 1px solid #6b6b6b; border-radius: 6px;
      padding: 2px 8px; min-height: 28px; }
    button { cursor: pointer; }
    button:focus-visible, input:focus-visible, summary:focus-visible, .list:focus-visible { outline: 3px solid #1a5fb4;
      outline-offset: 1px; }
    .count.error { background: #b3261e; border-color: #b3261e; color: #fff; }
    .count.warning { background: #ffe08a; border-color: #8a6d00; }
    .day { display: flex; gap: 6px; align-items: center; }
    .asked { background: #dbe9ff; padding: 2px 8px; border-radius: 6px; }
    .list { overflow: auto; overscroll-behavior: contain; margin: 0 12px 8px; padding: 12px 16px; background: #fff;
      border: 1px solid #8a8a8a; border-radius: 10px; box-shadow: 0 2px 16px rgba(0, 0, 0, .3); }
    .list.error { border-top: 5px solid #b3261e; }
    .title { font-weight: 600; margin: 0; }
    .old { margin: 4px 0 0; }
    ol { margin: 8px 0 0; padding: 0; list-style: none; }
    li { padding: 10px 0; border-top: 1px solid #d0d0d0; }
    .label { font-weight: 600; }
    .error > .label { color: #b3261e; }
    .warning > .label { color: #755b00; }
    .note > .label { color: #3d3d3d; }
    .place { font-family: ui-monospace, monospace; font-size: 13px; overflow-wrap: anywhere; }
    pre { margin: 6px 0; padding: 6px 8px; background: #f2f2f2; border-radius: 6px; overflow: auto;
      font: 13px/1.5 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; tab-size: 4; }
    mark { background: #ffd8d4; color: inherit; outline: 1px solid #b3261e; }
    .help { margin: 4px 0; }
    details { margin-top: 4px; }
    summary { cursor: pointer; }
    .explain { white-space: pre-wrap; margin: 6px 0; }
    @media (prefers-color-scheme: dark) {
      .whole { color: #eee; }
      .bar, .list, button, input { background: #222; border-color: #888; color-scheme: dark; }
      pre { background: #303030; }
      mark { background: #5c1a16; }
      .error > .label { color: #ff9a92; }
      .warning > .label { color: #ffd866; }
      .note > .label { color: #ccc; }
      .count.warning { background: #ffe08a; color: #1c1c1c; }
      .count.error { background: #b3261e; }
      .asked { background: #1f3a63; }
    }
    @media print { .whole { display: none; } }
  `;

  const host = document.createElement("svod-preview");
  const root = host.attachShadow({ mode: "open" });
  const style = new CSSStyleSheet();
  style.replaceSync(STYLE);
  root.adoptedStyleSheets = [style];
  let folded = null;

  function make(name, attributes, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes || {})) {
      if (key.startsWith("on")) element[key] = value;
      else if (value !== null && value !== undefined) element.setAttribute(key, value);
    }
    element.append(...children.filter((child) => child !== null && child !== undefined));
    return element;
  }

  function draw() {
    const words = panel.words;
    const worst = panel.errors ? "error" : panel.warnings ? "warning" : "note";
    const id = panel.findings.map((f) => f.code + f.place).join("|");
    const inside = root.activeElement && root.activeElement.className;
    // Errors are shown at once; of warnings and notes the number is enough until somebody asks.
    if (folded === null || folded.id !== id) folded = { id, is: panel.errors === 0 };
    const list = make("section", { class: "list " + worst, "aria-label": words.panel, tabindex: "0" });
    list.append(make("p", { class: "title" }, panel.title));
    if (panel.old) list.append(make("p", { class: "old" }, panel.old));
    list.append(make("ol", {}, ...panel.findings.map((finding) => item(finding, words))));
    if (panel.more) list.append(make("p", {}, panel.more));
    list.hidden = folded.is || panel.findings.length === 0;
    const count = make(
      "button",
      {
        class: "count " + (panel.findings.length ? worst : "none"),
        type: "button",
        "aria-expanded": String(!list.hidden),
        onclick: () => {
          folded.is = !folded.is;
          draw();
        },
      },
      panel.short
    );
    count.disabled = panel.findings.length === 0;
    const bar = make("section", { class: "bar", "aria-label": words.bar }, count, day(words));
    const whole = make("div", { class: "whole", lang: panel.lang, "aria-live": "polite" }, list, bar);
    const top = root.querySelector(".list") ? root.querySelector(".list").scrollTop : 0;
    root.replaceChildren(whole);
    list.scrollTop = top;
    if (inside) {
      const same = root.querySelector("." + inside.split(" ")[0]);
      if (same) same.focus();
    }
    if (!host.isConnected) document.documentElement.append(host);
  }

  function item(finding, words) {
    const line = finding.line;
    const source =
      line && make("pre", {}, line.number + " │ " + line.before, make("mark", {}, line.marked), line.after);
    const explanation = panel.explanations[finding.code];
    return make(
      "li",
      { class: finding.severity },
      make("span", { class: "label" }, finding.label + ": "),
      finding.headline,
      finding.place ? make("div", { class: "place" }, finding.place) : null,
      source,
      finding.help ? make("p", { class: "help" }, make("b", {}, words.help + ": "), finding.help) : null,
      finding.detail ? make("pre", {}, finding.detail) : null,
      explanation
        ? make("details", {}, make("summary", {}, words.explain), make("div", { class: "explain" }, explanation))
        : null
    );
  }

  function go(value) {
    const address = new URL(location.href);
    address.searchParams.set("svod-today", value);
    location.href = address.href;
  }

  function day(words) {
    const input = make("input", { type: "date", class: "date", value: panel.day || panel.today, "aria-label": words.day });
    input.onchange = () => input.value && go(input.value);
    const back = panel.day && make("button", { type: "button", class: "back", onclick: () => go("") }, words.today);
    const label = make("span", { class: panel.day ? "asked" : "" }, words.day);
    return make("span", { class: "day" }, label, input, back);
  }

  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && folded && !folded.is && panel.findings.length) {
      folded.is = true;
      draw();
    }
  });

  recall();
  history.scrollRestoration = "auto";
})();
