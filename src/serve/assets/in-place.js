// Puts a new version of a page into the one that is shown. Where only words have changed, nothing has to be loaded
// anew and it is seen at once. What is not sure to come out as if it had been loaded is refused: then the page is
// reloaded. Scripts of the site keep what they hold on to, since elements that are the same in both versions stay.

/// Elements that no script of the site looks for, and their attributes that none reads.
const PLAIN = new Set("P EM STRONG CODE A S DEL SUB SUP B I BR UL OL LI BLOCKQUOTE PRE Q ABBR".split(" "));
const SAID = new Set(["href", "title", "lang"]);
const PREVIEW = "/.svod/preview.js";

/// The line of the preview in a page.
const ownLine = (page) => page.querySelector(`script[src="${PREVIEW}"]`);

/// What is to be done to the shown page, which once was `old`, for it to be `fresh`; null if that is not sure to do.
function stepsTo(old, fresh) {
  const scripts = [...fresh.scripts].filter((script) => !script.type || script.hasAttribute("src"));
  const known = scripts.every((script) => /^(\.\.\/)*assets\/js\/|^\/\.svod\//.test(script.getAttribute("src") || ""));
  const steps = [];
  return known && compared(old.documentElement, fresh.documentElement, document.documentElement, steps) ? steps : null;
}

/// Whether `fresh` can be had from `live`, which once was `old`; how, is added to the steps.
function compared(old, fresh, live, steps) {
  if (old.isEqualNode(fresh)) return true;
  if (old.nodeType !== fresh.nodeType || old.nodeName !== fresh.nodeName || old.nodeName !== live.nodeName) return false;
  if (old.nodeType === Node.TEXT_NODE) {
    // A script may have put other words there.
    if (live.data !== old.data) return false;
    steps.push(() => (live.data = fresh.data));
    return true;
  }
  if (old.nodeType !== Node.ELEMENT_NODE) return false;
  if (old.nodeName === "SCRIPT" && old.type !== "application/ld+json") return old.getAttribute("src") === PREVIEW;
  if (old.nodeName === "META" && old.content !== fresh.content && old.name) {
    const said = fresh.content;
    steps.push(() => (live.content = said));
    return true;
  }
  if (!sameAttributes(old, fresh)) return false;
  const [was, is, now] = [old, fresh, live].map((element) => [...element.childNodes]);
  // Scripts may have added something at the end, but nothing between.
  if (now.length < was.length || !was.every((node, i) => node.nodeName === now[i].nodeName)) return false;
  if (was.length === is.length) {
    const pairs = [];
    if (was.every((node, i) => compared(node, is[i], now[i], pairs))) {
      steps.push(...pairs);
      return true;
    }
  }
  let first = 0;
  while (first < was.length && first < is.length && was[first].isEqualNode(is[first])) first++;
  let end = 0;
  while (end < Math.min(was.length, is.length) - first && was.at(-1 - end).isEqualNode(is.at(-1 - end))) end++;
  const gone = now.slice(first, was.length - end);
  const come = is.slice(first, is.length - end);
  const untouched = gone.every((node, i) => node.isEqualNode(was[first + i]));
  if (!untouched || ![...gone, ...come].every(plain)) return false;
  const after = now[was.length - end] || null;
  steps.push(() => {
    gone.forEach((node) => node.remove());
    come.forEach((node) => live.insertBefore(document.importNode(node, true), after));
  });
  return true;
}

function sameAttributes(a, b) {
  const names = a.getAttributeNames();
  return names.length === b.getAttributeNames().length && names.every((name) => a.getAttribute(name) === b.getAttribute(name));
}

function plain(node) {
  if (node.nodeType === Node.TEXT_NODE) return true;
  return PLAIN.has(node.nodeName) && node.getAttributeNames().every((name) => SAID.has(name)) && [...node.childNodes].every(plain);
}

