/* Refreshes what depends on the day of reading. Everything is readable without it. */
(function () {
  "use strict";

  var DAY = 24 * 60 * 60 * 1000;

  /* Whole days from the reader's today to the due day; civil dates, so clock changes do not matter. */
  function daysUntil(due) {
    var parts = due.split("-").map(Number);
    var now = new Date();
    var today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
    return Math.round((Date.UTC(parts[0], parts[1] - 1, parts[2]) - today) / DAY);
  }

  function pluralForm(panel, count) {
    var form = "many";
    if (window.Intl && Intl.PluralRules) {
      var rule = new Intl.PluralRules(document.documentElement.lang).select(count);
      form = rule === "one" || rule === "few" ? rule : "many";
    }
    return panel.getAttribute("data-" + form);
  }

  function refresh(panel) {
    var days = daysUntil(panel.getAttribute("data-deadline"));
    if (isNaN(days)) { return; }
    if (days < 0) {
      /* The day has passed since the site was made: what happened by then is not known here, so nothing is claimed. */
      var body = panel.querySelector(".panel-body");
      if (!body) { return; }
      var sentence = document.createElement("p");
      sentence.className = "state";
      sentence.textContent = panel.getAttribute("data-passed");
      body.textContent = "";
      body.appendChild(sentence);
      panel.className = "panel panel-passed";
      return;
    }
    var left = panel.querySelector(".days-left");
    if (left) { left.textContent = days > 0 ? pluralForm(panel, days).replace("{n}", String(days)) : ""; }
  }

  Array.prototype.forEach.call(document.querySelectorAll("[data-deadline]"), refresh);
})();
