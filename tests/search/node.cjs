// Runs the browser's search over a built site in node: scripts are read from disk as a page would load them.
"use strict";
const fs = require("fs");
const path = require("path");
const vm = require("vm");

// Opens the search of the site in `folder`; `read` counts what is loaded.
function open(folder, onRead) {
  const context = vm.createContext({ Promise, Map, Set, Uint8Array, TextDecoder, console, setTimeout });
  const run = (file) => {
    const text = fs.readFileSync(path.join(folder, file), "utf8");
    if (onRead) onRead(file, text);
    vm.runInContext(text, context, { filename: file });
  };
  const tree = {
    appendChild(element) {
      if (!element.src) return element;
      queueMicrotask(() => {
        try { run(element.src); } catch (error) { if (error.code !== "ENOENT") throw error; element.onerror(); return; }
        element.onload();
      });
      return element;
    },
  };
  context.document = { createElement: () => ({ remove() {}, attachShadow: () => tree }), body: tree };
  run("assets/js/search-find.js");
  return context.svod;
}

module.exports = { open };
