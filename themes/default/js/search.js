/* The search box of every page and the page of results. The index and the script that reads it are loaded when first
   needed; without any of this the box leads to the table of contents. */
(function () {
  "use strict";
  var svod = globalThis.svod = globalThis.svod || {};
  var own = document.currentScript.src;
  var base = svod.base = own.slice(0, own.lastIndexOf("assets/"));
  var ready = null;

  /* Loads the script that finds, once. */
  function finder() {
    if (!ready) {
      ready = new Promise(function (resolve, reject) {
        if (svod.find) { resolve(); return; }
        var script = document.createElement("script");
        script.src = base + "assets/js/search-find.js";
        script.onload = function () { resolve(); };
        script.onerror = function () { ready = null; script.remove(); reject(new Error("search-find.js")); };
        document.head.appendChild(script);
      });
    }
    return ready;
  }

  function find(query, options) {
    return finder().then(function () { return svod.find(base, query, options || {}); });
  }

  svod.search = function (query, options) {
    return find(query, options).then(function (found) { return svod.plain(found); });
  };

  /* --- results as elements ----------------------------------------------------------------------------------- */

  function element(name, className, text) {
    var made = document.createElement(name);
    if (className) { made.className = className; }
    if (text) { made.textContent = text; }
    return made;
  }

  function word(key, values) {
    var text = (svod.say && svod.say[key]) || "";
    Object.keys(values || {}).forEach(function (name) { text = text.replace("{" + name + "}", values[name]); });
    return text;
  }

  function counted(key, n) {
    var form = new Intl.PluralRules(document.documentElement.lang || "ru").select(n);
    return word(key + "-" + (form === "one" || form === "few" ? form : "many"), { n: n });
  }

  /* A text with the words of the question marked. */
  function marked(parent, text, words) {
    var stems = new Set(words.map(function (w) { return w.stem; })), kin = new Set(words.map(function (w) { return w.family; }));
    text.split(/(\p{Alphabetic}[\p{Alphabetic}\p{M}\u00ad]*|\p{N}+)/u).forEach(function (piece, i) {
      var hit = false;
      if (i % 2) {
        var stem = svod.words.stem(svod.words.folded(piece));
        hit = stems.has(stem) || kin.has(svod.words.family(stem));
      }
      parent.appendChild(hit ? element("mark", "", piece) : document.createTextNode(piece));
    });
    return parent;
  }

  function place(hit) {
    if (!hit.address) { return ""; }
    if (hit.kind === "section") { return word("section", { n: hit.address }); }
    var clause = hit.address.split("/")[0];
    return hit.paragraph > 1 ? word("paragraph", { n: hit.paragraph, clause: clause }) : word("clause", { n: clause });
  }

  function day(iso) { return iso.split("-").reverse().join("."); }

  /* What stands in a result: number, text, path, kind and edition. */
  function filled(parent, hit, words) {
    var head = [place(hit), hit.path.join(" › ")].filter(Boolean).join(" · ");
    if (head) { parent.appendChild(element("span", "found-place", head)); }
    marked(parent.appendChild(element("span", "found-text")), hit.text || hit.title, words);
    var foot = [word("kind-" + hit.kind), hit.title];
    if (hit.edition) { foot.push(word(hit.superseded ? "superseded" : "edition", { date: day(hit.edition) })); }
    parent.appendChild(element("span", "found-source", foot.filter(Boolean).join(" · ")));
    return parent;
  }

  /* The address of a result; the page marks the words of the question. In the site of one file it is a place in it. */
  function target(hit, query) {
    var cut = hit.url.indexOf("#");
    if (svod.held) { return cut < 0 ? "#" : hit.url.slice(cut); }
    var page = cut < 0 ? hit.url : hit.url.slice(0, cut);
    return base + page + "?q=" + encodeURIComponent(query) + (cut < 0 ? "" : hit.url.slice(cut));
  }

  function resultsPage(query) { return base + "search.html?q=" + encodeURIComponent(query); }

  /* Results that stand in the same file have no page to mark the words when it is opened. */
  function lead(link, hit, query, then) {
    link.href = target(hit, query);
    if (svod.held) { link.addEventListener("click", function () { then(); showWords(query, link.hash); }); }
  }

  /* --- the box ------------------------------------------------------------------------------------------------- */

  function box(form) {
    var input = form.querySelector("input[type=search]"), list = element("div", "search-list"), state = element("p", "search-state");
    var number = 0, active = -1, options = [], timer = 0;
    list.id = "svod.found";
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", input.getAttribute("aria-label") || form.getAttribute("aria-label") || "");
    state.setAttribute("role", "status");
    form.appendChild(list);
    form.appendChild(state);
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", list.id);
    input.setAttribute("aria-expanded", "false");
    input.autocomplete = "off";

    function close() {
      list.hidden = true;
      active = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    }
    function choose(i) {
      if (options[active]) { options[active].setAttribute("aria-selected", "false"); }
      active = i;
      if (!options[i]) { input.removeAttribute("aria-activedescendant"); return; }
      options[i].setAttribute("aria-selected", "true");
      options[i].scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", options[i].id);
    }
    function show(query, found) {
      list.textContent = "";
      options = [];
      if (!found.answered) {
        var note = element("p", "search-none", word("none") + (found.hits.length ? " " + word("similar") : ""));
        note.setAttribute("role", "presentation");
        list.appendChild(note);
      }
      found.hits.forEach(function (hit, i) {
        var option = filled(element("a", hit.similar ? "found similar" : "found"), hit, found.words);
        option.id = "svod.found-" + i;
        lead(option, hit, query, close);
        option.tabIndex = -1;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        list.appendChild(option);
        options.push(option);
      });
      active = -1;
      input.removeAttribute("aria-activedescendant");
      list.hidden = false;
      input.setAttribute("aria-expanded", options.length ? "true" : "false");
      state.textContent = found.answered ? counted("count", found.hits.length) : word("none") + (found.hits.length ? " " + counted("near", found.hits.length) : "");
    }
    function ask() {
      var query = input.value.trim(), turn = ++number;
      if (!query) { close(); state.textContent = ""; return; }
      find(query, { limit: 6, typing: !/\s$/.test(input.value) }).then(function (found) {
        if (turn === number && document.activeElement === input) { show(query, found); }
      }, function () { if (turn === number) { close(); } });
    }

    input.addEventListener("focus", function () { finder().catch(function () {}); });
    input.addEventListener("input", function () { clearTimeout(timer); timer = setTimeout(ask, 90); });
    input.addEventListener("keydown", function (event) {
      if (event.isComposing) { return; }
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        if (list.hidden) { ask(); } else if (options.length) {
          var step = event.key === "ArrowDown" ? 1 : -1, n = options.length + 1;
          choose((active + 1 + step + n) % n - 1);
        }
        event.preventDefault();
      } else if (event.key === "Escape") {
        if (list.hidden) { input.value = ""; } else { event.preventDefault(); close(); }
        number++;
      } else if (event.key === "Enter" && active >= 0 && options[active]) {
        event.preventDefault();
        options[active].click();
      }
    });
    form.addEventListener("focusout", function (event) { if (!form.contains(event.relatedTarget)) { number++; close(); } });
    list.addEventListener("mousedown", function (event) { event.preventDefault(); });
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      clearTimeout(timer);
      var query = input.value.trim();
      if (!query) { return; }
      if (svod.held) { close(); showHere(query); } else { location.href = resultsPage(query); }
    });
    return input;
  }

  /* --- the page of results --------------------------------------------------------------------------------------- */

  var KINDS = ["section", "clause", "item", "instruction", "order", "term", "act", "role", "question", "page"];
  var AUDIENCES = ["management", "administrator", "teacher", "parent", "pupil", "staff"];

  function page(holder, first) {
    var fallback = document.querySelector("[data-search-fallback]");
    var form = element("form", "search-page"), input = element("input"), filters = element("div", "search-filters");
    var state = element("p", "search-count"), list = element("ol", "search-results"), kind, audience, old, turn = 0;
    state.setAttribute("role", "status");
    input.type = "search";
    input.name = "q";
    form.setAttribute("role", "search");
    form.appendChild(input);
    form.appendChild(filters);
    holder.appendChild(form);
    holder.appendChild(state);
    holder.appendChild(list);
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
        wrap.appendChild(old);
        wrap.appendChild(document.createTextNode(" " + word("old")));
        filters.appendChild(wrap);
        old.addEventListener("change", moved);
      }
    }
    function read() {
      var asked = new URLSearchParams(location.search);
      input.value = first || asked.get("q") || "";
      first = "";
      kind.value = asked.get("kind") || "";
      audience.value = asked.get("for") || "";
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
    function run() {
      var query = input.value.trim(), mine = ++turn;
      if (fallback) { fallback.hidden = !!query; }
      list.textContent = "";
      state.textContent = "";
      if (!query) { return; }
      if (!svod.held) { document.title = query + " — " + word("label"); }
      var place = AUDIENCES.indexOf(audience.value);
      find(query, { limit: 30, kinds: kind.value ? [kind.value] : null, audience: place < 0 ? 0 : 1 << place, old: !!(old && old.checked) }).then(function (found) {
        if (mine !== turn) { return; }
        state.textContent = found.answered ? counted("count", found.hits.length) : word("none") + (found.hits.length ? " " + word("similar") : "");
        state.classList.toggle("search-none", !found.answered);
        found.hits.forEach(function (hit) {
          var item = element("li"), link = filled(element("a", hit.similar ? "found similar" : "found"), hit, found.words);
          lead(link, hit, query, function () {});
          item.appendChild(link);
          list.appendChild(item);
        });
      }, function () { state.textContent = word("failed"); if (fallback) { fallback.hidden = false; } });
    }
    form.addEventListener("submit", function (event) { event.preventDefault(); moved(); });
    addEventListener("popstate", read);
    finder().then(function () { return svod.load(base); }).then(function (root) {
      svod.say = root.words;
      build(svod.kindsOf(root));
      read();
    }, function () { holder.hidden = true; });
    return input;
  }

  /* --- words of the question in the page that was opened ------------------------------------------------------------ */

  function showWords(query, hash) {
    var id = decodeURIComponent(hash.slice(1));
    var where = (id && document.getElementById(id)) || document.querySelector("main");
    if (!query || !where) { return; }
    finder().then(function () { return svod.heavy(base, query); }).then(function (words) {
      /* An anchor may stand on a heading or an empty mark: then its block is meant. */
      var block = where.textContent.trim() ? where : where.parentElement;
      var walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT), nodes = [];
      while (walker.nextNode()) { nodes.push(walker.currentNode); }
      nodes.forEach(function (node) {
        if (!node.data.trim() || /^(script|style|button)$/i.test(node.parentElement.tagName)) { return; }
        var made = marked(document.createDocumentFragment(), node.data, words);
        if (made.querySelector("mark")) { node.replaceWith(made); }
      });
    }).catch(function () {});
  }

  /* --- begin --------------------------------------------------------------------------------------------------------- */

  var holder = document.querySelector("[data-search-page]");
  var inputs = Array.prototype.map.call(document.querySelectorAll("form[data-search]"), box);
  if (holder && !svod.held) { inputs.unshift(page(holder)); } else if (location.search) { showWords(new URLSearchParams(location.search).get("q"), location.hash); }

  /* The site of one file shows results above its texts, once somebody asks. */
  var here = null;
  function showHere(query) {
    if (here) { here.value = query; here.form.requestSubmit(); } else { here = page(holder, query); }
    holder.scrollIntoView();
    here.focus({ preventScroll: true });
  }

  document.addEventListener("keydown", function (event) {
    var typing = /^(input|textarea|select)$/i.test(event.target.tagName) || event.target.isContentEditable;
    var wanted = event.key === "/" && !typing && !event.ctrlKey && !event.altKey && !event.metaKey ||
      (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && (event.key.toLowerCase() === "k" || event.key.toLowerCase() === "л");
    if (wanted && inputs[0]) {
      event.preventDefault();
      inputs[0].focus();
      inputs[0].select();
    }
  });
}());
