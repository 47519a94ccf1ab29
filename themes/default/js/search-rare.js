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

  var ORDINALS = ["перв", "втор", "трет", "четв", "пят", "шест", "седьм", "восьм", "девят", "десят", "одиннадцат", "двенадцат", "тринадцат", "четырнадцат", "пятнадцат"];
  var MARKERS = /^(п|пп|пункт|пункта|пункте|пункту|пунктом|подпункт|подпункта|подпункте|раздел|раздела|разделе|статья|статьи|статье|ст|clause|item|section)$/;
  var PARAGRAPH = /^(абз|абзац|абзаца|абзаце|абзацу|paragraph)$/;
  var ITEM = /^(пп|подпункт|подпункта|подпункте|item)$/;

  /* The clause that a question names: its address words, and the words of the question that are left. */
  function address(text) {
    var pieces = text.match(/\p{Alphabetic}+|\p{N}+(?:[.\/]\p{N}+)*|[^\s]/gu) || [];
    var number = -1, i, marked = false;
    for (i = 0; i < pieces.length && number < 0; i++) {
      if (!/^\p{N}/u.test(pieces[i])) { continue; }
      if (!/^[1-9]\d{0,3}(\.[1-9]\d{0,3}){0,5}(\/[1-9]\d{0,3})*$/.test(pieces[i])) { continue; }
      if (/^[-–№]$/.test(pieces[i - 1] || "") || (/^[-–]$/.test(pieces[i + 1] || "") && i + 2 < pieces.length)) { continue; }
      var before = pieces[i - 1] === "." ? pieces[i - 2] : pieces[i - 1];
      if (PARAGRAPH.test(before || "") || ITEM.test(before || "")) { if (pieces[i].indexOf(".") < 0) { continue; } }
      marked = MARKERS.test(before || "");
      if (marked || pieces[i].indexOf(".") > 0 || pieces.length === 1) { number = i; }
    }
    if (number < 0) { return null; }
    var clause = pieces[number].split("/")[0], items = pieces[number].split("/").slice(1), paragraph = 0, left = [];
    pieces.forEach(function (piece, i) {
      if (i === number) { return; }
      var near = pieces[i + 1] === "." ? pieces[i + 2] : pieces[i + 1];
      var ago = pieces[i - 1] === "." ? pieces[i - 2] : pieces[i - 1];
      if (PARAGRAPH.test(piece)) {
        paragraph = ordinal(near) || ordinal(ago) || paragraph;
      } else if (ITEM.test(piece) && /^\d+$/.test(near || "") && !items.length && near !== clause) {
        items = [near];
      } else if (!MARKERS.test(piece) && !(ordinal(piece) && (PARAGRAPH.test(near || "") || PARAGRAPH.test(ago || ""))) &&
                 !(ITEM.test(ago || "") && /^\d+$/.test(piece))) {
        left.push(piece);
      }
    });
    var words = [], full = "#" + clause;
    if (paragraph > 1) { words.push(full + "¶" + paragraph); }
    if (items.length) { words.push(full + "/" + items.join("/")); }
    words.push(full);
    for (var up = clause; marked && up.indexOf(".") > 0;) { up = up.slice(0, up.lastIndexOf(".")); words.push("#" + up); }
    return { words: words, left: left.join(" ") };
  }

  function ordinal(piece) {
    if (!piece) { return 0; }
    if (/^[1-9]\d?$/.test(piece)) { return Number(piece); }
    for (var i = ORDINALS.length - 1; i >= 0; i--) { if (piece.indexOf(ORDINALS[i]) === 0) { return i + 1; } }
    return 0;
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

  svod.rare = { english: english, address: address, otherLayout: otherLayout, slips: slips };
}());
