"""The ``dates`` bench on GUM's marks: which dates of a file count, and what answers them."""

from datetime import date
from pathlib import Path

import pytest

from dragoman.benchmarks import dates
from dragoman.benchmarks.conllu import documents, read_conllu
from dragoman.benchmarks.marked_days import marked_dates
from dragoman.errors import BadInput

ROWS = [
    ("They", "PRON", 2, "nsubj", "_"),
    ("met", "VERB", 0, "root", "_"),
    ("on", "ADP", 4, "case", "_"),
    ("Friday", "PROPN", 2, "obl", 'XML=<date when:::"2011-04-08"></date>'),
    ("and", "CCONJ", 6, "cc", "_"),
    ("talked", "VERB", 2, "conj", "_"),
    ("from", "ADP", 8, "case", "_"),
    ("May", "PROPN", 6, "obl", 'XML=<date from:::"2010-05" to:::"2010-07">'),
    ("to", "ADP", 10, "case", "_"),
    ("July", "PROPN", 8, "nmod", "XML=</date>"),
    ("2010", "NUM", 10, "nmod", 'XML=<date when:::"soon"></date>'),
]


def conllu(folder: Path, rows=ROWS) -> Path:
    text = " ".join(word for word, *_ in rows)
    lines = ["# newdoc id = d", "# meta::dateCreated = 2011-04-13", "# sent_id = d-1", f"# text = {text}"]
    lines += [
        f"{i}\t{word}\t{word.lower()}\t{upos}\t_\t_\t{head}\t{rel}\t_\t{misc}"
        for i, (word, upos, head, rel, misc) in enumerate(rows, start=1)
    ]
    file = folder / "d.conllu"
    file.write_text("\n".join(lines) + "\n\n", encoding="utf-8")
    return file


def test_dates_with_days_count_and_stretches_run_from_their_first_to_their_last(tmp_path):
    [document] = documents(read_conllu(conllu(tmp_path)))
    told = [(d.span.of(document.text), d.first, d.last) for d in marked_dates(document)]
    assert document.created == "2011-04-13"
    assert told == [
        ("Friday", date(2011, 4, 8), date(2011, 4, 8)),
        ("May to July", date(2010, 5, 1), date(2010, 7, 31)),
    ]


def test_a_file_or_its_folder_is_scored_with_the_day_it_was_written(tmp_path):
    file = conllu(tmp_path)
    wanted = {"documents": 1, "dates": 2, "found": 100.0, "right": 100.0}
    assert dates.run(file) == dates.run(tmp_path, prefix="d-") == wanted


def test_what_was_answered_is_written_a_line_a_date(tmp_path):
    out = tmp_path / "out.tsv"
    dates.run(conllu(tmp_path), predictions=out)
    first, *_ = out.read_text(encoding="utf-8").splitlines()
    assert first.split("\t") == [
        "d",
        "Friday",
        "2011-04-08..2011-04-08",
        "Friday 2011-04-08..2011-04-08",
        "right",
    ]


def test_a_file_without_such_marks_is_an_error_that_says_so(tmp_path):
    bare = [(word, upos, head, rel, "_") for word, upos, head, rel, _ in ROWS]
    with pytest.raises(BadInput, match="XML=<date"):
        dates.run(conllu(tmp_path, bare))
