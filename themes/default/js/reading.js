/* Remembers the reading settings from page to page. It stands right after them, before the text is drawn. */
(function () {
  "use strict";

  var form = document.querySelector("form.reading");
  if (!form) { return; }
  var KEY = "svod-reading";

  /* A browser may refuse storage; then the choice holds for the page. */
  function load() {
    try { return JSON.parse(localStorage.getItem(KEY)) || {}; } catch (refused) { return {}; }
  }
  function save(choices) {
    try {
      if (choices) { localStorage.setItem(KEY, JSON.stringify(choices)); } else { localStorage.removeItem(KEY); }
    } catch (refused) { /* Nothing to be done. */ }
  }
  function each(work) {
    Array.prototype.forEach.call(form.querySelectorAll("input"), work);
  }
  function show() {
    var choices = load();
    each(function (input) {
      var chosen = Object.prototype.hasOwnProperty.call(choices, input.name);
      input.checked = chosen ? choices[input.name] === input.value : input.defaultChecked;
    });
    /* A choice that is no longer offered leaves the first one. */
    each(function (input) {
      if (input.defaultChecked && !form.querySelector("input[name='" + input.name + "']:checked")) { input.checked = true; }
    });
  }

  form.addEventListener("change", function () {
    var choices = {};
    each(function (input) { if (input.checked && !input.defaultChecked) { choices[input.name] = input.value; } });
    save(choices);
  });
  form.addEventListener("reset", function () { save(null); });
  /* A page that comes back from memory takes over what was chosen since. */
  window.addEventListener("pageshow", function (event) {
    if (event.persisted) { show(); }
  });
  show();
})();
