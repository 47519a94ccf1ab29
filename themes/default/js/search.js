/* The search box of every page. The index and the script that reads it are loaded when first needed, and so is what the
   page of results and a page opened from it need; without any of this the box leads to the table of contents. */
(function () {
  "use strict";
  var svod = globalThis.svod = globalThis.svod || {};
  var own = document.currentScript.src;
  var base = svod.base = own.slice(0, own.lastIndexOf("assets/"));
  var wanted = {};

  /* Loads a script of the search, once; each leaves what it can do under a name. */
  function need(name, script) {
    if (svod[name]) { return Promise.resolve(svod[name]); }
    return wanted[name] = wanted[name] || new Promise(function (resolve, reject) {
      var element = document.createElement("script");
      element.src = base + "assets/js/" + script;
      element.onload = function () { resolve(svod[name]); };
      element.onerror = function () { wanted[name] = null; element.remove(); reject(new Error(script)); };
      document.head.appendChild(element);
    });
  }
  function finder() { return need("find", "search-find.js"); }
  function pages() { return need("pages", "search-page.js"); }

  function find(query, options) {
    return finder().then(function (find) { return find(base, query, options || {}); });
  }

  svod.search = function (query, options) {
    return find(query, options).then(function (found) { return svod.plain(found); });
  };

  /* What is found for a whole question. A last word that the site has in no form may be one that is not written out. */
  function answer(query, options) {
    return find(query, options).then(function (found) {
      var last = found.words[found.words.length - 1];
      /* A number that no clause has: what is nearest is what stands above it. */
      if (found.missing && !found.answered) { return found.hits.length ? found : find("п. " + found.missing, options); }
      found.vague = found.vague || !found.answered && query.length < 3;
      if (found.answered || !last || !last.strange) { return found; }
      return find(query, Object.assign({}, options, { typing: true })).then(function (begun) { return begun.answered ? begun : found; });
    });
  }

  /* A single letter, or signs alone, ask for nothing. */
  function asks(query) { return /\p{Alphabetic}{2}|\p{N}/u.test(query); }

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

  /* How many are shown of those that were asked for; whether more are there is not known until they are. */
  function total(n, limit) { return n < limit ? counted("count", n) : word("first", { n: n }); }

  /* A text with the words of the question marked: as they stand, joined or split otherwise, in other forms, or those of
     the site that were taken for them. */
  var JOINT = "[-\u2010-\u2013.@/_]", PART = "(?:[\\p{Alphabetic}\\p{N}][\\p{M}\\u00ad]*)+";
  var RUN = new RegExp("(" + PART + "(?:" + JOINT + PART + ")*)", "u");
  function marked(parent, text, words) {
    var of = svod.words, stems = new Set(), kin = new Set(), heads = [];
    words.forEach(function (w) {
      if (w.text.length > 4) { heads.push(w.text); }
      kin.add(w.family);
      [w.stem].concat(w.also).forEach(function (stem) { stems.add(stem); });
    });
    function asked(word) {
      var stem = of.stem(word);
      return stems.has(stem) || kin.has(of.family(stem)) || heads.some(function (head) { return word.indexOf(head) === 0; });
    }
    function put(piece, hit) { parent.appendChild(hit ? element("mark", "", piece) : document.createTextNode(piece)); }
    text.split(RUN).forEach(function (piece, i) {
      var run = i % 2 && of.runs(of.folded(piece))[0];
      if (!run || asked(of.whole(run) || run.parts[0]) || run.parts.every(asked)) { put(piece, run); return; }
      piece.split(new RegExp("(" + JOINT + ")")).forEach(function (part) { put(part, part.length > 1 && asked(of.folded(part))); });
    });
    return parent;
  }

  /* Where it stands, as the site cites it: what belongs to a section is in no clause. */
  function place(hit) {
    if (!hit.address) { return ""; }
    var n = hit.address.split("/")[0], inSection = (hit.path[hit.path.length - 1] || "").indexOf(n + ". ") === 0;
    if (hit.kind === "section" || inSection) { n = word("section", { n: n }); } else { n = word("clause", { n: n }); }
    return hit.paragraph > 1 ? word("paragraph", { n: hit.paragraph, clause: n }) : n;
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

  /* Results that stand in the same file have no page to mark the words when it is opened. */
  function lead(link, hit, query, then) {
    link.href = target(hit, query);
    if (svod.held) { link.addEventListener("click", function () { then(); svod.pages.mark(query, link.hash); }); }
  }

  /* A sentence in which a telephone number stays in one line. */
  function said(parent, text) {
    text.split(/(\+?\d[\d() \u00a0\u2011–-]{7,}\d)/).forEach(function (part, i) { parent.appendChild(element("span", i % 2 ? "nb" : "", part)); });
    return parent;
  }

  /* What is said of an answer before its results; nothing when they answer. */
  function verdict(found, near) {
    return found.answered && !found.vague ? "" : found.vague && !found.missing ? word("vague") : (found.missing ? word("missing", { n: found.missing }) : word("none")) + (found.hits.length ? " " + near : "");
  }

  svod.parts = { need: finder, answer: answer, asks: asks, element: element, word: word, total: total, marked: marked, filled: filled, lead: lead, said: said, verdict: verdict };

  /* --- the box ------------------------------------------------------------------------------------------------- */

  /* Milliseconds: after the last key, until a word is taken as written out, until it is said that one has to wait. */
  var REST = 200, PAUSE = 400, SLOW = 700, SHOWN = 6;

  function box(form) {
    var input = form.querySelector("input[type=search]"), list = element("div", "search-list"), state = element("p", "search-state");
    var number = 0, active = -1, options = [], timer = 0, slow = 0;
    list.id = "svod.found";
    list.hidden = true;
    list.tabIndex = -1;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", input.getAttribute("aria-label") || form.getAttribute("aria-label") || "");
    state.setAttribute("role", "status");
    form.appendChild(list);
    form.appendChild(state);
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", list.id);
    input.autocomplete = "off";

    /* Whatever is still to come of the question before is not wanted any more. */
    function leave() {
      number++;
      clearTimeout(timer);
      clearTimeout(slow);
    }
    function open(shown) {
      list.hidden = !shown;
      input.setAttribute("aria-expanded", shown && options.length ? "true" : "false");
    }
    function close() {
      leave();
      choose(-1);
      open(false);
    }
    function choose(i) {
      if (options[active]) { options[active].setAttribute("aria-selected", "false"); }
      active = i;
      if (!options[i]) { input.removeAttribute("aria-activedescendant"); return; }
      options[i].setAttribute("aria-selected", "true");
      options[i].scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", options[i].id);
    }
    function busy(is) { list.setAttribute("aria-busy", is); }
    /* A sentence in place of results, or above them. */
    function note(text) {
      choose(-1);
      options = [];
      list.textContent = "";
      if (text) { said(list.appendChild(element("p", "search-none")), text).setAttribute("role", "presentation"); }
      open(!!text);
    }
    function tell(text) {
      note(text);
      state.textContent = text || "";
    }
    function show(query, found, typing) {
      if (typing || active < 0) {
        note(verdict(found, word("similar")));
        busy(false);
        (found.vague ? [] : found.hits).forEach(function (hit, i) {
          var option = filled(element("a", hit.similar ? "found similar" : "found"), hit, found.words);
          option.id = "svod.found-" + i;
          lead(option, hit, query, close);
          option.tabIndex = -1;
          option.setAttribute("role", "option");
          option.setAttribute("aria-selected", "false");
          options.push(list.appendChild(option));
        });
        open(true);
      }
      /* Who listens is told once, when the question seems to be asked. */
      if (!typing) { state.textContent = verdict(found, counted("near", found.hits.length)) || total(found.hits.length, SHOWN); }
    }
    function ask(typing) {
      leave();
      var query = input.value.trim(), turn = number;
      if (!asks(query)) { tell(""); return; }
      slow = setTimeout(function () { tell(form.dataset.wait); }, SLOW);
      (typing ? find : answer)(query, { limit: SHOWN, typing: typing }).then(function (found) {
        if (turn !== number || document.activeElement !== input) { return; }
        if (typing) { timer = setTimeout(ask, PAUSE, false); }
        /* Of half a word nothing is said but what it finds. */
        if (typing && !found.answered) { return; }
        clearTimeout(slow);
        show(query, found, typing);
      }).catch(function () { if (turn === number) { leave(); tell(form.dataset.failed); } });
    }

    open(false);
    input.addEventListener("focus", function () { finder().catch(function () {}); });
    input.addEventListener("input", function () {
      leave();
      /* What is still shown belongs to another question and cannot be chosen. */
      choose(-1);
      options = [];
      busy(true);
      if (asks(input.value)) { timer = setTimeout(ask, REST, !/\s$/.test(input.value)); } else { tell(""); }
    });
    input.addEventListener("keydown", function (event) {
      if (event.isComposing) { return; }
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        if (list.hidden) { ask(false); } else if (options.length) {
          var step = event.key === "ArrowDown" ? 1 : -1, n = options.length + 1;
          choose((active + 1 + step + n) % n - 1);
        }
        event.preventDefault();
      } else if (event.key === "Escape") {
        if (list.hidden) { input.value = ""; } else { event.preventDefault(); }
        close();
      } else if (event.key === "Enter" && options[active]) {
        event.preventDefault();
        options[active].click();
      }
    });
    form.addEventListener("focusout", function (event) { if (!form.contains(event.relatedTarget)) { close(); } });
    list.addEventListener("mousedown", function (event) { event.preventDefault(); });
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      var query = input.value.trim();
      if (!query) { return; }
      close();
      if (svod.held) { showHere(query); } else { location.href = base + "search.html?q=" + encodeURIComponent(query); }
    });
    return input;
  }

  /* --- begin --------------------------------------------------------------------------------------------------------- */

  var holder = document.querySelector("[data-search-page]");
  var inputs = Array.prototype.map.call(document.querySelectorAll("form[data-search]"), box);
  var query = !svod.held && new URLSearchParams(location.search).get("q");
  if (holder && !svod.held) {
    pages().then(function (pages) { inputs.unshift(pages.results(holder)); }).catch(function () {
      holder.hidden = false;
      holder.appendChild(element("p", "search-none", holder.dataset.failed));
    });
  } else if (query) {
    /* Whoever copies the address of the page, or of a place in it, does not copy the question. */
    try { history.replaceState(history.state, "", location.pathname + location.hash); } catch (error) { /* Some browsers forbid it for files. */ }
    pages().then(function (pages) { pages.mark(query, location.hash); }).catch(function () {});
  }

  /* The site of one file shows results above its texts, once somebody asks. */
  var here = null;
  function showHere(query) {
    if (here) { here.value = query; here.form.requestSubmit(); } else { here = svod.pages.results(holder, query); }
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
