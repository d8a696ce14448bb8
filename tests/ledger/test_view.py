"""What the ledger answers, and to whom a name refers."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from importlib import resources

import pytest

from dragoman.errors import BadInput, LedgerError
from dragoman.ledger.view import Ledger
from dragoman.ledger.writer import Writer
from dragoman.record import MUTUAL, Actor, ActorKind, Span, TimeSpan
from tests.ledger.made import ACTORS, events, record, report


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    path = tmp_path_factory.mktemp("ledger") / "made.duckdb"
    april = record(2, report=report(2, published="2024-04-20T08:00:00Z"))
    with Writer.open(path) as writer:
        writer.write_all([record(1), april])
    with Ledger.open(path) as opened:
        yield opened


def test_events_come_in_the_order_of_time_with_names_and_words(ledger):
    first, *_, last = ledger.events()
    assert (first.event, first.date, first.until) == ("ASSAULT", date(1994, 1, 1), date(1994, 12, 31))
    assert first.actors == ("Strelsau Pact",)
    assert first.recipient_ids == ("RUR",)
    assert first.on_word_of == ("Hentzau",)
    assert first.sentence == "The pact had bombed Zenda in 1994"
    assert first.trigger == "bombed"
    assert last.date is None
    assert last.published == "2024-04-20T08:00:00Z"
    assert (first.day, first.day_from) == (first.date, "date")
    assert (last.day, last.day_from) == (date(2024, 4, 20), "published")


def test_who_has_no_name_is_told_in_the_words_of_the_report(tmp_path):
    whole = record(1)
    (said, *_), (first, second, *others) = whole.statements, whole.events
    (cue,) = second.attribution
    nameless = replace(cue, speaker=None)
    unsaid = replace(nameless, span=Span(0, 3))
    told = replace(said, speaker=None, speakers=(), speaker_text="three of\nthe crew", cue=cue.span)
    changed = replace(second, attribution=(nameless, unsaid))
    with Writer.open(tmp_path / "l") as writer:
        writer.write(replace(whole, statements=(told,), events=(first, changed, *others), pledges=()))
    with Ledger.open(tmp_path / "l") as opened:
        row = next(e for e in opened.events() if e.id == second.id)
    assert row.on_word_of == ("three of the crew", "(unnamed)")
    assert row.on_word_of_ids == (None, None)


def test_no_row_is_lost_to_whoever_groups_by_day(ledger):
    (answer,) = ledger.sql("SELECT count(*), count(date), count(day) FROM v_events").rows
    assert answer == (6, 4, 6)
    by_source = dict(ledger.sql("SELECT day_from, count(*) FROM v_relations GROUP BY ALL").rows)
    assert set(by_source) == {"date", "published"}
    assert all(s.day_from in ("date", "published") for s in ledger.statements())


def test_what_has_only_an_end_counts_there(tmp_path):
    first, *others = events(1)
    by_then = replace(first, historical=False, time=TimeSpan(None, "2024-03-01", "day"))
    with Writer.open(tmp_path / "l") as writer:
        writer.write(record(1, events=(by_then, *others)))
    with Ledger.open(tmp_path / "l") as opened:
        row = next(e for e in opened.events() if e.id == first.id)
    assert (row.date, row.day, row.day_from) == (None, date(2024, 3, 1), "until")


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"type": "assault"}, 2),
        ({"type": ["ASSAULT", "CONSULT"]}, 4),
        ({"mode": "visit"}, 2),
        ({"status": "pledged"}, 2),
        ({"historical": True}, 2),
        ({"historical": False}, 4),
        ({"actor": "Ruritania"}, 4),
        ({"actor": "RUR", "type": "CONCEDE"}, 2),
        ({"actor": "hentzau"}, 2),
        ({"recipient": "PACT"}, 2),
        ({"actor": "PACT", "recipient": "RUR"}, 2),
        ({"country": "RUR"}, 2),
        ({"until": "1994-06"}, 2),
        ({"since": "2024-03-05", "until": "2024-03"}, 1),
        ({"since": "2024-04"}, 1),
        ({"place": "ZENDA"}, 2),
        ({"place": "Strelsau"}, 0),
        ({"dated": True}, 4),
        ({"dated": False}, 2),
        ({"text": "BOMBED zenda"}, 2),
        ({"report": "0001"}, 3),
        ({"limit": 1}, 1),
        ({"type": "aid"}, 0),
        ({"mode": "firearms"}, 0),
        ({"country": "Kenya"}, 0),
        ({"country": "ke"}, 0),
        ({"status": "REFUSED"}, 0),
        ({"text": "%' OR 1=1"}, 0),
    ],
)
def test_events_that_pass_every_filter(ledger, filters, found):
    assert len(ledger.events(**filters)) == found


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"type": "ASALT"}, r"no type 'ASALT'\. Choose one of ASSAULT, .*CONSULT"),
        ({"type": ["ASSAULT", "TRADE"]}, "no type 'TRADE'"),
        ({"mode": "vist"}, r"no mode 'vist'\. Choose one of visit, "),
        ({"type": "consult", "mode": "drone"}, "no mode of CONSULT 'drone'. Choose one of phone, "),
        ({"status": "pleged"}, r"no status 'pleged'\. Choose one of pledged, .*actual"),
        ({"country": "Kenia"}, r"Did you mean Kenya \(KEN\)"),
        ({"country": "Qqq"}, "places in RUR"),
        ({"country": "XXX"}, "no country 'XXX'"),
        ({"report": "ffff"}, "no report has the id 'ffff'"),
    ],
)
def test_a_filter_that_nothing_can_pass_is_refused(ledger, asked, told):
    with pytest.raises(BadInput, match=told):
        ledger.events(**asked)


def test_other_lists_refuse_such_filters_too(ledger):
    for asked in (
        lambda: ledger.relations("RUR", "PACT", status="pleged"),
        lambda: ledger.statements(form="dirct"),
        lambda: ledger.statements(about="ffff"),
        lambda: ledger.pledges(strength="vows"),
        lambda: ledger.positions(stance="pro"),
        lambda: ledger.figures(report="ffff"),
    ):
        with pytest.raises(BadInput, match=r"there is no|has the id"):
            asked()
    assert ledger.statements(form="DIRECT") == ledger.statements(form="direct")


def test_relations_run_both_ways_and_are_one_row_an_event(ledger):
    found = ledger.relations("Ruritania", "strelsau pact")
    assert (found.a.ids, found.b.ids) == (("RUR",), ("PACT",))
    told = [(row.direction, row.event.event) for row in found.rows if row.event.report.startswith("0001")]
    assert sorted(told) == [("back", "ASSAULT"), ("forward", "CONCEDE"), ("mutual", "CONSULT")]
    other_way = {row.event.id: row.direction for row in ledger.relations("PACT", "RUR").rows}
    assert {other_way[row.event.id] for row in found.rows if row.direction == "forward"} == {"back"}


def test_what_two_do_side_by_side_is_nothing_between_them(tmp_path):
    def acts(event):
        base = record(8)
        joint = (e for e in base.events if len(e.actors) > 1)
        kept = tuple(replace(e, event=event, recipients=()) for e in joint)
        return replace(base, events=kept, statements=(), pledges=(), figures=())

    for event, mutual in (("CONSULT", True), ("SANCTION", False), ("PROTEST", False)):
        path = tmp_path / f"{event}.duckdb"
        with Writer.open(path) as writer:
            writer.write(acts(event))
        with Ledger.open(path) as held:
            directions = {row.direction for row in held.relations("RUR", "PACT").rows}
        assert ("mutual" in directions) is mutual


def test_the_view_and_the_record_agree_on_what_is_mutual():
    folder = resources.files("dragoman.ledger")
    for file in ("views.sql", "queries/relations.sql"):
        named = re.search(r"e\.event IN \(([^)]*)\)", folder.joinpath(file).read_text(encoding="utf-8"))
        assert named is not None
        assert set(re.findall("[A-Z]+", named[1])) == MUTUAL


def test_one_party_has_no_relations_with_itself(ledger):
    with pytest.raises(BadInput, match=r"'RUR' and 'Ruritania' are the same, Ruritania\. Name two"):
        ledger.relations("RUR", "Ruritania")
    assert ledger.relations("RUR", "hentzau").rows  # a state and one who acts for it are two


def test_relations_by_month_leave_out_the_past_and_show_empty_months(ledger):
    found = ledger.relations("RUR", "PACT")
    months = found.by("month")
    assert [(m.name, m.cooperation, m.conflict) for m in months] == [("2024-03", 3, 0), ("2024-04", 1, 0)]
    assert [p.name for p in found.by("week")][:2] == ["2024-W10", "2024-W11"]
    first, *_ = found.by("year", historical=True)
    assert (first.name, first.conflict) == ("1994", 2)


def test_a_joint_statement_is_found_by_each_who_makes_it(tmp_path):
    path, base = tmp_path / "joint.duckdb", record(7)
    joint = tuple(replace(s, speakers=("person:rupert-hentzau", "PACT")) for s in base.statements)
    with Writer.open(path) as writer:
        writer.write(replace(base, statements=joint))
    with Ledger.open(path) as held:
        [by_first], [by_second] = held.statements(speaker="Hentzau"), held.statements(speaker="PACT")
    assert by_first == by_second
    assert by_first.speakers == ("Hentzau", "Strelsau Pact")
    assert by_first.speaker_ids == ("person:rupert-hentzau", "PACT")


def test_statements_pledges_positions_and_figures_are_in_words(ledger):
    said, _ = ledger.statements(speaker="Hentzau")
    assert said.content == "We will withdraw 1,500 troops from Zenda by May"
    assert said.quotes == (said.content,)
    assert ledger.statements(about=said.about[0]) == (said,)
    pledge = ledger.pledges(by="Ruritania", to="PACT", until="2024-03-31")[0]
    assert (pledge.by, pledge.to, pledge.event) == ("Ruritania", ("Strelsau Pact",), "CONCEDE")
    assert (pledge.made, pledge.due) == (date(2024, 3, 4), date(2024, 5, 31))
    held = ledger.positions(on="status of zenda", at="2024-03-05")
    assert [(p.holder, p.stance, p.object) for p in held] == [("Ruritania", "against", "Strelsau Pact")] * 2
    assert ledger.positions(at="2024-03-04") == ()
    figure = ledger.figures(unit="Troops")[0]
    assert (figure.words, figure.low, figure.high, figure.event) == ("1,500 troops", 1500, None, "CONCEDE")


def test_a_name_is_an_id_or_a_name_or_a_word_of_a_name(ledger):
    assert ledger.party("rur").name == "Ruritania"
    assert ledger.party("Strelsau").ids == ("PACT",)
    with pytest.raises(BadInput, match=r"called 'Ruritanya'.*Did you mean Ruritania \(RUR\)"):
        ledger.party("Ruritanya")
    with pytest.raises(BadInput, match=r"Did you mean Hentzau \(person:rupert-hentzau\)"):
        ledger.party("Hentzow")
    with pytest.raises(BadInput, match="nobody"):
        ledger.events(actor="'; DROP TABLE actors; --")


def test_who_has_a_name_is_suggested_before_who_is_only_described(tmp_path):
    crowd = Actor("r:0001c0ff:yeomen", ActorKind.GROUP, "Yeomen")
    state = Actor("BAK", ActorKind.STATE, "Bakonia", state="BAK")
    force = Actor("RUR.MIL.tanks", ActorKind.FORCE, "tanks", state="RUR", sector="MIL")
    with Writer.open(tmp_path / "x.duckdb") as writer:
        writer.write(replace(record(1), actors=(*ACTORS, crowd, state, force)))
    with Ledger.open(tmp_path / "x.duckdb") as ledger:
        with pytest.raises(BadInput, match=r"Did you mean Bakonia \(BAK\)\?"):
            ledger.party("Bakona")
        with pytest.raises(BadInput, match="dragoman actors"):
            ledger.party("Hanks")
        with pytest.raises(BadInput, match="Did you mean Yeomen"):
            ledger.party("Yeomenn")


def test_a_name_needs_no_accents(tmp_path):
    named = Actor("person:strofzin", ActorKind.PERSON, "Ján Štrofžin", state="RUR")
    with Writer.open(tmp_path / "x.duckdb") as writer:
        writer.write(replace(record(1), actors=(*ACTORS, named)))
    with Ledger.open(tmp_path / "x.duckdb") as ledger:
        assert [a.actor for a in ledger.actors("strofzin")] == ["person:strofzin"]


def test_ids_may_be_shortened_but_not_too_far(ledger):
    held, event = ledger.event("e0001aa")
    assert (held.report.id, event.event) == (report(1).id, "CONSULT")
    assert ledger.event("e0001c")[1].event == "ASSAULT"
    with pytest.raises(BadInput, match=r"begin with 'e000'\. Write more of it: e000.*, .* and others"):
        ledger.event("e000")
    with pytest.raises(BadInput, match="no report has the id 'ffff'"):
        ledger.record("ffff")


def test_the_overview_counts_and_names_the_busiest_pairs(ledger):
    seen = ledger.overview()
    assert dict(seen.counts)["events"] == 6
    assert (seen.first, seen.last) == ("2024-03-05", "2024-04-20")
    (pair,) = seen.dyads
    assert ((pair.a, pair.b), pair.events, pair.conflict) == (("PACT", "RUR"), 4, 0)


def test_days_are_read_as_whole_years_months_or_days(ledger):
    for bad in ("yesterday", "2024-13", "2024-02-30", "24-01-01"):
        with pytest.raises(BadInput):
            ledger.events(since=bad)


def test_a_state_that_is_never_named_is_found_by_its_name_through_who_acts_for_it(tmp_path):
    squad = Actor("KEN.COP", ActorKind.BODY, "riot squad", state="KEN", sector="COP")
    with Writer.open(tmp_path / "a.duckdb") as writer:
        writer.write_all([record(1, actors=(*ACTORS, squad))])
    with Ledger.open(tmp_path / "a.duckdb") as opened:
        assert opened.party("Kenya").ids == ("KEN",)
        assert opened.party("republic of kenya").ids == ("KEN",)
        with pytest.raises(BadInput, match="nobody in this ledger is called 'Uganda'"):
            opened.party("Uganda")


def test_a_column_or_view_that_is_not_there_is_told_with_the_nearest(ledger):
    with pytest.raises(LedgerError, match=r"Did you mean .*evidence"):
        ledger.sql("SELECT evidense FROM v_positions")
    with pytest.raises(LedgerError, match=r"Did you mean v_events\?"):
        ledger.sql("SELECT * FROM v_evnts")
