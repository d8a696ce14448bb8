"""Each command answers from the ledger, for people and for programs."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from dragoman.cli.codebook import _interval
from dragoman.ledger.writer import Writer
from dragoman.record import Actor, ActorKind
from tests.ledger.made import ACTORS, events, record, report


def lines(output):
    return [json.loads(line) for line in output.splitlines()]


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (["overview"], ["2 reports", "Strelsau Pact and Ruritania: 4 events", "dragoman relations PACT RUR"]),
        (["reports"], ["Zenda Courier", "0001c0ffee", "2024-04-20"]),
        (["actors"], ["person:rupert-hentzau", "minister"]),
        (["actors", "strelsau"], ["PACT"]),
        (
            ["events"],
            ["Strelsau Pact → Ruritania", "ASSAULT aerial", "(historical)", "on the word of Hentzau"],
        ),
        (["events"], ["Hentzau ↔ Strelsau Pact", "(2024-03-05)"]),
        (["events"], ["Zenda Courier, 2024-03-05; on the word of Hentzau"]),
        (["statements"], ["“We will withdraw 1,500 troops from Zenda by May”", "said (direct)"]),
        (
            ["pledges"],
            ["Ruritania → Strelsau Pact", "promise CONCEDE", "due 2024-05-31", "Zenda Courier, 2024-03-05"],
        ),
        (["positions"], ["against status of Zenda", "Zenda Courier, 2024-03-05"]),
        (["figures"], ["1,500 troops", "1,500 or more troops"]),
        (
            ["relations", "Ruritania", "PACT"],
            ["6 events, 4 counted; the rest: 2 historical", "2024-03", "│█"],
        ),
        (
            ["show", "0001"],
            [
                "met[1] the pact's envoy",
                "[1] stands behind",
                "Ten castles to visit",
                "CONCEDE withdraw  pledged",
            ],
        ),
        (["sql", "SELECT event FROM v_events WHERE historical"], ["ASSAULT"]),
    ],
)
def test_a_person_reads(ask, command, told):
    output = ask(*command)
    for words in told:
        assert words in output


@pytest.mark.parametrize(
    ("command", "rows"),
    [
        (["reports"], 2),
        (["actors"], 3),
        (["events"], 6),
        (["events", "--type", "assault", "--type", "consult"], 4),
        (["events", "--mode", "aerial", "--recipient", "Ruritania"], 2),
        (["events", "--actor", "hentzau", "--since", "2024-03-04", "--until", "2024-03"], 2),
        (["events", "--status", "pledged", "--no-historical"], 2),
        (["events", "--historical", "--text", "bombed"], 2),
        (["events", "--report", "0002", "--limit", "1"], 1),
        (["events", "--country", "RUR"], 2),
        (["events", "--limit", "0"], 6),
        (["events", "--dated"], 4),
        (["events", "--undated"], 2),
        (["statements", "--speaker", "hentzau"], 2),
        (["statements", "--about", "e0001bb"], 1),
        (["pledges", "--by", "RUR", "--to", "PACT", "--strength", "promise"], 2),
        (["positions", "--on", "zenda", "--at", "2024-03-05", "--stance", "against", "--holder", "RUR"], 2),
        (["figures", "--unit", "troops"], 2),
        (["pledges", "--text", "1,500 TROOPS"], 2),
        (["pledges", "--text", "castles"], 0),
        (["positions", "--text", "bombed"], 2),
        (["positions", "--text", "castles"], 0),
        (["relations", "RUR", "PACT", "--since", "2024"], 4),
        (["sql", "SELECT id FROM events WHERE event = ?", "--value", "ASSAULT"], 2),
    ],
)
def test_a_program_reads_json_lines(ask, command, rows):
    assert len(lines(ask(*command, "--json"))) == rows


def test_relations_as_json_say_in_which_direction(ask):
    rows = lines(ask("relations", "RUR", "PACT", "--json"))
    assert {row["direction"] for row in rows} == {"forward", "back", "mutual"}
    assert {"date", "sentence", "status", "id", "on_word_of"} <= set(rows[0])


def test_explain_tells_sentence_reasons_word_and_versions(ask):
    output = ask("explain", "e0001cc")
    for words in (
        "Strelsau Pact: ASSAULT (aerial) → Ruritania",
        "The pact had bombed Zenda in 1994",
        "Hentzau (“according to”) says so",
        "'bombed'",
        "actor “The pact”; trigger “bombed”; recipient “Zenda in 1994”",
        "model tiny-1, codebook plover-1",
        "actual, historical",
        "when: 1994;",
    ):
        assert words in output


def test_explain_as_json_points_at_characters(ask):
    (answer,) = lines(ask("explain", "e0001cc", "--json"))
    (telling,) = answer["tellings"]
    start = telling["span"][0]
    spans = {mark["part"]: [at - start for at in mark["span"]] for mark in telling["marks"]}
    words = {part: telling["text"][first:last] for part, (first, last) in spans.items()}
    assert words["trigger"] == "bombed"
    assert (words["actor"], words["recipient"]) == ("The pact", "Zenda in 1994")


@pytest.mark.parametrize(
    ("id", "told"),
    [
        (
            "s0001",
            ["Hentzau said (direct)", "The statement", "the outlet's own voice", "words between marks"],
        ),
        ("p0001", ["Ruritania → Strelsau Pact: promise, due 2024-05-31", "Hentzau (“said”) says so"]),
        ("p0001", ["'will' in the first person", "dragoman explain e0001bb"]),
        ("q0001", ["Ruritania: against status of Zenda", "The pact had bombed Zenda in 1994"]),
    ],
)
def test_what_is_said_promised_or_held_is_explained_by_its_id(ask, id, told):
    output = ask("explain", id)
    for words in (*told, "model tiny-1, codebook plover-1", "Zenda Courier"):
        assert words in output


def test_who_is_meant_is_told_by_the_words_nearest_to_the_row(ask):
    output = ask("explain", "p0001")
    assert "“Ruritania” is Ruritania (RUR): a state by its name" in output
    assert "“Strelsau Pact” is Strelsau Pact (PACT)" in output


def test_a_position_as_json_points_at_characters(ask):
    (answer,) = lines(ask("explain", "q0001", "--json"))
    start, end = answer["words"]
    assert answer["report"]["text"][start:end] == "The pact had bombed Zenda in 1994"
    assert answer["passage"][0] <= start < end <= answer["passage"][1]
    assert (answer["kind"], answer["event"]) == ("position", None)


def test_an_id_that_is_too_short_is_not_guessed_at(run, made_ledger):
    done = run("explain", "p", "--ledger", made_ledger)
    assert done.exit_code == 2
    assert "several rows begin with 'p'" in done.stderr
    assert "p0002" in done.stderr


def test_sql_as_csv_joins_lists(ask):
    output = ask("sql", "SELECT id, actors FROM v_events WHERE event = 'CONSULT' ORDER BY id", "--csv")
    assert output.splitlines()[:2] == ["id,actors", "e0001aa,Hentzau|Strelsau Pact"]


def test_events_without_a_date_are_counted_aloud(run, made_ledger):
    assert "2 of 6 without a date of their own" in run("events", "--ledger", made_ledger).stderr
    assert run("events", "--dated", "--ledger", made_ledger).stderr == ""


def test_nothing_found_is_said_and_is_no_error(run, made_ledger):
    done = run("events", "--type", "AID", "--ledger", made_ledger)
    assert (done.exit_code, done.stdout) == (0, "")
    assert "No events" in done.stderr


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (["events", "--since", "soon"], "'soon' is not a date"),
        (["events", "--actor", "Ruritanio"], "Did you mean Ruritania (RUR)?"),
        (["relations", "RUR", "PACT", "--by", "decade"], "Choose one of day, week, month, year"),
        (["explain", "zzz"], "no event, statement, pledge or position has the id 'zzz'"),
        (["actors", "Ruritanio"], "Did you mean Ruritania (RUR)?"),
        (["show", "zzz"], "no report has the id 'zzz'"),
        (["sql", "DELETE FROM reports"], "one statement that reads"),
        (["sql", "SELECT * FROM read_text('/etc/passwd')"], "nothing else"),
        (["sql", "SELECT nothing"], "nothing"),
        (["export", "--what", "castles", "--to", "x.csv"], "'castles'"),
        (["export", "--what", "events", "--to", "x.docx"], "jsonl, csv, parquet"),
        (["export", "--what", "events", "--to", "no/such/place/x.csv"], "a directory that exists"),
    ],
)
def test_bad_input_is_one_paragraph_and_exit_2(run, made_ledger, command, said):
    done = run(*command, "--ledger", made_ledger)
    assert done.exit_code == 2
    assert said in done.stderr
    assert done.stdout == ""
    assert "Traceback" not in done.stderr


def test_a_missing_ledger_says_how_to_make_one(run, tmp_path):
    done = run("events", "--ledger", tmp_path / "none.duckdb")
    assert done.exit_code == 2
    assert "dragoman read" in done.stderr


def test_the_ledger_may_be_named_in_the_environment(run, made_ledger):
    assert run("reports", env={"DRAGOMAN_LEDGER": str(made_ledger)}).exit_code == 0


def test_version_and_help(run):
    from dragoman import __version__

    assert run("--version").stdout.strip() == f"dragoman {__version__}"
    assert "relations" in run("--help").stdout
    assert run("events", "--limit", "many").exit_code == 2


def test_a_report_without_title_and_date_is_called_by_its_file(run, tmp_path):
    bare = {"title": None, "publisher": None, "published": None, "source": "notes/zenda.txt"}
    with Writer.open(tmp_path / "x.duckdb") as writer:
        writer.write(record(1, report=report(1, **bare)))
    output = run("events", "--ledger", tmp_path / "x.duckdb", env={"COLUMNS": "80"}).stdout
    assert "zenda.txt; on the word of Hentzau" in output
    assert report(1).id not in output
    assert output.count("undated") == 1


def test_few_examples_are_said_to_tell_little():
    assert _interval(8, 8) == "68 to 100"
    assert _interval(40, 80) == "39 to 61"
    assert _interval(0, 0).startswith("0 to ")


def test_a_wide_answer_is_printed_row_by_row(run, made_ledger):
    def asked(query, columns, *more):
        done = run("sql", query, *more, "--ledger", made_ledger, env={"COLUMNS": str(columns)})
        assert done.exit_code == 0, done.stderr
        assert all(len(line) <= columns or more for line in done.stdout.splitlines())
        return done.stdout.splitlines()

    wide = asked("SELECT * FROM v_events ORDER BY id", 80)
    assert wide[0] == "row 1"
    assert "event             CONSULT" in wide
    assert any(line.split() == ["goldstein", "NULL"] for line in wide)
    assert any(line.split() == ["recipients", "[]"] for line in wide)
    assert "row 6" in wide
    assert asked("SELECT event, sentence FROM v_events", 80)[0].split() == ["event", "sentence"]
    assert asked("SELECT event, id, report, published, sentence FROM v_events", 40)[0] == "row 1"
    assert asked("SELECT event, id, report, published, sentence FROM v_events", 140)[0].startswith("event ")
    assert asked("SELECT * FROM v_events", 80, "--csv")[0].startswith("id,report,published")
    assert asked("SELECT event FROM v_events WHERE false", 80) == ["event"]


@pytest.mark.parametrize("command", ["overview", "events", "reports", "figures", "statements", "actors"])
def test_a_pipe_is_as_wide_as_it_is_told_and_has_no_blanks_at_the_end(run, made_ledger, command):
    done = run(command, "--ledger", made_ledger, env={"COLUMNS": "60"})
    assert done.exit_code == 0, done.stderr
    lines = [
        line for line in done.stdout.splitlines() if "--ledger" not in line and str(made_ledger) not in line
    ]
    assert max(len(line) for line in lines) <= 60
    assert [line for line in done.stdout.splitlines() if line != line.rstrip()] == []


def test_a_state_that_only_its_people_act_for_has_its_name_in_the_overview(run, tmp_path):
    squad = Actor("KEN.COP", ActorKind.BODY, "riot squad", state="KEN", sector="COP")
    met = replace(events(1)[0], actors=("KEN.COP", "PACT"))
    bare: dict[str, tuple[()]] = {"statements": (), "pledges": (), "positions": (), "figures": ()}
    made = record(1, actors=(*ACTORS, squad), events=(met,), **bare)
    with Writer.open(tmp_path / "a.duckdb") as writer:
        writer.write_all([made])
    told = run("overview", "--ledger", tmp_path / "a.duckdb").stdout
    assert "Kenya and Strelsau Pact: 1 event" in told
    assert "1 report, published" in told
