"""Writes the inflected forms of the treebanks' train parts, which the lemmatizer looks up.

    python -m training.lemma_forms ../shared/data/ud src/dragoman/language/lemmas.tsv

A form stands there with its part of speech when nine of ten of its occurrences have one lemma and that
lemma is not the form itself.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

from training.corpora import read_conllu

OPEN = frozenset({"VERB", "NOUN", "ADJ"})
PLAIN = re.compile(r"[a-z'][a-z'-]*")
LEFT_OUT = frozenset({"PROPN", "X", "SYM", "NUM", "PUNCT"})
SHARE = 0.9
HEADER = """# Inflected forms of English: form, part of speech (Universal Dependencies), lemma.
# Made by training/lemma_forms.py from the train parts of Universal Dependencies English EWT and GUM
# (without GUM's non-commercial genres). Licence of this file: CC BY-SA 4.0; attribution: Silveira et al.
# 2014, Zeldes 2017, and the Universal Dependencies contributors.
"""


def forms(folder: Path) -> dict[tuple[str, str], str]:
    """The lemma of each inflected form (in small letters, straight apostrophes) and part of speech."""
    counts: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for name in ("ewt-train", "gum-train"):
        for sentence in read_conllu(folder / f"{name}.conllu"):
            assert sentence.tree is not None
            for word, upos, lemma in zip(
                sentence.words, sentence.tree.upos, sentence.tree.lemmas, strict=True
            ):
                if upos not in LEFT_OUT:
                    counts[word.lower().replace("’", "'"), upos][lemma] += 1
    found: dict[tuple[str, str], str] = {}
    for (form, upos), lemmas in sorted(counts.items()):
        lemma, times = lemmas.most_common(1)[0]
        often_enough = times > 1 or upos in OPEN  # a closed class has no rare forms but typing errors
        plain = PLAIN.fullmatch(form) and PLAIN.fullmatch(lemma.lower())
        if lemma != form and plain and often_enough and times >= SHARE * lemmas.total():
            found[form, upos] = lemma
    return found


def main() -> None:
    """Write the file."""
    folder, out = Path(sys.argv[1]), Path(sys.argv[2])
    lines = [f"{form}\t{upos}\t{lemma}" for (form, upos), lemma in forms(folder).items()]
    out.write_text(HEADER + "\n".join([*lines, ""]), encoding="utf-8")


if __name__ == "__main__":
    main()
