/* Finds the answers to a question in the index of the site: the same steps in whole numbers as src/search/find in the
   program, so both give the same ranks. Files of the index are classic scripts that call svodSearch(name, contents),
   so that they load from a disk as from a server. Stemming after the Snowball algorithms (snowballstem.org, BSD). */
(function () {
  "use strict";
  var svod = globalThis.svod = globalThis.svod || {};

  /* --- words ------------------------------------------------------------------------------------------------- */

  var ALNUM = /[\p{Alphabetic}\p{N}]/u;
  var FIGURE = /\p{N}/u;
  var JOINTS = { "-": "-", "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", ".": ".", "@": "@", "/": "/", "_": "_" };

  function folded(text) {
    return text.normalize("NFC").replace(/\u00ad/g, "").toLowerCase().replace(/ё/g, "е");
  }

  /* Runs of letters and figures with what joins them. */
  function runs(text) {
    var chars = Array.from(text), out = [], i = 0;
    while (i < chars.length) {
      if (!ALNUM.test(chars[i])) { i++; continue; }
      var run = { parts: [], joints: [] };
      for (;;) {
        var part = "";
        while (i < chars.length && ALNUM.test(chars[i])) { part += chars[i++]; }
        run.parts.push(part);
        if (i + 1 < chars.length && JOINTS[chars[i]] && ALNUM.test(chars[i + 1])) { run.joints.push(JOINTS[chars[i++]]); } else { break; }
      }
      out.push(run);
    }
    return out;
  }

  /* A run of several parts as one word: written together if only hyphens join letters, else as it is. */
  function whole(run) {
    if (!run.joints.length) { return null; }
    var hyphened = run.joints.every(function (j) { return j === "-"; }) && run.parts.every(function (p) { return !FIGURE.test(p); });
    if (hyphened) { return run.parts.join(""); }
    return run.parts.map(function (p, i) { return p + (run.joints[i] || ""); }).join("");
  }

  /* A text as one word: what is asked in exactly these words. */
  function wording(text) {
    return "=" + [].concat.apply([], runs(text).map(function (run) { return run.parts; })).join(" ");
  }

  function hash(text) {
    var h = 0x811c9dc5;
    for (var i = 0; i < text.length; i++) { h = Math.imul(h ^ text.charCodeAt(i), 0x01000193); }
    h ^= h >>> 16; h = Math.imul(h, 0x85ebca6b);
    h ^= h >>> 13; h = Math.imul(h, 0xc2b2ae35);
    return (h ^ (h >>> 16)) >>> 0;
  }

  /* --- Russian stems ----------------------------------------------------------------------------------------- */

  var V = "аеиоуыэюя";
  function list(text) { return text.split(" ").sort(function (a, b) { return b.length - a.length; }); }
  var GERUND_A = list("в вши вшись"), GERUND = list("ив ивши ившись ыв ывши ывшись");
  var ADJECTIVE = list("ее ие ые ое ими ыми ей ий ый ой ем им ым ом его ого ему ому их ых ую юю ая яя ою ею");
  var PARTICIPLE_A = list("ем нн вш ющ щ"), PARTICIPLE = list("ивш ывш ующ");
  var VERB_A = list("ла на ете йте ли й л ем н ло но ет ют ны ть ешь нно");
  var VERB = list("ила ыла ена ейте уйте ите или ыли ей уй ил ыл им ым ен ило ыло ено ят ует уют ит ыт ены ить ыть ишь ую ю");
  var NOUN = list("а ев ов ие ье е иями ями ами еи ии и ией ей ой ий й иям ям ием ем ам ом о у ах иях ях ы ь ию ью ю ия ья я");

  /* The longest ending of both lists that the word has after `from`; those of the first list only after а or я. */
  function cut(word, from, afterA, plain) {
    var best = "", needs = false, i;
    for (i = 0; i < plain.length; i++) { if (ends(word, plain[i], from)) { best = plain[i]; break; } }
    for (i = 0; i < afterA.length; i++) {
      if (afterA[i].length > best.length && ends(word, afterA[i], from)) { best = afterA[i]; needs = true; break; }
    }
    if (!best) { return null; }
    var rest = word.slice(0, word.length - best.length);
    if (needs && !(rest.length > from && /[ая]$/.test(rest))) { return null; }
    return rest;
  }
  function ends(word, ending, from) { return word.length - ending.length >= from && word.endsWith(ending); }

  function russian(word) {
    word = word.replace(/ё/g, "е");
    var n = word.length, i = 0, rv = n, r2 = n;
    while (i < n && V.indexOf(word[i]) < 0) { i++; }
    if (i < n) {
      rv = ++i;
      while (i < n && V.indexOf(word[i]) >= 0) { i++; }
      if (i < n) {
        i++;
        while (i < n && V.indexOf(word[i]) < 0) { i++; }
        if (i < n) {
          i++;
          while (i < n && V.indexOf(word[i]) >= 0) { i++; }
          if (i < n) { r2 = i + 1; }
        }
      }
    }
    var next = cut(word, rv, GERUND_A, GERUND);
    if (next !== null) { word = next; } else {
      if (ends(word, "ся", rv) || ends(word, "сь", rv)) { word = word.slice(0, -2); }
      next = cut(word, rv, [], ADJECTIVE);
      if (next !== null) {
        word = next;
        next = cut(word, rv, PARTICIPLE_A, PARTICIPLE);
        if (next !== null) { word = next; }
      } else {
        next = cut(word, rv, VERB_A, VERB);
        if (next === null) { next = cut(word, rv, [], NOUN); }
        if (next !== null) { word = next; }
      }
    }
    if (ends(word, "и", rv)) { word = word.slice(0, -1); }
    if (ends(word, "ость", Math.max(r2, rv))) { word = word.slice(0, -4); } else if (ends(word, "ост", Math.max(r2, rv))) { word = word.slice(0, -3); }
    if (ends(word, "ейше", rv) || ends(word, "ейш", rv)) {
      word = word.slice(0, word.endsWith("е") ? -4 : -3);
      if (ends(word, "нн", rv)) { word = word.slice(0, -1); }
    } else if (ends(word, "н", rv)) {
      if (ends(word, "нн", rv)) { word = word.slice(0, -1); }
    } else if (ends(word, "ь", rv)) { word = word.slice(0, -1); }
    return word;
  }

  function stem(word) {
    if (Array.from(word).length < 2) { return word; }
    if (/^[а-я]+$/.test(word)) { return russian(word); }
    return rare && /^[a-z]+$/.test(word) ? rare.english(word) : word;
  }

  /* --- families of stems: удал-ить with удал-ени-е ------------------------------------------------------------ */

  var VERBAL = ["ирован", "ирова", "ован", "ыван", "иван", "ыва", "ива", "ова"], NOMINAL = ["енн", "анн", "ени", "ен", "ан", "ац", "яц"];
  var KIN = [["ст", "щ"], ["ск", "щ"], ["жд", "д"], ["ж", "д"], ["з", "д"], ["г", "д"], ["ч", "к"], ["т", "к"], ["ц", "к"], ["ш", "с"], ["х", "с"]];

  function family(word) {
    if (word.length <= 4 || !/^[а-я]+$/.test(word)) { return word; }
    var root = word;
    [VERBAL, NOMINAL].some(function (suffixes) {
      return suffixes.some(function (s) {
        if (!root.endsWith(s) || root.length - s.length < 4) { return false; }
        root = root.slice(0, -s.length);
        return true;
      });
    });
    while (/[аяиеоу]$/.test(root) && root.length > 4) { root = root.slice(0, -1); }
    if (/[бвпмф]л$/.test(root) && root.length > 4) { root = root.slice(0, -1); }
    for (var i = 0; i < KIN.length; i++) {
      if (root.endsWith(KIN[i][0])) { return root.slice(0, root.length - KIN[i][0].length) + KIN[i][1]; }
    }
    return root;
  }

  /* What few questions need stands in a file of its own: English stems, named clauses, slips, the other layout. */
  var rare = null, rareWanted = null;
  function whenRare() {
    if (!rareWanted) {
      rareWanted = script("assets/js/search-rare.js").then(function () { rare = svod.rare; }).catch(function (error) { rareWanted = null; throw error; });
    }
    return rareWanted;
  }

  /* Letters that are mistaken for each other at the head of a word. */
  var CLASSES = { "о": "а", "э": "е", "и": "е", "я": "е", "ы": "е", "п": "б", "ф": "в", "к": "г", "х": "г", "т": "д", "с": "з", "ц": "з", "ш": "ж", "щ": "ж", "ч": "ж", "ю": "у" };
  function letterClass(letter) { return CLASSES[letter] || letter; }

  svod.words = { folded: folded, runs: runs, whole: whole, hash: hash, stem: stem, family: family, letterClass: letterClass };

  /* --- files of the index ------------------------------------------------------------------------------------ */

  var base = "", root = null, rootWanted = null, arrived = {}, wanted = {};

  /* Each file of the index calls this. */
  globalThis.svodSearch = function (name, contents) {
    if (name === "") { root = contents; } else { arrived[name] = contents; }
  };

  function script(path) {
    /* The site of one file holds everything in itself. */
    if (svod.held) { return new Promise(function (resolve) { svod.held(path); resolve(); }); }
    return new Promise(function (resolve, reject) {
      var element = document.createElement("script");
      element.src = base + path;
      element.onload = function () { resolve(); };
      element.onerror = function () { element.remove(); reject(new Error(path)); };
      document.head.appendChild(element);
    });
  }

  function shard(name) {
    if (!name || name === "-") { return Promise.resolve(null); }
    if (!wanted[name]) {
      wanted[name] = script("search/" + name + ".js").then(function () { return arrived[name]; }, function (error) {
        delete wanted[name];
        throw error;
      });
    }
    return wanted[name];
  }

  var decoded = new Map();
  function bytes(name) {
    return shard(name).then(function (text) {
      if (!text) { return new Uint8Array(0); }
      var known = decoded.get(name);
      if (!known) {
        var raw = atob(text);
        known = new Uint8Array(raw.length);
        for (var i = 0; i < raw.length; i++) { known[i] = raw.charCodeAt(i); }
        decoded.set(name, known);
      }
      return known;
    });
  }

  function load(from) {
    if (!rootWanted) {
      base = from;
      rootWanted = script("assets/search-index.js").then(function () {
        if (!root || root.form !== 1) { throw new Error("search-index.js"); }
        root.stop = new Set(root.stop.split(" "));
        svod.say = root.words;
        svod.hasOld = root.layers.length > 1;
        root.layers.forEach(function (layer) {
          layer.dict = layer.dict.split(" ");
          layer.audience = new Map(layer.audiences);
          layer.post = ranges(layer.post);
          layer.text = ranges(layer.text);
        });
        return root;
      }).catch(function (error) { rootWanted = null; throw error; });
    }
    return rootWanted;
  }

  /* Shards with their first numbers, each written as the step from the one before. */
  function ranges(text) {
    var parts = text ? text.split(" ") : [], low = 0, out = [];
    for (var i = 0; i < parts.length; i += 2) { low += parseInt(parts[i], 36); out.push([low, parts[i + 1]]); }
    return out;
  }

  /* The last of the shards that begin at or before a key. */
  function at(shards, key) {
    var name = null;
    for (var i = 0; i < shards.length && shards[i][0] <= key; i++) { name = shards[i][1]; }
    return name;
  }

  function Reader(data) { this.data = data; this.at = 0; }
  Reader.prototype.number = function () {
    var n = 0, scale = 1, byte;
    do { byte = this.data[this.at++]; n += (byte & 127) * scale; scale *= 128; } while (byte > 127);
    return n;
  };
  Reader.prototype.byte = function () { return this.data[this.at++]; };
  Reader.prototype.more = function () { return this.at < this.data.length; };

  /* What the dictionary says of some keys of one shard. */
  function entries(data, marks) {
    var reader = new Reader(data), mark = 0, found = new Map();
    while (reader.more()) {
      mark += reader.number();
      var entry = { own: -1, units: 0, members: [], near: [], same: [] }, flags = reader.byte(), n, i, last;
      if (flags & 1) { entry.own = reader.number(); }
      if (flags & 2) {
        entry.units = reader.number();
        for (n = reader.number(), last = 0; n > 0; n--) { last += reader.number(); entry.members.push(last); }
      }
      if (flags & 4) {
        for (n = reader.number(), last = 0; n > 0; n--) {
          var code = reader.number(), step = Math.floor(code / 16);
          last += step % 2 ? -(step + 1) / 2 : step / 2;
          entry.near.push([last, Math.floor((12 + 4 * (code % 16)) * 4 / 5)]);
        }
      }
      if (flags & 8) {
        for (n = reader.number(); n > 0; n--) {
          var synonym = { rest: [], weight: 0, targets: [] };
          for (i = reader.number(); i > 0; i--) {
            var d = reader.data, p = reader.at;
            synonym.rest.push((d[p] | d[p + 1] << 8 | d[p + 2] << 16 | d[p + 3] << 24) >>> 0);
            reader.at += 4;
          }
          synonym.weight = reader.byte();
          for (i = reader.number(); i > 0; i--) { synonym.targets.push(reader.number()); }
          entry.same.push(synonym);
        }
      }
      if (marks.has(mark)) { found.set(mark, entry); }
    }
    return found;
  }

  /* Looks up [stem, family] pairs: entry of the stem and of the family, either may be null. */
  function lookUp(layer, pairs) {
    var byShard = new Map();
    pairs.forEach(function (pair) {
      var place = layer.bits ? hash(pair[1]) >>> (32 - layer.bits) : 0;
      if (!byShard.has(place)) { byShard.set(place, new Set()); }
      byShard.get(place).add(hash(pair[0]) & 0x1fffff).add(hash("~" + pair[1]) & 0x1fffff);
    });
    var loads = Array.from(byShard).map(function (item) {
      return bytes(layer.dict[item[0]]).then(function (data) { return [item[0], entries(data, item[1])]; });
    });
    return Promise.all(loads).then(function (parts) {
      var shards = new Map(parts);
      return pairs.map(function (pair) {
        var found = shards.get(layer.bits ? hash(pair[1]) >>> (32 - layer.bits) : 0);
        return { stem: found.get(hash(pair[0]) & 0x1fffff) || null, family: found.get(hash("~" + pair[1]) & 0x1fffff) || null };
      });
    });
  }

  /* Where words stand: for each key a list of [unit, weight], rows of units written out. */
  function postings(layer, keys) {
    var byShard = new Map();
    keys.forEach(function (key) {
      var name = at(layer.post, key);
      if (!byShard.has(name)) { byShard.set(name, new Set()); }
      byShard.get(name).add(key);
    });
    var found = new Map();
    return Promise.all(Array.from(byShard).map(function (item) {
      var low = layer.post.find(function (s) { return s[1] === item[0]; });
      return bytes(item[0]).then(function (data) {
        var reader = new Reader(data), key = low ? low[0] : 0;
        while (reader.more()) {
          key += reader.number();
          var end = reader.number() + reader.at;
          if (item[1].has(key)) { found.set(key, units(reader, end)); }
          reader.at = end;
        }
      });
    })).then(function () { return found; });
  }

  function units(reader, end) {
    var out = [], group = 0;
    while (reader.at < end) {
      var code = reader.number(), n = code % 4 + 1, first = 0;
      group += Math.floor(code / 4);
      if (n === 4) { n += reader.number(); }
      for (; n > 0; n--) {
        first += reader.number();
        var weight = reader.byte(), count = 1;
        if (weight & 64) { count = reader.number(); }
        for (var i = 0; i < count; i++) { out.push([group * 65536 + first + i, weight & 63]); }
      }
    }
    return out;
  }

  /* --- the question ------------------------------------------------------------------------------------------ */

  function slips(layer, word) {
    return Promise.all([whenRare(), shard(at(layer.lex, letterClass(word[0])))]).then(function (got) { return rare.slips(got[1] || "", word); });
  }

  /* The words of a question: {text, stem, family}, stop words left out unless nothing else is there. */
  function terms(text, layer) {
    var all = runs(text), joined = all.map(whole).filter(Boolean);
    return lookUp(layer, joined.map(function (w) { return [stem(w), family(stem(w))]; })).then(function (found) {
      var known = new Map(joined.map(function (w, i) { return [w, found[i].stem && found[i].stem.own >= 0]; }));
      var words = [];
      all.forEach(function (run) {
        var one = whole(run);
        if (one && known.get(one)) { words.push(one); } else {
          run.parts.forEach(function (p) { if (run.parts.length === 1 || Array.from(p).length > 1) { words.push(p); } });
        }
      });
      var seen = new Set(), heavy = words.filter(function (w) { return !root.stop.has(w); });
      return (heavy.length ? heavy : words).slice(0, 24).map(function (w) { var s = stem(w); return { text: w, stem: s, family: family(s) }; })
        .filter(function (t) { return !seen.has(t.stem) && seen.add(t.stem); });
    });
  }

  /* The stems that begin as an unfinished word does. */
  function beginnings(layer, word) {
    if (word.length < 2 || !/^\p{Alphabetic}+$/u.test(word)) { return Promise.resolve([]); }
    return shard(at(layer.lex, letterClass(word[0]))).then(function (text) {
      return (text || "").split(" ").filter(function (other) {
        return other.startsWith(word) || (word.length > other.length && other.length > 3 && word.length - other.length < 4 && word.startsWith(other));
      }).slice(0, 12);
    });
  }

  /* --- ranks --------------------------------------------------------------------------------------------------- */

  /* Sixteenths of the binary logarithm of a / b. */
  function rarity(a, b) {
    var n = 0;
    while (a >= 2 * b) { b *= 2; n += 16; }
    var m = Math.floor(a * 32768 / b);
    for (var bit = 8; bit > 0; bit >>= 1) {
      m = Math.floor(m * m / 32768);
      if (m >= 65536) { n += bit; m = Math.floor(m / 2); }
    }
    return n;
  }

  var UNKNOWN = 95, FULL = 32;
  var OWN = 64, KIN_WEIGHT = 54, BEGUN = 50;
  /* By kind: section, clause, item, instruction, order, term, act, role, question, page, silent question. */
  var KIND_WEIGHT = [51, 64, 64, 45, 38, 38, 38, 38, 45, 45, 45];
  var KINDS = ["section", "clause", "item", "instruction", "order", "term", "act", "role", "question", "page", "question"];

  function add(map, list, weight) {
    list.forEach(function (item) {
      var m = Math.floor(item[1] * weight / 64);
      if (m > (map.get(item[0]) || 0)) { map.set(item[0], m); }
    });
  }

  /* What each word of the question may stand for: keys with weights, rarity. */
  function meanings(layer, words, typing) {
    return lookUp(layer, words.map(function (w) { return [w.stem, w.family]; })).then(function (found) {
      return Promise.all(words.map(function (word, i) {
        var entry = found[i].stem, kin = found[i].family, meaning = { keys: [], same: [], rarity: UNKNOWN, known: !!kin || !!entry };
        if (entry && entry.own >= 0) { meaning.keys.push([entry.own, OWN]); }
        if (kin) {
          kin.members.forEach(function (key) { if (!entry || key !== entry.own) { meaning.keys.push([key, KIN_WEIGHT]); } });
          meaning.rarity = rarity(2 * layer.units + 2, 2 * kin.units + 1);
        }
        if (entry) {
          meaning.near = entry.near;
          entry.near.forEach(function (near) { meaning.keys.push(near); });
          entry.same.forEach(function (synonym) {
            var fits = synonym.rest.every(function (h, j) { return words[i + 1 + j] && hash(words[i + 1 + j].stem) === h; });
            if (fits) { meaning.same.push({ from: i, to: i + synonym.rest.length, weight: synonym.weight, targets: synonym.targets }); }
          });
        }
        var unfinished = typing && i === words.length - 1;
        if (meaning.known && !unfinished) { return meaning; }
        var wish = unfinished ? beginnings(layer, word.text).then(function (stems) { return [BEGUN, stems]; })
          : slips(layer, word.stem).then(function (slip) { return [slip[0] < 2 ? 56 : slip[0] < 3 ? 48 : 40, slip[1]]; });
        return wish.then(function (wish) {
          if (!wish[1].length && unfinished && !meaning.known) {
            return slips(layer, word.stem).then(function (slip) { return [slip[0] < 2 ? 56 : slip[0] < 3 ? 48 : 40, slip[1]]; });
          }
          return wish;
        }).then(function (wish) {
          return lookUp(layer, wish[1].map(function (s) { return [s, family(s)]; })).then(function (others) {
            var count = 0;
            others.forEach(function (other) {
              if (other.stem && other.stem.own >= 0) { meaning.keys.push([other.stem.own, wish[0]]); }
              if (other.family) {
                count = Math.max(count, other.family.units);
                other.family.members.forEach(function (key) { meaning.keys.push([key, wish[0] - 8]); });
              }
            });
            if (count && !kin) { meaning.rarity = rarity(2 * layer.units + 2, 2 * count + 1); }
            meaning.slip = others.length > 0 && !unfinished;
            return meaning;
          });
        });
      }));
    });
  }

  /* Ranks the units of a layer for a question. */
  function rank(layer, text, options) {
    var place = rare ? rare.address(text) : null, rest = place ? place.left : text;
    return terms(rest, layer).then(function (words) {
      return meanings(layer, words, options.typing).then(function (known) { return { words: words, known: known }; });
    }).then(function (asked) {
      var unknown = asked.known.filter(function (m) { return !m.known; }).length;
      var other = unknown > 0 && !place ? rare.otherLayout(rest) : null;
      if (!other) { return asked; }
      return terms(other, layer).then(function (words) {
        return meanings(layer, words, options.typing).then(function (known) {
          var strange = known.filter(function (m) { return !m.known; }).length;
          return words.length && strange / words.length < unknown / asked.words.length ? { words: words, known: known } : asked;
        });
      });
    }).then(function (asked) {
      var named = (place ? place.words : []).concat(wording(text));
      return lookUp(layer, named.map(function (w) { return [w, w]; })).then(function (found) {
        asked.place = found.map(function (f) { return f.stem ? f.stem.own : -1; });
        asked.wording = asked.place.pop();
        var keys = new Set();
        if (asked.wording >= 0) { keys.add(asked.wording); }
        asked.place.forEach(function (key) { if (key >= 0) { keys.add(key); } });
        asked.known.forEach(function (meaning) {
          meaning.keys.forEach(function (pair) { keys.add(pair[0]); });
          meaning.same.forEach(function (synonym) { synonym.targets.forEach(function (key) { keys.add(key); }); });
        });
        return postings(layer, keys).then(function (lists) { return score(layer, asked, lists, options); });
      });
    });
  }

  function score(layer, asked, lists, options) {
    var maps = asked.known.map(function (meaning) {
      var map = new Map();
      meaning.keys.forEach(function (pair) { add(map, lists.get(pair[0]) || [], pair[1]); });
      return map;
    });
    asked.known.forEach(function (meaning) {
      meaning.same.forEach(function (synonym) {
        var common = null;
        synonym.targets.forEach(function (key) {
          var own = new Map();
          add(own, lists.get(key) || [], 64);
          if (common === null) { common = own; return; }
          common.forEach(function (m, unit) {
            var other = own.get(unit) || 0;
            if (other) { common.set(unit, Math.min(m, other)); } else { common.delete(unit); }
          });
        });
        for (var i = synonym.from; i <= synonym.to; i++) { add(maps[i], Array.from(common || []), synonym.weight); }
      });
    });
    var sums = new Map(), total = 0;
    maps.forEach(function (map, i) {
      var weight = asked.known[i].rarity;
      total += weight * FULL;
      map.forEach(function (m, unit) {
        var sum = sums.get(unit);
        if (!sum) { sums.set(unit, sum = [0, 0]); }
        sum[0] += weight * m;
        sum[1] += weight * Math.min(m, FULL);
      });
    });
    var hits = [];
    sums.forEach(function (sum, unit) {
      var kind = Math.floor(unit / 65536) % 16;
      var value = Math.floor(sum[0] * (2 * total + 3 * sum[1]) / (5 * total));
      hits.push({ unit: unit, kind: kind, score: Math.floor(value * KIND_WEIGHT[kind] / 64), cover: sum[1], named: false });
    });
    /* The clause that is named comes first, whatever else is asked. */
    var named = null;
    asked.place.some(function (key, i) {
      if (key < 0) { return false; }
      named = new Map();
      add(named, lists.get(key) || [], 64);
      asked.exact = i === 0;
      return true;
    });
    var first = new Map(named || []);
    add(first, asked.wording >= 0 ? lists.get(asked.wording) || [] : [], 64);
    if (first.size) {
      hits.forEach(function (hit) { if (first.has(hit.unit)) { hit.named = true; hit.score += 1000000; first.delete(hit.unit); } });
      first.forEach(function (m, unit) { hits.push({ unit: unit, kind: Math.floor(unit / 65536) % 16, score: 1000000, cover: 0, named: true }); });
    }
    hits.sort(function (a, b) { return b.score - a.score || a.unit - b.unit; });
    var answered = named ? asked.exact : judged(hits, total);
    var best = !hits.length || hits[0].kind === 10 ? 0 : hits[0].named || !total ? 100 : Math.floor(hits[0].cover * 100 / total);
    if (options.kinds) { hits = hits.filter(function (hit) { return options.kinds.indexOf(KINDS[hit.kind]) >= 0; }); }
    if (options.audience) {
      hits = hits.filter(function (hit) {
        var bits = layer.audience.get(Math.floor(hit.unit / 1048576));
        return !bits || bits & options.audience;
      });
    }
    return { hits: hits, answered: answered, words: asked.words, cover: best };
  }

  /* Whether the best hits answer, or are only near. */
  function judged(hits, total) {
    if (!hits.length || !total) { return false; }
    if (hits[0].kind === 10) { return false; }
    return hits[0].cover * 100 >= total * THRESHOLD;
  }
  var THRESHOLD = 40;

  /* --- results ------------------------------------------------------------------------------------------------- */

  /* What is shown of the units of some hits. */
  function shown(layer, hits, old) {
    return Promise.all(hits.map(function (hit) {
      return shard(at(layer.text, hit.unit)).then(function (pieces) {
        var own = null;
        (pieces || []).forEach(function (p) { if (p[0] <= hit.unit) { own = p; } });
        var unit = own && own[6][hit.unit - own[0]];
        if (!unit) { return null; }
        var page = own[1], anchor = unit[0];
        /* An anchor that is a page of its own: orders stand on one sheet. */
        var url = /\.html/.test(anchor) ? anchor : anchor ? page + "#" + anchor : page;
        return {
          address: unit[3] || null, regulation: own[3], edition: own[4], url: url, title: own[2], kind: KINDS[hit.kind], score: hit.score, similar: false,
          text: unit[1], path: unit[2], paragraph: unit[4] || null, audience: own[5], superseded: old, silent: hit.kind === 10
        };
      });
    })).then(function (list) { return list.filter(Boolean); });
  }

  /* Superseded editions are searched when the question asks for them. */
  var ASKS_OLD = /(прежн|стар|предыдущ|прошл|утративш)[а-я]* (редакци|положени|верси)|(редакци|верси)[а-я]* (от |до )?20\d\d/;

  /* Finds answers: {hits, answered, words}. Options: limit, kinds, audience (bits), old (superseded editions too), typing. */
  function find(from, query, options) {
    options = options || {};
    var limit = options.limit || 10, text = folded(String(query));
    return load(from).then(function () { return /[a-z]|\p{N}/u.test(text) ? whenRare() : null; }).then(function () {
      var layers = [root.layers[0]];
      if (root.layers[1] && (options.old || ASKS_OLD.test(text))) { layers.push(root.layers[1]); }
      return Promise.all(layers.map(function (layer) { return rank(layer, text, options); })).then(function (ranked) {
        return Promise.all(ranked.map(function (r, i) { return shown(layers[i], r.hits.slice(0, limit), i > 0); })).then(function (lists) {
          var hits = [].concat.apply([], lists);
          if (lists.length > 1) { hits.sort(function (a, b) { return b.score - a.score; }); }
          var answered = ranked.some(function (r) { return r.answered; });
          hits = hits.slice(0, limit);
          hits.forEach(function (hit) { hit.similar = !answered; });
          return { hits: hits, answered: answered, words: ranked[0].words, cover: ranked[0].cover };
        });
      });
    });
  }

  /* The words of a question that carry weight. */
  function heavy(from, query) {
    var text = folded(query);
    return load(from).then(function () { return /[a-z]|\p{N}/u.test(text) ? whenRare() : null; }).then(function () { return terms(text, root.layers[0]); });
  }

  svod.find = find;
  svod.load = load;
  svod.heavy = heavy;
  svod.kindsOf = function (root) { return KINDS.filter(function (kind, i) { return root.layers[0].kinds >> i & 1; }); };
  svod.plain = function (found) {
    return found.hits.map(function (h) {
      return { address: h.address, regulation: h.regulation, edition: h.edition, url: h.url, title: h.title, kind: h.kind, score: h.score, similar: h.similar };
    });
  };
  svod.search = svod.search || function (query, options) { return find(svod.base || "", query, options).then(svod.plain); };
}());
