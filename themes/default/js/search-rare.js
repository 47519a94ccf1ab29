/* What few questions need, loaded by search-find.js when one does: English stems, clauses named by number, slips of
   the pen, the other keyboard layout. The same steps as in src/search of the program. Stemming after the Snowball
   algorithms (snowballstem.org, BSD). */
(function () {
  "use strict";
  var svod = globalThis.svod;

  function list(text) { return text.split(" "); }

  /* --- English stems ----------------------------------------------------------------------------------------- */

  var SPECIAL = { skis: "ski", skies: "sky", idly: "idl", gently: "gentl", ugly: "ugli", early: "earli", only: "onli", singly: "singl",
    sky: "sky", news: "news", howe: "howe", atlas: "atlas", cosmos: "cosmos", bias: "bias", andes: "andes" };
  var STEP2 = { tional: "tion", enci: "ence", anci: "ance", abli: "able", entli: "ent", izer: "ize", ization: "ize", ational: "ate", ation: "ate",
    ator: "ate", alism: "al", aliti: "al", alli: "al", fulness: "ful", ousli: "ous", ousness: "ous", iveness: "ive", iviti: "ive", biliti: "ble",
    bli: "ble", ogist: "og", ogi: "og", fulli: "ful", lessli: "less", li: "" };
  var STEP3 = { tional: "tion", ational: "ate", alize: "al", icate: "ic", iciti: "ic", ical: "ic", ful: "", ness: "", ative: "" };
  var STEP4 = list("al ance ence er ic able ible ant ement ment ent ism ate iti ous ive ize ion");

  function suffix(word, table) {
    var keys = Array.isArray(table) ? table : Object.keys(table), best = "";
    for (var i = 0; i < keys.length; i++) { if (keys[i].length > best.length && word.endsWith(keys[i])) { best = keys[i]; } }
    return best;
  }
  function shortSyllable(word) {
    return /[^aeiouy][aeiouy][^aeiouywxY]$/.test(word) || /^[aeiouy][^aeiouy]$/.test(word) || word.endsWith("past");
  }

  function english(word) {
    if (Object.prototype.hasOwnProperty.call(SPECIAL, word)) { return SPECIAL[word]; }
    if (word.length < 3) { return word; }
    word = word.replace(/^y/, "Y").replace(/([aeiouy])y/g, "$1Y");
    var head = /^(gener|commun|arsen|past|univers|later|emerg|organ|inter)/.exec(word);
    var p1 = head ? head[0].length : region(word, 0), p2 = region(word, p1), s, m;
    /* 1a */
    s = suffix(word, ["sses", "ied", "ies", "s", "us", "ss"]);
    if (s === "sses") { word = word.slice(0, -2); } else if (s === "ied" || s === "ies") {
      word = word.slice(0, -3) + (word.length > 4 ? "i" : "ie");
    } else if (s === "s" && /[aeiouy].+s$/.test(word)) { word = word.slice(0, -1); }
    /* 1b */
    s = suffix(word, ["eed", "eedly", "ed", "edly", "ing", "ingly"]);
    if (s === "eed" || s === "eedly") {
      if (word.length - s.length >= p1) {
        var stem = word.slice(0, word.length - s.length);
        if (!/^(proc|exc|succ)$/.test(stem)) { word = stem + "ee"; }
      }
    } else if (s) {
      var rest = word.slice(0, word.length - s.length), keep = false;
      if (s === "ing") {
        if (/^[^aeiouy]y$/.test(rest)) { word = rest.slice(0, -1) + "ie"; keep = true; }
        else if (/^(inn|out|cann|herr|earr|even)$/.test(rest)) { keep = true; }
      }
      if (!keep && /[aeiouy]/.test(rest)) {
        word = rest;
        if (/(at|bl|iz)$/.test(word)) { word += "e"; }
        else if (/(bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(word)) { if (!/^[aeo]..$/.test(word)) { word = word.slice(0, -1); } }
        else if (word.length === p1 && shortSyllable(word)) { word += "e"; }
      }
    }
    /* 1c */
    if (/.[^aeiouy][yY]$/.test(word)) { word = word.slice(0, -1) + "i"; }
    /* 2 */
    s = suffix(word, STEP2);
    if (s && word.length - s.length >= p1) {
      m = word.slice(0, word.length - s.length);
      if (s === "ogi") { if (m.endsWith("l")) { word = m + "og"; } }
      else if (s === "li") { if (/[cdeghkmnrt]$/.test(m)) { word = m; } }
      else { word = m + STEP2[s]; }
    }
    /* 3 */
    s = suffix(word, STEP3);
    if (s && word.length - s.length >= p1) {
      m = word.slice(0, word.length - s.length);
      if (s !== "ative") { word = m + STEP3[s]; } else if (m.length >= p2) { word = m; }
    }
    /* 4 */
    s = suffix(word, STEP4);
    if (s && word.length - s.length >= p2) {
      m = word.slice(0, word.length - s.length);
      if (s !== "ion" || /[st]$/.test(m)) { word = m; }
    }
    /* 5 */
    if (word.endsWith("e")) {
      m = word.slice(0, -1);
      if (m.length >= p2 || (m.length >= p1 && !shortSyllable(m))) { word = m; }
    } else if (word.endsWith("ll") && word.length - 1 >= p2) { word = word.slice(0, -1); }
    return word.replace(/Y/g, "y");
  }
  function region(word, from) {
    var found = /[aeiouy][^aeiouy]/.exec(word.slice(from));
    return found ? from + found.index + 2 : word.length;
  }

  /* --- clauses named by number ---------------------------------------------------------------------------------- */

  var ORDINALS = list("перв втор трет четверт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат четырнадцат пятнадцат");
  var ROMAN = list("i ii iii iv v vi vii viii ix x");
  var CLAUSE = /^(п|пункт|пункта|пункте|пункту|пунктом|пункты|пунктов|пунктах|пунктам|статья|статьи|статье|ст|clause)$/;
  var SECTION = /^(раздел|раздела|разделе|section)$/;
  var PARAGRAPH = /^(абз|абзац|абзаца|абзаце|абзацу|paragraph)$/;
  var ITEM = /^(пп|подпункт|подпункта|подпункте|item)$/;
  /* The words whose clauses are not those of the regulation. */
  var ACT = /^(закон|приказ|кодекс|постановлен|конституц|(фз|рф|коап)$)/;
  var PART = /^[1-9]\d{0,3}$/, DASH = /^[-–]$/;
  var NUMBER = /^(?!\d\d?[.,]\d\d?[.,]\d{4}(\/|$))[1-9]\d{0,3}([.,][1-9]\d{0,3}){0,5}(\/[1-9]\d{0,3})*$/;

  /* Words, numbers with dots, commas and slashes inside, single signs. «п/п» is one word, «2-й» a number. */
  function pieces(text) {
    var out = [];
    (text.match(/\p{Alphabetic}+|\p{N}+(?:[.,\/]\p{N}+)*|[^\s]/gu) || []).forEach(function (piece) {
      var n = out.length;
      if (piece === "п" && out[n - 2] === "п" && /^[.\/]$/.test(out[n - 1])) { out.splice(n - 2, 2, "пп"); }
      else if (/^(й|ый|ой|я|е|го|му|м|ом)$/.test(piece) && DASH.test(out[n - 1]) && /^[0-9]+$/.test(out[n - 2])) { out.pop(); }
      else { out.push(piece); }
    });
    return out;
  }

  /* The clause that a question names: its address words, those of others that it names, and the words that are left.
     When it may as well be another number, it is loose. */
  function address(text) {
    var all = pieces(text), ofAct = all.some(function (p) { return ACT.test(p); }), place = -1, sure = -1, found = [];
    function at(i) { return all[i] || ""; }
    function near(i) { return at(i + 1) === "." ? at(i + 2) : at(i + 1); }
    function ago(i) { while (/^[.№]$/.test(at(--i))) {} return at(i); }
    function beside(i, words) { return words.test(near(i)) || words.test(ago(i)); }
    function counted(i) { return ordinal(near(i)) || ordinal(ago(i)); }
    function isMarker(word) { return CLAUSE.test(word) || SECTION.test(word) || ITEM.test(word); }
    /* How surely a piece is the number of a clause: by its place and by its form. */
    function likeness(piece, i) {
      var inSection = beside(i, SECTION), marked = inSection || isMarker(ago(i)), alone = all.length === 1, number = NUMBER.test(piece);
      /* A number of long parts stands in an act. */
      if (number && piece.indexOf(".") > 0) { return marked || (alone && !/\d{3}/.test(piece)) ? 3 : 1; }
      if (PARAGRAPH.test(ago(i)) || ITEM.test(ago(i))) { return -1; }
      if (!number) { return inSection && ordinal(piece) ? 2 : -1; }
      if (DASH.test(at(i - 1)) || DASH.test(at(i + 1)) || (ofAct && !inSection)) { return -1; }
      return marked ? 2 : alone ? 0 : -1;
    }
    all.forEach(function (piece, i) {
      var like = likeness(piece, i);
      if (like >= 0) { found.push(i); }
      if (like > sure) { sure = like; place = i; }
    });
    if (place < 0) { return null; }
    var steps = all[place].replace(/,/g, ".").split("/"), clause = steps[0], items = steps.slice(1), paragraph = 0, left = [], used = place;
    if (!NUMBER.test(clause)) { clause = String(ordinal(clause)); }
    /* 2.4-7 is how pages name the item in their own addresses. */
    if (clause.indexOf(".") > 0 && !items.length && DASH.test(at(place + 1)) && PART.test(at(place + 2))) { items.push(at(used = place + 2)); }
    all.forEach(function (piece, i) {
      if (i === place || i === used) { return; }
      if (PARAGRAPH.test(piece)) {
        paragraph = counted(i) || paragraph;
      } else if (ITEM.test(piece) && !items.length && counted(i)) {
        items.push(counted(i));
      } else if (!isMarker(piece) && !(ordinal(piece) && (beside(i, PARAGRAPH) || beside(i, ITEM)))) {
        left.push(piece);
      }
    });
    var words = [], full = "#" + clause;
    if (paragraph > 1) { words.push(full + "¶" + paragraph); }
    if (items.length) { words.push(full + "/" + items.join("/")); }
    words.push(full);
    for (var up = clause; sure > 1 && up.indexOf(".") > 0;) { up = up.slice(0, up.lastIndexOf(".")); words.push("#" + up); }
    var others = found.filter(function (i) { return i !== place && at(i).indexOf(".") > 0; }).map(function (i) { return "#" + at(i); });
    return { words: words, others: others, left: left.join(" "), loose: sure < 2 };
  }

  /* «273фз» as figures and letters, several of each. */
  function parted(run) {
    var halves = run.parts.length === 1 && run.parts[0].match(/\p{N}+|\P{N}+/gu);
    if (halves && halves.length === 2 && halves.every(function (half) { return Array.from(half).length > 1; })) { return { parts: halves, joints: [""] }; }
    return run;
  }

  /* Lets the other clauses that are named stand with the first of them. */
  function joined(lists, place, others) {
    var first = place.find(function (key) { return key >= 0; });
    [first].concat(others).forEach(function (key) {
      var one = lists.get(first), more = lists.get(key);
      if (one && more && key !== first) { lists.set(first, { units: Array.from(one.units).concat(Array.from(more.units)), weights: [], heavy: 0 }); }
    });
  }

  /* The number that a word counts, or 0. */
  function ordinal(word) {
    if (/^[1-9]\d?$/.test(word)) { return Number(word); }
    for (var i = ORDINALS.length - 1; i >= 0; i--) {
      if (word.startsWith(ORDINALS[i]) && Array.from(word).length < ORDINALS[i].length + 5) { return i + 1; }
    }
    return ROMAN.indexOf(word) + 1;
  }

  /* --- the other layout ------------------------------------------------------------------------------------------ */

  var RU = "йцукенгшщзхъфывапролджэячсмитьбю", EN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.";
  function otherLayout(text) {
    var cyrillic = /[а-я]/.test(text), latin = /[a-z]/.test(text);
    if (cyrillic === latin) { return null; }
    var from = latin ? EN : RU, to = latin ? RU : EN;
    return Array.from(text).map(function (c) { var i = from.indexOf(c); return i < 0 ? c : to[i]; }).join("");
  }

  /* --- slips --------------------------------------------------------------------------------------------------- */

  /* What sounds alike is spelt alike: unstressed vowels, voiced consonants, doubled letters, signs. */
  function sounds(word) {
    return word.replace(/[ьъ]/g, "").replace(/о/g, "а").replace(/[еэяы]/g, "и").replace(/ю/g, "у").replace(/тс|дс/g, "ц").replace(/сч|зч/g, "щ")
      .replace(/п/g, "б").replace(/ф/g, "в").replace(/к/g, "г").replace(/т/g, "д").replace(/с/g, "з").replace(/ш/g, "ж").replace(/(.)\1+/g, "$1");
  }

  /* Edits between two words, swaps of neighbours counting one; more than `limit` is limit + 1. */
  function edits(a, b, limit) {
    if (Math.abs(a.length - b.length) > limit) { return limit + 1; }
    var before = [], last = [], row = [], i, j;
    for (j = 0; j <= b.length; j++) { last.push(j); }
    for (i = 1; i <= a.length; i++) {
      row = [i];
      var least = i;
      for (j = 1; j <= b.length; j++) {
        var cost = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) { cost = Math.min(cost, before[j - 2] + 1); }
        row.push(cost);
        least = Math.min(least, cost);
      }
      if (least > limit) { return limit + 1; }
      before = last; last = row;
    }
    return Math.min(last[b.length], limit + 1);
  }

  /* The stems of the site that a misspelt stem may stand for: [distance, stems], nearest alone. */
  function slips(stems, word) {
    if (word.length < 4 || !/^\p{Alphabetic}+$/u.test(word)) { return [0, []]; }
    var limit = word.length > 6 ? 2 : 1, sound = sounds(word), letterClass = svod.words.letterClass, best = 2 * limit + 1, found = [];
    stems.forEach(function (other) {
      if (letterClass(other[0] || "") !== letterClass(word[0]) || Math.abs(other.length - word.length) > limit + 1) { return; }
      var heard = edits(sound, sounds(other), limit), seen = edits(word, other, limit + 1);
      if (heard > limit || seen > limit + 1) { return; }
      var distance = heard + Math.min(seen, limit);
      if (distance < best) { best = distance; found = []; }
      if (distance === best) { found.push(other); }
    });
    return [best, found.slice(0, 4)];
  }

  svod.rare = { english: english, address: address, joined: joined, parted: parted, otherLayout: otherLayout, slips: slips };
}());
