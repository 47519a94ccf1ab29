/* Tools of a page: printing, its link, its citation in the form of law. The number of a clause and the sign beside a
   heading open the same window for that place. Without the script both are links, and the browser prints. */
(function () {
  "use strict";

  var box = document.getElementById("svod.cite");
  var root = document.documentElement;
  if (!box || !box.showModal) {
    root.classList.add("no-tools");
    return;
  }
  var list = box.querySelector("select");
  var shown = box.querySelector(".cite-text");
  var said = box.querySelector(".cite-said");
  var places = [];

  function each(found, work) { Array.prototype.forEach.call(found, work); }
  function own(element) {
    var copy = element.cloneNode(true);
    each(copy.querySelectorAll(".number, .self, ul, ol, aside, .image-text"), function (part) { part.remove(); });
    return copy.textContent.replace(/\s+/g, " ").trim();
  }
  function lead(text) {
    return text.length > 60 ? text.slice(0, 58).replace(/\s\S*$/, "") + "…" : text;
  }
  function cite(place) { return place.getAttribute("data-cite"); }
  function isPage(place) { return place.classList.contains("page-tools"); }
  function isHeading(place) { return /^H\d$/.test(place.tagName); }

  /* Where a place stands: the page, or a document of the file that holds many. */
  function around(place) { return place.closest("article[id]") || document.querySelector("main") || document.body; }
  function here() { return places[list.selectedIndex]; }
  function link() {
    var place = here();
    var id = isPage(place) ? around(place).tagName === "ARTICLE" && around(place).id : place.id;
    /* The question by which one came here is no part of it; of the page of results it is. */
    var asks = document.querySelector("[data-search-page]:not([hidden])");
    return location.href.split(asks ? "#" : /[?#]/)[0] + (id ? "#" + id : "");
  }
  function citation() {
    var place = here();
    var act = place.closest("[data-cited-as]");
    var page = around(place).querySelector(".page-tools");
    if (isPage(place) || !page) { return cite(place) || ""; }
    if (act && cite(place)) { return cite(place) + " " + act.getAttribute("data-cited-as"); }
    return isHeading(place) ? box.getAttribute("data-part").replace("{page}", cite(page)).replace("{part}", own(place).replace(/«/g, "„").replace(/»/g, "“")) : cite(page);
  }
  /* Numbers of acts stay in one line, as they do on the page. */
  function refresh() {
    shown.textContent = "";
    citation().split(/(№\s\S+)/).forEach(function (part, i) {
      var word = document.createElement("span");
      word.textContent = part;
      word.className = i % 2 ? "nb" : "";
      shown.appendChild(word);
    });
    said.textContent = "";
  }
  function named(place) {
    if (isPage(place)) { return list.getAttribute("data-whole"); }
    if (!cite(place)) { return lead(own(place)); }
    var heading = place.matches(".section") ? place.querySelector("h2, h3, h4, h5, h6") : place;
    /* Of a clause its number says enough; of what stands in it, its first words. */
    return cite(place) + (heading && !place.matches(".clause") ? " — " + lead(own(heading)) : "");
  }

  /* What may be cited with a place: in a clause, what stands in it, inner clauses left out; of a page its parts. */
  function beside(place) {
    var found = [];
    if (cite(place) && !isPage(place) && place.closest(".act")) {
      var whole = place.closest(".clause, .section") || place;
      each(whole.querySelectorAll("[data-cite]"), function (inner) {
        if (inner.closest(".clause, .section") === whole) { found.push(inner); }
      });
      return [whole].concat(found);
    }
    each(around(place).querySelectorAll(".page-tools, .section[data-cite], .point[data-cite], [id] > .self"), function (part) {
      var one = part.matches(".self") ? part.parentNode : part;
      if (part === one || isHeading(one) || one === place) { found.push(one); }
    });
    return found;
  }

  function open(place) {
    places = beside(place);
    list.textContent = "";
    places.forEach(function (one) {
      var option = document.createElement("option");
      option.textContent = named(one);
      option.selected = one === place;
      list.appendChild(option);
    });
    list.parentNode.hidden = places.length < 2;
    refresh();
    box.showModal();
  }

  /* From disk a browser may give no clipboard; then the old way is tried. */
  function copy(text) {
    function report(done) { said.textContent = said.getAttribute(done ? "data-done" : "data-failed"); }
    function old() {
      var field = document.createElement("textarea");
      field.value = text;
      box.appendChild(field);
      field.select();
      var done = false;
      try { done = document.execCommand("copy"); } catch (refused) { done = false; }
      field.remove();
      report(done);
    }
    if (navigator.clipboard && window.isSecureContext) {
      navigator.clipboard.writeText(text).then(function () { report(true); }, old);
    } else {
      old();
    }
  }

  /* In the file that holds many documents, the one whose button it is. */
  function print(button) {
    var one = button.closest("article.document");
    function done() {
      root.classList.remove("prints-one");
      if (one) { one.classList.remove("printed"); }
      window.removeEventListener("afterprint", done);
    }
    if (one) {
      root.classList.add("prints-one");
      one.classList.add("printed");
      window.addEventListener("afterprint", done);
    }
    window.print();
  }

  document.addEventListener("click", function (event) {
    var trigger = event.target.closest ? event.target.closest("main .number, main .self, .page-tools button") : null;
    if (!trigger || event.ctrlKey || event.metaKey || event.shiftKey) { return; }
    if (trigger.getAttribute("data-do") === "print") { print(trigger); return; }
    var place = trigger.closest("[data-cite]") || trigger.parentNode;
    if (trigger.matches(".number") && !cite(place)) { return; }
    event.preventDefault();
    open(place);
  });
  each(document.querySelectorAll("[data-cite] .number"), function (number) {
    number.setAttribute("aria-haspopup", "dialog");
  });
  list.addEventListener("change", refresh);
  box.addEventListener("click", function (event) {
    if (event.target === box) { box.close(); }
    var action = event.target.getAttribute("data-do");
    if (action === "link") { copy(link()); }
    if (action === "text") { copy(citation()); }
    if (action === "close") { box.close(); }
    if (action === "share") { navigator.share({ title: citation(), url: link() }).catch(function () {}); }
  });
  if (navigator.share) { box.querySelector("[data-do='share']").hidden = false; }
})();
