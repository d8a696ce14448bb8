from __future__ import annotations

from pathlib import Path

from dragoman.benchmarks.conllu import read_conllu
from dragoman.benchmarks.parse import PEERS, run
from tests.language.stub import stub_language

# The stub parses "Bo waited ." exactly so, and hangs every word of a sentence without a verb on its first.
RIGHT = """# newdoc id = a
# sent_id = a-1
# text = Bo waited.
1\tBo\tBo\tPROPN\t_\t_\t2\tnsubj:pass\t_\t_
2\twaited\twait\tVERB\t_\tNumber=Sing|Person=3\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t_\t_\t2\tnsubj\t_\t_

# sent_id = a-2
# text = Li left
1\tLi\tLi\tPROPN\t_\t_\t2\tnsubj\t_\t_
2\tleft\tleave\tVERB\t_\t_\t0\troot\t_\t_

"""


def test_all_keys_of_the_contract_are_there_and_right(tmp_path: Path) -> None:
    file = tmp_path / "gold.conllu"
    file.write_text(RIGHT)
    scores = run(file, language=stub_language())
    assert (scores["sentences"], scores["words"]) == (2, 5)
    assert (scores["upos"], scores["uas"], scores["las"]) == (80.0, 60.0, 60.0)
    assert (scores["token_f"], scores["sentence_f"]) == (100.0, 100.0)
    assert scores["las_raw"] == 60.0
    assert scores["words_per_second"] > 0


def test_predictions_are_conllu_again(tmp_path: Path) -> None:
    file, out = tmp_path / "gold.conllu", tmp_path / "out.conllu"
    file.write_text(RIGHT)
    run(file, limit=1, predictions=out, language=stub_language())
    (sentence,) = read_conllu(out)
    assert sentence.sent_id == "a-1"
    assert [(w.form, w.lemma, w.upos, w.head, w.deprel) for w in sentence.words] == [
        ("Bo", "Bo", "PROPN", 1, "nsubj"),
        ("waited", "wait", "VERB", -1, "root"),
        (".", ".", "PUNCT", 1, "nsubj"),
    ]


def test_peers_have_a_source() -> None:
    assert PEERS
    assert all(p.system and p.figures and p.source for p in PEERS)
