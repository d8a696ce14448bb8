"""The gazetteer: what it holds, how it is compiled, what it refuses."""

import json
import shutil
from itertools import pairwise
from pathlib import Path

import pytest

from dragoman.codebook.gazetteer import Gazetteer, load_gazetteer, shipped_folder
from dragoman.codebook.gazetteer_cache import COMPILED, LARGE, compiled_tables, digests_of
from dragoman.codebook.gazetteer_derive import derive
from dragoman.codebook.gazetteer_read import read_tables
from dragoman.codebook.gazetteer_roles import plural
from dragoman.codebook.packed import unpack
from dragoman.errors import CodebookError

UN_MEMBERS = 193


def kinds(gazetteer: Gazetteer, *wanted: str) -> list[str]:
    return [e.id for e in gazetteer.entries.values() if e.kind in wanted]


def test_it_holds_every_state_and_enough_of_everything_else(gazetteer: Gazetteer) -> None:
    states = {e.id for e in gazetteer.entries.values() if e.kind == "state" and e.state == e.id}
    assert len(states) >= UN_MEMBERS + 2
    assert {"XKX", "TWN", "PSE", "ESH", "VAT", "SUN", "YUG", "CSK", "DDR"} <= states
    intergovernmental = [e for e in gazetteer.entries.values() if e.kind == "organisation"]
    assert len(intergovernmental) >= 150
    assert len(kinds(gazetteer, "group")) >= 200
    assert sum(t.what == "role" for terms in gazetteer.terms.values() for t in terms) >= 400
    assert len(gazetteer.holders) >= 500


def test_states_are_named_in_every_way(gazetteer: Gazetteer) -> None:
    for key, ident in {
        "kenya": "KEN",
        "kenyan": "KEN",
        "nairobi": "KEN",
        "kenyans": "KEN",
        "us": "USA",
    }.items():
        assert ident in {t.ref for t in gazetteer.terms[key]}
    assert gazetteer.entries["XKX"].claimed_by == ("SRB",)
    assert gazetteer.entries["KFOR"].state == "NATO"
    assert gazetteer.entries["ICRC"].state is None
    assert gazetteer.entries["UNHCR"].state == "UN"


def test_offices_answer_by_date(gazetteer: Gazetteer) -> None:
    assert gazetteer.holder("prime-minister", "GBR", "1999-05-01").name == "Tony Blair"  # type: ignore[union-attr]
    assert gazetteer.holder("prime-minister", "GBR", "2008-05-01").name == "Gordon Brown"  # type: ignore[union-attr]
    assert gazetteer.holder("president", "USA", "2018-01-01").id == "person:donald-trump"  # type: ignore[union-attr]
    assert gazetteer.holder("president", "USA", None) is None
    assert gazetteer.holder("president", "USA", "1850-01-01") is None


def test_every_state_since_1990_has_had_somebody_at_its_head(gazetteer: Gazetteer) -> None:
    headed = {t.of for tenures in gazetteer.offices.values() for t in tenures}
    states = {e.id: e for e in gazetteer.entries.values() if e.kind == "state" and e.state == e.id}
    headless = {i for i, e in states.items() if (e.until or "9999") > "1991" and i not in headed}
    assert not headless


def test_two_captains_regent_hold_san_marino_together(gazetteer: Gazetteer) -> None:
    heads = [gazetteer.holder(f"{nth}-captain-regent", "SMR", "2008-05-01") for nth in ("first", "second")]
    assert [h and h.name for h in heads] == ["Rosa Zafferani", "Federico Pedini Amati"]


def test_no_two_hold_one_office_at_once(gazetteer: Gazetteer) -> None:
    for tenures in gazetteer.offices.values():
        office, of = tenures[0].office, tenures[0].of
        for before, after in pairwise(tenures):
            end = before.until
            assert end is not None, f"{office} of {of}: {before.person} never left"
            assert after.since[: len(end)] >= end[: len(after.since)], (
                f"{office} of {of}: {after.person} overlaps"
            )


def test_the_compiled_file_is_that_of_the_yaml() -> None:
    held = unpack((shipped_folder() / COMPILED).read_text(encoding="utf-8"))
    assert held["digests"] == digests_of(shipped_folder()), "run python -m dragoman.codebook.gazetteer_cache"


def test_compiled_and_read_tables_are_the_same() -> None:
    held = unpack((shipped_folder() / COMPILED).read_text(encoding="utf-8"))
    tables = read_tables(shipped_folder() / name for name in held["digests"])
    fresh = {**tables, **derive(tables)}
    large = {k: dict(held[k]) if k in LARGE else held[k] for k in fresh}
    assert json.loads(json.dumps(fresh)) == large


def test_changed_yaml_is_read_anew(tmp_path: Path) -> None:
    for name in ("actors", "offices", "roles"):
        shutil.copytree(shipped_folder() / name, tmp_path / name)
    shutil.copy(shipped_folder() / COMPILED, tmp_path / COMPILED)
    extra = tmp_path / "actors" / "states" / "zz.yaml"
    extra.write_text("states:\n  - {id: ZZZ, name: Zembla, adjectives: [Zemblan]}\n", encoding="utf-8")
    assert "ZZZ" in compiled_tables(tmp_path)["entries"]


def test_user_files_are_added_and_win(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(
        "organisations:\n"
        "  - {id: NATO, name: Northern Tea Organisation, acronyms: [NATO], state: own}\n"
        "states:\n"
        "  - {id: ZZZ, name: Zembla, adjectives: [Zemblan], capitals: [Onhava]}\n"
        "offices:\n"
        '  - {of: ZZZ, office: president, holders: [{name: Otar Kinbote, from: "2001", to: null}]}\n',
        encoding="utf-8",
    )
    mine = load_gazetteer(tmp_path)
    assert mine.entries["NATO"].name == "Northern Tea Organisation"
    assert mine.describe("the Zemblan president", "2010-01-01")[:2] == ("ZZZ", "GOV")
    assert mine.describe("Otar Kinbote", "2010-01-01")[:2] == ("ZZZ", "GOV")
    assert mine.describe("Kenya")[:2] == ("KEN", None)


BROKEN = [
    ("states:\n  - id: AAA\n    name: Aland\n    acronym: [A]\n", 4, "Did you mean `acronyms`"),
    ("states:\n  - id: AAA\n", 2, "`name` is missing"),
    ("groups:\n  - {id: 'group:x', name: X, state: QQQ, sector: REB}\n", 2, "`QQQ` is no actor's id"),
    ("groups:\n  - {id: 'group:x', name: X, sector: REBEL}\n", 2, "not a known sector"),
    ("states:\n  - {id: AAA, name: A}\n  - {id: AAA, name: B}\n", 3, "given twice"),
    ("persons:\n  - {role: boss, sector: GOV, soul: true}\n", 2, "unknown key `soul`"),
    ("instruments:\n  - {kind: treaty, pattern: '('}\n", 2, "regular expression"),
    ("readings:\n  title_states: ['mikado: JPX']\n", 2, "`JPX` is no actor's id"),
    ("readings:\n  title_states: [mikado]\n", 2, "`mikado` names no state"),
    ("ambiguities:\n  - {term: X, readings: [{cues: [a]}]}\n", 2, "either an `actor` or a `not`"),
    (
        "states:\n  - {id: AAA, name: A}\noffices:\n  - of: AAA\n    office: president\n    holders:\n"
        '      - {name: Ada Obi, from: "2001-01-01", to: "2005-01-01"}\n'
        '      - {name: Ben Ito, from: "2004-12-31", to: null}\n',
        8,
        "enters office before Ada Obi leaves",
    ),
]


@pytest.mark.parametrize(("text", "line", "problem"), BROKEN)
def test_errors_name_file_line_and_remedy(tmp_path: Path, text: str, line: int, problem: str) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CodebookError) as caught:
        read_tables([path])
    assert caught.value.line == line
    assert str(path) == caught.value.path
    assert problem in str(caught.value)
    assert caught.value.remedy


def test_the_ranks_and_top_offices_of_the_lists_are_those_of_roles_and_holders(gazetteer: Gazetteer) -> None:
    readings = gazetteer.readings
    assert readings.commanding_ranks | readings.other_ranks <= {r.name for r in gazetteer.roles}
    held = {t.office for h in gazetteer.holders.values() for t in h.tenures}
    offices = held | {r.office for r in gazetteer.roles}
    assert offices.issuperset((*readings.state_offices, *readings.body_offices))


def test_plurals_by_rule() -> None:
    wanted = {
        "spokesman": "spokesmen",
        "policewoman": "policewomen",
        "deputy": "deputies",
        "head of state": "heads of state",
        "envoy": "envoys",
        "coach": "coaches",
        "minister": "ministers",
    }
    assert {noun: plural(noun) for noun in wanted} == wanted


def test_loading_takes_no_yaml(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the shipped gazetteer was read from YAML")

    monkeypatch.setattr("dragoman.codebook.gazetteer_cache.read_tables", refuse)
    assert load_gazetteer().entries


def test_no_name_means_two_actors_without_saying_which() -> None:
    gazetteer = load_gazetteer()
    twice = {
        key: sorted(found)
        for key, terms in gazetteer.terms.items()
        if len(found := {t.ref for t in terms if t.what == "entry" and t.form in ("name", "acronym")}) > 1
        and key not in gazetteer.ambiguous
    }
    twice.pop("opec")  # nothing but its sign tells "OPEC+" from OPEC
    assert twice == {}


def test_states_have_codes_and_organisations_members() -> None:
    entries = load_gazetteer().entries
    assert entries["YEM"].code("gw") == "678"
    assert entries["YEM"].code("cow") == "679"
    assert entries["KEN"].code("iso2") == "KE"
    assert "POL" not in entries["NATO"].members_on("1999-03-11")
    assert "POL" in entries["NATO"].members_on("1999-03-12")
    assert "GBR" not in entries["EU"].members_on("2021-01-01")
    assert entries["OPEC"].members_on("2000-06-01").count("IDN") == 1


def test_a_member_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "club.yaml"
    path.write_text(
        "states:\n  - {id: AAA, name: A}\norganisations:\n"
        "  - {id: CLUB, name: The Club, members: [AAA since 1990]}\n",
        encoding="utf-8",
    )
    with pytest.raises(CodebookError, match="is no member"):
        read_tables([path])


def test_an_organisation_may_have_another_s_members_but_for_some_and_with_others(tmp_path: Path) -> None:
    path = tmp_path / "clubs.yaml"
    path.write_text(
        "states:\n"
        + "".join(f"  - {{id: {i}, name: {n}}}\n" for i, n in zip(("AAA", "BBB", "CCC"), "XYZ", strict=True))
        + "organisations:\n"
        "  - {id: BANK, name: The Bank,\n"
        "     members: {as: CLUB, without: [BBB], with: [CCC 1990, AAA 1980 to 1985]}}\n"
        "  - {id: CLUB, name: The Club, members: [AAA 1950, BBB, CCC 1960 to 1970]}\n"
        "  - {id: COURT, name: The Court, members: {as: BANK}}\n",
        encoding="utf-8",
    )
    rows = {e[0]: e[12] for e in read_tables([path])["entries"].values()}
    assert rows["BANK"] == [["CCC", "1990", None], ["AAA", "1980", "1985"]]
    assert rows["COURT"] == [["CCC", None, None]]


@pytest.mark.parametrize(
    ("members", "problem"),
    [
        ("{as: CLUB, without: [CCC]}", "`CCC` is no member of `CLUB`"),
        ("{as: NONE}", "`NONE` has no members"),
        ("{as: EMPTY}", "`EMPTY` has no members"),
        ("{without: [AAA]}", "`as` is missing"),
        ("{as: CLUB, but: [AAA]}", "unknown key `but`"),
        ("{as: CLUB, with: [CCC since 1990]}", "is no member"),
        ("{as: BANK}", "go round in a circle"),
        ("{as: CLUB, with: [DDD]}", "`DDD` is no actor's id"),
    ],
)
def test_members_like_another_s_that_cannot_be_read_are_an_error(
    tmp_path: Path, members: str, problem: str
) -> None:
    path = tmp_path / "clubs.yaml"
    path.write_text(
        "states:\n  - {id: AAA, name: X}\n  - {id: CCC, name: Z}\norganisations:\n"
        "  - {id: CLUB, name: The Club, members: [AAA]}\n  - {id: EMPTY, name: The Void}\n"
        f"  - {{id: BANK, name: The Bank, members: {members}}}\n",
        encoding="utf-8",
    )
    with pytest.raises(CodebookError, match=problem) as error:
        read_tables([path])
    assert "clubs.yaml:7" in str(error.value)


def test_the_universal_organisations_have_the_members_that_they_count() -> None:
    entries = load_gazetteer().entries
    counted = {"WHO": 194, "ILO": 187, "UNESCO": 194, "ICAO": 193, "IMF": 191, "WB": 189, "OPCW": 193}
    assert {i: len(entries[i].members_on("2025-06-01")) for i in counted} == counted
    assert len(entries["NAM.MOVEMENT"].members_on("2025-06-01")) == 121
    assert "USA" not in entries["UNESCO"].members_on("2020-01-01")
    assert "XKX" in entries["IMF"].members_on("2015-01-01")
    assert "BRA" not in entries["UNASUR"].members_on("2021-01-01")


def test_members_are_known_and_join_after_the_founding_and_before_they_leave(gazetteer: Gazetteer) -> None:
    entries = gazetteer.entries
    told = [e for e in entries.values() if e.members and e.since]
    assert sum(e.kind == "organisation" for e in told) >= 400

    def earlier(day: str | None, than: str | None) -> bool:
        """Whether a day is before another, as far as both are written: 1999 is not before 1999-03-12."""
        if day is None or than is None:
            return False
        written = min(len(day), len(than))
        return day[:written] < than[:written]

    wrong = [
        (e.id, m)
        for e in told
        for m in e.members
        if m.member not in entries or earlier(m.since, e.since) or earlier(m.until, m.since or e.since)
    ]
    assert wrong == []


def test_the_gazetteers_hold_what_they_promise() -> None:
    gazetteer = load_gazetteer()
    kinds = [e.kind for e in gazetteer.entries.values()]
    groups = kinds.count("group")
    roles = {k for k, ts in gazetteer.terms.items() if any(t.what == "role" for t in ts)}
    organisations = [e for e in gazetteer.entries.values() if e.kind == "organisation"]
    assert (groups >= 500, len(roles) >= 600, len(organisations) >= 350) == (True, True, True)
    assert sum(e.code("cow") is not None for e in gazetteer.entries.values()) >= 195


def test_a_folder_may_be_named_by_a_string_and_must_be_there(tmp_path: Path) -> None:
    mine = tmp_path / "mine.yaml"
    mine.write_text("states:\n  - {id: ZZZ, name: Zembla}\n", encoding="utf-8")
    assert "ZZZ" in load_gazetteer(str(tmp_path)).entries
    assert "ZZZ" in load_gazetteer(mine).entries
    with pytest.raises(CodebookError, match="no such folder"):
        load_gazetteer(tmp_path / "typo")
