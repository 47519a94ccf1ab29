// Runs the browser's search over a built site in node: scripts are read from disk as a page would load them.
"use strict";
const fs = require("fs");
const path = require("path");
const vm = require("vm");

// Opens the search of the site in `folder`; `read` counts what is loaded.
function open(folder, onRead) {
  const context = vm.createContext({ Promise, Map, Set, console, setTimeout });
  const run = (file) => {
    const text = fs.readFileSync(path.join(folder, file), "utf8");
    if (onRead) onRead(file, text);
    vm.runInContext(text, context, { filename: file });
  };
  context.document = {
    createElement: () => ({ remove() {} }),
    head: {
      appendChild(element) {
        queueMicrotask(() => {
          try { run(element.src); } catch (error) { if (error.code !== "ENOENT") throw error; element.onerror(); return; }
          element.onload();
        });
      },
    },
  };
  run("assets/js/search-find.js");
  return context.svod;
}

module.exports = { open };
