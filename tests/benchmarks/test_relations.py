"""Marked pairs: which event answers for them, and how answers are scored."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from dragoman.benchmarks import relations, triples
from dragoman.benchmarks.marked import read_marked, unmarked
from dragoman.benchmarks.relations import macro_f1
from dragoman.codebook.older import load_edition
from dragoman.coding.between import between
from dragoman.errors import BadInput
from dragoman.language.pairs import Told
from dragoman.language.parse import Sentence, Word
from dragoman.record import Event, Evidence, Record, Span, Status

QUADS = {
    "AGREE": "verbal cooperation",
    "CONCEDE": "verbal cooperation",
    "RETREAT": "material cooperation",
    "ACCUSE": "verbal conflict",
    "ASSAULT": "material conflict",
}


def event(kind, text, actor, recipient=None, confidence=0.9):
    def at(words):
        return () if words is None else (Span(text.index(words), text.index(words) + len(words)),)

    telling = Evidence(Span(0, len(text)), Span(0, 1), at(actor), at(recipient))
    named = ("A",), ("B",) if recipient else ()
    return Event(
        f"{kind}-{actor}", kind, None, *named, Status.ACTUAL, False, (telling,), f"rule {kind}",
        confidence=confidence,
    )  # fmt: skip


class Reader:
    """Answers with the events made for a text, none for other texts; its head for pairs knows nothing."""

    def __init__(self, **events):
        self.codebook = SimpleNamespace(types={k: SimpleNamespace(quad=q) for k, q in QUADS.items()})
        self._events = events

    @property
    def told(self):
        return self

    def read(self, report):
        made = next((m for word, m in self._events.items() if word in report.text), [])
        return Record(report=report, events=tuple(event(kind, report.text, *who) for kind, *who in made))

    def between(self, text, actors, recipients):
        words = tuple(Word(i, w, Span(0, 1), "X", w, -1, "root") for i, w in enumerate(text.split()))
        told = Told({kind: 1 / len(QUADS) for kind in QUADS}, {"actual": 1.0}, ((0, 1.0),))
        events = self.read(SimpleNamespace(text=text)).events
        return between(Sentence(Span(0, len(text)), words), told, events, actors, recipients)


@pytest.fixture
def marked(tmp_path):
    def made(*rows, header="marked_sentence\tevent"):
        path = tmp_path / "pairs.tsv"
        path.write_text("\n".join([header, *("\t".join(r) for r in rows), ""]), encoding="utf-8")
        return path

    return made


@pytest.mark.parametrize(
    ("sentence", "text", "actors", "recipients"),
    [
        ("<s>Peru</s> hit <t>Chile</t>.", "Peru hit Chile.", ["Peru"], ["Chile"]),
        ("<s>Peru</s> and <s>Bolivia</s> hit it.", "Peru and Bolivia hit it.", ["Peru", "Bolivia"], []),
        ("<s>police of <t>Peru</t></s> left", "police of Peru left", ["police of Peru"], ["Peru"]),
        ("<T>Chile</T> was hit by <s>Peru", "Chile was hit by Peru", ["Peru"], ["Chile"]),
        ("Nothing</s> here, <b>really</b>", "Nothing here, <b>really</b>", [], []),
        ("<s></s>Peru", "Peru", [], []),
    ],
)
def test_marks_are_taken_out(sentence, text, actors, recipients):
    found, spans = unmarked(sentence)
    assert found == text
    assert [s.of(text) for s in spans["s"]] == actors
    assert [s.of(text) for s in spans["t"]] == recipients


def test_columns_in_any_order_and_cells_of_a_spreadsheet(marked):
    path = marked(
        ("7", "accuse", '"<s>Peru</s> said ""no"" to <t>Chile</t>."'), header="id\tevent\tmarked_sentence"
    )
    (row,) = read_marked(path)
    assert (row.label, row.text) == ("ACCUSE", 'Peru said "no" to Chile.')


def test_the_event_of_the_pair_answers_before_surer_ones(marked):
    path = marked(("<s>Peru</s> accused <t>Chile</t>, which Spain had hit.", "ACCUSE"))
    reader = Reader(Peru=[("ASSAULT", "Spain", "Chile", 0.99), ("ACCUSE", "Peru", "Chile", 0.2)])
    assert relations.run(path, reader=reader)["accuracy"] == 100.0


def test_every_pair_has_an_answer_with_its_reason(marked, tmp_path):
    path = marked(("<s>Peru</s> hit <t>Chile</t>.", "ASSAULT"))
    relations.run(path, reader=Reader(Peru=[("ASSAULT", "Peru", "Chile")]), predictions=tmp_path / "out.tsv")
    header, row = (tmp_path / "out.tsv").read_text().splitlines()
    gold, predicted, share, status, reason = row.split("\t")
    assert header == "gold\tpredicted\tprobability\tstatus\treason"
    assert (gold, predicted, status) == ("ASSAULT", "ASSAULT", "actual")
    assert 0.2 < float(share) <= 1
    assert "rule ASSAULT" in reason


def test_a_file_with_yield_follows_the_edition_that_has_it(marked):
    path = marked(
        ("<s>Peru</s> gave way to <t>Chile</t>.", "YIELD"),
        ("<s>Oman</s> will lift its embargo on <t>Iran</t>.", "AGREE"),
    )
    reader = Reader(Peru=[("CONCEDE", "Peru", "Chile")], Oman=[("CONCEDE", "Oman", "Iran")])
    assert relations.run(path, reader=reader)["accuracy"] == 50.0
    assert load_edition().label("CONCEDE", None, "pledged", ()) == "AGREE"
    assert load_edition().label("CONCEDE", None, "actual", ()) == "CONCEDE"
    assert load_edition().label("SANCTION", "discontinue", "actual", {"embargo"}) == "COERCE"


def test_yield_accepts_concede_and_retreat(marked):
    path = marked(
        ("<s>Peru</s> gave way to <t>Chile</t>.", "YIELD"),
        ("<s>Chad</s> left <t>Niger</t>.", "YIELD"),
        ("<s>Oman</s> agreed with <t>Iran</t>.", "AGREE"),
    )
    reader = Reader(
        Peru=[("CONCEDE", "Peru", "Chile")],
        Chad=[("RETREAT", "Chad", "Niger")],
        Oman=[("AGREE", "Oman", "Iran")],
    )
    scores = relations.run(path, reader=reader)
    assert (scores["macro_f1"], scores["quad_macro_f1"], scores["binary_macro_f1"]) == (100.0, 100.0, 100.0)
    assert scores["types"]["YIELD"]["true"] == 2
    assert triples.run(path, reader=reader)["found"] == 100.0


def test_two_labels_are_cooperation_and_conflict(marked):
    path = marked(("<s>Peru</s> hit <t>Chile</t>.", "1"), ("<s>Oman</s> agreed with <t>Iran</t>.", "0"))
    reader = Reader(Peru=[("ACCUSE", "Peru", "Chile")], Oman=[("ASSAULT", "Oman", "Iran")])
    scores = relations.run(path, reader=reader)
    assert (scores["accuracy"], scores["quad_macro_f1"]) == (50.0, None)
    assert scores["binary_macro_f1"] == scores["macro_f1"] == 33.3
    assert relations.run(path, labels="binary", reader=reader)["accuracy"] == 50.0


def test_a_triple_needs_type_actor_and_recipient(marked):
    path = marked(
        ("<s>Peru</s> hit <t>Chile</t>.", "ASSAULT"),
        ("<s>Chad</s> hit <t>Niger</t>.", "ASSAULT"),
        ("<s>Oman</s> hit <t>Iran</t>.", "ASSAULT"),
        ("<s>Cuba</s> rested.", "ASSAULT"),
    )
    reader = Reader(
        Peru=[("ASSAULT", "Peru", "Chile"), ("ACCUSE", "Chile", "Peru")],
        Chad=[("ACCUSE", "Chad", "Niger")],
        Oman=[("ASSAULT", "Iran", "Oman")],
    )
    scores = triples.run(path, reader=reader)
    assert scores.pop("curve")
    found = {"found": 25.0, "pair_found": 50.0, "events_per_sentence": 1.0}
    assert scores == {"rows": 4, "confidence": 0.2, **found, "unaware": found}


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([("<s>Peru</s> hit <t>Chile</t>.", "HIT")], r"pairs\.tsv:2: The event is 'HIT'"),
        ([("<s>Peru</s> hit <t>Chile</t>.", "AGREE"), ("", "AGREE")], r"pairs\.tsv:3: The row has no"),
        ([("Peru hit Chile.", "AGREE")], "No sentence has a mark"),
        ([], "no rows"),
    ],
)
def test_bad_rows_are_numbered(marked, rows, said):
    with pytest.raises(BadInput, match=said):
        relations.run(marked(*rows), reader=Reader())


def test_binary_labels_are_0_and_1_alone(marked):
    path = marked(("<s>Peru</s> hit <t>Chile</t>.", "ACCUSE"))
    with pytest.raises(BadInput, match="It must be 0"):
        relations.run(path, labels="binary", reader=Reader())
    with pytest.raises(BadInput, match="no scheme"):
        relations.run(path, labels="leaves", reader=Reader())


def test_macro_f1_is_over_the_classes_of_the_file():
    assert macro_f1([("a", "a"), ("a", "x"), ("b", "b")]) == 83.3
    assert macro_f1([]) == 0.0
