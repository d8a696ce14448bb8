import shutil
from pathlib import Path

import pytest

from dragoman.codebook import SHIPPED, load_codebook
from dragoman.codebook.check import check
from dragoman.errors import BadInput

PLOVER = {
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
}  # fmt: skip


def test_the_shipped_codebook_is_sound_and_holds_all_sixteen_types() -> None:
    assert check().problems == ()
    assert set(load_codebook().types) == PLOVER


def test_a_broken_file_is_reported_with_its_place(tmp_path: Path) -> None:
    shutil.copytree(SHIPPED, tmp_path / "book")
    with (tmp_path / "book" / "events" / "aid.yaml").open("a", encoding="utf-8") as file:
        file.write("\nmoods: {}\n")
    [problem] = check(tmp_path / "book").problems
    assert "aid.yaml" in problem
    assert "moods" in problem


def test_a_folder_without_a_codebook_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no codebook here"):
        check(tmp_path)


def test_the_version_changes_when_a_rule_changes(tmp_path: Path) -> None:
    shutil.copytree(SHIPPED, tmp_path / "book")
    before = load_codebook(tmp_path / "book").version
    assert before == load_codebook().version
    with (tmp_path / "book" / "words.yaml").open("a", encoding="utf-8") as file:
        file.write("\nmore_words: [word]\n")
    assert load_codebook(tmp_path / "book").version != before


MINE = """
groups:
  - {id: "group:lantern-league", name: Lantern League, acronyms: [LLG], state: PRT, sector: REB}
bodies:
  - {id: PRT.HARBOUR-WATCH, name: Jordan, state: PRT, sector: COP}
offices:
  - {of: PRT, office: harbour-warden, holders: [{name: Ana Farol, from: "2020", to: null}]}
"""


def own(folder: Path, text: str = MINE, place: str = "actors/mine.yaml") -> Path:
    path = folder / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return folder


def whole(folder: Path) -> Path:
    shutil.copytree(SHIPPED, folder / "book")
    return folder / "book"


@pytest.mark.parametrize("beside", ["nothing", "types", "a whole codebook"])
def test_own_actors_are_laid_over_the_shipped_ones(tmp_path: Path, beside: str) -> None:
    folder = whole(tmp_path) if beside == "a whole codebook" else tmp_path
    if beside == "types":
        shutil.copytree(SHIPPED / "events", folder / "events")
    book, shipped = load_codebook(own(folder)), load_codebook()
    known = book.gazetteer()
    assert known.describe("the Lantern League")[:2] == ("PRT", "REB")
    assert known.describe("Ana Farol", "2021-01-01")[0] == "PRT"
    assert known.describe("Jordan")[:2] == ("PRT", "COP")  # shipped readings of the name give way
    assert known.describe("Kenya")[:2] == ("KEN", None)
    assert book.version != shipped.version
    assert known.digest != shipped.gazetteer().digest
    found = check(folder)
    assert found.problems == ()
    assert found.actors == len(shipped.gazetteer().entries) + 2
    assert check().types == found.types


def test_roles_alone_are_a_codebook_too(tmp_path: Path) -> None:
    roles = "persons:\n  - {role: lamplighter, sector: COP}\n"
    known = load_codebook(own(tmp_path, roles, "roles/mine.yaml")).gazetteer()
    assert known.describe("a Kenyan lamplighter")[:2] == ("KEN", "COP")


def test_what_is_taken_out_of_a_copied_file_is_gone(tmp_path: Path) -> None:
    folder = whole(tmp_path)
    before = load_codebook(folder).gazetteer()
    own(folder, "bodies: []\n", "actors/bodies/companies.yaml")
    lost = set(before.entries) - set(load_codebook(folder).gazetteer().entries)
    assert lost
    assert {before.entries[ident].sector for ident in lost} == {"BUS"}


def test_a_copy_of_the_codebook_is_loaded_from_the_prepared_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = whole(tmp_path)
    monkeypatch.setattr("dragoman.codebook.gazetteer_cache.read_tables", None)
    book = load_codebook(folder)
    assert book.gazetteer().digest == load_codebook().gazetteer().digest


def test_a_mistake_in_own_actors_is_told_with_file_and_line(tmp_path: Path) -> None:
    own(tmp_path, 'groups:\n  - {id: "group:x", name: X, state: PRT, sektor: REB}\n')
    [problem] = check(tmp_path).problems
    assert "mine.yaml:2: unknown key `sektor`. Did you mean `sector`?" in problem


def test_files_that_nothing_reads_are_told(tmp_path: Path) -> None:
    own(own(tmp_path), place="actors/more.yml")
    own(tmp_path, "numbers: {}\n", "units.yaml")
    first, second = check(tmp_path).problems
    assert "more.yml is not read" in first
    assert "units.yaml is not read" in second
    with pytest.raises(BadInput, match=r"actor/mine\.yaml is not read"):
        check(own(tmp_path / "typo", place="actor/mine.yaml"))
