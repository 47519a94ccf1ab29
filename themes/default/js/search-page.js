/* The page of results, and the words of the question in the page that is opened from it or from the box. Loaded by
   search.js where either is wanted. */
(function () {
  "use strict";
  var svod = globalThis.svod = globalThis.svod || {};

  var KINDS = ["section", "clause", "item", "instruction", "order", "term", "act", "role", "question", "page"];
  var AUDIENCES = ["management", "administrator", "teacher", "parent", "pupil", "staff"];
  /* Results that are shown at once, letters of a question. */
  var STEP = 30, LONGEST = 300;

  /* --- the page of results --------------------------------------------------------------------------------------- */

  function results(holder, first) {
    var to = svod.parts, element = to.element, word = to.word;
    var fallback = document.querySelector("[data-search-fallback]"), title = document.title;
    var form = element("form", "search-page"), input = element("input"), filters = element("div", "search-filters");
    var state = element("p", "search-count"), list = element("ol", "search-results"), more = element("button", "search-more");
    var kind, audience, old, turn = 0, slow = 0;
    state.setAttribute("role", "status");
    input.type = "search";
    input.name = "q";
    input.maxLength = LONGEST;
    more.type = "button";
    more.hidden = true;
    form.setAttribute("role", "search");
    form.append(input, filters);
    holder.append(form, state, list, more);
    holder.hidden = false;

    function select(label, name, values, texts) {
      var made = element("select"), wrap = element("label", "", label + " ");
      made.name = name;
      values.forEach(function (value, i) {
        var option = element("option", "", texts[i]);
        option.value = value;
        made.appendChild(option);
      });
      wrap.appendChild(made);
      filters.appendChild(wrap);
      made.addEventListener("change", moved);
      return made;
    }
    function build(kinds) {
      var there = KINDS.filter(function (k) { return kinds.indexOf(k) >= 0; });
      input.setAttribute("aria-label", word("label"));
      input.placeholder = word("hint");
      kind = select(word("kind"), "kind", [""].concat(there), [word("all")].concat(there.map(function (k) { return word("kind-" + k); })));
      audience = select(word("audience"), "for", [""].concat(AUDIENCES), [word("everyone")].concat(AUDIENCES.map(function (a) { return word("for-" + a); })));
      if (svod.hasOld) {
        old = element("input");
        old.type = "checkbox";
        old.name = "old";
        var wrap = element("label");
        wrap.append(old, " " + word("old"));
        filters.appendChild(wrap);
        old.addEventListener("change", moved);
      }
    }
    /* A value that the site does not know is none. */
    function set(field, value) {
      field.value = value || "";
      if (field.selectedIndex < 0) { field.value = ""; }
    }
    function read() {
      var asked = new URLSearchParams(location.search);
      input.value = (first || asked.get("q") || "").slice(0, LONGEST);
      first = "";
      set(kind, asked.get("kind"));
      set(audience, asked.get("for"));
      if (old) { old.checked = asked.get("old") === "1"; }
      run();
    }
    function moved() {
      var asked = new URLSearchParams();
      if (input.value.trim()) { asked.set("q", input.value.trim()); }
      if (kind.value) { asked.set("kind", kind.value); }
      if (audience.value) { asked.set("for", audience.value); }
      if (old && old.checked) { asked.set("old", "1"); }
      var text = asked.toString();
      try { if (!svod.held) { history.pushState(null, "", location.pathname + (text ? "?" + text : "")); } } catch (error) { /* Some browsers forbid it for files. */ }
      run();
    }
    function tell(text, loud) {
      state.textContent = "";
      to.said(state, text || "");
      state.classList.toggle("search-none", !!loud);
    }
    function failed() {
      tell(holder.dataset.failed, true);
      if (fallback) { fallback.hidden = false; }
    }
    /* A button that gives more of the same, or takes the filters away. */
    function offer(key, work) {
      more.hidden = !key;
      more.textContent = word(key);
      more.onclick = work;
    }
    function unfiltered() {
      kind.value = audience.value = "";
      moved();
      input.focus();
    }
    function clear() {
      list.textContent = "";
      offer("", null);
      tell("");
    }
    function run() {
      var query = input.value.trim();
      turn++;
      if (fallback) { fallback.hidden = !!query; }
      clear();
      if (!svod.held) { document.title = query ? query + " — " + word("label") : title; }
      if (query && !to.asks(query)) { tell(word("vague"), true); } else if (query) { fetch(query, 0); }
    }
    /* Shows what is found from one place in the list on. One more than is shown is asked for, so as to know if it is there. */
    function fetch(query, from) {
      var mine = turn, place = AUDIENCES.indexOf(audience.value), limit = from + STEP;
      var options = { limit: limit + 1, kinds: kind.value ? [kind.value] : null, audience: place < 0 ? 0 : 1 << place, old: !!(old && old.checked) };
      slow = setTimeout(function () { if (mine === turn) { tell(holder.dataset.wait); } }, 700);
      to.answer(query, options).then(function (found) {
        clearTimeout(slow);
        if (mine !== turn) { return; }
        var hits = found.vague ? [] : found.hits, next = hits.length > limit;
        if (!hits.length && !found.vague && (options.kinds || options.audience)) {
          tell(word("filtered"), true);
          offer("unfilter", unfiltered);
          return;
        }
        hits.slice(from, limit).forEach(function (hit, i) {
          var item = element("li"), link = to.filled(element("a", hit.similar ? "found similar" : "found"), hit, found.words);
          to.lead(link, hit, query, function () {});
          item.appendChild(link);
          list.appendChild(item);
          if (from && !i) { link.focus(); }
        });
        tell(to.verdict(found, word("similar")) || to.total(Math.min(hits.length, limit), next ? 0 : Infinity), !found.answered);
        offer(next ? "more" : "", function () { fetch(query, limit); });
      }).catch(function () {
        clearTimeout(slow);
        if (mine === turn) { failed(); }
      });
    }
    form.addEventListener("submit", function (event) { event.preventDefault(); moved(); });
    to.need().then(function () { return svod.load(svod.base); }).then(function (root) {
      svod.say = root.words;
      build(svod.kindsOf(root));
      addEventListener("popstate", read);
      read();
    }).catch(function () {
      form.hidden = true;
      failed();
    });
    return input;
  }

  /* --- words of the question in the page that was opened ------------------------------------------------------------ */

  function named(hash) {
    try { return document.getElementById(decodeURIComponent(hash.slice(1))); } catch (error) { return null; }
  }

  /* What an anchor stands for: what it stands on; of a term its meaning too, of a heading what comes after it; of an empty
     mark its block. */
  function blocks(hash) {
    var where = named(hash) || document.querySelector("main");
    if (!where) { return []; }
    if (!where.textContent.trim()) { where = where.parentElement; }
    return /^(dt|h\d)$/i.test(where.tagName) && where.nextElementSibling ? [where, where.nextElementSibling] : [where];
  }

  /* The words of a text that say in other words what a word of the question says: their stems. */
  var LONG = 150;
  function alike(text, words) {
    var of = svod.words, groups = new Set();
    words.forEach(function (w) {
      /* A word that stands there itself needs no other. */
      if (w.same.length && !svod.parts.marked(document.createElement("p"), text, [w]).querySelector("mark")) {
        w.same.forEach(function (synonym) { groups.add(synonym.group); });
      }
    });
    var told = of.runs(of.folded(text)).map(function (run) { return of.whole(run) || run.parts[0]; });
    if (!groups.size || told.length > LONG) { return Promise.resolve([]); }
    return svod.load(svod.base).then(function (root) {
      told = told.filter(function (word) { return !root.stop.has(word); });
      return svod.lookUp(told);
    }).then(function (found) {
      var stems = [];
      found.forEach(function (entry, i) {
        (entry.stem ? entry.stem.same : []).forEach(function (synonym) {
          var phrase = told.slice(i, i + 1 + synonym.rest.length).map(of.stem);
          if (groups.has(synonym.group) && synonym.rest.every(function (h, j) { return phrase[j + 1] && of.hash(phrase[j + 1]) === h; })) { stems = stems.concat(phrase); }
        });
      });
      return stems;
    });
  }

  function mark(query, hash) {
    var where = blocks(hash), text = where.map(function (block) { return block.textContent; }).join(" ");
    return svod.parts.need().then(function () { return svod.heavy(svod.base, query); }).then(function (words) {
      return alike(text, words).then(function (stems) { return words.concat(stems.map(function (stem) { return { text: "", stem: stem, family: stem, also: [] }; })); });
    }).then(function (words) {
      where.forEach(function (block) {
        var walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT), nodes = [];
        while (walker.nextNode()) { nodes.push(walker.currentNode); }
        nodes.forEach(function (node) {
          if (!node.data.trim() || /^(script|style|button|mark)$/i.test(node.parentElement.tagName)) { return; }
          var made = svod.parts.marked(document.createDocumentFragment(), node.data, words);
          if (made.querySelector("mark")) { node.replaceWith(made); }
        });
      });
    });
  }

  svod.pages = { results: results, mark: mark };
}());
