"""What every bench promises: one JSON object with its keys, --limit, --predictions, exit 2 on bad input.

The sets are invented and tiny; the scores on them mean nothing.
"""

from __future__ import annotations

import gzip
import json
from importlib import import_module
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dragoman.cli.app import build

MODEL = Path(__file__).parents[2] / "src" / "dragoman" / "language" / "model" / "model.onnx"
needs_model = pytest.mark.skipif(not MODEL.exists(), reason="the language model is not built")

CONLLU = """# newdoc id = n01
# sent_id = n01001
# text = Peru left.
1	Peru	Peru	PROPN	NNP	Number=Sing	2	nsubj	_	_
2	left	leave	VERB	VBD	_	0	root	_	SpaceAfter=No
3	.	.	PUNCT	.	_	2	punct	_	_

# sent_id = w01001
# text = Chile waited.
1	Chile	Chile	PROPN	NNP	Number=Sing	2	nsubj	_	_
2	waited	wait	VERB	VBD	_	0	root	_	SpaceAfter=No
3	.	.	PUNCT	.	_	2	punct	_	_

"""
ENTITIES = CONLLU.replace("_\t_\n2\t", "_\tEntity=(1-place-new-n-cf1-1-coref)\n2\t").replace(
    "\t_\tSpaceAfter=No\n3", "\t_\tEntity=(1-place-giv-n-cf1-1-coref)|SpaceAfter=No\n3"
)
FRAMES = '{"sent_id": "n01001", "frames": [{"token": 2, "roleset": "leave.01", "args": [["ARG0", 1, 1]]}]}\n'
IOB = "Maria\tB-PER\nSoto\tI-PER\nleft\tO\nPeru\tB-LOC\n.\tO\n\nChile\tB-LOC\nwaited\tO\n.\tO\n"
MARKED = (
    "event\tmarked_sentence\n"
    "ACCUSE\t<s>Peru</s> accused <t>Chile</t> of shelling a border post.\n"
    "YIELD\tThe army of <s>Chad</s> withdrew from <t>Niger</t> on Monday.\n"
)
TIMEML = (
    '<TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2024-03-05" functionInDocument="CREATION_TIME">'
    'March 5, 2024</TIMEX3></DCT><TEXT>The talks ended on <TIMEX3 tid="t1" type="DATE" value="2024-03-04">'
    "Monday</TIMEX3>.</TEXT></TimeML>"
)
DAY = '{"text": "Peru shelled a post on Monday.", "published": "2024-03-05", "date": "2024-03-04"}\n'
SAID = "Peru will not sign, the minister said."
ANN = (
    "T1\tContent 0 18\tPeru will not sign\nT2\tSource 20 32\tthe minister\nT3\tCue 33 37\tsaid\n"
    "E1\tAttribution:T3 Cue:T3 Content:T1 Source:T2\n"
)
REPORT = (
    "## report: r1 | publisher: The Quay | published: 2024-03-05 | theme: fish | region: nowhere\n"
    "Peru pledged to send 30 boats.\n! promise | Peru | | send 30 boats\n$ 30 | 30..30 | boat | sent\n"
    "Peru opposes the dam.\n~ against | Peru | dam | dam\n"
)
PLACES = (
    "<articles><article><text>A fire broke out in Lima.</text><toponyms>"
    "<toponym><start>20</start><end>24</end>"
    '<phrase>Lima</phrase><gaztag geonameid="3936456"><lat>-12.04</lat><lon>-77.03</lon></gaztag></toponym>'
    "</toponyms></article></articles>"
)
PAGE = (
    '<html><head><meta property="article:published_time" content="2024-03-05T10:00:00Z"></head>'
    "<body><article><h1>Peru and Chile sign a treaty</h1><p>Peru and Chile signed a treaty on fishing in "
    "Lima on Monday, after three years of talks between the two governments.</p><p>The ministers shook "
    "hands and left without taking any questions from the reporters who had waited for them.</p>"
    "</article></body></html>"
)


def text_file(name, text):
    def made(folder):
        (folder / name).write_text(text, encoding="utf-8")
        return [folder / name]

    return made


def propbank(folder):
    (path,) = text_file("frames.jsonl", FRAMES)(folder)
    (words,) = text_file("words.conllu", CONLLU)(folder)
    return [path, "--conllu", words]


def timeml(folder):
    text_file("a.tml", TIMEML)(folder)
    return [folder]


def attributions(folder):
    for kind, name, text in (("text", "a.txt", SAID), ("attributions", "a.ann", ANN)):
        (folder / kind).mkdir()
        text_file(name, text)(folder / kind)
    return [folder]


def checkout(folder):
    (folder / "html").mkdir()
    (folder / "html" / "a.html.gz").write_bytes(gzip.compress(PAGE.encode()))
    text_file("ground-truth.json", json.dumps({"a": {"articleBody": "Peru and Chile signed a treaty"}}))(
        folder
    )
    return [folder]


def dated_pages(folder):
    text_file("a.html", PAGE)(folder)
    text_file("dates.json", '{"a.html": "2024-03-05"}')(folder)
    return [folder]


def reports(folder):
    text_file("r1.txt", REPORT)(folder)
    return [folder, "--part", "all"]


PARSE = "sentences words upos uas las las_raw sentence_f token_f words_per_second"
RELATIONS = "rows macro_f1 accuracy quad_macro_f1 binary_macro_f1 ci95 types pairs_per_second"
FORM = "attributions content_exact_f1 content_overlap_f1 cue_f1 speaker_accuracy"

BENCHES = {
    "parse": (text_file("a.conllu", CONLLU), PARSE),
    "entities": (text_file("a.iob2", IOB), "precision recall f1 labels"),
    "roles": (propbank, "predicate_f1 argument_f1"),
    "relations": (text_file("a.tsv", MARKED), RELATIONS),
    "triples": (text_file("a.tsv", MARKED), "rows found pair_found events_per_sentence"),
    "actors": (
        text_file("a.tsv", "text\tdate\tcountry\tsector\nPeruvian police\t2024-03-05\tPER\tCOP\n"),
        "rows country sector both",
    ),
    "places": (
        text_file("a.xml", PLACES),
        "toponyms exact country at_161km recall_end_to_end at_161km_end_to_end",
    ),
    "dates": (timeml, "span_f1 value_f1 type_f1"),
    "event-dates": (text_file("a.jsonl", DAY), "rows day month year missing day_elsewhere baseline"),
    "coreference": (text_file("a.conllu", ENTITIES), "mentions right kinds"),
    "quotations": (attributions, f"{FORM} direct mixed indirect"),
    "pledges": (reports, "precision recall f1 strengths"),
    "positions": (reports, "precision recall f1 stances"),
    "figures": (reports, "precision recall f1 spans by_bound"),
    "pages": (checkout, "pages f1 precision recall"),
    "page-dates": (dated_pages, "pages accuracy"),
}
COUNTS = {
    "sentences", "words", "rows", "toponyms", "attributions", "pages", "words_per_second", "pairs_per_second",
    "mentions", "events_per_sentence",
}  # fmt: skip


@pytest.fixture
def bench(monkeypatch):
    """Run ``dragoman bench`` with these arguments."""
    for name in ("MODEL", "CODEBOOK"):
        monkeypatch.delenv(f"DRAGOMAN_{name}", raising=False)

    def runner(*arguments):
        return CliRunner().invoke(build(), ["bench", *(str(a) for a in arguments)])

    return runner


@needs_model
@pytest.mark.parametrize("name", BENCHES)
def test_one_object_with_the_promised_keys(name, bench, tmp_path):
    made, keys = BENCHES[name]
    out = tmp_path / "answers"
    (tmp_path / "set").mkdir()
    done = bench(name, *made(tmp_path / "set"), "--json", "--limit", "1", "--predictions", out)
    assert done.exit_code == 0, done.stderr
    scores = json.loads(done.stdout)
    assert set(keys.split()) <= set(scores)
    assert out.read_text(encoding="utf-8")
    for key in set(keys.split()) - COUNTS:
        if isinstance(scores[key], float):
            assert 0 <= scores[key] <= 100
            assert scores[key] == round(scores[key], 1)


@needs_model
def test_each_form_of_speech_has_the_same_keys(bench, tmp_path):
    scores = json.loads(bench("quotations", *attributions(tmp_path), "--json").stdout)
    for form in ("direct", "mixed", "indirect"):
        assert set(FORM.split()) <= set(scores[form])


@pytest.mark.parametrize("name", BENCHES)
def test_what_is_not_of_the_format_is_exit_2(name, bench, tmp_path):
    (path,) = text_file("a.txt", "This is a story.\nIt has no columns.\n")(tmp_path)
    more = ["--conllu", path] if name == "roles" else []
    done = bench(name, path, *more, "--json")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "a.txt" in done.stderr


@pytest.mark.parametrize("name", BENCHES)
def test_an_empty_file_and_an_empty_folder_are_exit_2(name, bench, tmp_path):
    (path,) = text_file("a.txt", "")(tmp_path)
    (tmp_path / "none").mkdir()
    for given in (path, tmp_path / "none"):
        more = ["--conllu", given] if name == "roles" else []
        done = bench(name, given, *more, "--json")
        assert (done.exit_code, done.stdout) == (2, ""), given


@pytest.mark.parametrize("name", BENCHES)
def test_bytes_that_are_no_text_are_exit_2(name, bench, tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xff\xfe\x00\x81" * 20)
    more = ["--conllu", path] if name == "roles" else []
    done = bench(name, path, *more, "--json")
    assert (done.exit_code, done.stdout) == (2, "")


@needs_model
def test_a_bench_that_cannot_write_its_answers_says_so_first(bench, tmp_path):
    path, *_ = text_file("a.conllu", CONLLU)(tmp_path)
    done = bench("parse", path, "--predictions", tmp_path / "none" / "answers")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "nothing can be written there" in done.stderr


@needs_model
def test_a_prefix_keeps_the_sentences_whose_id_begins_so(bench, tmp_path):
    path, *_ = text_file("a.conllu", CONLLU)(tmp_path)
    assert json.loads(bench("parse", path, "--json", "--prefix", "w").stdout)["sentences"] == 1
    assert bench("parse", path, "--json", "--prefix", "x").exit_code == 2


def test_labels_and_maps_go_only_where_they_belong(bench, tmp_path):
    (names,) = text_file("a.iob2", IOB)(tmp_path)
    (pairs,) = text_file("a.tsv", MARKED)(tmp_path)
    assert "takes no --labels" in bench("entities", names, "--labels", "root").stderr
    assert "takes no --map" in bench("relations", pairs, "--map", names).stderr


@pytest.mark.parametrize("name", ["coreference", "pledges", "positions", "figures", "occurrences", "castles"])
def test_a_bench_that_is_not_there_is_exit_2(name, bench):
    try:
        import_module(f"dragoman.benchmarks.{name}")
    except ModuleNotFoundError:
        done = bench(name, "x", "--json")
        assert (done.exit_code, done.stdout) == (2, "")
        assert f"no bench called '{name}'" in done.stderr
    else:
        pytest.skip("it is built by now")
