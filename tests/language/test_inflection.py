from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.language.inflection import base, form_of, spelt_past

KNOWN = (
    "station refuse threaten call control visit hope hop pass close reach use study tie announce need free "
    "see class shoe hero echo treat open rain plan settle argue add promise life analysis"
)
WORDS = frozenset(KNOWN.split())


@pytest.mark.parametrize(
    ("form", "pairs"),
    [
        (
            "participle",
            """stationed-station refused-refuse threatened-threaten called-call controlled-control
            visited-visit hoped-hope hopped-hop announced-announce studied-study
            tied-tie freed-free planned-plan
            settled-settle argued-argue added-add abducted-abduct postponed-postpone extradited-extradite
            expelled-expel fulfilled-fulfill besieged-besiege endorsed-endorse privatised-privatise
            mediated-mediate waived-waive infringed-infringe shunned-shun endangered-endanger
            demilitarized-demilitarize pummeled-pummel""",
        ),
        (
            "participle",
            """hoping-hope hopping-hop seeing-see lying-lie opening-open raining-rain treating-treat
            speculating-speculate resuming-resume acquiring-acquire embargoing-embargo denying-deny""",
        ),
        (
            "third",
            """passes-pass closes-close reaches-reach uses-use studies-study ties-tie vetoes-veto says-say
            pledges-pledge lives-live""",
        ),
        (
            "plural",
            """heroes-hero shoes-shoe classes-class allies-ally lives-life crises-crisis troops-troop
            species-species analyses-analysis wolves-wolf sanctions-sanction""",
        ),
    ],
)
def test_regular_forms(form: str, pairs: str) -> None:
    for pair in pairs.split():
        word, _, lemma = pair.partition("-")
        assert base(word, form, WORDS) == lemma, word


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("bring", "participle"),
        ("went", "participle"),
        ("shed", "participle"),
        ("men", "plural"),
        ("as", "plural"),
        ("'s", "plural"),
    ],
)
def test_what_is_not_regular_is_left_to_others(word: str, form: str) -> None:
    assert base(word, form, WORDS) is None


@given(st.text(max_size=12), st.sampled_from(["participle", "third", "plural"]))
def test_any_word_has_a_base_or_none(word: str, form: str) -> None:
    assert base(word, form, WORDS) != ""


@pytest.mark.parametrize(
    ("upos", "feats", "form"),
    [
        ("VERB", "Mood=Ind|Tense=Past|VerbForm=Fin", "participle"),
        ("VERB", "Tense=Past|VerbForm=Part|Voice=Pass", "participle"),
        ("VERB", "VerbForm=Ger", "participle"),
        ("VERB", "Tense=Pres|VerbForm=Part", "participle"),
        ("VERB", "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin", "third"),
        ("VERB", "VerbForm=Inf", None),
        ("NOUN", "Number=Plur", "plural"),
        ("NOUN", "Number=Sing", None),
        ("AUX", "Tense=Past", None),
    ],
)
def test_forms_by_features(upos: str, feats: str, form: str | None) -> None:
    pairs = [(a, b) for a, _, b in (p.partition("=") for p in feats.split("|"))]
    assert form_of(upos, pairs) == form


@pytest.mark.parametrize(
    ("word", "lemma", "tense"),
    [
        ("Retook", "retake", "Past"),
        ("overheard", "overhear", "Past"),
        ("retake", "retake", "Pres"),
        ("retakes", "retake", "Pres"),
        ("beset", "beset", "Pres"),
        ("'re", "be", "Pres"),
    ],
)
def test_a_verb_spelt_as_a_past_is_no_present(word: str, lemma: str, tense: str) -> None:
    told = (("Mood", "Ind"), ("Tense", "Pres"), ("VerbForm", "Fin"))
    assert dict(spelt_past(word, lemma, told))["Tense"] == tense
    assert spelt_past(word, lemma, (("VerbForm", "Inf"),)) == (("VerbForm", "Inf"),)
