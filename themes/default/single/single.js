/* The site in one file: the index of the search stands in the page, so the script that finds asks here instead of
   loading files. */
(function () {
  "use strict";
  var svod = globalThis.svod = globalThis.svod || {};
  var index = null;

  svod.held = function (path) {
    var name = /^search\/(.+)\.js$/.exec(path);
    /* Scripts stand in the page; only the index is to be taken out, when it is first asked for. */
    if (!name && path !== "assets/search-index.js") { return; }
    index = index || JSON.parse(document.getElementById("svod.index").textContent);
    globalThis.svodSearch(name ? name[1] : "", index[name ? name[1] : ""]);
  };
}());
