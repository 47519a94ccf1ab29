/* Citation: the number of a clause opens a window with its link and its citation in the form of law. Without the script
   the number is a link to the clause. */
(function () {
  "use strict";

  var box = document.getElementById("svod.cite");
  var act = document.querySelector("[data-cited-as]");
  if (!box || !act || !box.showModal) { return; }
  var list = box.querySelector("select");
  var shown = box.querySelector(".cite-text");
  var said = box.querySelector(".cite-said");
  var places = [];

  function words(element) {
    var copy = element.cloneNode(true);
    Array.prototype.forEach.call(copy.querySelectorAll(".number, .self, ul, ol, aside, .image-text"), function (part) { part.remove(); });
    var text = copy.textContent.replace(/\s+/g, " ").trim();
    return text.length > 60 ? text.slice(0, 58).replace(/\s\S*$/, "") + "…" : text;
  }
  function here() { return places[list.selectedIndex]; }
  function link() { return location.href.split("#")[0] + "#" + here().id; }
  function citation() { return here().getAttribute("data-cite") + " " + act.getAttribute("data-cited-as"); }
  function refresh() {
    shown.textContent = citation();
    said.textContent = "";
  }

  /* The place itself first, then what may be cited in it, those of inner clauses left out. */
  function open(place) {
    var whole = place.closest(".clause, .section") || place;
    places = [whole];
    Array.prototype.forEach.call(whole.querySelectorAll("[data-cite]"), function (inner) {
      if (inner.closest(".clause, .section") === whole && inner !== whole) { places.push(inner); }
    });
    list.textContent = "";
    places.forEach(function (one) {
      var option = document.createElement("option");
      var lead = one === whole ? "" : " — " + words(one);
      option.textContent = one.getAttribute("data-cite") + lead;
      option.selected = one === place;
      list.appendChild(option);
    });
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

  act.addEventListener("click", function (event) {
    var trigger = event.target.closest ? event.target.closest(".number, .self") : null;
    if (!trigger || event.ctrlKey || event.metaKey || event.shiftKey) { return; }
    var place = trigger.closest("[data-cite]");
    if (!place) { return; }
    event.preventDefault();
    open(place);
  });
  Array.prototype.forEach.call(act.querySelectorAll("[data-cite] .number"), function (number) {
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
