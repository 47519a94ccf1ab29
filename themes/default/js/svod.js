/* Days left, the place in the contents, meanings of terms. Everything is readable without it. */
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

  /* Folds that the width shows open are said to be open, so that readers by ear hear the same. */
  Array.prototype.forEach.call(document.querySelectorAll(".fold"), function (fold) {
    var summary = fold.querySelector("summary");
    if (summary && getComputedStyle(summary).display === "none") { fold.open = true; }
  });

  /* Contents: the line of the section that is read now is marked. */
  function follow(toc) {
    var lines = [];
    Array.prototype.forEach.call(toc.querySelectorAll("a[href^='#']"), function (link) {
      var place = document.getElementById(decodeURIComponent(link.getAttribute("href").slice(1)));
      if (place) { lines.push({ link: link, place: place }); }
    });
    var marked = null;
    var waiting = false;
    function mark() {
      waiting = false;
      var line = Math.max(120, window.innerHeight / 4);
      var now = null;
      lines.forEach(function (entry) {
        if (entry.place.getBoundingClientRect().top <= line) { now = entry.link; }
      });
      if (now === marked) { return; }
      if (marked) { marked.removeAttribute("aria-current"); }
      if (now) { now.setAttribute("aria-current", "true"); }
      marked = now;
    }
    function soon() {
      if (!waiting) { waiting = true; window.requestAnimationFrame(mark); }
    }
    window.addEventListener("scroll", soon, { passive: true });
    window.addEventListener("resize", soon, { passive: true });
    mark();
  }
  var toc = document.querySelector(".toc");
  if (toc && window.requestAnimationFrame) { follow(toc); }

  /* Terms: what the word means, on hover, on focus and by a tap; Esc takes it away. */
  var meanings = {};
  Array.prototype.forEach.call(document.querySelectorAll("a.term[data-means]"), function (link) {
    meanings[link.getAttribute("href")] = link.getAttribute("data-means");
  });
  var box = null;
  var owner = null;
  var closing = 0;

  function hide() {
    clearTimeout(closing);
    if (owner) { owner.removeAttribute("aria-describedby"); }
    if (box) { box.remove(); }
    box = owner = null;
  }
  function show(link) {
    clearTimeout(closing);
    if (owner === link) { return; }
    hide();
    owner = link;
    box = document.createElement("div");
    box.className = "meaning";
    box.id = "svod.meaning";
    box.setAttribute("role", "tooltip");
    var text = document.createElement("p");
    text.textContent = meanings[link.getAttribute("href")];
    box.appendChild(text);
    box.addEventListener("mouseenter", function () { clearTimeout(closing); });
    box.addEventListener("mouseleave", later);
    document.body.appendChild(box);
    link.setAttribute("aria-describedby", box.id);
    var at = link.getClientRects()[0] || link.getBoundingClientRect();
    var room = document.documentElement.clientWidth - box.offsetWidth - 8;
    box.style.left = Math.max(8, Math.min(at.left, room)) + window.scrollX + "px";
    var above = at.top - box.offsetHeight - 6;
    var below = link.getBoundingClientRect().bottom + 6;
    var fits = below + box.offsetHeight <= window.innerHeight || above < 0;
    box.style.top = (fits ? below : above) + window.scrollY + "px";
  }
  function later() {
    clearTimeout(closing);
    closing = setTimeout(hide, 250);
  }
  function termOf(event) {
    var link = event.target.closest ? event.target.closest("a.term") : null;
    return link && meanings[link.getAttribute("href")] ? link : null;
  }
  /* The last thing that pointed: a finger has no hover, so its first tap shows and its second one follows the link. */
  var pointer = "mouse";
  document.addEventListener("pointerdown", function (event) {
    pointer = event.pointerType;
    if (box && !box.contains(event.target) && termOf(event) !== owner) { hide(); }
  });
  document.addEventListener("mouseover", function (event) {
    var link = termOf(event);
    if (link && pointer !== "touch") { show(link); }
  });
  document.addEventListener("mouseout", function (event) { if (termOf(event)) { later(); } });
  document.addEventListener("focusin", function (event) {
    var link = termOf(event);
    if (link && pointer !== "touch") { show(link); } else if (!link) { hide(); }
  });
  document.addEventListener("click", function (event) {
    var link = termOf(event);
    if (link && pointer === "touch" && owner !== link) {
      event.preventDefault();
      show(link);
    }
  });
  document.addEventListener("keydown", function (event) {
    pointer = "keyboard";
    if (event.key === "Escape") { hide(); }
  });
})();
