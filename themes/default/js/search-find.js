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
    return text.normalize("NFC").replace(/[\u00ad\u0301]/g, "").toLowerCase().replace(/ё/g, "е");
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

  var base = "", root = null, rootWanted = null, arrived = {}, wanted = {}, beside = null;

  /* Each file of the index calls this. */
  globalThis.svodSearch = function (name, contents) {
    if (name === "") { root = contents; } else { arrived[name] = contents; }
  };

  function script(path) {
    /* The site of one file holds everything in itself. */
    if (svod.held) { return new Promise(function (resolve) { svod.held(path); resolve(); }); }
    /* Beside the tree of the page: in it every new element has the styles of the whole page looked at again. */
    if (!beside) {
      beside = document.body.appendChild(document.createElement("div"));
      beside.hidden = true;
      beside = beside.attachShadow({ mode: "open" });
    }
    return new Promise(function (resolve, reject) {
      var element = document.createElement("script");
      element.src = base + path;
      element.onload = function () { resolve(); };
      element.onerror = function () { element.remove(); reject(new Error(path)); };
      beside.appendChild(element);
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

  /* A shard, read once. */
  var decoded = new Map();
  function read(name, how) {
    return shard(name).then(function (letters) {
      if (!decoded.has(name)) { decoded.set(name, how(letters || "")); }
      return decoded.get(name);
    });
  }

  /* Letters of a script to bytes: two of 91 signs are 13 bits. */
  function bytes(letters) {
    var out = new Uint8Array((letters.length * 13 >> 4) + 4), held = 0, count = 0, n = 0;
    function value(i) { var c = letters.charCodeAt(i); return c - 33 - (c > 34) - (c > 60) - (c > 92); }
    for (var i = 0; i < letters.length; i += 2) {
      held = held << 13 | value(i) * 91 + value(i + 1);
      for (count += 13; count >= 8;) { count -= 8; out[n++] = held >> count; }
      held &= (1 << count) - 1;
    }
    return out;
  }

  /* Bits one after the other, the highest first; numbers in exponential Golomb code. */
  function Bits(data) { this.data = data; this.at = 0; }
  Bits.prototype.take = function (n) {
    if (n > 16) { return this.take(n - 16) * 65536 + this.take(16); }
    var d = this.data, i = this.at >> 3, v = (d[i] << 16 | d[i + 1] << 8 | d[i + 2]) >> (24 - (this.at & 7) - n) & (1 << n) - 1;
    this.at += n;
    return v;
  };
  Bits.prototype.number = function (k) {
    var d = this.data, i = this.at >> 3, window = (d[i] << 24 | d[i + 1] << 16 | d[i + 2] << 8 | d[i + 3]) << (this.at & 7), ones = Math.clz32(~window), n = k + ones;
    /* The window has 25 bits at least. */
    if (ones + n < 25) {
      this.at += ones + n + 1;
      return (1 << n) - (1 << k) + (n ? window << ones + 1 >>> 32 - n : 0);
    }
    for (n = k; d[this.at >> 3] >> (7 - (this.at & 7)) & 1; n++) { this.at++; }
    this.at++;
    return (1 << n) - (1 << k) + this.take(n);
  };
  Bits.prototype.signed = function (k) { var n = this.number(k); return n % 2 ? -(n + 1) / 2 : n / 2; };

  /* Inflates (RFC 1951). */
  function inflate(data) {
    var at = 0, held = 0, count = 0, out = [], last, type, literals, distances, i, s;
    function take(n) {
      for (; count < n; count += 8) { held |= data[at++] << count; }
      var v = held & (1 << n) - 1;
      held >>>= n;
      count -= n;
      return v;
    }
    function tree(lengths) {
      var counts = new Array(17).fill(0), starts = [0, 0], symbols = [];
      lengths.forEach(function (l) { counts[l]++; });
      counts[0] = 0;
      for (var l = 1; l < 16; l++) { starts[l + 1] = starts[l] + counts[l]; }
      lengths.forEach(function (l, s) { if (l) { symbols[starts[l]++] = s; } });
      return { counts: counts, symbols: symbols };
    }
    function symbol(tree) {
      for (var code = 0, first = 0, index = 0, n = 1; n < 16; n++) {
        code = code << 1 | take(1);
        first <<= 1;
        var c = tree.counts[n];
        if (code - c < first) { return tree.symbols[index + code - first]; }
        index += c;
        first += c;
      }
      throw new Error("deflate");
    }
    do {
      last = take(1);
      type = take(2);
      if (!type) {
        held = count = 0;
        i = data[at] | data[at + 1] << 8;
        for (at += 4; i > 0; i--) { out.push(data[at++]); }
        continue;
      }
      var lengths = [];
      if (type === 1) {
        for (i = 0; i < 288; i++) { lengths.push(i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8); }
        literals = tree(lengths);
        distances = tree(new Array(30).fill(5));
      } else {
        var own = take(5) + 257, all = own + take(5) + 1, head = new Array(19).fill(0);
        for (i = 0, s = take(4) + 4; i < s; i++) { head[[16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15][i]] = take(3); }
        head = tree(head);
        while (lengths.length < all) {
          s = symbol(head);
          var again = s === 16 ? lengths[lengths.length - 1] : s < 16 ? s : 0;
          for (i = s < 16 ? 1 : s === 16 ? 3 + take(2) : s === 17 ? 3 + take(3) : 11 + take(7); i > 0; i--) { lengths.push(again); }
        }
        literals = tree(lengths.slice(0, own));
        distances = tree(lengths.slice(own));
      }
      while ((s = symbol(literals)) !== 256) {
        if (s < 256) { out.push(s); continue; }
        s -= 257;
        var more = (s >> 2) - 1, long = s < 8 ? 3 + s : s === 28 ? 258 : 3 + ((4 + (s & 3)) << more) + take(more);
        s = symbol(distances);
        more = (s >> 1) - 1;
        s = s < 4 ? 1 + s : 1 + ((2 + (s & 1)) << more) + take(more);
        for (; long > 0; long--) { out.push(out[out.length - s]); }
      }
    } while (!last);
    return out;
  }

  /* A deflated text in the letters of Windows; others follow a byte of 1 as four figures. */
  function text(letters) {
    return letters ? new TextDecoder("windows-1251").decode(Uint8Array.from(inflate(bytes(letters))))
      .replace(/\x01(.{4})/g, function (all, code) { return String.fromCharCode(parseInt(code, 16)); }) : "";
  }

  function load(from) {
    if (!rootWanted) {
      base = from;
      rootWanted = script("assets/search-index.js").then(function () {
        if (!root || root.form !== 4) { throw new Error("search-index.js"); }
        root.stop = new Set(root.stop.split(" "));
        svod.say = root.words;
        svod.hasOld = root.layers.length > 1;
        root.layers.forEach(function (layer) {
          layer.dict = layer.dict.match(/.{5}/g) || [];
          layer.near = layer.near.match(/.{5}/g) || [];
          layer.audience = new Map(layer.audiences);
          layer.kindOf = KINDS.map(function (kind, i) { return i; }).filter(function (i) { return layer.kinds >> i & 1; });
          ["post", "same"].forEach(function (key) { layer[key] = ranges(0, layer[key], function (low, step) { return low + parseInt(step, 36); }); });
          layer.text = ranges(0, layer.text, function (low, step) { return stepped(layer, low, step); });
          layer.lex = ranges(0, layer.lex, function (low, step) { return step; });
        });
        return root;
      }).catch(function (error) { rootWanted = null; throw error; });
    }
    return rootWanted;
  }

  /* Shards with what each begins at; of directories of shards where there are many. */
  function ranges(low, written, next) {
    return {
      lows: written[1] ? written[0].split(" ").map(function (step) { return low = next(low, step); }) : [],
      names: written[1], shards: new Map(), next: written[2] ? next : null
    };
  }

  /* The last of the shards that begin at or before a key. */
  function at(ranges, key) {
    var lows = ranges.lows, from = 0, to = lows.length;
    while (from < to) {
      var middle = (from + to) >> 1;
      if (lows[middle] <= key) { from = middle + 1; } else { to = middle; }
    }
    if (!from--) { return { low: 0, name: null }; }
    if (!ranges.shards.has(from)) { ranges.shards.set(from, { low: lows[from], name: ranges.names.substr(5 * from, 5) }); }
    return ranges.shards.get(from);
  }

  /* The same, through the directory if there is one. */
  function place(all, key) {
    var of = at(all, key);
    if (!all.next) { return Promise.resolve(of); }
    return read(of.name, function (text) { return ranges(of.low, text.split(","), all.next); }).then(function (inner) { return at(inner, key); });
  }

  /* The number of a unit after a step: of its group, then of the place in it. */
  function stepped(layer, low, step) {
    var scale = Math.pow(2, layer.places), parts = step.split(":");
    return (Math.floor(low / scale) + parseInt(parts[0], 36)) * scale + (parts[1] ? parseInt(parts[1], 36) : 0);
  }

  var OTHERS = 65536, MARK = 21, NEAR_MARK = 19;

  /* The number of a word: in the table of related words, or as the hash of its name says, or written out. */
  function word(bits, name) {
    if (bits.take(1)) { return bits.take(16); }
    return OTHERS + (name !== null && bits.take(1) ? hash(name) >>> 12 : bits.take(20));
  }

  /* What the dictionary says of some names of one shard, by mark. */
  function entries(data, names) {
    var bits = new Bits(data), count = bits.number(5), step = MARK - (count ? 31 - Math.clz32(count) : 0), mark = 0, found = new Map(), n, i;
    for (; count > 0; count--) {
      mark += bits.number(step);
      var name = names.get(mark), entry = { word: false, family: false, own: -1, units: 0, members: [], same: [] };
      var own = bits.take(1), family = bits.take(1), more = bits.take(1), same = more && bits.take(1);
      if (more) { entry.light = bits.take(1); entry.topic = bits.take(1); }
      entry.word = !!(own || more);
      entry.family = !!family;
      if (own) { entry.own = word(bits, name || ""); }
      if (family) {
        entry.units = bits.number(2) + 1;
        if (bits.take(1)) { entry.members.push(entry.own); } else {
          for (n = bits.number(0) + 1; n > 0; n--) { entry.members.push(word(bits, null)); }
        }
      }
      if (same) {
        for (n = bits.number(0) + 1; n > 0; n--) {
          var synonym = { rest: [], group: 0, own: 0 };
          for (i = bits.number(0); i > 0; i--) { synonym.rest.push(bits.take(32)); }
          synonym.group = bits.number(7);
          synonym.own = bits.number(2);
          entry.same.push(synonym);
        }
      }
      if (name !== undefined) { found.set(mark, entry); }
    }
    return found;
  }

  /* Looks up [stem, family] pairs: entry of the stem and of the family, either may be null. */
  function lookUp(layer, pairs) {
    function place(pair) { return layer.bits ? hash(pair[1]) >>> (32 - layer.bits) : 0; }
    function mark(name) { return hash(name) & (1 << MARK) - 1; }
    var byShard = new Map();
    pairs.forEach(function (pair) {
      var i = place(pair);
      if (!byShard.has(i)) { byShard.set(i, new Map()); }
      byShard.get(i).set(mark(pair[0]), pair[0]).set(mark(pair[1]), pair[1]);
    });
    return Promise.all(Array.from(byShard).map(function (item) {
      return read(layer.dict[item[0]], bytes).then(function (data) { return [item[0], entries(data, item[1])]; });
    })).then(function (parts) {
      var shards = new Map(parts);
      return pairs.map(function (pair) {
        var found = shards.get(place(pair)), stem = found.get(mark(pair[0])), family = found.get(mark(pair[1]));
        return { stem: stem && stem.word ? stem : null, family: family && family.family ? family : null };
      });
    });
  }

  /* The words nearest in meaning to one that the dictionary cannot tell: [key, weight]. */
  function nearTo(layer, stem) {
    var h = hash(stem);
    return read(layer.near[layer.nearBits ? h >>> (32 - layer.nearBits) : 0], bytes).then(function (data) {
      var bits = new Bits(data), count = bits.number(5), step = NEAR_MARK - (count ? 31 - Math.clz32(count) : 0), own = h & (1 << NEAR_MARK) - 1, mark = 0;
      for (; count > 0; count--) {
        mark += bits.number(step);
        var found = [], n = bits.number(0) + 1, last = bits.take(16), level = 15;
        for (var i = 0; i < n; i++) {
          if (i) { last += bits.signed(8); }
          level -= bits.number(1);
          found.push([last, 15 + Math.floor(7 * level / 3)]);
        }
        if (mark === own) { return found; }
      }
      return [];
    });
  }

  /* Where words stand: for each key units and weights in turn, rows of units written out. */
  function postings(layer, keys) {
    return numbered(layer, layer.post, keys, 6, 6, function (bits, wanted) { return units(layer, bits, wanted); });
  }

  /* Groups of words that mean the same: the weight, and for each phrase where all of its words stand. */
  function groups(layer, numbers) {
    return numbered(layer, layer.same, numbers, 3, 1, function (bits, wanted) {
      var group = { weight: bits.take(6), lists: [] };
      for (var n = bits.number(2) + 1; n > 0; n--) { group.lists.push(bits.take(1) ? units(layer, bits, wanted) : NOWHERE); }
      return group;
    });
  }

  /* What stands in numbered shards under some numbers: how many there are in a shard, then the step to each and it. */
  function numbered(layer, shards, keys, many, step, how) {
    var byShard = new Map(), found = new Map();
    return Promise.all(Array.from(keys, function (key) {
      return place(shards, key).then(function (of) {
        of.kept = of.kept || new Map();
        if (of.kept.has(key)) { found.set(key, of.kept.get(key)); return; }
        if (!byShard.has(of)) { byShard.set(of, new Set()); }
        byShard.get(of).add(key);
      });
    })).then(function () {
      return Promise.all(Array.from(byShard).map(function (item) {
        return read(item[0].name, bytes).then(function (data) {
          var bits = new Bits(data), key = item[0].low;
          for (var n = bits.number(many), left = item[1].size; n > 0 && left > 0; n--) {
            key += bits.number(step);
            var wanted = item[1].has(key), one = how(bits, wanted);
            if (wanted) { left--; item[0].kept.set(key, one); found.set(key, one); }
          }
        });
      }));
    }).then(function () { return found; });
  }

  /* Units in their order, the weight of each, the greatest weight, and in how many it is so heavy that it counts. */
  var NOWHERE = { units: [], weights: [], most: 0, heavy: 0 }, unitsRead = null, weightsRead = null;
  function units(layer, bits, wanted) {
    var n = bits.number(0) + 1, width = 6 - layer.coarse, next = 0, count = 0, heavy = 0, most = 0;
    var step = Math.max(0, layer.slots - (32 - Math.clz32(n))), scale = Math.pow(2, layer.places);
    for (; n > 0; n--) {
      var group = next + bits.number(step), first = group * scale, end = first;
      next = group + 1;
      for (var m = bits.number(0) + 1; m > 0; m--) {
        first += bits.number(1);
        var weight = bits.take(width), row = 1;
        if (!weight) { row = bits.number(0) + 2; weight = bits.take(width); }
        if (!wanted) { continue; }
        room(layer, count + row);
        weight <<= layer.coarse;
        if (weight > most) { most = weight; }
        if (weight >= COUNTED) { heavy += row; }
        for (var unit = first; row > 0; row--, unit++) {
          /* What a row before has already stands at the end, each unit beside the next. */
          var at = unit < end ? count - end + unit : count++;
          unitsRead[at] = unit;
          weightsRead[at] = unit < end && weightsRead[at] > weight ? weightsRead[at] : weight;
        }
        if (unit > end) { end = unit; }
      }
    }
    return wanted ? { units: unitsRead.slice(0, count), weights: weightsRead.slice(0, count), most: most, heavy: heavy } : null;
  }

  /* Sees to room for so many units that are being read. Small whole numbers are read quicker than others. */
  function room(layer, count) {
    var Numbers = layer.slots + layer.places < 26 ? Int32Array : Float64Array;
    if (unitsRead && count <= unitsRead.length && unitsRead instanceof Numbers) { return; }
    var before = unitsRead, weights = weightsRead;
    unitsRead = new Numbers(2 * count + 4096);
    weightsRead = new Uint8Array(2 * count + 4096);
    if (before) { unitsRead.set(before); weightsRead.set(weights); }
  }

  /* --- the question ------------------------------------------------------------------------------------------ */

  function slips(layer, word) {
    return Promise.all([whenRare(), stemsLike(layer, word)]).then(function (got) { return rare.slips(got[1], word); });
  }

  /* The stems of the site whose first letter is of the class of a word's. Each is written as the number of letters that
     it has in common with the one before, as a letter from A on, and the rest. */
  function stemsLike(layer, like) {
    return read(at(layer.lex, letterClass(like[0])).name, function (letters) {
      var last = "";
      return (text(letters).match(/[A-Z][^A-Z]*/g) || []).map(function (part) { return last = last.slice(0, part.charCodeAt(0) - 65) + part.slice(1); });
    });
  }

  /* The words of a question: {text, stem, family}, stop words left out unless nothing else is there. */
  function terms(text, layer) {
    var all = rare ? runs(text).map(rare.parted) : runs(text), joined = all.map(whole).filter(Boolean);
    return lookUp(layer, joined.map(function (w) { return [stem(w), family(stem(w))]; })).then(function (found) {
      var known = new Map(joined.map(function (w, i) { return [w, found[i].stem && found[i].stem.own >= 0]; }));
      var words = [], joins = new Map();
      all.forEach(function (run) {
        var one = whole(run);
        if (one && known.get(one)) {
          words.push(one);
          joins.set(one, run.parts.filter(function (p) { return p.length > 2 && !FIGURE.test(p); }).map(stem));
        } else {
          run.parts.forEach(function (p) { if (run.parts.length === 1 || Array.from(p).length > 1) { words.push(p); } });
        }
      });
      var seen = new Set(), heavy = words.filter(function (w) { return !root.stop.has(w); });
      return (heavy.length ? heavy : words).slice(0, 24).map(function (w) {
        var s = stem(w);
        /* Beside the word itself other stems may show where it stands: those of its parts, later those that it is taken for. */
        return { text: w, stem: s, family: family(s), also: joins.get(w) || [], stop: !heavy.length };
      }).filter(function (t) { return !seen.has(t.stem) && seen.add(t.stem); });
    });
  }

  /* The stems that begin as an unfinished word does. */
  function beginnings(layer, word) {
    if (word.length < 3 || !/^\p{Alphabetic}+$/u.test(word)) { return Promise.resolve([]); }
    return stemsLike(layer, word).then(function (stems) {
      return stems.filter(function (other) {
        return other.startsWith(word) || (word.length > other.length && other.length > 3 && word.length - other.length < 4 && word.startsWith(other)) || other === stem(word);
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

  var UNKNOWN = 110, FULL = 32, LIGHT = 24, COUNTED = 8, NAMED = 1000000, SILENT = 10;
  /* What makes it likely that a word of the site is meant: it is the word or of its family, spelt alike, near in meaning. */
  var ASKED = 0, ALIKE = 1, NEAR = 2;
  var OWN = 64, KIN_WEIGHT = 54, BEGUN = 50;
  /* By kind: section, clause, item, instruction, order, term, act, role, question, page, silent question. */
  var KIND_WEIGHT = [51, 64, 64, 57, 38, 32, 38, 38, 40, 34, 45];
  var KINDS = ["section", "clause", "item", "instruction", "order", "term", "act", "role", "question", "page", "question"];

  /* How a question begins, or ends, that asks for a kind, or for a number; what that kind weighs then. */
  var WISHED = 64;
  function spaced(text) { return " " + wording(text).slice(1) + " "; }
  function fits(text, phrases) {
    var words = spaced(text);
    return phrases.split("|").some(function (p) { return p.endsWith("$") ? words.endsWith(" " + p.slice(0, -1) + " ") : words.startsWith(" " + p + " "); });
  }
  function askedKind(text) {
    var frame = root.frames.find(function (frame) { return fits(text, frame[1]); });
    return frame ? frame[0] : -1;
  }
  /* Who asks how many is not answered by a text without a number. */
  function lacksNumber(question, text) {
    return fits(question, root.number[0]) && !FIGURE.test(text) && !has(text, 1);
  }
  /* Whether one of the words with such a number stands in a text. */
  function has(text, which) {
    var words = spaced(text);
    return root.number[which].split("|").some(function (word) { return words.indexOf(" " + word + " ") >= 0; });
  }

  /* The rarity of what stands in these units. */
  function worth(layer, list) { return rarity(2 * layer.units + 2, 2 * list.heavy + 1); }

  /* What each word of the question may stand for: keys with weights, rarity. */
  function meanings(layer, words, typing) {
    var whole = typing ? words.slice(0, -1) : words;
    return lookUp(layer, whole.map(function (w) { return [w.stem, w.family]; })).then(function (found) {
      return Promise.all(words.map(function (word, i) {
        var entry = found[i] || {};
        return meaning(layer, words, i, entry.stem, entry.family, i >= whole.length);
      }));
    });
  }

  function meaning(layer, words, i, entry, kin, unfinished) {
    var word = words[i], meaning = { keys: [], same: [], rarity: UNKNOWN, known: !!kin || !!entry };
    word.strange = !meaning.known && !unfinished;
    word.same = meaning.same;
    if (entry && entry.own >= 0) { meaning.keys.push([entry.own, OWN, ASKED]); }
    if (kin) {
      kin.members.forEach(function (key) { if (!entry || key !== entry.own) { meaning.keys.push([key, KIN_WEIGHT, ASKED]); } });
      meaning.rarity = rarity(2 * layer.units + 2, 2 * kin.units + 1);
    }
    var told = !!kin;
    if (entry) {
      meaning.topic = entry.topic;
      if (entry.light) { meaning.rarity = Math.floor(meaning.rarity * LIGHT / 64); }
      entry.same.forEach(function (synonym) {
        told = told || !synonym.rest.length;
        var fits = synonym.rest.every(function (h, j) { return words[i + 1 + j] && hash(words[i + 1 + j].stem) === h; });
        if (fits) { meaning.same.push({ from: i, to: i + synonym.rest.length, weight: OWN, group: synonym.group, own: synonym.own }); }
      });
    }
    /* A word that is being typed is nothing but the beginning of one: whatever else it may seem to mean is nobody's word. */
    return (unfinished ? beginnings(layer, word.text) : Promise.resolve([])).then(function (begun) {
      if (unfinished) {
        meaning.known = begun.length > 0;
        return [BEGUN, begun];
      }
      /* A word that the site has in no form, and for which nothing else is known to stand, is guessed at. */
      return (told ? Promise.resolve([]) : nearTo(layer, word.stem)).then(function (near) {
        near.forEach(function (n) { meaning.keys.push([n[0], n[1], NEAR]); });
        if (meaning.known || near.length) { meaning.known = true; return null; }
        return slips(layer, word.stem).then(function (slip) { return [slip[0] < 2 ? 56 : slip[0] < 3 ? 48 : 40, slip[1]]; });
      });
    }).then(function (wish) {
      if (!wish) { return meaning; }
      /* Words of the site that are taken for this one, for whoever marks them. */
      word.also = word.also.concat(wish[1]);
      return lookUp(layer, wish[1].map(function (s) { return [s, family(s)]; })).then(function (others) {
        var count = 0;
        others.forEach(function (other) {
          if (other.stem && other.stem.own >= 0) { meaning.keys.push([other.stem.own, wish[0], ALIKE]); }
          if (other.stem) {
            other.stem.same.forEach(function (synonym) {
              if (!synonym.rest.length) { meaning.same.push({ from: i, to: i, weight: wish[0], group: synonym.group, own: synonym.own }); }
            });
          }
          if (other.family) {
            count = Math.max(count, other.family.units);
            other.family.members.forEach(function (key) { meaning.keys.push([key, wish[0] - 8, ALIKE]); });
          }
        });
        if (count && !kin) { meaning.rarity = rarity(2 * layer.units + 2, 2 * count + 1); }
        return meaning;
      });
    });
  }

  /* Ranks the units of a layer for a question. */
  function rank(layer, text, options, plain) {
    var place = rare && !plain ? rare.address(text) : null, rest = place ? place.left : text;
    return terms(rest, layer).then(function (words) {
      return meanings(layer, words, options.typing).then(function (known) { return { words: words, known: known }; });
    }).then(function (asked) {
      var unknown = asked.known.filter(function (m) { return !m.known; }).length;
      var other = unknown > 0 && !place && rare && !options.typing ? rare.otherLayout(rest) : null;
      if (!other) { return asked; }
      return terms(other, layer).then(function (words) {
        return meanings(layer, words, options.typing).then(function (known) {
          var strange = known.filter(function (m) { return !m.known; }).length;
          /* A slip or two leave a question in the letters that it is typed in: most words of the other reading are known. */
          var fits = strange * 2 < words.length;
          return fits && strange / words.length < unknown / asked.words.length ? { words: words, known: known } : asked;
        });
      });
    }).then(function (asked) {
      var named = place ? place.words : [], others = place ? place.others : [], asIs = wording(text), silent = layer.silent.indexOf(hash(asIs)) >= 0;
      return lookUp(layer, named.concat(others, silent ? asIs : []).map(function (w) { return [w, w]; })).then(function (found) {
        asked.place = found.map(function (f) { return f.stem ? f.stem.own : -1; });
        asked.wording = silent ? asked.place.pop() : -1;
        others = asked.place.splice(named.length);
        /* A number that no clause has is a word like others. */
        var clause = place ? named.findIndex(function (w) { return !/[\/¶]/.test(w); }) : -1, missing = clause >= 0 && asked.place[clause] < 0 ? named[clause].slice(1) : null;
        if (place && place.loose && asked.place.every(function (key) { return key < 0; })) {
          return rank(layer, text, options, true).then(function (ranked) { return Object.assign(ranked, { missing: missing.indexOf(".") > 0 ? missing : null }); });
        }
        if (options.bare) { return asked; }
        asked.kind = askedKind(text);
        /* Who asks for what rules often do not tell is answered only by what covers more of the question. */
        asked.least = has(text, 2) && !has(text, 3) ? DOUBTED : THRESHOLD;
        var keys = new Set(), same = new Set();
        if (asked.wording >= 0) { keys.add(asked.wording); }
        asked.place.concat(others).forEach(function (key) { if (key >= 0) { keys.add(key); } });
        asked.known.forEach(function (meaning) {
          meaning.keys.forEach(function (pair) { keys.add(pair[0]); });
          meaning.same.forEach(function (synonym) { same.add(synonym.group); });
        });
        return Promise.all([postings(layer, keys), groups(layer, same)]).then(function (got) {
          if (place) { rare.joined(got[0], asked.place, others); }
          return Object.assign(score(layer, asked, got[0], got[1], options), { missing: missing });
        });
      });
    });
  }

  function score(layer, asked, lists, groups, options) {
    /* First, which list counts how for which word: how much it is worth at most, how far it covers the word at most. */
    var phrases = [], total = 0, topics = 0;
    asked.known.forEach(function (meaning) {
      meaning.same.forEach(function (synonym) {
        var group = groups.get(synonym.group) || { lists: [] };
        group.lists.forEach(function (list, place) {
          if (place + 1 !== synonym.own) { phrases.push({ of: synonym, list: list, weight: group.weight * synonym.weight >> 6, worth: worth(layer, list) }); }
        });
      });
    });
    var words = asked.known.map(function (meaning, i) {
      var word = { spoke: 1 << i, rarity: meaning.rarity, lists: [], length: 0, most: 0, cover: 0 };
      function part(list, weight, worth, by) {
        var m = list.most * weight >> 6;
        if (!m) { return; }
        word.lists.push({ units: list.units, weights: list.weights, at: 0, weight: weight, worth: worth, by: by });
        word.length += list.units.length;
        word.most = Math.max(word.most, m * worth);
        word.cover = Math.max(word.cover, meaning.rarity * (Math.min(m, FULL) >> 2 - by));
      }
      /* What is only guessed counts no more than it is worth itself: a rare word may stand for a common one. */
      meaning.keys.forEach(function (key) {
        var list = lists.get(key[0]) || NOWHERE;
        part(list, key[1], key[2] === ASKED ? meaning.rarity : Math.min(meaning.rarity, worth(layer, list)), key[2] === NEAR ? 1 : 2);
      });
      phrases.forEach(function (phrase) {
        if (phrase.of.from <= i && i <= phrase.of.to) { part(phrase.list, phrase.weight, Math.min(phrase.worth, Math.floor(meaning.rarity * 6 / 5)), 2); }
      });
      total += meaning.rarity * FULL;
      if (meaning.topic) { topics |= word.spoke; }
      return word;
    }).sort(function (a, b) { return b.length - a.length; });
    /* The clause that is named comes first, whatever else is asked. */
    var named = null;
    asked.place.some(function (key, i) {
      if (key < 0) { return false; }
      named = lists.get(key) || NOWHERE;
      asked.exact = i === 0;
      return true;
    });
    var first = new Set();
    [named, lists.get(asked.wording)].forEach(function (list) {
      if (list) { list.units.forEach(function (unit) { first.add(unit); }); }
    });
    /* The best of all, and the best that the filters let through. */
    var top = null, hits = [], least = -1, whole = 5 * total || 1, limit = Math.max(options.limit, LOOKED_AT), ofKind = Math.pow(2, layer.places + layer.slots), ofSlot = Math.pow(2, layer.places);
    var sum = 0, covers = 0, spoken = 0;
    function offer(unit, named) {
      var kind = layer.kindOf[Math.floor(unit / ofKind)];
      /* A single word is no question to which the texts could be silent. */
      if (kind === SILENT && asked.words.length < 2 && !named) { return; }
      var score = (named ? NAMED : 0) + Math.floor(Math.floor(sum * (2 * total + 3 * covers) / whole) * (kind === asked.kind ? WISHED : KIND_WEIGHT[kind]) / 64);
      if (score < least || (score === least && unit > hits[limit - 1].unit)) { return; }
      var hit = { unit: unit, kind: kind, score: score, cover: covers, strays: !spoken || (topics & ~spoken) !== 0, named: named };
      if (!top || before(hit, top)) { top = hit; }
      if (options.kinds && options.kinds.indexOf(KINDS[kind]) < 0) { return; }
      var readers = options.audience ? layer.audience.get(Math.floor(unit / ofSlot) % Math.pow(2, layer.slots)) : 0;
      if (readers && !(readers & options.audience)) { return; }
      for (var i = Math.min(hits.length, limit - 1); i > 0 && before(hit, hits[i - 1]); i--) { hits[i] = hits[i - 1]; }
      hits[i] = hit;
      if (hits.length === limit) { least = hits[limit - 1].score; }
    }
    /* Adds what the lists of a word have of a unit; it and those before it are behind then. */
    function add(word, unit) {
      var best = 0, cover = 0, sure = 0;
      for (var i = 0; i < word.lists.length; i++) {
        var list = word.lists[i], units = list.units, at = list.at;
        if (units[at] < unit) { at = list.at = reach(units, at, unit); }
        if (units[at] !== unit) { continue; }
        list.at++;
        var m = list.weights[at] * list.weight >> 6;
        if (!m) { continue; }
        if (m * list.worth > best) { best = m * list.worth; }
        if (Math.min(m, FULL) >> 2 - list.by > cover) { cover = Math.min(m, FULL) >> 2 - list.by; }
        if (list.by > sure) { sure = list.by; }
      }
      sum += best;
      covers += word.rarity * cover;
      if (sure > 1) { spoken |= word.spoke; }
    }
    /* Unit after unit, in the order of their numbers. The words with the longest lists are passed over as long as no unit
       that has only them can be among the best: they are looked up where a rarer one stands. */
    var passed = 0, ceiling = 0, cap = 0, reached = -1;
    for (;;) {
      while (reached !== least && passed < words.length && !first.size && most(ceiling + words[passed].most, cap + words[passed].cover) <= least) {
        ceiling += words[passed].most;
        cap += words[passed++].cover;
      }
      reached = least;
      var unit = Infinity, w, l;
      for (w = passed; w < words.length; w++) {
        for (l = 0; l < words[w].lists.length; l++) {
          var next = words[w].lists[l];
          if (next.units[next.at] < unit) { unit = next.units[next.at]; }
        }
      }
      if (unit === Infinity) { break; }
      sum = covers = spoken = 0;
      for (w = passed; w < words.length; w++) { add(words[w], unit); }
      if (!passed || most(sum + ceiling, covers + cap) > least) {
        for (w = 0; w < passed; w++) { add(words[w], unit); }
        if (sum) { offer(unit, first.delete(unit)); }
      }
    }
    /* The score before the kind of a unit is looked at; no kind makes it higher. */
    function most(sum, covers) { return Math.floor(sum * (2 * total + 3 * covers) / whole); }
    sum = covers = spoken = 0;
    first.forEach(function (unit) { offer(unit, true); });
    /* How far the best one covers the question, in hundredths. What speaks of none of its words for sure
       does not answer, nor what does not speak of a topic in it. */
    var share = 0;
    if (top && top.kind !== SILENT) { share = top.named ? 100 : top.strays || !total ? 0 : Math.floor(top.cover * 100 / total); }
    var answered = named ? asked.exact : share >= asked.least;
    return { hits: hits, answered: answered, named: !!named, words: asked.words, cover: share };
  }

  /* The first place from one on where a list has a unit or one behind it: in leaps, then between the last two. */
  function reach(units, from, unit) {
    var leap = 1, to = from + 1;
    while (to < units.length && units[to] < unit) { from = to; to += leap *= 2; }
    if (to > units.length) { to = units.length; }
    while (from + 1 < to) {
      var middle = (from + to) >> 1;
      if (units[middle] < unit) { from = middle; } else { to = middle; }
    }
    return to;
  }

  function before(a, b) { return a.score > b.score || (a.score === b.score && a.unit < b.unit); }

  /* Least share of the question, in hundredths, that an answer covers. */
  var THRESHOLD = 4, DOUBTED = 22;

  /* --- results ------------------------------------------------------------------------------------------------- */

  /* The name of a heading in addresses. */
  var LATIN = "a b v g d e zh z i i k l m n o p r s t u f kh ts ch sh shch ie y  e iu ia".split(" ");
  function slug(heading) {
    return folded(heading).replace(/[а-я]/g, function (c) { return LATIN[c.charCodeAt(0) - 0x430]; }).replace(/[\u0300-\u036f]/g, "")
      .replace(/[^a-z0-9_]+/g, "-").replace(/^-|-$/g, "");
  }

  /* The pieces of a shard of texts: units of one kind and page in a row, a line for each. */
  function pieces(layer, low) {
    return function (letters) {
      return text(letters).split("\n\n").map(function (piece) {
        var lines = piece.split("\n"), head = lines[0].split("\t");
        low = stepped(layer, low, head[0]);
        return { first: low, head: head, lines: lines };
      });
    };
  }

  /* What is shown of the units of some hits. */
  function shown(layer, hits, old) {
    return Promise.all(hits.map(function (hit) {
      return place(layer.text, hit.unit).then(function (of) { return read(of.name, pieces(layer, of.low)); }).then(function (pieces) {
        var own = null;
        pieces.forEach(function (p) { if (p.first <= hit.unit) { own = p; } });
        var line = own && own.lines[hit.unit - own.first + 1];
        if (line === null || line === undefined) { return null; }
        var unit = line.split("\t"), path = unit[2] ? unit[2].split("\r") : [], page = own.head[1];
        var anchor = unit[0].replace(/^~(.*)/, function (all, n) { return slug(path[path.length - 1]) + (n && "-" + n); });
        /* An anchor that is a page of its own: orders stand on one sheet. */
        var url = /\.html/.test(anchor) ? anchor : anchor ? page + "#" + anchor : page;
        return {
          address: unit[3] || null, regulation: own.head[3] || null, edition: own.head[4] || null, url: url, title: own.head[2], kind: KINDS[hit.kind],
          score: hit.score, similar: false, text: unit[1], path: path, paragraph: Number(unit[4]) || null, audience: Number(own.head[5]) || 0,
          superseded: old, silent: hit.kind === SILENT
        };
      });
    })).then(function (list) { return list.filter(Boolean); });
  }

  /* Moves up, among the best, what has the words of the question beside each other and in their order: 4 for a pair that
     stands as it is asked, 3 with a word between, 2 the other way round; at most a quarter of the score is added. */
  var LOOKED_AT = 5;
  function ordered(hits, words) {
    var best = hits.slice(0, LOOKED_AT), pairs = words.length - 1;
    if (pairs < 1) { return hits; }
    best.forEach(function (hit) {
      if (hit.score >= NAMED) { return; }
      var told = [], near = 0;
      runs(folded(hit.text)).forEach(function (run) {
        run.parts.forEach(function (part) { if (!root.stop.has(part)) { told.push(family(stem(part))); } });
      });
      for (var i = 0; i < pairs; i++) {
        var first = words[i].family, second = words[i + 1].family, most = 0;
        for (var at = told.indexOf(first); at >= 0; at = told.indexOf(first, at + 1)) {
          most = Math.max(most, told[at + 1] === second ? 4 : told[at + 2] === second ? 3 : told[at - 1] === second ? 2 : 0);
        }
        near += most;
      }
      hit.score += Math.floor(hit.score * near / (16 * pairs));
    });
    best.sort(function (a, b) { return b.score - a.score; });
    return best.concat(hits.slice(LOOKED_AT));
  }

  /* Superseded editions are searched when the question asks for them; the edition of a day or year that it names, or
     else any that is superseded, comes first. */
  var ASKS_OLD = /(прежн|стар|предыдущ|прошл|утративш|отмененн|недейств)[а-я]* (редакци|положени|верси)|(редакци|верси|положени)[а-я]* ((от|до|за) )?(\d\d?\.\d\d?\.)?20\d\d/;
  function isOfEdition(text, hit) {
    var day = /(?:(\d\d?)\.(\d\d?)\.)?(20\d\d)/.exec(text);
    if (!day || !hit.edition) { return hit.superseded; }
    return hit.edition.indexOf(day[1] ? day[3] + "-" + ("0" + day[2]).slice(-2) + "-" + ("0" + day[1]).slice(-2) : day[3]) === 0;
  }

  /* Finds answers: {hits, answered, words}. Options: limit, kinds, audience (bits), old (superseded editions too), typing. */
  function find(from, query, options) {
    var limit = options && options.limit >= 0 ? options.limit : 10, text = folded(String(query));
    options = Object.assign({}, options, { limit: limit });
    return load(from).then(function () { return /[a-z]|\p{N}/u.test(text) ? whenRare() : null; }).then(function () {
      var layers = [root.layers[0]];
      var old = root.layers[1] && ASKS_OLD.exec(text);
      if (root.layers[1] && (options.old || old)) { layers.push(root.layers[1]); }
      return Promise.all(layers.map(function (layer) { return rank(layer, text, options); })).then(function (ranked) {
        return Promise.all(ranked.map(function (r, i) { return shown(layers[i], r.hits, i > 0).then(function (hits) {
            if (!r.named && hits.length && lacksNumber(text, folded(hits[0].text))) { r.answered = false; }
            return ordered(hits, r.words);
          });
        })).then(function (lists) {
          var hits = [].concat.apply([], lists);
          if (lists.length > 1) { hits.sort(function (a, b) { return (old ? isOfEdition(old[0], b) - isOfEdition(old[0], a) : 0) || b.score - a.score; }); }
          var answered = ranked.some(function (r) { return r.answered; });
          hits = hits.slice(0, limit);
          hits.forEach(function (hit) { hit.similar = !answered; });
          /* Words such as «и» and «как» alone ask for nothing, unless the school has a question of just these. */
          var words = ranked[0].words, vague = words.every(function (w) { return w.stop; }) && !(hits.length && hits[0].score >= NAMED);
          return { hits: hits, answered: answered, vague: vague, missing: ranked[0].missing, words: words, cover: ranked[0].cover };
        });
      });
    });
  }

  /* The words of a question that carry weight, with what was taken for them; a last one that is strange as a beginning. */
  function heavy(from, query, typing) {
    var text = folded(query);
    return load(from).then(function () { return /[a-z]|\p{N}/u.test(text) ? whenRare() : null; }).then(function () {
      return rank(root.layers[0], text, { bare: true, typing: typing });
    }).then(function (asked) {
      var last = asked.words[asked.words.length - 1];
      return last && last.strange && !last.also.length && !typing ? heavy(from, query, true) : asked.words;
    });
  }

  svod.find = find;
  svod.load = load;
  svod.heavy = heavy;
  svod.lookUp = function (words) { return lookUp(root.layers[0], words.map(function (w) { return [stem(w), family(stem(w))]; })); };
  svod.kindsOf = function (root) { return KINDS.filter(function (kind, i) { return root.layers[0].kinds >> i & 1; }); };
  svod.plain = function (found) {
    return found.hits.map(function (h) {
      return { address: h.address, regulation: h.regulation, edition: h.edition, url: h.url, title: h.title || h.path[0] || h.text, kind: h.kind, score: h.score, similar: h.similar };
    });
  };
  svod.search = svod.search || function (query, options) { return find(svod.base || "", query, options).then(svod.plain); };
}());
